# Referrals.

# The list.
referrals-list-title = Invii
referrals-lead-to-answer = { $n ->
    [0] Nessun invio aspetta la tua risposta.
    [one] Un invio aspetta la tua risposta.
   *[other] { $n } invii aspettano la tua risposta.
}
referrals-lead-waiting = { $n ->
    [0] Non ne hai fatti che aspettano.
    [one] Uno fatto dalla tua città aspetta risposta.
   *[other] { $n } fatti dalla tua città aspettano risposta.
}
referrals-shown = { $n ->
    [one] Un invio in questa pagina
   *[other] { $n } invii in questa pagina
}
referrals-show = Mostra
referrals-state = Stato
referrals-list-answer = Da rispondere
referrals-list-waiting = In attesa
referrals-list-answered = Con risposta
referrals-kind = Tipo
referrals-kind-all = Tutti
referrals-kind-service = A un servizio della città
referrals-kind-body = A un ente esterno
referrals-kind-city = A un’altra città
referrals-empty-answer = Nessun invio da rispondere
referrals-empty-answer-text = Qui compaiono le persone che un’altra città della rete ti chiede di accogliere. Vedi il nome solo dopo avere accettato.
referrals-empty-waiting = Nessun invio in attesa
referrals-empty-waiting-text = Qui compaiono gli invii fatti dalla tua città che aspettano una risposta. Un invio si fa dalla scheda della persona.
referrals-empty-answered = Nessun invio con risposta
referrals-empty-answered-text = Qui compaiono gli invii accettati, rifiutati, ritirati o conclusi.
referrals-empty-action = Cerca una persona

# What is known of one.
referrals-party = Chi
referrals-to-city = Comune di { $city }
referrals-from-city = Comune di { $city }
referrals-person = Persona
referrals-service = Servizio chiesto
referrals-gender = Genere
referrals-age = Età
referrals-citizenship = Cittadinanza
referrals-permit = Titolo di soggiorno
referrals-since = Fatto il
referrals-made-by = Fatto da
referrals-agreed = Consenso della persona
referrals-shared = Parti della scheda
referrals-shared-permit = titolo di soggiorno
referrals-shared-needs = bisogni
referrals-shared-goals = obiettivi
referrals-shared-contacts = contatti
referrals-shared-reach = lingua e recapiti
referrals-shared-papers = allegati
referrals-gender-F = donna
referrals-gender-M = uomo
referrals-gender-X = altro
referrals-age-minor = meno di 18 anni
referrals-age-adult = 18–60 anni
referrals-age-senior = più di 60 anni
referrals-name-hidden = Nome non visibile
referrals-name-unknown = Senza nome
referrals-text-erased = Testo cancellato
referrals-state-waiting = in attesa
referrals-state-accepted = accettato
referrals-state-refused = rifiutato
referrals-state-withdrawn = ritirato
referrals-state-done = concluso

# One referral.
referrals-one-title = Invio: { $party }
referrals-lead-sender-waiting = Aspetta la risposta dell’altra città dal { $day }. Intanto la persona resta in carico a te.
referrals-lead-sender-accepted = Accettato il { $day }: da quel giorno la persona è in carico all’altra città e i suoi percorsi qui sono chiusi.
referrals-lead-sender-refused = Rifiutato il { $day }. La persona resta in carico a te.
referrals-lead-sender-withdrawn = Ritirato il { $day }. L’altra città non ha più nessun dato della persona.
referrals-lead-sender-done = Concluso il { $day }.
referrals-lead-receiver-waiting = L’altra città aspetta la tua risposta dal { $day }. Il nome e le parti della scheda arrivano se accetti.
referrals-lead-receiver-accepted = Accettato il { $day }: da quel giorno la persona è in carico a te, con un percorso aperto.
referrals-lead-receiver-refused = Rifiutato il { $day }. Non è rimasto nessun dato della persona.
referrals-lead-receiver-withdrawn = Ritirato dall’altra città il { $day }. Non è rimasto nessun dato della persona.
referrals-lead-receiver-done = Concluso il { $day }.
referrals-lead-note-waiting = Aspetta dal { $day }. Quando la persona è stata accolta, segna l’invio come concluso.
referrals-lead-note-accepted = Accettato il { $day }.
referrals-lead-note-refused = Rifiutato il { $day }.
referrals-lead-note-withdrawn = Ritirato il { $day }.
referrals-lead-note-done = Concluso il { $day }.
referrals-answer = Risposta
referrals-open-file = Apri la scheda
referrals-open-letter = Apri la lettera da stampare
referrals-came-needs = Bisogni, valutati il { $day }
referrals-came-goals = Obiettivi ancora aperti
referrals-came-contacts = Contatti nell’altra città
referrals-came-reach = Lingua e recapiti, ora nella scheda
referrals-came-papers = Allegati, ora nella scheda
referrals-need-housing = Casa: livello { $level } di 4
referrals-need-work = Lavoro e formazione: livello { $level } di 4
referrals-need-health = Salute: livello { $level } di 4
referrals-need-legal = Documenti e questioni legali: livello { $level } di 4
referrals-need-language = Italiano: livello { $level } di 4
referrals-need-family = Famiglia e figli: livello { $level } di 4
referrals-need-income = Denaro: livello { $level } di 4
referrals-need-network = Persone su cui contare: livello { $level } di 4
referrals-act-accetta-title = Accetta
referrals-act-accetta-text = La persona viene registrata nella tua città e presa in carico da oggi. I percorsi aperti nell’altra città si chiudono oggi.
referrals-act-accetta = Accetta e prendi in carico
referrals-act-rifiuta-title = Rifiuta
referrals-act-rifiuta-text = Scrivi perché: il motivo resta con l’invio e lo legge chi l’ha fatto.
referrals-act-rifiuta = Rifiuta
referrals-refuse-reason = Perché non è possibile
referrals-act-ritira-title = Ritira
referrals-act-ritira-text = L’invio si chiude senza risposta. Puoi farne un altro.
referrals-act-ritira = Ritira l’invio
referrals-act-concludi-title = Segna come concluso
referrals-act-concludi-text = La persona è stata accolta dal servizio o dall’ente.
referrals-act-concludi = Segna come concluso
referrals-outcome = Che cosa è stato fatto
referrals-done-made = Invio fatto
referrals-done-accepted = Accettato: la persona è in carico alla tua città
referrals-done-refused = Rifiutato
referrals-done-withdrawn = Ritirato
referrals-done-finished = Concluso
referrals-settled-waiting = Questo invio aspetta una risposta
referrals-settled-accepted = Questo invio è già stato accettato
referrals-settled-refused = Questo invio è già stato rifiutato
referrals-settled-withdrawn = Questo invio è già stato ritirato
referrals-settled-done = Questo invio è già stato concluso
referrals-changed-meanwhile = Qualcosa è cambiato mentre lavoravi
referrals-conflict-remedy = Apri di nuovo l’invio per vedere come sta adesso. Non è stato cambiato nulla.
referrals-restricted = I dati di questa persona si possono solo conservare
referrals-restricted-remedy = La persona ha chiesto di non usarli. Parlane con il referente della città.

# Making one.
referrals-make-here = Nuovo invio
referrals-make-title = Invia { $name }
referrals-make-to = A chi
referrals-make-service = A un servizio della città
referrals-make-body = A un ente esterno
referrals-make-city = A un’altra città
referrals-make-lead-service = Una nota per un altro punto della città: la trovano fra le cose da fare.
referrals-make-lead-body = Scrivi a chi e perché: ne esce una lettera in italiano, da stampare e firmare.
referrals-make-lead-city = Serve il consenso della persona. Finché non accetta, l’altra città vede servizio, genere, età e cittadinanza, mai il nome.
referrals-make-button = Fai l’invio
referrals-leave = Lascia stare
referrals-choose = Scegli
referrals-point = Punto
referrals-point-any = Qualunque punto
referrals-body = Ente e indirizzo
referrals-body-hint = Una riga per il nome dell’ente, le altre per l’indirizzo.
referrals-city = Città
referrals-reason = Motivo
referrals-reason-hint-service = Quello che chi la accoglie deve sapere.
referrals-reason-hint-body = Compare nella lettera: scrivi solo ciò che all’ente serve.
referrals-reason-hint-city = L’altra città lo legge solo dopo avere accettato.
referrals-agreed-on = Giorno del consenso
referrals-agreed-hint = Il giorno in cui la persona ha detto di sì a farsi conoscere da questa città.
referrals-agreed-how = Come ha dato il consenso
referrals-how-signed = modulo firmato
referrals-how-spoken = a voce, con chi media
referrals-parts = Parti della scheda che vanno con la persona
referrals-parts-hint = Arrivano all’altra città solo se accetta. Scegli quelle su cui la persona è d’accordo.
referrals-part-permit = Titolo di soggiorno: { $permit }
referrals-part-permit-hint = Se lo scegli, l’altra città lo vede anche prima di rispondere.
referrals-part-needs = Bisogni dell’ultima valutazione
referrals-part-goals = { $n ->
    [one] Un obiettivo aperto
   *[other] { $n } obiettivi aperti
}
referrals-part-contacts = { $n ->
    [one] Un contatto: giorno e servizio
   *[other] { $n } contatti: giorni e servizi
}
referrals-part-reach = Lingua e recapiti
referrals-part-papers = { $n ->
    [one] Un allegato
   *[other] { $n } allegati
}
referrals-choose-one = Scegli una voce dell’elenco
referrals-how-missing = Scegli come la persona ha dato il consenso: senza, l’invio non si può fare
referrals-day-missing = Scrivi il giorno in cui la persona ha dato il consenso: senza, l’invio non si può fare
referrals-day-unreadable = Scrivi un giorno come 31/12/2026
referrals-unreadable = Questo indirizzo o modulo non si capisce
referrals-no-token = Il modulo non è completo: apri di nuovo la pagina
referrals-refused-own-city = Questa è la tua città: invia la persona a un suo servizio
referrals-refused-waits = Un invio di questa persona aspetta già la risposta di una città: ritiralo prima di farne un altro
referrals-refused-later = Quel giorno non è ancora venuto: scrivi il giorno in cui la persona ha dato il consenso
referrals-refused-long-ago = È passato più di un anno: chiedi di nuovo alla persona
referrals-refused-empty = Scrivi qualcosa
referrals-refused-too-long = Scrivi al massimo { $n } lettere

# The letter.
referrals-letter-title = Lettera di invio
referrals-letter-print = Stampa questa pagina con il comando Stampa del browser: escono solo le righe della lettera.

# The person's file and what waits.
referrals-section = Invii
referrals-section-none = Nessun invio.
referrals-open-link = Apri
referrals-event-made = Invio: { $party }
referrals-event-arrived = Arrivo con un invio: { $party }
referrals-event-waiting = Invio in attesa: { $party }
referrals-event-accepted = Invio accettato: { $party }
referrals-event-refused = Invio rifiutato: { $party }
referrals-event-withdrawn = Invio ritirato: { $party }
referrals-event-done = Invio concluso: { $party }
referrals-waits-offers = { $n ->
    [one] Rispondi a un invio di un’altra città
   *[other] Rispondi a { $n } invii di altre città
}
referrals-waits-notes = { $n ->
    [one] Una persona inviata al tuo punto ti aspetta
   *[other] { $n } persone inviate al tuo punto ti aspettano
}
referrals-waits-open = Apri
