//! Two sessions compared, and one partnership over the years, read out.

use crate::plain::transcript::Transcript;
use crate::view::{Body, View};
use crate::words::{capital, sentence};

/// What changed, or one partnership over the years.
pub(super) fn told(view: &View) -> Transcript {
    let View { place, opening, prompt, body, .. } = view;
    let mut heading = opening.clone();
    match body {
        Body::Reading(page) => heading.extend(page.text.sentences()),
        Body::ChangeMap(page) => {
            let counts = page.counts.iter().map(|count| count.to_lowercase()).collect::<Vec<_>>();
            heading.push(format!("Of the items of the chain: {}.", counts.join(", ")));
            let facts = page.facts.iter().map(|(name, words)| match *name {
                "" => sentence(words),
                name => format!("{}: {}", capital(&name.to_lowercase()), sentence(words)),
            });
            heading.extend(facts);
        }
        Body::Trend(page) => heading.extend(page.rows.iter().map(|row| row.told.clone())),
        _ => {}
    }
    Transcript { place: place.clone(), heading, prompt: prompt.clone(), ..Transcript::default() }
}
