//! Breakout tables into one plenary session: tallies add up, differing answers become something to settle, texts keep
//! their table's name.
//!
//! What a session comes to depends on which tables are in it, never on the order in which they came. Tables that are
//! in it already add nothing. Nothing is decided here that the tables did not decide alike. Of merged votes nothing may
//! be told at first: what may be is for the analysis to say, which knows what the tables' own papers tell.

mod actions;
mod answers;
mod conditions;
mod derive;
mod register;
mod table;
mod texts;

use super::{About, CardUp, FORMAT, FrameworkUsed, Import, MergeRefusal, Place, Session, Status};
use crate::framework::Id;
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

pub use table::Table;

/// A session to be merged, and what its table is called.
#[derive(Clone, Copy, Debug)]
pub struct Source<'all> {
    /// The table's name: `Blue table`.
    pub name: &'all str,
    pub session: &'all Session,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    pub session: Session,
    /// The items on which the tables answered differently, by id: rounds to settle. Features among them are parked.
    pub to_settle: Vec<Id>,
    /// The sources that count, by id and revision.
    pub counted: Vec<(String, u64)>,
    /// The sources that add nothing, because another one holds them, by name.
    pub already: Vec<String>,
    /// Those of them that were changed after they had been merged: those changes are not taken in.
    pub changed_since: Vec<String>,
    /// Whether the partnerships' names are not all the same; the first in the alphabet is taken.
    pub other_names: bool,
}

/// Merges sessions into a new one with this id, begun at this time.
pub fn merge(sources: &[Source<'_>], id: String, at: Timestamp) -> Result<Merged, MergeRefusal> {
    let (sources, already) = chosen(sources)?;
    let framework = newest_framework(&sources).ok_or(MergeRefusal::Nothing)?;
    let tables = table::all(&sources);
    // Tables of one workshop follow up the same session; of two versions of it the later.
    let earlier = sources.iter().filter_map(|source| source.session.earlier.as_ref());
    let earlier = earlier.max_by_key(|earlier| (earlier.rev, &earlier.id)).cloned();
    let mut to_settle = Vec::new();
    // Field by field, so that none is forgotten: a new one does not compile before it is merged.
    let session = Session {
        format: FORMAT,
        id,
        rev: 1,
        framework,
        status: Status::InProgress,
        demo: sources.iter().all(|source| source.session.demo),
        created: at,
        about: about(&sources),
        register: register::merged(&sources),
        place: Place::default(),
        answers: answers::merged(&sources, &tables, &mut to_settle),
        assumptions: conditions::assumptions(&sources, &tables, &mut to_settle),
        influences: conditions::influences(&sources, &tables, &mut to_settle),
        risks: conditions::risks(&sources, &tables, &mut to_settle),
        dots: each(&sources, |session| &session.dots, u16::saturating_add),
        actions: actions::merged(&sources, earlier.as_deref()),
        review: sources.iter().filter_map(|source| source.session.review).min(),
        // A stage took as long as its slowest table.
        seconds: each(&sources, |session| &session.seconds, Ord::max),
        begun: each(&sources, |session| &session.begun, Ord::min),
        deep_dives: deep_dives(&sources),
        cards_up: cards_up(&sources),
        finish: sources.iter().filter_map(|source| source.session.finish).max(),
        tables,
        earlier,
        imports: imports(&sources),
        // What is half typed at a table is no part of its record; it stays in the table's own file.
        drafts: BTreeMap::new(),
        check_in: false,
        open_vote: None,
    };
    to_settle.sort();
    let names: BTreeSet<&str> = sources.iter().map(|source| source.session.about.partnership.trim()).collect();
    let changed = |source: &&Source<'_>| {
        let kept = session.tables.iter().find(|table| table.id == source.session.id);
        kept.is_some_and(|table| table.rev < source.session.rev)
    };
    Ok(Merged {
        to_settle,
        changed_since: already.iter().filter(changed).map(|source| source.name.to_owned()).collect(),
        counted: sources.iter().map(|source| (source.session.id.clone(), source.session.rev)).collect(),
        already: already.iter().map(|source| source.name.to_owned()).collect(),
        other_names: names.iter().filter(|name| !name.is_empty()).count() > 1,
        session,
    })
}

type Chosen<'all> = (Vec<Source<'all>>, Vec<Source<'all>>);

/// Those that count, in an order of their own, and those that another one holds.
fn chosen<'all>(sources: &[Source<'all>]) -> Result<Chosen<'all>, MergeRefusal> {
    let mut sources = sources.to_vec();
    // Merged sessions first; of two versions of one session the later.
    sources.sort_by_key(|source| {
        let Source { name, session } = *source;
        (session.tables.is_empty(), name, session.id.clone(), std::cmp::Reverse(session.rev))
    });
    let first = *sources.first().ok_or(MergeRefusal::Nothing)?;
    if let Some(other) = sources.iter().find(|other| other.session.framework.id != first.session.framework.id) {
        return Err(MergeRefusal::OtherFramework(first.name.to_owned(), other.name.to_owned()));
    }
    let mut latest: Vec<Source<'all>> = Vec::new();
    let mut already = Vec::new();
    for source in &sources {
        let twin = latest.iter_mut().find(|kept| kept.session.id == source.session.id);
        match twin {
            Some(kept) if kept.session.rev < source.session.rev => already.push(std::mem::replace(kept, *source)),
            Some(_) => already.push(*source),
            None => latest.push(*source),
        }
    }
    let held = |source: &Source<'all>| latest.iter().any(|other| other.session.holds(&source.session.id));
    let (inside, counted): (Vec<_>, Vec<_>) = latest.iter().copied().partition(held);
    already.extend(inside);
    for (place, one) in counted.iter().enumerate() {
        for other in &counted[place + 1..] {
            if let Some(table) = one.session.tables.iter().find(|table| other.session.holds(&table.id)) {
                let names = [one.name, other.name, &table.name].map(str::to_owned);
                let [one, other, table] = names;
                return Err(MergeRefusal::Overlap(one, other, table));
            }
        }
    }
    match &counted[..] {
        [] => Err(MergeRefusal::Nothing),
        [only] => Err(MergeRefusal::NothingNew(only.name.to_owned())),
        _ => Ok((counted, already)),
    }
}

impl Session {
    /// The breakout table that held this session, where it says that it is one.
    pub fn table(&self) -> Option<&str> {
        Some(self.about.table.trim()).filter(|name| !name.is_empty())
    }

    /// Whether a session was merged into this one.
    pub fn holds(&self, id: &str) -> bool {
        self.tables.iter().any(|table| table.id == id)
    }
}

fn newest_framework(sources: &[Source<'_>]) -> Option<FrameworkUsed> {
    let used = sources.iter().map(|source| &source.session.framework);
    used.max_by_key(|framework| (framework.version, &framework.title)).cloned()
}

/// What the set-up pages say together.
fn about(sources: &[Source<'_>]) -> About {
    let abouts = || sources.iter().map(|source| &source.session.about);
    let named = abouts().map(|about| about.partnership.trim()).filter(|name| !name.is_empty());
    About {
        partnership: named.min().unwrap_or_default().to_owned(),
        date: abouts().filter_map(|about| about.date).min(),
        purpose: texts::in_one_line(abouts().map(|about| about.purpose.as_str())),
        venue: texts::in_one_line(abouts().map(|about| about.venue.as_str())),
        facilitator: texts::in_one_line(abouts().map(|about| about.facilitator.as_str())),
        // The merged session is the whole room's again.
        table: String::new(),
    }
}

/// The numbers on each item of all sources, put together.
fn each<T: Copy>(
    sources: &[Source<'_>],
    numbers: impl Fn(&Session) -> &BTreeMap<Id, T>,
    together: impl Fn(T, T) -> T,
) -> BTreeMap<Id, T> {
    let mut all: BTreeMap<Id, T> = BTreeMap::new();
    for (id, number) in sources.iter().flat_map(|source| numbers(source.session)) {
        all.entry(id.clone()).and_modify(|before| *before = together(*before, *number)).or_insert(*number);
    }
    all
}

/// What came in, where all tables that have any have the same. Of sums of several what one table told of its own would
/// tell the others', so those stay in the tables' own files.
fn imports(sources: &[Source<'_>]) -> Vec<Import> {
    let mut all = sources.iter().map(|source| &source.session.imports).filter(|imports| !imports.is_empty());
    let first = all.next();
    first.filter(|first| all.all(|other| other == *first)).cloned().unwrap_or_default()
}

/// The cards of all tables, the earliest first.
fn cards_up(sources: &[Source<'_>]) -> Vec<CardUp> {
    let mut cards: Vec<CardUp> = sources.iter().flat_map(|source| source.session.cards_up.clone()).collect();
    cards.sort_by_key(|card| card.at);
    cards
}

fn deep_dives(sources: &[Source<'_>]) -> Vec<Id> {
    let dives: BTreeSet<&Id> = sources.iter().flat_map(|source| &source.session.deep_dives).collect();
    dives.into_iter().cloned().collect()
}
