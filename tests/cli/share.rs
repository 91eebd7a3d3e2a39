//! `plenary share`: a copy to hand on holds nothing private, and is a session like any other.

use crate::cli::Computer;
use crate::support::full::full;
use crate::support::{many, sample};
use plenary::analysis::{State, reading, share};
use plenary::framework::{Framework, Id};
use plenary::framework::{Level, Rating, Step};
use plenary::session::{
    ActionEvent, Counts, Decided, Decision, Dissent, Draft, Form, Group, Logged, Move, Presence, Range, Recorded,
    Revealed, Session, Status,
};
use plenary::store::{Head, encode, open};
use serde_json::Value;
use std::fs;

impl Computer {
    fn holding(&self, session: &Session) -> String {
        let head = Head::of(session, &Framework::built_in().unwrap(), "2026-03-12T16:00:00Z".parse().unwrap());
        self.file("session.ron", &encode(session, &head).unwrap())
    }
}

/// A session with a secret of its own in every field that is nobody else's business.
fn planted() -> Session {
    let (mut session, at) = (full(), "2026-03-12T15:00:00Z".parse().unwrap());
    session.status = Status::InProgress;
    session.about.facilitator = "SECRET-facilitator".into();
    session.register.groups.push(Group {
        organisation: "SECRET-organisation".into(),
        role: "SECRET-role".into(),
        sector: "private".into(),
        level: Some(Level::Strategic),
        people: 1,
        presence: Presence::Present,
        left: 1,
    });
    session.register.groups.push(Group {
        organisation: "SECRET-missing".into(),
        role: "SECRET-apologies".into(),
        sector: "community".into(),
        people: 2,
        presence: Presence::Apologies,
        ..Group::default()
    });
    session.register.moves.push(Move { at, sector: "private".into(), people: -1 });
    let range = Range::between(Rating::One, Rating::Four).unwrap();
    let views =
        Decision::NotAgreed { range, low_view: "SECRET-earlier-low".into(), high_view: "SECRET-earlier-high".into() };
    for answer in session.answers.values_mut() {
        answer.private_note = "SECRET-private".into();
        answer.dissent.push(Dissent {
            text: "Not in the north.".into(),
            attributed_to: Some("SECRET-by".into()),
            level: None,
        });
        answer.history.insert(0, Recorded { at, level: None, decision: views.clone() });
    }
    for answer in session.assumptions.values_mut() {
        answer.private_note = "SECRET-assumption".into();
    }
    session.actions[0].owner = "Dr SECRET-Owner".into();
    session.actions[1].support = "secret-support@example.org".into();
    session.actions[2].log.push(Logged { at, event: ActionEvent::Note("SECRET-log".into()) });
    session.drafts.insert(Form::NewAction, Draft::new("what", [("what", "SECRET-draft".to_owned())]));
    session.open_vote = Some(Step::Feature(Id::from("I1")));
    let mut earlier = session.clone();
    earlier.answers.get_mut(&Id::from("I1")).unwrap().decided = Decided::Whole(views);
    session.earlier = Session::follow_up(&Framework::built_in().unwrap(), &earlier, "x".into(), at).earlier;
    session
}

#[test]
fn no_planted_secret_is_in_the_bytes_of_a_copy() {
    let computer = Computer::new();
    let file = computer.holding(&planted());
    let text = fs::read_to_string(&file).unwrap();
    // The law can fail: the session itself is full of them.
    for secret in ["SECRET-earlier-low", "SECRET-draft", "SECRET-log", "SECRET-missing", "secret-support"] {
        assert!(text.contains(secret), "{secret}");
    }
    let ran = computer.runs(&["share", &file, "-o", "copy.ron"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("Persons named as owners are left out, of actions 1, 2."), "{}", ran.err);
    assert!(ran.err.contains("Owners of actions stay: ") && ran.err.contains("Partnership manager"), "{}", ran.err);
    let copy = fs::read_to_string(computer.home().join("copy.ron")).unwrap();
    assert!(!copy.to_lowercase().contains("secret"), "{copy}");
    for field in
        ["private_note", "history", "drafts", "open_vote", "moves", "Apologies", "attributed_to", "facilitator: \"S"]
    {
        assert!(!copy.contains(field), "{field}");
    }
    assert!(copy.contains("Agree a three-year budget") && copy.contains("Not in the north."), "what was said stays");
    assert_eq!(fs::read_to_string(&file).unwrap(), text, "the session stays as it is");

    computer.runs(&["share", &file, "-o", "nobody.ron", "--without-owners"]);
    let copy = fs::read_to_string(computer.home().join("nobody.ron")).unwrap();
    assert!(!copy.contains("owner") && !copy.contains("support:"), "{copy}");
}

#[test]
fn a_copy_opens_shows_compares_and_reports_like_any_session() {
    let computer = Computer::new();
    let mut session = sample("riverside-2026");
    session.status = Status::InProgress;
    let file = computer.holding(&session);
    computer.runs(&["share", &file, "-o", "copy.ron"]);
    let shown = |file: &str| -> Value { serde_json::from_str(&computer.prints(&["show", file, "--json"])).unwrap() };
    let (then, now) = (shown(&file), shown("copy.ron"));
    for (own, copied) in then["features"].as_array().unwrap().iter().zip(now["features"].as_array().unwrap()) {
        for field in ["id", "state", "rating", "confidence", "note", "parked", "dots", "agreement", "median"] {
            assert_eq!(own[field], copied[field], "{field} of {}", own["id"]);
        }
    }
    for field in ["assumptions", "influences", "risks", "links", "where_to_act", "to_protect", "review"] {
        let without_votes = |value: &Value| {
            let mut value = value.clone();
            for one in value.as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut) {
                one.remove("votes");
            }
            value
        };
        assert_eq!(without_votes(&then[field]), without_votes(&now[field]), "{field}");
    }
    let compared: Value = serde_json::from_str(&computer.prints(&["compare", &file, "copy.ron", "--json"])).unwrap();
    assert!(
        compared["features"]
            .as_array()
            .is_none_or(|all| all.iter().all(|one| one["turn"] != "up" && one["turn"] != "down")),
        "{compared}"
    );
    for format in ["html", "docx", "xlsx", "md", "csv", "json"] {
        computer.prints(&["report", "copy.ron", "-f", format, "--with-names"]);
    }
    assert!(computer.prints(&["check", "copy.ron"]).contains("36"));
    let again = computer.runs(&["share", "copy.ron", "-o", "again.ron"]);
    assert_eq!(again.code, 0, "{}", again.err);
    let session = |name: &str| open(&computer.home().join(name)).unwrap().session;
    assert_eq!(session("again.ron"), session("copy.ron"), "a copy of a copy is the same");
}

#[test]
fn nothing_is_written_over() {
    let computer = Computer::new();
    let file = computer.holding(&full());
    for taken in [file.as_str(), "taken.ron"] {
        if taken != file {
            computer.file(taken, "a letter");
        }
        let before = fs::read(computer.home().join(taken)).unwrap();
        let refused = computer.refuses(&["share", &file, "-o", taken]);
        assert!(refused.contains("nothing is written over"), "{refused}");
        assert_eq!(fs::read(computer.home().join(taken)).unwrap(), before);
    }
}

/// The smallest group whose votes are in some rounds.
fn smallest<'all, C: Counts + 'all>(rounds: impl IntoIterator<Item = &'all Revealed<C>>) -> u32 {
    rounds
        .into_iter()
        .flat_map(|one| &one.round.tallies)
        .map(plenary::session::Tally::ballots)
        .min()
        .unwrap_or(u32::MAX)
}

#[test]
fn no_group_of_fewer_than_five_is_in_a_copy_and_every_feature_reads_as_before() {
    let framework = Framework::built_in().unwrap();
    let mut parted = 0;
    for number in 0..400 {
        let session = many::session(&framework, number, 40);
        let copy = share(&session, true).session;
        assert_eq!(copy.register.people(), session.register.people(), "{number}");
        let lines = copy.register.groups.iter().map(|group| group.people).min().unwrap_or(u16::MAX);
        assert!(lines >= 5 || copy.register.people() < 5, "{number}: {:?}", copy.register);
        assert!(smallest(copy.answers.values().flat_map(|answer| &answer.rounds)) >= 5, "{number}");
        assert!(smallest(copy.assumptions.values().flat_map(|answer| &answer.rounds)) >= 5, "{number}");
        let rounds = copy.answers.values().flat_map(|answer| &answer.rounds);
        parted += rounds.filter(|one| one.round.tallies.len() > 1).count();
        for (_, stage, feature) in framework.features() {
            let state = |session: &Session| -> State { reading(session, stage, &feature.id).state };
            assert_eq!(state(&copy), state(&session), "{number}: {}", feature.id);
        }
    }
    assert!(parted > 100, "{parted} rounds are told by groups");
}

#[test]
fn whatever_goes_out_says_what_to_look_at_first() {
    let computer = Computer::new();
    let mut session = full();
    session.actions[0].owner = "Jo Smith".into();
    session.answers.get_mut(&Id::from("I1")).unwrap().note = "Ring 0131 496 0123.".into();
    let file = computer.holding(&session);
    for (way, with) in [
        (&["share", &file, "-o", "copy.ron"][..], true),
        (&["report", &file, "-f", "csv,xlsx"], true),
        (&["report", &file, "--compared-with", &file, "-f", "html"], false),
        (&["remind", &file, "-o", "actions.ics"], false),
        (&["check-in", &file, "--paper", "said.docx"], false),
    ] {
        let ran = computer.runs(way);
        assert_eq!(ran.code, 0, "{way:?}: {}", ran.err);
        let (_, listed) = ran.err.split_once("Before the paper goes out, look at these").unwrap();
        assert!(listed.contains("\n  Action 1: perhaps a name, Jo Smith\n  Who answers for an action"), "{listed}");
        assert_eq!(listed.contains("(I1): "), with, "{way:?} tells the notes: {listed}");
    }
}
