//! Recording that the room does not agree: two ratings and two views, in a box over the page.

use super::setup::text_field;
use super::{Canvas, chrome};
use crate::app::{App, Field, NotAgreed, NotAgreedPart, TextField};
use crate::framework::Rating;
use crate::words;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

pub(super) fn draw(app: &App, form: &NotAgreed, canvas: &mut Canvas) {
    let area = canvas.area();
    let theme = canvas.theme();
    let width = area.width.saturating_sub(4).min(80);
    let level = words::at_level(form.level);
    let title = format!("Not agreed: {} {}{level}", form.feature.id, form.feature.label);
    let inside = chrome::dialog(app, canvas, width, 11, &title);
    let tight = inside.height < 9;
    canvas.put(inside.x, inside.y, inside.width, "A valid result: the range and both views are kept.", theme.muted);
    let mut y = inside.y + if tight { 1 } else { 2 };
    let stage = app.cx.framework.feature(&form.feature.id).map(|(_, stage, _)| stage);
    let rating = |rating: Option<Rating>| match (rating, stage) {
        (Some(rating), Some(stage)) => format!("{rating} {}", app.cx.framework.word(stage, rating)),
        _ => "press 1 to 5".into(),
    };
    for (place, Field { name: part, text, .. }) in form.fields.all.iter().enumerate() {
        let (part, marked) = (*part, place == form.fields.focus);
        let arrow = if marked { "► " } else { "  " };
        let style = if marked { theme.text.add_modifier(Modifier::BOLD) } else { theme.text };
        let row = Rect { y, height: 1, ..inside };
        let name = match part {
            NotAgreedPart::Low => "Lowest rating",
            NotAgreedPart::High => "Highest rating",
            NotAgreedPart::LowView => "View, low end",
            NotAgreedPart::HighView => "View, high end",
        };
        canvas.put(row.x, y, 18, &format!("{arrow}{name}"), style);
        let value = Rect { x: row.x + 18, width: row.width.saturating_sub(18), ..row };
        match part {
            NotAgreedPart::Low | NotAgreedPart::High => digit(canvas, value, &rating(form.rating(part)), marked),
            NotAgreedPart::LowView | NotAgreedPart::HighView => typed(canvas, value, text, marked),
        }
        y += if part == NotAgreedPart::High && !tight { 2 } else { 1 };
    }
    chrome::keys(app, canvas);
}

fn digit(canvas: &mut Canvas, area: Rect, words: &str, marked: bool) {
    canvas.put(area.x, area.y, area.width, words, canvas.theme().text);
    if marked {
        canvas.cursor(area.x, area.y);
    }
}

fn typed(canvas: &mut Canvas, area: Rect, field: &TextField, marked: bool) {
    canvas.fill(area, canvas.theme().strip);
    text_field(canvas, area, field, marked);
}
