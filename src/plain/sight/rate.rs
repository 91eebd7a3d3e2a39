//! One feature to rate, in words: the statement, what was decided, and all that is kept on it.
//!
//! A private note is only ever said to exist.

use super::{Fact, Sight, votes};
use crate::analysis::absent_voices;
use crate::app::{App, Walk};
use crate::framework::{Confidence, Feature, Framework, Level, Rating, Stage};
use crate::plain::phrase::told;
use crate::session::{Answer, Dissent};
use crate::words::{at_level, capital, decision_as_sentence, evidence_of, is_rated, sentence, views};

pub(super) fn rate(app: &App, walk: &Walk) -> Sight {
    let found = walk.step.feature().and_then(|id| app.cx.framework.feature(id));
    let (Some((cell, stage, feature)), Some(workshop)) = (found, &app.cx.workshop) else { return Sight::default() };
    let (session, level) = (&workshop.session, walk.step.level());
    let answer = session.answer(&feature.id);
    let place = format!("{}, item {} of {}", stage.label, cell.column + 1, stage.features.len());
    let mut heading = vec![
        format!("{place}: {} {}{}.", feature.id, feature.label, level.map_or(String::new(), asked_level)),
        capital(&feature.text) + ".",
        feature.question.clone(),
    ];
    let missing = absent_voices(&app.cx.framework, &session.register);
    heading.extend(
        missing
            .iter()
            .filter(|one| one.is_about(feature))
            .map(|one| format!("Missing voice: {}.", crate::words::missing(one))),
    );
    if let Some(left) = workshop.dive_left(&feature.id, app.cx.now.timestamp()) {
        heading.push(format!("A deep dive runs here: {left} minutes left."));
    }
    if answer.parked {
        heading.push("Parked, to come back to.".into());
    }
    let mut facts = decided(&app.cx.framework, stage, feature, answer);
    facts.extend(kept(answer));
    facts.extend(votes::facts(app, feature, level));
    Sight {
        place: format!("{} {level:?}", feature.id),
        heading,
        turn: level.map(|level| {
            let words = decision_as_sentence(&app.cx.framework, stage, answer.decided.at(Some(level)));
            (feature.id.to_string(), format!("Now for the {} level. {words}", level.word()))
        }),
        once: Some((stage.id.to_string(), answers(&app.cx.framework, stage))),
        facts,
        prompt: format!("{}{}", feature.id, level.map_or(String::new(), |level| format!(" {}", level.word()))),
        ..Sight::default()
    }
}

fn asked_level(level: Level) -> String {
    format!(", for the {} level", level.word())
}

/// The five answers and the others, told at the first item of a stage.
fn answers(framework: &Framework, stage: &Stage) -> String {
    let five = Rating::ALL.map(|rating| format!("{rating} {}", framework.word(stage, rating))).join(", ");
    format!(
        "Answers: {five}, x not agreed, ? don't know, - not relevant here. \"what\" says what a 1 and a 5 look like."
    )
}

/// What was decided, for each level where there are two, with both views of a disagreement.
pub(in crate::plain) fn decided(framework: &Framework, stage: &Stage, feature: &Feature, answer: &Answer) -> Vec<Fact> {
    let levels = feature.rated_at();
    levels
        .into_iter()
        .map(|level| {
            let said = answer.decided.at(level);
            let before = level.map_or(String::new(), |level| format!("{}: ", capital(level.word())));
            let mut lines = vec![format!("{before}{}", decision_as_sentence(framework, stage, said))];
            for (rating, view) in views(framework, stage, said) {
                let who = format!("{before}View of those at {rating}");
                lines.extend(told(&who, view));
            }
            Fact::lines(format!("decision {level:?}"), lines)
        })
        .collect()
}

/// Evidence, note, minority statements, parked, and that a private note is kept.
fn kept(answer: &Answer) -> Vec<Fact> {
    let rated = is_rated(answer);
    let evidence = answer.confidence.filter(|_| rated).map_or(String::new(), evidence);
    let mut facts = vec![
        Fact::new("evidence", evidence).or(if rated { "Evidence not asked." } else { "" }),
        Fact::lines("note", told("Note", &answer.note)).or("The note is empty now."),
    ];
    let many = answer.dissent.len();
    for (place, one) in answer.dissent.iter().enumerate() {
        let number = if many > 1 { format!(" {}", place + 1) } else { String::new() };
        facts.push(Fact::lines(format!("dissent {place}"), dissent(&format!("Minority statement{number}"), one)));
    }
    let private = if answer.private_note.is_empty() { "" } else { "A private note is kept." };
    facts.extend([
        Fact::new(
            "dissents",
            if many < 2 { String::new() } else { format!("{many} minority statements are on the record.") },
        )
        .or("No minority statement is on the record any more."),
        // What is in it is never said; that it has grown is.
        Fact { about: format!("private {}", answer.private_note.len()), ..Fact::new("", private) },
    ]);
    facts
}

/// `Evidence high: two independent sources.`
pub(in crate::plain) fn evidence(confidence: Confidence) -> String {
    sentence(&evidence_of(confidence))
}

/// A minority statement with who asked to be named.
pub(in crate::plain) fn dissent(what: &str, one: &Dissent) -> Vec<String> {
    let by = one.attributed_to.as_deref().map_or("nobody is named".to_owned(), |by| format!("by {by}"));
    told(&format!("{what}{}, {by}", at_level(one.level)), &one.text)
}
