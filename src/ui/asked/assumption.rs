//! An assumption: does it hold here, in part, or not?

use super::{Asked, Page, note, outcome, votes};
use crate::framework::{Assumption, Rating};
use crate::session::{AssumptionAnswer, Verdict};
use crate::ui::choices::Choice;
use crate::ui::sheet::Sheet;
use crate::ui::theme::Theme;
use crate::view::marks;
use ratatui::style::Style;

pub(super) fn asked(page: &Page, assumption: &Assumption, width: u16) -> Asked {
    let answer = page.session().assumption(&assumption.id);
    let given = Verdict::ALL.iter().position(|one| *one == answer.verdict);
    let choices = Verdict::ALL.iter().zip(['1', '2', '3', '?']).enumerate().map(|(place, (verdict, key))| {
        let word = if *verdict == Verdict::DontKnow { "don't know" } else { verdict.words() };
        page.choice(place, key, word, styles(page.theme, *verdict), given)
    });
    let mut said = Sheet::new(width);
    let tone = page.theme.style(marks::verdict_tone(answer.verdict));
    outcome(page.theme, given.map(|_| (answer.verdict.words(), tone)), &mut said);
    let rounds = votes::rounds(page, &assumption.id);
    votes::add(page, &rounds, &mut said);
    kept(page.theme, answer, &mut said);
    let under = votes::under(&rounds, width);
    Asked { prompts: vec![assumption.question.clone()], under, ..Asked::plain(choices.collect(), said) }
}

/// The styles of an answer: the tones of the map, from "firmly" for what holds to "not yet" for what does not.
fn styles(theme: &Theme, verdict: Verdict) -> (Style, Style) {
    match verdict {
        Verdict::Holds => Choice::toned(theme, Rating::Five),
        Verdict::Partly => Choice::toned(theme, Rating::Three),
        Verdict::DoesNotHold => Choice::toned(theme, Rating::One),
        Verdict::DontKnow | Verdict::NotDiscussed => (theme.strip, theme.focus),
    }
}

/// Dissent, note, and that a private note is kept.
fn kept(theme: &Theme, answer: &AssumptionAnswer, said: &mut Sheet) {
    note(theme, "Dissent", &answer.dissent, said);
    note(theme, "Note", &answer.note, said);
    if !answer.private_note.is_empty() {
        said.text(0, "Private note kept", theme.accent);
    }
}
