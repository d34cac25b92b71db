# Addresses
monitoring-wrong-address = L’indirizzo non si può leggere
monitoring-wrong-period = «{ $period }» non è un periodo
monitoring-wrong-period-remedy = Scrivi un anno (2025), un semestre (2025-H1), un trimestre (2025-Q1), un mese (2025-03) o due giorni uniti da due punti (2025-01-01..2025-06-30).
monitoring-wrong-by = Questo indicatore non si divide per «{ $name }»
monitoring-wrong-indicator = Non c’è l’indicatore «{ $code }»
monitoring-not-comparable = L’indicatore «{ $code }» non conta persone dai registri: non si presta al confronto

# Filters
monitoring-period = Periodo
monitoring-city = Città
monitoring-all-cities = Tutta la rete
monitoring-whole-network = Tutta la rete
monitoring-whole-edition = Tutta l’edizione
monitoring-half = { $n }º semestre { $year }
monitoring-quarter = { $n }º trimestre { $year }
monitoring-show = Mostra
monitoring-search = Cerca per nome o codice
monitoring-when-year = Nel { $year }
monitoring-when-edition = Dall’inizio dell’edizione
monitoring-when-days = Nel periodo { $days }

# A number is never naked
monitoring-cut-off = dati al { $day }
monitoring-live = non ancora sigillato
monitoring-counted-contacts = ogni contatto una volta
monitoring-counted-persons = una volta per città
monitoring-counted-network-persons = una volta nella rete, riconosciute senza scambiare nomi
monitoring-counted-new-persons = una volta per città, al primo contatto
monitoring-counted-minutes = come scritti nei registri
monitoring-counted-sessions = ogni giorno di un punto di accesso una volta
monitoring-counted-in-charge = una volta per città, con un percorso aperto in quel giorno
monitoring-counted-households = ogni nucleo una volta per città, se è stato incontrato un suo componente
monitoring-counted-stays = ogni permanenza una volta, anche se cade dentro solo in parte
monitoring-counted-outcomes = ogni percorso chiuso e ogni risultato una volta
monitoring-counted-outcome-persons = una volta per città, con un percorso chiuso o un risultato
monitoring-measure-contacts = contatti
monitoring-measure-persons = persone distinte
monitoring-measure-network-persons = persone distinte nella rete
monitoring-measure-new-persons = persone nuove
monitoring-measure-minutes = minuti
monitoring-measure-sessions = giornate di apertura
monitoring-measure-in-charge = persone in carico
monitoring-measure-households = nuclei familiari
monitoring-measure-stays = permanenze
monitoring-measure-outcomes = esiti
monitoring-measure-outcome-persons = persone con un esito
monitoring-unit-contacts = contatti
monitoring-unit-persons = persone
monitoring-unit-minutes = minuti
monitoring-unit-sessions = giornate
monitoring-unit-stays = permanenze
monitoring-unit-outcomes = esiti
monitoring-unit-places = posti
monitoring-unit-families = famiglie
monitoring-unit-authorities = autorità
monitoring-unit-packages = pacchetti e campagne
monitoring-unit-projects = progetti
monitoring-unit-items = beni
monitoring-unit-households = famiglie
monitoring-unit-beds = posti letto
monitoring-unit-desks = sportelli
monitoring-unit-sites = sedi
monitoring-unit-units = unità
monitoring-unit-staff = operatori
monitoring-unit-stops = fermate
monitoring-unit-hours = ore
monitoring-unit-districts = municipi
monitoring-unit-days-per-week = giorni alla settimana
monitoring-unit-nationalities = nazionalità
monitoring-unit-rank = º posto
monitoring-unit-years = anni
monitoring-unit-authorities-health = ASL
monitoring-unit-euro = euro
monitoring-dimension-city = città
monitoring-dimension-month = mese
monitoring-dimension-quarter = trimestre
monitoring-dimension-half = semestre
monitoring-dimension-year = anno
monitoring-dimension-day = giorno
monitoring-dimension-kind = tipo di fatto
monitoring-dimension-area = area di azione
monitoring-dimension-service = servizio
monitoring-dimension-point = punto di accesso
monitoring-dimension-work-package = pacchetto di lavoro
monitoring-dimension-gender = genere
monitoring-dimension-age = età al primo contatto
monitoring-dimension-citizenship = cittadinanza
monitoring-dimension-permit = titolo di soggiorno
monitoring-dimension-modality = modalità
monitoring-dimension-outcome = esito
monitoring-dimension-vulnerability = vulnerabilità
monitoring-kind-contact = contatto
monitoring-kind-opened = percorso aperto
monitoring-kind-closed = percorso chiuso
monitoring-kind-stay = permanenza
monitoring-kind-outcome = risultato
monitoring-vulnerability-minor = minore
monitoring-vulnerability-unaccompanied-minor = minore non accompagnato
monitoring-vulnerability-disability = disabilità
monitoring-vulnerability-elderly = età avanzata
monitoring-vulnerability-pregnancy = gravidanza
monitoring-vulnerability-single-parent = genitore singolo con figli minori
monitoring-vulnerability-trafficking = tratta di esseri umani
monitoring-vulnerability-illness = malattia grave
monitoring-vulnerability-mental-disorder = disturbo mentale
monitoring-vulnerability-violence = torture, stupri o altre violenze gravi
monitoring-vulnerability-genital-mutilation = mutilazioni genitali
monitoring-vulnerability-other = altro
monitoring-gender-f = donne
monitoring-gender-m = uomini
monitoring-gender-x = altro
monitoring-age-under-18 = meno di 18 anni
monitoring-age-18-60 = 18–60 anni
monitoring-age-over-60 = più di 60 anni
monitoring-total = Totale
monitoring-total-not-sum = Totale (non è la somma)
monitoring-share = quota
monitoring-parts-overlap = Chi rientra in più voci conta in ciascuna: le voci non si sommano.

# The network today
monitoring-home-title =
    { $when } la rete ha incontrato { $n ->
       [one] una persona
       *[other] { $n } persone
    }, in { $cities ->
       [one] una città
       *[other] { $cities } città
    }.
monitoring-home-several = Chi è stato incontrato in più città conta in ciascuna.
monitoring-home-expected = Il risultato atteso dell’edizione è di { $target } persone (cifra dichiarata).
monitoring-home-waiting =
    { $n ->
       [0] Niente aspetta una risposta.
       [one] Una cosa aspetta una risposta.
       *[other] { $n } cose aspettano una risposta.
    }
monitoring-todo = Da fare
monitoring-todo-all = Tutte le { $n } cose che aspettano
monitoring-label-contacts = contatti
monitoring-label-network-persons = persone distinte nella rete
monitoring-label-persons = somma delle persone per città
monitoring-label-persons-city = persone incontrate
monitoring-label-persons-short = Persone (una volta per città)
monitoring-label-new-persons = persone nuove
monitoring-label-in-charge = persone in carico
monitoring-label-sessions = giornate di apertura
monitoring-map-title = Dove la rete ha incontrato le persone
monitoring-map-description = Carta dell’Italia con le città della rete; la stessa cosa è nella tabella.
monitoring-map-city =
    { $city }: { $n ->
       [one] una persona
       *[other] { $n } persone
    }
monitoring-map-note = Area del cerchio: persone incontrate. Anello: quota del risultato dichiarato, dove una città lo ha pubblicato.
monitoring-map-in-edition = Dall’inizio dell’edizione
monitoring-map-target = Risultato dichiarato
monitoring-areas-title = Tre aree: i contatti non si sommano alle persone
monitoring-area-note = { $contacts } contatti · { $persons } persone
monitoring-areas-note = Lunghezza della barra: contatti. Una persona può essere in più aree.
monitoring-cities-title = Le città
monitoring-cities-areas = Aree attive
monitoring-cities-trend = Contatti per mese
monitoring-cities-last = Ultimo dato
monitoring-cities-status = Stato dei dati
monitoring-status-fresh = aggiornati
monitoring-status-late = fermi da più di 45 giorni
monitoring-status-none = nessun dato

# Declared figures
monitoring-declared-heading = Cifre dichiarate: non sommabili
monitoring-declared-title = Cifre dichiarate
monitoring-declared-note = Pubblicate dalle città o dalla rete, con le parole e il periodo di chi le ha date. Non entrano nei conteggi e non si sommano tra loro.
monitoring-declared-all = Tutte le cifre dichiarate
monitoring-declared-figure = Cifra
monitoring-declared-what = Che cosa conta
monitoring-declared-basis = Base di conteggio
monitoring-declared-days = Periodo
monitoring-declared-source = Fonte
monitoring-declared-target = da raggiungere
monitoring-declared-at = al { $day }
monitoring-declared-from-to = da { $from } a { $to }
monitoring-qualifier-about = circa { $n }
monitoring-qualifier-more-than = oltre { $n }
monitoring-qualifier-at-least = almeno { $n }
monitoring-declared-basis-project-lifetime = per la durata del progetto
monitoring-declared-basis-not-stated = non dichiarata
monitoring-declared-basis-until-end-2026 = fino alla fine del 2026
monitoring-declared-basis-calendar-month = mese di calendario
monitoring-declared-basis-calendar-year = anno di calendario
monitoring-declared-basis-per-event = per ogni fermata
monitoring-declared-basis-since-opening = dall’apertura
monitoring-declared-basis-point-in-time = a una data
monitoring-declared-basis-since-2021 = dal 2021
monitoring-declared-basis-edition-to-date = edizione fino a quella data
monitoring-declared-basis-until-2027-01 = fino a gennaio 2027
monitoring-confidence-a = fonte ufficiale
monitoring-confidence-b = notizia istituzionale
monitoring-confidence-c = stampa

# A city
monitoring-city-lead =
    { $when } { $city } ha incontrato { $persons ->
       [one] una persona
       *[other] { $persons } persone
    }, con { $contacts ->
       [one] un contatto
       *[other] { $contacts } contatti
    }.
monitoring-city-facts = { $region }. { $population } residenti, di cui { $foreign } stranieri, cittadini UE compresi (Istat, { $day }).
monitoring-city-points = Punti di accesso:
monitoring-city-point =
    { $point } ({ $n ->
       [one] una giornata
       *[other] { $n } giornate
    })
monitoring-city-empty = Qui ci saranno i numeri della città
monitoring-city-empty-text = In questo periodo non c’è ancora nessun contatto: scegli un altro periodo, o porta un registro.
monitoring-city-import = Porta un registro
monitoring-city-indicators = Tutti gli indicatori della città
monitoring-city-compare = Confronta con le altre città
monitoring-city-registers = Registri e coppie dubbie
monitoring-pyramid-title = Età e genere delle persone
monitoring-pyramid-note = Chi ha un altro genere, o non rilevato, è nella tabella.
monitoring-citizenship-title =
    { $n ->
       [one] Una cittadinanza
       *[other] { $n } cittadinanze
    }: le più frequenti
monitoring-permit-title =
    { $n ->
       [one] Un titolo di soggiorno
       *[other] { $n } titoli di soggiorno
    }: i più frequenti
monitoring-services-title = I servizi, accanto alla città di mezzo della rete
monitoring-services-axis = quota delle persone incontrate
monitoring-services-median = mediana delle città
monitoring-services-note = Una quota diversa dalla mediana dice come lavora una città, non se lavora meglio.
monitoring-quality-title = Quanto sono completi i dati
monitoring-quality-note = Ciò che non è rilevato resta contato a parte, mai nascosto.
monitoring-quality-mend = Si completa nei registri.
monitoring-quality-what = Che cosa
monitoring-quality-of = { $dimension } ({ $unit })
monitoring-quality-unknown = Non rilevato
monitoring-quality-total = Su

# Run charts
monitoring-run-steady = { $what }: di mese in mese nulla più del caso
monitoring-run-up = { $what }: un aumento che il caso non spiega
monitoring-run-down = { $what }: un calo che il caso non spiega
monitoring-run-mean = media { $n }
monitoring-run-limit = limite { $n }
monitoring-run-note = Area chiara: fin dove oscilla il caso (media ± 2,66 volte lo scarto mobile medio). Rombo: segnale, spiegato nella tabella. Solo mesi completi.
monitoring-run-trial = Meno di 12 mesi: i limiti sono di prova. Area chiara: fin dove oscilla il caso (media ± 2,66 volte lo scarto mobile medio). Rombo: segnale, spiegato nella tabella. Solo mesi completi.
monitoring-run-few = Servono almeno sei mesi completi per vedere un andamento.
monitoring-run-signal = Segnale
monitoring-signal-above = sopra il limite
monitoring-signal-below = sotto il limite
monitoring-signal-rising = sette mesi in aumento
monitoring-signal-falling = sette mesi in calo
monitoring-signal-near-upper = due su tre vicini al limite alto
monitoring-signal-near-lower = due su tre vicini al limite basso
monitoring-signal-high-side = sette mesi sopra la media
monitoring-signal-low-side = sette mesi sotto la media

# Indicators
monitoring-indicators-lead = { $counted } indicatori su { $all } si contano dai registri; degli altri è detto perché no.
monitoring-indicators-nothing = Nessun indicatore ha questo nome o codice: prova con una parola sola.
monitoring-set-network = Indicatori della rete
monitoring-set-network-note = Quello che LGNet conta per sé, nel periodo scelto.
monitoring-set-amif = Indicatori comuni FAMI
monitoring-set-amif-note = Contati dall’inizio dell’edizione alla fine del periodo: una persona una volta sola per progetto e per città, alla prima partecipazione, con l’età di allora. I nomi italiani sono traduzioni di lavoro.
monitoring-code = Codice
monitoring-indicator = Indicatore
monitoring-value = Valore
monitoring-unit = Unità
monitoring-added = Nuove nel periodo
monitoring-added-long = registrate per la prima volta nel periodo
monitoring-verified = Testo
monitoring-verified-read = letto in una guida ufficiale
monitoring-verified-to-be-verified = da verificare sul regolamento
monitoring-verified-own = della rete
monitoring-not-counted = non si conta dai registri
monitoring-not-counted-set = Indicatori che non si contano dai registri
monitoring-why-not = Perché
monitoring-not-counted-title = Non si conta dai registri
monitoring-source = fonte
monitoring-in-words = La domanda:
monitoring-third-countries = paesi terzi
monitoring-span-period = nel periodo scelto
monitoring-span-edition = dall’inizio dell’edizione alla fine del periodo
monitoring-by = Dividi per
monitoring-and-by = e per
monitoring-by-nothing = nient’altro
monitoring-breakdown-title = { $indicator }: per { $by }
monitoring-most-bars = Il grafico mostra le { $n } voci più grandi; la tabella tutte.
monitoring-part-of = È parte di
monitoring-parts-title = Di cui
monitoring-use-in-comparison = Usa nel confronto

# Comparison
monitoring-what-to-compare = Che cosa confrontare
monitoring-against = Rispetto a
monitoring-against-residents = per 1.000 residenti stranieri
monitoring-against-whole = quota dell’indicatore di cui è parte
monitoring-against-case-mix = a parità di età, genere e area di provenienza
monitoring-pick-city = Città da mettere in evidenza ({ $n })
monitoring-no-city = nessuna
monitoring-compare-do = Confronta
monitoring-compare-none = { $indicator }: non si può confrontare in questo periodo
monitoring-compare-empty = Qui ci sarà il confronto
monitoring-compare-empty-text = In questo periodo mancano i dati che servono. Scegli un altro periodo o un altro indicatore.
monitoring-compare-indicator = L’indicatore: definizione e tabelle
monitoring-funnel-heading = Le città e i limiti del caso
monitoring-funnel-none = { $indicator }: nessuna città fuori da ciò che il caso spiega.
monitoring-funnel-some =
    { $indicator }: { $higher ->
       [0] nessuna città sopra
       [one] una città sopra
       *[other] { $higher } città sopra
    } e { $lower ->
       [0] nessuna sotto
       [one] una sotto
       *[other] { $lower } sotto
    } ciò che il caso spiega.
monitoring-funnel-note = Area chiara: dove sta il 95 % delle città se non c’è differenza vera. Rombo: fuori dal limite. Cerchio vuoto: numeri troppo piccoli per giudicare.
monitoring-funnel-95 = limite 95 %
monitoring-funnel-998 = limite 99,8 %
monitoring-funnel-centre = rete { $value }
monitoring-x-residents = residenti stranieri
monitoring-x-whole = persone dell’indicatore di cui è parte
monitoring-x-case-mix = persone attese
monitoring-y-residents = per 1.000 residenti stranieri
monitoring-y-whole = quota
monitoring-y-case-mix = osservate su attese
monitoring-column-observed = Osservate
monitoring-column-interval = Intervallo 95 %
monitoring-column-expected = Attese
monitoring-column-ratio = Rapporto
monitoring-column-verdict = Giudizio
monitoring-verdict-within = dentro il caso
monitoring-verdict-higher = più alta del caso
monitoring-verdict-much-higher = molto più alta del caso
monitoring-verdict-lower = più bassa del caso
monitoring-verdict-much-lower = molto più bassa del caso
monitoring-verdict-too-few = troppo poche per giudicare
monitoring-verdict-no-data = nessun dato nel periodo
monitoring-may = Si può dire
monitoring-may-not = Non si può dire
monitoring-may-higher =
    { $cities }: { $n ->
       [one] il valore è più alto
       *[other] i valori sono più alti
    } di quanto il caso spieghi. Vale la pena chiedere come fa.
monitoring-may-lower =
    { $cities }: { $n ->
       [one] il valore è più basso
       *[other] i valori sono più bassi
    } di quanto il caso spieghi. Vale la pena chiedere perché.
monitoring-may-none = Le differenze tra le città sono quelle che il caso produce da solo.
monitoring-may-overdispersed = Le città differiscono più di quanto farebbe il caso (φ = { $phi }): i limiti ne tengono conto e sono più larghi.
monitoring-may-not-rank = Che una città sia prima o ultima: tra le { $n } dentro i limiti l’ordine è rumore.
monitoring-may-not-cause = Perché una città è fuori dai limiti: può essere il servizio, chi arriva, o come si registra.
monitoring-may-not-few = { $cities }: i numeri sono troppo piccoli per giudicare.
monitoring-may-not-absent = { $cities }: nessun dato nel periodo; non vuol dire zero.
monitoring-may-not-residents = Quanta parte di chi ne ha bisogno è raggiunta: i residenti stranieri comprendono cittadini UE e non chi non ha residenza.
monitoring-may-not-case-mix = Che le persone siano uguali: età, genere e area di provenienza sono pareggiati, altro no.
monitoring-together-title = { $city }, mese per mese
monitoring-together-unit = persone al mese per 1.000 residenti stranieri
monitoring-together-hint = Scegli una o più città da mettere in evidenza per vederne l’andamento, su una scala sola.

# People whom several cities met.
monitoring-overlap-title = Persone incontrate da più città · { $when }
monitoring-overlap-here = Persone in più città
monitoring-overlap-link = Persone incontrate da più città
monitoring-overlap-lead = La somma delle città conta due volte chi è stato incontrato in due città; la rete lo conta una volta. Qui si vede la differenza.
monitoring-overlap-band = Su tutto ciò che è registrato sono { $persons }: da { $least } a { $most } secondo quanto si è prudenti nel riconoscere la stessa persona.
monitoring-overlap-several = persone incontrate da più di una città
monitoring-overlap-several-basis = Una volta ciascuna, nel periodo scelto.
monitoring-overlap-few = poche
monitoring-overlap-hidden = pochi
monitoring-overlap-protected = I numeri sotto 5, e quelli da cui si ricaverebbero, non si mostrano: c’è scritto «pochi».
monitoring-overlap-coppie-title = Quante persone hanno in comune due città
monitoring-overlap-flussi-title = Da una città all’altra nel tempo
monitoring-overlap-coppie-note = Persone con almeno un contatto in ciascuna delle due città nel periodo. Non si sommano: chi è stato in tre città sta in tre righe.
monitoring-overlap-flussi-note = Ogni persona conta nel trimestre in cui la seconda città l’ha incontrata per la prima volta nel periodo. Non dice perché si è spostata.
monitoring-overlap-all-coppie = { $n ->
    [one] L’unica coppia di città
   *[other] Tutte le { $n } coppie di città
}
monitoring-overlap-all-flussi = { $n ->
    [one] L’unico passaggio
   *[other] Tutti i { $n } passaggi, trimestre per trimestre
}
monitoring-overlap-largest = Qui stanno i { $n } numeri più grandi.
monitoring-overlap-all-title = { $what } · { $when }
monitoring-overlap-one = Una città
monitoring-overlap-other = L’altra
monitoring-overlap-persons = Persone
monitoring-overlap-when = Quando
monitoring-overlap-from = Da
monitoring-overlap-to = A
