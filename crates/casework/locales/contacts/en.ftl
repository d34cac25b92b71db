# Recording.
contacts-new = New contact
contacts-new-of = New contact: { $name }
contacts-born = Date of birth: { $day }.
contacts-last = Last contact: { $day }, { $service }.
contacts-last-none = This is the first contact.
contacts-save = Save
contacts-leave = Leave without saving
contacts-services = Services
contacts-services-often = Most used here
contacts-services-rest = The other services
contacts-services-type = Type two or three letters, or the number
contacts-services-type-hint = Enter chooses the first of the list; Enter on an empty line saves. You can choose several services.
contacts-services-found = Enter chooses:
contacts-services-none = No service begins so.
contacts-service = Service
contacts-service-choose = Choose the service
contacts-minutes = Minutes
contacts-minutes-n = { $n } min
contacts-point = Point of access
contacts-point-none = Not stated
contacts-modality = How
contacts-day = Day
contacts-outcome = Outcome or next step
contacts-outcome-none = None
contacts-note = Note
contacts-note-hint = Only what those who follow the person need. Whoever may open the file reads it.
contacts-heads = How many people
contacts-heads-n = { $n } people
contacts-modality-in_person = In person
contacts-modality-street = On the street
contacts-modality-phone = By telephone
contacts-modality-video = By video call
contacts-modality-message = By message
contacts-modality-home = At the person’s home
contacts-outcome-done = Done
contacts-outcome-follow_up = The person comes back
contacts-outcome-referred = Sent to another service
contacts-outcome-not_possible = Cannot be done here
contacts-today-word = today

# What was recorded already.
contacts-already = The desk has recorded this already
contacts-already-line = { $service }: { $moment }, { $who }
contacts-already-again = It is another contact: record it again

# What is wrong in a form.
contacts-fault-day = Write a day, such as 15/05/2026.
contacts-fault-future = This day has not come yet: write today or a day that has passed.
contacts-fault-early = The network began in 2020: check the year.
contacts-fault-service = Choose at least one service.
contacts-fault-minutes = Write the minutes in digits, from 0 to 1440, or leave it empty.
contacts-fault-heads = Write a number up to 500.
contacts-fault-long = The text is too long: at most 4,000 letters, 200 for a title.
contacts-fault-nobody = Write at least one name in the list, or how many people were there.
contacts-fault-title = Write what the activity was called.
contacts-fault-reason = Write why: it stays in the history of the contact.
contacts-fault-names = The list has more than 200 names: split it into two activities.
contacts-forged = The form holds a value that does not exist here
contacts-forged-remedy = Nothing was saved. Open the page again and fill in the form anew.
contacts-restricted = The data of this person are restricted: no contact can be added
contacts-restricted-remedy = Speak to the city’s lead: only they can lift the restriction. If the meeting has to be counted, record an anonymous contact.
contacts-said-otherwise = This form was saved before, with other data
contacts-said-otherwise-remedy = What was saved the first time stands. To change it, open the contact and correct it.

# Anonymous contacts and gatherings.
contacts-anonymous = Anonymous contact
contacts-anonymous-lead = People met without asking who they are: contacts are counted, not persons. Gender and age stay not recorded.
contacts-nobody = no name
contacts-nobody-n = { $n ->
    [one] One person without a name
   *[other] { $n } people without a name
}
contacts-erased = Erased person
contacts-group = Group activity
contacts-group-lead = A workshop, a course, a meeting: one contact for each person of the list, and one for each of those without a name.
contacts-group-title = What it was called
contacts-group-title-hint = For example: Sewing workshop.
contacts-group-names = Who was there
contacts-group-names-hint = One name a line: type it or paste the list. With “Check the names” you see who is called so.
contacts-group-check = Check the names
contacts-group-list = The names of the list
contacts-group-found = { $n ->
    [one] One name
   *[other] { $n } names
}, { $found ->
    [0] none recognised
    [one] one recognised
   *[other] { $found } recognised
}. Check each name before you save.
contacts-group-person = { $name }, { $day }
contacts-group-not-named = None of these people: count without a name
contacts-group-passed-over = Do not count this line
contacts-group-twice = The same person is chosen for two names: leave one of the two lines.
contacts-group-others = Other people without a name
contacts-group-others-hint = How many, besides those of the list.

# Saved, and the list of the day.
contacts-saved = { $n ->
    [one] Contact saved
   *[other] { $n } contacts saved
}
contacts-undo = Undo (z)
contacts-undone = Contact undone
contacts-undone-text = It is as if it had never been saved.
contacts-undo-late = This cannot be undone any more
contacts-undo-late-remedy = Only whoever saved it undoes it, within 15 minutes. After that, open the contact and withdraw it, saying why.
contacts-today-empty = You have not recorded a contact today. Search for a person and press n in their file.
contacts-today-when = { $hour }, { $day }

# Correcting.
contacts-correct = Correct a contact
contacts-correct-of = Correct: { $name }
contacts-correct-open = Correct
contacts-correct-change = Correct
contacts-correct-save = Save the correction
contacts-reason = Why
contacts-reason-hint = For example: wrong day.
contacts-withdraw = Withdraw
contacts-withdraw-text = The contact does not count any more. If it is the wrong person’s, withdraw it and record it in the right file.
contacts-withdraw-whole = { $n ->
    [one] Withdraw the contact saved with it
   *[other] Withdraw all { $n } contacts saved together
}
contacts-withdraw-button = Withdraw
contacts-corrected = Contact corrected
contacts-withdrawn = Contact withdrawn
contacts-still-told = A register still tells it: that contact stays. To remove it, mend the register.
contacts-gone = This contact was withdrawn
contacts-gone-text = It does not count any more. Below you see what it was and why it was withdrawn.
contacts-of-register = This contact comes from a register
contacts-of-register-text = It is mended in the file: withdraw the register, mend it and bring it again.
contacts-of-register-open = Open the register
contacts-history = History
contacts-action-changed = Corrected
contacts-action-withdrawn = Withdrawn
contacts-action-undone = Undone right after it was saved
contacts-action-absorbed = A register told it already: the desk’s word stands
contacts-when-who = { $moment }, { $who }
contacts-change = { $field }: { $was } → { $now }

# In a person's file.
contacts-section = Contacts
contacts-section-new = New contact
contacts-section-empty = No contact: the first one you record appears here.
contacts-section-more = These are the { $n } newest.
contacts-how = Where and how
contacts-by = By whom
contacts-by-register = a register
contacts-action = What you can do
contacts-look = Look
contacts-event-withdrawn = Contact withdrawn: { $service }
