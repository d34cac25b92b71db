//! Accounts of others: who invites whom, forged forms, and what stopping does.

use axum::http::StatusCode;
use store::testing::each_engine;

use super::support::{Browser, House, PASSWORD, SLICES, between};
use crate::Role;
use crate::account::{self, State};

/// Somebody is invited as the form does; gives the link. Later fields win over the usual ones.
pub async fn invited(by: &mut Browser<'_>, login: &str, more: &[(&str, &str)]) -> String {
    let page = by.get("/utenti/nuovo").await;
    let modulo = between(page.page(), "name=\"modulo\" value=\"", "\"").to_owned();
    let mut fields = vec![
        ("modulo", modulo.as_str()),
        ("login", login),
        ("nome", "Awa Diop"),
        ("ruolo", "operator"),
        ("citta", ""),
        ("punti", ""),
    ];
    fields.retain(|(name, _)| !more.iter().any(|(other, _)| other == name));
    fields.extend(more);
    let answer = by.post("/utenti/nuovo", &fields).await;
    between(answer.page(), "http://127.0.0.1:8080", "<").to_owned()
}

#[tokio::test]
async fn a_lead_invites_operators_of_their_own_city_whatever_the_form_says() {
    each_engine(&SLICES, async |store| {
        let house = House::new(&store);
        house.somebody("referente.bari", Role::CityLead, Some("A662")).await;
        let mut lead = house.browser();
        lead.sign_in("referente.bari").await;
        let form = lead.get("/utenti/nuovo").await;
        assert!(!form.page().contains("name=\"citta\"") && form.text.contains("Bari"));
        assert!(
            !form.text.contains("value=\"city_lead\"") && form.text.contains("value=\"street_operator\"")
        );

        // A forged city is not read.
        let link =
            invited(&mut lead, "awa.diop", &[("citta", "H501"), ("punti", "Hub Termini\n\n HUB  termini ")])
                .await;
        assert!(link.starts_with("/invito/"));
        let made = house.account("awa.diop").await;
        assert_eq!((made.role, made.city.unwrap().as_str()), (Role::Operator, "A662"));
        assert_eq!(made.offices.iter().collect::<Vec<_>>(), ["hub termini"]);
        assert_eq!(made.created_by, "referente.bari");

        // A forged role is refused, and what was typed stays.
        for role in ["city_lead", "administrator", "auditor", "boss", ""] {
            let modulo = made.id.to_string();
            let fields =
                [("modulo", modulo.as_str()), ("login", "altra"), ("nome", "Altra"), ("ruolo", role)];
            let answer = lead.post("/utenti/nuovo", &fields).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{role}");
            assert!(
                answer.sound().contains("Scegli un ruolo dell’elenco")
                    && answer.text.contains("value=\"Altra\"")
            );
        }
        let mut reader = store.reader().await.unwrap();
        assert!(account::by_login(&mut reader, "altra").await.unwrap().is_none());
    })
    .await;
}

#[tokio::test]
async fn what_is_not_under_the_ceiling_does_not_exist() {
    each_engine(&SLICES, async |store| {
        let house = House::new(&store);
        house.somebody("referente.bari", Role::CityLead, Some("A662")).await;
        let roma = house.somebody("operatrice.roma", Role::Operator, Some("H501")).await;
        let peer = house.somebody("altra.referente", Role::CityLead, Some("A662")).await;
        let admin = house.somebody("capo", Role::Administrator, None).await;
        let mut lead = house.browser();
        lead.sign_in("referente.bari").await;
        for other in [&roma, &peer, &admin] {
            let home = format!("/utenti/{}", other.id);
            for path in ["", "/ferma", "/invito", "/secondo-fattore"] {
                let answer = lead.get(&format!("{home}{path}")).await;
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
            }
            for path in ["", "/ferma", "/riattiva", "/sblocca", "/invito", "/secondo-fattore"] {
                let fields = [("nome", "Mia"), ("ruolo", "operator")];
                let answer = lead.post(&format!("{home}{path}"), &fields).await;
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
            }
            assert_eq!(house.account(&other.login).await.digested(), other.digested());
        }
        let list = lead.get("/utenti").await;
        for login in ["operatrice.roma", "altra.referente", "capo"] {
            assert!(!list.page().contains(login), "{login}");
        }
        // Whoever gives nothing has no such pages.
        let mut operator = house.browser();
        operator.sign_in("operatrice.roma").await;
        for path in ["/utenti", "/utenti/nuovo", &format!("/utenti/{}", roma.id)] {
            assert_eq!(operator.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        assert!(!operator.get("/profilo").await.page().contains("href=\"/utenti\""));
        assert!(list.text.contains("href=\"/utenti\""));
    })
    .await;
}

#[tokio::test]
async fn an_administrator_invites_anybody_with_a_city_where_the_role_has_one() {
    let folder = tempfile::tempdir().unwrap();
    let store = store::testing::embedded(folder.path(), &SLICES).await;
    let house = House::new(&store);
    house.somebody("capo", Role::Administrator, None).await;
    let mut admin = house.browser();
    admin.sign_in("capo").await;
    for (n, role) in Role::ALL.into_iter().enumerate() {
        let city = if role.is_of_a_city() { "H501" } else { "" };
        let login = format!("nuova.{n}");
        invited(&mut admin, &login, &[("ruolo", role.code()), ("citta", city)]).await;
        let made = house.account(&login).await;
        assert_eq!((made.role, made.city.is_some()), (role, role.is_of_a_city()));
    }
    // A city that a role does not have is left out; one that it must have is asked for.
    invited(&mut admin, "senza.citta", &[("ruolo", "auditor"), ("citta", "H501")]).await;
    assert_eq!(house.account("senza.citta").await.city, None);
    for city in ["", "Z999", "x"] {
        let modulo = house.account("capo").await.id.to_string();
        let fields = [
            ("modulo", modulo.as_str()),
            ("login", "x.y.z"),
            ("nome", "X"),
            ("ruolo", "city_lead"),
            ("citta", city),
        ];
        let answer = admin.post("/utenti/nuovo", &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.sound().contains("Questo ruolo è di una città"));
    }
}

#[tokio::test]
async fn the_same_form_twice_invites_once_and_a_login_is_taken_once() {
    each_engine(&SLICES, async |store| {
        let house = House::new(&store);
        house.somebody("capo", Role::Administrator, None).await;
        let mut admin = house.browser();
        admin.sign_in("capo").await;
        let modulo =
            between(admin.get("/utenti/nuovo").await.page(), "name=\"modulo\" value=\"", "\"").to_owned();
        let pairs =
            [("modulo", modulo.as_str()), ("login", "awa.diop"), ("nome", "Awa"), ("ruolo", "auditor")];
        assert_eq!(admin.post("/utenti/nuovo", &pairs).await.status, StatusCode::OK);
        let again = admin.post("/utenti/nuovo", &pairs).await;
        assert_eq!(again.to, format!("/utenti/{modulo}?fatto=ancora"));
        assert!(admin.get(&again.to).await.page().contains("già stato creato"));

        let modulo =
            between(admin.get("/utenti/nuovo").await.page(), "name=\"modulo\" value=\"", "\"").to_owned();
        for (login, said) in
            [("AWA-diop", "già usato"), ("a", "Usa da 3 a 64"), ("àwà diop", "Usa da 3 a 64")]
        {
            let pairs =
                [("modulo", modulo.as_str()), ("login", login), ("nome", "Awa"), ("ruolo", "auditor")];
            let answer = admin.post("/utenti/nuovo", &pairs).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(answer.sound().contains(said), "{login}: {}", answer.text);
        }
    })
    .await;
}

#[tokio::test]
async fn a_stopped_account_is_out_at_once_and_a_restarted_one_comes_in() {
    each_engine(&SLICES, async |store| {
        let house = House::new(&store);
        house.somebody("referente.bari", Role::CityLead, Some("A662")).await;
        let account = house.somebody("awa.diop", Role::Operator, Some("A662")).await;
        let (mut lead, mut browser) = (house.browser(), house.browser());
        lead.sign_in("referente.bari").await;
        browser.sign_in("awa.diop").await;
        let home = format!("/utenti/{}", account.id);
        assert!(lead.get(&format!("{home}/ferma")).await.page().contains("Fermare Persona awa.diop?"));
        assert!(browser.is_in().await, "a question does nothing");
        assert_eq!(lead.post(&format!("{home}/ferma"), &[]).await.to, format!("{home}?fatto=fermato"));
        assert!(!browser.is_in().await);
        assert_eq!(house.account("awa.diop").await.state, State::Stopped);
        house.wait(1);
        assert_eq!(browser.password("awa.diop", PASSWORD).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(lead.post(&format!("{home}/invito"), &[]).await.status, StatusCode::NOT_FOUND);
        lead.post(&format!("{home}/ferma"), &[]).await;
        assert_eq!(lead.post(&format!("{home}/riattiva"), &[]).await.to, format!("{home}?fatto=riattivato"));
        browser.sign_in("awa.diop").await;
        let did = house.journal("awa.diop").await;
        assert_eq!(did.iter().filter(|did| did.contains("account")).count(), 2, "{did:?}");
    })
    .await;
}

#[tokio::test]
async fn a_change_of_role_asks_for_a_new_sign_in_and_a_reset_for_a_new_second_factor() {
    each_engine(&SLICES, async |store| {
        let house = House::new(&store);
        house.somebody("referente.bari", Role::CityLead, Some("A662")).await;
        let account = house.somebody("awa.diop", Role::Operator, Some("A662")).await;
        let (mut lead, mut browser) = (house.browser(), house.browser());
        lead.sign_in("referente.bari").await;
        browser.sign_in("awa.diop").await;
        let home = format!("/utenti/{}", account.id);
        let rename = [("nome", "Awa Fall"), ("ruolo", "operator")];
        assert_eq!(lead.post(&home, &rename).await.to, format!("{home}?fatto=cambiato"));
        assert!(browser.is_in().await, "a name is no power");
        let empty = lead.post(&home, &[("nome", " "), ("ruolo", "operator")]).await;
        assert!(empty.sound().contains("Scrivi il nome"));
        lead.post(&home, &[("nome", "Awa Fall"), ("ruolo", "street_operator")]).await;
        assert!(!browser.is_in().await);
        browser.sign_in("awa.diop").await;
        assert_eq!(browser.get("/dentro").await.text, "awa.diop street_operator");

        assert!(lead.get(&format!("{home}/secondo-fattore")).await.page().contains("Azzerare"));
        lead.post(&format!("{home}/secondo-fattore"), &[]).await;
        assert!(!browser.is_in().await);
        assert_eq!(browser.password("awa.diop", PASSWORD).await.to, "/accesso/secondo-fattore");
    })
    .await;
}

#[tokio::test]
async fn nobody_locks_themselves_out() {
    let folder = tempfile::tempdir().unwrap();
    let store = store::testing::embedded(folder.path(), &SLICES).await;
    let house = House::new(&store);
    let account = house.somebody("capo", Role::Administrator, None).await;
    let mut admin = house.browser();
    admin.sign_in("capo").await;
    let home = format!("/utenti/{}", account.id);
    assert!(admin.get(&home).await.page().contains("È il tuo utente"));
    for path in ["", "/ferma", "/invito", "/secondo-fattore"] {
        let answer = admin.post(&format!("{home}{path}"), &[("nome", "X"), ("ruolo", "trainee")]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert!(admin.is_in().await);
    // The list is found by any word of what it shows.
    house.somebody("operatrice.roma", Role::Operator, Some("H501")).await;
    for (q, found) in [("sportello roma", true), ("OPERATRICE", true), ("torino", false)] {
        let page = admin.get(&format!("/utenti?q={}", q.replace(' ', "+"))).await;
        assert_eq!(page.page().contains("operatrice.roma"), found, "{q}");
    }
}
