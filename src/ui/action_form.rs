//! The boxes over the list of actions: how one begins, its form, a line for its log, the review date.
//!
//! Nothing is decided here; what is typed is kept by `app` while it is typed.

use super::setup::text_field;
use super::sheet::Sheet;
use super::{Canvas, chrome, text};
use crate::app::{ActionBox, ActionField, ActionForm, ActionStart, ActionsPage, App, Field, TextField};
use crate::words::{self, commas};
use ratatui::layout::Rect;
use ratatui::style::Modifier;

/// Rows for what will be done.
const WHAT: u16 = 3;

/// Lines that have a key of their own.
const KEYED: usize = 5;

/// Columns of the names before the fields.
const NAMES: u16 = 10;

pub(super) fn draw(app: &App, page: &ActionsPage, canvas: &mut Canvas) {
    let Some(on_top) = &page.on_top else { return };
    boxed(app, on_top, canvas);
    chrome::keys(app, canvas);
}

fn boxed(app: &App, on_top: &ActionBox, canvas: &mut Canvas) {
    match on_top {
        ActionBox::Start(start) => begin(app, start, canvas),
        ActionBox::Form(form) => write(app, form, canvas),
        ActionBox::Log { number, text } => {
            let inside = one_line(app, &format!("Action {number}: what became of it"), canvas);
            field(canvas, Rect { height: 1, ..inside }, text, true);
            let words = "It stands in the log with the time. Enter keeps it.";
            put_below(canvas, inside, words);
        }
        ActionBox::Review { text, read, .. } => {
            let inside = one_line(app, "When the room looks again", canvas);
            field(canvas, Rect { height: 1, ..inside }, text, true);
            let words = match read {
                Ok(date) if date.is_empty() => "A date: 10 September 2026, 10 September, end of September.".to_owned(),
                Ok(date) => format!("= {date}"),
                Err(problem) => format!("Not read yet: {problem}"),
            };
            put_below(canvas, inside, &words);
        }
    }
}

fn wide(canvas: &Canvas) -> u16 {
    canvas.area().width.saturating_sub(2).min(90)
}

fn one_line(app: &App, title: &str, canvas: &mut Canvas) -> Rect {
    let width = wide(canvas);
    chrome::dialog(app, canvas, width, 6, title)
}

fn put_below(canvas: &mut Canvas, inside: Rect, words: &str) {
    let style = canvas.theme().muted;
    canvas.put_wrapped(Rect { y: inside.y + 2, height: inside.height.saturating_sub(2), ..inside }, words, style);
}

fn field(canvas: &mut Canvas, area: Rect, text: &TextField, focused: bool) {
    canvas.fill(area, canvas.theme().strip);
    text_field(canvas, area, text, focused);
}

/// The starters for the item, each with its number, and the room's own words as the last choice.
fn begin(app: &App, start: &ActionStart, canvas: &mut Canvas) {
    let theme = canvas.theme();
    let width = wide(canvas);
    let mut sheet = Sheet::new(width.saturating_sub(4));
    let mut rows = Vec::new();
    let own = ("In your own words: Enter, or just type".to_owned(), None);
    for (place, (words, through)) in start.offers.iter().chain([&own]).enumerate() {
        let marked = place == start.line;
        let style = if marked { theme.text.add_modifier(Modifier::BOLD) } else { theme.text };
        let number = if place < KEYED { format!("{} ", place + 1) } else { "  ".into() };
        let through = through.as_ref().map_or(String::new(), |risk| format!(" ({risk})"));
        rows.push(sheet.len());
        sheet.hanging(
            &format!("{}{number}", if marked { "► " } else { "  " }),
            &format!("{words}{through}"),
            theme.accent,
            style,
        );
    }
    let title = format!("New action for {}", words::names(&app.cx.framework, [&start.item]));
    let height = u16::try_from(sheet.len()).unwrap_or(u16::MAX).saturating_add(2);
    let inside = chrome::dialog(app, canvas, width, height, &title);
    let at = rows.get(start.line).copied().unwrap_or(0);
    let shown = usize::from(inside.height);
    let first = (at + 2).saturating_sub(shown).min(sheet.len().saturating_sub(shown));
    sheet.put(canvas, inside, first);
    let down = u16::try_from(at.saturating_sub(first)).unwrap_or(0);
    canvas.cursor(inside.x, inside.y.saturating_add(down));
}

/// The six fields of an action.
fn write(app: &App, form: &ActionForm, canvas: &mut Canvas) {
    let theme = canvas.theme();
    let (width, narrow) = (wide(canvas), canvas.area().width < 60);
    let title = form.number.map_or("New action".to_owned(), |number| format!("Action {number}"));
    let inside = chrome::dialog(app, canvas, width, WHAT + 9, &title);
    // The hint below the fields also says how a date is read: it is the last to go.
    let what_rows = WHAT.min(inside.height.saturating_sub(6)).max(1);
    let mut y = inside.y;
    let in_focus = form.fields.in_focus().name;
    for Field { name, text, .. } in &form.fields.all {
        let (field_name, marked) = (*name, *name == in_focus);
        let arrow = if marked { "► " } else { "  " };
        let style = if marked { theme.text.add_modifier(Modifier::BOLD) } else { theme.text };
        canvas.put(inside.x, y, NAMES, &format!("{arrow}{}", field_name.title()), style);
        let height = if field_name == ActionField::What { what_rows } else { 1 };
        let mut value = Rect { x: inside.x + NAMES, y, width: inside.width.saturating_sub(NAMES), height };
        let (beside, alarming) = beside(app, form, field_name);
        if !beside.is_empty() && !narrow {
            let room = value.width / 2;
            let style = if alarming { theme.alert } else { theme.muted };
            value.width = value.width.saturating_sub(room + 1);
            canvas.put(value.right() + 1, y, room, text::cut(&beside, room), style);
        }
        field(canvas, value, text, marked);
        y = y.saturating_add(height);
    }
    let hint = Rect { y, height: inside.bottom().saturating_sub(y), ..inside };
    let hint = if hint.height > 1 { Rect { y: y + 1, height: hint.height - 1, ..hint } } else { hint };
    let (beside, _) = beside(app, form, in_focus);
    let words = if narrow && !beside.is_empty() { &beside } else { in_focus.explained() };
    canvas.put_wrapped(hint, words, theme.muted);
}

/// What stands beside a field: the labels of the ids, how the date is read, or what cannot be.
fn beside(app: &App, form: &ActionForm, field: ActionField) -> (String, bool) {
    match field {
        ActionField::Why if !form.unknown.is_empty() => (format!("not on the map: {}", form.unknown.join(", ")), true),
        ActionField::Why => {
            let typed = form.fields.text(&field);
            let ids = typed.split(|c: char| c == ',' || c.is_whitespace()).filter(|id| !id.is_empty());
            let items =
                ids.filter_map(|id| app.cx.framework.items().find(|item| item.id().as_str().eq_ignore_ascii_case(id)));
            (commas(items.map(|item| item.label().to_owned())), false)
        }
        ActionField::By => match &form.by {
            Ok(date) if date.is_empty() => (String::new(), false),
            Ok(date) => (format!("= {date}"), false),
            Err(problem) => (problem.clone(), true),
        },
        _ => (String::new(), false),
    }
}
