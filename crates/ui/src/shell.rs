//! What does not change from request to request: the installation around the pages.

use std::fmt;
use std::sync::Arc;

use kernel::Timestamp;

use crate::messages::{MessagesError, Source};
use crate::{Door, MESSAGES, Messages};

/// The part of the main navigation that a page belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Section {
    /// The network today, and its cities.
    Network,
    /// The desk: people, contacts, pathways, referrals.
    Desk,
    /// The registers of the cities.
    Registers,
    /// The indicators.
    Indicators,
    /// The comparison between cities.
    Comparison,
    /// Who read which file.
    Reads,
    /// Who may use the program.
    Accounts,
    /// None: help, privacy, errors.
    #[default]
    Elsewhere,
}

impl Section {
    /// Those in the main navigation, in order.
    pub const MAIN: [Self; 7] = [
        Self::Network,
        Self::Desk,
        Self::Registers,
        Self::Indicators,
        Self::Comparison,
        Self::Reads,
        Self::Accounts,
    ];

    /// Where the section begins.
    pub const fn href(self) -> &'static str {
        match self {
            Self::Network | Self::Elsewhere => "/",
            Self::Desk => "/sportello",
            Self::Registers => "/registri",
            Self::Indicators => "/indicatori",
            Self::Comparison => "/confronto",
            Self::Reads => "/letture",
            Self::Accounts => "/utenti",
        }
    }

    /// The key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Network | Self::Elsewhere => "ui-nav-network",
            Self::Desk => "ui-nav-desk",
            Self::Registers => "ui-nav-registers",
            Self::Indicators => "ui-nav-indicators",
            Self::Comparison => "ui-nav-comparison",
            Self::Reads => "ui-nav-reads",
            Self::Accounts => "ui-nav-accounts",
        }
    }
}

type Moment = Arc<dyn Fn() -> Option<Timestamp> + Send + Sync>;

/// The installation as the pages know it. Cheap to clone.
#[derive(Clone)]
pub struct Shell {
    pub(crate) messages: Arc<Messages>,
    pub(crate) demo: bool,
    pub(crate) door: Door,
    pub(crate) data_moment: Moment,
}

impl Shell {
    /// A shell that speaks the given messages besides its own, bound to this computer.
    ///
    /// # Errors
    /// When a source does not parse or two sources define one key.
    pub fn new(sources: impl IntoIterator<Item = Source>) -> Result<Self, MessagesError> {
        let messages = Messages::new(std::iter::once(MESSAGES).chain(sources))?;
        let messages = Arc::new(messages);
        Ok(Self { messages, demo: false, door: Door::ThisComputer, data_moment: Arc::new(|| None) })
    }

    /// The same for an installation filled with demonstration data: every page says so.
    #[must_use]
    pub fn demo(mut self, demo: bool) -> Self {
        self.demo = demo;
        self
    }

    /// The same behind another door.
    #[must_use]
    pub fn door(mut self, door: Door) -> Self {
        self.door = door;
        self
    }

    /// The same with the moment of the last write, shown at the foot of every page.
    #[must_use]
    pub fn data_moment(mut self, moment: impl Fn() -> Option<Timestamp> + Send + Sync + 'static) -> Self {
        self.data_moment = Arc::new(moment);
        self
    }

    /// The version of the program.
    pub const fn version() -> &'static str {
        env!("CARGO_PKG_VERSION")
    }
}

impl fmt::Debug for Shell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shell").field("demo", &self.demo).finish_non_exhaustive()
    }
}
