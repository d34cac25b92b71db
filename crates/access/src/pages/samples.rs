//! Samples of every page: empty, typical, very long, other scripts.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use askama::Template;
use kernel::{FixedClock, Timestamp};
use network::Cities;
use store::Store;
use ui::parts::{Notice, Tone};
use ui::{Lang, Page, Shell};

use super::accounts::account::{AccountPage, View};
use super::accounts::invite::LinkPage;
use super::accounts::list::{AccountsPage, Listed};
use super::accounts::typed::{Errors, Typed};
use super::accounts::{factor as reset, invite, link, stop};
use super::enrol::{self, EnrolPage};
use super::profile::{self, Profile, ProfilePage};
use super::sign_in::{self, SignInPage};
use super::words::{self, CodesPage};
use super::{code, invitation, recover};
use crate::account::{Account, Ceiling, Invitation, State};
use crate::passkeys::{Kept, PasskeyId};
use crate::password::{Cost, Hasher};
use crate::sessions::{Open, SessionId};
use crate::testing::who;
use crate::{Access, AccountId, Policies, Role, recovery};

const MOMENT: Timestamp = Timestamp::from_micros(1_760_425_920_000_000);

/// What names look like in each sample.
const TEXTS: [&str; 3] = [
    "Awa Diop",
    "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle",
    "محمد «<b>&amp; 李雷",
];

/// Access over a store.
pub(super) fn access(store: &Store, clock: Arc<FixedClock>) -> Access {
    let cities = Arc::new(Cities::embedded().unwrap());
    let access =
        Access::new(store.clone(), &store::testing::keys(), cities, Policies::embedded().unwrap(), clock);
    access.unwrap().hashing(Hasher::new(Cost::LEAST).unwrap())
}

fn account(text: &str, role: Role, state: State) -> Account {
    Account {
        id: AccountId::new(MOMENT, &mut rand::rng()),
        login: "awa.diop".to_owned(),
        name: text.to_owned(),
        role,
        city: role.is_of_a_city().then(|| "A662".parse().unwrap()),
        offices: [text.to_owned(), "hub termini".to_owned()].into(),
        state,
        created_at: MOMENT,
        created_by: text.to_owned(),
        password: Some("hash".to_owned()),
        totp: (role != Role::Elected).then(|| vec![1; 48]),
        last_step: None,
    }
}

fn open(device: &str) -> Open {
    Open {
        id: SessionId::new(MOMENT, &mut rand::rng()),
        opened_at: MOMENT,
        seen_at: MOMENT,
        device: device.to_owned(),
    }
}

/// Every page with every sample: its name and its HTML.
pub(super) fn pages(access: &Access, shell: &Shell, lang: Lang) -> Vec<(String, String)> {
    let page = || Page::of(shell, lang, "/utenti?x=1");
    let typed = sign_in::Typed::default();
    let mut pages = vec![
        ("sign in".to_owned(), html(&SignInPage::new(access, page(), &typed, "", &[]))),
        ("code".to_owned(), html(&code::form(page(), "/persone", ""))),
        ("code, wrong".to_owned(), html(&code::form(page(), "/persone", "No"))),
        ("recovery".to_owned(), html(&recover::form(page(), "", ""))),
        ("codes".to_owned(), html(&profile::codes::form(page(), "No"))),
        ("accounts, empty".to_owned(), html(&AccountsPage::new(access, page(), &Listed::default()))),
        ("codes".to_owned(), html(&CodesPage::new(page(), recovery::draw(&mut rand::rng()), "/"))),
    ];
    for text in TEXTS {
        let of_text = entry(access, &page, text).into_iter().chain(others(access, &page, text));
        pages.extend(of_text.map(|(name, html)| (format!("{name}, {text}"), html)));
    }
    pages
}

type Pages = Vec<(&'static str, String)>;

fn html(template: &impl Template) -> String {
    template.render().unwrap()
}

fn entry(access: &Access, page: &dyn Fn() -> Page, text: &str) -> Pages {
    let lead = account(text, Role::CityLead, State::Active);
    let typed = sign_in::Typed::default();
    let entrances = [account(text, Role::Auditor, State::Active), lead.clone()];
    let noticed = page().notice(Notice::new(Tone::Success, text, text));
    let fields = vec![enrol::code(&page(), text)];
    let enrol = EnrolPage::new(page(), text.to_owned(), b"12345678901234567890", "awa.diop", "/x", fields);
    let profile = |sessions: Vec<Open>, offices: bool| {
        let mut account = lead.clone();
        if !offices {
            account.offices = BTreeSet::new();
        }
        let this = sessions.first().map(|open| open.id);
        let passkeys = Some(vec![Kept {
            id: PasskeyId(uuid::Uuid::nil()),
            name: "Telefono".to_owned(),
            created_at: Timestamp::default(),
            used_at: None,
        }]);
        let place = "Bari".to_owned();
        ProfilePage::new(page(), &Profile { account, place, codes: 1, passkeys, sessions, this })
    };
    vec![
        ("demonstration", html(&SignInPage::new(access, noticed, &typed, text, &entrances))),
        ("enrolment", html(&enrol)),
        ("invitation", html(&invitation::form(page(), &lead, "abc", (text, text)))),
        ("profile", html(&profile(vec![open(""), open("Firefox · Windows")], true))),
        ("profile, bare", html(&profile(Vec::new(), false))),
        ("password", html(&profile::password::form(page(), &lead, text, (text, text)))),
        ("factor", html(&profile::factor::form(page(), &[1; 20], "awa.diop", (text, text)))),
        (
            "told",
            html(&words::ToldPage {
                page: page().titled(ui::Section::Elsewhere, text),
                lead: text.to_owned(),
                paragraphs: vec![text.to_owned()],
                links: vec![("/".to_owned(), text.to_owned())],
            }),
        ),
    ]
}

fn others(access: &Access, page: &dyn Fn() -> Page, text: &str) -> Pages {
    let city = Some("A662".parse().unwrap());
    let [lead, admin] =
        [Role::CityLead, Role::Administrator].map(|role| Ceiling::of(&who(role, city)).unwrap());
    let accounts = [
        account(text, Role::Operator, State::Active),
        account(text, Role::Elected, State::Active),
        account(text, Role::Trainer, State::Stopped),
    ];
    let one = &accounts[0];
    let waiting = BTreeMap::from([(one.id, MOMENT)]);
    let listed = |q: &str| Listed {
        accounts: accounts.to_vec(),
        locked: vec![one.id],
        waiting: waiting.clone(),
        q: q.to_owned(),
    };
    let errors = Errors {
        login: text.to_owned(),
        name: text.to_owned(),
        role: text.to_owned(),
        city: text.to_owned(),
    };
    let view = |account: &Account, is_own: bool, moment: Option<Timestamp>| {
        let view = View { account: account.clone(), locked: moment, waiting: moment, is_own, ceiling: admin };
        html(&AccountPage::new(access, page(), &view, &Typed::of(account), &errors))
    };
    let invitation = Invitation { path: "/invito/abc".to_owned(), expires_at: MOMENT };
    let address = format!("http://127.0.0.1:8080/invito/{}", "ab".repeat(32));
    vec![
        ("accounts", html(&AccountsPage::new(access, page(), &listed("")))),
        ("accounts, none", html(&AccountsPage::new(access, page(), &listed("zzz")))),
        ("account", view(one, false, Some(MOMENT))),
        ("account, half", view(&accounts[1], false, None)),
        ("account, stopped", view(&accounts[2], false, None)),
        ("account, own", view(one, true, None)),
        ("invite", html(&invite::form(access, page(), &admin, &Typed::of(one), &errors))),
        ("invite, lead", html(&invite::form(access, page(), &lead, &Typed::default(), &Errors::default()))),
        ("link", html(&LinkPage::new(page(), text, one.id, address, &invitation))),
        ("link, asked", html(&link::form(page(), one))),
        ("stop", html(&stop::form(page(), one))),
        ("reset", html(&reset::form(page(), one))),
    ]
}
