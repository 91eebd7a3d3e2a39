//! Dates as councils write and say them, day first: "1/4/28", "1 Apr 28", "end of March", "in 6 weeks", "next Friday".
//!
//! The whole text is understood or none of it. A month or a year without a day is its last day; what has no year is the
//! next one, and for the day of a workshop the nearest one.

use crate::words;
use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

/// Reads a date to come; an empty text takes a date away.
pub(super) fn read(text: &str, today: Date) -> Result<Option<Date>, String> {
    let is_next = |date: &Date| *date >= today;
    read_with(text, today, |dates| dates.into_iter().find(is_next))
}

/// Reads the day of a workshop, which may have been held already.
pub(super) fn read_near(text: &str, today: Date) -> Result<Option<Date>, String> {
    let away = |date: &Date| today.until(*date).map_or(i32::MAX, |span| span.get_days().abs());
    read_with(text, today, |dates| dates.into_iter().min_by_key(away))
}

/// Reads a date; `choose` takes one of the years in which a day without a year may lie, the earliest first.
fn read_with(text: &str, today: Date, choose: impl Fn(Vec<Date>) -> Option<Date>) -> Result<Option<Date>, String> {
    let Some(parts) = parts(text) else { return Err(words::no_date(today)) };
    if parts.is_empty() && text.trim().is_empty() {
        return Ok(None);
    }
    let years =
        |of: &dyn Fn(i16) -> Option<Date>| choose((-1..=8).filter_map(|more| of(today.year() + more)).collect());
    let date = spoken(&parts, today, &years).or_else(|| weekday_and_date(&parts, &years));
    date.filter(|date| (1900..=2999).contains(&date.year())).map(Some).ok_or_else(|| words::no_date(today))
}

/// What a text was read as, in words; or why it was not.
pub(super) fn said(read: &Result<Option<Date>, String>) -> Result<String, String> {
    match read {
        Ok(date) => Ok(date.map_or(String::new(), words::date)),
        Err(problem) => Err(problem.clone()),
    }
}

/// A day in each of some years, of which one is meant.
type Years<'all> = dyn Fn(&dyn Fn(i16) -> Option<Date>) -> Option<Date> + 'all;

/// A word in small letters, or a number with how many digits it was written.
#[derive(Clone, Debug, PartialEq)]
enum Part {
    Word(String),
    Number(i16, usize),
    /// A number that can only be a day: `1st`.
    Day(i8),
    /// A number that can only be a year: `'28`.
    Year(i16),
    Sign(char),
}

/// The parts of a text without what people put before a date; none where it holds something that no date has.
fn parts(text: &str) -> Option<Vec<Part>> {
    let text = text.trim().trim_end_matches(['.', ',']).to_lowercase().replace('\u{2019}', "'");
    let mut parts: Vec<Part> = Vec::new();
    let mut rest = text.as_str();
    while let Some(letter) = rest.chars().next() {
        let run = |is: fn(char) -> bool| rest.find(|letter| !is(letter)).unwrap_or(rest.len());
        let end = match letter {
            '0'..='9' => {
                let digits = run(|letter| letter.is_ascii_digit());
                let number: i16 = rest[..digits].parse().ok()?;
                let ordinal = ["st", "nd", "rd", "th"].iter().any(|ending| {
                    let after = rest[digits..].strip_prefix(ending);
                    after.is_some_and(|after| !after.starts_with(char::is_alphabetic))
                });
                if ordinal {
                    parts.push(Part::Day(i8::try_from(number).ok()?));
                } else if parts.last() == Some(&Part::Sign('\'')) && digits == 2 {
                    parts.pop();
                    parts.push(Part::Year(2000 + number));
                } else {
                    parts.push(Part::Number(number, digits));
                }
                digits + if ordinal { 2 } else { 0 }
            }
            letter if letter.is_alphabetic() => {
                let end = run(char::is_alphabetic);
                let word = &rest[..end];
                // "6 weeks' time", "a year's time"
                let is_ending = word == "s" && parts.last() == Some(&Part::Sign('\''));
                if is_ending {
                    parts.pop();
                } else if !["the", "of", "on", "by", "due"].contains(&word) {
                    parts.push(Part::Word(word.to_owned()));
                }
                end
            }
            '/' | '.' | '-' | '\'' => {
                parts.push(Part::Sign(letter));
                1
            }
            ' ' | ',' => 1,
            _ => return None,
        };
        rest = &rest[end..];
    }
    Some(parts)
}

/// A date that is said by what it is from today: `in 6 weeks`, `next friday`, `end of next month`, `tomorrow`.
fn spoken(parts: &[Part], today: Date, years: &Years<'_>) -> Option<Date> {
    let words: Vec<&str> =
        parts.iter().filter_map(|part| if let Part::Word(word) = part { Some(&**word) } else { None }).collect();
    let has_numbers = parts.iter().any(|part| matches!(part, Part::Number(..) | Part::Day(_) | Part::Year(_)));
    if !has_numbers && parts.iter().all(|part| matches!(part, Part::Word(_))) {
        let day = match &words[..] {
            ["today"] => Some(today),
            ["tomorrow"] => today.tomorrow().ok(),
            ["end", "week"] | ["end", "this", "week"] => Some(following(Weekday::Friday, today.yesterday().ok()?)),
            ["next", "week"] | ["end", "next", "week"] => {
                in_week_of(Weekday::Friday, today.checked_add(1.week()).ok()?)
            }
            ["end" | "this", "month"] | ["end", "this", "month"] => Some(today.last_of_month()),
            ["next", "month"] | ["end", "next", "month"] => Some(today.checked_add(1.month()).ok()?.last_of_month()),
            ["end" | "this", "year"] | ["end", "this", "year"] => Some(today.last_of_year()),
            ["next", "year"] | ["end", "next", "year"] => Some(today.checked_add(1.year()).ok()?.last_of_year()),
            ["end", "financial", "year"] | ["financial", "year", "end"] => years(&|year| Date::new(year, 3, 31).ok()),
            ["next", day] => in_week_of(weekday(day)?, today.checked_add(1.week()).ok()?),
            ["this", day] | [day] if weekday(day).is_some() => Some(following(weekday(day)?, today)),
            [day, "week"] => following(weekday(day)?, today).checked_add(1.week()).ok(),
            _ => None,
        };
        if day.is_some() {
            return day;
        }
    }
    let (number, rest) = match parts {
        [Part::Word(first), rest @ ..] if ["in", "within"].contains(&first.as_str()) => counted(rest)?,
        all => counted(all)?,
    };
    let rest: Vec<&str> =
        rest.iter().map(|part| if let Part::Word(word) = part { word.as_str() } else { "" }).collect();
    let (unit, after) = rest.split_first()?;
    if !matches!(after, [] | ["" | "time"] | ["", "time"] | ["from", "now" | "today"]) {
        return None;
    }
    let number = i64::from(number);
    let span = Span::new();
    let span = match *unit {
        "day" | "days" => span.try_days(number),
        "week" | "weeks" => span.try_weeks(number),
        "fortnight" | "fortnights" => span.try_weeks(number * 2),
        "month" | "months" => span.try_months(number),
        "year" | "years" => span.try_years(number),
        _ => return None,
    };
    today.checked_add(span.ok()?).ok()
}

/// How many, as a number or a word, and what comes after it.
fn counted(parts: &[Part]) -> Option<(i16, &[Part])> {
    const NUMBERS: [&str; 13] =
        ["a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    match parts {
        [Part::Number(number, digits), rest @ ..] if *digits <= 3 => Some((*number, rest)),
        [Part::Word(word), rest @ ..] => {
            let place = NUMBERS.iter().position(|known| known == word)?;
            Some((i16::try_from(place).ok()?.max(1), rest))
        }
        _ => None,
    }
}

/// A date, with the day of the week before it where that is right: `Fri 3 April 2026`.
fn weekday_and_date(parts: &[Part], years: &Years<'_>) -> Option<Date> {
    if let [Part::Word(word), rest @ ..] = parts
        && let Some(weekday) = weekday(word)
    {
        return dated(rest, years).filter(|date| date.weekday() == weekday);
    }
    dated(parts, years)
}

/// A date by its numbers and months.
fn dated(parts: &[Part], years: &Years<'_>) -> Option<Date> {
    use Part::{Day, Number, Sign, Word, Year};
    let day = |day: i16, month: i8, year: i16| Date::new(year, month, i8::try_from(day).ok()?).ok();
    let last = |month: i8, year: i16| Some(Date::new(year, month, 1).ok()?.last_of_month());
    let full = |number: i16, digits: usize| match digits {
        2 => Some(2000 + number),
        4 => Some(number),
        _ => None,
    };
    let small = |number: i16| i8::try_from(number).ok();
    match parts {
        [Number(year, 4), Sign('-' | '/' | '.'), Number(month, 1..=2), Sign('-' | '/' | '.'), Number(one, 1..=2)] => {
            day(*one, small(*month)?, *year)
        }
        [Number(one, 1..=2), Sign(first), Number(month, 1..=2), Sign(second), Number(year, digits)]
            if first == second && *first != '\'' =>
        {
            day(*one, small(*month)?, full(*year, *digits)?)
        }
        [Number(one, 1..=2), Sign('/' | '.'), Number(month, 1..=2)] => {
            let month = small(*month)?;
            years(&|year| day(*one, month, year))
        }
        [Number(month, 1..=2), Sign('/' | '.'), Number(year, 4)] => last(small(*month)?, *year),
        [Word(end), rest @ ..] if end == "end" || end == "start" => {
            let to = |date: Date| if end == "end" { date.last_of_month() } else { date.first_of_month() };
            match rest {
                [Word(name)] => {
                    let month = month(name)?;
                    years(&|year| last(month, year).map(to))
                }
                [Word(name), Number(year, 4) | Year(year)] => last(month(name)?, *year).map(to),
                [Number(year, 4)] if end == "end" => last(12, *year),
                _ => None,
            }
        }
        [Word(name)] => {
            let month = month(name)?;
            years(&|year| last(month, year))
        }
        [Word(name), Number(year, 4) | Year(year)] => last(month(name)?, *year),
        // `Mar 27` may be a day or a year, `Mar 7` is a day.
        [Word(name), Number(one, 1)] => {
            let month = month(name)?;
            years(&|year| day(*one, month, year))
        }
        [Word(name), Day(one)] | [Day(one), Word(name)] => {
            let month = month(name)?;
            years(&|year| day(i16::from(*one), month, year))
        }
        [Number(one, 1..=2), Word(name)] => {
            let month = month(name)?;
            years(&|year| day(*one, month, year))
        }
        [Number(one, 1..=2), Word(name), Number(year, digits)]
        | [Word(name), Number(one, 1..=2), Number(year, digits @ 4)] => day(*one, month(name)?, full(*year, *digits)?),
        [Number(one, 1..=2), Word(name), Year(year)] => day(*one, month(name)?, *year),
        [Day(one), Word(name), Number(year, digits)] | [Word(name), Day(one), Number(year, digits)] => {
            day(i16::from(*one), month(name)?, full(*year, *digits)?)
        }
        [Day(one), Word(name), Year(year)] => day(i16::from(*one), month(name)?, *year),
        [Number(one, 1..=2), Sign(first), Word(name), Sign(second), Number(year, digits)] if first == second => {
            day(*one, month(name)?, full(*year, *digits)?)
        }
        _ => None,
    }
}

/// A month by its name or its first three letters or four, 1 to 12.
fn month(name: &str) -> Option<i8> {
    let is = |full: &&str| *full == name || (3..=4).contains(&name.len()) && full.starts_with(name);
    i8::try_from(words::MONTHS.iter().position(is)? + 1).ok()
}

fn weekday(name: &str) -> Option<Weekday> {
    const DAYS: [(Weekday, &str); 7] = [
        (Weekday::Monday, "monday"),
        (Weekday::Tuesday, "tuesday"),
        (Weekday::Wednesday, "wednesday"),
        (Weekday::Thursday, "thursday"),
        (Weekday::Friday, "friday"),
        (Weekday::Saturday, "saturday"),
        (Weekday::Sunday, "sunday"),
    ];
    let is = |full: &str| full == name || (3..=5).contains(&name.len()) && full.starts_with(name);
    DAYS.iter().find(|(_, full)| is(full)).map(|(day, _)| *day)
}

/// The first such day after a date.
fn following(weekday: Weekday, after: Date) -> Date {
    after.nth_weekday(1, weekday).unwrap_or(after)
}

/// That day of the week in which a date is, from Monday to Sunday.
fn in_week_of(weekday: Weekday, date: Date) -> Option<Date> {
    let to = i32::from(weekday.to_monday_zero_offset()) - i32::from(date.weekday().to_monday_zero_offset());
    date.checked_add(to.days()).ok()
}

#[cfg(test)]
mod tests;
