# Addresses
monitoring-wrong-address = The address cannot be read
monitoring-wrong-period = “{ $period }” is not a period
monitoring-wrong-period-remedy = Write a year (2025), a half-year (2025-H1), a quarter (2025-Q1), a month (2025-03) or two days joined by two dots (2025-01-01..2025-06-30).
monitoring-wrong-by = This indicator is not broken down by “{ $name }”
monitoring-wrong-indicator = There is no indicator “{ $code }”
monitoring-not-comparable = The indicator “{ $code }” does not count persons from the registers: it cannot be compared

# Filters
monitoring-period = Period
monitoring-city = City
monitoring-all-cities = The whole network
monitoring-whole-network = The whole network
monitoring-whole-edition = The whole edition
monitoring-half = Half { $n } of { $year }
monitoring-quarter = Quarter { $n } of { $year }
monitoring-show = Show
monitoring-search = Search by name or code
monitoring-when-year = In { $year },
monitoring-when-edition = Since the edition began,
monitoring-when-days = In the period { $days },

# A number is never naked
monitoring-cut-off = data at { $day }
monitoring-live = not yet sealed
monitoring-counted-contacts = each contact once
monitoring-counted-persons = once per city
monitoring-counted-network-persons = once in the network, recognised without exchanging names
monitoring-counted-new-persons = once per city, at the first contact
monitoring-counted-minutes = as written in the registers
monitoring-counted-sessions = each day of a point of access once
monitoring-counted-in-charge = once per city, with a pathway open on that day
monitoring-counted-households = each household once per city, if a member was met
monitoring-counted-stays = each stay once, also if only a part of it falls inside
monitoring-counted-outcomes = each closed pathway and each result once
monitoring-counted-outcome-persons = once per city, with a closed pathway or a result
monitoring-measure-contacts = contacts
monitoring-measure-persons = distinct persons
monitoring-measure-network-persons = distinct persons in the network
monitoring-measure-new-persons = new persons
monitoring-measure-minutes = minutes
monitoring-measure-sessions = sessions
monitoring-measure-in-charge = persons in charge
monitoring-measure-households = households
monitoring-measure-stays = stays
monitoring-measure-outcomes = outcomes
monitoring-measure-outcome-persons = persons with an outcome
monitoring-unit-contacts = contacts
monitoring-unit-persons = persons
monitoring-unit-minutes = minutes
monitoring-unit-sessions = sessions
monitoring-unit-stays = stays
monitoring-unit-outcomes = outcomes
monitoring-unit-places = places
monitoring-unit-families = families
monitoring-unit-authorities = authorities
monitoring-unit-packages = packages and campaigns
monitoring-unit-projects = projects
monitoring-unit-items = items
monitoring-unit-households = households
monitoring-unit-beds = beds
monitoring-unit-desks = desks
monitoring-unit-sites = sites
monitoring-unit-units = units
monitoring-unit-staff = staff
monitoring-unit-stops = stops
monitoring-unit-hours = hours
monitoring-unit-districts = districts
monitoring-unit-days-per-week = days a week
monitoring-unit-nationalities = nationalities
monitoring-unit-rank = (rank)
monitoring-unit-years = years
monitoring-unit-authorities-health = health authorities
monitoring-unit-euro = euro
monitoring-dimension-city = city
monitoring-dimension-month = month
monitoring-dimension-quarter = quarter
monitoring-dimension-half = half-year
monitoring-dimension-year = year
monitoring-dimension-day = day
monitoring-dimension-kind = kind of fact
monitoring-dimension-area = action area
monitoring-dimension-service = service
monitoring-dimension-point = point of access
monitoring-dimension-work-package = work package
monitoring-dimension-gender = gender
monitoring-dimension-age = age at first contact
monitoring-dimension-citizenship = citizenship
monitoring-dimension-permit = title of stay
monitoring-dimension-modality = modality
monitoring-dimension-outcome = outcome
monitoring-dimension-vulnerability = vulnerability
monitoring-kind-contact = contact
monitoring-kind-opened = pathway opened
monitoring-kind-closed = pathway closed
monitoring-kind-stay = stay
monitoring-kind-outcome = result
monitoring-vulnerability-minor = minor
monitoring-vulnerability-unaccompanied-minor = unaccompanied minor
monitoring-vulnerability-disability = disability
monitoring-vulnerability-elderly = old age
monitoring-vulnerability-pregnancy = pregnancy
monitoring-vulnerability-single-parent = single parent with minor children
monitoring-vulnerability-trafficking = trafficking in human beings
monitoring-vulnerability-illness = serious illness
monitoring-vulnerability-mental-disorder = mental disorder
monitoring-vulnerability-violence = torture, rape or other serious violence
monitoring-vulnerability-genital-mutilation = genital mutilation
monitoring-vulnerability-other = other
monitoring-gender-f = women
monitoring-gender-m = men
monitoring-gender-x = other
monitoring-age-under-18 = under 18
monitoring-age-18-60 = 18–60
monitoring-age-over-60 = over 60
monitoring-total = Total
monitoring-total-not-sum = Total (not the sum)
monitoring-share = share
monitoring-parts-overlap = Whoever falls under several entries counts in each: entries do not add up.

# The network today
monitoring-home-title =
    { $when } the network met { $n ->
       [one] one person
       *[other] { $n } persons
    }, in { $cities ->
       [one] one city
       *[other] { $cities } cities
    }.
monitoring-home-several = Whoever was met in several cities counts in each.
monitoring-home-expected = The edition is expected to involve { $target } persons (declared figure).
monitoring-home-waiting =
    { $n ->
       [0] Nothing waits for an answer.
       [one] One thing waits for an answer.
       *[other] { $n } things wait for an answer.
    }
monitoring-todo = To do
monitoring-todo-all = All { $n } things that wait
monitoring-label-contacts = contacts
monitoring-label-network-persons = distinct persons in the network
monitoring-label-persons = sum of the cities’ persons
monitoring-label-persons-city = persons reached
monitoring-label-persons-short = Persons (once per city)
monitoring-label-new-persons = new persons
monitoring-label-in-charge = persons in charge
monitoring-label-sessions = sessions
monitoring-map-title = Where the network met people
monitoring-map-description = Map of Italy with the cities of the network; the table says the same.
monitoring-map-city =
    { $city }: { $n ->
       [one] one person
       *[other] { $n } persons
    }
monitoring-map-note = Area of the dot: persons reached. Ring: share of the declared target, where a city published one.
monitoring-map-in-edition = Since the edition began
monitoring-map-target = Declared target
monitoring-areas-title = Three areas: contacts do not add to persons
monitoring-area-note = { $contacts } contacts · { $persons } persons
monitoring-areas-note = Length of the bar: contacts. A person may be in several areas.
monitoring-cities-title = The cities
monitoring-cities-areas = Active areas
monitoring-cities-trend = Contacts by month
monitoring-cities-last = Newest data
monitoring-cities-status = State of the data
monitoring-status-fresh = up to date
monitoring-status-late = older than 45 days
monitoring-status-none = no data

# Declared figures
monitoring-declared-heading = Declared figures: not to be added up
monitoring-declared-title = Declared figures
monitoring-declared-note = Published by the cities or the network, in the words and for the period of who gave them. They enter no count and do not add up.
monitoring-declared-all = All declared figures
monitoring-declared-figure = Figure
monitoring-declared-what = What it counts
monitoring-declared-basis = Counting basis
monitoring-declared-days = Period
monitoring-declared-source = Source
monitoring-declared-target = target
monitoring-declared-at = at { $day }
monitoring-declared-from-to = from { $from } to { $to }
monitoring-qualifier-about = about { $n }
monitoring-qualifier-more-than = more than { $n }
monitoring-qualifier-at-least = at least { $n }
monitoring-declared-basis-project-lifetime = over the project’s lifetime
monitoring-declared-basis-not-stated = not stated
monitoring-declared-basis-until-end-2026 = until the end of 2026
monitoring-declared-basis-calendar-month = calendar month
monitoring-declared-basis-calendar-year = calendar year
monitoring-declared-basis-per-event = per event
monitoring-declared-basis-since-opening = since opening
monitoring-declared-basis-point-in-time = at one moment
monitoring-declared-basis-since-2021 = since 2021
monitoring-declared-basis-edition-to-date = edition to date
monitoring-declared-basis-until-2027-01 = until January 2027
monitoring-confidence-a = official source
monitoring-confidence-b = institutional news
monitoring-confidence-c = press

# A city
monitoring-city-lead =
    { $when } { $city } met { $persons ->
       [one] one person
       *[other] { $persons } persons
    }, in { $contacts ->
       [one] one contact
       *[other] { $contacts } contacts
    }.
monitoring-city-facts = { $region }. { $population } residents, of whom { $foreign } foreign, EU citizens included (Istat, { $day }).
monitoring-city-points = Points of access:
monitoring-city-point =
    { $point } ({ $n ->
       [one] one session
       *[other] { $n } sessions
    })
monitoring-city-empty = The figures of the city will stand here
monitoring-city-empty-text = There is no contact in this period yet: choose another period, or bring a register.
monitoring-city-import = Bring a register
monitoring-city-indicators = All indicators of the city
monitoring-city-compare = Compare with the other cities
monitoring-city-registers = Registers and doubtful pairs
monitoring-pyramid-title = Age and gender of the persons
monitoring-pyramid-note = Another gender, or none recorded, is in the table.
monitoring-citizenship-title =
    { $n ->
       [one] One citizenship
       *[other] { $n } citizenships
    }: the most frequent
monitoring-permit-title =
    { $n ->
       [one] One title of stay
       *[other] { $n } titles of stay
    }: the most frequent
monitoring-services-title = The services, beside the middle city of the network
monitoring-services-axis = share of the persons reached
monitoring-services-median = median of the cities
monitoring-services-note = A share unlike the median says how a city works, not whether it works better.
monitoring-quality-title = How complete the data are
monitoring-quality-note = What was not recorded is counted apart, never hidden.
monitoring-quality-mend = It is completed in the registers.
monitoring-quality-what = What
monitoring-quality-of = { $dimension } ({ $unit })
monitoring-quality-unknown = Not recorded
monitoring-quality-total = Of

# Run charts
monitoring-run-steady = { $what }: from month to month nothing beyond chance
monitoring-run-up = { $what }: a rise that chance does not explain
monitoring-run-down = { $what }: a fall that chance does not explain
monitoring-run-mean = mean { $n }
monitoring-run-limit = limit { $n }
monitoring-run-note = Light area: how far chance swings (mean ± 2.66 times the mean moving range). Diamond: a signal, explained in the table. Complete months only.
monitoring-run-trial = Fewer than 12 months: the limits are trial limits. Light area: how far chance swings (mean ± 2.66 times the mean moving range). Diamond: a signal, explained in the table. Complete months only.
monitoring-run-few = At least six complete months are needed to see a run.
monitoring-run-signal = Signal
monitoring-signal-above = above the limit
monitoring-signal-below = below the limit
monitoring-signal-rising = seven months rising
monitoring-signal-falling = seven months falling
monitoring-signal-near-upper = two of three near the upper limit
monitoring-signal-near-lower = two of three near the lower limit
monitoring-signal-high-side = seven months above the mean
monitoring-signal-low-side = seven months below the mean

# Indicators
monitoring-indicators-lead = { $counted } of { $all } indicators are counted from the registers; of the others it is said why not.
monitoring-indicators-nothing = No indicator has this name or code: try a single word.
monitoring-set-network = Indicators of the network
monitoring-set-network-note = What LGNet counts for itself, in the chosen period.
monitoring-set-amif = Common AMIF indicators
monitoring-set-amif-note = Counted from the start of the edition to the end of the period: a person once per project and city, at the first participation, with the age of that day.
monitoring-code = Code
monitoring-indicator = Indicator
monitoring-value = Value
monitoring-unit = Unit
monitoring-added = New in the period
monitoring-added-long = registered for the first time in the period
monitoring-verified = Wording
monitoring-verified-read = read in an official guideline
monitoring-verified-to-be-verified = to be checked against the regulation
monitoring-verified-own = the network’s own
monitoring-not-counted = not counted from registers
monitoring-not-counted-set = Indicators that are not counted from the registers
monitoring-why-not = Why
monitoring-not-counted-title = Not counted from registers
monitoring-source = source
monitoring-in-words = The question:
monitoring-third-countries = third countries
monitoring-span-period = in the chosen period
monitoring-span-edition = from the start of the edition to the end of the period
monitoring-by = Break down by
monitoring-and-by = and by
monitoring-by-nothing = nothing else
monitoring-breakdown-title = { $indicator }: by { $by }
monitoring-most-bars = The chart shows the { $n } largest entries; the table all of them.
monitoring-part-of = It is a part of
monitoring-parts-title = Of which
monitoring-use-in-comparison = Use in the comparison

# Comparison
monitoring-what-to-compare = What to compare
monitoring-against = Against
monitoring-against-residents = per 1,000 foreign residents
monitoring-against-whole = share of the indicator it is a part of
monitoring-against-case-mix = at equal age, gender and area of origin
monitoring-pick-city = City to pick out ({ $n })
monitoring-no-city = none
monitoring-compare-do = Compare
monitoring-compare-none = { $indicator }: no comparison in this period
monitoring-compare-empty = The comparison will stand here
monitoring-compare-empty-text = The data it needs are missing in this period. Choose another period or another indicator.
monitoring-compare-indicator = The indicator: definition and tables
monitoring-funnel-heading = The cities and the limits of chance
monitoring-funnel-none = { $indicator }: no city outside what chance explains.
monitoring-funnel-some =
    { $indicator }: { $higher ->
       [0] no city above
       [one] one city above
       *[other] { $higher } cities above
    } and { $lower ->
       [0] none below
       [one] one below
       *[other] { $lower } below
    } what chance explains.
monitoring-funnel-note = Light area: where 95 % of the cities lie if there is no true difference. Diamond: outside the limit. Open dot: too few to judge.
monitoring-funnel-95 = 95 % limit
monitoring-funnel-998 = 99.8 % limit
monitoring-funnel-centre = network { $value }
monitoring-x-residents = foreign residents
monitoring-x-whole = persons of the whole indicator
monitoring-x-case-mix = expected persons
monitoring-y-residents = per 1,000 foreign residents
monitoring-y-whole = share
monitoring-y-case-mix = observed over expected
monitoring-column-observed = Observed
monitoring-column-interval = 95 % interval
monitoring-column-expected = Expected
monitoring-column-ratio = Ratio
monitoring-column-verdict = Verdict
monitoring-verdict-within = within chance
monitoring-verdict-higher = higher than chance
monitoring-verdict-much-higher = much higher than chance
monitoring-verdict-lower = lower than chance
monitoring-verdict-much-lower = much lower than chance
monitoring-verdict-too-few = too few to judge
monitoring-verdict-no-data = no data in the period
monitoring-may = What may be said
monitoring-may-not = What may not be said
monitoring-may-higher =
    { $cities }: { $n ->
       [one] the value is higher
       *[other] the values are higher
    } than chance explains. It is worth asking how they do it.
monitoring-may-lower =
    { $cities }: { $n ->
       [one] the value is lower
       *[other] the values are lower
    } than chance explains. It is worth asking why.
monitoring-may-none = The differences between the cities are those that chance alone produces.
monitoring-may-overdispersed = The cities differ more than chance would make them (φ = { $phi }): the limits allow for it and are wider.
monitoring-may-not-rank = That a city is first or last: among the { $n } within the limits the order is noise.
monitoring-may-not-cause = Why a city is outside the limits: it may be the service, who comes, or how things are recorded.
monitoring-may-not-few = { $cities }: the numbers are too small to judge.
monitoring-may-not-absent = { $cities }: no data in the period; it does not mean zero.
monitoring-may-not-residents = What share of those in need is reached: foreign residents include EU citizens and not those without residence.
monitoring-may-not-case-mix = That the people are alike: age, gender and area of origin are levelled, nothing else is.
monitoring-together-title = { $city }, month by month
monitoring-together-unit = persons a month per 1,000 foreign residents
monitoring-together-hint = Pick out one or more cities to see them over time, on one scale.

# People whom several cities met.
monitoring-overlap-title = People met by several cities · { $when }
monitoring-overlap-here = People in several cities
monitoring-overlap-link = People met by several cities
monitoring-overlap-lead = The sum of the cities counts somebody met in two cities twice; the network counts them once. Here is the difference.
monitoring-overlap-band = Over everything recorded they are { $persons }: from { $least } to { $most }, by how cautious one is in taking two for one person.
monitoring-overlap-several = people met by more than one city
monitoring-overlap-several-basis = Each once, in the period chosen.
monitoring-overlap-few = few
monitoring-overlap-hidden = few
monitoring-overlap-protected = Numbers below 5, and those they could be worked out from, are not shown: “few” stands there.
monitoring-overlap-coppie-title = How many people two cities share
monitoring-overlap-flussi-title = From one city to another over time
monitoring-overlap-coppie-note = People with at least one contact in each of the two cities in the period. They do not add up: whoever was in three cities is in three rows.
monitoring-overlap-flussi-note = Each person counts in the quarter in which the second city first met them in the period. It does not say why they moved.
monitoring-overlap-all-coppie = { $n ->
    [one] The only pair of cities
   *[other] All { $n } pairs of cities
}
monitoring-overlap-all-flussi = { $n ->
    [one] The only passage
   *[other] All { $n } passages, quarter by quarter
}
monitoring-overlap-largest = Here are the { $n } largest numbers.
monitoring-overlap-all-title = { $what } · { $when }
monitoring-overlap-one = One city
monitoring-overlap-other = The other
monitoring-overlap-persons = People
monitoring-overlap-when = When
monitoring-overlap-from = From
monitoring-overlap-to = To
