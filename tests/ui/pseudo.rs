//! Another language: every page and paper with longer words and accents. It holds what stands in the content file; the
//! program's own words are English still.

use crate::support::{pseudo, scenes};
use plenary::app::Screen;
use plenary::framework::Framework;
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
