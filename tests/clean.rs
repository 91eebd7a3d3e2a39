//! Text that may reach a terminal: nothing in it is obeyed, and wrapping it never panics (T10).

use crate::support::sessions::texts;
use plenary::clean::{
    MOST_MARKS, REPLACEMENT, is_clean, is_unsafe, sanitise, sanitise_for_paper, sanitise_line, taken,
};
use proptest::prelude::*;
use unicode_width::UnicodeWidthChar;

/// The flags of nations, and the letters and signs that are made with joiners: what may stay of what is unsafe alone.
const MEANT: [&str; 8] = ["🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "👨‍👩‍👧", "👩🏽‍🚒", "❤️‍🔥", "نمی‌خواهم", "ক‍্ষ র‌্য", "ന്‍"];

/// What must hold of every text.
fn hold(text: &str) {
    let clean = sanitise(text);
    let (mut marks, mut before) = (0, None);
    for letter in clean.chars() {
        let is_tag = matches!(letter, '\u{e0030}'..='\u{e007f}');
        match letter {
            // Never at the start, never after a letter of this language, never two in a row.
            '\u{200c}' | '\u{200d}' => {
                assert!(before.is_some_and(|before: char| !before.is_ascii() && !is_unsafe(before)), "{text:?}");
            }
            _ if is_tag => assert!(matches!(before, Some('\u{1f3f4}' | '\u{e0030}'..='\u{e007a}')), "{text:?}"),
            _ => assert!(letter == '\n' || !is_unsafe(letter), "{letter:?} is left of {text:?}"),
        }
        assert!(letter == '\n' || !letter.is_control());
        marks = if letter.width() == Some(0) && !is_tag { marks + 1 } else { 0 };
        assert!(marks <= MOST_MARKS, "{text:?}");
        before = Some(letter);
    }
    assert_eq!(sanitise(&clean), clean, "twice is once");
    assert_eq!(is_clean(text), clean.as_str() == text);
    let line = sanitise_line(text);
    assert!(!line.contains('\n'));
    assert_eq!(sanitise_line(&line), line);
    assert_eq!(line.as_str(), sanitise(text).replace('\n', "\u{fffd}"));
    assert!(clean.chars().count() <= text.chars().count());
    let paper = sanitise_for_paper(text);
    assert_eq!(sanitise(&paper), clean, "paper only keeps more marks");
    for many_lines in [true, false] {
        let kept = taken(text, None, many_lines);
        assert_eq!(taken(&kept, None, many_lines), kept, "{text:?}");
        assert!(kept.chars().all(|letter| !letter.is_control() || many_lines && letter == '\n'), "{text:?}");
        // What is taken in is never marked when it is shown, but for what the writer marked already.
        let marks = |text: &str| text.matches(REPLACEMENT).count();
        assert_eq!(marks(&sanitise(&kept)), marks(text), "{text:?} as {kept:?}");
    }
}

/// As the screen wraps; whatever the width, no panic, and no letter is lost but spaces.
fn wraps(text: &str) {
    let clean = sanitise(text);
    for columns in [1, 2, 7, 40] {
        let lines = textwrap::wrap(&clean, columns);
        let kept: String =
            lines.iter().flat_map(|line| line.chars()).filter(|letter| !letter.is_whitespace()).collect();
        let all: String = clean.chars().filter(|letter| !letter.is_whitespace()).collect();
        // A soft hyphen would be one way to gain letters; it is left out before.
        assert_eq!(kept, all, "{text:?} at {columns}");
    }
}

#[test]
fn every_character_of_unicode_is_clean_alone_and_among_letters() {
    let all = (0..=0x10_ffff).filter_map(char::from_u32);
    let (mut unsafe_ones, mut marked, mut left_out) = (0, 0, 0);
    for letter in all {
        unsafe_ones += usize::from(is_unsafe(letter));
        let clean = sanitise(letter.encode_utf8(&mut [0; 4]));
        marked += usize::from(clean.as_str() == "\u{fffd}" && letter != REPLACEMENT);
        left_out += usize::from(clean.is_empty());
        assert!(clean.chars().all(|letter| letter == '\n' || !is_unsafe(letter)));
        hold(&format!("a{letter}b"));
    }
    // 65 controls, 63 others among the letters, and plane 14 but for its 240 variation selectors.
    assert_eq!(unsafe_ones, 65 + 63 + 4096 - 240);
    // Controls but for the line end and the tab, two overrides of direction, plane 14 as above.
    assert_eq!(marked, 63 + 2 + 4096 - 240);
    // The others but for two line ends, 256 selectors without a sign before them, 66 that are no characters.
    assert_eq!(left_out, 63 - 2 - 2 + 256 + 66);
}

#[test]
fn everyday_signs_stay() {
    for text in ["Gàidhealtachd", "Łódź", "東京", "e\u{301}", "👍🏽", "❤️", "ภาษาไทย", "שלום", "हिन्दी", "한국어", "⠃⠗"]
        .into_iter()
        .chain(MEANT)
    {
        assert_eq!(sanitise(text).as_str(), text);
        assert_eq!(sanitise_for_paper(text), text);
        assert_eq!(taken(text, None, true), text);
        // Letter by letter, as some terminals hand it over.
        let typed = text.chars().fold(String::new(), |typed, letter| {
            let letter = taken(letter.encode_utf8(&mut [0; 4]), typed.chars().next_back(), true);
            typed + &letter
        });
        assert_eq!(typed, text);
        hold(&text.repeat(3));
    }
    assert_eq!(sanitise("a\u{1b}[31mb\u{9b}2Jc\u{7}").as_str(), "a\u{fffd}[31mb\u{fffd}2Jc\u{fffd}");
    assert_eq!(sanitise("Glas\u{202e}wog\u{200b} \u{e0041}").as_str(), "Glas\u{fffd}wog \u{fffd}");
    assert_eq!(sanitise(&format!("e{}x", "\u{301}".repeat(9))).as_str(), format!("e{}x", "\u{301}".repeat(4)));
    assert_eq!(format!("[{:>4}]", sanitise("é")), "[   é]");
}

#[test]
fn what_shows_nothing_is_left_out_and_what_hides_something_is_marked() {
    // As pasted from a web page, a document, a chat and the properties of a file.
    for (text, shown) in [
        ("co\u{ad}op meet\u{200b}ing", "coop meeting"),
        ("\u{feff}Glenside\u{2060} CPP", "Glenside CPP"),
        ("\u{202a}C:\\Users\\me\u{202c}", "C:\\Users\\me"),
        ("\u{2068}Aisha\u{2069} said\u{200e}.", "Aisha said."),
        ("tab\tand line\u{2028}end", "tab and line end"),
        ("Per\u{200c}sian joiners in Lat\u{200d}in", "Persian joiners in Latin"),
        ("half a family 👨\u{200d} left", "half a family 👨 left"),
        ("a\u{fe0f}\u{fe0f}\u{fe01}", "a\u{fe0f}"),
        ("\u{fffe}not a character", "not a character"),
    ] {
        assert_eq!(sanitise(text).as_str(), shown);
        assert_eq!(taken(text, None, false), shown);
        assert_eq!(sanitise_for_paper(text), shown);
    }
    for (text, shown, kept) in [
        ("gnp\u{202e}.exe", "gnp\u{fffd}.exe", "gnp.exe"),
        ("hi\u{e0068}\u{e0069}", "hi\u{fffd}\u{fffd}", "hi"),
        ("🏴\u{e0067}\u{e0062} half a flag", "🏴\u{fffd}\u{fffd} half a flag", "🏴 half a flag"),
        ("\u{1b}]52;c;QQ\u{7}", "\u{fffd}]52;c;QQ\u{fffd}", " ]52;c;QQ "),
    ] {
        assert_eq!(sanitise(text).as_str(), shown);
        assert_eq!(taken(text, None, false), kept);
    }
    assert_eq!(taken("one\r\ntwo\rthree\u{85}four\u{2029}five", None, true), "one\ntwo\nthree\nfour\nfive");
    assert_eq!(taken("one\r\ntwo\rthree", None, false), "one two three");
}

proptest! {
    #![proptest_config(crate::support::cases(50_000))]

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

    /// Signs and letters that are made with joiners and tags, broken off and put together anew.
    #[test]
    fn what_is_made_of_several_characters_in_any_order(
        pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..12)
    ) {
        let text = String::from_iter(pieces);
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

const PIECES: [char; 20] = [
    'a',
    ' ',
    '\n',
    '👨',
    '👩',
    '🏽',
    '❤',
    '\u{fe0f}',
    '\u{200d}',
    '\u{200c}',
    '🏴',
    '\u{e0067}',
    '\u{e0062}',
    '\u{e007f}',
    'ی',
    'ক',
    '\u{9cd}',
    '\u{20e3}',
    '\u{301}',
    '\u{202e}',
];

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
