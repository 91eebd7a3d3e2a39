//! What stands around every screen: the heading, "Saved", the notice and the keys; and the blank screen.
//!
//! The keys come from the one table; no screen writes its own.

use super::Canvas;
use super::canvas::BIG;
use super::safety::{Said, banner, said, saved};
use super::size::{Height, Size, Width};
use super::text;
use crate::analysis::HeatMap;
use crate::app::keymap::{self, Binding, Command};
use crate::app::{App, Workshop, section};
use crate::framework::{Id, Leg};
use crate::words;
use jiff::Zoned;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The most hints a footer shows.
const HINTS: usize = 8;

/// Draws heading, notice and footer; gives the area between them.
pub(super) fn frame(app: &App, canvas: &mut Canvas, title: &str, right: &str) -> Rect {
    let area = canvas.area();
    let margin = margin(canvas);
    let inner = Rect { x: margin, width: area.width.saturating_sub(margin * 2), ..area };
    heading(app, canvas, inner, title, right);
    let footer = footer(app, canvas);
    let notice = notice(app, canvas, inner, footer);
    Rect { y: 1, height: notice.saturating_sub(1), ..inner }
}

/// Columns kept free at both sides.
fn margin(canvas: &Canvas) -> u16 {
    u16::from(Size::of(canvas.area()).has(Width::Medium, Height::Short))
}

fn heading(app: &App, canvas: &mut Canvas, inner: Rect, title: &str, right: &str) {
    let theme = canvas.theme();
    let mut end = inner.right();
    if !right.is_empty() {
        end = canvas.put_right(end, inner.y, inner.width / 2, right, theme.text).saturating_sub(3);
    }
    if let Some((words, safe)) = saved(app, inner.width / 2) {
        let style = if safe { theme.text } else { theme.alert };
        end = canvas.put_right(end, inner.y, inner.width / 2, &words, style).saturating_sub(2);
    }
    // What stands on the right is longer while something is not kept or not saved: then the date gives way as a whole,
    // for half a date reads as another, and then the name behind a screen's own.
    let nameless = title.split_once("  ").map_or(title, |(own, _)| own);
    let dateless = nameless.len().max(title.rsplit_once(" · ").map_or(title.len(), |(name, _)| name.len()));
    let room = end.saturating_sub(inner.x);
    let forms = [title, &title[..dateless], nameless];
    let last = if nameless == title { forms[1] } else { nameless };
    let title = forms.into_iter().find(|form| text::width(form) <= room).unwrap_or(last);
    canvas.put(inner.x, inner.y, room, title, theme.accent);
}

/// Draws the sentences for the room above the footer, and above them the banner that stays; gives their first row.
fn notice(app: &App, canvas: &mut Canvas, inner: Rect, footer: u16) -> u16 {
    let top = sentences(app, canvas, inner, footer);
    let Some(banner) = banner(app) else { return top };
    let line = Rect { y: top.saturating_sub(1), height: 1, ..inner };
    let style = canvas.theme().alert;
    canvas.fill(line, style);
    canvas.put_wrapped(line, &banner, style);
    line.y
}

fn sentences(app: &App, canvas: &mut Canvas, inner: Rect, footer: u16) -> u16 {
    let theme = canvas.theme();
    let said = said(app, canvas.area());
    if said.is_empty() {
        // The smallest windows have no row to keep free for it.
        return if Size::of(canvas.area()) == Size::List { footer } else { footer.saturating_sub(1) };
    }
    let top = footer.saturating_sub(rows_of(&said, inner.width));
    let mut y = top;
    for Said { sentence, alarming, most } in said {
        let style = if alarming { theme.alert } else { theme.accent };
        let rows = text::rows(&sentence, inner.width).clamp(1, most);
        let area = Rect { y, height: rows, ..inner };
        canvas.fill(area, style);
        canvas.put_wrapped(area, &sentence, style);
        y = y.saturating_add(rows);
    }
    top
}

fn rows_of(said: &[Said], width: u16) -> u16 {
    said.iter().map(|one| text::rows(&one.sentence, width).clamp(1, one.most)).sum()
}

/// Draws the keys at the foot; gives the row where they begin.
fn footer(app: &App, canvas: &mut Canvas) -> u16 {
    let area = canvas.area();
    let theme = canvas.theme();
    let rows = footer_rows(area);
    let top = area.bottom().saturating_sub(rows);
    canvas.fill(Rect { y: top, height: rows, ..area }, theme.strip);
    let margin = margin(canvas);
    let lines = hint_lines(app, area.width.saturating_sub(margin * 2), usize::from(rows));
    for (y, line) in (top..).zip(lines) {
        let mut x = margin;
        for hint in line {
            x += canvas.put(x, y, area.right().saturating_sub(x), hint.name, theme.key);
            x += canvas.put(x + 1, y, area.right().saturating_sub(x + 1), hint.hint, theme.strip) + 1 + GAP;
        }
    }
    top
}

fn footer_rows(area: Rect) -> u16 {
    if Size::of(area).has(Width::Narrow, Height::Low) { 2 } else { 1 }
}

/// Columns between two hints.
const GAP: u16 = 3;

/// The hints that fit, line by line: as many as may be shown, help always among them.
fn hint_lines(app: &App, width: u16, rows: usize) -> Vec<Vec<&'static Binding>> {
    let offered: Vec<&Binding> =
        keymap::of(&app.contexts()).filter(|hint| !hint.hint.is_empty() && app.offers(hint.command)).collect();
    let (help, others): (Vec<&Binding>, Vec<&Binding>) =
        offered.into_iter().partition(|hint| hint.command == Command::Help);
    // Try with as many as may be shown and give up the least likely until help fits too.
    for count in (0..=others.len().min(HINTS - help.len())).rev() {
        if let Some(lines) = laid_out(others.iter().take(count).chain(&help).copied(), width, rows) {
            return lines;
        }
    }
    Vec::new()
}

fn laid_out(
    hints: impl Iterator<Item = &'static Binding>,
    width: u16,
    rows: usize,
) -> Option<Vec<Vec<&'static Binding>>> {
    let mut lines = vec![Vec::new()];
    let mut used = 0;
    for hint in hints {
        let wide = text::width(hint.name) + 1 + text::width(hint.hint);
        let gap = if used == 0 { 0 } else { GAP };
        if used + gap + wide > width {
            lines.push(Vec::new());
            used = wide;
        } else {
            used += gap + wide;
        }
        lines.last_mut()?.push(hint);
    }
    (lines.len() <= rows && used <= width).then_some(lines)
}

/// The partnership and the date, as a heading.
pub(super) fn session_title(workshop: &Workshop) -> String {
    let session = &workshop.session;
    match session.about.date {
        Some(date) => format!("{} · {}", session.described(), words::date(date)),
        None => session.described(),
    }
}

/// The minutes on a stage or section, used and planned; empty when the timer is hidden.
pub(super) fn timer(app: &App, workshop: &Workshop, id: &Id) -> String {
    if !app.cx.timer {
        return String::new();
    }
    let used = workshop.minutes_on(id, app.cx.now.timestamp());
    match app.cx.framework.minutes_for(id) {
        0 => format!("{used} min"),
        planned => format!("{used} of {planned} min"),
    }
}

/// Draws the strip of stages at the top of an area, and a rule where there is room; gives the area below.
pub(super) fn strip_above(
    app: &App,
    canvas: &mut Canvas,
    body: Rect,
    workshop: &Workshop,
    current: Leg,
    place: &str,
) -> Rect {
    let map = HeatMap::of(&app.cx.framework, &workshop.session);
    strip(app, canvas, body, &map, current, place);
    let roomy = Size::of(canvas.area()).has(Width::Medium, Height::Medium);
    let used = 1 + u16::from(roomy);
    if roomy {
        canvas.rule(body.x, body.y + 1, body.width);
    }
    Rect { y: body.y + used, height: body.height.saturating_sub(used), ..body }
}

/// The stages in a line, each with how far it is, and among them the section beside the chain if the room is there;
/// the current one marked.
fn strip(app: &App, canvas: &mut Canvas, area: Rect, map: &HeatMap, current: Leg, place: &str) {
    let theme = canvas.theme();
    let legs = app.cx.framework.legs();
    let shown: Vec<Leg> = legs.into_iter().filter(|leg| *leg == current || matches!(leg, Leg::Stage(_))).collect();
    let named = |form: fn(&str, &str) -> String, leg: &Leg| match leg {
        Leg::Stage(row) => app.cx.framework.stages.get(*row).map_or(String::new(), |one| form(&one.label, &one.short)),
        Leg::Section(one) => form(section::label(*one), section::short(*one)),
    };
    let labels = |form: fn(&str, &str) -> String| -> Vec<String> {
        let label = |leg: &Leg| match leg {
            leg if *leg == current && place.is_empty() => format!("►{}◄", named(form, leg)),
            Leg::Section(one) if *leg == current => format!("► {} {place} ◄", section::label(*one).to_uppercase()),
            leg if *leg == current => format!("► {} {place} ◄", named(form, leg).to_uppercase()),
            Leg::Stage(row) => format!("{}{}", named(form, leg), progress_mark(map, *row)),
            Leg::Section(_) => named(form, leg),
        };
        shown.iter().map(label).collect()
    };
    let fits = |labels: &[String]| labels.iter().map(|label| text::width(label) + 1).sum::<u16>() <= area.width + 1;
    let forms: [fn(&str, &str) -> String; 3] =
        [|label, _| label.to_owned(), |_, short| short.to_owned(), |label, _| text::cut(label, 3).to_owned()];
    let labels = forms.into_iter().map(labels).find(|labels| fits(labels)).unwrap_or_else(|| labels(forms[2]));
    let mut x = area.x;
    for (leg, label) in shown.iter().zip(&labels) {
        let style: Style = if *leg == current { theme.accent } else { theme.muted };
        x += canvas.put(x, area.y, area.right().saturating_sub(x), label, style) + 1;
    }
}

/// Done, begun or not begun.
fn progress_mark(map: &HeatMap, row: usize) -> char {
    let readings = map.rows.get(row).map_or(&[][..], |row| &row.readings);
    if readings.iter().all(|reading| reading.complete) {
        '■'
    } else if readings.iter().any(|reading| reading.complete) {
        '○'
    } else {
        '·'
    }
}

/// A box low on the screen, so that the statement it belongs to stays in sight, and above the sentence for the room;
/// gives the area inside.
pub(super) fn dialog(app: &App, canvas: &mut Canvas, width: u16, height: u16, title: &str) -> Rect {
    let area = canvas.area();
    let inner = area.width.saturating_sub(margin(canvas) * 2);
    let said = rows_of(&said(app, area), inner) + u16::from(banner(app).is_some());
    let room = area.height.saturating_sub(footer_rows(area) + said);
    let (width, height) = (width.min(area.width), height.min(room));
    let outer = Rect { x: area.x + (area.width - width) / 2, y: area.y + (room - height).min(8), width, height };
    let theme = canvas.theme();
    // Across the whole width: scraps of the page beside the box would read as words.
    canvas.fill(Rect { x: area.x, width: area.width, ..outer }, theme.text);
    canvas.border(outer, true, theme.text);
    canvas.put(outer.x + 2, outer.y, width.saturating_sub(4), &format!(" {title} "), theme.accent);
    Rect { x: outer.x + 2, y: outer.y + 1, width: width.saturating_sub(4), height: height.saturating_sub(2) }
}

/// Draws the keys of what lies on top, for overlays that leave the screen below in sight.
pub(super) fn keys(app: &App, canvas: &mut Canvas) {
    footer(app, canvas);
}

/// The room's screen, blank.
pub(super) fn blank(canvas: &mut Canvas, since: &str, back: Option<&Zoned>) {
    let area = canvas.area();
    let theme = canvas.theme();
    let y = area.y + area.height / 2;
    let back = back.map(words::time);
    if let Some(back) = &back {
        let wide = BIG.0 * 5;
        canvas.put_centred(area.x, y.saturating_sub(6), area.width, "Back at", theme.text);
        canvas.big(area.x + area.width.saturating_sub(wide) / 2, y.saturating_sub(4), back, theme.accent);
    }
    let words = back.map_or_else(|| format!("Paused {since}"), |back| format!("Break since {since}, back at {back}"));
    canvas.put_centred(area.x, y, area.width, &words, theme.text);
    canvas.put_centred(area.x, y.saturating_add(2), area.width, "any key returns", theme.muted);
    canvas.cursor(area.x, y);
}
