//! One partnership over all its sessions, as data: a column for each workshop, a row for each item, no averages.

use super::{Body, Frame, Look, Span, Tone, View, marks};
use crate::analysis::{ItemStatus, Trend, TrendLine, day_of};
use crate::app::{App, Trending};
use crate::framework::{Framework, Item};
use crate::session::{Bearing, RiskStatus, Session, Verdict};
use crate::words::{self, name, named};
use serde::Serialize;

/// How the items of one partnership stood in each of its sessions.
#[derive(Debug, Serialize)]
pub(crate) struct TrendPage {
    /// The sessions, the oldest first: the month, its short form, and how many people were there.
    pub(crate) sessions: Vec<([String; 2], String)>,
    pub(crate) rows: Vec<TrendRow>,
    pub(crate) marked: usize,
}

/// An item over the years.
#[derive(Debug, Serialize)]
pub(crate) struct TrendRow {
    /// The stage or kind of items that begins here; else empty.
    pub(crate) heading: String,
    /// `P3 Joint work`.
    pub(crate) name: String,
    /// How it stood in each session.
    pub(crate) cells: Vec<Span>,
    /// `Regular opportunities for joint working (P3): 2 in May 2025, 4 in March 2026`.
    pub(crate) marks: String,
    /// The same in words, as it is read out.
    pub(crate) told: String,
}

pub(super) fn trend<'a>(app: &'a App, shown: &Trending) -> View<'a> {
    let framework = &app.cx.framework;
    let trend = shown.trend(framework);
    let partnership = trend.sessions.last().map_or("", |session| session.title());
    let sessions = tr_n!(trend.sessions.len(), "{count} session", "{count} sessions");
    let title = tr!("OVER THE YEARS").to_owned();
    let frame = Frame::by_width(app, [format!("{title}  {partnership}"), title], [sessions.clone(), sessions.clone()]);
    let page = TrendPage {
        sessions: trend.sessions.iter().map(|session| column(session)).collect(),
        rows: rows(framework, &trend),
        marked: shown.focus,
    };
    View {
        opening: vec![tr!("Over the years: {sessions}.", sessions)],
        prompt: words::OVER_THE_YEARS.into(),
        ..View::new("trend", frame, Body::Trend(Box::new(page)))
    }
}

/// Other groups see other things: how many people were there stands with the day.
fn column(session: &Session) -> ([String; 2], String) {
    let day = day_of(session);
    let people = match session.register.people() {
        0 => "-".to_owned(),
        people => people.to_string(),
    };
    ([words::month(day), words::short_month(day)], people)
}

fn rows(framework: &Framework, trend: &Trend<'_>) -> Vec<TrendRow> {
    let mut before = String::new();
    let row = |line: &TrendLine<'_>| {
        let heading = match line.item {
            Item::Feature(cell, ..) => framework.stages.get(cell.row).map_or("", |stage| stage.label.as_str()),
            Item::Assumption(_) => tr!("Assumptions"),
            Item::Influence(_) => tr!("Influences"),
            Item::Risk(_) => tr!("Risks"),
        };
        let heading = heading.to_uppercase();
        let begins = heading != before;
        if begins {
            before.clone_from(&heading);
        }
        let known: Vec<_> = line.stands.iter().zip(&trend.sessions).filter(|(stand, _)| !stand.is_blank()).collect();
        let all = |words: Vec<String>, between| {
            if words.is_empty() { tr!("not discussed").to_owned() } else { words.join(between) }
        };
        let marks = known.iter().map(|(stand, session)| {
            tr!("{mark} in {month}", mark = stand.mark(), month = words::month(day_of(session)))
        });
        let told =
            known.iter().map(|(stand, session)| format!("{}: {}", words::date(day_of(session)), words::stood(**stand)));
        let name = name(line.item);
        TrendRow {
            heading: if begins { heading } else { String::new() },
            cells: line.stands.iter().map(|stand| cell(*stand)).collect(),
            marks: format!("{}: {}", named(line.item.text(), line.item.id()), all(marks.collect(), ", ")),
            told: format!("{name}. {}.", all(told.collect(), "; ")),
            name,
        }
    };
    trend.lines.iter().map(row).collect()
}

fn cell(stand: ItemStatus) -> Span {
    match stand {
        ItemStatus::Feature(reading) => Span::new(marks::mark(reading), Look::of(reading).tone()),
        _ if stand.is_blank() => Span::new("·", Tone::Unrated),
        ItemStatus::Assumption(verdict) => Span::new(verdict_in_short(verdict), Tone::Text),
        ItemStatus::Influence(bearing) => Span::new(bearing_in_short(bearing), Tone::Text),
        ItemStatus::Risk(risk) => {
            let word = match risk.rag {
                Some(rag) => rag.label(),
                None if risk.concern.status() == RiskStatus::NotAConcern => "-",
                None => "?",
            };
            Span::new(word, Tone::Text)
        }
    }
}

fn verdict_in_short(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Holds => tr!(max 5, "yes"),
        Verdict::Partly => tr!(max 5, "part"),
        Verdict::DoesNotHold => tr!(max 5, "NO"),
        Verdict::DontKnow => "?",
        Verdict::NotDiscussed => "·",
    }
}

fn bearing_in_short(bearing: Bearing) -> &'static str {
    match bearing {
        Bearing::Helps => tr!(max 5, "helps"),
        Bearing::Hinders => tr!(max 5, "hinds"),
        Bearing::Both => tr!(max 5, "both"),
        Bearing::NotRelevant => "-",
        Bearing::NotDiscussed => "·",
    }
}
