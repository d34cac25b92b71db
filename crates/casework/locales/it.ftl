# What waits, on the home page.
registers-waits-rows = { $city }: { $n ->
    [one] una riga scartata da correggere
   *[other] { $n } righe scartate da correggere
}
registers-waits-pairs = { $city }: { $n ->
    [one] una coppia dubbia da decidere
   *[other] { $n } coppie dubbie da decidere
}
registers-waits-open = Apri
registers-waits-decide = Decidi

# Columns of tables.
registers-column-read = Righe lette
registers-column-accepted = Accolte
registers-column-known = Già note
registers-column-rejected = Scartate
registers-column-state = Stato
registers-column-action = Che cosa puoi fare
registers-column-file = File
registers-column-when = Quando e chi
registers-column-sheet = Foglio
registers-column-header = Intestazione
registers-column-rows = Righe
registers-column-reason = Motivo e rimedio
registers-column-first = Primi esempi
registers-column-line = Riga
registers-column-written = Com’è scritta
registers-column-understood = Come viene letta
registers-column-column = Colonna
registers-column-value = Che cosa c’è scritto
registers-column-nearest = Valore valido più vicino
registers-column-row = Tutta la riga
registers-column-day = Giorno
registers-column-name = Nome scritto
registers-column-service = Servizio

# States.
registers-state-rows = righe da correggere
registers-state-imported = importato
registers-state-withdrawn = ritirato il { $day }

# One city.
registers-city-title = Registri di { $city }
registers-city-lead-empty = Qui ci saranno i registri della città. Comincia portando un file: nulla viene importato prima della tua conferma.
registers-city-lead-done = { $n ->
    [one] Un registro importato
   *[other] { $n } registri importati
}, niente da correggere e niente da decidere.
registers-city-lead = Da fare: { $rows ->
    [0] nessuna riga da correggere
    [one] una riga da correggere
   *[other] { $rows } righe da correggere
} e { $pairs ->
    [0] nessuna coppia da decidere.
    [one] una coppia da decidere.
   *[other] { $pairs } coppie da decidere.
}
registers-bring = Porta un registro
registers-file = File del registro
registers-file-hint = XLSX, XLS, ODS o CSV, fino a { $n } MB. Va bene com’è: le colonne si controllano al passo dopo.
registers-bring-button = Leggi il file
registers-file-none = Nessun file scelto: scegli il registro da portare.
registers-file-too-large = Il file supera { $n } MB: dividilo, per esempio un file per anno.
registers-doubts = Coppie dubbie
registers-doubts-waiting = { $n ->
    [one] Una coppia di nomi potrebbe essere la stessa persona.
   *[other] { $n } coppie di nomi potrebbero essere la stessa persona.
}
registers-doubts-decide = Decidi
registers-doubts-none = Nessuna coppia aspetta una decisione.
registers-doubts-decided = Coppie già decise
registers-parked = File portati e non ancora importati
registers-parked-about = { $size }, portato il { $moment }
registers-parked-continue = Continua
registers-parked-follow = Guarda a che punto è
registers-parked-kept = Un file non importato resta qui sette giorni, poi viene tolto.
registers-history = Storia
registers-history-empty = Nessun registro importato finora. Ogni file importato comparirà qui, con chi lo ha portato e il risultato.
registers-when-who = { $moment }, { $who }
registers-digest = SHA-256 { $digest }…
registers-withdraw = Ritira

# What was understood of a file.
registers-understood-title = Che cosa è stato capito: { $city }
registers-understood-here = File da importare
registers-understood-lead-all = { $n ->
    [one] Una riga, e si può importare.
   *[other] { $n } righe, e si possono importare tutte.
}
registers-understood-lead = { $n ->
    [one] Una riga
   *[other] { $n } righe
}: { $wrong ->
    [one] una non si può importare così com’è
   *[other] { $wrong } non si possono importare così come sono
}. Controlla le colonne, poi importa: le righe scartate si correggono anche dopo.
registers-understood-lead-none = Nessuna riga si può importare ancora: indica quali colonne sono la data, il nome e il servizio, poi aggiorna l’anteprima.
registers-understood-file = { $name } · { $size } · SHA-256 { $digest }… · portato il { $moment } · nulla è ancora importato
registers-same-file = Lo stesso file è già nella storia, importato il { $moment }
registers-same-file-text = Puoi importarlo di nuovo: gli accessi che la città ha già non vengono aggiunti due volte.
registers-same-file-link = Guarda quell’importazione
registers-repeated = Più colonne dicono «{ $meaning }»: { $columns }
registers-repeated-text = Vale la prima; delle altre scegli che cosa sono, o «Non importare».
registers-columns = Le colonne
registers-columns-text = Per ogni colonna scegli che cosa contiene. Gli esempi sono i primi valori del file.
registers-columns-other = Colonne di fogli che non sembrano registri
registers-columns-none = Nel file non si riconosce nessuna tabella: controlla di aver scelto il file giusto.
registers-column-examples = Per esempio: { $examples }
registers-column-empty = La colonna è vuota.
registers-column-not-understood = Non riconosciuta.
registers-words = Parole che non sono negli elenchi
registers-words-text = Scegli a che cosa corrispondono: la città le ricorda per i prossimi file.
registers-word-service = Servizio «{ $word }»
registers-word-permit = Titolo di soggiorno «{ $word }»
registers-word-citizenship = Cittadinanza «{ $word }»
registers-word-rows = { $n ->
    [one] In una riga scartata.
   *[other] In { $n } righe scartate.
}
registers-word-given = Già indicata per questa città.
registers-word-more = { $n ->
    [one] Un’altra parola comparirà dopo queste.
   *[other] Altre { $n } parole compariranno dopo queste.
}
registers-word-leave = Lascia tra gli scarti
registers-preview-again = Aggiorna l’anteprima
registers-import = Importa
registers-preview = Anteprima
registers-sheets = Fogli
registers-sheet-only = File di testo
registers-header-none = non riconosciuta
registers-sheet-read = letto
registers-sheet-unread = non letto
registers-sheet-lacks = manca: { $what }
registers-missing-day = la data
registers-missing-full_name = il nome
registers-missing-service = il servizio
registers-skipped = Righe che non sono accessi: { $blank } vuote, { $totals } di totali, { $titles } di titoli, { $headers } di intestazione.
registers-sample-caption = Le prime righe, prima e dopo
registers-after-birth = nascita { $value }
registers-after-minutes = { $value } min
registers-problems-caption = Righe che non si possono importare, per motivo
registers-value-empty = cella vuota
registers-example = { $place }: { $value }
registers-example-near = { $place }: { $value }, forse «{ $nearest }»
registers-line = riga{"\u00A0"}{ $line }
registers-line-of-sheet = { $sheet }, riga{"\u00A0"}{ $line }
registers-discard = Togli il file
registers-discard-text = Il file non viene importato e sparisce da qui. Il tuo originale resta dov’è.
registers-discard-running = Il file è in corso di importazione e non si può togliere
registers-discarded = File tolto: non è stato importato nulla

# How far the import is.
registers-progress-title = Importazione: { $city }
registers-progress-here = Importazione
registers-step-reading = Passo 1 di 3: lettura del file.
registers-step-joining = Passo 2 di 3: abbinamento delle righe alle persone.
registers-step-writing = Passo 3 di 3: scrittura degli accessi.
registers-step-nothing = Non c’era nessuna riga da importare: nulla è cambiato.
registers-step-failed = L’importazione non è riuscita: la colpa è del programma, e nulla è cambiato.
registers-progress-leave = La pagina si aggiorna da sola. Puoi andartene: l’importazione continua e la ritrovi tra i file della città.
registers-remedy-nothing = Il file è ancora qui: torna alle colonne e indica la data, il nome e il servizio.
registers-remedy-failed = Il file è ancora qui: riprova tra poco. Se succede ancora, dillo a chi amministra il programma con l’ora.
registers-progress-back = Torna al file

# What an import did.
registers-register-title = Risultato: { $name }
registers-register-lead = { $n ->
    [one] Una riga letta, nessuna scartata.
   *[other] { $n } righe lette, nessuna scartata.
}
registers-register-lead-rejected = { $n ->
    [one] Una riga letta
   *[other] { $n } righe lette
}, { $wrong ->
    [one] una scartata: correggila e portala di nuovo.
   *[other] { $wrong } scartate: scaricale, correggile e portale di nuovo.
}
registers-register-lead-settled = { $n ->
    [one] Una riga letta
   *[other] { $n } righe lette
}, { $wrong ->
    [one] una scartata, che non aspetta più.
   *[other] { $wrong } scartate, che non aspettano più.
}
registers-register-lead-withdrawn = Questo file è stato ritirato: i suoi accessi non contano più.
registers-register-file = Importato il { $moment } da { $who } · { $size } · SHA-256 { $digest }
registers-figure-read = righe lette
registers-basis-read = righe del file con dati
registers-figure-accepted = righe accolte
registers-basis-accepted = righe che hanno aggiunto almeno un accesso
registers-figure-known = righe già note
registers-basis-known = la città aveva già gli stessi accessi
registers-figure-rejected = righe scartate
registers-basis-rejected = da correggere e portare di nuovo
registers-figure-persons = persone
registers-basis-persons = distinte, nelle righe accolte e già note di questo file
registers-figure-new = persone nuove
registers-basis-new = incontrate per la prima volta dalla città
registers-figure-doubts = coppie da decidere
registers-basis-doubts = in tutta la città, adesso
registers-pairs-go = { $n ->
    [one] Decidi la coppia dubbia
   *[other] Decidi le { $n } coppie dubbie
}
registers-rejected = Righe scartate
registers-rejected-text = Scarica il file, correggi le celle indicate e riportalo come un registro qualunque: le colonne aggiunte in fondo vengono ignorate.
registers-rejected-download = Scarica le righe da correggere
registers-rejected-more = Qui ci sono le prime { $shown } di { $n }: il file scaricato le contiene tutte.
registers-settle = Segna come fatte
registers-settle-text = Quando le hai riportate corrette, o non si possono correggere: restano qui, ma non aspettano più.
registers-settled-text = Segnate come fatte: non aspettano più nessuno.
registers-reopen = Rimetti tra le cose da fare
registers-rejects-file = righe-da-correggere
registers-known-title = Righe già note
registers-known-text = { $n ->
    [one] Una riga non ha aggiunto nulla
   *[other] { $n } righe non hanno aggiunto nulla
}: la città aveva già lo stesso accesso della stessa persona, nello stesso giorno, per lo stesso servizio e nello stesso punto. Così lo stesso file portato due volte non conta due volte.
registers-withdraw-whole = Ritira l’intero file

# The contacts of a register.
registers-rows-title = Accessi di { $name }
registers-name-erased = dati della persona cancellati
registers-rows-here = Accessi
registers-rows-caption = Gli accessi nell’ordine del file
registers-rows-lead = { $contacts ->
    [one] Un accesso
   *[other] { $contacts } accessi
} da { $rows ->
    [one] una riga accolta
   *[other] { $rows } righe accolte
}. Le persone del file sono { $persons }, di cui { $new } nuove per la città.
registers-rows-shown = { $shown } accessi in questa pagina, su { $n }

# Taking a file back.
registers-withdraw-title = Ritirare { $name }?
registers-withdraw-lead = { $contacts ->
    [one] Un accesso
   *[other] { $contacts } accessi
} di { $city }, importati il { $moment }, non conteranno più.
registers-withdraw-what = Con gli accessi se ne vanno le righe scartate e le persone conosciute solo da questo file. Il resto della storia resta com’è. Per rimetterlo basta portare di nuovo il file.
registers-withdraw-button = Ritira il file
registers-withdraw-keep = Lascia tutto com’è
registers-withdraw-gone = Questo file è già stato ritirato, o non c’è
registers-withdrawn = Ritirato il { $moment } da { $who }
registers-withdrawn-text = I numeri qui sotto sono quelli del giorno dell’importazione.
registers-withdrawn-done = File ritirato
registers-withdrawn-done-text = I suoi accessi non contano più; i numeri sono già aggiornati.

# Values.
registers-gender-F = femmina
registers-gender-M = maschio
registers-gender-X = altro
registers-size-bytes = { $n } byte
registers-size-kilobytes = { $size } kB
registers-size-megabytes = { $size } MB

# Doubtful pairs.
pairs-title = Coppie dubbie di { $city }
pairs-here = Coppie dubbie
pairs-lead = { $n ->
    [one] Una coppia aspetta: è la stessa persona?
   *[other] { $n } coppie aspettano: sono la stessa persona?
}
pairs-lead-none = Nessuna coppia aspetta una decisione.
pairs-first = Prima scheda
pairs-second = Seconda scheda
pairs-surname = Cognome
pairs-given = Nome
pairs-birth = Data di nascita
pairs-gender = Genere
pairs-citizenship = Cittadinanza
pairs-contacts = Accessi
pairs-between = Primo e ultimo
pairs-marked = Le differenze sono evidenziate.
pairs-differs = (diverso)
pairs-likeness-high = Molto simili.
pairs-likeness-middle = Abbastanza simili.
pairs-likeness-low = Poco simili.
pairs-unite = Unisci: è la stessa persona
pairs-separate = Separa: sono due persone
pairs-help = Nessun accesso va perso, e ogni decisione si può annullare. Il programma ricorda la decisione per i prossimi file.
pairs-empty = Niente da decidere
pairs-empty-text = Quando in un registro due nomi si somigliano ma non abbastanza per unirli da soli, la coppia compare qui.
pairs-empty-action = Porta un registro
pairs-others = Le altre coppie
pairs-column-names = Nomi
pairs-column-likeness = Somiglianza
pairs-names = { $one } e { $other }
pairs-decided = Coppie decise
pairs-state-joined = unite
pairs-state-separated = separate
pairs-done-joined = Unite: ora contano come una persona.
pairs-done-separated = Separate: contano come due persone.
pairs-undo = Annulla
pairs-undo-of = Annulla la decisione su { $names }
pairs-undone = Decisione annullata
pairs-undone-text = La coppia aspetta di nuovo, e i numeri sono quelli di prima.
pairs-decision-unknown = La decisione non si capisce
pairs-decided-meanwhile = Qualcuno ha già deciso su questa coppia
