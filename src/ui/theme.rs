//! The styles of each theme: one table a theme, every entry of it a tested pair of colours.
//!
//! It only gives styles away; which of them a screen uses is the screen's business, and nothing here changes.
//! `tests/contrast.rs` computes what is promised here: 7:1 for all text, and tones that colour-blind eyes tell apart.

use crate::app::ThemeName;
use crate::framework::{Rag, Rating};
use crate::view::Tone;
use ratatui::style::{Color, Modifier, Style};

/// The styles of one theme.
///
/// Every style names its text colour and its background, so that nothing depends on what a terminal takes for
/// default; Mono is the exception, for it sends no colour. Entries 16 and above are used wherever 256 colours are
/// allowed, black and white included, because people recolour the first sixteen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Which theme this is.
    pub name: ThemeName,
    /// The whole screen, before anything is drawn on it.
    pub canvas: Style,
    /// Text to be read.
    pub text: Style,
    /// Text that stands back; as readable as any other, never dim.
    pub muted: Style,
    /// Rules, borders and other lines; at least 3:1, for they carry no words.
    pub rule: Style,
    /// Headings and what else stands out on the canvas.
    pub accent: Style,
    /// The footer's strip. Text of the canvas (`muted`, `accent`) is not made for it.
    pub strip: Style,
    /// The name of a key on the strip. Take this rather than `strip` with bold added, which 16-colour consoles garble.
    pub key: Style,
    /// "NOT SAVED" and its like: a filled band, so that it is seen even where its colour is not.
    pub alert: Style,
    /// Where the keys go: the canvas turned over, beside the `►` or the double border that must always go with it.
    pub focus: Style,
    /// The five ratings, lowest first; see [`Theme::tone`].
    pub tones: [Style; 5],
    /// Green, amber and red, in this order; see [`Theme::rag`].
    pub risk: [Style; 3],
    /// Cells without a rating: not discussed, not relevant.
    pub unrated: Style,
    /// A cell that is not agreed: range between hatch, `▒2-4▒`.
    pub contested: Style,
    /// A cell that nobody knows: `?`.
    pub unknown: Style,
    /// Whether cells show pips `■■■··`, because colour cannot tell the five tones apart.
    pub pips: bool,
}

impl Theme {
    /// The style of a rating's cell; the digit always stands in it.
    #[must_use]
    pub const fn tone(&self, rating: Rating) -> Style {
        let [one, two, three, four, five] = self.tones;
        match rating {
            Rating::One => one,
            Rating::Two => two,
            Rating::Three => three,
            Rating::Four => four,
            Rating::Five => five,
        }
    }

    /// The style of a text of a view.
    #[must_use]
    pub(crate) fn style(&self, tone: Tone) -> Style {
        match tone {
            Tone::Text => self.text,
            Tone::Marked => self.text.add_modifier(Modifier::BOLD),
            Tone::Muted => self.muted,
            Tone::Accent => self.accent,
            Tone::Alert => self.alert,
            Tone::Rating(rating) => self.tone(rating),
            Tone::Risk(rag) => self.rag(rag),
            Tone::Unrated => self.unrated,
            Tone::Contested => self.contested,
            Tone::Unknown => self.unknown,
        }
    }

    /// The style of a risk's cell; the word always stands in it.
    #[must_use]
    pub const fn rag(&self, rag: Rag) -> Style {
        let [green, amber, red] = self.risk;
        match rag {
            Rag::Green => green,
            Rag::Amber => amber,
            Rag::Red => red,
        }
    }
}

/// The styles of a theme.
#[must_use]
pub const fn of(name: ThemeName) -> &'static Theme {
    match name {
        ThemeName::Daylight => &DAYLIGHT,
        ThemeName::Dusk => &DUSK,
        ThemeName::HighContrast => &HIGH_CONTRAST,
        ThemeName::RagSafe => &RAG_SAFE,
        ThemeName::SixteenColours => &SIXTEEN_COLOURS,
        ThemeName::Mono => &MONO,
    }
}

/// Text of one palette entry on another.
const fn ink(text: u8, background: u8) -> Style {
    Style::new().fg(Color::Indexed(text)).bg(Color::Indexed(background))
}

/// [`ink`] in bold. Not for entries below 16: many terminals turn bold black into dark grey.
const fn bold(text: u8, background: u8) -> Style {
    ink(text, background).add_modifier(Modifier::BOLD)
}

/// Black: text on any tone but the darkest, and High contrast's canvas.
const BLACK: u8 = 16;
/// White: text on the darkest tones, and the canvas of the light themes.
const WHITE: u8 = 231;

/// Light by default: a projector cannot throw black, so in a lit room a dark canvas turns grey and takes the tones
/// with it. Of all palettes searched, these five stay furthest apart under that light and for colour-blind eyes.
const DAYLIGHT: Theme = Theme {
    name: ThemeName::Daylight,
    canvas: ink(233, WHITE),
    text: ink(233, WHITE),
    muted: ink(239, WHITE),
    rule: ink(243, WHITE),
    accent: bold(24, WHITE),
    strip: ink(233, 255),
    key: bold(233, 255),
    alert: bold(WHITE, 88),
    focus: bold(WHITE, 233),
    tones: [ink(WHITE, 88), ink(BLACK, 214), ink(BLACK, 188), ink(BLACK, 75), ink(WHITE, 19)],
    risk: [ink(BLACK, 116), ink(BLACK, 214), ink(WHITE, 88)],
    unrated: ink(239, WHITE),
    contested: bold(233, WHITE),
    unknown: bold(24, WHITE),
    pips: false,
};

/// For a laptop's own screen and for rooms that can be darkened. Every tone is light, so that all text on them is
/// black. The alert is black on 203: 203 as text on this canvas reaches only 6.3:1.
const DUSK: Theme = Theme {
    name: ThemeName::Dusk,
    canvas: ink(255, 233),
    text: ink(255, 233),
    muted: ink(250, 233),
    rule: ink(244, 233),
    accent: bold(81, 233),
    strip: ink(255, 236),
    key: bold(255, 236),
    alert: bold(BLACK, 203),
    focus: bold(233, 255),
    tones: [ink(BLACK, 203), ink(BLACK, 220), ink(BLACK, 248), ink(BLACK, 195), ink(BLACK, 39)],
    risk: [ink(BLACK, 158), ink(BLACK, 220), ink(BLACK, 203)],
    unrated: ink(250, 233),
    contested: bold(255, 233),
    unknown: bold(81, 233),
    pips: false,
};

/// Black, white, yellow and cyan only. Yellow is low, cyan is high, filled is an end of the scale; no greys, so
/// muted text and rules are white, and the pips say what a tone alone cannot.
const HIGH_CONTRAST: Theme = Theme {
    name: ThemeName::HighContrast,
    canvas: ink(WHITE, BLACK),
    text: ink(WHITE, BLACK),
    muted: ink(WHITE, BLACK),
    rule: ink(WHITE, BLACK),
    accent: bold(WHITE, BLACK),
    strip: ink(WHITE, 236),
    key: bold(WHITE, 236),
    alert: bold(BLACK, 226),
    focus: bold(BLACK, WHITE),
    tones: [ink(BLACK, 226), ink(226, BLACK), ink(WHITE, BLACK), ink(51, BLACK), ink(BLACK, 51)],
    risk: [ink(51, BLACK), ink(226, BLACK), ink(BLACK, 226)],
    unrated: ink(WHITE, BLACK),
    contested: bold(WHITE, BLACK),
    unknown: bold(WHITE, BLACK),
    pips: true,
};

/// Daylight with the tones that go with the words red, amber and green. The usual office colours are 3.5 apart for
/// colour-blind eyes; these, from dark red over ochre to teal, keep the order and are 24 apart.
const RAG_SAFE: Theme = Theme {
    name: ThemeName::RagSafe,
    tones: [ink(WHITE, 88), ink(BLACK, 172), ink(BLACK, 229), ink(BLACK, 116), ink(WHITE, 23)],
    risk: [ink(BLACK, 116), ink(BLACK, 172), ink(WHITE, 88)],
    ..DAYLIGHT
};

/// For consoles of sixteen colours, whose values nobody can know; only pairs that hold in the usual palettes.
///
/// The canvas is light for lit rooms, and because tone 3 is white on black: on a black canvas it would be no cell at
/// all. Nothing is bold, for such consoles draw bold black as dark grey. Muted text is black, because 8 on 15 is
/// 7.5:1 in VGA but 4:1 in xterm and Windows. The Linux console has only eight backgrounds (15 becomes 7, 14
/// becomes 6, 11 becomes the brown 3, where black text has 4:1): digits and words carry it there.
const SIXTEEN_COLOURS: Theme = Theme {
    name: ThemeName::SixteenColours,
    canvas: ink(0, 15),
    text: ink(0, 15),
    muted: ink(0, 15),
    rule: ink(8, 15),
    accent: ink(4, 15),
    strip: ink(0, 7),
    key: ink(15, 0),
    alert: ink(15, 1),
    // Yellow rather than white on black, which is tone 3.
    focus: ink(11, 0),
    tones: [ink(15, 1), ink(0, 11), ink(15, 0), ink(0, 14), ink(15, 4)],
    risk: [ink(0, 14), ink(0, 11), ink(15, 1)],
    unrated: ink(0, 15),
    contested: ink(0, 15),
    unknown: ink(4, 15),
    pips: false,
};

/// No colours at all: crossterm 0.29 would write them *after* the attributes and so undo reverse and bold.
///
/// Reverse is kept for focus and alert, so that it always means one of these; the ends of the scale are bold, and
/// underline stays on single words (RED, AMBER), for it would rule lines through big digits. Never dim, which many
/// projectors show as nothing.
const MONO: Theme = Theme {
    name: ThemeName::Mono,
    canvas: Style::new(),
    text: Style::new(),
    muted: Style::new(),
    rule: Style::new(),
    accent: MONO_BOLD,
    strip: Style::new(),
    key: MONO_BOLD,
    alert: Style::new().add_modifier(Modifier::REVERSED.union(Modifier::BOLD)),
    focus: Style::new().add_modifier(Modifier::REVERSED),
    tones: [MONO_BOLD, Style::new(), Style::new(), Style::new(), MONO_BOLD],
    risk: [
        Style::new(),
        Style::new().add_modifier(Modifier::UNDERLINED),
        Style::new().add_modifier(Modifier::UNDERLINED.union(Modifier::BOLD)),
    ],
    unrated: Style::new(),
    contested: MONO_BOLD,
    unknown: MONO_BOLD,
    pips: true,
};

/// Bold, in whatever colours the terminal has.
const MONO_BOLD: Style = Style::new().add_modifier(Modifier::BOLD);
