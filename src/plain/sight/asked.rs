//! Assumptions, influencing factors and risks, in words: the statement, the answers, and what the room said.
//!
//! Of a risk one question is put after the other, beside the likelihood that the room's own answers prompt.

use super::{Fact, Sight, votes};
use crate::analysis::{IMPACT, LIKELIHOOD, RiskReading, absent_voices};
use crate::app::{App, Question, Walk, Workshop, section};
use crate::framework::{Assumption, Influence, Item, Leg, Risk};
use crate::plain::phrase::told;
use crate::session::{Bearing, Concern, RiskStatus, Verdict};
use crate::words::{capital, commas, likelihood, name, risk_forms, sentence, why_prompted, with_colour};

pub(super) fn asked(app: &App, walk: &Walk) -> Sight {
    let item = walk.step.item().and_then(|id| app.cx.framework.item(id));
    let (Some(item), Some(Leg::Section(one)), Some(workshop)) =
        (item, app.cx.framework.leg_of(&walk.step), &app.cx.workshop)
    else {
        return Sight::default();
    };
    let items = app.cx.framework.items_in(one);
    let number = items.iter().position(|other| other.id() == item.id()).map_or(1, |place| place + 1);
    let place = format!("{}, item {number} of {}", section::label(one), items.len());
    let mut sight = match item {
        Item::Assumption(assumption) => assumed(app, workshop, assumption),
        Item::Influence(influence) => influenced(workshop, influence),
        Item::Risk(risk) => risked(app, workshop, risk, walk.question),
        Item::Feature(..) => Sight::default(),
    };
    let head = [format!("{place}: {}.", name(item)), capital(item.text()) + "."];
    sight.heading.splice(0..0, head);
    sight.place = item.id().to_string();
    sight
}

fn assumed(app: &App, workshop: &Workshop, one: &Assumption) -> Sight {
    let answer = workshop.session.assumption(&one.id);
    let said = match answer.verdict {
        Verdict::NotDiscussed => "Not yet discussed.".to_owned(),
        verdict => format!("The room says: {}.", verdict.words()),
    };
    let private = if answer.private_note.is_empty() { "" } else { "A private note is kept." };
    let mut facts = vec![
        Fact::new("verdict", said),
        Fact::lines("dissent", told("Minority statement", &answer.dissent)).or("The statement is empty now."),
        Fact::lines("note", told("Note", &answer.note)).or("The note is empty now."),
        Fact { about: format!("private {}", answer.private_note.len()), ..Fact::new("", private) },
    ];
    facts.extend(votes::stances(app, &one.id));
    Sight {
        heading: vec![one.question.clone()],
        once: Some(("assumptions".into(), "Answers: 1 holds, 2 partly holds, 3 does not hold, ? don't know.".into())),
        facts,
        prompt: one.id.to_string(),
        ..Sight::default()
    }
}

fn influenced(workshop: &Workshop, one: &Influence) -> Sight {
    let answer = workshop.session.influence(&one.id);
    let said = match answer.bearing {
        Bearing::NotDiscussed => "Not yet discussed.".to_owned(),
        bearing => format!("The room says: {}.", bearing.words()),
    };
    Sight {
        heading: one.findings.iter().map(|finding| format!("The research found: {finding}.")).collect(),
        once: Some(("influences".into(), "Answers: 1 helps, 2 hinders, 3 both, - not relevant here.".into())),
        facts: vec![
            Fact::new("bearing", said),
            Fact::lines("note", told("Note", &answer.note)).or("The note is empty now."),
        ],
        prompt: one.id.to_string(),
        ..Sight::default()
    }
}

fn risked(app: &App, workshop: &Workshop, risk: &Risk, question: Question) -> Sight {
    let session = &workshop.session;
    let reading = RiskReading::of(&app.cx.framework, session, risk);
    let mut heading = vec![risk.question.clone()];
    let missing = absent_voices(&app.cx.framework, &session.register);
    heading.extend(
        missing
            .iter()
            .filter(|one| one.is_about_risk(risk))
            .map(|one| format!("Missing voice: {}.", crate::words::missing(one))),
    );
    let prompted = match reading.concern {
        Concern::CouldHappen { .. } => format!(
            "Your own answers prompt a likelihood of {}. {}",
            likelihood(reading.prompt.likelihood),
            sentence(&why_prompted(&reading))
        ),
        _ if reading.prompt.signals.is_empty() => String::new(),
        _ => format!("Signals: {}.", reading.signals()),
    };
    let name = match question {
        Question::Place => String::new(),
        Question::Impact => " impact".into(),
        Question::Likelihood => " likelihood".into(),
    };
    Sight {
        heading,
        facts: vec![
            Fact::new("outcome", outcome(&reading)),
            Fact::new("prompted", prompted),
            Fact::new("far apart", reading.question().unwrap_or_default()),
            Fact::lines("note", told("Note", &session.risk(&risk.id).note)).or("The note is empty now."),
            Fact::new("question", put(question, reading.concern.status())),
        ],
        prompt: format!("{}{name}", risk.id),
        ..Sight::default()
    }
}

/// The question in sight with its answers.
fn put(question: Question, status: RiskStatus) -> String {
    let five = |words: [&str; 5]| commas(words.iter().enumerate().map(|(place, word)| format!("{} {word}", place + 1)));
    match question {
        Question::Place => "Is it happening here? Answers: 1 happening now, 2 could happen, 3 not a concern.".into(),
        Question::Impact if status == RiskStatus::HappeningNow => {
            format!("Impact: how much does it matter? Answers: {}.", five(IMPACT))
        }
        Question::Impact => format!("Impact: how much would it matter? Answers: {}.", five(IMPACT)),
        Question::Likelihood => {
            format!("Likelihood: how likely is it here? Answers: {}. Enter leaves it as prompted.", five(LIKELIHOOD))
        }
    }
}

/// `Happening now, impact 4 Major, red.`
pub(in crate::plain) fn outcome(reading: &RiskReading<'_>) -> String {
    let [full, ..] = risk_forms(reading);
    format!("{}.", with_colour(&full, reading.rag))
}
