# The desk: finding people, registering them, their file.

# First page.
people-home-title = Sportello
people-home-lead = { $visits ->
        [0] Oggi non hai ancora registrato contatti.
        [one] Oggi hai registrato un contatto.
       *[other] Oggi hai registrato { $visits } contatti.
    } { $waiting ->
        [0] Niente in attesa.
        [one] Una cosa aspetta te.
       *[other] { $waiting } cose aspettano te.
    }
people-home-contact = Nuovo contatto: cerca la persona
people-home-anonymous = Contatto anonimo
people-home-group = Contatto di gruppo
people-home-lists = Che cosa c’è allo sportello
people-home-pathways = Percorsi
people-home-stays = Posti e permanenze
people-home-referrals = Invii
people-home-rights = Richieste sui dati
people-home-waits = In attesa
people-home-waits-none = Niente in attesa: è tutto fatto.
people-home-today = Oggi
people-home-empty = Ancora nessun contatto oggi
people-home-empty-text = Qui vedrai i contatti che registri durante la giornata. Cerca la persona; se non c’è ancora, registrala.

# Search.
people-search = Cerca una persona
people-search-hint = Nome e cognome in qualsiasi ordine, anche non finiti; se la sai, la data o l’anno di nascita.
people-search-label = Ricerca di una persona
people-search-button = Cerca
people-search-title = Persone
people-search-lead = Cerca per nome: bastano due lettere. Vengono trovati anche i nomi scritti in un altro modo.
people-search-lead-found = Persone che somigliano a «{ $typed }», la più probabile per prima.
people-nobody = Nessuno si chiama «{ $typed }», né in modo simile.
people-nobody-title = Nessuna persona trovata
people-nobody-text = Prova con meno lettere, solo con il cognome o solo con la data di nascita. Se non c’è, registrala.
people-too-little = Scrivi almeno due lettere del nome, oppure la data di nascita intera.
people-more = Ne vedi { $n }, ma ce ne sono altre: scrivi qualcosa in più.
people-found = { $n ->
        [one] Una persona trovata
       *[other] { $n } persone trovate
    }
people-recognise = È una di queste?
people-written = scritta anche «{ $name }» ·
people-last-met = ultimo contatto il { $day }
people-never-met = nessun contatto, conosciuta dal { $day }
people-status-in-charge = in carico dal { $day }
people-status-not-in-charge = non in carico
people-status-restricted = uso dei dati limitato
people-contact = Nuovo contatto
people-contact-of = Nuovo contatto con { $name }
people-it-is = È lei: apri la scheda
people-it-is-name = È { $name }: apri la scheda
people-choose-one = Scegli
people-choose-name = Scegli { $name }
people-why-name-same = stesso nome
people-why-name-alike = nome quasi uguale
people-why-name-begins = il nome comincia così
people-why-name-other = parte del nome
people-why-birth-same = stessa nascita
people-why-birth-near = nascita vicina
people-why-birth-year = stesso anno di nascita
people-why-birth-differs = nascita diversa

# Who somebody is.
people-name = Nome
people-surname = Cognome
people-surname-hint = Come sul documento. Se non sai distinguere nome e cognome, scrivi tutto qui.
people-given = Nome
people-birth-field = Data di nascita
people-birth-hint = Per esempio 3/5/1990. Se sai solo l’anno scrivi l’anno: vale il 1º gennaio. Se non si sa, lascia vuoto.
people-birth = { $day } ({ $age } anni)
people-birth-uncertain = { $day } ({ $age } anni; forse il giorno non è noto)
people-birth-unknown = nascita non rilevata
people-gender = Genere
people-gender-F = femminile
people-gender-M = maschile
people-gender-X = altro
people-citizenship = Cittadinanza
people-citizenship-hint = Scrivi il paese e scegli dall’elenco.
people-citizenship-unknown = cittadinanza non rilevata
people-language = Lingua
people-language-hint = La lingua in cui vi capite meglio.
people-phone = Telefono
people-optional = Solo se serve.
people-permit = Titolo di soggiorno
people-permit-hint = Solo se serve. È un dato delicato: lo vede soltanto chi può.
people-choose = – scegli –
people-spellings = Scritta anche
people-contacts = Contatti
people-known = Conosciuta dal

# Faults.
people-fault-no-name = Scrivi almeno un nome.
people-fault-long = Troppo lungo: al massimo { $most } caratteri.
people-fault-birth = Non sembra una data. Scrivila come 3/5/1990, oppure solo l’anno.
people-fault-birth-future = Questa data deve ancora venire.
people-fault-birth-old = Questa data è prima del 1900: controllala.
people-fault-unknown = Non è nell’elenco: scegli una voce dall’elenco.
people-fault-unknown-near = Non è nell’elenco. Volevi dire «{ $near }»?
people-fault-empty = Scrivi o scegli qualcosa.
people-fault-phone = Non sembra un numero di telefono: almeno sei cifre.
people-fault-email = Non sembra un indirizzo e-mail, per esempio nome@esempio.it.
people-fault-since = Scegli un giorno fino a oggi.
people-fault-reason = Scrivi il motivo: resterà nella storia.
people-forged = Questa richiesta non viene da una pagina del programma
people-forged-remedy = Nulla è cambiato. Torna alla pagina e riprova da lì.
people-restricted = L’uso di questi dati è limitato: si leggono e non si cambiano
people-restricted-remedy = La persona lo ha chiesto (art. 18 GDPR). Chi tratta i diritti può togliere la limitazione.
people-somebody-else = C’è già un’altra persona scritta proprio così
people-somebody-else-merge = Guarda se sono la stessa persona
people-in-household = È già nel nucleo { $number }
people-in-household-since = È nel nucleo { $number } dal { $day }: prima indica quando ne è uscita.
people-backwards = L’ultimo giorno viene prima del primo
people-meanwhile = Nel frattempo qualcuno ha già deciso

# Registering.
people-register = Registra una persona
people-new-title = Registra una persona
people-new-lead = Basta poco: un nome, e quello che sai. Mentre scrivi vedi chi è già conosciuto. Registrare non crea un contatto.
people-new-lead-alike = C’è già chi le somiglia: guarda prima di registrare.
people-new-who = Chi è
people-new-more = Per capirsi e ritrovarsi
people-new-note = Si chiede solo ciò che serve. Dopo la registrazione dai l’informativa sulla privacy nella sua lingua.
people-alike-title = È una di queste persone?
people-alike-text = Se è una di loro apri la sua scheda: lì puoi anche correggere come è scritta.
people-alike-none = Nessuna di queste: registra
people-alike-unsure = Non è sicuro: registra e chiedi al referente
people-alike-help = La risposta resta: se dici che è un’altra persona, nessuno lo chiederà di nuovo.
people-registered = Persona registrata
people-registered-text = Ora dai l’informativa sulla privacy nella sua lingua, poi registra il contatto (n).

# The file.
people-who = Chi è
people-known-since = Conosciuta dal { $day }.
people-met-times = { $n ->
        [one] Un contatto, il { $day }.
       *[other] { $n } contatti, l’ultimo il { $day }.
    }
people-met-never = Ancora nessun contatto.
people-restricted-title = Uso dei dati limitato dal { $day }
people-restricted-text = La persona ha chiesto di limitarlo (art. 18 GDPR). La scheda si legge, non si cambia e non riceve contatti.
people-action-pathway = Percorso
people-action-referral = Invio
people-action-details = Dati
people-action-household = Nucleo
people-action-attachments = Allegati
people-action-notice = Informativa
people-action-rectify = Rettifica
people-action-merge = Unisci
people-action-rights = Diritti
people-details = Dati
people-details-none = Ancora nessun dato.
people-details-open = Vedi e cambia i dati
people-special = Dati particolari
people-reserved = Riservato
people-household = Nucleo familiare
people-household-number = Nucleo { $n }
people-household-none = Nessun nucleo registrato.
people-household-open = Vedi e cambia il nucleo
people-household-self = { $name } (questa scheda)
people-story = Storia
people-story-empty = La storia comincia qui
people-story-empty-text = Contatti, percorsi, invii e documenti compariranno in ordine di giorno.
people-story-older = Giorni precedenti
people-event-registered = Registrata allo sportello
people-event-rectified = Rettificata da { $who }
people-event-notice = Informativa consegnata ({ $language }) da { $who }
people-event-household = Entra nel nucleo { $n }
people-event-household-end = Esce dal nucleo { $n }
people-event-attached = Allegato aggiunto
people-event-detached = Allegato tolto
people-done-rettifica = Rettifica salvata: la grafia di prima resta e la trova ancora
people-done-separate = Unione annullata: le due schede sono come prima
people-done-informativa = Consegna dell’informativa registrata

# Details.
people-details-title = Dati
people-details-of = Dati di { $name }
people-details-lead = Che cosa si sa e da quando. Ciò che valeva prima resta nella storia.
people-kind-language = Lingua
people-kind-phone = Telefono
people-kind-email = E-mail
people-kind-address = Indirizzo
people-kind-permit = Titolo di soggiorno
people-kind-vulnerability = Vulnerabilità
people-kind-notice = Informativa sulla privacy
people-kind-note = Annotazioni
people-vulnerability-hint = Come le elenca la legge (D.Lgs. 142/2015, art. 17). Scrivila solo se serve per aiutare.
people-nothing-known = Niente.
people-add = Aggiungi
people-change = Cambia
people-write = Scrivi: { $what }
people-save = Salva
people-since-field = Dal giorno
people-since = dal { $day }
people-void = mai valso
people-recorded = scritto il { $moment } da { $who }
people-before = { $n ->
        [one] Prima: una voce
       *[other] Prima: { $n } voci
    }
people-end = Vale fino a oggi
people-end-of = { $value }: vale fino a oggi
people-wrong = Era sbagliato
people-wrong-of = { $value }: era sbagliato
people-office = Chi lo vede
people-office-none = tutto lo sportello della città
people-office-only = solo { $name }
people-office-hint = Per ciò che deve restare nel tuo punto di accesso.
people-kept-by-office = riservato a un punto di accesso
people-notice-given = { $language }, versione { $version }

# Writing down anew.
people-rectify-title = Rettifica
people-rectify-of = Rettifica di { $name }
people-rectify-lead = Scrivi com’è giusto. La grafia di prima resta: chi la cerca così la trova ancora, e i contatti non cambiano.
people-rectify-spellings = Come è stata scritta finora
people-rectify-reason-hint = Per esempio: documento visto il 3 maggio.
people-rectify-button = Salva la rettifica
people-reason = Motivo

# Household.
people-household-title = Nucleo familiare
people-household-of = Nucleo di { $name }
people-household-lead = { $n ->
        [one] Nel nucleo { $number } c’è una persona.
       *[other] Nel nucleo { $number } ci sono { $n } persone.
    }
people-household-lead-past = Oggi non è in nessun nucleo.
people-household-lead-none = Nessun nucleo registrato. Una persona sola è un nucleo solo se lo registri.
people-household-new = Nuovo nucleo
people-household-make = Crea il nucleo
people-household-add = Aggiungi { $name }
people-household-join = Aggiungi al nucleo
people-household-who = Aggiungi qualcuno
people-household-search = Cerca chi vive con lei
people-household-register = Non c’è ancora?
people-relation = Parentela con chi intesta il nucleo
people-relation-head = intestataria o intestatario
people-relation-partner = coniuge o convivente
people-relation-child = figlia o figlio
people-relation-parent = madre o padre
people-relation-sibling = sorella o fratello
people-relation-relative = altro parente
people-relation-other = vive con loro
people-leave = Esce oggi
people-leaves = { $value }: esce oggi
people-somebody = persona non più nella scheda

# Attachments.
people-attachments-title = Allegati
people-attachments-of = Allegati di { $name }
people-attachments-lead = { $n ->
        [0] Ancora nessun allegato. Qui stanno le copie di documenti che servono per il percorso.
        [one] Un allegato.
       *[other] { $n } allegati.
    }
people-file = File
people-file-hint = PDF, foto o documento di testo, fino a { $n } MB.
people-file-none = Scegli un file.
people-file-too-large = Il file supera { $n } MB: riducilo o dividilo.
people-file-kind = Questo tipo di file non si può allegare. Vanno bene PDF, JPEG, PNG, WebP, HEIC, DOCX senza macro e ODT.
people-file-add = Aggiungi un file
people-file-note = Il file viene cifrato. Allega solo ciò che serve: meglio vedere un documento che tenerne copia.
people-file-about = { $size }, aggiunto il { $day } da { $who }
people-file-remove = Togli
people-file-remove-of = Togli { $name }
people-file-reason = Motivo
people-files-gone = Allegati tolti
people-file-gone = { $name }, tolto il { $day } da { $who }
people-erased = cancellato
people-size-kilobytes = { $n } KB
people-size-megabytes = { $size } MB

# Uniting two people.
people-merge-title = Unisci
people-merge-of = Unisci { $name } con un’altra scheda
people-merge-lead = Due schede della stessa persona? Cerca l’altra.
people-merge-lead-two = Guarda le differenze. Se sono la stessa persona, unisci: si può annullare.
people-merge-search = Cerca l’altra scheda
people-merge-none = Nessun’altra scheda somiglia: prova a cercarla in un altro modo.
people-merge-button = Sono la stessa persona: unisci
people-merge-another = Scegline un’altra
people-merge-help = Contatti, percorsi e dati restano come sono stati scritti. L’unione compare tra le coppie decise e si può annullare, anche dopo.
people-merged = Schede unite
people-merged-text = Ora è una persona sola, anche nei numeri.
people-merge-undo = Annulla l’unione
people-differs = (diverso)

# Privacy notice.
people-notice-title = Informativa sulla privacy
people-notice-of = Informativa per { $name }
people-notice-lead = Leggila insieme alla persona, stampala o falle inquadrare il codice, poi segna che l’hai consegnata.
people-notice-lead-given = L’informativa è già stata consegnata. Puoi darla di nuovo, anche in un’altra lingua.
people-notice-unverified = Traduzione da verificare
people-notice-unverified-text = Nessuna mediatrice ha ancora riletto questo testo: se qualcosa non è chiaro, spiegalo a voce.
people-notice-languages = Lingue dell’informativa
people-notice-give = Segna come consegnata
people-notice-print = Per la carta usa la stampa del browser: esce solo il testo, con il codice da inquadrare.
people-notice-given-on = consegnata il { $day }, lingua { $language }, da { $who }
people-notice-qr = Codice da inquadrare: { $address }
people-notice-public = Informativa dello sportello di { $city }
people-notice-choose = Scegli la lingua.
people-notice-choose-city = Scegli la città dello sportello.
