//! A proptest strategy for what a room says after the chain: assumptions, influences, risks, dots, actions, review.
//!
//! Nothing here depends on the real content.

use super::sessions::{dates, ids, ratings, texts, timestamps};
use super::voted::stances;
use jiff::civil::Date;
use plenary::framework::Id;
use plenary::session::{
    Action, ActionEvent, ActionStatus, AssumptionAnswer, Bearing, Concern, InfluenceAnswer, Logged, RiskAnswer, Verdict,
};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
pub(crate) struct AfterTheChain {
    pub(crate) assumptions: BTreeMap<Id, AssumptionAnswer>,
    pub(crate) influences: BTreeMap<Id, InfluenceAnswer>,
    pub(crate) risks: BTreeMap<Id, RiskAnswer>,
    pub(crate) dots: BTreeMap<Id, u16>,
    pub(crate) actions: Vec<Action>,
    pub(crate) review: Option<Date>,
}

pub(crate) fn after_the_chain() -> impl Strategy<Value = AfterTheChain> {
    (
        btree_map(ids(), assumptions(), 0..4),
        btree_map(ids(), influences(), 0..4),
        btree_map(ids(), risks(), 0..4),
        btree_map(ids(), any::<u16>(), 0..4),
        vec(actions(), 0..4),
        option::of(dates()),
    )
        .prop_map(|(assumptions, influences, risks, dots, actions, review)| AfterTheChain {
            assumptions,
            influences,
            risks,
            dots,
            actions,
            review,
        })
}

fn assumptions() -> impl Strategy<Value = AssumptionAnswer> {
    let verdict = select([&Verdict::ALL[..], &[Verdict::NotDiscussed]].concat());
    (verdict, texts(), texts(), texts(), stances()).prop_map(|(verdict, note, private_note, dissent, rounds)| {
        AssumptionAnswer { verdict, note, private_note, dissent, rounds }
    })
}

fn influences() -> impl Strategy<Value = InfluenceAnswer> {
    let bearing = select([&Bearing::ALL[..], &[Bearing::NotDiscussed]].concat());
    (bearing, texts()).prop_map(|(bearing, note)| InfluenceAnswer { bearing, note })
}

fn risks() -> impl Strategy<Value = RiskAnswer> {
    let maybe = || option::of(ratings());
    let concern = prop_oneof![
        Just(Concern::NotDiscussed),
        maybe().prop_map(|impact| Concern::HappeningNow { impact }),
        (maybe(), maybe()).prop_map(|(likelihood, impact)| Concern::CouldHappen { likelihood, impact }),
        Just(Concern::NotAConcern),
    ];
    (concern, texts()).prop_map(|(concern, note)| RiskAnswer { concern, note })
}

fn actions() -> impl Strategy<Value = Action> {
    let statuses = || select(ActionStatus::ALL.to_vec());
    let event = prop_oneof![
        Just(ActionEvent::Added),
        statuses().prop_map(ActionEvent::Status),
        texts().prop_map(ActionEvent::Note),
    ];
    let log = vec((timestamps(), event).prop_map(|(at, event)| Logged { at, event }), 0..4);
    ((any::<u32>(), texts(), vec(ids(), 0..3)), (texts(), texts(), option::of(dates()), texts()), (statuses(), log))
        .prop_map(|((number, what, why), (owner, support, by, measure), (status, log))| Action {
            number,
            what,
            why,
            owner,
            support,
            by,
            measure,
            status,
            log,
        })
}
