//! Digits and signs of 3 x 5 pixels, two pixels to a character, for the large cells of the grid.
//!
//! Hand-made, with only the full and the two half blocks: consoles have no other pixels.

/// Columns and rows of a sign. Its fifth pixel row leaves the lower half of the last row free.
pub(super) const DIGIT: (u16, u16) = (3, 3);

/// Five rows of three pixels.
type Pixels = [&'static str; 5];

/// The three rows of a sign as characters; `None` for anything without pixels.
pub(super) fn rows(sign: char) -> Option<[String; 3]> {
    let pixels = pixels(sign)?;
    let lit = |row: usize, column: usize| pixels.get(row).and_then(|row| row.as_bytes().get(column)) == Some(&b'#');
    let block = |row: usize, column: usize| match (lit(row * 2, column), lit(row * 2 + 1, column)) {
        (true, true) => '█',
        (true, false) => '▀',
        (false, true) => '▄',
        (false, false) => ' ',
    };
    Some([0, 1, 2].map(|row| (0..3).map(|column| block(row, column)).collect()))
}

fn pixels(sign: char) -> Option<Pixels> {
    Some(match sign {
        '1' => [" # ", "## ", " # ", " # ", "###"],
        '2' => ["## ", "  #", " # ", "#  ", "###"],
        '3' => ["## ", "  #", " # ", "  #", "## "],
        '4' => ["# #", "# #", "###", "  #", "  #"],
        '5' => ["###", "#  ", "## ", "  #", "## "],
        'X' => ["# #", "# #", " # ", "# #", "# #"],
        '?' => ["## ", "  #", " # ", "   ", " # "],
        '-' => ["   ", "   ", "###", "   ", "   "],
        '·' => ["   ", "   ", " # ", "   ", "   "],
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::rows;
    use crate::ui::is_allowed;
    use std::collections::BTreeSet;

    #[test]
    fn signs_differ_and_take_three_columns_of_allowed_blocks() {
        let signs: Vec<[String; 3]> = "12345X?-·".chars().filter_map(rows).collect();
        assert_eq!(signs.len(), 9);
        assert_eq!(signs.iter().collect::<BTreeSet<_>>().len(), 9);
        for row in signs.iter().flatten() {
            assert_eq!(row.chars().count(), 3, "{row:?}");
            assert!(row.chars().all(is_allowed), "{row:?}");
        }
    }

    #[test]
    fn a_four_looks_like_a_four() {
        assert_eq!(rows('4'), Some(["█ █".into(), "▀▀█".into(), "  ▀".into()]));
        assert_eq!(rows('9'), None);
    }
}
