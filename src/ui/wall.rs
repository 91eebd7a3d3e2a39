//! A page as a window on a wall shows it: no keys, no cursor, all rows for the room; and a drawn page as data, to be
//! handed to that window.

use super::canvas::BIG;
use super::{Canvas, chrome, glyphs, paint, theme};
use crate::app::ThemeName;
use crate::view::{Frame, View};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use serde::{Deserialize, Serialize};

/// How a window on a wall can show a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WallLook {
    /// Its size: columns and rows.
    pub size: (u16, u16),
    /// Whether only ASCII may be drawn.
    pub ascii: bool,
}

/// A drawn page: what stands in each row, from the left.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture(Vec<Vec<Run>>);

/// Letters of one style: the letters, their colour and that behind them, and bits for bold and the like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Run(String, Option<u8>, Option<u8>, u16);

/// Draws a page for a window on a wall.
pub fn draw_for_wall(view: &View, theme: ThemeName, look: WallLook) -> Picture {
    let area = Rect { x: 0, y: 0, width: look.size.0, height: look.size.1 };
    let mut buffer = Buffer::empty(area);
    paint(view, &mut Canvas::new(&mut buffer, theme::of(theme)));
    if look.ascii {
        glyphs::to_ascii(&mut buffer);
    }
    Picture::of(&buffer)
}

/// Says one word in large letters and nothing else.
pub fn draw_sign(word: &str, theme: ThemeName, buffer: &mut Buffer) {
    let mut canvas = Canvas::new(buffer, theme::of(theme));
    let area = canvas.area();
    large(word, &mut canvas, area);
}

/// The same with what stands around a page.
pub(super) fn sign(frame: &Frame, word: &str, canvas: &mut Canvas) {
    let area = chrome::draw_frame(frame, canvas);
    large(word, canvas, area);
}

fn large(word: &str, canvas: &mut Canvas, area: Rect) {
    let style = canvas.theme().accent;
    let wide = BIG.0.saturating_mul(super::text::width(word));
    let y = area.y + area.height.saturating_sub(BIG.1) / 2;
    if wide <= area.width && area.height >= BIG.1 {
        canvas.big(area.x + (area.width - wide) / 2, y, word, style);
    } else {
        canvas.put_centred(area.x, y, area.width, word, style);
    }
}

impl Picture {
    fn of(buffer: &Buffer) -> Self {
        let area = buffer.area;
        let row = |y| {
            let mut runs: Vec<Run> = Vec::new();
            let mut hidden = 0;
            for x in area.left()..area.right() {
                // A wide letter hides the cell behind it.
                if hidden > 0 {
                    hidden -= 1;
                    continue;
                }
                let Some(cell) = buffer.cell((x, y)) else { continue };
                hidden = if cell.symbol().len() == 1 { 0 } else { super::text::width(cell.symbol()).saturating_sub(1) };
                let (ink, paper, bits) = (number(cell.fg), number(cell.bg), cell.modifier.bits());
                match runs.last_mut() {
                    Some(Run(text, fg, bg, last)) if (*fg, *bg, *last) == (ink, paper, bits) => {
                        text.push_str(cell.symbol());
                    }
                    _ => runs.push(Run(cell.symbol().to_owned(), ink, paper, bits)),
                }
            }
            runs
        };
        Self((area.top()..area.bottom()).map(row).collect())
    }

    /// Paints it into a window, as much of it as that has room for.
    pub fn paint(&self, buffer: &mut Buffer) {
        let area = buffer.area;
        for (y, runs) in (area.top()..area.bottom()).zip(&self.0) {
            let mut x = area.left();
            for Run(text, ink, paper, bits) in runs {
                let color = |number: &Option<u8>| number.map_or(Color::Reset, Color::Indexed);
                let style =
                    Style::new().fg(color(ink)).bg(color(paper)).add_modifier(Modifier::from_bits_truncate(*bits));
                let room = usize::from(area.right().saturating_sub(x));
                (x, _) = buffer.set_stringn(x, y, text, room, style);
            }
        }
    }

    /// The words on it, row by row: what can be read from the back.
    pub fn text(&self) -> String {
        let rows = self.0.iter().map(|runs| runs.iter().map(|Run(text, ..)| text.as_str()).collect::<String>());
        rows.map(|row| row.trim_end().to_owned()).collect::<Vec<_>>().join("\n")
    }
}

/// A colour of the palette; none is the terminal's own.
fn number(color: Color) -> Option<u8> {
    match color {
        Color::Indexed(number) => Some(number),
        _ => None,
    }
}
