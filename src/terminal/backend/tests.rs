//! What a terminal shows of what the painter sends: checked with a real parser of its sequences.

use super::*;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::num::NonZero;

/// Takes everything at once.
impl FrameSink for Vec<u8> {
    fn has_room(&self, _: usize) -> bool {
        true
    }
}

const AREA: Rect = Rect { x: 0, y: 0, width: 12, height: 4 };

/// Draws the changes from one buffer to the next, as ratatui does; gives the bytes.
fn frame(painter: &mut DiffBackend<Vec<u8>>, from: &Buffer, to: &Buffer, cursor: Option<(u16, u16)>) -> Vec<u8> {
    painter.out.clear();
    let drawn = painter.draw(from.diff(to).into_iter());
    let shown = match cursor {
        Some(cursor) => painter.show_cursor().and_then(|()| painter.set_cursor_position(cursor)),
        None => painter.hide_cursor(),
    };
    assert!(drawn.and(shown).and(painter.flush()).is_ok());
    painter.out.clone()
}

/// A buffer with one line of text.
fn line(text: &str) -> Buffer {
    let mut buffer = Buffer::empty(AREA);
    buffer.set_string(0, 0, text, Style::new());
    buffer
}

fn size(cells: u16) -> NonZero<u16> {
    NonZero::new(cells).unwrap_or(NonZero::<u16>::MIN)
}

fn colour(number: u8) -> Color {
    match number {
        0 => Color::Reset,
        16 => Color::Red,
        17 => Color::DarkGray,
        18 => Color::Indexed(231),
        _ => Color::Indexed(number),
    }
}

fn seen(colour: Color) -> vt100::Color {
    match colour {
        Color::Indexed(entry) => vt100::Color::Idx(entry),
        Color::Red => vt100::Color::Idx(1),
        Color::DarkGray => vt100::Color::Idx(8),
        _ => vt100::Color::Default,
    }
}

/// A buffer from cells: symbol, ink, paper, attributes.
fn buffer(cells: &[(char, u8, u8, u8)]) -> Buffer {
    let mut buffer = Buffer::empty(AREA);
    for (place, (letter, fg, bg, attributes)) in cells.iter().enumerate() {
        let cell = &mut buffer.content[place];
        cell.set_char(*letter);
        cell.fg = colour(*fg);
        cell.bg = colour(*bg);
        let all = [Modifier::BOLD, Modifier::UNDERLINED, Modifier::REVERSED];
        cell.modifier = (0..3).filter(|bit| attributes & (1 << bit) != 0).map(|bit| all[bit]).collect();
    }
    buffer
}

fn cells() -> impl Strategy<Value = Vec<(char, u8, u8, u8)>> {
    let letter = prop::sample::select(vec!['a', ' ', '4', '█', '►', 'é']);
    prop::collection::vec((letter, 0..20_u8, 0..20_u8, 0..8_u8), usize::from(AREA.width * AREA.height))
}

proptest! {
    #[test]
    fn the_terminal_shows_what_was_drawn(frames in prop::collection::vec(cells(), 1..5)) {
        let mut painter = DiffBackend::onto(Vec::new(), super::window_size);
        let mut terminal = vt100::Parser::new(size(AREA.height), size(AREA.width), 0);
        let mut before = Buffer::empty(AREA);
        for cells in frames {
            let after = buffer(&cells);
            terminal.process(&frame(&mut painter, &before, &after, Some((3, 2))));
            for position in AREA.positions() {
                let cell = &after[position];
                let Some(shown) = terminal.screen().cell(position.y, position.x) else {
                    return Err(TestCaseError::fail("the terminal has fewer cells"));
                };
                let symbol = if shown.contents().is_empty() { " " } else { shown.contents() };
                prop_assert_eq!(cell.symbol(), symbol);
                prop_assert_eq!((seen(cell.fg), seen(cell.bg)), (shown.fgcolor(), shown.bgcolor()));
                let attributes = [(Modifier::BOLD, shown.bold()), (Modifier::REVERSED, shown.inverse()),
                    (Modifier::UNDERLINED, shown.underline())];
                for (attribute, is_on) in attributes {
                    prop_assert_eq!(cell.modifier.contains(attribute), is_on);
                }
            }
            prop_assert_eq!(terminal.screen().cursor_position(), (2, 3));
            before = after;
        }
    }
}

#[test]
fn nothing_is_sent_when_nothing_changed() {
    let mut painter = DiffBackend::onto(Vec::new(), super::window_size);
    let (blank, drawn) = (Buffer::empty(AREA), line("rated 4"));
    assert!(!frame(&mut painter, &blank, &drawn, Some((6, 0))).is_empty());
    assert_eq!(frame(&mut painter, &drawn, &drawn, Some((6, 0))), b"");
    assert_eq!(frame(&mut painter, &drawn, &drawn, None), b"\x1b[?25l");
    assert_eq!(frame(&mut painter, &drawn, &drawn, None), b"");
}

#[test]
fn one_changed_digit_costs_a_few_bytes() {
    let mut painter = DiffBackend::onto(Vec::new(), super::window_size);
    let (four, three) = (line("rated 4"), line("rated 3"));
    frame(&mut painter, &Buffer::empty(AREA), &four, Some((6, 0)));
    assert_eq!(frame(&mut painter, &four, &three, Some((6, 0))), b"3\x1b[7G");
}

#[test]
fn no_sequence_but_ours_gets_through() {
    let mut painter = DiffBackend::onto(Vec::new(), super::window_size);
    let mut hostile = Buffer::empty(AREA);
    hostile[(0, 0)].set_symbol("\x1b]0;owned\x07");
    hostile[(0, 2)].set_symbol("\u{9b}2J");
    let bytes = frame(&mut painter, &Buffer::empty(AREA), &hostile, None);
    assert_eq!(String::from_utf8_lossy(&bytes).matches('?').count(), 3, "two, and that of the cursor");
    assert!(!String::from_utf8_lossy(&bytes).contains("owned"));
}

#[test]
fn sixteen_colours_are_sent_by_their_own_codes() {
    let mut painter = DiffBackend::onto(Vec::new(), super::window_size);
    let mut coloured = Buffer::empty(AREA);
    for (place, (fg, bg)) in [(1, 15), (9, 0), (7, 8)].into_iter().enumerate() {
        coloured.content[place].set_char('x').set_fg(Color::Indexed(fg)).set_bg(Color::Indexed(bg));
    }
    let bytes = frame(&mut painter, &Buffer::empty(AREA), &coloured, None);
    let sent = String::from_utf8_lossy(&bytes);
    assert!(!sent.contains(";5;"), "{sent:?}");
    for sequence in ["[31;107m", "[91;40m", "[37;100m"] {
        assert!(sent.contains(sequence), "{sent:?}");
    }
}
