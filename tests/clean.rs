//! Text that may reach a terminal: nothing in it is obeyed, and wrapping it never panics (T10).

use crate::support::sessions::texts;
use plenary::clean::{MOST_MARKS, REPLACEMENT, is_unsafe, sanitise, sanitise_line};
use proptest::prelude::*;
use unicode_width::UnicodeWidthChar;

/// What must hold of every text.
fn hold(text: &str) {
    let clean = sanitise(text);
    let mut marks = 0;
    for letter in clean.chars() {
        assert!(letter == '\n' || !is_unsafe(letter), "{letter:?} is left of {text:?}");
        assert!(letter == '\n' || !letter.is_control());
        marks = if letter.width() == Some(0) { marks + 1 } else { 0 };
        assert!(marks <= MOST_MARKS, "{text:?}");
    }
    assert_eq!(sanitise(&clean), clean, "twice is once");
    let line = sanitise_line(text);
    assert!(!line.contains('\n'));
    assert_eq!(sanitise_line(&line), line);
    assert_eq!(line.as_str(), sanitise(text).replace('\n', "\u{fffd}"));
    assert!(clean.chars().count() <= text.chars().count());
}

/// As the screen wraps; whatever the width, no panic, and no letter is lost but spaces.
fn wraps(text: &str) {
    let clean = sanitise(text);
    for columns in [1, 2, 7, 40] {
        let lines = textwrap::wrap(&clean, columns);
        let kept: String =
            lines.iter().flat_map(|line| line.chars()).filter(|letter| !letter.is_whitespace()).collect();
        let all: String = clean.chars().filter(|letter| !letter.is_whitespace()).collect();
        // A soft hyphen would be one way to gain letters; it is replaced before.
        assert_eq!(kept, all, "{text:?} at {columns}");
    }
}

#[test]
fn every_character_of_unicode_is_clean_alone_and_among_letters() {
    let all = (0..=0x10_ffff).filter_map(char::from_u32);
    let mut replaced = 0;
    for letter in all {
        let clean = sanitise(letter.encode_utf8(&mut [0; 4]));
        assert_eq!(clean.as_str() == "\u{fffd}", is_unsafe(letter) && letter != '\n' || letter == REPLACEMENT);
        assert!(clean.chars().all(|letter| letter == '\n' || !is_unsafe(letter)));
        replaced += usize::from(is_unsafe(letter));
    }
    // 65 controls, 63 others among the letters, and plane 14 but for its 240 variation selectors.
    assert_eq!(replaced, 65 + 63 + 4096 - 240);
}

#[test]
fn everyday_signs_stay() {
    for text in ["Gàidhealtachd", "Łódź", "東京", "e\u{301}", "👍🏽", "❤️", "ภาษาไทย", "שלום", "हिन्दी", "한국어", "⠃⠗"]
    {
        assert_eq!(sanitise(text).as_str(), text);
    }
    assert_eq!(sanitise("a\u{1b}[31mb\u{9b}2Jc\u{7}").as_str(), "a\u{fffd}[31mb\u{fffd}2Jc\u{fffd}");
    assert_eq!(sanitise("Glas\u{202e}wog\u{200b} \u{e0041}").as_str(), "Glas\u{fffd}wog\u{fffd} \u{fffd}");
    assert_eq!(sanitise(&format!("e{}x", "\u{301}".repeat(9))).as_str(), format!("e{}x", "\u{301}".repeat(4)));
    assert_eq!(format!("[{:>4}]", sanitise("é")), "[   é]");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 50_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_characters(letters in prop::collection::vec(any::<char>(), 0..12)) {
        let text = String::from_iter(letters);
        hold(&text);
        wraps(&text);
    }

    /// From the planes and blocks where the trouble is, which any character hardly ever is.
    #[test]
    fn characters_from_the_blocks_that_matter(
        letters in prop::collection::vec(prop::sample::select(BLOCKS.to_vec()).prop_flat_map(|(first, last)| {
            (first..=last).prop_filter_map("a surrogate", char::from_u32)
        }), 0..16)
    ) {
        let text = String::from_iter(letters);
        hold(&text);
        wraps(&text);
    }

    #[test]
    fn texts_as_rooms_write_them_and_as_nobody_should(text in texts()) {
        hold(&text);
        wraps(&text);
    }

    #[test]
    fn marks_in_towers(marks in prop::collection::vec((0x300_u32..0x370).prop_filter_map("", char::from_u32), 0..40), letter in any::<char>()) {
        let text: String = [letter].into_iter().chain(marks.iter().copied()).chain([letter]).chain(marks.clone()).collect();
        hold(&text);
        wraps(&text);
    }
}

const BLOCKS: [(u32, u32); 14] = [
    (0x0, 0x7f),
    (0x80, 0xff),
    (0x300, 0x36f),
    (0x590, 0x6ff),
    (0x900, 0x97f),
    (0xe00, 0xe7f),
    (0x1100, 0x11ff),
    (0x1680, 0x180f),
    (0x2000, 0x206f),
    (0x3000, 0x30ff),
    (0xfe00, 0xff00),
    (0x1f1e6, 0x1f6ff),
    (0xe0000, 0xe01ff),
    (0x1d100, 0x1d1ff),
];
