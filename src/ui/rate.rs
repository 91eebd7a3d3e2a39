//! Rating one feature: the statement, five big answers, and what is agreed so far.
//!
//! Nothing else to read. The statement, the five words and the agreed rating are never dropped.

mod answers;
mod summary;
mod votes;

use super::chrome;
use super::size::{Height, Size, Width};
use super::{Canvas, text};
use crate::app::{App, Walk, Workshop};
use crate::framework::{Feature, Stage};
use ratatui::layout::Rect;
use ratatui::style::Modifier;

pub(super) use summary::aside;

/// What the parts of the page draw from.
struct Item<'app> {
    app: &'app App,
    walk: &'app Walk,
    workshop: &'app Workshop,
    stage: &'app Stage,
    feature: &'app Feature,
}

pub(super) fn draw(app: &App, walk: &Walk, canvas: &mut Canvas) {
    let found = walk.step.feature().and_then(|id| app.cx.framework.feature(id));
    let (Some((_, stage, feature)), Some(workshop)) = (found, &app.cx.workshop) else { return };
    let item = Item { app, walk, workshop, stage, feature };
    let size = Size::of(canvas.area());
    let Some(frame) = crate::view::question_frame(app, walk) else { return };
    let body = chrome::draw_frame(&frame, canvas);
    if size == Size::List {
        list(&item, canvas, body);
    } else if size.has(Width::Wide, Height::Medium) {
        let panel = 34;
        let main = Rect { width: body.width - panel - 2, ..body };
        page(&item, canvas, main);
        let side = Rect { x: main.right() + 1, width: panel + 1, ..body };
        for y in side.y..side.bottom() {
            canvas.put(side.x, y, 1, "│", canvas.theme().rule);
        }
        summary::side_panel(&item, canvas, Rect { x: side.x + 2, width: panel - 1, ..side });
    } else {
        page(&item, canvas, body);
    }
}

/// The rows each part of the page gets. Spare rows first enlarge the answers, then space out, then explain.
struct Plan {
    /// Blank rows above the statement, above the answers and above the summary.
    gaps: [u16; 3],
    statement: u16,
    question: u16,
    anchors: u16,
    answers: u16,
    /// The row of counts under the answers, and the lines on votes and missing voices.
    counts: u16,
    votes: u16,
    summary: u16,
}

const LEAST_ANSWERS: u16 = 7;
/// Rows from which every item has room for digits of twice the height.
const TALL_PAGE: u16 = 26;
/// Rows of the boxes' borders, given up where votes need them.
const BORDERS: u16 = 2;
/// Rows that digits of twice the height take more.
const TALLER: u16 = 4;
const LEAST_SUMMARY: u16 = 2;

impl Plan {
    fn of(item: &Item, body: Rect, lines: &[votes::Line]) -> Self {
        let width = body.width.saturating_sub(INDENT + 1);
        let statement = text::rows(&item.feature.text, width).clamp(1, 4);
        let levels = u16::from(item.feature.levels);
        let mut plan = Self {
            gaps: [0; 3],
            statement,
            question: 0,
            anchors: 0,
            answers: LEAST_ANSWERS + levels,
            counts: u16::from(votes::has_counts(item)),
            votes: u16::try_from(lines.len()).unwrap_or(1).min(1),
            summary: LEAST_SUMMARY,
        };
        let wish_votes = votes::rows(lines, body.width);
        // Where a banner takes a row, or votes need it, the boxes give up their borders before anything is cut.
        let crowded = !lines.is_empty() && plan.rows() + wish_votes.min(3) > body.height + plan.votes;
        if crowded || plan.rows() > body.height {
            plan.answers -= BORDERS;
        }
        if !lines.is_empty() {
            plan.summary = 1;
        }
        plan.grow(body.height, |plan| plan.votes = wish_votes.min(2));
        plan.grow(body.height, |plan| plan.votes = wish_votes.min(3));
        plan.grow(body.height, |plan| plan.summary = LEAST_SUMMARY);
        plan.grow(body.height, |plan| plan.votes = wish_votes.min(4));
        let wish_summary = summary::rows(item, body.width);
        let anchors = 1 + text::rows(&one(item), width) + text::rows(&five(item), width);
        let question = text::rows(&item.feature.question, width).min(2);
        // In the order in which the room misses them: the note, a line of space, the question, more space, larger
        // answers, what a 1 and a 5 look like.
        plan.grow(body.height, |plan| plan.summary = wish_summary.min(3));
        plan.grow(body.height, |plan| plan.votes = wish_votes);
        plan.grow(body.height, |plan| plan.summary = wish_summary.min(4));
        plan.grow(body.height, |plan| plan.gaps[1] = 1);
        plan.grow(body.height, |plan| plan.gaps[2] = 1);
        plan.grow(body.height, |plan| plan.question = question);
        plan.grow(body.height, |plan| plan.gaps[0] = 1);
        plan.grow(body.height, |plan| plan.summary = wish_summary);
        // Only where it holds for every item: digits that change their size from item to item unsettle the room.
        if body.height >= TALL_PAGE {
            plan.grow(body.height, |plan| plan.answers += TALLER);
        }
        plan.grow(body.height, |plan| plan.anchors = anchors);
        plan.grow(body.height, |plan| plan.gaps = [2, 2, 1]);
        plan
    }

    fn rows(&self) -> u16 {
        self.gaps.iter().sum::<u16>()
            + self.statement
            + self.question
            + self.anchors
            + self.answers
            + self.counts
            + self.votes
            + self.summary
    }

    /// Makes a wish come true if the rows are there.
    fn grow(&mut self, rows: u16, wish: impl FnOnce(&mut Self)) {
        let mut grown = Self { ..*self };
        wish(&mut grown);
        if grown.rows() <= rows {
            *self = grown;
        }
    }
}

/// Columns before the statement, for the id.
const INDENT: u16 = 4;

fn page(item: &Item, canvas: &mut Canvas, body: Rect) {
    let lines = votes::lines(item);
    let plan = Plan::of(item, body, &lines);
    let mut y = body.y + plan.gaps[0];
    let wide = body.width.saturating_sub(INDENT + 1);
    statement(item, canvas, Rect { y, height: plan.statement, ..body });
    y += plan.statement;
    let theme = canvas.theme();
    let below = Rect { x: body.x + INDENT, y, width: wide, height: plan.question };
    canvas.put_wrapped(below, &item.feature.question, theme.muted);
    y += plan.question;
    if plan.anchors > 0 {
        let room = Rect { height: plan.anchors, ..below };
        let used = canvas.put_wrapped(Rect { y: y + 1, ..room }, &one(item), theme.muted);
        canvas.put_wrapped(Rect { y: y + 1 + used, ..room }, &five(item), theme.muted);
        y += plan.anchors;
    }
    y += plan.gaps[1];
    answers::draw(item, canvas, Rect { y, height: plan.answers, ..body });
    y += plan.answers;
    if plan.counts > 0 {
        votes::counts(item, canvas, y, |rating| answers::place(body, rating));
    }
    y += plan.counts + plan.gaps[2];
    y += votes::draw(&lines, canvas, Rect { y, height: plan.votes, ..body });
    summary::draw(item, canvas, Rect { y, height: body.bottom().saturating_sub(y), ..body });
}

fn one(item: &Item) -> String {
    format!("1 = {}", item.feature.one)
}

fn five(item: &Item) -> String {
    format!("5 = {}", item.feature.five)
}

fn statement(item: &Item, canvas: &mut Canvas, area: Rect) {
    let theme = canvas.theme();
    canvas.put(area.x, area.y, INDENT, item.feature.id.as_str(), theme.accent);
    // Until an answer is marked the cursor stands at the statement.
    canvas.cursor(area.x, area.y);
    let x = area.x + INDENT;
    let bold = theme.text.add_modifier(Modifier::BOLD);
    canvas.put_wrapped(Rect { x, width: area.width.saturating_sub(INDENT), ..area }, &item.feature.text, bold);
}

/// The narrow form: the statement, then one answer a line.
fn list(item: &Item, canvas: &mut Canvas, body: Rect) {
    // Five answers, and what is agreed: beside the level, where there is one.
    let below = 6;
    let rows = text::rows(&item.feature.text, body.width.saturating_sub(INDENT)).min(body.height.saturating_sub(below));
    statement(item, canvas, Rect { height: rows, ..body });
    let y = answers::list(item, canvas, Rect { y: body.y + rows, height: body.height.saturating_sub(rows), ..body });
    let lines = votes::lines(item);
    // What is agreed keeps its row.
    let room = body.bottom().saturating_sub(y).saturating_sub(1);
    let y = y + votes::draw(&lines, canvas, Rect { y, height: room.min(2), ..body });
    summary::draw(item, canvas, Rect { y, height: body.bottom().saturating_sub(y), ..body });
}
