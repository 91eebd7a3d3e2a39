//! Many partnerships together, as a paper and as CSV: counts of sessions by item, as far as they may be told.
//!
//! No partnership is named, compared or ranked; what may be told is the analysis's to say.

use super::csv::written;
use super::document::{Block, Cell, Document, Line, Table, heading, text};
use super::model::REPORT_FORMAT;
use super::text::clean_line;
use super::{Format, WriteError, html, markdown};
use crate::analysis::{Category, ItemTold, Often, Part, Period, PortfolioTold, State};
use crate::catalogue::Message;
use crate::catalogue::in_english;
use crate::framework::{Framework, Item};
use crate::words::paper::portfolio;
use crate::words::paper::tables::{MOST_OFTEN, SESSIONS_BY_ITEM};
use crate::words::{capital, commas, left_out, named, or, other_versions, sentence, tables_of_merged};
use serde::Serialize;
use serde_json::{Value, json};

/// How many features to show of what is most often so.
const SHOWN: usize = 5;

/// The columns of the CSV: a row for each count of an item. `years` is empty where it is over all years.
const COLUMNS: [&str; 7] = ["kind", "id", "text", "years", "states", "sessions", "of"];

/// Which features are meant, by their state.
type Wanted = fn(State) -> bool;

/// What a feature may most often be, in the order of its words.
const KINDS: [Wanted; 4] = [
    State::is_at_risk,
    State::is_weak,
    |state| matches!(state, State::Contested),
    |state| matches!(state, State::BlindSpot),
];

/// What was not counted, by its reason.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct LeftOut {
    pub other_framework: usize,
    pub demo: usize,
    pub nothing_said: usize,
    pub other_versions: usize,
    pub tables_of_merged: usize,
    pub unreadable: usize,
}

/// A portfolio of many sessions, as it is handed out.
#[derive(Debug)]
pub struct PortfolioReport<'told> {
    framework: &'told Framework,
    told: &'told PortfolioTold<'told>,
    left_out: LeftOut,
    large: bool,
}

impl<'told> PortfolioReport<'told> {
    pub fn of(framework: &'told Framework, told: &'told PortfolioTold<'told>, left_out: LeftOut) -> Self {
        Self { framework, told, left_out, large: false }
    }

    /// The same in letters of 16 points, or of 12.
    #[must_use]
    pub fn large_print(self, large: bool) -> Self {
        Self { large, ..self }
    }

    /// The report as a page, as CSV or for programs.
    pub fn write(&self, format: Format) -> Result<Vec<u8>, WriteError> {
        match format {
            Format::Html => Ok(html::html(&self.document()).into_bytes()),
            Format::Csv => Ok(in_english(|| self.csv())),
            Format::Json => Ok(in_english(|| self.json()).into_bytes()),
            Format::Word | Format::Excel | Format::Markdown | Format::Svg => Err(WriteError::Portfolio),
        }
    }

    pub fn text(&self) -> String {
        markdown::plain(&self.document())
    }

    pub fn json(&self) -> String {
        let told = self.told;
        let often = |wanted: Wanted| {
            let (often, not_told) = self.most_often(wanted);
            let features: Vec<Value> =
                often.iter().map(|one| json!({"id": one.item.id(), "sessions": one.sessions})).collect();
            json!({"features": features, "not_told": not_told})
        };
        let [in_trouble, weak, contested, blind] = KINDS.map(often);
        let years: Vec<Value> =
            told.years.iter().map(|year| json!({"year": year.year, "sessions": year.sessions})).collect();
        super::json::json(&json!({
            "report_format": REPORT_FORMAT,
            "sessions": told.sessions,
            "partnerships": told.partnerships,
            "years": years,
            "not_counted": self.left_out,
            "most_often_in_trouble": in_trouble,
            "most_often_weak": weak,
            "most_often_contested": contested,
            "most_often_blind": blind,
            "items": told.items.iter().map(item_for_programs).collect::<Vec<_>>(),
        }))
    }

    fn most_often(&self, wanted: Wanted) -> (Vec<Often<'told>>, usize) {
        self.told.most_often(|category| matches!(category, Category::State(state) if wanted(state)))
    }

    fn document(&self) -> Document {
        let Self { framework, told, .. } = self;
        let partnerships = u64::try_from(told.partnerships).unwrap_or(u64::MAX);
        Document {
            content: framework.language.clone(),
            title: portfolio::TITLE.into(),
            subtitle: tr!(
                "{sessions} of {partnerships}",
                sessions = tr_n!(told.sessions, "{count} session", "{count} sessions"),
                partnerships = tr_n!(partnerships, "{count} partnership", "{count} partnerships")
            ),
            head: Vec::new(),
            large: self.large,
            blocks: self.blocks(),
        }
    }

    fn blocks(&self) -> Vec<Block> {
        let told = self.told;
        let mut blocks = vec![heading(2, portfolio::WHAT_THIS_IS.text()), text(portfolio::what_this_is())];
        if !told.years.is_empty() {
            let years = told.years.iter().map(|year| format!("{}: {}", year.year, year.sessions));
            blocks.push(text(portfolio::by_year(&commas(years))));
        }
        let left_out = self.left_out.lines();
        if !left_out.is_empty() {
            blocks.push(text(tr!("Not counted: {left_out}.", left_out = left_out.join("; "))));
        }
        if told.items.is_empty() {
            blocks.push(Block::Caution(portfolio::too_few()));
            return blocks;
        }
        blocks.push(heading(2, portfolio::MOST_OFTEN_SO.text()));
        blocks.extend(self.table_of_most_often());
        blocks.push(heading(2, portfolio::ITEM_BY_ITEM.text()));
        blocks.extend(Table::new(SESSIONS_BY_ITEM, [40, 36, 24]).filled(told.items.iter().map(item)));
        blocks.push(heading(2, tr!("Source")));
        blocks.push(text(sentence(&clean_line(&self.framework.source.citation))));
        blocks
    }

    fn table_of_most_often(&self) -> Option<Block> {
        let row = |(kind, wanted): (Message, Wanted)| {
            let (often, hidden) = self.most_often(wanted);
            let mut lines: Vec<Line> = (often.iter().take(SHOWN))
                .map(|one| Line::new(name(one.item), format!("{}: {}", clean_line(one.item.text()), one.sessions)))
                .collect();
            if hidden > 0 {
                lines.push(Line::text(portfolio::not_told(hidden)));
            } else if lines.is_empty() {
                lines.push(Line::text(tr!("None.")));
            }
            vec![Cell::text(capital(kind.text())), Cell::lines(lines)]
        };
        Table::new(MOST_OFTEN, [20, 80]).filled(portfolio::MOST_OFTEN.into_iter().zip(KINDS).map(row))
    }

    fn csv(&self) -> Vec<u8> {
        let row = |told: &ItemTold<'_>, rest: [String; 4]| {
            let start = [kind(told.item).to_owned(), clean_line(told.item.id().as_str()), clean_line(told.item.text())];
            start.into_iter().chain(rest).collect()
        };
        let mut rows = Vec::new();
        for told in &self.told.items {
            let of: u32 = told.parts.iter().map(|part| part.sessions).sum();
            rows.extend(told.parts.iter().map(|part| {
                let keys: Vec<&str> = part.categories.iter().map(|category| category.key()).collect();
                row(told, [String::new(), keys.join(" "), part.sessions.to_string(), of.to_string()])
            }));
            rows.extend(told.periods.iter().map(|one| {
                row(told, [years(one), "trouble".into(), one.trouble.to_string(), one.sessions.to_string()])
            }));
        }
        written(&COLUMNS, rows.into_iter())
    }
}

fn item_for_programs(told: &ItemTold<'_>) -> Value {
    // Numbers that add up to all sessions; a part with several states does not tell them apart.
    let part = |part: &Part| {
        let states: Vec<&str> = part.categories.iter().map(|category| category.key()).collect();
        json!({"states": states, "sessions": part.sessions})
    };
    let period =
        |one: &Period| json!({"from": one.from, "to": one.to, "trouble": one.trouble, "sessions": one.sessions});
    json!({
        "id": told.item.id(),
        "parts": told.parts.iter().map(part).collect::<Vec<_>>(),
        "periods": told.periods.iter().map(period).collect::<Vec<_>>(),
    })
}

impl LeftOut {
    fn lines(self) -> Vec<String> {
        left_out(&[
            (self.other_framework, portfolio::other_framework),
            (self.demo, portfolio::samples),
            (self.nothing_said, portfolio::nothing_said),
            (self.other_versions, other_versions),
            (self.tables_of_merged, tables_of_merged),
            (self.unreadable, portfolio::unreadable),
        ])
    }
}

fn kind(item: Item<'_>) -> &'static str {
    match item {
        Item::Feature(..) => "feature",
        Item::Assumption(_) => "assumption",
        Item::Influence(_) => "influence",
        Item::Risk(_) => "risk",
    }
}

/// `Joint work (P3)`.
fn name(item: Item<'_>) -> String {
    named(&clean_line(item.label()), clean_line(item.id().as_str()))
}

fn item(told: &ItemTold<'_>) -> Vec<Cell> {
    let parts = told.parts.iter().filter(|part| part.sessions > 0);
    let mut parts: Vec<Line> = parts.map(|part| Line::text(format!("{}: {}", titles(part), part.sessions))).collect();
    if told.parts.is_empty() {
        parts.push(Line::text(tr!("Not told")));
    }
    let periods = told.periods.iter().map(|one| {
        Line::named(&years(one), tr!("{trouble} of {sessions}", trouble = one.trouble, sessions = one.sessions))
    });
    vec![
        Cell::lines(vec![Line::statement(name(told.item), clean_line(told.item.text()))]),
        Cell::lines(parts),
        Cell::lines(periods.collect()),
    ]
}

fn titles(part: &Part) -> String {
    let titles: Vec<&str> = part.categories.iter().map(|category| category.label()).collect();
    capital(&or(&titles))
}

/// `2025`, `2024-2026`.
fn years(period: &Period) -> String {
    if period.from == period.to { period.from.to_string() } else { format!("{}-{}", period.from, period.to) }
}
