//! The title card of a stage or section: where the room is in the walk, and what comes now.

use super::canvas::BIG;
use super::{Canvas, chrome, text};
use crate::app::{App, section};
use crate::framework::{Framework, Leg, Step};
use crate::words::count;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

/// What stands on a card.
struct Card<'all> {
    /// `STAGE 3 OF 7`; `BEFORE THE CHAIN`.
    place: String,
    name: &'all str,
    title: &'all str,
    gloss: &'all str,
    prompt: &'all str,
    /// `I1 Funding`, for each item.
    items: Vec<String>,
}

pub(super) fn draw(app: &App, step: &Step, canvas: &mut Canvas) {
    let found = app.cx.framework.leg_of(step).and_then(|leg| Some((leg, card(&app.cx.framework, leg)?)));
    let (Some((leg, card)), Some(workshop)) = (found, &app.cx.workshop) else { return };
    let id = app.cx.framework.clock_of(leg).unwrap_or_default();
    let title = crate::view::session_title(workshop);
    let body = chrome::frame(app, canvas, &title, &chrome::timer(app, workshop, &id));
    let theme = canvas.theme();
    let bold = theme.text.add_modifier(Modifier::BOLD);
    let mut y = body.y + u16::from(body.height > 12);
    canvas.put(body.x, y, body.width, &card.place, theme.muted);
    y += 1 + u16::from(body.height > 14);

    let name = card.name.to_uppercase();
    let letters = u16::try_from(name.chars().count()).unwrap_or(u16::MAX);
    if letters.saturating_mul(BIG.0) <= body.width && body.height >= 14 {
        canvas.big(body.x, y, &name, theme.accent);
        y += BIG.1 + 1;
    } else {
        let spaced: Vec<String> = name.chars().map(String::from).collect();
        canvas.put(body.x, y, body.width, &spaced.join(" "), theme.accent);
        y += 2;
    }
    let roomy = u16::from(body.height > 16);
    let width = body.width.min(90);
    let paragraph = |canvas: &mut Canvas, y: u16, words: &str, style| {
        let area = Rect { y, height: body.bottom().saturating_sub(y), width, ..body };
        y + canvas.put_wrapped(area, words, style)
    };
    y = paragraph(canvas, y, card.title, bold) + 1;
    y = paragraph(canvas, y, card.gloss, theme.text) + roomy;
    y = paragraph(canvas, y, card.prompt, theme.text) + 1;
    let many = count(card.items.len(), "item", "items");
    let time = match app.cx.framework.minutes_for(&id) {
        0 => String::new(),
        minutes => format!(", about {minutes} minutes"),
    };
    canvas.cursor(body.x, y.min(body.bottom().saturating_sub(1)));
    y = paragraph(canvas, y, &format!("► {many}{time}. PgDn starts."), theme.accent) + 1;
    let labels = card.items.join(" · ");
    if body.bottom().saturating_sub(y) >= text::rows(&labels, width) {
        paragraph(canvas, y, &labels, theme.muted);
    }
}

fn card(framework: &Framework, leg: Leg) -> Option<Card<'_>> {
    Some(match leg {
        Leg::Stage(row) => {
            let stage = framework.stages.get(row)?;
            Card {
                place: format!("STAGE {} OF {}", row + 1, framework.stages.len()),
                name: &stage.label,
                title: &stage.title,
                gloss: &stage.gloss,
                prompt: &stage.prompt,
                items: stage.features.iter().map(|one| format!("{} {}", one.id, one.label)).collect(),
            }
        }
        Leg::Section(kind) => {
            let legs = framework.legs();
            let stage_to_come = legs.iter().skip_while(|one| **one != leg).any(|one| matches!(one, Leg::Stage(_)));
            let items = framework.items_in(kind);
            Card {
                place: if stage_to_come { "BEFORE THE CHAIN".into() } else { "AFTER THE CHAIN".into() },
                name: section::label(kind),
                title: section::title(framework, kind),
                gloss: section::gloss(kind),
                prompt: section::prompt(kind),
                items: items.into_iter().map(|one| format!("{} {}", one.id(), one.label())).collect(),
            }
        }
    })
}
