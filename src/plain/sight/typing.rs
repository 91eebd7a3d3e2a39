//! What is being written, in words: the set-up fields, a note, both views of a disagreement, a minority statement.
//!
//! What stands there already is said, but for a private note.

use super::{Fact, Sight};
use crate::app::{App, DissentForm, FieldName, NotAgreed, NotAgreedPart, Note, NoteKind, Setup};
use crate::plain::phrase::{field, told};
use crate::words::{at_level, rated, sentence};

pub(super) fn setup(app: &App, setup: &Setup) -> Sight {
    let Some(workshop) = &app.cx.workshop else { return Sight::default() };
    let register = &workshop.session.register;
    let fact = |one: &crate::app::Field<FieldName>| {
        let name = field(&one.name, register);
        let said = match &one.problem {
            Some(problem) => format!("{name} was not understood: {problem}. What stood there before stays."),
            None => String::new(),
        };
        Fact::new(name, said)
    };
    let in_focus = setup.fields.in_focus();
    let text = in_focus.text.text();
    let now = if text.trim().is_empty() { String::new() } else { format!(" (now {})", text.trim()) };
    let prompt = format!("{}{now}", field(&in_focus.name, register));
    Sight {
        place: format!("setup {}", workshop.session.id),
        heading: vec![
            "Set-up: whose workshop this is and who is in the room. All of it can be left for later.".into(),
            "Write a line for each field. An empty line leaves it as it is; a full stop starts the workshop; \".help\" \
             says what else can be done."
                .into(),
        ],
        facts: setup.fields.all.iter().map(fact).collect(),
        quiet: true,
        prompt,
        ..Sight::default()
    }
}

const UNTIL: &str = "Write it in lines; a line with a single full stop ends it.";

pub(super) fn note(note: &Note) -> Sight {
    let item = format!("{} {}", note.id, note.label);
    let mut heading = match note.kind {
        NoteKind::Shared => vec![format!("The note on {item}. {UNTIL}")],
        NoteKind::Dissent => vec![format!("What those who disagree say on {item}. {UNTIL}")],
        NoteKind::Private => vec![format!(
            "Your private note on {item}: in no report, and never said here. What you type can be read on this screen. \
             {UNTIL}"
        )],
    };
    let text = note.field.text();
    if note.kind != NoteKind::Private && !text.trim().is_empty() {
        heading.extend(told("What stands there stays above", &text));
    }
    let prompt = match note.kind {
        NoteKind::Shared => "Note",
        NoteKind::Dissent => "Statement",
        NoteKind::Private => "Private note",
    };
    Sight { place: format!("note {} {:?}", note.id, note.kind), heading, prompt: prompt.into(), ..Sight::default() }
}

pub(super) fn not_agreed(app: &App, form: &NotAgreed) -> Sight {
    let stage = app.cx.framework.feature(&form.feature.id).map(|(_, stage, _)| stage);
    let words = |rating: Option<crate::framework::Rating>| {
        rating.zip(stage).map_or(String::new(), |(rating, stage)| rated(&app.cx.framework, stage, rating))
    };
    let now = |words: String| if words.trim().is_empty() { String::new() } else { format!(" (now {})", words.trim()) };
    let (low, high) = (words(form.rating(NotAgreedPart::Low)), words(form.rating(NotAgreedPart::High)));
    let prompt = match form.fields.in_focus().name {
        NotAgreedPart::Low => format!("Lowest rating, 1 to 5{}", now(low)),
        NotAgreedPart::High => format!("Highest rating, 1 to 5{}", now(high)),
        NotAgreedPart::LowView => format!("View of those at {}{}", low, now(form.fields.text(&NotAgreedPart::LowView))),
        NotAgreedPart::HighView => {
            format!("View of those at {}{}", high, now(form.fields.text(&NotAgreedPart::HighView)))
        }
    };
    Sight {
        place: format!("not agreed {}", form.feature.id),
        heading: vec![format!(
            "Not agreed: {} {}{}. A valid result: the range and both views are kept.",
            form.feature.id,
            form.feature.label,
            at_level(form.level)
        )],
        prompt,
        ..Sight::default()
    }
}

pub(super) fn dissent(form: &DissentForm) -> Sight {
    let about = format!("{} {}{}", form.feature.id, form.feature.label, at_level(form.level));
    let mut heading = vec![format!(
        "Minority statement {} on {about}, in their own words. {UNTIL} Nobody is named unless they ask.",
        form.place + 1
    )];
    let text = form.text.text();
    if !text.trim().is_empty() {
        heading.extend(told("What stands there stays above", &sentence(&text)));
    }
    let named = form.name.text();
    let now = if named.trim().is_empty() { "Enter for nobody".to_owned() } else { format!("now {named}") };
    Sight {
        place: format!("dissent {}", form.place),
        heading,
        prompt: if form.naming { format!("Named, only if they ask ({now})") } else { "Statement".into() },
        ..Sight::default()
    }
}
