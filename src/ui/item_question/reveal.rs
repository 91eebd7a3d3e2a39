//! A revealed vote fills the page: a column for each answer, as high as its count, and how far the room agrees, large.
//!
//! Nobody reads a column: the number stands on it, the answer under it, and its top has the colour of
//! text, so that no column rests on its tone.

use super::{fitted, inside, said, statement, votes};
use crate::ui::canvas::Canvas;
use crate::ui::face::{self, Scale};
use crate::ui::sheet::Sheet;
use crate::ui::text;
use crate::ui::theme::Theme;
use crate::view::{Choice, ItemQuestion, Reveal, Tone, VotedGroup};
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// Rows from which numbers are drawn in pixels on top of the columns.
const TALL: u16 = 11;

/// The least and the most rows of numbers and columns.
const LEAST: u16 = 4;
const MOST: u16 = 22;

/// Columns of the names before the counts of groups and of the round before.
const NAMES: u16 = 17;

/// How many rows each part gets.
struct Plan {
    /// The word in pixels, or on a band.
    scale: Option<Scale>,
    /// What is told beside the word, or else in rows under it.
    beside: bool,
    columns: u16,
    told: u16,
    /// Blank rows between the parts.
    gap: u16,
}

/// The parts that take their rows before the columns do.
struct Parts {
    /// The statement, the same in plain words, and the levels.
    statement: u16,
    under: u16,
    told: u16,
    /// Rows of the facts where they stand under the word.
    facts: u16,
    /// A row for what is kept, where anything is.
    kept: u16,
}

impl Plan {
    /// The word as large as the columns and what must be said leave room for.
    fn of(word: &str, facts: &str, parts: &Parts, body: Rect) -> Self {
        let fixed = parts.statement + 1 + parts.under;
        let room = |scale: Scale| {
            let wide = face::width(word, scale).filter(|wide| *wide <= body.width && *wide > 0)?;
            Some(body.width.saturating_sub(wide + 3))
        };
        for (scale, least, gap) in [(Scale::Large, TALL, 1), (Scale::Small, TALL - 2, 1), (Scale::Small, LEAST, 0)] {
            let Some(room) = room(scale) else { continue };
            let beside = room >= 14 && text::rows(facts, room) <= scale.rows();
            let under = if beside { 0 } else { parts.facts };
            let others = fixed + scale.rows() + under + parts.told + 3 * gap;
            let columns = body.height.saturating_sub(others).min(MOST);
            if columns >= least {
                return Self { scale: Some(scale), beside, columns, told: parts.told, gap };
            }
        }
        let band = u16::from(!word.is_empty());
        let beside = text::width(word) + text::width(facts) + 6 <= body.width;
        let others = fixed + band + if beside && band > 0 { 0 } else { parts.facts };
        let spare = body.height.saturating_sub(others);
        let gap = u16::from(spare > parts.told + TALL + 3);
        let columns = spare.saturating_sub(parts.told + 3 * gap).clamp(LEAST - parts.kept, MOST);
        Self { scale: None, beside, columns, told: spare.saturating_sub(columns + 3 * gap), gap }
    }
}

pub(super) fn draw(question: &ItemQuestion, reveal: &Reveal, canvas: &mut Canvas, body: Rect) {
    let theme = canvas.theme();
    let word = reveal.word.to_uppercase();
    let facts = reveal.facts.join(", ");
    let told = told(question, reveal, body.width, theme);
    let wide = inside(question, body).width + 1;
    let stated = text::rows(&question.statement, wide).clamp(1, if body.height < 16 { 2 } else { 3 });
    let levels = u16::from(!question.levels.is_empty());
    let before = question.choices.iter().any(|choice| matches!(choice.votes, Some((Some(_), _))));
    let rows_under = u16::from(before) + u16::try_from(reveal.groups.len()).unwrap_or(9);
    let facts_rows = text::rows(&facts, body.width);
    let told_rows: u16 = told.iter().map(Sheet::rows).sum();
    // The votes come first, and what is agreed on them; the plain words have been read before.
    let plain = if question.plain.is_empty() { 0 } else { text::rows(&question.plain, wide - 1) };
    let others = stated + levels + rows_under + LEAST + 1 + facts_rows.max(1) + told_rows.min(3);
    let plain = if others + plain <= body.height { plain } else { 0 };
    let parts = Parts {
        statement: stated + plain + levels,
        under: rows_under,
        told: told_rows,
        facts: facts_rows,
        kept: u16::from(!question.kept[0].is_empty()),
    };
    let plan = Plan::of(&word, &facts, &parts, body);
    let mut y = body.y;
    statement(question, canvas, Rect { height: stated, ..body });
    let below = Rect { y: y + stated, height: plain, ..inside(question, body) };
    canvas.put_wrapped(below, &question.plain, theme.text);
    super::levels(question, canvas, Rect { y: y + stated + plain, height: levels, ..body });
    y += parts.statement + plan.gap;
    let rows = under(question, reveal, before);
    let wide = |row: &VotedGroup| text::width(if body.width < 76 { &row.short } else { &row.name });
    let names = rows.iter().map(wide).max().map_or(0, |wide| (wide + 2).min(NAMES));
    let area = Rect { x: body.x + names, y, width: body.width - names, height: plan.columns + 1 };
    columns(&question.choices, canvas, area);
    y += plan.columns + 1;
    for row in &rows {
        counts(row, canvas, Rect { y, height: 1, ..body }, area, question.choices.len());
        y += 1;
    }
    y += plan.gap;
    y = headline(&word, &facts, &plan, canvas, Rect { y, height: body.bottom().saturating_sub(y), ..body }) + plan.gap;
    let rows = body.bottom().saturating_sub(y).max(plan.told.min(1));
    fitted(question, told, rows, theme).put(canvas, Rect { y, height: rows, ..body }, 0);
}

/// What is told below the word: whom to hear, how it moved, and what the room said if it did.
fn told(question: &ItemQuestion, reveal: &Reveal, width: u16, theme: &Theme) -> Vec<Sheet> {
    let mut told = votes(question.votes.iter().filter(|line| !reveal.shows(line)), width, theme);
    let mut said = said(question, width, theme);
    // Until the room decides there is nothing to read about what it said.
    if question.outcome.answer.tone == Tone::Muted {
        said.remove(0);
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

/// Where the column of an answer stands: its whole place, and the part of it that is filled.
fn place(area: Rect, number: usize, of: usize) -> (Rect, Rect) {
    let (number, of) = (u16::try_from(number).unwrap_or(0), u16::try_from(of).unwrap_or(1).max(1));
    let pitch = area.width / of;
    let spare = (area.width - pitch * of) / 2;
    // Ten columns hold "3 Growing" and its gap; in fewer, words stand apart without their keys.
    let gap = u16::from(pitch >= 8 && pitch != 10);
    let whole = Rect { x: area.x + spare + number * pitch, width: pitch - gap, ..area };
    let edge = (whole.width / 6).max(1);
    (whole, Rect { x: whole.x + edge, width: whole.width.saturating_sub(2 * edge), ..whole })
}

/// The columns on their answers.
fn columns(choices: &[Choice], canvas: &mut Canvas, area: Rect) {
    let theme = canvas.theme();
    let most = u32::from(choices.iter().map(|choice| choice.most_votes).max().unwrap_or(0).max(1));
    let digits = if area.height > TALL { Scale::Small.rows() } else { 1 };
    let foot = area.bottom() - 1;
    let halves = u32::from((foot - area.y).saturating_sub(digits)) * 2;
    // The key stands before each word, or before none of them.
    let room = place(area, 0, choices.len()).0.width;
    let keyed = choices.iter().all(|choice| text::width(first_word(choice)) + 3 <= room);
    for (number, choice) in choices.iter().enumerate() {
        let (whole, filled) = place(area, number, choices.len());
        let votes = choice.votes.map_or(0, |(_, votes)| votes);
        // Any vote is a row at least; the most votes reach the numbers.
        let high = u16::try_from((u32::from(votes) * halves + most / 2) / most).unwrap_or(0);
        let high = if votes == 0 { 0 } else { high.max(2) };
        column(choice.tone, high, canvas, Rect { height: foot - area.y, ..filled });
        let top = foot - high.div_ceil(2);
        let words = votes.to_string();
        match face::width(&words, Scale::Small).filter(|_| digits > 1) {
            Some(wide) => {
                let x = whole.x + whole.width.saturating_sub(wide) / 2;
                face::put(canvas, x, top - digits, &words, Scale::Small, theme.style(Tone::Marked));
            }
            None => canvas.put_centred(whole.x, top - 1, whole.width, &words, theme.style(Tone::Marked)),
        }
        answer(choice, keyed, canvas, Rect { y: foot, height: 1, ..whole });
        canvas.hit(whole, choice.target);
    }
}

/// One column, so many half rows high, with a dark top.
fn column(tone: Tone, halves: u16, canvas: &mut Canvas, area: Rect) {
    let theme = canvas.theme();
    let (body, top) = (ground(theme, tone), theme.text);
    for step in 0..halves.div_ceil(2) {
        let y = area.bottom() - 1 - step;
        let row = |sign: &str| sign.repeat(usize::from(area.width));
        let last = step + 1 == halves.div_ceil(2);
        let (sign, style) = match (last, body.fg) {
            (true, _) if halves % 2 == 1 => ("▄", top),
            // Without colours there is no second tone in a cell.
            (true, Some(tone)) => ("▀", top.bg(tone)),
            _ => ("█", body),
        };
        canvas.put(area.x, y, area.width, &row(sign), style);
    }
}

/// What fills a column: the tone's ground as the colour of blocks; its ink where its ground is that of the canvas.
fn ground(theme: &Theme, tone: Tone) -> Style {
    let style = if tone == Tone::Text { theme.muted } else { theme.style(tone) };
    let colour = if style.bg == theme.canvas.bg { style.fg } else { style.bg };
    Style { fg: colour, ..theme.canvas }
}

/// The least of an answer's word that still reads: "Not yet" whole, but "Does" of "Does not hold".
fn first_word(choice: &Choice) -> &str {
    if text::width(&choice.word) <= 8 { &choice.word } else { choice.word.split(' ').next().unwrap_or_default() }
}

/// The answer under its column: the key where there is room for all of them, and the word in its tone.
fn answer(choice: &Choice, keyed: bool, canvas: &mut Canvas, strip: Rect) {
    let theme = canvas.theme();
    let style = if choice.tone == Tone::Text { theme.strip } else { theme.style(choice.tone) };
    let style = if choice.is_given { style.add_modifier(Modifier::UNDERLINED) } else { style };
    canvas.fill(strip, style);
    let mark = if choice.is_marked {
        "►"
    } else if choice.is_given {
        "■"
    } else {
        ""
    };
    // Whole words, as many as there is room for: "Does not" beside "Holds" and "Partly" reads, "Does not h" does not.
    let ends = choice.word.match_indices(' ').map(|(end, _)| end).rev();
    let words = std::iter::once(choice.word.len()).chain(ends).map(|end| &choice.word[..end]);
    let key = if keyed { format!("{} ", choice.key) } else { String::new() };
    let mut forms = words.flat_map(|words| [format!("{mark}{key}{words}"), format!("{mark}{words}")]);
    let words = &forms.find(|form| text::width(form) <= strip.width).unwrap_or_else(|| choice.word.clone());
    canvas.put_centred(strip.x, strip.y, strip.width, words, canvas.theme().bold(style));
    if choice.is_marked {
        canvas.cursor(strip.x + (strip.width.saturating_sub(text::width(words))) / 2 + 1, strip.y);
    }
}

/// The counts of the round before, and those of the groups.
fn under(question: &ItemQuestion, reveal: &Reveal, before: bool) -> Vec<VotedGroup> {
    let first = before.then(|| {
        let counts = question.choices.iter().map(|choice| choice.votes.and_then(|(before, _)| before).unwrap_or(0));
        VotedGroup::in_round_1(counts.collect())
    });
    first.into_iter().chain(reveal.groups.iter().cloned()).collect()
}

/// One row of counts under the answers, or where a group stands.
fn counts(row: &VotedGroup, canvas: &mut Canvas, line: Rect, columns: Rect, answers: usize) {
    let theme = canvas.theme();
    let names = (columns.x - line.x).saturating_sub(1);
    let name = if text::width(&row.name) <= names { &row.name } else { &row.short };
    canvas.put(line.x, line.y, names, &text::shortened(name, names), theme.text);
    canvas.put(columns.x, line.y, columns.width, &row.stands, theme.text);
    for (number, count) in row.counts.iter().enumerate() {
        let (whole, _) = place(Rect { y: line.y, height: 1, ..columns }, number, answers);
        let (words, style) = if *count == 0 { ("·".to_owned(), theme.muted) } else { (count.to_string(), theme.text) };
        canvas.put_centred(whole.x, line.y, whole.width, &words, style);
    }
}
