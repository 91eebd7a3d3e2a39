//! Dates as people say them in a room: "30 June 2026", "by 30 June", "end of June".
//!
//! A day or a month without a year is the next one; a month without a day is its last day.

use super::setup::parse_date;
use crate::words;
use jiff::civil::Date;

/// Reads a date; an empty text takes a date away.
pub(super) fn read(text: &str, today: Date) -> Result<Option<Date>, String> {
    let text = bare(text);
    if text.is_empty() {
        return Ok(None);
    }
    let years = [today.year(), today.year().saturating_add(1)];
    let month = |year: &str| parse_date(format!("1 {text} {year}").trim()).map(Date::last_of_month);
    let next = |read: &dyn Fn(&str) -> Option<Date>| {
        years.iter().filter_map(|year| read(&year.to_string())).find(|date| *date >= today)
    };
    let date = parse_date(text)
        .or_else(|| next(&|year| parse_date(&format!("{text} {year}"))))
        .or_else(|| month(""))
        .or_else(|| next(&month));
    date.map(Some).ok_or_else(|| format!("try {}", words::date(today.last_of_month())))
}

/// A text without the words that people put before a date.
fn bare(text: &str) -> &str {
    let mut text = text.trim();
    for word in ["by ", "the ", "end of "] {
        if let Some((first, rest)) = text.split_at_checked(word.len())
            && first.eq_ignore_ascii_case(word)
        {
            text = rest.trim_start();
        }
    }
    text
}

/// What a text was read as, in words; or why it was not.
pub(super) fn said(read: &Result<Option<Date>, String>) -> Result<String, String> {
    match read {
        Ok(date) => Ok(date.map_or(String::new(), words::date)),
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
            ("end of June", Some(date(2026, 6, 30))),
            ("By the end of February", Some(date(2027, 2, 28))),
            ("by 1 May", Some(date(2026, 5, 1))),
        ] {
            assert_eq!(read(text, today), Ok(expected), "{text}");
        }
        for text in ["soon", "by the end of", "\u{1f3f4}\u{1f3f4}", "31 June 2026", "30 June 26", "4"] {
            assert_eq!(read(text, today), Err("try 31 March 2026".into()), "{text}");
        }
    }
}
