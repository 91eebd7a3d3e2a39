//! The slide of links: whether each stage leads to the next, why it is thought so, and where results outrun the chain.
//!
//! The state is a word and every reason is named; nothing rests on a colour.

use crate::analysis::{LinkReading, LinkState};
use crate::app::{App, Slides, Workshop};
use crate::ui::sheet::Sheet;
use crate::ui::theme::Theme;
use crate::ui::{Canvas, chrome, standings, wording};
use crate::words;
use ratatui::style::Style;

pub(in crate::ui) fn draw(app: &App, workshop: &Workshop, slides: &Slides, canvas: &mut Canvas) {
    let links = app.cx.links();
    let right = standings::place(app, slides, canvas);
    let title = wording::heading(canvas, &heading(&links, canvas.area().width), workshop, &right);
    let body = chrome::frame(app, canvas, &title, &right);
    let theme = canvas.theme();
    standings::blocks(canvas, body, slides.line, links.len(), |number, marked, sheet| {
        if let Some(link) = links.get(number) {
            add(link, marked, theme, sheet);
        }
    });
}

/// `LINKS: 1 BROKEN, 2 NOT SURE`
fn heading(links: &[LinkReading<'_>], width: u16) -> String {
    let count = |state: LinkState| links.iter().filter(|one| one.state == state).count();
    let leaps = links.iter().filter(|one| one.leap.is_some()).count();
    let counts = [(count(LinkState::Broken), "BROKEN"), (count(LinkState::NotSure), "NOT SURE"), (leaps, "LEAP")];
    let words: Vec<String> =
        counts.iter().filter(|(many, _)| *many > 0).map(|(many, word)| format!("{many} {word}")).collect();
    match width {
        ..60 => "LINKS".into(),
        _ if words.is_empty() => "LINKS between the stages".into(),
        60..80 => format!("LINKS: {}", words[..words.len().min(2)].join(", ")),
        _ => format!("LINKS: {}", words.join(", ")),
    }
}

fn add(link: &LinkReading<'_>, marked: bool, theme: &Theme, sheet: &mut Sheet) {
    let arrow = if marked { "►" } else { " " };
    let name = format!("{arrow}{:<24} ", words::link(link.from, link.to));
    let (tag, style) = tag(link.state, theme);
    let mut line = vec![(name, theme.accent), (tag, style)];
    if link.leap.is_some() {
        line.push((" ".into(), theme.text));
        line.push((" LEAP ".into(), theme.alert));
    }
    sheet.line(line);
    // On the smallest windows only the marked link is explained.
    if sheet.width() < 60 && !marked {
        return;
    }
    sheet.text(4, &words::link_reasons(link), theme.text);
    if let Some(leap) = words::leap(link) {
        sheet.text(4, &leap, theme.text);
    }
}

/// The state as a word, loud where the chain is broken.
fn tag(state: LinkState, theme: &Theme) -> (String, Style) {
    let style = match state {
        LinkState::Broken => theme.alert,
        LinkState::NotSure => theme.accent,
        LinkState::LeadsTo | LinkState::NotYetKnown => theme.text,
    };
    (format!(" {} ", state.words().to_uppercase()), style)
}
