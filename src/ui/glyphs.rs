//! The signs that the program itself draws with, and their plain ASCII stand-ins.
//!
//! They are the signs that the fonts of old consoles have: everything in both code page 437 and 850, and nothing
//! else. Words that people typed are not chrome and may hold any letter.

use ratatui::buffer::Buffer;

/// Each chrome glyph with its stand-in under `--ascii`.
///
/// The three blocks of the big digits have three stand-ins, high, low and full: with one for all, a 3 and a 5 run
/// together. A double border keeps `=` against the single border's `-`, for it marks the focus.
const CHROME: [(char, char); 40] = [
    // Rules and borders.
    ('─', '-'),
    ('│', '|'),
    ('┌', '+'),
    ('┐', '+'),
    ('└', '+'),
    ('┘', '+'),
    ('├', '+'),
    ('┤', '+'),
    ('┬', '+'),
    ('┴', '+'),
    ('┼', '+'),
    // The border of what has the focus.
    ('═', '='),
    ('║', '|'),
    ('╔', '+'),
    ('╗', '+'),
    ('╚', '+'),
    ('╝', '+'),
    ('╠', '+'),
    ('╣', '+'),
    ('╦', '+'),
    ('╩', '+'),
    ('╬', '+'),
    // Shades: the empty part of a bar, "not agreed", dark.
    ('░', '.'),
    ('▒', '%'),
    ('▓', '@'),
    // Bars and big digits.
    ('█', '#'),
    ('▀', '*'),
    ('▄', 'o'),
    // Pips, votes and places without a rating.
    ('■', '#'),
    ('·', '.'),
    ('○', 'o'),
    // Focus, change, direction.
    ('►', '>'),
    ('◄', '<'),
    ('▲', '^'),
    ('▼', 'v'),
    ('↑', '^'),
    ('↓', 'v'),
    ('←', '<'),
    ('→', '>'),
    ('↔', '~'),
];

/// What [`crate::clean`] puts in the place of a character that must not be shown.
const REPLACED: char = '\u{fffd}';

/// The ASCII stand-in of a chrome glyph; nothing for any other character.
fn ascii(glyph: char) -> Option<char> {
    CHROME.into_iter().find_map(|(chrome, ascii)| (chrome == glyph).then_some(ascii))
}

/// Whether the program may draw this character as chrome: a glyph of the table, or printable ASCII.
pub fn is_allowed(c: char) -> bool {
    matches!(c, ' '..='~') || ascii(c).is_some()
}

/// Replaces every chrome glyph of a finished frame by its ASCII stand-in.
///
/// Done to the frame and not where things are drawn, so that no screen has to think of it. Letters stay as they
/// are: an `é` in somebody's note is not chrome. A `·` in a note does become a `.`.
pub fn to_ascii(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        let mut characters = cell.symbol().chars();
        if let (Some(glyph), None) = (characters.next(), characters.next())
            && !glyph.is_ascii()
            && let Some(ascii) = ascii(glyph).or((glyph == REPLACED).then_some('?'))
        {
            cell.set_char(ascii);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Style};
    use unicode_width::UnicodeWidthChar;

    /// What both code pages show for the bytes 1 to 31.
    const LOWER: &str = "☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼";

    /// The bytes 128 to 255 of code page 437, the first PC's.
    const UPPER_437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
        └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";

    /// The bytes 128 to 255 of code page 850, western Europe's.
    const UPPER_850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
        └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

    #[test]
    fn every_glyph_is_in_both_code_pages_and_one_column_wide() {
        assert_eq!(LOWER.chars().count(), 31);
        assert_eq!(UPPER_437.chars().count(), 128);
        assert_eq!(UPPER_850.chars().count(), 128);
        for (glyph, ascii) in CHROME {
            assert!(LOWER.contains(glyph) || UPPER_437.contains(glyph), "437: {glyph}");
            assert!(LOWER.contains(glyph) || UPPER_850.contains(glyph), "850: {glyph}");
            assert_eq!(glyph.width(), Some(1), "{glyph}");
            assert!(ascii.is_ascii_graphic(), "{glyph} becomes {ascii:?}");
        }
    }

    #[test]
    fn the_table_is_the_design_s_set_without_doubles() {
        let design = "─│┌┐└┘├┤┬┴┼═║╔╗╚╝╠╣╦╩╬░▒▓█▀▄■·○►◄▲▼↑↓←→↔";
        let table: String = CHROME.iter().map(|(glyph, _)| *glyph).collect();
        assert_eq!(table, design);
        assert!(CHROME.iter().all(|(glyph, _)| table.matches(*glyph).count() == 1));
    }

    #[test]
    fn big_digits_stay_apart_in_ascii() {
        let blocks: Vec<_> = ['█', '▀', '▄', ' '].into_iter().map(|block| ascii(block).unwrap_or(block)).collect();
        for (place, block) in blocks.iter().enumerate() {
            assert!(!blocks[..place].contains(block), "{blocks:?}");
        }
    }

    #[test]
    fn chrome_is_allowed_and_fancy_signs_are_not() {
        assert!("Agreed: 4 ■■■■· ▒2-4▒ ►".chars().all(is_allowed));
        for refused in "✓✗●…–’╭┏▏▖⠿é\u{a0}\n\t\u{7f}".chars() {
            assert!(!is_allowed(refused), "{refused:?}");
        }
    }

    #[test]
    fn a_frame_becomes_ascii_and_keeps_its_words_and_colours() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 16, 2));
        buffer.set_string(0, 0, "►╔═╗▒2-4▒ 4■■■■·", Style::new().fg(Color::Indexed(88)));
        buffer.set_string(0, 1, "▄▀█ Caf\u{e9} 会\u{fffd}", Style::new());
        to_ascii(&mut buffer);
        let row = |y| (0..16).map(|x| buffer[(x, y)].symbol()).collect::<String>();
        assert_eq!(row(0), ">+=+%2-4% 4####.");
        assert!(row(1).starts_with("o*# Caf\u{e9} 会 ?"), "{}", row(1));
        assert_eq!(buffer[(0, 0)].fg, Color::Indexed(88));
    }
}
