//! The container that a Word file is: a zip archive of named parts, each deflated.
//!
//! Only as much of the format as those need (PKWARE's APPNOTE 6.3.3, without encryption, comments or 64-bit sizes);
//! every part has the same fixed time, so that equal reports are equal files.

/// 1 January 1980, midnight: the first time that the format knows.
const MIDNIGHT: u16 = 0;
const FIRST_DAY: u16 = 0x0021;
/// What a reader needs: version 2.0, deflate, names in UTF-8.
const VERSION: u16 = 20;
const UTF_8: u16 = 0x0800;
const DEFLATED: u16 = 8;

/// A part as it will stand in the list at the end.
struct Entry {
    name: String,
    crc: u32,
    packed: u32,
    size: u32,
    offset: u32,
}

/// Packs parts, given with their names, in this order.
pub(super) fn package(parts: &[(String, String)]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut entries = Vec::new();
    for (name, text) in parts {
        let packed = miniz_oxide::deflate::compress_to_vec(text.as_bytes(), 6);
        let entry = Entry {
            name: name.clone(),
            crc: crc32fast::hash(text.as_bytes()),
            packed: length(packed.len()),
            size: length(text.len()),
            offset: length(out.len()),
        };
        word(&mut out, 0x0403_4b50);
        common(&mut out, &entry);
        half(&mut out, 0);
        out.extend(name.as_bytes());
        out.extend(packed);
        entries.push(entry);
    }
    let list = length(out.len());
    for entry in &entries {
        word(&mut out, 0x0201_4b50);
        half(&mut out, VERSION);
        common(&mut out, entry);
        // No extra field, no comment, the first disk, no attributes.
        for _ in 0..4 {
            half(&mut out, 0);
        }
        word(&mut out, 0);
        word(&mut out, entry.offset);
        out.extend(entry.name.as_bytes());
    }
    let size = length(out.len()) - list;
    let count = u16::try_from(entries.len()).unwrap_or(u16::MAX);
    word(&mut out, 0x0605_4b50);
    for number in [0, 0, count, count] {
        half(&mut out, number);
    }
    word(&mut out, size);
    word(&mut out, list);
    half(&mut out, 0);
    out
}

/// What a part's own header and its line in the list have in common, up to the length of its name.
fn common(out: &mut Vec<u8>, entry: &Entry) {
    for number in [VERSION, UTF_8, DEFLATED, MIDNIGHT, FIRST_DAY] {
        half(out, number);
    }
    for number in [entry.crc, entry.packed, entry.size] {
        word(out, number);
    }
    half(out, u16::try_from(entry.name.len()).unwrap_or(u16::MAX));
}

fn half(out: &mut Vec<u8>, number: u16) {
    out.extend(number.to_le_bytes());
}

fn word(out: &mut Vec<u8>, number: u32) {
    out.extend(number.to_le_bytes());
}

/// A session is 8 MiB at most, so no report comes near four gigabytes.
fn length(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

/// Text as it may stand in XML, in an attribute too.
pub(super) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            letter => safe.push(letter),
        }
    }
    safe
}
