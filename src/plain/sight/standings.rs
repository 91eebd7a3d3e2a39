//! How many items of a stage stand how: counts per state with their ids, never a total or a mean.
//!
//! The states are the analysis's.

use crate::analysis::{Row, State};
use crate::framework::Stage;
use crate::words::{state_count, trouble};

/// `Practices: 3 strengths (P4, P7, P8), 1 contested (P2). At risk: 2 of 9 weak, contested or unknown.`
pub(super) fn stage(stage: &Stage, row: &Row) -> String {
    let parts: Vec<String> = State::ALL
        .into_iter()
        .filter_map(|state| {
            let in_state = stage.features.iter().zip(&row.readings).filter(|(_, reading)| reading.state == state);
            let ids: Vec<&str> = in_state.map(|(feature, _)| feature.id.as_str()).collect();
            (!ids.is_empty()).then(|| format!("{} ({})", state_count(state, ids.len()), ids.join(", ")))
        })
        .collect();
    if row.readings.iter().all(|reading| reading.state == State::NotDiscussed) {
        return format!("{}: nothing discussed yet.", stage.label);
    }
    let risk = if row.strip.at_risk { format!(" At risk: {}.", trouble(&row.strip)) } else { String::new() };
    format!("{}: {}.{risk}", stage.label, parts.join(", "))
}
