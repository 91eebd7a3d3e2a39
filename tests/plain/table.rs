//! The laws of the table of plain commands: nothing is refused that help names, no word is doubled, and the manual
//! lists it all.

use crate::support::manual;
use crate::support::scenes;
use crate::support::talk::Talk;
use plenary::app::keymap::{self, Binding, Command, Context, NUMBER, bindings, in_context};
use plenary::app::{Key, Overlay};
use plenary::framework::Framework;
use plenary::session::Session;
use std::collections::BTreeSet;

/// Places that lines never lead to: what stands there is said at once, or is about a screen.
const NEVER: [Context; 5] = [Context::Page, Context::Details, Context::RoomCheck, Context::Learn, Context::Measure];

const UNKNOWN: &str = "That is not understood here";

#[test]
fn every_place_of_the_key_table_has_words() {
    for context in Context::ALL.iter().copied().filter(|context| !NEVER.contains(context)) {
        assert!(in_context(context).any(Binding::is_spoken), "{context:?}");
    }
}

#[test]
fn only_what_keys_do_in_another_way_has_words_alone() {
    for row in bindings().filter(|row| row.keys.is_empty()) {
        let by_keys = bindings().any(|other| !other.keys.is_empty() && other.command == row.command);
        let list = matches!(
            row.command,
            Command::SetStatus(_) | Command::Details | Command::Folder | Command::Import | Command::Parked
        );
        assert!(!by_keys || list, "{row:?} has no key there");
    }
}

#[test]
fn no_word_means_two_things_in_a_place_nor_hides_a_letter_or_an_item() {
    let framework = Framework::built_in().unwrap();
    for (scene, room) in scenes::all(80, 24) {
        let contexts = room.app.contexts();
        let words: Vec<(&str, &Binding)> =
            keymap::of(&contexts).flat_map(|row| row.words().map(move |word| (word, row))).collect();
        for (place, (word, row)) in words.iter().enumerate() {
            // A wider place may say the same word of the same thing.
            let twice = words[..place].iter().find(|(other, one)| other == word && one.context == row.context);
            assert!(twice.is_none(), "{scene}: \"{word}\" twice in {:?}", row.context);
            assert_eq!(*word, word.to_lowercase(), "words are found without their case");
            let item = framework.items().any(|item| item.id().as_str().eq_ignore_ascii_case(word));
            assert!(!item, "{scene}: {word} is an item");
            if let (true, Some(letter)) = (word.chars().count() == 1, word.chars().next()) {
                let key = plenary::app::keymap::find(&contexts, Key::Char(letter));
                let same = key.is_none_or(|binding| binding.command == row.command);
                assert!(same || *word == "q" || *word == "." || *word == NUMBER, "{scene}: {word} hides a key");
            }
        }
    }
}

#[test]
fn every_row_has_a_help_line_that_reads_like_one() {
    for row in bindings() {
        let Binding { help, words, context, .. } = row;
        let capital = help.chars().next().is_some_and(char::is_uppercase);
        assert!(capital && !help.ends_with('.') && help.is_ascii(), "{context:?} {words}: {help}");
        assert!(row.words().all(|word| word == word.to_lowercase()) && words.ends_with(row.takes()), "{words}");
    }
}

/// What to write for a name that help gives, without what may follow it.
fn written(name: &str) -> &str {
    match name {
        "Enter" => "",
        "a number" | "1-5" | "1-3" => "1",
        "7-9" => "8",
        "a full stop" => ".",
        name => name.split(" (").next().unwrap(),
    }
}

#[test]
fn whatever_help_names_is_understood_wherever_it_is_named() {
    let mut tried = BTreeSet::new();
    for (name, _) in scenes::SCENES {
        let talk = || Talk::of(scenes::scene(name, 80, 24));
        let mut first = talk();
        let blank = matches!(first.room.app.overlays.last(), Some(Overlay::Blank(_)));
        let unreachable = first.room.app.contexts().first().is_none_or(|at| NEVER.contains(at));
        if blank || unreachable {
            continue;
        }
        let help = if first.room.app.contexts().contains(&Context::Letters) { "help all" } else { ".help all" };
        let said = first.line(help).answer().to_owned();
        assert!(said.lines().count() > 2, "{name}: {said}");
        for line in said.lines().skip(1).filter(|line| !line.starts_with("The names of keys")) {
            let (names, _) = line.split_once(": ").unwrap_or_else(|| panic!("{name}: {line}"));
            let names = names.split(", then ").next().unwrap();
            for word in names.split(" or ") {
                // Once in each place, with an overlay or without.
                if !tried.insert((format!("{:?}", first.room.app.contexts()), word.to_owned())) {
                    continue;
                }
                let mut talk = talk();
                talk.line(written(word));
                talk.is_silent_on(UNKNOWN).is_silent_on("does nothing here");
            }
        }
    }
    assert!(tried.len() > 300, "only {}", tried.len());
}

#[test]
fn help_says_only_what_is_possible_just_now() {
    let mut talk = Talk::begun();
    talk.line("help all").is_silent_on("y or yes but").says("1-5: Record the rating the group agrees.");
    talk.line("4").line("h all").says("y or yes but: Agreed with reservations, or without.");
    talk.line("note").line(".help").says("a full stop: Keep the note and close it.").is_silent_on("1-5");
}

#[test]
fn letters_words_capitals_and_names_of_keys_mean_the_same() {
    for line in ["K", "k", "park", "PARK", "  Park  "] {
        let mut talk = Talk::begun();
        talk.line(line).says("Parked to come back to: I1 Funding.");
    }
    for line in ["m", "map", "M"] {
        Talk::begun().line(line).says("Where are we?");
    }
    for line in ["F5", "f5", "results"] {
        Talk::begun().line(line).says("Strengths and risks, slide 1 of 9.");
    }
    for line in ["", "next", "PgDn", "enter"] {
        Talk::begun().line(line).says("item 2 of 5: I2");
    }
}

#[test]
fn what_is_not_understood_says_so_and_changes_nothing() {
    for (name, _) in scenes::SCENES {
        let mut talk = Talk::of(scenes::scene(name, 80, 24));
        let texts =
            talk.room.app.contexts().iter().any(|at| keymap::is_text(*at) || matches!(at, Context::ActionStart));
        let blank = talk.room.app.contexts().is_empty();
        if texts || blank {
            continue;
        }
        // That counts are typed in an open vote is kept as a fact; the record stays.
        let record = |talk: &Talk| {
            let session = talk.room.app.cx.workshop.as_ref().map(|workshop| workshop.session.clone());
            session.map(|session| Session { rev: 0, open_vote: None, ..session })
        };
        let before = record(&talk);
        for line in ["xyzzy", "44", "go Q99", "4 5", "-5", "?!", "\u{1b}[31m"] {
            talk.line(line);
            assert!(!talk.answer().is_empty(), "{name}: {line} was met with silence");
        }
        assert_eq!(before, record(&talk), "{name}");
    }
}

#[test]
fn nothing_may_follow_a_word_that_takes_nothing() {
    let mut talk = Talk::begun();
    talk.line("4 5").says("Nothing may follow ");
    talk.line("park it").says("Nothing may follow ");
    assert!(talk.session().answers.is_empty());
}

#[test]
fn the_manual_lists_exactly_the_words_of_the_table() {
    manual::assert_page("every-line.md", &keymap::words_page());
}

#[test]
fn help_comes_in_three_sizes() {
    for (name, _) in scenes::SCENES {
        let mut talk = Talk::of(scenes::scene(name, 80, 24));
        let text = !talk.room.app.contexts().contains(&Context::Letters);
        talk.line(if text { ".help" } else { "help" });
        assert!(talk.answer().lines().count() <= 8, "{name}: {}", talk.answer());
    }
    let mut talk = Talk::begun();
    talk.line("help").says("1-5: Record the rating").says("\"help all\" says ").says("and a word says what");
    talk.line("help park").says("k or park: Park the item to come back to");
    talk.line("help F4").says("finish or reopen: Look back and finish");
    talk.line("help review").says("Not here. Actions: r or review, then DATE: The day on which the room looks again.");
    talk.line("help xyzzy").says("No word or key is called so");
    talk.line("note").line(".help clear").says(".clear: Empty the note").line(".help all").says(".again");
}

#[test]
fn a_word_of_another_place_says_where_it_belongs_and_what_can_be_written_here() {
    let mut talk = Talk::begun();
    talk.line("review 12 June").says("not understood here").says("It belongs elsewhere: Actions. Here: 1-5, Enter, ");
    talk.line("merge").says("It belongs elsewhere: Saved sessions.");
    talk.line("xyzzy").is_silent_on("elsewhere").says("Here: 1-5").says("\"help\" says what can be done.");
}

#[test]
fn signs_are_said_by_their_names_and_labels_in_full() {
    let mut talk = Talk::begun();
    talk.line("again").says("x: not agreed, question mark: don't know, minus: not relevant here.");
    talk.line("AS7").says("question mark: don't know").line("K5").says("K5 Change management.");
    talk.line("P2").says("P2 Communication").line("IF5").says("IF5 Third sector.").says("minus: not relevant");
}

#[test]
fn every_item_is_called_by_whole_words() {
    let framework = Framework::built_in().unwrap();
    let mut talk = Talk::begun();
    for item in framework.items() {
        let id = item.id();
        talk.line(id.as_str()).line("again");
        let heard = talk.answer().split_once(&format!("{id} ")).unwrap_or_else(|| panic!("{id}: {}", talk.answer())).1;
        let name = heard.split(['.', ',']).next().unwrap();
        let is_word = |word: &str| {
            word.chars().all(|letter| letter.is_alphabetic() || letter == '-') && word != "mgt" && word != "Comms"
        };
        assert!(name.split(' ').all(is_word), "{id}: {name}");
    }
}
