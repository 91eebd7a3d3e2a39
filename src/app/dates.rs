//! Dates as people say them in a room: "30 June 2026", "30 June", "June 2026".
//!
//! A day without a year is the next such day; a month without a day is its last day.

use super::setup::{in_words, parse_date};
use jiff::civil::Date;

/// Reads a date; an empty text takes a date away.
pub(super) fn read(text: &str, today: Date) -> Result<Option<Date>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let this_year = today.year();
    let without_year = || {
        let years = [this_year, this_year.saturating_add(1)];
        years.into_iter().filter_map(|year| parse_date(&format!("{text} {year}"))).find(|date| *date >= today)
    };
    let month = || parse_date(&format!("1 {text}")).map(Date::last_of_month);
    let date = parse_date(text).or_else(without_year).or_else(month);
    date.map(Some).ok_or_else(|| format!("try {}", in_words(today.last_of_month())))
}

/// What a text was read as, in words; or why it was not.
pub(super) fn said(read: &Result<Option<Date>, String>) -> Result<String, String> {
    match read {
        Ok(date) => Ok(date.map_or(String::new(), in_words)),
        Err(problem) => Err(problem.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use jiff::civil::date;

    #[test]
    fn dates_are_read_as_people_say_them() {
        let today = date(2026, 3, 12);
        for (text, expected) in [
            ("", None),
            ("30 June 2026", Some(date(2026, 6, 30))),
            ("2026-06-30", Some(date(2026, 6, 30))),
            ("30/6/2026", Some(date(2026, 6, 30))),
            ("30 June", Some(date(2026, 6, 30))),
            (" 1 March ", Some(date(2027, 3, 1))),
            ("12 March", Some(date(2026, 3, 12))),
            ("Sep 2026", Some(date(2026, 9, 30))),
            ("February 2028", Some(date(2028, 2, 29))),
        ] {
            assert_eq!(read(text, today), Ok(expected), "{text}");
        }
        for text in ["soon", "31 June 2026", "30 June 26", "4"] {
            assert_eq!(read(text, today), Err("try 31 March 2026".into()), "{text}");
        }
    }
}
