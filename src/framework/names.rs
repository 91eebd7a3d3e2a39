//! The two names of each answer in one table: the key that programs read, and the label that people read.

/// Gives an enum a method for each of the two. A row is `Variant: "key", "label";`. Keys stand in JSON and tables and
/// are part of the command line's contract. A label has no capital where it stands within a sentence.
macro_rules! names {
    ($of:ident: $key:ident, $label:ident; $($variant:ident: $name:expr, $words:expr;)+) => {
        impl $of {
            /// The name in JSON and tables; part of the command line's contract.
            pub fn $key(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            pub fn $label(self) -> &'static str {
                crate::catalogue::text(match self { $(Self::$variant => $words),+ })
            }
        }
    };
}

pub(crate) use names;
