//! What changed between two sessions, as data: the grid with the changes, and lines to read after it.
//!
//! Steps of single ratings, counts of kinds and words; nothing is added up, and private notes are never among it.

use super::{Body, Frame, Grid, Item, Look, Reading, Text, Tone, View, marks};
use crate::analysis::{ActionSince, Comparison, FeatureChange, HeatMap, ThenNow, Turn, TurnKind};
use crate::app::{App, Change, Compare};
use crate::framework::{Cell, Framework, Rating};
use crate::session::Session;
use crate::words::{self, sentence};
use jiff::civil::Date;
use serde::Serialize;

/// The grid with the changes: in each cell which way it went, by a sign and in the tone of that way.
#[derive(Debug, Serialize)]
pub(crate) struct ChangeMap {
    pub(crate) grid: Grid,
    /// Shorter marks for less than 58 columns, by cell.
    pub(crate) narrow: Vec<(Cell, String)>,
    /// `UP 7`, `SAME 20`, `DOWN 3`, and of the other kinds those that there are.
    pub(crate) counts: Vec<String>,
    /// The sign of each of these in the grid, the legend: `▲`, `=`, `▼`, `X>4`; empty for what is not in it.
    pub(crate) signs: Vec<&'static str>,
    /// The marked item: its name, and how it changed.
    pub(crate) marked: Option<[String; 2]>,
    /// What changed, by a word before it, as many items as fit.
    pub(crate) lists: Vec<(&'static str, Vec<String>)>,
    /// The same for what is one sentence: whole, and where that has no room; each has its slide, so none is cut.
    pub(crate) facts: Vec<(&'static str, [String; 2])>,
}

pub(super) fn compare<'a>(app: &'a App, shown: &Compare) -> View<'a> {
    let framework = &app.cx.framework;
    let right = tr!("{number} of {all}", number = shown.slide.number(), all = Change::ALL.len());
    let comparison = match shown.comparison(framework) {
        Ok(comparison) => comparison,
        Err(refusal) => {
            let text = Text::of(refusal.to_string(), Tone::Text);
            let body = Body::Reading(Reading { text, ..Reading::default() });
            return View::new("compare", Frame::new(app, tr!("WHAT CHANGED?"), ""), body);
        }
    };
    let body = match shown.slide {
        _ if shown.detail => reading(detail(framework, shown, &comparison), shown),
        Change::Map => Body::ChangeMap(Box::new(map(framework, shown, &comparison))),
        Change::UpAndDown => reading(up_and_down(&comparison), shown),
        Change::Views => reading(views(&comparison), shown),
        Change::Conditions => reading(conditions(&comparison), shown),
        Change::Room => reading(people(&comparison), shown),
        Change::Actions => reading(actions(&comparison), shown),
    };
    let ThenNow { then, now } = comparison.sessions;
    let dates = |form| words::then_to_now(&day(then, form), &day(now, form));
    let (long, short) = (dates(words::date), dates(words::month));
    let sessions = vec![format!("{}  {long}", now.title()), format!("{}  {short}", now.title()), long, short];
    let frame = Frame { session: sessions, ..Frame::new(app, shown.slide.title().to_uppercase(), &right) };
    let mut opening = vec![tr!("{title}, part {right}.", title = shown.slide.title(), right)];
    if shown.slide == Change::Map {
        opening.push(tr!("Then {then}. Now {now}.", then = titled(then), now = titled(now)));
    }
    View {
        opening,
        prompt: tr!("What changed").into(),
        ..View::new(format!("compare {:?} {}", shown.slide, then.id), frame, body)
    }
}

fn reading(text: Text, shown: &Compare) -> Body<'static> {
    Body::Reading(Reading { text, scroll: shown.scroll, ..Reading::default() })
}

/// The partnership and the day.
fn titled(session: &Session) -> String {
    format!("{}, {}", session.described(), day(session, words::date))
}

fn day(session: &Session, form: fn(Date) -> String) -> String {
    session.about.date.map_or_else(|| tr!("no date").to_owned(), form)
}

fn map(framework: &Framework, shown: &Compare, comparison: &Comparison<'_>) -> ChangeMap {
    let mut grid = Grid::of(framework, None, &HeatMap::of(framework, &shown.now), shown.cell);
    grid.rows.retain(|row| row.stage);
    let mut narrow = Vec::new();
    for change in &comparison.features {
        let Cell { row, column } = change.cell;
        if let Some(item) = grid.rows.get_mut(row).and_then(|row| row.items.get_mut(column)) {
            narrow.push((change.cell, turned(item, change)));
        }
    }
    let always = |kind: TurnKind| matches!(kind, TurnKind::Up | TurnKind::Same | TurnKind::Down);
    let kinds = TurnKind::ALL.into_iter().filter(|kind| always(*kind) || comparison.count(*kind) > 0);
    let marked = comparison.features.iter().find(|change| change.cell == shown.cell);
    let steps = |kind| comparison.furthest_first(kind).into_iter().map(step).collect::<Vec<String>>();
    let mut lists = vec![(tr!("UP"), steps(TurnKind::Up)), (tr!("DOWN"), steps(TurnKind::Down))];
    lists.extend(Some((tr!("AGREED"), steps(TurnKind::NewlyAgreed))).filter(|(_, agreed)| !agreed.is_empty()));
    let whole_or_not = |words: String| [words, String::new()];
    let mut facts = vec![(tr!("ROOM"), words::people_since(&comparison.room))];
    facts.extend(comparison.cautions().first().map(|one| ("", whole_or_not(words::caution(*one).to_owned()))));
    if !comparison.actions.is_empty() {
        let counts = words::action_counts(comparison.actions.iter().map(ActionSince::status));
        facts.push((tr!("ACTIONS"), whole_or_not(counts)));
    }
    ChangeMap {
        grid,
        narrow,
        counts: kinds
            .clone()
            .map(|kind| format!("{} {}", kind.label().to_uppercase(), comparison.count(kind)))
            .collect(),
        signs: kinds.map(|kind| if comparison.count(kind) > 0 { sign(kind) } else { "" }).collect(),
        marked: marked
            .map(|change| [format!("►{} {}  ", change.feature.id, change.feature.label), words::turn(change)]),
        lists,
        facts,
    }
}

fn sign(kind: TurnKind) -> &'static str {
    match kind {
        TurnKind::Up => "▲",
        TurnKind::Same => "=",
        TurnKind::Down => "▼",
        TurnKind::NewlyAgreed => "X>4",
        TurnKind::StillSplit => "▒X▒",
        TurnKind::NewlySplit => "4>X",
        TurnKind::Other => "",
    }
}

/// What stands in a cell, and gives its form for narrow windows. The tone is that of the way it went: a 2 that was a 1
/// is good news, a 4 that was a 5 is not.
fn turned(item: &mut Item, change: &FeatureChange<'_>) -> String {
    let then = change.readings.then.mark();
    let both = |mark: String| (mark.clone(), mark);
    let way = |rating: Rating| Look::Rated { rating, low: false };
    let ((mark, narrow), look) = match change.turn {
        Turn::Up(range) => ((format!("▲+{}", range.gap()), format!("▲{}", range.gap())), way(Rating::Five)),
        Turn::Down(range) => ((format!("▼-{}", range.gap()), format!("▼{}", range.gap())), way(Rating::One)),
        Turn::Same(_) => (both("=".to_owned()), Look::Blank),
        Turn::NewlyAgreed(rating) => {
            let sign = if change.readings.then.range.is_some() { "X" } else { "?" };
            ((format!("{sign}>{rating}"), format!("{sign}{rating}")), way(Rating::Four))
        }
        Turn::StillSplit => (both("▒X▒".to_owned()), Look::Contested(None)),
        Turn::NewlySplit => (both(format!("{}>X", then.trim_end_matches('?'))), Look::Contested(None)),
        Turn::Other => (both(change.readings.now.mark()), Look::Blank),
    };
    (item.mark, item.look) = (mark, look);
    narrow
}

/// `Joint work 2 to 4`.
fn step(change: &FeatureChange<'_>) -> String {
    let steps = match change.turn {
        Turn::Up(range) => range.to_string(),
        Turn::Down(range) => tr!("{high} to {low}", high = range.high(), low = range.low()),
        Turn::NewlyAgreed(rating) => tr!("now {rating}", rating),
        _ => String::new(),
    };
    format!("{} {steps}", change.feature.label)
}

/// What went up and what went down, what moved furthest first.
fn up_and_down(comparison: &Comparison<'_>) -> Text {
    let mut text = Text::default();
    for ((kind, none), head) in words::UP_AND_DOWN.into_iter().zip([tr!("▲ UP"), tr!("▼ DOWN")]) {
        section(&mut text, head, none.text(), &comparison.furthest_first(kind));
    }
    cautions(&mut text, comparison, Tone::Muted);
    text
}

/// What is newly agreed, still split, newly split, and everything else that is not as it was.
fn views(comparison: &Comparison<'_>) -> Text {
    let mut text = Text::default();
    let of = |kind| comparison.of_kind(kind).collect::<Vec<_>>();
    let other: Vec<&FeatureChange<'_>> = of(TurnKind::Other).into_iter().filter(|one| one.states().differs()).collect();
    for (kind, none) in words::VIEWS {
        section(&mut text, &kind.label().to_uppercase(), none.text(), &of(kind));
    }
    if !other.is_empty() {
        section(&mut text, tr!("OTHER"), "", &other);
    }
    text
}

fn section(text: &mut Text, head: &str, none: &str, changes: &[&FeatureChange<'_>]) {
    text.blank();
    text.text(0, head, Tone::Accent);
    if changes.is_empty() {
        text.text(2, none, Tone::Text);
    }
    for change in changes {
        text.tagged(marks::tag(change.readings.now), " ", words::changed(change), Tone::Text);
    }
}

fn cautions(text: &mut Text, comparison: &Comparison<'_>, tone: Tone) {
    for caution in comparison.cautions() {
        text.blank();
        text.text(0, sentence(words::caution(caution)), tone);
    }
}

/// Links, assumptions, influencing factors and risks that stand otherwise.
fn conditions(comparison: &Comparison<'_>) -> Text {
    let mut text = Text::default();
    for (head, lines) in words::changed_conditions(comparison) {
        text.blank();
        text.text(0, head.to_uppercase(), Tone::Accent);
        if lines.is_empty() {
            text.text(2, tr!("as before"), Tone::Text);
        }
        for line in lines {
            text.text(2, line, Tone::Text);
        }
    }
    text
}

/// Who was there then and now, and what that means.
fn people(comparison: &Comparison<'_>) -> Text {
    let mut text = Text::default();
    let count = |people: u32| if people == 0 { "-".to_owned() } else { people.to_string() };
    let line = |words: &str, then: &str, now: &str| format!("{words:<22}{then:>7}{now:>7}");
    text.line_of(line("", tr!("then"), tr!("now")), Tone::Muted);
    let ThenNow { then, now } = comparison.room.people;
    text.line_of(line(tr!("People"), &count(then), &count(now)), Tone::Accent);
    for group in comparison.room.sectors.iter().chain(&comparison.room.levels) {
        let ThenNow { then, now } = group.people;
        let sign = match then.cmp(&now) {
            std::cmp::Ordering::Less => " ▲",
            std::cmp::Ordering::Greater => " ▼",
            std::cmp::Ordering::Equal => "",
        };
        let words = line(&format!("  {}", group.name), &count(then), &count(now));
        text.line_of(format!("{words}{sign}"), Tone::Text);
    }
    cautions(&mut text, comparison, Tone::Text);
    text
}

/// How far the actions of last time are.
fn actions(comparison: &Comparison<'_>) -> Text {
    if comparison.actions.is_empty() {
        return Text::of(words::NO_EARLIER_ACTIONS, Tone::Text);
    }
    let mut text = Text::of(words::action_counts(comparison.actions.iter().map(ActionSince::status)), Tone::Accent);
    for since in &comparison.actions {
        let status = format!("{:<12}", since.status().label().to_uppercase());
        text.hanging(status, words::action(since.action), Tone::Muted, Tone::Text);
    }
    text
}

/// One item, then and now.
fn detail(framework: &Framework, shown: &Compare, comparison: &Comparison<'_>) -> Text {
    let mut text = Text::default();
    let Some(change) = comparison.features.iter().find(|change| change.cell == shown.cell) else { return text };
    let feature = change.feature;
    text.hanging(format!("{}  ", feature.id), &feature.text, Tone::Accent, Tone::Text);
    text.blank();
    text.text(0, words::turned(change), Tone::Accent);
    for aside in words::beside_turn(change) {
        text.text(0, aside, Tone::Text);
    }
    for (reading, session) in [(change.readings.then, &shown.then), (change.readings.now, &shown.now)] {
        text.blank();
        text.text(0, day(session, words::date), Tone::Accent);
        text.tagged(marks::tag(reading), " ", marks::rating(framework, change.stage, reading), Tone::Text);
        said(framework, session, change, &mut text);
    }
    text
}

fn said(framework: &Framework, session: &Session, change: &FeatureChange<'_>, text: &mut Text) {
    let answer = session.answer(&change.feature.id);
    for (level, decision) in answer.decided.all() {
        if let Some(level) = level {
            let words = words::decision(framework, change.stage, decision);
            text.hanging(format!("{}: ", level.label()), words, Tone::Muted, Tone::Text);
        }
        text.views(framework, change.stage, decision, "");
    }
    if !answer.note.trim().is_empty() {
        text.hanging(tr!("Note: "), answer.note.trim(), Tone::Muted, Tone::Text);
    }
    for dissent in &answer.dissent {
        text.hanging(tr!("Dissent: "), dissent.text.trim(), Tone::Muted, Tone::Text);
    }
}
