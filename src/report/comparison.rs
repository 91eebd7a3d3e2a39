//! What changed between two sessions, as a paper for those who were at the first workshop or at the second.
//!
//! What changed is the analysis's to say; the two rooms stand beside it, because other people alone move ratings.

mod json;

use super::document::{Block, Cell, Document, Line, Table, Tone};
use super::model::coverage;
use super::text::{clean, clean_line};
use super::{Format, WriteError, docx, html, markdown};
use crate::analysis::{Comparison, FeatureChange, ThenNow, TurnKind};
use crate::framework::Framework;
use crate::session::{ActionStatus, Session};
use crate::words::{self, capital, commas, count, risk_then, sentence};

/// The kinds that are listed feature by feature.
const LISTED: [TurnKind; 6] =
    [TurnKind::Up, TurnKind::Down, TurnKind::NewlyAgreed, TurnKind::StillSplit, TurnKind::NewlySplit, TurnKind::Other];

const COLUMNS: [(&str, u8); 3] = [("Feature", 34), ("Then and now", 30), ("Besides", 36)];

/// A comparison of two sessions, as it is handed out.
#[derive(Debug)]
pub struct ComparisonReport<'all> {
    framework: &'all Framework,
    comparison: &'all Comparison<'all>,
}

impl<'all> ComparisonReport<'all> {
    /// The report of a comparison that was made with this framework.
    pub fn of(framework: &'all Framework, comparison: &'all Comparison<'all>) -> Self {
        Self { framework, comparison }
    }

    /// The report in a format for reading or for programs.
    ///
    /// # Errors
    /// It is not written in this format.
    pub fn write(&self, format: Format) -> Result<Vec<u8>, WriteError> {
        match format {
            Format::Html => Ok(html::html(&self.document()).into_bytes()),
            Format::Word => Ok(docx::docx(&self.document())?),
            Format::Markdown => Ok(markdown::markdown(&self.document()).into_bytes()),
            Format::Json => Ok(self.json().into_bytes()),
            Format::Excel | Format::Csv => {
                Err(WriteError::Unsupported { what: "What changed is", formats: "html, docx, md or json" })
            }
        }
    }

    /// The report as plain text.
    pub fn text(&self) -> String {
        markdown::plain(&self.document())
    }

    /// The report as JSON.
    pub fn json(&self) -> String {
        super::json::json(&json::value(self.comparison))
    }

    fn document(&self) -> Document {
        let ThenNow { then, now } = self.comparison.sessions;
        let (earlier, later) = (clean_line(then.title()), clean_line(now.title()));
        let whose = if earlier == later { later } else { format!("{earlier}, then {later}") };
        Document {
            language: self.framework.language.clone(),
            title: format!("{whose}: what changed"),
            subtitle: format!("From {} to {}", date(then), date(now)),
            blocks: blocks(self.framework, self.comparison),
        }
    }
}

fn date(session: &Session) -> String {
    session.about.date.map_or_else(|| "a day that was not said".to_owned(), words::date)
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading(level, text.to_owned())
}

fn blocks(framework: &Framework, comparison: &Comparison<'_>) -> Vec<Block> {
    let mut blocks = vec![heading(2, "In short")];
    let counts = TurnKind::ALL.map(|kind| format!("{} {}", kind.label().to_lowercase(), comparison.count(kind)));
    blocks.push(Block::Text(format!("Of {} features: {}.", comparison.features.len(), counts.join(", "))));
    blocks.push(Block::Text(
        "A rating that moved says that the room agreed on another one, not that anything caused it. There is no score \
         here: a partnership is not better by the number of its steps."
            .into(),
    ));
    if let Some(ThenNow { then, now }) = comparison.versions() {
        blocks.push(Block::Text(format!(
            "The framework was version {then} then and is {now} now; items are matched by their ids."
        )));
    }
    for caution in comparison.cautions() {
        blocks.push(Block::Caution(sentence(caution)));
    }
    blocks.push(heading(2, "Who was in the room"));
    blocks.extend(rooms(comparison));
    blocks.push(heading(2, "Features"));
    for kind in LISTED {
        let rows = comparison.furthest_first(kind).into_iter().map(feature);
        if let Some(table) = Table::new(kind.label(), &COLUMNS).filled(rows) {
            blocks.push(heading(3, kind.label()));
            blocks.push(table);
        }
    }
    let (same, besides): (Vec<_>, Vec<_>) =
        comparison.of_kind(TurnKind::Same).partition(|one| one.asides().is_empty() && one.levels.is_empty());
    if !(same.is_empty() && besides.is_empty()) {
        blocks.push(heading(3, "As before"));
        let same = same.iter().map(|one| format!("{} {}", one.feature.id, clean_line(&one.feature.label)));
        blocks.extend(Some(sentence(&commas(same))).filter(|same| !same.is_empty()).map(Block::Text));
        blocks
            .extend(Table::new("As before, but for something else", &COLUMNS).filled(besides.into_iter().map(feature)));
    }
    blocks.extend(conditions(comparison));
    blocks.extend(actions(comparison));
    let unmatched = comparison.unmatched.iter().map(|one| {
        let when = match (one.said.then, one.said.now) {
            (true, true) => "then and now",
            (true, false) => "then only",
            (false, _) => "now only",
        };
        Line::text(format!("{}: {when}", clean_line(one.id.as_str())))
    });
    let unmatched: Vec<Line> = unmatched.collect();
    if !unmatched.is_empty() {
        blocks.push(heading(2, "Not in the framework in use"));
        blocks.push(Block::List(unmatched));
    }
    blocks.push(heading(2, "Source"));
    blocks.push(Block::Text(sentence(&clean_line(&framework.source.citation))));
    blocks
}

/// Both rooms by sector and by level, with small groups counted together.
fn rooms(comparison: &Comparison<'_>) -> Vec<Block> {
    let line = |when: &str, session: &Session| {
        let people = match session.register.people() {
            0 => "the number of people was not said".to_owned(),
            people => count(people, "person", "people"),
        };
        let (sectors, levels) = coverage(&session.register);
        let groups: Vec<String> =
            sectors.iter().chain(&levels).map(|one| format!("{}: {}", one.name(), one.people)).collect();
        let groups = if groups.is_empty() { String::new() } else { format!(" ({})", groups.join("; ")) };
        Line::named(when, format!("{people}{groups}"))
    };
    let ThenNow { then, now } = comparison.sessions;
    vec![Block::List(vec![line("Then", then), line("Now", now)])]
}

fn feature(one: &FeatureChange<'_>) -> Vec<Cell> {
    let levels = one.levels.iter().map(|level| {
        let ThenNow { then, now } = level.decisions;
        Line::named(&capital(level.level.word()), format!("{} to {}", then.describe(), now.describe()))
    });
    let asides = one.asides().into_iter().map(|aside| Line::text(capital(&aside)));
    let tone = match (one.turn.kind(), one.readings.now.rating) {
        (TurnKind::StillSplit | TurnKind::NewlySplit, _) => Tone::Contested,
        (TurnKind::Up | TurnKind::Down | TurnKind::NewlyAgreed, Some(rating)) => Tone::Rating(rating.number()),
        _ => Tone::Plain,
    };
    vec![
        Cell::lines(vec![Line::new(one.feature.id.to_string(), clean_line(&one.feature.text))]),
        Cell::lines(vec![Line::new(capital(&one.describe()), "")]).toned(tone),
        Cell::lines(levels.chain(asides).collect()),
    ]
}

/// Assumptions, influencing factors, risks and links that stand otherwise.
fn conditions(comparison: &Comparison<'_>) -> Vec<Block> {
    let row = |id: &str, text: &str, then: &str, now: &str| {
        vec![
            Cell::lines(vec![Line::new(id.to_owned(), clean_line(text))]),
            Cell::text(capital(then)),
            Cell::text(capital(now)),
        ]
    };
    let mut rows = Vec::new();
    for one in &comparison.assumptions {
        let ThenNow { then, now } = one.verdicts;
        rows.push(row(one.assumption.id.as_str(), &one.assumption.text, then.label(), now.label()));
    }
    for one in &comparison.influences {
        let ThenNow { then, now } = one.bearings;
        rows.push(row(one.influence.id.as_str(), &one.influence.text, then.label(), now.label()));
    }
    for one in &comparison.risks {
        let ThenNow { then, now } = one.stands;
        rows.push(row(one.risk.id.as_str(), &one.risk.text, &risk_then(then), &risk_then(now)));
    }
    for one in &comparison.links {
        let words = |state: crate::analysis::LinkState, leap: bool| {
            if leap { format!("{}, and a leap", state.label()) } else { state.label().to_owned() }
        };
        let name = format!("{} ({})", crate::words::link(one.from, one.to), one.reasons);
        let (then, now) = (words(one.states.then, one.leaps.then), words(one.states.now, one.leaps.now));
        rows.push(row("", &name, &then, &now));
    }
    let columns = [("What", 50), ("Then", 25), ("Now", 25)];
    let table = Table::new("Assumptions, influencing factors, risks and links", &columns).filled(rows);
    let table = table.unwrap_or_else(|| Block::Text("None of them stands otherwise.".into()));
    vec![heading(2, "Assumptions, influencing factors, risks and links"), table]
}

fn actions(comparison: &Comparison<'_>) -> Vec<Block> {
    if comparison.actions.is_empty() {
        return Vec::new();
    }
    let counts = ActionStatus::ALL.map(|status| format!("{} {}", comparison.count_actions(status), status.label()));
    let rows = comparison.actions.iter().map(|one| {
        let owner = if one.action.owner.is_empty() { "not said" } else { &one.action.owner };
        vec![
            Cell::text(clean(&one.action.what)),
            Cell::text(clean_line(owner)),
            Cell::lines(vec![Line::new(capital(one.status().label()), "")]),
        ]
    });
    let columns = [("Action", 55), ("Owner", 25), ("How far it is", 20)];
    let table = Table::new("Actions of the earlier workshop", &columns).filled(rows);
    let intro = Block::Text(sentence(&counts.join(", ")));
    [heading(2, "Actions of the earlier workshop"), intro].into_iter().chain(table).collect()
}
