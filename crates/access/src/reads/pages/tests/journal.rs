//! The journal as a lead and the auditor find it.

use axum::http::StatusCode;
use store::testing::each_engine;

use super::support::Desk;
use crate::reads::SLICE;
use crate::{Role, testing};

#[tokio::test]
async fn a_lead_sees_the_writes_of_their_city_and_the_auditor_all() {
    each_engine(&[store::SLICE, SLICE], async |store| {
        let desk = Desk::new(&store).await;
        let (lead, auditor) = (testing::lead("A662"), testing::who(Role::Auditor, None));
        for number in 0..60 {
            let city = if number % 3 == 0 { "H501" } else { "A662" };
            let city = testing::city(city);
            let who = testing::who(Role::CityLead, Some(city));
            let mut unit = store.begin(&who.actor(), &*desk.clock).await.unwrap();
            unit.record(store::Entry::new("import", format!("register/{number:08}"), Some(city)));
            unit.commit().await.unwrap();
        }
        let mut unit = store.begin(&store::Actor("capo".to_owned()), &*desk.clock).await.unwrap();
        unit.record(store::Entry::new("rewrap keys", "vault", None));
        unit.commit().await.unwrap();
        let page = desk.page(&lead, "/scritture").await;
        assert_eq!(page.matches("ha importato").count(), 40, "{page}");
        assert!(!page.contains("capo") && page.contains("registro …00000059"), "{page}");
        assert!(!desk.page(&lead, "/scritture?citta=H501").await.contains("00000057"));
        let page = desk.page(&auditor, "/scritture").await;
        assert_eq!(page.matches("ha importato").count(), 49);
        assert!(
            page.contains("ha cambiato la chiave principale") && page.contains("tutta la rete"),
            "{page}"
        );
        let next = page.split("href=\"").find(|text| text.starts_with("/scritture?dopo=")).unwrap();
        let second = desk.page(&auditor, next.split('"').next().unwrap()).await;
        assert_eq!(second.matches("ha importato").count(), 11);
        assert_eq!(
            desk.page(&auditor, "/scritture?chi=capo").await.matches("data-head=\"Quando\"").count(),
            1
        );
        assert_eq!(desk.page(&auditor, "/scritture?citta=H501").await.matches("ha importato").count(), 20);
        for who in [testing::operator("A662"), testing::who(Role::Authority, None)] {
            assert_eq!(desk.get(&who, "/scritture").await.status, StatusCode::NOT_FOUND);
        }
    })
    .await;
}
