//! One item on a page: rating, evidence, note, both views, the votes, and how it came about.
//!
//! A private note is named and never shown. What it shows can be changed only on the item itself.

mod votes;

use super::reading::NO_SESSION;
use super::{Body, Frame, Reading, Text, Tone, View, marks};
use crate::analysis::{RiskReading, State, absent_voices, reading};
use crate::app::{App, Details, Workshop};
use crate::catalogue::Message;
use crate::framework::{Feature, Id, Item, Rating, Risk, Stage};
use crate::session::{Answer, AssumptionAnswer, Concern, Decision, Recorded, RiskStatus, Session, Verdict};
use crate::words::{self, capital, dissent};
use jiff::Timestamp;

/// Columns before what is said of an item.
const TERM: usize = 12;

const NOT_DISCUSSED: Message = Message("Not yet discussed");

const PRIVATE: Message = Message("A private note is kept. It is never shown here.");

pub(super) fn details<'a>(app: &'a App, details: &Details) -> Option<View<'a>> {
    let item = app.cx.framework.item_at(details.cell)?;
    let title = format!("{} {}", item.id(), item.label().to_uppercase());
    let title = match item {
        Item::Feature(_, stage, _) => format!("{title} · {}", stage.label),
        _ => title,
    };
    let mut text = Text::default();
    text.hanging(format!("{}  ", item.id()), item.text(), Tone::Accent, Tone::Text);
    text.blank();
    text.append(kept(app, app.cx.workshop.as_ref()?, item));
    let reading = Reading { text, scroll: details.scroll, ..Reading::default() };
    Some(View::new(format!("details {}", item.id()), Frame::new(app, title, ""), Body::Reading(reading)))
}

/// The same to be read aloud, of any item.
pub(crate) fn details_aloud(app: &App, id: &Id) -> Vec<String> {
    let (Some(workshop), Some(item)) = (&app.cx.workshop, app.cx.framework.item(id)) else {
        return vec![NO_SESSION.into()];
    };
    let statement = format!("{}: {}", words::name(item), words::sentence(item.text()));
    std::iter::once(statement).chain(kept(app, workshop, item).sentences()).collect()
}

fn kept(app: &App, workshop: &Workshop, item: Item) -> Text {
    let session = &workshop.session;
    let mut text = Text::default();
    match item {
        Item::Feature(_, stage, feature) => rated(app, session, stage, feature, &mut text),
        Item::Assumption(one) => assumption(session.assumption(&one.id), &mut text),
        Item::Influence(one) => {
            let answer = session.influence(&one.id);
            says(answer.bearing.label(), Tone::Text, &mut text);
            note(tr!("Note"), &answer.note, &mut text);
        }
        Item::Risk(one) => risk(app, session, one, &mut text),
    }
    for comment in session.comments(&app.cx.framework, Some(item.id())) {
        note(words::FROM_THE_SURVEY.text(), comment, &mut text);
    }
    actions(session, item.id(), &mut text);
    match item {
        Item::Feature(_, stage, feature) => {
            votes::on_feature(session, feature, &mut text);
            history(app, workshop, stage, session.answer(&feature.id), &mut text);
        }
        Item::Assumption(one) => votes::on_assumption(session, one, &mut text),
        Item::Influence(_) | Item::Risk(_) => {}
    }
    text
}

fn term(text: &mut Text, term: &str, words: impl Into<String>) {
    text.hanging(format!("{term:<TERM$}"), words, Tone::Muted, Tone::Text);
}

/// Words after a blank line, or nothing.
fn note(name: &str, words: &str, text: &mut Text) {
    if !words.trim().is_empty() {
        text.blank();
        term(text, name, words.trim());
    }
}

/// What the room says, in the tone of the map.
fn says(words: &str, tone: Tone, text: &mut Text) {
    text.hanging(tr!("The room says  "), words, Tone::Muted, tone);
}

/// What was agreed, on what evidence, what that makes of it, and what was written down.
fn rated(app: &App, session: &Session, stage: &Stage, feature: &Feature, text: &mut Text) {
    let answer = session.answer(&feature.id);
    let reading = reading(session, stage, &feature.id);
    let framework = &app.cx.framework;
    if answer.decided.all().iter().all(|(_, decision)| **decision == Decision::NotDiscussed) {
        text.text(0, NOT_DISCUSSED, Tone::Text);
    }
    for (level, decision) in answer.decided.all().into_iter().filter(|(_, one)| **one != Decision::NotDiscussed) {
        let name = level.map_or(tr!("Rating").into(), |level| capital(level.label()));
        let tone = match decision {
            Decision::NotAgreed { .. } => Tone::Contested,
            other => other.rating().map_or(Tone::Text, Tone::Rating),
        };
        text.hanging(format!("{name:<TERM$}"), words::decision(framework, stage, decision), Tone::Muted, tone);
        for (rating, view) in words::views(framework, stage, decision) {
            text.hanging(format!("  {rating}: "), view, Tone::Muted, Tone::Text);
        }
    }
    let evidence = words::evidence_alone(answer, reading);
    if !evidence.is_empty() {
        term(text, tr!("Evidence"), evidence);
    }
    if reading.state != State::NotDiscussed || reading.half.is_some() {
        term(text, tr!("Counts as"), reading.state.label());
    }
    if answer.parked {
        term(text, tr!("Parked"), tr!("to come back to"));
    }
    note(tr!("Note"), &answer.note, text);
    for one in &answer.dissent {
        note(tr!("Dissent"), &dissent(one), text);
    }
    private(&answer.private_note, text);
}

fn private(words: &str, text: &mut Text) {
    if !words.trim().is_empty() {
        text.blank();
        text.text(0, PRIVATE, Tone::Text);
    }
}

/// Every change of the decision, newest first.
fn history(app: &App, workshop: &Workshop, stage: &Stage, answer: &Answer, text: &mut Text) {
    if answer.history.is_empty() {
        return;
    }
    text.blank();
    text.text(0, tr!("HOW IT CAME ABOUT, newest first"), Tone::Accent);
    for (place, change) in answer.history.iter().enumerate().rev() {
        let before = answer.history.iter().take(place).rev().find(|one| one.level == change.level);
        let when = format!("{}  ", moment(app, workshop, change.at));
        text.hanging(when, recorded(app, stage, change, before), Tone::Muted, Tone::Text);
    }
}

/// `strategic 4 Mostly, was 3 Growing`
fn recorded(app: &App, stage: &Stage, change: &Recorded, before: Option<&Recorded>) -> String {
    let words = |decision: &Decision| words::decision(&app.cx.framework, stage, decision);
    let level = words::before_level(change.level);
    let was = before.map_or(String::new(), |before| tr!(", was {words}", words = words(&before.decision)));
    format!("{level}{}{was}", words(&change.decision))
}

/// The time of day, and the date where it was not the day of the workshop.
fn moment(app: &App, workshop: &Workshop, at: Timestamp) -> String {
    let date = at.to_zoned(app.cx.now.time_zone().clone()).date();
    let day = workshop.session.about.date.unwrap_or(app.cx.now.date());
    let time = app.cx.time_of_day(at);
    if date == day { time } else { format!("{} {time}", words::short_date(date)) }
}

fn assumption(answer: &AssumptionAnswer, text: &mut Text) {
    match answer.verdict {
        Verdict::NotDiscussed => text.text(0, NOT_DISCUSSED, Tone::Text),
        verdict => says(verdict.label(), marks::verdict_tone(verdict), text),
    }
    note(tr!("Note"), &answer.note, text);
    note(tr!("Dissent"), &answer.dissent, text);
    private(&answer.private_note, text);
}

/// What the room said of a risk, what a likelihood rests on, and whose voice is missing.
fn risk(app: &App, session: &Session, risk: &Risk, text: &mut Text) {
    let reading = RiskReading::of(&app.cx.framework, session, risk);
    let concern = reading.concern;
    if concern.status() == RiskStatus::NotDiscussed {
        text.text(0, NOT_DISCUSSED, Tone::Text);
    } else {
        let status = words::with_colour(concern.status().label(), reading.rag);
        text.hanging(
            format!("{:<TERM$}", tr!("Status")),
            status,
            Tone::Muted,
            reading.rag.map_or(Tone::Text, Tone::Risk),
        );
    }
    let said = |rating: Option<Rating>, words: fn(Rating) -> String| rating.map_or(tr!("not said").into(), words);
    if matches!(concern, Concern::HappeningNow { .. } | Concern::CouldHappen { .. }) {
        term(text, tr!("Impact"), said(concern.impact(), words::impact));
    }
    if let Concern::CouldHappen { likelihood, .. } = concern {
        let own = match likelihood {
            None => tr!("left to what is prompted").into(),
            own => tr!("{said}, in the room's view", said = said(own, words::likelihood)),
        };
        term(text, tr!("Likelihood"), own);
    }
    term(text, tr!("Prompted"), format!("{}: {}", reading.prompt.likelihood, words::why_prompted(&reading)));
    if let Some(question) = words::far_apart(&reading) {
        text.text(TERM, question, Tone::Accent);
    }
    let absent = absent_voices(&app.cx.framework, &session.register);
    for warning in absent.iter().filter(|warning| warning.is_about_risk(risk)) {
        term(text, tr!("Missing"), words::missing(warning));
    }
    note(tr!("Note"), &session.risk(&risk.id).note, text);
}

/// The dots on an item and the actions for it, where there are any.
fn actions(session: &Session, id: &Id, text: &mut Text) {
    text.blank();
    let dots = session.dots_on(id);
    if dots > 0 {
        term(text, tr!("Dots"), dots.to_string());
    }
    for action in session.actions.iter().filter(|action| action.why.contains(id)) {
        let words = format!("{} ({})", words::what(action), action.status.label());
        term(text, &tr!("Action {number} ", number = action.number), words);
    }
}
