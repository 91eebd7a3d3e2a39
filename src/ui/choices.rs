//! The answers to one question: boxes with a big key, or lines where there is no room for boxes.
//!
//! The answer that was given is filled; the marked one has a double border and an arrow.

use super::canvas::BIG;
use super::theme::Theme;
use super::{Canvas, text};
use crate::view::{Choice, Tone};
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// The styles of an answer: of the strip with its word, and of the whole box once it is given. Without colours a given
/// answer is turned over, key and word.
fn styles(theme: &Theme, choice: &Choice) -> (Style, Style) {
    if choice.tone == Tone::Text {
        return (theme.strip, theme.focus);
    }
    let tone = theme.style(choice.tone);
    (tone, if theme.turns_over { tone.add_modifier(Modifier::REVERSED) } else { tone })
}

/// The widest a box gets.
const WIDEST: u16 = 17;

/// The column and the width of one box of so many.
fn place(area: Rect, number: usize, of: usize) -> (u16, u16) {
    let (number, of) = (u16::try_from(number).unwrap_or(0), u16::try_from(of).unwrap_or(1).max(1));
    let gap = if area.width >= 76 { 2 } else { 1 };
    let gaps = gap * (of - 1);
    let widest = if of < 5 { WIDEST + 3 } else { WIDEST };
    let width = (area.width.saturating_sub(gaps) / of).min(widest);
    let left = area.x + area.width.saturating_sub(width * of + gaps) / 2;
    (left + number * (width + gap), width)
}

/// Whether something stands in the row below the boxes.
pub(super) fn has_row_below(choices: &[Choice]) -> bool {
    choices.iter().any(|choice| choice.votes.is_some() || !choice.note.is_empty())
}

/// Draws the boxes beside each other, and in the row below the area what stands under each of them.
pub(super) fn draw_all(canvas: &mut Canvas, area: Rect, choices: &[Choice]) {
    let theme = canvas.theme();
    for (number, choice) in choices.iter().enumerate() {
        let (x, width) = place(area, number, choices.len());
        draw(canvas, Rect { x, width, ..area }, choice);
        let style = if choice.votes.is_some() { theme.text } else { theme.accent };
        canvas.put_centred(x, area.bottom(), width, &below(choice, width), style);
    }
}

/// The votes for an answer, or a word that stands below it.
fn below(choice: &Choice, width: u16) -> String {
    choice.votes.map_or(choice.note.to_owned(), |(before, votes)| bar(before, votes, choice.most_votes, width))
}

/// A count with its bar, and the count of the round before where there was one: `2→3 ■■■`.
fn bar(before: Option<u16>, votes: u16, most: u16, width: u16) -> String {
    let digits = before.map_or(votes.to_string(), |before| format!("{before}→{votes}"));
    let room = u32::from(width.saturating_sub(text::width(&digits) + 1));
    let most = u32::from(most);
    // A vote is a dot while they fit; then the longest bar fills the room, and nobody's vote vanishes.
    let dots = if most <= room { u32::from(votes) } else { (u32::from(votes) * room).div_ceil(most) };
    let bar = if votes == 0 { "·".to_owned() } else { "■".repeat(usize::try_from(dots).unwrap_or(0)) };
    format!("{digits} {bar}")
}

/// One box: the key, and under it a strip with the word.
fn draw(canvas: &mut Canvas, area: Rect, choice: &Choice) {
    let theme = canvas.theme();
    let (unfilled, filled) = styles(theme, choice);
    let frame = Rect { height: area.height.saturating_sub(1), ..area };
    let strip = Rect { y: frame.bottom(), height: 1, ..area };
    let face = if choice.is_given { filled } else { theme.text };
    if choice.is_given {
        canvas.fill(frame, face);
    }
    // Where rows are needed for other things the boxes stand without borders; the arrow marks.
    let bordered = frame.height >= BIG.1 + 2;
    let edge = u16::from(bordered);
    if bordered {
        let border = if choice.is_marked { theme.text } else { theme.rule };
        canvas.border(frame, choice.is_marked, if choice.is_given { face } else { border });
    }
    let inside = frame.height.saturating_sub(2 * edge);
    let tall = inside >= BIG.1 * 2;
    let spare = inside.saturating_sub(if tall { BIG.1 * 2 } else { BIG.1 });
    // The library's digits lean left in their eight columns; a 1 stands two columns further in.
    let lean = u16::from(frame.width > BIG.0 + 2);
    let x = frame.x + (frame.width.saturating_sub(BIG.0)) / 2 + lean;
    let y = frame.y + edge + spare / 2;
    if tall {
        canvas.big_tall(x, y, &choice.key.to_string(), face);
    } else {
        canvas.big(x, y, &choice.key.to_string(), face);
    }
    let label = if choice.is_marked { format!("►{}", choice.word) } else { choice.word.clone() };
    let strip_style = if choice.is_given { filled } else { unfilled };
    canvas.fill(strip, strip_style);
    canvas.put_centred(strip.x, strip.y, strip.width, &label, theme.bold(strip_style));
    canvas.hit(area, choice.target);
    if choice.is_marked {
        canvas.cursor(strip.x, strip.y);
    }
}

/// One answer on a line, with what stands below its box at the end.
pub(super) fn line(canvas: &mut Canvas, line: Rect, choice: &Choice) {
    let theme = canvas.theme();
    let arrow = if choice.is_marked { "►" } else { " " };
    let given = if choice.is_given { tr!("  ■ agreed") } else { "" };
    canvas.put(line.x, line.y, 2, arrow, theme.text);
    let pieces =
        [(format!(" {} ", choice.key), styles(theme, choice).0), (format!(" {}{given}", choice.word), theme.text)];
    let used = 3 + canvas.put_all(line.x + 2, line.y, line.width.saturating_sub(2), &pieces);
    let below = below(choice, 14);
    // A word has room whole, or none.
    if choice.votes.is_some() || used + text::width(&below) <= line.width {
        canvas.put_right(line.right(), line.y, 14, &below, theme.text);
    }
    canvas.hit(line, choice.target);
    if choice.is_marked {
        canvas.cursor(line.x, line.y);
    }
}
