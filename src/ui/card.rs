//! The title card of a stage: where the room is in the chain, and what the stage is about.

use super::canvas::BIG;
use super::chrome;
use super::{Canvas, text};
use crate::app::App;
use crate::framework::Id;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

pub(super) fn draw(app: &App, stage: &Id, canvas: &mut Canvas) {
    let (Some((row, stage)), Some(workshop)) = (app.framework.stage(stage), &app.workshop) else { return };
    let title = chrome::session_title(workshop);
    let body = chrome::frame(app, canvas, &title, &chrome::timer(app, workshop, stage));
    let theme = canvas.theme();
    let bold = theme.text.add_modifier(Modifier::BOLD);
    let mut y = body.y + u16::from(body.height > 12);
    let place = format!("STAGE {} OF {}", row + 1, app.framework.stages.len());
    canvas.put(body.x, y, body.width, &place, theme.muted);
    y += 1 + u16::from(body.height > 14);

    let name = stage.label.to_uppercase();
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
    y = paragraph(canvas, y, &stage.title, bold) + 1;
    y = paragraph(canvas, y, &stage.gloss, theme.text) + roomy;
    y = paragraph(canvas, y, &stage.prompt, theme.text) + 1;
    let items = stage.features.len();
    let many = if items == 1 { "1 item".to_owned() } else { format!("{items} items") };
    let time = match app.framework.minutes_for(&stage.id) {
        0 => String::new(),
        minutes => format!(", about {minutes} minutes"),
    };
    canvas.cursor(body.x, y.min(body.bottom().saturating_sub(1)));
    y = paragraph(canvas, y, &format!("► {many}{time}. PgDn starts."), theme.accent) + 1;
    let labels: Vec<String> =
        stage.features.iter().map(|feature| format!("{} {}", feature.id, feature.label)).collect();
    let labels = labels.join(" · ");
    if body.bottom().saturating_sub(y) >= text::rows(&labels, width) {
        paragraph(canvas, y, &labels, theme.muted);
    }
}
