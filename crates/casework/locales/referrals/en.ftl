# Referrals.

# The list.
referrals-list-title = Referrals
referrals-lead-to-answer = { $n ->
    [0] No referral waits for your answer.
    [one] One referral waits for your answer.
   *[other] { $n } referrals wait for your answer.
}
referrals-lead-waiting = { $n ->
    [0] None that you made is waiting.
    [one] One made by your city waits for an answer.
   *[other] { $n } made by your city wait for an answer.
}
referrals-shown = { $n ->
    [one] One referral on this page
   *[other] { $n } referrals on this page
}
referrals-show = Show
referrals-state = State
referrals-list-answer = To answer
referrals-list-waiting = Waiting
referrals-list-answered = Answered
referrals-kind = Kind
referrals-kind-all = All
referrals-kind-service = To a service of the city
referrals-kind-body = To an outside body
referrals-kind-city = To another city
referrals-empty-answer = No referral to answer
referrals-empty-answer-text = People whom another city of the network asks you to receive appear here. You see the name only after you accept.
referrals-empty-waiting = No referral waiting
referrals-empty-waiting-text = Referrals made by your city that wait for an answer appear here. A referral is made from the person’s file.
referrals-empty-answered = No referral answered
referrals-empty-answered-text = Referrals that were accepted, refused, taken back or completed appear here.
referrals-empty-action = Look for a person

# What is known of one.
referrals-party = Who
referrals-to-city = City of { $city }
referrals-from-city = City of { $city }
referrals-person = Person
referrals-service = Service asked for
referrals-gender = Gender
referrals-age = Age
referrals-citizenship = Citizenship
referrals-permit = Title of stay
referrals-since = Made on
referrals-made-by = Made by
referrals-agreed = The person’s agreement
referrals-shared = Parts of the file
referrals-shared-permit = title of stay
referrals-shared-needs = needs
referrals-shared-goals = goals
referrals-shared-contacts = contacts
referrals-shared-reach = language and contact details
referrals-shared-papers = attached files
referrals-gender-F = woman
referrals-gender-M = man
referrals-gender-X = other
referrals-age-minor = under 18
referrals-age-adult = 18–60
referrals-age-senior = over 60
referrals-name-hidden = Name not shown
referrals-name-unknown = No name
referrals-text-erased = Text erased
referrals-state-waiting = waiting
referrals-state-accepted = accepted
referrals-state-refused = refused
referrals-state-withdrawn = taken back
referrals-state-done = completed

# One referral.
referrals-one-title = Referral: { $party }
referrals-lead-sender-waiting = Waiting for the other city’s answer since { $day }. Until then the person stays in your charge.
referrals-lead-sender-accepted = Accepted on { $day }: from that day the other city has the person in charge, and their pathways here are closed.
referrals-lead-sender-refused = Refused on { $day }. The person stays in your charge.
referrals-lead-sender-withdrawn = Taken back on { $day }. The other city holds no data of the person any more.
referrals-lead-sender-done = Completed on { $day }.
referrals-lead-receiver-waiting = The other city has waited for your answer since { $day }. The name and the parts of the file arrive if you accept.
referrals-lead-receiver-accepted = Accepted on { $day }: from that day the person is in your charge, with an open pathway.
referrals-lead-receiver-refused = Refused on { $day }. No data of the person is left.
referrals-lead-receiver-withdrawn = Taken back by the other city on { $day }. No data of the person is left.
referrals-lead-receiver-done = Completed on { $day }.
referrals-lead-note-waiting = Waiting since { $day }. Once the person has been received, mark the referral as completed.
referrals-lead-note-accepted = Accepted on { $day }.
referrals-lead-note-refused = Refused on { $day }.
referrals-lead-note-withdrawn = Taken back on { $day }.
referrals-lead-note-done = Completed on { $day }.
referrals-answer = Answer
referrals-open-file = Open the file
referrals-open-letter = Open the letter to print
referrals-came-needs = Needs, assessed on { $day }
referrals-came-goals = Goals still open
referrals-came-contacts = Contacts in the other city
referrals-came-reach = Language and contact details, now in the file
referrals-came-papers = Attached files, now in the file
referrals-need-housing = Housing: level { $level } of 4
referrals-need-work = Work and training: level { $level } of 4
referrals-need-health = Health: level { $level } of 4
referrals-need-legal = Documents and legal matters: level { $level } of 4
referrals-need-language = Italian: level { $level } of 4
referrals-need-family = Family and children: level { $level } of 4
referrals-need-income = Money: level { $level } of 4
referrals-need-network = People to turn to: level { $level } of 4
referrals-act-accetta-title = Accept
referrals-act-accetta-text = The person is registered in your city and in your charge from today. Pathways open in the other city are closed today.
referrals-act-accetta = Accept and take in charge
referrals-act-rifiuta-title = Refuse
referrals-act-rifiuta-text = Write why: the reason stays with the referral, and who made it reads it.
referrals-act-rifiuta = Refuse
referrals-refuse-reason = Why it is not possible
referrals-act-ritira-title = Take back
referrals-act-ritira-text = The referral is closed without an answer. You can make another one.
referrals-act-ritira = Take the referral back
referrals-act-concludi-title = Mark as completed
referrals-act-concludi-text = The service or the body has received the person.
referrals-act-concludi = Mark as completed
referrals-outcome = What was done
referrals-done-made = Referral made
referrals-done-accepted = Accepted: the person is in your city’s charge
referrals-done-refused = Refused
referrals-done-withdrawn = Taken back
referrals-done-finished = Completed
referrals-settled-waiting = This referral waits for an answer
referrals-settled-accepted = This referral was accepted already
referrals-settled-refused = This referral was refused already
referrals-settled-withdrawn = This referral was taken back already
referrals-settled-done = This referral was completed already
referrals-changed-meanwhile = Something changed while you were working
referrals-conflict-remedy = Open the referral again to see how it stands now. Nothing was changed.
referrals-restricted = The data of this person may only be kept
referrals-restricted-remedy = The person asked that they not be used. Talk to the city’s lead.

# Making one.
referrals-make-here = New referral
referrals-make-title = Refer { $name }
referrals-make-to = To whom
referrals-make-service = To a service of the city
referrals-make-body = To an outside body
referrals-make-city = To another city
referrals-make-lead-service = A note for another point of the city: they find it among what is to be done.
referrals-make-lead-body = Write to whom and why: it becomes a letter in Italian, to print and sign.
referrals-make-lead-city = The person’s agreement is needed. Until it accepts, the other city sees service, gender, age and citizenship, never the name.
referrals-make-button = Make the referral
referrals-leave = Leave it
referrals-choose = Choose
referrals-point = Point
referrals-point-any = Any point
referrals-body = Body and address
referrals-body-hint = One line for the name of the body, the others for the address.
referrals-city = City
referrals-reason = Reason
referrals-reason-hint-service = What whoever receives them has to know.
referrals-reason-hint-body = It stands in the letter: write only what the body needs.
referrals-reason-hint-city = The other city reads it only after it accepts.
referrals-agreed-on = Day of the agreement
referrals-agreed-hint = The day the person said yes to being made known to this city.
referrals-agreed-how = How they agreed
referrals-how-signed = signed form
referrals-how-spoken = by word, with a mediator
referrals-parts = Parts of the file that go with the person
referrals-parts-hint = They reach the other city only if it accepts. Choose those the person agrees to.
referrals-part-permit = Title of stay: { $permit }
referrals-part-permit-hint = If you choose it, the other city sees it before it answers too.
referrals-part-needs = Needs of the last assessment
referrals-part-goals = { $n ->
    [one] One open goal
   *[other] { $n } open goals
}
referrals-part-contacts = { $n ->
    [one] One contact: day and service
   *[other] { $n } contacts: days and services
}
referrals-part-reach = Language and contact details
referrals-part-papers = { $n ->
    [one] One attached file
   *[other] { $n } attached files
}
referrals-choose-one = Choose one of the list
referrals-how-missing = Choose how the person agreed: without it the referral cannot be made
referrals-day-missing = Write the day the person agreed: without it the referral cannot be made
referrals-day-unreadable = Write a day such as 31/12/2026
referrals-unreadable = This address or form cannot be understood
referrals-no-token = The form is incomplete: open the page again
referrals-refused-own-city = This is your city: refer the person to one of its services
referrals-refused-waits = A referral of this person waits for a city’s answer already: take it back before you make another
referrals-refused-later = That day has not come yet: write the day the person agreed
referrals-refused-long-ago = More than a year has passed: ask the person again
referrals-refused-empty = Write something
referrals-refused-too-long = Write at most { $n } letters

# The letter.
referrals-letter-title = Letter of referral
referrals-letter-print = Print this page with the Print command of the browser: only the lines of the letter come out.

# The person's file and what waits.
referrals-section = Referrals
referrals-section-none = No referral.
referrals-open-link = Open
referrals-event-made = Referral: { $party }
referrals-event-arrived = Came with a referral: { $party }
referrals-event-waiting = Referral waiting: { $party }
referrals-event-accepted = Referral accepted: { $party }
referrals-event-refused = Referral refused: { $party }
referrals-event-withdrawn = Referral taken back: { $party }
referrals-event-done = Referral completed: { $party }
referrals-waits-offers = { $n ->
    [one] Answer a referral of another city
   *[other] Answer { $n } referrals of other cities
}
referrals-waits-notes = { $n ->
    [one] One person referred to your point waits for you
   *[other] { $n } people referred to your point wait for you
}
referrals-waits-open = Open
