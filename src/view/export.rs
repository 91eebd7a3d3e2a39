//! Making a report: formats, names, folder; then how far it is and where the papers are.

use super::{Body, Frame, List, Row, Text, Tone, View};
use crate::app::{App, Export, ExportStage, FOLDER_LINE, NAMES_LINE};
use crate::report::Format;
use crate::words;
use crate::words::paper::check::LOOK_AT;

/// So many things to look at are named here.
const NOTES: usize = 6;

const PRIVATE: &str = "Private notes are never in a report. Nothing that is there is written over.";

pub(super) fn page<'a>(app: &'a App, export: &Export) -> View<'a> {
    let mut list = List {
        above: Text::of(&export.title, Tone::Accent),
        marked: export.line,
        below: below(export),
        ..List::default()
    };
    if let ExportStage::Done(written) = &export.stage {
        list.empty.text(0, words::REPORT_WRITTEN, Tone::Text);
        for paper in &written.papers {
            list.empty.text(0, paper.display().to_string(), Tone::Marked);
        }
        if !written.notes.is_empty() {
            list.empty.text(0, LOOK_AT, Tone::Alert);
        }
        for note in written.notes.iter().take(NOTES) {
            list.empty.text(2, note, Tone::Text);
        }
        if let Some(more @ 1..) = written.notes.len().checked_sub(NOTES) {
            list.empty.text(2, words::more_to_look_at(more), Tone::Text);
        }
    } else {
        let chosen = Format::ALL.into_iter().zip(export.formats);
        list.rows.extend(chosen.map(|(format, chosen)| Row {
            chosen: Some(chosen),
            ..Row::of(format.extension(), [title(format).to_owned()])
        }));
        let names = if export.names { "shown" } else { "left out" };
        list.rows.push(Row::of("names", [format!("Names: {names}")]));
        let folder = export.folders.get(export.folder).map_or(String::new(), |it| it.display().to_string());
        list.rows.push(Row::of("folder", [format!("Into: {folder}")]));
    }
    View::new("export", Frame::new(app, "REPORT", ""), Body::List(list)).asking("Report", "")
}

/// What a paper is, for somebody who chooses.
fn title(format: Format) -> &'static str {
    match format {
        Format::Html => "Web page, to read and print",
        Format::Word => "Word document, to edit",
        Format::Excel => "Excel workbook, the action plan",
        Format::Markdown => "Markdown, for wikis",
        Format::Csv => "CSV, a row for each item",
        Format::Json => "JSON, for programs",
        Format::Svg => "Picture of the map, for slides",
    }
}

/// How far it is, or what the marked line means.
fn below(export: &Export) -> Text {
    let names = if export.names { "Shown" } else { "Left out" };
    match (&export.stage, export.line) {
        (ExportStage::Done(_), _) => Text::default(),
        (ExportStage::Writing(written), _) => {
            let papers = export.chosen().count();
            Text::of(format!("Writing: {written} of {papers} papers are there."), Tone::Accent)
        }
        (ExportStage::Failed(reason), _) => Text::of(reason, Tone::Alert),
        (ExportStage::Choosing, NAMES_LINE) => Text::of(format!("{names}: {NAMES}"), Tone::Muted),
        (ExportStage::Choosing, FOLDER_LINE) => Text::of("Space takes the other folder.", Tone::Muted),
        (ExportStage::Choosing, _) => Text::of(PRIVATE, Tone::Muted),
    }
}

const NAMES: &str = "the facilitator, those who asked to be named with a minority statement, organisations and roles on \
                     the register. Owners of actions stay.";
