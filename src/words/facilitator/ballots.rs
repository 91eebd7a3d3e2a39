//! Ballots and surveys that come in: what was understood of them, and the words by which forms and people say things.

use super::count;

/// What says "don't know", as it is compared: in lower case, with straight quotes.
pub(crate) const SAYS_DONT_KNOW: &[&str] = &[
    "?",
    "dk",
    "d/k",
    "don't know",
    "dont know",
    "do not know",
    "i don't know",
    "i dont know",
    "don't know / not sure",
    "don't know/not sure",
    "not sure",
    "unsure",
    "no idea",
    "not known",
    "unknown",
    "can't say",
    "cannot say",
    "ddim yn gwybod",
];

/// What says that a question was not answered.
pub(crate) const SAYS_NOTHING: &[&str] = &[
    "-",
    "--",
    "---",
    ".",
    "/",
    "n/a",
    "na",
    "#n/a",
    "n.a.",
    "not applicable",
    "none",
    "no answer",
    "no response",
    "not answered",
    "no vote",
    "blank",
    "skip",
    "skipped",
    "prefer not to say",
    "null",
    "nan",
];

/// Answers of forms that come with their own words, the lowest first.
pub(crate) const AGREEING: [&[&str]; 5] = [
    &["strongly disagree", "disagree strongly"],
    &["disagree", "tend to disagree"],
    &["neither agree nor disagree", "neither agree or disagree", "neither", "neutral"],
    &["agree", "tend to agree"],
    &["strongly agree", "agree strongly"],
];

/// Other words for whether an assumption holds, the surest first.
pub(crate) const HOLDING: [&[&str]; 3] =
    [&["yes", "holds", "true"], &["partly", "in part", "partially"], &["no", "doesn't hold"]];

/// What the standard sectors are called beside their names, by id; "sector" and "organisation" are left out of all.
pub(crate) const SECTOR_WORDS: [(&str, &[&str]); 4] = [
    (
        "statutory",
        &[
            "public",
            "nhs",
            "council",
            "local authority",
            "health board",
            "health and social care partnership",
            "police",
            "government",
            "statudol",
            "cyhoeddus",
        ],
    ),
    (
        "third-sector",
        &[
            "third",
            "3rd",
            "voluntary",
            "charity",
            "charitable",
            "voluntary and community",
            "community and voluntary",
            "vcse",
            "vcs",
            "vcfse",
            "not for profit",
            "non profit",
            "trydydd",
            "gwirfoddol",
        ],
    ),
    ("community", &["local community", "resident", "residents", "citizen", "community member", "cymuned", "cymunedol"]),
    ("private", &["business", "commercial", "company", "industry", "preifat"]),
];

/// What every sector may have in its name.
pub(crate) const OF_ANY_SECTOR: &[&str] = &["sector", "the", "organisation", "organisations", "partner", "partners"];

/// What says that somebody's sector or level was not said.
pub(crate) const SAYS_NOT_SAID: &[&str] = &[
    "other",
    "not said",
    "prefer not to say",
    "none",
    "n a",
    "na",
    "not applicable",
    "unknown",
    "don't know",
    "level not said",
];

/// What the levels are called, strategic first.
pub(crate) const LEVEL_WORDS: [&[&str]; 2] = [
    &["strategic", "senior", "leadership", "strategol"],
    &["operational", "front line", "frontline", "delivery", "practitioner", "gweithredol"],
];

/// Headings of columns of which nothing is kept: who, when, where, and what forms count.
pub(crate) const NEVER_KEPT: &[&str] = &[
    "id",
    "#",
    "no",
    "nr",
    "number",
    "row",
    "ballot",
    "ballot no",
    "ballot number",
    "ballot id",
    "response",
    "response id",
    "response no",
    "response number",
    "responseid",
    "respondent",
    "respondent id",
    "participant",
    "participant id",
    "collector id",
    "user id",
    "userid",
    "unique id",
    "reference",
    "ref",
    "token",
    "seed",
    "timestamp",
    "time stamp",
    "start time",
    "start date",
    "startdate",
    "end time",
    "end date",
    "enddate",
    "completion time",
    "last modified time",
    "date",
    "time",
    "date submitted",
    "submitted",
    "submitted at",
    "submitted on",
    "submit date",
    "submitdate",
    "submission date",
    "date last action",
    "datestamp",
    "recorded date",
    "recordeddate",
    "started",
    "completed",
    "date started",
    "date completed",
    "duration",
    "duration in seconds",
    "time taken",
    "last page",
    "lastpage",
    "startlanguage",
    "start language",
    "language",
    "userlanguage",
    "ip",
    "ip address",
    "ipaddress",
    "ipaddr",
    "refurl",
    "status",
    "progress",
    "finished",
    "email",
    "e mail",
    "email address",
    "e mail address",
    "your email",
    "username",
    "name",
    "your name",
    "full name",
    "first name",
    "last name",
    "firstname",
    "lastname",
    "surname",
    "recipient first name",
    "recipient last name",
    "recipient email",
    "telephone",
    "phone",
    "phone number",
    "mobile",
    "address",
    "postcode",
    "organisation",
    "organisation name",
    "your organisation",
    "organization",
    "employer",
    "role",
    "your role",
    "job title",
    "job role",
    "team",
    "department",
    "total points",
    "average",
    "mean",
    "total",
    "question",
    "questions",
    "item",
    "items",
    "statement",
    "person",
    "people",
    "quiz feedback",
    "score",
];

/// How headings begin that a form puts beside each question of its own.
pub(crate) const NEVER_KEPT_BEFORE: &[&str] = &["points -", "feedback -", "points:", "score -"];

/// A heading with one of these is about what people wrote.
pub(crate) const COMMENTS: &[&str] = &["comment", "comments", "remark", "remarks", "sylwadau"];

/// A heading that holds one of these is so too, where it is no item's wording.
pub(crate) const LIKE_COMMENTS: &[&str] = &[
    "anything else",
    "anything to add",
    "tell us more",
    "please explain",
    "please say more",
    "please give",
    "give a reason",
    "reason for",
    "why",
    "in your own words",
    "notes",
    "note",
    "evidence",
    "example",
    "suggestion",
    "suggestions",
];

/// Cells that a form puts below its headings.
pub(crate) const BELOW_HEADINGS: &[&str] = &["response", "open-ended response", "other (please specify)"];

/// What a row is called that only adds up the others, and what it may be called below such a row.
pub(crate) const TOTALS: &[&str] = &[
    "average",
    "averages",
    "average score",
    "mean",
    "mean score",
    "median",
    "total",
    "totals",
    "grand total",
    "sum",
    "overall",
    "overall average",
    "std dev",
    "standard deviation",
    "total responses",
    "number of responses",
    "no of responses",
    "responses",
    "cyfartaledd",
    "cyfanswm",
];
pub(crate) const MORE_TOTALS: &[&str] = &["count", "n", "min", "minimum", "max", "maximum", "mode", "range"];

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

/// Other sheets of a workbook, which are left alone.
pub(crate) fn other_sheets(names: &str) -> String {
    format!("other sheets are left alone: {names}")
}

/// A file that holds the same as another one that is taken in with it.
pub(crate) fn same_as(file: &str, other: &str) -> String {
    format!("{file} holds the same as {other}, so it counts once")
}
