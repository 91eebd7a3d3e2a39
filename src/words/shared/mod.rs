//! What the room and the committee read.

mod answer;
mod item;
mod text;
mod time;

pub(crate) use answer::{
    decision, decision_as_sentence, evidence, evidence_in_short, evidence_of, is_rated, levels, rated, standing, state,
    state_count, stood, trouble, views,
};
pub(crate) use item::{after_level, at_level, before_level, item_stands, name, names};
pub(crate) use text::{and, capital, commas, count, or, sentence};
pub(crate) use time::{date, day_and_time, month, short_date, short_month, time};
