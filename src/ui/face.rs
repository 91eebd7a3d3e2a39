//! Letters, digits and signs of five rows of pixels: what must be read at once from the back of a room.
//!
//! Hand-made, with only the full and the two half blocks: consoles have no other pixels. Small, two pixel rows share a
//! row of the screen; large, a pixel is two columns and a row, so that pixels are as wide as high in both.

use super::{Canvas, text};
use ratatui::style::Style;

/// Columns and rows of a digit or sign of the grid's cells; its fifth pixel row leaves half of the last row free.
pub(super) const DIGIT: (u16, u16) = (3, 3);

/// How large a pixel is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scale {
    Small,
    Large,
}

impl Scale {
    /// Rows of a line.
    pub(super) const fn rows(self) -> u16 {
        match self {
            Self::Small => 3,
            Self::Large => 5,
        }
    }

    /// Columns of a pixel.
    const fn across(self) -> u16 {
        match self {
            Self::Small => 1,
            Self::Large => 2,
        }
    }
}

/// Five rows of pixels.
type Pixels = [&'static str; 5];

/// The columns of some words; nothing where a sign of them has no pixels.
pub(super) fn width(words: &str, scale: Scale) -> Option<u16> {
    let mut columns = 0_u16;
    for letter in words.chars() {
        let pixels = pixels(letter)?;
        columns = columns.saturating_add(text::width(pixels[0]).saturating_add(1).saturating_mul(scale.across()));
    }
    Some(columns.saturating_sub(scale.across()))
}

/// The rows of some words as characters; nothing where a sign of them has no pixels.
pub(super) fn rows(words: &str, scale: Scale) -> Option<Vec<String>> {
    let letters = words.chars().map(pixels).collect::<Option<Vec<Pixels>>>()?;
    let row = |row: u16| {
        let row = usize::from(row);
        let letters = letters.iter().map(|pixels| match scale {
            Scale::Small => halves(pixels[row * 2], pixels.get(row * 2 + 1).copied().unwrap_or("")),
            Scale::Large => pixels[row].chars().map(|pixel| if pixel == '#' { "██" } else { "  " }).collect(),
        });
        letters.collect::<Vec<String>>().join(if scale == Scale::Small { " " } else { "  " })
    };
    Some((0..scale.rows()).map(row).collect())
}

/// Two rows of pixels as one row of characters.
fn halves(above: &str, below: &str) -> String {
    let lit = |row: &str, column: usize| row.as_bytes().get(column) == Some(&b'#');
    let block = |column: usize| match (lit(above, column), lit(below, column)) {
        (true, true) => '█',
        (true, false) => '▀',
        (false, true) => '▄',
        (false, false) => ' ',
    };
    (0..above.len()).map(block).collect()
}

/// Puts words on a canvas; gives the columns used, none where they have no pixels.
pub(super) fn put(canvas: &mut Canvas, x: u16, y: u16, words: &str, scale: Scale, style: Style) -> u16 {
    let Some(rows) = rows(words, scale) else { return 0 };
    for (row, y) in rows.iter().zip(y..) {
        canvas.put(x, y, u16::MAX, row, style);
    }
    width(words, scale).unwrap_or(0)
}

fn pixels(sign: char) -> Option<Pixels> {
    Some(match sign {
        ' ' => ["  "; 5],
        '0' => ["###", "# #", "# #", "# #", "###"],
        '1' => [" # ", "## ", " # ", " # ", "###"],
        '2' => ["## ", "  #", " # ", "#  ", "###"],
        '3' => ["## ", "  #", " # ", "  #", "## "],
        '4' => ["# #", "# #", "###", "  #", "  #"],
        '5' => ["###", "#  ", "## ", "  #", "## "],
        '6' => [" ##", "#  ", "###", "# #", "###"],
        '7' => ["###", "  #", " # ", " # ", " # "],
        '8' => ["###", "# #", "###", "# #", "###"],
        '9' => ["###", "# #", "###", "  #", "## "],
        'A' => [" # ", "# #", "###", "# #", "# #"],
        'B' => ["## ", "# #", "## ", "# #", "## "],
        'C' => [" ##", "#  ", "#  ", "#  ", " ##"],
        'D' => ["## ", "# #", "# #", "# #", "## "],
        'E' => ["###", "#  ", "## ", "#  ", "###"],
        'F' => ["###", "#  ", "## ", "#  ", "#  "],
        'G' => [" ##", "#  ", "# #", "# #", " ##"],
        'H' => ["# #", "# #", "###", "# #", "# #"],
        'I' => ["#", "#", "#", "#", "#"],
        'J' => ["  #", "  #", "  #", "# #", " # "],
        'K' => ["# #", "# #", "## ", "# #", "# #"],
        'L' => ["#  ", "#  ", "#  ", "#  ", "###"],
        'M' => ["#   #", "## ##", "# # #", "#   #", "#   #"],
        'N' => ["#  #", "## #", "# ##", "#  #", "#  #"],
        'O' => [" # ", "# #", "# #", "# #", " # "],
        'P' => ["## ", "# #", "## ", "#  ", "#  "],
        'Q' => [" # ", "# #", "# #", " # ", "  #"],
        'R' => ["## ", "# #", "## ", "# #", "# #"],
        'S' => [" ##", "#  ", " # ", "  #", "## "],
        'T' => ["###", " # ", " # ", " # ", " # "],
        'U' => ["# #", "# #", "# #", "# #", "###"],
        'V' => ["# #", "# #", "# #", "# #", " # "],
        'W' => ["#   #", "#   #", "# # #", "## ##", "#   #"],
        'X' => ["# #", "# #", " # ", "# #", "# #"],
        'Y' => ["# #", "# #", " # ", " # ", " # "],
        'Z' => ["###", "  #", " # ", "#  ", "###"],
        '?' => ["## ", "  #", " # ", "   ", " # "],
        '!' => ["#", "#", "#", " ", "#"],
        '-' => ["   ", "   ", "###", "   ", "   "],
        '·' => ["   ", "   ", " # ", "   ", "   "],
        '\'' => ["#", "#", " ", " ", " "],
        ',' => [" ", " ", " ", "#", "#"],
        '.' => [" ", " ", " ", " ", "#"],
        '&' => [" # ", "# #", " # ", "# #", " ##"],
        '/' => ["  #", "  #", " # ", "#  ", "#  "],
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Scale, pixels, rows, width};
    use crate::ui::is_allowed;
    use std::collections::BTreeSet;

    const SIGNS: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ?!-·',.&/";

    #[test]
    fn signs_differ_and_every_row_of_one_is_as_wide() {
        let all: Vec<_> = SIGNS.chars().filter_map(pixels).collect();
        assert_eq!(all.len(), SIGNS.chars().count());
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
        assert!(all.iter().all(|rows| rows.iter().all(|row| row.len() == rows[0].len())));
        for sign in "12345X?-·".chars() {
            assert_eq!(pixels(sign).map(|rows| rows[0].len()), Some(3), "{sign}");
        }
    }

    #[test]
    fn words_take_the_columns_that_are_said_and_allowed_blocks() {
        for scale in [Scale::Small, Scale::Large] {
            let drawn = rows("TWO CAMPS", scale).unwrap_or_default();
            assert_eq!(drawn.len(), usize::from(scale.rows()));
            for row in drawn {
                assert_eq!(u16::try_from(row.chars().count()).ok(), width("TWO CAMPS", scale), "{row:?}");
                assert!(row.chars().all(is_allowed), "{row:?}");
            }
        }
        assert_eq!((rows("Ö", Scale::Small), width("Ö", Scale::Small)), (None, None));
    }

    #[test]
    fn a_four_looks_like_a_four() {
        assert_eq!(rows("4", Scale::Small), Some(vec!["█ █".into(), "▀▀█".into(), "  ▀".into()]));
    }
}
