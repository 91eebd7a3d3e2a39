//! Lines of styled text, wrapped to a width, that may be longer than the screen.
//!
//! It keeps what is shown within the text, whatever the scroll says, and says when there is more.

use super::theme::Theme;
use super::{Canvas, conversations, text};
use crate::app::PageStart;
use crate::view::{Block, Line, Reading, Span, Text};
use crate::words::capital;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Text in the styles in which it is put one after the other.
pub(super) type Pieces = Vec<(String, Style)>;

/// Lines to read.
pub(super) struct Sheet {
    width: u16,
    lines: Vec<Pieces>,
}

impl Sheet {
    /// No lines yet, for so many columns.
    pub(super) fn new(width: u16) -> Self {
        Self { width, lines: Vec::new() }
    }

    pub(super) fn of(text: &Text, width: u16, theme: &Theme) -> Self {
        let mut sheet = Self::new(width);
        sheet.add(text, theme);
        sheet
    }

    /// The parts of a text of a view, each for itself.
    pub(super) fn of_each(text: &Text, width: u16, theme: &Theme) -> Vec<Self> {
        let part = |block| {
            let mut sheet = Self::new(width);
            sheet.add_blocks(std::slice::from_ref(block), theme);
            sheet
        };
        text.0.iter().map(part).collect()
    }

    pub(super) fn add(&mut self, text: &Text, theme: &Theme) {
        self.add_blocks(&text.0, theme);
    }

    fn add_blocks(&mut self, blocks: &[Block], theme: &Theme) {
        for block in blocks {
            match block {
                Block::Blank => self.blank(),
                Block::Line(line) => self.line(pieces(line, theme)),
                Block::Term { term, words } => self.term(pieces(term, theme), &words.text, theme.style(words.tone)),
                Block::Names(term, names) => self.names(term, names, theme),
                Block::Gap(ends) => self.line(vec![(conversations::line(ends, self.width), theme.text)]),
                Block::Clauses(clauses, tone) => self.clauses(clauses, theme.style(*tone)),
                Block::ByWidth(forms) => {
                    if let Some((_, form)) = forms.iter().find(|(least, _)| *least <= self.width) {
                        self.add_blocks(form, theme);
                    }
                }
            }
        }
    }

    /// Words beside a term, wrapped: its lines hang under each other.
    pub(super) fn term(&mut self, term: Pieces, words: &str, style: Style) {
        let indent: u16 = term.iter().map(|(piece, _)| text::width(piece)).sum();
        let mut term = Some(term);
        for line in text::wrap(words, self.width.saturating_sub(indent).max(8)) {
            let mut pieces = term.take().unwrap_or_else(|| vec![(" ".repeat(usize::from(indent)), style)]);
            pieces.push((line, style));
            self.lines.push(pieces);
        }
    }

    /// The lines of a narrower sheet, indented.
    pub(super) fn add_indented(&mut self, indent: u16, other: Self) {
        for mut line in other.lines {
            if let Some((before, _)) = line.first_mut() {
                before.insert_str(0, &" ".repeat(usize::from(indent)));
            }
            self.lines.push(line);
        }
    }

    fn names(&mut self, term: &Span, names: &[String], theme: &Theme) {
        let room = self.width.saturating_sub(text::width(&term.text));
        let mut words = String::new();
        for name in names {
            let longer = if words.is_empty() { name.clone() } else { format!("{words}, {name}") };
            if text::width(&longer) > room && !words.is_empty() {
                break;
            }
            words = longer;
        }
        self.line(vec![(term.text.clone(), theme.style(term.tone)), (words, theme.text)]);
    }

    fn clauses(&mut self, clauses: &[String], style: Style) {
        let mut lines: Vec<String> = Vec::new();
        for clause in clauses {
            match lines.last_mut() {
                Some(last) if text::width(last) + 3 + text::width(clause) <= self.width => {
                    last.push_str(" · ");
                    last.push_str(clause);
                }
                _ => lines.push(capital(clause)),
            }
        }
        for line in lines {
            self.text(0, &line, style);
        }
    }

    pub(super) fn width(&self) -> u16 {
        self.width
    }

    pub(super) fn len(&self) -> usize {
        self.lines.len()
    }

    /// Sets words beside its only line, so many blanks apart; whether there is room.
    pub(super) fn put_beside(&mut self, gap: u16, words: &str, style: Style) -> bool {
        let [line] = self.lines.as_mut_slice() else { return false };
        let used: u16 = line.iter().map(|(words, _)| text::width(words)).sum();
        let fits = used + gap + text::width(words) <= self.width;
        if fits {
            line.push((" ".repeat(usize::from(gap)) + words, style));
        }
        fits
    }

    /// The same as rows of a screen.
    pub(super) fn rows(&self) -> u16 {
        u16::try_from(self.lines.len()).unwrap_or(u16::MAX)
    }

    /// A blank line, but never two and never at the top.
    pub(super) fn blank(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(Vec::new());
        }
    }

    /// One line that is not wrapped.
    pub(super) fn line(&mut self, pieces: Pieces) {
        self.lines.push(pieces);
    }

    /// Text, wrapped; all its lines are indented.
    pub(super) fn text(&mut self, indent: u16, words: &str, style: Style) {
        self.hanging(&" ".repeat(usize::from(indent)), words, style, style);
    }

    /// Text beside a term: its lines hang under each other.
    pub(super) fn hanging(&mut self, term: &str, words: &str, term_style: Style, style: Style) {
        let indent = text::width(term);
        let mut term = Some(term.to_owned());
        for line in text::wrap(words, self.width.saturating_sub(indent).max(8)) {
            let before = term.take().unwrap_or_else(|| " ".repeat(usize::from(indent)));
            self.lines.push(vec![(before, term_style), (line, style)]);
        }
    }

    /// As many of its lines as fit so many rows; two dots say that there are more.
    pub(super) fn cut(mut self, rows: u16) -> Self {
        if self.rows() > rows {
            self.lines.truncate(usize::from(rows));
            if let Some(((words, _), before)) = self.lines.last_mut().and_then(|line| line.split_last_mut()) {
                let used: u16 = before.iter().map(|(piece, _)| text::width(piece)).sum();
                *words = format!("{}..", text::cut_at_word(words, self.width.saturating_sub(used + 2)));
            }
        }
        self
    }

    /// Blocks under each other in so many rows: the longest gives up lines first, so that every block is begun. Of too
    /// many the last ones are left out, but as many at the end as are to be kept.
    pub(super) fn fitted(mut blocks: Vec<Self>, rows: u16, kept: usize) -> Self {
        let rows = usize::from(rows);
        while blocks.len() > rows {
            let last = blocks.len() - 1;
            blocks.remove(last.saturating_sub(kept).max(1).min(last));
        }
        while blocks.iter().map(Self::len).sum::<usize>() > rows {
            let Some(longest) = blocks.iter_mut().max_by_key(|block| block.len()) else { break };
            let rows = longest.rows() - 1;
            *longest = std::mem::replace(longest, Self::new(0)).cut(rows);
        }
        let width = blocks.first().map_or(0, Self::width);
        Self { width, lines: blocks.into_iter().flat_map(|block| block.lines).collect() }
    }

    /// Splits into parts of so many lines at most, at blank lines where possible.
    pub(super) fn halved(self) -> (Self, Self) {
        let middle = self.lines.len().div_ceil(2);
        let blank = |line: &usize| self.lines.get(*line).is_some_and(Vec::is_empty);
        let at = (0..self.lines.len()).filter(blank).min_by_key(|line| line.abs_diff(middle)).unwrap_or(middle);
        let (width, mut lines) = (self.width, self.lines);
        let mut right = lines.split_off(at.min(lines.len()));
        if right.first().is_some_and(Vec::is_empty) {
            right.remove(0);
        }
        (Self { width, lines }, Self { width, lines: right })
    }

    /// Puts the lines into an area, so many scrolled past; the last row says when there is more.
    ///
    /// Blank lines are given up first, from the end, where that makes it fit.
    pub(super) fn show(mut self, canvas: &mut Canvas, area: Rect, scroll: u16) {
        canvas.cursor(area.x, area.y);
        let height = usize::from(area.height);
        self.tighten(height);
        if self.lines.len() <= height {
            return self.put(canvas, area, 0);
        }
        let shown = height.saturating_sub(1);
        let first = usize::from(scroll).min(self.lines.len().saturating_sub(shown));
        self.put(canvas, Rect { height: area.height.saturating_sub(1), ..area }, first);
        let last = first + shown;
        let words = Reading::more([first, last, self.lines.len()]);
        canvas.put(area.x, area.bottom().saturating_sub(1), area.width, &words, canvas.theme().muted);
        let pages = (0..self.lines.len()).step_by(shown.max(1));
        canvas.pages = pages.map(|row| PageStart { block: (row, 0), row }).collect();
    }

    fn tighten(&mut self, height: usize) {
        let words = self.lines.iter().filter(|line| !line.is_empty()).count();
        while words <= height && self.lines.len() > height {
            let Some(blank) = self.lines.iter().rposition(Vec::is_empty) else { return };
            self.lines.remove(blank);
        }
    }

    pub(super) fn put(&self, canvas: &mut Canvas, area: Rect, first: usize) {
        for (line, y) in self.lines.iter().skip(first).zip(area.y..area.bottom()) {
            canvas.put_all(area.x, y, area.width, line);
        }
    }
}

/// The longest form of a line that fits, or the last one.
pub(super) fn longest(forms: &[Line], width: u16, theme: &Theme) -> Pieces {
    let fits = forms.iter().find(|line| line.iter().map(|span| text::width(&span.text)).sum::<u16>() <= width);
    fits.or(forms.last()).map_or(Vec::new(), |line| pieces(line, theme))
}

/// Spans in the theme's styles.
pub(super) fn pieces(line: &[Span], theme: &Theme) -> Pieces {
    line.iter().map(|span| (span.text.clone(), theme.style(span.tone))).collect()
}
