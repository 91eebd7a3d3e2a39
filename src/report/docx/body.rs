//! The text of a Word document: paragraphs, lists and tables, on upright pages and pages that lie on their side.
//!
//! Tables carry a name and a description for those who do not see them, and their first row comes again on each page.

use super::super::document::{Block, Cell, Document, Line, Table, Tone};
use super::escape;
use crate::words::joined;
use std::fmt::Write;

/// The short and the long side of A4 and the margins, in twentieths of a point.
const SHORT: u32 = 11_906;
const LONG: u32 = 16_838;
const MARGIN: u32 = 720;
const WIDE_MARGIN: u32 = 567;

/// A row with more text than this may be parted between pages.
const TALL: usize = 400;

/// The body of a document. Writing to a String cannot fail.
pub(super) fn body(document: &Document) -> String {
    let mut body = Body { out: String::from("<w:body>"), wide: false, headed: false };
    body.paragraph("Title", &Line::text(&document.title));
    body.paragraph("Subtitle", &Line::text(&document.subtitle));
    for line in &document.head {
        body.paragraph("Head", &Line::new(format!("{}\t", line.lead), line.text.clone()));
    }
    body.blocks(&document.parts());
    let _ = write!(body.out, "{}</w:body>", section(false));
    body.out
}

struct Body {
    out: String,
    /// Whether the page lies on its side.
    wide: bool,
    /// Whether a heading says already what a table that comes next is.
    headed: bool,
}

/// The page of the section that ends here.
fn section(wide: bool) -> String {
    let (width, height, margin) = if wide { (LONG, SHORT, WIDE_MARGIN) } else { (SHORT, LONG, MARGIN) };
    let turned = if wide { &[("w:orient", "landscape")][..] } else { &[] };
    let (width, height, margin) = (width.to_string(), height.to_string(), margin.to_string());
    let margins = ["w:top", "w:right", "w:bottom", "w:left"].map(|side| (side, margin.as_str()));
    let rest = [("w:header", "400"), ("w:footer", "400"), ("w:gutter", "0")];
    let size = [("w:w", width.as_str()), ("w:h", &height)];
    format!(
        "<w:sectPr>{}{}{}</w:sectPr>",
        leaf("w:footerReference", &[("w:type", "default"), ("r:id", "rId4")]),
        leaf("w:pgSz", &[&size, turned].concat()),
        leaf("w:pgMar", &[&margins[..], &rest].concat())
    )
}

impl Body {
    fn blocks(&mut self, blocks: &[Block]) {
        for (place, block) in blocks.iter().enumerate() {
            match block {
                // The paper's parts are a document's first level of headings; its title is its title.
                Block::Heading(2, text) => self.paragraph("Heading1", &Line::text(text)),
                Block::Heading(_, text) => self.paragraph("Heading2", &Line::text(text)),
                Block::Part(_, text) => {
                    self.headed = true;
                    // Word counts, so that the numbers stay right when somebody adds a part.
                    let number = [leaf("w:ilvl", &[("w:val", "0")]), leaf("w:numId", &[("w:val", "2")])].concat();
                    self.styled_with(
                        "Heading1",
                        &format!("<w:numPr>{number}</w:numPr>"),
                        &runs(&Line::text(text), "", false),
                    );
                }
                Block::Numbered(_, line, points) => {
                    self.paragraph("Numbered", line);
                    for point in points {
                        self.paragraph("NumberedPoint", point);
                    }
                }
                // What a table is about stays with it.
                Block::Text(text) if matches!(blocks.get(place + 1), Some(Block::Table(_))) => {
                    self.styled_with("Normal", "<w:keepNext/>", &runs(&Line::text(text), "", false));
                }
                Block::Text(text) => self.paragraph("Normal", &Line::text(text)),
                Block::Caution(text) => self.paragraph("Caution", &Line::text(text)),
                Block::List(points) => points.iter().for_each(|point| self.paragraph("ListBullet", point)),
                Block::Table(table) => self.table(table),
                Block::Wide(inner) => {
                    self.end_section();
                    self.wide = true;
                    self.blocks(inner);
                    self.end_section();
                    self.wide = false;
                }
                // Its numbers stand in the text.
                Block::Chart(_) => {}
            }
        }
    }

    fn end_section(&mut self) {
        let section = section(self.wide);
        let _ = write!(self.out, "<w:p><w:pPr><w:pStyle w:val=\"SectionEnd\"/>{section}</w:pPr></w:p>");
    }

    fn paragraph(&mut self, style: &str, line: &Line) {
        // Pages that lie on their side hold much, and nobody reads them across a room.
        let small = self.wide && !style.starts_with("Heading");
        self.headed = matches!(style, "Heading1" | "Heading2") || (self.headed && style == "Normal");
        self.styled(style, &runs(line, "", small));
    }

    fn styled(&mut self, style: &str, runs: &str) {
        self.styled_with(style, "", runs);
    }

    /// A paragraph with what is its own besides its style.
    fn styled_with(&mut self, style: &str, properties: &str, runs: &str) {
        let style = leaf("w:pStyle", &[("w:val", style)]);
        let _ = write!(self.out, "<w:p><w:pPr>{style}{properties}</w:pPr>{runs}</w:p>");
    }

    fn table(&mut self, table: &Table) {
        if !self.headed {
            self.paragraph("Caption", &Line::text(&table.caption));
        }
        self.headed = false;
        let width = if self.wide { LONG - 2 * WIDE_MARGIN } else { SHORT - 2 * MARGIN };
        let all: u32 = table.columns.iter().map(|(_, share)| u32::from(*share)).sum();
        let widths: Vec<u32> = table.columns.iter().map(|(_, share)| width * u32::from(*share) / all.max(1)).collect();
        let summary = if table.summary.is_empty() { &table.caption } else { &table.summary };
        let (caption, summary) = (escape(&table.caption), escape(summary));
        let table_width = width.to_string();
        let look = ["w:firstRow", "w:lastRow", "w:firstColumn", "w:lastColumn", "w:noHBand", "w:noVBand"];
        let look = look.into_iter().zip(["1", "0", "1", "0", "1", "1"]);
        let properties = [
            leaf("w:tblStyle", &[("w:val", "TableGrid")]),
            leaf("w:tblW", &[("w:w", &table_width), ("w:type", "dxa")]),
            leaf("w:tblLayout", &[("w:type", "fixed")]),
            leaf("w:tblLook", &[("w:val", "00A0")].into_iter().chain(look).collect::<Vec<_>>()),
            leaf("w:tblCaption", &[("w:val", &caption)]),
            leaf("w:tblDescription", &[("w:val", &summary)]),
        ];
        let _ = write!(self.out, "<w:tbl><w:tblPr>{}</w:tblPr><w:tblGrid>", properties.concat());
        for width in &widths {
            let _ = write!(self.out, "<w:gridCol w:w=\"{width}\"/>");
        }
        self.out.push_str("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        let mut rest = &widths[..];
        for (name, columns) in table.heads() {
            let (own, after) = rest.split_at(columns.min(rest.len()));
            rest = after;
            let head = Cell::lines(vec![Line::new(name, "")]);
            self.cell(&head, (own.iter().sum(), columns), "TableHead", ("EEEEEE", ""));
        }
        self.out.push_str("</w:tr>");
        for row in &table.rows {
            let letters: usize = row.iter().flat_map(|cell| &cell.lines).map(|line| line.text.len()).sum();
            let whole = if letters > TALL { "" } else { "<w:trPr><w:cantSplit/></w:trPr>" };
            let _ = write!(self.out, "<w:tr>{whole}");
            for (cell, width) in row.iter().zip(&widths) {
                self.cell(cell, (*width, 1), "TableText", cell.tone.colors());
            }
            self.out.push_str("</w:tr>");
        }
        self.out.push_str("</w:tbl>");
    }

    /// A cell of some width, above one column or several.
    fn cell(&mut self, cell: &Cell, (width, columns): (u32, usize), style: &str, (fill, color): (&str, &str)) {
        let shade = match fill {
            "" => String::new(),
            fill => leaf("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", fill)]),
        };
        let (width, borders) = (leaf("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]), borders(cell.tone));
        let span = if columns > 1 { leaf("w:gridSpan", &[("w:val", &columns.to_string())]) } else { String::new() };
        let _ = write!(self.out, "<w:tc><w:tcPr>{width}{span}{borders}{shade}</w:tcPr>");
        let nothing = [Line::default()];
        // A cell without a paragraph is no cell.
        let lines = if cell.lines.is_empty() { &nothing[..] } else { &cell.lines };
        for (place, line) in lines.iter().enumerate() {
            let pips = cell.pips_drawn().filter(|_| place == 0).map(|pips| Line::text(format!(" {pips}")));
            let pips = pips.map(|pips| runs(&pips, color, self.wide)).unwrap_or_default();
            self.styled(style, &format!("{}{pips}", runs(line, color, self.wide)));
        }
        self.out.push_str("</w:tc>");
    }
}

/// Patterns besides the colours, for what is not agreed and not known.
fn borders(tone: Tone) -> String {
    let kind = match tone {
        Tone::Contested => "dashed",
        Tone::Unknown => "dotted",
        _ => return String::new(),
    };
    let line = [("w:val", kind), ("w:sz", "12"), ("w:space", "0"), ("w:color", "000000")];
    let sides = ["w:top", "w:left", "w:bottom", "w:right"].map(|side| leaf(side, &line));
    format!("<w:tcBorders>{}</w:tcBorders>", sides.concat())
}

/// An element that holds nothing: `<w:sz w:val="15"/>`.
fn leaf(name: &str, attributes: &[(&str, &str)]) -> String {
    let attributes = attributes.iter().map(|(name, value)| format!("{name}=\"{value}\""));
    format!("<{name} {}/>", joined(attributes, " "))
}

/// A line with its lead in bold; small letters are of 11 points.
fn runs(line: &Line, color: &str, small: bool) -> String {
    let color = if color.is_empty() { String::new() } else { leaf("w:color", &[("w:val", color)]) };
    let size =
        if small { ["w:sz", "w:szCs"].map(|size| leaf(size, &[("w:val", "22")])).concat() } else { String::new() };
    let space = if line.lead.is_empty() || line.text.is_empty() { "" } else { " " };
    let lead = run(&format!("{}{space}", line.lead), &format!("<w:b/>{color}{size}"));
    let language = line.language.as_ref().map_or(String::new(), |language| leaf("w:lang", &[("w:val", language)]));
    format!("{lead}{}", run(&line.text, &format!("{color}{size}{language}")))
}

fn run(text: &str, properties: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let properties = if properties.is_empty() { String::new() } else { format!("<w:rPr>{properties}</w:rPr>") };
    let lines: Vec<String> =
        text.split('\n').map(|line| format!("<w:t xml:space=\"preserve\">{}</w:t>", escape(line))).collect();
    // A tab is never typed: it parts the name of a line from what it says.
    let lines = lines.join("<w:br/>").replace('\t', "</w:t><w:tab/><w:t xml:space=\"preserve\">");
    format!("<w:r>{properties}{lines}</w:r>")
}
