//! Which rows the parts of an item's page get, where there are never enough.

use super::inside;
use crate::ui::sheet::Sheet;
use crate::ui::{choices, text};
use crate::view::ItemQuestion;
use ratatui::layout::Rect;

/// The rows each part of the page gets. Spare rows first tell, then enlarge the answers, then space out, then explain.
#[derive(Clone, Copy, Default)]
pub(super) struct Plan {
    /// Blank rows above the statement, above the answers and above what was said.
    pub(super) gaps: [u16; 3],
    pub(super) statement: u16,
    /// The same in plain words.
    pub(super) plain: u16,
    pub(super) question: u16,
    pub(super) findings: u16,
    pub(super) anchors: u16,
    pub(super) asks: u16,
    pub(super) levels: u16,
    pub(super) answers: u16,
    /// The row under the answers.
    pub(super) under: u16,
    pub(super) votes: u16,
    pub(super) said: u16,
}

/// Rows of the boxes without borders, of their borders, and what digits of twice the height take more.
const BARE: u16 = 5;
const BORDERS: u16 = 2;
const TALLER: u16 = 4;
/// Rows from which every item has room for digits of twice the height.
const TALL_PAGE: u16 = 26;

impl Plan {
    pub(super) fn of(question: &ItemQuestion, body: Rect, votes: &[Sheet], said: &[Sheet]) -> Self {
        let width = inside(question, body).width;
        let rows_of = |texts: &[String]| texts.iter().map(|words| text::rows(words, width)).sum::<u16>();
        let lines = |blocks: &[Sheet]| blocks.iter().map(Sheet::rows).sum::<u16>();
        let (votes, said) = (lines(votes), lines(said));
        let wide = text::rows(&question.question, width);
        let findings = question.findings.iter().map(|one| text::rows(one, width.saturating_sub(2))).sum();
        let anchors = if question.anchors.is_empty() { 0 } else { 1 + rows_of(&question.anchors) };
        let mut plan = Self {
            statement: text::rows(&question.statement, width).clamp(1, 4),
            plain: text::rows(&question.plain, width) * u16::from(!question.plain.is_empty()),
            asks: u16::from(!question.asks[0].is_empty()),
            levels: u16::from(!question.levels.is_empty()),
            answers: BARE,
            under: u16::from(choices::has_row_below(&question.choices)),
            votes: votes.min(1),
            said: said.min(1 + u16::from(!question.kept[0].is_empty())),
            ..Self::default()
        };
        // In the order in which the room misses them. Borders are given up before anything is cut.
        let rows = body.height;
        plan.grow(rows, |plan| plan.votes = votes.min(2));
        plan.grow(rows, |plan| plan.votes = votes.min(3));
        plan.grow(rows, |plan| plan.said = said.min(2));
        plan.grow(rows, |plan| plan.findings = findings);
        plan.grow(rows, |plan| plan.said = said.min(3));
        plan.grow(rows, |plan| plan.votes = votes.min(4));
        plan.grow(rows, |plan| plan.votes = votes);
        plan.grow(rows, |plan| plan.answers += BORDERS);
        plan.grow(rows, |plan| plan.said = said.min(4));
        plan.grow(rows, |plan| plan.gaps[1] = 1);
        plan.grow(rows, |plan| plan.question = if question.question.is_empty() { 0 } else { wide.min(2) });
        plan.grow(rows, |plan| plan.gaps[2] = 1);
        plan.grow(rows, |plan| plan.said = said.min(6));
        plan.grow(rows, |plan| plan.gaps[0] = 1);
        plan.grow(rows, |plan| plan.said = said);
        // Only where it holds for every item: digits that change their size from item to item unsettle the room.
        if rows >= TALL_PAGE {
            plan.grow(rows, |plan| plan.answers += TALLER);
        }
        plan.grow(rows, |plan| plan.anchors = anchors);
        plan.grow(rows, |plan| plan.gaps = [2, 2, 1]);
        plan
    }

    fn rows(&self) -> u16 {
        let above = [self.statement, self.plain, self.question, self.findings, self.anchors];
        let below = [self.asks, self.levels, self.answers, self.under, self.votes, self.said];
        self.gaps.iter().chain(&above).chain(&below).sum()
    }

    /// Makes a wish come true if the rows are there.
    fn grow(&mut self, rows: u16, wish: impl FnOnce(&mut Self)) {
        let mut grown = *self;
        wish(&mut grown);
        if grown.rows() <= rows {
            *self = grown;
        }
    }
}
