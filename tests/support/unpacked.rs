//! Reports read back: the parts of a Word or Excel file, the text of XML, HTML and Markdown, a SHA-256.
//!
//! Nothing here is the program's own code turned round, except that both may use the same inflate.

use quick_xml::Reader;
use quick_xml::events::Event;
use std::fmt::Write;

/// A part of a zip archive, found through the list at its end and checked against its sum.
pub(crate) fn part(archive: &[u8], wanted: &str) -> String {
    let half = |at: usize| usize::from(u16::from_le_bytes([archive[at], archive[at + 1]]));
    let word = |at: usize| u32::from_le_bytes(archive[at..at + 4].try_into().unwrap());
    let place = |at: usize| usize::try_from(word(at)).unwrap();
    let end = archive.len() - 22;
    assert_eq!(word(end), 0x0605_4b50, "the end of the list is the end of the file");
    let mut at = place(end + 16);
    for _ in 0..half(end + 10) {
        assert_eq!(word(at), 0x0201_4b50);
        let name = &archive[at + 46..at + 46 + half(at + 28)];
        if name == wanted.as_bytes() {
            let (crc, size, local) = (word(at + 16), place(at + 20), place(at + 42));
            assert_eq!(word(local), 0x0403_4b50);
            let begin = local + 30 + half(local + 26) + half(local + 28);
            let bytes = miniz_oxide::inflate::decompress_to_vec(&archive[begin..begin + size]).unwrap();
            assert_eq!(crc32fast::hash(&bytes), crc, "{wanted}");
            return String::from_utf8(bytes).unwrap();
        }
        at += 46 + half(at + 28) + half(at + 30) + half(at + 32);
    }
    panic!("there is no part {wanted}");
}

/// The text of XML, with an end of line after each element that `block` names; it must be well formed.
pub(crate) fn xml_text(xml: &str, block: &[&str]) -> String {
    let mut reader = Reader::from_str(xml);
    let mut text = String::new();
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error}")) {
            Event::Eof => return text,
            Event::Text(part) => text.push_str(&part.xml10_content()),
            Event::GeneralRef(name) => match name.resolve_char_ref().unwrap() {
                Some(letter) => text.push(letter),
                None => text.push(match &*name.xml10_content() {
                    "amp" => '&',
                    "lt" => '<',
                    "gt" => '>',
                    "quot" => '"',
                    "apos" => '\'',
                    other => panic!("&{other};"),
                }),
            },
            Event::End(end) if block.contains(&end.name().as_ref()) => text.push('\n'),
            Event::Empty(one) if block.contains(&one.name().as_ref()) => text.push('\n'),
            _ => {}
        }
    }
}

/// The text of a report's page: its body is well-formed XML too.
pub(crate) fn html_text(html: &str) -> String {
    let (_, body) = html.split_once("<body>").unwrap();
    let (body, _) = body.split_once("</body>").unwrap();
    xml_text(
        &format!("<body>{body}</body>"),
        &["a", "p", "li", "span", "h1", "h2", "h3", "dt", "dd", "caption", "th", "text", "title", "desc"],
    )
}

/// The text of a Word document's body.
pub(crate) fn word_text(docx: &[u8]) -> String {
    xml_text(&part(docx, "word/document.xml"), &["w:p", "w:br", "w:tab"])
}

/// The text that a `CommonMark` reader sees; it must meet no HTML.
pub(crate) fn markdown_text(markdown: &str) -> String {
    use pulldown_cmark::{Event, Parser, TagEnd};
    let mut text = String::new();
    for event in Parser::new(markdown) {
        match event {
            Event::Text(part) => text.push_str(&part),
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_)) => {
                text.push('\n');
            }
            Event::Start(tag) => {
                assert!(is_plain(&tag), "{tag:?}");
                if matches!(tag, pulldown_cmark::Tag::Item) {
                    text.push('\n');
                }
            }
            Event::End(_) => {}
            other => panic!("{other:?}"),
        }
    }
    text
}

/// What a report uses of Markdown.
fn is_plain(tag: &pulldown_cmark::Tag<'_>) -> bool {
    use pulldown_cmark::Tag;
    matches!(tag, Tag::Paragraph | Tag::Heading { .. } | Tag::List(_) | Tag::Item | Tag::Strong)
}

/// Every cell of a workbook as text, sheet by sheet, read by somebody else's reader.
pub(crate) fn sheet_text(xlsx: &[u8]) -> String {
    use calamine::{Reader, Xlsx};
    let mut workbook: Xlsx<_> = Xlsx::new(std::io::Cursor::new(xlsx)).unwrap();
    let mut text = String::new();
    for name in workbook.sheet_names() {
        let range = workbook.worksheet_range(&name).unwrap();
        writeln!(text, "== {name}").unwrap();
        for row in range.rows() {
            let cells: Vec<String> = row.iter().map(ToString::to_string).collect();
            writeln!(text, "{}", cells.join(" | ").trim_end_matches([' ', '|'])).unwrap();
        }
    }
    text
}

/// SHA-256 of a text in base 64 (FIPS 180-4), for the page's own policy.
pub(crate) fn sha256_base64(text: &str) -> String {
    let digest = sha256(text.as_bytes());
    let mut out = String::new();
    for chunk in digest.chunks(3) {
        let bytes = [chunk[0], *chunk.get(1).unwrap_or(&0), *chunk.get(2).unwrap_or(&0)];
        let bits = u32::from_be_bytes([0, bytes[0], bytes[1], bytes[2]]);
        for place in 0..4 {
            let sextet = usize::try_from(bits >> (18 - 6 * place) & 63).unwrap();
            let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
            out.push(if place > chunk.len() { '=' } else { char::from(letters[sextet]) });
        }
    }
    out
}

fn sha256(bytes: &[u8]) -> Vec<u8> {
    // The constants are the first 32 bits of the fractions of roots of primes.
    let primes: Vec<f64> =
        (2_u32..312).filter(|number| (2..*number).all(|other| number % other != 0)).map(f64::from).collect();
    let fraction = |root: f64| -> u32 {
        let scaled = root.fract() * 4_294_967_296.0;
        format!("{:.0}", scaled.floor()).parse().unwrap()
    };
    let constants: Vec<u32> = primes.iter().map(|prime| fraction(prime.cbrt())).collect();
    let mut sums: Vec<u32> = primes.iter().take(8).map(|prime| fraction(prime.sqrt())).collect();
    let mut message = bytes.to_vec();
    message.push(0x80);
    while message.len() % 64 != 56 {
        message.push(0);
    }
    message.extend((u64::try_from(bytes.len()).unwrap() * 8).to_be_bytes());
    for block in message.chunks(64) {
        let mut words: Vec<u32> = block.chunks(4).map(|four| u32::from_be_bytes(four.try_into().unwrap())).collect();
        for place in 16..64 {
            let (early, late) = (words[place - 15], words[place - 2]);
            let small = early.rotate_right(7) ^ early.rotate_right(18) ^ (early >> 3);
            let large = late.rotate_right(17) ^ late.rotate_right(19) ^ (late >> 10);
            words.push(words[place - 16].wrapping_add(small).wrapping_add(words[place - 7]).wrapping_add(large));
        }
        let mut state = sums.clone();
        for (word, constant) in words.iter().zip(&constants) {
            let large = state[4].rotate_right(6) ^ state[4].rotate_right(11) ^ state[4].rotate_right(25);
            let choice = (state[4] & state[5]) ^ (!state[4] & state[6]);
            let one = state[7].wrapping_add(large).wrapping_add(choice).wrapping_add(*constant).wrapping_add(*word);
            let small = state[0].rotate_right(2) ^ state[0].rotate_right(13) ^ state[0].rotate_right(22);
            let most = (state[0] & state[1]) ^ (state[0] & state[2]) ^ (state[1] & state[2]);
            state.rotate_right(1);
            state[4] = state[4].wrapping_add(one);
            state[0] = one.wrapping_add(small).wrapping_add(most);
        }
        for (sum, more) in sums.iter_mut().zip(state) {
            *sum = sum.wrapping_add(more);
        }
    }
    sums.into_iter().flat_map(u32::to_be_bytes).collect()
}
