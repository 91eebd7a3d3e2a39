//! A revealed vote fills the page: a column for each answer, as high as its count, and how far the room agrees, large.
//!
//! Nobody reads a column: the number stands on it, the answer under it, and its top has the colour of
//! text, so that no column rests on its tone.

mod columns;

use self::columns::{Columns, TALL};
use super::{fitted, inside, said, statement, votes};
use crate::ui::canvas::Canvas;
use crate::ui::face::{self, Scale};
use crate::ui::sheet::Sheet;
use crate::ui::text;
use crate::ui::theme::Theme;
use crate::view::{ItemQuestion, Reveal, Tone, VotedGroup};
use ratatui::layout::Rect;

/// The least and the most rows of numbers and columns, as long as all groups have a row.
const LEAST: u16 = 3;
const MOST: u16 = 22;

/// How many rows each part gets.
struct Plan {
    /// The word in pixels, or on a band.
    scale: Option<Scale>,
    /// What is told beside the word, or else in rows under it.
    beside: bool,
    /// Whether it is told in short.
    brief: bool,
    columns: u16,
    told: u16,
    /// Blank rows between the parts.
    gap: u16,
}

/// The parts that take their rows before the columns do.
struct Parts {
    /// The statement, the same in plain words, and the levels.
    statement: u16,
    /// The digits and words of the answers.
    foot: u16,
    under: u16,
    told: u16,
    /// A row for what is kept, where anything is.
    kept: u16,
}

impl Parts {
    fn fixed(&self) -> u16 {
        self.statement + self.foot + self.under
    }
}

impl Plan {
    /// The word as large as the columns and what must be said leave room for.
    fn of(word: &str, [facts, brief]: [&str; 2], parts: &Parts, body: Rect) -> Self {
        let room = |scale: Scale| {
            let wide = face::width(word, scale).filter(|wide| *wide <= body.width && *wide > 0)?;
            Some(body.width.saturating_sub(wide + 3))
        };
        let rows_of = |facts: &str| if facts.is_empty() { 0 } else { text::rows(facts, body.width) };
        for (scale, least, gap) in
            [(Scale::Large, TALL, 1), (Scale::Small, TALL - 2, 1), (Scale::Small, LEAST + 2 - parts.foot, 0)]
        {
            let Some(room) = room(scale) else { continue };
            let beside = room >= 14 && text::rows(facts, room) <= scale.rows();
            let under = if beside { 0 } else { rows_of(facts) };
            let others = parts.fixed() + scale.rows() + under + parts.told + 3 * gap;
            let columns = body.height.saturating_sub(others).min(MOST);
            if columns >= least {
                return Self { scale: Some(scale), beside, brief: false, columns, told: parts.told, gap };
            }
        }
        let band = u16::from(!word.is_empty());
        let is_beside = |facts: &str| band > 0 && text::width(word) + text::width(facts) + 6 <= body.width;
        let others = |facts: &str| parts.fixed() + band + if is_beside(facts) { 0 } else { rows_of(facts) };
        // What the columns show as well is the first that gives way to them.
        let short = others(facts) + LEAST + parts.told.min(1) > body.height;
        let facts = if short { brief } else { facts };
        let spare = body.height.saturating_sub(others(facts));
        let gap = u16::from(spare > parts.told + TALL + 3);
        let most = spare.saturating_sub(parts.told.min(1)).clamp(1, MOST);
        let columns = spare.saturating_sub(parts.told + 3 * gap).max(LEAST - parts.kept).min(most);
        let told = spare.saturating_sub(columns + 3 * gap);
        Self { scale: None, beside: is_beside(facts), brief: short, columns, told, gap }
    }
}

pub(super) fn draw(question: &ItemQuestion, reveal: &Reveal, canvas: &mut Canvas, body: Rect) {
    let theme = canvas.theme();
    let word = reveal.word.to_uppercase();
    let (facts, brief) = (reveal.facts.join(", "), reveal.brief.join(", "));
    let told = told(question, reveal, body.width, theme);
    let wide = inside(question, body).width + 1;
    let stated = text::rows(&question.statement, wide).clamp(1, if body.height < 16 { 2 } else { 3 });
    let levels = u16::from(!question.levels.is_empty());
    let mut rows = under(question, reveal);
    let name = |row: &VotedGroup| text::width(if body.width < 76 { &row.short } else { &row.name });
    let names = rows.iter().map(name).max().map_or(0, |wide| wide + 2);
    let names = names.min(body.width.saturating_sub(Columns::least(&question.choices)));
    let columns = Columns::of(&question.choices, body.x + names, body.width - names);
    let told_rows: u16 = told.iter().map(Sheet::rows).sum();
    let above = stated + levels + columns.foot();
    // The word, the numbers on the columns and what the room does next keep a row each.
    let kept = u16::from(!word.is_empty()) + 1 + told_rows.min(1);
    shorten(&mut rows, body.height.saturating_sub(above + kept));
    let rows_under = u16::try_from(rows.len()).unwrap_or(9);
    // The votes come first, and what is agreed on them; the plain words have been read before.
    let plain = if question.plain.is_empty() { 0 } else { text::rows(&question.plain, wide - 1) };
    let others = above + rows_under + LEAST + text::rows(&facts, body.width).max(1) + told_rows.min(3);
    let plain = if others + plain <= body.height { plain } else { 0 };
    let parts = Parts {
        statement: stated + plain + levels,
        foot: columns.foot(),
        under: rows_under,
        told: told_rows,
        kept: u16::from(!question.kept[0].is_empty()),
    };
    let plan = Plan::of(&word, [&facts, &brief], &parts, body);
    let facts = if plan.brief { brief } else { facts };
    let mut y = body.y;
    statement(question, canvas, Rect { height: stated, ..body });
    let below = Rect { y: y + stated, height: plain, ..inside(question, body) };
    canvas.put_wrapped(below, &question.plain, theme.text);
    super::levels(question, canvas, Rect { y: y + stated + plain, height: levels, ..body });
    y += parts.statement + plan.gap;
    columns.draw(canvas, Rect { y, height: plan.columns + parts.foot, ..body });
    y += plan.columns + parts.foot;
    for row in &rows {
        let room = if row.counts.is_empty() && row.stands.is_empty() { body.width } else { names.saturating_sub(1) };
        canvas.put(body.x, y, room, &named(row, &rows, room), theme.text);
        columns.counts(row, canvas, Rect { y, height: 1, ..body });
        y += 1;
    }
    y += plan.gap;
    y = headline(&word, &facts, &plan, canvas, Rect { y, height: body.bottom().saturating_sub(y), ..body }) + plan.gap;
    let rows = body.bottom().saturating_sub(y).max(plan.told.min(1));
    fitted(question, told, rows, theme).put(canvas, Rect { y, height: rows, ..body }, 0);
}

/// A group's name in so many columns: whole words of it, where no other group's name begins with them.
fn named(row: &VotedGroup, all: &[VotedGroup], room: u16) -> String {
    if let Some(name) = [&row.name, &row.short].into_iter().find(|name| text::width(name) <= room) {
        return name.clone();
    }
    let is_own = |words: &&str| {
        !words.is_empty()
            && all.iter().filter(|other| other.short.starts_with(words.trim_end_matches(','))).count() == 1
    };
    let with_dots = Some(text::whole_words(&row.short, room.saturating_sub(2))).filter(is_own);
    let words = with_dots.map(|words| format!("{words}.."));
    let bare = || Some(text::whole_words(&row.short, room)).filter(is_own).map(str::to_owned);
    words.or_else(bare).unwrap_or_else(|| text::shortened(&row.short, room).into_owned())
}

/// What is told below the word, the most needed first: what the room said or, until it did, whom to hear; how it moved.
fn told(question: &ItemQuestion, reveal: &Reveal, width: u16, theme: &Theme) -> Vec<Sheet> {
    let mut told = votes(question.votes.iter().filter(|line| !reveal.shows(line)), width, theme);
    let mut said = said(question, width, theme);
    // Until the room decides there is nothing to read about what it said.
    let outcome = said.remove(0);
    if question.outcome.answer.tone != Tone::Muted {
        told.insert(0, outcome);
    }
    told.append(&mut said);
    told
}

/// The word, large or on a band, and what follows from the counts; gives the row below.
fn headline(word: &str, facts: &str, plan: &Plan, canvas: &mut Canvas, area: Rect) -> u16 {
    let theme = canvas.theme();
    let (used, rows) = match plan.scale {
        Some(scale) => (face::put(canvas, area.x, area.y, word, scale, theme.accent) + 3, scale.rows()),
        None if word.is_empty() => (0, 0),
        None => {
            canvas.fill(Rect { height: 1, ..area }, theme.focus);
            (canvas.put(area.x + 1, area.y, area.width, word, theme.bold(theme.focus)) + 4, 1)
        }
    };
    if plan.beside && rows == 1 {
        canvas.put(area.x + used, area.y, area.width.saturating_sub(used), facts, theme.focus);
        return area.y + 1;
    }
    if plan.beside && rows > 1 {
        let beside = Rect { x: area.x + used, width: area.width.saturating_sub(used), height: rows, ..area };
        canvas.put_wrapped(beside, facts, theme.text);
        return area.y + rows;
    }
    let below = Rect { y: area.y + rows, height: area.height.saturating_sub(rows), ..area };
    below.y + canvas.put_wrapped(below, facts, theme.text)
}

/// The counts of the round before, and those of the groups.
fn under(question: &ItemQuestion, reveal: &Reveal) -> Vec<VotedGroup> {
    let before = question.choices.iter().map(|choice| choice.votes.and_then(|(before, _)| before));
    let is_second = before.clone().any(|count| count.is_some());
    let first = is_second.then(|| VotedGroup::in_round_1(before.map(|count| count.unwrap_or(0)).collect()));
    first.into_iter().chain(reveal.groups.iter().cloned()).collect()
}

/// Leaves so many rows of groups, the last of which says how many more there are.
fn shorten(rows: &mut Vec<VotedGroup>, most: u16) {
    let most = usize::from(most).max(1);
    if rows.len() > most {
        let more = rows.len() + 1 - most;
        rows.truncate(most - 1);
        rows.push(VotedGroup::more(more));
    }
}
