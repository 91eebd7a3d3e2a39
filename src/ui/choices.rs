//! The answers to one question: boxes with a big key, or lines where there is no room for boxes.
//!
//! The answer that was given is filled; the marked one has a double border and an arrow. It knows no item.

use super::Canvas;
use super::canvas::BIG;
use super::theme::Theme;
use crate::app::Target;
use crate::framework::Rating;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// One answer.
pub(super) struct Choice {
    /// Its key, drawn big.
    pub(super) key: char,
    /// Its word.
    pub(super) word: String,
    /// The style of the strip with the word, while the answer is not given.
    pub(super) strip: Style,
    /// The style of the whole box once it is.
    pub(super) filled: Style,
    /// Whether this is the answer that was given.
    pub(super) given: bool,
    /// Whether it is marked.
    pub(super) marked: bool,
    /// What a click on it means.
    pub(super) target: Target,
}

impl Choice {
    /// The styles of an answer in the tone of a rating. Without colours a given answer is turned over, key and word.
    pub(super) fn toned(theme: &Theme, rating: Rating) -> (Style, Style) {
        let tone = theme.tone(rating);
        (tone, if theme.pips { tone.add_modifier(Modifier::REVERSED) } else { tone })
    }

    /// The styles of an answer that is neither good nor bad.
    pub(super) fn neutral(theme: &Theme) -> (Style, Style) {
        (theme.strip, theme.focus)
    }
}

/// The widest a box gets.
const WIDEST: u16 = 17;

/// The column and the width of one box of so many.
pub(super) fn place(area: Rect, number: usize, of: usize) -> (u16, u16) {
    let (number, of) = (u16::try_from(number).unwrap_or(0), u16::try_from(of).unwrap_or(1).max(1));
    let gap = if area.width >= 76 { 2 } else { 1 };
    let gaps = gap * (of - 1);
    let widest = if of < 5 { WIDEST + 3 } else { WIDEST };
    let width = (area.width.saturating_sub(gaps) / of).min(widest);
    let left = area.x + area.width.saturating_sub(width * of + gaps) / 2;
    (left + number * (width + gap), width)
}

/// One box: the key, and under it a strip with the word.
pub(super) fn draw(canvas: &mut Canvas, area: Rect, choice: &Choice) {
    let theme = canvas.theme();
    let frame = Rect { height: area.height.saturating_sub(1), ..area };
    let strip = Rect { y: frame.bottom(), height: 1, ..area };
    let face = if choice.given { choice.filled } else { theme.text };
    if choice.given {
        canvas.fill(frame, face);
    }
    // Where rows are needed for other things the boxes stand without borders; the arrow marks.
    let bordered = frame.height >= BIG.1 + 2;
    let edge = u16::from(bordered);
    if bordered {
        let border = if choice.marked { theme.text } else { theme.rule };
        canvas.border(frame, choice.marked, if choice.given { face } else { border });
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
    let label = if choice.marked { format!("►{}", choice.word) } else { choice.word.clone() };
    let strip_style = if choice.given { choice.filled } else { choice.strip };
    canvas.fill(strip, strip_style);
    canvas.put_centred(strip.x, strip.y, strip.width, &label, strip_style.add_modifier(Modifier::BOLD));
    canvas.hit(area, choice.target);
    if choice.marked {
        canvas.cursor(strip.x, strip.y);
    }
}

/// One answer on a line, with what stands at its end.
pub(super) fn line(canvas: &mut Canvas, line: Rect, choice: &Choice, given: &str, end: &str) {
    let theme = canvas.theme();
    let arrow = if choice.marked { "►" } else { " " };
    let given = if choice.given { given } else { "" };
    canvas.put(line.x, line.y, 2, arrow, theme.text);
    let pieces = [(format!(" {} ", choice.key), choice.strip), (format!(" {}{given}", choice.word), theme.text)];
    let pieces = pieces.each_ref().map(|(words, style)| (words.as_str(), *style));
    canvas.put_all(line.x + 2, line.y, line.width.saturating_sub(2), &pieces);
    canvas.put_right(line.right(), line.y, 14, end, theme.text);
    canvas.hit(line, choice.target);
    if choice.marked {
        canvas.cursor(line.x, line.y);
    }
}
