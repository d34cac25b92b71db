reads-title = Letture: chi ha letto quale scheda
reads-lead-none = Ogni lettura delle persone è scritta qui. Nessuna lettura insolita aspetta di essere guardata.
reads-lead = Ogni lettura delle persone è scritta qui. { $n ->
    [one] Una lettura insolita aspetta di essere guardata.
   *[other] { $n } letture insolite aspettano di essere guardate.
}
reads-waits = { $n ->
    [one] Una lettura insolita da guardare
   *[other] { $n } letture insolite da guardare
}
reads-waits-look = Guarda

# How and what.
reads-act-view = Ha aperto
reads-act-search = Ha cercato
reads-act-list = Ha visto in elenco
reads-act-export = Ha portato fuori
reads-what-file = scheda
reads-what-attachment = allegato
reads-what-desk = ricerca allo sportello
reads-what-similar = persone simili al nome scritto
reads-what-contacts = contatti
reads-what-pathways = percorsi
reads-what-stays = permanenze
reads-what-referrals = invii
reads-what-rights = diritti della persona
reads-what-pairs = coppie dubbie
reads-what-questions = domande tra città
reads-what-register_rows = accessi di un registro
reads-what-rejected_rows = righe scartate di un registro
reads-what-preview = anteprima di un registro
reads-what-reads = registro delle letture, con i nomi
reads-searched = { $what }: «{ $text }»
reads-file-number = scheda …{ $number }
reads-of-file = chi l’ha letta
reads-nobody = nessuna scheda
reads-people = { $n ->
    [one] una persona
   *[other] { $n } persone
}

# The list.
reads-lines = Le letture
reads-about-person = Chi ha letto: { $name }
reads-everybody = Tutte le letture
reads-column-when = Quando
reads-column-who = Chi
reads-column-how = Come
reads-column-what = Che cosa
reads-column-whom = Di chi
reads-city = Città
reads-any-city = Tutte
reads-who = Chi ha letto
reads-who-hint = Il nome con cui entra, per intero.
reads-how = Come
reads-any = In ogni modo
reads-from = Dal
reads-to = Al
reads-day-wrong = Scrivi un giorno come 2026-05-15.
reads-filter = Mostra
reads-shown = { $n ->
    [one] Una lettura in questa pagina
   *[other] { $n } letture in questa pagina
}
reads-nothing = Nessuna lettura
reads-nothing-text = Qui sta chi ha cercato, aperto, visto in elenco o portato fuori dati di persone. Con questi filtri non c’è nulla.
reads-csv = Scarica l’elenco (CSV, senza nomi)
reads-csv-name = letture
reads-csv-when = Quando
reads-csv-city = Città
reads-csv-who = Chi
reads-csv-role = Ruolo
reads-csv-how = Come
reads-csv-what = Che cosa
reads-csv-people = Persone
reads-csv-file = Scheda

# One reading.
reads-line-title = Lettura del { $moment }
reads-line-lead = { $login } ({ $role }). { $act }: { $what }.
reads-line-about = { $city } · { $n ->
    [0] nessuna persona
    [one] una persona
   *[other] { $n } persone
}
reads-line-people = Le persone di questa lettura

# Unusual reading.
reads-unusual = Letture insolite
reads-unusual-text = Un segnale non accusa nessuno: dice che qualcosa è diverso dal solito. Guarda le letture, chiedi, e scrivi com’è andata.
reads-flag-about = { $city } · segnalata il { $moment } ·
reads-flag-lines = Vedi le letture
reads-flag-more-since = Da allora ce ne sono altre.
reads-flag-many = { $login } ha aperto { $n } schede il { $day }; in un suo giorno solito ne apre { $usual }.
reads-flag-many-new = { $login } ha aperto { $n } schede il { $day }; è qui da poco e non ha ancora un giorno solito.
reads-flag-late = { $login } ha aperto { $n } schede il { $day } fuori dall’orario dello sportello (dalle { $opens } alle { $closes }).
reads-flag-strangers = { $login } ha aperto il { $day } { $n } schede di persone che nei { $days } giorni prima non erano state incontrate nei suoi punti di accesso.
reads-flag-same_search = { $login } ha cercato { $n } volte la stessa cosa il { $day }.
reads-flag-colleague = { $login } ha cercato il nome di chi lavora in città il { $day }: { $n ->
    [one] una volta
   *[other] { $n } volte
}.
reads-flag-exports = { $login } ha portato fuori dati di persone { $n } volte il { $day }.
reads-note = Com’è andata
reads-note-hint = Per esempio: «Ha preparato l’elenco per la riunione, gliel’avevo chiesto io».
reads-note-empty = Scrivi com’è andata: senza, tra un anno nessuno lo saprà.
reads-note-long = La nota è troppo lunga: al massimo { $n } caratteri.
reads-look-at = Segna come guardata
reads-looked = Guardata da { $who } il { $moment }.
reads-looked-done = Lettura guardata
reads-looked-done-text = La nota è scritta e resta accanto al segnale.
reads-looked-title = Già guardate
reads-own-flag = Questa lettura insolita è tua: non puoi segnarla come guardata.
reads-own-flag-remedy = Questa lettura è tua: la guarda chi fa i controlli.
reads-rules = Le regole
reads-rules-text = Una lettura è insolita quando, in un giorno, una di queste cose è vera.
reads-rule-many = Schede aperte: almeno { $files }, e almeno { $times } volte quelle di un proprio giorno solito (la mediana degli ultimi { $history } giorni). Chi ha meno di { $least } giorni alle spalle: almeno { $new }.
reads-rule-late = Almeno { $late } schede aperte prima delle { $opens } o dalle { $closes } in poi. Non vale per le unità mobili.
reads-rule-strangers = Almeno { $strangers } schede di persone che nei { $days } giorni prima non sono state registrate né incontrate nei propri punti di accesso.
reads-rule-same_search = La stessa ricerca almeno { $same } volte.
reads-rule-colleague = Una ricerca del nome di chi lavora in città.
reads-rule-exports = Almeno { $exports } volte dati di persone portati fuori.

# The journal of writes.
reads-journal = Scritture
reads-journal-title = Scritture: chi ha scritto che cosa
reads-journal-lead = Ogni scrittura resta qui, una dopo l’altra, e non si può togliere senza che si veda. I nomi delle persone non ci sono.
reads-journal-who = Chi ha scritto
reads-journal-deed-head = Che cosa ha fatto
reads-journal-thing-head = A che cosa
reads-journal-network = tutta la rete
reads-journal-nothing = Nessuna scrittura
reads-journal-nothing-text = Qui sta ciò che è stato scritto nel programma. Con questi filtri non c’è nulla.
reads-journal-shown = { $n ->
    [one] Una scrittura in questa pagina
   *[other] { $n } scritture in questa pagina
}
reads-journal-go = Chi ha scritto che cosa
reads-thing-number = { $kind } …{ $number }
reads-deed-accept = ha accettato
reads-deed-accept-invitation = ha accettato l’invito
reads-deed-add-passkey = ha aggiunto una chiave di accesso
reads-deed-adjust = ha corretto come si legge un file
reads-deed-answer = ha detto che cosa ha risposto una persona
reads-deed-arrive = ha segnato l’arrivo
reads-deed-assess = ha valutato un bisogno
reads-deed-attach = ha allegato
reads-deed-beds = ha detto quanti posti letto ci sono
reads-deed-begin-change-of-keys = ha iniziato il cambio delle chiavi
reads-deed-change-account = ha cambiato un accesso
reads-deed-change-keys = ha cambiato le chiavi
reads-deed-change-password = ha cambiato la password
reads-deed-close = ha chiuso
reads-deed-correct = ha corretto
reads-deed-decline = ha rifiutato
reads-deed-detach = ha tolto un allegato
reads-deed-discard = ha tolto un file che aspettava
reads-deed-encode = ha rifatto le impronte delle schede
reads-deed-end = ha detto che non vale più
reads-deed-erase = ha cancellato
reads-deed-export = ha dato copia dei dati
reads-deed-follow = ha segnato come va
reads-deed-forget = ha tolto dalla memoria
reads-deed-furnish-for-demonstration = ha preparato la dimostrazione
reads-deed-import = ha importato
reads-deed-invite = ha invitato
reads-deed-invite-again = ha invitato di nuovo
reads-deed-join = ha unito due schede
reads-deed-join_household = ha aggiunto al nucleo
reads-deed-leave = ha segnato l’uscita
reads-deed-leave_household = ha tolto dal nucleo
reads-deed-link = ha riconosciuto persone di più città
reads-deed-look_at = ha guardato una lettura insolita
reads-deed-make-account = ha creato un accesso
reads-deed-mark-as-demonstration = ha segnato come dimostrazione
reads-deed-offer = ha proposto
reads-deed-open = ha aperto
reads-deed-park = ha portato un file
reads-deed-plan = ha programmato
reads-deed-profile = ha tenuto il modo di leggere i file
reads-deed-propose = ha proposto di unire
reads-deed-record = ha registrato
reads-deed-rectify = ha rettificato
reads-deed-refer = ha inviato
reads-deed-register_person = ha registrato una persona
reads-deed-remove-passkey = ha tolto una chiave di accesso
reads-deed-renew-recovery-codes = ha rifatto i codici di recupero
reads-deed-reopen-rejected-rows = ha rimesso in attesa le righe scartate
reads-deed-request = ha segnato una richiesta sui diritti
reads-deed-reset-second-factor = ha azzerato il secondo fattore
reads-deed-restart-account = ha riattivato un accesso
reads-deed-restrict = ha limitato il trattamento
reads-deed-result = ha segnato un esito
reads-deed-retain = ha applicato i tempi di conservazione
reads-deed-rewrap-keys = ha cambiato la chiave principale
reads-deed-rotate = ha cambiato la chiave delle impronte
reads-deed-separate = ha separato due schede
reads-deed-set-up-second-factor = ha attivato il secondo fattore
reads-deed-settle-rejected-rows = ha chiuso le righe scartate
reads-deed-settle_request = ha risposto a una richiesta sui diritti
reads-deed-stay = ha segnato una permanenza
reads-deed-stop-account = ha fermato un accesso
reads-deed-take-back = ha annullato una registrazione
reads-deed-tell = ha aggiunto un dato
reads-deed-transfer = ha passato una scheda
reads-deed-undo = ha annullato una decisione
reads-deed-unlock-account = ha sbloccato un accesso
reads-deed-unrestrict = ha tolto la limitazione del trattamento
reads-deed-use-recovery-code = ha usato un codice di recupero
reads-deed-withdraw = ha ritirato
reads-thing-account = accesso
reads-thing-attachment = allegato
reads-thing-contact = contatto
reads-thing-detail = dato della scheda
reads-thing-gathering = gruppo
reads-thing-goal = obiettivo
reads-thing-household = nucleo
reads-thing-installation = installazione
reads-thing-need = bisogno
reads-thing-network = rete
reads-thing-network-key = chiave delle impronte
reads-thing-pair = coppia
reads-thing-pathway = percorso
reads-thing-person = scheda
reads-thing-place = posti letto
reads-thing-profile = profilo dei registri
reads-thing-question = domanda tra città
reads-thing-read_flag = lettura insolita
reads-thing-referral = invio
reads-thing-register = registro
reads-thing-result = esito
reads-thing-retention = conservazione
reads-thing-rights = richiesta sui diritti
reads-thing-stay = permanenza
reads-thing-step = passo
reads-thing-upload = file
reads-thing-vault = chiavi
reads-thing-visit = contatto
