//! An account of a role that nobody listed: whoever put it there, it opens nothing.

use store::testing::each_engine;
use store::{Actor, Entry, Statement, params};

use super::support::{House, PASSWORD, SLICES};
use crate::account;
use crate::{Policies, Role};

/// What no page of ours does.
const FORGE: Statement = Statement("update account set role = 'podesta' where login = $1");

#[tokio::test]
async fn an_unlisted_role_opens_nothing() {
    each_engine(&SLICES, async |store| {
        let house = House::new(&store);
        let before = house.somebody("awa.diop", Role::Operator, Some("A662")).await;
        house.somebody("capo", Role::Administrator, None).await;
        let mut inside = house.browser();
        inside.sign_in("awa.diop").await;

        let mut unit = store.begin(&Actor("forger".to_owned()), &*house.clock).await.unwrap();
        unit.execute(&FORGE, params!["awa.diop"]).await.unwrap();
        unit.record(Entry::new("forge", "account", None));
        unit.commit().await.unwrap();

        assert!(!inside.is_in().await, "the session that stood is over");
        let (mut unlisted, mut unknown) = (house.browser(), house.browser());
        let refused = unlisted.password("awa.diop", PASSWORD).await;
        let nobody = unknown.password("nessuno", PASSWORD).await;
        assert_eq!((refused.status, &refused.to), (nobody.status, &nobody.to));
        assert!(!unlisted.is_in().await);

        // Whoever looks after accounts is not locked out by it.
        let mut admin = house.browser();
        admin.sign_in("capo").await;
        let list = admin.get("/utenti").await;
        assert!(list.sound().contains("Persona capo") && !list.text.contains("awa.diop"), "{}", list.text);
        let mut reader = store.reader().await.unwrap();
        assert!(account::find(&mut reader, before.id).await.unwrap().is_none());
    })
    .await;
}

#[test]
fn a_role_is_one_of_the_list_and_rules_know_no_other() {
    assert!("podesta".parse::<Role>().is_err());
    assert!("Operator".parse::<Role>().is_err() && "".parse::<Role>().is_err());
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("policies")).unwrap();
    let rule = "permit (principal == Role::\"podesta\", action, resource);\n";
    std::fs::write(folder.path().join("policies/90-podesta.cedar"), rule).unwrap();
    let refused = Policies::load(&network::Catalogue::at(folder.path())).unwrap_err().to_string();
    assert!(
        refused.starts_with("policies/90-podesta.cedar, line 1") && refused.contains("podesta"),
        "{refused}"
    );
}
