//! Every fact said once: what the screens, the lines read aloud, the papers and the command line say of a session.
//!
//! It knows what was said and what that means, and nothing of where its words will stand.

mod text;
mod time;

pub(crate) use text::{and, capital, commas, count, or, sentence};
pub(crate) use time::{date, day_and_time, month, short_date, short_month, time};
