//! Whose ballot it is: a sector of the register and a level, by id, by name, and by what people call them.

use super::table::{is_slip, joined_words, words};
use crate::framework::Level;
use crate::session::{Register, UNSORTED};
use crate::words::{LEVEL_WORDS, OF_ANY_SECTOR, SAYS_NOT_SAID as NOT_SAID, SECTOR_WORDS};

/// What a cell says of a person, and whether there is any doubt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Whose<T> {
    /// Without doubt; `None` is "not said".
    Sure(Option<T>),
    /// Likely this, and a person is to say so; `None` where nothing is like it.
    Near(Option<T>),
}

/// A sector by its id or name in the register, or by another word for it.
pub(super) fn sector(text: &str, register: &Register) -> Whose<String> {
    let said = bare(text);
    let name_of = |id: &str| bare(register.name_of(id));
    if said.is_empty() || NOT_SAID.contains(&said.as_str()) || said == name_of(UNSORTED) || said == bare(UNSORTED) {
        return Whose::Sure(None);
    }
    let also = |id: &str| SECTOR_WORDS.iter().find(|(known, _)| *known == id).map_or(&[][..], |(_, names)| *names);
    let named: Vec<(String, &str)> = register
        .sectors
        .iter()
        .flat_map(|sector| {
            let own = [bare(&sector.id), bare(&sector.name), bare(sector.label())].into_iter();
            own.chain(also(&sector.id).iter().map(|name| (*name).to_owned())).map(|name| (name, sector.id.as_str()))
        })
        .filter(|(name, _)| !name.is_empty())
        .collect();
    found(&said, &named).owned()
}

/// A level by its word, or by another one for it.
pub(super) fn level(text: &str) -> Whose<Level> {
    let said = joined_words(text);
    if NOT_SAID.contains(&said.as_str()) || said == "both" {
        return Whose::Sure(None);
    }
    let named: Vec<(String, Level)> = Level::ALL
        .iter()
        .zip(LEVEL_WORDS)
        .flat_map(|(level, names)| names.iter().map(|name| ((*name).to_owned(), *level)))
        .collect();
    found(&said, &named)
}

/// What a text names: all of it, how it begins before more is said in brackets, or but for a slip.
fn found<T: Copy + PartialEq>(said: &str, named: &[(String, T)]) -> Whose<T> {
    if let Some((_, whose)) = named.iter().find(|(name, _)| name == said) {
        return Whose::Sure(Some(*whose));
    }
    let one_of = |is: &dyn Fn(&str) -> bool| {
        let mut all = named.iter().filter(|(name, _)| is(name)).map(|(_, whose)| *whose);
        all.next().filter(|first| all.all(|other| other == *first))
    };
    let begins = |name: &str| said.strip_prefix(name).is_some_and(|rest| rest.starts_with(' '));
    let holds = |name: &str| words(said).windows(words(name).len()).any(|run| run == words(name));
    let near = one_of(&begins).or_else(|| one_of(&|name| is_slip(name, said))).or_else(|| one_of(&holds));
    Whose::Near(near)
}

impl Whose<&str> {
    fn owned(self) -> Whose<String> {
        match self {
            Self::Sure(whose) => Whose::Sure(whose.map(str::to_owned)),
            Self::Near(whose) => Whose::Near(whose.map(str::to_owned)),
        }
    }
}

/// The words of a name, without those that every such name has.
fn bare(text: &str) -> String {
    let text = joined_words(text);
    let is_plain = |word: &&str| !OF_ANY_SECTOR.contains(word);
    words(&text).into_iter().filter(is_plain).collect::<Vec<_>>().join(" ")
}
