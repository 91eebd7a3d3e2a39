//! The agenda: when the room would finish, then a line for each part with its minutes, used and planned.
//!
//! Silent: no part is ever said to be late in colour alone, and nothing moves on by itself.

use super::{Canvas, chrome, text, wording};
use crate::analysis::HeatMap;
use crate::app::{Agenda, App, FAST, Pace, Workshop};
use crate::framework::{AgendaItem, AgendaPart};
use crate::session::MOST_DIVES;
use crate::words;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

/// From here on there is room for all that can be said.
const SENTENCES: u16 = 58;

pub(super) fn draw(app: &App, agenda: Agenda, canvas: &mut Canvas) {
    let (Some(workshop), Some(map), Some(pace)) = (&app.cx.workshop, app.cx.heat_map(), app.cx.pace()) else { return };
    let right = format!("now {}", app.cx.clock());
    let title = wording::heading(canvas, "AGENDA", workshop, &right);
    let body = chrome::frame(app, canvas, &title, &right);
    let theme = canvas.theme();
    let lines = times(app, workshop, pace, body.width);
    let roomy = usize::from(body.height) > lines.len() + app.cx.framework.agenda.len();
    let mut y = body.y;
    for line in &lines {
        canvas.put(body.x, y, body.width, line, theme.text);
        y = y.saturating_add(1);
    }
    y = y.saturating_add(u16::from(roomy));
    parts(app, workshop, &map, agenda, canvas, Rect { y, height: body.bottom().saturating_sub(y), ..body });
}

/// When the walk ends at each speed, when all is done, and the deep dives: as many of these to a line as fit.
fn times(app: &App, workshop: &Workshop, pace: Pace, width: u16) -> Vec<String> {
    let mut clauses = Vec::new();
    let how = if pace.own.is_some() { "at this pace" } else { "as planned" };
    if pace.items > 0 && width < SENTENCES {
        clauses.push(format!("{} left: {} min, to {}", items(pace.items), pace.walk(), app.cx.clock_in(pace.walk())));
    } else if pace.items > 0 {
        clauses.push(format!(
            "{} left: {} min {how}, to {}",
            items(pace.items),
            pace.walk(),
            app.cx.clock_in(pace.walk())
        ));
    } else {
        clauses.push("Every item is discussed".into());
    }
    if pace.items > 0 && width >= SENTENCES {
        clauses.push(format!("fast pass ({FAST} s each): {} min, to {}", pace.fast, app.cx.clock_in(pace.fast)));
    }
    let end = format!("all done about {}", app.cx.clock_in(pace.walk().saturating_add(pace.after)));
    clauses.push(match workshop.session.finish {
        Some(finish) => {
            let in_hand = app.cx.in_hand(&pace).map_or(String::new(), |minutes| match minutes {
                0 => ": on time".into(),
                over if over < 0 => format!(": {} min over", -over),
                minutes => format!(": {minutes} min in hand"),
            });
            format!("{end}, planned {}{in_hand}", words::time(finish))
        }
        None if width < SENTENCES => end,
        None => format!("{end}, no finish planned"),
    });
    if width >= SENTENCES {
        clauses.push(format!("{} of {MOST_DIVES} deep dives left", workshop.session.dives_left()));
    }
    flowed(clauses, width)
}

/// Clauses in lines, none of them broken; each line begins with a capital.
fn flowed(clauses: Vec<String>, width: u16) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for clause in clauses {
        match lines.last_mut() {
            Some(last) if text::width(last) + 3 + text::width(&clause) <= width => {
                last.push_str(" · ");
                last.push_str(&clause);
            }
            _ => {
                let mut letters = clause.chars();
                lines.push(letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect());
            }
        }
    }
    lines
}

fn items(count: u32) -> String {
    words::count(count, "item", "items")
}

/// The parts, those around the mark where not all fit.
fn parts(app: &App, workshop: &Workshop, map: &HeatMap, agenda: Agenda, canvas: &mut Canvas, area: Rect) {
    let theme = canvas.theme();
    let all = &app.cx.framework.agenda;
    let rows = usize::from(area.height.max(1));
    let line = agenda.line.min(all.len().saturating_sub(1));
    // The mark stays in sight, with what comes after it where there is more.
    let first = (line + 1).saturating_sub(rows.saturating_sub(usize::from(line + 1 < all.len()).min(rows - 1)));
    let current = app.cx.current_part();
    for ((number, item), y) in all.iter().enumerate().skip(first).zip(area.y..area.bottom()) {
        let marked = number == line;
        let style = if marked { theme.text.add_modifier(Modifier::BOLD) } else { theme.text };
        let arrow = if marked { "►" } else { " " };
        let flag = if current == Some(number) { "NOW " } else { "    " };
        let times = format!("{flag}{:>9} min{}", minutes(app, workshop, item), done(app, map, item, area.width));
        let x = canvas.put_right(area.right(), y, area.width, times.trim_start(), style);
        let room = x.saturating_sub(area.x + 1);
        canvas.put(area.x, y, room, &format!("{arrow} {}", item.title), style);
        if marked {
            canvas.cursor(area.x, y);
        }
    }
}

/// `11 of 25`, `11/25` where a clock runs for the part; else the plan alone.
fn minutes(app: &App, workshop: &Workshop, item: &AgendaItem) -> String {
    match item.part.clock() {
        Some(id) => format!("{} of {}", workshop.minutes_on(&id, app.cx.now.timestamp()), item.minutes),
        None => item.minutes.to_string(),
    }
}

/// How much of a stage is done; blank for other parts, so that the minutes stand under each other.
fn done(app: &App, map: &HeatMap, item: &AgendaItem, width: u16) -> String {
    if width < SENTENCES {
        return String::new();
    }
    let stage = match &item.part {
        AgendaPart::Stage(id) => app.cx.framework.stage(id).and_then(|(row, _)| map.rows.get(row)),
        _ => None,
    };
    stage.map_or(" ".repeat(13), |row| {
        let done = row.readings.iter().filter(|reading| reading.complete).count();
        format!("{:>13}", format!("{done} of {} done", row.readings.len()))
    })
}
