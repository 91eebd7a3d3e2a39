//! Another language: every page with longer words and accents, those of the content file and the program's own.

use crate::support::{pseudo, scenes};
use plenary::app::{Public, Screen, ThemeName};
use plenary::catalogue::install;
use plenary::framework::Framework;
use plenary::ui::{WallLook, draw_for_wall};
use plenary::view::view_public;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What a person at the keys needs to find.
const WAYS: [&str; 5] = ["PgDn", "Enter", "Esc", "F1", "Ctrl+Q"];

#[test]
fn every_page_keeps_its_keys_and_its_question_in_a_longer_language() {
    let (built_in, longer) = (Framework::built_in().unwrap(), Arc::new(pseudo::framework()));
    let mut told = 0;
    for (columns, rows) in [(60, 17), (60, 20), (80, 24), (120, 36)] {
        for (scene, mut room) in scenes::all(columns, rows) {
            // Some scenes have a content of their own.
            if room.app.cx.framework.id != built_in.id {
                continue;
            }
            let before = room.screen();
            room.app.cx.framework = Arc::clone(&longer);
            let after = room.screen();
            let foot = |screen: &str| screen.lines().rev().take(3).collect::<String>();
            let ways = |screen: &str| WAYS.map(|way| foot(screen).contains(way));
            assert_eq!(ways(&before), ways(&after), "{scene}, {columns}x{rows}:\n{before}\n{after}");
            // The beginning of the statement on its own page; elsewhere it gives way to its label.
            let beginning = |text: &str| text.chars().take(12).collect::<String>();
            let is_item = matches!(room.app.screen, Screen::Walk(_)) && room.app.overlays.is_empty();
            let stands = |text: &str, id: &str, screen: &str| screen.contains(&format!(" {id}  {}", beginning(text)));
            for item in built_in.items().filter(|item| is_item && stands(item.text(), item.id().as_str(), &before)) {
                let text: String = item.text().chars().map(pseudo::accented).collect();
                assert!(stands(&text, item.id().as_str(), &after), "{scene}, {columns}x{rows}: {text}\n{after}");
                told += 1;
            }
        }
    }
    assert!(told > 20, "only {told} statements were found");
}

/// What may stand on the wall in plain letters, and why.
const PLAIN: &[&str] = &[
    // A key; a label of the content and a mark without a vowel.
    "PgDn", "mgt", "prt",
];

#[test]
fn no_page_of_the_wall_says_a_word_that_is_not_in_the_catalogue() {
    let (built_in, longer) = (Framework::built_in().unwrap(), Arc::new(pseudo::framework()));
    let mut left = BTreeMap::new();
    let mut pages = 0;
    for (scene, mut room) in scenes::all(80, 24) {
        if room.app.cx.framework.id != built_in.id {
            continue;
        }
        room.app.cx.framework = Arc::clone(&longer);
        if let Some(workshop) = room.app.cx.workshop.as_mut() {
            workshop.session = pseudo::typed(&workshop.session);
        }
        install(Some(pseudo::pack()));
        let drawn = Public::of(&room.app).map(|public| {
            [(60, 17), (80, 24), (120, 36)].map(|size| {
                draw_for_wall(&view_public(&public), ThemeName::Daylight, WallLook { size, ascii: false }).text()
            })
        });
        install(None);
        for page in drawn.into_iter().flatten() {
            pages += 1;
            for line in page.lines() {
                let words = pseudo::left_in_english(line, PLAIN);
                if !words.is_empty() {
                    left.entry(format!("{words:?}")).or_insert_with(|| format!("{scene}: {}", line.trim()));
                }
            }
        }
    }
    let told: Vec<String> = left.iter().map(|(words, place)| format!("{words} {place}")).collect();
    assert!(left.is_empty(), "{} of {pages} pages:\n{}", left.len(), told.join("\n"));
    assert!(pages > 150, "only {pages} pages were drawn");
}
