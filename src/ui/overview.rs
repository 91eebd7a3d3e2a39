//! "Where are we?": the grid, the links of the chain, and below them progress, what comes next and the time left.

use super::grid::Plan;
use super::sheet::longest;
use super::{Canvas, chrome, text};
use crate::app::Target;
use crate::app::keymap::Command;
use crate::view::{Frame, Link, Overview};
use ratatui::layout::Rect;
use std::iter;

/// Rows below the grid that are never given up: progress, the next item, time and what is parked.
const KEEP: u16 = 3;

pub(super) fn draw(frame: &Frame, overview: &Overview, canvas: &mut Canvas) {
    let body = chrome::draw_frame(frame, canvas);
    let narrow = canvas.area().width < 60;
    let grid = &overview.grid;
    let mut plan = Plan::of(grid, body.width, body.height, KEEP);
    let between = plan.between(grid, body);
    // Without lines between the rows the link of the marked one gets a line below, but never on the smallest windows.
    let in_a_line = overview.links.iter().any(Option::is_some) && between.is_empty() && !narrow;
    if in_a_line {
        plan = Plan::of(grid, body.width, body.height, KEEP + 1);
    }
    grid.draw(canvas, body, &plan);
    for (row, line) in between {
        if let Some(link) = overview.links.get(row).and_then(Option::as_ref) {
            let line = Rect { x: line.x + 1, width: line.width.saturating_sub(1), ..line };
            put_link(canvas, line, "│ ", link.is_known.then_some(link));
        }
    }
    let mut below = Rect { y: body.y + plan.height, height: body.height.saturating_sub(plan.height), ..body };
    if in_a_line && below.height > 0 {
        // The link that leads on from the marked row, or into it where it is the last.
        let link = |row: usize| overview.links.get(row).and_then(Option::as_ref);
        let row = grid.focus.row;
        let marked = link(row).or_else(|| link(row.checked_sub(1)?)).filter(|_| row < overview.links.len());
        if let Some(link) = marked {
            put_link(canvas, below, &format!("{}: ", link.name), Some(link));
        }
        below = Rect { y: below.y + 1, height: below.height - 1, ..below };
    }
    rest(overview, canvas, below, narrow);
}

/// Progress, the next item, the time left and what is parked.
fn rest(overview: &Overview, canvas: &mut Canvas, area: Rect, narrow: bool) {
    let theme = canvas.theme();
    let (head, [statement, label]) = &overview.next;
    let hang = text::width(head) + 2;
    let mut spare = area.height.saturating_sub(KEEP);
    // Spare rows go to a whole statement first, then to a line each for time and parked items, then to blank lines.
    let fits = text::rows(statement, area.width.saturating_sub(hang)) <= spare + 1;
    let next = if fits && !narrow { statement } else { label };
    let next_rows = text::rows(next, area.width.saturating_sub(hang)).clamp(1, spare + 1);
    spare = spare.saturating_sub(next_rows - 1);
    let last = time_and_parked(overview, area.width, spare > 0);
    spare = spare.saturating_sub(u16::try_from(last.len()).unwrap_or(1).saturating_sub(1));
    let mut y = area.y;
    let mut blank = |y: &mut u16| {
        let given = spare.min(1);
        spare -= given;
        *y = y.saturating_add(given);
    };
    blank(&mut y);
    bar(canvas, Rect { y, height: area.height.min(1), ..area }, overview.percent);
    y = y.saturating_add(1);
    blank(&mut y);
    canvas.put(area.x, y, hang, head, theme.accent);
    let words = Rect { x: area.x + hang, y, width: area.width.saturating_sub(hang), height: next_rows };
    y = y.saturating_add(canvas.put_wrapped(words, next, theme.text));
    blank(&mut y);
    for (place, line) in last.into_iter().enumerate() {
        let height = area.bottom().saturating_sub(y).min(1);
        let is_time = place == 0 && overview.time.is_some();
        let command = if is_time { Command::Agenda } else { Command::Parked };
        canvas.hit(Rect { y, height, ..area }, Target::Command(command));
        y = y.saturating_add(canvas.put_wrapped(Rect { y, height, ..area }, &line, theme.text));
    }
}

/// Time and parked items: on a line each where there are rows, else on one line in the longest form that fits.
fn time_and_parked(overview: &Overview, width: u16, rows: bool) -> Vec<String> {
    let one_line = |time: usize, parked: usize| {
        let time = overview.time.as_ref().map(|forms| &*forms[time]);
        let parked = overview.parked.as_ref().map(|forms| &*forms[parked]);
        time.into_iter().chain(parked).collect::<Vec<_>>().join(" · ")
    };
    match (&overview.time, &overview.parked) {
        (Some([whole, plain, _]), Some([parked, ..])) if rows => {
            let time = if text::width(whole) <= width { whole } else { plain };
            vec![time.clone(), parked.clone()]
        }
        _ => {
            let forms = [one_line(0, 0), one_line(1, 0), one_line(2, 0), one_line(2, 1), one_line(2, 2)];
            vec![forms.iter().find(|form| text::width(form) <= width).unwrap_or(&forms[4]).clone()]
        }
    }
}

/// A bar as wide as the line, the share written after it.
fn bar(canvas: &mut Canvas, line: Rect, percent: usize) {
    let theme = canvas.theme();
    let share = format!("  {percent}%");
    let wide = usize::from(line.width.saturating_sub(text::width(&share)));
    let full = (wide * percent.min(100)) / 100;
    let bar: String = iter::repeat_n('█', full).chain(iter::repeat_n('░', wide - full)).collect();
    canvas.put(line.x, line.y, line.width, &(bar + &share), theme.text);
}

/// Draws a link in the longest form that fits; before anything is rated the arrow alone says that the chain goes on.
fn put_link(canvas: &mut Canvas, line: Rect, head: &str, link: Option<&Link>) {
    let theme = canvas.theme();
    let used = canvas.put(line.x, line.y, line.width, head, theme.muted);
    let Some(link) = link else { return };
    let room = line.width.saturating_sub(used);
    canvas.put_all(line.x + used, line.y, room, &longest(&link.forms, room, theme));
}
