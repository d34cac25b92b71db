//! SQL as data: every statement is a registered constant that a test prepares on both engines.

use crate::Spot;

/// One SQL text that both engines run, with `$1` parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Statement(pub &'static str);

/// An insert of many rows at once: `head values (…),(…) tail`.
#[derive(Clone, Copy, Debug)]
pub struct Bulk {
    /// `insert into table (columns)`.
    pub head: &'static str,
    /// How many columns the head names.
    pub columns: usize,
    /// What follows the rows, such as `on conflict do nothing`; may be empty.
    pub tail: &'static str,
}

impl Bulk {
    /// Rows that go into one statement: enough to make the round trip cheap, few enough that SQLite finds its
    /// named parameters quickly (it looks through all of them for each).
    pub(crate) const ROWS: usize = 20;

    /// The text for a number of rows.
    pub(crate) fn text(&self, rows: usize) -> String {
        let mut text = String::with_capacity(self.head.len() + rows * self.columns * 6);
        text.push_str(self.head);
        text.push_str(" values ");
        for row in 0..rows {
            text.push_str(if row == 0 { "(" } else { ",(" });
            for column in 0..self.columns {
                if column > 0 {
                    text.push(',');
                }
                text.push('$');
                text.push_str(&(row * self.columns + column + 1).to_string());
            }
            text.push(')');
        }
        text.push(' ');
        text.push_str(self.tail);
        text
    }
}

/// One step of the schema, told to each engine in its own words.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// Unique over all slices: store 1001…, network 2001…, casework 3001…, monitoring 4001….
    pub version: i64,
    /// What it adds.
    pub name: &'static str,
    /// The text for SQLite.
    pub sqlite: &'static str,
    /// The text for PostgreSQL.
    pub postgres: &'static str,
}

/// What a slice brings to the database.
#[derive(Clone, Copy, Debug)]
pub struct Slice {
    /// The crate's name.
    pub name: &'static str,
    /// Its steps of the schema, in order.
    pub migrations: &'static [Migration],
    /// Its statements, all of them, so that a test can prepare each on both engines.
    pub statements: &'static [&'static [Statement]],
    /// Its inserts of many rows.
    pub bulks: &'static [&'static Bulk],
    /// Its sealed columns, all of them.
    pub sealed: &'static [Spot],
}

/// Declares named statements and `ALL`, the list of them.
///
/// ```
/// mod sql {
///     store::statements! {
///         /// The name of a city.
///         pub CITY_NAME = "select name from city where code = $1";
///     }
/// }
/// assert_eq!(sql::ALL.len(), 1);
/// ```
#[macro_export]
macro_rules! statements {
    ($($(#[$doc:meta])* pub $name:ident = $text:expr;)*) => {
        $($(#[$doc])* pub const $name: $crate::Statement = $crate::Statement($text);)*
        /// Every statement of this module.
        pub const ALL: &[$crate::Statement] = &[$($name),*];
    };
}
