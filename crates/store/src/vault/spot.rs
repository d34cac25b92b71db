/// A sealed column: where a sealed value stands is part of what is sealed, so that it opens nowhere else.
///
/// Its table has a column `id` (the row's identifier, its primary key) and a column `city`, and the column holds
/// bytes or null. A slice names all of its spots in [`crate::Slice::sealed`], so that a change of keys and the
/// checks of `lgnet doctor` find them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    /// The table.
    pub table: &'static str,
    /// The column.
    pub column: &'static str,
}

impl Spot {
    /// The rows of a city after one, in the order of their identifiers, with the beginning of what is sealed.
    pub(crate) fn list(&self) -> String {
        let Self { table, column } = self;
        format!(
            "select id, substr({column}, 1, 5) from {table} \
             where city = $1 and id > $2 and {column} is not null order by id limit $3"
        )
    }

    /// What is sealed in one row.
    pub(crate) fn value(&self) -> String {
        let Self { table, column } = self;
        format!("select {column} from {table} where city = $1 and id = $2")
    }

    /// Puts another sealing in place of one, if that still stands there.
    pub(crate) fn replace(&self) -> String {
        let Self { table, column } = self;
        format!("update {table} set {column} = $4 where city = $1 and id = $2 and {column} = $3")
    }

    /// Rows of a city that another generation than the newest sealed: the beginning of what is sealed tells.
    pub(crate) fn other(&self) -> String {
        let Self { table, column } = self;
        format!(
            "select id from {table} where city = $1 and {column} is not null \
             and substr({column}, 1, 5) <> $2 limit $3"
        )
    }

    /// The texts above: a test prepares them on both engines.
    pub(crate) fn texts(&self) -> [String; 4] {
        [self.list(), self.value(), self.replace(), self.other()]
    }
}
