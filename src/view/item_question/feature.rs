//! A feature: the five answers and what they mean, at one level or two.

use super::{AtLevel, Choice, Here, ItemQuestion, Outcome, choices, flags, note, votes};
use crate::app::Target;
use crate::framework::{Feature, Level, Rating, Stage};
use crate::session::{Agreement, Answer, Bearing, Decision};
use crate::view::{Text, Tone};
use crate::words::{
    A_BLIND_SPOT, EVIDENCE_OFFERED, at_level, capital, decision, dissent, evidence_of, is_rated, rated, views,
};

pub(super) fn asked(here: &Here, stage: &Stage, feature: &Feature) -> ItemQuestion {
    let session = &here.workshop.session;
    let answer = session.answer(&feature.id);
    let decided = session.decision_at(&here.walk.step);
    let framework = &here.app.cx.framework;
    let rounds = here.app.cx.rounds(feature, here.walk.step.level());
    let given = decided.rating().map(Rating::index);
    let words = Rating::ALL.map(|rating| (framework.word(stage, rating), Tone::Rating(rating)));
    let choices = choices(here, "12345", words, given);
    let choices =
        choices.into_iter().zip(Rating::ALL).map(|(one, rating)| Choice { target: Target::Rating(rating), ..one });
    let evidence = answer.confidence.filter(|_| is_rated(answer));
    let is_asked = evidence.is_none() && decided.rating().is_some() && here.app.cx.takes_changes();
    ItemQuestion {
        question: feature.question_at(here.walk.step.level()).to_owned(),
        anchors: vec![format!("1 = {}", feature.one), format!("5 = {}", feature.five)],
        levels: levels(here, stage, feature, answer),
        choices: votes::counted(choices.collect(), &rounds, |shown| shown.counts.0.to_vec()),
        reveal: votes::reveal(here, feature, &rounds),
        votes: votes::on_feature(here, feature, &rounds),
        outcome: outcome(here, stage, decided),
        evidence: evidence.map_or(String::new(), |one| capital(&evidence_of(one))),
        asks_evidence: if is_asked { EVIDENCE_OFFERED } else { Default::default() },
        said: said(here, stage, answer, decided),
        flags: flags(answer.parked, &answer.private_note),
        ..ItemQuestion::default()
    }
}

fn levels(here: &Here, stage: &Stage, feature: &Feature, answer: &Answer) -> Vec<AtLevel> {
    let levels = Level::ALL.into_iter().filter(|_| feature.levels);
    let level = |level: Level| {
        let said = answer.decided.at(Some(level));
        let words = decision(&here.app.cx.framework, stage, said);
        let said = match said {
            Decision::NotDiscussed => Default::default(),
            Decision::NotAgreed { range, .. } => [words, format!("{}-{}", range.low(), range.high())],
            other => [words.clone(), other.rating().map_or(words, |rating| rating.to_string())],
        };
        AtLevel { name: level.label().into(), said, is_asked: here.walk.step.level() == Some(level) }
    };
    levels.map(level).collect()
}

fn outcome(here: &Here, stage: &Stage, decided: &Decision) -> Outcome {
    let term = tr!("Group rating{level}", level = at_level(here.walk.step.level()));
    match decided {
        Decision::NotDiscussed => Outcome::open(),
        Decision::DontKnow => Outcome::new(term, tr!("don't know"), Tone::Marked).and(A_BLIND_SPOT),
        Decision::NotRelevant => Outcome::new(term, Bearing::NotRelevant.label(), Tone::Marked),
        Decision::NotAgreed { .. } => Outcome::new(term, decided.describe(), Tone::Contested),
        Decision::Agreed(rating) | Decision::AgreedWithReservations(rating) => {
            let firmly = match decided.agreement() {
                Some(Agreement::WithReservations) => vec![tr!("agreed with reservations"), tr!("reservations")],
                Some(Agreement::Full) | None => vec![tr!("agreed")],
            };
            let more = firmly.into_iter().map(str::to_owned).collect();
            Outcome { more, ..Outcome::new(term, rated(&here.app.cx.framework, stage, *rating), Tone::Marked) }
        }
    }
}

/// Both views where the room does not agree, minority statements and the note.
fn said(here: &Here, stage: &Stage, answer: &Answer, decided: &Decision) -> Text {
    let mut said = Text::default();
    for (rating, view) in views(&here.app.cx.framework, stage, decided) {
        note(&mut said, &tr!("View at {rating}", rating), view);
    }
    for one in &answer.dissent {
        note(&mut said, tr!("Dissent"), &dissent(one));
    }
    note(&mut said, tr!("Note"), &answer.note);
    said
}
