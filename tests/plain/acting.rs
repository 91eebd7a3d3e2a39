//! After the walk in lines: slides, dots, actions, the review date, a report, the register, the agenda, finishing.

use crate::support::talk::Talk;
use plenary::app::{Effect, Msg};
use plenary::framework::{Framework, Level};
use plenary::report::{Choices, Format, Report};
use plenary::session::{ActionStatus, Presence, Status};

#[test]
fn the_slides_are_told_one_after_the_other() {
    let mut talk = Talk::full();
    talk.line("results").says("Strengths and risks, slide 1 of 9.").says("strength");
    for title in ["Strengths", "At risk", "Split views", "Conversations worth having", "Links", "Risks", "Where to act"]
    {
        talk.line("").says(title);
    }
    talk.says("1. ").line("next").says("Actions, read back, slide 9 of 9.");
    talk.line("next").says("That was the last slide").line("back").says("Where to act, slide 8 of 9.");
    talk.line("items").says("Practices.").says("Risks.");
}

#[test]
fn dots_are_counts_after_an_id() {
    let mut talk = Talk::begun();
    talk.line("dots").says("as in E2 11").asks("Dots");
    talk.line("E2 11").says("E2 Community, not yet discussed, 11 dots.").says("11 dots in all.");
    talk.line("r6 1").says("R6 Excluded").says(", 1 dot.").line("E2 0").says("E2 Community: no dots.");
    talk.line("E2 many").says("as in E2 11").line("undo").says("Undid").says("11 dots").line(".").asks("E2");
    assert_eq!((talk.session().dots_on(&"E2".into()), talk.session().dots_on(&"R6".into())), (11, 1));
}

#[test]
fn an_action_begins_with_a_starter_or_in_own_words_and_is_read_back() {
    let mut talk = Talk::begun();
    talk.writes("R6\n1\n4\n\n").line("R6").line("a").says("New action for Excluded (R6).").says("1. ").asks("Action");
    talk.line("").says("Write the number of a starter").line("1");
    assert!(talk.prompt().starts_with("What (now "), "{}", talk.prompt());
    talk.writes("\nChair\nend of June\nNight staff can name their lead\nThird sector interface\n\n");
    talk.says("Who: Chair. By when: 30 June 2026.").asks("Actions");
    talk.line("new Agree who does what").asks("Who").writes("\n\n\n\n");
    talk.asks("For").line("P3, Q9").says("Not on the map: Q9.");
    talk.asks("For").line("P3").says("Action 2, not started, Agree who does what.").says("no owner yet");
    talk.line("done 1").says("Action 1, done").line("log 2 Met on Monday").says("Met on Monday.");
    talk.line("review 10 September").says("Review: 10 September 2026.");
    talk.line("review yesterday").says("was not read as a date").line("up 2").says("In this order: 2, 1.");
    talk.line("drop 2").says("Action 2, dropped").line("u").line("7").says("There is no action 7.");
    talk.line("2")
        .asks("What (now Agree who does what)")
        .line("Agree on one page")
        .line(".")
        .says("Agree on one page.");
    talk.line("close").line("results").line("again");
    let session = talk.session();
    let first = session.action(1).unwrap();
    assert_eq!((first.status, first.by), (ActionStatus::Done, Some("2026-06-30".parse().unwrap())));
    assert_eq!(session.action(2).unwrap().why, ["P3".into()]);
    assert_eq!(session.review, Some("2026-09-10".parse().unwrap()));
    assert_eq!(session.actions.iter().map(|one| one.number).collect::<Vec<_>>(), [2, 1]);
}

#[test]
fn an_action_begins_for_a_line_of_where_to_act() {
    let mut talk = Talk::full();
    talk.line("results");
    while !talk.answer().contains("Where to act") {
        talk.line("");
    }
    let first = talk.answer().lines().find(|line| line.starts_with("2. ")).unwrap().to_owned();
    let id = first.trim_start_matches("2. ").split(' ').next().unwrap().to_owned();
    talk.line("a 99").says("There is no line 99").line("a 2").says(&format!(" ({id})."));
    talk.line("Meet").line(".").says("Meet.").line("close").says("").line("again").says(", action");
}

#[test]
fn the_register_is_written_field_by_field() {
    let mut talk = Talk::begun();
    talk.line("g").says("Nobody is registered yet").line("n").asks("People");
    talk.line("3").line("2").line("strategic").line("Citizens Advice").line("manager").line("");
    talk.says("1. 3 people, Third sector, strategic, Citizens Advice, manager.").asks("Register");
    talk.line("n")
        .line("2")
        .line("Housing")
        .says("the word new before a name adds it")
        .line("new Housing")
        .line("sideways")
        .says("1 not said, 2 strategic, 3 operational");
    talk.line("3").line(".").says("2 people, Housing, operational").line("presence 1").says("manager. Apologies.");
    talk.says("Before: 1. 3 people, Third sector, strategic, Citizens Advice, manager.");
    talk.line("remove 2").says("1. 3 people").line("u").line("2").line(".back").line("4").line(".").says("4 people");
    talk.line(".").asks("I1");
    let register = &talk.session().register;
    assert_eq!((register.groups.len(), register.people()), (2, 4));
    assert_eq!(register.groups[0].presence, Presence::Apologies);
    assert_eq!(register.groups[1].level, Some(Level::Operational));
}

#[test]
fn the_agenda_says_the_minutes_and_goes_anywhere() {
    let mut talk = Talk::begun();
    talk.line("agenda").says("Agenda: now 14:32.").says("Inputs, NOW, ").says("no finish planned");
    talk.line("later").says(", planned ").line("+").says("min in hand").line("earlier").line("no finish");
    talk.says("no finish planned");
    let risks = talk.room.app.cx.framework.agenda.iter().position(|item| item.title.contains("isk")).unwrap() + 1;
    talk.line(&risks.to_string()).says("After the chain: Risks.");
}

#[test]
fn a_session_is_finished_and_reopened_after_one_question() {
    let mut talk = Talk::begun();
    talk.line("4")
        .line("finish")
        .says("Before you finish: 1 line.")
        .line("finish")
        .says("Finish this session? Glenside CPP can then be read")
        .asks("Sure")
        .line("")
        .asks("I1");
    assert_eq!(talk.session().status, Status::InProgress);
    talk.line("finish")
        .line("finish")
        .line("y")
        .says("Finished.")
        .line("2")
        .says("finished")
        .line("F4")
        .says("Reopen")
        .line("yes");
    talk.says("Reopened").line("2").says("Group rating: 2");
    assert_eq!(talk.session().status, Status::InProgress);
}

#[test]
fn a_report_is_chosen_and_its_papers_are_named() {
    let mut talk = Talk::full();
    talk.line("results").line("e").says("1. Web page, to read and print: chosen.").says("Names: left out.");
    talk.line("2");
    assert_eq!(talk.answer(), "2. Word document, to edit: not chosen.");
    talk.line("3").line("names").says("Names: shown").line("folder").says("Into: /home/you/Plenary/reports");
    talk.line("9").says("no format with that number").line("");
    let order = talk.room.effects.iter().find_map(|effect| match effect {
        Effect::Export(order) => Some(order.clone()),
        _ => None,
    });
    let order = order.unwrap();
    assert_eq!((order.formats, order.choices.names), (vec![Format::Html, Format::Excel], true));
    talk.send(Msg::Exported(Ok(vec!["/home/you/Plenary/reports/x.html".into()].into())));
    talk.says("The report is written:")
        .says("/home/you/Plenary/reports/x.html")
        .line("close")
        .asks("Strengths and risks");
}

#[test]
fn closing_asks_once_and_an_empty_line_stays() {
    let mut talk = Talk::begun();
    talk.line("q").says("Close Plenary? Everything is saved. y: close. Enter: stay.").line("").asks("I1");
    assert!(!talk.room.effects.contains(&Effect::Quit));
    talk.line("quit").line("y");
    assert!(talk.room.effects.contains(&Effect::Quit));
}

#[test]
fn a_card_that_is_up_is_noted_in_lines_and_the_report_says_how_often() {
    let mut talk = Talk::begun();
    talk.line("card up").says("Noted, never who").line("!").says("noted already");
    talk.line("P3").line("exclamation mark").says("Noted, never who").line("undo").says("Undid: card up").line("!");
    assert_eq!(talk.session().cards_up.len(), 2);
    let html = |talk: &Talk| {
        let framework = Framework::built_in().unwrap();
        let report = Report::of(&framework, talk.session(), Choices { names: false });
        String::from_utf8(report.write(Format::Html).unwrap()).unwrap()
    };
    assert!(html(&talk).contains("was held up 2 times. Who held it up is not kept."), "{}", html(&talk));
    assert!(!html(&Talk::begun()).contains("held up"));
}
