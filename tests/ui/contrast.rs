//! The colours, computed: text at 7:1 or better, and the five tones apart for every kind of eye.
//!
//! Checked are WCAG 2.2 contrast ratios, and CIEDE2000 distances between any two tones under normal, protan, deutan
//! and tritan vision (Machado, Oliveira and Fernandes 2009, severity 1), each also with ambient light on the wall
//! that makes up 10 % of what white sends back. High contrast and Mono are not checked for distance: they have
//! pips. The first sixteen entries count with their VGA values (see `palette::rgb`).

use crate::support::scenes;
use plenary::app::{Colours, ThemeName};
use plenary::framework::{Rag, Rating};
use plenary::ui::palette::rgb;
use plenary::ui::{self, Theme};
use ratatui::style::{Color, Modifier, Style};

/// The least contrast for anything to be read: AAA of WCAG 2.2 (1.4.6).
const TEXT: f64 = 7.0;
/// The same where only sixteen colours are, whose values nobody can know: AA.
const SIXTEEN_TEXT: f64 = 4.5;
/// The least contrast for lines: WCAG 2.2 (1.4.11).
const LINES: f64 = 3.0;

/// Red, green and blue as amounts of light, 0 to 1.
type Light = [f64; 3];

/// What the design promises of a theme's tones.
struct Promise {
    theme: ThemeName,
    /// Text and background, lowest rating first.
    tones: [(u8, u8); 5],
    /// The least distance between any two backgrounds; `None` where nothing is promised.
    apart: Option<f64>,
    /// The same in a lit room.
    apart_in_light: Option<f64>,
}

const PROMISES: [Promise; 5] = [
    Promise {
        theme: ThemeName::Daylight,
        tones: [(231, 88), (16, 214), (16, 188), (16, 75), (231, 19)],
        apart: Some(23.6),
        apart_in_light: Some(21.6),
    },
    Promise {
        theme: ThemeName::Dusk,
        tones: [(16, 203), (16, 220), (16, 248), (16, 195), (16, 39)],
        apart: Some(18.9),
        apart_in_light: Some(14.1),
    },
    Promise {
        theme: ThemeName::RagSafe,
        tones: [(231, 88), (16, 172), (16, 229), (16, 116), (231, 23)],
        apart: Some(24.2),
        apart_in_light: Some(11.4),
    },
    Promise {
        theme: ThemeName::HighContrast,
        tones: [(16, 226), (226, 16), (231, 16), (51, 16), (16, 51)],
        apart: None,
        apart_in_light: None,
    },
    Promise {
        theme: ThemeName::SixteenColours,
        tones: [(15, 1), (0, 11), (15, 0), (0, 14), (15, 4)],
        apart: Some(16.4),
        apart_in_light: None,
    },
];

#[test]
fn the_measures_give_published_values() {
    assert!((contrast([0.0; 3], [1.0; 3]) - 21.0).abs() < 1e-9);
    // #767676 on white is the textbook's lightest grey above 4.5:1.
    assert!((contrast(light(243), light(231)) - 4.54).abs() < 0.005);
    // Sharma, Wu and Dalal 2005, table 1: pairs that catch the usual mistakes in hue and chroma.
    let published = [
        ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
        ([50.0, 0.0, 0.0], [50.0, -1.0, 2.0], 2.3669),
        ([50.0, 2.49, -0.001], [50.0, -2.49, 0.0009], 7.1792),
        ([50.0, -0.001, 2.49], [50.0, 0.0009, -2.49], 4.8045),
        ([50.0, 2.5, 0.0], [73.0, 25.0, -18.0], 27.1492),
        ([50.0, 2.5, 0.0], [56.0, -27.0, -3.0], 31.9030),
        ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
        ([35.0831, -44.1164, 3.7933], [35.0232, -40.0716, 1.5901], 1.8645),
        ([2.0776, 0.0795, -1.1350], [0.9033, -0.0636, -0.5514], 0.9082),
    ];
    for (one, other, expected) in published {
        let computed = distance(one, other);
        assert!((computed - expected).abs() < 0.0001, "{one:?} {other:?}: {computed}, published {expected}");
    }
}

#[test]
fn text_reads_at_seven_to_one_and_lines_at_three() {
    for theme in coloured_themes() {
        for (name, style) in styles(theme) {
            let [text, background] = pair(style);
            let ratio = contrast(light(text), light(background));
            let least = if name == "rule" { LINES } else { TEXT };
            assert!(ratio >= least, "{:?} {name}: {text} on {background} has {ratio:.2}:1", theme.name);
        }
    }
}

#[test]
fn tones_are_the_entries_of_the_design() {
    for Promise { theme, tones, .. } in PROMISES {
        for (rating, (text, background)) in Rating::ALL.into_iter().zip(tones) {
            assert_eq!(pair(ui::theme(theme).tone(rating)), [text, background], "{theme:?} {rating}");
        }
    }
}

#[test]
fn any_two_tones_stay_as_far_apart_as_the_design_says() {
    for Promise { theme, apart, apart_in_light, .. } in PROMISES {
        let backgrounds = Rating::ALL.map(|rating| pair(ui::theme(theme).tone(rating))[1]);
        for (ambient, promised) in [(0.0, apart), (0.1, apart_in_light)] {
            let Some(promised) = promised else { continue };
            let (computed, worst) = nearest(&backgrounds, ambient);
            // The design gives one decimal, so up to half of one may be rounding.
            assert!(computed >= promised - 0.05, "{theme:?}, ambient {ambient}: {computed:.2}, {worst}");
        }
    }
}

#[test]
fn green_amber_and_red_stay_apart() {
    for theme in coloured_themes().filter(|theme| theme.name != ThemeName::HighContrast) {
        let risks = [Rag::Green, Rag::Amber, Rag::Red].map(|rag| pair(theme.rag(rag))[1]);
        let (computed, worst) = nearest(&risks, 0.0);
        assert!(computed >= 18.9, "{:?}: {computed:.2}, {worst}", theme.name);
    }
}

#[test]
fn where_tones_come_nearer_than_twelve_in_some_light_pips_stand_by() {
    // Up to nearly a third of what white sends back may be the room's own light. Ratings far from each other count as
    // well as neighbours: a 1 that looks like a 5 is worse.
    for theme in coloured_themes() {
        let backgrounds = Rating::ALL.map(|rating| pair(theme.tone(rating))[1]);
        for ambient in [0.0, 0.1, 0.3] {
            let (computed, worst) = nearest(&backgrounds, ambient);
            assert!(theme.pips || computed >= 12.0, "{:?}, ambient {ambient}: {computed:.1}, {worst}", theme.name);
        }
    }
}

#[test]
fn every_text_that_is_drawn_reads_and_bold_may_be_bright() {
    for (scene, mut room) in scenes::all(80, 24) {
        for theme in coloured_themes() {
            let buffer = room.theme(theme.name).buffer();
            let sixteen = theme.name == ThemeName::SixteenColours;
            for cell in buffer.content() {
                let symbol = cell.symbol();
                let Some(sign) = symbol.chars().next().filter(|sign| !sign.is_whitespace()) else { continue };
                let mut colours = pair(cell.style());
                // Many consoles of sixteen colours draw bold in the brighter of two.
                if sixteen && cell.modifier.contains(Modifier::BOLD) && colours[0] < 8 {
                    colours[0] += 8;
                }
                let is_line = ('\u{2500}'..='\u{259f}').contains(&sign);
                // What is filled with a tone carries a number on it or a word below, and a top in the colour of text.
                let is_fill = ('\u{2580}'..='\u{259f}').contains(&sign)
                    && (Rating::ALL.map(|rating| theme.tone(rating)).iter())
                        .any(|tone| colours.map(|one| Some(Color::Indexed(one))).contains(&tone.bg));
                if is_fill || is_line && colours[0] == colours[1] {
                    continue;
                }
                let least = if is_line {
                    LINES
                } else if sixteen {
                    SIXTEEN_TEXT
                } else {
                    TEXT
                };
                let ratio = contrast(light(colours[0]), light(colours[1]));
                assert!(ratio >= least, "{scene}, {:?}: {symbol} {colours:?} has {ratio:.2}:1", theme.name);
            }
        }
    }
}

/// What is read in a lit room: a tenth and three tenths of what white sends back are the room's own light, and white on
/// black itself has no more than 7 and 3:1 then. A grey picture keeps the light of every colour, so its contrast is the same.
#[test]
fn what_is_drawn_reads_in_a_lit_room_as_well_as_it_can() {
    let mut least = std::collections::BTreeMap::new();
    for (_, mut room) in scenes::all(80, 24) {
        for theme in coloured_themes() {
            let buffer = room.theme(theme.name).buffer();
            for cell in buffer.content().iter().filter(|cell| cell.symbol().chars().any(char::is_alphanumeric)) {
                let [one, other] = pair(cell.style()).map(light);
                for (place, ambient) in [0.1, 0.3].into_iter().enumerate() {
                    let lit = |colour: Light| colour.map(|channel| channel * (1.0 - ambient) + ambient);
                    let ratio = contrast(lit(one), lit(other));
                    let of = least.entry((theme.name as u8, place)).or_insert(f64::INFINITY);
                    *of = of.min(ratio);
                }
            }
        }
    }
    for ((theme, place), ratio) in least {
        let due = if theme == ThemeName::SixteenColours as u8 { [2.0, 1.4] } else { [2.5, 1.6] }[place];
        assert!(ratio >= due, "theme {theme}: {ratio:.2}:1 in the light {place}");
    }
}

/// Where a picture is grey, or its tones come near each other, a tone says nothing: no stretch of a tone stands without a
/// digit, a word, pips or the sign of a state, on any page in any theme.
#[test]
fn no_tone_stands_alone_on_any_page() {
    let mut seen = 0;
    for (scene, mut room) in scenes::all(80, 24) {
        for theme in coloured_themes() {
            let buffer = room.theme(theme.name).buffer();
            let area = buffer.area;
            let tones = Rating::ALL.map(|rating| theme.tone(rating).bg);
            let tone = |x: u16, y: u16| {
                Some(buffer[(x, y)].bg).filter(|bg| {
                    tones.contains(&Some(*bg))
                        && theme.canvas.bg != Some(*bg)
                        && theme.strip.bg != Some(*bg)
                        && theme.alert.bg != Some(*bg)
                        && theme.focus.bg != Some(*bg)
                })
            };
            let mut done = std::collections::BTreeSet::new();
            for (x, y) in (0..area.height).flat_map(|y| (0..area.width).map(move |x| (x, y))) {
                let Some(of) = tone(x, y).filter(|_| !done.contains(&(x, y))) else { continue };
                let (mut stretch, mut says) = (vec![(x, y)], false);
                while let Some((x, y)) = stretch.pop() {
                    if x >= area.width || y >= area.height || tone(x, y) != Some(of) || !done.insert((x, y)) {
                        continue;
                    }
                    says |= !buffer[(x, y)].symbol().trim().is_empty();
                    stretch.extend([(x + 1, y), (x, y + 1), (x.wrapping_sub(1), y), (x, y.wrapping_sub(1))]);
                }
                assert!(says, "{scene}, {:?}: nothing stands on the tone at {x}, {y}", theme.name);
                seen += 1;
            }
        }
    }
    assert!(seen > 1000, "only {seen} stretches of a tone");
}

/// The map of a report in grey: each cell with a tone says its rating, and as many dots.
#[test]
fn the_map_of_a_report_reads_without_its_tones() {
    let framework = plenary::framework::Framework::built_in().unwrap();
    let session = crate::support::full::full();
    let report = plenary::report::Report::of(&framework, &session, plenary::report::Choices { names: false });
    let page = String::from_utf8(report.write(plenary::report::Format::Html).unwrap()).unwrap();
    let map = page.split_once("class=\"map\"").unwrap().1.split_once("</table>").unwrap().0;
    let mut read = 0;
    for rating in 1..=5 {
        for cell in map.split(&format!("<td class=\"t{rating}\"")).skip(1) {
            let cell = cell.split_once("</td>").unwrap().0;
            assert!(
                cell.contains(&rating.to_string())
                    && cell.matches('\u{25cf}').count() + cell.matches('\u{25a0}').count() == rating,
                "{cell}"
            );
            read += 1;
        }
    }
    assert!(read > 10, "only {read} cells");
}

#[test]
fn only_the_theme_makes_bold() {
    let mut folders = vec![std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/ui")];
    let mut read = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if !path.ends_with("ui/theme.rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                assert!(!text.contains("Modifier::BOLD") && !text.contains(".bold()"), "{}", path.display());
                read += 1;
            }
        }
    }
    assert!(read > 20, "{read} files");
}

#[test]
fn the_usual_red_amber_green_would_fail() {
    // Why the RAG-safe tones exist: the same measure finds the office colours all but equal.
    let office = [[0xC0, 0x00, 0x00], [0xFF, 0xC0, 0x00], [0xFF, 0xFF, 0x00], [0x92, 0xD0, 0x50], [0x00, 0xB0, 0x50]];
    let (computed, _) = nearest_lights(&office.map(|channels| channels.map(linear)), 0.0);
    // The design's own figure, so that its measure and this one are known to be the same.
    assert!((computed - 3.5).abs() < 0.05, "{computed:.2}");
}

#[test]
fn mono_sends_no_colour_and_nothing_is_dim() {
    for name in ThemeName::ALL {
        for (style_name, style) in styles(ui::theme(name)) {
            let allowed = match name.needs() {
                Colours::None => Modifier::REVERSED | Modifier::BOLD | Modifier::UNDERLINED,
                // Bold black is drawn as dark grey by many consoles of sixteen colours.
                Colours::Sixteen => Modifier::empty(),
                // A reverse would hide from these tests which colours really meet.
                Colours::Indexed256 => Modifier::BOLD | Modifier::UNDERLINED,
            };
            assert!(allowed.contains(style.add_modifier), "{name:?} {style_name}: {:?}", style.add_modifier);
            if name == ThemeName::Mono {
                assert_eq!((style.fg, style.bg), (None, None), "{style_name}");
            }
        }
    }
}

#[test]
fn in_mono_reverse_means_focus_or_alert() {
    for (name, style) in styles(ui::theme(ThemeName::Mono)) {
        let reversed = style.add_modifier.contains(Modifier::REVERSED);
        assert_eq!(reversed, matches!(name.as_str(), "focus" | "alert"), "{name}");
    }
}

#[test]
fn themes_know_their_name_and_pips_stand_in_where_colour_cannot() {
    for name in ThemeName::ALL {
        assert_eq!(ui::theme(name).name, name);
        assert_eq!(ui::theme(name).pips, name != ThemeName::Daylight, "{name:?}");
    }
}

/// All themes but Mono.
fn coloured_themes() -> impl Iterator<Item = &'static Theme> {
    ThemeName::ALL.into_iter().filter(|name| *name != ThemeName::Mono).map(ui::theme)
}

/// Every style of a theme with its name; a new field does not compile until it is listed here.
fn styles(theme: &Theme) -> Vec<(String, Style)> {
    let Theme {
        name: _,
        canvas,
        text,
        muted,
        rule,
        accent,
        strip,
        key,
        alert,
        focus,
        tones,
        risk,
        unrated,
        contested,
        unknown,
        pips: _,
        turns_over: _,
        has_bold: _,
    } = *theme;
    let single = [
        ("canvas", canvas),
        ("text", text),
        ("muted", muted),
        ("rule", rule),
        ("accent", accent),
        ("strip", strip),
        ("key", key),
        ("alert", alert),
        ("focus", focus),
        ("unrated", unrated),
        ("contested", contested),
        ("unknown", unknown),
    ];
    let single = single.map(|(name, style)| (name.to_owned(), style));
    let tones = Rating::ALL.into_iter().zip(tones).map(|(rating, style)| (format!("tone {rating}"), style));
    let risks = ["green", "amber", "red"].into_iter().zip(risk).map(|(name, style)| (name.to_owned(), style));
    single.into_iter().chain(tones).chain(risks).collect()
}

/// Text and background of a style, which must name both, as indexed colours.
fn pair(style: Style) -> [u8; 2] {
    [style.fg, style.bg].map(|colour| match colour {
        Some(Color::Indexed(index)) => index,
        other => panic!("{style:?}: expected an indexed colour, found {other:?}"),
    })
}

/// The light an entry of the palette sends out.
fn light(index: u8) -> Light {
    let (red, green, blue) = rgb(index);
    [red, green, blue].map(linear)
}

/// An sRGB channel as an amount of light (IEC 61966-2-1).
fn linear(channel: u8) -> f64 {
    let value = f64::from(channel) / 255.0;
    if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
}

/// The contrast ratio of WCAG 2.2, 1 to 21.
fn contrast(one: Light, other: Light) -> f64 {
    let luminance = |[red, green, blue]: Light| 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The least distance between two of these entries under any vision, and where it is.
fn nearest(indexes: &[u8], ambient: f64) -> (f64, String) {
    let lights: Vec<_> = indexes.iter().map(|index| light(*index)).collect();
    let (distance, worst) = nearest_lights(&lights, ambient);
    (distance, format!("{worst} of {indexes:?}"))
}

/// [`nearest`] of any colours; `ambient` is the share of the room's light in what white sends back, 0 to 1.
fn nearest_lights(lights: &[Light], ambient: f64) -> (f64, String) {
    // White sends 1 = its own 1 - ambient, plus ambient; every other colour gets the same addition.
    let lit = |colour: &Light| colour.map(|channel| channel * (1.0 - ambient) + ambient);
    let mut least = (f64::INFINITY, String::new());
    for (vision, matrix) in VISIONS {
        let seen: Vec<_> = lights.iter().map(|colour| lab(see(lit(colour), matrix))).collect();
        for (place, one) in seen.iter().enumerate() {
            for (before, other) in seen[..place].iter().enumerate() {
                let computed = distance(*one, *other);
                if computed < least.0 {
                    least = (computed, format!("{vision}, places {before} and {place}"));
                }
            }
        }
    }
    least
}

/// Normal sight, and the three kinds of colour blindness at full severity: Machado, Oliveira and Fernandes,
/// *A physiologically-based model for simulation of color vision deficiency*, 2009; for linear light.
const VISIONS: [(&str, [[f64; 3]; 3]); 4] = [
    ("normal", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protan",
        [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]],
    ),
    (
        "deutan",
        [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
    ),
    (
        "tritan",
        [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]],
    ),
];

/// A colour through another eye, kept within what a screen can show.
fn see(colour: Light, matrix: [[f64; 3]; 3]) -> Light {
    matrix.map(|row| dot(row, colour).clamp(0.0, 1.0))
}

/// CIE L*a*b* under D65.
fn lab(colour: Light) -> [f64; 3] {
    const TO_XYZ: [[f64; 3]; 3] = [
        [0.412_456_4, 0.357_576_1, 0.180_437_5],
        [0.212_672_9, 0.715_152_2, 0.072_175_0],
        [0.019_333_9, 0.119_192_0, 0.950_304_1],
    ];
    let curve = |value: f64| {
        if value > 216.0 / 24389.0 { value.cbrt() } else { (24389.0 / 27.0 * value + 16.0) / 116.0 }
    };
    // Divided by the white's own sums, so that white is neutral to the last digit.
    let [x, y, z] = TO_XYZ.map(|row| curve(dot(row, colour) / dot(row, [1.0; 3])));
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// CIEDE2000, after Sharma, Wu and Dalal, *The CIEDE2000 color-difference formula*, 2005; all three weights 1.
fn distance(one: [f64; 3], other: [f64; 3]) -> f64 {
    let seventh = |chroma: f64| (chroma.powi(7) / (chroma.powi(7) + 25_f64.powi(7))).sqrt();
    let mean_chroma = f64::midpoint(one[1].hypot(one[2]), other[1].hypot(other[2]));
    let stretch = 1.0 + 0.5 * (1.0 - seventh(mean_chroma));
    let polar = |[_, a, b]: [f64; 3]| {
        let a = a * stretch;
        (a.hypot(b), b.atan2(a).to_degrees().rem_euclid(360.0))
    };
    let ((chroma_one, hue_one), (chroma_other, hue_other)) = (polar(one), polar(other));

    let grey = chroma_one * chroma_other == 0.0;
    let turn = match hue_other - hue_one {
        _ if grey => 0.0,
        turn if turn > 180.0 => turn - 360.0,
        turn if turn < -180.0 => turn + 360.0,
        turn => turn,
    };
    let lightness_step = other[0] - one[0];
    let chroma_step = chroma_other - chroma_one;
    let hue_step = 2.0 * (chroma_one * chroma_other).sqrt() * (turn / 2.0).to_radians().sin();

    let lightness = f64::midpoint(one[0], other[0]) - 50.0;
    let chroma = f64::midpoint(chroma_one, chroma_other);
    // With one of them grey the hues are added, not averaged: the grey's counts as 0.
    let hue = if grey { hue_one + hue_other } else { (hue_one + turn / 2.0).rem_euclid(360.0) };
    let wave = |times: f64, offset: f64| (times * hue + offset).to_radians().cos();
    let bend = 1.0 - 0.17 * wave(1.0, -30.0) + 0.24 * wave(2.0, 0.0) + 0.32 * wave(3.0, 6.0) - 0.20 * wave(4.0, -63.0);
    let lightness_part = lightness_step / (1.0 + 0.015 * lightness.powi(2) / (20.0 + lightness.powi(2)).sqrt());
    let chroma_part = chroma_step / (1.0 + 0.045 * chroma);
    let hue_part = hue_step / (1.0 + 0.015 * chroma * bend);
    let twist = (60.0 * (-((hue - 275.0) / 25.0).powi(2)).exp()).to_radians().sin();
    let rotation = -2.0 * seventh(chroma) * twist;
    (lightness_part.powi(2) + chroma_part.powi(2) + hue_part.powi(2) + rotation * chroma_part * hue_part).sqrt()
}

/// The sum of the products.
fn dot(row: [f64; 3], column: [f64; 3]) -> f64 {
    row.iter().zip(column).map(|(one, other)| one * other).sum()
}
