//! `lgnet user`: accounts from the computer that runs the installation. The first administrator is made here.

use access::account::{self, Account, New, State};
use access::{Access, AccountId, Role};
use anyhow::Context as _;
use clap::{Args, Subcommand};
use kernel::text;
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use store::Actor;

use super::{PlaceArguments, columns, print};

/// What is done to accounts.
#[derive(Subcommand)]
pub enum UserCommand {
    /// Make an account and print the link that opens it: good once, for seven days
    Add(AddArguments),
    /// Every account: what it is, and how it stands with it
    List,
    /// Print another link for an account; those before lead nowhere any more
    Link(LinkArguments),
    /// Forget the wrong attempts that lock a sign-in
    Unlock(LoginArgument),
    /// Stop an account: its sessions end at once
    Stop(LoginArgument),
    /// Let a stopped account be used again
    Restart(LoginArgument),
    /// Take the second factor of an account away: the next sign-in sets up another
    ResetFactor(LoginArgument),
}

/// Somebody to be invited.
#[derive(Args)]
pub struct AddArguments {
    /// The name they sign in with, such as awa.diop
    login: String,
    /// How they are called
    #[arg(long)]
    name: String,
    /// operator, street_operator, city_lead, monitoring_officer, authority, elected, trainer, trainee, auditor or
    /// administrator
    #[arg(long)]
    role: Role,
    /// Their city, where the role has one: cadastral code, Istat code or name
    #[arg(long)]
    city: Option<String>,
    /// A point of access they work at, as the registers write it; may be given several times
    #[arg(long = "office", value_name = "POINT")]
    offices: Vec<String>,
    #[command(flatten)]
    site: SiteArgument,
}

/// Whose link.
#[derive(Args)]
pub struct LinkArguments {
    #[command(flatten)]
    of: LoginArgument,
    #[command(flatten)]
    site: SiteArgument,
}

/// Which account.
#[derive(Args)]
pub struct LoginArgument {
    /// The name somebody signs in with
    login: String,
}

/// Where the pages are.
#[derive(Args)]
pub struct SiteArgument {
    /// The address under which people open the pages: the link begins with it
    #[arg(long, value_name = "URL", default_value = "http://127.0.0.1:8080")]
    site: String,
}

impl SiteArgument {
    fn link(&self, invitation: &account::Invitation) -> String {
        let site = self.site.trim_end_matches('/');
        format!("{site}{}\n(good once, until {})", invitation.path, invitation.expires_at)
    }
}

pub async fn run(place: &PlaceArguments, command: UserCommand) -> anyhow::Result<()> {
    let app = place.open().await?;
    let done = carry_out(&app.access().await?, command).await;
    app.close().await;
    print(&done?);
    Ok(())
}

async fn carry_out(access: &Access, command: UserCommand) -> anyhow::Result<String> {
    let (actor, random) = (Actor::local(), &mut StdRng::from_os_rng());
    match command {
        UserCommand::Add(add) => {
            let city = add.city.as_deref().map(|city| access.cities.find(city)).transpose()?;
            let new = New {
                id: AccountId::new(access.clock.now(), random),
                login: add.login,
                name: add.name,
                role: add.role,
                city: city.map(|city| city.code),
                offices: add.offices.iter().map(|office| text::fold(office)).collect(),
            };
            let invitation = account::invite(access, &actor, &new, random).await?;
            Ok(add.site.link(&invitation))
        }
        UserCommand::List => list(access).await,
        UserCommand::Link(link) => {
            let account = of(access, &link.of.login).await?;
            anyhow::ensure!(account.state == State::Active, "{} is stopped: restart it first", account.login);
            let invitation = account::invite_again(access, &actor, &account, random).await?;
            Ok(link.site.link(&invitation))
        }
        UserCommand::Unlock(of_login) => {
            let account = of(access, &of_login.login).await?;
            let was = account::unlock(access, &actor, &account).await?;
            Ok(said(&account, was, "unlocked", "had no wrong attempts"))
        }
        UserCommand::Stop(of_login) => {
            let account = of(access, &of_login.login).await?;
            let was = account::stop(access, &actor, &account).await?;
            Ok(said(&account, was, "stopped: its sessions have ended", "was stopped already"))
        }
        UserCommand::Restart(of_login) => {
            let account = of(access, &of_login.login).await?;
            let was = account::restart(access, &actor, &account).await?;
            Ok(said(&account, was, "may be used again", "was not stopped"))
        }
        UserCommand::ResetFactor(of_login) => {
            let account = of(access, &of_login.login).await?;
            account::reset_second_factor(access, &actor, &account).await?;
            Ok(said(&account, true, "sets up a second factor at the next sign-in", ""))
        }
    }
}

fn said(account: &Account, was_done: bool, done: &str, not: &str) -> String {
    format!("{} {}", account.login, if was_done { done } else { not })
}

/// The account of a login.
async fn of(access: &Access, login: &str) -> anyhow::Result<Account> {
    let mut reader = access.store.reader().await?;
    if let Some(account) = account::by_login(&mut reader, login).await? {
        return Ok(account);
    }
    let all = account::all(&mut reader, None).await?;
    let near = text::nearest(login, all.iter().map(|account| account.login.as_str()));
    Err(anyhow::anyhow!("nobody signs in as «{login}»{}", text::did_you_mean(near)))
}

async fn list(access: &Access) -> anyhow::Result<String> {
    let mut reader = access.store.reader().await?;
    let all = account::all(&mut reader, None).await.context("cannot read the accounts")?;
    if all.is_empty() {
        return Ok("No account yet: lgnet user add LOGIN --name NAME --role administrator".to_owned());
    }
    let rows: Vec<Vec<String>> = all
        .iter()
        .map(|account| {
            let city = account.city.map_or_else(|| "–".to_owned(), |city| city.to_string());
            let state = match account.state {
                State::Stopped => "stopped",
                State::Active if !account.has_password() => "invited",
                State::Active if !account.has_second_factor() => "no second factor",
                State::Active => "active",
            };
            vec![
                account.login.clone(),
                account.name.clone(),
                account.role.to_string(),
                city,
                state.to_owned(),
            ]
        })
        .collect();
    Ok(columns(&["login", "name", "role", "city", "state"], &rows))
}
