//! A form: its fields under each other with their names, the one in focus marked, and what is said about it. And boxes
//! on the page, in which mostly forms are.

use super::sheet::Sheet;
use super::theme::Theme;
use super::{Canvas, chrome, list, text, vote};
use crate::app::{Target, TextField};
use crate::view::{CHOOSE, CHOOSE_OR_TYPE, Confirm, Dialog, Field, Form, Frame, Read, Room, Tone, Value};
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Rows of a text that takes a few.
const PARAGRAPH: u16 = 3;

/// Rows of the page that stay in sight beside a box with a long text.
const PAGE_IN_SIGHT: u16 = 8;

/// The least rows of such a box.
const LEAST: u16 = 8;

pub(super) fn draw(frame: &Frame, form: &Form, canvas: &mut Canvas) {
    let body = chrome::draw_frame(frame, canvas);
    let area = Rect { y: body.y + 1, height: body.height.saturating_sub(1), ..body };
    fields(form, canvas, area, true);
}

/// Draws a box on the page.
pub(super) fn dialog(frame: &Frame, dialog: &Dialog, canvas: &mut Canvas) {
    canvas.forget_hits();
    let area = canvas.area();
    let widest = area.width.saturating_sub(if area.width < 60 { 2 } else { 4 });
    match dialog {
        Dialog::Form { title, size: (width, height), form, .. } => {
            let is_long = form.fields.iter().any(|field| field.value.room() == Room::Page);
            let most = area.height.saturating_sub(PAGE_IN_SIGHT).max(LEAST);
            let height = if is_long { most.min(*height) } else { *height };
            let inside = chrome::dialog(frame, canvas, widest.min(*width), height, title);
            fields(form, canvas, inside, false);
        }
        Dialog::List { title, width, list, .. } => {
            let width = widest.min(*width);
            let rows = list::rows(list, width.saturating_sub(4), canvas.theme());
            let inside = chrome::dialog(frame, canvas, width, rows.saturating_add(2), title);
            list::draw_rows(list, canvas, inside);
        }
        Dialog::Confirm(question) => {
            let width = widest.min(64);
            let theme = canvas.theme();
            let parts = question.text.blocks().map(|part| Sheet::of(&part, width.saturating_sub(4), theme));
            let parts: Vec<Sheet> = parts.collect();
            let rows: u16 = parts.iter().map(Sheet::rows).sum();
            let inside = chrome::dialog(frame, canvas, width, rows.saturating_add(5), question.title);
            asked(frame, question, parts, canvas, inside);
        }
        Dialog::Vote(vote) => vote::draw(frame, vote, canvas, widest),
    }
    chrome::keys(frame, canvas);
}

/// What is asked and the two answers, of which the safe one is marked. Each part of the text keeps a row at least, also
/// in the smallest window.
fn asked(frame: &Frame, question: &Confirm, parts: Vec<Sheet>, canvas: &mut Canvas, area: Rect) {
    let theme = canvas.theme();
    let mut room = area.height.saturating_sub(3);
    let mut y = area.y;
    let others = (0..u16::try_from(parts.len()).unwrap_or(0)).rev();
    for (part, below) in parts.into_iter().zip(others) {
        let height = part.rows().min(room.saturating_sub(below));
        part.cut(height).put(canvas, Rect { y, height, ..area }, 0);
        (y, room) = (y + height, room.saturating_sub(height));
    }
    let y = (y + 1).min(area.bottom().saturating_sub(2));
    let answers = [("Enter", format!("► Enter  {}", question.no)), ("Y", format!("  Y      {}", question.yes))];
    for (y, (key, words)) in (y..).zip(answers) {
        canvas.put(area.x, y, area.width, &words, theme.text);
        if let Some(command) = frame.hints.iter().find(|hint| hint.key == key).and_then(|hint| hint.command) {
            canvas.hit(Rect { y, height: 1, ..area }, Target::Command(command));
        }
    }
    canvas.cursor(area.x, y);
}

/// How many rows each part of a form has.
struct Rows {
    above: u16,
    fields: Vec<u16>,
    /// Whether headings, and blank rows where a part begins, have room.
    headings: bool,
    below: u16,
    gaps: [u16; 2],
    /// Blank rows between the fields.
    between: u16,
}

impl Rows {
    /// Shares out rows: a row for each field, a row of what is said above and below, and so on, the dearest first.
    fn of(form: &Form, [above, below]: [u16; 2], height: u16, is_page: bool) -> Self {
        let count = u16::try_from(form.fields.len()).unwrap_or(u16::MAX);
        let mut spare = height.saturating_sub(count);
        let mut take = |wanted: u16| {
            let taken = wanted.min(spare);
            spare -= taken;
            taken
        };
        let (first_above, first_below) = (take(above.min(1)), take(below.min(1)));
        let wanted = |field: &Field| match field.value.room() {
            Room::Columns(_) | Room::Line => 0,
            Room::Paragraph | Room::Page => PARAGRAPH - 1,
        };
        let mut fields: Vec<u16> = form.fields.iter().map(|field| 1 + take(wanted(field))).collect();
        let above = first_above + take(above.saturating_sub(1).min(1));
        let mut rows_below = first_below + take(below.saturating_sub(1).min(2));
        let headings = u16::try_from(form.fields.iter().filter(|field| field.heading.is_some()).count()).unwrap_or(0);
        let headings = take(headings) == headings;
        let gaps = [take(above.min(1)), take(rows_below.min(1))];
        let between = u16::from(is_page && take(count) == count);
        for (rows, _) in fields.iter_mut().zip(&form.fields).filter(|(_, field)| field.value.room() == Room::Page) {
            *rows += take(u16::MAX);
        }
        // What is wrong is said whole where a row is left.
        rows_below += take(below.saturating_sub(rows_below));
        Self { above, fields, headings, below: rows_below, gaps, between }
    }
}

fn fields(form: &Form, canvas: &mut Canvas, area: Rect, is_page: bool) {
    let theme = canvas.theme();
    let names = names(form, area.width);
    let in_focus = form.fields.get(form.focus);
    // How what is typed was read stands beside it, and below where it has no room there.
    let (below, style) = match in_focus.map(|field| (field, said(field, theme))) {
        Some((field, (words, style))) if beside(field, &words, area.width, names, true).is_none() => (words, style),
        field => (field.map_or(String::new(), |(field, _)| field.explained.to_owned()), theme.muted),
    };
    let wanted =
        [&*form.explained, &*below].map(|words| if words.is_empty() { 0 } else { text::rows(words, area.width) });
    let rows = Rows::of(form, wanted, area.height, is_page);
    canvas.put_wrapped(Rect { height: rows.above, ..area }, &form.explained, theme.muted);
    let mut y = area.y + rows.above + rows.gaps[0];
    let bottom = area.bottom().saturating_sub(rows.below + rows.gaps[1]);
    // Where not all fields fit, the ones up to the one in focus do.
    let shown = usize::from(bottom.saturating_sub(y)).max(1);
    let first = if form.fields.len() > shown { (form.focus + 1).saturating_sub(shown) } else { 0 };
    for (number, field) in form.fields.iter().enumerate().skip(first) {
        if let Some(heading) = field.heading.as_ref().filter(|_| rows.headings) {
            canvas.put_wrapped(Rect { y, height: 1, ..area }, heading, theme.muted);
            y += 1;
        }
        let row = Rect { y, height: rows.fields[number].min(bottom.saturating_sub(y)), ..area };
        if row.is_empty() {
            break;
        }
        line(field, canvas, row, names, number == form.focus);
        canvas.hit(row, Target::Line(number));
        y += row.height + rows.between;
    }
    let foot = Rect { y: y.min(bottom) + rows.gaps[1], height: rows.below, ..area };
    canvas.put_wrapped(foot, &below, style);
}

/// Columns of the names before the fields, the mark with them; none where no field has its name before it.
fn names(form: &Form, width: u16) -> u16 {
    let named = form.fields.iter().filter(|field| form.fields.len() > 1 && field.value.room() != Room::Page);
    named.map(|field| text::width(&field.name) + 3).max().unwrap_or(0).min(width * 3 / 4)
}

fn said(field: &Field, theme: &Theme) -> (String, Style) {
    match &field.read {
        Read::As(words) if !words.is_empty() => (format!("= {words}"), theme.muted),
        Read::Not(problem) => (problem.clone(), theme.alert),
        Read::As(_) | Read::Plain => (String::new(), theme.muted),
    }
}

/// The columns in which that stands beside the field; where something is typed only if both have room.
fn beside(field: &Field, words: &str, width: u16, names: u16, in_focus: bool) -> Option<u16> {
    if names == 0 {
        return if words.is_empty() { Some(0) } else { None };
    }
    let room = width.saturating_sub(names);
    let wide = text::width(words).min(room / 2 + 6);
    let least = if let Room::Columns(columns) = field.value.room() { columns.min(5) } else { 12 };
    let fits = wide == text::width(words) && room.saturating_sub(wide + 1) >= least;
    (fits || !in_focus).then_some(wide)
}

fn line(field: &Field, canvas: &mut Canvas, row: Rect, names: u16, in_focus: bool) {
    let theme = canvas.theme();
    let style = theme.style(if in_focus { Tone::Marked } else { Tone::Text });
    let mut value = row;
    if field.value.room() != Room::Page && names > 0 {
        let name = text::shortened(&field.name, names.saturating_sub(3));
        canvas.put(row.x, row.y, names, &format!("{}{name}", if in_focus { "► " } else { "  " }), style);
        value = Rect { x: row.x + names, width: row.width.saturating_sub(names), ..row };
        let (words, said) = said(field, theme);
        if let Some(wide) = beside(field, &words, row.width, names, in_focus).filter(|wide| *wide > 0) {
            canvas.put_right(row.right(), row.y, wide, &text::shortened(&words, wide), said);
            value.width = value.width.saturating_sub(wide + 1);
        }
    }
    let chosen = match &field.value {
        Value::Typed(text, room) => {
            if let Room::Columns(columns) = room {
                value.width = value.width.min(*columns);
            }
            return typed(canvas, value, text, in_focus);
        }
        Value::Private(text) => return typed(canvas, value, text, in_focus),
        Value::Choice { names, chosen, or_new } => {
            let now = format!("◄ {} ►", names.get(*chosen).map_or("", String::as_str));
            let keys = if *or_new { CHOOSE_OR_TYPE } else { CHOOSE };
            let forms = [format!("{now}   {keys}"), format!("{now}   {CHOOSE}"), now];
            let fits = |form: &String| text::width(form) <= value.width;
            if in_focus { forms.into_iter().find(fits).unwrap_or_default() } else { forms[2].clone() }
        }
        Value::Key { now, keys } if now.is_empty() => format!("press {keys}"),
        Value::Key { now, .. } => now.clone(),
    };
    canvas.put(value.x, value.y, value.width, &chosen, style);
    if in_focus {
        canvas.cursor(value.x, value.y);
    }
}

fn typed(canvas: &mut Canvas, area: Rect, text: &TextField, in_focus: bool) {
    canvas.fill(area, canvas.theme().strip);
    text_field(canvas, area, text, in_focus);
}

/// So many rows or columns from the start of a text the library's own count of them comes near its end.
const FAR: usize = 30_000;

/// Draws a text being typed, the cursor in it when it is in focus.
pub(super) fn text_field(canvas: &mut Canvas, area: Rect, field: &TextField, focused: bool) {
    let editor = field.area();
    let cursor = editor.screen_cursor();
    if cursor.col > FAR || cursor.row > FAR || editor.cursor().0 > FAR {
        return far_into(canvas, area, field, focused);
    }
    canvas.widget(area, editor);
    if focused && !area.is_empty() {
        let (cursor, (top, left)) = (editor.screen_cursor(), editor.scroll_offset());
        let column = u16::try_from(cursor.col).unwrap_or(u16::MAX).saturating_sub(left).min(area.width - 1);
        let row = u16::try_from(cursor.row).unwrap_or(u16::MAX).saturating_sub(top).min(area.height - 1);
        canvas.caret(area.x + column, area.y + row);
    }
}

/// The same far into a long text: the line with the cursor, from as far before it as fits, and the lines above it.
fn far_into(canvas: &mut Canvas, area: Rect, field: &TextField, focused: bool) {
    let (editor, style) = (field.area(), field.area().style());
    let at = editor.cursor();
    let masked = |text: &str| match editor.mask_char() {
        Some(mask) => text.chars().map(|_| mask).collect(),
        None => text.to_owned(),
    };
    let top = at.0.saturating_sub(usize::from(area.height.saturating_sub(1)));
    for (y, (number, line)) in (area.top()..area.bottom()).zip(editor.lines().iter().enumerate().skip(top)) {
        if number != at.0 {
            canvas.put(area.x, y, area.width, &masked(line), style);
            continue;
        }
        let split = line.char_indices().nth(at.1).map_or(line.len(), |(split, _)| split);
        let (before, after) = line.split_at(split);
        let before = masked(text::end(before, area.width.saturating_sub(1)));
        let used = canvas.put(area.x, y, area.width, &before, style);
        canvas.put(area.x + used, y, area.width - used, &masked(text::cut(after, area.width)), style);
        if focused {
            canvas.caret(area.x + used, y);
        }
    }
}
