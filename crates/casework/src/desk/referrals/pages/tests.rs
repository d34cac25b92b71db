mod flow;
mod others;

use kernel::{CityCode, Day, Period};
use mart::{Dimension, Measure, Question};
use store::{Actor, Statement, Store, params};
use ui::{Lang, Shell};

use super::samples;
use crate::desk::pathways::model::{ActionArea, Level, Need, Needs, PathwayId};
use crate::desk::pathways::write::{Opening, Writer};
use crate::pages::App;
use crate::pages::tests::support::{Answer, Browser, SOURCES};
use crate::people::PersonId;

/// A name that stands nowhere else.
const MARKER: &str = "Zzmarcatore";

/// One person, met twice.
const REGISTER: &str = "Data;Cognome;Nome;Sesso;Data di nascita;Cittadinanza;Titolo di soggiorno;Servizio\n\
    10/05/2026;Zzmarcatore;Awa;F;03/05/1990;Senegal;rifugiato;Orientamento legale\n\
    12/05/2026;Zzmarcatore;Awa;F;03/05/1990;Senegal;rifugiato;Corso di italiano\n";

const PERSONS: Statement = Statement("select distinct person from form where city = $1 order by person");
const READS: Statement = Statement(
    "select person from read_line where city = $1 and person is not null \
     union select person from read_person where city = $1",
);
const REFERRALS: Statement = Statement("select count(*) from referral");
const SENT: Statement =
    Statement("select count(*) from referral_offer where content is not null or permit is not null");

#[test]
fn every_page_renders() {
    let shell = Shell::new(SOURCES).unwrap();
    for lang in Lang::ALL {
        for (name, html) in samples::pages(&shell, lang) {
            assert_eq!(ui::check::page(&html), Vec::<String>::new(), "{name}");
        }
        assert!(samples::sections(&shell, lang).iter().all(|html| !html.contains("<b>")));
    }
}

fn code(city: &str) -> CityCode {
    city.parse().unwrap()
}

/// Bari and Latina at one installation, with one person met and in charge in Bari.
struct Two {
    store: Store,
    bari: Browser,
    latina: Browser,
    person: PersonId,
}

impl Two {
    async fn new(store: Store) -> Self {
        let bari = Browser::new(&store).await;
        bari.bring_and_import("A662", "r.csv", REGISTER.as_bytes()).await;
        let latina = Browser::at(bari.app.clone(), &access::testing::lead("E472"));
        let person = persons(&store, "A662").await[0];
        take_in_charge(&bari.app, person).await;
        Self { store, bari, latina, person }
    }

    /// The fields of an offer to Latina that says everything.
    async fn offer(&self) -> Vec<(&'static str, String)> {
        let page = self.bari.get(&format!("/persone/{}/invio?tipo=city", self.person)).await.page();
        assert!(page.contains(MARKER) && page.contains("Rifugiat") && page.contains("2 contatti"), "{page}");
        self.offer_of(&page)
    }

    /// The same, from a page that was opened.
    fn offer_of(&self, page: &str) -> Vec<(&'static str, String)> {
        let text = |value: &str| value.to_owned();
        vec![
            ("modulo", token(page)),
            ("tipo", text("city")),
            ("comune", text("E472")),
            ("servizio", text("legal_support")),
            ("motivo", format!("Cerca casa vicino alla sorella, {MARKER}")),
            ("consenso", text("2026-05-30")),
            ("come", text("signed")),
            ("permit", text("on")),
            ("needs", text("on")),
            ("contacts", text("on")),
        ]
    }

    async fn refer(&self, fields: &[(&'static str, String)]) -> Answer {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.bari.post(&format!("/persone/{}/invio", self.person), &fields).await
    }

    /// Makes the offer; gives its address.
    async fn offered(&self) -> String {
        let answer = self.refer(&self.offer().await).await;
        assert!(answer.to.starts_with("/invii/"), "{}", answer.text());
        answer.to.split('?').next().unwrap().to_owned()
    }

    /// Whose files of a city were shown to somebody.
    async fn reads(&self, city: &str) -> Vec<uuid::Uuid> {
        let mut reader = self.store.reader().await.unwrap();
        let rows = reader.fetch_all(&READS, params![code(city)]).await.unwrap();
        rows.iter().map(|row| row.get(0).unwrap()).collect()
    }

    async fn count(&self, statement: &Statement) -> u32 {
        let mut reader = self.store.reader().await.unwrap();
        reader.fetch_optional(statement, params![]).await.unwrap().unwrap().count(0).unwrap()
    }
}

async fn persons(store: &Store, city: &str) -> Vec<PersonId> {
    let mut reader = store.reader().await.unwrap();
    let rows = reader.fetch_all(&PERSONS, params![code(city)]).await.unwrap();
    rows.iter().map(|row| PersonId(row.get(0).unwrap())).collect()
}

async fn take_in_charge(app: &App, person: PersonId) {
    let writer = Writer {
        store: &app.store,
        keys: app.vault.city(code("A662")).unwrap(),
        clock: &*app.clock,
        actor: Actor("sportello".to_owned()),
    };
    let mut random = <rand::rngs::StdRng as rand::SeedableRng>::seed_from_u64(7);
    let opening = Opening {
        id: PathwayId::new(app.clock.now(), &mut random),
        person,
        area: ActionArea::default(),
        point: None,
        on: day("2026-05-10"),
        needs: Needs { levels: [(Need::Housing, Level::ALL[3])].into(), note: String::new() },
    };
    writer.open(&opening, &mut random).await.unwrap();
    app.live.refresh().await.unwrap();
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// The identifier of the first form of a page.
fn token(page: &str) -> String {
    let start = "name=\"modulo\" value=\"";
    let (_, rest) = page.split_once(start).expect("a form");
    rest.split('"').next().unwrap().to_owned()
}

/// How many people each of the two cities, and the network, has in charge at the end of a day.
async fn in_charge(app: &App, on: Day) -> [u64; 3] {
    app.live.refresh().await.unwrap();
    let period = Period { from: on, to: on };
    let mart = app.live.mart();
    let ask = |question: Question| mart.ask(&question).unwrap().total.unwrap_or_default();
    let of = |city: &str| ask(Question::new(Measure::InCharge, period).only(Dimension::City, city));
    [of("A662"), of("E472"), ask(Question::new(Measure::InCharge, period))]
}
