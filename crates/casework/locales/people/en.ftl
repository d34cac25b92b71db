# The desk: finding people, registering them, their file.

# First page.
people-home-title = Desk
people-home-lead = { $visits ->
        [0] You have not recorded a contact today.
        [one] You have recorded one contact today.
       *[other] You have recorded { $visits } contacts today.
    } { $waiting ->
        [0] Nothing waits.
        [one] One thing waits for you.
       *[other] { $waiting } things wait for you.
    }
people-home-contact = New contact: look for the person
people-home-anonymous = Anonymous contact
people-home-group = Group contact
people-home-lists = What the desk keeps
people-home-pathways = Pathways
people-home-stays = Places and stays
people-home-referrals = Referrals
people-home-rights = Requests about data
people-home-waits = Waiting
people-home-waits-none = Nothing waits: all is done.
people-home-today = Today
people-home-empty = No contact yet today
people-home-empty-text = The contacts you record during the day will be here. Look for the person; if they are not there yet, register them.

# Search.
people-search = Look for a person
people-search-hint = Name and surname in any order, even unfinished; date or year of birth if you know it.
people-search-label = Search for a person
people-search-button = Search
people-search-title = People
people-search-lead = Search by name: two letters are enough. Names written another way are found too.
people-search-lead-found = People who look like “{ $typed }”, the most probable first.
people-nobody = Nobody is called “{ $typed }”, or nearly so.
people-nobody-title = Nobody found
people-nobody-text = Try fewer letters, the surname alone or the date of birth alone. If they are not there, register them.
people-too-little = Write at least two letters of the name, or the whole date of birth.
people-more = You see { $n }, but there are more: write a little more.
people-found = { $n ->
        [one] One person found
       *[other] { $n } people found
    }
people-recognise = Is it one of these?
people-written = also written “{ $name }” ·
people-last-met = last contact on { $day }
people-never-met = no contact, known since { $day }
people-status-in-charge = in charge since { $day }
people-status-not-in-charge = not in charge
people-status-restricted = use of data restricted
people-contact = New contact
people-contact-of = New contact with { $name }
people-it-is = It is them: open the file
people-it-is-name = It is { $name }: open the file
people-choose-one = Choose
people-choose-name = Choose { $name }
people-why-name-same = same name
people-why-name-alike = name nearly the same
people-why-name-begins = the name begins so
people-why-name-other = part of the name
people-why-birth-same = same birth
people-why-birth-near = birth nearly the same
people-why-birth-year = same year of birth
people-why-birth-differs = different birth

# Who somebody is.
people-name = Name
people-surname = Surname
people-surname-hint = As on the document. If you cannot tell given name from surname, write all of it here.
people-given = Given name
people-birth-field = Date of birth
people-birth-hint = For example 3/5/1990, day first. If you know the year alone, write the year: it counts as 1 January. If nobody knows, leave it empty.
people-birth = { $day } (aged { $age })
people-birth-uncertain = { $day } (aged { $age }; the day may not be known)
people-birth-unknown = birth not recorded
people-gender = Gender
people-gender-F = female
people-gender-M = male
people-gender-X = other
people-citizenship = Citizenship
people-citizenship-hint = Write the country and choose from the list.
people-citizenship-unknown = citizenship not recorded
people-language = Language
people-language-hint = The language in which you understand each other best.
people-phone = Telephone
people-optional = Only if needed.
people-permit = Residence permit
people-permit-hint = Only if needed. It is sensitive: only those who may see it do.
people-choose = – choose –
people-spellings = Also written
people-contacts = Contacts
people-known = Known since

# Faults.
people-fault-no-name = Write at least one name.
people-fault-long = Too long: at most { $most } characters.
people-fault-birth = This does not look like a date. Write it as 3/5/1990, or the year alone.
people-fault-birth-future = This date is still to come.
people-fault-birth-old = This date is before 1900: check it.
people-fault-unknown = It is not in the list: choose an entry of the list.
people-fault-unknown-near = It is not in the list. Did you mean “{ $near }”?
people-fault-empty = Write or choose something.
people-fault-phone = This does not look like a telephone number: at least six digits.
people-fault-email = This does not look like an e-mail address, such as name@example.org.
people-fault-since = Choose a day up to today.
people-fault-reason = Write the reason: it stays in the story.
people-forged = This request does not come from a page of the program
people-forged-remedy = Nothing has changed. Go back to the page and try again from there.
people-restricted = The use of these data is restricted: they may be read and not changed
people-restricted-remedy = The person asked for it (Article 18 GDPR). Whoever handles rights can lift the restriction.
people-somebody-else = There is another person written exactly so
people-somebody-else-merge = See whether they are one person
people-in-household = They are in household { $number } already
people-in-household-since = They are in household { $number } since { $day }: first say when they left it.
people-backwards = The last day comes before the first
people-meanwhile = Somebody has decided in the meantime

# Registering.
people-register = Register a person
people-new-title = Register a person
people-new-lead = Little is enough: a name, and what you know. While you write you see who is known already. Registering makes no contact.
people-new-lead-alike = Somebody looks like them already: see before you register.
people-new-who = Who they are
people-new-more = To understand and find each other
people-new-note = Only what is needed is asked. After registering, give the privacy notice in their language.
people-alike-title = Is it one of these people?
people-alike-text = If it is one of them open their file: there you can also correct how they are written.
people-alike-none = None of these: register
people-alike-unsure = Not certain: register and ask the lead
people-alike-help = The answer stays: if you say it is another person, nobody will be asked again.
people-registered = Person registered
people-registered-text = Now give the privacy notice in their language, then record the contact (n).

# The file.
people-who = Who they are
people-known-since = Known since { $day }.
people-met-times = { $n ->
        [one] One contact, on { $day }.
       *[other] { $n } contacts, the last on { $day }.
    }
people-met-never = No contact yet.
people-restricted-title = Use of data restricted since { $day }
people-restricted-text = The person asked to restrict it (Article 18 GDPR). The file may be read, not changed, and takes no contacts.
people-action-pathway = Pathway
people-action-referral = Referral
people-action-details = Details
people-action-household = Household
people-action-attachments = Attachments
people-action-notice = Privacy notice
people-action-rectify = Rectify
people-action-merge = Unite
people-action-rights = Rights
people-details = Details
people-details-none = Nothing known yet.
people-details-open = See and change the details
people-special = Special-category data
people-reserved = Reserved
people-household = Household
people-household-number = Household { $n }
people-household-none = No household recorded.
people-household-open = See and change the household
people-household-self = { $name } (this file)
people-story = Story
people-story-empty = The story begins here
people-story-empty-text = Contacts, pathways, referrals and papers will appear by day.
people-story-older = Earlier days
people-event-registered = Registered at the desk
people-event-rectified = Rectified by { $who }
people-event-notice = Privacy notice given ({ $language }) by { $who }
people-event-household = Comes into household { $n }
people-event-household-end = Leaves household { $n }
people-event-attached = Attachment added
people-event-detached = Attachment taken away
people-done-rettifica = Rectified: the spelling of before stays and still finds them
people-done-separate = Union undone: the two files are as before
people-done-informativa = That the notice was given is recorded

# Details.
people-details-title = Details
people-details-of = Details of { $name }
people-details-lead = What is known and since when. What held before stays in the history.
people-kind-language = Language
people-kind-phone = Telephone
people-kind-email = E-mail
people-kind-address = Address
people-kind-permit = Residence permit
people-kind-vulnerability = Vulnerability
people-kind-notice = Privacy notice
people-kind-note = Notes
people-vulnerability-hint = As the law lists them (Legislative Decree 142/2015, Article 17). Write it only if it is needed to help.
people-nothing-known = Nothing.
people-add = Add
people-change = Change
people-write = Write: { $what }
people-save = Save
people-since-field = From the day
people-since = since { $day }
people-void = never held
people-recorded = written on { $moment } by { $who }
people-before = { $n ->
        [one] Before: one entry
       *[other] Before: { $n } entries
    }
people-end = Holds until today
people-end-of = { $value }: holds until today
people-wrong = It was wrong
people-wrong-of = { $value }: it was wrong
people-office = Who sees it
people-office-none = the whole desk of the city
people-office-only = { $name } only
people-office-hint = For what must stay at your point of access.
people-kept-by-office = kept to one point of access
people-notice-given = { $language }, version { $version }

# Writing down anew.
people-rectify-title = Rectify
people-rectify-of = Rectify { $name }
people-rectify-lead = Write it as it is right. The spelling of before stays: whoever searches it still finds them, and contacts do not change.
people-rectify-spellings = How they were written so far
people-rectify-reason-hint = For example: document seen on 3 May.
people-rectify-button = Save the rectification
people-reason = Reason

# Household.
people-household-title = Household
people-household-of = Household of { $name }
people-household-lead = { $n ->
        [one] There is one person in household { $number }.
       *[other] There are { $n } people in household { $number }.
    }
people-household-lead-past = They are in no household today.
people-household-lead-none = No household recorded. A single person is a household only if you record it.
people-household-new = New household
people-household-make = Make the household
people-household-add = Add { $name }
people-household-join = Add to the household
people-household-who = Add somebody
people-household-search = Look for whoever lives with them
people-household-register = Not there yet?
people-relation = Relation to the person it is registered for
people-relation-head = that person
people-relation-partner = spouse or partner
people-relation-child = child
people-relation-parent = parent
people-relation-sibling = sister or brother
people-relation-relative = another relative
people-relation-other = lives with them
people-leave = Leaves today
people-leaves = { $value }: leaves today
people-somebody = somebody who has no file any more

# Attachments.
people-attachments-title = Attachments
people-attachments-of = Attachments of { $name }
people-attachments-lead = { $n ->
        [0] No attachment yet. Copies of papers that the pathway needs will be here.
        [one] One attachment.
       *[other] { $n } attachments.
    }
people-file = File
people-file-hint = PDF, picture or text document, up to { $n } MB.
people-file-none = Choose a file.
people-file-too-large = The file is larger than { $n } MB: make it smaller or split it.
people-file-kind = This kind of file cannot be attached. PDF, JPEG, PNG, WebP, HEIC, DOCX without macros and ODT can.
people-file-add = Add a file
people-file-note = The file is encrypted. Attach only what is needed: seeing a document is better than keeping a copy.
people-file-about = { $size }, added on { $day } by { $who }
people-file-remove = Take away
people-file-remove-of = Take away { $name }
people-file-reason = Reason
people-files-gone = Attachments taken away
people-file-gone = { $name }, taken away on { $day } by { $who }
people-erased = erased
people-size-kilobytes = { $n } KB
people-size-megabytes = { $size } MB

# Uniting two people.
people-merge-title = Unite
people-merge-of = Unite { $name } with another file
people-merge-lead = Two files of one person? Look for the other one.
people-merge-lead-two = See the differences. If they are one person, unite them: it can be undone.
people-merge-search = Look for the other file
people-merge-none = No other file looks like it: try searching another way.
people-merge-button = They are one person: unite
people-merge-another = Choose another
people-merge-help = Contacts, pathways and details stay as they were written. The union is listed with the decided pairs and can be undone, later too.
people-merged = Files united
people-merged-text = It is one person now, in the numbers too.
people-merge-undo = Undo the union
people-differs = (differs)

# Privacy notice.
people-notice-title = Privacy notice
people-notice-of = Privacy notice for { $name }
people-notice-lead = Read it with the person, print it or let them scan the code, then record that you gave it.
people-notice-lead-given = The notice was given already. You can give it again, in another language too.
people-notice-unverified = Translation to be verified
people-notice-unverified-text = No mediator has read this text yet: if something is not clear, explain it aloud.
people-notice-languages = Languages of the notice
people-notice-give = Record that it was given
people-notice-print = For paper use the browser’s print: only the text comes out, with the code to scan.
people-notice-given-on = given on { $day }, in { $language }, by { $who }
people-notice-qr = Code to scan: { $address }
people-notice-public = Privacy notice of the desk of { $city }
people-notice-choose = Choose the language.
people-notice-choose-city = Choose the city of the desk.
