//! What the items of a framework may be called in a heading: by id, by wording, and nearly so.

use super::table::{is_slip, joined_words, plain, words};
use crate::framework::{Framework, Id, Level, Step};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// Words that are no sign of what a heading is about.
const SMALL: &[&str] = &[
    "the", "of", "and", "to", "in", "a", "is", "are", "at", "for", "that", "with", "by", "on", "levels", "level", "we",
    "our", "how", "what", "do", "does",
];

/// In hundredths, how like an item's wording must be to be taken for it when somebody says yes, and how much liker than
/// that of any other item.
const LIKE: usize = 60;
const AHEAD: usize = 15;

/// A heading of three words or more that all stand in a wording is likely cut short.
const CUT_SHORT: usize = 80;

/// What a heading names, and whether there is any doubt.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Named {
    Sure(Step),
    /// Likely this, and a person is to say so.
    Near(Step),
    /// An item that takes two ratings, and the heading names neither.
    WhichLevel(Id),
    /// The id of one item and the words of another.
    Contradicts(Id, Id),
    Nothing,
}

/// The names of all items on which a room votes.
pub(super) struct Names {
    items: Vec<Item>,
    /// Names without marks, and what they name; two steps where one name serves for both.
    exact: BTreeMap<String, Vec<Step>>,
    /// What was looked for before: rows say the same again and again.
    found: RefCell<BTreeMap<String, Named>>,
}

struct Item {
    id: Id,
    takes_levels: bool,
    is_feature: bool,
    /// Its wording, its label and what is asked of it, as words; with the level where it is of one.
    wordings: Vec<(Option<Level>, String)>,
}

impl Item {
    fn step(&self, level: Option<Level>) -> Step {
        match (self.is_feature, level) {
            (false, _) => Step::Assumption(self.id.clone()),
            (true, None) => Step::Feature(self.id.clone()),
            (true, Some(level)) => Step::Level(self.id.clone(), level),
        }
    }

    fn named(&self, level: Option<Level>, is_sure: bool) -> Named {
        match level {
            None if self.takes_levels => Named::WhichLevel(self.id.clone()),
            level if is_sure => Named::Sure(self.step(level)),
            level => Named::Near(self.step(level)),
        }
    }

    fn knows(&self, word: &str) -> bool {
        self.wordings.iter().any(|(_, wording)| wording.split(' ').any(|one| is_slip(one, word)))
    }
}

impl Names {
    pub(super) fn of(framework: &Framework) -> Self {
        let features = framework.features().map(|(_, _, feature)| {
            let of_level = |level| {
                [&feature.text, &feature.label, feature.question_at(level)].map(|text| (level, joined_words(text)))
            };
            let wordings = feature.rated_at().flat_map(of_level).filter(|(_, words)| !words.is_empty()).collect();
            Item { id: feature.id.clone(), takes_levels: feature.levels, is_feature: true, wordings }
        });
        let assumptions = framework.assumptions.iter().map(|one| {
            let wordings = [&one.text, &one.label, &one.question].map(|text| (None, joined_words(text)));
            Item { id: one.id.clone(), takes_levels: false, is_feature: false, wordings: wordings.into() }
        });
        let items: Vec<Item> = features.chain(assumptions).collect();
        let mut exact: BTreeMap<String, Vec<Step>> = BTreeMap::new();
        for (item, (level, wording)) in items.iter().flat_map(|item| item.wordings.iter().map(move |one| (item, one))) {
            let id = joined_words(item.id.as_str());
            for name in [&id, wording, &format!("{id} {wording}")] {
                for name in with_level(name, *level) {
                    let steps = exact.entry(name).or_default();
                    if !steps.contains(&item.step(*level)) {
                        steps.push(item.step(*level));
                    }
                }
            }
        }
        Self { items, exact, found: RefCell::default() }
    }

    /// What a heading names: all of it, what stands in brackets in it, or what follows its number.
    pub(super) fn find(&self, heading: &str) -> Named {
        let heading = plain(heading);
        // A number or a mark names nothing.
        if !heading.contains(char::is_alphabetic) {
            return Named::Nothing;
        }
        if let Some(found) = self.found.borrow().get(&heading) {
            return found.clone();
        }
        let named = self.find_anew(&heading);
        self.found.borrow_mut().insert(heading, named.clone());
        named
    }

    fn find_anew(&self, heading: &str) -> Named {
        let mut parts: Vec<String> = parts(heading).into_iter().map(joined_words).collect();
        parts.extend(with_id_in_one(&parts[0]));
        let found: Vec<Named> = parts.iter().map(|part| self.find_words(part)).collect();
        let is_sure = |named: &&Named| matches!(named, Named::Sure(_));
        let says = |named: &&Named| **named != Named::Nothing;
        found.iter().find(is_sure).or(found.iter().find(says)).cloned().unwrap_or(Named::Nothing)
    }

    fn find_words(&self, heading: &str) -> Named {
        match self.exact.get(heading).map(Vec::as_slice) {
            Some([step]) => return Named::Sure(step.clone()),
            Some([first, rest @ ..]) if rest.iter().all(|step| id_of(step) == id_of(first)) => {
                return id_of(first).map_or(Named::Nothing, |id| Named::WhichLevel(id.clone()));
            }
            _ => {}
        }
        let all = words(heading);
        let (level, named) = level_in(&all);
        let Some((item, rest)) = named.split_first().and_then(|(first, rest)| Some((self.by_id(first)?, rest))) else {
            return self.near(level, named);
        };
        if let Some([other]) = self.exact.get(&rest.join(" ")).map(Vec::as_slice)
            && let Some(other) = id_of(other).filter(|other| **other != item.id)
        {
            return Named::Contradicts(item.id.clone(), other.clone());
        }
        if let Some(other) = rest.iter().find_map(|word| self.by_id(word)).filter(|other| other.id != item.id) {
            return Named::Contradicts(item.id.clone(), other.id.clone());
        }
        if let Some(place) = only_code(rest) {
            let level = item.takes_levels.then(|| Level::ALL.get(place.wrapping_sub(1)).copied()).flatten();
            return item.named(level, !item.takes_levels);
        }
        let known = rest.iter().filter(|word| item.knows(word)).count();
        let level = level.filter(|_| item.takes_levels).or_else(|| asked_at(item, rest));
        item.named(level, known * 2 >= rest.len())
    }

    fn by_id(&self, word: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.id.as_str().eq_ignore_ascii_case(word))
    }

    /// The id of an item among some words.
    pub(super) fn id_among(&self, heading: &str) -> Option<Id> {
        words(&plain(heading)).into_iter().find_map(|word| self.by_id(word)).map(|item| item.id.clone())
    }

    /// The item whose wording is most like some words, where it is much liker than the others.
    fn near(&self, level: Option<Level>, named: &[&str]) -> Named {
        let like_most = |item: &Item| item.wordings.iter().map(|(_, wording)| like(named, wording)).max().unwrap_or(0);
        let mut likes: Vec<(usize, &Item)> = self.items.iter().map(|item| (like_most(item), item)).collect();
        likes.sort_by_key(|(like, _)| std::cmp::Reverse(*like));
        match likes[..] {
            [(like, item), ref rest @ ..] if like >= LIKE && rest.first().is_none_or(|next| next.0 + AHEAD <= like) => {
                item.named(level.filter(|_| item.takes_levels).or_else(|| asked_at(item, named)), false)
            }
            _ => Named::Nothing,
        }
    }
}

/// A name, and the same with its level before or after it.
fn with_level(name: &str, level: Option<Level>) -> Vec<String> {
    let Some(level) = level.map(Level::key) else { return vec![name.to_owned()] };
    [format!("{name} {level}"), format!("{level} {name}"), format!("{name} {level} level"), name.to_owned()].into()
}

fn id_of(step: &Step) -> Option<&Id> {
    match step {
        Step::Feature(id) | Step::Level(id, _) | Step::Assumption(id) => Some(id),
        _ => None,
    }
}

/// The level at which an item asks something like this, where it asks each level its own question.
fn asked_at(item: &Item, named: &[&str]) -> Option<Level> {
    let like_at = |at: Level| {
        item.wordings.iter().filter(|(level, _)| *level == Some(at)).map(|(_, wording)| like(named, wording)).max()
    };
    let [strategic, operational] = Level::ALL.map(like_at);
    match strategic.cmp(&operational) {
        std::cmp::Ordering::Greater => Some(Level::Strategic),
        std::cmp::Ordering::Less => Some(Level::Operational),
        std::cmp::Ordering::Equal => None,
    }
}

/// The level that is named before or after some words, and the rest of them.
fn level_in<'all, 'text>(all: &'all [&'text str]) -> (Option<Level>, &'all [&'text str]) {
    let level = |word: &str| Level::ALL.into_iter().find(|level| level.key() == word);
    match all {
        [rest @ .., word, "level"] if level(word).is_some() => (level(word), rest),
        [rest @ .., word] if level(word).is_some() => (level(word), rest),
        [word, "level", rest @ ..] if level(word).is_some() => (level(word), rest),
        [word, rest @ ..] if level(word).is_some() => (level(word), rest),
        all => (None, all),
    }
}

/// How like some words are to a wording, in hundredths.
fn like(named: &[&str], wording: &str) -> usize {
    let telling = |word: &&str| !SMALL.contains(word);
    let named: BTreeSet<&str> = named.iter().copied().filter(telling).collect();
    let wording: BTreeSet<&str> = wording.split(' ').filter(telling).collect();
    let common = named.iter().filter(|word| wording.iter().any(|one| is_slip(one, word))).count();
    if named.len() >= 3 && common == named.len() && wording.len() > named.len() {
        return CUT_SHORT;
    }
    // One word alone says little, and a short one nothing.
    let is_enough = common > 1 || named.iter().all(|word| word.chars().count() > 5);
    if is_enough { (common * 200).checked_div(named.len() + wording.len()).unwrap_or(0) } else { 0 }
}

/// The place of a sub-question that a heading names by its code alone, as survey programs do: 1 of `P4[SQ001]`.
fn only_code(rest: &[&str]) -> Option<usize> {
    let [code] = rest else { return None };
    code.strip_prefix("sq")?.parse().ok()
}

/// A heading whose id was written in two: `I 1 Funding`, `AS-1`.
fn with_id_in_one(heading: &str) -> Option<String> {
    let (letters, rest) = heading.split_once(' ')?;
    let is_id = letters.len() <= 2 && letters.bytes().all(|byte| byte.is_ascii_alphabetic());
    (is_id && rest.starts_with(|letter: char| letter.is_ascii_digit())).then(|| format!("{letters}{rest}"))
}

/// What of a heading may be a name: `Rate each [I1 Funding]`, `Q3. Funding`, `Inputs - Funding`, `Funding *`.
fn parts(heading: &str) -> Vec<&str> {
    let mut parts = vec![heading];
    for (open, close) in [('[', ']'), ('(', ')')] {
        let inside = heading.split_once(open).and_then(|(_, rest)| rest.rsplit_once(close)).map(|(inside, _)| inside);
        parts.extend(inside);
    }
    let unnumbered = heading.trim_start_matches("question").trim_start_matches('q').trim_start();
    let unnumbered = unnumbered.trim_start_matches(|letter: char| letter.is_ascii_digit());
    if unnumbered.len() < heading.len() {
        parts.push(unnumbered);
    }
    for mark in [" - ", ": ", ". ", "? ", "_", "."] {
        parts.extend(heading.rsplit_once(mark).map(|(_, last)| last));
    }
    parts
}
