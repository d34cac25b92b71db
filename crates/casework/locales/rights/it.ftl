# Rights.

rights-title = Diritti
rights-of = Diritti di { $name }
rights-lead = Ogni persona può chiedere che cosa sai di lei, correggerlo, fermarne l’uso, farlo cancellare. Si risponde entro un mese.
rights-choose = Scegli
rights-unreadable = Quello che hai inviato non si legge. Torna indietro e riprova.
rights-no-token = Questo modulo non è di questa pagina. Apri di nuovo la pagina e riprova.
rights-day-missing = Scrivi il giorno.
rights-day-unreadable = Questo giorno non esiste: scrivilo come 15/05/2026.
rights-day-later = Questo giorno deve ancora venire.
rights-reason-missing = Scrivi il motivo: serve a chi leggerà dopo di te.
rights-too-long = Al massimo { $n } lettere.

# What is asked.
rights-kind = Che cosa chiede
rights-kind-access = Copia dei dati
rights-kind-rectification = Rettifica
rights-kind-restriction = Limitazione
rights-kind-erasure = Cancellazione
rights-kind-missing = Scegli che cosa chiede la persona.
rights-access-text = Tutto ciò che la città ha registrato della persona, anche chi ha letto la scheda. Aprirla si scrive nel registro delle letture.
rights-rectification-text = Se un dato è sbagliato, correggilo: la grafia di prima resta e serve ancora a ritrovare la persona.
rights-restriction-text = I dati restano, ma nessuno li usa: la scheda si legge e non si cambia, finché non togli la limitazione.
rights-erasure-text = Sparisce chi è la persona e tutto ciò che è stato scritto di lei. I numeri della città non cambiano. Non si torna indietro.
rights-way-access = Apri la copia
rights-way-rectification = Correggi i dati
rights-way-restriction = Limita l’uso dei dati
rights-way-erasure = Cancella la persona

# Restriction.
rights-restrict-reason = Perché limiti l’uso dei dati
rights-restrict-button = Limita l’uso dei dati
rights-unrestrict-reason = Perché togli la limitazione
rights-unrestrict-button = Togli la limitazione
rights-restricted-since = Uso dei dati limitato dal { $day } da { $who }
rights-restricted-text = La scheda si legge e non si cambia.
rights-history-on = { $day }: limitata da { $who }. { $reason }
rights-history-off = { $day }: limitazione tolta da { $who }. { $reason }

# Requests.
rights-requests = Richieste
rights-requests-none = La persona non ha ancora chiesto nulla.
rights-request-title = Scrivi una richiesta
rights-request-button = Registra la richiesta
rights-received = Ricevuta il
rights-received-hint = Da questo giorno corre il mese per rispondere.
rights-note = Parole della persona
rights-note-hint = Facoltative. Per esempio da dove è arrivata la richiesta.
rights-due = Da rispondere entro
rights-answered = Risposta il
rights-recorded = Registrata
rights-by-on = il { $day } da { $who }
rights-why = Motivo
rights-answer = Risposta
rights-person = Persona
rights-erased-person = Persona cancellata
rights-state = Stato
rights-state-open = in attesa
rights-state-done = fatta
rights-state-refused = rifiutata
rights-left = { $n ->
    [0] scade oggi
    [one] manca un giorno
   *[other] mancano { $n } giorni
}
rights-late = { $n ->
    [one] in ritardo di un giorno
   *[other] in ritardo di { $n } giorni
}
rights-list-title = Richieste sui dati
rights-list-lead = { $n ->
    [0] Nessuna richiesta aspetta risposta.
    [one] Una richiesta aspetta risposta.
   *[other] { $n } richieste aspettano risposta.
}
rights-list-late = { $n ->
    [one] Una è in ritardo.
   *[other] { $n } sono in ritardo.
}
rights-list-open = Da rispondere
rights-list-settled = Con risposta
rights-list-empty = Nessuna richiesta
rights-list-empty-text = Quando una persona chiede una copia, una rettifica, una limitazione o la cancellazione, apri la sua scheda e scrivi la richiesta in «Diritti».
rights-list-empty-action = Cerca la persona
rights-one-lead = Richiesta di { $name }.
rights-done-title = La richiesta è stata accolta
rights-done-text = Che cosa hai fatto
rights-done-hint = Facoltativo. Per esempio: copia consegnata a mano.
rights-done-button = Segna come fatta
rights-refuse-title = La richiesta non si può accogliere
rights-refuse-text = Di’ alla persona il motivo e che può rivolgersi al Garante o a un giudice.
rights-refuse-button = Rifiuta la richiesta
rights-refusal = Motivo di legge
rights-refusal-missing = Scegli il motivo di legge.
rights-refusal-text = Il motivo, in parole
rights-refusal-hint = È ciò che dici alla persona.
rights-refusal-legal_duty = Una legge obbliga a conservare i dati (GDPR, art. 17, par. 3, lett. b)
rights-refusal-claims = Servono in un giudizio (art. 17, par. 3, lett. e)
rights-refusal-public_interest = Archivi e statistiche nel pubblico interesse (art. 17, par. 3, lett. d)
rights-refusal-unfounded = Richiesta infondata o ripetuta di continuo (art. 12, par. 5)
rights-refusal-unproven = Chi chiede non ha dimostrato di essere la persona (art. 12, par. 6)
rights-settled = A questa richiesta qualcuno ha già risposto.
rights-already = È già così.
rights-look-again = Apri di nuovo la pagina per vedere come sta.
rights-erasure-elsewhere = Una cancellazione si conferma nella sua pagina.
rights-erasure-elsewhere-remedy = Apri la persona, poi «Diritti», poi «Cancella la persona».
rights-waits = { $n ->
    [one] Una richiesta sui dati aspetta risposta
   *[other] { $n } richieste sui dati aspettano risposta
}
rights-waits-late = { $n ->
    [one] Una richiesta sui dati è in ritardo
   *[other] { $n } richieste sui dati sono in ritardo
}
rights-waits-open = Apri le richieste

# The copy.
rights-copy-title = Copia dei dati
rights-copy-of = I dati di { $name }
rights-copy-lead = Tutto ciò che la città di { $city } ha registrato di questa persona, al { $moment }.
rights-copy-print = Per consegnarla, stampa questa pagina o salvala come PDF.
rights-copy-json = Scarica i dati in JSON
rights-copy-nothing = Niente.
rights-copy-name = Nome
rights-copy-first-day = Conosciuta dal
rights-copy-written = Scritta come
rights-copy-times = { $n ->
    [0] nessun contatto
    [one] un contatto
   *[other] { $n } contatti
}
rights-copy-details = Dati noti
rights-copy-households = Nuclei familiari
rights-copy-contacts = Contatti
rights-copy-corrections = Correzioni
rights-copy-pathways = Percorsi
rights-copy-needs = Bisogni valutati
rights-copy-goals = Obiettivi
rights-copy-stays = Permanenze
rights-copy-results = Esiti chiesti
rights-copy-referrals = Invii
rights-copy-attachments = Allegati
rights-copy-rectifications = Rettifiche
rights-copy-restrictions = Limitazioni
rights-copy-reads = Chi ha letto la scheda
rights-copy-what = Che cosa
rights-copy-value = Valore
rights-copy-from = Dal
rights-copy-to = Al
rights-copy-by = Scritto da
rights-copy-household = Nucleo
rights-copy-relation = Relazione
rights-copy-others = Altre persone
rights-copy-permit = Titolo di soggiorno
rights-copy-point = Punto
rights-copy-bed = Letto
rights-copy-pathway = Percorso
rights-copy-goal = Obiettivo
rights-copy-due = Entro
rights-copy-reached = Raggiunto il
rights-copy-dropped = Lasciato il
rights-copy-steps = Passi
rights-copy-step-done = fatto il { $day }
rights-copy-way = Verso
rights-copy-sent = da questa città
rights-copy-received = a questa città
rights-copy-towards = A chi
rights-copy-agreed = Consenso
rights-copy-why = Motivo
rights-copy-was = Com’era
rights-copy-corrected = Corretto
rights-copy-taken-away = Tolto
rights-copy-file = File
rights-copy-type = Tipo
rights-copy-gone = Tolto
rights-copy-stopped = Uso limitato
rights-copy-goes-on = Limitazione tolta
rights-copy-when = Quando
rights-copy-who = Chi
rights-copy-how = Come

# Erasure.
rights-erase-title = Cancellazione
rights-erase-of = Cancella { $name }
rights-erase-lead = Leggi che cosa sparisce e che cosa resta. Una cancellazione non si annulla.
rights-erase-goes = Sparisce
rights-erase-goes-1 = Nome, nascita, grafie, e la possibilità di trovare la persona.
rights-erase-goes-2 = Telefono, e-mail, indirizzo, lingua, annotazioni, informative consegnate, ruolo nel nucleo.
rights-erase-goes-3 = Gli allegati, con il loro nome.
rights-erase-goes-4 = Le note dei contatti, i testi di percorsi, obiettivi, permanenze e invii, i motivi di correzioni e rettifiche.
rights-erase-goes-5 = Il nome nelle ricerche che l’hanno trovata, nelle righe scartate e nei file in attesa che lo contengono per intero.
rights-erase-stays = Resta, senza dire di chi
rights-erase-stays-1 = Giorni, servizi, punti, percorsi, permanenze ed esiti: i numeri non cambiano.
rights-erase-stays-2 = Genere, fascia di età, cittadinanza; titolo di soggiorno e vulnerabilità come codici; il numero del nucleo.
rights-erase-stays-3 = Un’impronta cifrata di come era scritta, perché un registro già portato non la faccia tornare.
rights-erase-stays-4 = Che una cancellazione è stata fatta, quando, da chi e perché.
rights-erase-beyond = Il programma non può cancellarlo
rights-erase-beyond-1 = I fogli e i registri che la città tiene fuori da qui, e le copie di sicurezza.
rights-erase-beyond-2 = Ciò che è scritto nella scheda di altre persone, o il nome scritto a metà in una riga scartata.
rights-erase-beyond-3 = La scheda in un’altra città che ha accolto la persona: la cancella quella città.
rights-erase-now = Cancella adesso
rights-ground = Perché
rights-ground-missing = Scegli perché la persona va cancellata.
rights-ground-not_needed = I dati non servono più (GDPR, art. 17, par. 1, lett. a)
rights-ground-consent = La persona ha tolto il consenso (lett. b)
rights-ground-objection = La persona si oppone (lett. c)
rights-ground-unlawful = I dati non si dovevano raccogliere (lett. d)
rights-ground-ordered = Lo ordina una legge o un giudice (lett. e)
rights-ground-retention = È finito il tempo per cui si conservano
rights-erase-word = cancella
rights-erase-confirm = Scrivi «{ $word }» per confermare
rights-erase-confirm-hint = Così nessuno cancella per sbaglio.
rights-erase-unconfirmed = Per confermare scrivi proprio «{ $word }».
rights-erase-button = Cancella per sempre
rights-erase-back = Torna ai diritti
rights-erase-file = Apri la scheda
rights-erase-refuse = Se una legge obbliga a conservare i dati, registra la richiesta in «Diritti» e rifiutala con il motivo.
rights-erased = Persona cancellata
rights-erased-text = Di lei restano solo i numeri.
rights-goes-on = Prima chiudi ciò che è ancora aperto
rights-goes-on-remedy = Altrimenti la persona resterebbe nei numeri per sempre.
rights-going-on-pathway = Un percorso è aperto: chiudilo con il suo esito.
rights-going-on-stay = Ha un posto letto: segna il giorno in cui l’ha lasciato.
rights-going-on-referral = Un invio aspetta risposta: ritiralo o concludilo.
rights-elsewhere = L’hanno accolta anche: { $cities }
rights-elsewhere-text = Avvisa quelle città della cancellazione (GDPR, art. 19): la loro scheda la cancellano loro.
