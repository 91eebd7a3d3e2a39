//! The register on a page of its own: a line a group, and the line that is being written.
//!
//! It says whose voice is missing, so that somebody can still be asked in.

use super::setup::text_field;
use super::{Canvas, chrome, wording};
use crate::app::{App, LineField, LineForm, RegisterPage};
use crate::framework::Level;
use crate::session::{Group, Presence, Register};
use crate::words::{commas, count};
use ratatui::layout::Rect;
use ratatui::style::Modifier;

/// Columns of the number of people, the sector and the level.
const COLUMNS: [u16; 3] = [5, 16, 12];

pub(super) fn draw(app: &App, page: &RegisterPage, canvas: &mut Canvas) {
    let Some(workshop) = &app.cx.workshop else { return };
    let register = &workshop.session.register;
    let people = count(register.people(), "person", "people");
    let body = chrome::frame(app, canvas, "REGISTER: who is in the room", &people);
    let theme = canvas.theme();
    let missing = if register.people() == 0 { Vec::new() } else { wording::missing(&app.cx.framework, register) };
    let below = u16::try_from(missing.len()).unwrap_or(3).min(body.height / 4);
    let list = Rect { y: body.y + 1, height: body.height.saturating_sub(below + 1), ..body };
    if register.groups.is_empty() {
        let words = "Nobody is registered yet. N adds a line: how many, which sector, which level. Names of persons \
                     are never asked.";
        canvas.put_wrapped(list, words, theme.text);
        canvas.cursor(list.x, list.y);
    }
    lines(register, page, canvas, list);
    for (words, y) in missing.iter().zip(body.bottom().saturating_sub(below)..body.bottom()) {
        canvas.put_wrapped(Rect { y, height: 1, ..body }, words, theme.accent);
    }
    if let Some(form) = &page.form {
        write(app, register, form, canvas);
        chrome::keys(app, canvas);
    }
}

fn lines(register: &Register, page: &RegisterPage, canvas: &mut Canvas, area: Rect) {
    let theme = canvas.theme();
    let rows = usize::from(area.height).max(1);
    let marked = page.line.min(register.groups.len().saturating_sub(1));
    let first = marked.saturating_sub(rows - 1);
    for ((place, group), y) in register.groups.iter().enumerate().skip(first).zip(area.y..area.bottom()) {
        let here = place == marked;
        let style = if here { theme.text.add_modifier(Modifier::BOLD) } else { theme.text };
        let arrow = if here { "►" } else { " " };
        let [count, sector, level] = COLUMNS;
        let mut x = area.x;
        canvas.put(x, y, count, &format!("{arrow}{:>3}", group.people), style);
        x += count;
        canvas.put(x, y, sector.saturating_sub(1), register.name_of(&group.sector), style);
        x += sector;
        canvas.put(x, y, level, group.level.map_or("", Level::word), style);
        x += level;
        let presence = if group.presence == Presence::Present { "" } else { group.presence.words() };
        let end = canvas.put_right(area.right(), y, area.width / 3, presence, theme.accent);
        canvas.put(x, y, end.saturating_sub(x + 1), &who(group), style);
        if here {
            canvas.cursor(area.x, y);
        }
    }
}

/// Organisation and role: `NHS Glenside, service manager`.
fn who(group: &Group) -> String {
    let parts = [group.organisation.as_str(), group.role.as_str()];
    commas(parts.into_iter().filter(|part| !part.is_empty()))
}

/// The box in which a line is written.
fn write(app: &App, register: &Register, form: &LineForm, canvas: &mut Canvas) {
    let theme = canvas.theme();
    let width = canvas.area().width.saturating_sub(4).min(70);
    let title = if form.place.is_some() { "A line of the register" } else { "A new line" };
    let inside = chrome::dialog(app, canvas, width, 9, title);
    for (field, y) in LineField::ALL.into_iter().zip(inside.y..inside.bottom()) {
        let marked = field == form.focus;
        let arrow = if marked { "► " } else { "  " };
        let style = if marked { theme.text.add_modifier(Modifier::BOLD) } else { theme.text };
        canvas.put(inside.x, y, 15, &format!("{arrow}{}", field.title()), style);
        let value = Rect { x: inside.x + 15, y, width: inside.width.saturating_sub(15), height: 1 };
        let typed = match field {
            LineField::People => Some((&form.people, 6)),
            LineField::Organisation => Some((&form.organisation, value.width)),
            LineField::Role => Some((&form.role, value.width)),
            LineField::Sector if !form.new_sector.text().is_empty() => Some((&form.new_sector, value.width)),
            LineField::Sector | LineField::Level | LineField::Presence => None,
        };
        if let Some((text, width)) = typed {
            let value = Rect { width: value.width.min(width), ..value };
            canvas.fill(value, theme.strip);
            text_field(canvas, value, text, marked);
            continue;
        }
        let word = match field {
            LineField::Sector => register.name_of(&form.sector),
            LineField::Level => form.level.map_or("not said", Level::word),
            _ => form.presence.words(),
        };
        let hint = match (marked, field) {
            (true, LineField::Sector) => "   Left, Right, or type a new one",
            (true, _) => "   Left, Right",
            (false, _) => "",
        };
        canvas.put(value.x, y, value.width, &format!("◄ {word} ►{hint}"), style);
        if marked {
            canvas.cursor(value.x, y);
        }
    }
    let words = "No names of persons: sessions can be disclosed.";
    canvas.put(inside.x, inside.bottom().saturating_sub(1), inside.width, words, theme.muted);
}
