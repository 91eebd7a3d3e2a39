//! The themes: names and colours of each, every entry a tested pair. A new theme is a name and a row here.
//!
//! `tests/ui/contrast.rs` computes what is promised here: 7:1 for all text, and tones that colour-blind eyes tell apart.
//! Longer than other files, for it is one table.

use super::Colours;
use serde::{Deserialize, Serialize};

/// The ways in which the program can look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ThemeName {
    /// Dark text on white: the default, because projectors make grey of black in lit rooms.
    #[default]
    Daylight,
    /// Light text on near-black, for a laptop screen or a dark room.
    Dusk,
    /// Yellow, white and cyan on black, with pips.
    HighContrast,
    /// Red to teal in the order people expect of red, amber and green, told apart by everyone.
    RagSafe,
    /// Only the sixteen colours that every console has.
    SixteenColours,
    /// No colour at all: digit, word, pips and hatch.
    Mono,
}

/// How text is set: which entry of the palette on which other, or in whatever colours the terminal has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ink {
    /// The palette's entries for text and background.
    pub(crate) colours: Option<(u8, u8)>,
    pub(crate) bold: bool,
    pub(crate) reversed: bool,
    pub(crate) underlined: bool,
}

/// The colours of one theme.
///
/// Every one names its text colour and its background, so that nothing depends on what a terminal takes for
/// default; Mono is the exception, for it sends no colour. Entries 16 and above are used wherever 256 colours are
/// allowed, black and white included, because people recolour the first sixteen.
#[expect(clippy::struct_excessive_bools, reason = "each is one trait of a theme")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Palette {
    pub(crate) name: ThemeName,
    /// Its name on the command line and in the settings.
    pub(crate) key: &'static str,
    pub(crate) label: &'static str,
    /// The fewest colours with which it looks as designed.
    pub(crate) needs: Colours,
    /// The whole screen, before anything is drawn on it.
    pub(crate) canvas: Ink,
    /// Text to be read.
    pub(crate) text: Ink,
    /// Text that stands back; as readable as any other, never dim.
    pub(crate) muted: Ink,
    /// Rules, borders and other lines; at least 3:1, for they carry no words.
    pub(crate) rule: Ink,
    /// Headings and what else stands out on the canvas.
    pub(crate) accent: Ink,
    /// The footer's strip. Text of the canvas (`muted`, `accent`) is not made for it.
    pub(crate) strip: Ink,
    /// The name of a key on the strip. Take this rather than `strip` with bold added, which 16-colour consoles garble.
    pub(crate) key_name: Ink,
    /// "NOT SAVED" and its like: a filled band, so that it is seen even where its colour is not.
    pub(crate) alert: Ink,
    /// Where the keys go: the canvas turned over, beside the `►` or the double border that must always go with it.
    pub(crate) focus: Ink,
    /// The five ratings, lowest first; see [`Theme::tone`].
    pub(crate) tones: [Ink; 5],
    /// Green, amber and red, in this order; see [`Theme::rag`].
    pub(crate) risk: [Ink; 3],
    /// Cells without a rating: not discussed, not relevant.
    pub(crate) unrated: Ink,
    /// A cell that is not agreed: range between hatch, `▒2-4▒`.
    pub(crate) contested: Ink,
    /// A cell that nobody knows: `?`.
    pub(crate) unknown: Ink,
    /// Whether cells show pips `■■■··`, because colour cannot tell the five tones apart.
    pub(crate) pips: bool,
    /// Whether the box of a given answer is turned over, because its tone alone says too little.
    pub(crate) turns_over: bool,
    /// Whether bold is only bold: consoles of sixteen colours draw it in another colour.
    pub(crate) has_bold: bool,
    /// Whether light in the room brings some of its tones near each other, so that F2 warns.
    pub(crate) fades: bool,
}

/// All of them, in the order of the room check.
pub(crate) const PALETTES: [Palette; 6] = [DAYLIGHT, DUSK, HIGH_CONTRAST, RAG_SAFE, SIXTEEN_COLOURS, MONO];

impl ThemeName {
    /// The themes in the order of the arrows in the room check.
    pub const ALL: [Self; PALETTES.len()] = {
        let mut all = [Self::Daylight; PALETTES.len()];
        let mut place = 0;
        while place < all.len() {
            all[place] = PALETTES[place].name;
            place += 1;
        }
        all
    };

    fn palette(self) -> &'static Palette {
        PALETTES.iter().find(|palette| palette.name == self).unwrap_or(&DAYLIGHT)
    }

    pub fn label(self) -> &'static str {
        self.palette().label
    }

    /// The name on the command line.
    pub fn key(self) -> &'static str {
        self.palette().key
    }

    /// The theme with this name on the command line; capitals do not matter.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.key().eq_ignore_ascii_case(key))
    }

    /// Whether light in the room brings some of its tones near each other.
    pub(crate) fn fades(self) -> bool {
        self.palette().fades
    }

    /// The fewest colours with which the theme looks as designed.
    pub fn needs(self) -> Colours {
        self.palette().needs
    }

    /// The next theme among those that `colours` allows, or the one before; after the last comes the first.
    pub fn turned(self, back: bool, colours: Colours) -> Self {
        let mut all = Self::ALL.to_vec();
        if back {
            all.reverse();
        }
        let later = all.iter().copied().cycle().skip_while(|theme| *theme != self).skip(1);
        later.take(all.len()).find(|theme| theme.needs() <= colours).unwrap_or(Self::Mono)
    }
}

/// Text of one palette entry on another.
const fn ink(text: u8, background: u8) -> Ink {
    Ink { colours: Some((text, background)), ..NO_COLOUR }
}

/// [`ink`] in bold. Not for entries below 16: many terminals turn bold black into dark grey.
const fn bold(text: u8, background: u8) -> Ink {
    Ink { bold: true, ..ink(text, background) }
}

/// Black: text on any tone but the darkest, and High contrast's canvas.
const BLACK: u8 = 16;
/// White: text on the darkest tones, and the canvas of the light themes.
const WHITE: u8 = 231;

/// Light by default: a projector cannot throw black, so in a lit room a dark canvas turns grey and takes the tones
/// with it. Of all palettes searched, these five stay furthest apart under that light and for colour-blind eyes.
const DAYLIGHT: Palette = Palette {
    name: ThemeName::Daylight,
    key: "daylight",
    label: "Daylight",
    needs: Colours::Indexed256,
    canvas: ink(233, WHITE),
    text: ink(233, WHITE),
    muted: ink(239, WHITE),
    rule: ink(243, WHITE),
    accent: bold(24, WHITE),
    strip: ink(233, 255),
    key_name: bold(233, 255),
    alert: bold(WHITE, 88),
    focus: bold(WHITE, 233),
    tones: [ink(WHITE, 88), ink(BLACK, 214), ink(BLACK, 188), ink(BLACK, 75), ink(WHITE, 19)],
    risk: [ink(BLACK, 116), ink(BLACK, 214), ink(WHITE, 88)],
    unrated: ink(239, WHITE),
    contested: bold(233, WHITE),
    unknown: bold(24, WHITE),
    pips: false,
    turns_over: false,
    has_bold: true,
    fades: false,
};

/// For a laptop's own screen and for rooms that can be darkened. Every tone is light, so that all text on them is
/// black. The alert is black on 203: 203 as text on this canvas reaches only 6.3:1.
const DUSK: Palette = Palette {
    name: ThemeName::Dusk,
    key: "dusk",
    label: "Dusk",
    needs: Colours::Indexed256,
    canvas: ink(255, 233),
    text: ink(255, 233),
    muted: ink(250, 233),
    rule: ink(244, 233),
    accent: bold(81, 233),
    strip: ink(255, 236),
    key_name: bold(255, 236),
    alert: bold(BLACK, 203),
    focus: bold(233, 255),
    tones: [ink(BLACK, 203), ink(BLACK, 220), ink(BLACK, 248), ink(BLACK, 195), ink(BLACK, 39)],
    risk: [ink(BLACK, 158), ink(BLACK, 220), ink(BLACK, 203)],
    unrated: ink(250, 233),
    contested: bold(255, 233),
    unknown: bold(81, 233),
    pips: true,
    turns_over: false,
    has_bold: true,
    fades: true,
};

/// Black, white, yellow and cyan only. Yellow is low, cyan is high, filled is an end of the scale; no greys, so
/// muted text and rules are white, and the pips say what a tone alone cannot.
const HIGH_CONTRAST: Palette = Palette {
    name: ThemeName::HighContrast,
    key: "high-contrast",
    label: "High contrast",
    needs: Colours::Indexed256,
    canvas: ink(WHITE, BLACK),
    text: ink(WHITE, BLACK),
    muted: ink(WHITE, BLACK),
    rule: ink(WHITE, BLACK),
    accent: bold(WHITE, BLACK),
    strip: ink(WHITE, 236),
    key_name: bold(WHITE, 236),
    alert: bold(BLACK, 226),
    focus: bold(BLACK, WHITE),
    tones: [ink(BLACK, 226), ink(226, BLACK), ink(WHITE, BLACK), ink(51, BLACK), ink(BLACK, 51)],
    risk: [ink(51, BLACK), ink(226, BLACK), ink(BLACK, 226)],
    unrated: ink(WHITE, BLACK),
    contested: bold(WHITE, BLACK),
    unknown: bold(WHITE, BLACK),
    pips: true,
    turns_over: true,
    has_bold: true,
    fades: false,
};

/// Daylight with the tones that go with the words red, amber and green. The usual office colours are 3.5 apart for
/// colour-blind eyes; these, from dark red over ochre to teal, keep the order and are 24 apart; with
/// light on the wall the ends come near each other, so that pips stand by.
const RAG_SAFE: Palette = Palette {
    name: ThemeName::RagSafe,
    key: "rag-safe",
    label: "RAG-safe",
    needs: Colours::Indexed256,
    tones: [ink(WHITE, 88), ink(BLACK, 172), ink(BLACK, 229), ink(BLACK, 116), ink(WHITE, 23)],
    risk: [ink(BLACK, 116), ink(BLACK, 172), ink(WHITE, 88)],
    pips: true,
    fades: true,
    ..DAYLIGHT
};

/// For consoles of sixteen colours, whose values nobody can know; only pairs that hold in the usual palettes.
///
/// The canvas is light for lit rooms, and because tone 3 is white on black: on a black canvas it would be no cell at
/// all. Nothing is bold, for such consoles draw bold black as dark grey. Muted text is black, because 8 on 15 is
/// 7.5:1 in VGA but 4:1 in xterm and Windows. The Linux console has only eight backgrounds (15 becomes 7, 14
/// becomes 6, 11 becomes the brown 3, where black text has 4:1): digits and words carry it there.
const SIXTEEN_COLOURS: Palette = Palette {
    name: ThemeName::SixteenColours,
    key: "16",
    label: "16 colours",
    needs: Colours::Sixteen,
    canvas: ink(0, 15),
    text: ink(0, 15),
    muted: ink(0, 15),
    rule: ink(8, 15),
    accent: ink(4, 15),
    strip: ink(0, 7),
    key_name: ink(15, 0),
    alert: ink(15, 1),
    // Yellow rather than white on black, which is tone 3.
    focus: ink(11, 0),
    tones: [ink(15, 1), ink(0, 11), ink(15, 0), ink(0, 14), ink(15, 4)],
    risk: [ink(0, 14), ink(0, 11), ink(15, 1)],
    unrated: ink(0, 15),
    contested: ink(0, 15),
    unknown: ink(4, 15),
    pips: true,
    turns_over: false,
    has_bold: false,
    fades: true,
};

/// No colours at all: crossterm 0.29 would write them *after* the attributes and so undo reverse and bold.
///
/// Reverse is kept for focus and alert, so that it always means one of these; the ends of the scale are bold, and
/// underline stays on single words (RED, AMBER), for it would rule lines through big digits. Never dim, which many
/// projectors show as nothing.
const MONO: Palette = Palette {
    name: ThemeName::Mono,
    key: "mono",
    label: "Mono",
    needs: Colours::None,
    canvas: NO_COLOUR,
    text: NO_COLOUR,
    muted: NO_COLOUR,
    rule: NO_COLOUR,
    accent: MONO_BOLD,
    strip: NO_COLOUR,
    key_name: MONO_BOLD,
    alert: Ink { bold: true, ..REVERSED },
    focus: REVERSED,
    tones: [MONO_BOLD, NO_COLOUR, NO_COLOUR, NO_COLOUR, MONO_BOLD],
    risk: [NO_COLOUR, UNDERLINED, Ink { bold: true, ..UNDERLINED }],
    unrated: NO_COLOUR,
    contested: MONO_BOLD,
    unknown: MONO_BOLD,
    pips: true,
    turns_over: true,
    has_bold: true,
    fades: false,
};

const NO_COLOUR: Ink = Ink { colours: None, bold: false, reversed: false, underlined: false };
const MONO_BOLD: Ink = Ink { bold: true, ..NO_COLOUR };
const REVERSED: Ink = Ink { reversed: true, ..NO_COLOUR };
const UNDERLINED: Ink = Ink { underlined: true, ..NO_COLOUR };
