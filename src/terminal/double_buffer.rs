//! Two frames, the one that the terminal shows and the next: what differs between them is sent.
//!
//! Ratatui's own `Terminal` compares all cells of a window one by one, which was three fifths of what a key on the
//! overview cost. Here a row that stays is known as such at once, and only the others are compared in its way.

use ratatui::backend::Backend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Color;

pub(super) struct DoubleBuffer<B> {
    backend: B,
    shown: Buffer,
    next: Buffer,
}

impl<B: Backend> DoubleBuffer<B> {
    pub(super) fn new(backend: B) -> Result<Self, B::Error> {
        let area = Rect::from((Position::ORIGIN, backend.size()?));
        Ok(Self { backend, shown: Buffer::empty(area), next: Buffer::empty(area) })
    }

    pub(super) fn backend(&self) -> &B {
        &self.backend
    }

    pub(super) fn backend_mut(&mut self) -> &mut B {
        &mut self.backend
    }

    /// How large the window was when it was last drawn.
    pub(super) fn size(&self) -> Size {
        self.next.area.as_size()
    }

    /// Paints a frame and sends what differs; where the cursor is to stand is what painting says, and nowhere is hidden.
    pub(super) fn draw(&mut self, paint: impl FnOnce(&mut Buffer) -> Option<Position>) -> Result<(), B::Error> {
        self.fit()?;
        self.next.reset();
        let cursor = paint(&mut self.next);
        let width = usize::from(self.next.area.width).max(1);
        let rows = self.shown.content.chunks(width).zip(self.next.content.chunks(width));
        for (y, (shown, next)) in rows.enumerate() {
            if !is_same(shown, next) {
                let (shown, next) = (row(y, shown), row(y, next));
                self.backend.draw(shown.diff_iter(&next))?;
            }
        }
        match cursor {
            None => self.backend.hide_cursor()?,
            Some(position) => {
                self.backend.show_cursor()?;
                self.backend.set_cursor_position(position)?;
            }
        }
        std::mem::swap(&mut self.shown, &mut self.next);
        self.backend.flush()
    }

    /// Lets the next frame be drawn whole.
    pub(super) fn clear(&mut self) -> Result<(), B::Error> {
        self.shown.reset();
        self.backend.clear()
    }

    /// Takes the size that the window has now.
    fn fit(&mut self) -> Result<(), B::Error> {
        let area = Rect::from((Position::ORIGIN, self.backend.size()?));
        if area == self.next.area {
            return Ok(());
        }
        self.next.resize(area);
        self.shown.resize(area);
        self.clear()
    }
}

/// Whether nothing differs between two rows. Most letters are one byte and most colours a number, which spares a call
/// for each.
fn is_same(shown: &[Cell], next: &[Cell]) -> bool {
    let is_letter = |one: &str, other: &str| match (one.as_bytes(), other.as_bytes()) {
        ([one], [other]) => one == other,
        (one, other) => one == other,
    };
    let is_colour = |one, other| match (one, other) {
        (Color::Indexed(one), Color::Indexed(other)) => one == other,
        (one, other) => one == other,
    };
    shown.iter().zip(next).all(|(shown, next)| {
        shown.modifier == next.modifier
            && is_colour(shown.bg, next.bg)
            && is_colour(shown.fg, next.fg)
            && is_letter(shown.symbol(), next.symbol())
    })
}

fn row(y: usize, cells: &[Cell]) -> Buffer {
    let place = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
    Buffer { area: Rect::new(0, place(y), place(cells.len()), 1), content: cells.to_vec() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;
    use ratatui::style::Style;

    /// What stands in a cell, and its colour.
    fn letter() -> impl Strategy<Value = (&'static str, u8)> {
        (prop::sample::select(vec![" ", "a", "b", "e\u{301}", "\u{6771}", "\u{2764}\u{fe0f}", "\u{2502}"]), 0..3_u8)
    }

    fn paint(buffer: &mut Buffer, letters: &[(&str, u8)]) {
        for (at, (letter, colour)) in letters.iter().enumerate() {
            let (x, y) = (at % 7, at / 7);
            let (x, y) = (u16::try_from(x).unwrap_or_default(), u16::try_from(y).unwrap_or_default());
            if y < buffer.area.height {
                buffer.set_stringn(x, y, letter, usize::from(7 - x), Style::new().bg(Color::Indexed(*colour)));
            }
        }
    }

    proptest! {
        /// The same frames through ratatui's terminal leave the same on it.
        #[test]
        fn what_stands_there_is_what_ratatui_would_leave(
            frames in prop::collection::vec(prop::collection::vec(letter(), 21), 1..5),
        ) {
            let mut screen = DoubleBuffer::new(TestBackend::new(7, 3)).unwrap();
            let mut theirs = Terminal::new(TestBackend::new(7, 3)).unwrap();
            for letters in &frames {
                screen.draw(|buffer| { paint(buffer, letters); Some(Position::new(1, 1)) }).unwrap();
                theirs.draw(|frame| { paint(frame.buffer_mut(), letters); frame.set_cursor_position((1, 1)); }).unwrap();
                prop_assert_eq!(screen.backend().buffer(), theirs.backend().buffer());
            }
        }
    }

    #[test]
    fn only_what_differs_is_sent_and_a_window_of_another_size_gets_all() {
        let mut screen = DoubleBuffer::new(TestBackend::new(4, 2)).unwrap();
        let word = |word: &'static str| {
            move |buffer: &mut Buffer| {
                buffer.set_string(0, 1, word, Style::new());
                None
            }
        };
        screen.draw(word("abcd")).unwrap();
        // Whoever else wrote there is not noticed where nothing differs.
        screen.backend.draw([(0, 1, &Cell::new("x")), (3, 1, &Cell::new("x"))].into_iter()).unwrap();
        screen.draw(word("abce")).unwrap();
        screen.backend.assert_buffer_lines(["    ", "xbce"]);
        screen.backend.resize(5, 2);
        screen.draw(word("abce")).unwrap();
        screen.backend.assert_buffer_lines(["     ", "abce "]);
        assert_eq!(screen.size(), Size::new(5, 2));
    }
}
