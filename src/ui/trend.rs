//! One partnership over all its sessions: a column for each workshop, a line for each item, no averages.
//!
//! It draws the lines in sight; how items stood is the analysis' business.

use super::grid::cell_style;
use super::theme::Theme;
use super::{Canvas, chrome, text};
use crate::analysis::{Stand, Trend, TrendLine, day_of};
use crate::app::{App, Target, Trending};
use crate::framework::{Framework, Item};
use crate::session::{Bearing, RiskStatus, Session, Verdict};
use crate::view::Look;
use crate::view::marks::mark as mark_of;
use crate::words;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Columns of an item's name.
const NAME: u16 = 18;

pub(super) fn draw(app: &App, shown: &Trending, canvas: &mut Canvas) {
    let trend = shown.trend(&app.cx.framework);
    let name = trend.sessions.last().map_or("", |session| session.title());
    let right = words::count(trend.sessions.len(), "session", "sessions");
    let narrow = canvas.area().width < 60;
    let title = if narrow { "OVER THE YEARS".to_owned() } else { format!("OVER THE YEARS  {name}") };
    let body = chrome::frame(app, canvas, &title, &right);
    let columns = Columns::of(body.width, trend.sessions.len());
    let theme = canvas.theme();
    columns.head(&trend, canvas, body);
    let below = Rect { y: body.y.saturating_add(2), height: body.height.saturating_sub(4), ..body };
    let rows = rows(&app.cx.framework, &trend);
    let height = usize::from(below.height);
    let marked = rows.iter().position(|row| matches!(row, Row::Line(number, _) if *number == shown.focus)).unwrap_or(0);
    let first = marked.saturating_sub(height / 2).min(rows.len().saturating_sub(height));
    for (row, y) in rows.iter().skip(first).zip(below.y..below.bottom()) {
        let place = Rect { y, height: 1, ..below };
        match row {
            Row::Head(words) => drop(canvas.put(place.x, y, place.width, words, theme.muted)),
            Row::Line(number, line) => {
                let focus = *number == shown.focus;
                columns.line(line, focus, canvas, place);
                canvas.hit(place, Target::Line(*number));
                if focus {
                    canvas.cursor(place.x, y);
                }
            }
        }
    }
    canvas.rule(body.x, below.bottom(), body.width);
    if let Some(line) = trend.lines.get(shown.focus) {
        let words = in_words(line, &trend.sessions);
        let last = Rect { y: below.bottom().saturating_add(1), height: 1, ..body };
        canvas.put_wrapped(last, &words, theme.text);
    }
}

/// A row of the table.
enum Row<'all> {
    Head(String),
    Line(usize, &'all TrendLine<'all>),
}

/// The lines with a heading before each stage and before what comes after the chain.
fn rows<'all>(framework: &Framework, trend: &'all Trend<'all>) -> Vec<Row<'all>> {
    let mut rows = Vec::new();
    let mut before = String::new();
    for (number, line) in trend.lines.iter().enumerate() {
        let head = match line.item {
            Item::Feature(cell, ..) => framework.stages.get(cell.row).map_or("", |stage| stage.label.as_str()),
            Item::Assumption(_) => "Assumptions",
            Item::Influence(_) => "Influences",
            Item::Risk(_) => "Risks",
        };
        if head != before {
            head.clone_into(&mut before);
            rows.push(Row::Head(head.to_uppercase()));
        }
        rows.push(Row::Line(number, line));
    }
    rows
}

/// A column for each session, the newest ones where not all fit.
struct Columns {
    width: u16,
    first: usize,
    shown: usize,
}

impl Columns {
    fn of(width: u16, sessions: usize) -> Self {
        let room = width.saturating_sub(NAME);
        let count = u16::try_from(sessions.max(1)).unwrap_or(u16::MAX);
        let wide = (room / count).clamp(7, 12);
        let shown = usize::from(room / wide).min(sessions);
        Self { width: wide, first: sessions - shown, shown }
    }

    /// The days, and how many people were there: other rooms see other things.
    fn head(&self, trend: &Trend, canvas: &mut Canvas, area: Rect) {
        let theme = canvas.theme();
        let hidden = if self.first > 0 { format!("the last {}", self.shown) } else { String::new() };
        canvas.put(area.x, area.y, NAME - 1, &hidden, theme.muted);
        canvas.put(area.x, area.y + 1, NAME - 1, "People", theme.muted);
        for (session, x) in trend.sessions.iter().skip(self.first).zip(self.places(area)) {
            let day = day_of(session);
            let day = if self.width >= 10 { words::month(day) } else { words::short_month(day) };
            canvas.put(x, area.y, self.width - 1, &day, theme.accent);
            let people = match session.register.people() {
                0 => "-".to_owned(),
                people => people.to_string(),
            };
            canvas.put(x, area.y + 1, self.width - 1, &people, theme.muted);
        }
    }

    fn line(&self, line: &TrendLine, focus: bool, canvas: &mut Canvas, place: Rect) {
        let theme = canvas.theme();
        let arrow = if focus { "►" } else { " " };
        let style = if focus { theme.accent } else { theme.text };
        let item = line.item;
        canvas.put(place.x, place.y, NAME - 1, &format!("{arrow}{} {}", item.id(), item.label()), style);
        for (stand, x) in line.stands.iter().skip(self.first).zip(self.places(place)) {
            let (mark, style) = cell(*stand, theme);
            let area = Rect { x, width: self.width - 2, ..place };
            canvas.fill(area, style);
            canvas.put_centred(x, place.y, self.width - 2, &mark, style);
        }
    }

    fn places(&self, area: Rect) -> impl Iterator<Item = u16> {
        let (start, width) = (area.x.saturating_add(NAME), self.width);
        (0..u16::try_from(self.shown).unwrap_or(0)).map(move |column| start.saturating_add(column * width))
    }
}

/// What stands in a cell, and how.
fn cell(stand: Stand, theme: &'static Theme) -> (String, Style) {
    match stand {
        Stand::Feature(reading) => (mark_of(reading), cell_style(theme, Look::of(reading))),
        _ if stand.is_blank() => ("·".to_owned(), theme.unrated),
        Stand::Assumption(verdict) => (verdict_in_short(verdict).to_owned(), theme.text),
        Stand::Influence(bearing) => (bearing_in_short(bearing).to_owned(), theme.text),
        Stand::Risk(risk) => {
            let word = match risk.rag {
                Some(rag) => rag.word(),
                None if risk.concern.status() == RiskStatus::NotAConcern => "-",
                None => "?",
            };
            (word.to_owned(), theme.text)
        }
    }
}

fn verdict_in_short(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Holds => "yes",
        Verdict::Partly => "part",
        Verdict::DoesNotHold => "NO",
        Verdict::DontKnow => "?",
        Verdict::NotDiscussed => "·",
    }
}

fn bearing_in_short(bearing: Bearing) -> &'static str {
    match bearing {
        Bearing::Helps => "helps",
        Bearing::Hinders => "hinds",
        Bearing::Both => "both",
        Bearing::NotRelevant => "-",
        Bearing::NotDiscussed => "·",
    }
}

/// `P3 Joint work: 2 in May 2025, 4 in March 2026`.
fn in_words(line: &TrendLine, sessions: &[&Session]) -> String {
    let stood = line.stands.iter().zip(sessions).filter(|(stand, _)| !stand.is_blank());
    let words: Vec<String> =
        stood.map(|(stand, session)| format!("{} in {}", stand.mark(), words::month(day_of(session)))).collect();
    let words = if words.is_empty() { "not discussed".to_owned() } else { words.join(", ") };
    let words = format!("{} {}: {words}", line.item.id(), line.item.label());
    text::cut(&words, 200).to_owned()
}
