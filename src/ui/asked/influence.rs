//! An influencing factor: does it help here, does it hinder, or both? What the research found stands beside it.

use super::{Asked, Page, note, outcome};
use crate::framework::Influence;
use crate::session::Bearing;
use crate::ui::choices::Choice;
use crate::ui::sheet::Sheet;

pub(super) fn asked(page: &Page, influence: &Influence, width: u16) -> Asked {
    let theme = page.theme;
    let answer = page.session().influence(&influence.id);
    let given = Bearing::ALL.iter().position(|one| *one == answer.bearing);
    let choices = Bearing::ALL.iter().zip(['1', '2', '3', '-']).enumerate().map(|(place, (bearing, key))| {
        let word = match bearing {
            Bearing::Both => "both",
            Bearing::NotRelevant => "not relevant",
            other => other.words(),
        };
        page.choice(place, key, word, Choice::neutral(theme), given)
    });
    let mut said = Sheet::new(width);
    outcome(theme, given.map(|_| (answer.bearing.words(), theme.text)), &mut said);
    note(theme, "Note", &answer.note, &mut said);
    let prompts = influence.findings.iter().map(|finding| format!("· {finding}")).collect();
    Asked { prompts, needed: true, ..Asked::plain(choices.collect(), said) }
}
