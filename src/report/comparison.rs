//! What changed between two sessions, as a paper for those who were at the first workshop or at the second.
//!
//! What changed is the analysis's to say; the two rooms stand beside it, because other people alone move ratings.

mod json;

use super::document::{Block, Cell, Document, Line, Table, Tone, heading, text};
use super::model::coverage;
use super::text::{clean, clean_line};
use super::{Format, WriteError, docx, html, markdown};
use crate::analysis::{Comparison, FeatureChange, ItemChange, ThenNow, TurnKind};
use crate::catalogue::in_english;
use crate::framework::Framework;
use crate::session::{ActionStatus, Session};
use crate::words::paper::tables::{
    ACTIONS_SINCE, AS_BEFORE, CHANGED_CONDITIONS, CHANGES, CONDITIONS_THEN_NOW, EARLIER_ACTIONS,
};
use crate::words::{self, capital, commas, link, named, paper, sentence, stood_then, then_to_now};

/// The kinds that are listed feature by feature.
const LISTED: [TurnKind; 6] =
    [TurnKind::Up, TurnKind::Down, TurnKind::NewlyAgreed, TurnKind::StillSplit, TurnKind::NewlySplit, TurnKind::Other];

/// What share of the width the columns of those take.
const SHARES: [u8; 3] = [34, 30, 36];

/// A comparison of two sessions, as it is handed out.
#[derive(Debug)]
pub struct ComparisonReport<'all> {
    framework: &'all Framework,
    comparison: &'all Comparison<'all>,
    large: bool,
}

impl<'all> ComparisonReport<'all> {
    /// The report of a comparison that was made with this framework.
    pub fn of(framework: &'all Framework, comparison: &'all Comparison<'all>) -> Self {
        Self { framework, comparison, large: false }
    }

    /// The same in letters of 16 points, or of 12.
    #[must_use]
    pub fn large_print(self, large: bool) -> Self {
        Self { large, ..self }
    }

    /// The report in a format for reading or for programs.
    pub fn write(&self, format: Format) -> Result<Vec<u8>, WriteError> {
        match format {
            Format::Html => Ok(html::html(&self.document()).into_bytes()),
            Format::Word => Ok(docx::docx(&self.document())?),
            Format::Markdown => Ok(markdown::markdown(&self.document()).into_bytes()),
            Format::Json => Ok(self.json().into_bytes()),
            Format::Excel | Format::Csv | Format::Svg => Err(WriteError::Comparison),
        }
    }

    pub fn text(&self) -> String {
        markdown::plain(&self.document())
    }

    pub fn json(&self) -> String {
        in_english(|| super::json::json(&json::value(self.comparison)))
    }

    fn document(&self) -> Document {
        let ThenNow { then, now } = self.comparison.sessions;
        let (earlier, later) = (clean_line(then.title()), clean_line(now.title()));
        let whose = if earlier == later { later } else { tr!("{earlier}, then {later}", earlier, later) };
        Document {
            content: self.framework.language.clone(),
            title: tr!("{whose}: what changed", whose),
            subtitle: tr!("From {then} to {now}", then = paper::day(then.about.date), now = paper::day(now.about.date)),
            head: Vec::new(),
            large: self.large,
            blocks: blocks(self.framework, self.comparison),
        }
    }
}

fn blocks(framework: &Framework, comparison: &Comparison<'_>) -> Vec<Block> {
    let mut blocks = vec![heading(2, tr!("In short"))];
    let counts = TurnKind::ALL.map(|kind| format!("{} {}", kind.label().to_lowercase(), comparison.count(kind)));
    blocks.push(text(tr!(
        "Of {features} features: {counts}.",
        features = comparison.features.len(),
        counts = counts.join(", ")
    )));
    blocks.push(text(paper::WHAT_MOVING_SAYS));
    blocks.extend(comparison.versions().map(|ThenNow { then, now }| text(paper::versions(then, now))));
    blocks.extend(comparison.cautions().into_iter().map(|caution| Block::Caution(sentence(words::caution(caution)))));
    blocks.push(heading(2, paper::WHO_WAS_THERE.text()));
    blocks.extend(rooms(comparison));
    blocks.push(heading(2, tr!("Features")));
    for kind in LISTED {
        let rows = comparison.furthest_first(kind).into_iter().map(feature);
        if let Some(table) = Table::new((kind.label(), CHANGES), SHARES).filled(rows) {
            blocks.push(heading(3, kind.label()));
            blocks.push(table);
        }
    }
    let (same, besides): (Vec<_>, Vec<_>) =
        comparison.of_kind(TurnKind::Same).partition(|one| words::beside_turn(one).is_empty() && one.levels.is_empty());
    if !(same.is_empty() && besides.is_empty()) {
        blocks.push(heading(3, tr!("As before")));
        let same = same.iter().map(|one| named(&clean_line(&one.feature.label), &one.feature.id));
        blocks.extend(Some(sentence(&commas(same))).filter(|same| !same.is_empty()).map(Block::Text));
        blocks.extend(Table::new((AS_BEFORE.text(), CHANGES), SHARES).filled(besides.into_iter().map(feature)));
    }
    blocks.extend(conditions(comparison));
    blocks.extend(actions(comparison));
    let unmatched = comparison.unmatched.iter();
    let unmatched: Vec<Line> = unmatched
        .map(|one| Line::text(format!("{}: {}", clean_line(one.id.as_str()), paper::when(one.said.then, one.said.now))))
        .collect();
    if !unmatched.is_empty() {
        blocks.push(heading(2, paper::NOT_IN_USE.text()));
        blocks.push(Block::List(unmatched));
    }
    blocks.push(heading(2, tr!("Source")));
    blocks.push(text(sentence(&clean_line(&framework.source.citation))));
    blocks
}

/// Both rooms by sector and by level, with small groups counted together.
fn rooms(comparison: &Comparison<'_>) -> Vec<Block> {
    let line = |when: &str, session: &Session| {
        let people = match session.register.people() {
            0 => paper::PEOPLE_NOT_SAID.into(),
            people => tr_n!(people, "{count} person", "{count} people"),
        };
        let (sectors, levels) = coverage(&session.register);
        let groups: Vec<String> =
            sectors.iter().chain(&levels).map(|one| format!("{}: {}", one.name(), one.people)).collect();
        let groups = if groups.is_empty() { String::new() } else { format!(" ({})", groups.join("; ")) };
        Line::named(when, format!("{people}{groups}"))
    };
    let ThenNow { then, now } = comparison.sessions;
    vec![Block::List(vec![line(tr!("Then"), then), line(tr!("Now"), now)])]
}

fn feature(one: &FeatureChange<'_>) -> Vec<Cell> {
    let levels = one.levels.iter().map(|level| {
        let ThenNow { then, now } = level.decisions;
        Line::named(&capital(level.level.label()), then_to_now(&then.describe(), &now.describe()))
    });
    let asides = words::beside_turn(one).into_iter().map(|aside| Line::text(capital(&aside)));
    let tone = match (one.turn.kind(), one.readings.now.rating) {
        (TurnKind::StillSplit | TurnKind::NewlySplit, _) => Tone::Contested,
        (TurnKind::Up | TurnKind::Down | TurnKind::NewlyAgreed, Some(rating)) => Tone::Rating(rating.number()),
        _ => Tone::Plain,
    };
    vec![
        Cell::lines(vec![Line::statement(
            named(&clean_line(&one.feature.label), &one.feature.id),
            clean_line(&one.feature.text),
        )]),
        Cell::lines(vec![Line::new(capital(&words::turned(one)), "")]).toned(tone),
        Cell::lines(levels.chain(asides).collect()),
    ]
}

/// Assumptions, influencing factors, risks and links that stand otherwise.
fn conditions(comparison: &Comparison<'_>) -> Vec<Block> {
    let row = |name: &str, text: &str, then: &str, now: &str| {
        vec![
            Cell::lines(vec![Line::statement(name, clean_line(text))]),
            Cell::text(capital(then)),
            Cell::text(capital(now)),
        ]
    };
    let mut rows = Vec::new();
    for ItemChange { item, stands } in &comparison.conditions {
        let name = named(&clean_line(item.label()), item.id());
        rows.push(row(&name, item.text(), &stood_then(stands.then), &stood_then(stands.now)));
    }
    for one in &comparison.links {
        let name = format!("{} ({})", link(one.from, one.to), commas(one.reasons.iter().map(words::link_reason)));
        let ThenNow { then, now } = one.states;
        let (then, now) = (paper::link_state(then, one.leaps.then), paper::link_state(now, one.leaps.now));
        rows.push(row("", &name, &then, &now));
    }
    let table = Table::new(CONDITIONS_THEN_NOW, [50, 25, 25]).filled(rows);
    vec![heading(2, CHANGED_CONDITIONS.text()), table.unwrap_or_else(|| text(paper::NONE_CHANGED))]
}

fn actions(comparison: &Comparison<'_>) -> Vec<Block> {
    if comparison.actions.is_empty() {
        return Vec::new();
    }
    let counts = ActionStatus::ALL.map(|status| format!("{} {}", comparison.count_actions(status), status.label()));
    let rows = comparison.actions.iter().map(|one| {
        let owner = if one.action.owner.is_empty() { tr!("not said") } else { &one.action.owner };
        vec![
            Cell::text(clean(&one.action.what)),
            Cell::text(clean_line(owner)),
            Cell::lines(vec![Line::new(capital(one.status().label()), "")]),
        ]
    });
    let table = Table::new(ACTIONS_SINCE, [55, 25, 20]).filled(rows);
    [heading(2, EARLIER_ACTIONS.text()), text(sentence(&counts.join(", ")))].into_iter().chain(table).collect()
}
