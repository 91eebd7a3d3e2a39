//! Many partnerships together, as a paper and as CSV: counts of sessions by item, as far as they may be told.
//!
//! No partnership is named, compared or ranked; what may be told is the analysis's to say.

use super::csv::written;
use super::paper::{Block, Cell, Line, Paper, Table};
use super::text::clean_line;
use super::{Format, html};
use crate::analysis::{Category, ItemTold, LEAST_PARTNERSHIPS, Part, Period, PortfolioTold, State};
use crate::framework::{Framework, Item};
use crate::words::{capital, count, sentence};

/// How many features to show of what is most often so.
const MOST_OFTEN: usize = 5;

/// The columns of the CSV: a row for each count of an item. `years` is empty where it is over all years.
const COLUMNS: [&str; 7] = ["kind", "id", "text", "years", "states", "sessions", "of"];

/// Which features are meant, by their state.
type Wanted = fn(State) -> bool;

/// A portfolio as a paper or as CSV.
#[derive(Debug)]
pub struct Many<'told> {
    framework: &'told Framework,
    told: &'told PortfolioTold<'told>,
}

impl<'told> Many<'told> {
    /// The paper of what may be told.
    #[must_use]
    pub fn of(framework: &'told Framework, told: &'told PortfolioTold<'told>) -> Self {
        Self { framework, told }
    }

    /// As a page or as CSV; `None` for other formats.
    #[must_use]
    pub fn write(&self, format: Format) -> Option<Vec<u8>> {
        match format {
            Format::Html => Some(html::html(&self.paper()).into_bytes()),
            Format::Csv => Some(self.csv()),
            Format::Word | Format::Excel | Format::Markdown | Format::Json => None,
        }
    }

    fn paper(&self) -> Paper {
        let Self { framework, told } = self;
        let partnerships = u64::try_from(told.partnerships).unwrap_or(u64::MAX);
        Paper {
            language: framework.language.clone(),
            title: "Many partnerships together".into(),
            subtitle: format!(
                "{} of {}",
                count(told.sessions, "session", "sessions"),
                count(partnerships, "partnership", "partnerships")
            ),
            blocks: self.blocks(),
        }
    }

    fn blocks(&self) -> Vec<Block> {
        let told = self.told;
        let heading = |text: &str| Block::Heading(2, text.to_owned());
        let mut blocks = vec![heading("What this is")];
        blocks.push(Block::Text(format!(
            "Counts of sessions by item. No partnership is named, none is compared with another, and this is no ranking. \
             Where fewer than {LEAST_PARTNERSHIPS} partnerships would be told, several answers stand together, and nothing \
             that is left out follows by subtraction."
        )));
        let years: Vec<String> = told.years.iter().map(|year| format!("{}: {}", year.year, year.sessions)).collect();
        if !years.is_empty() {
            blocks.push(Block::Text(sentence(&format!("sessions by year: {}", years.join(", ")))));
        }
        if told.items.is_empty() {
            blocks.push(Block::Caution(format!(
                "Fewer than {LEAST_PARTNERSHIPS} partnerships: nothing is told of what they said."
            )));
            return blocks;
        }
        blocks.push(heading("What is most often so"));
        blocks.extend(self.most_often());
        blocks.push(heading("Item by item"));
        let columns = [("Item", 40), ("Sessions", 36), ("In trouble, by time", 24)];
        blocks.extend(Table::new("Sessions by item", &columns).filled(told.items.iter().map(item)));
        blocks.push(heading("Source"));
        blocks.push(Block::Text(sentence(&clean_line(&self.framework.source.citation))));
        blocks
    }

    fn most_often(&self) -> Option<Block> {
        let kinds: [(&str, Wanted); 3] = [
            ("weak", State::is_weak),
            ("contested", |state| state == State::Contested),
            ("a blind spot", |state| state == State::BlindSpot),
        ];
        let row = |(name, wanted): (&str, Wanted)| {
            let (often, hidden) =
                self.told.most_often(|category| matches!(category, Category::State(state) if wanted(state)));
            let mut lines: Vec<Line> = (often.iter().take(MOST_OFTEN))
                .map(|one| {
                    let id = clean_line(one.item.id().as_str());
                    Line::new(id, format!("{}: {}", clean_line(one.item.text()), one.sessions))
                })
                .collect();
            if hidden > 0 {
                lines.push(Line::text(format!("Not told of {hidden} features.")));
            } else if lines.is_empty() {
                lines.push(Line::text("None."));
            }
            vec![Cell::text(capital(name)), Cell::lines(lines)]
        };
        Table::new("What is most often so, by sessions", &[("Most often", 20), ("Features", 80)]).filled(kinds.map(row))
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

fn kind(item: Item<'_>) -> &'static str {
    match item {
        Item::Feature(..) => "feature",
        Item::Assumption(_) => "assumption",
        Item::Influence(_) => "influence",
        Item::Risk(_) => "risk",
    }
}

fn item(told: &ItemTold<'_>) -> Vec<Cell> {
    let parts = told.parts.iter().filter(|part| part.sessions > 0);
    let mut parts: Vec<Line> = parts.map(|part| Line::text(format!("{}: {}", titles(part), part.sessions))).collect();
    if told.parts.is_empty() {
        parts.push(Line::text("Not told"));
    }
    let periods =
        told.periods.iter().map(|one| Line::named(&years(one), format!("{} of {}", one.trouble, one.sessions)));
    vec![
        Cell::lines(vec![Line::new(clean_line(told.item.id().as_str()), clean_line(told.item.text()))]),
        Cell::lines(parts),
        Cell::lines(periods.collect()),
    ]
}

fn titles(part: &Part) -> String {
    let titles: Vec<&str> = part.categories.iter().map(|category| category.title()).collect();
    capital(&titles.join(" or "))
}

/// `2025`, `2024-2026`.
fn years(period: &Period) -> String {
    if period.from == period.to { period.from.to_string() } else { format!("{}-{}", period.from, period.to) }
}
