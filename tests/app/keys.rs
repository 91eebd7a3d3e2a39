//! The laws of the key table, so that no key is dead, doubled, shadowed or unexplained anywhere.

use crate::support::child::is_long;
use crate::support::manual;
use crate::support::room::Room;
use crate::support::scenes;
use plenary::app::keymap::{self, Binding, Command, Context, bindings, in_context};
use plenary::app::{Effect, Key, Screen};
use std::collections::BTreeSet;

/// Sizes at which a footer is judged: the floor, the tuned sizes and odd ones between.
const SIZES: [(u16, u16); 9] =
    [(40, 12), (47, 30), (59, 16), (60, 17), (60, 20), (63, 24), (80, 24), (120, 36), (200, 60)];

/// The chains of contexts in which the program really looks up keys, each with a scene that has it.
fn paths() -> Vec<(&'static str, Vec<Context>)> {
    scenes::all(80, 24).map(|(name, room)| (name, room.app.contexts())).collect()
}

#[test]
fn every_context_is_reached_by_some_scene() {
    let seen: Vec<Context> = paths().into_iter().flat_map(|(_, path)| path).collect();
    for context in Context::ALL.iter().copied() {
        assert!(seen.contains(&context), "no scene of tests/support/scenes.rs has {context:?}");
        assert!(in_context(context).any(|row| !row.keys.is_empty()), "{context:?} has no keys");
    }
}

#[test]
fn no_key_means_two_things_in_a_context() {
    for context in Context::ALL.iter().copied() {
        let mut seen = Vec::new();
        for key in in_context(context).flat_map(Binding::keys) {
            assert!(!seen.contains(&key), "{key} twice in {context:?}");
            seen.push(key);
        }
    }
}

#[test]
fn no_key_is_shadowed_wherever_it_is_looked_up() {
    for (scene, path) in paths() {
        for binding in keymap::of(&path) {
            for key in binding.keys() {
                let found = keymap::find(&path, key).unwrap();
                let (means, meant) = (found.command, binding.command);
                // What only says how to close elsewhere leads out there; and a rehearsal is ended before all else.
                let leads_out = (found.context, key) == (Context::Overview, Key::Char('q'));
                let may_hide = leads_out || found.context == Context::Rehearsal || means == meant;
                let is_found = found.context == binding.context;
                assert!(is_found || may_hide, "{scene}: {key} is {means:?} and hides {meant:?}");
            }
        }
    }
}

#[test]
fn every_key_can_be_typed_and_is_looked_up_without_its_case() {
    for binding in bindings() {
        for key in binding.keys() {
            assert_eq!(key, key.folded(), "{key} can never be met");
            if let Key::Char(letter) = key {
                let capital = Key::Char(letter.to_ascii_uppercase());
                assert_eq!(keymap::find(&[binding.context], capital).unwrap().command, binding.command, "{key}");
            }
        }
    }
}

#[test]
fn no_key_that_terminals_or_keyboards_spoil_is_used() {
    for binding in bindings() {
        for key in binding.keys() {
            let spoilt = match key {
                Key::Ctrl(letter) => "abhijm[]\\^_".contains(letter),
                Key::Char(letter) => "[]{}\\~^@|".contains(letter) || !letter.is_ascii(),
                Key::F(number) => !(1..=10).contains(&number),
                _ => false,
            };
            assert!(!spoilt, "{key} for {:?} in {:?}", binding.command, binding.context);
        }
    }
}

#[test]
fn escape_never_rates_discards_or_closes_the_program() {
    for binding in bindings().filter(|binding| binding.keys().any(|key| key == Key::Esc)) {
        assert_eq!(binding.command, Command::Dismiss, "Esc in {:?}", binding.context);
    }
}

#[test]
fn the_keys_of_a_clicker_never_rate_and_never_close() {
    for binding in bindings() {
        for key in [Key::PageDown, Key::PageUp, Key::Char('.'), Key::Char('b'), Key::F(5), Key::Esc] {
            if binding.keys().any(|one| one == key) {
                let moves = matches!(
                    binding.command,
                    Command::Next
                        | Command::Back
                        | Command::Up
                        | Command::Down
                        | Command::Blank
                        | Command::Slides
                        | Command::Reveal
                        | Command::Dismiss
                ) || matches!(
                    (binding.command, binding.context),
                    (Command::Choose, Context::Start | Context::List)
                );
                assert!(moves, "{key} is {:?} in {:?}", binding.command, binding.context);
            }
        }
    }
}

#[test]
fn every_binding_has_a_help_line_a_name_and_a_short_hint() {
    for binding in bindings() {
        let (name, Binding { hint, help, keys, .. }) = (binding.name(), binding);
        assert!(
            !help.is_empty() && !help.ends_with('.') && help.len() <= if keys.is_empty() { 120 } else { 85 },
            "{name}: {help}"
        );
        assert!(hint.chars().count() <= 18, "{name}: {hint}");
        assert!(!hint.starts_with(char::is_uppercase), "{name}: {hint}");
        let known = binding.digits().map_or(keys.split_whitespace().count(), Iterator::count);
        assert_eq!(binding.keys().count(), known, "{keys} has a name that is no key's");
    }
}

#[test]
fn a_command_that_is_hinted_is_hinted_once_in_a_footer() {
    for (scene, path) in paths() {
        let mut seen = BTreeSet::new();
        for binding in keymap::of(&path).filter(|binding| !binding.hint.is_empty()) {
            assert!(seen.insert((binding.name(), binding.hint)), "{scene}: {} twice", binding.name());
        }
    }
}

/// The hints that a footer shows, and how many there are.
fn footer(room: &mut Room) -> (String, usize) {
    let screen = room.screen();
    let lines: Vec<&str> = screen.lines().rev().take(2).collect();
    let shown = |binding: &&Binding| {
        let hint = format!("{} {}", binding.name(), binding.hint);
        !binding.hint.is_empty() && lines.iter().any(|line| line.split("   ").any(|part| part.trim() == hint))
    };
    let count = keymap::of(&room.app.contexts()).filter(shown).count();
    (lines.join("\n"), count)
}

#[test]
fn at_most_eight_hints_stand_in_a_footer_and_help_is_always_among_them() {
    for (columns, rows) in SIZES {
        for (scene, mut room) in scenes::all(columns, rows) {
            if scene == "blank" || scene == "break" {
                continue; // Any key returns: there is nothing to explain.
            }
            let (footer, count) = footer(&mut room);
            assert!(count <= 8, "{scene} at {columns}x{rows} shows {count} hints:\n{footer}");
            assert!(footer.contains("F1 help"), "{scene} at {columns}x{rows}:\n{footer}\n\n{}", room.screen());
        }
    }
}

#[test]
fn help_for_any_screen_names_each_of_its_keys() {
    for (scene, mut room) in scenes::all(120, 36) {
        let path = room.app.contexts();
        if path.is_empty() || scene == "help" {
            continue;
        }
        room.keys("F1");
        match room.app.overlays.last() {
            Some(plenary::app::Overlay::Page(page)) => assert_eq!(page.contexts, path, "{scene}"),
            other => panic!("{scene}: F1 shows {other:?}"),
        }
        room.keys("F1");
        assert_eq!(room.app.contexts(), path, "{scene}: F1 again closes the help and nothing else");
    }
}

#[test]
fn a_key_that_makes_no_sense_just_now_says_so() {
    let mut pressed = BTreeSet::new();
    for (scene, room) in scenes::all(80, 24) {
        // Esc closes only what there is to close, and the question whether to close stands already.
        let silent = [Command::Dismiss, Command::Close];
        let disabled = |row: &&Binding| !room.app.is_enabled(row.command) && !silent.contains(&row.command);
        for row in keymap::of(&room.app.contexts()).filter(disabled).filter(|row| !row.keys.is_empty()) {
            let mut room = scenes::scene(scene, 80, 24);
            room.app.cx.notice = None;
            let before = room.screen();
            room.keys(&row.keys().next().unwrap().to_string());
            let said = room.app.cx.notice.is_some();
            assert!(said || before != room.screen(), "{scene}: {} is silent", row.name());
            pressed.insert(format!("{:?}", row.command));
        }
    }
    assert!(pressed.len() > 8, "only {pressed:?}");
}

/// Whether a key may be silent: it moves a mark that may stand at its end, or asks for what stands in sight already.
fn may_be_silent(room: &Room, row: &Binding) -> bool {
    let confirms = room.app.overlays.is_empty() && matches!(room.app.screen, Screen::Walk(_));
    match row.command {
        Command::Up
        | Command::Down
        | Command::Left
        | Command::Right
        | Command::First
        | Command::Last
        | Command::Next
        | Command::Back
        | Command::NextField
        | Command::PreviousField
        | Command::Withdraw
        | Command::Dismiss
        | Command::Close
        | Command::SetStatus(_)
        | Command::LastTime
        | Command::Rate(_)
        | Command::Answer(_)
        | Command::DontKnow
        | Command::NotRelevant => true,
        Command::Choose => confirms || row.context == Context::Jump,
        Command::Slides => matches!(room.app.screen, Screen::Slides(_)),
        Command::Clear => matches!(row.context, Context::Dots | Context::Agenda),
        _ => false,
    }
}

/// Whoever presses a key sees that it did something, or reads why it did not.
#[test]
fn no_key_is_silent_on_any_page() {
    let mut wrong = Vec::new();
    for (columns, rows) in [(60, 17), (80, 24), (120, 36)] {
        for (number, (scene, mut room)) in scenes::all(columns, rows).enumerate() {
            let path = room.app.contexts();
            let keys = keymap::of(&path).filter(|row| !may_be_silent(&room, row));
            let keys: Vec<Key> = keys.filter_map(|row| row.keys().next()).collect();
            let before = room.buffer();
            for (place, key) in keys.into_iter().enumerate() {
                if !is_long() && (place + number) % 9 != usize::from(rows) % 9 {
                    continue;
                }
                let mut room = scenes::scene(scene, columns, rows);
                room.effects.clear();
                room.keys(&key.to_string());
                // A sentence that stood there and is said again is in sight.
                let start = |notice: &String| notice.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
                let said = room.app.cx.notice.as_ref().map(start);
                let is_done = room.effects.iter().any(|effect| *effect != Effect::Save);
                if !is_done && before == room.buffer() && !said.is_some_and(|said| room.screen().contains(&said)) {
                    wrong.push(format!("{scene} at {columns}x{rows}: {key}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} silent:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_manual_lists_exactly_the_keys_of_the_table() {
    manual::assert_page("keys.md", &keymap::keys_page());
}
