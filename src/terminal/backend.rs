//! From changed cells to bytes: one write for a frame, and none where nothing changed.
//!
//! It knows no screens and reads nothing; its own note of the terminal's state must always be true.
//!
//! Ratatui's own back end flushes three times a frame, sets every colour anew, and with `NO_COLOR` writes an
//! empty colour sequence that takes reverse and bold away; this one writes what changes and nothing else.

use super::terminal_writer::{FrameSink, TerminalWriter};
use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// Bytes that a full frame of a large window takes at most, so that it never grows again.
const ROOM: usize = 64 * 1024;

/// What stands for a symbol that must not reach a terminal; every terminal can show it.
const REPLACEMENT: &str = "?";

/// The attributes, and the number that switches each on.
const ATTRIBUTES: [(Modifier, u8); 9] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::SLOW_BLINK, 5),
    (Modifier::RAPID_BLINK, 6),
    (Modifier::REVERSED, 7),
    (Modifier::HIDDEN, 8),
    (Modifier::CROSSED_OUT, 9),
];

pub(super) struct DiffBackend<Out = TerminalWriter> {
    out: Out,
    frame: Vec<u8>,
    sgr: SgrState,
    /// Where the terminal's cursor stands, if that is known.
    at: Option<Position>,
    /// Whether the terminal shows its cursor, if that is known.
    visible: Option<bool>,
    /// Where the cursor should stand after the frame, and whether it should be seen.
    wanted: Position,
    wanted_visible: bool,
    ask_size: fn() -> io::Result<Size>,
}

/// What the next character would look like.
#[derive(Clone, Copy, PartialEq, Eq)]
struct SgrState {
    fg: Color,
    bg: Color,
    attributes: Modifier,
}

impl SgrState {
    const PLAIN: Self = Self { fg: Color::Reset, bg: Color::Reset, attributes: Modifier::empty() };
}

impl DiffBackend {
    pub(super) fn new(writer: TerminalWriter) -> Self {
        Self::onto(writer, window_size)
    }
}

impl<Out: FrameSink> DiffBackend<Out> {
    pub(super) fn onto(out: Out, ask_size: fn() -> io::Result<Size>) -> Self {
        Self {
            out,
            frame: Vec::with_capacity(ROOM),
            sgr: SgrState::PLAIN,
            at: None,
            visible: None,
            wanted: Position::ORIGIN,
            wanted_visible: false,
            ask_size,
        }
    }

    pub(super) fn is_ready(&self) -> bool {
        self.out.has_room(0)
    }

    /// Forgets what is known of the terminal: somebody else has written to it.
    pub(super) fn forget(&mut self) {
        self.at = None;
        self.visible = None;
    }

    fn move_to(&mut self, to: Position) -> io::Result<()> {
        let Position { x, y } = to;
        match self.at {
            Some(at) if at == to => return Ok(()),
            Some(at) if at.y == y => write!(self.frame, "\x1b[{}G", x.saturating_add(1))?,
            _ => write!(self.frame, "\x1b[{};{}H", y.saturating_add(1), x.saturating_add(1))?,
        }
        self.at = Some(to);
        Ok(())
    }

    /// Changes what differs, in one sequence.
    fn take(&mut self, sgr: SgrState) -> io::Result<()> {
        if sgr == self.sgr {
            return Ok(());
        }
        let mut from = self.sgr;
        let mut separator = "\x1b[";
        if !sgr.attributes.contains(from.attributes) {
            write!(self.frame, "{separator}0")?;
            (from, separator) = (SgrState::PLAIN, ";");
        }
        for (attribute, number) in ATTRIBUTES {
            if sgr.attributes.contains(attribute) && !from.attributes.contains(attribute) {
                write!(self.frame, "{separator}{number}")?;
                separator = ";";
            }
        }
        for (old, new, base) in [(from.fg, sgr.fg, 30), (from.bg, sgr.bg, 40)] {
            if old != new {
                write!(self.frame, "{separator}")?;
                write_colour(&mut self.frame, new, base)?;
                separator = ";";
            }
        }
        if separator == ";" {
            self.frame.push(b'm');
        }
        self.sgr = sgr;
        Ok(())
    }
}

/// Crossterm's `size` runs another program where the terminal does not answer; a window that is gone must not
/// be asked twice.
#[cfg(unix)]
fn window_size() -> io::Result<Size> {
    let size = crossterm::terminal::window_size()?;
    Ok(Size { width: size.columns, height: size.rows })
}

#[cfg(not(unix))]
fn window_size() -> io::Result<Size> {
    let (width, height) = crossterm::terminal::size()?;
    Ok(Size { width, height })
}

/// A colour's numbers; `base` is 30 for the foreground and 40 for the background.
fn write_colour(frame: &mut Vec<u8>, colour: Color, base: u8) -> io::Result<()> {
    let number = match colour {
        Color::Reset => return write!(frame, "{}", base + 9),
        // The sixteen have codes of their own, which terminals know that know no others.
        Color::Indexed(entry @ 0..8) => entry,
        Color::Indexed(entry @ 8..16) => entry + 52,
        Color::Indexed(entry) => return write!(frame, "{};5;{entry}", base + 8),
        Color::Rgb(red, green, blue) => return write!(frame, "{};2;{red};{green};{blue}", base + 8),
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 60,
        Color::LightRed => 61,
        Color::LightGreen => 62,
        Color::LightYellow => 63,
        Color::LightBlue => 64,
        Color::LightMagenta => 65,
        Color::LightCyan => 66,
        Color::White => 67,
    };
    write!(frame, "{}", base + number)
}

impl<Out: FrameSink> Backend for DiffBackend<Out> {
    type Error = io::Error;

    fn draw<'cells, Cells>(&mut self, content: Cells) -> io::Result<()>
    where
        Cells: Iterator<Item = (u16, u16, &'cells Cell)>,
    {
        for (x, y, cell) in content {
            self.move_to(Position { x, y })?;
            self.take(SgrState { fg: cell.fg, bg: cell.bg, attributes: cell.modifier })?;
            let symbol = cell.symbol();
            // The last gate: whatever was drawn, no sequence but ours reaches the terminal.
            let safe = !symbol.is_empty() && !symbol.chars().any(char::is_control);
            let symbol = if safe { symbol } else { REPLACEMENT };
            self.frame.extend_from_slice(symbol.as_bytes());
            // After wide or odd symbols terminals differ in where their cursor stands; some do not even draw this one.
            self.at = (symbol.width() == 1).then(|| Position { x: x.saturating_add(1), y });
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.wanted_visible = false;
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.wanted_visible = true;
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.wanted)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.wanted = position.into();
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        // Clearing fills with the background in use, so that is reset first.
        self.frame.extend_from_slice(b"\x1b[0m\x1b[2J");
        self.sgr = SgrState::PLAIN;
        Ok(())
    }

    fn clear_region(&mut self, _: ClearType) -> io::Result<()> {
        // Ratatui asks for parts of the screen only where it does not own all of it.
        self.clear()
    }

    fn size(&self) -> io::Result<Size> {
        (self.ask_size)()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size()?, pixels: Size::ZERO })
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.wanted_visible {
            self.move_to(self.wanted)?;
        }
        if self.visible != Some(self.wanted_visible) {
            self.frame.extend_from_slice(if self.wanted_visible { b"\x1b[?25h" } else { b"\x1b[?25l" });
            self.visible = Some(self.wanted_visible);
        }
        if self.frame.is_empty() {
            return Ok(());
        }
        let written = self.out.write_all(&self.frame).and_then(|()| self.out.flush());
        self.frame.clear();
        written
    }
}

#[cfg(all(test, unix))]
mod tests;
