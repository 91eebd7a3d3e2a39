//! The maps, what changed, and one partnership over the years, read out: all of it on arrival, for nothing changes there.

use crate::plain::render;
use crate::plain::transcript::Transcript;
use crate::view::{Body, View};
use crate::words::{capital, sentence};

pub(super) fn told(view: &View) -> Transcript {
    let mut heading = view.opening.clone();
    match &view.body {
        Body::Reading(page) => heading.extend(page.text.sentences()),
        Body::HeatMap(page) => heading.extend(page.told.iter().cloned()),
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
    render::page(view, heading, Vec::new())
}
