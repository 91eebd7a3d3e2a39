//! `plenary new --from FILE`: the follow-up of a session, made at once.

use crate::cli::Computer;
use crate::support::sample;
use plenary::framework::{Framework, Id};
use plenary::session::{ActionStatus, Session};
use plenary::store::{Head, decode, encode, open};
use std::fs;
use std::path::Path;

/// The later sample with an open and a done action, in a file.
fn earlier(folder: &Path) -> (Session, String) {
    let framework = Framework::built_in().unwrap();
    let mut session = sample("riverside-2026");
    session.status = plenary::session::Status::InProgress;
    session.actions.clear();
    let at = "2026-05-20T15:00:00Z".parse().unwrap();
    for (what, status) in [("Agree shared measures", ActionStatus::UnderWay), ("Print a leaflet", ActionStatus::Done)] {
        session.add_action(what, vec![Id::from("A3")], at).unwrap();
        session.actions.last_mut().unwrap().status = status;
    }
    let file = folder.join("earlier.ron");
    fs::write(&file, encode(&session, &Head::of(&session, &framework, at)).unwrap()).unwrap();
    (session, file.to_str().unwrap().to_owned())
}

#[test]
fn a_follow_up_keeps_what_it_needs_and_the_other_file_may_go() {
    let computer = Computer::new();
    let (then, file) = earlier(computer.home());
    let before = fs::read(&file).unwrap();
    let made = computer.new_session(&["--from", &file, "--date", "2027-05-18"]);
    assert_eq!(fs::read(&file).unwrap(), before, "the earlier file is left as it is");
    fs::remove_file(&file).unwrap();

    let session = open(&made).unwrap().session;
    assert_eq!(session.about.partnership, then.about.partnership);
    assert_eq!((session.register.people(), session.register.expected()), (0, then.register.people()));
    let actions: Vec<&str> = session.actions.iter().map(|action| action.what.as_str()).collect();
    assert_eq!(actions, ["Agree shared measures"], "what is done needs no following up");
    let kept = session.earlier.as_ref().unwrap();
    assert_eq!((&kept.id, kept.date, kept.actions.len()), (&then.id, then.about.date, 2));
    let decisions = |session: &Session, id: &str| session.answer(&Id::from(id)).decided.clone();
    assert_eq!(kept.answers[&Id::from("P3")].decided, decisions(&then, "P3"));
    // Read back and written again it is the same text, and what it keeps is a small part of a file.
    let text = fs::read_to_string(&made).unwrap();
    assert_eq!(decode(text.as_bytes(), "x").unwrap().session, session);
    assert!(text.len() < 24_000, "{} bytes", text.len());
}

#[test]
fn what_is_said_on_the_command_line_counts_for_more_than_last_time() {
    let computer = Computer::new();
    let (_, file) = earlier(computer.home());
    let made = computer.new_session(&["--from", &file, "--partnership", "Riverside and Glenside", "--people", "9"]);
    let session = open(&made).unwrap().session;
    assert_eq!((session.about.partnership.as_str(), session.register.people()), ("Riverside and Glenside", 9));
}

#[test]
fn what_cannot_be_followed_up_is_said_and_nothing_is_made() {
    let computer = Computer::new();
    let refused = computer.refuses(&["new", "--no-open", "--from", "nowhere.ron"]);
    assert!(refused.contains("nowhere.ron"), "{refused}");
    let (mut session, file) = earlier(computer.home());
    session.framework.id = "another".into();
    let framework = Framework::built_in().unwrap();
    let at = "2026-05-20T15:00:00Z".parse().unwrap();
    fs::write(&file, encode(&session, &Head::of(&session, &framework, at)).unwrap()).unwrap();
    let refused = computer.refuses(&["new", "--no-open", "--from", &file]);
    assert!(refused.contains("--framework FILE"), "{refused}");
    assert!(!computer.home().join("sessions").exists());
}
