//! Persons known to several cities count once in the network. They are few, so they are counted apart.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::count::Counts;
use crate::index::CityIndex;
use crate::mart::View;
use crate::plan::{OUT, Plan, Way};
use crate::scan::Rows;

/// Where a person of the network is met: city and position there.
type Place<'a> = (&'a CityIndex, usize);

/// Adds the persons that share a network number, each once a cell. Gender, age and citizenship are those of
/// their earliest fact in the whole network.
pub(crate) fn count_shared(view: &View, plan: &Plan, cities: &[&CityIndex], counts: &mut Counts) {
    let mut places: BTreeMap<u32, Vec<Place<'_>>> = BTreeMap::new();
    for city in view.cities.values() {
        for person in city.contacts().persons() {
            let number = city.contacts().network[person];
            if view.shared[number as usize] {
                places.entry(number).or_default().push((city, person));
            }
        }
    }
    for met in places.values() {
        let earliest = met.iter().min_by_key(|(city, person)| {
            let contacts = city.contacts();
            (contacts.day[contacts.rows(*person).start], city.city)
        });
        let Some((home, first)) = earliest else { continue };
        let own = plan.person(home.contacts(), *first);
        if own >= OUT {
            continue;
        }
        let asked = met.iter().filter(|(city, _)| cities.iter().any(|asked| asked.city == city.city));
        let places: Vec<Place<'_>> = asked.copied().collect();
        match plan.way {
            Way::First { history, from, .. } => first_met(plan, &places, own, (history, from), counts),
            _ => distinct(plan, &places, own, counts),
        }
    }
}

fn distinct(plan: &Plan, places: &[Place<'_>], own: u64, counts: &mut Counts) {
    let mut keys = HashSet::new();
    for (city, person) in places {
        let rows = Rows::of(plan, city.contacts());
        keys.extend(
            city.contacts()
                .rows(*person)
                .map(|row| rows.key(row) + plan.city(city.city))
                .filter(|key| *key < OUT),
        );
    }
    keys.into_iter().for_each(|key| counts.add(own + key, 1));
}

fn first_met(plan: &Plan, places: &[Place<'_>], own: u64, (history, from): (i32, i32), counts: &mut Counts) {
    let mut firsts: HashMap<u64, (i32, u64)> = HashMap::new();
    for (city, person) in places {
        let contacts = city.contacts();
        let rows = Rows::of(plan, contacts);
        for row in contacts.rows(*person) {
            let day = i32::from(contacts.day[row]);
            let key = rows.key_without_time(row) + plan.city(city.city);
            if key < OUT && (history..=plan.days.1).contains(&day) {
                let met = (day, rows.time(row));
                firsts.entry(key).and_modify(|first| *first = met.min(*first)).or_insert(met);
            }
        }
    }
    for (key, (day, time)) in firsts {
        if day >= from {
            counts.add(own + key + time, 1);
        }
    }
}
