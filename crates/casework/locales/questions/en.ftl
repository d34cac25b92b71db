# Questions to two cities.

questions-title = Questions between cities
questions-lead = { $n ->
    [one] One person of your city may be known in another one too: ask them when you see them.
   *[other] { $n } people of your city may be known in another one too: ask them when you see them.
}
questions-lead-none = No question waits for an answer.
questions-person = Person
questions-city = Other city
questions-since = Since
questions-nameless = A person without a name
questions-born = Birth date: { $birth }.
questions-file = Open the file
questions-ask = “Have you been in contact with LGNet in { $city } before, { $years }?”
questions-ask-ever = “Have you been in contact with LGNet in { $city } before?”
questions-ask-year = in { $year }
questions-ask-or = or
questions-answer = What do they answer?
questions-answer-yes = Yes
questions-answer-no = No
questions-answer-cannot_ask = I cannot ask
questions-answer-unknown = Choose an answer: yes, no, or I cannot ask
questions-help = You see nothing of the other person, and the other city sees nothing of this one. If the person says yes both here and there, they count once in the network; if either says no, twice. Every answer can be undone.
questions-empty = Nothing to ask
questions-empty-text = When a person of your city is like one of another, but not enough, the question to ask them appears here.
questions-empty-action = Go to the desk
questions-others = The other questions
questions-answered-title = Answers given
questions-answered = { $name }, { $city }: { $answer }
questions-answered-yes = said yes
questions-answered-no = said no
questions-answered-cannot_ask = cannot be asked
questions-when-who = { $moment }, { $who }
questions-done = Answer saved.
questions-undo = Undo
questions-undo-of = Undo the answer of { $name } about { $city }
questions-undone = Answer undone
questions-undone-text = The question waits again, and the numbers are as before.
questions-waits = { $n ->
    [one] One question to ask a person who may be known in another city too
   *[other] { $n } questions to ask people who may be known in another city too
}
questions-waits-open = See the questions
