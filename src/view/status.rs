//! The open session, for who is told of it and does not see it: which it is, how safe it is, and what the gate says.

use crate::analysis::failed_gates;
use crate::app::{App, Saving, Screen};
use crate::words;
use serde::Serialize;

#[derive(Debug, Serialize)]
pub(crate) struct Status {
    pub(crate) id: String,
    pub(crate) rev: u64,
    /// Partnership and day, once they can be told.
    pub(crate) title: Option<String>,
    pub(crate) safety: Safety,
    /// What a rehearsal asks for now.
    pub(crate) coach: Option<&'static str>,
    /// The assumptions of the gate that do not hold: their ids and texts.
    pub(crate) gates: Vec<(String, String)>,
}

#[derive(Debug, Serialize)]
pub(crate) enum Safety {
    /// It need not be saved, or is being saved.
    Nothing,
    /// Why it is not saved, and the copy of it that is safe.
    NotSaved { reason: String, copy: Option<String> },
    /// Since when all of it is saved, and in which file.
    Saved { at: String, file: Option<String> },
}

pub(crate) fn status(app: &App) -> Option<Status> {
    let workshop = app.cx.workshop.as_ref()?;
    let session = &workshop.session;
    // While it is set up its name may not be typed yet.
    let named = session.rev > 0 && !matches!(app.screen, Screen::Setup(_)) && app.overlays.is_empty();
    let title =
        session.about.date.map_or(session.described(), |day| format!("{}, {}", session.described(), words::date(day)));
    let safety = match &workshop.saving {
        _ if workshop.read_only.is_some() => Safety::Nothing,
        Saving::Failed { reason } => Safety::NotSaved {
            reason: words::sentence(reason),
            copy: workshop.copy().map(|copy| copy.display().to_string()),
        },
        Saving::Saved { at, .. } if workshop.is_safe() => Safety::Saved {
            at: app.cx.time_of_day(*at),
            file: workshop.file.as_ref().map(|file| file.display().to_string()),
        },
        Saving::Saved { .. } | Saving::NotYet => Safety::Nothing,
    };
    let failed = failed_gates(&app.cx.framework, session);
    Some(Status {
        id: session.id.clone(),
        rev: session.rev,
        title: named.then_some(title),
        safety,
        coach: app.cx.coach(),
        gates: failed.iter().map(|one| (one.id.to_string(), one.text.clone())).collect(),
    })
}
