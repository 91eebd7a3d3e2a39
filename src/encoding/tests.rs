//! Every encoding that is read, and everything that is refused, with its place.

use super::*;

fn utf16(text: &str, to: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(to).collect()
}

fn read(bytes: &[u8]) -> Result<(String, Encoding), (usize, usize, Fault)> {
    let text = decode(bytes).map(|(text, encoding)| (text.into_owned(), encoding));
    text.map_err(|error| (error.line, error.column, error.fault))
}

#[test]
fn every_way_of_writing_a_text_down_reads_as_the_same_text() {
    let text = "sector;I1\r\nIechyd Caerdydd\u{2019}s – café €5;4\r\n";
    let is = |encoding| Ok((text.to_owned(), encoding));
    assert_eq!(read(text.as_bytes()), is(Encoding::Utf8));
    assert_eq!(read(&[BOM, text.as_bytes()].concat()), is(Encoding::Utf8));
    for (to, encoding) in
        [(u16::to_le_bytes as fn(u16) -> [u8; 2], Encoding::Utf16Le), (u16::to_be_bytes, Encoding::Utf16Be)]
    {
        assert_eq!(read(&utf16(text, to)), is(encoding), "without a mark");
        assert_eq!(read(&utf16(&format!("\u{feff}{text}"), to)), is(encoding), "with a mark");
        assert_eq!(read(&utf16("4", to)), Ok(("4".into(), encoding)), "one letter");
        assert_eq!(read(&utf16("\u{feff}Ľ👍", to)), Ok(("Ľ👍".into(), encoding)));
    }
    let ansi: Vec<u8> = text
        .chars()
        .map(|letter| match letter {
            '\u{2019}' => 0x92,
            '–' => 0x96,
            '€' => 0x80,
            'é' => 0xe9,
            letter => u8::try_from(letter).unwrap_or(0),
        })
        .collect();
    assert_eq!(read(&ansi), is(Encoding::Windows1252));
    assert_eq!(read(b""), Ok((String::new(), Encoding::Utf8)));
}

#[test]
fn every_byte_of_windows_1252_is_a_letter_or_refused() {
    let read: Vec<u8> = (0x80..=0xff).filter(|byte| read(&[b'a', *byte]).is_ok()).collect();
    assert_eq!(read.len(), 128 - 5);
    assert!([0x81, 0x8d, 0x8f, 0x90, 0x9d].iter().all(|byte| !read.contains(byte)));
}

#[test]
fn what_is_no_text_is_refused_with_its_place() {
    let marked =
        |units: &[u16]| -> Vec<u8> { [0xfeff].iter().chain(units).flat_map(|unit: &u16| unit.to_le_bytes()).collect() };
    let (a, line_end, high, low) = (0x61, 0x0a, 0xd83d, 0xdc4d);
    for (bytes, place) in [
        (marked(&[a, line_end, a, high, a]), (2, 2, Fault::Surrogate)),
        (marked(&[a, low]), (1, 2, Fault::Surrogate)),
        (marked(&[high]), (1, 1, Fault::Surrogate)),
        ([marked(&[a, a]), vec![b'a']].concat(), (1, 3, Fault::CutShort)),
        (marked(&[a, 0, a]), (1, 2, Fault::Zero)),
        (b"one\r\ntw\0o".to_vec(), (2, 3, Fault::Zero)),
        (b"one\rtwo\x81".to_vec(), (2, 4, Fault::Unknown)),
        ("café\ncaf".bytes().chain([0xe9, b' ']).collect(), (2, 4, Fault::Mixed)),
        ([BOM, b"caf\xe9"].concat(), (1, 4, Fault::Mixed)),
        (b"PK\x03\x04\x14\0\x06\0\x08\0".to_vec(), (1, 1, Fault::Document)),
        (b"\xff\xfe\0\0a\0\0\0".to_vec(), (1, 1, Fault::Utf32)),
        (vec![0; 64], (1, 1, Fault::Zero)),
    ] {
        assert_eq!(read(&bytes), Err(place), "{bytes:x?}");
    }
}

#[test]
fn a_text_in_pieces_keeps_to_one_encoding() {
    let piece = |decoder: &mut Decoder, bytes: &[u8]| decoder.piece(bytes).map(Cow::into_owned).ok();
    let mut decoder = Decoder::utf8();
    assert_eq!(piece(&mut decoder, b"plain"), Some("plain".into()));
    assert_eq!(piece(&mut decoder, b"caf\xe9"), Some("café".into()));
    assert_eq!(piece(&mut decoder, "café".as_bytes()), None, "it was Windows-1252 before");
    assert_eq!(piece(&mut decoder, b"\x93so\x94"), Some("\u{201c}so\u{201d}".into()));
}
