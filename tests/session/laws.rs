//! Laws that hold for every session, tried on many.

use crate::support::said::{Said, at, id};
use plenary::analysis::{
    Ground, HeatMap, RiskReading, State, ToAct, failed_gates, links, prompted, to_protect, where_to_act,
};
use plenary::framework::{Confidence, Feature, Framework, Id, Item, Level, Rag, Rating};
use plenary::session::{ActionStatus, Bearing, Changed, Decision, History, Range, RiskStatus, Session, Verdict};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// One change of any kind; `Index` picks the item from whatever the framework has.
#[derive(Clone, Debug)]
enum Change {
    Decide(Index, Option<Level>, Decision),
    Trust(Index, Option<Confidence>),
    Judge(Index, Verdict),
    NoteAssumption(Index, String),
    Weigh(Index, Bearing),
    Place(Index, RiskStatus),
    Impact(Index, Option<Rating>),
    Likelihood(Index, Option<Rating>),
    Dots(Index, u16),
    AddAction(String),
    EditAction(u32, String),
    MoveAction(u32, usize),
    Status(u32, ActionStatus),
    Log(u32, String),
    Review(bool),
}

fn rating() -> impl Strategy<Value = Rating> {
    select(Rating::ALL.to_vec())
}

fn decision() -> impl Strategy<Value = Decision> {
    let split = (rating(), rating()).prop_filter_map("two ends", |(one, other)| {
        let (low_view, high_view) = (String::new(), String::new());
        Some(Decision::NotAgreed { range: Range::between(one, other)?, low_view, high_view })
    });
    prop_oneof![
        6 => rating().prop_map(Decision::Agreed),
        1 => rating().prop_map(Decision::AgreedWithReservations),
        1 => split,
        1 => Just(Decision::DontKnow),
        1 => Just(Decision::NotRelevant),
        1 => Just(Decision::NotDiscussed),
    ]
}

fn change() -> impl Strategy<Value = Change> {
    let any = proptest::arbitrary::any::<Index>;
    let maybe = || proptest::option::of(rating());
    let verdicts = [&Verdict::ALL[..], &[Verdict::NotDiscussed]].concat();
    let statuses = [&RiskStatus::ALL[..], &[RiskStatus::NotDiscussed]].concat();
    let confidences = select(vec![None, Some(Confidence::Low), Some(Confidence::High)]);
    let levels = select(vec![None, Some(Level::Strategic), Some(Level::Operational)]);
    prop_oneof![
        12 => (any(), levels, decision()).prop_map(|(item, level, decision)| Change::Decide(item, level, decision)),
        3 => (any(), confidences).prop_map(|(item, confidence)| Change::Trust(item, confidence)),
        4 => (any(), select(verdicts)).prop_map(|(item, verdict)| Change::Judge(item, verdict)),
        1 => (any(), "[a-z]{0,3}").prop_map(|(item, text)| Change::NoteAssumption(item, text)),
        1 => (any(), select(Bearing::ALL.to_vec())).prop_map(|(item, bearing)| Change::Weigh(item, bearing)),
        4 => (any(), select(statuses)).prop_map(|(item, status)| Change::Place(item, status)),
        4 => (any(), maybe()).prop_map(|(item, rating)| Change::Impact(item, rating)),
        3 => (any(), maybe()).prop_map(|(item, rating)| Change::Likelihood(item, rating)),
        4 => (any(), 0..4_u16).prop_map(|(item, dots)| Change::Dots(item, dots)),
        2 => "[a-z]{0,3}".prop_map(Change::AddAction),
        2 => (0..4_u32, "[a-z]{0,3}").prop_map(|(number, text)| Change::EditAction(number, text)),
        2 => (0..4_u32, 0..4_usize).prop_map(|(number, place)| Change::MoveAction(number, place)),
        1 => (0..4_u32, select(ActionStatus::ALL.to_vec())).prop_map(|(number, status)| Change::Status(number, status)),
        1 => (0..4_u32, "[a-z]{0,3}").prop_map(|(number, text)| Change::Log(number, text)),
        1 => select(vec![true, false]).prop_map(Change::Review),
    ]
}

fn make(framework: &Framework, session: &mut Session, change: &Change) -> Changed {
    let features: Vec<Feature> = framework.features().map(|(_, _, feature)| feature.clone()).collect();
    let items: Vec<Item<'_>> = framework.items().collect();
    match change {
        Change::Decide(item, level, decision) => session.decide(item.get(&features), *level, decision.clone(), at()),
        Change::Trust(item, confidence) => session.trust(item.get(&features), *confidence),
        Change::Judge(item, verdict) => session.judge(item.get(&framework.assumptions), *verdict),
        Change::NoteAssumption(item, text) => session.note_assumption(item.get(&framework.assumptions), text),
        Change::Weigh(item, bearing) => session.weigh(item.get(&framework.influences), *bearing),
        Change::Place(item, status) => session.place_risk(item.get(&framework.risks), *status),
        Change::Impact(item, impact) => session.set_impact(item.get(&framework.risks), *impact),
        Change::Likelihood(item, likelihood) => session.set_likelihood(item.get(&framework.risks), *likelihood),
        Change::Dots(item, dots) => session.put_dots(*item.get(&items), *dots),
        Change::AddAction(what) => session.add_action(what, vec![], at()),
        Change::EditAction(number, text) => session.edit_action(*number, |action| action.owner.clone_from(text)),
        Change::MoveAction(number, place) => session.move_action(*number, *place),
        Change::Status(number, status) => session.set_action_status(*number, *status, at()),
        Change::Log(number, text) => session.log_action(*number, text, at()),
        Change::Review(set) => session.set_review(set.then(|| "2026-09-10".parse().unwrap())),
    }
}

/// A session after these changes, those that are refused left out.
fn after(framework: &Framework, changes: &[Change]) -> Session {
    let mut session = Said::on(framework.clone()).session;
    for change in changes {
        let _ = make(framework, &mut session, change);
    }
    session
}

fn told(places: &[ToAct<'_>]) -> Vec<(String, Ground, u16)> {
    places.iter().map(|one| (one.item.id().to_string(), one.ground, one.dots)).collect()
}

#[test]
fn nothing_recorded_claims_nothing() {
    let Said { framework, session, .. } = Said::nothing();
    assert!(failed_gates(&framework, &session).is_empty());
    assert!(where_to_act(&framework, &session).is_empty());
    assert!(to_protect(&framework, &session).is_empty());
    let map = HeatMap::of(&framework, &session);
    assert!(map.rows.iter().flat_map(|row| &row.readings).all(|reading| reading.state == State::NotDiscussed));
    assert!(map.rows.iter().all(|row| !row.strip.at_risk));
    for risk in RiskReading::all(&framework, &session) {
        assert_eq!((risk.prompt.likelihood, risk.prompt.signals.len(), risk.rag), (Rating::One, 0, None));
    }
    for link in links(&framework, &session) {
        assert_eq!((link.state.key(), link.leap), ("not_yet_known", None));
    }
}

proptest! {
    #![proptest_config(crate::support::cases(200))]

    #[test]
    fn undoing_everything_is_exact_and_so_is_redoing_it(
        before in vec(change(), 0..20),
        changes in vec(change(), 1..60),
    ) {
        let framework = Framework::built_in().unwrap();
        let mut session = after(&framework, &before);
        let mut history = History::default();
        let mut states = vec![session.clone()];
        for change in &changes {
            let unchanged = session.clone();
            if let Ok(Some(edit)) = make(&framework, &mut session, change) {
                history.record(edit, &session);
                states.push(session.clone());
            } else {
                prop_assert_eq!(&session, &unchanged, "refused or idle, and yet changed");
            }
        }
        let last = states.pop().unwrap();
        for state in states.iter().rev() {
            prop_assert!(history.undo(&mut session).is_some());
            prop_assert_eq!(&session, state);
        }
        prop_assert!(history.undo(&mut session).is_none());
        while history.redo(&mut session).is_some() {}
        prop_assert_eq!(session, last);
    }

    #[test]
    fn where_to_act_is_a_total_and_stable_order(changes in vec(change(), 0..80)) {
        let framework = Framework::built_in().unwrap();
        let session = after(&framework, &changes);
        let places = where_to_act(&framework, &session);
        let chain: Vec<&Id> = framework.items().map(|item| item.id()).collect();
        let key = |one: &ToAct<'_>| {
            let place = chain.iter().position(|id| *id == one.item.id()).unwrap();
            (one.ground, std::cmp::Reverse(one.dots), place)
        };
        // Strictly rising: total, with no item twice and no tie left open.
        prop_assert!(places.windows(2).all(|pair| key(&pair[0]) < key(&pair[1])));

        // The same things said in another order, into maps filled from the other end, give the same list.
        let mut other = session.clone();
        other.answers = session.answers.clone().into_iter().rev().collect();
        other.assumptions = session.assumptions.clone().into_iter().rev().collect();
        other.risks = session.risks.clone().into_iter().rev().collect();
        other.dots = session.dots.clone().into_iter().rev().collect();
        prop_assert_eq!(told(&places), told(&where_to_act(&framework, &other)));
        prop_assert!(to_protect(&framework, &session).iter().all(|strength| {
            places.iter().all(|one| *one.item.id() != strength.standing.feature.id)
        }), "no strength to protect is also a place to act");
    }

    #[test]
    fn raising_a_rating_never_makes_its_stage_worse(
        changes in vec(change(), 0..80),
        feature in any::<Index>(),
        level in select(Level::ALL.to_vec()),
    ) {
        // Precisely: a step up of one agreed rating never lowers the stage's median, never puts one more of its
        // features at risk, and never turns the stage at risk. The one exception is a step up of the higher level
        // that opens a gap of two: that is a disagreement found, not a rating gone wrong.
        let framework = Framework::built_in().unwrap();
        let mut session = after(&framework, &changes);
        let features: Vec<_> = framework.features().collect();
        let (cell, _, feature) = *feature.get(&features);
        let level = feature.levels.then_some(level);
        let decided = &session.answer(&feature.id).decided;
        let Some(rating) = decided.at(level).rating() else { return Ok(()) };
        let Some(higher) = Rating::ALL.get(rating.index() + 1).copied() else { return Ok(()) };
        let other = decided.all().into_iter().find(|(at, _)| *at != level).and_then(|(_, decision)| decision.rating());
        prop_assume!(other.is_none_or(|other| higher.number() < other.number() + 2));

        let before = HeatMap::of(&framework, &session).rows[cell.row].strip;
        session.decide(feature, level, Decision::Agreed(higher), at()).unwrap();
        let after = HeatMap::of(&framework, &session).rows[cell.row].strip;
        prop_assert!(after.median >= before.median);
        prop_assert!(after.counts.sum(State::is_at_risk) <= before.counts.sum(State::is_at_risk));
        prop_assert!(before.at_risk || !after.at_risk);
    }

    #[test]
    fn worse_answers_never_prompt_a_lower_likelihood(
        changes in vec(change(), 0..80),
        risk in any::<Index>(),
        feature in any::<Index>(),
    ) {
        let framework = Framework::built_in().unwrap();
        let mut session = after(&framework, &changes);
        let risk = risk.get(&framework.risks);
        let before = prompted(&framework, &session, risk).likelihood;
        session.judge(framework.assumption(&risk.assumptions[0]).unwrap(), Verdict::DoesNotHold).unwrap();
        let worse = prompted(&framework, &session, risk).likelihood;
        prop_assert!(worse >= before && worse >= Rating::Three);
        let (_, _, feature) = framework.feature(feature.get(&risk.features)).unwrap();
        let levels = if feature.levels { Level::ALL.map(Some).to_vec() } else { vec![None] };
        for level in levels {
            session.decide(feature, level, Decision::Agreed(Rating::One), at()).unwrap();
        }
        prop_assert!(prompted(&framework, &session, risk).likelihood >= worse);
    }

    #[test]
    fn a_colour_needs_an_impact(changes in vec(change(), 0..80)) {
        let framework = Framework::built_in().unwrap();
        let session = after(&framework, &changes);
        for risk in RiskReading::all(&framework, &session) {
            prop_assert_eq!(risk.rag.is_some(), risk.concern.impact().is_some());
        }
        let red = RiskReading::all(&framework, &session).iter().filter(|risk| risk.rag == Some(Rag::Red)).count();
        let listed = where_to_act(&framework, &session).iter().filter(|one| matches!(one.item, Item::Risk(_))).count();
        prop_assert_eq!(red, listed);
    }
}

#[test]
fn ids_of_another_framework_are_kept_and_change_nothing() {
    let Said { framework, mut session, .. } = Said::nothing();
    session.dots.insert(id("Z9"), 3);
    session.assumptions.entry(id("AS99")).or_default().verdict = Verdict::DoesNotHold;
    assert!(where_to_act(&framework, &session).is_empty());
    assert!(failed_gates(&framework, &session).is_empty());
    assert_eq!(session.dots_placed(), 3);
}
