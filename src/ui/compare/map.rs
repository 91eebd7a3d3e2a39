//! The grid with the changes: the same picture as the heat map, and in each cell which way it went.
//!
//! A cell that changed has the tone of where it stands now; one that did not is bare, so that changes are what is seen.

use super::put_pieces;
use crate::analysis::{Comparison, FeatureChange, HeatMap, Turn, TurnKind};
use crate::app::{App, Compare};
use crate::framework::Cell;
use crate::ui::grid::Plan;
use crate::ui::theme::Theme;
use crate::ui::{Canvas, text};
use crate::view::{Grid, Item, Look};
use crate::words;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Rows below the grid that are never given up: the marked item, what went up and what went down.
const KEEP: u16 = 3;

pub(super) fn draw(app: &App, shown: &Compare, comparison: &Comparison, canvas: &mut Canvas, body: Rect) {
    put_pieces(canvas, Rect { height: 1, ..body }, &counts(comparison));
    let gap = u16::from(body.height >= 16);
    let below = Rect { y: body.y.saturating_add(1 + gap), height: body.height.saturating_sub(1 + gap), ..body };
    let grid = grid(app, shown, comparison, below.width < 58);
    // Digits of blocks would leave out which way it went.
    let most: u16 = grid.rows.iter().map(|row| if row.stage { 3 } else { 1 }).sum();
    let plan = Plan::of(&grid, below.width, below.height.min(most.saturating_add(KEEP)), KEEP);
    grid.draw(canvas, below, &plan);
    let rest =
        Rect { y: below.y.saturating_add(plan.height), height: below.height.saturating_sub(plan.height), ..below };
    lines(shown, comparison, canvas, rest);
}

/// `UP 7`, `SAME 20`, `DOWN 3`, and of the other kinds those that there are.
fn counts(comparison: &Comparison) -> Vec<String> {
    let always = |kind: TurnKind| matches!(kind, TurnKind::Up | TurnKind::Same | TurnKind::Down);
    TurnKind::ALL
        .into_iter()
        .filter(|kind| always(*kind) || comparison.count(*kind) > 0)
        .map(|kind| format!("{} {}", kind.title().to_uppercase(), comparison.count(kind)))
        .collect()
}

fn grid(app: &App, shown: &Compare, comparison: &Comparison, narrow: bool) -> Grid {
    let map = HeatMap::of(&app.cx.framework, &shown.now);
    let mut grid = Grid::of(&app.cx.framework, None, &map, shown.cell);
    grid.rows.retain(|row| row.stage);
    for change in &comparison.features {
        let Cell { row, column } = change.cell;
        if let Some(item) = grid.rows.get_mut(row).and_then(|row| row.items.get_mut(column)) {
            turned(item, change, narrow);
        }
    }
    grid
}

/// What stands in a cell: which way it went, in the tone of where it stands now.
fn turned(item: &mut Item, change: &FeatureChange, narrow: bool) {
    let now = Look::of(change.readings.now);
    let then = change.readings.then.mark();
    let (mark, look) = match change.turn {
        Turn::Up(range) if narrow => (format!("▲{}", range.gap()), now),
        Turn::Down(range) if narrow => (format!("▼{}", range.gap()), now),
        Turn::Up(range) => (format!("▲+{}", range.gap()), now),
        Turn::Down(range) => (format!("▼-{}", range.gap()), now),
        Turn::Same(_) => ("=".to_owned(), Look::Blank),
        Turn::NewlyAgreed(rating) => {
            let sign = if change.readings.then.range.is_some() { "X" } else { "?" };
            (if narrow { format!("{sign}{rating}") } else { format!("{sign}>{rating}") }, now)
        }
        Turn::StillSplit => ("▒X▒".to_owned(), Look::Contested(None)),
        Turn::NewlySplit => (format!("{}>X", then.trim_end_matches('?')), Look::Contested(None)),
        Turn::Other => (change.readings.now.mark(), if change.states().differs() { now } else { Look::Blank }),
    };
    item.mark = mark;
    item.look = look;
}

/// The marked item in words, and the lists of what changed, as many as there is room for.
fn lines(shown: &Compare, comparison: &Comparison, canvas: &mut Canvas, area: Rect) {
    let theme = canvas.theme();
    let mut said: Vec<Vec<(String, Style)>> = Vec::new();
    let cell = Cell { row: shown.cell.row, ..shown.cell };
    if let Some(change) = comparison.features.iter().find(|change| change.cell == cell) {
        let name = format!("►{} {}  ", change.feature.id, change.feature.label);
        said.push(vec![(name, theme.accent), (words::turn(change), theme.text)]);
    }
    for (head, kind) in [("UP", TurnKind::Up), ("DOWN", TurnKind::Down)] {
        said.push(list(theme, head, &comparison.furthest_first(kind), area.width));
    }
    let agreed = comparison.furthest_first(TurnKind::NewlyAgreed);
    if !agreed.is_empty() {
        said.push(list(theme, "AGREED", &agreed, area.width));
    }
    said.push(vec![(format!("{:<8}", "ROOM"), theme.accent), (comparison.room.in_words(), theme.text)]);
    if let Some(caution) = comparison.cautions().first() {
        said.push(vec![(" ".repeat(8), theme.text), ((*caution).to_owned(), theme.text)]);
    }
    if !comparison.actions.is_empty() {
        said.push(vec![(format!("{:<8}", "ACTIONS"), theme.accent), (actions(comparison), theme.text)]);
    }
    let room = usize::from(area.height);
    // One blank line under the grid where there is room for it.
    let mut y = area.y.saturating_add(u16::from(room > said.len()));
    for line in said {
        if y >= area.bottom() {
            return;
        }
        let head = line.first().map_or(0, |(head, style)| canvas.put(area.x, y, area.width, head, *style));
        if let Some((words, style)) = line.get(1) {
            let rest = Rect { x: area.x + head, y, width: area.width.saturating_sub(head), height: 1 };
            canvas.put_wrapped(rest, words, *style);
        }
        y = y.saturating_add(1);
    }
}

/// `UP      Joint work 2 to 4 · Funding 1 to 2 · 3 more`: whole items, as many as fit.
fn list(theme: &Theme, head: &str, changes: &[&FeatureChange], width: u16) -> Vec<(String, Style)> {
    let room = width.saturating_sub(8);
    let mut words = String::new();
    for (place, change) in changes.iter().enumerate() {
        let item = format!("{} {}", change.feature.label, steps(change));
        let longer = if words.is_empty() { item } else { format!("{words} · {item}") };
        let left = changes.len() - place - 1;
        let tail = if left == 0 { 0 } else { text::width(&format!(" · {left} more")) };
        if text::width(&longer) + tail > room && place > 0 {
            words = format!("{words} · {} more", left + 1);
            break;
        }
        words = longer;
    }
    let words = if words.is_empty() { "nothing".to_owned() } else { words };
    vec![(format!("{head:<8}"), theme.accent), (words, theme.text)]
}

/// `2 to 4`.
fn steps(change: &FeatureChange) -> String {
    match change.turn {
        Turn::Up(range) => format!("{} to {}", range.low(), range.high()),
        Turn::Down(range) => format!("{} to {}", range.high(), range.low()),
        Turn::NewlyAgreed(rating) => format!("now {rating}"),
        _ => String::new(),
    }
}

/// `4 done, 2 under way, 1 not started`.
pub(super) fn actions(comparison: &Comparison) -> String {
    words::action_counts(comparison.actions.iter().map(crate::analysis::ActionSince::status))
}
