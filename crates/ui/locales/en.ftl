# The frame of every page.
ui-number = { $n }
ui-skip = Skip to the content
ui-institutions = Italian Ministry of the Interior · ANCI · Cittalia
ui-fund = AMIF 2021–2027
ui-language = Language
ui-home = home page
ui-main-navigation = Main navigation
ui-nav-network = The network
ui-nav-desk = Desk
ui-nav-reads = Reads
ui-nav-accounts = Accounts
ui-sign-out = Sign out
ui-profile = Your profile
ui-help = How is it done?
ui-nav-registers = Registers
ui-nav-indicators = Indicators
ui-nav-comparison = Comparison
ui-demo = Demonstration data: no real person. The figures only serve to show the program.
ui-loopback = These pages open from this computer only.
ui-data-at = Data as at { $moment }

# Parts.
ui-table-hint = The table is wider than the screen: scroll sideways.
ui-chart-scrolls = The chart is wider than the screen: scroll sideways, or open the table.
ui-chart-as-table = As a table
ui-chart-download = Download
ui-breadcrumb = Breadcrumb
ui-since = since { $day }
ui-nothing-waits = Nothing is waiting: all done.
ui-pager = Pages of the list
ui-pager-first = Back to the start
ui-pager-next = Next

# Errors: what happened, what to do.
ui-problem-where = Address: { $path } · code { $status }
ui-problem-home = Go to The network
ui-problem-not-found = This page does not exist
ui-problem-not-found-remedy = Check the address: it may have changed, or a letter may be missing. Everything can be reached from the home page.
ui-problem-bad-request = The request cannot be read
ui-problem-bad-request-remedy = Go back, check what you wrote and try again.
ui-problem-forbidden = The form came from another site and was not accepted
ui-problem-forbidden-remedy = Nothing has changed. Open the page from here and send it again.
ui-problem-method = This page cannot be used like this
ui-problem-method-remedy = Go back to the page you came from and use its buttons.
ui-problem-conflict = Something has changed in the meantime
ui-problem-conflict-remedy = Reload the page, see how it stands now and try again.
ui-problem-too-large = The file is too large
ui-problem-too-large-remedy = Split it into several files, one a quarter for instance, and send them one at a time.
ui-problem-host = This address is not one of this program’s
ui-problem-host-remedy = Here the program answers this computer only: open 127.0.0.1 or localhost, with the same port.
ui-problem-internal = The page could not be made: the program is at fault
ui-problem-internal-remedy = What was saved is still there. Try again shortly; if it happens again, tell whoever runs the program, with the address and the time.

# The footer.
ui-handbook = Handbook

# The keys.
ui-keys = Keys
ui-keys-lead = Everything can be done without a mouse. The keys of one letter work when you are not writing in a field.
ui-keys-tab = go to the next link, button or field; with Shift, to the one before
ui-keys-search = go to the search field of the page, if there is one
ui-keys-help = open this list
ui-keys-contact = new contact: in a file with that person, at the desk go and look for them
ui-keys-found = open the file of the first, second… person found
ui-keys-letters = press the button that carries that letter in brackets
ui-keys-unite = in doubtful pairs: unite, it is the same person
ui-keys-separate = in doubtful pairs: separate, they are two persons
ui-keys-undo = in doubtful pairs: undo the last decision

# Accessibility.
ui-accessibility = Accessibility
ui-accessibility-lead = We want every page to serve everybody, also those who use only the keyboard, a screen reader or a small phone.
ui-accessibility-done-title = What is there
ui-accessibility-done = The pages use Bootstrap Italia and aim at WCAG 2.1, level AA. Every page is checked automatically at every change, in Italian and in English, at 1280 and 360 points of width. They also work without JavaScript. Every chart has the table of its data beside it; every status has a shape and a word, not only a colour.
ui-accessibility-missing-title = What is missing
ui-accessibility-missing = No person with a disability has tried the pages yet and no outside expert has verified them. This is not yet the declaration that AgID asks for: the body that uses the program publishes it after its own check.
ui-accessibility-tell-title = If something does not work
ui-accessibility-tell = Write to whoever runs this installation: name the page, what you wanted to do and what kept you from it.

# Privacy.
ui-privacy = Privacy
ui-privacy-lead = The pages with figures contain no names. Who people are is known only to the city that looks after them.
ui-privacy-people-title = The people looked after
ui-privacy-people = The registers of the cities contain personal data, some of it sensitive. It stays in this installation, in the pages of the registers. Indicators and comparisons receive only facts without names.
ui-privacy-visit-title = Who visits these pages
ui-privacy-visit = No service elsewhere, no statistics of visits. Two cookies and no others: one keeps the session of those who signed in and ends with the browser, the other remembers the language, and only if you choose one.
ui-privacy-controller-title = Who is responsible
ui-privacy-controller = The controller is the body that runs the installation: its full privacy notice has to be published before use with real data.

# Roles
ui-role-operator = desk operator
ui-role-street_operator = street operator
ui-role-city_lead = city lead
ui-role-monitoring_officer = monitoring officer
ui-role-authority = managing authority
ui-role-elected = elected member
ui-role-trainer = trainer
ui-role-trainee = trainee
ui-role-auditor = auditor
ui-role-administrator = system administrator
