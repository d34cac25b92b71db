//! What an installation says of itself, such as that its people are made up.

use crate::{Entry, Reader, StoreError, Unit, params};

pub(crate) mod sql {
    crate::statements! {
        /// One saying.
        pub VALUE = "select value from installation where name = $1";
        /// Says it.
        pub SET = "insert into installation (name, value) values ($1, $2) \
            on conflict (name) do update set value = excluded.value";
    }
}

const DEMO: &str = "demo";

impl Reader {
    /// Whether this installation holds made-up people only.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn is_demo(&mut self) -> Result<bool, StoreError> {
        Ok(self.fetch_optional(&sql::VALUE, params![DEMO]).await?.is_some())
    }
}

impl Unit {
    /// Marks this installation as a demonstration, for good.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn mark_demo(&mut self) -> Result<(), StoreError> {
        self.record(Entry::new("mark as demonstration", "installation", None));
        self.execute(&sql::SET, params![DEMO, "yes"]).await.map(|_| ())
    }
}
