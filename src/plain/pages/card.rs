//! Between two items, in words: the title card of a stage or section, and a break.

use crate::plain::transcript::Transcript;
use crate::view::{Break, Card, View};
use crate::words::{CARD_LINES, any_line_goes_on, commas, sentence};

pub(super) fn card(view: &View, card: &Card) -> Transcript {
    Transcript {
        place: view.place.clone(),
        heading: vec![
            sentence(&format!("{}: {}. {}", card.place, card.name, card.title)),
            card.gloss.clone(),
            card.prompt.clone(),
            format!("{}: {}.", card.size, commas(&card.items)),
            CARD_LINES.into(),
        ],
        prompt: card.name.clone(),
        ..Transcript::default()
    }
}

pub(super) fn pause(view: &View, shown: &Break) -> Transcript {
    let heading = vec![any_line_goes_on(&shown.words)];
    Transcript { place: view.place.clone(), heading, prompt: "Paused".into(), ..Transcript::default() }
}
