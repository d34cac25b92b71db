//! The accounts of others: who may see them, change them, stop them ([`crate::account::Ceiling`]).

pub(super) mod account;
pub(super) mod factor;
pub(super) mod invite;
pub(super) mod link;
pub(super) mod list;
pub(super) mod stop;
pub(super) mod typed;

use ui::parts::{Breadcrumb, Shape, Status};
use ui::{Page, Problem};

use super::words;
use crate::account::{Account, Ceiling, State};
use crate::{Access, AccountId, Who};

/// Up to where somebody may give.
fn ceiling(who: &Who) -> Result<Ceiling, Problem> {
    Ceiling::of(who).ok_or_else(Problem::not_found)
}

/// The account of an address, if it is under somebody's ceiling: others do not exist for them.
async fn under(access: &Access, who: &Who, id: &str) -> Result<Account, Problem> {
    let id: AccountId = id.parse().map_err(|_| Problem::not_found())?;
    let account = words::account_of(access, id).await?;
    if ceiling(who)?.covers(&account) { Ok(account) } else { Err(Problem::not_found()) }
}

/// The same, and not somebody's own: nobody locks themselves out.
async fn other(access: &Access, who: &Who, id: &str) -> Result<Account, Problem> {
    let account = under(access, who, id).await?;
    if account.id == who.account { Err(Problem::not_found()) } else { Ok(account) }
}

/// How it stands with an account, the most urgent first.
fn status(page: &Page, account: &Account, is_locked: bool) -> Status {
    let (shape, key) = match account.state {
        State::Stopped => (Shape::None, "access-state-stopped"),
        State::Active if is_locked => (Shape::Attention, "access-state-locked"),
        State::Active if !account.has_password() => (Shape::Half, "access-state-invited"),
        State::Active if !account.has_second_factor() => (Shape::Half, "access-state-half"),
        State::Active => (Shape::Done, "access-state-active"),
    };
    Status::new(shape, page.t(key))
}

/// The way back to the list and to the account.
fn breadcrumb(page: &Page, account: Option<&Account>, here: String) -> Breadcrumb {
    let mut above = vec![("/utenti".to_owned(), page.t("access-accounts-title"))];
    above.extend(account.map(|account| (home(account), account.name.clone())));
    Breadcrumb::new(page, above, here)
}

/// Where an account is shown.
fn home(account: &Account) -> String {
    format!("/utenti/{}", account.id)
}
