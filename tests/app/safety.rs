//! Nothing is lost and nothing closes by accident: closing, resuming, finished sessions, failing saves.

use crate::support::acting::resolved;
use crate::support::room::Room;
use crate::support::scenes;
use plenary::app::{Deletion, Effect, Msg, Overlay, Saving, Screen};
use plenary::framework::{Id, Level, Rating, Step};
use plenary::session::{Decision, Place, Status};

#[test]
fn q_only_says_how_to_close() {
    let mut room = Room::begun(60, 20);
    for keys in ["", "PgDn", "F5", "F1"] {
        room.keys(keys).keys("Q");
        assert_eq!(room.app.cx.notice.as_deref(), Some("Ctrl+Q closes Plenary. Everything is kept."), "{keys}");
    }
    assert!(!room.effects.contains(&Effect::Quit));
}

#[test]
fn ctrl_q_asks_and_enter_stays() {
    for ask in ["Ctrl+Q", "Ctrl+C"] {
        for stay in ["Enter", "Esc"] {
            let mut room = Room::begun(60, 20);
            room.keys("PgDn 4").keys(ask).shows("Close Plenary?").shows("Everything is saved.").shows("► Enter  stay");
            room.keys("N 5 PgDn Space q").shows("Close Plenary?").keys(stay).hides("Close Plenary?").shows("4 MOSTLY");
            assert!(!room.effects.contains(&Effect::Quit));
        }
    }
}

#[test]
fn y_closes_after_the_question_and_nowhere_else() {
    let mut room = Room::begun(60, 20);
    room.keys("PgDn Y M Y F5 Y Esc Esc");
    assert!(!room.effects.contains(&Effect::Quit));
    room.keys("Ctrl+Q Y");
    assert_eq!(room.effects.last(), Some(&Effect::Quit));
}

#[test]
fn asking_twice_asks_once() {
    let mut room = Room::begun(60, 20);
    room.keys("Ctrl+Q Ctrl+C Ctrl+Q").shows("Close Plenary?").keys("Enter").hides("Close Plenary?");
    assert!(room.app.overlays.is_empty());
}

#[test]
fn closing_can_be_asked_for_everywhere() {
    for (scene, mut room) in scenes::all(60, 20) {
        room.keys("Ctrl+Q");
        if !["blank", "break"].contains(&scene) {
            assert!(matches!(room.app.overlays.last(), Some(Overlay::Close(_))), "{scene}");
            room.keys("y");
            assert_eq!(room.effects.last(), Some(&Effect::Quit), "{scene}");
        }
    }
}

#[test]
fn escape_never_rates_discards_or_closes() {
    for (scene, mut room) in scenes::all(60, 20) {
        let before = room.app.cx.workshop.as_ref().map(|workshop| workshop.session.answers.clone());
        room.keys("Esc Esc Esc Esc");
        let after = room.app.cx.workshop.as_ref().map(|workshop| workshop.session.answers.clone());
        assert_eq!(before, after, "{scene}");
        assert!(!room.effects.contains(&Effect::Quit), "{scene}");
    }
}

#[test]
fn a_session_resumes_on_the_item_at_which_it_was_left() {
    for (id, level) in [("I1", None), ("P2", Some(Level::Operational)), ("O7", None)] {
        let mut room = Room::begun(60, 20);
        room.goes_to(id);
        if level.is_some() {
            room.keys("Down");
        }
        room.keys("4");
        let mut again = Room::opened(room.session().clone(), 60, 20);
        assert_eq!(again.session().place, room.session().place);
        assert_eq!(again.screen(), room.screen(), "{id}");
    }
}

#[test]
fn a_session_resumes_on_title_cards_set_up_and_slides_too() {
    for keys in ["", "S S", "PgUp", "S S S S S S PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn"] {
        let mut room = Room::begun(60, 20);
        room.keys(keys);
        let mut again = Room::opened(room.session().clone(), 60, 20);
        assert_eq!(again.screen(), room.screen(), "after {keys}");
    }
}

#[test]
fn a_session_left_during_a_look_at_the_heat_map_resumes_on_its_item() {
    let mut room = Room::begun(60, 20);
    let on_item = room.goes_to("E2").screen();
    room.keys("F5 PgDn");
    let mut again = Room::opened(room.session().clone(), 60, 20);
    assert_eq!(again.screen(), on_item);
}

#[test]
fn what_is_worth_knowing_about_a_file_is_said_when_it_opens() {
    let mut room = Room::begun(60, 20);
    room.keys("PgDn 4");
    let session = Box::new(room.session().clone());
    let warning = Some("The file was changed outside Plenary; a copy of it was kept.".to_owned());
    room.send(Msg::Opened { session, file: "/home/you/x.ron".into(), warning, read_only: None });
    room.shows("The file was changed outside Plenary").shows("Saved 14:32").keys("U").shows("Nothing to undo in this");
}

#[test]
fn a_finished_session_refuses_every_change_and_says_so() {
    for keys in ["5", "?", "-", "Del", "Y", "C", "Right Enter"] {
        let mut room = scenes::finished(60, 20);
        let before = room.session().answers.clone();
        room.keys(keys).shows("This session is finished; reopen it to change it");
        assert_eq!(room.session().answers, before, "{keys}");
    }
}

#[test]
fn a_finished_session_opens_no_box_to_write_in_before_it_is_reopened() {
    for (keys, opened) in [
        ("N", "Note: I1"),
        ("P", "Private note: I1"),
        ("D", "Minority statement 1"),
        ("X", "Not agreed: I1"),
        ("A", "New action for Funding (I1)"),
        ("V", "Vote, round 1"),
        ("M A N", "New action"),
        ("M A R", "When the room looks again"),
        ("G N", "A new line of the register"),
    ] {
        let mut room = scenes::finished(80, 24);
        let before = room.session().clone();
        room.keys(keys).shows("Finished. Reopen it?").says("This session is finished").types("x").hides(opened);
        room.keys("Esc").hides("Reopen it?").hides(opened);
        assert_eq!((room.session().rev, &room.session().answers), (before.rev, &before.answers), "{keys}");
        let last = keys.split(' ').next_back().unwrap();
        room.keys(last).keys("Y").shows(opened);
        assert_eq!(room.session().status, Status::InProgress, "{keys}");
    }
    let mut room = scenes::finished(60, 20);
    room.keys("K").shows("Finished. Reopen it?").keys("Y").says("Parked");
    let mut room = scenes::finished(60, 20);
    room.keys("O 5").shows("Finished. Reopen it?");
    assert_eq!(room.session().dots_placed(), 0);
}

#[test]
fn a_session_that_can_only_be_looked_at_says_why_and_offers_a_copy() {
    let mut room = Room::new(80, 24);
    scenes::look_only(&mut room, resolved());
    let before = room.session().clone();
    room.keys("M Enter N").shows("Work on a copy?").says("Read only").types("x").keys("Enter").hides("Work on a copy?");
    room.keys("N Y").shows("Save this session elsewhere").keys("Enter");
    assert!(matches!(room.effects.last(), Some(Effect::SaveAs(_))), "{:?}", room.effects);
    room.send(Msg::Moved("/home/you/copy.ron".into()));
    room.hides("Save this session elsewhere").keys("N").types("ours").keys("Esc");
    assert!(format!("{:?}", room.session().answers).contains("ours"));
    assert_eq!(room.session().id, before.id);
}

#[test]
fn a_finished_session_can_be_read_from_end_to_end() {
    let mut room = scenes::finished(60, 20);
    room.shows("4 MOSTLY").keys("PgDn PgUp M M F5 PgDn PgUp PgUp").shows("4 MOSTLY").hides("finished");
}

#[test]
fn a_failing_save_stays_on_screen_with_its_reason_until_it_is_saved() {
    let mut room = Room::begun(60, 20);
    room.keys("PgDn").shows("Saved 14:32");
    room.disk_fault = Some("the disk is full".into());
    room.keys("4").shows("NOT SAVED: the disk is full").hides("Saved 14:32");
    room.keys("C K PgDn PgUp").shows("NOT SAVED: the disk is full").shows("4 MOSTLY");
    room.keys("Ctrl+S").says("NOT SAVED: the disk is full").shows("Save this session elsewhere").keys("Esc");
    room.keys("Ctrl+Q").shows("NOT EVERYTHING IS SAVED YET.").shows("Y      close and keep a copy").keys("Enter");
    room.disk_fault = None;
    room.keys("5").hides("NOT SAVED").shows("Saved 14:32").says("Saving works again, in session.ron.");
    room.keys("4").shows("Saved 14:32");
    assert_eq!(room.app.cx.notice, None, "it is said once");
    assert!(room.workshop().is_safe());
}

#[test]
fn a_failing_save_is_said_on_every_screen_of_a_session() {
    for (scene, mut room) in scenes::all(60, 17) {
        if room.app.cx.workshop.is_none() || ["blank", "break", "help", "about", "guidance"].contains(&scene) {
            continue;
        }
        room.send(Msg::SaveFailed { reason: "the disk is full".into() });
        let asked = scene == "close question";
        room.says(if asked { "NOT EVERYTHING IS SAVED YET." } else { "NOT SAVED: the disk is full" });
    }
}

#[test]
fn saved_is_only_said_of_the_latest_change() {
    let mut room = Room::begun(60, 20);
    room.keys("PgDn 4");
    let rev = room.session().rev;
    room.send(Msg::Saved { rev: rev - 1, at: room.app.cx.now.timestamp() });
    room.hides("Saved 14:32");
    assert!(matches!(room.workshop().saving, Saving::Saved { .. }) && !room.workshop().is_safe());
    room.send(Msg::Saved { rev, at: room.app.cx.now.timestamp() });
    room.shows("Saved 14:32");
}

#[test]
fn every_change_asks_to_be_saved() {
    for keys in ["4", "?", "-", "X 1 2", "K", "PgDn", "PgUp"] {
        let mut room = Room::begun(60, 20);
        room.keys("PgDn");
        room.effects.clear();
        room.keys(keys);
        assert!(room.effects.contains(&Effect::Save), "{keys}");
        assert!(room.workshop().is_safe(), "{keys}");
    }
}

#[test]
fn the_same_answer_again_changes_and_saves_nothing() {
    let mut room = Room::begun(60, 20);
    room.keys("PgDn 4");
    let (rev, effects) = (room.session().rev, room.effects.len());
    room.keys("4 Left Right Enter");
    assert_eq!((room.session().rev, room.effects.len()), (rev, effects));
    assert_eq!(room.answer("I1").decided.at(None), &Decision::Agreed(Rating::Four));
}

#[test]
fn what_cannot_be_done_is_said_and_changes_nothing() {
    let mut room = Room::begun(60, 20);
    room.keys("PgDn");
    room.send(Msg::Failed("other.ron cannot be read: line 3, column 7".into()));
    room.shows("other.ron cannot be read: line 3, column 7").keys("4").hides("other.ron").shows("4 MOSTLY");
    assert_eq!(room.session().place, Place::Walk(Step::Feature(Id::from("I1"))));
    assert!(matches!(room.app.screen, Screen::Walk(_)));
}

#[test]
fn a_failing_save_says_where_the_work_is_and_what_to_do() {
    for (columns, rows) in [(60, 20), (80, 24), (120, 36)] {
        let mut room = scenes::scene("close question, not saved", columns, rows);
        room.shows("A copy is safe").shows("/home/you/Plenary/state/").keys("Enter");
        room.shows("NOT SAVED: the disk is full").says("a copy is safe. Ctrl+S saves elsewhere.");
    }
    for (scene, mut room) in scenes::all(40, 12) {
        if scene == "close question, not saved" {
            room.keys("Enter").shows("NOT SAVED: the disk is full").shows("a copy is safe");
        }
    }
}

#[test]
fn a_copy_of_an_older_state_is_not_called_safe() {
    let mut room = scenes::scene("close question, not saved", 80, 24);
    room.keys("Enter 5").hides("a copy is safe").says("Ctrl+S saves elsewhere; tried again");
    assert_eq!(room.workshop().copy(), None);
}

#[test]
fn saving_elsewhere_takes_a_name_and_says_what_is_wrong_with_it() {
    let mut room = Room::begun(80, 24);
    room.app.cx.elsewhere = "/home/you/Documents".into();
    room.disk_fault = Some("the stick was taken out".into());
    room.keys("PgDn 4 Ctrl+S").shows("/home/you/Documents/session.ron").keys("Backspace").types("n2").keys("Enter");
    assert_eq!(room.effects.last(), Some(&Effect::SaveAs("/home/you/Documents/session.ron2".into())));
    room.send(Msg::NotMoved("There is such a file already.".into()));
    room.shows("There is such a file already.").keys("Backspace").hides("already").keys("Enter");
    room.send(Msg::Moved("/home/you/Documents/session.ron".into()));
    room.hides("Save this session elsewhere").shows("Not yet saved").hides("NOT SAVED");
    assert_eq!(room.workshop().file.as_deref(), Some("/home/you/Documents/session.ron".as_ref()));
}

#[test]
fn what_is_open_elsewhere_can_be_read_from_end_to_end_and_never_changed() {
    let mut room = scenes::scene("read only", 60, 20);
    room.shows("READ ONLY").says("Read only: open in another Plenary since 14:02 (process 123).");
    let before = room.session().clone();
    room.effects.clear();
    for keys in ["5", "?", "-", "Del", "Y", "C", "K", "X 1 5 Esc", "Right Enter", "N x Esc", "P x Esc", "U", "Ctrl+Y"] {
        room.keys(keys).shows("READ ONLY");
        assert_eq!(room.session().answers, before.answers, "{keys}");
    }
    room.keys("5").shows("Read only: open in another Plenary").keys("Ctrl+S").shows("Read only:");
    room.keys("PgDn M PgDn PgUp F5 PgDn Esc Esc PgUp PgUp PgUp PgUp PgUp PgUp")
        .shows("SET-UP")
        .types("x")
        .shows("Read only:");
    assert_eq!((room.session().rev, &room.session().about), (before.rev, &before.about));
    room.minutes(3).keys("Ctrl+Q").shows("Everything is saved.").keys("Y");
    assert!(!room.effects.contains(&Effect::Save), "{:?}", room.effects);
}

#[test]
fn a_session_saved_beside_its_file_says_so_until_another_is_opened() {
    for (columns, rows, words) in
        [(40, 12, "SAVED BESIDE"), (60, 20, "SAVED BESIDE: ..nflict 12).ron"), (120, 36, "cpp (conflict 12).ron")]
    {
        let mut room = scenes::scene("saved beside", columns, rows);
        room.says("was changed outside Plenary").shows(words).keys("5").shows(words).keys("PgDn PgDn").shows(words);
    }
}

#[test]
fn an_earlier_version_is_restored_after_one_question_and_the_safe_answer_comes_first() {
    for (columns, rows) in [(40, 12), (60, 17), (80, 24)] {
        let mut room = scenes::scene("earlier versions", columns, rows);
        room.shows("EARLIER VERSIONS").shows("12 March 2026, 14:20").shows("11 March 2026, 16:02").shows("12 of 36");
        room.keys("Down Enter").shows("Restore this version?").shows("► Enter  leave it as it is").keys("Enter");
        room.hides("Restore this version?").keys("Enter Esc").shows("EARLIER VERSIONS");
        assert!(!room.effects.iter().any(|effect| matches!(effect, Effect::Restore { .. })));
        room.keys("Enter Y");
        assert!(matches!(room.effects.last(), Some(Effect::Restore { .. })));
        room.keys("Esc").shows("SAVED SESSIONS");
    }
}

#[test]
fn a_session_is_deleted_after_one_question_and_the_safe_answer_comes_first() {
    for (columns, rows) in [(40, 12), (60, 17), (80, 24)] {
        let mut room = scenes::scene("delete question", columns, rows);
        room.shows("Delete this session?")
            .shows("► Enter  keep it")
            .keys("Enter")
            .shows("SAVED SESSIONS")
            .keys("Del Esc");
        assert!(!room.effects.iter().any(|effect| matches!(effect, Effect::Delete(_))));
        room.keys("Del Y");
        assert!(matches!(room.effects.last(), Some(Effect::Delete(_))));
    }
}

#[test]
fn before_a_session_is_deleted_the_file_and_all_that_goes_and_stays_is_named() {
    for (columns, rows) in [(60, 17), (80, 24), (120, 36)] {
        let mut room = scenes::scene("delete question", columns, rows);
        let name = room.app.cx.list.marked().unwrap().name.clone();
        for words in [
            format!("Glenside CPP: {name} in "),
            "With it: last-resort copy /tmp/plenary-glenside-cpp-0123456789abcdef.ron,".into(),
            "12 backups and 1 recovery copy in Plenary's own folder.".into(),
            "Stays: session (1).ron: another file of this session;".into(),
            "2 earlier versions, which are also those of session (1).ron.".into(),
            "THIS CANNOT BE UNDONE.".into(),
            "► Enter keep it".into(),
        ] {
            said_in_box(&mut room, &words);
        }
    }
}

/// Asserts that the box says a text, wherever its lines break.
fn said_in_box(room: &mut Room, text: &str) {
    let screen = room.screen();
    let inside: String = screen.lines().filter_map(|line| line.split('║').nth(1)).collect();
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    assert!(squeezed(&inside).contains(&squeezed(text)), "the box does not say \"{text}\":\n{screen}");
}

#[test]
fn whether_to_delete_is_only_asked_of_the_session_that_is_still_marked() {
    let mut room = scenes::scene("list, previewed", 80, 24);
    let file = room.app.cx.list.marked().unwrap().file.clone();
    let deletion = Deletion { file, rev: Some(1), ..Deletion::default() };
    room.keys("Down").send(Msg::MayDelete(Box::new(deletion.clone())));
    room.hides("Delete this session?").keys("Up /");
    room.send(Msg::MayDelete(Box::new(deletion.clone())));
    room.keys("Esc F1").send(Msg::MayDelete(Box::new(deletion.clone())));
    room.hides("Delete this session?").keys("Esc").send(Msg::MayDelete(Box::new(deletion.clone())));
    room.shows("Delete this session?").says("With it: no copies.").keys("Y");
    assert_eq!(room.effects.last(), Some(&Effect::Delete(Box::new(deletion))));
    // What is refused says why instead.
    room.send(Msg::Failed("/x/link.ron is only a link; the session itself is /y/a.ron. Nothing was deleted".into()));
    room.says("is only a link; the session itself is /y/a.ron").hides("Delete this session?");
}

#[test]
fn a_session_that_cannot_be_read_is_said_to_go_alone() {
    let mut room = scenes::scene("list, previewed", 60, 17);
    let file = room.app.cx.list.marked().unwrap().file.clone();
    room.send(Msg::MayDelete(Box::new(Deletion { file, ..Deletion::default() })));
    room.says("It cannot be read, so it goes alone.");
}

#[test]
fn a_session_without_earlier_versions_says_when_there_will_be_some() {
    let mut room = scenes::scene("list", 60, 20);
    room.keys("R").says("There are no earlier versions yet.").keys("Enter Esc").shows("SAVED SESSIONS");
}
