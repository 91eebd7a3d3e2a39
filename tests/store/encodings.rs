//! Texts from outside in every encoding that an editor gives them: frameworks, settings, sessions.

use crate::cli::Computer;
use plenary::store::{Home, Settings};
use std::fs;

const FRAMEWORK: &str = include_str!("../../content/effective-partnerships.ron");

fn utf16(text: &str, to: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(to).collect()
}

/// A text of Latin letters as Windows editors save it under "ANSI".
fn ansi(text: &str) -> Vec<u8> {
    text.chars().map(|letter| if letter == '\u{2019}' { 0x92 } else { u8::try_from(letter).unwrap_or(b'?') }).collect()
}

#[test]
fn a_framework_is_read_in_every_encoding_and_ansi_is_said() {
    let computer = Computer::new();
    let text = FRAMEWORK.replacen("Adequate and secure funding", "Adequate caf\u{e9} funding, that\u{2019}s it", 1);
    assert_ne!(text, FRAMEWORK);
    let marked = format!("\u{feff}{text}");
    let file = computer.home().join("own.ron");
    let path = file.to_str().unwrap();
    for bytes in [
        text.clone().into_bytes(),
        marked.clone().into_bytes(),
        utf16(&marked, u16::to_le_bytes),
        utf16(&marked, u16::to_be_bytes),
        utf16(&text, u16::to_le_bytes),
        text.replace('\n', "\r\n").into_bytes(),
    ] {
        fs::write(&file, bytes).unwrap();
        assert!(computer.prints(&["check", path]).contains("no problems"));
    }
    fs::write(&file, ansi(&text)).unwrap();
    let ran = computer.runs(&["check", path]);
    assert_eq!(
        (ran.code, ran.err.as_str()),
        (0, format!("{path} is not UTF-8; it was read as Windows-1252 (ANSI).\n").as_str())
    );
    let page = computer.runs(&["--framework", path, "print", "ballots"]).out;
    assert!(page.contains("caf\u{e9} funding, that\u{2019}s it"), "{page}");
}

#[test]
fn half_a_character_in_a_framework_is_refused_with_its_place() {
    let computer = Computer::new();
    let file = computer.home().join("own.ron");
    let units: Vec<u16> = "\u{feff}(\r\n  stages: ".encode_utf16().chain([0xdc4d, 0x29]).collect();
    fs::write(&file, units.into_iter().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()).unwrap();
    let said = computer.refuses(&["--framework", file.to_str().unwrap(), "check"]);
    assert!(said.contains("line 2, column 11: half of a UTF-16 character stands there"), "{said}");
}

#[test]
fn settings_are_read_in_every_encoding() {
    let computer = Computer::new();
    let home = Home::find(Some(computer.home())).unwrap();
    let text = "(theme: \"dusk\") // Ben\u{fc}tzer";
    for bytes in [
        text.as_bytes().to_vec(),
        utf16(&format!("\u{feff}{text}"), u16::to_le_bytes),
        utf16(text, u16::to_be_bytes),
        ansi(text),
    ] {
        fs::create_dir_all(home.settings_file().parent().unwrap()).unwrap();
        fs::write(home.settings_file(), bytes).unwrap();
        let (settings, trouble) = Settings::read(&home);
        assert_eq!((settings.theme.as_deref(), trouble), (Some("dusk"), None));
    }
    fs::write(home.settings_file(), b"(theme: \"du\0sk\")").unwrap();
    let (settings, trouble) = Settings::read(&home);
    assert_eq!(settings, Settings::default());
    assert!(trouble.is_some_and(|why| why.contains("line 1, column 12: a zero byte")));
}

#[test]
fn a_session_that_an_editor_saved_as_ansi_is_named_and_never_half_read() {
    let computer = Computer::new();
    let path = computer.new_session(&["--partnership", "Caf\u{e9} Glenside"]);
    let saved = ansi(&fs::read_to_string(&path).unwrap());
    fs::write(&path, &saved).unwrap();
    for arguments in [&["show"][..], &["check"], &["--plain", "open"]] {
        let said = computer.refuses(&[arguments, &[path.to_str().unwrap()]].concat());
        assert!(said.contains("is not UTF-8 text: line 1, column ") && said.contains("\"ANSI\""), "{said}");
    }
    let listed = computer.prints(&["list"]);
    assert!(listed.contains("saved it as \"ANSI\"") && !listed.contains('\u{fffd}'), "{listed}");
    assert_eq!(fs::read(&path).unwrap(), saved);
}
