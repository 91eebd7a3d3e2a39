//! Pictures of screens: a finished frame as a short SVG, the same bytes each time.
//!
//! It draws what the buffer holds and knows no screen. Lines and blocks become filled shapes on whole pixels, since
//! a font leaves seams between cells; words become text, so that a picture can be searched and read aloud.

use plenary::ui::palette::rgb;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::collections::BTreeMap;
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

/// A cell's width in pixels.
const WIDE: usize = 10;
/// A cell's height in pixels.
const HIGH: usize = 20;
/// From a cell's top to the line on which text stands, in pixels.
const BASELINE: usize = 15;
/// From a cell's top to its underline, in pixels.
const UNDERLINE: usize = 17;

/// What Mono's "no colour" is shown as, text and canvas: black on white, light for the same reason as Daylight.
const PLAIN: (Rgb, Rgb) = ((0, 0, 0), (255, 255, 255));

/// Red, green and blue.
type Rgb = (u8, u8, u8);

/// A rectangle in pixels: left, top, width, height.
type Rectangle = (usize, usize, usize, usize);

/// The frame as an SVG picture with this title.
pub(crate) fn svg(buffer: &Buffer, title: &str) -> String {
    let mut colours = Vec::new();
    let canvas = Canvas::of(buffer, &mut colours);
    finish(title, buffer, &colours, |out| canvas.write(out))
}

/// Frames that follow each other, each shown for so many seconds, again and again; the first alone for those who want
/// nothing to move.
pub(crate) fn moving_svg(frames: &[(Buffer, u16)], title: &str) -> String {
    let mut colours = Vec::new();
    let canvases: Vec<Canvas> = frames.iter().map(|(buffer, _)| Canvas::of(buffer, &mut colours)).collect();
    let all: u16 = frames.iter().map(|(_, seconds)| seconds).sum();
    let percent = |seconds: u16| f64::from(seconds) * 100.0 / f64::from(all);
    finish(title, &frames[0].0, &colours, |out| {
        writeln!(out, "<style>g{{visibility:hidden}}#f0{{visibility:visible}}")?;
        let mut begin = 0;
        for (number, (_, seconds)) in frames.iter().enumerate() {
            let (from, to) = (percent(begin), percent(begin + seconds));
            let hidden = if number == 0 { "" } else { "0%{visibility:hidden}" };
            writeln!(
                out,
                "@keyframes k{number}{{{hidden}{from:.3}%{{visibility:visible}}{to:.3}%,100%{{visibility:hidden}}}}"
            )?;
            writeln!(out, "#f{number}{{animation:k{number} {all}s step-end infinite}}")?;
            begin += seconds;
        }
        writeln!(out, "@media(prefers-reduced-motion:reduce){{g{{animation:none!important}}}}</style>")?;
        canvases.iter().enumerate().try_for_each(|(number, canvas)| {
            writeln!(out, r#"<g id="f{number}">"#)?;
            canvas.write(out)?;
            writeln!(out, "</g>")
        })
    })
}

/// A picture of the size of a frame, with its title and colours and what is written into it.
fn finish(
    title: &str,
    buffer: &Buffer,
    colours: &[Rgb],
    write: impl FnOnce(&mut String) -> std::fmt::Result,
) -> String {
    let (width, height) = (usize::from(buffer.area.width) * WIDE, usize::from(buffer.area.height) * HIGH);
    let mut out = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img">"#
    );
    let named = write!(out, "\n<title>{}</title>\n", escaped(title));
    let written = named.and_then(|()| write_style(&mut out, colours)).and_then(|()| write(&mut out));
    written.expect("writing to a string cannot fail");
    out.push_str("</svg>\n");
    out
}

/// One class a colour, used by backgrounds, shapes and text alike.
fn write_style(out: &mut String, colours: &[Rgb]) -> std::fmt::Result {
    // At 16.6 pixels the letters of these fonts are all but 10 pixels wide; textLength sees to the rest.
    writeln!(out, r#"<style>text{{font:16.6px "DejaVu Sans Mono","Liberation Mono",monospace}}"#)?;
    writeln!(out, "path{{shape-rendering:crispEdges}}")?;
    writeln!(out, "text.b{{font-weight:bold}}")?;
    for (number, (red, green, blue)) in colours.iter().enumerate() {
        writeln!(out, ".c{number}{{fill:#{red:02x}{green:02x}{blue:02x}}}")?;
    }
    writeln!(out, "</style>")
}

/// Everything drawn so far, by kind, in the order in which it was first met.
#[derive(Default)]
struct Canvas {
    /// Each colour once; the place is the number of its class.
    colours: Vec<Rgb>,
    /// Backgrounds by colour.
    backgrounds: BTreeMap<usize, Vec<Rectangle>>,
    /// Lines and blocks by colour, drawn over the backgrounds.
    shapes: BTreeMap<usize, Vec<Rectangle>>,
    /// Hatch by colour and shade, 1 (light) to 3 (dark).
    hatches: BTreeMap<(usize, usize), Vec<Rectangle>>,
    /// Words, left to right and top to bottom.
    texts: Vec<Text>,
}

/// A run of text in one style on one row.
struct Text {
    column: usize,
    row: usize,
    /// Columns that the run covers.
    width: usize,
    colour: usize,
    bold: bool,
    words: String,
}

impl Canvas {
    /// A frame, with the colours that frames before it had.
    fn of(buffer: &Buffer, colours: &mut Vec<Rgb>) -> Self {
        let area = buffer.area;
        let mut canvas = Self { colours: std::mem::take(colours), ..Self::default() };
        for y in 0..usize::from(area.height) {
            let mut x = 0;
            while x < usize::from(area.width) {
                let column = area.x.saturating_add(u16::try_from(x).unwrap_or(u16::MAX));
                let row = area.y.saturating_add(u16::try_from(y).unwrap_or(u16::MAX));
                let width = buffer.cell((column, row)).map_or(1, |cell| canvas.cell(cell, x, y));
                x += width.max(1);
            }
        }
        *colours = std::mem::take(&mut canvas.colours);
        canvas
    }

    /// Draws one cell and answers how many columns it covers.
    fn cell(&mut self, cell: &Cell, column: usize, row: usize) -> usize {
        let symbol = cell.symbol();
        let width = symbol.width().max(1);
        let (mut ink, mut ground) = (solid(cell.fg, PLAIN.0), solid(cell.bg, PLAIN.1));
        if cell.modifier.contains(Modifier::REVERSED) {
            (ink, ground) = (ground, ink);
        }
        let (left, top, wide) = (column * WIDE, row * HIGH, width * WIDE);
        let ground = self.class(ground);
        self.backgrounds.entry(ground).or_default().push((left, top, wide, HIGH));
        let underlined = cell.modifier.contains(Modifier::UNDERLINED);
        if symbol == " " && !underlined {
            return width;
        }
        let ink = self.class(ink);
        if underlined {
            self.shapes.entry(ink).or_default().push((left, top + UNDERLINE, wide, 1));
        }
        let single = symbol.chars().next().filter(|first| first.len_utf8() == symbol.len());
        if let Some(shade) = single.and_then(shade) {
            self.hatches.entry((ink, shade)).or_default().push((left, top, wide, HIGH));
        } else if let Some(parts) = single.and_then(shape) {
            let parts = parts.into_iter().map(|(x, y, wide, high)| (left + x, top + y, wide, high));
            self.shapes.entry(ink).or_default().extend(parts);
        } else if symbol != " " {
            let bold = cell.modifier.contains(Modifier::BOLD);
            self.text(Text { column, row, width, colour: ink, bold, words: symbol.to_owned() });
        }
        width
    }

    /// Adds one grapheme to the last run of text, or begins another run with it.
    ///
    /// One blank between words is bridged; more begin a new run, for SVG would fold them into one.
    fn text(&mut self, new: Text) {
        if let Some(last) = self.texts.last_mut() {
            let end = last.column + last.width;
            let same = (last.row, last.colour, last.bold) == (new.row, new.colour, new.bold);
            // Wide signs stand alone: stretched over a run with others they would push these out of their columns.
            let narrow = new.width == 1 && last.words.chars().count() == last.width;
            if same && narrow && (new.column == end || new.column == end + 1) {
                if new.column > end {
                    last.words.push(' ');
                }
                last.words.push_str(&new.words);
                last.width = new.column + new.width - last.column;
                return;
            }
        }
        self.texts.push(new);
    }

    /// The number of a colour's class.
    fn class(&mut self, colour: Rgb) -> usize {
        self.colours.iter().position(|known| *known == colour).unwrap_or_else(|| {
            self.colours.push(colour);
            self.colours.len() - 1
        })
    }

    /// Writes it all down.
    fn write(&self, out: &mut String) -> std::fmt::Result {
        self.write_hatch_patterns(out)?;
        for (colour, rectangles) in &self.backgrounds {
            write_path(out, &format!(r#"class="c{colour}""#), rectangles)?;
        }
        for ((colour, shade), rectangles) in &self.hatches {
            write_path(out, &format!(r#"fill="url(#h{colour}-{shade})""#), rectangles)?;
        }
        for (colour, rectangles) in &self.shapes {
            write_path(out, &format!(r#"class="c{colour}""#), rectangles)?;
        }
        for Text { column, row, width, colour, bold, words } in &self.texts {
            let (x, y) = (column * WIDE, row * HIGH + BASELINE);
            let bold = if *bold { " b" } else { "" };
            write!(out, r#"<text class="c{colour}{bold}" x="{x}" y="{y}""#)?;
            if *width > 1 {
                write!(out, r#" textLength="{}""#, width * WIDE)?;
            }
            writeln!(out, ">{}</text>", escaped(words))?;
        }
        Ok(())
    }

    /// Hatch as squares of two pixels, a quarter, half or three quarters of them filled.
    fn write_hatch_patterns(&self, out: &mut String) -> std::fmt::Result {
        for (colour, shade) in self.hatches.keys() {
            let squares: &[Rectangle] = match shade {
                1 => &[(0, 0, 2, 2)],
                2 => &[(0, 0, 2, 2), (2, 2, 2, 2)],
                _ => &[(0, 0, 4, 2), (2, 2, 2, 2)],
            };
            write!(out, r#"<pattern id="h{colour}-{shade}" width="4" height="4" patternUnits="userSpaceOnUse">"#)?;
            write_path(out, &format!(r#"class="c{colour}""#), squares)?;
            writeln!(out, "</pattern>")?;
        }
        Ok(())
    }
}

/// Writes rectangles as one path.
fn write_path(out: &mut String, attribute: &str, rectangles: &[Rectangle]) -> std::fmt::Result {
    write!(out, r#"<path {attribute} d=""#)?;
    for (left, top, width, height) in merged(rectangles) {
        write!(out, "M{left} {top}h{width}v{height}h-{width}z")?;
    }
    writeln!(out, r#""/>"#)
}

/// The same area in fewer rectangles: rows joined first, then rows of one width below each other.
fn merged(rectangles: &[Rectangle]) -> Vec<Rectangle> {
    let mut sorted = rectangles.to_vec();
    sorted.sort_unstable_by_key(|(left, top, width, height)| (*top, *height, *left, *width));
    let mut rows: Vec<Rectangle> = Vec::new();
    for (left, top, width, height) in sorted {
        match rows.last_mut() {
            Some(row) if (row.1, row.3) == (top, height) && left <= row.0 + row.2 => {
                row.2 = row.2.max(left + width - row.0);
            }
            _ => rows.push((left, top, width, height)),
        }
    }
    rows.sort_unstable_by_key(|(left, top, width, height)| (*left, *width, *top, *height));
    let mut blocks: Vec<Rectangle> = Vec::new();
    for (left, top, width, height) in rows {
        match blocks.last_mut() {
            Some(block) if (block.0, block.2) == (left, width) && top <= block.1 + block.3 => {
                block.3 = block.3.max(top + height - block.1);
            }
            _ => blocks.push((left, top, width, height)),
        }
    }
    blocks.sort_unstable_by_key(|(left, top, ..)| (*top, *left));
    blocks
}

/// Red, green and blue of a cell's colour.
fn solid(colour: Color, unset: Rgb) -> Rgb {
    match colour {
        Color::Reset => unset,
        Color::Black => rgb(0),
        Color::Red => rgb(1),
        Color::Green => rgb(2),
        Color::Yellow => rgb(3),
        Color::Blue => rgb(4),
        Color::Magenta => rgb(5),
        Color::Cyan => rgb(6),
        Color::Gray => rgb(7),
        Color::DarkGray => rgb(8),
        Color::LightRed => rgb(9),
        Color::LightGreen => rgb(10),
        Color::LightYellow => rgb(11),
        Color::LightBlue => rgb(12),
        Color::LightMagenta => rgb(13),
        Color::LightCyan => rgb(14),
        Color::White => rgb(15),
        Color::Indexed(index) => rgb(index),
        Color::Rgb(red, green, blue) => (red, green, blue),
    }
}

/// How dark a shade is, in quarters.
fn shade(glyph: char) -> Option<usize> {
    Some("░▒▓".chars().position(|shade| shade == glyph)? + 1)
}

/// The rectangles of a block or a line, within its cell.
fn shape(glyph: char) -> Option<Vec<Rectangle>> {
    // Which of up, down, left and right a line goes to.
    let (double, [up, down, left, right]) = match glyph {
        '█' => return Some(vec![(0, 0, WIDE, HIGH)]),
        '▀' => return Some(vec![(0, 0, WIDE, HIGH / 2)]),
        '▄' => return Some(vec![(0, HIGH / 2, WIDE, HIGH / 2)]),
        '■' => return Some(vec![(1, 6, 8, 8)]),
        '─' => (false, [false, false, true, true]),
        '│' => (false, [true, true, false, false]),
        '┌' => (false, [false, true, false, true]),
        '┐' => (false, [false, true, true, false]),
        '└' => (false, [true, false, false, true]),
        '┘' => (false, [true, false, true, false]),
        '├' => (false, [true, true, false, true]),
        '┤' => (false, [true, true, true, false]),
        '┬' => (false, [false, true, true, true]),
        '┴' => (false, [true, false, true, true]),
        '┼' => (false, [true, true, true, true]),
        '═' => (true, [false, false, true, true]),
        '║' => (true, [true, true, false, false]),
        '╔' => (true, [false, true, false, true]),
        '╗' => (true, [false, true, true, false]),
        '╚' => (true, [true, false, false, true]),
        '╝' => (true, [true, false, true, false]),
        '╠' => (true, [true, true, false, true]),
        '╣' => (true, [true, true, true, false]),
        '╦' => (true, [false, true, true, true]),
        '╩' => (true, [true, false, true, true]),
        '╬' => (true, [true, true, true, true]),
        _ => return None,
    };
    // Rails 2 pixels thick; a single line is a double one whose two rails lie on each other.
    let (rails_x, rails_y) = if double { ([2, 6], [7, 11]) } else { ([4, 4], [9, 9]) };
    let ([west, east], [north, south]) = (rails_x, rails_y);
    let mut parts = Vec::new();
    // Each rail runs from the cell's edge to the crossing: to the near rail where another line turns off on its
    // side, and on to the far rail where none does, so that corners close.
    for (rail, turned) in [(north, up), (south, down)] {
        if left {
            parts.push((0, rail, if turned { west } else { east } + 2, 2));
        }
        if right {
            let start = if turned { east } else { west };
            parts.push((start, rail, WIDE - start, 2));
        }
    }
    for (rail, turned) in [(west, left), (east, right)] {
        if up {
            parts.push((rail, 0, 2, if turned { north } else { south } + 2));
        }
        if down {
            let start = if turned { south } else { north };
            parts.push((rail, start, 2, HIGH - start));
        }
    }
    Some(merged(&parts))
}

/// Text as XML wants it; characters that XML forbids become a question mark.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            character if character.is_control() || matches!(character, '\u{fffe}' | '\u{ffff}') => out.push('?'),
            character => out.push(character),
        }
    }
    out
}

mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    const RED: Style = Style::new().fg(Color::Indexed(231)).bg(Color::Indexed(88));

    fn picture(width: u16, height: u16, draw: impl Fn(&mut Buffer)) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        draw(&mut buffer);
        let picture = svg(&buffer, "A <small> & \"quoted\" test");
        assert_eq!(picture, svg(&buffer, "A <small> & \"quoted\" test"), "the same frame twice");
        assert_well_formed(&picture);
        picture
    }

    /// Every element is closed, in order, and no text holds a bare `<`, `>` or `&`.
    fn assert_well_formed(xml: &str) {
        let mut open = Vec::new();
        for part in xml.split('<').skip(1) {
            let (tag, text) = part.split_once('>').expect("every < has its >");
            assert_eq!(tag.matches('"').count() % 2, 0, "quotes of <{tag}>");
            if let Some(name) = tag.strip_prefix('/') {
                assert_eq!(open.pop(), Some(name), "</{name}> closes the last one opened");
            } else if !tag.ends_with('/') {
                open.push(tag.split(' ').next().unwrap_or_default());
            }
            assert!(!text.contains('>'), "{text}");
            for entity in text.split('&').skip(1) {
                assert!(["amp;", "lt;", "gt;", "quot;"].iter().any(|known| entity.starts_with(known)), "&{entity}");
            }
        }
        assert!(open.is_empty(), "left open: {open:?}");
        assert_eq!(xml.matches("<svg ").count(), 1);
    }

    #[test]
    fn title_and_words_are_escaped_and_stand_in_their_columns() {
        let picture = picture(20, 2, |buffer| {
            buffer.set_string(1, 1, "a<b & \"c\"  next", RED);
        });
        assert!(picture.contains("<title>A &lt;small&gt; &amp; &quot;quoted&quot; test</title>"), "{picture}");
        assert!(picture.contains(r#"x="10" y="35" textLength="90">a&lt;b &amp; &quot;c&quot;</text>"#), "{picture}");
        assert!(picture.contains(r#"x="120" y="35" textLength="40">next</text>"#), "{picture}");
        assert!(picture.contains("width=\"200\" height=\"40\" viewBox=\"0 0 200 40\""), "{picture}");
    }

    #[test]
    fn neighbours_of_one_background_are_one_rectangle() {
        let picture = picture(6, 1, |buffer| {
            buffer.set_string(2, 0, " 1 ", RED);
        });
        assert!(picture.contains("fill:#870000"), "{picture}");
        assert!(picture.contains(r#"d="M20 0h30v20h-30z""#), "{picture}");
        assert!(picture.contains(r#"d="M0 0h20v20h-20zM50 0h10v20h-10z""#), "{picture}");
    }

    #[test]
    fn bold_underline_and_reverse_are_drawn() {
        let picture = picture(4, 1, |buffer| {
            buffer.set_string(0, 0, "ab", Style::new().add_modifier(Modifier::BOLD | Modifier::UNDERLINED));
            buffer.set_string(2, 0, "cd", Style::new().add_modifier(Modifier::REVERSED));
        });
        // White is met first, as the canvas, then black as ink; the reversed half swaps the two.
        assert!(picture.contains(".c0{fill:#ffffff}\n.c1{fill:#000000}"), "{picture}");
        assert!(picture.contains(r#"<text class="c1 b" x="0" y="15" textLength="20">ab</text>"#), "{picture}");
        assert!(picture.contains("M0 17h20v1h-20z"), "{picture}");
        assert!(picture.contains(r#"<path class="c1" d="M20 0h20v20h-20z"/>"#), "{picture}");
        assert!(picture.contains(r#"<text class="c0" x="20" y="15" textLength="20">cd</text>"#), "{picture}");
    }

    #[test]
    fn lines_and_blocks_meet_without_seams() {
        let picture = picture(4, 2, |buffer| {
            buffer.set_string(0, 0, "█▀▄■", RED);
            buffer.set_string(0, 1, "──▒▒", RED);
        });
        for part in ["M0 0h10v20h-10z", "M10 0h10v10h-10z", "M20 10h10v10h-10z", "M31 6h8v8h-8z", "M0 29h20v2h-20z"] {
            assert!(picture.contains(part), "{part}: {picture}");
        }
        assert!(picture.contains(r#"<pattern id="h1-2""#), "{picture}");
        assert!(picture.contains(r#"fill="url(#h1-2)" d="M20 20h20v20h-20z""#), "{picture}");
        assert!(!picture.contains("<text"), "{picture}");
    }

    #[test]
    fn every_line_glyph_reaches_the_edges_it_should_and_stays_inside() {
        for glyph in "─│┌┐└┘├┤┬┴┼═║╔╗╚╝╠╣╦╩╬".chars() {
            let parts = shape(glyph).unwrap();
            assert!(parts.iter().all(|(x, y, wide, high)| x + wide <= WIDE && y + high <= HIGH), "{glyph}");
            let reaches = [
                parts.iter().any(|(_, y, ..)| *y == 0),
                parts.iter().any(|(_, y, _, high)| y + high == HIGH),
                parts.iter().any(|(x, ..)| *x == 0),
                parts.iter().any(|(x, _, wide, _)| x + wide == WIDE),
            ];
            let expected = [
                "│└┘├┤┴┼║╚╝╠╣╩╬", // up
                "│┌┐├┤┬┼║╔╗╠╣╦╬", // down
                "─┐┘┤┬┴┼═╗╝╣╦╩╬", // left
                "─┌└├┬┴┼═╔╚╠╦╩╬", // right
            ]
            .map(|glyphs| glyphs.contains(glyph));
            assert_eq!(reaches, expected, "{glyph}: {parts:?}");
        }
    }

    #[test]
    fn the_outer_rails_of_a_double_corner_close() {
        assert_eq!(shape('╔').unwrap(), [(2, 7, 2, 13), (2, 7, 8, 2), (6, 11, 2, 9), (6, 11, 4, 2)]);
    }

    #[test]
    fn wide_letters_take_two_columns_and_stand_alone() {
        let picture = picture(8, 1, |buffer| {
            buffer.set_string(0, 0, "会議 ok", Style::new());
        });
        assert!(picture.contains(r#"x="0" y="15" textLength="20">会</text>"#), "{picture}");
        assert!(picture.contains(r#"x="20" y="15" textLength="20">議</text>"#), "{picture}");
        assert!(picture.contains(r#"x="50" y="15" textLength="20">ok</text>"#), "{picture}");
    }

    #[test]
    fn control_characters_never_reach_the_picture() {
        assert_eq!(escaped("a\u{1b}[31m\u{0}b"), "a?[31m?b");
    }
}
