//! Dots on a page: every item with how it stands and how many dots it has, and the sum against the people in the room.
//!
//! Dots stand beside the state of an item and never change it.

use super::{Canvas, chrome, naming, text};
use crate::analysis::{DOTS_EACH, too_many_dots};
use crate::app::{App, DotsPage, Target, Workshop};
use crate::framework::Item;
use crate::words::count;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use std::iter;

/// The most dots that are drawn; more are said in digits only.
const DRAWN: u16 = 12;

/// A line of the page: the heading of a stage or kind, or an item by its place among all.
enum Line<'framework> {
    Heading(&'framework str),
    Item(usize, Item<'framework>),
}

pub(super) fn draw(app: &App, page: &DotsPage, canvas: &mut Canvas) {
    let Some(workshop) = &app.cx.workshop else { return };
    let placed = workshop.session.dots_placed();
    let narrow = canvas.area().width < 60;
    let head = if narrow { "DOTS" } else { "DOTS: type how many each item got" };
    let right = count(placed, "dot", "dots");
    let body = chrome::frame(app, canvas, head, &right);
    let lines = lines(app);
    let list = Rect { height: body.height.saturating_sub(1), ..body };
    let marked = lines.iter().position(|line| matches!(line, Line::Item(place, _) if *place == page.line)).unwrap_or(0);
    let rows = usize::from(list.height);
    let first = marked.saturating_sub(rows / 2).min(lines.len().saturating_sub(rows));
    for (line, y) in lines.iter().skip(first).zip(list.y..list.bottom()) {
        let row = Rect { y, height: 1, ..list };
        match line {
            Line::Heading(words) => {
                canvas.put(row.x, y, row.width, words, canvas.theme().accent);
            }
            Line::Item(place, item) => {
                one(app, workshop, *item, *place == page.line, canvas, row);
                canvas.hit(row, Target::Line(*place));
            }
        }
    }
    sum(workshop, canvas, Rect { y: list.bottom(), height: 1, ..body });
}

/// Every item under the heading of its stage or kind.
fn lines(app: &App) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut before = "";
    for (place, item) in app.cx.framework.items().enumerate() {
        let heading = match item {
            Item::Feature(_, stage, _) => stage.label.as_str(),
            Item::Assumption(_) => "Assumptions",
            Item::Influence(_) => "Influencing factors",
            Item::Risk(_) => "Risks",
        };
        if heading != before {
            lines.push(Line::Heading(heading));
            before = heading;
        }
        lines.push(Line::Item(place, item));
    }
    lines
}

/// `►P3  Joint work.  4 MOSTLY           5 ■■■■■`
fn one(app: &App, workshop: &Workshop, item: Item<'_>, marked: bool, canvas: &mut Canvas, row: Rect) {
    let theme = canvas.theme();
    let style = if marked { theme.text.add_modifier(Modifier::BOLD) } else { theme.text };
    let name = format!(" {}", naming::name(if marked { "►" } else { " " }, item.id(), item.label()));
    let mut x = row.x + canvas.put(row.x, row.y, row.width, &name, style);
    let dots = workshop.session.dots_on(item.id());
    if row.width >= 58 {
        let (tag, tone) = naming::tag(&app.cx.framework, &workshop.session, item, theme);
        canvas.put(x + 1, row.y, 22, &tag, tone);
        x += 24;
    }
    let count = if dots == 0 { "·".to_owned() } else { dots.to_string() };
    canvas.put_right(x + 4, row.y, 4, &count, style);
    if marked {
        canvas.cursor(x + 3, row.y);
    }
    let drawn: String = iter::repeat_n('■', usize::from(dots.min(DRAWN))).collect();
    let more = if dots > DRAWN { "+" } else { "" };
    canvas.put(x + 5, row.y, row.right().saturating_sub(x + 5), &format!("{drawn}{more}"), theme.text);
}

/// The dots that are placed, against those that the people in the room have.
fn sum(workshop: &Workshop, canvas: &mut Canvas, row: Rect) {
    let theme = canvas.theme();
    if let Some(warning) = too_many_dots(&workshop.session) {
        let short = "More dots than the room has: check the counts";
        let words = if text::width(&warning) <= row.width { &warning } else { short };
        canvas.fill(row, theme.alert);
        canvas.put(row.x, row.y, row.width, words, theme.alert);
        return;
    }
    let (least, most) = (DOTS_EACH.start(), DOTS_EACH.end());
    let words = match workshop.session.register.people() {
        0 => format!("{least} to {most} dots each"),
        people => {
            let forms = [
                format!(
                    "{people} people with {least} to {most} each have {} to {} dots",
                    people.saturating_mul(*least),
                    people.saturating_mul(*most)
                ),
                format!("{} to {} dots in all", people.saturating_mul(*least), people.saturating_mul(*most)),
            ];
            forms.iter().find(|form| text::width(form) <= row.width).unwrap_or(&forms[1]).clone()
        }
    };
    canvas.put(row.x, row.y, row.width, &words, theme.muted);
}
