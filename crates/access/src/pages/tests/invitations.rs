//! Invitations: accepted once, within seven days; and what an accepted one leads to.

use axum::http::StatusCode;
use kernel::Clock as _;
use store::testing::each_engine;

use super::support::{Browser, House, PASSWORD, SLICES, between};
use crate::pages::tests::accounts::invited;
use crate::{Role, totp};

const DAY: i64 = 24 * 60;

/// The bytes of a key as it stands in a page.
fn key(page: &str) -> Vec<u8> {
    let letters = between(page, "<code class=\"text-break\">", "</code>").replace(' ', "");
    let (mut bits, mut count, mut bytes) = (0_u32, 0, Vec::new());
    for letter in letters.bytes() {
        let value = if letter.is_ascii_uppercase() { letter - b'A' } else { letter - b'2' + 26 };
        bits = bits << 5 | u32::from(value);
        count += 5;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 0xFF).unwrap());
        }
    }
    bytes
}

async fn set_up(house: &House, browser: &mut Browser<'_>) -> (Vec<u8>, Vec<String>) {
    let page = browser.get("/accesso/secondo-fattore").await;
    let secret = key(page.page());
    assert!(page.text.contains("<svg viewBox") && !page.text.contains("style="));
    let wrong = browser.post("/accesso/secondo-fattore", &[("codice", "000000")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(key(wrong.sound()), secret, "the app was prepared already");
    let code = totp::code(&secret, house.clock.now());
    let done = browser.post("/accesso/secondo-fattore", &[("codice", &code)]).await;
    let codes: Vec<String> = done
        .page()
        .split("<li><code>")
        .skip(1)
        .map(|rest| rest.split('<').next().unwrap().to_owned())
        .collect();
    assert_eq!(codes.len(), 10, "{}", done.text);
    (secret, codes)
}

#[tokio::test]
async fn an_invitation_leads_to_password_second_factor_and_codes() {
    each_engine(&SLICES, async |store| {
        let house = House::new(&store);
        house.somebody("referente.bari", Role::CityLead, Some("A662")).await;
        let mut lead = house.browser();
        lead.sign_in("referente.bari").await;
        let link = invited(&mut lead, "awa.diop", &[]).await;

        let mut browser = house.browser();
        let page = browser.get(&link).await;
        assert!(page.page().contains("operatrice di sportello") && page.text.contains("value=\"awa.diop\""));
        for (password, again, said) in [
            ("corta", "corta", "troppo corta"),
            ("awa.diop.2026", "awa.diop.2026", "quasi soltanto un nome"),
            ("passwordpassword", "passwordpassword", "tra le prime"),
            (PASSWORD, "tre gatti sul treno", "non sono uguali"),
        ] {
            let answer = browser.post(&link, &[("password", password), ("ancora", again)]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(answer.sound().contains(said), "{said}: {}", answer.text);
            assert!(!answer.text.contains(PASSWORD), "a password never comes back");
        }
        let answer = browser.post(&link, &[("password", PASSWORD), ("ancora", PASSWORD)]).await;
        assert_eq!(answer.to, "/accesso/secondo-fattore", "{}", answer.text);
        assert!(!browser.is_in().await);
        let (secret, codes) = set_up(&house, &mut browser).await;
        assert!(browser.is_in().await);

        // The link is used up; the code that proved the app is too.
        let gone = house.browser().get(&link).await;
        assert_eq!(gone.status, StatusCode::GONE);
        assert!(gone.sound().contains("già stato usato"));
        let mut thief = house.browser();
        let answer = thief
            .post(&link, &[("password", "quattro cani sul bus"), ("ancora", "quattro cani sul bus")])
            .await;
        assert_eq!((answer.status, thief.cookie), (StatusCode::GONE, None));
        let mut again = house.browser();
        assert_eq!(again.password("awa.diop", PASSWORD).await.to, "/accesso/codice");
        let code = totp::code(&secret, house.clock.now());
        assert_eq!(
            again.post("/accesso/codice", &[("codice", &code)]).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        assert_eq!(again.post("/accesso/codice", &[("codice", &codes[3])]).await.to, "/sportello");
        assert_eq!(
            house.journal("awa.diop").await,
            ["invite", "accept invitation", "set up second factor", "use recovery code"]
        );
        assert!(store.reader().await.unwrap().verify_journal().await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn an_invitation_that_was_interrupted_goes_on_at_the_sign_in() {
    let folder = tempfile::tempdir().unwrap();
    let store = store::testing::embedded(folder.path(), &SLICES).await;
    let house = House::new(&store);
    house.somebody("referente.bari", Role::CityLead, Some("A662")).await;
    let mut lead = house.browser();
    lead.sign_in("referente.bari").await;
    let link = invited(&mut lead, "awa.diop", &[]).await;
    house.browser().post(&link, &[("password", PASSWORD), ("ancora", PASSWORD)]).await;
    let mut browser = house.browser();
    assert_eq!(browser.password("awa.diop", PASSWORD).await.to, "/accesso/secondo-fattore");
    set_up(&house, &mut browser).await;
    assert!(browser.is_in().await);
}

#[tokio::test]
async fn an_invitation_ends_after_seven_days_or_when_another_is_made() {
    each_engine(&SLICES, async |store| {
        let house = House::new(&store);
        house.somebody("referente.bari", Role::CityLead, Some("A662")).await;
        let mut lead = house.browser();
        lead.sign_in("referente.bari").await;
        let first = invited(&mut lead, "awa.diop", &[]).await;
        house.wait(7 * DAY - 2);
        assert_eq!(house.browser().get(&first).await.status, StatusCode::OK);
        house.wait(2);
        let over = house.browser().get(&first).await;
        assert_eq!(over.status, StatusCode::GONE);
        assert!(over.sound().contains("è scaduto"));
        let answer = house.browser().post(&first, &[("password", PASSWORD), ("ancora", PASSWORD)]).await;
        assert_eq!(answer.status, StatusCode::GONE);

        lead.sign_in("referente.bari").await;
        let home = format!("/utenti/{}", house.account("awa.diop").await.id);
        assert!(lead.get(&format!("{home}/invito")).await.page().contains("Crea il collegamento"));
        let page = lead.post(&format!("{home}/invito"), &[]).await;
        let second = between(page.page(), "http://127.0.0.1:8080", "<").to_owned();
        assert_eq!(house.browser().get(&first).await.status, StatusCode::NOT_FOUND);
        let mut browser = house.browser();
        let answer = browser.post(&second, &[("password", PASSWORD), ("ancora", PASSWORD)]).await;
        assert_eq!(answer.to, "/accesso/secondo-fattore");
        for nowhere in ["/invito/abc", &format!("/invito/{}", "0".repeat(64))] {
            assert_eq!(house.browser().get(nowhere).await.status, StatusCode::NOT_FOUND);
        }
    })
    .await;
}

#[tokio::test]
async fn a_link_for_a_forgotten_password_leaves_the_second_factor() {
    let folder = tempfile::tempdir().unwrap();
    let store = store::testing::embedded(folder.path(), &SLICES).await;
    let house = House::new(&store);
    house.somebody("referente.bari", Role::CityLead, Some("A662")).await;
    let account = house.somebody("awa.diop", Role::Operator, Some("A662")).await;
    let (mut lead, mut before) = (house.browser(), house.browser());
    lead.sign_in("referente.bari").await;
    before.sign_in("awa.diop").await;
    let page = lead.post(&format!("/utenti/{}/invito", account.id), &[]).await;
    let link = between(page.page(), "http://127.0.0.1:8080", "<").to_owned();
    assert!(before.is_in().await, "nothing has happened until it is used");
    let (new, mut browser) = ("quattro cani sul bus", house.browser());
    assert_eq!(browser.post(&link, &[("password", new), ("ancora", new)]).await.to, "/accesso/codice");
    assert!(!before.is_in().await);
    house.wait(1);
    let code = house.code();
    assert_eq!(browser.post("/accesso/codice", &[("codice", &code)]).await.to, "/sportello");
    assert_eq!(house.browser().password("awa.diop", PASSWORD).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}
