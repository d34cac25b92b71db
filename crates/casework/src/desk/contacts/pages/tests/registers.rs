//! A contact at the desk and a row of a register are one contact, whichever comes first, and part again exactly.

use axum::http::StatusCode;
use mart::Measure;
use store::testing::each_engine;
use store::{Statement, params};
use uuid::Uuid;

use super::support::{Browser, House, SLICES};

const CONTACTS: Statement = Statement(
    "select c.id, c.register is null, c.minutes, c.permit, c.recorded_by from contact c order by c.day, c.service",
);
const AGAIN: Statement = Statement("select count(*) from contact_again");

async fn record(desk: &Browser, person: &str, modulo: &str, minutes: &str) {
    let fields = [
        ("modulo", modulo),
        ("persona", person),
        ("giorno", "2026-03-03"),
        ("servizio", "housing_search"),
        ("punto", "camper sociosanitario"),
        ("modalita", "in_person"),
        ("minuti", minutes),
        ("nota", "detto allo sportello"),
    ];
    let saved = desk.post("/contatti/nuovo", &fields).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
}

const ROW: (&str, &str, Option<&str>) = ("2026-03-03", "housing_search", Some("Camper sociosanitario"));
const ELSEWHEN: (&str, &str, Option<&str>) = ("2026-02-02", "legal_support", None);
const ONE: &str = "019ab000-0000-7000-8000-000000000001";

/// The contacts a house keeps (which, told at the desk, minutes, title of stay), and how many are told again.
type Kept = (Vec<(Uuid, bool, Option<i64>, Option<String>)>, u32);

/// Each contact: whether it is the desk's, its minutes, its title of stay; and how many are told again.
async fn kept(house: &House) -> Kept {
    let mut reader = house.app.store.reader().await.unwrap();
    let rows = reader.fetch_all(&CONTACTS, params![]).await.unwrap();
    let read = |row: &store::Row| {
        // A truth of SQLite is a number.
        let of_desk = row.get::<Option<String>>(4).unwrap().is_some();
        (row.get(0).unwrap(), of_desk, row.get(2).unwrap(), row.get(3).unwrap())
    };
    let again = reader.fetch_optional(&AGAIN, params![]).await.unwrap().unwrap().count(0).unwrap();
    (rows.iter().map(read).collect(), again)
}

#[tokio::test]
async fn a_register_that_tells_what_the_desk_recorded_adds_nothing_and_leaves_it() {
    each_engine(SLICES, async |store| {
        let house = House::new(&store).await;
        let person = house.told("A662", "Diop", &[ELSEWHEN]).await.0.to_string();
        let desk = house.for_whom(&access::testing::operator("A662"));
        record(&desk, &person, ONE, "20").await;
        let (counted, (contacts, _)) = (house.counted().await, kept(&house).await);
        assert_eq!(counted, [2, 1, 1, 50]);
        let (same, register) = house.told("A662", "Diop", &[ROW]).await;
        assert_eq!(same.to_string(), person);
        assert_eq!(house.counted().await, counted);
        assert_eq!(kept(&house).await, (contacts.clone(), 1));
        house.withdraw_register("A662", register).await;
        assert_eq!(house.counted().await, counted);
        assert_eq!(kept(&house).await, (contacts, 0));
    })
    .await;
}

#[tokio::test]
async fn the_desk_takes_over_what_a_register_told_and_gives_it_back() {
    each_engine(SLICES, async |store| {
        let house = House::new(&store).await;
        let (person, register) = house.told("A662", "Diop", &[ELSEWHEN, ROW]).await;
        let person = person.to_string();
        let before = kept(&house).await;
        assert_eq!(house.counted().await, [2, 1, 1, 60]);
        let desk = house.for_whom(&access::testing::operator("A662"));
        record(&desk, &person, ONE, "20").await;
        // One contact, the desk's: its minutes, and the title of stay that only the register knows.
        assert_eq!(house.counted().await, [2, 1, 1, 50]);
        let (contacts, again) = kept(&house).await;
        assert_eq!((contacts.len(), again), (2, 1));
        assert_eq!((contacts[1].1, contacts[1].2, contacts[1].3.as_deref()), (true, Some(20), Some("work")));

        // Undone, it is the register's again, as the register told it.
        assert_eq!(desk.post(&format!("/contatti/{ONE}/annulla"), &[]).await.status, StatusCode::SEE_OTHER);
        let after = kept(&house).await;
        let without_ids = |(contacts, again): Kept| {
            (
                contacts
                    .into_iter()
                    .map(|(_, desk, minutes, permit)| (desk, minutes, permit))
                    .collect::<Vec<_>>(),
                again,
            )
        };
        assert_eq!(without_ids(after), without_ids(before));
        assert_eq!(house.counted().await, [2, 1, 1, 60]);

        // Taken over once more, it stays when the register goes.
        record(&desk, &person, "019ab000-0000-7000-8000-000000000002", "").await;
        assert_eq!(house.counted().await, [2, 1, 1, 60]);
        house.withdraw_register("A662", register).await;
        assert_eq!(house.counted().await, [1, 1, 1, 30]);
        assert_eq!(house.asked(Measure::NewPersons, "2026-03").await, 1);
        let (contacts, again) = kept(&house).await;
        assert_eq!((contacts.len(), contacts[0].1, again), (1, true, 0));
    })
    .await;
}

#[tokio::test]
async fn a_corrected_contact_leaves_behind_what_the_register_tells() {
    each_engine(SLICES, async |store| {
        let house = House::new(&store).await;
        let (person, register) = house.told("A662", "Diop", &[ELSEWHEN, ROW]).await;
        let person = person.to_string();
        let desk = house.for_whom(&access::testing::operator("A662"));
        record(&desk, &person, ONE, "20").await;
        let contact = kept(&house).await.0[1].0;
        let correct = |modulo: &'static str, on: &'static str| {
            let path = format!("/contatti/{contact}/correggi");
            let fields = [
                ("modulo", modulo),
                ("giorno", on),
                ("servizio", "housing_search"),
                ("punto", "camper sociosanitario"),
                ("modalita", "in_person"),
                ("minuti", "20"),
                ("motivo", "giorno sbagliato"),
            ];
            let desk = &desk;
            async move { desk.post(&path, &fields).await }
        };
        // The register goes on telling the day that the desk takes back: both are counted.
        let answer = correct("019ab000-0000-7000-8000-000000000002", "2026-03-04").await;
        assert!(answer.to.ends_with("fatto=corretto-registro"), "{}", answer.to);
        let page = desk.get(&answer.to).await.page(StatusCode::OK);
        assert!(page.contains("Un registro lo dice ancora"), "{page}");
        assert_eq!(house.counted().await, [3, 1, 1, 80]);
        // Corrected back, it is one again.
        let answer = correct("019ab000-0000-7000-8000-000000000003", "2026-03-03").await;
        assert!(answer.to.ends_with("fatto=corretto"), "{}", answer.to);
        assert_eq!(house.counted().await, [2, 1, 1, 50]);
        // The register's own contact is looked at, and mended in its file.
        let of_register = kept(&house).await.0[0].0;
        let path = format!("/contatti/{of_register}/correggi");
        let page = desk.get(&path).await.page(StatusCode::OK);
        assert!(
            page.contains("Questo contatto viene da un registro") && !page.contains("name=\"motivo\""),
            "{page}"
        );
        let lead = house.for_whom(&access::testing::lead("A662"));
        let page = lead.get(&path).await.page(StatusCode::OK);
        assert!(page.contains(&format!("/registri/A662/storia/{register}")), "{page}");
        let withdraw = path.replace("correggi", "ritira");
        let fields = [("modulo", "019ab000-0000-7000-8000-000000000004"), ("motivo", "x")];
        assert_eq!(desk.post(&withdraw, &fields).await.status, StatusCode::CONFLICT);
        assert_eq!(house.counted().await, [2, 1, 1, 50]);
    })
    .await;
}
