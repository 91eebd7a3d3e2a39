//! The columns of a revealed vote: each as high as its count, its answer's digit and word at its foot at every size.

use crate::ui::canvas::Canvas;
use crate::ui::face::{self, Scale};
use crate::ui::text;
use crate::ui::theme::Theme;
use crate::view::{Choice, Tone, VotedGroup};
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// Rows from which numbers are drawn in pixels on top of the columns.
pub(super) const TALL: u16 = 11;

/// The least columns of an answer, and the most that any needs in two lines.
const LEAST: u16 = 8;
const MOST: u16 = 15;

/// Half rows below which a whole one for a single vote would stand as high as three.
const FEW: u32 = 8;

/// How an answer's digit and word stand under its column: as they fit all of them alike.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Foot {
    /// `3 Growing`.
    Beside,
    /// The digit, and below it the word.
    Below,
    /// Both, wrapped to two lines.
    Wrapped,
}

/// The answers beside each other.
pub(super) struct Columns<'all> {
    choices: &'all [Choice],
    /// Where the first begins, how far it is to the next, and the columns that stay blank between two.
    x: u16,
    pitch: u16,
    gap: u16,
    foot: Foot,
}

impl<'all> Columns<'all> {
    /// The least columns in which all answers stand with their digits.
    pub(super) fn least(choices: &[Choice]) -> u16 {
        let in_two = |choice: &Choice, pitch| text::rows(&format!("►{} {}", choice.key, choice.word), pitch) <= 2;
        let fits = |pitch: &u16| is_apart(choices, *pitch) || choices.iter().all(|choice| in_two(choice, *pitch));
        (LEAST..MOST).find(fits).unwrap_or(MOST) * number_of(choices)
    }

    pub(super) fn of(choices: &'all [Choice], x: u16, width: u16) -> Self {
        let pitch = width / number_of(choices);
        let widest = |more: u16| choices.iter().map(|choice| text::width(&choice.word)).max().unwrap_or(0) + more;
        // A mark stands before the digit.
        let (foot, used) = match pitch {
            pitch if widest(3) <= pitch => (Foot::Beside, widest(3)),
            pitch if is_apart(choices, pitch) => (Foot::Below, widest(0)),
            pitch => (Foot::Wrapped, pitch),
        };
        let spare = (width - pitch * number_of(choices)) / 2;
        Self { choices, x: x + spare, pitch, gap: u16::from(used < pitch), foot }
    }

    /// Rows of the digits and words.
    pub(super) fn foot(&self) -> u16 {
        if self.foot == Foot::Beside { 1 } else { 2 }
    }

    /// The place of an answer in an area.
    fn place(&self, number: usize, area: Rect) -> Rect {
        let number = u16::try_from(number).unwrap_or(0);
        Rect { x: self.x + number * self.pitch, width: self.pitch - self.gap, ..area }
    }

    /// The columns with their numbers on them and the answers under them.
    pub(super) fn draw(&self, canvas: &mut Canvas, area: Rect) {
        let theme = canvas.theme();
        let most = u32::from(self.choices.iter().map(|choice| choice.most_votes).max().unwrap_or(0).max(1));
        let digits = if area.height > TALL { Scale::Small.rows() } else { 1 };
        let foot = area.bottom() - self.foot();
        let halves = u32::from((foot - area.y).saturating_sub(digits)) * 2;
        for (number, choice) in self.choices.iter().enumerate() {
            let whole = self.place(number, area);
            let votes = choice.votes.map_or(0, |(_, votes)| votes);
            // Any vote is a row at least, or half of one where there are few; the most votes reach the numbers.
            let high = u16::try_from((u32::from(votes) * halves + most / 2) / most).unwrap_or(0);
            let high = if votes == 0 || halves == 0 { 0 } else { high.max(if halves < FEW { 1 } else { 2 }) };
            let edge = (whole.width / 6).max(1);
            let filled = Rect { x: whole.x + edge, width: whole.width.saturating_sub(2 * edge), ..whole };
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
            self.answer(choice, canvas, Rect { y: foot, height: self.foot(), ..whole });
            canvas.hit(whole, choice.target);
        }
    }

    /// An answer under its column, in its tone.
    fn answer(&self, choice: &Choice, canvas: &mut Canvas, strip: Rect) {
        let theme = canvas.theme();
        let style = if choice.tone == Tone::Text { theme.strip } else { theme.style(choice.tone) };
        let style = if choice.is_given { style.add_modifier(Modifier::UNDERLINED) } else { style };
        canvas.fill(strip, style);
        let mark = match choice {
            Choice { is_marked: true, .. } => "►",
            Choice { is_given: true, .. } => "■",
            _ => "",
        };
        let key = format!("{mark}{}", choice.key);
        let lines = match self.foot {
            Foot::Beside => vec![format!("{key} {}", choice.word)],
            Foot::Below => vec![key, choice.word.clone()],
            Foot::Wrapped => text::wrap(&format!("{key} {}", choice.word), strip.width),
        };
        for (line, y) in lines.iter().zip(strip.top()..strip.bottom()) {
            canvas.put_centred(strip.x, y, strip.width, line, theme.bold(style));
        }
        if choice.is_marked {
            let wide = lines.first().map_or(0, |line| text::width(line));
            canvas.cursor(strip.x + strip.width.saturating_sub(wide) / 2 + 1, strip.y);
        }
    }

    /// The counts of a group under the answers, or where it stands.
    pub(super) fn counts(&self, row: &VotedGroup, canvas: &mut Canvas, line: Rect) {
        let theme = canvas.theme();
        canvas.put(self.x, line.y, line.right().saturating_sub(self.x), &row.stands, theme.text);
        for (number, count) in row.counts.iter().enumerate() {
            let whole = self.place(number, line);
            let (words, style) =
                if *count == 0 { ("·".into(), theme.muted) } else { (count.to_string(), theme.style(Tone::Marked)) };
            canvas.put_centred(whole.x, line.y, whole.width, &words, style);
        }
    }
}

/// Whether words in the middle of places of so many columns fit them, and none runs into the next.
fn is_apart(choices: &[Choice], pitch: u16) -> bool {
    let blank = |choice: &Choice| pitch.checked_sub(text::width(&choice.word));
    let blanks: Option<Vec<u16>> = choices.iter().map(blank).collect();
    blanks.is_some_and(|all| all.windows(2).all(|two| two[0].div_ceil(2) + two[1] / 2 > 0))
}

fn number_of(choices: &[Choice]) -> u16 {
    u16::try_from(choices.len()).unwrap_or(1).max(1)
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
