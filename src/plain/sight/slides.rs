//! The slides after the walk, in words: the heat map, what is strong, at risk and split, links, risks, where to act,
//! and the actions read back.
//!
//! Which items stand where is the analysis's business. Lines that can be chosen have a number.

use super::asked::outcome;
use super::{Sight, acting, rate};
use crate::analysis::{Conversation, HeatMap, LinkReading, RiskReading, Standing};
use crate::app::{App, Slide, Slides};
use crate::framework::{Id, Item};
use crate::session::{RiskStatus, Session};
use crate::view::{self, Body};
use crate::words::{
    NO_CONVERSATIONS, NO_RISKS, NO_SPLIT_VIEWS, NO_STRENGTHS, NOTHING_AT_RISK, NOWHERE_TO_ACT, after_level, capital,
    date, ends, evidence_in_short, item_stands, leap, link_reasons, name, names, sentence, standing, trouble,
};

pub(super) fn slides(app: &App, shown: &Slides) -> Sight {
    let (Some(workshop), Some(map)) = (&app.cx.workshop, app.cx.heat_map()) else { return Sight::default() };
    let session = &workshop.session;
    let lines = match shown.slide {
        Slide::Map => heat_map(app),
        Slide::Strengths | Slide::AtRisk | Slide::SplitViews => features(app, session, &map, shown.slide),
        Slide::Conversations => conversations(app, session),
        Slide::Links => links(&app.cx.links()),
        Slide::Risks => risks(app, session),
        Slide::WhereToAct => where_to_act(app, session),
        Slide::Actions => read_back(app, session),
    };
    let all = Slide::of(&app.cx.framework);
    let number = all.iter().position(|one| *one == shown.slide).map_or(1, |place| place + 1);
    let title = if shown.slide == Slide::Actions { "Actions, read back" } else { shown.slide.title() };
    let mut heading = vec![format!("{title}, slide {number} of {}.", all.len())];
    heading.extend(lines);
    Sight {
        place: format!("slide {number} {}", shown.view),
        heading,
        prompt: shown.slide.title().to_owned(),
        ..Sight::default()
    }
}

/// Counts per state for each stage, by the group or by the part whose view it is.
fn heat_map(app: &App) -> Vec<String> {
    let Some(Body::HeatMap(page)) = view::screen(app).map(|view| view.body) else { return Vec::new() };
    let mut lines = page.told;
    if page.part.is_none() {
        lines.push(
            "\"items\" says every item; \"details\" and an id says all that is kept on it; Enter goes on.".into(),
        );
    }
    lines
}

/// Strengths, what is at risk, or what is split: a numbered line for each item.
fn features(app: &App, session: &Session, map: &HeatMap, slide: Slide) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    if slide == Slide::AtRisk {
        let rows = app.cx.framework.stages.iter().zip(&map.rows).filter(|(_, row)| row.strip.at_risk);
        lines.extend(rows.map(|(stage, row)| format!("{} is at risk: {}.", stage.label, trouble(&row.strip))));
    }
    let items = slide.items(map, app);
    if items.is_empty() {
        lines.push(
            match slide {
                Slide::Strengths => NO_STRENGTHS,
                Slide::AtRisk => NOTHING_AT_RISK,
                _ => NO_SPLIT_VIEWS,
            }
            .into(),
        );
    }
    for (place, one) in items.iter().enumerate() {
        lines.push(feature(app, session, place + 1, one));
        let answer = session.answer(&one.feature.id);
        if slide == Slide::SplitViews {
            let all = rate::decided(&app.cx.framework, one.stage, one.feature, answer).into_iter();
            lines.extend(all.flat_map(|fact| fact.said.into_iter().skip(1)));
        }
        lines.extend(answer.dissent.iter().flat_map(|one| rate::dissent("Minority statement", one)));
    }
    lines
}

/// `1. P4 Leadership: 5 Firmly: strength, evidence high. Strong leadership at all levels.`
fn feature(app: &App, session: &Session, number: usize, one: &Standing<'_>) -> String {
    let answer = session.answer(&one.feature.id);
    let evidence = evidence_in_short(answer, one.reading);
    let evidence = if evidence.is_empty() { evidence } else { format!(", {evidence}") };
    let words = standing(&app.cx.framework, one.stage, session, &one.feature.id);
    let text = sentence(&one.feature.text);
    format!("{number}. {} {}: {words}{evidence}. {text}", one.feature.id, one.feature.label)
}

fn conversations(app: &App, session: &Session) -> Vec<String> {
    let all = app.cx.conversations();
    if all.is_empty() {
        return vec![NO_CONVERSATIONS.into()];
    }
    let line = |(place, one): (usize, &Conversation<'_>)| {
        let gap = if one.gap.is_strong() { "strong gap" } else { "gap" };
        let (name, ends) = (format!("{} {}", one.feature.id, one.feature.label), ends(&one.gap, &session.register));
        format!("{}. {name}{}, {gap}: {ends}. {}", place + 1, after_level(one.level), sentence(&one.feature.text))
    };
    all.iter().enumerate().map(line).collect()
}

fn links(all: &[LinkReading<'_>]) -> Vec<String> {
    let line = |(place, link): (usize, &LinkReading<'_>)| {
        let leap = leap(link).map_or(String::new(), |leap| format!(" Leap: {leap}."));
        let (name, state) = (crate::words::link(link.from, link.to), link.state.words());
        format!("{}. {name}: {state}; {}.{leap}", place + 1, link_reasons(link))
    };
    all.iter().enumerate().map(line).collect()
}

fn risks(app: &App, session: &Session) -> Vec<String> {
    let all = app.cx.open_risks();
    let mut lines = Vec::new();
    if all.is_empty() {
        lines.push(NO_RISKS.to_owned());
    }
    for (place, reading) in all.iter().enumerate() {
        lines.push(risk(place + 1, reading));
    }
    let with = |status: RiskStatus| -> Vec<&Id> {
        let risks = app.cx.framework.risks.iter().map(|risk| &risk.id);
        risks.filter(|id| session.risk(id).concern.status() == status).collect()
    };
    for (head, status) in [("Not a concern", RiskStatus::NotAConcern), ("Not discussed", RiskStatus::NotDiscussed)] {
        let ids = with(status);
        if !ids.is_empty() {
            lines.push(format!("{head}: {}.", names(&app.cx.framework, ids)));
        }
    }
    lines
}

fn risk(number: usize, reading: &RiskReading<'_>) -> String {
    let signals = reading.signals();
    let signals = if signals.is_empty() { String::new() } else { format!(" Signals: {signals}.") };
    let question = reading.question().map_or(String::new(), |question| format!(" {question}"));
    let risk = reading.risk;
    format!("{number}. {} {}: {}{signals}{question} {}", risk.id, risk.label, outcome(reading), sentence(&risk.text))
}

fn where_to_act(app: &App, session: &Session) -> Vec<String> {
    let (places, strengths) = (app.cx.places_to_act(), app.cx.strengths_to_protect());
    let mut lines = Vec::new();
    if places.is_empty() && strengths.is_empty() {
        return vec![NOWHERE_TO_ACT.into()];
    }
    let mut line = |number: usize, item: Item<'_>, reason: &str| {
        let state = item_stands(&app.cx.framework, session, item);
        let numbers: Vec<String> = session
            .open_actions()
            .filter(|action| action.why.contains(item.id()))
            .map(|action| action.number.to_string())
            .collect();
        let acted =
            if numbers.is_empty() { String::new() } else { format!(" Action {} is for it.", numbers.join(", ")) };
        lines.push(format!("{number}. {}: {state}. {}{acted}", name(item), sentence(&capital(reason))));
    };
    for (place, one) in places.iter().enumerate() {
        line(place + 1, one.item, &one.reason);
    }
    for (place, one) in strengths.iter().enumerate() {
        let item = Item::Feature(one.standing.cell, one.standing.stage, one.standing.feature);
        line(places.len() + place + 1, item, &format!("To protect: {}", one.reason));
    }
    lines.push("\"a\" and a number begins an action for that line.".into());
    lines
}

fn read_back(app: &App, session: &Session) -> Vec<String> {
    let mut lines: Vec<String> = session.actions.iter().flat_map(|action| acting::action(app, action)).collect();
    if lines.is_empty() {
        lines.push("No actions yet; \"a\" opens the list.".into());
    }
    lines.push(session.review.map_or("No review date yet: \"a\", then \"r\" and a date.".into(), |review| {
        format!("The room looks again on {}.", date(review))
    }));
    lines
}
