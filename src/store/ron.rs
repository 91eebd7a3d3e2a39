//! The first fields of a document alone.
//!
//! A file's first line is a comment, so it never counts as a field.

use crate::document::options;
use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;

/// The number of the first field with this name, read no further than that: `format` comes first,
/// and reading on would cost as much as the whole document.
pub(super) fn number_of(text: &str, field: &str) -> Option<u32> {
    front_of(text, field, false).number
}

/// Which session a document is of, by its own word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Identity {
    /// The session's id, as it stands there.
    pub(super) id: String,
    /// Its count of changes; `None` where the text breaks off before it.
    pub(super) rev: Option<u64>,
}

/// Which session a document is of; `None` where it says no format or no id. One that is of a later format, or damaged
/// further down, says so too.
pub(super) fn identity_of(text: &str) -> Option<Identity> {
    let front = front_of(text, "format", true);
    front.number.and(front.id).map(|id| Identity { id, rev: front.rev })
}

#[derive(Default)]
struct Front {
    number: Option<u32>,
    id: Option<String>,
    rev: Option<u64>,
}

fn front_of(text: &str, field: &str, whole: bool) -> Front {
    let mut front = Front::default();
    if let Ok(mut deserializer) = ron::Deserializer::from_str_with_options(text, &options()) {
        // Stopping in the middle is an error to the deserializer; what was found counts.
        let _ = Fields { field, whole, front: &mut front }.deserialize(&mut deserializer);
    }
    front
}

struct Fields<'call> {
    field: &'call str,
    /// Whether the id and the count of changes are read as well.
    whole: bool,
    front: &'call mut Front,
}

impl<'de> DeserializeSeed<'de> for Fields<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_struct("Session", &[], self)
    }
}

impl<'de> Visitor<'de> for Fields<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a session")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Self { field, whole, front } = self;
        while let Some(Name(name)) = map.next_key()? {
            match name.as_str() {
                name if name == field && front.number.is_none() => front.number = Some(map.next_value()?),
                "id" if whole && front.id.is_none() => front.id = Some(map.next_value()?),
                "rev" if whole && front.rev.is_none() => front.rev = Some(map.next_value()?),
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
            if front.number.is_some() && (!whole || (front.id.is_some() && front.rev.is_some())) {
                return Ok(());
            }
        }
        // A whole document that does not say it means 0.
        front.rev.get_or_insert(0);
        Ok(())
    }
}

struct Name(String);

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl Visitor<'_> for Any {
            type Value = Name;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a name")
            }

            fn visit_str<E>(self, name: &str) -> Result<Name, E> {
                Ok(Name(name.to_owned()))
            }
        }
        deserializer.deserialize_identifier(Any)
    }
}
