//! Any lines in any order: nothing panics, every line is answered, and what is told is whole lines of clean text.

use crate::support::room::Room;
use crate::support::scenes;
use crate::support::talk::Talk;
use plenary::app::keymap::{self, Binding, NUMBER, bindings};
use plenary::app::{Effect, Outcome};
use plenary::clean::is_unsafe;
use proptest::prelude::*;

/// Lines that lead somewhere: every word, letters, numbers, ids, texts, and what nobody means.
fn lines() -> impl Strategy<Value = String> {
    let words: Vec<String> =
        bindings().flat_map(Binding::words).filter(|word| *word != NUMBER).map(str::to_owned).collect();
    let letters: Vec<String> = "abcdefghijklmnopqrstuvwxyz?-+/.".chars().map(String::from).collect();
    let ids = ["I1", "A2", "P3", "O7", "AS2", "AS7", "IF3", "R6", "go E2", "details P3", "E2 11", "x 2 4"];
    let texts = ["n words", "d words", "p words", "v 0 2 5 3 1 ?1", "0 2 5 3 1", "new words", "log 1 words", "a 2"];
    let dates = ["review 10 September", "30 June 2026", "Citizens Advice", "strategic", "\u{1b}[31m", "F5", "Esc"];
    let some = |all: &[&str]| prop::sample::select(all.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>());
    prop_oneof![
        3 => prop::sample::select(words),
        3 => prop::sample::select(letters),
        2 => Just(String::new()),
        2 => (1_u8..6).prop_map(|digit| digit.to_string()),
        2 => some(&ids),
        2 => some(&texts),
        1 => some(&dates),
        1 => "\\PC{0,12}",
    ]
}

fn converse(mut talk: Talk, written: &[String]) -> Result<(), TestCaseError> {
    for line in written {
        let from = talk.transcript.len();
        let prompt = talk.prompt();
        // Text that is taken in line by line is not repeated.
        let first = talk.room.app.contexts().first().copied();
        let text = first.is_some_and(keymap::is_text);
        let before = talk.room.app.cx.workshop.as_ref().map(|workshop| workshop.session.rev);
        let said = super::refused::said(&talk);
        talk.line(line);
        if talk.outcome != Outcome::Taken {
            prop_assert_eq!(super::refused::said(&talk), said, "{:?} was refused at {}", line, prompt);
        }
        let after = talk.room.app.cx.workshop.as_ref().map(|workshop| workshop.session.rev);
        let answered = !talk.answer().is_empty() || talk.prompt() != prompt || text && before != after;
        prop_assert!(answered, "{line:?} was met with silence at {prompt}");
        prop_assert!(talk.prompt().ends_with(" > ") && talk.prompt().len() > 3, "{:?}", talk.prompt());
        let told = talk.transcript[from + line.len()..].to_owned();
        prop_assert!(!told.contains(|letter| letter != '\n' && is_unsafe(letter)), "{told:?}");
        if talk.room.effects.contains(&Effect::Quit) {
            return Ok(());
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(crate::support::cases(48))]

    #[test]
    fn any_lines_in_any_order_are_answered(
        start in 0_usize..4,
        written in prop::collection::vec(lines(), 1..60),
    ) {
        let talk = match start {
            0 => Talk::new(),
            1 => Talk::begun(),
            2 => Talk::full(),
            _ => {
                let mut talk = Talk::of(Room::with(scenes::two_stages(), 80, 24));
                talk.writes("new\nPartneriaeth Dyfi\n.\n");
                talk
            }
        };
        converse(talk, &written)?;
    }
}

#[test]
fn a_framework_of_two_stages_without_risks_is_walked_to_its_end() {
    let mut talk = Talk::of(Room::with(scenes::two_stages(), 80, 24));
    talk.says("Gweithio mewn partneriaeth").writes("new\nPartneriaeth Dyfi\n.\n").says("Stage 1 of 2");
    talk.line("").says("Arian digonol a sicr").says("Yn gadarn").writes("5\n\n?\n\nx 2 4\n.\n\n");
    talk.says("Stage 2 of 2").writes("\n2\n\n4\n\n-\n\n").says("Strengths and risks, slide 1 of ");
    assert_eq!(talk.session().answers.len(), 5);
}
