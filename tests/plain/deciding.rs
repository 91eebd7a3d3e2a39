//! The walk in lines: ratings, notes, evidence, disagreement, dissent, parking, assumptions, factors and risks.

use crate::support::scenes;
use crate::support::talk::Talk;
use plenary::app::Msg;
use plenary::framework::{Confidence, Level};
use plenary::session::{Bearing, Decision, RiskStatus, Verdict};

#[test]
fn a_session_begins_at_the_start_page_and_its_fields_are_asked_one_by_one() {
    let mut talk = Talk::new();
    talk.says("1. New session.").says("freedom-of-information law").asks("Start");
    talk.line("1").says("a full stop starts the workshop").asks("Partnership");
    talk.line("Glenside CPP").asks("Date (now 12 March 2026)");
    talk.line("the ides of March").says("Date was not understood: try 12 March 2026");
    talk.asks("Date (now 12 March 2026)").line("15 March 2026").asks("Purpose");
    talk.line("Plan the year").line("").line("Sam").asks("Statutory");
    talk.line("seven").says("\"seven\" is not").asks("Statutory");
    talk.line("7").line("4").line("1").asks("Private");
    talk.line(".").says("The session: Glenside CPP, 15 March 2026.").says("Before the chain: Gate.");
    let about = &talk.session().about;
    assert_eq!((about.partnership.as_str(), about.purpose.as_str()), ("Glenside CPP", "Plan the year"));
    assert_eq!((about.facilitator.as_str(), about.date), ("Sam", Some("2026-03-15".parse().unwrap())));
    assert_eq!(talk.session().register.people(), 12);
}

#[test]
fn a_rating_is_said_with_its_word_and_the_statement_once() {
    let mut talk = Talk::begun();
    talk.says("Inputs, item 1 of 5: I1 Funding.").says("Adequate and secure funding.").says("Not yet discussed.");
    talk.says("Answers: 1 Not yet, 2 Patchy, 3 Growing, 4 Mostly, 5 Firmly").asks("I1");
    talk.line("4");
    assert_eq!(talk.answer(), "Group rating: 4 Mostly, agreed.\nEvidence? 7 low, 8 medium, 9 high.");
    talk.line("yes but");
    assert_eq!(talk.answer(), "Group rating: 4 Mostly, agreed with reservations.\nBefore: 4 Mostly, agreed.");
    talk.line("c high").says("Evidence high: ").line("c").says("Evidence is low, medium, high or none");
    talk.line("c none").says("Evidence? 7 low").line("c low").line("evidence MEDIUM").says("Evidence medium");
    assert_eq!(talk.session().answer(&"I1".into()).confidence, Some(Confidence::Medium));
    talk.line("c perhaps").says("Evidence is low, medium, high or none");
    talk.line("").says("item 2 of 5: I2").is_silent_on("Answers:");
    talk.line("clear").line("?").says("Group rating: don't know, a blind spot.").line("-").says("not relevant here");
    talk.line("again").says("I2 IT systems").says("Answers:").says("not relevant here");
}

#[test]
fn a_note_is_one_line_or_many_and_grows() {
    let mut talk = Talk::begun();
    talk.line("n Two grants end in March");
    assert_eq!(talk.answer(), "Note: Two grants end in March");
    talk.line("note").says("What stands there stays above: Two grants").asks("Note");
    talk.line(".5 FTE is not funded").line("Ask finance").line(".").says("Note, line 2: .5 FTE is not funded");
    talk.says("Note, line 3: Ask finance").is_silent_on("Note: Two").asks("I1");
    assert_eq!(talk.session().answer(&"I1".into()).note, "Two grants end in March\n.5 FTE is not funded\nAsk finance");
    talk.line("u").says("Undid: Funding note");
    assert_eq!(talk.session().answer(&"I1".into()).note, "Two grants end in March");
    talk.line("n").line(".clear").line(".").says("The note is empty now.");
}

#[test]
fn both_levels_are_asked_and_said() {
    let mut talk = Talk::begun();
    talk.line("A2").says("for the strategic level").says("Strategic: not yet discussed.").asks("A2 strategic");
    talk.line("4").says("Group rating (strategic): 4 Mostly, agreed.").line("");
    assert_eq!(talk.answer(), "Now for the operational level. Not yet discussed.");
    talk.line("2").says("Group rating (operational): 2 Patchy, agreed.");
    talk.line("strategic").asks("A2 strategic").line("results").says("1 contested (A2)");
    let decided = &talk.session().answer(&"A2".into()).decided;
    assert_eq!(decided.at(Some(Level::Operational)).rating().map(u8::from), Some(2));
}

#[test]
fn not_agreed_keeps_the_range_and_both_views() {
    let mut talk = Talk::begun();
    talk.line("x 4 2").asks("View, low end").line("No money for it").line("It works for us");
    talk.says("Group rating: not agreed, 2 to 4.").says("View at 2 Patchy: No money for it");
    talk.line("").line("not agreed").asks("Lowest rating, 1 to 5").line("six").says("Write the lowest rating");
    talk.line("1").asks("Highest rating, 1 to 5").line("1").says("two different ratings").line("5").line(".");
    talk.says("Group rating: not agreed, 1 to 5.").says("not written down");
    talk.line("x 3").line("").line(".").asks("I2");
    talk.line("x 2 9").says("two different ratings, the lowest and the highest").asks("I2");
    let Decision::NotAgreed { low_view, high_view, .. } = talk.session().answer(&"I1".into()).decided.at(None) else {
        panic!("not agreed");
    };
    assert_eq!((low_view.as_str(), high_view.as_str()), ("No money for it", "It works for us"));
}

#[test]
fn minority_statements_name_nobody_unless_asked() {
    let mut talk = Talk::begun();
    talk.line("d We were not asked").says("Dissent: We were not asked");
    talk.line("dissent").says("Minority statement 2").line("Nor were we").line("at any time").line(".");
    talk.asks("Named, only if they ask").line("Third sector");
    talk.says("Dissent 2: Nor were we");
    let dissent = &talk.session().answer(&"I1".into()).dissent;
    assert_eq!((dissent.len(), dissent[1].text.as_str()), (2, "Nor were we\nat any time"));
    assert_eq!(
        (dissent[0].attributed_to.as_deref(), dissent[1].attributed_to.as_deref()),
        (None, Some("Third sector"))
    );
    talk.line("u").says("Undid").line("u");
    assert!(talk.session().answer(&"I1".into()).dissent.is_empty());
}

#[test]
fn parked_items_are_listed_and_gone_back_to() {
    let mut talk = Talk::begun();
    talk.line("parked").says("Nothing is parked");
    talk.line("k")
        .says("Parked to come back to: I1 Funding.")
        .line("P3")
        .line("k")
        .line("parked")
        .says("2. P3 Joint work");
    talk.line("off 1").says("No longer parked: I1 Funding").says("1. P3 Joint work").line("1").asks("P3");
    talk.line("k").says("No longer parked: P3");
    assert!(!talk.session().answer(&"P3".into()).parked);
}

#[test]
fn assumptions_and_factors_are_answered_and_a_failing_gate_is_said_once() {
    let mut talk = Talk::new();
    talk.writes("new\nGlenside\n.\n\n");
    talk.says("AS1 Genuine").says("Answers: 1 Holds").line("3").says("The room says: does not hold.");
    talk.says("The gate does not hold: This is a partnership (AS1)").says("Nothing is blocked.");
    talk.line("d Some of us decide").says("Dissent: Some of us decide").line("n Look again");
    talk.line("").says("AS2").is_silent_on("The gate").line("?").says("The room says: not known");
    talk.line("IF1")
        .says("The research found")
        .line("2")
        .says("The room says: hinders.")
        .line("4")
        .says("not understood");
    let session = talk.session();
    assert_eq!(session.assumption(&"AS1".into()).verdict, Verdict::DoesNotHold);
    assert_eq!(session.assumption(&"AS1".into()).dissent, "Some of us decide");
    assert_eq!(session.influence(&"IF1".into()).bearing, Bearing::Hinders);
}

#[test]
fn a_risk_is_asked_in_turn_with_its_signals_in_words() {
    let mut talk = Talk::begun();
    talk.writes("E2\n1\nAS7\n3\nR6\n")
        .says("Signals: Community weak (E2), Fair power does not hold (AS7).")
        .says("Is it happening here?");
    talk.line("2").says("Could happen.").says("Prompted 4: Community weak (E2), Fair power does not hold (AS7)");
    talk.says("Impact: how much would it matter?").asks("R6 impact");
    talk.line("5").says("Red: Could happen, impact 5 Severe, likelihood 4 as prompted.").asks("R6 likelihood");
    talk.line("2")
        .says("Amber: Could happen, impact 5 Severe, likelihood 2 Unlikely.")
        .says("What do we know that the chart does not?");
    talk.line("l").says("What feeds R6 excluded").says("weakness").line("3").asks("E2");
    talk.line("risk").asks("R6").line("next question").asks("R6 impact").line("question before").asks("R6");
    let concern = talk.session().risk(&"R6".into()).concern;
    assert_eq!((concern.status(), concern.likelihood().map(u8::from)), (RiskStatus::CouldHappen, Some(2)));
}

#[test]
fn any_item_is_reached_by_its_id_and_nothing_else_is() {
    let mut talk = Talk::begun();
    for (line, prompt) in [("go P3", "P3"), ("r6", "R6"), ("IF2", "IF2"), ("go as9", "AS9"), ("E1", "E1 strategic")] {
        talk.line(line).asks(prompt);
    }
    talk.line("go P99").says("no item with that id").asks("E1 strategic");
    talk.line("details P3")
        .says("P3 Joint work: Regular opportunities")
        .says("Not yet discussed.")
        .asks("E1 strategic");
}

#[test]
fn what_reads_like_a_command_is_taken_as_a_text_when_it_is_written_twice() {
    let mut talk = Talk::new();
    talk.line("new");
    for line in ["Help", "i1", "4", "skip", ".bakc", "results"] {
        talk.line(line).says("Write it once more if it is the text").says("as in .help").asks("Partnership");
    }
    assert_eq!(talk.session().about.partnership, "");
    talk.line("Help").line("Help").asks("Date (now 12 March 2026)").line(".back").line("Helping Hands");
    talk.is_silent_on("once more").line(".help").says("a full stop: Start the workshop");
    assert_eq!(talk.session().about.partnership, "Helping Hands");
}

#[test]
fn every_word_of_plenary_s_own_is_ascii() {
    for (name, _) in scenes::SCENES {
        let mut talk = Talk::of(scenes::scene(name, 80, 24));
        for line in ["again", "help", "items", "details I1"] {
            talk.line(line);
        }
        let odd = talk.transcript.chars().find(|letter| !letter.is_ascii() && !letter.is_alphabetic());
        assert_eq!(odd, None, "{name}: {}", talk.transcript);
    }
}

#[test]
fn no_line_is_met_with_silence() {
    let mut talk = Talk::begun();
    talk.line("4").line("4").says("Nothing has changed.").line("I1").says("Adequate and secure funding.");
    talk.line("note").line("One grant").is_silent_on("Nothing").line(".clear").is_silent_on("Nothing").line(".clear");
    talk.says("Nothing has changed.");
}

#[test]
fn what_cannot_be_saved_is_said_as_it_happens_and_when_it_is_over() {
    let mut talk = Talk::begun();
    assert!(talk.transcript.contains("Saved in /home/you"), "{}", talk.transcript);
    assert_eq!(talk.transcript.matches("Saved in ").count(), 1);
    talk.room.disk_fault = Some("The disk is full".into());
    talk.line("4").says("NOT SAVED: The disk is full.").says("tried again every five seconds");
    talk.line("3").is_silent_on("NOT SAVED").line("saved").asks("Save in (now session.ron)");
    talk.line(".").line("quit").says("NOT EVERYTHING IS SAVED YET").line("");
    talk.room.disk_fault = None;
    talk.line("2").says("Saved again, 14:32.").line("saved").says("Already saved 14:32");
}

#[test]
fn a_session_that_is_only_looked_at_refuses_in_words() {
    let mut talk = Talk::new();
    let session = Box::new(crate::support::full::full());
    let read_only = Some("Read only: open in another Plenary".to_owned());
    talk.send(Msg::Opened { session, file: "/x.ron".into(), warning: None, read_only });
    talk.says("Read only: open in another Plenary.");
    let before = talk.session().clone();
    talk.line("I1").line("1").says("Read only").line("n note").says("Read only").line("x 1 2").says("Read only");
    talk.line(".");
    assert_eq!(talk.session().answers, before.answers);
}

#[test]
fn a_pause_and_a_break_end_with_any_line() {
    let mut talk = Talk::begun();
    talk.line("b").says("Paused 14:32. Any line goes on.").asks("Paused").line("4").asks("I1");
    assert!(talk.session().answers.is_empty(), "the line that ends a pause does nothing else");
    talk.line("break").says("back at 14:50").line("").asks("I1");
}
