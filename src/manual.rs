//! The pages of `content/manual`: what `plenary help` prints, and here for those who read about the program.

/// Each page once: to be printed by its name, and as a module of these docs.
macro_rules! pages {
    ($($name:ident)+) => {
        /// Name and text of each page but those that are made from the table of keys.
        pub(crate) const PAGES: &[(&str, &str)] =
            &[$((stringify!($name), include_str!(concat!("../content/manual/", stringify!($name), ".md")))),+];

        $(
            #[cfg(all(doc, not(doctest)))]
            #[doc = include_str!(concat!("../content/manual/", stringify!($name), ".md"))]
            pub mod $name {}
        )+
    };
}

pages!(workshop lines surveys papers data tables files it);

#[cfg(all(doc, not(doctest)))]
#[doc = include_str!("../content/manual/keys.md")]
pub mod keys {}
#[cfg(all(doc, not(doctest)))]
#[doc = include_str!("../content/manual/every-line.md")]
pub mod every_line {}
