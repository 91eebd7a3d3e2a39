//! What of a table may be otherwise than it looks, though each of its cells is understood: people who stand in it twice,
//! rows that nobody sees or sent, words that stand once for several rows, a scale of seven steps.

use super::columns::{Column, Headed, Heading};
use super::known::written;
use super::mapping::What;
use super::survey::Survey;
use super::table::{Cell, joined_words};
use crate::words::{
    HALF_STEPS, IS_LEVEL, IS_ONE_PERSONS, IS_SECTOR, IS_SENT, begun_and_not_sent, hidden_columns, hidden_rows,
    may_stand_once, one_person_twice, stands_in_other_sheet, stands_once,
};
use std::collections::BTreeSet;
use std::ops::Range;

/// Where a table's own rows show that a sector stands once for all of its people, as merged cells leave it, it is told of
/// each of them, and its levels in the same way. Where they may only be left empty that is asked.
pub(super) fn spread(headed: &mut Headed, survey: &mut Survey) {
    let Some(sector) = headed.place_of(&Column::Sector) else { return };
    // Totals and what stands below a table are nobody's.
    let all = headed.table.rows.len();
    let is_person = |row: &Vec<Cell>| headed.says_anything(row) && !headed.is_total(row, false);
    let end =
        headed.table.rows[headed.first..].iter().position(|row| !is_person(row)).map_or(all, |end| headed.first + end);
    if headed.first >= end {
        return;
    }
    let Some(groups) = groups(&headed.table.rows, headed.first..end, sector) else { return };
    let empty: usize = groups.iter().map(|group| group.len() - 1).sum();
    // Each sector stands above two people or more, and most of all have none of their own; above three it is no chance.
    let stand_above = |least: usize| groups.len() > 1 && groups.iter().all(|group| group.len() >= least);
    let (is_clear, is_sure) = (empty > groups.len() && stand_above(2), stand_above(3));
    if empty == 0 {
        return;
    }
    if !is_clear {
        // A form has a line for each person, and whoever left this out said no sector.
        let is_form = headed.headings.iter().any(|one| IS_ONE_PERSONS.contains(&joined_words(&one.cell.text).as_str()));
        survey.notes.push((may_stand_once(IS_SECTOR, empty), !is_form));
        return;
    }
    fill(&mut headed.table.rows, &groups, sector);
    survey.notes.push((stands_once(IS_SECTOR, empty), !is_sure));
    let Some(level) = headed.place_of(&Column::Level) else { return };
    let levels: Option<Vec<Vec<Range<usize>>>> =
        groups.into_iter().map(|group| self::groups(&headed.table.rows, group, level)).collect();
    let levels: Vec<Range<usize>> = levels.into_iter().flatten().flatten().collect();
    let empty: usize = levels.iter().map(|group| group.len() - 1).sum();
    if empty > 0 {
        fill(&mut headed.table.rows, &levels, level);
        survey.notes.push((stands_once(IS_LEVEL, empty), false));
    }
}

/// Rows by what stands in a column of the first of them; nothing where that is said of other rows too, or not of the first.
fn groups(rows: &[Vec<Cell>], range: Range<usize>, column: usize) -> Option<Vec<Range<usize>>> {
    let (mut groups, mut said) = (Vec::<Range<usize>>::new(), BTreeSet::new());
    for at in range {
        match rows[at].get(column).filter(|cell| !cell.is_empty()) {
            Some(cell) if said.insert(cell.plain()) => groups.push(at..at + 1),
            Some(_) => return None,
            None => groups.last_mut()?.end = at + 1,
        }
    }
    Some(groups)
}

fn fill(rows: &mut [Vec<Cell>], groups: &[Range<usize>], column: usize) {
    for group in groups {
        let text = rows[group.start][column].text.clone();
        for row in &mut rows[group.clone()] {
            if let Some(cell) = row.get_mut(column) {
                cell.text.clone_from(&text);
            }
        }
    }
}

/// Says what is to be known of the rows that were counted.
pub(super) fn look(headed: &Headed, survey: &mut Survey) {
    let rows = headed.table.rows.iter().skip(headed.first);
    let rows: Vec<&Vec<Cell>> = rows.filter(|row| headed.says_anything(row) && !headed.is_total(row, true)).collect();
    let names = |names: &[&str], at: usize| names.contains(&joined_words(&headed.headings[at].cell.text).as_str());
    let own: Vec<usize> =
        (0..headed.headings.len()).filter(|at| headed.headings[*at].column == Column::NeverKept).collect();
    let mut known = BTreeSet::new();
    let mut is_known = |row: &&&Vec<Cell>| {
        let cells = own.iter().filter_map(|at| Some((*at, row.get(*at).filter(|cell| !cell.is_empty())?)));
        let of_one = cells.filter(|(at, cell)| names(IS_ONE_PERSONS, *at) || cell.text.contains('@'));
        // All of them are to be known from here on.
        of_one.map(|(at, cell)| (at, cell.plain())).filter(|one| !known.insert(one.clone())).count() > 0
    };
    let twice = rows.iter().filter(|row| is_known(row)).count();
    let sent = own.iter().find(|at| names(IS_SENT, **at));
    let is_sent = |row: &&&Vec<Cell>| sent.is_none_or(|at| row.get(*at).is_some_and(|cell| !cell.is_empty()));
    let unsent = rows.len() - rows.iter().filter(is_sent).count();
    let is_hidden = |row: &&&Vec<Cell>| row.first().is_some_and(|cell| headed.table.hidden.contains(&cell.line));
    let hidden = if headed.table.is_turned { 0 } else { rows.iter().filter(is_hidden).count() };
    let is_vote = |heading: &&Heading| matches!(heading.column, Column::Votes(_));
    let is_hidden = |heading: &&Heading| headed.table.hidden_columns.contains(&heading.cell.column);
    let columns = headed.headings.iter().filter(is_vote).filter(is_hidden).count();
    survey.notes.extend((columns > 0 && !headed.table.is_turned).then(|| (hidden_columns(columns), true)));
    survey.notes.extend((twice > 0).then(|| (one_person_twice(twice), true)));
    survey.notes.extend((unsent > 0 && unsent < rows.len()).then(|| (begun_and_not_sent(unsent), false)));
    survey.notes.extend((hidden > 0).then(|| (hidden_rows(hidden), true)));
}

/// Asks where all ballots of one sheet stand in another one too, as in one that gathers the others.
pub(super) fn overlaps(sheets: &[(String, Range<usize>)], survey: &mut Survey) {
    let of = |range: &Range<usize>| survey.ballots[range.clone()].iter().map(written).collect::<Vec<String>>();
    let all: Vec<(&str, Vec<String>)> = sheets.iter().map(|(name, range)| (name.as_str(), of(range))).collect();
    let mut notes = Vec::new();
    for (place, (name, ballots)) in all.iter().enumerate().filter(|(_, (_, ballots))| ballots.len() > 1) {
        for (other, more) in all.iter().enumerate().filter(|(at, _)| *at != place).map(|(_, one)| one) {
            let mut left = more.clone();
            let takes = |ballot| left.iter().position(|one| one == ballot).map(|at| left.swap_remove(at)).is_some();
            if ballots.len() <= more.len() && ballots.iter().all(takes) {
                notes.push((stands_in_other_sheet(name, other), true));
            }
        }
    }
    survey.notes.extend(notes);
}

/// An answer and the half step beside it, where both stand in what came in.
pub(super) fn half_steps(survey: &Survey) -> Option<(String, String)> {
    let said = |plain: &str| survey.said.get(&(What::Answer, plain.to_owned()));
    HALF_STEPS.iter().find_map(|(plain, halves)| {
        let half = halves.iter().find_map(|half| said(half).filter(|half| !half.is_sure))?;
        Some((said(plain)?.text.clone(), half.text.clone()))
    })
}
