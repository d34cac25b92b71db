reads-title = Reads: who read which file
reads-lead-none = Every reading of people is written here. No unusual reading waits to be looked at.
reads-lead = Every reading of people is written here. { $n ->
    [one] One unusual reading waits to be looked at.
   *[other] { $n } unusual readings wait to be looked at.
}
reads-waits = { $n ->
    [one] One unusual reading to look at
   *[other] { $n } unusual readings to look at
}
reads-waits-look = Look

# How and what.
reads-act-view = Opened
reads-act-search = Searched
reads-act-list = Saw in a list
reads-act-export = Took out
reads-what-file = file
reads-what-attachment = attachment
reads-what-desk = search at the desk
reads-what-similar = people like the name typed
reads-what-contacts = contacts
reads-what-pathways = pathways
reads-what-stays = stays
reads-what-referrals = referrals
reads-what-rights = the person’s rights
reads-what-pairs = doubtful pairs
reads-what-questions = questions between cities
reads-what-register_rows = contacts of a register
reads-what-rejected_rows = rejected rows of a register
reads-what-preview = preview of a register
reads-what-reads = log of reads, with names
reads-searched = { $what }: “{ $text }”
reads-file-number = file …{ $number }
reads-of-file = who read it
reads-nobody = no file
reads-people = { $n ->
    [one] one person
   *[other] { $n } people
}

# The list.
reads-lines = The reads
reads-about-person = Who read: { $name }
reads-everybody = All reads
reads-column-when = When
reads-column-who = Who
reads-column-how = How
reads-column-what = What
reads-column-whom = Whose
reads-city = City
reads-any-city = All
reads-who = Who read
reads-who-hint = The whole name they sign in with.
reads-how = How
reads-any = In any way
reads-from = From
reads-to = To
reads-day-wrong = Write a day like 2026-05-15.
reads-filter = Show
reads-shown = { $n ->
    [one] One read on this page
   *[other] { $n } reads on this page
}
reads-nothing = No reads
reads-nothing-text = Here is who searched, opened, saw in a list or took out data of people. With these filters there is nothing.
reads-csv = Download the list (CSV, without names)
reads-csv-name = reads
reads-csv-when = When
reads-csv-city = City
reads-csv-who = Who
reads-csv-role = Role
reads-csv-how = How
reads-csv-what = What
reads-csv-people = People
reads-csv-file = File

# One reading.
reads-line-title = Read of { $moment }
reads-line-lead = { $login } ({ $role }). { $act }: { $what }.
reads-line-about = { $city } · { $n ->
    [0] nobody
    [one] one person
   *[other] { $n } people
}
reads-line-people = The people of this read

# Unusual reading.
reads-unusual = Unusual reading
reads-unusual-text = A flag accuses nobody: it says that something is not as usual. Look at the reads, ask, and write what it was.
reads-flag-about = { $city } · flagged { $moment } ·
reads-flag-lines = See the reads
reads-flag-more-since = There are more since then.
reads-flag-many = { $login } opened { $n } files on { $day }; on a usual day of theirs it is { $usual }.
reads-flag-many-new = { $login } opened { $n } files on { $day }; they are new here and have no usual day yet.
reads-flag-late = { $login } opened { $n } files on { $day } outside the hours of the desk ({ $opens } to { $closes }).
reads-flag-strangers = { $login } opened on { $day } { $n } files of people who had not been met at their points of access in the { $days } days before.
reads-flag-same_search = { $login } searched for the same { $n } times on { $day }.
reads-flag-colleague = { $login } searched for the name of somebody who works in the city on { $day }: { $n ->
    [one] once
   *[other] { $n } times
}.
reads-flag-exports = { $login } took out data of people { $n } times on { $day }.
reads-note = What it was
reads-note-hint = For example: “They prepared the list for the meeting, I had asked for it”.
reads-note-empty = Write what it was: without it nobody will know in a year.
reads-note-long = The note is too long: at most { $n } characters.
reads-look-at = Mark as looked at
reads-looked = Looked at by { $who } on { $moment }.
reads-looked-done = Looked at
reads-looked-done-text = The note is written and stays beside the flag.
reads-looked-title = Looked at before
reads-own-flag = This unusual reading is your own: you cannot mark it as looked at.
reads-own-flag-remedy = This reading is your own: the auditor looks at it.
reads-rules = The rules
reads-rules-text = Reading is unusual when one of these is true of a day.
reads-rule-many = Files opened: at least { $files }, and at least { $times } times those of one’s own usual day (the median of the last { $history } days). With fewer than { $least } days behind one: at least { $new }.
reads-rule-late = At least { $late } files opened before { $opens } or from { $closes } on. It does not hold for mobile units.
reads-rule-strangers = At least { $strangers } files of people neither registered nor met at one’s own points of access in the { $days } days before.
reads-rule-same_search = The same search at least { $same } times.
reads-rule-colleague = A search for the name of somebody who works in the city.
reads-rule-exports = Data of people taken out at least { $exports } times.

# The journal of writes.
reads-journal = Writes
reads-journal-title = Writes: who wrote what
reads-journal-lead = Every write stays here, one after the other, and cannot be taken out unseen. It holds no names of people.
reads-journal-who = Who wrote
reads-journal-deed-head = What they did
reads-journal-thing-head = To what
reads-journal-network = the whole network
reads-journal-nothing = No writes
reads-journal-nothing-text = Here is what was written in the program. With these filters there is nothing.
reads-journal-shown = { $n ->
    [one] One write on this page
   *[other] { $n } writes on this page
}
reads-journal-go = Who wrote what
reads-thing-number = { $kind } …{ $number }
reads-deed-accept = accepted
reads-deed-accept-invitation = accepted the invitation
reads-deed-add-passkey = added a passkey
reads-deed-adjust = corrected how a file is read
reads-deed-answer = noted what a person answered
reads-deed-arrive = noted an arrival
reads-deed-assess = assessed a need
reads-deed-attach = attached
reads-deed-beds = said how many beds there are
reads-deed-begin-change-of-keys = began a change of keys
reads-deed-change-account = changed an account
reads-deed-change-keys = changed the keys
reads-deed-change-password = changed the password
reads-deed-close = closed
reads-deed-correct = corrected
reads-deed-decline = declined
reads-deed-detach = took an attachment away
reads-deed-discard = took away a file that waited
reads-deed-encode = made the encodings of files anew
reads-deed-end = said it holds no more
reads-deed-erase = erased
reads-deed-export = gave a copy of the data
reads-deed-follow = noted how it goes
reads-deed-forget = forgot
reads-deed-furnish-for-demonstration = prepared the demonstration
reads-deed-import = imported
reads-deed-invite = invited
reads-deed-invite-again = invited again
reads-deed-join = joined two files
reads-deed-join_household = added to a household
reads-deed-leave = noted a departure
reads-deed-leave_household = took out of a household
reads-deed-link = recognised people of several cities
reads-deed-look_at = looked at an unusual reading
reads-deed-make-account = made an account
reads-deed-mark-as-demonstration = marked as a demonstration
reads-deed-offer = offered
reads-deed-open = opened
reads-deed-park = brought a file
reads-deed-plan = planned
reads-deed-profile = kept the way files are read
reads-deed-propose = proposed to join
reads-deed-record = recorded
reads-deed-rectify = rectified
reads-deed-refer = referred
reads-deed-register_person = registered a person
reads-deed-remove-passkey = removed a passkey
reads-deed-renew-recovery-codes = renewed the recovery codes
reads-deed-reopen-rejected-rows = put rejected rows back to wait
reads-deed-request = noted a request about rights
reads-deed-reset-second-factor = reset a second factor
reads-deed-restart-account = restarted an account
reads-deed-restrict = restricted processing
reads-deed-result = noted a result
reads-deed-retain = applied the times of retention
reads-deed-rewrap-keys = changed the master key
reads-deed-rotate = changed the key of encodings
reads-deed-separate = separated two files
reads-deed-set-up-second-factor = set up a second factor
reads-deed-settle-rejected-rows = settled rejected rows
reads-deed-settle_request = answered a request about rights
reads-deed-stay = noted a stay
reads-deed-stop-account = stopped an account
reads-deed-take-back = took a record back
reads-deed-tell = added a detail
reads-deed-transfer = handed a file over
reads-deed-undo = took a decision back
reads-deed-unlock-account = unlocked an account
reads-deed-unrestrict = lifted the restriction of processing
reads-deed-use-recovery-code = used a recovery code
reads-deed-withdraw = withdrew
reads-thing-account = account
reads-thing-attachment = attachment
reads-thing-contact = contact
reads-thing-detail = detail of a file
reads-thing-gathering = gathering
reads-thing-goal = goal
reads-thing-household = household
reads-thing-installation = installation
reads-thing-need = need
reads-thing-network = network
reads-thing-network-key = key of encodings
reads-thing-pair = pair
reads-thing-pathway = pathway
reads-thing-person = file
reads-thing-place = beds
reads-thing-profile = profile of registers
reads-thing-question = question between cities
reads-thing-read_flag = unusual reading
reads-thing-referral = referral
reads-thing-register = register
reads-thing-result = result
reads-thing-retention = retention
reads-thing-rights = request about rights
reads-thing-stay = stay
reads-thing-step = step
reads-thing-upload = file
reads-thing-vault = keys
reads-thing-visit = contact
