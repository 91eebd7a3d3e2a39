//! The red, green and blue of the 256 indexed colours, for whatever is not a terminal: pictures and contrast sums.
//!
//! The program never sends these values; terminals get the index.

/// The first sixteen with the values of the VGA text mode.
///
/// Terminals and people change these sixteen at will (xterm's own red is `#CD0000`, Windows' is `#C50F1F`), so no
/// figure computed from them is a promise. VGA is what the Linux console shows, and the palette with which the
/// 16-colour theme was designed. The 240 others are the same everywhere.
const VGA: [(u8, u8, u8); 16] = [
    (0x00, 0x00, 0x00),
    (0xAA, 0x00, 0x00),
    (0x00, 0xAA, 0x00),
    (0xAA, 0x55, 0x00),
    (0x00, 0x00, 0xAA),
    (0xAA, 0x00, 0xAA),
    (0x00, 0xAA, 0xAA),
    (0xAA, 0xAA, 0xAA),
    (0x55, 0x55, 0x55),
    (0xFF, 0x55, 0x55),
    (0x55, 0xFF, 0x55),
    (0xFF, 0xFF, 0x55),
    (0x55, 0x55, 0xFF),
    (0xFF, 0x55, 0xFF),
    (0x55, 0xFF, 0xFF),
    (0xFF, 0xFF, 0xFF),
];

/// The six intensities of a channel in the colour cube, entries 16 to 231.
const CUBE: [u8; 6] = [0x00, 0x5F, 0x87, 0xAF, 0xD7, 0xFF];

/// Red, green and blue (sRGB, 0 to 255 each) of an entry of xterm's 256-colour palette.
///
/// 0 to 15 have the values of the VGA text mode; 16 to 231 are the 6 x 6 x 6 cube; 232 to 255 a ramp of greys
/// without black and white. Source: `256colres.pl` in the xterm sources.
pub fn rgb(index: u8) -> (u8, u8, u8) {
    let entry = usize::from(index);
    match index {
        0..=15 => VGA[entry],
        16..=231 => {
            let cube = entry - 16;
            (CUBE[cube / 36], CUBE[cube / 6 % 6], CUBE[cube % 6])
        }
        232..=255 => {
            let grey = (index - 232) * 10 + 8;
            (grey, grey, grey)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::rgb;

    #[test]
    fn entries_have_the_values_that_the_design_names() {
        let named = [
            (1, (0xAA, 0x00, 0x00)),
            (16, (0x00, 0x00, 0x00)),
            (19, (0x00, 0x00, 0xAF)),
            (39, (0x00, 0xAF, 0xFF)),
            (75, (0x5F, 0xAF, 0xFF)),
            (88, (0x87, 0x00, 0x00)),
            (188, (0xD7, 0xD7, 0xD7)),
            (214, (0xFF, 0xAF, 0x00)),
            (231, (0xFF, 0xFF, 0xFF)),
            (233, (0x12, 0x12, 0x12)),
            (255, (0xEE, 0xEE, 0xEE)),
        ];
        for (index, value) in named {
            assert_eq!(rgb(index), value, "entry {index}");
        }
    }
}
