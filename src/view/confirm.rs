//! The questions before something large or something that cannot be undone; leaving all as it is comes first.

use super::saved::saved_at;
use super::{Text, Tone};
use crate::app::{App, Ask, Deletion, Voting, Workshop};
use crate::words;
use serde::Serialize;

/// A question with two answers.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Confirm {
    /// Which question it is: another one is told whole.
    pub(crate) place: String,
    /// Everything that goes, and everything that stays, where that is more than the box has room for.
    pub(crate) goes: Vec<String>,
    pub(crate) stays: Vec<String>,
    pub(crate) title: &'static str,
    /// What it is about, then what an answer means.
    pub(crate) text: Text,
    /// What is done by Enter: nothing that cannot be undone.
    pub(crate) no: &'static str,
    /// What is done by Y.
    pub(crate) yes: &'static str,
}

impl Confirm {
    fn new(
        title: &'static str,
        asked: impl Into<String>,
        explained: &str,
        no: &'static str,
        yes: &'static str,
    ) -> Self {
        let mut text = Text::of(asked, Tone::Text);
        text.text(0, explained, Tone::Muted);
        Self { title, text, no, yes, ..Self::default() }
    }
}

/// `Blue, Red`, or how many where they are many.
fn listed(names: &[String]) -> String {
    if names.len() > 3 { format!("{} sessions", names.len()) } else { names.join(", ") }
}

/// The question before a session is restored, deleted, merged, finished or reopened, or before it is told where a group
/// stands.
pub(super) fn ask(app: &App, ask: &Ask) -> Confirm {
    // One question after the other is a new place each time, so that each is read out.
    let place = match ask {
        Ask::Hear { groups } => format!("ask {}", groups.len()),
        _ => "ask".into(),
    };
    Confirm { place, ..asked(app, ask) }
}

fn asked(app: &App, ask: &Ask) -> Confirm {
    match ask {
        Ask::Delete { deletion, title } => delete(deletion, title),
        Ask::Restore { title, version, .. } => Confirm::new(
            "Restore this version?",
            format!("{title}, {}: {} of {} discussed.", saved_at(app, version), version.done, version.of),
            words::PRESENT_VERSION_KEPT,
            "leave it as it is",
            "restore it",
        ),
        Ask::Merge { names, warning, .. } => merge(names, warning.as_deref()),
        // Yes is what frees the counts, so that nobody frees them who says yes to a paper that is out.
        Ask::Papers { names, .. } => Confirm::new(
            "Is it sure that no paper has gone out?",
            format!("They do not say that they are tables: {}.", listed(names)),
            "A paper of one beside the merged one could give votes away.",
            "no: tell only what gives nothing away",
            "yes: mark them as tables",
        ),
        Ask::Hear { groups } => Confirm::new(
            "May it be told?",
            app.cx.heard_question(groups),
            words::ONLY_WHERE_THEY_STAND,
            "no: nothing is told of them",
            "yes: it may be told",
        ),
        Ask::More { group, more } => Confirm::new(
            "More than are present?",
            format!("{group}: {more}."),
            words::CORRECT_OR_REGISTER,
            "no: correct it",
            "yes: count them",
        ),
        Ask::Finish { title } => Confirm::new(
            "Finish this session?",
            format!("{title} can then be read, but not changed."),
            "U takes it back, F4 reopens it at any time.",
            "leave it open",
            "finish it",
        ),
        Ask::Copy { reason } => Confirm::new(
            "Work on a copy?",
            reason.as_str(),
            "A copy is a file of your own; this session stays as it is.",
            "only look at it",
            "make a copy",
        ),
        Ask::Reopen { title, .. } => Confirm::new(
            "Finished. Reopen it?",
            format!("{title}: it was finished, and can then be changed again."),
            "F4 finishes it once more.",
            "leave it finished",
            "reopen it",
        ),
    }
}

/// Names the sessions, and first what tells them apart that should not.
fn merge(names: &[String], warning: Option<&str>) -> Confirm {
    let mut text = Text::default();
    if let Some(warning) = warning {
        text.text(0, warning, Tone::Alert);
    }
    text.text(0, format!("{}.", words::and(names)), Tone::Text);
    text.text(0, "Votes add up, notes and views keep their table's name, in a new session. These stay.", Tone::Muted);
    let (title, no, yes) = ("Merge these sessions?", "leave them", "merge them");
    Confirm { title, text, no, yes, ..Confirm::default() }
}

/// Names the file, what goes with it and what stays.
fn delete(deletion: &Deletion, title: &str) -> Confirm {
    let mut text = Text::of(format!("{title}: {}", deletion.place()), Tone::Text);
    let copies = match deletion.rev {
        Some(_) => format!("With it: {}.", deletion.copies()),
        None => words::GOES_ALONE.into(),
    };
    text.text(0, copies, Tone::Text);
    let stays = deletion.staying();
    if !stays.is_empty() {
        text.text(0, format!("Stays: {stays}."), Tone::Text);
    }
    let undone = "THIS CANNOT BE UNDONE. Copies made by people, in e-mails or cloud drives stay.";
    text.text(0, undone, Tone::Muted);
    let goes = deletion.goes.iter().map(|(kind, path)| format!("{kind}: {}", path.display()));
    let stays = deletion.stays.iter().map(|(path, why)| format!("{}: {why}.", path.display()));
    let (goes, stays) = (goes.collect(), stays.collect());
    let (title, no, yes) = ("Delete this session?", "keep it", "delete it for good");
    Confirm { goes, stays, title, text, no, yes, ..Confirm::default() }
}

/// Whether to close, with what closing would mean just now.
pub(super) fn close(app: &App) -> Confirm {
    let workshop = app.cx.workshop.as_ref();
    let lost = workshop.and_then(Workshop::unkept_vote).map(Voting::not_kept);
    let mut text = Text::default();
    let yes = match (workshop.filter(|workshop| !workshop.is_safe()), lost) {
        (Some(open), lost) => {
            text.text(0, "NOT EVERYTHING IS SAVED YET.", Tone::Alert);
            let words: Vec<String> = std::iter::once(unsaved(open)).chain(lost).collect();
            text.text(0, words.join(" "), Tone::Text);
            "close and keep a copy"
        }
        (None, Some(lost)) => {
            text.text(0, "NOT KEPT: THE OPEN VOTE.", Tone::Alert);
            text.text(0, format!("{lost} {}", words::ALL_ELSE_SAVED), Tone::Text);
            "close"
        }
        (None, None) => {
            text.text(0, words::EVERYTHING_SAVED, Tone::Text);
            "close"
        }
    };
    Confirm { place: "close".into(), title: "Close Plenary?", text, no: "stay", yes, ..Confirm::default() }
}

/// What closing does, and where the work is then.
fn unsaved(workshop: &Workshop) -> String {
    match workshop.copy() {
        Some(copy) => {
            format!("Closing tries once more. A copy is safe, and found at the next start: {}", copy.display())
        }
        None => "Closing tries once more, then keeps a copy and says where it is.".into(),
    }
}
