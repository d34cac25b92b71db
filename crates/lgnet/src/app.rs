//! An installation, opened: database, keys, facts, and what the network knows of itself.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use access::{Access, Policies};
use anyhow::Context as _;
use casework::desk::pathways::facts::Pathways;
use casework::desk::people::model::Notices;
use casework::facts::Contacts;
use casework::linking::Linker;
use casework::registers::model::{self, Mapping};
use casework::registers::profile;
use chrono::Datelike as _;
use documents::sheets::Workbook;
use kernel::{CityCode, Clock, Period, SystemClock, text};
use mart::{Dimension, Live};
use monitoring::{Certain, Certainty, CertaintyFuture, Indicators, Monitor};
use network::vocabulary::Vocabulary;
use network::{Catalogue, Network};
use rand::SeedableRng as _;
use store::keys::Keys;
use store::{Place, Slice, Store, Vault};

use crate::cli::PlaceArguments;

/// Every slice that has tables.
pub const SLICES: &[Slice] = &[
    store::SLICE,
    access::SLICE,
    access::reads::SLICE,
    casework::SLICE,
    casework::desk::people::SLICE,
    casework::desk::contacts::SLICE,
    casework::desk::pathways::SLICE,
    casework::desk::referrals::SLICE,
    casework::desk::rights::SLICE,
];

/// An opened installation.
pub struct App {
    /// The data folder.
    pub folder: PathBuf,
    /// The database.
    pub store: Store,
    /// The keys.
    pub keys: Arc<Keys>,
    /// The keys of the cities.
    pub vault: Vault,
    /// The facts, true to the database.
    pub live: Arc<Live>,
    /// Who of the cities' people is one person.
    pub linker: Arc<Linker>,
    /// The privacy notice, language by language.
    pub notices: Notices,
    /// What the network knows of itself.
    pub network: Arc<Network>,
    /// The indicators.
    pub indicators: Arc<Indicators>,
    /// The words of registers.
    pub vocabulary: Arc<Vocabulary>,
    catalogue: Catalogue,
    /// The present.
    pub clock: Arc<dyn Clock>,
}

impl PlaceArguments {
    /// The data folder.
    pub fn folder(&self) -> &Path {
        &self.data
    }

    /// Opens the installation, making what is absent.
    ///
    /// # Errors
    /// When the folder cannot be written or the database cannot be reached.
    pub async fn open(&self) -> anyhow::Result<App> {
        let folder = &self.data;
        std::fs::create_dir_all(folder)
            .with_context(|| format!("cannot make the data folder {}", folder.display()))?;
        let place = match &self.database {
            Some(url) => Place::Postgres(url.clone()),
            None => Place::Embedded(folder.join("lgnet.db")),
        };
        let store = Store::open(&place, SLICES).await?;
        let keys = Arc::new(Keys::open(&folder.join("keys"), &mut rand::rng())?);
        let catalogue = Catalogue::at(&folder.join("catalogue"));
        let network = Arc::new(Network::load(&catalogue)?);
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let cities: Vec<CityCode> = network.cities.iter().map(|city| city.code).collect();
        let mut random = rand::rngs::StdRng::from_os_rng();
        let vault = Vault::open(&store, &keys.master, &cities, &*clock, &mut random).await?;
        let notices = Notices::load(&catalogue)?;
        let vocabulary = Arc::new(Vocabulary::embedded()?);
        let indicators = Arc::new(Indicators::load(&catalogue, &network, &vocabulary)?);
        let sources: Vec<Arc<dyn mart::FactSource>> =
            vec![Contacts::new(&vocabulary, &vault), Pathways::new(&vocabulary, &vault)];
        let linker = Linker::new(&store, &vault, &keys, Arc::clone(&clock));
        let live = Live::new(store.clone(), sources, Some(folder.join("facts")));
        let live = Arc::new(live.resting_on(Arc::clone(&linker) as Arc<dyn mart::Upkeep>));
        Ok(App {
            folder: folder.clone(),
            store,
            keys,
            vault,
            live,
            linker,
            notices,
            network,
            indicators,
            vocabulary,
            catalogue,
            clock,
        })
    }
}

/// What the linker says of the count of persons, told to the pages of numbers.
struct HowSure(Arc<Linker>);

impl Certain for HowSure {
    fn certainty(&self) -> CertaintyFuture<'_> {
        Box::pin(async {
            let band = self.0.band().await?;
            let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
            Ok(Certainty { persons: count(band.persons), least: count(band.least), most: count(band.most) })
        })
    }
}

impl App {
    /// Accounts, sessions and policies: for commands that have to do with them, since reading the rules takes longer
    /// than most answers.
    ///
    /// # Errors
    /// When a rule is wrong, or the database cannot be reached.
    pub async fn access(&self) -> anyhow::Result<Access> {
        let policies = Policies::load(&self.catalogue)?;
        let is_demo = self.store.reader().await?.is_demo().await?;
        let (cities, clock) = (Arc::clone(&self.network.cities), Arc::clone(&self.clock));
        Ok(Access::new(self.store.clone(), &self.keys, cities, policies, clock)?.demo(is_demo))
    }

    /// What the pages of numbers stand on.
    pub fn monitor(&self) -> Monitor {
        Monitor {
            live: Arc::clone(&self.live),
            network: Arc::clone(&self.network),
            vocabulary: Arc::clone(&self.vocabulary),
            indicators: Arc::clone(&self.indicators),
            clock: Arc::clone(&self.clock),
            waits: Vec::new(),
            certain: Some(Arc::new(HowSure(Arc::clone(&self.linker)))),
        }
    }

    /// The period that is written, or the whole of what is recorded.
    ///
    /// # Errors
    /// When the text is no period.
    pub fn period(&self, text: Option<&str>) -> anyhow::Result<Period> {
        match text {
            Some(text) => Ok(text.parse()?),
            None => Ok(self.live.mart().span().unwrap_or_else(|| Period::year(self.year()))),
        }
    }

    /// The present year.
    pub fn year(&self) -> i32 {
        self.clock.now().day().year()
    }

    /// How a workbook is read for a city: what its headers say, corrected by what the city's lead said before.
    pub async fn mapping_for(&self, city: CityCode, workbook: &Workbook) -> anyhow::Result<Mapping> {
        let proposed = model::propose(workbook, &self.vocabulary).mapping();
        let keys = self.vault.city(city)?;
        let mut reader = self.store.reader().await?;
        Ok(match profile::profile(&mut reader, &keys).await? {
            Some(profile) => proposed.corrected_by(&profile),
            None => proposed,
        })
    }

    /// A value of a dimension as facts write it: cities by any of their names; services, permits and
    /// citizenships by their codes, checked against the vocabulary.
    pub fn value_of(&self, dimension: Dimension, value: &str) -> anyhow::Result<String> {
        let known = |what: &'static str, codes: Vec<&str>| {
            let codes: HashSet<&str> = codes.into_iter().chain([mart::UNKNOWN]).collect();
            if codes.contains(value) {
                return Ok(value.to_owned());
            }
            let near = text::nearest(value, codes.iter().copied());
            let near = text::did_you_mean(near);
            anyhow::bail!("there is no {what} «{value}»{near}")
        };
        let vocabulary = &self.vocabulary;
        match dimension {
            Dimension::City => Ok(self.network.cities.find(value)?.code.to_string()),
            Dimension::Service => {
                known("service", vocabulary.services().iter().map(|service| service.code.as_str()).collect())
            }
            Dimension::Permit => {
                known("permit", vocabulary.permits().iter().map(|permit| permit.code.as_str()).collect())
            }
            Dimension::Outcome => {
                known("outcome", vocabulary.outcomes().iter().map(|outcome| outcome.code.as_str()).collect())
            }
            Dimension::Citizenship => known(
                "citizenship",
                vocabulary.countries().iter().map(|country| country.code.as_str()).collect(),
            ),
            Dimension::Gender => known("gender", kernel::Gender::ALL.map(kernel::Gender::code).to_vec()),
            Dimension::Age => {
                known("age bracket", kernel::AgeBracket::ALL.map(kernel::AgeBracket::code).to_vec())
            }
            _ => Ok(value.to_owned()),
        }
    }

    /// Leaves everything in order for the next start.
    pub async fn close(&self) {
        self.live.save().await;
        self.store.close().await;
    }
}
