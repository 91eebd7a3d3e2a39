//! An answer and its two names in one table: the key that programs read, and the label that people read.

/// Declares an enum with both. A row is `Variant: "key", "label";`. Keys stand in JSON and tables and are part of the
/// command line's contract. A label has no capital where it stands within a sentence. What it is `at first`, before
/// anyone has answered, is never offered.
macro_rules! names {
    (
        $(#[$about:meta])* pub enum $of:ident $(, at first $blank:ident: $no_name:expr, $no_words:expr)?;
        $($(#[$more:meta])* $variant:ident: $name:expr, $words:expr;)+
    ) => {
        $(#[$about])*
        pub enum $of { $(#[default] $blank,)? $($(#[$more])* $variant),+ }

        impl $of {
            /// All that can be answered, in the order in which they are offered.
            pub const ALL: [Self; [$(Self::$variant),+].len()] = [$(Self::$variant),+];

            /// The name in JSON and tables; part of the command line's contract.
            pub fn key(self) -> &'static str {
                match self { $(Self::$blank => $no_name,)? $(Self::$variant => $name),+ }
            }

            pub fn label(self) -> &'static str {
                crate::catalogue::text(match self { $(Self::$blank => $no_words,)? $(Self::$variant => $words),+ })
            }
        }
    };
}

pub(crate) use names;
