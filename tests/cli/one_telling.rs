//! What `show`, `compare` and `portfolio` print as JSON is what a report in JSON is, byte for byte.

use crate::cli::Computer;
use crate::support::sessions::sessions;
use crate::support::{full::FACILITATOR, full::full, many, sample};
use plenary::framework::Framework;
use plenary::report::{Choices, REPORT_FORMAT, Report};
use plenary::session::Session;
use plenary::store::{self, Head};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use std::fs;

fn keep(computer: &Computer, name: &str, session: &Session) -> String {
    let framework = Framework::built_in().unwrap();
    let head = Head::of(session, &framework, session.created);
    let path = computer.home().join(name);
    fs::write(&path, store::encode(session, &head).unwrap()).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn show_prints_what_a_report_in_json_holds() {
    let computer = Computer::new();
    for (place, session) in [sample("riverside-2025"), sample("riverside-2026"), full()].iter().enumerate() {
        let file = keep(&computer, &format!("{place}.ron"), session);
        for names in [&[][..], &["--with-names"]] {
            let out = format!("{place}{}.json", names.len());
            computer.prints(&[&["report", &file, "-o", &out], names].concat());
            let shown = computer.prints(&[&["show", &file, "--json"], names].concat());
            assert_eq!(fs::read_to_string(computer.home().join(&out)).unwrap(), shown, "{out}");
        }
    }
}

/// The names of an object's fields, in their order.
fn names(object: &Value) -> Vec<&str> {
    object.as_object().unwrap().keys().map(String::as_str).collect()
}

/// What scripts of councils read: a name may be added here, none may go or change its meaning.
#[test]
fn every_promised_name_is_where_it_was_promised() {
    let computer = Computer::new();
    let file = keep(&computer, "full.ron", &full());
    let shown: Value = serde_json::from_str(&computer.prints(&["show", &file, "--json"])).unwrap();
    assert_eq!(shown["report_format"], REPORT_FORMAT);
    let holds = |object: &Value, promised: &str| {
        let missing: Vec<&str> = promised.split(' ').filter(|name| !names(object).contains(name)).collect();
        assert_eq!(missing, [""; 0], "{object}");
    };
    holds(
        &shown,
        "partnership date format id rev status demo framework table purpose venue facilitator people warnings features \
         assumptions influences risks links dots where_to_act to_protect actions review",
    );
    holds(&shown["framework"], "id version title");
    holds(&shown["people"], "total groups");
    let feature = "id stage text rating low high confidence state firmness note parked agreement median cns groups votes \
                   dissent";
    let vote = "round ballots counts dont_know median agreement cns groups withheld";
    let group = "group name ballots counts dont_know median agreement cns compared";
    let level = "decision rating low high agreement median cns groups";
    for one in shown["features"].as_array().unwrap() {
        holds(one, feature);
        one["votes"].as_array().unwrap().iter().for_each(|one| holds(one, vote));
        one["groups"].as_array().unwrap().iter().for_each(|one| holds(one, group));
        one["dissent"].as_array().unwrap().iter().for_each(|one| holds(one, "text attributed_to"));
        ["strategic", "operational"].iter().filter_map(|name| one.get(name)).for_each(|one| holds(one, level));
    }
    for (list, promised) in [
        ("warnings", "item warning"),
        ("assumptions", "id text gate verdict note dissent votes"),
        ("influences", "id text bearing note"),
        ("risks", "id text status impact likelihood prompted signals rag question note"),
        ("links", "from to state leap reasons"),
        ("dots", "id dots state"),
        ("where_to_act", "id reason ground dots"),
        ("to_protect", "id reason dots"),
        ("actions", "number what why owner support by measure status log"),
    ] {
        let all = shown[list].as_array().unwrap();
        assert!(!all.is_empty() || list == "warnings", "{list}");
        for one in all {
            holds(one, promised);
        }
    }
}

/// Who can be named is where that was asked for, and nowhere else.
#[test]
fn names_are_in_it_where_they_were_asked_for() {
    let computer = Computer::new();
    let file = keep(&computer, "full.ron", &full());
    let shown = |names: &[&str]| -> Value {
        serde_json::from_str(&computer.prints(&[&["show", &file, "--json"], names].concat())).unwrap()
    };
    let without = shown(&[]);
    assert_eq!(
        (&without["names"], &without["facilitator"], &without["people"]["groups"]),
        (&json!(false), &json!(""), &json!([]))
    );
    let with = shown(&["--with-names"]);
    assert_eq!((&with["names"], &with["facilitator"]), (&json!(true), &json!(FACILITATOR)));
    let groups = with["people"]["groups"].as_array().unwrap();
    let present = groups.iter().filter(|group| group.get("presence").is_none());
    let people: u64 = present.map(|group| group["people"].as_u64().unwrap()).sum();
    assert_eq!((Some(people), &groups[0]["sector"]), (with["people"]["total"].as_u64(), &json!("statutory")));
}

#[test]
fn show_prints_what_a_report_holds_of_any_session() {
    let computer = Computer::new();
    let framework = Framework::built_in().unwrap();
    let mut runner = TestRunner::deterministic();
    let any = sessions();
    // All of them with `PLENARY_LONG=1`.
    for _ in 0..if crate::support::child::is_long() { 1_000 } else { 100 } {
        let mut session = any.new_tree(&mut runner).unwrap().current();
        session.framework.id.clone_from(&framework.id);
        session.framework.version = framework.version;
        let file = keep(&computer, "any.ron", &session);
        let kept = store::open(file.as_ref()).unwrap().session;
        let report = Report::of(&framework, &kept, Choices { names: true });
        let ran = computer.runs(&["show", &file, "--json", "--with-names"]);
        assert_eq!((ran.code, ran.out == report.json()), (0, true), "{}\n{}\n{}", ran.err, ran.out, report.json());
        assert_eq!(computer.runs(&["report", &file, "-o", "any.json", "--with-names", "--force"]).code, 0);
        assert_eq!(fs::read_to_string(computer.home().join("any.json")).unwrap(), ran.out);
    }
}

#[test]
fn compare_prints_what_a_report_of_what_changed_holds() {
    let computer = Computer::new();
    let (then, now) =
        (keep(&computer, "then.ron", &sample("riverside-2025")), keep(&computer, "now.ron", &sample("riverside-2026")));
    computer.prints(&["report", &now, "--compared-with", &then, "-o", "changes.json"]);
    let shown = computer.prints(&["compare", &then, &now, "--json"]);
    assert_eq!(fs::read_to_string(computer.home().join("changes.json")).unwrap(), shown);
}

#[test]
fn portfolio_prints_what_its_report_holds() {
    let computer = Computer::new();
    let folder = computer.home().join("all");
    fs::create_dir(&folder).unwrap();
    many::fill(&folder, &Framework::built_in().unwrap(), 30);
    computer.prints(&["portfolio", "all", "--report", "many.json"]);
    let shown = computer.prints(&["portfolio", "all", "--json"]);
    assert_eq!(fs::read_to_string(computer.home().join("many.json")).unwrap(), shown);
}
