//! The room check: a line for the person at the back, how far the picture reads, the five tones, the clicker's keys.
//!
//! Every line is as large as the rest of Plenary, for that is what is being checked.

use super::setup::text_field;
use super::{Canvas, chrome, text};
use crate::app::{App, Button, Key, Measure, RoomCheck, may_be_learned, metres, reads_to, rows_for};
use crate::framework::Rating;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

/// Letters that are easily taken for each other, for somebody at the back.
const ALOUD: &str = "\"83 of 165 say Firmly: quick, OK?\"";

/// The width that is reckoned with until one is typed, in metres.
const USUAL: f64 = 2.0;

/// The fewest rows of any window of Plenary's.
const LEAST_ROWS: u16 = super::LEAST.1;

pub(super) fn draw(app: &App, check: &RoomCheck, canvas: &mut Canvas) {
    let window = canvas.area();
    let right = format!("{} rows x {} columns", window.height, window.width);
    let body = chrome::frame(app, canvas, "ROOM CHECK", &right);
    let theme = canvas.theme();
    let gap = u16::from(body.height >= 16);
    let below = |y: u16| Rect { y, height: body.bottom().saturating_sub(y), ..body };
    let mut y = body.y;
    let bold = theme.text.add_modifier(Modifier::BOLD);
    if body.height > 12 {
        y += canvas.put_wrapped(below(y), "Somebody at the back, please read aloud:", theme.text);
        y += canvas.put_wrapped(below(y), ALOUD, bold) + gap;
    } else {
        y += canvas.put_wrapped(below(y), &format!("Back row, read: {ALOUD}"), bold);
    }
    y += fields(check, canvas, below(y));
    y += canvas.put_wrapped(below(y), &distance(check, window), theme.text) + gap;
    y += tones(app, canvas, below(y));
    if body.height > 12 {
        y += canvas.put_wrapped(below(y), "Do all five look different? If not, T tries other colours.", theme.text);
    }
    y += gap;
    if check.measuring.is_none() {
        canvas.cursor(body.x, y.min(body.bottom().saturating_sub(1)));
    }
    let words = arrived(app, check);
    y += canvas.put_wrapped(below(y), &words, theme.accent);
    let learned = learned(app);
    if !learned.is_empty() {
        canvas.put_wrapped(below(y), &learned, theme.text);
    }
}

/// Columns of a typed number.
const NUMBER: u16 = 6;

/// Both measures, on one line where they fit; gives the rows used.
fn fields(check: &RoomCheck, canvas: &mut Canvas, area: Rect) -> u16 {
    let theme = canvas.theme();
    let both = [("Picture width", &check.width, Measure::Width), ("Back row at", &check.distance, Measure::Distance)];
    let wide = area.width >= 58;
    for (place, (name, field, measure)) in (0_u16..).zip(both) {
        let (x, y) = if wide { (area.x + place * 30, area.y) } else { (area.x, area.y + place) };
        let marked = check.measuring == Some(measure);
        let arrow = if marked { "► " } else { "  " };
        let style = if marked { theme.text.add_modifier(Modifier::BOLD) } else { theme.text };
        let used = canvas.put(x, y, 19, &format!("{arrow}{name:<14}"), style);
        let typed = Rect { x: x + used, y, width: NUMBER, height: u16::from(y < area.bottom()) };
        canvas.fill(typed, theme.strip);
        text_field(canvas, typed, field, marked);
        canvas.put(typed.right() + 1, y, 2, "m", style);
    }
    if wide { 1 } else { 2 }
}

/// How far this window can be read, and what to do where that is not far enough.
fn distance(check: &RoomCheck, window: Rect) -> String {
    let (columns, rows) = (window.width, window.height);
    let typed = metres(&check.width.text());
    let width = typed.unwrap_or(USUAL);
    let far = reads_to(width, columns, rows);
    let reads = match typed {
        Some(width) => format!("A picture {width} m wide, filled by this window, reads to {far:.1} m."),
        None => format!("A picture {USUAL} m wide would read to {far:.1} m; Enter measures yours."),
    };
    let Some(back) = metres(&check.distance.text()) else { return reads };
    let verdict = if far >= back {
        format!("The back row at {back} m can read it.")
    } else {
        match rows_for(width, columns, rows, back).filter(|rows| *rows >= LEAST_ROWS) {
            Some(rows) => format!("Too small for {back} m: enlarge the letters to {rows} rows or fewer."),
            None => format!("Too small for {back} m: sit nearer, or make the picture larger."),
        }
    };
    format!("{reads} {verdict}")
}

/// The five tones, each with its digit and word, as many to a row as fit; gives the rows used.
fn tones(app: &App, canvas: &mut Canvas, area: Rect) -> u16 {
    let theme = canvas.theme();
    let Some(stage) = app.cx.framework.stages.first() else { return 0 };
    let (mut x, mut row) = (area.x, 0);
    for rating in Rating::ALL {
        let words = format!(" {rating} {} ", app.cx.framework.word(stage, rating));
        if x > area.x && x + text::width(&words) > area.right() {
            (x, row) = (area.x, row + 1);
        }
        if area.y + row < area.bottom() {
            x += canvas.put(x, area.y + row, area.right().saturating_sub(x), &words, theme.tone(rating)) + 1;
        }
    }
    row + 1
}

/// What a clicker's button sent, and what it means.
fn arrived(app: &App, check: &RoomCheck) -> String {
    let Some(key) = check.arrived else {
        return "CLICKER: press its buttons, one by one, and see here what arrives.".into();
    };
    let means = match key.folded() {
        Key::PageDown | Key::Char(' ') => "next".to_owned(),
        Key::PageUp => "back".into(),
        Key::Char('.' | 'b') => "blanks the screen".into(),
        Key::F(5) => "reveals votes, or starts the slides. Some send Esc by turns: it closes what lies on top".into(),
        _ => match app.cx.clicker.button(key) {
            Some(button) => format!("{}, as it was learned", button.word()),
            None if may_be_learned(key) => "nothing yet. 1 makes it next, 2 back, 3 blank".into(),
            None => "has a meaning of its own, and cannot be learned".into(),
        },
    };
    format!("CLICKER: {key} arrived: {means}.")
}

/// `Learned: next is Right, blank is F9`; empty where nothing was.
fn learned(app: &App) -> String {
    let keys = [app.cx.clicker.next, app.cx.clicker.back, app.cx.clicker.blank];
    let learned: Vec<String> = Button::ALL
        .into_iter()
        .zip(keys)
        .filter_map(|(button, key)| Some(format!("{} is {}", button.word(), key?)))
        .collect();
    if learned.is_empty() { String::new() } else { format!("Learned: {}.", learned.join(", ")) }
}
