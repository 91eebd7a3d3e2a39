//! Days and times of day as a room reads them. Files and tables have ISO dates and none of these.

use super::and;
use crate::catalogue::installed;
use jiff::Zoned;
use jiff::civil::{Date, Time};

/// `12 March 2026`.
pub(crate) fn date(day: impl Into<Date>) -> String {
    let day = day.into();
    tr!("{day} {month} {year}", day = day.day(), month = month_name(day, false), year = day.year())
}

/// The same for a workbook, in which a date stays a date.
pub(crate) const DATE_IN_SHEETS: &str = "d mmmm yyyy";

/// `12 Mar 2026`.
pub(crate) fn short_date(day: Date) -> String {
    tr!("{day} {month} {year}", day = day.day(), month = month_name(day, true), year = day.year())
}

/// `Mar 2026`.
pub(crate) fn month(day: Date) -> String {
    tr!("{month} {year}", month = month_name(day, true), year = day.year())
}

/// `Mar 26`, for columns that hold no more.
pub(crate) fn short_month(day: Date) -> String {
    tr!("{month} {year}", month = month_name(day, true), year = day.strftime("%y"))
}

/// The month as it stands in a date, whole or in short.
fn month_name(day: Date, is_short: bool) -> String {
    let month = usize::try_from(day.month()).unwrap_or(1) - 1;
    let names = installed().map(|pack| if is_short { &pack.short_months } else { &pack.months });
    let written = || day.strftime(if is_short { "%b" } else { "%B" }).to_string();
    names.and_then(|names| names.get(month).cloned()).unwrap_or_else(written)
}

/// The months as people type them.
pub(crate) const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

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
    let parts = parts.iter().map(|(title, minutes)| tr!("{title} ({minutes} min)", title, minutes));
    tr!("To be back in time: skip {parts}.", parts = and(&parts.collect::<Vec<_>>()))
}
