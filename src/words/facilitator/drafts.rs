//! What was half typed, or open and not kept, when a session was left, with the way there.

use crate::session::Form;
use crate::words::after_level;

pub(crate) const GO_ON_HERE: &str = "Half typed when Plenary ended: go on here.";

pub(crate) fn vote_not_kept(item: &str) -> String {
    format!("A vote on {item} was open and was not kept: take it again (V there).")
}

/// What waits half typed, each with the key that opens it; nothing where nothing does.
pub(crate) fn half_typed<'all>(forms: impl Iterator<Item = &'all Form>) -> Option<String> {
    let waiting: Vec<String> = forms.map(whereabouts).collect();
    (!waiting.is_empty()).then(|| format!("Half typed and kept: {}.", waiting.join("; ")))
}

fn whereabouts(form: &Form) -> String {
    match form {
        Form::Setup => "a field of set-up (F9, Welcome)".into(),
        Form::NewLine => "a new line of the register (G, N)".into(),
        Form::Line(place) => format!("line {} of the register (G)", place + 1),
        Form::NewAction => "a new action (A, N)".into(),
        Form::Action(number) => format!("action {number} (A)"),
        Form::Log(number) => format!("a log line of action {number} (A, L)"),
        Form::Review => "the review date (A, R)".into(),
        Form::NotAgreed(id, level) => format!("views on {id}{} (X there)", after_level(*level)),
        Form::Dissent(id) => format!("a minority statement on {id} (D there)"),
    }
}
