//! A hundred ways to write a date, each read right or left standing.

use super::{read, read_near};
use jiff::civil::date;

/// A Thursday.
const TODAY: jiff::civil::Date = date(2026, 3, 12);

/// How councils write dates, and the day each is.
const READ: [(&str, &str); 79] = [
    ("1/4/28", "2028-04-01"),
    ("01/04/28", "2028-04-01"),
    ("1/4/2028", "2028-04-01"),
    ("31/3/2027", "2027-03-31"),
    ("31.3.2027", "2027-03-31"),
    ("31.03.27", "2027-03-31"),
    ("31-3-2027", "2027-03-31"),
    ("31-03-27", "2027-03-31"),
    ("2027-03-31", "2027-03-31"),
    ("2027/3/31", "2027-03-31"),
    ("30/6", "2026-06-30"),
    ("30.6", "2026-06-30"),
    ("30.6.", "2026-06-30"),
    ("1/3", "2027-03-01"),
    ("12/3", "2026-03-12"),
    ("6/2027", "2027-06-30"),
    ("1 Apr 28", "2028-04-01"),
    ("1 April 28", "2028-04-01"),
    ("1 Apr '28", "2028-04-01"),
    ("1 apr 2028", "2028-04-01"),
    ("1 APRIL 2028", "2028-04-01"),
    ("1-Apr-28", "2028-04-01"),
    ("1/Apr/2028", "2028-04-01"),
    ("1st April 2028", "2028-04-01"),
    ("1st of April 2028", "2028-04-01"),
    ("the 1st of April", "2026-04-01"),
    ("2nd Sept 2026", "2026-09-02"),
    ("3rd May", "2026-05-03"),
    ("22nd of May '27", "2027-05-22"),
    ("30 June 2026", "2026-06-30"),
    ("30 June", "2026-06-30"),
    (" 1 March ", "2027-03-01"),
    ("12 March", "2026-03-12"),
    ("29 February", "2028-02-29"),
    ("1Apr28", "2028-04-01"),
    ("April 1", "2026-04-01"),
    ("April 1st", "2026-04-01"),
    ("April 30th, 2027", "2027-04-30"),
    ("April 30, 2027", "2027-04-30"),
    ("Fri 3 April 2026", "2026-04-03"),
    ("Friday, 3 April", "2026-04-03"),
    ("Friday 3rd April 2026", "2026-04-03"),
    ("Fri 3/4/26", "2026-04-03"),
    ("June", "2026-06-30"),
    ("March", "2026-03-31"),
    ("Sep 2026", "2026-09-30"),
    ("Sept '26", "2026-09-30"),
    ("February 2028", "2028-02-29"),
    ("end of June", "2026-06-30"),
    ("end June", "2026-06-30"),
    ("By the end of February", "2027-02-28"),
    ("end of March 2027", "2027-03-31"),
    ("start of May", "2026-05-01"),
    ("by 1 May", "2026-05-01"),
    ("due 1/5/26", "2026-05-01"),
    ("on 1 May", "2026-05-01"),
    ("end of the month", "2026-03-31"),
    ("end of next month", "2026-04-30"),
    ("next month", "2026-04-30"),
    ("end of the year", "2026-12-31"),
    ("end of 2027", "2027-12-31"),
    ("end of the financial year", "2026-03-31"),
    ("in 6 weeks", "2026-04-23"),
    ("6 weeks", "2026-04-23"),
    ("within six weeks", "2026-04-23"),
    ("in 6 weeks' time", "2026-04-23"),
    ("6 weeks from today", "2026-04-23"),
    ("in a fortnight", "2026-03-26"),
    ("in 10 days", "2026-03-22"),
    ("in three months", "2026-06-12"),
    ("in a year's time", "2027-03-12"),
    ("tomorrow", "2026-03-13"),
    ("Friday", "2026-03-13"),
    ("this Friday", "2026-03-13"),
    ("next Friday", "2026-03-20"),
    ("Friday week", "2026-03-20"),
    ("Thursday", "2026-03-19"),
    ("end of the week", "2026-03-13"),
    ("end of next week", "2026-03-20"),
];

/// What stays in the field: not understood, half understood, or to be understood in two ways.
const NOT_READ: [&str; 36] = [
    "soon",
    "asap",
    "tbc",
    "by Easter",
    "Christmas",
    "spring 2027",
    "mid March",
    "before 1 May or so",
    "by the end of",
    "31 June 2026",
    "31/6/2026",
    "31/2",
    "29/2/2027",
    "4/13/26",
    "12/31/2026",
    "32/1/26",
    "0/1/26",
    "1/4/2",
    "1/4/128",
    "1/4/28 at 10",
    "1 April 28 or 29",
    "April 27",
    "Mar 28",
    "Monday 3 April 2026",
    "Funday",
    "next",
    "in weeks",
    "in 6",
    "6 weeks ago",
    "six moons",
    "4",
    "28",
    "2028",
    "1.4-28",
    "1 2 2027",
    "\u{1f3f4}\u{1f3f4}",
];

#[test]
fn dates_are_read_as_councils_write_them() {
    for (text, day) in READ {
        let read = read(text, TODAY).map(|date| date.map_or(String::new(), |date| date.to_string()));
        assert_eq!(read, Ok(day.to_owned()), "{text}");
    }
    assert_eq!((read("", TODAY), read("  ", TODAY)), (Ok(None), Ok(None)), "an empty field takes a date away");
}

#[test]
fn what_is_not_understood_is_not_half_taken() {
    for text in NOT_READ {
        assert_eq!(read(text, TODAY), Err("try 31 March 2026".into()), "{text}");
    }
    // Whatever is written after a date makes it another text.
    for (text, _) in READ {
        assert!(read(&format!("{text} perhaps"), TODAY).is_err(), "{text}");
    }
}

#[test]
fn the_day_of_a_workshop_is_the_nearest_one() {
    for (text, day) in [("11 March", date(2026, 3, 11)), ("20/12", date(2025, 12, 20)), ("1 Apr 28", date(2028, 4, 1))]
    {
        assert_eq!(read_near(text, TODAY), Ok(Some(day)), "{text}");
    }
}
