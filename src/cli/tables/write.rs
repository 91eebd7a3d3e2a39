//! The rows of one session in every table.
//!
//! Votes come from what is disclosed and from nowhere else.

use super::super::error::Failure;
use super::cell::Row;
use super::refused;
use crate::analysis::{
    By, DisclosedRound, HeatMap, Median, Says, ShownStances, VisibleCounts, Voice, Word, disclosed, disclosed_stances,
};
use crate::framework::{Confidence, Feature, Framework, Id, Level, Stage};
use crate::report::{headcounts, tidy_rows};
use crate::session::{Decision, Presence, Range, Session, Stance};
use crate::store::{NewFile, NewFolder};
use crate::words::paper::columns::{Shape, TABLES};
use csv::{IntoInnerError, Writer, WriterBuilder};
use std::io::{self, BufWriter, Write};

/// What is written of a table at once, in bytes.
const BUFFER: usize = 64 * 1024;

/// What one session has in most tables, in bytes.
const ROWS: usize = 1024;

/// The tables while they are written, each with its number of rows.
pub(super) struct Tables {
    files: Vec<(BufWriter<Box<dyn NewFile>>, u64)>,
}

impl Tables {
    pub(super) fn create(folder: &NewFolder<'_>) -> Result<Self, Failure> {
        let create = |table: &Shape| {
            let file = folder.create(&format!("{}.csv", table.name)).map_err(refused)?;
            Ok((BufWriter::with_capacity(BUFFER, file), 0))
        };
        let mut tables = Self { files: TABLES.iter().map(create).collect::<Result<_, Failure>>()? };
        let mut headings = Rows::default();
        let heading = |(rows, shape): (&mut Writer<Vec<u8>>, &Shape)| {
            rows.write_record(shape.columns.iter().map(|column| column.name))
        };
        let written = headings.tables.iter_mut().map(|(rows, _)| rows).zip(&TABLES).try_for_each(heading);
        let written = written.map_err(io::Error::from).and_then(|()| tables.add(headings));
        written.map_err(|error| refused(folder.failed(error)))?;
        Ok(tables)
    }

    pub(super) fn add(&mut self, rows: Rows) -> io::Result<()> {
        for ((file, all), (rows, count)) in self.files.iter_mut().zip(rows.tables) {
            file.write_all(&rows.into_inner().map_err(IntoInnerError::into_error)?)?;
            *all += count;
        }
        Ok(())
    }

    /// Brings everything to the disk and gives the number of rows of each table.
    pub(super) fn finish(self, folder: &NewFolder<'_>) -> Result<Vec<u64>, Failure> {
        let finish = |(file, rows): (BufWriter<Box<dyn NewFile>>, u64)| {
            let mut file = file.into_inner().map_err(|error| refused(folder.failed(error.into_error())))?;
            folder.finish(&mut *file).map_err(refused)?;
            Ok(rows)
        };
        self.files.into_iter().map(finish).collect()
    }
}

/// The rows of one session in every table, as they stand in the files, and how many.
pub(super) struct Rows {
    tables: [(Writer<Vec<u8>>, u64); TABLES.len()],
    /// The row that is being filled, which begins with the session's id.
    row: Row,
}

impl Default for Rows {
    fn default() -> Self {
        let table = |_| (WriterBuilder::new().buffer_capacity(ROWS).from_writer(Vec::new()), 0);
        Self { tables: std::array::from_fn(table), row: Row::default() }
    }
}

impl Rows {
    pub(super) fn of(framework: &Framework, session: &Session) -> io::Result<Self> {
        let mut rows = Self::default();
        rows.row.text(&session.id);
        let map = HeatMap::of(framework, session);
        rows.add_session(session, &map)?;
        rows.add_people(session)?;
        for (stage, row) in framework.stages.iter().zip(&map.rows) {
            for (feature, reading) in stage.features.iter().zip(&row.readings) {
                rows.add_ratings(session, stage, feature, reading.state.key())?;
                rows.add_votes(session, feature)?;
            }
        }
        rows.add_items(framework, session)?;
        Ok(rows)
    }

    /// Writes the row; one that has other columns than its table is refused. The next begins with the id again.
    fn put(&mut self, table: &str) -> io::Result<()> {
        let shape = self.tables.iter_mut().zip(&TABLES).find(|(_, shape)| shape.name == table);
        let Some(((rows, count), shape)) = shape else { return Ok(()) };
        *count += 1;
        self.row.write(rows, shape.columns.len())
    }

    fn add_session(&mut self, session: &Session, map: &HeatMap) -> io::Result<()> {
        let row = &mut self.row;
        row.number(Some(session.rev)).text(&session.framework.id).number(Some(session.framework.version));
        row.text(&session.about.partnership).day(session.about.date).moment(session.created);
        row.word(Some(session.status.key())).truth(session.demo).number(Some(session.register.people()));
        let progress = map.progress();
        row.number(Some(progress.of)).number(Some(progress.done)).day(session.review);
        row.number(Some(session.tables.iter().filter(|table| table.holds.is_empty()).count()));
        row.text(session.table().unwrap_or_default());
        self.put("sessions")
    }

    fn add_people(&mut self, session: &Session) -> io::Result<()> {
        let register = &session.register;
        let (sectors, levels) = headcounts(register);
        let sectors =
            sectors.into_iter().map(|one| ((one.groups.join("+"), String::new(), Presence::Present), one.people));
        let levels = levels.into_iter().filter(|one| one.groups != [""]);
        let levels = levels.map(|one| ((String::new(), one.groups.join("+"), Presence::Present), one.people));
        let away = [Presence::Apologies, Presence::Absent].map(|presence| {
            let away = register.missing().filter(|group| group.presence == presence);
            ((String::new(), String::new(), presence), away.map(|group| u32::from(group.people)).sum())
        });
        for ((sector, level, presence), people) in sectors.chain(levels).chain(away).filter(|(_, people)| *people > 0) {
            let row = &mut self.row;
            row.text(&sector).text(&level).word(Some(presence.key())).number(Some(people));
            self.put("people")?;
        }
        Ok(())
    }

    fn add_ratings(&mut self, session: &Session, stage: &Stage, feature: &Feature, state: &str) -> io::Result<()> {
        let answer = session.answer(&feature.id);
        for level in feature.rated_at() {
            let decision = answer.decided.at(level);
            let range = match decision {
                Decision::NotAgreed { range, .. } => Some(*range),
                _ => None,
            };
            let row = &mut self.row;
            row.text(feature.id.as_str()).word(level.map(Level::key)).text(stage.id.as_str());
            row.word(Some(decision.key())).number(decision.rating());
            row.number(range.map(Range::low)).number(range.map(Range::high));
            row.word(Some(state)).word(answer.confidence.map(Confidence::key)).truth(answer.parked);
            row.number(Some(session.dots_on(&feature.id))).number(Some(answer.dissent.len()));
            self.put("ratings")?;
        }
        Ok(())
    }

    fn add_votes(&mut self, session: &Session, feature: &Feature) -> io::Result<()> {
        if session.answer(&feature.id).rounds.is_empty() {
            return Ok(());
        }
        for level in feature.rated_at() {
            for (place, round) in disclosed(session, feature, level).rounds.iter().enumerate() {
                self.add_round(feature, level, place + 1, round)?;
            }
        }
        Ok(())
    }

    fn add_round(
        &mut self,
        feature: &Feature,
        level: Option<Level>,
        number: usize,
        round: &DisclosedRound,
    ) -> io::Result<()> {
        for Told { voice, ballots, shown, compared } in told(round) {
            let row = &mut self.row;
            row.text(feature.id.as_str()).word(level.map(Level::key)).number(Some(number));
            row.word(Some(parted_by(voice))).text(voice.map_or("", Voice::key)).number(ballots);
            let counts = shown.map_or([None; 5], |shown| shown.counts.0.map(Some));
            for count in counts {
                row.number(count);
            }
            row.number(shown.map(|shown| shown.dont_know));
            row.number(shown.as_ref().and_then(VisibleCounts::median).map(|median: Median| median.to_string()));
            row.word(shown.as_ref().and_then(VisibleCounts::word).map(Word::key)).word(compared);
            self.put("votes")?;
        }
        Ok(())
    }

    fn add_stances(&mut self, assumption: &Id, number: usize, round: &DisclosedRound<ShownStances>) -> io::Result<()> {
        for Told { voice, ballots, shown, compared } in told(round) {
            let row = &mut self.row;
            row.text(assumption.as_str()).number(Some(number)).word(Some(parted_by(voice)));
            row.text(voice.map_or("", Voice::key)).number(ballots);
            for stance in Stance::ALL {
                row.number(shown.map(|shown| shown.counts.get(stance)));
            }
            row.number(shown.map(|shown| shown.dont_know)).word(compared);
            self.put("stances")?;
        }
        Ok(())
    }

    fn add_items(&mut self, framework: &Framework, session: &Session) -> io::Result<()> {
        for (table, rows) in tidy_rows(framework, session) {
            for values in rows {
                let row = &mut self.row;
                for value in values {
                    row.value(value);
                }
                self.put(table)?;
            }
        }
        for assumption in &framework.assumptions {
            for (place, round) in disclosed_stances(session, &assumption.id).rounds.iter().enumerate() {
                self.add_stances(&assumption.id, place + 1, round)?;
            }
        }
        Ok(())
    }
}

/// What may be told of the room, or of one group, in a round.
struct Told<'round, S> {
    /// `None` is the room.
    voice: Option<&'round Voice>,
    ballots: Option<u32>,
    shown: Option<S>,
    compared: Option<&'static str>,
}

/// The room, then each group.
fn told<S: Copy>(round: &DisclosedRound<S>) -> impl Iterator<Item = Told<'_, S>> {
    let room = Told { voice: None, ballots: Some(round.ballots), shown: round.room, compared: None };
    let groups = round.groups.iter().map(|group| {
        let (shown, compared) = match &group.says {
            Says::Counts(shown) => (Some(*shown), None),
            Says::Compared(compared) => (None, Some(compared.key())),
            Says::Nothing => (None, None),
        };
        Told { voice: Some(&group.voice), ballots: group.told_ballots(), shown, compared }
    });
    std::iter::once(room).chain(groups)
}

fn parted_by(voice: Option<&Voice>) -> &'static str {
    match voice.map(Voice::by) {
        None => "room",
        Some(By::Sector) => "sector",
        Some(By::Level) => "level",
    }
}
