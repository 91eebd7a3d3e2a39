//! The maps, what changed, and one partnership over the years, read out: all of it on arrival, for nothing changes there.

use crate::plain::render;
use crate::plain::transcript::Transcript;
use crate::view::{Body, View};
use crate::words::{capital, items_by_change, sentence};

pub(super) fn told(view: &View) -> Transcript {
    let mut heading = view.opening.clone();
    match &view.body {
        Body::Reading(page) => heading.extend(page.text.sentences()),
        Body::HeatMap(page) => heading.extend(page.told.iter().cloned()),
        Body::ChangeMap(page) => {
            heading.push(items_by_change(&page.counts));
            let facts = page.facts.iter().map(|(name, [words, _])| match *name {
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
