//! Ballots and surveys that come in: what was understood of them.

use super::count;

pub(crate) const NOTHING_CAME_BEFORE: &str =
    "Nothing came in before that these could stand beside; Enter takes them in";

pub(crate) const COLUMNS: &str = "Columns";
pub(crate) const ANSWERS: &str = "Words";
pub(crate) const NOT_KEPT: &str = "Not read, and not kept";
pub(crate) const TO_CONFIRM: &str = "Not sure of";
pub(crate) const NOTHING_TAKEN: &str = "Nothing was taken in.";
pub(crate) const TYPE_YES_TO_TAKE: &str = "Is that right? Type yes to take it in: ";
/// What to do about ballots that came in already, and about those of whom that is not sure.
pub(crate) const ADD_OTHERS: &str = "; if they are other people's, count them beside those with --add.";
pub(crate) const REPLACE_OR_ADD: &str =
    "; put them in their place with --replace, or count them beside those with --add.";
pub(crate) const TYPE_REPLACE_OR_ADD: &str = "Type replace or add: ";
pub(crate) const NO_ITEM: &str = "not read";
pub(crate) const NOT_SAID: &str = "not said";
pub(crate) const NO_ANSWER: &str = "no answer";
pub(crate) const IS_SECTOR: &str = "sector";
pub(crate) const IS_LEVEL: &str = "level";
pub(crate) const DOES_NOT_KNOW: &str = "don't know";

/// `Understood of ballots.csv: 5 ballots, headings in line 1`.
pub(crate) fn understood(file: &str, ballots: usize, headings: &str) -> String {
    format!("Understood of {file}: {}, headings in {headings}", count(ballots, "ballot", "ballots"))
}

/// Where the headings stand: a line of a text, a row of a sheet.
pub(crate) fn line_of_headings(sheet: Option<&str>, line: usize) -> String {
    sheet.map_or_else(|| format!("line {line}"), |sheet| format!("row {line} of the sheet \"{sheet}\""))
}

/// Where the headings stand below each other.
pub(crate) fn column_of_headings(sheet: Option<&str>, column: &str) -> String {
    let sheet = sheet.map_or_else(String::new, |sheet| format!(" of the sheet \"{sheet}\""));
    format!("column {column}{sheet}, a person in each column beside it")
}

/// Rows that only add up the others.
pub(crate) fn rows_of_totals(rows: usize) -> String {
    format!("{} of totals or averages, not counted", count(rows, "row", "rows"))
}

/// Columns of which the headings are numbers of persons or ratings.
pub(crate) const PERSONS_OR_RATINGS: &str =
    "the columns are headed 1 to 5: each is read as one person, not as a rating";

/// A column in which the ratings stand in order.
pub(crate) fn persons_or_ratings_below(heading: &str) -> String {
    format!(
        "1 to 5 stand below \"{heading}\" in order: each row is read as one person, not as how many gave that rating"
    )
}

/// `comment on I1`, `comment`.
pub(crate) fn comment_on(item: Option<&str>) -> String {
    item.map_or_else(|| "comment".to_owned(), |item| format!("comment on {item}"))
}

/// `"Mostly": 4 Mostly, 3 times`.
pub(crate) fn means(said: &str, meaning: &str, times: usize) -> String {
    if times > 1 { format!("\"{said}\": {meaning}, {times} times") } else { format!("\"{said}\": {meaning}") }
}

/// What is said where ballots took the place of earlier ones.
pub(crate) fn in_place_of(imports: usize) -> &'static str {
    if imports > 0 { ", in place of those of a shorter file" } else { "" }
}

pub(crate) fn import_taken_back(people: u32) -> String {
    let people = usize::try_from(people).unwrap_or(usize::MAX);
    format!("{} taken back, those that came in last", count(people, "ballot", "ballots"))
}

/// Rows in which somebody is described and no vote is cast.
pub(crate) fn blank_ballots(rows: usize) -> String {
    format!("{} without a vote, not counted", count(rows, "row", "rows"))
}

/// Of several rows: "was" and "were" follow the count.
fn rows(rows: usize, one: &str, many: &str) -> String {
    format!("{} {}", count(rows, "row", "rows"), if rows == 1 { one } else { many })
}

/// The headings of a table that stand in it again.
pub(crate) fn headings_once_more(number: usize) -> String {
    format!("{} of headings once more, not counted", count(number, "row", "rows"))
}

/// Forms that have no day on which they were sent.
pub(crate) fn begun_and_not_sent(number: usize) -> String {
    rows(number, "was begun and not sent; it is counted", "were begun and not sent; they are counted")
}

/// Rows that a filter hides, or a person.
pub(crate) fn hidden_rows(number: usize) -> String {
    rows(number, "is hidden in the sheet and counted", "are hidden in the sheet and counted")
}

/// Columns of votes that a person hid.
pub(crate) fn hidden_columns(number: usize) -> String {
    let verb = if number == 1 { "is" } else { "are" };
    format!("{} {verb} hidden in the sheet and counted", count(number, "column", "columns"))
}

/// Rows of somebody whose answers stand in another row already.
pub(crate) fn one_person_twice(number: usize) -> String {
    let what = "an address or a number that stands in an earlier one; both are counted";
    rows(number, &format!("has {what}"), &format!("have {what}"))
}

/// A sector or a level that stands in the first of its rows only, as merged cells leave it.
pub(crate) fn stands_once(what: &str, number: usize) -> String {
    format!("the {what} stands once for several rows: {} of the one above", rows(number, "is", "are"))
}

/// Rows without a sector that may be of the sector above.
pub(crate) fn may_stand_once(what: &str, number: usize) -> String {
    let rest = format!("counted as not said, and not as of the {what} above");
    rows(number, &format!("without a {what} is {rest}"), &format!("without a {what} are {rest}"))
}

/// A sheet that nobody sees in the workbook, and that holds the ballots or was passed over.
pub(crate) fn is_hidden_sheet(name: &str) -> String {
    format!("the sheet \"{name}\" is hidden in the workbook")
}
pub(crate) fn hidden_sheets(names: &str) -> String {
    format!("the hidden sheet is left alone: {names}")
}

/// Other sheets of a workbook, which are left alone.
pub(crate) fn other_sheets(names: &str) -> String {
    format!("other sheets are left alone: {names}; \"import-votes --sheet NAME\" takes one, --sheet all takes all")
}

/// A sheet for the ballots of a sector.
pub(crate) fn sheet_is_sector(sheet: &str, sector: &str) -> String {
    format!("the ballots of the sheet \"{sheet}\" are counted as {sector}")
}

/// A sheet that may only gather others, or be gathered in one.
pub(crate) fn stands_in_other_sheet(sheet: &str, other: &str) -> String {
    format!("all ballots of the sheet \"{sheet}\" stand in the sheet \"{other}\" too; both are counted")
}

/// A file that holds the same as another one that is taken in with it.
pub(crate) fn same_as(file: &str, other: &str) -> String {
    format!("{file} holds the same as {other}, so it counts once")
}
