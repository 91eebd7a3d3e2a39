//! A paper in reading order: headings, paragraphs, lists, tables and charts, as HTML, Word and Markdown show it.
//!
//! It knows nothing of any format, and nothing of what a report says.

use crate::catalogue::{Message, foreign};
use crate::words::{in_plain_words, sentence};
use std::borrow::Cow;
use std::fmt::Display;

#[derive(Clone, Debug)]
pub(super) struct Document {
    /// The language of what is asked.
    pub(super) content: String,
    /// The one heading above all others.
    pub(super) title: String,
    /// A line below it.
    pub(super) subtitle: String,
    /// To which meeting it goes and from whom, each line by its name.
    pub(super) head: Vec<Line>,
    /// In letters of 16 points instead of 12.
    pub(super) large: bool,
    pub(super) blocks: Vec<Block>,
}

impl Document {
    /// Its blocks, with the language of what is asked where that is not the paper's.
    pub(super) fn parts(&self) -> Cow<'_, [Block]> {
        let Some(language) = foreign(&self.content) else { return Cow::Borrowed(&self.blocks) };
        let mut blocks = self.blocks.clone();
        for block in &mut blocks {
            block.mark(language);
        }
        Cow::Owned(blocks)
    }
}

impl Block {
    fn mark(&mut self, language: &str) {
        let mark = |line: &mut Line| line.language = line.is_content.then(|| language.to_owned());
        match self {
            Self::Numbered(_, line, points) => std::iter::once(line).chain(points).for_each(mark),
            Self::List(points) => points.iter_mut().for_each(mark),
            Self::Table(table) => {
                table.rows.iter_mut().flatten().flat_map(|cell| &mut cell.lines).for_each(mark);
            }
            Self::Wide(blocks) => blocks.iter_mut().for_each(|block| block.mark(language)),
            Self::Heading(..) | Self::Part(..) | Self::Text(_) | Self::Caution(_) | Self::Chart(_) => {}
        }
    }
}

/// One piece of a paper.
#[derive(Clone, Debug)]
pub(super) enum Block {
    Heading(u8, String),
    /// A part whose paragraphs are numbered: its number and its heading, of the second level.
    Part(usize, String),
    /// A paragraph by its part and its number in it, which a meeting can name, and the points that belong to it.
    Numbered([usize; 2], Line, Vec<Line>),
    Text(String),
    /// What must not be missed.
    Caution(String),
    List(Vec<Line>),
    Table(Table),
    /// A picture of numbers that stand in a table or a line nearby; only HTML draws it.
    Chart(Chart),
    /// On pages that lie on their side.
    Wide(Vec<Block>),
}

/// A line with a few words before it that say what it is; either may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) lead: String,
    pub(super) text: String,
    /// The text is a statement of the framework, in its language.
    is_content: bool,
    /// That language, where the words around it are in another one.
    pub(super) language: Option<String>,
}

/// A table. The first cell of each row is its heading.
#[derive(Clone, Debug)]
pub(super) struct Table {
    pub(super) caption: String,
    /// What it shows and how it is read, for those who do not see it; may be empty.
    pub(super) summary: String,
    /// The columns' names and their share of the width; one without a name stands under the one before it.
    pub(super) columns: Vec<(String, u8)>,
    pub(super) rows: Vec<Vec<Cell>>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Cell {
    pub(super) lines: Vec<Line>,
    /// A rating as dots, which read without colour; a word says the same.
    pub(super) pips: Option<u8>,
    pub(super) tone: Tone,
}

/// How a cell is coloured, besides what it says in words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Not at all.
    #[default]
    Plain,
    /// A rating, 1 to 5.
    Rating(u8),
    /// Not agreed.
    Contested,
    /// Not known.
    Unknown,
    /// Not relevant or not discussed.
    Unrated,
    /// Act.
    Red,
    /// Plan.
    Amber,
    /// Watch.
    Green,
}

#[derive(Clone, Debug)]
pub(super) struct Chart {
    pub(super) title: String,
    pub(super) description: String,
    pub(super) marks: Marks,
}

#[derive(Clone, Debug)]
pub(super) enum Marks {
    /// A bar for each count, in rows of one item each.
    Bars(Vec<BarRow>),
    /// Two ends on the axis from 1 to 5.
    Dumbbells(Vec<Dumbbell>),
}

#[derive(Clone, Debug)]
pub(super) struct BarRow {
    pub(super) name: String,
    pub(super) counts: [u16; 5],
}

#[derive(Clone, Debug)]
pub(super) struct Dumbbell {
    pub(super) name: String,
    pub(super) low: (String, f64),
    pub(super) high: (String, f64),
}

pub(super) fn heading(level: u8, text: &str) -> Block {
    Block::Heading(level, text.to_owned())
}

pub(super) fn text(text: impl Into<String>) -> Block {
    Block::Text(text.into())
}

/// Parts whose paragraphs are numbered: `1 Purpose`, `1.1 ...`, `2 Recommendations`. What is no paragraph stays as it is.
pub(super) fn numbered(parts: Vec<(&str, Vec<Paragraph>)>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (part, (name, paragraphs)) in (1..).zip(parts) {
        blocks.push(Block::Part(part, name.to_owned()));
        let mut number = 0;
        blocks.extend(paragraphs.into_iter().map(|one| match one {
            Paragraph::Numbered(line, points) => {
                number += 1;
                Block::Numbered([part, number], line, points)
            }
            Paragraph::Other(block) => block,
        }));
    }
    blocks
}

/// What stands in a numbered part.
#[derive(Clone, Debug)]
pub(super) enum Paragraph {
    Numbered(Line, Vec<Line>),
    Other(Block),
}

impl Paragraph {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::with(text, Vec::new())
    }

    pub(super) fn with(text: impl Into<String>, points: Vec<Line>) -> Self {
        Self::Numbered(Line::text(text), points)
    }
}

impl Line {
    pub(super) fn new(lead: impl Into<String>, text: impl Into<String>) -> Self {
        Self { lead: lead.into(), text: text.into(), is_content: false, language: None }
    }

    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::new("", text)
    }

    /// `Impact: 4`.
    pub(super) fn named(name: &str, text: impl Into<String>) -> Self {
        Self::new(format!("{name}:"), text)
    }

    pub(super) fn statement(name: impl Into<String>, statement: impl Into<String>) -> Self {
        Self { is_content: true, ..Self::new(name, statement) }
    }

    /// An item with its statement, and the same in plain words behind it where the framework has them: on lines of their
    /// own they would make a paper four pages longer.
    pub(super) fn item(name: String, statement: &str, plain: &str) -> Self {
        let plainly = || format!("{} {}", sentence(statement), in_plain_words(plain));
        Self::statement(name, if plain.is_empty() { statement.to_owned() } else { plainly() })
    }

    /// [`Line::named`], or without a name where that is empty; nothing where the text is empty.
    pub(super) fn said(name: &str, text: &str) -> Option<Self> {
        let line = || if name.is_empty() { Self::text(text) } else { Self::named(name, text) };
        (!text.is_empty()).then(line)
    }
}

impl Cell {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::lines(vec![Line::text(text)])
    }

    pub(super) fn lines(lines: Vec<Line>) -> Self {
        Self { lines, ..Self::default() }
    }

    pub(super) fn toned(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }

    fn is_said(&self) -> bool {
        self.pips.is_some() || self.lines.iter().any(|line| !line.lead.is_empty() || !line.text.is_empty())
    }

    /// With a rating as dots: `●●●●○`.
    pub(super) fn in_pips(self, pips: Option<u8>) -> Self {
        Self { pips, ..self }
    }

    pub(super) fn pips_drawn(&self) -> Option<String> {
        let pips = usize::from(self.pips?.min(5));
        Some(format!("{}{}", "\u{25cf}".repeat(pips), "\u{25cb}".repeat(5 - pips)))
    }
}

impl Table {
    /// A table by its caption and the names of its columns, with what share of the width each takes.
    pub(super) fn new<const COLUMNS: usize>(
        (caption, names): (impl Display, [Message; COLUMNS]),
        shares: [u8; COLUMNS],
    ) -> Self {
        let columns = names.map(String::from).into_iter().zip(shares).collect();
        Self { caption: caption.to_string(), summary: String::new(), columns, rows: Vec::new() }
    }

    /// With these rows; nothing at all where there are none. A last column in which nobody said anything is left out, and
    /// the first takes its room.
    pub(super) fn filled(mut self, rows: impl IntoIterator<Item = Vec<Cell>>) -> Option<Block> {
        self.rows = rows.into_iter().collect();
        let last = self.columns.len() - 1;
        let is_said = |row: &Vec<Cell>| row.get(last).is_some_and(Cell::is_said);
        if last > 1 && !self.rows.iter().any(is_said) {
            let share = self.columns.pop().map_or(0, |(_, share)| share);
            self.columns[0].1 += share;
            self.rows.iter_mut().for_each(|row| row.truncate(last));
        }
        (!self.rows.is_empty()).then_some(Block::Table(self))
    }
}

impl Table {
    /// The names of its columns, each with how many columns it stands above.
    pub(super) fn heads(&self) -> Vec<(&str, usize)> {
        let mut heads: Vec<(&str, usize)> = Vec::new();
        for (name, _) in &self.columns {
            match heads.last_mut() {
                Some((_, columns)) if name.is_empty() => *columns += 1,
                _ => heads.push((name, 1)),
            }
        }
        heads
    }
}

impl Tone {
    pub(super) fn of_rag(key: &str) -> Self {
        match key {
            "red" => Self::Red,
            "amber" => Self::Amber,
            "green" => Self::Green,
            _ => Self::Plain,
        }
    }

    /// The pattern of a border, for what is not agreed and not known.
    pub(super) fn dashes(self) -> Option<&'static str> {
        match self {
            Self::Contested => Some("12 6"),
            Self::Unknown => Some("3 6"),
            _ => None,
        }
    }

    /// Background and text, as hexadecimal numbers: the Daylight theme's. Both empty where there is none.
    pub(super) fn colors(self) -> (&'static str, &'static str) {
        match self {
            Self::Plain | Self::Contested | Self::Unknown => ("", ""),
            Self::Rating(1) | Self::Red => ("870000", "FFFFFF"),
            Self::Rating(2) | Self::Amber => ("FFAF00", "000000"),
            Self::Rating(3) => ("D7D7D7", "000000"),
            Self::Rating(4) => ("5FAFFF", "000000"),
            Self::Rating(_) => ("0000AF", "FFFFFF"),
            Self::Green => ("87D7D7", "000000"),
            Self::Unrated => ("F4F4F4", "3A3A3A"),
        }
    }
}
