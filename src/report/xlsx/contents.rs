//! What stands on each sheet: about the paper, ratings, votes as they may be told, assumptions, risks, the action plan.
//!
//! Columns and their order are for people; programs read the CSV or the JSON.

use super::super::columns::{self, Column, Value, maybe, number, text};
use super::super::compose;
use super::super::document::Cell;
use super::super::model::{CountsPart, FeaturePart, Model, Named, PlanPart, VotePart};
use super::Sheet;
use crate::catalogue;
use crate::session::ActionStatus;
use crate::words::paper::cover::{NAMES_LEFT_OUT, NAMES_SHOWN};
use crate::words::paper::limits::LIMITS_IN_SHORT;
use crate::words::paper::tables;

/// Rows of the action plan to fill in after the workshop.
const SPARE_ACTIONS: u32 = 50;

/// The colours that an action may have, in the order of their fills.
pub(super) const RAG: [&str; 3] = ["red", "amber", "green"];

pub(super) fn sheets(report: &Model) -> Vec<Sheet> {
    let mut sheets = vec![about(report)];
    sheets.extend(heat_map(report));
    sheets.extend([plan(&report.plan), ratings(report), votes(report)]);
    if !report.assumptions.is_empty() {
        sheets.push(items(tr!(max 31, "Assumptions"), &report.assumptions, columns::ASSUMPTIONS));
    }
    if !report.risks.is_empty() {
        let mut risks = items(tr!(max 31, "Risks"), &report.risks, columns::RISKS);
        risks.choices = vec![(6, RAG.to_vec())];
        sheets.push(risks);
    }
    sheets.push(items(tr!(max 31, "Links"), &report.links, columns::LINKS));
    sheets.push(items(tr!(max 31, "Influences"), &report.influences, columns::INFLUENCES));
    sheets.push(items(tr!(max 31, "Log"), &report.plan.log(), columns::LOG));
    sheets
}

/// A sheet with a row for each item, in those of its columns that people read.
fn items<'all, Part: 'all>(
    name: &'static str,
    parts: impl IntoIterator<Item = &'all Part>,
    columns: &[Column<Part>],
) -> Sheet {
    let shown = || columns.iter().filter(|column| column.width > 0);
    let row = |part: &Part| shown().map(|column| (column.value)(part).for_people()).collect();
    let names = shown().map(|column| (column.heading.into(), column.width));
    sheet(name, names, parts.into_iter().map(row))
}

fn sheet(
    name: &'static str,
    columns: impl Iterator<Item = (String, u8)>,
    rows: impl Iterator<Item = Vec<Value>>,
) -> Sheet {
    Sheet {
        name,
        columns: columns.collect(),
        rows: rows.collect(),
        choices: Vec::new(),
        day: None,
        spare: 0,
        whole: false,
    }
}

/// The paper's own heat map; its colours only repeat its words.
fn heat_map(report: &Model) -> Option<Sheet> {
    let table = compose::heat_map(report)?;
    let cell = |cell: Cell| {
        let lines = cell.lines.iter().map(|line| format!("{}{}", line.lead, line.text));
        let lines: Vec<String> = lines.chain(cell.pips_drawn()).collect();
        Value::Toned(lines.join("\n"), cell.tone)
    };
    let widest = table.columns.len().saturating_sub(1);
    let rows = table.rows.into_iter().map(|row| row.into_iter().map(cell).collect());
    // No two columns of a table have one name.
    let place = |place: usize| {
        tables::PLACES_IN_ROW
            .get(place)
            .map_or_else(|| tr!("{place}th", place = place + 1), |name| name.text().to_owned())
    };
    let columns = std::iter::once(tr!("Stage").to_owned()).chain((0..widest).map(place));
    Some(Sheet { whole: true, ..sheet(tr!(max 31, "Heat map"), columns.map(|name| (name, 16)), rows) })
}

fn about(report: &Model) -> Sheet {
    let about = &report.about;
    let names = if report.names { NAMES_SHOWN } else { NAMES_LEFT_OUT };
    let rows = [
        (tr!("Partnership"), text(&about.title)),
        (tr!("Workshop"), maybe(about.date, Value::Date)),
        (tr!("Venue"), text(&about.venue)),
        (tr!("Facilitator"), text(&about.facilitator)),
        (tr!("Purpose"), text(&about.purpose)),
        (tables::ABOUT_PEOPLE.text(), Value::Text(report.room.people.to_string())),
        (tr!("Features decided"), Value::Text(tr!("{decided} of {of}", decided = about.decided, of = about.of))),
        (tables::LOOK_AGAIN.text(), maybe(report.plan.review, Value::Date)),
        (tr!("Names"), text(names.text())),
        (tr!("Limits"), text(LIMITS_IN_SHORT.text())),
        (tr!("Source"), text(&report.framework.citation)),
    ];
    let rows = rows.into_iter().map(|(name, value)| vec![text(name), value]);
    sheet(tr!(max 31, "About"), [(tr!("What").to_owned(), 22), (tr!("This paper").to_owned(), 100)].into_iter(), rows)
}

fn plan(plan: &PlanPart) -> Sheet {
    let mut sheet = items(tr!(max 31, "Action plan"), &plan.actions, columns::ACTIONS);
    sheet.choices = vec![(7, ActionStatus::ALL.map(ActionStatus::label).to_vec()), (8, RAG.to_vec())];
    sheet.day =
        sheet.columns.iter().zip(0..).find(|((name, _), _)| name == tables::BY_WHEN.text()).map(|(_, place)| place);
    sheet.spare = SPARE_ACTIONS;
    sheet
}

fn ratings(report: &Model) -> Sheet {
    let features: Vec<&FeaturePart> = report.features().map(|(_, one)| one).collect();
    items(tr!(max 31, "Ratings"), features, columns::FEATURES)
}

/// A row for each round and one for each group that may be told of.
fn votes(report: &Model) -> Sheet {
    let widths = [7, 50, 13, 6, 24, 8, 5, 5, 5, 5, 5, 8, 8, 16];
    let row = |(feature, vote): (&FeaturePart, &VotePart),
               whose: &str,
               people: Option<u32>,
               counts: &CountsPart,
               word: &str| {
        let mut cells =
            vec![text(&feature.id), text(&feature.text), text(catalogue::text(vote.level.unwrap_or_default()))];
        cells.push(number(u32::try_from(vote.told.round).unwrap_or(u32::MAX)));
        cells.extend([text(whose), maybe(people, number)]);
        cells.extend(counts.counts.map_or([const { Value::Nothing }; 5], |counts| counts.map(number)));
        cells.extend([maybe(counts.dont_know, number), maybe(counts.median, number), text(word)]);
        cells
    };
    let words = |named: Option<&Named>| named.map_or(String::new(), |named| named.words.clone());
    let rounds = report.features().flat_map(|(_, feature)| feature.votes.iter().map(move |vote| (feature, vote)));
    let rows = rounds.flat_map(|of @ (_, vote)| {
        let told = &vote.told;
        let word = words(told.counts.agreement.as_ref().or(told.withheld.as_ref()));
        let room = row(of, tr!("Everybody"), Some(told.ballots), &told.counts, &word);
        let groups = told.groups.iter().map(move |group| {
            let word = words(group.counts.agreement.as_ref().or(group.compared.as_ref()));
            row(of, &group.name, group.ballots, &group.counts, &word)
        });
        let unheard = told
            .unheard
            .iter()
            .map(move |names| row(of, names, None, &CountsPart::default(), tables::NOT_SHOWN.text()));
        std::iter::once(room).chain(groups).chain(unheard)
    });
    sheet(tr!(max 31, "Votes"), tables::VOTES.map(String::from).into_iter().zip(widths), rows)
}
