//! A portfolio as JSON, for scripts.
//!
//! Shape only; what may be told is settled before it comes here.

use super::LeftOut;
use crate::analysis::{Category, ItemTold, PortfolioTold, State};
use serde::Serialize;

/// A portfolio in JSON.
#[derive(Serialize)]
pub(super) struct Shown<'all> {
    sessions: u32,
    partnerships: usize,
    years: Vec<Year>,
    not_counted: NotCounted,
    most_often_in_trouble: Often<'all>,
    most_often_weak: Often<'all>,
    most_often_contested: Often<'all>,
    most_often_blind: Often<'all>,
    items: Vec<ShownItem<'all>>,
}

#[derive(Serialize)]
struct Year {
    year: i16,
    sessions: u32,
}

#[derive(Serialize)]
struct NotCounted {
    other_framework: usize,
    demo: usize,
    nothing_said: usize,
    other_versions: usize,
    tables_of_merged: usize,
    unreadable: usize,
}

#[derive(Serialize)]
struct Often<'all> {
    features: Vec<Counted<'all>>,
    /// Of how many features it may not be told.
    not_told: usize,
}

#[derive(Serialize)]
struct Counted<'all> {
    id: &'all str,
    sessions: u32,
}

#[derive(Serialize)]
struct ShownItem<'all> {
    id: &'all str,
    /// Numbers that add up to all sessions; a part with several states does not tell them apart.
    parts: Vec<ShownPart>,
    periods: Vec<ShownPeriod>,
}

#[derive(Serialize)]
struct ShownPart {
    states: Vec<&'static str>,
    sessions: u32,
}

#[derive(Serialize)]
struct ShownPeriod {
    from: i16,
    to: i16,
    /// Sessions in which it is weak, contested or blind, or what that is for other items.
    trouble: u32,
    sessions: u32,
}

pub(super) fn shown<'all>(told: &'all PortfolioTold<'all>, left_out: &LeftOut) -> Shown<'all> {
    let often = |wanted: &dyn Fn(State) -> bool| {
        let (often, not_told) = told.most_often(|category| matches!(category, Category::State(state) if wanted(state)));
        let features = often.iter().map(|one| Counted { id: one.item.id().as_str(), sessions: one.sessions });
        Often { features: features.collect(), not_told }
    };
    Shown {
        sessions: told.sessions,
        partnerships: told.partnerships,
        years: told.years.iter().map(|year| Year { year: year.year, sessions: year.sessions }).collect(),
        not_counted: NotCounted {
            other_framework: left_out.other_framework,
            demo: left_out.demo,
            nothing_said: left_out.nothing_said,
            other_versions: left_out.versions,
            tables_of_merged: left_out.tables,
            unreadable: left_out.unreadable,
        },
        most_often_in_trouble: often(&State::is_at_risk),
        most_often_weak: often(&State::is_weak),
        most_often_contested: often(&|state| state == State::Contested),
        most_often_blind: often(&|state| state == State::BlindSpot),
        items: told.items.iter().map(item).collect(),
    }
}

fn item<'all>(told: &ItemTold<'all>) -> ShownItem<'all> {
    let part = |part: &crate::analysis::Part| ShownPart {
        states: part.categories.iter().map(|category| category.key()).collect(),
        sessions: part.sessions,
    };
    let period = |period: &crate::analysis::Period| ShownPeriod {
        from: period.from,
        to: period.to,
        trouble: period.trouble,
        sessions: period.sessions,
    };
    ShownItem {
        id: told.item.id().as_str(),
        parts: told.parts.iter().map(part).collect(),
        periods: told.periods.iter().map(period).collect(),
    }
}
