//! Another language: every page with longer words and accents, those of the content file and the program's own.

use crate::support::room::Room;
use crate::support::{pseudo, scenes};
use plenary::app::{Public, Screen, ThemeName};
use plenary::catalogue::install;
use plenary::framework::Framework;
use plenary::ui::{WallLook, draw_for_wall};
use plenary::view::view_public;
use std::collections::{BTreeMap, BTreeSet};
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

const SIZES: [(u16, u16); 5] = [(40, 12), (60, 17), (60, 20), (80, 24), (120, 36)];

/// Every page of the wall in that language, at some sizes: the scene, the size, the page, and what is said in it.
fn pages_of_the_wall(mut meets: impl FnMut(&str, (u16, u16), &str, &Room)) -> usize {
    let (built_in, longer) = (Framework::built_in().unwrap(), Arc::new(pseudo::framework()));
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
            SIZES.map(|size| {
                let look = WallLook { size, ascii: false };
                draw_for_wall(&view_public(&public), ThemeName::Daylight, look).text()
            })
        });
        install(None);
        for (size, page) in SIZES.into_iter().zip(drawn.into_iter().flatten()) {
            pages += 1;
            meets(scene, size, &page, &room);
        }
    }
    pages
}

#[test]
fn no_page_of_the_wall_says_a_word_that_is_not_in_the_catalogue() {
    let mut left = BTreeMap::new();
    let pages = pages_of_the_wall(|scene, _, page, _| {
        for line in page.lines() {
            let words = pseudo::left_in_english(line, PLAIN);
            if !words.is_empty() {
                left.entry(format!("{words:?}")).or_insert_with(|| format!("{scene}: {}", line.trim()));
            }
        }
    });
    let told: Vec<String> = left.iter().map(|(words, place)| format!("{words} {place}")).collect();
    assert!(left.is_empty(), "{} of {pages} pages:\n{}", left.len(), told.join("\n"));
    assert!(pages > 300, "only {pages} pages were drawn");
}

/// What may stand beside the words of the language: the short form of "not applicable", heads of stages in the strip, and
/// what a label has behind its short form in the next line.
fn parts(framework: &Framework) -> impl Iterator<Item = String> {
    let heads = framework.stages.iter().map(|stage| stage.label.chars().take(3).collect::<String>());
    let features = framework.stages.iter().flat_map(|stage| &stage.features);
    let tails = features.map(|one| one.label.strip_prefix(&*one.short).unwrap_or_default().to_owned());
    heads
        .chain(tails.collect::<Vec<_>>())
        .flat_map(|part| pseudo::words(&part).map(str::to_lowercase).collect::<Vec<_>>())
}

/// The words in a line that are on no list: cut, or run into the next one. What somebody typed may end in two dots, and
/// in a window too small for the room everything may.
fn cut<'line>(line: &'line str, columns: u16, known: &BTreeSet<String>, typed: &str) -> Vec<&'line str> {
    let may_be_cut = |word: &str| line.contains(&format!("{word}..")) && (columns < 60 || typed.contains(word));
    let words = pseudo::words(line).filter(|word| !known.contains(&word.to_lowercase()) && !may_be_cut(word));
    words.collect()
}

#[test]
fn every_word_is_whole_in_a_longer_language() {
    let mut wrong = BTreeMap::new();
    let mut check = |scene: &str, size: (u16, u16), page: &str, room: &Room, is_wall: bool| {
        let framework = &room.app.cx.framework;
        let session = room.app.cx.workshop.as_ref().map(|workshop| &workshop.session);
        let typed = session.map(|session| ron::to_string(session).unwrap()).unwrap_or_default();
        let known =
            pseudo::words_of(framework, session).into_iter().chain(parts(framework)).chain(["n".into()]).collect();
        for line in page.lines() {
            // Only the room's words are in another language.
            for word in cut(line, size.0, &known, &typed).into_iter().filter(|word| is_wall || !word.is_ascii()) {
                wrong.entry(word.to_owned()).or_insert_with(|| format!("{scene}, {size:?}: {}", line.trim()));
            }
        }
    };
    pages_of_the_wall(|scene, size, page, room| check(scene, size, page, room, true));
    let built_in = Framework::built_in().unwrap();
    let longer = Arc::new(pseudo::framework());
    for size in [(60, 17), (80, 24), (120, 36)] {
        for (scene, mut room) in scenes::all(size.0, size.1) {
            if room.app.cx.framework.id == built_in.id {
                room.app.cx.framework = Arc::clone(&longer);
                install(Some(pseudo::pack()));
                let page = room.screen();
                install(None);
                check(scene, size, &page, &room, false);
            }
        }
    }
    let told: Vec<String> = wrong.iter().map(|(word, place)| format!("{word}: {place}")).collect();
    assert!(wrong.is_empty(), "{}", told.join("\n"));
}
