//! The story of a person, day by day, from what every part of the desk tells.

use std::collections::HashMap;

use kernel::{Day, Timestamp};
use ui::Page;

use super::super::model::{Detail, Kind};
use super::super::read::{Attached, Card, Household, Rectified};
use crate::desk::file::Event;

/// Events of a page; a day is never parted.
const MOST_SHOWN: usize = 60;

/// A day of the story.
pub(super) struct StoryDay {
    pub label: String,
    pub events: Vec<Event>,
}

/// The story, newest first, from before a day if one is named; and the day before which it goes on.
pub(super) fn story(
    page: &Page,
    mut events: Vec<Event>,
    before: Option<Day>,
) -> (Vec<StoryDay>, Option<Day>) {
    events.retain(|event| before.is_none_or(|before| event.day < before));
    events.sort_by(|a, b| (b.day, b.at).cmp(&(a.day, a.at)).then_with(|| a.what.cmp(&b.what)));
    let mut days: Vec<(Day, StoryDay)> = Vec::new();
    for (count, event) in events.into_iter().enumerate() {
        let is_new = days.last().is_none_or(|(day, _)| *day != event.day);
        if is_new && count >= MOST_SHOWN {
            let last = days.last().map(|(day, _)| *day);
            return (days.into_iter().map(|(_, day)| day).collect(), last);
        }
        if is_new {
            days.push((event.day, StoryDay { label: page.date(&event.day), events: Vec::new() }));
        }
        if let Some((_, day)) = days.last_mut() {
            day.events.push(event);
        }
    }
    (days.into_iter().map(|(_, day)| day).collect(), None)
}

/// What this part of the desk tells: registered, written down anew, given the notice, in a household, papers.
pub(super) struct Own<'a> {
    pub card: &'a Card,
    pub details: &'a [Detail],
    pub rectified: &'a [Rectified],
    pub households: &'a [Household],
    pub attached: &'a [Attached],
}

impl Own<'_> {
    pub(super) fn events(&self, page: &Page) -> Vec<Event> {
        let event = |at: Timestamp, day: Day, what: String, detail: Option<String>| Event {
            day,
            at,
            what,
            detail,
            href: None,
        };
        let now = |at: Timestamp, what: String, detail: Option<String>| event(at, at.day(), what, detail);
        let mut events = Vec::new();
        let rectified: HashMap<_, _> = self.rectified.iter().map(|one| (one.form, one)).collect();
        for spelling in &self.card.spellings {
            if let (Some(at), None) = (spelling.stated_at, rectified.get(&spelling.form)) {
                events.push(now(at, page.t("people-event-registered"), None));
            }
        }
        for one in self.rectified {
            let what = page.t_with("people-event-rectified", &[("who", &one.by)]);
            events.push(now(one.at, what, one.reason.clone()));
        }
        // Other details have their own history: who may see them finds it there.
        for detail in self.details.iter().filter(|detail| detail.kind == Kind::Notice) {
            let language = detail.value.split_once(' ').map_or("", |(language, _)| language);
            let words = [("language", &language as &dyn ui::ToValue), ("who", &detail.recorded_by)];
            let what = page.t_with("people-event-notice", &words);
            events.push(event(detail.recorded_at, detail.since, what, None));
        }
        for household in self.households {
            for member in household.members.iter().filter(|member| member.person == self.card.person) {
                let number = household.number;
                let at = member.recorded_at;
                events.push(event(at, member.since, page.tn("people-event-household", number), None));
                events.extend(
                    member
                        .until
                        .map(|until| event(at, until, page.tn("people-event-household-end", number), None)),
                );
            }
        }
        for file in self.attached {
            let name = file.name.clone();
            events.push(now(file.added_at, page.t("people-event-attached"), name.clone()));
            if let Some((at, _, why)) = &file.removed {
                events.push(now(*at, page.t("people-event-detached"), why.clone().or(name)));
            }
        }
        events
    }
}
