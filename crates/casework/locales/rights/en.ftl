# Rights.

rights-title = Rights
rights-of = Rights of { $name }
rights-lead = Everybody can ask what you know of them, have it put right, have it not used, have it erased. An answer is due within a month.
rights-choose = Choose
rights-unreadable = What you sent cannot be read. Go back and try again.
rights-no-token = This form does not belong to this page. Open the page again and try once more.
rights-day-missing = Write the day.
rights-day-unreadable = There is no such day: write it like 15/05/2026.
rights-day-later = This day has not come yet.
rights-reason-missing = Write the reason: whoever reads this later needs it.
rights-too-long = At most { $n } letters.

# What is asked.
rights-kind = What they ask
rights-kind-access = Copy of the data
rights-kind-rectification = Rectification
rights-kind-restriction = Restriction
rights-kind-erasure = Erasure
rights-kind-missing = Choose what the person asks.
rights-access-text = Everything that the city has recorded of the person, and who read their file. Opening it is written into the log of reads.
rights-rectification-text = If something is wrong, put it right: the spelling of before stays and still finds the person.
rights-restriction-text = The data stay and nobody uses them: the file can be read and not changed, until you lift the restriction.
rights-erasure-text = Who the person is goes, and whatever was written of them. The city’s numbers do not change. There is no way back.
rights-way-access = Open the copy
rights-way-rectification = Put the data right
rights-way-restriction = Restrict the use of the data
rights-way-erasure = Erase the person

# Restriction.
rights-restrict-reason = Why you restrict the use of the data
rights-restrict-button = Restrict the use of the data
rights-unrestrict-reason = Why you lift the restriction
rights-unrestrict-button = Lift the restriction
rights-restricted-since = Use of the data restricted since { $day } by { $who }
rights-restricted-text = The file can be read and not changed.
rights-history-on = { $day }: restricted by { $who }. { $reason }
rights-history-off = { $day }: restriction lifted by { $who }. { $reason }

# Requests.
rights-requests = Requests
rights-requests-none = The person has not asked anything yet.
rights-request-title = Write a request down
rights-request-button = Record the request
rights-received = Received on
rights-received-hint = The month to answer runs from this day.
rights-note = The person’s words
rights-note-hint = May be left out. For example how the request came.
rights-due = Answer due by
rights-answered = Answered on
rights-recorded = Recorded
rights-by-on = on { $day } by { $who }
rights-why = Reason
rights-answer = Answer
rights-person = Person
rights-erased-person = Erased person
rights-state = State
rights-state-open = waiting
rights-state-done = done
rights-state-refused = refused
rights-left = { $n ->
    [0] due today
    [one] one day left
   *[other] { $n } days left
}
rights-late = { $n ->
    [one] one day late
   *[other] { $n } days late
}
rights-list-title = Requests about data
rights-list-lead = { $n ->
    [0] No request waits for an answer.
    [one] One request waits for an answer.
   *[other] { $n } requests wait for an answer.
}
rights-list-late = { $n ->
    [one] One is late.
   *[other] { $n } are late.
}
rights-list-open = To answer
rights-list-settled = Answered
rights-list-empty = No requests
rights-list-empty-text = When somebody asks for a copy, a rectification, a restriction or to be erased, open their file and write the request down under “Rights”.
rights-list-empty-action = Look the person up
rights-one-lead = Request of { $name }.
rights-done-title = The request was granted
rights-done-text = What you did
rights-done-hint = May be left out. For example: copy handed over.
rights-done-button = Mark as done
rights-refuse-title = The request cannot be granted
rights-refuse-text = Tell the person why, and that they can turn to the data protection authority or to a court.
rights-refuse-button = Refuse the request
rights-refusal = Reason of the law
rights-refusal-missing = Choose the reason of the law.
rights-refusal-text = The reason, in words
rights-refusal-hint = It is what you tell the person.
rights-refusal-legal_duty = A law says that the data are kept (GDPR, art. 17(3)(b))
rights-refusal-claims = They are needed before a court (art. 17(3)(e))
rights-refusal-public_interest = Archives and statistics in the public interest (art. 17(3)(d))
rights-refusal-unfounded = Without reason, or asked over and over (art. 12(5))
rights-refusal-unproven = Who asks has not shown to be the person (art. 12(6))
rights-settled = Somebody answered this request already.
rights-already = It is so already.
rights-look-again = Open the page again to see how it stands.
rights-erasure-elsewhere = An erasure is confirmed on its own page.
rights-erasure-elsewhere-remedy = Open the person, then “Rights”, then “Erase the person”.
rights-waits = { $n ->
    [one] A request about data waits for an answer
   *[other] { $n } requests about data wait for an answer
}
rights-waits-late = { $n ->
    [one] A request about data is late
   *[other] { $n } requests about data are late
}
rights-waits-open = Open the requests

# The copy.
rights-copy-title = Copy of the data
rights-copy-of = The data of { $name }
rights-copy-lead = Everything that the city of { $city } has recorded of this person, as of { $moment }.
rights-copy-print = To hand it over, print this page or save it as a PDF.
rights-copy-json = Download the data as JSON
rights-copy-nothing = Nothing.
rights-copy-name = Name
rights-copy-first-day = Known since
rights-copy-written = Written as
rights-copy-times = { $n ->
    [0] no contact
    [one] one contact
   *[other] { $n } contacts
}
rights-copy-details = What is known
rights-copy-households = Households
rights-copy-contacts = Contacts
rights-copy-corrections = Corrections
rights-copy-pathways = Pathways
rights-copy-needs = Needs as assessed
rights-copy-goals = Goals
rights-copy-stays = Stays
rights-copy-results = Results that were asked
rights-copy-referrals = Referrals
rights-copy-attachments = Attachments
rights-copy-rectifications = Rectifications
rights-copy-restrictions = Restrictions
rights-copy-reads = Who read the file
rights-copy-what = What
rights-copy-value = Value
rights-copy-from = From
rights-copy-to = To
rights-copy-by = Written by
rights-copy-household = Household
rights-copy-relation = Relation
rights-copy-others = Other people
rights-copy-permit = Title of stay
rights-copy-point = Point
rights-copy-bed = Bed
rights-copy-pathway = Pathway
rights-copy-goal = Goal
rights-copy-due = By
rights-copy-reached = Reached on
rights-copy-dropped = Given up on
rights-copy-steps = Steps
rights-copy-step-done = done on { $day }
rights-copy-way = Direction
rights-copy-sent = from this city
rights-copy-received = to this city
rights-copy-towards = To whom
rights-copy-agreed = Agreement
rights-copy-why = Reason
rights-copy-was = As it was
rights-copy-corrected = Corrected
rights-copy-taken-away = Taken away
rights-copy-file = File
rights-copy-type = Type
rights-copy-gone = Taken away
rights-copy-stopped = Use restricted
rights-copy-goes-on = Restriction lifted
rights-copy-when = When
rights-copy-who = Who
rights-copy-how = How

# Erasure.
rights-erase-title = Erasure
rights-erase-of = Erase { $name }
rights-erase-lead = Read what goes and what stays. An erasure cannot be undone.
rights-erase-goes = Goes
rights-erase-goes-1 = Name, birth, spellings, and that the person can be found.
rights-erase-goes-2 = Telephone, e-mail, address, language, notes, notices given, place in the household.
rights-erase-goes-3 = The attachments, with their names.
rights-erase-goes-4 = Notes of contacts, texts of pathways, goals, stays and referrals, reasons of corrections and rectifications.
rights-erase-goes-5 = The name in searches that found them, and in rejected rows and waiting files that hold all of it.
rights-erase-stays = Stays, without saying whose
rights-erase-stays-1 = Days, services, points, pathways, stays and results: the numbers do not change.
rights-erase-stays-2 = Gender, age bracket, citizenship; title of stay and vulnerabilities as codes; the number of the household.
rights-erase-stays-3 = A keyed digest of how they were written, so that a register that was brought before does not bring them back.
rights-erase-stays-4 = That an erasure was done, when, by whom and why.
rights-erase-beyond = The program cannot erase
rights-erase-beyond-1 = Sheets and registers that the city keeps outside of here, and backups.
rights-erase-beyond-2 = What is written in other people’s files, or half of the name in a rejected row.
rights-erase-beyond-3 = The file in another city that took the person in: that city erases it.
rights-erase-now = Erase now
rights-ground = Why
rights-ground-missing = Choose why the person is to be erased.
rights-ground-not_needed = The data are not needed any more (GDPR, art. 17(1)(a))
rights-ground-consent = The person took their consent back ((b))
rights-ground-objection = The person objects ((c))
rights-ground-unlawful = The data should not have been taken ((d))
rights-ground-ordered = A law or a judge orders it ((e))
rights-ground-retention = The time for which they are kept is over
rights-erase-word = erase
rights-erase-confirm = Write “{ $word }” to confirm
rights-erase-confirm-hint = So nobody erases by mistake.
rights-erase-unconfirmed = To confirm write exactly “{ $word }”.
rights-erase-button = Erase for ever
rights-erase-back = Back to the rights
rights-erase-file = Open the file
rights-erase-refuse = If a law says that the data are kept, record the request under “Rights” and refuse it with the reason.
rights-erased = Person erased
rights-erased-text = Only the numbers are left of them.
rights-goes-on = First close what is still open
rights-goes-on-remedy = Else the person would stay in the numbers for ever.
rights-going-on-pathway = A pathway is open: close it with its outcome.
rights-going-on-stay = They have a bed: write the day they left it.
rights-going-on-referral = A referral waits for an answer: take it back or conclude it.
rights-elsewhere = They were also taken in by: { $cities }
rights-elsewhere-text = Tell those cities of the erasure (GDPR, art. 19): their own file they erase themselves.
