//! The styles of each theme, made from its palette.

use crate::app::{Ink, PALETTES, Palette, ThemeName};
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
    /// Whether the box of a given answer is turned over.
    pub turns_over: bool,
    /// Whether bold is only bold.
    pub has_bold: bool,
}

impl Theme {
    /// The style of a rating's cell; the digit always stands in it.
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

    pub(crate) fn style(&self, tone: Tone) -> Style {
        match tone {
            Tone::Text => self.text,
            Tone::Marked => self.bold(self.text),
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

    /// The same in bold, where the theme has bold: consoles of sixteen colours draw it in another colour. Nothing else
    /// on the screen may add it.
    pub(crate) fn bold(&self, style: Style) -> Style {
        if self.has_bold { style.add_modifier(Modifier::BOLD) } else { style }
    }

    /// The style of a risk's cell; the word always stands in it.
    pub const fn rag(&self, rag: Rag) -> Style {
        let [green, amber, red] = self.risk;
        match rag {
            Rag::Green => green,
            Rag::Amber => amber,
            Rag::Red => red,
        }
    }
}

pub fn of(name: ThemeName) -> &'static Theme {
    THEMES.iter().find(|theme| theme.name == name).unwrap_or(&THEMES[0])
}

static THEMES: [Theme; PALETTES.len()] = {
    let mut all = [styled(&PALETTES[0]); PALETTES.len()];
    let mut place = 1;
    while place < all.len() {
        all[place] = styled(&PALETTES[place]);
        place += 1;
    }
    all
};

const fn styled(palette: &Palette) -> Theme {
    let [one, two, three, four, five] = palette.tones;
    let [green, amber, red] = palette.risk;
    Theme {
        name: palette.name,
        canvas: style(palette.canvas),
        text: style(palette.text),
        muted: style(palette.muted),
        rule: style(palette.rule),
        accent: style(palette.accent),
        strip: style(palette.strip),
        key: style(palette.key_name),
        alert: style(palette.alert),
        focus: style(palette.focus),
        tones: [style(one), style(two), style(three), style(four), style(five)],
        risk: [style(green), style(amber), style(red)],
        unrated: style(palette.unrated),
        contested: style(palette.contested),
        unknown: style(palette.unknown),
        pips: palette.pips,
        turns_over: palette.turns_over,
        has_bold: palette.has_bold,
    }
}

const fn style(ink: Ink) -> Style {
    let style = match ink.colours {
        Some((text, background)) => Style::new().fg(Color::Indexed(text)).bg(Color::Indexed(background)),
        None => Style::new(),
    };
    let style = if ink.bold { style.add_modifier(Modifier::BOLD) } else { style };
    let style = if ink.reversed { style.add_modifier(Modifier::REVERSED) } else { style };
    if ink.underlined { style.add_modifier(Modifier::UNDERLINED) } else { style }
}
