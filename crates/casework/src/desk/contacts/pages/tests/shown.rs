//! What the desk's first page and a person's file show of contacts.

use access::Who;
use axum::http::StatusCode;
use store::testing::each_engine;
use ui::{Lang, Page, Shell};

use super::support::{House, SLICES, SOURCES};
use crate::desk::contacts::{section, today, told};
use crate::desk::file::{File, FileSection};
use crate::people::PersonId;

const ONE: &str = "019ab000-0000-7000-8000-000000000001";

fn page(address: &str) -> Page {
    Page::of(&Shell::new(SOURCES).unwrap(), Lang::It, address)
}

async fn section_of(house: &House, who: &Who, person: PersonId) -> FileSection {
    let page = page("/persone/x");
    let city = house.app.cities.get(who.city.unwrap()).unwrap();
    let file = File { app: &house.app, who, page: &page, city, person, forms: &[], restricted: false };
    section(&file, &mut house.app.store.reader().await.unwrap()).await.unwrap()
}

#[tokio::test]
async fn the_day_and_the_file_show_what_was_recorded() {
    each_engine(SLICES, async |store| {
        let house = House::new(&store).await;
        let (person, _) = house.told("A662", "Diop", &[("2026-05-04", "legal_support", None)]).await;
        let id = person.to_string();
        let who = access::testing::operator("A662");
        let desk = house.for_whom(&who);
        let reader = async || store.reader().await.unwrap();
        let page = page("/sportello");
        let empty = today(&page, &house.app, &who, &mut reader().await).await.unwrap();
        assert_eq!((empty.visits, empty.persons.len()), (0, 0));
        assert!(empty.html.0.contains("Oggi non hai ancora registrato"));

        let fields = [
            ("modulo", ONE),
            ("persona", &*id),
            ("giorno", "2026-06-01"),
            ("servizio", "housing_search"),
            ("servizio", "childcare"),
            ("modalita", "in_person"),
            ("nota", "<script>due figli</script>"),
        ];
        assert_eq!(desk.post("/contatti/nuovo", &fields).await.status, StatusCode::SEE_OTHER);
        let group = [
            ("modulo", "019ab000-0000-7000-8000-000000000002"),
            ("titolo", "Laboratorio <b>di cucito</b>"),
            ("servizio", "community_event"),
            ("giorno", "2026-05-31"),
            ("modalita", "in_person"),
            ("persone", "4"),
        ];
        assert_eq!(desk.post("/contatti/gruppo", &group).await.status, StatusCode::SEE_OTHER);
        let list = today(&page, &house.app, &who, &mut reader().await).await.unwrap();
        assert_eq!((list.visits, list.persons.as_slice()), (2, &[person][..]));
        let html = &list.html.0;
        for shown in [
            "Diop Awa",
            "Laboratorio &#60;b&#62;di cucito",
            "14:00, oggi",
            "14:00, 31 maggio 2026",
            &*format!("/persone/{id}"),
        ] {
            assert!(html.contains(shown), "{shown}: {html}");
        }
        assert!(html.contains("Baby-sitting e conciliazione") && html.contains("Ricerca alloggio"), "{html}");
        assert_eq!(ui::check::page(html), Vec::<String>::new());
        // Somebody else's day is another.
        let lead = access::testing::lead("A662");
        assert_eq!(today(&page, &house.app, &lead, &mut reader().await).await.unwrap().visits, 0);

        let saved =
            told(&page, &house.app, &who, &mut reader().await, Some(ONE), None).await.unwrap().unwrap().0;
        assert!(
            saved.contains("2 contatti salvati") && saved.contains(&format!("/contatti/{ONE}/annulla")),
            "{saved}"
        );
        assert!(!saved.contains("Diop"));
        let of_other =
            told(&page, &house.app, &lead, &mut reader().await, Some(ONE), None).await.unwrap().unwrap().0;
        assert!(!of_other.contains("annulla\""), "{of_other}");
        let rome = access::testing::operator("H501");
        assert_eq!(told(&page, &house.app, &rome, &mut reader().await, Some(ONE), None).await.unwrap(), None);
        let undone =
            told(&page, &house.app, &who, &mut reader().await, None, Some(ONE)).await.unwrap().unwrap().0;
        assert!(undone.contains("Contatto annullato"), "{undone}");

        let section = section_of(&house, &who, person).await;
        let html = &section.html;
        for shown in
            ["Ricerca alloggio", "&#60;script&#62;due figli", "un registro", "operator.prova", "Guarda"]
        {
            assert!(html.contains(shown), "{shown}: {html}");
        }
        assert_eq!(ui::check::page(html), Vec::<String>::new());
        // One event a visit.
        assert_eq!(section.events.len(), 2, "{:?}", section.events);
        assert_eq!(section.events[1].what, "Orientamento legale");
    })
    .await;
}

#[tokio::test]
async fn a_contact_that_was_taken_back_stays_in_the_timeline() {
    each_engine(SLICES, async |store| {
        let house = House::new(&store).await;
        let (person, _) = house.told("A662", "Diop", &[("2026-05-04", "legal_support", None)]).await;
        let id = person.to_string();
        let who = access::testing::operator("A662");
        let desk = house.for_whom(&who);
        let fields = [
            ("modulo", ONE),
            ("persona", &*id),
            ("giorno", "2026-06-01"),
            ("servizio", "childcare"),
            ("modalita", "phone"),
        ];
        assert_eq!(desk.post("/contatti/nuovo", &fields).await.status, StatusCode::SEE_OTHER);
        let section = section_of(&house, &who, person).await;
        let path = section.events[0].href.clone().unwrap();
        let sent = [("modulo", "019ab000-0000-7000-8000-000000000002"), ("motivo", "persona sbagliata")];
        assert_eq!(desk.post(&path.replace("correggi", "ritira"), &sent).await.status, StatusCode::SEE_OTHER);
        let section = section_of(&house, &who, person).await;
        let event = section.events.iter().find(|event| event.what.contains("ritirato")).unwrap();
        assert_eq!(event.detail.as_deref(), Some("persona sbagliata"));
        assert_eq!(event.href.as_deref(), Some(&*path));
        assert!(!section.html.contains("Baby-sitting"));
    })
    .await;
}
