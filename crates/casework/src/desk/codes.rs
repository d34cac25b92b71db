//! Vocabularies of the program's own: values that are a word in tables, forms and messages.

/// Enumerations with their words.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $value:ident = $code:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
        pub enum $name { $($(#[$of])* $value,)* }

        impl $name {
            /// All of them, in the order of lists.
            pub const ALL: &[Self] = &[$(Self::$value),*];

            /// The word of tables, facts and forms, which is also the end of a message's key.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$value => $code,)* }
            }

            /// The one of a word.
            pub fn of(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    )*};
}

pub(crate) use codes;
