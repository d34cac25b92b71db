# Pathways, stays and results at the desk.

# The list.
pathways-list-title = Percorsi
pathways-lead-mine = { $n ->
    [0] Non segui nessun percorso.
    [one] Segui un percorso aperto.
   *[other] Segui { $n } percorsi aperti.
}
pathways-lead-nothing = Nessun passo è in scadenza.
pathways-lead-pressing = { $n ->
    [one] Uno ha passi da fare entro oggi.
   *[other] { $n } hanno passi da fare entro oggi.
}
pathways-lead-city = { $n ->
    [0] In città non ce ne sono di aperti.
    [one] In tutta la città ce n’è uno aperto.
   *[other] In tutta la città ce ne sono { $n } aperti.
}
pathways-shown = { $n ->
    [one] Un percorso in questa pagina
   *[other] { $n } percorsi in questa pagina
}
pathways-show = Mostra
pathways-filter-whose = Di chi
pathways-mine = Quelli che seguo io
pathways-everybodys = Tutti quelli della città
pathways-state = Stato
pathways-open-ones = Aperti
pathways-closed-ones = Chiusi
pathways-filter-due = Prossimo passo
pathways-any-day = Qualsiasi giorno
pathways-by-today = Entro oggi
pathways-by-week = Entro una settimana
pathways-all-points = Tutti i punti
pathways-all-areas = Tutte le aree
pathways-person = Persona
pathways-next-step = Prossimo passo
pathways-due = Quando
pathways-to-do = Da fare
pathways-no-step = Nessun passo con una data
pathways-done = Fatto
pathways-done-of = Segna come fatto: { $step } ({ $name })
pathways-step-marked = Passo segnato come fatto
pathways-list-empty = Nessun percorso qui
pathways-list-empty-text = Qui compaiono le persone prese in carico, con il prossimo passo da fare. Un percorso si apre dalla scheda della persona.
pathways-list-empty-action = Cerca una persona

# One pathway.
pathways-one-title = Percorso di { $name }
pathways-one-here = Percorso
pathways-one-open = In carico dal { $day }, { $n ->
    [0] da oggi.
    [one] da un giorno.
   *[other] da { $n } giorni.
}
pathways-one-next = Prossimo passo: { $when }.
pathways-one-no-step = Nessun passo ha una data: pianifica il prossimo.
pathways-one-closed = In carico dal { $from } al { $on }. Esito: { $outcome }.
pathways-is-open = aperto
pathways-is-closed = chiuso
pathways-area = Area
pathways-area-taking_in_charge = Presa in carico
pathways-area-housing = Inclusione abitativa
pathways-area-civic_engagement = Impegno civico
pathways-point = Punto
pathways-point-none = Nessun punto
pathways-followed-by = Chi lo segue
pathways-follow = Lo seguo io
pathways-add-goal = Nuovo obiettivo
pathways-assess-again = Valuta di nuovo i bisogni
pathways-open-again = Riprendi in carico
pathways-opened-now = Persona presa in carico
pathways-closed-now = Percorso chiuso
pathways-assessed-now = Bisogni valutati
pathways-corrected-now = Percorso corretto
pathways-followed-now = Ora lo segui tu
pathways-needs = Bisogni
pathways-needs-note = Da 0, nessun bisogno, a 4, urgente. Il cerchio vuoto è la prima valutazione, quello pieno l’ultima.
pathways-needs-none = I bisogni non sono ancora stati valutati.
pathways-needs-caption = Bisogni, dalla prima valutazione all’ultima
pathways-need = Ambito
pathways-scale = Da 0 a 4
pathways-first = Prima valutazione
pathways-last = Ultima valutazione
pathways-change = Cambiamento
pathways-once = Una sola valutazione
pathways-level-on = { $level } ({ $day })
pathways-change-once = niente da confrontare
pathways-change-same = uguale
pathways-change-better = { $n ->
    [one] meglio di un livello
   *[other] meglio di { $n } livelli
}
pathways-change-worse = { $n ->
    [one] peggio di un livello
   *[other] peggio di { $n } livelli
}
pathways-goals = Obiettivi e passi
pathways-goals-none = Nessun obiettivo ancora: scrivine uno con le parole della persona, e il primo passo da fare.
pathways-goal-reached = raggiunto il { $day }
pathways-goal-dropped = lasciato il { $day }
pathways-goal-mark-reached = Raggiunto: { $goal }
pathways-goal-mark-dropped = Lasciato: { $goal }
pathways-goal-mark-open = Riprendi: { $goal }
pathways-reached = Raggiunto
pathways-dropped = Lascia
pathways-work-again = Riprendi
pathways-add-step = Aggiungi un passo
pathways-not-done = Non fatto
pathways-step-done = Segna come fatto: { $step }
pathways-step-not-done = Segna come non fatto: { $step }
pathways-history = Storia
pathways-by = da { $who }
pathways-event-opened = Presa in carico
pathways-event-closed = Percorso chiuso: { $outcome }
pathways-event-assessed = { $n ->
    [0] Bisogni valutati
    [one] Bisogni valutati in un ambito
   *[other] Bisogni valutati in { $n } ambiti
}
pathways-event-reached = Obiettivo raggiunto
pathways-event-dropped = Obiettivo lasciato
pathways-event-came = Entra in { $house }
pathways-event-left = Lascia { $house }
pathways-event-corrected = { $what } da { $who }: corretto
pathways-event-withdrawn = { $what } da { $who }: tolto
pathways-what-pathway = Percorso
pathways-what-stay = Permanenza
pathways-what-result = Esito registrato
pathways-correction = { $moment }: { $what }. Motivo: { $reason }
pathways-corrections = Correzioni

# Days of steps and goals.
pathways-due-overdue = { $n ->
    [one] scaduto da un giorno
   *[other] scaduto da { $n } giorni
}
pathways-due-today = oggi
pathways-due-soon = { $n ->
    [one] entro domani
   *[other] entro { $n } giorni
}
pathways-due-later = entro il { $day }
pathways-due-never = senza una data
pathways-due-done = fatto il { $day }

# Taking in charge.
pathways-open-title = Prendi in carico { $name }
pathways-open-here = Prendi in carico
pathways-open-lead = Bastano il giorno e almeno un bisogno. Gli obiettivi si scrivono dopo, con la persona.
pathways-opened-on = Giorno della presa in carico
pathways-open-button = Prendi in carico
pathways-has-open = Questa persona è già in carico
pathways-open-since = Un percorso è aperto dal { $day }.
pathways-see-open = Apri il percorso
pathways-needs-hint = Scegli in ogni ambito la frase che somiglia di più alla situazione di oggi. Ciò di cui non avete parlato resta «non valutato».
pathways-not-assessed = non valutato
pathways-last-time = L’ultima volta, { $day }: { $level }
pathways-note = Note
pathways-note-hint = Solo ciò che serve per aiutare la persona. Lo legge soltanto la tua città.

# Assessing again.
pathways-assess-title = Valuta i bisogni di { $name }
pathways-assess-here = Valuta i bisogni
pathways-assess-lead = Si valuta da capo: ciò che era stato trovato resta nella storia, così si vede che cosa cambia.
pathways-assessed-on = Giorno del colloquio
pathways-assess-button = Salva la valutazione

# Goals and steps.
pathways-goal-title = Un obiettivo per { $name }
pathways-goal-here = Nuovo obiettivo
pathways-goal-lead = Un obiettivo si scrive con le parole della persona; i passi dicono chi fa che cosa, ed entro quando.
pathways-goal-text = Obiettivo
pathways-goal-hint = Per esempio: una stanza in affitto vicino al lavoro
pathways-goal-need = Ambito
pathways-goal-due = Entro quale giorno
pathways-goal-button = Salva l’obiettivo
pathways-steps = Primi passi
pathways-steps-hint = Scrivi ciò che si può fare subito. Altri passi si aggiungono dopo.
pathways-step-text = Passo
pathways-step-hint = Per esempio: telefonare all’agenzia per la casa
pathways-step-due = Entro quale giorno
pathways-step-title = Un passo per { $name }
pathways-step-here = Nuovo passo
pathways-step-lead = Obiettivo: { $goal }
pathways-step-button = Salva il passo

# Closing.
pathways-close-title = Chiudi il percorso di { $name }
pathways-close-here = Chiudi il percorso
pathways-close-lead = Di’ come è andata e chiedi alla persona ciò che nessun registro sa. Se torna, si apre un percorso nuovo.
pathways-closed-on = Giorno della chiusura
pathways-closed-on-hint = Da quel giorno la persona non è più in carico.
pathways-outcome = Esito
pathways-closing-note = Come è andata
pathways-close-button = Chiudi il percorso
pathways-asked = Da chiedere alla persona
pathways-asked-hint = Sono i risultati che il fondo europeo chiede. Scrivi ciò che la persona risponde: ciò che non si chiede non si registra.
pathways-asked-helpful = Ti è stato utile per la tua vita in Italia?
pathways-helpful-hint = Se non hai potuto chiederlo, scegli «non chiesto».
pathways-helpful-missing = Scegli la risposta, oppure «non chiesto»
pathways-helpful-yes = sì
pathways-helpful-no = no
pathways-helpful-cannot_say = non sa dire
pathways-not-asked = non chiesto
pathways-asked-language-before = Italiano all’ingresso del corso
pathways-asked-language-after = Italiano all’uscita dal corso
pathways-language-hint = Livello del Quadro comune europeo (QCER)
pathways-level-before = All’ingresso del corso era { $level }
pathways-asked-recognition_application = Ha chiesto il riconoscimento di titoli o competenze? Il giorno della domanda
pathways-asked-long_term_application = Ha chiesto il permesso di lungo periodo? Il giorno della domanda
pathways-application-hint = Lascia vuoto se non l’ha chiesto.
pathways-steps-left = { $n ->
    [one] Un passo è ancora da fare
   *[other] { $n } passi sono ancora da fare
}
pathways-still-housed = La persona ha ancora un posto, dal { $day }
pathways-see-stay = Vedi le permanenze

# Correcting.
pathways-correct-title = Correggi il percorso di { $name }
pathways-correct-here = Correggi
pathways-correct-lead = Ciò che c’era prima resta scritto accanto, con il motivo, chi ha corretto e quando.
pathways-reason = Motivo
pathways-reason-hint = Per esempio: giorno scritto male
pathways-correct-button = Salva la correzione
pathways-reopen = La chiusura è stata un errore
pathways-reopen-hint = Il percorso torna aperto come se non fosse mai stato chiuso. Se invece la persona è tornata, apri un percorso nuovo.
pathways-withdraw-title = Aperto per errore?
pathways-withdraw-text = Il percorso si toglie con le sue valutazioni e i suoi obiettivi, e non conta più. Restano il motivo e chi lo ha tolto.
pathways-withdraw-button = Togli
pathways-leave = Lascia com’è

# Stays.
pathways-stays-title = Permanenze
pathways-stay-title = Un posto per { $name }
pathways-stay-here = Dai un posto
pathways-stay-lead = Un letto o un appartamento, da un giorno all’altro. Nessuno può avere due posti nello stesso giorno.
pathways-house = Casa
pathways-house-free = { $name } (liberi oggi { $free } di { $beds })
pathways-house-unknown = { $name } (occupati oggi { $taken }, posti non indicati)
pathways-bed = Letto o stanza
pathways-bed-hint = Come lo chiamate voi; si può lasciare vuoto.
pathways-stay-from = Primo giorno
pathways-stay-from-hint = Il giorno della prima notte.
pathways-stay-until = Giorno di uscita
pathways-stay-until-hint = Quel giorno il letto è di nuovo libero. Lascia vuoto se la persona resta.
pathways-stay-button = Dai il posto
pathways-stay-of = { $name } in { $house }
pathways-stay-kept = Permanenza salvata
pathways-stays-since = È qui dal { $day }.
pathways-stayed = È stata qui dal { $from }; è uscita il { $until }.
pathways-leave-title = È uscita?
pathways-leave-button = Segna l’uscita
pathways-see-file = Apri la scheda
pathways-over = Più persone che letti
pathways-over-text = Dal { $day } in questa casa ci sono più persone che letti. Controlla i giorni, o il numero dei posti.
pathways-stay-correct-title = Correggi la permanenza di { $name }
pathways-stay-withdraw-title = Non c’è mai stata?
pathways-stay-withdraw-text = La permanenza si toglie e non conta più. Restano il motivo e chi l’ha tolta.
pathways-is-there = c’è
pathways-has-left = uscita

# How full the houses are.
pathways-occupancy-title = Posti e permanenze di { $city }
pathways-occupancy-lead = { $when }: { $taken ->
    [0] nessuno ha un posto
    [one] una persona ha un posto
   *[other] { $taken } persone hanno un posto
}, { $free ->
    [0] nessun letto è libero.
    [one] un letto è libero.
   *[other] { $free } letti sono liberi.
}
pathways-occupancy-none = Nessuna casa è ancora scritta: qui si vedrà quanti letti sono liberi.
pathways-occupancy-over = { $n ->
    [one] In una casa ci sono più persone che letti.
   *[other] In { $n } case ci sono più persone che letti.
}
pathways-occupancy-note = Un letto è occupato dal primo giorno fino al giorno prima dell’uscita.
pathways-today = Oggi
pathways-on-day = Nel giorno
pathways-houses = Case e posti
pathways-beds = Posti
pathways-taken = Occupati
pathways-free = Liberi
pathways-house-no-beds = posti non indicati
pathways-house-full = piena
pathways-house-places = ha posto
pathways-house-over = { $n ->
    [one] una persona di troppo
   *[other] { $n } persone di troppo
}
pathways-since = Dal
pathways-people-in = Chi è in { $house }
pathways-people-cut = Sono elencate le prime mille persone.
pathways-no-house = Nessuna casa ancora
pathways-no-house-text = Quando il referente della città scrive quali case ci sono e con quanti posti, qui si vede ogni giorno chi c’è e quanti letti sono liberi.
pathways-see-houses = Posti e permanenze
pathways-beds-title = Quanti posti ci sono
pathways-beds-text = Scrivi una casa nuova, o il nuovo numero di posti di una che c’è già. I posti di prima restano nella storia.
pathways-house-name = Casa o appartamento
pathways-house-name-hint = Per esempio: Casa Aurora
pathways-beds-hint = Zero, se chiude.
pathways-beds-since = Da quale giorno
pathways-beds-button = Salva i posti
pathways-beds-kept = Posti salvati
pathways-beds-history = I posti nel tempo
pathways-beds-from = { $n } dal { $day }
pathways-beds-unreadable = Scrivi un numero da 0 a { $n }

# Results that have to be asked.
pathways-results-title = Esiti da chiedere a { $name }
pathways-results-here = Chiedi gli esiti
pathways-results-heading = Esiti chiesti
pathways-results-lead = Quattro cose che solo la persona sa, e che il fondo europeo conta. Scrivi ciò che risponde, nel giorno in cui vale.
pathways-results-recorded = Ciò che è stato registrato
pathways-results-none = Ancora niente.
pathways-asking-language = Il livello di italiano
pathways-asking-language-hint = All’ingresso e all’uscita di un corso: conta chi migliora di almeno un livello.
pathways-asking-helpful = È stato utile?
pathways-asking-helpful-hint = «Ti è stato utile per la tua vita in Italia?» Si chiede a chi esce da un’attività.
pathways-asking-application = Le domande presentate
pathways-asking-application-hint = Conta la domanda, non la risposta. Un contatto di aiuto alla domanda la conta già: qui si scrive chi l’ha fatta da sé o altrove.
pathways-result-which = Che cosa
pathways-result-language_before = Italiano all’ingresso del corso
pathways-result-language_after = Italiano all’uscita dal corso
pathways-result-helpful = È stato utile
pathways-result-recognition_application = Domanda di riconoscimento di titoli o competenze
pathways-result-long_term_application = Domanda di permesso di lungo periodo
pathways-application-made = presentata
pathways-level = Livello
pathways-answer = Risposta
pathways-result-day = Giorno
pathways-result-button = Registra
pathways-result-kept = Esito registrato
pathways-result-gone = Esito tolto
pathways-result-line = { $kind }: { $answer }
pathways-recorded = { $day }, da { $who }
pathways-remove = Togli
pathways-result-remove = Togli: { $what }
pathways-reason-missing = Per togliere un esito serve il motivo
pathways-reason-missing-remedy = Torna indietro, scrivi il motivo e invia di nuovo. Nulla è cambiato.

# In a person's file.
pathways-section = Percorsi e permanenze
pathways-section-none = Nessun percorso: la persona non è in carico.
pathways-line-open = { $area }, dal { $day }
pathways-line-closed = { $area }, dal { $from } al { $on }: { $outcome }
pathways-line-stays = { $house }, dal { $day }
pathways-line-stayed = { $house }, dal { $from } al { $until }
pathways-overlapping = Due permanenze cadono negli stessi giorni: una è da correggere.
pathways-open-link = Apri

# What waits.
pathways-waits = { $n ->
    [one] Fai un passo che è in scadenza
   *[other] Fai { $n } passi che sono in scadenza
}
pathways-waits-open = Apri

# Fields and errors.
pathways-choose = scegli
pathways-choose-one = Scegli una voce della lista
pathways-day-missing = Scrivi il giorno
pathways-day-unreadable = Questo non è un giorno: scrivi per esempio 15/05/2026
pathways-unreadable = L’invio non si capisce
pathways-no-token = Il modulo è incompleto: aprilo di nuovo
pathways-name-erased = persona cancellata
pathways-name-unknown = senza nome
pathways-text-erased = cancellato
pathways-restricted = I dati di questa persona si possono solo conservare
pathways-restricted-remedy = La persona ha chiesto la limitazione: finché vale, nulla si aggiunge e nulla si cambia. Il referente della città sa perché.
pathways-taken-back = Questo modulo era già stato inviato, e ciò che aveva salvato è stato tolto
pathways-closed-meanwhile = Questo percorso o questa permanenza è già chiusa
pathways-changed-meanwhile = Così non si può salvare: nel frattempo qualcosa è cambiato
pathways-refused-future = Quel giorno deve ancora venire: scrivi oggi o un giorno passato
pathways-refused-too-early = La rete è nata nel 2020: scrivi un giorno più vicino
pathways-refused-before-beginning = È iniziato il { $day }: scrivi quel giorno o uno dopo
pathways-refused-no-night = È entrata il { $day }: scrivi un giorno dopo. Se non ha dormito lì, registra un contatto
pathways-refused-twice = In questo punto c’è già un percorso negli stessi giorni, dal { $day }
pathways-refused-overlaps = Ha già un posto negli stessi giorni, dal { $day }
pathways-refused-closed = È già chiuso
pathways-refused-open = È ancora aperto: per chiuderlo usa «Chiudi il percorso»
pathways-refused-outside = Il percorso è aperto dal { $day }: scrivi un giorno in cui è aperto
pathways-refused-no-level = Scegli un livello in almeno un ambito
pathways-refused-empty = Scrivi qualcosa qui
pathways-refused-too-long = Scrivi al massimo { $n } lettere
pathways-refused-unchanged = Niente è diverso da prima: cambia qualcosa, o torna indietro

# The levels of the Common European Framework of Reference for Languages.
pathways-cefr-Pre-A1 = prima del livello A1
pathways-cefr-A1 = frasi semplici di ogni giorno
pathways-cefr-A2 = si fa capire nelle cose di ogni giorno
pathways-cefr-B1 = se la cava nella maggior parte delle situazioni
pathways-cefr-B2 = parla con scioltezza
pathways-cefr-C1 = parla e scrive bene anche di cose difficili
pathways-cefr-C2 = come chi è cresciuto in Italia

# Areas of life, and what each level means in each.
pathways-need-housing = Casa
pathways-level-housing-0 = Ha una casa stabile, con un contratto
pathways-level-housing-1 = Ha una casa, ma il contratto scade o l’affitto è in ritardo
pathways-level-housing-2 = È ospite di altri, o in accoglienza con una data di uscita
pathways-level-housing-3 = È in una sistemazione di fortuna, o deve uscire entro un mese
pathways-level-housing-4 = Dorme in strada, o ci dormirà stanotte
pathways-need-work = Lavoro
pathways-level-work-0 = Ha un lavoro regolare e sufficiente
pathways-level-work-1 = Lavora in regola, ma poche ore o per poco tempo
pathways-level-work-2 = Cerca lavoro e sa come fare
pathways-level-work-3 = Cerca lavoro e non sa come fare, o lavora senza contratto
pathways-level-work-4 = Subisce sfruttamento, o nulla permette di lavorare
pathways-need-health = Salute
pathways-level-health-0 = Sta bene e ha un medico
pathways-level-health-1 = Ha un medico e piccoli problemi già seguiti
pathways-level-health-2 = Ha bisogno di cure e non ha medico o tessera sanitaria
pathways-level-health-3 = Sta male e non ha cure
pathways-level-health-4 = È in pericolo: serve aiuto subito
pathways-need-legal = Documenti
pathways-level-legal-0 = Documenti validi per più di un anno
pathways-level-legal-1 = Documenti validi, da rinnovare entro un anno
pathways-level-legal-2 = Rinnovo o domanda in corso
pathways-level-legal-3 = Documenti scaduti, o una domanda respinta
pathways-level-legal-4 = Senza titolo di soggiorno, o con un ordine di lasciare l’Italia
pathways-need-language = Italiano
pathways-level-language-0 = Se la cava in ogni situazione
pathways-level-language-1 = Si fa capire nelle cose di ogni giorno
pathways-level-language-2 = Capisce e dice frasi semplici
pathways-level-language-3 = Sa poche parole
pathways-level-language-4 = Non parla italiano e non legge in nessuna lingua
pathways-need-family = Famiglia
pathways-level-family-0 = Nessun bisogno in famiglia
pathways-level-family-1 = Piccole difficoltà che la famiglia affronta da sé
pathways-level-family-2 = Serve un aiuto con i figli, o per riunire la famiglia
pathways-level-family-3 = Tensioni forti, o figli in difficoltà
pathways-level-family-4 = Violenza, o un minore in pericolo
pathways-need-income = Entrate
pathways-level-income-0 = Le entrate bastano
pathways-level-income-1 = Le entrate bastano appena
pathways-level-income-2 = Le entrate non bastano e servono aiuti
pathways-level-income-3 = Quasi nessuna entrata, o debiti
pathways-level-income-4 = Nessuna entrata: manca il necessario
pathways-need-network = Rete di persone
pathways-level-network-0 = Ha più persone su cui contare
pathways-level-network-1 = Conosce persone in città e ne frequenta
pathways-level-network-2 = Conosce poche persone
pathways-level-network-3 = Vive quasi senza contatti
pathways-level-network-4 = Non ha nessuno a cui rivolgersi
