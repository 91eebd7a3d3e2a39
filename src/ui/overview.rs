//! "Where are we?": the grid as far as it is filled, what comes next, and the time that is left.
//!
//! It shows progress and never judges: what is strong or weak is the slides' business.

use super::grid::Plan;
use super::{Canvas, chain, chrome, text, wording};
use crate::analysis::{HeatMap, is_open, next_open, state_in_words};
use crate::app::{App, Pace, Workshop};
use crate::framework::{Cell, GridRow, Id, Item, Leg, Section};
use crate::view::Grid;
use crate::words;
use ratatui::layout::Rect;
use std::iter;

/// Rows below the grid that are never given up: progress, the next item, time and what is parked.
const KEEP: u16 = 3;

pub(super) fn draw(app: &App, focus: Cell, canvas: &mut Canvas) {
    let (Some(workshop), Some(map)) = (&app.cx.workshop, app.cx.heat_map()) else { return };
    let progress = map.progress();
    let narrow = canvas.area().width < 60;
    let right = if narrow {
        format!("{}/{}", progress.done, progress.of)
    } else {
        format!("{} of {} done", progress.done, progress.of)
    };
    let title = wording::heading(canvas, "WHERE ARE WE?", workshop, &right);
    let body = chrome::frame(app, canvas, &title, &right);
    let grid = grid(app, workshop, &map, focus);
    let mut plan = Plan::of(&grid, body.width, body.height, KEEP);
    let linked = !app.cx.framework.links.is_empty();
    let between = !plan.between(&grid, body).is_empty();
    // Without lines between the rows the link of the marked one gets a line below, but never on the smallest windows.
    let in_a_line = linked && !between && !narrow;
    if in_a_line {
        plan = Plan::of(&grid, body.width, body.height, KEEP + 1);
    }
    grid.draw(canvas, body, &plan);
    let mut below = Rect { y: body.y + plan.height, height: body.height.saturating_sub(plan.height), ..body };
    if linked && between {
        chain::between(app, canvas, &grid, &plan, body);
    }
    if in_a_line && below.height > 0 {
        chain::of_row(app, canvas, focus.row, below);
        below = Rect { y: below.y + 1, height: below.height - 1, ..below };
    }
    let pace = Pace::of(&app.cx.framework, workshop, &map, app.cx.now.timestamp());
    let whole = time_left(app, pace, Form::Whole);
    let form = if text::width(&whole) <= body.width { Form::Whole } else { Form::Plain };
    let both = [time_left(app, pace, form), parked(app, workshop, false)];
    let both: Vec<String> = both.into_iter().filter(|words| !words.is_empty()).collect();
    let (head, next) = next(app, workshop, focus, narrow);
    let hang = text::width(&head) + 2;
    let mut spare = below.height.saturating_sub(KEEP);
    // Spare rows go to a whole statement first, then to a line each for time and parked items, then to blank lines.
    let next_rows = text::rows(&next, below.width.saturating_sub(hang)).clamp(1, spare + 1);
    spare = spare.saturating_sub(next_rows - 1);
    let last: Vec<String> =
        if both.len() == 2 && spare > 0 { both } else { vec![one_line(app, workshop, pace, below.width)] };
    spare = spare.saturating_sub(u16::try_from(last.len()).unwrap_or(1).saturating_sub(1));
    let mut y = below.y;
    let mut blank = |y: &mut u16, wanted: u16| {
        let given = wanted.min(spare);
        spare -= given;
        *y = y.saturating_add(given);
    };
    blank(&mut y, 1);
    bar(canvas, Rect { y, height: below.height.min(1), ..below }, progress.percent());
    y = y.saturating_add(1);
    blank(&mut y, 1);
    let theme = canvas.theme();
    canvas.put(below.x, y, hang, &head, theme.accent);
    let area = Rect { x: below.x + hang, y, width: below.width.saturating_sub(hang), height: next_rows };
    y = y.saturating_add(canvas.put_wrapped(area, &next, theme.text));
    blank(&mut y, 1);
    for line in last {
        let height = below.bottom().saturating_sub(y).min(1);
        y = y.saturating_add(canvas.put_wrapped(Rect { y, height, ..below }, &line, theme.text));
    }
}

/// The grid with what is done of each row and the minutes it took.
fn grid(app: &App, workshop: &Workshop, map: &HeatMap, focus: Cell) -> Grid {
    let session = &workshop.session;
    let mut grid = Grid::of(&app.cx.framework, Some(session), map, focus);
    grid.least_pitch = 4;
    grid.spread = !app.cx.framework.links.is_empty();
    grid.heads = ["done", if app.cx.timer { "min" } else { "" }];
    let step = app.cx.current_step();
    let here = step.as_ref().and_then(|step| app.cx.framework.leg_of(step));
    for ((number, row), kind) in grid.rows.iter_mut().enumerate().zip(app.cx.framework.rows()) {
        // The two rows below the chain may hold the items of more than one section.
        let legs: Vec<Leg> = match kind {
            GridRow::Stage(_) => vec![Leg::Stage(number)],
            GridRow::Assumptions(_) => vec![Leg::Section(Section::Gate), Leg::Section(Section::Conditions)],
            GridRow::Risks(_) => vec![Leg::Section(Section::Risks)],
        };
        let items = (0..kind.len()).filter_map(|column| app.cx.framework.item_at(Cell { row: number, column }));
        let done = items.filter(|item| !is_open(session, *item)).count();
        row.notes = vec![[format!("{done} of {}", kind.len()), format!("{done}/{}", kind.len())]];
        if app.cx.timer {
            let clocks: Vec<Id> = legs.iter().filter_map(|leg| app.cx.framework.clock_of(*leg)).collect();
            row.notes.push(minutes(app, workshop, &clocks));
        }
        if here.is_some_and(|leg| legs.contains(&leg)) {
            row.label = row.label.to_uppercase();
            row.short = row.short.to_uppercase();
            row.flag = ["NOW", "NOW"];
        }
    }
    grid
}

fn minutes(app: &App, workshop: &Workshop, clocks: &[Id]) -> [String; 2] {
    let used: u32 = clocks.iter().map(|id| workshop.minutes_on(id, app.cx.now.timestamp())).sum();
    match clocks.iter().map(|id| app.cx.framework.minutes_for(id)).sum::<u32>() {
        0 => [format!("{used} min"), used.to_string()],
        planned => [format!("{used}/{planned} min"), format!("{used}/{planned}")],
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

/// The item that comes next: where the room is, or the next one that is not discussed. When another item is marked,
/// that one, so that looking around says what stands where.
fn next(app: &App, workshop: &Workshop, focus: Cell, narrow: bool) -> (String, String) {
    let words = |item: Item| if narrow { item.label().to_owned() } else { item.text().to_owned() };
    let step = app.cx.current_step();
    let next = step.and_then(|step| next_open(&app.cx.framework, &workshop.session, &step));
    let is_next = next.is_some_and(|item| app.cx.framework.cell_of(item.id()) == Some(focus));
    if !is_next
        && focus != app.cx.current_cell()
        && let Some(item) = app.cx.framework.item_at(focus)
    {
        let state = match item {
            Item::Feature(..) => String::new(),
            other => format!(": {}", state_in_words(&app.cx.framework, &workshop.session, other)),
        };
        return (format!("►{}", item.id()), words(item) + &state);
    }
    match next {
        Some(item) => ("NEXT".into(), format!("{} {}", item.id(), words(item))),
        None => ("NEXT".into(), "Every item is discussed: F5 shows the heat map".into()),
    }
}

/// Minutes of rating that are left, and when that is: at the room's own pace once it has one, before that as planned.
fn time_left(app: &App, pace: Pace, form: Form) -> String {
    let left = match pace.own {
        Some(minutes) => Some((minutes, "at this pace")),
        None => pace.planned.map(|minutes| (minutes, "as planned")),
    };
    let Some((minutes, how)) = left.filter(|_| app.cx.timer) else { return String::new() };
    let end = match app.cx.clock_in(minutes) {
        end if end.is_empty() => end,
        end => format!(", to {end}"),
    };
    let finish = app.cx.workshop.as_ref().and_then(|workshop| workshop.session.finish).filter(|_| form == Form::Whole);
    let finish = finish.map_or(String::new(), |finish| format!(" · planned finish {}", words::time(finish)));
    match minutes {
        0 => format!("The planned time for rating is used up{finish}"),
        minutes if form == Form::Short => format!("{minutes} min left{end}"),
        1 => format!("About 1 minute left {how}{end}{finish}"),
        minutes => format!("About {minutes} minutes left {how}{end}{finish}"),
    }
}

/// How much is said of the time that is left.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// With the planned finish.
    Whole,
    /// In a sentence.
    Plain,
    /// In few words.
    Short,
}

/// Time and parked items on one line, in the longest form that fits.
fn one_line(app: &App, workshop: &Workshop, pace: Pace, width: u16) -> String {
    let form = |time: Form, short_parked: bool| {
        let parts = [time_left(app, pace, time), parked(app, workshop, short_parked)];
        parts.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    let forms = [form(Form::Whole, false), form(Form::Plain, false), form(Form::Short, false), form(Form::Short, true)];
    forms.iter().find(|form| text::width(form) <= width).unwrap_or(&forms[3]).clone()
}

/// The items to come back to: `PARKED 2: A2 Roles, K4 Context`.
fn parked(app: &App, workshop: &Workshop, short: bool) -> String {
    let parked: Vec<String> = workshop
        .session
        .parked(&app.cx.framework)
        .filter_map(|id| app.cx.framework.feature(id))
        .map(|(_, _, feature)| if short { feature.id.to_string() } else { format!("{} {}", feature.id, feature.label) })
        .collect();
    if parked.is_empty() { String::new() } else { format!("PARKED {}: {}", parked.len(), parked.join(", ")) }
}
