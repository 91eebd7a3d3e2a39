//! The page on which a report is made: formats, names, folder, then how far it is and where the papers are.
//!
//! It writes nothing.

use super::{Canvas, chrome, text};
use crate::app::{App, Export, ExportStage, FOLDER_LINE, NAMES_LINE, Target};
use crate::report::Format;
use crate::words;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

/// Rows for all choices and a few lines below them.
const ROOMY: u16 = 12;

const PRIVATE: &str = "Private notes are never in a report. Nothing that is there is written over.";

pub(super) fn draw(app: &App, export: &Export, canvas: &mut Canvas) {
    let body = chrome::frame(app, canvas, "REPORT", "");
    let theme = canvas.theme();
    canvas.put(body.x, body.y, body.width, &export.title, theme.accent);
    let below = Rect { y: body.y + 1, height: body.height.saturating_sub(1), ..body };
    match &export.stage {
        ExportStage::Done(papers) => {
            let mut y = below.y;
            for (words, style) in std::iter::once((words::REPORT_WRITTEN.to_owned(), theme.text)).chain(
                papers.iter().map(|paper| (paper.display().to_string(), theme.text.add_modifier(Modifier::BOLD))),
            ) {
                let rest = Rect { y, height: below.bottom().saturating_sub(y), ..below };
                y = y.saturating_add(canvas.put_wrapped(rest, &words, style));
            }
            canvas.cursor(below.x, below.y);
        }
        // Where there is little room the reason is what counts; any arrow brings the choices back.
        ExportStage::Failed(reason) if below.height < ROOMY => {
            canvas.put_wrapped(below, reason, theme.alert);
            canvas.cursor(below.x, below.y);
        }
        _ => choices(export, canvas, below),
    }
}

fn choices(export: &Export, canvas: &mut Canvas, area: Rect) {
    let theme = canvas.theme();
    let lines: Vec<String> = (Format::ALL.into_iter().zip(export.formats))
        .map(|(format, chosen)| format!("[{}] {}", if chosen { "X" } else { " " }, format.title()))
        .chain([
            format!("Names: {}", if export.names { "shown" } else { "left out" }),
            format!(
                "Into:  {}",
                export.folders.get(export.folder).map_or(String::new(), |it| it.display().to_string())
            ),
        ])
        .collect();
    // A row apart where there is room, so that the three questions are seen as three.
    let gaps = usize::from(area.height) > lines.len() + 5;
    let mut y = area.y + u16::from(gaps);
    for (place, words) in lines.iter().enumerate() {
        let marked = place == export.line;
        let style = if marked { theme.text.add_modifier(Modifier::BOLD) } else { theme.text };
        let words = if place == FOLDER_LINE { kept_end(words, area.width.saturating_sub(2)) } else { words.clone() };
        if gaps && place == NAMES_LINE {
            y += 1;
        }
        let arrow = if marked { "► " } else { "  " };
        canvas.put(area.x, y, area.width, &format!("{arrow}{words}"), style);
        canvas.hit(Rect { y, height: 1, ..area }, Target::Line(place));
        if marked {
            canvas.cursor(area.x, y);
        }
        y += 1;
    }
    let rest = Rect { y: y + u16::from(gaps), height: area.bottom().saturating_sub(y + u16::from(gaps)), ..area };
    let formats = export.chosen().count();
    let (words, style) = match &export.stage {
        ExportStage::Writing(written) => (format!("Writing: {written} of {formats} papers are there."), theme.accent),
        ExportStage::Failed(reason) => (reason.clone(), theme.alert),
        ExportStage::Choosing | ExportStage::Done(_) => (hint(export), theme.muted),
    };
    canvas.put_wrapped(rest, &words, style);
}

/// What the marked line means.
fn hint(export: &Export) -> String {
    match export.line {
        NAMES_LINE => {
            let first = if export.names { "Shown" } else { "Left out" };
            format!(
                "{first}: the facilitator, those who asked to be named with a minority statement, organisations and \
                 roles on the register. Owners of actions stay."
            )
        }
        FOLDER_LINE => "Space takes the other folder.".into(),
        _ => PRIVATE.into(),
    }
}

/// The beginning and the end of a line that is too long: the end of a path says most.
fn kept_end(words: &str, width: u16) -> String {
    if text::width(words) <= width {
        return words.to_owned();
    }
    let (begin, path) = words.split_at(7);
    let room = usize::from(width).saturating_sub(begin.len() + 3);
    let mut end: Vec<char> = Vec::new();
    let mut used = 0;
    for letter in path.chars().rev() {
        used += usize::from(text::width(letter.encode_utf8(&mut [0; 4])));
        if used > room {
            break;
        }
        end.push(letter);
    }
    format!("{begin}...{}", end.into_iter().rev().collect::<String>())
}
