//! Names on every page: whole, and not in codes.

use crate::support::room::Room;
use crate::support::scenes::{self, SIZES};
use plenary::app::{Listed, Public, ThemeName};
use plenary::ui::{WallLook, draw_for_wall};
use plenary::view::view_public;

/// What the framework calls things stands whole or in its short form; only what people wrote may end in two dots.
#[test]
fn no_words_of_the_framework_are_cut() {
    for (columns, rows) in [(60, 17), (60, 20), (80, 24), (120, 36)] {
        for (scene, mut room) in scenes::all(columns, rows) {
            let framework = std::sync::Arc::clone(&room.app.cx.framework);
            let items = framework.items().flat_map(|item| [item.label(), item.text()]);
            let stages = framework.stages.iter().flat_map(|stage| [&stage.label, &stage.title]);
            let parts = framework.agenda.iter().map(|part| &part.title);
            let words: Vec<String> = items.map(str::to_owned).chain(stages.chain(parts).cloned()).collect();
            let screen = room.screen();
            for line in screen.lines() {
                for cut in line.match_indices("..").map(|(at, _)| &line[..at]) {
                    let tail: String = cut.chars().rev().take(12).collect::<Vec<_>>().into_iter().rev().collect();
                    let whole = words.iter().find(|words| tail.chars().count() == 12 && words.contains(&tail));
                    assert!(whole.is_none(), "{scene}, {columns}x{rows}: {line}\n{whole:?}");
                }
            }
        }
    }
}

/// Minutes, counts and pages stand whole in the first line, or in their short form.
#[test]
fn what_stands_on_the_right_of_a_title_is_whole() {
    for (columns, rows) in [(60, 17), (60, 20), (80, 24), (120, 36)] {
        for (scene, mut room) in scenes::all(columns, rows) {
            let view = serde_json::to_value(plenary::view::view(&room.app)).unwrap();
            let screen = room.screen();
            let first = screen.lines().next().unwrap_or_default().trim_end();
            let forms = view["frame"]["right"].as_array().unwrap();
            let is_whole = forms.iter().any(|form| first.ends_with(form.as_str().unwrap().trim_end()));
            assert!(is_whole, "{scene}, {columns}x{rows}: {forms:?}\n{first}");
        }
    }
}

/// A code says nothing to whoever has not learned it: it stands beside its name or after it, never in its place, but
/// where it is itself what is to be typed.
#[test]
fn no_code_stands_where_a_name_should() {
    let typed = ["an action that cannot be read", "help"];
    let joined = |lines: &[&str]| lines.iter().flat_map(|line| line.split_whitespace()).collect::<Vec<_>>().join(" ");
    let mut found = Vec::new();
    for (columns, rows) in [(60, 17), (60, 20), (80, 24), (120, 36)] {
        for (scene, mut room) in scenes::all(columns, rows).filter(|(scene, _)| !typed.contains(scene)) {
            let framework = std::sync::Arc::clone(&room.app.cx.framework);
            let screen = room.screen().to_uppercase();
            let lines: Vec<&str> = screen.lines().collect();
            for (place, line) in lines.iter().enumerate() {
                // A name in letters of pixels stands in the three lines before.
                let pixels = lines[place.saturating_sub(3)..place].join("");
                if pixels.chars().filter(|sign| "▀▄█".contains(*sign)).count() > 20 {
                    continue;
                }
                let near = joined(&lines[place.saturating_sub(1)..lines.len().min(place + 2)]);
                let words: Vec<&str> = line.split(|letter: char| !letter.is_ascii_alphanumeric()).collect();
                for item in framework.items().filter(|item| words.contains(&item.id().as_str())) {
                    let text: Vec<&str> = item.text().split(' ').take(2).collect();
                    let mut names = [item.label().to_owned(), text.join(" ")].into_iter();
                    if !names.any(|name| near.contains(&name.to_uppercase())) {
                        found.push(format!("{scene}, {columns}x{rows}: {} in {line}", item.id()));
                    }
                }
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// In what a room reads the name comes first, and its code behind it: a code before a name only heads a row.
#[test]
fn no_code_comes_before_its_name_inside_a_line_that_the_room_reads() {
    let mut found = Vec::new();
    for (columns, rows) in SIZES {
        let look = WallLook { size: (columns, rows), ascii: false };
        for (scene, mut room) in scenes::all(columns, rows) {
            let framework = std::sync::Arc::clone(&room.app.cx.framework);
            let wall = Public::of(&room.app);
            let wall = wall.map(|page| draw_for_wall(&view_public(&page), ThemeName::Daylight, look).text());
            let own = scene.starts_with("what changed").then(|| room.screen());
            for line in wall.iter().chain(&own).flat_map(|text| text.lines()).flat_map(|line| line.split('│')) {
                let line = line.trim_start_matches([' ', '►']);
                let names =
                    framework.items().flat_map(|item| [item.label(), item.text()].map(|name| (item.id(), name)));
                let mut before = names.map(|(id, name)| format!(" {id} {name}"));
                if before.any(|before| line.contains(&before)) {
                    found.push(format!("{scene}, {columns}x{rows}: {line}"));
                }
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// A name that no line holds is told on two; it was left out, and the mark stood before nothing.
#[test]
fn a_long_name_is_told_on_the_start_page_at_every_size() {
    let name = "Partnership for the Prevention of Violence Against Women and Girls in Mid and East Glenside";
    for (columns, rows) in SIZES {
        let mut room = Room::new(columns, rows);
        let last = Listed { partnership: name.into(), done: 3, of: 36, ..Listed::default() };
        room.app.cx.home.last = Some(last);
        room.says(&format!("► Carry on: {name} (3 of 36)"));
    }
}

/// Half a date reads as another.
#[test]
fn a_title_card_leaves_out_a_date_that_does_not_fit() {
    let mut room = Room::opened(crate::support::sample("riverside-2026"), 60, 17);
    room.goes_to("P1").keys("PgUp").shows("STAGE 6 OF 7").shows("Riverside Partnership ").hides("20 May");
    room.resize(80, 24).shows("Riverside Partnership · 20 May 2026");
}

/// The words of an answer end where a word ends, at every size that is promised.
#[test]
fn no_answer_is_cut_in_the_middle_of_a_word() {
    let answers = [
        ["Partly holds", "Does not hold", "Don't know", "Not relevant", "Happening now", "Could happen"].as_slice(),
        &["Patchy", "Growing", "Mostly", "Firmly", "None seen", "Early sign", "Sustained"],
    ];
    for (columns, rows) in [(60, 17), (60, 20), (80, 24), (120, 36)] {
        for (scene, mut room) in scenes::all(columns, rows) {
            let screen = room.screen();
            let inside = |answer: &str, end: usize| !answer[..=end].ends_with(' ') && !answer[..end].ends_with(' ');
            for answer in answers.into_iter().flatten() {
                for end in (4..answer.len()).filter(|end| inside(answer, *end)) {
                    let (head, next) = (&answer[..end], &answer[end..]);
                    let is_cut = |(at, _): (usize, &str)| {
                        let after = &screen[at + end..];
                        !after.starts_with(next)
                            && !after.starts_with(|sign: char| sign.is_alphanumeric() || sign == '\'')
                    };
                    assert!(!screen.match_indices(head).any(is_cut), "{scene}, {columns}x{rows}: {head}\n{screen}");
                }
            }
        }
    }
}
