//! What changed between two sessions of one framework: item by item and action by action, and who was in the room then and now.
//!
//! Items are matched by their ids. Nothing is added up or averaged: steps of single ratings, counts of kinds, words.

mod conditions;
mod error;
mod feature;
mod room;
mod turn;

use super::day_of;
use crate::framework::{Framework, Id};
use crate::session::{Action, ActionStatus, Bearing, RiskStatus, Session, Verdict};
use std::collections::BTreeSet;

pub use conditions::{ItemChange, LinkChange};
pub use error::Incomparable;
pub use feature::{FeatureChange, LevelChange, VotesChange};
pub use room::{GroupChange, RoomChange};
pub use turn::{Turn, TurnKind};

/// The same thing in the earlier session and in the later one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ThenNow<T> {
    pub then: T,
    pub now: T,
}

impl<T> ThenNow<T> {
    /// Both, read in the same way.
    pub(crate) fn read<'all, S: ?Sized>(then: &'all S, now: &'all S, read: impl Fn(&'all S) -> T) -> Self {
        Self { then: read(then), now: read(now) }
    }
}

impl<T: PartialEq> ThenNow<T> {
    /// Whether they are not the same.
    pub(crate) fn differs(&self) -> bool {
        self.then != self.now
    }
}

/// What to bear in mind when two sessions are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caution {
    OtherPartnership,
    /// The register of one at least is empty.
    PeopleNotKnown,
    OtherPeople,
    /// Something is rated lower by votes that stand closer together.
    CloserFall,
}

/// An item of which only the sessions know: the framework in use does not have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmatched {
    pub id: Id,
    /// In which of the sessions something was said on it; in one at least.
    pub said: ThenNow<bool>,
}

/// What changed between two sessions.
#[derive(Clone, Debug)]
pub struct Comparison<'all> {
    pub sessions: ThenNow<&'all Session>,
    /// Every feature of the framework, in the order of the chain.
    pub features: Vec<FeatureChange<'all>>,
    /// The links that stand otherwise, in order.
    pub links: Vec<LinkChange<'all>>,
    /// The assumptions, influencing factors and risks that stand otherwise, in order.
    pub conditions: Vec<ItemChange<'all>>,
    pub room: RoomChange,
    /// What became of the actions of the earlier session, in its order.
    pub actions: Vec<ActionSince<'all>>,
    /// Items that the framework in use does not have, by id.
    pub unmatched: Vec<Unmatched>,
}

/// The two sessions with the earlier workshop first: by its day, then by when it was begun.
pub fn earlier_first<'all>(one: &'all Session, other: &'all Session) -> ThenNow<&'all Session> {
    let when = |session: &Session| (day_of(session), session.created);
    if when(other) < when(one) { ThenNow { then: other, now: one } } else { ThenNow { then: one, now: other } }
}

/// Compares two sessions, in this order. They may be of different versions of the framework.
pub fn compare<'all>(
    framework: &'all Framework,
    then: &'all Session,
    now: &'all Session,
) -> Result<Comparison<'all>, Incomparable> {
    if then.framework.id != now.framework.id {
        return Err(Incomparable::OtherFrameworks(then.framework.title.clone(), now.framework.title.clone()));
    }
    if then.framework.id != framework.id {
        return Err(Incomparable::NotThisFramework(then.framework.title.clone(), framework.title.clone()));
    }
    Ok(Comparison {
        sessions: ThenNow { then, now },
        features: feature::changes(framework, then, now),
        links: conditions::links(framework, then, now),
        conditions: conditions::items(framework, then, now),
        room: RoomChange::of(&then.register, &now.register),
        actions: actions_since(then, now),
        unmatched: unmatched(framework, then, now),
    })
}

impl<'all> Comparison<'all> {
    /// How many features took a turn of this kind.
    pub fn count(&self, kind: TurnKind) -> usize {
        self.of_kind(kind).count()
    }

    /// The features that took a turn of this kind, in the order of the chain.
    pub fn of_kind(&self, kind: TurnKind) -> impl Iterator<Item = &FeatureChange<'all>> {
        self.features.iter().filter(move |change| change.turn.kind() == kind)
    }

    /// The features that took a turn of this kind, those that moved furthest first, equals in the order of the chain.
    pub fn furthest_first(&self, kind: TurnKind) -> Vec<&FeatureChange<'all>> {
        let mut changes: Vec<_> = self.of_kind(kind).collect();
        changes.sort_by_key(|change| std::cmp::Reverse(change.turn.steps()));
        changes
    }

    pub fn state_changes(&self) -> impl Iterator<Item = &FeatureChange<'all>> {
        self.features.iter().filter(|change| change.states().differs())
    }

    /// The versions of the framework, where they are not the same.
    pub fn versions(&self) -> Option<ThenNow<u32>> {
        let ThenNow { then, now } = self.sessions;
        Some(ThenNow { then: then.framework.version, now: now.framework.version }).filter(ThenNow::differs)
    }

    /// What to bear in mind; nothing where nothing speaks against the comparison.
    pub fn cautions(&self) -> Vec<Caution> {
        let ThenNow { then, now } = self.sessions;
        let other = !crate::analysis::is_same_partnership(&then.about.partnership, &now.about.partnership);
        let closer = self.features.iter().any(FeatureChange::fell_with_closer_votes);
        let other = other.then_some(Caution::OtherPartnership);
        other.into_iter().chain(self.room.caution()).chain(closer.then_some(Caution::CloserFall)).collect()
    }

    /// How many actions of the earlier session are this far now.
    pub fn count_actions(&self, status: ActionStatus) -> usize {
        self.actions.iter().filter(|action| action.status() == status).count()
    }
}

/// Everything on which a session said something, by id.
fn said(session: &Session) -> BTreeSet<&Id> {
    let assumptions = session.assumptions.iter().filter(|(_, answer)| answer.verdict != Verdict::NotDiscussed);
    let influences = session.influences.iter().filter(|(_, answer)| answer.bearing != Bearing::NotDiscussed);
    let risks = session.risks.iter().filter(|(_, answer)| answer.concern.status() != RiskStatus::NotDiscussed);
    let ids = session.answers.keys().chain(assumptions.map(|(id, _)| id)).chain(influences.map(|(id, _)| id));
    ids.chain(risks.map(|(id, _)| id)).collect()
}

fn unmatched(framework: &Framework, then: &Session, now: &Session) -> Vec<Unmatched> {
    let (then, now) = (said(then), said(now));
    let unknown = then.union(&now).filter(|id| framework.item(id).is_none());
    unknown
        .map(|id| Unmatched { id: (*id).clone(), said: ThenNow { then: then.contains(*id), now: now.contains(*id) } })
        .collect()
}

/// One action of the earlier session, and how far it is.
#[derive(Clone, Copy, Debug)]
pub struct ActionSince<'all> {
    /// The action as the earlier session has it.
    pub action: &'all Action,
    /// The same action in the later session, which then says how far it is.
    pub again: Option<&'all Action>,
}

impl ActionSince<'_> {
    /// How far it is: as the later session says, or else as the earlier one does.
    pub fn status(&self) -> ActionStatus {
        self.again.unwrap_or(self.action).status
    }
}

/// What became of the actions of one session by the time of another, in the order of the first.
pub(crate) fn actions_since<'all>(then: &'all Session, now: &'all Session) -> Vec<ActionSince<'all>> {
    let wording = |action: &Action| action.what.trim().to_lowercase();
    // An action without words yet is known by what it is for.
    let same = |one: &Action, other: &Action| {
        wording(one) == wording(other) && (!wording(one).is_empty() || one.why == other.why)
    };
    let again = |action: &Action| {
        // Of two with the same wording each stands for itself, by its number.
        let mut alike = now.actions.iter().filter(|other| same(action, other));
        alike.clone().find(|other| other.number == action.number).or_else(|| alike.next())
    };
    then.actions.iter().map(|action| ActionSince { action, again: again(action) }).collect()
}
