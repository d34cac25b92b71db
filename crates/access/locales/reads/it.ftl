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
