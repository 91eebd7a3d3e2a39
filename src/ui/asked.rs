//! An item beside the chain: its statement, a few big answers, and what the room said so far. Nothing else to read.
//!
//! One picture for assumptions, influencing factors and risks; what each of them asks is in its own file.

mod assumption;
mod influence;
mod risk;
mod votes;

use super::choices::{self, Choice};
use super::rate::aside;
use super::sheet::Sheet;
use super::size::{Height, Size, Width};
use super::theme::Theme;
use super::{Canvas, chrome, text};
use crate::app::{App, Target, Walk, Workshop, section};
use crate::framework::{Item, Leg, Section};
use crate::session::Session;
use crate::words::capital;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// What an item asks, and what was said on it.
struct Asked {
    /// The question in sight, where an item has several; empty where the statement is the question.
    question: String,
    /// What helps the room to answer.
    prompts: Vec<String>,
    /// Whether the prompts come before borders and blank lines.
    needed: bool,
    /// The answers.
    choices: Vec<Choice>,
    /// A word under each of the answers; none where there are no words.
    under: Vec<String>,
    /// What was said, the most needed first.
    said: Sheet,
}

impl Asked {
    /// Only answers, and what was said.
    fn plain(choices: Vec<Choice>, said: Sheet) -> Self {
        Self { question: String::new(), prompts: Vec::new(), needed: false, choices, under: Vec::new(), said }
    }
}

/// What the parts of the page draw from.
struct Page<'app> {
    app: &'app App,
    walk: &'app Walk,
    workshop: &'app Workshop,
    item: Item<'app>,
    section: Section,
    theme: &'static Theme,
}

pub(super) fn draw(app: &App, walk: &Walk, canvas: &mut Canvas) {
    let item = walk.step.item().and_then(|id| app.cx.framework.item(id));
    let (Some(item), Some(Leg::Section(section)), Some(workshop)) =
        (item, app.cx.framework.leg_of(&walk.step), &app.cx.workshop)
    else {
        return;
    };
    let page = Page { app, walk, workshop, item, section, theme: canvas.theme() };
    let size = Size::of(canvas.area());
    let Some(frame) = crate::view::question_frame(app, walk) else { return };
    let body = chrome::draw_frame(&frame, canvas);
    if size == Size::List {
        list(&page, canvas, body);
    } else if size.has(Width::Wide, Height::Medium) {
        let panel = 34;
        let main = Rect { width: body.width - panel - 2, ..body };
        draw_page(&page, canvas, main);
        let side = Rect { x: main.right() + 1, width: panel + 1, ..body };
        for y in side.y..side.bottom() {
            canvas.put(side.x, y, 1, "│", canvas.theme().rule);
        }
        side_panel(&page, canvas, Rect { x: side.x + 2, width: panel - 1, ..side });
    } else {
        draw_page(&page, canvas, body);
    }
}

impl Page<'_> {
    /// What this item asks, for so many columns.
    fn asked(&self, width: u16) -> Asked {
        match self.item {
            Item::Assumption(one) => assumption::asked(self, one, width),
            Item::Influence(one) => influence::asked(self, one, width),
            Item::Risk(one) => risk::asked(self, one, width),
            // A feature has a page of its own.
            Item::Feature(..) => Asked::plain(Vec::new(), Sheet::new(width)),
        }
    }

    /// An answer at a place, from 0, with its key, word and styles: those of the strip, and those of the box once given.
    fn choice(&self, place: usize, key: char, word: &str, styles: (Style, Style), given: Option<usize>) -> Choice {
        Choice {
            key,
            word: capital(word),
            strip: styles.0,
            filled: styles.1,
            given: given == Some(place),
            marked: self.walk.focus == Some(place),
            target: Target::Choice(place),
        }
    }

    fn session(&self) -> &Session {
        &self.workshop.session
    }
}

/// What the room says, in a line: the answer in its own style, or that nothing was said yet.
fn outcome(theme: &Theme, answer: Option<(&str, Style)>, sheet: &mut Sheet) {
    match answer {
        Some((words, style)) => sheet.line(vec![
            ("The room says  ".into(), theme.muted),
            (format!(" {} ", words.to_uppercase()), style.add_modifier(Modifier::BOLD)),
        ]),
        None => sheet.line(vec![("Not yet discussed".into(), theme.muted)]),
    }
}

/// A note, or nothing.
fn note(theme: &Theme, term: &str, words: &str, sheet: &mut Sheet) {
    if !words.trim().is_empty() {
        sheet.hanging(&format!("{term}  "), words.trim(), theme.muted, theme.text);
    }
}

/// The rows each part of the page gets.
struct Plan {
    /// Blank rows above the statement, above the answers and above what was said.
    gaps: [u16; 3],
    statement: u16,
    prompts: u16,
    question: u16,
    answers: u16,
    under: u16,
    said: u16,
}

/// Columns before the statement, for the id.
const INDENT: u16 = 5;
/// Rows of the boxes without borders, of their borders, and what digits of twice the height take more.
const BARE: u16 = 5;
const BORDERS: u16 = 2;
const TALLER: u16 = 4;
/// Rows from which every item has room for digits of twice the height.
const TALL_PAGE: u16 = 26;

impl Plan {
    fn of(page: &Page, asked: &Asked, body: Rect) -> Self {
        let width = body.width.saturating_sub(INDENT + 1);
        let prompts: u16 = asked.prompts.iter().map(|one| text::rows(one, width)).sum();
        let said = u16::try_from(asked.said.len()).unwrap_or(9);
        let mut plan = Self {
            gaps: [0; 3],
            statement: text::rows(page.item.text(), width).clamp(1, 4),
            prompts: 0,
            question: u16::from(!asked.question.is_empty()),
            answers: BARE,
            under: u16::from(!asked.under.is_empty()),
            said: said.min(1),
        };
        let rows = body.height;
        plan.grow(rows, |plan| plan.said = said.min(2));
        if asked.needed {
            plan.grow(rows, |plan| plan.prompts = prompts.min(2));
            plan.grow(rows, |plan| plan.prompts = prompts);
        }
        plan.grow(rows, |plan| plan.said = said.min(3));
        plan.grow(rows, |plan| plan.answers += BORDERS);
        plan.grow(rows, |plan| plan.said = said.min(4));
        plan.grow(rows, |plan| plan.gaps[1] = 1);
        plan.grow(rows, |plan| plan.prompts = plan.prompts.max(prompts.min(2)));
        plan.grow(rows, |plan| plan.gaps[2] = 1);
        plan.grow(rows, |plan| plan.said = said.min(6));
        plan.grow(rows, |plan| plan.gaps[0] = 1);
        // Only where it holds for every item: digits that change their size from item to item unsettle the room.
        if rows >= TALL_PAGE {
            plan.grow(rows, |plan| plan.answers += TALLER);
        }
        plan.grow(rows, |plan| plan.prompts = prompts);
        plan.grow(rows, |plan| plan.said = said);
        plan.grow(rows, |plan| plan.gaps = [2, 2, 1]);
        plan
    }

    fn rows(&self) -> u16 {
        let parts = [self.statement, self.prompts, self.question, self.answers, self.under, self.said];
        self.gaps.iter().chain(&parts).sum()
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

fn draw_page(page: &Page, canvas: &mut Canvas, body: Rect) {
    let asked = page.asked(body.width);
    let plan = Plan::of(page, &asked, body);
    let theme = page.theme;
    let mut y = body.y + plan.gaps[0];
    statement(page, canvas, Rect { y, height: plan.statement, ..body });
    y += plan.statement;
    let inside = Rect { x: body.x + INDENT, width: body.width.saturating_sub(INDENT + 1), ..body };
    let mut left = plan.prompts;
    for prompt in &asked.prompts {
        let used = canvas.put_wrapped(Rect { y, height: left, ..inside }, prompt, theme.muted);
        y += used;
        left -= used;
    }
    y += plan.gaps[1];
    if plan.question > 0 {
        canvas.put(body.x, y, body.width, &format!("► {}", asked.question), theme.accent);
        y += 1;
    }
    let many = asked.choices.len();
    for (number, choice) in asked.choices.iter().enumerate() {
        let (x, width) = choices::place(body, number, many);
        choices::draw(canvas, Rect { x, y, width, height: plan.answers }, choice);
        let under = asked.under.get(number).map_or("", String::as_str);
        canvas.put_centred(x, y + plan.answers, width, under, theme.accent);
    }
    y += plan.answers + plan.under + plan.gaps[2];
    asked.said.put(canvas, Rect { y, height: body.bottom().saturating_sub(y), ..body }, 0);
}

fn statement(page: &Page, canvas: &mut Canvas, area: Rect) {
    let theme = page.theme;
    canvas.put(area.x, area.y, INDENT, page.item.id().as_str(), theme.accent);
    // Until an answer is marked the cursor stands at the statement.
    canvas.cursor(area.x, area.y);
    let bold = theme.text.add_modifier(Modifier::BOLD);
    let inside = Rect { x: area.x + INDENT, width: area.width.saturating_sub(INDENT), ..area };
    canvas.put_wrapped(inside, page.item.text(), bold);
}

/// The narrow form: the statement, then one answer a line, then what was said.
fn list(page: &Page, canvas: &mut Canvas, body: Rect) {
    let asked = page.asked(body.width);
    let kept = u16::try_from(asked.choices.len()).unwrap_or(5) + 1;
    let wish = text::rows(page.item.text(), body.width.saturating_sub(INDENT)).max(1);
    let rows = wish.min(body.height.saturating_sub(kept)).max(1);
    statement(page, canvas, Rect { height: rows, ..body });
    let mut y = body.y + rows;
    for (number, choice) in asked.choices.iter().enumerate() {
        let end = asked.under.get(number).map_or("", String::as_str);
        choices::line(canvas, Rect { y, height: 1, ..body }, choice, "  ■", end);
        y += 1;
    }
    // What is asked with it, as far as there is room below what was said.
    let said = u16::try_from(asked.said.len()).unwrap_or(1);
    asked.said.put(canvas, Rect { y, height: body.bottom().saturating_sub(y), ..body }, 0);
    y += said;
    for prompt in &asked.prompts {
        let area = Rect { y, height: body.bottom().saturating_sub(y), ..body };
        y += canvas.put_wrapped(area, prompt, page.theme.muted);
    }
}

/// The section's items with their marks, the time, and the parked list.
fn side_panel(page: &Page, canvas: &mut Canvas, area: Rect) {
    let theme = page.theme;
    let items = page.app.cx.framework.items_in(page.section);
    canvas.put(area.x, area.y + 1, area.width, &section::label(page.section).to_uppercase(), theme.accent);
    let spacing = if usize::from(area.height) > 12 + 2 * items.len() { 2 } else { 1 };
    for (item, y) in items.into_iter().zip((area.y + 3..).step_by(spacing)) {
        let current = item.id() == page.item.id();
        let arrow = if current { "►" } else { " " };
        let style = if current { theme.text.add_modifier(Modifier::BOLD) } else { theme.text };
        canvas.put(area.x, y, 17, &format!("{arrow}{:<4}{}", item.id().as_str(), item.label()), style);
        let (mark, style) =
            super::naming::styled(crate::view::marks::of(&page.app.cx.framework, page.session(), item), theme);
        canvas.put(area.x + 18, y, area.width.saturating_sub(18), &format!(" {mark} "), style);
    }
    aside(page.app, page.workshop, &page.section.id(), canvas, area);
}
