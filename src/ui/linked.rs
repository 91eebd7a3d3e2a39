//! What feeds a risk, in a list: each paired assumption and linked item with how it stands.
//!
//! The marked line is the one that Enter goes to.

use super::sheet::Sheet;
use super::{Canvas, chrome, text};
use crate::analysis::{RiskReading, state_in_words};
use crate::app::{App, Linked, Target};
use crate::framework::Item;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

pub(super) fn draw(app: &App, linked: &Linked, canvas: &mut Canvas) {
    let step = app.cx.current_step();
    let risk = step.as_ref().and_then(|step| step.item()).and_then(|id| app.cx.framework.risk(id));
    let (Some(risk), Some(workshop)) = (risk, &app.cx.workshop) else { return };
    let body = chrome::frame(app, canvas, &format!("WHAT FEEDS {} {}", risk.id, risk.label.to_uppercase()), "");
    let theme = canvas.theme();
    let reading = RiskReading::of(&app.cx.framework, &workshop.session, risk);
    let signals = reading.signals();
    let prompted = if signals.is_empty() {
        format!("Prompted likelihood {}: no signals so far", reading.prompt.likelihood)
    } else {
        format!("Prompted likelihood {}: {signals}", reading.prompt.likelihood)
    };
    let used = canvas.put_wrapped(Rect { height: body.height.min(2), ..body }, &prompted, theme.accent);
    let list = Rect { y: body.y + used, height: body.height.saturating_sub(used), ..body };
    let items: Vec<Item> = linked.items.iter().filter_map(|id| app.cx.framework.item(id)).collect();
    let many = u16::try_from(items.len()).unwrap_or(1).max(1);
    // Each with its whole wording where there is room, otherwise its label.
    let wide = list.width.saturating_sub(INDENT);
    let whole: u16 = items.iter().map(|item| 1 + text::rows(item.text(), wide)).sum();
    let (worded, gap) = (whole <= list.height, u16::from(whole.saturating_add(many) <= list.height));
    let shown = usize::from(list.height.max(1));
    let first = if worded { 0 } else { (linked.focus + 1).saturating_sub(shown) };
    let mut y = list.y + gap;
    for (number, item) in items.into_iter().enumerate().skip(first) {
        if y >= list.bottom() {
            return;
        }
        let marked = number == linked.focus;
        let style = if marked { theme.text.add_modifier(Modifier::BOLD) } else { theme.text };
        let arrow = if marked { "►" } else { " " };
        let state = state_in_words(&app.cx.framework, &workshop.session, item);
        let name = format!("{arrow} {:<4}{:<11}{state}", item.id().as_str(), item.label());
        canvas.put(list.x, y, list.width, &name, style);
        let top = y;
        y += 1;
        if worded {
            let mut sheet = Sheet::new(wide);
            sheet.text(0, item.text(), theme.muted);
            sheet.put(canvas, Rect { x: list.x + INDENT, width: wide, y, height: list.bottom().saturating_sub(y) }, 0);
            y += text::rows(item.text(), wide) + gap;
        }
        canvas.hit(Rect { y: top, height: y - top, ..list }, Target::Line(number));
        if marked {
            canvas.cursor(list.x, top);
        }
    }
}

/// Columns before an item's wording.
const INDENT: u16 = 6;
