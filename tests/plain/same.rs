//! The same answers by keys and in lines give the same session, but for times and the count of changes.

use crate::support::room::Room;
use crate::support::talk::Talk;
use jiff::Timestamp;
use plenary::session::Session;

/// What the room does, by keys (`"text"` is typed) and in lines, from the first title card behind the gate.
const DEEDS: [(&str, &str); 25] = [
    ("PgDn 4 C C C PgDn", "\n4\nc high\n\n"),
    ("2 N \"Two grants end\" Esc K PgDn", "2\nn Two grants end\nk\n\n"),
    ("X 2 4 \"Too little\" Enter \"Enough\" Enter PgDn", "x 2 4\nToo little\nEnough\n\n"),
    ("? PgDn - PgDn PgDn", "?\n\n-\n\n\n"),
    ("3 Y PgDn 4 PgDn 2 PgDn", "3\ny\n\n4\n\n2\n\n"),
    ("V \"0 2 5 3 1 ?1\" Enter R 3 PgDn", "v 0 2 5 3 1 ?1\nr\n3\n\n"),
    ("PgDn 4 D \"We were not asked\" Esc", "\n4\nd We were not asked\n"),
    ("D PgDn \"Nor were we\" Tab \"Third sector\" Esc", "d\nNor were we\n.\nThird sector\n"),
    ("P \"keep quiet\" Esc U Ctrl+Y", "p keep quiet\nu\nredo\n"),
    ("4 2 5 U U", "4\n2\n5\nu\nu\n"),
    ("@AS7 3 D \"Some decide\" Esc N \"Look again\" Esc", "AS7\n3\nd Some decide\nn Look again\n"),
    ("@AS4 ? Del 2", "AS4\n?\nclear\n2\n"),
    ("@AS5 V \"6 3 2 ?1\" Enter R 2", "AS5\nv 6 3 2 ?1\nr\n2\n"),
    ("@R6 2 5 2 N \"Twice\" Esc", "R6\n2\n5\n2\nn Twice\n"),
    ("@R5 1 4 @R1 3", "R5\n1\n4\nR1\n3\n"),
    ("@R6 A 1 Enter \"Chair\" Esc Esc", "R6\na\n1\n\nChair\n.\n.\n"),
    (
        "@P3 A \"Meet monthly\" Enter Enter \"30 June\" Enter \"Minutes\" Esc Esc",
        "P3\na\nMeet monthly\n\n30 June\nMinutes\n.\n.\n",
    ),
    (
        "M A Up S S L \"Booked\" Enter R \"10 September\" Enter Esc",
        "m\na\nunder way 1\ndone 1\nlog 1 Booked\nreview 10 September\n.\n",
    ),
    ("A Down Left Esc M", "a\nup 2\n.\nm\n"),
    (
        "G N \"3\" Enter Right Enter Right Enter \"Advice\" Enter \"lead\" Enter Enter Esc",
        "g\nn\n3\n2\n2\nAdvice\nlead\n\n.\n",
    ),
    ("G P Esc", "g\npresence 1\n.\n"),
    ("@E2 1 O \"11\" Esc", "E2\n1\ndots\nE2 11\n.\n"),
    ("F9 Right Right Esc", "agenda\nlater\nlater\n.\n"),
    ("@P4 PgDn F", "P4\n\nf\n"),
    ("F4 F4 Y", "finish\nfinish\ny\n"),
];

/// Presses keys; `"text"` is typed, `@P3` goes to an item.
fn by_keys(room: &mut Room, deeds: &str) {
    let mut parts = deeds.split('"');
    while let Some(keys) = parts.next() {
        for key in keys.split_whitespace() {
            match key.strip_prefix('@') {
                Some(id) => room.goes_to(id),
                None => room.keys(key),
            };
        }
        if let Some(text) = parts.next() {
            room.types(text);
        }
    }
}

/// A session without what differs from one sitting to the next.
fn bare(session: &Session) -> Session {
    let mut bare = session.clone();
    let at = Timestamp::UNIX_EPOCH;
    bare.rev = 0;
    bare.seconds.clear();
    bare.begun.clear();
    for answer in bare.answers.values_mut() {
        answer.history.iter_mut().for_each(|one| one.at = at);
        answer.rounds.iter_mut().for_each(|one| one.at = at);
    }
    for answer in bare.assumptions.values_mut() {
        answer.rounds.iter_mut().for_each(|one| one.at = at);
    }
    for line in bare.actions.iter_mut().flat_map(|action| &mut action.log) {
        line.at = at;
    }
    bare.created = at;
    bare
}

#[test]
fn keys_and_lines_make_the_same_session() {
    let mut room = Room::new(80, 24);
    room.keys("N").types("Glenside CPP").keys("Down Down").types("Plan the year").keys("Down Down Down").types("7");
    room.keys("Down").types("5").keys("PgDn S");
    let mut talk = Talk::new();
    talk.writes("new\nGlenside CPP\n\nPlan the year\n\n\n7\n5\n.\nskip\n");
    assert_eq!(bare(room.session()), bare(talk.session()), "set-up");
    for (keys, lines) in DEEDS {
        by_keys(&mut room, keys);
        talk.writes(lines);
        assert_eq!(bare(room.session()), bare(talk.session()), "{keys}\n{}", talk.transcript);
    }
    assert!(talk.session().answers.len() > 8 && talk.session().actions.len() == 2, "something was done");
}

/// How many steps can be undone.
fn steps(room: &mut Room) -> usize {
    let steps = (0..99).take_while(|_| {
        room.keys("U");
        !room.app.cx.notice.as_deref().unwrap_or_default().starts_with("Nothing to undo")
    });
    steps.count()
}

#[test]
fn keys_and_lines_are_undone_in_as_many_steps() {
    // The first has evidence in it, which is three keys and one word; those at the end need what stands before them.
    for (keys, lines) in DEEDS.iter().skip(1).take(14) {
        let mut room = Room::begun(80, 24);
        by_keys(room.keys("PgDn"), keys);
        let mut talk = Talk::begun();
        talk.writes(lines);
        assert_eq!(steps(&mut room), steps(&mut talk.room), "{keys}");
    }
}
