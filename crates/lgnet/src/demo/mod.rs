//! A network of 22 cities, filled: made-up people in registers like those that cities keep, brought in the
//! way a city lead would bring them in, and in charge at desks the way operators would write it. Nobody in it exists.

mod desk;
mod fill;
mod names;
mod people;
mod registers;

use rand::SeedableRng as _;
use rand::rngs::StdRng;

use crate::app::App;

/// The first day of the demonstration's data.
pub const FIRST_DAY: (i32, u32, u32) = (2024, 10, 1);
/// The last day of the demonstration's data.
pub const LAST_DAY: (i32, u32, u32) = (2026, 10, 31);
/// The seed: the same demonstration every time.
const SEED: u64 = 0x4C47_4E65_7421;

/// Makes the demonstration in an empty installation: registers, desks, accounts, who read what. The same scale gives
/// the same people every time; what the desks did ends on the day it is made.
///
/// # Errors
/// What the database, a register or a writer says.
pub async fn make(app: &App, scale: u32) -> anyhow::Result<()> {
    fill::fill(app, scale).await?;
    let opened = desk::work(app, scale).await?;
    let access = app.access().await?;
    access::demo::accounts(&access, &mut StdRng::from_os_rng()).await?;
    desk::read_files(app, &access, &opened, scale).await
}
