//! A language as a file that a translator fills in: its messages, how it counts, its months.

use super::PackError;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// The plural categories of CLDR.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Category {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

/// The messages of one language, and what else its words need.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    /// Its BCP 47 tag: `cy`.
    pub language: String,
    /// Which numbers take which form, the first that fits; all others take `other`. A modulus of 0 leaves the number as
    /// it is: `(few, 0, [3])` is Welsh, `(many, 100, [12, 13, 14])` and then `(few, 10, [2, 3, 4])` Polish.
    pub plurals: Vec<(Category, u64, Vec<u64>)>,
    /// The months as they stand in a date, January first.
    pub months: Vec<String>,
    /// The same in short, for columns.
    pub short_months: Vec<String>,
    /// What stands between a whole and its half: `3.5`.
    pub decimal: char,
    /// What is said for each English message; an empty one is said in English.
    pub messages: BTreeMap<String, String>,
    /// What is said for each message with a number, known by its English for one.
    pub counted: BTreeMap<String, BTreeMap<Category, String>>,
}

impl Pack {
    /// Reads a pack and holds each message against its English.
    pub fn parse(text: &str) -> Result<Self, PackError> {
        let pack: Self = ron::from_str(text)?;
        let plain = pack.messages.iter().map(|(english, said)| (english, said, ""));
        // A form for one or two may say the number as a word.
        let counted =
            pack.counted.iter().flat_map(|(english, forms)| forms.values().map(move |said| (english, said, "count")));
        for (english, said, may_lack) in plain.chain(counted).filter(|(_, said, _)| !said.is_empty()) {
            let [expected, found] = [english, said].map(|text| places(text).filter(|name| *name != may_lack).collect());
            let [expected, found]: [BTreeSet<&str>; 2] = [expected, found];
            if expected != found {
                let [expected, found] = [expected, found].map(|all| all.into_iter().map(str::to_owned).collect());
                return Err(PackError::Places { english: english.clone(), expected, found });
            }
        }
        let lacks =
            |(_, forms): &(&String, &BTreeMap<_, _>)| !forms.is_empty() && !forms.contains_key(&Category::Other);
        match pack.counted.iter().find(lacks) {
            Some((english, _)) => Err(PackError::NoOther(english.clone())),
            None => Ok(pack),
        }
    }

    pub(super) fn message(&self, english: &str) -> Option<&str> {
        self.messages.get(english).map(String::as_str).filter(|said| !said.is_empty())
    }

    pub(super) fn counted(&self, english: &str, count: u64) -> Option<&str> {
        let forms = self.counted.get(english)?;
        let form = forms.get(&self.category(count)).or_else(|| forms.get(&Category::Other))?;
        Some(form.as_str()).filter(|said| !said.is_empty())
    }

    fn category(&self, count: u64) -> Category {
        let fits = |(_, modulus, numbers): &&(Category, u64, Vec<u64>)| {
            numbers.contains(&count.checked_rem(*modulus).unwrap_or(count))
        };
        self.plurals.iter().find(fits).map_or(Category::Other, |(category, ..)| *category)
    }
}

/// The names in braces.
fn places(message: &str) -> impl Iterator<Item = &str> {
    message.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0))
}
