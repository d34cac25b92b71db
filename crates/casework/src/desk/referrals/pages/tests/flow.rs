//! From one city to another: what each sees, what moves, and when.

use access::Who;
use access::testing::{lead, operator};
use axum::http::StatusCode;
use store::testing::each_engine;

use super::*;
use crate::desk::referrals::ReferralWaits;
use crate::pages::tests::support::SLICES;

async fn waits(app: &App, who: &Who) -> Vec<String> {
    use access::waits::Waits;
    let all = ReferralWaits(app.clone()).waiting(who).await.unwrap();
    all.into_iter().filter(|item| item.count > 0).map(|item| item.href).collect()
}

#[tokio::test]
async fn there_is_no_offer_without_agreement_nor_to_a_city_that_is_none() {
    each_engine(SLICES, async |store| {
        let two = Two::new(store).await;
        let whole = two.offer().await;
        let with = |name: &str, value: &str| {
            let mut fields = whole.clone();
            fields.iter_mut().filter(|field| field.0 == name).for_each(|field| field.1 = value.to_owned());
            fields
        };
        for (name, value) in [
            ("consenso", ""),
            ("consenso", "2026-06-02"),
            ("consenso", "2024-06-01"),
            ("consenso", "ieri"),
            ("come", ""),
            ("come", "boh"),
            ("comune", ""),
            ("comune", "A662"),
            ("comune", "Z999"),
            ("servizio", "boh"),
            ("motivo", " "),
        ] {
            let answer = two.refer(&with(name, value)).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}={value}");
            assert!(answer.text().contains("l-error"), "{name}={value}");
        }
        assert_eq!(two.refer(&with("tipo", "boh")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(two.refer(&with("modulo", "boh")).await.status, StatusCode::BAD_REQUEST);
        assert_eq!(two.count(&REFERRALS).await, 0);
        assert_eq!(two.count(&SENT).await, 0);
        // The person belongs to Bari alone.
        let theirs = two.latina.get(&format!("/persone/{}/invio", two.person)).await;
        assert_eq!(theirs.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn the_receiving_city_sees_no_name_until_it_accepts() {
    each_engine(SLICES, async |store| {
        let two = Two::new(store).await;
        let offer = two.offered().await;
        for address in ["/invii", offer.as_str(), "/invii?stato=risposti", "/invii?tipo=city"] {
            let page = two.latina.get(address).await.page();
            assert!(!page.contains(MARKER) && !page.contains(&two.person.to_string()), "{address}: {page}");
            assert!(!page.contains("1990") && !page.contains("sorella"), "{address}: {page}");
        }
        let page = two.latina.get(&offer).await.page();
        for told in ["Bari", "donna", "18–60 anni", "Senegal", "Rifugiat", "giugno 2026", "legale"] {
            assert!(page.contains(told), "{told}: {page}");
        }
        assert_eq!(two.latina.get(&format!("{offer}/lettera")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(waits(&two.bari.app, &operator("E472")).await, ["/invii"]);
        assert!(waits(&two.bari.app, &operator("A662")).await.is_empty());
        assert!(two.bari.get("/invii?stato=attesa").await.page().contains(MARKER));
        // A third city has nothing like it.
        let roma = Browser::at(two.bari.app.clone(), &lead("H501"));
        assert_eq!(roma.get(&offer).await.status, StatusCode::NOT_FOUND);
        let fields = [("modulo", token(&page)), ("motivo", "no".to_owned())];
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        // Neither side can do what is the other's.
        for (browser, act) in [
            (&roma, "accetta"),
            (&roma, "ritira"),
            (&two.bari, "accetta"),
            (&two.bari, "rifiuta"),
            (&two.bari, "concludi"),
            (&two.latina, "ritira"),
            (&two.latina, "concludi"),
        ] {
            let answer = browser.post(&format!("{offer}/{act}"), &fields).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{act}");
        }
        assert!(two.bari.get(&offer).await.page().contains("in attesa"));
    })
    .await;
}

#[tokio::test]
async fn on_every_day_exactly_one_city_has_the_person_in_charge() {
    each_engine(SLICES, async |store| {
        let two = Two::new(store).await;
        let fields = two.offer().await;
        let made = two.refer(&fields).await;
        // The same form again adds nothing; another offer has to wait for this one.
        assert_eq!(two.refer(&fields).await.to, made.to);
        assert_eq!(two.refer(&two.offer().await).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(two.count(&REFERRALS).await, 1);
        let offer = made.to.split('?').next().unwrap();
        let form = token(&two.latina.get(offer).await.page());
        let accept = format!("{offer}/accetta");
        let answer = two.latina.post(&accept, &[("modulo", &form)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        assert_eq!(two.latina.post(&accept, &[("modulo", &form)]).await.to, answer.to);

        let page = two.latina.get(&answer.to).await.page();
        for came in [MARKER, "sorella", "Casa: livello 3 di 4", "12 maggio 2026"] {
            assert!(page.contains(came), "{came}: {page}");
        }
        let arrived = persons(&two.store, "E472").await;
        assert_eq!(arrived.len(), 1);
        assert!(page.contains(&format!("/persone/{}", arrived[0])), "{page}");
        assert!(two.bari.get(offer).await.page().contains("accettato"));
        assert!(two.bari.get("/invii?stato=risposti").await.page().contains(MARKER));
        assert!(two.latina.get("/invii?stato=risposti").await.page().contains(MARKER));

        let other = two.bari.get(offer).await.page();
        assert!(!other.contains("/ritira"), "{other}");
        let late = PathwayId::new(two.bari.app.clock.now(), &mut rand::rng()).to_string();
        for (browser, act) in [(&two.bari, "ritira"), (&two.latina, "rifiuta"), (&two.latina, "accetta")] {
            let fields = [("modulo", late.as_str()), ("motivo", "tardi")];
            let answer = browser.post(&format!("{offer}/{act}"), &fields).await;
            assert_eq!(answer.status, StatusCode::CONFLICT, "{act}");
        }

        let app = &two.bari.app;
        let mut on = day("2026-05-08");
        while on < day("2026-06-05") {
            let expected = match on {
                on if on < day("2026-05-10") => [0, 0, 0],
                on if on < day("2026-06-01") => [1, 0, 1],
                _ => [0, 1, 1],
            };
            assert_eq!(in_charge(app, on).await, expected, "{on}");
            on = on.succ_opt().unwrap();
        }
        // Who was shown the name is written down in both cities, and nobody of Latina before it accepted.
        let seen = two.reads("E472").await;
        assert!(!seen.is_empty() && seen.iter().all(|person| *person == arrived[0].0), "{seen:?}");
        assert!(two.reads("A662").await.contains(&two.person.0));
        let mut reader = two.store.reader().await.unwrap();
        assert!(reader.verify_journal().await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn somebody_the_city_knows_is_not_registered_again() {
    each_engine(SLICES, async |store| {
        let two = Two::new(store).await;
        two.latina.bring_and_import("E472", "l.csv", REGISTER.as_bytes()).await;
        let known = persons(&two.store, "E472").await;
        let offer = two.offered().await;
        let form = token(&two.latina.get(&offer).await.page());
        let answer = two.latina.post(&format!("{offer}/accetta"), &[("modulo", &form)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        assert_eq!(persons(&two.store, "E472").await, known);
        assert_eq!(in_charge(&two.bari.app, day("2026-06-01")).await, [0, 1, 1]);
    })
    .await;
}

#[tokio::test]
async fn what_the_person_agreed_to_comes_into_the_file() {
    each_engine(SLICES, async |store| {
        let two = Two::new(store).await;
        let file = format!("/persone/{}", two.person);
        for (kind, value) in [
            ("permit", "Protezione sussidiaria"),
            ("language", "francese"),
            ("phone", "+39 333 1234567"),
            ("vulnerability", "Donna in gravidanza"),
        ] {
            let form = token(&two.bari.get(&format!("{file}/dati?tipo={kind}")).await.page());
            let fields = [("modulo", form.as_str()), ("tipo", kind), ("valore", value)];
            let told = two.bari.post(&format!("{file}/dati"), &fields).await;
            assert_eq!(told.status, StatusCode::SEE_OTHER, "{kind}: {}", told.text());
        }
        let form = token(&two.bari.get(&format!("{file}/allegati")).await.page());
        let paper = b"%PDF-1.4\n%%EOF\n";
        let attached = two.bari.attach(&format!("{file}/allegati"), &form, "permesso.pdf", paper).await;
        assert_eq!(attached.status, StatusCode::SEE_OTHER, "{}", attached.text());

        let page = two.bari.get(&format!("{file}/invio?tipo=city")).await.page();
        let words = ["Lingua e recapiti", "Un allegato", "sussidiaria"];
        assert!(words.iter().all(|word| page.contains(word)), "{page}");
        // The desk knows better than the register.
        assert!(!page.contains("Rifugiat"), "{page}");
        let mut fields = two.offer_of(&page);
        fields.extend([("reach", "on".to_owned()), ("papers", "on".to_owned())]);
        let offer = two.refer(&fields).await.to.split('?').next().unwrap().to_owned();
        let before = two.latina.get(&offer).await.page();
        assert!(!before.contains("333 1234567") && !before.contains("permesso.pdf"), "{before}");
        let form = token(&before);
        let answer = two.latina.post(&format!("{offer}/accetta"), &[("modulo", &form)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());

        let page = two.latina.get(&answer.to).await.page();
        assert!(page.contains("Telefono: +39 333 1234567") && page.contains("permesso.pdf"), "{page}");
        let arrived = format!("/persone/{}", persons(&two.store, "E472").await[0]);
        let page = two.latina.get(&format!("{arrived}/dati")).await.page();
        let came = ["+39 333 1234567", "rancese", "sussidiaria"];
        assert!(came.iter().all(|word| page.contains(word)), "{page}");
        assert!(!page.contains("gravidanza"), "what nobody chose stays: {page}");
        let page = two.latina.get(&format!("{arrived}/allegati")).await.page();
        let link =
            page.split(&format!("{arrived}/allegati/")).nth(1).expect("a file").split('"').next().unwrap();
        let got = two.latina.get(&format!("{arrived}/allegati/{link}")).await;
        assert_eq!(got.body, paper);
    })
    .await;
}
