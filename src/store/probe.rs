//! One number from the front of a RON document: which format it has.
//!
//! It reads no further than that number and judges nothing.

use super::codec::options;
use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;

/// The number of the first field with this name, read no further than that: `format` comes first,
/// and reading on would cost as much as the whole document.
pub(super) fn number_of(text: &str, field: &str) -> Option<u32> {
    let mut found = None;
    let mut deserializer = ron::Deserializer::from_str_with_options(text, &options()).ok()?;
    // Stopping in the middle is an error to the deserializer; what was found counts.
    let _ = FirstNumber { field, found: &mut found }.deserialize(&mut deserializer);
    found
}

struct FirstNumber<'call> {
    field: &'call str,
    found: &'call mut Option<u32>,
}

impl<'de> DeserializeSeed<'de> for FirstNumber<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_struct("Session", &[], self)
    }
}

impl<'de> Visitor<'de> for FirstNumber<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a session")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(Name(name)) = map.next_key()? {
            if name == self.field {
                *self.found = Some(map.next_value()?);
                return Ok(());
            }
            map.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}

/// The name of a field, whatever it is.
struct Name(String);

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl Visitor<'_> for Any {
            type Value = Name;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("the name of a field")
            }

            fn visit_str<E>(self, name: &str) -> Result<Name, E> {
                Ok(Name(name.to_owned()))
            }
        }
        deserializer.deserialize_identifier(Any)
    }
}
