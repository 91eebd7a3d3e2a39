//! The actions of all tables in one list: those of last time once, with what became of them at every table; then each
//! table's own, under a new number.
//!
//! An action of last time that two tables worded differently is two actions: no wording is dropped.

use super::Source;
use crate::session::{Action, ActionEvent, ActionStatus, Earlier, Logged};
use std::collections::BTreeMap;

type Copied<'all> = (&'all Source<'all>, &'all Action);

/// The actions of some sources. Those of `earlier`, which they follow up together, keep their numbers.
pub(super) fn merged(sources: &[Source<'_>], earlier: Option<&Earlier>) -> Vec<Action> {
    let mut carried: BTreeMap<(&str, u32), Vec<Copied>> = BTreeMap::new();
    let mut own = Vec::new();
    for source in sources {
        for action in &source.session.actions {
            match followed_up(source, action) {
                Some(of) => carried.entry((of, action.number)).or_default().push((source, action)),
                None => own.push((source, action)),
            }
        }
    }
    let is_kept = |of: &str| earlier.is_some_and(|earlier| earlier.id == of);
    let (kept, others): (BTreeMap<_, _>, _) = carried.into_iter().partition(|((of, _), _)| is_kept(of));
    let (mut actions, mut again): (Vec<Action>, Vec<Copied>) = (Vec::new(), Vec::new());
    for ((of, number), copies) in kept.into_iter().chain(others) {
        let first = copies[0].1;
        let (alike, reworded): (Vec<Copied>, Vec<Copied>) =
            copies.into_iter().partition(|(_, copy)| wording(copy) == wording(first));
        let number = if is_kept(of) { number } else { next(&actions) };
        actions.extend(joined(&alike, number));
        again.extend(reworded);
    }
    for (source, action) in again.into_iter().chain(own) {
        actions.push(of_table(action, source, next(&actions)));
    }
    actions
}

/// The session whose open action this was last time.
fn followed_up<'all>(source: &Source<'all>, action: &Action) -> Option<&'all str> {
    let earlier = source.session.earlier.as_ref()?;
    let was_open = |one: &Action| one.number == action.number && one.status.is_open();
    earlier.actions.iter().any(was_open).then_some(&earlier.id)
}

/// What an action says, without what became of it.
fn wording(action: &Action) -> Action {
    Action { number: 0, status: ActionStatus::default(), log: Vec::new(), ..action.clone() }
}

/// One action of several copies of it: every line of their logs once, and the status that was recorded last.
fn joined(copies: &[Copied], number: u32) -> Option<Action> {
    let copies = || copies.iter().map(|(_, copy)| *copy);
    let latest = copies().max_by_key(|copy| (copy.log.last().map(|line| line.at), copy.status as u8))?;
    let mut log: Vec<Logged> = Vec::new();
    for line in copies().flat_map(|copy| &copy.log) {
        if !log.contains(line) {
            log.push(line.clone());
        }
    }
    log.sort_by_key(|line| line.at);
    Some(Action { number, log, ..latest.clone() })
}

fn next(actions: &[Action]) -> u32 {
    actions.iter().map(|action| action.number).max().unwrap_or(0).saturating_add(1)
}

/// An action under a new number, its log beginning with where it comes from.
fn of_table(action: &Action, source: &Source<'_>, number: u32) -> Action {
    let mut action = Action { number, ..action.clone() };
    if source.session.tables.is_empty() {
        let event = ActionEvent::Note(format!("From {}", source.name));
        action.log.insert(0, Logged { at: source.session.created, event });
    }
    action
}
