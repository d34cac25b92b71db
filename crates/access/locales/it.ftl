# Signing in.
access-sign-in-title = Accedi
access-sign-in-lead = Entra con il nome utente e la password; poi ti serve il codice della tua app.
access-sign-in-button = Continua
access-sign-in-wrong = Nome utente o password non corretti. Controlla e riprova: maiuscole e minuscole della password contano.
access-sign-in-recover = Non riesci a entrare? Usa un codice di recupero
access-sign-in-invited = Non hai ancora un utente? Lo crea il referente della tua città o chi amministra il programma: ricevi un collegamento da aprire una volta sola.
access-login = Nome utente
access-password = Password
access-back = Torna all’accesso
access-out = Sei uscito
access-out-more = La sessione è chiusa: da questo dispositivo nessuno può continuarla.
access-over = La sessione è finita
access-over-more = È rimasta ferma troppo a lungo, è durata una giornata di lavoro, oppure è stata chiusa da un altro dispositivo. Accedi di nuovo: torni dove eri.

# The demonstration.
access-demo-title = Prova senza password
access-demo-lead = Questa è una dimostrazione: scegli con gli occhi di chi guardarla.
access-demo-enter = Entra come { $what }

# The second factor.
access-code-title = Il codice della tua app
access-code-lead = Apri l’app sul telefono e scrivi qui le sei cifre di LGNet.
access-code = Codice
access-code-hint = Sei cifre, per esempio 123 456. Se non hai il telefono: uno dei tuoi codici di recupero.
access-code-button = Entra
access-code-wrong = Il codice non è giusto, oppure è già stato usato. Aspetta il prossimo e riprova.
access-code-lost = Il telefono non è qui?
access-code-lost-more = Scrivi uno dei codici di recupero che hai stampato: ognuno vale una volta. Se non hai neanche quelli, chi ti ha invitato può azzerare il secondo fattore.

# Setting it up.
access-enrol-title = Il secondo fattore
access-enrol-lead = Oltre alla password serve un codice che cambia ogni 30 secondi: così chi scopre la password non entra. Si prepara una volta sola.
access-enrol-app = 1. Prepara l’app
access-enrol-app-how = Apri sul telefono un’app di codici, per esempio FreeOTP, Aegis o quella che hai già, e inquadra il disegno.
access-enrol-picture = Codice QR da inquadrare con l’app; le stesse informazioni sono scritte qui sotto
access-enrol-by-hand = Se non puoi inquadrarlo, scrivi questa chiave nell’app:
access-enrol-prove = 2. Prova che funziona
access-enrol-code = Codice che l’app mostra adesso
access-enrol-code-hint = Sei cifre, per esempio 123 456.
access-enrol-button = Conferma
access-enrol-wrong = Il codice non è quello di adesso. Controlla che l’ora del telefono sia giusta e scrivi il codice che l’app mostra ora.

# Recovery codes.
access-codes-title = I tuoi codici di recupero
access-codes-lead = Si vedono solo adesso. Stampali o copiali, e tienili lontano dal telefono.
access-codes-keep = Ognuno vale una volta sola: serve quando il telefono non c’è, o per entrare subito se l’accesso è bloccato. I codici di prima non valgono più.
access-codes-done = Li ho messi al sicuro: continua
access-codes = Codici di recupero
access-recovery-code = Codice di recupero
access-recovery-code-hint = Quattro gruppi di quattro lettere e cifre, come li hai stampati.
access-recover-title = Entra con un codice di recupero
access-recover-lead = Se non hai il telefono, o se l’accesso è bloccato, entri con la password e uno dei codici che hai stampato.
access-recover-else = Se hai perso anche i codici, o non ricordi la password, chiedi a chi ti ha invitato: può darti un collegamento nuovo.
access-recover-button = Entra
access-recover-wrong = Nome utente, password o codice non corretti, oppure il codice è già stato usato.

# Too many attempts.
access-wait-title = Troppi tentativi
access-wait-lead = { $n ->
    [one] Puoi riprovare tra un minuto.
   *[other] Puoi riprovare tra { $n } minuti.
}
access-wait-why = Dopo dieci tentativi sbagliati l’accesso si ferma, perché nessuno possa indovinare una password. Finché è fermo non entra nemmeno la password giusta.
access-wait-unlock = Hai fretta? Il referente della tua città o chi amministra il programma può sbloccarti subito.
access-wait-recover = Entra con un codice di recupero

# Invitations.
access-invitation-title = Benvenuta, benvenuto: { $name }
access-invitation-lead = Sei { $role }. Scegli la tua password: la conosci solo tu.
access-invitation-login = Ti serve per entrare: non si cambia qui.
access-invitation-button = Continua
access-invitation-used = Questo collegamento è già stato usato
access-invitation-expired = Questo collegamento è scaduto
access-invitation-over = Vale una volta sola, per sette giorni. Se hai già scelto la password, accedi; altrimenti chiedi un collegamento nuovo a chi ti ha invitato.
access-password-new = Nuova password
access-password-again = La stessa, ancora una volta
access-password-hint = Almeno 12 caratteri. Una frase di quattro parole si ricorda meglio di una sigla.
access-password-short = La password è troppo corta: servono almeno 12 caratteri.
access-password-long = La password è troppo lunga: al massimo 256 caratteri.
access-password-personal = La password è quasi soltanto un nome, il tuo o del programma. Scegline un’altra.
access-password-common = Questa password è tra le prime che chiunque proverebbe. Scegline un’altra: per esempio quattro parole a caso.
access-password-differs = Le due password non sono uguali: scrivile di nuovo.
access-password-now = La tua password di adesso
access-password-now-hint = Per essere certi che sei tu.
access-password-now-wrong = La password non è quella di adesso. Nulla è cambiato.

# One's own account.
access-profile-title = Il tuo profilo
access-profile-lead = Chi sei qui, con che cosa entri, da dove sei entrato.
access-profile-keep = Lascia com’è
access-profile-keys = Con che cosa entri
access-profile-password = Cambia la password
access-profile-password-title = Cambia la password
access-profile-password-about = Chiude le sessioni sugli altri dispositivi.
access-profile-password-lead = Le sessioni sugli altri dispositivi si chiudono; qui resti dentro.
access-profile-password-button = Cambia la password
access-profile-password-done = La password è cambiata. Le altre sessioni sono chiuse.
access-factor = Secondo fattore
access-profile-factor = Cambia telefono o app
access-profile-factor-about = Il codice dell’app.
access-profile-factor-lead = Prepari l’app sul telefono nuovo: da quel momento i codici di quello vecchio non valgono più, e le sessioni sugli altri dispositivi si chiudono.
access-profile-codes = Fanne di nuovi
access-profile-codes-left = { $n ->
    [0] Non te ne resta nessuno: fanne di nuovi.
    [one] Te ne resta uno.
   *[other] Te ne restano { $n }.
}
access-profile-codes-title = Nuovi codici di recupero
access-profile-codes-lead = Ne ricevi dieci nuovi. Quelli di prima non valgono più.
access-profile-codes-button = Fai i codici nuovi
access-profile-sessions-caption = Dove sei entrato
access-profile-session-this = Questa sessione
access-profile-session-end = Chiudi
access-profile-session-end-label = Chiudi la sessione di { $device }, aperta { $moment }
access-profile-session-done = La sessione è chiusa.
access-profile-end-all = Esci da tutti i dispositivi
access-profile-end-all-about = Anche da questo: dovrai accedere di nuovo.
access-device-unknown = dispositivo non riconosciuto
access-column-device = Dispositivo
access-column-opened = Entrato
access-column-seen = Usato l’ultima volta
access-column-action = Che cosa puoi fare

# The accounts of others.
access-accounts-title = Utenti
access-accounts-lead = { $n ->
    [0] Nessun utente ancora
    [one] Un utente
   *[other] { $n } utenti
}{ $waiting ->
    [0] {""}
    [one] ; un invito aspetta risposta
   *[other] ; { $waiting } inviti aspettano risposta
}{ $locked ->
    [0] {""}
    [one] ; un accesso è bloccato
   *[other] ; { $locked } accessi sono bloccati
}.
access-accounts-caption = Chi può entrare
access-accounts-search = Cerca per nome, nome utente, ruolo o città
access-accounts-find = Cerca
access-accounts-invite = Invita qualcuno
access-accounts-keep = Torna agli utenti
access-accounts-empty = Qui stanno le persone che possono entrare
access-accounts-empty-more = Non hai ancora invitato nessuno.
access-accounts-none = Nessuno con queste parole
access-accounts-none-more = Prova con meno lettere, oppure invita la persona che cerchi.
access-accounts-more = Sono i primi { $n }: scrivi qualche lettera per trovare gli altri.
access-column-name = Nome
access-column-login = Nome utente
access-column-role = Ruolo
access-column-city = Città
access-column-state = Stato
access-state-active = può entrare
access-state-invited = non ha ancora accettato l’invito
access-state-half = deve preparare il secondo fattore
access-state-locked = bloccato per troppi tentativi
access-state-stopped = fermato
access-name = Nome e cognome
access-name-empty = Scrivi il nome.
access-name-long = Il nome è troppo lungo: al massimo 120 caratteri.
access-role = Ruolo
access-role-wrong = Scegli un ruolo dell’elenco.
access-city = Città
access-city-none = Nessuna città
access-city-hint = Serve a chi lavora allo sportello, in strada o come referente comunale.
access-city-wrong = Questo ruolo è di una città: scegli quale.
access-offices = Punti di accesso
access-offices-all = tutti quelli della città
access-offices-hint = Uno per riga, come sono scritti nei registri. Vuoto: tutti quelli della città.
access-login-hint = Da 3 a 64 lettere minuscole, cifre, punti o trattini, per esempio awa.diop.
access-login-wrong = Usa da 3 a 64 lettere minuscole senza accenti, cifre, punti, trattini o @, per esempio awa.diop.
access-login-taken = Questo nome utente è già usato: scegline un altro.
access-invite-title = Invita qualcuno
access-invite-lead = Ricevi un collegamento da consegnare alla persona: vale una volta, per sette giorni.
access-invite-lead-city = La persona lavorerà per { $city }. Ricevi un collegamento da consegnarle: vale una volta, per sette giorni.
access-invite-button = Crea l’invito
access-link = Collegamento
access-link-title = Il collegamento per { $name }
access-link-lead = Consegnalo a { $name } di persona o con un messaggio sicuro: chi lo apre per primo sceglie la password.
access-link-once = Si vede solo adesso.
access-link-until = Vale una volta, fino a { $moment }.
access-link-done = L’ho consegnato: continua
access-account-origin = Creato
access-account-made = { $moment }, da { $who }
access-account-invited = invito valido fino a { $moment }
access-account-locked = fino a { $moment }
access-account-own = È il tuo utente: quello che puoi cambiare sta nel profilo.
access-account-change = Che cosa è, e dove
access-account-change-button = Salva
access-account-change-about = Se cambiano ruolo, città o punti di accesso, la persona deve accedere di nuovo.
access-account-more = Che cosa puoi fare
access-account-unlock = Sblocca l’accesso
access-account-link = Collegamento nuovo
access-account-factor = Azzera il secondo fattore
access-account-stop = Ferma l’utente
access-account-restart = Riattiva l’utente
access-account-keep = Lascia com’è
access-account-again = Questo invito era già stato creato. Il collegamento non si può rivedere: se non l’hai copiato, creane uno nuovo.
access-account-changed = Salvato.
access-account-stopped = L’utente è fermato: le sue sessioni sono chiuse.
access-account-restarted = L’utente può entrare di nuovo.
access-account-unlocked = L’accesso è sbloccato.
access-account-reset = Il secondo fattore è azzerato: al prossimo accesso la persona ne prepara uno nuovo.
access-stop-title = Fermare { $name }?
access-stop-lead = Non potrà più entrare, e le sue sessioni si chiudono subito.
access-stop-what = Quello che ha registrato resta, con il suo nome. Puoi riattivare l’utente quando vuoi.
access-stop-button = Ferma l’utente
access-again-title = Un collegamento nuovo per { $name }
access-again-what = Chi lo apre sceglie una password nuova, e le sessioni aperte si chiudono. I collegamenti di prima smettono subito di valere. Il secondo fattore resta com’è.
access-again-button = Crea il collegamento
access-reset-title = Azzerare il secondo fattore di { $name }?
access-reset-lead = Fallo solo se sei certo di parlare proprio con questa persona.
access-reset-what = L’app e i codici di recupero smettono di valere, e le sessioni si chiudono. Al prossimo accesso, dopo la password, la persona ne prepara uno nuovo.
access-reset-button = Azzera il secondo fattore

# Chiavi di accesso e istituzione
access-sign-in-passkey = Entra con una chiave di accesso
access-sign-in-provider = Entra con { $name }
access-profile-passkeys = Chiavi di accesso
access-profile-passkeys-about = Una chiave sta nel telefono, nel computer o in una chiavetta e si apre con il dito o con un PIN: entri senza password e senza codice.
access-profile-passkeys-caption = Le tue chiavi di accesso
access-profile-passkey-name = Come chiami questa chiave
access-profile-passkey-add = Aggiungi una chiave
access-profile-passkey-remove = Togli
access-profile-passkey-remove-label = Togli la chiave { $name }
access-column-added = Aggiunta
access-column-used = Ultimo uso
access-keys-over = È passato troppo tempo: ricomincia
access-keys-too-many = Hai già il numero massimo di chiavi: togline una
access-keys-refused = Questa chiave non apre nessun accesso qui
access-keys-cancelled = Non hai usato nessuna chiave: puoi riprovare o entrare in un altro modo
access-keys-script = Per aggiungere una chiave serve JavaScript; per entrare restano password e codice.
access-provider-over = L'accesso non è cominciato in questo browser, o è passato troppo tempo
access-provider-over-do = Torna all'accesso e ricomincia.
access-provider-no-place = La tua istituzione ti conosce, ma qui non hai un posto
access-provider-no-place-do = Chiedi a chi amministra LGNet di darti un ruolo.
access-provider-factor = La tua istituzione non ha chiesto un secondo fattore
access-provider-factor-do = Attiva il secondo fattore presso la tua istituzione, poi riprova.
access-provider-taken = Qui c'è già un utente con questo nome
access-provider-taken-do = Entra con password e codice, o chiedi a chi amministra LGNet.
access-provider-away = Il servizio della tua istituzione non risponde
access-provider-away-do = Riprova fra qualche minuto, o entra con password e codice.
access-provider-refused = Accesso non riuscito
access-provider-refused-more = La tua istituzione non ha confermato l'accesso, oppure l'hai interrotto.
