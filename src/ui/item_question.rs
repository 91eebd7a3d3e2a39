//! An item that the room talks about: its statement, the big answers, what was voted and what is agreed so far.
//!
//! Nothing else to read. The statement, the answers and what is agreed are never dropped.

mod panel;
mod plan;
mod reveal;

use self::plan::Plan;
use super::sheet::{Pieces, Sheet};
use super::size::{Height, Size, Width};
use super::theme::Theme;
use super::{Canvas, choices, chrome, text};
use crate::app::Target;
use crate::app::keymap::Command;
use crate::view::{Frame, ItemQuestion, Outcome, Text, Tone, VoteLine};
use crate::words::capital;
use ratatui::layout::Rect;

/// Columns of the side panel.
const PANEL: u16 = 34;

pub(super) fn draw(frame: &Frame, question: &ItemQuestion, canvas: &mut Canvas) {
    let body = chrome::draw_frame(frame, canvas);
    let size = Size::of(canvas.area());
    if size == Size::List {
        list(question, canvas, body);
    } else if let Some(votes) = &question.reveal {
        reveal::draw(question, votes, canvas, body);
    } else if size.has(Width::Wide, Height::Medium) {
        let main = Rect { width: body.width - PANEL - 2, ..body };
        page(question, canvas, main);
        for y in body.y..body.bottom() {
            canvas.put(main.right() + 1, y, 1, "│", canvas.theme().rule);
        }
        panel::draw(&question.panel, canvas, Rect { x: main.right() + 3, width: PANEL - 1, ..body });
    } else {
        page(question, canvas, body);
    }
}

/// Where the statement stands, beside the id.
fn inside(question: &ItemQuestion, body: Rect) -> Rect {
    let indent = (text::width(&question.id) + 2).max(4);
    Rect { x: body.x + indent, width: body.width.saturating_sub(indent + 1), ..body }
}

fn page(question: &ItemQuestion, canvas: &mut Canvas, body: Rect) {
    let theme = canvas.theme();
    let (votes, said) = (votes(&question.votes, body.width, theme), said(question, body.width, theme));
    let plan = Plan::of(question, body, &votes, &said);
    let inside = inside(question, body);
    let mut y = body.y + plan.gaps[0];
    statement(question, canvas, Rect { y, height: plan.statement, ..body });
    y += plan.statement;
    canvas.put_wrapped(Rect { y, height: plan.plain, ..inside }, &question.plain, theme.text);
    y += plan.plain;
    canvas.put_wrapped(Rect { y, height: plan.question, ..inside }, &question.question, theme.muted);
    y += plan.question;
    if plan.findings > 0 {
        findings(question, inside.width, theme).put(canvas, Rect { y, height: plan.findings, ..inside }, 0);
    }
    y += plan.findings;
    let mut below = y + u16::from(plan.anchors > 0);
    for anchor in question.anchors.iter().filter(|_| plan.anchors > 0) {
        below += canvas.put_wrapped(Rect { y: below, height: plan.anchors, ..inside }, anchor, theme.muted);
    }
    y += plan.anchors + plan.gaps[1];
    if plan.asks > 0 {
        canvas.put(body.x, y, body.width, &format!("► {}", question.asks[0]), theme.accent);
        canvas.hit(Rect { y, height: 1, ..body }, Target::Command(Command::Down));
    }
    y += plan.asks;
    levels(question, canvas, Rect { y, height: plan.levels, ..body });
    y += plan.levels;
    choices::draw_all(canvas, Rect { y, height: plan.answers, ..body }, &question.choices);
    y += plan.answers + plan.under + plan.gaps[2];
    Sheet::fitted(votes, plan.votes, 0).put(canvas, Rect { y, height: plan.votes, ..body }, 0);
    y += plan.votes;
    let rows = body.bottom().saturating_sub(y);
    fitted(question, said, rows, theme).put(canvas, Rect { y, height: rows, ..body }, 0);
}

/// The narrow form: the statement, then one answer a line, then what was said and what helps to talk.
fn list(question: &ItemQuestion, canvas: &mut Canvas, body: Rect) {
    let theme = canvas.theme();
    let below = |y: u16| Rect { y, height: body.bottom().saturating_sub(y), ..body };
    // The answers, and what is agreed: beside the levels, where there are two.
    let kept = u16::try_from(question.choices.len()).unwrap_or(5) + 1 + u16::from(!question.kept[0].is_empty());
    let whole = text::rows(&question.statement, inside(question, body).width + 1).max(1);
    let rows = whole.min(body.height.saturating_sub(kept)).max(1);
    statement(question, canvas, Rect { height: rows, ..body });
    let mut y = body.y + rows;
    if !question.levels.is_empty() {
        levels(question, canvas, Rect { height: 1, ..below(y) });
        y += 1;
    }
    for choice in &question.choices {
        choices::line(canvas, Rect { y, height: 1, ..body }, choice);
        y += 1;
    }
    let said = said(question, body.width, theme);
    let room = below(y).height.saturating_sub(u16::try_from(said.len()).unwrap_or(2).min(2));
    let votes = Sheet::fitted(votes(&question.votes, body.width, theme), room, 0);
    votes.put(canvas, below(y), 0);
    y += votes.rows();
    let said = fitted(question, said, below(y).height, theme);
    said.put(canvas, below(y), 0);
    y += said.rows();
    if !question.plain.is_empty() {
        y += canvas.put_wrapped(below(y), &question.plain, theme.text);
    }
    findings(question, body.width, theme).put(canvas, below(y), 0);
    if question.findings.is_empty() {
        canvas.put_wrapped(below(y), &question.question, theme.muted);
    }
}

fn statement(question: &ItemQuestion, canvas: &mut Canvas, area: Rect) {
    let theme = canvas.theme();
    let inside = inside(question, area);
    canvas.put(area.x, area.y, inside.x - area.x, &question.id, theme.accent);
    // Until an answer is marked the cursor stands at the statement.
    canvas.cursor(area.x, area.y);
    canvas.put_wrapped(Rect { width: inside.width + 1, ..inside }, &question.statement, theme.style(Tone::Marked));
}

fn findings(question: &ItemQuestion, width: u16, theme: &Theme) -> Sheet {
    let mut sheet = Sheet::new(width);
    for finding in &question.findings {
        sheet.hanging("· ", finding, theme.muted, theme.muted);
    }
    sheet
}

/// Both levels in a line, the one that is asked marked.
fn levels(question: &ItemQuestion, canvas: &mut Canvas, area: Rect) {
    let theme = canvas.theme();
    let half = area.width / 2;
    let places = [(area.x, Command::Up), (area.x + half, Command::Down)];
    for (level, (x, command)) in question.levels.iter().zip(places) {
        canvas.hit(Rect { x, width: half, height: 1, ..area }, Target::Command(command));
        let [long, short] = &level.said;
        let whole = text::width(&level.name).saturating_add(text::width(long)).saturating_add(4);
        let said = match if area.width < 60 || whole > half { short } else { long } {
            said if said.is_empty() => "·",
            said => said,
        };
        let (words, style) = if level.is_asked {
            (format!("► {} {said}", level.name.to_uppercase()), theme.accent)
        } else {
            (format!("  {} {said}", capital(&level.name)), theme.muted)
        };
        canvas.put(x, area.y, half, &words, style);
    }
}

/// The lines on votes and missing voices.
fn votes<'all>(lines: impl IntoIterator<Item = &'all VoteLine>, width: u16, theme: &Theme) -> Vec<Sheet> {
    let blocks = lines.into_iter().map(|one| {
        let mut sheet = Sheet::new(width);
        let head = if one.head.is_empty() { String::new() } else { format!("{}  ", one.head.to_uppercase()) };
        let words = format!("{} {}", one.words, one.keys);
        sheet.hanging(&head, words.trim(), theme.bold(theme.accent), theme.text);
        sheet
    });
    blocks.collect()
}

/// What was said in so many rows. Where not all of it can be begun, the last row says in a word each what there is.
fn fitted(question: &ItemQuestion, mut blocks: Vec<Sheet>, rows: u16, theme: &Theme) -> Sheet {
    let flags = question.flags.len().min(1);
    let width = blocks.first().map_or(0, Sheet::width);
    let [asked, briefly] = question.asks_evidence;
    let lines = blocks.iter().map(Sheet::len).sum::<usize>();
    if let (Some(first), false) = (blocks.first_mut(), asked.is_empty())
        && !first.put_beside(4, asked, theme.muted)
    {
        if lines < usize::from(rows) {
            let mut sheet = Sheet::new(width);
            sheet.text(0, asked, theme.muted);
            blocks.insert(1, sheet);
        } else {
            first.put_beside(2, briefly, theme.muted);
        }
    }
    let is_whole = text::width(&question.flags.join("   ")) + 2 <= width;
    if blocks.len() <= usize::from(rows) && is_whole || rows < 2 || question.kept[0].is_empty() {
        return Sheet::fitted(blocks, rows, flags);
    }
    let mut kept = Sheet::new(width);
    let [long, short] = &question.kept;
    let words = if text::width(long) + 2 <= kept.width() { long } else { short };
    kept.line(vec![(format!("■ {words}"), theme.accent)]);
    blocks.truncate(blocks.len() - flags);
    blocks.push(kept);
    Sheet::fitted(blocks, rows, 1)
}

/// What the room said: the outcome, the evidence beside it where there is room, what was written down, and the flags.
fn said(question: &ItemQuestion, width: u16, theme: &Theme) -> Vec<Sheet> {
    let line = |pieces: Pieces| {
        let mut sheet = Sheet::new(width);
        sheet.line(pieces);
        sheet
    };
    let first = outcome(&question.outcome, width, theme);
    let mut blocks = vec![line(first)];
    if !question.evidence.is_empty() && !blocks[0].put_beside(4, &question.evidence, theme.text) {
        let mut sheet = Sheet::new(width);
        sheet.text(0, &question.evidence, theme.text);
        blocks.push(sheet);
    }
    blocks.extend(question.said.0.iter().map(|block| Sheet::of(&Text(vec![block.clone()]), width, theme)));
    if !question.flags.is_empty() {
        let mut sheet = Sheet::new(width);
        sheet.text(0, &format!("■ {}", question.flags.join("   ")), theme.accent);
        blocks.push(sheet);
    }
    blocks
}

/// What the room said, in as many words as there are columns for.
pub(super) fn outcome(outcome: &Outcome, width: u16, theme: &Theme) -> Pieces {
    let bold = theme.style(Tone::Marked);
    let mut pieces = Vec::new();
    let answer = &outcome.answer;
    let words = match answer.tone {
        _ if answer.text.is_empty() => String::new(),
        Tone::Muted => answer.text.clone(),
        Tone::Marked => answer.text.to_uppercase(),
        _ => format!(" {} ", answer.text.to_uppercase()),
    };
    // Where both have no room the answer stands alone.
    let term = format!("{}  ", outcome.term);
    if !outcome.term.is_empty() && text::width(&term) + text::width(&words) <= width {
        pieces.push((term, theme.muted));
    }
    let style = theme.style(answer.tone);
    let gap = if words.is_empty() { "" } else { "  " };
    pieces.push((words, if answer.tone == Tone::Muted { style } else { theme.bold(style) }));
    let used: u16 = pieces.iter().map(|(words, _)| text::width(words)).sum();
    let in_brackets = |more: &String| if answer.tone == Tone::Marked { format!("({more})") } else { more.clone() };
    let forms: Vec<String> = outcome.more.iter().map(in_brackets).map(|more| format!("{gap}{more}")).collect();
    // Half of "(agreed)" says less than nothing.
    let last = forms.last().filter(|_| answer.tone != Tone::Marked);
    let more = forms.iter().find(|form| used + text::width(form) <= width).or(last);
    pieces.extend(more.map(|more| (more.clone(), bold)));
    pieces
}
