//! The line of the register that is being written, in a box over the list.

use super::setup::text_field;
use super::{Canvas, chrome};
use crate::app::{App, Field, LineField, LineForm, RegisterPage};
use crate::framework::Level;
use crate::session::Register;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

pub(super) fn draw(app: &App, page: &RegisterPage, canvas: &mut Canvas) {
    let Some(workshop) = &app.cx.workshop else { return };
    if let Some(form) = &page.form {
        write(app, &workshop.session.register, form, canvas);
        chrome::keys(app, canvas);
    }
}

/// The box in which a line is written.
fn write(app: &App, register: &Register, form: &LineForm, canvas: &mut Canvas) {
    let theme = canvas.theme();
    let width = canvas.area().width.saturating_sub(4).min(70);
    let title = if form.place.is_some() { "A line of the register" } else { "A new line" };
    let inside = chrome::dialog(app, canvas, width, 9, title);
    for (Field { name: field, text, .. }, y) in form.fields.all.iter().zip(inside.y..inside.bottom()) {
        let field = *field;
        let marked = field == form.fields.in_focus().name;
        let arrow = if marked { "► " } else { "  " };
        let style = if marked { theme.text.add_modifier(Modifier::BOLD) } else { theme.text };
        canvas.put(inside.x, y, 15, &format!("{arrow}{}", field.title()), style);
        let value = Rect { x: inside.x + 15, y, width: inside.width.saturating_sub(15), height: 1 };
        let typed = match field {
            LineField::People => Some(6),
            LineField::Organisation | LineField::Role => Some(value.width),
            LineField::Sector if !text.text().is_empty() => Some(value.width),
            LineField::Sector | LineField::Level | LineField::Presence => None,
        };
        if let Some(width) = typed {
            let value = Rect { width: value.width.min(width), ..value };
            canvas.fill(value, theme.strip);
            text_field(canvas, value, text, marked);
            continue;
        }
        let word = match field {
            LineField::Sector => register.name_of(&form.sector),
            LineField::Level => form.level().map_or("not said", Level::word),
            _ => form.presence().words(),
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
