//! The slide of where to act: the first places, then the strengths to protect, each with the reason it stands there.
//!
//! The order is the analysis's. A on a line begins an action for it; which lines have one already is said.

use crate::app::{App, Slides, Workshop};
use crate::framework::Item;
use crate::ui::sheet::Sheet;
use crate::ui::theme::Theme;
use crate::ui::{Canvas, chrome, naming, standings, text, wording};
use crate::words;

pub(in crate::ui) fn draw(app: &App, workshop: &Workshop, slides: &Slides, canvas: &mut Canvas) {
    let (places, strengths) = (app.cx.places_to_act(), app.cx.strengths_to_protect());
    let right = standings::place(app, slides, canvas);
    let head = if canvas.area().width < 60 { "WHERE TO ACT" } else { "WHERE TO ACT FIRST" };
    let title = wording::heading(canvas, head, workshop, &right);
    let body = chrome::frame(app, canvas, &title, &right);
    let theme = canvas.theme();
    if places.is_empty() && strengths.is_empty() {
        let mut sheet = Sheet::new(body.width);
        sheet.blank();
        sheet.text(0, words::NOWHERE_TO_ACT, theme.text);
        return sheet.show(canvas, body, 0);
    }
    let count = places.len() + strengths.len();
    standings::blocks(canvas, body, slides.line, count, |number, marked, sheet| {
        if let Some(place) = places.get(number) {
            let mark = format!("{}{} ", if marked { "►" } else { " " }, number + 1);
            add(app, workshop, &mark, place.item, &place.reason, marked, theme, sheet);
            return;
        }
        let Some(strength) = strengths.get(number.saturating_sub(places.len())) else { return };
        if number == places.len() {
            sheet.text(0, "TO PROTECT", theme.accent);
        }
        let mark = if marked { "►  " } else { "   " };
        let one = &strength.standing;
        let item = Item::Feature(one.cell, one.stage, one.feature);
        add(app, workshop, mark, item, &strength.reason, marked, theme, sheet);
    });
}

#[expect(clippy::too_many_arguments, reason = "one line of the slide, said in one place")]
fn add(
    app: &App,
    workshop: &Workshop,
    mark: &str,
    item: Item<'_>,
    reason: &str,
    marked: bool,
    theme: &Theme,
    sheet: &mut Sheet,
) {
    let name = naming::name(mark, item.id(), item.label());
    let (tag, style) = naming::tag(&app.cx.framework, &workshop.session, item, theme);
    let numbers: Vec<String> = workshop
        .session
        .open_actions()
        .filter(|action| action.why.contains(item.id()))
        .map(|action| action.number.to_string())
        .collect();
    let actions = match numbers.len() {
        0 => String::new(),
        1 => format!("  action {}", numbers[0]),
        _ => format!("  actions {}", numbers.join(", ")),
    };
    let room = sheet.width().saturating_sub(text::width(&name) + text::width(&tag));
    let actions = if text::width(&actions) <= room { actions } else { String::new() };
    sheet.line(vec![(name, theme.accent), (tag, style), (actions, theme.muted)]);
    if sheet.width() >= 60 || marked {
        sheet.text(4, reason, theme.text);
    }
}
