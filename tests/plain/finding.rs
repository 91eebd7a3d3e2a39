//! Saved sessions in lines: the list, searching, comparing, following up, earlier versions.

use crate::support::room::Room;
use crate::support::scenes;
use crate::support::talk::Talk;
use crate::support::{full::full, sample};
use plenary::app::{Effect, Msg, Purpose, Read};

fn listing() -> Talk {
    let mut room = Room::new(80, 24);
    room.saved = scenes::saved();
    let mut talk = Talk::of(room);
    talk.line("open");
    talk
}

#[test]
fn saved_sessions_are_numbered_and_opened_by_number() {
    let mut talk = listing();
    let many = talk.room.app.cx.list.view.shown();
    talk.says(&format!("Saved sessions, {many}")).says("1. ").says("discussed").asks("Saved sessions");
    let second = talk.room.app.cx.list.view.at(1).unwrap().file.clone();
    talk.line("2");
    assert!(talk.room.effects.contains(&Effect::Open(second)), "{:?}", talk.room.effects);
    talk.line("99").says("There is no line 99").line("open").says("Which one?");
}

#[test]
fn the_list_is_searched_sorted_and_narrowed_in_words() {
    let mut talk = listing();
    talk.line("search glen").says("with glen").line("all").is_silent_on("with glen");
    talk.line("/ nobody at all").says("No saved session is like that").line("all").says("1. ");
    talk.line("search").asks("Search").line("glen").says("with glen").line("back").line("sort").says("by partnership");
    talk.line("state").says("only in progress").line("back").line("back").says("1. ").asks("Start");
}

#[test]
fn two_sessions_are_compared_and_one_is_followed_up() {
    let mut talk = listing();
    talk.line("mark 1").says("Marked: 1. ").is_silent_on("2. ").line("mark 1").says("No longer marked: 1. ");
    talk.line("mark 1").line("mark 2").line("compare");
    assert!(talk.room.effects.iter().any(|one| matches!(one, Effect::Read { purpose: Purpose::Compare, .. })));
    let sessions = ["riverside-2025", "riverside-2026"].map(|name| (format!("{name}.ron").into(), sample(name)));
    let read = Read { purpose: Purpose::Compare, sessions: sessions.into(), problems: vec![], id: String::new() };
    talk.send(Msg::Read(Box::new(read)));
    talk.says("What changed?, part 1 of 6.").says("Of the items of the chain: up ");
    for head in ["Up and down", "Agreed and split", "Links and risks", "In the room", "Actions of last time"] {
        talk.line("").says(head);
    }
    talk.line("close").line("follow up 1");
    let sessions = vec![("riverside-2026.ron".into(), sample("riverside-2026"))];
    let id = "00112233445566ff".into();
    talk.send(Msg::Read(Box::new(Read { purpose: Purpose::FollowUp, sessions, problems: vec![], id })));
    talk.says("Actions of last time").says("Action ").line("99").line("done 99").says("There is no action 99.");
    let number = talk.session().actions[0].number;
    talk.line(&format!("done {number}")).says(&format!("Action {number}, done"));
    talk.line("what changed").says("What changed?").line("close").line("").says("Set-up");
    talk.line(".").line("P4").line("2").says("Last time");
}

#[test]
fn an_earlier_version_is_restored_after_one_question() {
    let mut room = Room::new(80, 24);
    room.saved = scenes::saved();
    room.versions = scenes::scene("earlier versions", 80, 24).versions;
    let mut talk = Talk::of(room);
    talk.line("open")
        .line("versions 1")
        .says("Earlier versions: 2 versions.")
        .says("1. ")
        .line("1")
        .says("Restore this version");
    talk.line("").line("1").line("y");
    assert!(talk.room.effects.iter().any(|one| matches!(one, Effect::Restore { .. })));
}

#[test]
fn before_a_session_is_deleted_every_file_that_goes_is_named() {
    let mut room = Room::new(80, 24);
    room.saved = scenes::saved();
    room.deletion = scenes::scene("delete question", 80, 24).deletion;
    let mut talk = Talk::of(room);
    talk.line("open").line("delete 1").says("Delete ").says("backup: /home/you/Plenary/state/backups/");
    for deletion in [talk.room.deletion.clone()] {
        for path in deletion.goes.iter().map(|(_, path)| path).chain(deletion.stays.iter().map(|(path, _)| path)) {
            talk.says(&path.display().to_string());
        }
    }
    talk.says("These stay:").says("THIS CANNOT BE UNDONE.").line("");
    assert!(!talk.room.effects.iter().any(|one| matches!(one, Effect::Delete(_))));
    talk.line("delete 1").line("y");
    assert!(talk.room.effects.iter().any(|one| matches!(one, Effect::Delete(_))));
}

#[test]
fn one_partnership_is_told_over_the_years() {
    let mut talk = listing();
    let sessions = ["riverside-2025", "riverside-2026"].map(|name| (format!("{name}.ron").into(), sample(name)));
    let read = Read { purpose: Purpose::Trend, sessions: sessions.into(), problems: vec![], id: String::new() };
    talk.line("trend 1").send(Msg::Read(Box::new(read)));
    talk.says("Over the years: 2 sessions.")
        .says("I1 Funding. 14 May 2025: 2, weakness; 20 May 2026: 2, weakness.")
        .line("back")
        .asks("Saved sessions");
}

#[test]
fn a_session_that_is_opened_says_which_it_is_and_where_the_room_was() {
    let mut session = full();
    session.place = plenary::session::Place::Walk(plenary::framework::Step::Feature("P3".into()));
    let talk = Talk::opened(session.clone());
    assert!(talk.answer().contains(&format!("The session: {}", session.title())), "{}", talk.answer());
    assert_eq!(talk.prompt(), "P3 > ");
}

#[test]
fn tables_that_do_not_say_so_are_asked_about_before_they_are_merged() {
    let mut talk = listing();
    let tables = |says_so: bool| {
        let table = |number: usize| {
            let mut session = full();
            session.id = format!("{number:016x}");
            session.about.table = if says_so { format!("Table {number}") } else { String::new() };
            (format!("table-{number}.ron").into(), session)
        };
        vec![table(1), table(2)]
    };
    let read = |purpose, sessions| {
        let id = "ffeeddccbbaa9988".to_owned();
        Msg::Read(Box::new(Read { purpose, sessions, problems: vec![], id }))
    };
    talk.send(read(Purpose::Merge, tables(false)));
    talk.says("They do not say that they are tables: table-1, table-2.")
        .says("Enter: tell only what gives nothing away")
        .line("yes");
    assert!(matches!(talk.room.effects.last(), Some(Effect::Read { purpose: Purpose::MarkAndMerge, .. })));
    talk.send(read(Purpose::MarkAndMerge, tables(true)));
    talk.says("Merged from Table 1 and Table 2.");
}

#[test]
fn a_table_is_named_at_set_up() {
    let mut talk = Talk::new();
    talk.writes("new\nGlenside CPP\n\n\n\n\n\n\n\n\n\n").asks("Breakout table").line("Blue");
    assert_eq!(talk.room.session().table(), Some("Blue"));
    talk.says("The session: Glenside CPP, table Blue");
}
