# Recording.
contacts-new = Nuovo contatto
contacts-new-of = Nuovo contatto: { $name }
contacts-born = Data di nascita: { $day }.
contacts-last = Ultimo contatto: { $day }, { $service }.
contacts-last-none = È il primo contatto.
contacts-save = Salva
contacts-leave = Lascia senza salvare
contacts-services = Servizi
contacts-services-often = I più usati qui
contacts-services-rest = Gli altri servizi
contacts-services-type = Scrivi due o tre lettere, o il numero
contacts-services-type-hint = Invio sceglie il primo della lista; Invio a riga vuota salva. Si possono scegliere più servizi.
contacts-services-found = Invio sceglie:
contacts-services-none = Nessun servizio comincia così.
contacts-service = Servizio
contacts-service-choose = Scegli il servizio
contacts-minutes = Minuti
contacts-minutes-n = { $n } min
contacts-point = Punto di accesso
contacts-point-none = Non indicato
contacts-modality = Come
contacts-day = Giorno
contacts-outcome = Esito o prossimo passo
contacts-outcome-none = Nessuno
contacts-note = Nota
contacts-note-hint = Solo ciò che serve a chi segue la persona. La legge chi può aprire la scheda.
contacts-heads = Quante persone
contacts-heads-n = { $n } persone
contacts-modality-in_person = Di persona
contacts-modality-street = In strada
contacts-modality-phone = Al telefono
contacts-modality-video = In videochiamata
contacts-modality-message = Per messaggio
contacts-modality-home = A casa della persona
contacts-outcome-done = Concluso
contacts-outcome-follow_up = La persona torna
contacts-outcome-referred = Indirizzata a un altro servizio
contacts-outcome-not_possible = Qui non si può fare
contacts-today-word = oggi

# What was recorded already.
contacts-already = Lo sportello lo ha già registrato
contacts-already-line = { $service }: { $moment }, { $who }
contacts-already-again = È un altro contatto: registralo di nuovo

# What is wrong in a form.
contacts-fault-day = Scrivi un giorno, per esempio 15/05/2026.
contacts-fault-future = Questo giorno deve ancora venire: scrivi oggi o un giorno passato.
contacts-fault-early = La rete è nata nel 2020: controlla l’anno.
contacts-fault-service = Scegli almeno un servizio.
contacts-fault-minutes = Scrivi i minuti in cifre, da 0 a 1440, o lascia vuoto.
contacts-fault-heads = Scrivi un numero fino a 500.
contacts-fault-long = Il testo è troppo lungo: al massimo 4.000 lettere, 200 per un titolo.
contacts-fault-nobody = Scrivi almeno un nome nella lista, o quante persone c’erano.
contacts-fault-title = Scrivi come si chiamava l’attività.
contacts-fault-reason = Scrivi perché: resta nella storia del contatto.
contacts-fault-names = La lista ha più di 200 nomi: dividila in due attività.
contacts-forged = Il modulo contiene un valore che qui non esiste
contacts-forged-remedy = Nulla è stato salvato. Riapri la pagina e compila il modulo di nuovo.
contacts-restricted = I dati di questa persona sono limitati: non si può aggiungere un contatto
contacts-restricted-remedy = Parlane con il referente comunale: solo lui può togliere la limitazione. Se serve contare l’incontro, registra un contatto anonimo.
contacts-said-otherwise = Questo modulo era già stato salvato, con altri dati
contacts-said-otherwise-remedy = Vale ciò che è stato salvato la prima volta. Per cambiarlo apri il contatto e correggilo.

# Anonymous contacts and gatherings.
contacts-anonymous = Contatto anonimo
contacts-anonymous-lead = Persone incontrate senza chiedere chi sono: si contano i contatti, non le persone. Genere ed età restano non rilevati.
contacts-nobody = nessun nome
contacts-nobody-n = { $n ->
    [one] Una persona senza nome
   *[other] { $n } persone senza nome
}
contacts-erased = Persona cancellata
contacts-group = Attività di gruppo
contacts-group-lead = Un laboratorio, un corso, un incontro: un contatto per ogni persona della lista, e uno per ognuna di quelle senza nome.
contacts-group-title = Come si chiamava
contacts-group-title-hint = Per esempio: Laboratorio di cucito.
contacts-group-names = Chi c’era
contacts-group-names-hint = Un nome per riga: scrivilo o incolla l’elenco. Con «Controlla i nomi» vedi chi si chiama così.
contacts-group-check = Controlla i nomi
contacts-group-list = I nomi della lista
contacts-group-found = { $n ->
    [one] Un nome
   *[other] { $n } nomi
}, { $found ->
    [0] nessuno riconosciuto
    [one] uno riconosciuto
   *[other] { $found } riconosciuti
}. Controlla ogni nome prima di salvare.
contacts-group-person = { $name }, { $day }
contacts-group-not-named = Nessuna di queste persone: conta senza nome
contacts-group-passed-over = Non contare questa riga
contacts-group-twice = La stessa persona è scelta per due nomi: lascia una delle due righe.
contacts-group-others = Altre persone senza nome
contacts-group-others-hint = Quante, oltre a quelle della lista.

# Saved, and the list of the day.
contacts-saved = { $n ->
    [one] Contatto salvato
   *[other] { $n } contatti salvati
}
contacts-undo = Annulla (z)
contacts-undone = Contatto annullato
contacts-undone-text = È come se non fosse mai stato salvato.
contacts-undo-late = Non si può più annullare
contacts-undo-late-remedy = Annulla solo chi ha salvato, entro 15 minuti. Dopo, apri il contatto e ritiralo scrivendo perché.
contacts-today-empty = Oggi non hai ancora registrato contatti. Cerca una persona e premi n nella sua scheda.
contacts-today-when = { $hour }, { $day }

# Correcting.
contacts-correct = Correggi un contatto
contacts-correct-of = Correggi: { $name }
contacts-correct-open = Correggi
contacts-correct-change = Correggi
contacts-correct-save = Salva la correzione
contacts-reason = Perché
contacts-reason-hint = Per esempio: giorno sbagliato.
contacts-withdraw = Ritira
contacts-withdraw-text = Il contatto non conta più. Se è della persona sbagliata, ritiralo e registralo nella scheda giusta.
contacts-withdraw-whole = { $n ->
    [one] Ritira il contatto salvato insieme
   *[other] Ritira tutti i { $n } contatti salvati insieme
}
contacts-withdraw-button = Ritira
contacts-corrected = Contatto corretto
contacts-withdrawn = Contatto ritirato
contacts-still-told = Un registro lo dice ancora: quel contatto resta. Per toglierlo correggi il registro.
contacts-gone = Questo contatto è stato ritirato
contacts-gone-text = Non conta più. Sotto vedi che cosa era e perché è stato ritirato.
contacts-of-register = Questo contatto viene da un registro
contacts-of-register-text = Si corregge nel file: ritira il registro, correggilo e portalo di nuovo.
contacts-of-register-open = Apri il registro
contacts-history = Storia
contacts-action-changed = Corretto
contacts-action-withdrawn = Ritirato
contacts-action-undone = Annullato subito dopo il salvataggio
contacts-action-absorbed = Un registro lo diceva già: vale lo sportello
contacts-when-who = { $moment }, { $who }
contacts-change = { $field }: { $was } → { $now }

# In a person's file.
contacts-section = Contatti
contacts-section-new = Nuovo contatto
contacts-section-empty = Nessun contatto: il primo che registri compare qui.
contacts-section-more = Qui ci sono i { $n } più recenti.
contacts-how = Dove e come
contacts-by = Da chi
contacts-by-register = un registro
contacts-action = Che cosa puoi fare
contacts-look = Guarda
contacts-event-withdrawn = Contatto ritirato: { $service }
