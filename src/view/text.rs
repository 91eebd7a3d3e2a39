//! Text as data: spans with a tone, lines, and blocks that are wrapped where they are drawn and read out where not.

use crate::analysis::Median;
use crate::catalogue::Message;
use crate::framework::{Framework, Rag, Rating, Stage};
use crate::session::Decision;
use crate::words::{self, sentence};
use serde::Serialize;

pub(crate) const NONE_SO_FAR: Message = Message("none so far");

/// What a piece of text is, besides what it says; a theme gives it colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) enum Tone {
    #[default]
    Text,
    /// In bold: the marked line.
    Marked,
    /// Text that stands back.
    Muted,
    /// Headings and what else stands out.
    Accent,
    /// "NOT SAVED" and its like.
    Alert,
    Rating(Rating),
    Risk(Rag),
    /// Without a rating: not discussed, not relevant.
    Unrated,
    Contested,
    Unknown,
}

/// A piece of text in one tone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Span {
    pub(crate) text: String,
    pub(crate) tone: Tone,
    /// The same in full, for where there is room and for lines that are read out; empty where that is the text.
    pub(crate) full: String,
}

impl Span {
    pub(crate) fn new(text: impl Into<String>, tone: Tone) -> Self {
        Self { text: text.into(), tone, full: String::new() }
    }

    /// With its words in full.
    pub(crate) fn or(self, full: impl Into<String>) -> Self {
        Self { full: full.into(), ..self }
    }

    /// As it reads where there is room.
    pub(crate) fn in_full(&self) -> &str {
        if self.full.is_empty() { &self.text } else { &self.full }
    }
}

/// Spans, one after the other on one line.
pub(crate) type Line = Vec<Span>;

/// A part of a text to read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) enum Block {
    /// A blank line, but never two and never at the top.
    Blank,
    /// One line that is not wrapped.
    Line(Line),
    /// Words beside a term, wrapped and hanging under each other.
    Term {
        /// The term: one span, or a tag and the gap behind it.
        term: Line,
        words: Span,
    },
    /// Clauses that follow each other on a line while they fit; none is broken, and each line begins with a capital.
    Clauses(Vec<String>, Tone),
    /// As many whole names as one line has room for beside a term.
    Names(Span, Vec<String>),
    /// How far two groups are apart on a rating, on an axis from 1 to 5 where there is room.
    Gap([(String, Median); 2]),
    /// The first of several forms whose least number of columns is there; the last has none.
    ByWidth(Vec<(u16, Vec<Self>)>),
}

/// Blocks to read, one under the other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Text(pub Vec<Block>);

impl Text {
    pub(crate) fn of(words: impl Into<String>, tone: Tone) -> Self {
        let mut text = Self::default();
        text.text(0, words, tone);
        text
    }

    /// One line in one tone that is not wrapped.
    pub(crate) fn line_of(&mut self, words: impl Into<String>, tone: Tone) {
        self.line(vec![Span::new(words, tone)]);
    }

    /// A blank line, but never two and never at the top.
    pub(crate) fn blank(&mut self) {
        self.0.push(Block::Blank);
    }

    /// One line that is not wrapped.
    pub(crate) fn line(&mut self, line: Line) {
        self.0.push(Block::Line(line));
    }

    /// As many whole names as one line has room for beside a term; that there are none so far.
    pub(crate) fn names(&mut self, term: &str, names: Vec<String>) {
        let names = if names.is_empty() { vec![NONE_SO_FAR.into()] } else { names };
        self.0.push(Block::Names(Span::new(term, Tone::Muted), names));
    }

    /// The groups that rate lowest and highest, each with its median.
    pub(crate) fn gap(&mut self, ends: [(String, Median); 2]) {
        self.0.push(Block::Gap(ends));
    }

    /// Clauses that follow each other on a line while they fit.
    pub(crate) fn clauses(&mut self, clauses: Vec<String>, tone: Tone) {
        self.0.push(Block::Clauses(clauses, tone));
    }

    /// Text, wrapped; all its lines are indented.
    pub(crate) fn text(&mut self, indent: usize, words: impl Into<String>, tone: Tone) {
        self.hanging(" ".repeat(indent), words, tone, tone);
    }

    /// Text beside a term: its lines hang under each other.
    pub(crate) fn hanging(&mut self, term: impl Into<String>, words: impl Into<String>, term_tone: Tone, tone: Tone) {
        let mut term = term.into();
        // A term that fills its column, as in another language, is parted from the words all the same.
        if !term.is_empty() && !term.ends_with(' ') {
            term.push(' ');
        }
        self.0.push(Block::Term { term: vec![Span::new(term, term_tone)], words: Span::new(words, tone) });
    }

    /// Text beside a word in a cell's tone.
    pub(crate) fn tagged(&mut self, tag: Span, gap: &str, words: impl Into<String>, tone: Tone) {
        self.0.push(Block::Term { term: vec![tag, Span::new(gap, tone)], words: Span::new(words, tone) });
    }

    /// What `wide` adds where there are so many columns, and what `narrow` adds where there are fewer.
    pub(crate) fn by_width(&mut self, columns: usize, wide: impl FnOnce(&mut Self), narrow: impl FnOnce(&mut Self)) {
        let (mut long, mut short) = (Self::default(), Self::default());
        wide(&mut long);
        narrow(&mut short);
        let columns = u16::try_from(columns).unwrap_or(u16::MAX);
        self.0.push(Block::ByWidth(vec![(columns, long.0), (0, short.0)]));
    }

    pub(crate) fn blocks(&self) -> impl Iterator<Item = Self> {
        self.0.iter().map(|block| Self(vec![block.clone()]))
    }

    /// Both views of a disagreement, as they were written down; nothing for any other decision.
    pub(crate) fn views(&mut self, framework: &Framework, stage: &Stage, decision: &Decision, before: &str) {
        for (rating, view) in words::views(framework, stage, decision) {
            self.hanging(format!("{before}{rating}: "), view, Tone::Muted, Tone::Text);
        }
    }

    /// The text as sentences, one a block, as it is read out: terms before their words, no tones and no columns.
    pub(crate) fn sentences(&self) -> Vec<String> {
        read_out(&self.0)
    }

    pub(crate) fn append(&mut self, mut other: Self) {
        self.0.append(&mut other.0);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

fn read_out(blocks: &[Block]) -> Vec<String> {
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            Block::Blank => {}
            Block::Line(line) => lines.push(sentence(&flat(line))),
            Block::Term { term, words } => {
                let term = flat(term);
                let term = term.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '?');
                let before = if term.is_empty() { String::new() } else { format!("{term}: ") };
                lines.extend(words.text.lines().map(|line| sentence(&format!("{before}{}", line.trim()))));
            }
            Block::Clauses(clauses, _) => lines.extend(clauses.iter().map(|clause| sentence(clause))),
            Block::Names(term, names) => lines.push(format!("{}: {}.", term.text.trim(), words::commas(names))),
            Block::Gap(ends) => {
                let ends = ends.iter().map(|(name, median)| format!("{name} {median}"));
                lines.push(sentence(&words::commas(ends)));
            }
            Block::ByWidth(forms) => lines.extend(forms.first().map_or(Vec::new(), |(_, form)| read_out(form))),
        }
    }
    // Signs that only help the eye are not read out.
    let signs = ['▲', '▼', '▒', '►'];
    let told = |line: String| line.replace(signs, "").replace(" · ", "; ").trim().to_owned();
    lines.into_iter().map(told).filter(|line| !line.is_empty()).collect()
}

/// A line without the blanks that set its parts apart.
fn flat(line: &[Span]) -> String {
    let whole: String = line.iter().map(|span| span.text.as_str()).collect();
    let parts: Vec<&str> = whole.split("  ").map(str::trim).filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}
