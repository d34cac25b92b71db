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
