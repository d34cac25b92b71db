//! One screen: saved once, whoever sends it how often; nothing that no page offers is written.

use axum::http::StatusCode;
use mart::Measure;
use store::testing::each_engine;

use super::support::{House, SLICES, at_point, hidden};
use crate::people::PersonId;

fn form<'a>(person: &'a str, modulo: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("modulo", modulo),
        ("persona", person),
        ("giorno", "2026-06-01"),
        ("servizio", "housing_search"),
        ("punto", ""),
        ("modalita", "in_person"),
        ("minuti", "20"),
        ("esito", ""),
        ("nota", ""),
    ];
    fields.retain(|(name, _)| more.iter().all(|(replaced, _)| replaced != name));
    fields.extend(more);
    fields
}

async fn person(house: &House) -> String {
    let person: PersonId = house.told("A662", "Diop", &[("2026-05-04", "legal_support", None)]).await.0;
    person.to_string()
}

#[tokio::test]
async fn a_contact_is_saved_from_one_screen_and_once() {
    each_engine(SLICES, async |store| {
        let house = House::new(&store).await;
        let person = person(&house).await;
        let desk = house.for_whom(&at_point("A662", "camper sociosanitario"));
        let page = desk.get(&format!("/contatti/nuovo?persona={person}")).await.page(StatusCode::OK);
        for shown in [
            "Nuovo contatto: Diop Awa",
            "Ultimo contatto: 4 maggio 2026, Orientamento legale",
            "value=\"2026-06-01\"",
            "<option value=\"camper sociosanitario\" selected>Camper sociosanitario</option>",
            "<option value=\"in_person\" selected>",
            // What is used most has the first number.
            "value=\"legal_support\" id=\"servizio-legal_support\"",
            "data-number=\"9\"",
        ] {
            assert!(page.contains(shown), "{shown}: {page}");
        }
        let modulo = hidden(&page, "modulo", 0);
        let services = [
            ("servizio", "housing_search"),
            ("servizio", "legal_support"),
            ("nota", "parla solo wolof"),
            ("punto", "camper sociosanitario"),
            ("esito", "follow_up"),
        ];
        let sent = form(&person, &modulo, &services);
        let before = house.position().await;
        let saved = desk.post("/contatti/nuovo", &sent).await;
        assert_eq!(
            (saved.status, saved.to.as_str()),
            (StatusCode::SEE_OTHER, &*format!("/sportello?salvato={modulo}"))
        );
        assert_eq!(house.position().await, before + 1);
        // Minutes were written once, and a sum finds them once: 30 of the register and these 20.
        assert_eq!(house.counted().await, [3, 1, 1, 50]);

        // A double press, the back button, a replay: the same answer, and nothing more.
        for _ in 0..3 {
            let again = desk.post("/contatti/nuovo", &sent).await;
            assert_eq!((again.status, again.to), (StatusCode::SEE_OTHER, saved.to.clone()));
        }
        let mut reversed = sent.clone();
        reversed.reverse();
        assert_eq!(desk.post("/contatti/nuovo", &reversed).await.to, saved.to);
        // Gone back, changed and sent again: what was saved stands, and the page says so.
        let changed = form(&person, &modulo, &[("servizio", "childcare")]);
        let told = desk.post("/contatti/nuovo", &changed).await;
        assert_eq!(told.status, StatusCode::CONFLICT);
        assert!(told.text.contains("già stato salvato, con altri dati"), "{}", told.text);
        assert_eq!(house.position().await, before + 1);
        assert_eq!(house.counted().await, [3, 1, 1, 50]);
        // The point where somebody recorded last is where they begin.
        let elsewhere = house.for_whom(&access::testing::operator("A662"));
        let page = elsewhere.get(&format!("/contatti/nuovo?persona={person}")).await.page(StatusCode::OK);
        assert!(page.contains("<option value=\"camper sociosanitario\" selected>"), "{page}");
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_keeps_what_was_typed_and_writes_nothing() {
    each_engine(SLICES, async |store| {
        let house = House::new(&store).await;
        let person = person(&house).await;
        let desk = house.for_whom(&access::testing::operator("A662"));
        let modulo = "019ab000-0000-7000-8000-00000000000a";
        let before = house.position().await;
        let wrong = form(
            &person,
            modulo,
            &[
                ("giorno", "2026-06-02"),
                ("servizio", ""),
                ("minuti", "tanti"),
                ("nota", "chiede <b>casa</b>"),
            ],
        );
        let page = desk.post("/contatti/nuovo", &wrong).await.page(StatusCode::UNPROCESSABLE_ENTITY);
        for said in [
            "Questo giorno deve ancora venire",
            "Scegli almeno un servizio",
            "Scrivi i minuti in cifre",
            "chiede &#60;b&#62;casa&#60;/b&#62;",
            "value=\"tanti\"",
            modulo,
        ] {
            assert!(page.contains(said), "{said}: {page}");
        }
        // The mended form is the same form.
        assert_eq!(house.position().await, before);
        let mended = desk.post("/contatti/nuovo", &form(&person, modulo, &[])).await;
        assert_eq!(mended.to, format!("/sportello?salvato={modulo}"));
    })
    .await;
}

#[tokio::test]
async fn what_no_page_offers_is_refused_and_nothing_is_written() {
    each_engine(SLICES, async |store| {
        let house = House::new(&store).await;
        let own = person(&house).await;
        let (other, _) =
            house.told("H501", "Ndiaye", &[("2026-05-05", "legal_support", Some("Hub Termini"))]).await;
        let other = other.to_string();
        let desk = house.for_whom(&access::testing::operator("A662"));
        let modulo = "019ab000-0000-7000-8000-00000000000b";
        let before = house.position().await;
        let (bad, missing) = (StatusCode::BAD_REQUEST, StatusCode::NOT_FOUND);
        for (fields, status) in [
            // A point of another city, which is known there; a service, a modality that nobody has.
            (form(&own, modulo, &[("punto", "hub termini")]), bad),
            (form(&own, modulo, &[("servizio", "dance")]), bad),
            (form(&own, modulo, &[("modalita", "dream")]), bad),
            (form(&own, "", &[]), bad),
            (form(&own, "1; drop table contact", &[]), bad),
            // A person of another city, and one of nobody's.
            (form(&other, modulo, &[]), missing),
            (form("019ab000-0000-7000-8000-0000000000ff", modulo, &[]), missing),
            (form("x", modulo, &[]), missing),
            // The city of a form says nothing: whoever signed in has one.
            (form(&other, modulo, &[("city", "H501"), ("citta", "H501")]), missing),
        ] {
            assert_eq!(desk.post("/contatti/nuovo", &fields).await.status, status, "{fields:?}");
        }
        for path in [format!("/contatti/nuovo?persona={other}"), "/contatti/nuovo?persona=x".to_owned()] {
            assert_eq!(desk.get(&path).await.status, missing, "{path}");
        }
        assert_eq!(house.position().await, before);
        assert_eq!(desk.get("/contatti/nuovo").await.to, "/sportello");

        // A form of another city is not this one's, even where its identifier is known.
        let rome = house.for_whom(&access::testing::operator("H501"));
        assert_eq!(
            rome.post("/contatti/nuovo", &form(&other, modulo, &[])).await.status,
            StatusCode::SEE_OTHER
        );
        let before = house.position().await;
        assert_eq!(desk.post("/contatti/nuovo", &form(&own, modulo, &[])).await.status, missing);
        assert_eq!(desk.post(&format!("/contatti/{modulo}/annulla"), &[]).await.status, missing);
        assert_eq!(house.position().await, before);
    })
    .await;
}

#[tokio::test]
async fn who_may_not_finds_nothing() {
    each_engine(SLICES, async |store| {
        let house = House::new(&store).await;
        let person = person(&house).await;
        let contact = "019ab000-0000-7000-8000-00000000000c";
        let pages = [
            format!("/contatti/nuovo?persona={person}"),
            "/contatti/anonimo".to_owned(),
            "/contatti/gruppo".to_owned(),
            format!("/contatti/{contact}/correggi"),
        ];
        for role in [access::Role::MonitoringOfficer, access::Role::Authority, access::Role::Elected] {
            let browser = house.for_whom(&access::testing::who(role, None));
            for path in &pages {
                let answer = browser.get(path).await;
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
                assert!(!answer.text.contains("Diop"));
                assert_eq!(browser.post(path, &[("modulo", contact)]).await.status, StatusCode::NOT_FOUND);
            }
        }
        let stranger = house.for_nobody();
        for path in &pages {
            assert!(stranger.get(path).await.to.starts_with("/accesso"), "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_same_again_is_asked_for_and_a_restricted_person_left_alone() {
    each_engine(SLICES, async |store| {
        let house = House::new(&store).await;
        let person = person(&house).await;
        let desk = house.for_whom(&access::testing::operator("A662"));
        let [one, two] = ["019ab000-0000-7000-8000-00000000000d", "019ab000-0000-7000-8000-00000000000e"];
        assert_eq!(
            desk.post("/contatti/nuovo", &form(&person, one, &[])).await.status,
            StatusCode::SEE_OTHER
        );
        let page = desk.post("/contatti/nuovo", &form(&person, two, &[])).await;
        let page = page.page(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            page.contains("Lo sportello lo ha già registrato") && page.contains("operator.prova"),
            "{page}"
        );
        assert_eq!(house.asked(Measure::Contacts, "2026-06").await, 1);
        let again = desk.post("/contatti/nuovo", &form(&person, two, &[("ancora", "on")])).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER);
        assert_eq!(house.asked(Measure::Contacts, "2026-06").await, 2);

        let id: PersonId = person.parse().unwrap();
        let mut unit = store.begin(&store::Actor::local(), &*house.app.clock).await.unwrap();
        let restrict = store::Statement("update person set restricted_at = 1 where id = $1");
        unit.note(&restrict, store::params![id.0]).await.unwrap();
        unit.commit().await.unwrap();
        let refused = form(&person, "019ab000-0000-7000-8000-00000000000f", &[("servizio", "childcare")]);
        let refused = desk.post("/contatti/nuovo", &refused).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        assert!(refused.text.contains("limitati"), "{}", refused.text);
        assert_eq!(house.asked(Measure::Contacts, "2026-06").await, 2);
    })
    .await;
}

#[tokio::test]
async fn an_earlier_day_makes_the_person_new_earlier() {
    each_engine(SLICES, async |store| {
        let house = House::new(&store).await;
        let person = person(&house).await;
        let desk = house.for_whom(&access::testing::operator("A662"));
        assert_eq!(house.asked(Measure::NewPersons, "2026-05").await, 1);
        let sent = form(&person, "019ab000-0000-7000-8000-000000000010", &[("giorno", "2026-02-03")]);
        assert_eq!(desk.post("/contatti/nuovo", &sent).await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.asked(Measure::NewPersons, "2026-05").await, 0);
        assert_eq!(house.asked(Measure::NewPersons, "2026-02").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_page_runs_as_many_statements_however_much_there_is() {
    each_engine(SLICES, async |store| {
        let house = House::new(&store).await;
        let person = person(&house).await;
        let desk = house.for_whom(&access::testing::operator("A662"));
        let path = format!("/contatti/nuovo?persona={person}");
        let (mut reads, mut writes) = (Vec::new(), Vec::new());
        for number in 0..4 {
            let modulo = format!("019ab000-0000-7000-8000-0000000001{number:02}");
            let on = format!("2026-03-0{}", number + 1);
            house.app.live.refresh().await.unwrap();
            let start = store.statements_run();
            desk.get(&path).await.page(StatusCode::OK);
            reads.push(store.statements_run() - start);
            let start = store.statements_run();
            let sent = form(&person, &modulo, &[("giorno", &on)]);
            assert_eq!(desk.post("/contatti/nuovo", &sent).await.status, StatusCode::SEE_OTHER);
            writes.push(store.statements_run() - start);
        }
        assert!(reads.iter().all(|statements| *statements <= 8), "{reads:?}");
        assert!(
            writes[1..].iter().all(|statements| *statements == writes[1] && *statements <= 30),
            "{writes:?}"
        );
    })
    .await;
}
