//! People at the desk: families and others who are registered, what becomes known of those who were, their papers.

use casework::desk::people::model::{FileType, Kind, PersonFields, Relation};
use casework::desk::people::read::HouseholdId;
use casework::desk::people::write::{Joining, NewDetail, NewFile, NewPerson, Which};
use casework::people::PersonId;
use chrono::Datelike as _;
use kernel::{Day, Gender, Timestamp};
use rand::Rng as _;

use super::super::people::Person;
use super::city::{Desk, moment};
use super::deed::Deed;
use super::texts;

/// Vulnerabilities that a desk hears of: of anybody, whatever their age and gender.
const VULNERABILITIES: [&str; 5] =
    ["single_parent", "disability", "serious_illness", "violence", "trafficking"];

impl Desk<'_> {
    /// Plans who is registered at the desk in the last working days.
    pub fn plan_registrations(&mut self) {
        let days = self.days();
        // As many as the registers met anew in a month.
        let new = self.roll.len() / 25;
        for number in 0..(new / 4).clamp(2, self.size.families) {
            let day = days[(number * 5 + 3) % days.len()];
            self.plan_family(day, u32::try_from(number % 6).unwrap_or(0) * 60);
        }
        for number in 0..(new / 3).clamp(3, self.size.singles) {
            let day = days[(number * 3 + 1) % days.len()];
            let person = Person::invent(&mut self.random);
            self.plan_person(moment(day, 20 + u32::try_from(number % 5).unwrap_or(0) * 70), &person, true);
        }
    }

    /// A family: the person the household is registered for, most often a partner, one child or more.
    fn plan_family(&mut self, day: Day, minute: u32) {
        let mut head = Person::invent(&mut self.random);
        while !(1968..2002).contains(&head.birth.year()) {
            head = Person::invent(&mut self.random);
        }
        let is_woman = head.gender == Gender::F;
        let mut family = vec![(head.clone(), Relation::Head)];
        if self.chance(75) {
            family.push((head.relative(!is_woman, 1980..2004, &mut self.random), Relation::Partner));
        }
        for _ in 0..1 + self.below(3) {
            let girl = self.chance(50);
            family.push((head.relative(girl, 2010..2025, &mut self.random), Relation::Child));
        }
        let household = HouseholdId::new(moment(day, 5), &mut self.random);
        for (number, (person, relation)) in family.iter().enumerate() {
            let at = moment(day, minute + u32::try_from(number).unwrap_or(0) * 3);
            let id = self.plan_person(at, person, *relation != Relation::Child);
            let household = if number == 0 { Which::New(household) } else { Which::Known(household) };
            let joining = Joining { person: id, household, relation: *relation, since: day };
            let by = self.staff[0].clone();
            self.plan_by(after(at, 1), by, Deed::Join(joining));
        }
    }

    /// Registers somebody and gives them the notice; with whoever came for themselves, the contact is written down.
    fn plan_person(&mut self, at: Timestamp, person: &Person, came: bool) -> PersonId {
        let id = PersonId::new(at, &mut self.random);
        let by = self.staff[0].clone();
        let vocabulary = &self.app.vocabulary;
        let country = vocabulary.countries().find(person.country).map(|country| country.code.clone());
        let fields = PersonFields {
            cognome: person.surname.clone(),
            nome: person.given.clone(),
            nascita: person.birth.format("%d/%m/%Y").to_string(),
            genere: person.gender.code().to_owned(),
            cittadinanza: person.country.to_owned(),
        };
        let form = fields.read(vocabulary, at.day(), &mut Default::default());
        let language = language_of(country.as_deref().unwrap_or_default());
        let mut details = vec![(Kind::Language, language.to_owned())];
        details.extend(
            vocabulary.permits().find(person.permit).map(|permit| (Kind::Permit, permit.code.clone())),
        );
        if came && self.chance(70) {
            details.push((Kind::Phone, self.phone()));
        }
        self.plan_by(at, by.clone(), Deed::Register(id, NewPerson { form, details }));
        self.plan_by(after(at, 2), by.clone(), Deed::Notice(id, language.to_owned()));
        if came {
            self.plan_visit_of(after(at, 3), by, id);
        }
        id
    }

    /// A number that nobody has: the network does not give out those beginning so.
    fn phone(&mut self) -> String {
        format!("+39 300 000 {:04}", self.random.random_range(0..10_000))
    }

    /// Plans what becomes known of people whom the registers met.
    pub fn plan_details(&mut self) {
        let days = self.days();
        for number in 0..self.size.details.min(self.roll.len()) {
            let position = if self.chance(70) && !self.in_charge.is_empty() {
                self.in_charge[number % self.in_charge.len()]
            } else {
                self.below(self.roll.len())
            };
            let person = self.roll[position].person;
            let language = language_of(self.roll[position].citizenship.as_deref().unwrap_or_default());
            let at = moment(days[number % days.len()], 15 + u32::try_from(number % 40).unwrap_or(0) * 10);
            let (kind, value) = match number % 5 {
                0 => (Kind::Language, language.to_owned()),
                1 => (Kind::Phone, self.phone()),
                2 => (Kind::Vulnerability, self.one(&VULNERABILITIES).to_owned()),
                3 => (
                    Kind::Permit,
                    self.one(&["asylum_request", "work", "special_protection", "family"]).to_owned(),
                ),
                _ => (Kind::Note, self.one(&texts::FILES).to_owned()),
            };
            let detail = NewDetail { kind, value, since: at.day(), office: None };
            self.plan(at, Deed::Tell(person, detail));
            if number % 5 == 0 {
                self.plan(after(at, 2), Deed::Notice(person, language.to_owned()));
            }
        }
        self.plan_files(&days);
    }

    fn plan_files(&mut self, days: &[Day]) {
        for number in 0..self.size.files.min(self.in_charge.len()) {
            let person = self.roll[self.in_charge[number]].person;
            let name = ["Modulo di consenso.pdf", "Ricevuta della domanda.pdf"][number % 2];
            let file = NewFile { name: name.to_owned(), kind: FileType::Pdf, content: sheet(name) };
            self.plan(moment(days[number % days.len()], 380), Deed::Attach(person, file));
        }
    }
}

/// Minutes later.
fn after(at: Timestamp, minutes: i64) -> Timestamp {
    Timestamp::from_micros(at.micros() + minutes * 60_000_000)
}

/// The language most people of a country speak at a desk.
pub fn language_of(country: &str) -> &'static str {
    match country {
        "BD" => "bn",
        "EG" | "MA" | "TN" => "ar",
        "PK" => "ur",
        "UA" => "uk",
        "SN" => "wo",
        "AF" => "prs",
        "ML" | "CI" => "fr",
        "AL" | "XK" => "sq",
        "PE" => "es",
        "GE" => "ka",
        "CN" => "zh",
        _ => "en",
    }
}

/// A sheet of paper as a PDF, with a line that says what it is (ISO 32000-1, 7.5).
fn sheet(title: &str) -> Vec<u8> {
    let ascii: String = title.chars().filter(char::is_ascii).collect();
    let text = format!("BT /F1 16 Tf 72 760 Td ({ascii}: esempio) Tj ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
         /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{text}\nendstream", text.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(&objects) {
        places.push(file.len());
        file.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let table = file.len();
    file.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1));
    for place in places {
        file.push_str(&format!("{place:010} 00000 n \n"));
    }
    let size = objects.len() + 1;
    file.push_str(&format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"));
    file.into_bytes()
}
