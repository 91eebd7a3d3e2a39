//! Days and times of day as a room reads them. Files and tables have ISO dates and none of these.

use super::and;
use jiff::Zoned;
use jiff::civil::{Date, Time};

/// `12 March 2026`.
pub(crate) fn date(day: impl Into<Date>) -> String {
    day.into().strftime("%-d %B %Y").to_string()
}

/// The same for a workbook, in which a date stays a date.
pub(crate) const DATE_IN_SHEETS: &str = "d mmmm yyyy";

/// `12 Mar 2026`.
pub(crate) fn short_date(day: Date) -> String {
    day.strftime("%-d %b %Y").to_string()
}

/// `Mar 2026`.
pub(crate) fn month(day: Date) -> String {
    day.strftime("%b %Y").to_string()
}

/// `Mar 26`, for columns that hold no more.
pub(crate) fn short_month(day: Date) -> String {
    day.strftime("%b %y").to_string()
}

/// `14:32`.
pub(crate) fn time(at: impl Into<Time>) -> String {
    at.into().strftime("%H:%M").to_string()
}

/// `12 March 2026, 14:32`.
pub(crate) fn day_and_time(at: &Zoned) -> String {
    format!("{}, {}", date(at), time(at))
}

/// What to leave out to be back in time: `To be back in time: skip What helps and what hinders (10 min).`
pub(crate) fn to_skip(parts: &[(&str, u32)]) -> String {
    let parts: Vec<String> = parts.iter().map(|(title, minutes)| format!("{title} ({minutes} min)")).collect();
    format!("To be back in time: skip {}.", and(&parts))
}
