//! Every revealed vote on the drawn page: each answer with its digit and its whole word, each group or how many more.

use crate::support::room::Room;
use plenary::app::Target;
use plenary::framework::{Level, Rating};
use plenary::session::{CountedBy, Group, Register};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The promised sizes, and one between them.
const SIZES: [(u16, u16); 5] = [(60, 17), (60, 20), (63, 24), (80, 24), (120, 36)];

const SECTORS: [&str; 6] = [
    "Health and social care partnership",
    "Third sector interface",
    "Community councils and tenants",
    "Police, fire and rescue",
    "Private and independent care",
    "Education",
];

/// The answers of three kinds of question by their keys.
const ASKED: [(&str, &[&str]); 3] = [
    ("P3", &["1 Not yet", "2 Patchy", "3 Growing", "4 Mostly", "5 Firmly"]),
    ("O6", &["1 None seen", "2 Early sign", "3 Some", "4 Clear", "5 Sustained"]),
    ("AS4", &["1 Holds", "2 Partly holds", "3 Does not hold", "? Don't know"]),
];

/// So many sectors of thirty people each, counted one by one; without any the whole room.
fn register(groups: usize) -> Register {
    let mut register = Register { sectors: Vec::new(), ..Register::default() };
    for name in &SECTORS[..groups] {
        let sector = register.add_sector(name).unwrap().to_owned();
        register.add(Group { sector, people: 30, level: Some(Level::Strategic), ..Group::default() }).unwrap();
    }
    register.counted = if groups > 1 { CountedBy::Sector } else { CountedBy::Room };
    register
}

/// An item on which each group voted in so many rounds.
fn revealed(size: (u16, u16), (item, answers): (&str, &[&str]), groups: usize, rounds: usize) -> Room {
    let mut session = Room::begun(60, 17).session().clone();
    session.register = register(groups);
    let mut room = Room::opened(session, size.0, size.1);
    room.goes_to(item);
    for round in 0..rounds {
        room.keys("V");
        for group in 0..groups.max(1) {
            let of = answers.len().min(5) - usize::from(answers.len() == 4);
            let counts: Vec<String> = (0..of).map(|place| ((place * 3 + group + round) % 7 + 1).to_string()).collect();
            room.types(&counts.join(" ")).types(" ?1").keys("Enter");
        }
        // Where a register says who is present, not all of them vote.
        room.keys(if groups == 0 { "F5" } else { "F5 F5" });
    }
    room.milliseconds(2_000);
    room
}

/// The words in an area, row by row.
fn words(buffer: &Buffer, area: Rect) -> String {
    let row = |y| (area.left()..area.right()).map(|x| buffer[(x, y)].symbol()).collect::<String>();
    (area.top()..area.bottom()).map(row).collect::<Vec<_>>().join(" ")
}

/// Each answer stands in its place with its digit and all of its words, none cut, and in one tone.
fn has_digits_and_words(room: &mut Room, answers: &[&str], what: &str) {
    let (buffer, hits) = room.draw();
    for (place, answer) in answers.iter().enumerate() {
        let rating = Rating::ALL.get(place).copied().map(Target::Rating);
        let is_answer = |target: Target| target == Target::Choice(place) || Some(target) == rating;
        let Some((area, _)) = hits.all().find(|(_, target)| is_answer(*target)) else {
            panic!("{what}: no place for {answer}:\n{}", room.screen());
        };
        let read = words(&buffer, area).replace(['█', '▀', '▄', '►', '■'], " ");
        let read: Vec<&str> = read.split_whitespace().collect();
        let meant: Vec<&str> = answer.split(' ').collect();
        assert!(read.ends_with(&meant), "{what}: {answer} reads {read:?}:\n{}", room.screen());
    }
}

#[test]
fn every_reveal_has_a_digit_and_a_word_beside_every_tone_and_nothing_runs_over() {
    for size in SIZES {
        for (item, answers) in ASKED {
            for (groups, rounds) in (0..=6).flat_map(|groups| [(groups, 1), (groups, 2)]) {
                let what = format!("{item} at {size:?}, {groups} groups, round {rounds}");
                let mut room = revealed(size, (item, answers), groups, rounds);
                for keys in ["", "2"] {
                    room.keys(keys);
                    has_digits_and_words(&mut room, answers, &what);
                    let screen = room.screen();
                    assert!(screen.contains("F1 help"), "{what}:\n{screen}");
                    let told = if keys.is_empty() { ["Hear ", "Key "] } else { ["Group rating", "The room says"] };
                    assert!(told.iter().any(|one| screen.contains(one)), "{what}: what comes next\n{screen}");
                    if rounds == 2 {
                        assert!(screen.contains("Round 1"), "{what}:\n{screen}");
                    }
                    if groups < 2 {
                        continue;
                    }
                    // Of each group with a row at least the beginning of its name stands there; the others are counted.
                    let rows = SECTORS[..groups].iter().filter(|name| screen.contains(&name[..9])).count();
                    let more = format!("and {} group", groups - rows);
                    assert!(rows == groups || screen.contains(&more), "{what}: {rows} rows\n{screen}");
                    assert!(rows > 1, "{what}: {rows} rows\n{screen}");
                }
            }
        }
    }
}

#[test]
fn who_stands_where_is_told_at_the_smallest_size_with_six_sectors_of_long_names() {
    let mut room = revealed((60, 17), ASKED[0], 6, 1);
    insta::assert_snapshot!(room.screen());
    let mut room = revealed((60, 17), ASKED[1], 2, 2);
    insta::assert_snapshot!(room.screen());
}
