# Pathways, stays and results at the desk.

# The list.
pathways-list-title = Pathways
pathways-lead-mine = { $n ->
    [0] You follow no pathway.
    [one] You follow one open pathway.
   *[other] You follow { $n } open pathways.
}
pathways-lead-nothing = No step is due.
pathways-lead-pressing = { $n ->
    [one] One has steps to do by today.
   *[other] { $n } have steps to do by today.
}
pathways-lead-city = { $n ->
    [0] None is open in the city.
    [one] One is open in the whole city.
   *[other] { $n } are open in the whole city.
}
pathways-shown = { $n ->
    [one] One pathway on this page
   *[other] { $n } pathways on this page
}
pathways-show = Show
pathways-filter-whose = Whose
pathways-mine = Those I follow
pathways-everybodys = All of the city
pathways-state = State
pathways-open-ones = Open
pathways-closed-ones = Closed
pathways-filter-due = Next step
pathways-any-day = Any day
pathways-by-today = By today
pathways-by-week = Within a week
pathways-all-points = All points
pathways-all-areas = All areas
pathways-person = Person
pathways-next-step = Next step
pathways-due = When
pathways-to-do = To do
pathways-no-step = No step with a day
pathways-done = Done
pathways-done-of = Mark as done: { $step } ({ $name })
pathways-step-marked = Step marked as done
pathways-list-empty = No pathway here
pathways-list-empty-text = People taken in charge are listed here, with the next step to do. A pathway is opened from the person’s file.
pathways-list-empty-action = Look for a person

# One pathway.
pathways-one-title = Pathway of { $name }
pathways-one-here = Pathway
pathways-one-open = In charge since { $day }, { $n ->
    [0] from today.
    [one] for one day.
   *[other] for { $n } days.
}
pathways-one-next = Next step: { $when }.
pathways-one-no-step = No step has a day: plan the next one.
pathways-one-closed = In charge from { $from } to { $on }. Outcome: { $outcome }.
pathways-is-open = open
pathways-is-closed = closed
pathways-area = Area
pathways-area-taking_in_charge = Taking in charge
pathways-area-housing = Housing inclusion
pathways-area-civic_engagement = Civic engagement
pathways-point = Point
pathways-point-none = No point
pathways-followed-by = Followed by
pathways-follow = I follow this one
pathways-add-goal = New goal
pathways-assess-again = Assess needs again
pathways-open-again = Take in charge again
pathways-opened-now = Person taken in charge
pathways-closed-now = Pathway closed
pathways-assessed-now = Needs assessed
pathways-corrected-now = Pathway corrected
pathways-followed-now = You follow it now
pathways-needs = Needs
pathways-needs-note = From 0, no need, to 4, urgent. The empty circle is the first assessment, the full one the last.
pathways-needs-none = Needs have not been assessed yet.
pathways-needs-caption = Needs, from the first assessment to the last
pathways-need = Area of life
pathways-scale = From 0 to 4
pathways-first = First assessment
pathways-last = Last assessment
pathways-change = Change
pathways-once = Assessed once
pathways-level-on = { $level } ({ $day })
pathways-change-once = nothing to compare
pathways-change-same = the same
pathways-change-better = { $n ->
    [one] better by one level
   *[other] better by { $n } levels
}
pathways-change-worse = { $n ->
    [one] worse by one level
   *[other] worse by { $n } levels
}
pathways-goals = Goals and steps
pathways-goals-none = No goal yet: write one in the person’s words, and the first step to do.
pathways-goal-reached = reached on { $day }
pathways-goal-dropped = given up on { $day }
pathways-goal-mark-reached = Reached: { $goal }
pathways-goal-mark-dropped = Give up: { $goal }
pathways-goal-mark-open = Take up again: { $goal }
pathways-reached = Reached
pathways-dropped = Give up
pathways-work-again = Take up again
pathways-add-step = Add a step
pathways-not-done = Not done
pathways-step-done = Mark as done: { $step }
pathways-step-not-done = Mark as not done: { $step }
pathways-history = History
pathways-by = by { $who }
pathways-event-opened = Taken in charge
pathways-event-closed = Pathway closed: { $outcome }
pathways-event-assessed = { $n ->
    [0] Needs assessed
    [one] Needs assessed in one area
   *[other] Needs assessed in { $n } areas
}
pathways-event-reached = Goal reached
pathways-event-dropped = Goal given up
pathways-event-came = Moves into { $house }
pathways-event-left = Leaves { $house }
pathways-event-corrected = { $what } corrected by { $who }
pathways-event-withdrawn = { $what } removed by { $who }
pathways-what-pathway = Pathway
pathways-what-stay = Stay
pathways-what-result = Recorded result
pathways-correction = { $moment }: { $what }. Reason: { $reason }
pathways-corrections = Corrections

# Days of steps and goals.
pathways-due-overdue = { $n ->
    [one] overdue by one day
   *[other] overdue by { $n } days
}
pathways-due-today = today
pathways-due-soon = { $n ->
    [one] by tomorrow
   *[other] within { $n } days
}
pathways-due-later = by { $day }
pathways-due-never = without a day
pathways-due-done = done on { $day }

# Taking in charge.
pathways-open-title = Take { $name } in charge
pathways-open-here = Take in charge
pathways-open-lead = The day and at least one need are enough. Goals are written later, with the person.
pathways-opened-on = Day of taking in charge
pathways-open-button = Take in charge
pathways-has-open = This person is in charge already
pathways-open-since = A pathway is open since { $day }.
pathways-see-open = Open the pathway
pathways-needs-hint = In each area choose the sentence nearest to the situation today. What you did not talk about stays “not assessed”.
pathways-not-assessed = not assessed
pathways-last-time = Last time, { $day }: { $level }
pathways-note = Notes
pathways-note-hint = Only what is needed to help the person. Nobody but your city reads it.

# Assessing again.
pathways-assess-title = Assess the needs of { $name }
pathways-assess-here = Assess needs
pathways-assess-lead = Needs are assessed afresh: what was found before stays in the history, so that change shows.
pathways-assessed-on = Day of the talk
pathways-assess-button = Save the assessment

# Goals and steps.
pathways-goal-title = A goal for { $name }
pathways-goal-here = New goal
pathways-goal-lead = A goal is written in the person’s words; steps say who does what, and by when.
pathways-goal-text = Goal
pathways-goal-hint = For example: a room to rent near work
pathways-goal-need = Area of life
pathways-goal-due = By which day
pathways-goal-button = Save the goal
pathways-steps = First steps
pathways-steps-hint = Write what can be done at once. Others can be added later.
pathways-step-text = Step
pathways-step-hint = For example: telephone the housing agency
pathways-step-due = By which day
pathways-step-title = A step for { $name }
pathways-step-here = New step
pathways-step-lead = Goal: { $goal }
pathways-step-button = Save the step

# Closing.
pathways-close-title = Close the pathway of { $name }
pathways-close-here = Close the pathway
pathways-close-lead = Say how it ended, and ask the person what no register knows. If they come back, a new pathway is opened.
pathways-closed-on = Day of closing
pathways-closed-on-hint = From that day on the person is in charge no more.
pathways-outcome = Outcome
pathways-closing-note = How it went
pathways-close-button = Close the pathway
pathways-asked = To ask the person
pathways-asked-hint = These are the results that the European fund asks for. Write what the person answers: what is not asked is not recorded.
pathways-asked-helpful = Was it helpful for your life in Italy?
pathways-helpful-hint = If you could not ask, choose “not asked”.
pathways-helpful-missing = Choose the answer, or “not asked”
pathways-helpful-yes = yes
pathways-helpful-no = no
pathways-helpful-cannot_say = cannot say
pathways-not-asked = not asked
pathways-asked-language-before = Italian on entering the course
pathways-asked-language-after = Italian on leaving the course
pathways-language-hint = Level of the Common European Framework (CEFR)
pathways-level-before = On entering the course it was { $level }
pathways-asked-recognition_application = Did they apply for recognition of qualifications or skills? The day of the application
pathways-asked-long_term_application = Did they apply for long-term residence? The day of the application
pathways-application-hint = Leave empty if they did not.
pathways-steps-left = { $n ->
    [one] One step is still to be done
   *[other] { $n } steps are still to be done
}
pathways-still-housed = The person still has a place, since { $day }
pathways-see-stay = See the stays

# Correcting.
pathways-correct-title = Correct the pathway of { $name }
pathways-correct-here = Correct
pathways-correct-lead = What was there before stays beside it, with the reason, who corrected it and when.
pathways-reason = Reason
pathways-reason-hint = For example: the day was written wrong
pathways-correct-button = Save the correction
pathways-reopen = Closing it was a mistake
pathways-reopen-hint = The pathway is open again as if it had never been closed. If the person came back instead, open a new pathway.
pathways-withdraw-title = Opened by mistake?
pathways-withdraw-text = The pathway is removed with its assessments and goals, and counts no more. The reason and who removed it stay.
pathways-withdraw-button = Remove
pathways-leave = Leave it as it is

# Stays.
pathways-stays-title = Stays
pathways-stay-title = A place for { $name }
pathways-stay-here = Give a place
pathways-stay-lead = A bed or a flat, from one day to another. Nobody can have two places on the same day.
pathways-house = House
pathways-house-free = { $name } (free today { $free } of { $beds })
pathways-house-unknown = { $name } (taken today { $taken }, places not said)
pathways-bed = Bed or room
pathways-bed-hint = As you call it; may be left empty.
pathways-stay-from = First day
pathways-stay-from-hint = The day of the first night.
pathways-stay-until = Day of leaving
pathways-stay-until-hint = On that day the bed is free again. Leave empty if the person stays.
pathways-stay-button = Give the place
pathways-stay-of = { $name } in { $house }
pathways-stay-kept = Stay saved
pathways-stays-since = Here since { $day }.
pathways-stayed = Here from { $from }; left on { $until }.
pathways-leave-title = Did they leave?
pathways-leave-button = Record the leaving
pathways-see-file = Open the file
pathways-over = More people than beds
pathways-over-text = From { $day } there are more people than beds in this house. Check the days, or the number of places.
pathways-stay-correct-title = Correct the stay of { $name }
pathways-stay-withdraw-title = Did it never happen?
pathways-stay-withdraw-text = The stay is removed and counts no more. The reason and who removed it stay.
pathways-is-there = is there
pathways-has-left = left

# How full the houses are.
pathways-occupancy-title = Places and stays of { $city }
pathways-occupancy-lead = { $when }: { $taken ->
    [0] nobody has a place
    [one] one person has a place
   *[other] { $taken } people have a place
}, { $free ->
    [0] no bed is free.
    [one] one bed is free.
   *[other] { $free } beds are free.
}
pathways-occupancy-none = No house is written down yet: here it will be seen how many beds are free.
pathways-occupancy-over = { $n ->
    [one] In one house there are more people than beds.
   *[other] In { $n } houses there are more people than beds.
}
pathways-occupancy-note = A bed is taken from the first day until the day before leaving.
pathways-today = Today
pathways-on-day = On the day
pathways-houses = Houses and places
pathways-beds = Places
pathways-taken = Taken
pathways-free = Free
pathways-house-no-beds = places not said
pathways-house-full = full
pathways-house-places = has places
pathways-house-over = { $n ->
    [one] one person too many
   *[other] { $n } people too many
}
pathways-since = Since
pathways-people-in = Who is in { $house }
pathways-people-cut = The first thousand people are listed.
pathways-no-house = No house yet
pathways-no-house-text = Once the city’s lead has written which houses there are and how many places they have, this page shows for every day who is there and how many beds are free.
pathways-see-houses = Places and stays
pathways-beds-title = How many places there are
pathways-beds-text = Write a new house, or the new number of places of one that is there already. The numbers before stay in the history.
pathways-house-name = House or flat
pathways-house-name-hint = For example: Casa Aurora
pathways-beds-hint = Zero, if it closes.
pathways-beds-since = From which day
pathways-beds-button = Save the places
pathways-beds-kept = Places saved
pathways-beds-history = The places over time
pathways-beds-from = { $n } since { $day }
pathways-beds-unreadable = Write a number from 0 to { $n }

# Results that have to be asked.
pathways-results-title = Results to ask { $name } for
pathways-results-here = Ask for results
pathways-results-heading = Results that were asked
pathways-results-lead = Four things that only the person knows, and that the European fund counts. Write what they answer, on the day it holds for.
pathways-results-recorded = What was recorded
pathways-results-none = Nothing yet.
pathways-asking-language = The level of Italian
pathways-asking-language-hint = On entering and on leaving a course: whoever improves by at least one level counts.
pathways-asking-helpful = Was it helpful?
pathways-asking-helpful-hint = “Was it helpful for your life in Italy?” It is asked of who leaves an activity.
pathways-asking-application = The applications made
pathways-asking-application-hint = The application counts, not the answer. A contact that helped with it counts already: write here who applied by themselves or elsewhere.
pathways-result-which = What
pathways-result-language_before = Italian on entering the course
pathways-result-language_after = Italian on leaving the course
pathways-result-helpful = It was helpful
pathways-result-recognition_application = Application for recognition of qualifications or skills
pathways-result-long_term_application = Application for long-term residence
pathways-application-made = made
pathways-level = Level
pathways-answer = Answer
pathways-result-day = Day
pathways-result-button = Record
pathways-result-kept = Result recorded
pathways-result-gone = Result removed
pathways-result-line = { $kind }: { $answer }
pathways-recorded = { $day }, by { $who }
pathways-remove = Remove
pathways-result-remove = Remove: { $what }
pathways-reason-missing = Removing a result needs a reason
pathways-reason-missing-remedy = Go back, write the reason and send it again. Nothing was changed.

# In a person's file.
pathways-section = Pathways and stays
pathways-section-none = No pathway: the person is not in charge.
pathways-line-open = { $area }, since { $day }
pathways-line-closed = { $area }, from { $from } to { $on }: { $outcome }
pathways-line-stays = { $house }, since { $day }
pathways-line-stayed = { $house }, from { $from } to { $until }
pathways-overlapping = Two stays fall on the same days: one is to be corrected.
pathways-open-link = Open

# What waits.
pathways-waits = { $n ->
    [one] Do one step that is due
   *[other] Do { $n } steps that are due
}
pathways-waits-open = Open

# Fields and errors.
pathways-choose = choose
pathways-choose-one = Choose an entry of the list
pathways-day-missing = Write the day
pathways-day-unreadable = This is not a day: write for example 15/05/2026
pathways-unreadable = What was sent cannot be understood
pathways-no-token = The form is incomplete: open it again
pathways-name-erased = erased person
pathways-name-unknown = without a name
pathways-text-erased = erased
pathways-restricted = This person’s data may only be kept
pathways-restricted-remedy = The person asked for restriction: while it holds, nothing is added and nothing is changed. The city’s lead knows why.
pathways-taken-back = This form was sent before, and what it saved has been removed since
pathways-closed-meanwhile = This pathway or stay is closed already
pathways-changed-meanwhile = It cannot be saved so: something has changed meanwhile
pathways-refused-future = That day is still to come: write today or a past day
pathways-refused-too-early = The network began in 2020: write a nearer day
pathways-refused-before-beginning = It began on { $day }: write that day or a later one
pathways-refused-no-night = They came on { $day }: write a later day. If they did not sleep there, record a contact
pathways-refused-twice = There is a pathway of this point on these days already, since { $day }
pathways-refused-overlaps = They have a place on these days already, since { $day }
pathways-refused-closed = It is closed already
pathways-refused-open = It is still open: to close it use “Close the pathway”
pathways-refused-outside = The pathway is open since { $day }: write a day on which it is open
pathways-refused-no-level = Choose a level in at least one area
pathways-refused-empty = Write something here
pathways-refused-too-long = Write at most { $n } letters
pathways-refused-unchanged = Nothing is different from before: change something, or go back

# The levels of the Common European Framework of Reference for Languages.
pathways-cefr-Pre-A1 = before level A1
pathways-cefr-A1 = simple everyday sentences
pathways-cefr-A2 = gets by in everyday matters
pathways-cefr-B1 = copes with most situations
pathways-cefr-B2 = speaks fluently
pathways-cefr-C1 = speaks and writes well of difficult matters too
pathways-cefr-C2 = like somebody who grew up in Italy

# Areas of life, and what each level means in each.
pathways-need-housing = Housing
pathways-level-housing-0 = Has a stable home, with a contract
pathways-level-housing-1 = Has a home, but the contract ends or the rent is late
pathways-level-housing-2 = Is a guest of others, or in reception with a day of leaving
pathways-level-housing-3 = Is in a makeshift place, or has to leave within a month
pathways-level-housing-4 = Sleeps in the street, or will tonight
pathways-need-work = Work
pathways-level-work-0 = Has regular work that is enough
pathways-level-work-1 = Works regularly, but few hours or for a short time
pathways-level-work-2 = Looks for work and knows how
pathways-level-work-3 = Looks for work and does not know how, or works without a contract
pathways-level-work-4 = Is exploited, or nothing allows them to work
pathways-need-health = Health
pathways-level-health-0 = Is well and has a doctor
pathways-level-health-1 = Has a doctor and small problems that are looked after
pathways-level-health-2 = Needs care and has no doctor or health card
pathways-level-health-3 = Is ill and without care
pathways-level-health-4 = Is in danger: help is needed at once
pathways-need-legal = Documents
pathways-level-legal-0 = Documents valid for more than a year
pathways-level-legal-1 = Valid documents, to be renewed within a year
pathways-level-legal-2 = A renewal or an application is under way
pathways-level-legal-3 = Expired documents, or an application refused
pathways-level-legal-4 = Without a title of stay, or with an order to leave Italy
pathways-need-language = Italian
pathways-level-language-0 = Copes in every situation
pathways-level-language-1 = Gets by in everyday matters
pathways-level-language-2 = Understands and says simple sentences
pathways-level-language-3 = Knows a few words
pathways-level-language-4 = Speaks no Italian and reads in no language
pathways-need-family = Family
pathways-level-family-0 = No need in the family
pathways-level-family-1 = Small difficulties that the family meets by itself
pathways-level-family-2 = Help is needed with the children, or to bring the family together
pathways-level-family-3 = Strong tensions, or children in difficulty
pathways-level-family-4 = Violence, or a minor in danger
pathways-need-income = Income
pathways-level-income-0 = Income is enough
pathways-level-income-1 = Income is just enough
pathways-level-income-2 = Income is not enough and help is needed
pathways-level-income-3 = Almost no income, or debts
pathways-level-income-4 = No income: basic needs are not met
pathways-need-network = People around
pathways-level-network-0 = Has several people to count on
pathways-level-network-1 = Knows people in the city and meets them
pathways-level-network-2 = Knows few people
pathways-level-network-3 = Lives almost without contacts
pathways-level-network-4 = Has nobody to turn to
