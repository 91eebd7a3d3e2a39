//! Where are we? The overview, read out.

use crate::plain::transcript::Transcript;
use crate::view::{Overview, Part};
use crate::words::{commas, count, sentence};

pub(super) fn overview(overview: &Overview) -> Transcript {
    let mut heading =
        vec![format!("Where are we? {} of {} items of the chain are discussed.", overview.done, overview.of)];
    heading.extend(overview.parts.iter().map(part));
    heading.push(match &overview.next_open {
        Some(item) => format!("Next: {}", sentence(item)),
        None => "Every item is discussed: \"results\" says the heat map.".into(),
    });
    heading.extend(overview.time.iter().map(|forms| sentence(&forms[1])));
    heading.extend(overview.parked.iter().map(|forms| sentence(&forms[0])));
    heading.push("Write an id to go there; Enter carries on; \"items\" says how every item stands.".into());
    Transcript { place: "overview".into(), heading, prompt: "Where are we".into(), ..Transcript::default() }
}

/// `Practices: 7 of 9 discussed; open P2, P8.`
fn part(part: &Part) -> String {
    let Part { name, of, open } = part;
    match open.len() {
        0 => format!("{name}: all {} discussed.", count(*of, "item", "items")),
        left if left == *of => format!("{name}: none of {} discussed.", count(*of, "item", "items")),
        left => format!("{name}: {} of {of} discussed; open {}.", of - left, commas(open)),
    }
}
