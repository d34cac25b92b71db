//! How those who work in a city are called: what its accounts say.

use kernel::CityCode;

use super::people::{Answer, StaffNames};
use crate::{Access, account};

impl StaffNames for Access {
    fn staff<'a>(&'a self, city: CityCode) -> Answer<'a, Vec<String>> {
        Box::pin(async move {
            let mut reader = self.store.reader().await?;
            let accounts = account::all(&mut reader, Some(city)).await?;
            Ok(accounts.into_iter().map(|account| account.name).collect())
        })
    }
}
