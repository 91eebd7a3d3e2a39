//! Questions and choices in words: closing, finishing, restoring, deleting, saving elsewhere, a pause, a report.
//!
//! The safe answer is an empty line.

use super::{Fact, Sight};
use crate::app::{App, Ask, Deletion, Export, ExportStage, FolderForm, SaveAs, Voting, Workshop};
use crate::report::Format;
use crate::words::{
    ALL_ELSE_SAVED, EVERYTHING_SAVED, GOES_ALONE, ONLY_WHERE_THEY_STAND, PRESENT_VERSION_KEPT, REPORT_WRITTEN, count,
};

pub(super) fn close(app: &App) -> Sight {
    let workshop = app.cx.workshop.as_ref();
    let lost = workshop.and_then(Workshop::unkept_vote).map(Voting::not_kept);
    let question = match (workshop.filter(|workshop| !workshop.is_safe()), lost) {
        (Some(_), lost) => {
            let unsaved = "Not everything is saved yet; closing saves it first, or keeps a copy and says where.";
            lost.map_or(unsaved.to_owned(), |lost| format!("{unsaved} {lost}"))
        }
        (None, Some(lost)) => format!("{lost} {ALL_ELSE_SAVED}"),
        (None, None) => EVERYTHING_SAVED.to_owned(),
    };
    Sight {
        place: "close".into(),
        heading: vec![format!("{question} Close Plenary? y closes; Enter stays.")],
        prompt: "Close".into(),
        ..Sight::default()
    }
}

pub(super) fn ask(app: &App, ask: &Ask) -> Sight {
    let (question, explained) = match ask {
        Ask::Restore { title, version, .. } => (
            format!("Restore this version of {title}, {} of {} discussed?", version.done, version.of),
            PRESENT_VERSION_KEPT,
        ),
        Ask::Delete { deletion, title } => return delete(deletion, title),
        Ask::Merge { files } => (
            format!("Merge {} into a new one?", count(files.len(), "session", "sessions")),
            "Votes add up, notes keep their table's name; the tables' own votes and notes stay.",
        ),
        Ask::Papers { names, .. } => (
            format!(
                "{} do not say that they are tables. Is it sure that no paper of them has gone out?",
                names.join(", ")
            ),
            "y marks them as tables; otherwise only those votes are told that beside such a paper give nothing away.",
        ),
        Ask::Hear { groups } => (app.cx.heard_question(groups), ONLY_WHERE_THEY_STAND),
        Ask::Finish { title } => {
            (format!("Finish {title}? It can then be read, but not changed."), "\"undo\" or \"reopen\" takes it back.")
        }
        Ask::Reopen { title } => {
            (format!("Reopen {title}? It can then be changed again."), "\"finish\" finishes it once more.")
        }
    };
    // One question after the other is a new place each time, so that each is read out.
    let place = match ask {
        Ask::Hear { groups } => format!("ask {}", groups.len()),
        _ => "ask".into(),
    };
    let keys = match ask {
        Ask::Papers { .. } => "Enter merges them so.",
        Ask::Hear { .. } => "y says yes; Enter says no.",
        _ => "y does it; Enter leaves everything as it is.",
    };
    Sight { place, heading: vec![question, format!("{explained} {keys}")], prompt: "Sure".into(), ..Sight::default() }
}

/// Names everything that goes and everything that stays, a line each.
fn delete(deletion: &Deletion, title: &str) -> Sight {
    let file = format!("Delete {title}? It is {}.", deletion.place());
    let goes = deletion.goes.iter().map(|(kind, path)| format!("{kind}: {}", path.display()));
    let stays = deletion.stays.iter().map(|(path, why)| format!("{}: {why}.", path.display()));
    let goes: Vec<String> = match deletion.rev {
        Some(_) if deletion.goes.is_empty() => vec!["No copies go with it.".into()],
        Some(_) => std::iter::once("With it go:".to_owned()).chain(goes).collect(),
        None => vec![GOES_ALONE.to_owned()],
    };
    let stays: Vec<String> = if deletion.stays.is_empty() {
        Vec::new()
    } else {
        std::iter::once("These stay:".to_owned()).chain(stays).collect()
    };
    Sight {
        place: "ask".into(),
        heading: vec![
            file,
            "This cannot be undone. Copies made by people, in e-mails or cloud drives stay. y does it; Enter leaves \
             everything as it is."
                .into(),
        ],
        facts: vec![Fact::lines("goes", goes), Fact::lines("stays", stays)],
        prompt: "Sure".into(),
        ..Sight::default()
    }
}

pub(super) fn save_as(form: &SaveAs) -> Sight {
    Sight {
        place: "save as".into(),
        heading: vec![
            "Where shall the session be saved from now on? Write a file or a folder; Enter takes what is proposed."
                .into(),
        ],
        facts: vec![Fact::new("problem", form.problem.clone().unwrap_or_default())],
        prompt: format!("Save in (now {})", form.field.text()),
        ..Sight::default()
    }
}

pub(super) fn folder(form: &FolderForm) -> Sight {
    Sight {
        place: "folder".into(),
        heading: vec!["Which folder of sessions? Write its path; Enter takes what is proposed.".into()],
        facts: vec![Fact::new("problem", form.problem.clone().unwrap_or_default())],
        prompt: format!("Folder (now {})", form.field.text()),
        ..Sight::default()
    }
}

pub(super) fn export(export: &Export) -> Sight {
    let mut facts: Vec<Fact> = Vec::new();
    for (place, (format, chosen)) in Format::ALL.into_iter().zip(export.formats).enumerate() {
        let chosen = if chosen { "chosen" } else { "not chosen" };
        facts.push(Fact::new(format.extension(), format!("{}. {}: {chosen}.", place + 1, format.title())));
    }
    let names = if export.names {
        "Names are shown: the facilitator, those who asked to be named, organisations and roles."
    } else {
        "Names are left out."
    };
    let folder = export.folders.get(export.folder).map_or(String::new(), |folder| folder.display().to_string());
    facts.push(Fact::new("names", names));
    facts.push(Fact::new("folder", format!("Into: {folder}")));
    let stage = match &export.stage {
        ExportStage::Choosing | ExportStage::Writing(_) => Vec::new(),
        ExportStage::Failed(reason) => vec![reason.clone()],
        ExportStage::Done(papers) => {
            let written = papers.iter().map(|paper| paper.display().to_string());
            std::iter::once(REPORT_WRITTEN.to_owned()).chain(written).collect()
        }
    };
    facts.push(Fact::lines("stage", stage));
    Sight {
        place: "export".into(),
        heading: vec![
            format!(
                "A report of {}. Private notes are never in it, and nothing that is there is written over.",
                export.title
            ),
            "Enter writes it; a number chooses a format or leaves it out; \"names\", \"folder\", \"close\".".into(),
        ],
        facts,
        prompt: "Report".into(),
        ..Sight::default()
    }
}
