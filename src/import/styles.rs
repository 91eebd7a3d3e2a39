//! The styles of a workbook, as far as they make days and times of numbers.

use super::error::ReadError;
use super::xml::{attribute, each};
use jiff::ToSpan;
use jiff::civil::date;
use quick_xml::events::Event;
use std::collections::BTreeSet;

/// For each style that a cell can have, whether its numbers are days or times.
pub(super) fn days(xml: &str) -> Result<Vec<bool>, ReadError> {
    let (mut own, mut days, mut is_of_cells) = (BTreeSet::new(), Vec::new(), false);
    each(xml, |event| {
        match &event {
            Event::Start(element) => match element.local_name().as_ref() {
                "numFmt" if attribute(element, "formatCode").is_some_and(|code| says_day(&code)) => {
                    own.extend(attribute(element, "numFmtId"));
                }
                "cellXfs" => is_of_cells = true,
                "xf" if is_of_cells => {
                    let format = attribute(element, "numFmtId").unwrap_or_default();
                    let number = format.parse::<u16>().unwrap_or_default();
                    // Those that Excel has by itself, and writes nowhere.
                    days.push(matches!(number, 14..=22 | 27..=36 | 45..=47 | 50..=58) || own.contains(&format));
                }
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == "cellXfs" => is_of_cells = false,
            _ => {}
        }
        Ok(())
    })?;
    Ok(days)
}

/// Whether a number's format shows a day or a time: `dd/mm/yyyy`, and not `"days" 0`.
fn says_day(code: &str) -> bool {
    let (mut quoted, mut escaped, mut bracketed) = (false, false, false);
    let plain = code.chars().filter(|letter| {
        let counts = !quoted && !escaped && !bracketed;
        match letter {
            _ if escaped => escaped = false,
            '"' => quoted = !quoted,
            '\\' | '_' | '*' if !quoted => escaped = true,
            '[' if !quoted => bracketed = true,
            ']' => bracketed = false,
            _ => return counts,
        }
        false
    });
    let plain: String = plain.flat_map(char::to_lowercase).collect();
    plain != "general" && plain.contains(['d', 'm', 'y', 'h', 's'])
}

/// The day of Excel's number, counted from the last of 1899, and the time where it has one.
pub(super) fn day(number: &str) -> Option<String> {
    let number = number.trim().parse::<f64>().ok().filter(|number| (0.0..2_958_466.0).contains(number))?;
    let seconds = format!("{:.0}", number * 86_400.0).parse::<i64>().ok()?;
    let at = date(1899, 12, 30).at(0, 0, 0, 0).checked_add(seconds.seconds()).ok()?;
    let has_time = at.time() != jiff::civil::Time::midnight();
    Some(if has_time { at.strftime("%Y-%m-%d %H:%M:%S") } else { at.strftime("%Y-%m-%d") }.to_string())
}

#[cfg(test)]
mod tests {
    use super::{day, says_day};

    #[test]
    fn numbers_that_are_shown_as_days_are_days() {
        for (code, is) in [
            ("dd/mm/yyyy", true),
            ("[$-809]d mmmm yyyy;@", true),
            ("h:mm:ss", true),
            ("General", false),
            ("0.00", false),
            ("0 \"days\"", false),
            ("[Red]0", false),
            ("\"£\"#,##0_);\\d0", false),
        ] {
            assert_eq!(says_day(code), is, "{code}");
        }
        assert_eq!(day("46146").as_deref(), Some("2026-05-04"));
        assert_eq!(day("46146.375").as_deref(), Some("2026-05-04 09:00:00"));
        assert_eq!([day("-1"), day("x"), day("9e99")], [None, None, None]);
    }
}
