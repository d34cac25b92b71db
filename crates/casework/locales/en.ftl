# What waits, on the home page.
registers-waits-rows = { $city }: { $n ->
    [one] one rejected row to mend
   *[other] { $n } rejected rows to mend
}
registers-waits-pairs = { $city }: { $n ->
    [one] one doubtful pair to decide
   *[other] { $n } doubtful pairs to decide
}
registers-waits-open = Open
registers-waits-decide = Decide

# Columns of tables.
registers-column-read = Rows read
registers-column-accepted = Accepted
registers-column-known = Already known
registers-column-rejected = Rejected
registers-column-state = State
registers-column-action = What you can do
registers-column-file = File
registers-column-when = When and who
registers-column-sheet = Sheet
registers-column-header = Header
registers-column-rows = Rows
registers-column-reason = Reason and remedy
registers-column-first = First examples
registers-column-line = Line
registers-column-written = As written
registers-column-understood = As read
registers-column-column = Column
registers-column-value = What is written
registers-column-nearest = Nearest valid value
registers-column-row = The whole row
registers-column-day = Day
registers-column-name = Name as written
registers-column-service = Service

# States.
registers-state-rows = rows to mend
registers-state-imported = imported
registers-state-withdrawn = withdrawn on { $day }

# One city.
registers-city-title = Registers of { $city }
registers-city-lead-empty = The city’s registers will be here. Begin by bringing a file: nothing is imported before you confirm.
registers-city-lead-done = { $n ->
    [one] One register imported
   *[other] { $n } registers imported
}, nothing to mend and nothing to decide.
registers-city-lead = To do: { $rows ->
    [0] no row to mend
    [one] one row to mend
   *[other] { $rows } rows to mend
} and { $pairs ->
    [0] no pair to decide.
    [one] one pair to decide.
   *[other] { $pairs } pairs to decide.
}
registers-bring = Bring a register
registers-file = The register’s file
registers-file-hint = XLSX, XLS, ODS or CSV, up to { $n } MB. It is fine as it is: columns are checked in the next step.
registers-bring-button = Read the file
registers-file-none = No file chosen: choose the register to bring.
registers-file-too-large = The file is over { $n } MB: split it, for example a file a year.
registers-doubts = Doubtful pairs
registers-doubts-waiting = { $n ->
    [one] One pair of names may be the same person.
   *[other] { $n } pairs of names may be the same person.
}
registers-doubts-decide = Decide
registers-doubts-none = No pair waits for a decision.
registers-doubts-decided = Pairs already decided
registers-parked = Files brought and not imported yet
registers-parked-about = { $size }, brought on { $moment }
registers-parked-continue = Continue
registers-parked-follow = See how far it is
registers-parked-kept = A file that is not imported stays here for seven days, then it is removed.
registers-history = History
registers-history-empty = No register imported so far. Every file imported will be listed here, with who brought it and the result.
registers-when-who = { $moment }, { $who }
registers-digest = SHA-256 { $digest }…
registers-withdraw = Withdraw

# What was understood of a file.
registers-understood-title = What was understood: { $city }
registers-understood-here = File to import
registers-understood-lead-all = { $n ->
    [one] One row, and it can be imported.
   *[other] { $n } rows, and all can be imported.
}
registers-understood-lead = { $n ->
    [one] One row
   *[other] { $n } rows
}: { $wrong ->
    [one] one cannot be imported as it is
   *[other] { $wrong } cannot be imported as they are
}. Check the columns, then import: rejected rows can be mended later too.
registers-understood-lead-none = No row can be imported yet: say which columns are the day, the name and the service, then update the preview.
registers-understood-file = { $name } · { $size } · SHA-256 { $digest }… · brought on { $moment } · nothing is imported yet
registers-same-file = The same file is in the history already, imported on { $moment }
registers-same-file-text = You may import it again: contacts that the city already has are not added twice.
registers-same-file-link = See that import
registers-repeated = Several columns say “{ $meaning }”: { $columns }
registers-repeated-text = The first one counts; say what the others are, or “Do not import”.
registers-columns = The columns
registers-columns-text = For each column choose what it holds. The examples are the first values of the file.
registers-columns-other = Columns of sheets that do not look like registers
registers-columns-none = No table was recognised in the file: check that it is the right one.
registers-column-examples = For example: { $examples }
registers-column-empty = The column is empty.
registers-column-not-understood = Not recognised.
registers-words = Words that are in no list
registers-words-text = Choose what they stand for: the city remembers them for the next files.
registers-word-service = Service “{ $word }”
registers-word-permit = Title of stay “{ $word }”
registers-word-citizenship = Citizenship “{ $word }”
registers-word-rows = { $n ->
    [one] In one rejected row.
   *[other] In { $n } rejected rows.
}
registers-word-given = Already said for this city.
registers-word-more = { $n ->
    [one] One more word will come after these.
   *[other] { $n } more words will come after these.
}
registers-word-leave = Leave among the rejected
registers-preview-again = Update the preview
registers-import = Import
registers-preview = Preview
registers-sheets = Sheets
registers-sheet-only = Text file
registers-header-none = not recognised
registers-sheet-read = read
registers-sheet-unread = not read
registers-sheet-lacks = lacks: { $what }
registers-missing-day = the day
registers-missing-full_name = the name
registers-missing-service = the service
registers-skipped = Rows that are no contacts: { $blank } blank, { $totals } of totals, { $titles } of titles, { $headers } of headers.
registers-sample-caption = The first rows, before and after
registers-after-birth = born { $value }
registers-after-minutes = { $value } min
registers-problems-caption = Rows that cannot be imported, by reason
registers-value-empty = empty cell
registers-example = { $place }: { $value }
registers-example-near = { $place }: { $value }, perhaps “{ $nearest }”
registers-line = line{"\u00A0"}{ $line }
registers-line-of-sheet = { $sheet }, line{"\u00A0"}{ $line }
registers-discard = Remove the file
registers-discard-text = The file is not imported and disappears from here. Your original stays where it is.
registers-discard-running = The file is being imported and cannot be removed
registers-discarded = File removed: nothing was imported

# How far the import is.
registers-progress-title = Import: { $city }
registers-progress-here = Import
registers-step-reading = Step 1 of 3: reading the file.
registers-step-joining = Step 2 of 3: joining rows to people.
registers-step-writing = Step 3 of 3: writing contacts.
registers-step-nothing = There was no row to import: nothing has changed.
registers-step-failed = The import did not succeed: the fault is the program’s, and nothing has changed.
registers-progress-leave = The page updates by itself. You may leave: the import goes on, and you find it again among the city’s files.
registers-remedy-nothing = The file is still here: go back to the columns and say which are the day, the name and the service.
registers-remedy-failed = The file is still here: try again shortly. If it happens again, tell whoever runs the program, with the time.
registers-progress-back = Back to the file

# What an import did.
registers-register-title = Result: { $name }
registers-register-lead = { $n ->
    [one] One row read, none rejected.
   *[other] { $n } rows read, none rejected.
}
registers-register-lead-rejected = { $n ->
    [one] One row read
   *[other] { $n } rows read
}, { $wrong ->
    [one] one rejected: mend it and bring it again.
   *[other] { $wrong } rejected: download them, mend them and bring them again.
}
registers-register-lead-settled = { $n ->
    [one] One row read
   *[other] { $n } rows read
}, { $wrong ->
    [one] one rejected, which no longer waits.
   *[other] { $wrong } rejected, which no longer wait.
}
registers-register-lead-withdrawn = This file was withdrawn: its contacts no longer count.
registers-register-file = Imported on { $moment } by { $who } · { $size } · SHA-256 { $digest }
registers-figure-read = rows read
registers-basis-read = rows of the file that hold data
registers-figure-accepted = rows accepted
registers-basis-accepted = rows that added at least one contact
registers-figure-known = rows already known
registers-basis-known = the city already had the same contacts
registers-figure-rejected = rows rejected
registers-basis-rejected = to mend and bring again
registers-figure-persons = persons
registers-basis-persons = distinct, in the accepted and known rows of this file
registers-figure-new = new persons
registers-basis-new = met by the city for the first time
registers-figure-doubts = pairs to decide
registers-basis-doubts = in the whole city, now
registers-pairs-go = { $n ->
    [one] Decide the doubtful pair
   *[other] Decide the { $n } doubtful pairs
}
registers-rejected = Rejected rows
registers-rejected-text = Download the file, mend the cells named and bring it back like any register: the columns added at the end are passed over.
registers-rejected-download = Download the rows to mend
registers-rejected-more = These are the first { $shown } of { $n }: the download has them all.
registers-settle = Mark as done
registers-settle-text = When you have brought them back mended, or they cannot be mended: they stay here, but no longer wait.
registers-settled-text = Marked as done: they wait for nobody.
registers-reopen = Put back among the things to do
registers-rejects-file = rows-to-mend
registers-known-title = Rows already known
registers-known-text = { $n ->
    [one] One row added nothing
   *[other] { $n } rows added nothing
}: the city already had the same contact of the same person, on the same day, for the same service and at the same point. So the same file brought twice does not count twice.
registers-withdraw-whole = Withdraw the whole file

# The contacts of a register.
registers-rows-title = Contacts of { $name }
registers-name-erased = personal data erased
registers-rows-here = Contacts
registers-rows-caption = The contacts in the order of the file
registers-rows-lead = { $contacts ->
    [one] One contact
   *[other] { $contacts } contacts
} from { $rows ->
    [one] one accepted row
   *[other] { $rows } accepted rows
}. The file’s persons are { $persons }, of whom { $new } new to the city.
registers-rows-shown = { $shown } contacts on this page, of { $n }

# Taking a file back.
registers-withdraw-title = Withdraw { $name }?
registers-withdraw-lead = { $contacts ->
    [one] One contact
   *[other] { $contacts } contacts
} of { $city }, imported on { $moment }, will no longer count.
registers-withdraw-what = With the contacts go the rejected rows and the persons known from this file alone. The rest of the history stays as it is. To put it back, bring the file again.
registers-withdraw-button = Withdraw the file
registers-withdraw-keep = Leave everything as it is
registers-withdraw-gone = This file was withdrawn already, or is not there
registers-withdrawn = Withdrawn on { $moment } by { $who }
registers-withdrawn-text = The numbers below are those of the day of the import.
registers-withdrawn-done = File withdrawn
registers-withdrawn-done-text = Its contacts no longer count; the numbers follow already.

# Values.
registers-gender-F = female
registers-gender-M = male
registers-gender-X = other
registers-size-bytes = { $n } bytes
registers-size-kilobytes = { $size } kB
registers-size-megabytes = { $size } MB

# Doubtful pairs.
pairs-title = Doubtful pairs of { $city }
pairs-here = Doubtful pairs
pairs-lead = { $n ->
    [one] One pair waits: is it the same person?
   *[other] { $n } pairs wait: are they the same person?
}
pairs-lead-none = No pair waits for a decision.
pairs-first = First card
pairs-second = Second card
pairs-surname = Surname
pairs-given = Given name
pairs-birth = Date of birth
pairs-gender = Gender
pairs-citizenship = Citizenship
pairs-contacts = Contacts
pairs-between = First and last
pairs-marked = Differences are highlighted.
pairs-differs = (different)
pairs-likeness-high = Very alike.
pairs-likeness-middle = Fairly alike.
pairs-likeness-low = A little alike.
pairs-unite = Unite: the same person
pairs-separate = Separate: two persons
pairs-help = No contact is lost, and every decision can be undone. The program remembers the decision for the next files.
pairs-empty = Nothing to decide
pairs-empty-text = When two names in a register are alike, but not enough to join them without asking, the pair appears here.
pairs-empty-action = Bring a register
pairs-others = The other pairs
pairs-column-names = Names
pairs-column-likeness = Likeness
pairs-names = { $one } and { $other }
pairs-decided = Decided pairs
pairs-state-joined = joined
pairs-state-separated = separated
pairs-done-joined = Joined: they count as one person now.
pairs-done-separated = Separated: they count as two persons.
pairs-undo = Undo
pairs-undo-of = Undo the decision on { $names }
pairs-undone = Decision undone
pairs-undone-text = The pair waits again, and the numbers are as before.
pairs-decision-unknown = The decision cannot be understood
pairs-decided-meanwhile = Somebody has decided on this pair already
