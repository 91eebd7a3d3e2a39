//! Reading all files that came in together: the ballots of each, row by row.

use super::answer::{Answer, Answers, Read};
use super::columns::{Column, Headed, Heading, step_key};
use super::doubt;
use super::error::{CellProblem, VotesError};
use super::headings::{Finder, level_named};
use super::mapping::What;
use super::people::{self, Whose};
use super::source::Source;
use super::survey::{Ballot, Survey};
use super::table::{Cell, Table, letters};
use crate::framework::{Level, Step};
use crate::session::Voters;
use crate::words::{
    self, DOES_NOT_KNOW, NO_ANSWER, NOT_SAID, blank_ballots, column_of_headings, headings_once_more, hidden_sheets,
    is_hidden_sheet, line_of_headings, other_sheets, rows_of_totals, same_as, sheet_is_sector,
};
use std::collections::BTreeMap;

/// What reading needs to know.
pub(super) struct Reader<'all> {
    pub(super) finder: Finder<'all>,
    /// The sheets of a workbook that are read, by name, or all that name items; where none is given the likeliest one is.
    pub(super) sheets: &'all [String],
}

/// What stands for all sheets.
const ALL: &str = "all";

impl Reader<'_> {
    /// Reads all files, or says what is wrong with the first that cannot be read.
    pub(super) fn read(&self, sources: &[Source]) -> Result<Survey, (usize, VotesError)> {
        let mut survey = Survey::default();
        for (place, source) in sources.iter().enumerate() {
            if let Some(same) = sources[..place].iter().find(|before| before.bytes == source.bytes) {
                survey.notes.push((same_as(&source.name(), &same.name()), true));
                continue;
            }
            self.read_one(source, &mut survey).map_err(|problem| (place, problem))?;
        }
        if survey.ballots.is_empty() {
            return Err((0, VotesError::NoVote));
        }
        if let Some((plain, half)) = doubt::half_steps(&survey) {
            return Err((0, VotesError::SevenSteps(plain, half)));
        }
        Ok(survey)
    }

    fn read_one(&self, source: &Source, survey: &mut Survey) -> Result<(), VotesError> {
        let (readings, guess) = source.tables()?;
        survey.files.extend(guess);
        let has_sheets = readings.iter().flatten().any(|table| table.sheet.is_some());
        if self.sheets.is_empty() || !has_sheets {
            return self.read_best(source, readings, survey);
        }
        let mut read = Vec::new();
        for table in self.wanted(readings)? {
            let (name, from) = (table.sheet.clone().unwrap_or_default(), survey.ballots.len());
            self.read_best(source, vec![Ok(table)], survey)?;
            read.push((name, from..survey.ballots.len()));
        }
        doubt::overlaps(&read, survey);
        Ok(())
    }

    /// The sheets that were asked for, in the order of the workbook.
    fn wanted(&self, readings: Vec<Result<Table, VotesError>>) -> Result<Vec<Table>, VotesError> {
        let tables: Vec<Table> = readings.into_iter().collect::<Result<_, _>>()?;
        let is_called =
            |name: &str, table: &Table| table.sheet.as_deref().is_some_and(|own| own.eq_ignore_ascii_case(name));
        let is_there = |name: &&String| name.as_str() == ALL || tables.iter().any(|table| is_called(name, table));
        if let Some(name) = self.sheets.iter().find(|name| !is_there(name)) {
            let sheets = words::commas(tables.iter().filter_map(|table| table.sheet.as_deref()));
            return Err(VotesError::NoSheet { name: name.clone(), sheets });
        }
        let names_items =
            |table: &Table| [table, &table.turned()].into_iter().any(|one| self.finder.best_row(one).is_some());
        let is_wanted = |table: &Table| {
            let is_of_all = self.sheets.iter().any(|name| name == ALL) && !table.is_hidden && names_items(table);
            is_of_all || self.sheets.iter().any(|name| is_called(name, table))
        };
        let wanted: Vec<Table> = tables.into_iter().filter(is_wanted).collect();
        if wanted.is_empty() { Err(VotesError::NoHeadings) } else { Ok(wanted) }
    }

    /// The sector that a sheet is called by, where its ballots say none themselves.
    fn sector_of_sheet(&self, headed: &Headed, survey: &mut Survey) -> Option<String> {
        let sheet = headed.table.sheet.as_deref()?;
        let (Whose::Sure(Some(id)) | Whose::Near(Some(id))) = people::sector(sheet, self.finder.register) else {
            return None;
        };
        headed.place_of(&Column::Sector).is_none().then(|| {
            survey.notes.push((sheet_is_sector(sheet, self.finder.register.name_of(&id)), true));
            id
        })
    }

    fn read_best(
        &self,
        source: &Source,
        readings: Vec<Result<Table, VotesError>>,
        survey: &mut Survey,
    ) -> Result<(), VotesError> {
        let mut headed = self.headed(readings, survey)?;
        survey.marks.push(headed.table.sheet_mark().unwrap_or_else(|| crc32fast::hash(&source.bytes)));
        let of_sheet = self.sector_of_sheet(&headed, survey);
        doubt::spread(&mut headed, survey);
        for Heading { cell, column, is_sure } in &headed.headings {
            match column {
                Column::Empty => {}
                Column::NeverKept if *is_sure => survey.never_kept.push(cell.text.clone()),
                column => survey.say(What::Heading, cell, column.meaning(self.finder.framework), *is_sure),
            }
        }
        let before = survey.ballots.len();
        let (mut blank, mut totals, mut again) = (0, 0, 0);
        survey.notes.extend(headed.doubt(self.finder.framework)?.map(|doubt| (doubt, true)));
        for row in headed.table.rows.iter().skip(headed.first).filter(|row| !row.iter().all(Cell::is_empty)) {
            if headed.is_total(row, totals > 0) {
                totals += 1;
                continue;
            }
            if headed.is_heading(row) {
                again += 1;
                continue;
            }
            if !headed.says_anything(row) {
                blank += 1;
                continue;
            }
            let mut ballot = self.ballot(row, &headed, survey)?;
            ballot.voters.sector = ballot.voters.sector.or_else(|| of_sheet.clone());
            if ballot.votes.is_empty() {
                blank += 1;
            } else {
                survey.ballots.push(ballot);
            }
        }
        for (number, note) in
            [(blank, blank_ballots as fn(usize) -> String), (totals, rows_of_totals), (again, headings_once_more)]
        {
            survey.notes.extend((number > 0).then(|| (note(number), false)));
        }
        doubt::look(&headed, survey);
        let sheet = headed.table.sheet.as_deref();
        let headings = if headed.table.is_turned {
            column_of_headings(sheet, &letters(headed.headings.first().map_or(1, |one| one.cell.column)))
        } else {
            line_of_headings(sheet, headed.line)
        };
        survey.files.push(words::understood(&source.name(), survey.ballots.len() - before, &headings));
        Ok(())
    }

    /// The table of a file that has the most headings of items.
    fn headed(&self, mut readings: Vec<Result<Table, VotesError>>, survey: &mut Survey) -> Result<Headed, VotesError> {
        // Only where no row names as many items as a column does are they read downwards.
        let turned = |table: &Table| {
            let turned = table.turned();
            let (_, row) = self.finder.best_row(&turned)?;
            let column = turned.rows[row].first()?.column;
            (!self.finder.is_across(table, column - 1)).then_some(Ok(turned))
        };
        let turned: Vec<_> = readings.iter().flatten().filter_map(turned).collect();
        readings.extend(turned);
        let filled = |table: &Table| !table.rows.is_empty();
        if !readings.iter().any(|reading| reading.as_ref().map_or(true, filled)) {
            return Err(VotesError::Empty);
        }
        let best = readings
            .iter()
            .enumerate()
            .filter_map(|(place, reading)| {
                let table = reading.as_ref().ok()?;
                let (score, row) = self.finder.best_row(table)?;
                Some((!table.is_hidden, score, std::cmp::Reverse(place), row))
            })
            .max();
        let Some((is_seen, _, std::cmp::Reverse(place), row)) = best else {
            let first = readings.swap_remove(0)?;
            return Err(self.no_headings(first));
        };
        let of_items = |table: &Table| self.finder.best_row(table).and(table.sheet.clone());
        let own = readings[place].as_ref().ok().and_then(|table| table.sheet.clone());
        survey.notes.extend(own.iter().filter(|_| !is_seen).map(|sheet| (is_hidden_sheet(sheet), true)));
        for (is_hidden, note) in [(false, other_sheets as fn(&str) -> String), (true, hidden_sheets)] {
            let upright = readings.iter().flatten().filter(|table| !table.is_turned && table.is_hidden == is_hidden);
            let others: Vec<String> =
                upright.filter_map(of_items).filter(|sheet| Some(sheet) != own.as_ref()).collect();
            survey.notes.extend((!others.is_empty()).then(|| (note(&words::commas(others)), !is_hidden)));
        }
        self.finder.headed(readings.swap_remove(place)?, row)
    }

    /// What is wrong with a table in which no item is named: the heading that is none, where there is one.
    fn no_headings(&self, table: Table) -> VotesError {
        match self.finder.headed(table, 0) {
            Err(problem) => problem,
            Ok(_) => VotesError::NoHeadings,
        }
    }

    /// One line: who, then their votes and what they wrote.
    fn ballot(&self, row: &[Cell], headed: &Headed, survey: &mut Survey) -> Result<Ballot, VotesError> {
        let mut ballot = Ballot { voters: Voters::default(), votes: BTreeMap::new() };
        let table = &headed.table;
        for (cell, heading) in row.iter().zip(&headed.headings).filter(|(cell, _)| !cell.is_empty()) {
            match &heading.column {
                Column::Sector => ballot.voters.sector = self.sector(cell, survey)?,
                Column::Level => ballot.voters.level = self.level(cell, survey)?,
                Column::Votes(step) => {
                    if let Some(key) = self.vote(step, cell, table, survey)? {
                        ballot.votes.insert(step_key(step), (step.clone(), key));
                    }
                }
                Column::Comment(on) => survey.comments.push((on.clone(), cell.text.clone())),
                Column::NeverKept | Column::Ignored => {}
                Column::Empty => return Err(CellProblem::NoHeading.at(table, cell)),
            }
        }
        Ok(ballot)
    }

    /// The key of a vote; nothing where none was cast.
    fn vote(&self, step: &Step, cell: &Cell, table: &Table, survey: &mut Survey) -> Result<Option<char>, VotesError> {
        let answers = Answers::at(step, self.finder.framework);
        let said = cell.plain();
        let (text, most) = (|| cell.text.clone(), answers.most());
        let (answer, is_sure) = match self.finder.mapping.get(What::Answer, &said) {
            Some(meaning) => {
                let Read::Sure(answer) = answers.read(&meaning.plain()) else {
                    let problem = CellProblem::NoVote { text: meaning.text.clone(), most: answers.most() };
                    return Err(self.finder.mapping.fault(problem, meaning));
                };
                (answer, true)
            }
            None => match answers.read(&said) {
                Read::Sure(answer) => (answer, true),
                Read::Near(answer) => (answer, false),
                Read::Contradicts => return Err(CellProblem::TwoVotes(text()).at(table, cell)),
                Read::Date => return Err(CellProblem::Date { text: text(), most }.at(table, cell)),
                Read::Nothing => return Err(CellProblem::NoVote { text: text(), most }.at(table, cell)),
            },
        };
        let meaning = match answer {
            Answer::Blank => NO_ANSWER.to_owned(),
            Answer::Vote('0') => format!("0 {DOES_NOT_KNOW}"),
            Answer::Vote(key) => format!("{key} {}", answers.word(key)),
        };
        if said != meaning.chars().take(1).collect::<String>() {
            survey.say(What::Answer, cell, meaning, is_sure);
        }
        Ok(match answer {
            Answer::Vote(key) => Some(key),
            Answer::Blank => None,
        })
    }

    fn sector(&self, cell: &Cell, survey: &mut Survey) -> Result<Option<String>, VotesError> {
        let (id, is_sure) = match self.finder.mapping.get(What::Sector, &cell.plain()) {
            None => match people::sector(&cell.text, self.finder.register) {
                Whose::Sure(id) => (id, true),
                Whose::Near(id) => (id, false),
            },
            Some(meaning) => match people::sector(&meaning.text, self.finder.register) {
                Whose::Sure(id) => (id, true),
                Whose::Near(_) => {
                    let sectors = words::commas(self.finder.register.sectors.iter().map(|sector| &sector.id));
                    let problem = CellProblem::NoSector { text: meaning.text.clone(), sectors };
                    return Err(self.finder.mapping.fault(problem, meaning));
                }
            },
        };
        let name = id.as_deref().map_or(NOT_SAID, |id| self.finder.register.name_of(id));
        if id.as_deref() != Some(&cell.plain()) {
            survey.say(What::Sector, cell, name.to_owned(), is_sure);
        }
        Ok(id)
    }

    fn level(&self, cell: &Cell, survey: &mut Survey) -> Result<Option<Level>, VotesError> {
        let (level, is_sure) = match self.finder.mapping.get(What::Level, &cell.plain()) {
            None => match people::level(&cell.text) {
                Whose::Sure(level) => (level, true),
                Whose::Near(level) => (level, false),
            },
            Some(meaning) if meaning.plain() == NOT_SAID => (None, true),
            Some(meaning) => {
                let level = level_named(&meaning.text);
                let fault = || self.finder.mapping.fault(CellProblem::NoLevel(meaning.text.clone()), meaning);
                (Some(level.ok_or_else(fault)?), true)
            }
        };
        let name = level.map_or(NOT_SAID, Level::key);
        if cell.plain() != name {
            survey.say(What::Level, cell, name.to_owned(), is_sure);
        }
        Ok(level)
    }
}
