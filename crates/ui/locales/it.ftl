# The frame of every page.
ui-number = { $n }
ui-skip = Vai al contenuto
ui-institutions = Ministero dell’Interno · ANCI · Cittalia
ui-fund = FAMI 2021–2027
ui-language = Lingua
ui-home = pagina iniziale
ui-main-navigation = Navigazione principale
ui-nav-network = La rete
ui-nav-desk = Sportello
ui-nav-reads = Letture
ui-nav-accounts = Utenti
ui-sign-out = Esci
ui-profile = Il tuo profilo
ui-help = Come si fa?
ui-nav-registers = Registri
ui-nav-indicators = Indicatori
ui-nav-comparison = Confronto
ui-demo = Dati dimostrativi: nessuna persona vera. I numeri servono solo a mostrare il programma.
ui-loopback = Queste pagine si aprono solo da questo computer.
ui-data-at = Dati al { $moment }

# Parts.
ui-table-hint = La tabella è più larga dello schermo: scorri di lato.
ui-chart-scrolls = Il grafico è più largo dello schermo: scorri di lato, o apri la tabella.
ui-chart-as-table = Come tabella
ui-chart-download = Scarica
ui-breadcrumb = Percorso
ui-since = dal { $day }
ui-nothing-waits = Niente in attesa: è tutto fatto.
ui-pager = Pagine dell’elenco
ui-pager-first = Torna all’inizio
ui-pager-next = Avanti

# Errors: what happened, what to do.
ui-problem-where = Indirizzo: { $path } · codice { $status }
ui-problem-home = Vai a La rete
ui-problem-not-found = Questa pagina non c’è
ui-problem-not-found-remedy = Controlla l’indirizzo: forse è cambiato, o manca una lettera. Dalla pagina iniziale si arriva a tutto.
ui-problem-bad-request = La richiesta non si può leggere
ui-problem-bad-request-remedy = Torna indietro, controlla ciò che hai scritto e riprova.
ui-problem-forbidden = L’invio arriva da un altro sito e non è stato accettato
ui-problem-forbidden-remedy = Nulla è cambiato. Apri la pagina da qui e invia di nuovo.
ui-problem-method = Questa pagina non si può usare così
ui-problem-method-remedy = Torna alla pagina da cui sei partito e usa i suoi pulsanti.
ui-problem-conflict = Nel frattempo qualcosa è cambiato
ui-problem-conflict-remedy = Ricarica la pagina, guarda com’è adesso e riprova.
ui-problem-too-large = Il file è troppo grande
ui-problem-too-large-remedy = Dividilo in più file, per esempio uno per trimestre, e inviali uno alla volta.
ui-problem-host = Questo indirizzo non è di questo programma
ui-problem-host-remedy = Qui il programma risponde solo da questo computer: apri 127.0.0.1 o localhost, con la stessa porta.
ui-problem-internal = La pagina non è riuscita: la colpa è del programma
ui-problem-internal-remedy = I dati salvati restano al loro posto. Riprova tra poco; se succede ancora, dillo a chi amministra il programma con l’indirizzo e l’ora.

# The footer.
ui-handbook = Manuale

# The keys.
ui-keys = Tasti
ui-keys-lead = Tutto si fa anche senza mouse. I tasti di una lettera valgono quando non stai scrivendo in un campo.
ui-keys-tab = vai al collegamento, al pulsante o al campo successivo; con Maiusc, al precedente
ui-keys-search = vai al campo di ricerca della pagina, se c’è
ui-keys-help = apri questo elenco
ui-keys-contact = nuovo contatto: nella scheda con quella persona, allo sportello vai a cercarla
ui-keys-found = apri la scheda della prima, seconda… persona trovata
ui-keys-letters = premi il pulsante che porta quella lettera tra parentesi
ui-keys-unite = nelle coppie dubbie: unisci, è la stessa persona
ui-keys-separate = nelle coppie dubbie: separa, sono due persone
ui-keys-undo = nelle coppie dubbie: annulla l’ultima decisione

# Accessibility.
ui-accessibility = Accessibilità
ui-accessibility-lead = Vogliamo che ogni pagina serva a tutti, anche a chi usa solo la tastiera, un lettore di schermo o un telefono piccolo.
ui-accessibility-done-title = Che cosa c’è
ui-accessibility-done = Le pagine usano Bootstrap Italia e puntano alle WCAG 2.1, livello AA. Ogni pagina viene controllata in modo automatico a ogni modifica, in italiano e in inglese, a 1280 e a 360 punti di larghezza. Funzionano anche senza JavaScript. Ogni grafico ha accanto la tabella dei suoi dati; ogni stato ha una forma e una parola, non solo un colore.
ui-accessibility-missing-title = Che cosa manca
ui-accessibility-missing = Nessuna persona con disabilità ha ancora provato le pagine e nessun esperto esterno le ha verificate. Non è ancora la dichiarazione prevista da AgID: la pubblica l’ente che usa il programma, dopo la sua verifica.
ui-accessibility-tell-title = Se qualcosa non va
ui-accessibility-tell = Scrivi a chi gestisce questa installazione: indica la pagina, che cosa volevi fare e che cosa te lo ha impedito.

# Privacy.
ui-privacy = Privacy
ui-privacy-lead = Le pagine con i numeri non contengono nomi. Chi sono le persone lo sa soltanto la città che le segue.
ui-privacy-people-title = Le persone seguite
ui-privacy-people = I registri delle città contengono dati personali, anche delicati. Restano in questa installazione, nelle pagine dei registri. Gli indicatori e i confronti ricevono soltanto fatti senza nomi.
ui-privacy-visit-title = Chi visita queste pagine
ui-privacy-visit = Nessun servizio esterno, nessuna statistica sulle visite. Due cookie, e nessun altro: uno tiene aperta la sessione di chi è entrato e finisce con il browser, l’altro ricorda la lingua scelta, e solo se la scegli.
ui-privacy-controller-title = Chi ne risponde
ui-privacy-controller = Il titolare del trattamento è l’ente che gestisce l’installazione: la sua informativa completa va pubblicata prima dell’uso con dati veri.

# Roles
ui-role-operator = operatrice di sportello
ui-role-street_operator = operatore di strada
ui-role-city_lead = referente comunale
ui-role-monitoring_officer = monitoraggio
ui-role-authority = autorità di gestione
ui-role-elected = amministratrice eletta
ui-role-trainer = formatore
ui-role-trainee = partecipante alla formazione
ui-role-auditor = revisore
ui-role-administrator = amministratore del sistema
