//! Ballots as forms, Excel and people write them, in `ballot_kinds.txt`: each is taken as a person would expect it, asked
//! about, or refused, and none is counted wrong in silence.

use super::ballot_sheets::{Count, told};
use super::survey_shapes::{imports, room};
use crate::cli::Computer;
use plenary::session::Session;
use plenary::store;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use std::collections::BTreeMap;

/// One file, and what is to become of it.
struct Kind<'all> {
    name: &'all str,
    outcome: &'all str,
    /// People and counts, where it is taken.
    taken: Option<(u32, Vec<Count<'all>>)>,
    said: Vec<&'all str>,
    text: String,
}

fn kinds() -> Vec<Kind<'static>> {
    include_str!("ballot_kinds.txt").split("\n### ").skip(1).map(kind).collect()
}

fn kind(text: &'static str) -> Kind<'static> {
    let (head, text) = text.split_once('\n').unwrap();
    let mut parts = head.split('|').map(str::trim);
    let (name, expected) = (parts.next().unwrap(), parts.next().unwrap());
    let (outcome, counts) = expected.split_once(": ").unwrap_or((expected, ""));
    let taken = counts.split_once(" people; ").map(|(people, counts)| {
        (people.parse().unwrap(), counts.split("; ").map(|count| count_of(count.trim())).collect())
    });
    Kind { name, outcome, taken, said: parts.collect(), text: format!("{}\n", text.trim_end()) }
}

/// `P4 strategic 0 1 0 0 0 + 1`.
fn count_of(count: &str) -> Count<'_> {
    let (rest, dont_know) = count.rsplit_once(" + ").unwrap();
    let mut figures: Vec<&str> = rest.rsplitn(6, ' ').collect();
    let item = figures.pop().unwrap();
    figures.reverse();
    let figures: Vec<u16> = figures.iter().map(|figure| figure.parse().unwrap()).collect();
    (item, figures.try_into().unwrap(), dont_know.parse().unwrap())
}

fn workbook(text: &str) -> Vec<u8> {
    let mut book = Workbook::new();
    let (mut row, mut sheets) = (0, 0);
    for line in text.lines().filter(|line| !line.is_empty()) {
        if let Some((kind, name)) = line.split_once(' ').filter(|(kind, _)| ["@sheet", "@hidden"].contains(kind)) {
            let sheet = book.add_worksheet().set_name(name).unwrap();
            sheet.set_hidden(kind == "@hidden");
            (row, sheets) = (0, sheets + 1);
            continue;
        }
        let sheet = book.worksheet_from_index(sheets - 1).unwrap();
        if let Some(hidden) = line.strip_prefix("@hide row ") {
            sheet.set_row_hidden(hidden.parse::<u32>().unwrap() - 1).unwrap();
            continue;
        }
        if let Some(hidden) = line.strip_prefix("@hide column ") {
            let column = hidden.bytes().next().map_or(0, |letter| u16::from(letter - b'A'));
            sheet.set_column_hidden(column).unwrap();
            continue;
        }
        if let Some(merged) = line.strip_prefix("@merge ") {
            let parts: Vec<&str> = merged.splitn(3, ' ').collect();
            let row = |at: usize| parts[at].parse::<u32>().unwrap() - 1;
            sheet.merge_range(row(0), 0, row(1), 0, parts[2], &Format::new()).unwrap();
            continue;
        }
        for (column, cell) in (0..).zip(line.split(',')) {
            match (cell, cell.parse::<f64>(), cell.strip_prefix("!date ")) {
                ("", ..) => continue,
                ("!true" | "!false", ..) => sheet.write_boolean(row, column, cell == "!true").unwrap(),
                (_, Ok(number), _) => sheet.write_number(row, column, number).unwrap(),
                (_, _, Some(day)) => {
                    let format = Format::new().set_num_format("dd/mm/yyyy");
                    sheet
                        .write_datetime_with_format(row, column, ExcelDateTime::parse_from_str(day).unwrap(), &format)
                        .unwrap()
                }
                _ => sheet.write_string(row, column, cell).unwrap(),
            };
        }
        row += 1;
    }
    let seen = (0..sheets).find(|place| !book.worksheet_from_index(*place).unwrap().name().starts_with("Old")).unwrap();
    book.worksheet_from_index(seen).unwrap().set_active(true);
    book.save_to_buffer().unwrap()
}

/// How many said that they are of each sector, or at each level: `statutory 3, third-sector 2`.
fn groups(session: &Session, of_sectors: bool) -> String {
    let mut groups: BTreeMap<String, u32> = BTreeMap::new();
    for tally in &session.imports.last().unwrap().ratings[0].round.tallies {
        let level = tally.level.map(|level| level.key().to_owned());
        let Some(name) = (if of_sectors { tally.sector.clone() } else { level }) else { continue };
        *groups.entry(name).or_default() += tally.ballots();
    }
    let groups: Vec<String> = groups.into_iter().map(|(name, people)| format!("{name} {people}")).collect();
    groups.join(", ")
}

fn sorted(groups: &str) -> String {
    let mut groups: Vec<&str> = groups.split(", ").collect();
    groups.sort_unstable();
    groups.join(", ")
}

/// What is wrong with what became of a file.
fn faults(kind: &Kind<'_>) -> Vec<String> {
    let computer = Computer::new();
    let file = room(&computer);
    let bytes = if kind.text.starts_with('@') { workbook(&kind.text) } else { kind.text.clone().into_bytes() };
    let before = std::fs::read(&file).unwrap();
    let ran = imports(&computer, &file, kind.name, &bytes, &[]);
    let outcome = match ran.code {
        0 => "taken",
        _ if ran.err.contains("needs a yes") => "asked",
        _ => "refused",
    };
    let mut faults = Vec::new();
    if outcome != kind.outcome {
        faults.push(format!("is {outcome}"));
    }
    if outcome != "taken" && std::fs::read(&file).unwrap() != before {
        faults.push("the session was changed".to_owned());
    }
    let told_of = ran.out.clone() + &ran.err;
    if outcome == "asked" {
        imports(&computer, &file, kind.name, &bytes, &["--yes"]);
    }
    let session = store::open(&file).unwrap().session;
    if let Some((people, counts)) = kind.taken.as_ref().filter(|_| !session.imports.is_empty()) {
        let counted = session.imports.last().unwrap().people;
        faults.extend((counted != *people).then(|| format!("{counted} people")));
        for (item, rated, dont_know) in counts {
            let found = told(&session, item);
            faults.extend((found != (*rated, *dont_know)).then(|| format!("{item}: {found:?}")));
        }
    }
    for said in &kind.said {
        let is_so = match (said.strip_prefix("sectors: "), said.strip_prefix("levels: ")) {
            (Some(sectors), _) => sorted(sectors) == groups(&session, true),
            (_, Some(levels)) => sorted(levels) == groups(&session, false),
            _ => told_of.contains(said),
        };
        faults.extend((!is_so).then(|| format!("does not say {said}")));
    }
    if !faults.is_empty() {
        faults.push(told_of);
    }
    faults
}

#[test]
fn ballots_of_every_kind_are_taken_asked_about_or_refused_as_a_person_expects() {
    let kinds = kinds();
    assert!(kinds.len() > 60, "{}", kinds.len());
    let wrong: Vec<String> = kinds
        .iter()
        .map(|kind| (kind.name, faults(kind)))
        .filter(|(_, faults)| !faults.is_empty())
        .map(|(name, faults)| format!("{name}: {}", faults.join("\n  ")))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
