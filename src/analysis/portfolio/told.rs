//! What may be told of a portfolio: counts in which no partnership can be found.
//!
//! # The rule of five
//!
//! - With fewer than five partnerships only the number of sessions and partnerships is told.
//! - A category of an item is told by itself when nobody is in it or at least five partnerships are. The others of the
//!   item stand together in one number; where that is of fewer than five partnerships, or would tell the counts in it,
//!   the smallest category that could be told joins them, equals together. Nothing is found by subtraction, because
//!   every number that is told is such a part, and the parts of an item do not overlap.
//! - Trouble (weak, contested, blind) and the rest never stand in one part. Where either is of one to four partnerships
//!   nothing of the item is told but its sessions.
//! - So trouble can be told by year: years that follow each other are put together until both trouble and the rest
//!   are nobody's or of five partnerships. A year is never told beside a longer time that holds it.
//!
//! As with votes, a zero and a count of all are told: where everybody stands alike, so does each. Nothing is promised
//! against one who knows most of the partnerships' own results.

use super::cell::Cell;
use super::parts::parted;
use super::{Counted, Portfolio};
use crate::analysis::Category;
use crate::framework::Item;
use std::cmp::Reverse;

/// Fewer partnerships than this are not told by themselves.
pub(crate) const LEAST_PARTNERSHIPS: usize = 5;

/// What may be told of many partnerships together.
#[derive(Clone, Debug)]
pub struct PortfolioTold<'framework> {
    pub sessions: u32,
    /// Partnerships that held them; all without a name are one.
    pub partnerships: usize,
    /// How many sessions each year has, the earliest first.
    pub years: Vec<YearTold>,
    /// Every item in the framework's order; none with fewer than five partnerships.
    pub items: Vec<ItemTold<'framework>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearTold {
    pub year: i16,
    pub sessions: u32,
}

#[derive(Clone, Debug)]
pub struct ItemTold<'framework> {
    pub item: Item<'framework>,
    /// Counts of sessions that add up to all of them; none where nothing may be told.
    pub parts: Vec<Part>,
    /// How many sessions have trouble with it, by time; none where that may not be told.
    pub periods: Vec<Period>,
}

/// Sessions in one category, or in several that are not told apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The categories, one at least.
    pub categories: Vec<Category>,
    pub sessions: u32,
}

/// A year, or years that are not told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    pub from: i16,
    pub to: i16,
    /// Sessions in which the item is weak, contested or blind, or what that is for other items.
    pub trouble: u32,
    pub sessions: u32,
}

/// An item and how often it stands in a certain way.
#[derive(Clone, Copy, Debug)]
pub struct Often<'framework> {
    pub item: Item<'framework>,
    pub sessions: u32,
}

impl ItemTold<'_> {
    /// How many sessions are in these categories; `None` where a part holds some of them and others too.
    pub fn count(&self, wanted: impl Fn(Category) -> bool) -> Option<u32> {
        let mut sum = 0;
        for part in &self.parts {
            let inside = part.categories.iter().filter(|category| wanted(**category)).count();
            if inside == part.categories.len() {
                sum += part.sessions;
            } else if inside > 0 {
                return None;
            }
        }
        (!self.parts.is_empty()).then_some(sum)
    }
}

impl<'framework> PortfolioTold<'framework> {
    /// The features that stand so in the most sessions, those first; and of how many features it may not be told.
    pub fn most_often(&self, wanted: impl Fn(Category) -> bool) -> (Vec<Often<'framework>>, usize) {
        let features = || self.items.iter().filter(|told| matches!(told.item, Item::Feature(..)));
        let mut often: Vec<Often<'framework>> = features()
            .filter_map(|told| Some(Often { item: told.item, sessions: told.count(&wanted)? }))
            .filter(|often| often.sessions > 0)
            .collect();
        often.sort_by_key(|often| Reverse(often.sessions));
        (often, features().filter(|told| told.count(&wanted).is_none()).count())
    }
}

pub(super) fn told<'framework>(portfolio: &Portfolio<'framework>) -> PortfolioTold<'framework> {
    let partnerships = portfolio.partnerships.len();
    let many = partnerships >= LEAST_PARTNERSHIPS;
    let years = portfolio.years.iter().map(|(year, sessions)| YearTold { year: *year, sessions: *sessions });
    PortfolioTold {
        sessions: portfolio.sessions,
        partnerships,
        years: years.collect(),
        items: portfolio.items.iter().filter(|_| many).map(item).collect(),
    }
}

fn item<'framework>(counted: &Counted<'framework>) -> ItemTold<'framework> {
    let Counted { item, categories, years } = counted;
    let over_all = |place: usize| Cell::sum(years.values().filter_map(|cells| cells.get(place)));
    let cells: Vec<Cell> = (0..categories.len()).map(over_all).collect();
    let is_trouble: Vec<bool> = categories.iter().map(|category| category.is_trouble()).collect();
    let Some(parts) = parted(&cells, &is_trouble) else {
        return ItemTold { item: *item, parts: Vec::new(), periods: Vec::new() };
    };
    let part = |places: &Vec<usize>| Part {
        categories: places.iter().filter_map(|place| categories.get(*place).copied()).collect(),
        sessions: places.iter().filter_map(|place| cells.get(*place)).map(|cell| cell.sessions).sum(),
    };
    ItemTold { item: *item, parts: parts.iter().map(part).collect(), periods: periods(counted, &is_trouble) }
}

/// A period on the way to being told.
struct Span {
    from: i16,
    to: i16,
    trouble: Cell,
    rest: Cell,
}

impl Span {
    fn is_safe(&self) -> bool {
        self.trouble.is_safe() && self.rest.is_safe()
    }

    fn and(self, next: &Self) -> Self {
        let trouble = Cell::sum([&self.trouble, &next.trouble]);
        Self { from: self.from, to: next.to, trouble, rest: Cell::sum([&self.rest, &next.rest]) }
    }
}

fn periods(counted: &Counted<'_>, is_trouble: &[bool]) -> Vec<Period> {
    let half = |cells: &[Cell], wanted: bool| {
        Cell::sum(cells.iter().zip(is_trouble).filter(|(_, is)| **is == wanted).map(|(cell, _)| cell))
    };
    let mut spans: Vec<Span> = Vec::new();
    for (year, cells) in &counted.years {
        let next = Span { from: *year, to: *year, trouble: half(cells, true), rest: half(cells, false) };
        match spans.pop_if(|last| !last.is_safe()) {
            Some(last) => spans.push(last.and(&next)),
            None => spans.push(next),
        }
    }
    // What is left over at the end joins the time before it, as far back as it takes.
    while let Some(last) = spans.pop_if(|last| !last.is_safe()) {
        match spans.pop() {
            Some(before) => spans.push(before.and(&last)),
            None => return Vec::new(),
        }
    }
    spans
        .into_iter()
        .map(|Span { from, to, trouble, rest }| Period {
            from,
            to,
            trouble: trouble.sessions,
            sessions: trouble.sessions + rest.sessions,
        })
        .collect()
}
