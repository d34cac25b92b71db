# Questions to two cities.

questions-title = Domande tra città
questions-lead = { $n ->
    [one] Una persona della tua città forse è conosciuta anche in un’altra: chiediglielo quando la vedi.
   *[other] { $n } persone della tua città forse sono conosciute anche in un’altra: chiediglielo quando le vedi.
}
questions-lead-none = Nessuna domanda aspetta una risposta.
questions-person = Persona
questions-city = Altra città
questions-since = Dal
questions-nameless = Persona senza nome
questions-born = Data di nascita: { $birth }.
questions-file = Apri la scheda
questions-ask = «Ha già avuto contatti con LGNet a { $city } { $years }?»
questions-ask-ever = «Ha già avuto contatti con LGNet a { $city }?»
questions-ask-year = nel { $year }
questions-ask-or = o
questions-answer = Che cosa risponde?
questions-answer-yes = Sì
questions-answer-no = No
questions-answer-cannot_ask = Non posso chiederlo
questions-answer-unknown = Scegli una risposta: sì, no, o non posso chiederlo
questions-help = Dell’altra persona non vedi nulla, e l’altra città non vede nulla di questa. Se la persona dice sì qui e là, nella rete conta una volta; se una delle due dice no, conta due volte. Ogni risposta si può annullare.
questions-empty = Niente da chiedere
questions-empty-text = Quando una persona della tua città somiglia a una di un’altra, ma non abbastanza, qui compare la domanda da farle.
questions-empty-action = Vai allo sportello
questions-others = Le altre domande
questions-answered-title = Risposte date
questions-answered = { $name }, { $city }: { $answer }
questions-answered-yes = ha detto sì
questions-answered-no = ha detto no
questions-answered-cannot_ask = non si può chiedere
questions-when-who = { $moment }, { $who }
questions-done = Risposta salvata.
questions-undo = Annulla
questions-undo-of = Annulla la risposta di { $name } su { $city }
questions-undone = Risposta annullata
questions-undone-text = La domanda aspetta di nuovo, e i numeri sono quelli di prima.
questions-waits = { $n ->
    [one] Una domanda da fare a una persona forse conosciuta anche in un’altra città
   *[other] { $n } domande da fare a persone forse conosciute anche in un’altra città
}
questions-waits-open = Vedi le domande
