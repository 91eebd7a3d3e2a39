//! Where are we? The overview, read out.

use crate::plain::transcript::Transcript;
use crate::view::{Overview, Part};
use crate::words::{self, sentence};

pub(super) fn overview(overview: &Overview) -> Transcript {
    let mut heading = vec![words::where_are_we(overview.done, overview.of)];
    heading.extend(overview.parts.iter().map(|Part { name, of, open }| words::part_discussed(name, *of, open)));
    heading.push(match &overview.next_open {
        Some(item) => format!("Next: {}", sentence(item)),
        None => words::ALL_DISCUSSED.into(),
    });
    heading.extend(overview.time.iter().map(|forms| sentence(&forms[1])));
    heading.extend(overview.parked.iter().map(|forms| sentence(&forms[0])));
    heading.push(words::OVERVIEW_LINES.into());
    Transcript { place: "overview".into(), heading, prompt: words::WHERE_ARE_WE.into(), ..Transcript::default() }
}
