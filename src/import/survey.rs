//! The ballots of all files that came in together, and what was understood of them.

use super::answer::{Answer, Answers, Read};
use super::error::{CellProblem, VotesError};
use super::headings::{Column, Finder, Headed, Heading, level_named, step_key};
use super::mapping::What;
use super::people::{self, Whose};
use super::source::Source;
use super::table::{Cell, Table, letters};
use crate::framework::{Id, Level, Step};
use crate::session::Voters;
use crate::words::{
    self, DOES_NOT_KNOW, NO_ANSWER, NOT_SAID, blank_ballots, column_of_headings, line_of_headings, other_sheets,
    rows_of_totals, same_as,
};
use std::collections::BTreeMap;

/// What one person voted. It is in memory only until it is counted.
#[derive(Debug)]
pub(super) struct Ballot {
    pub(super) voters: Voters,
    /// The steps by their names, and the keys of the votes.
    pub(super) votes: BTreeMap<String, (Step, char)>,
}

/// What a text was taken for.
#[derive(Debug)]
pub(super) struct Said {
    pub(super) text: String,
    pub(super) meaning: String,
    pub(super) is_sure: bool,
    pub(super) times: usize,
}

/// What came in.
#[derive(Debug, Default)]
pub(super) struct Survey {
    pub(super) ballots: Vec<Ballot>,
    /// What people wrote, by what it is on.
    pub(super) comments: Vec<(Option<Id>, String)>,
    /// A line for each file: where its headings are, and how many ballots it holds.
    pub(super) files: Vec<String>,
    pub(super) said: BTreeMap<(What, String), Said>,
    /// Headings of which nothing is kept.
    pub(super) never_kept: Vec<String>,
    /// What else a person is to know, and whether to confirm it.
    pub(super) notes: Vec<(String, bool)>,
}

/// What reading needs to know.
pub(super) struct Reader<'all> {
    pub(super) finder: Finder<'all>,
}

impl Survey {
    /// Whether a person is to confirm anything.
    pub(super) fn is_sure(&self) -> bool {
        self.said.values().all(|said| said.is_sure) && self.notes.iter().all(|(_, is_doubt)| !is_doubt)
    }

    fn say(&mut self, what: What, cell: &Cell, meaning: String, is_sure: bool) {
        let said = self.said.entry((what, cell.plain())).or_insert_with(|| {
            let text = cell.text.clone();
            Said { text, meaning, is_sure, times: 0 }
        });
        said.times += 1;
        said.is_sure &= is_sure;
    }

    /// The ballots of each item, by its step, in the order of their names.
    pub(super) fn steps(&self) -> Vec<Step> {
        let votes = self.ballots.iter().flat_map(|ballot| &ballot.votes);
        let steps: BTreeMap<&String, &Step> = votes.map(|(name, (step, _))| (name, step)).collect();
        steps.into_values().cloned().collect()
    }
}

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
        Ok(survey)
    }

    fn read_one(&self, source: &Source, survey: &mut Survey) -> Result<(), VotesError> {
        let headed = self.headed(source, survey)?;
        for Heading { cell, column, is_sure } in &headed.headings {
            match column {
                Column::Empty => {}
                Column::NeverKept if *is_sure => survey.never_kept.push(cell.text.clone()),
                column => survey.say(What::Heading, cell, column.meaning(self.finder.framework), *is_sure),
            }
        }
        let before = survey.ballots.len();
        let (mut blank, mut totals) = (0, 0);
        survey.notes.extend(headed.doubt(self.finder.framework)?.map(|doubt| (doubt, true)));
        for row in headed.table.rows.iter().skip(headed.first).filter(|row| !row.iter().all(Cell::is_empty)) {
            if headed.is_total(row, totals > 0) {
                totals += 1;
                continue;
            }
            let ballot = self.ballot(row, &headed, survey)?;
            if ballot.votes.is_empty() {
                blank += 1;
            } else {
                survey.ballots.push(ballot);
            }
        }
        if blank > 0 {
            survey.notes.push((blank_ballots(blank), false));
        }
        if totals > 0 {
            survey.notes.push((rows_of_totals(totals), false));
        }
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
    fn headed(&self, source: &Source, survey: &mut Survey) -> Result<Headed, VotesError> {
        let (mut readings, guess) = source.tables()?;
        survey.files.extend(guess);
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
                let (score, row) = self.finder.best_row(reading.as_ref().ok()?)?;
                Some((score, std::cmp::Reverse(place), row))
            })
            .max();
        let Some((_, std::cmp::Reverse(place), row)) = best else {
            let first = readings.swap_remove(0)?;
            return Err(self.no_headings(first));
        };
        let of_items = |table: &Table| self.finder.best_row(table).and(table.sheet.clone());
        let own = readings[place].as_ref().ok().and_then(|table| table.sheet.clone());
        let upright = |reading: &&Result<Table, VotesError>| reading.as_ref().is_ok_and(|table| !table.is_turned);
        let others = readings.iter().filter(upright);
        let others = others.filter_map(|reading| of_items(reading.as_ref().ok()?));
        let others: Vec<String> = others.filter(|sheet| Some(sheet) != own.as_ref()).collect();
        survey.notes.extend((!others.is_empty()).then(|| (other_sheets(&words::commas(others)), true)));
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
        let no_vote = || CellProblem::NoVote { text: cell.text.clone(), most: answers.most() };
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
                Read::Contradicts => return Err(CellProblem::TwoVotes(cell.text.clone()).at(table, cell)),
                Read::Nothing => return Err(no_vote().at(table, cell)),
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
