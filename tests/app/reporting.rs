//! E makes a report: what is chosen is what is asked for, and every end of it is told.

use crate::support::room::Room;
use crate::support::scenes;
use plenary::app::{Effect, ExportOrder, Msg, Written};
use plenary::report::Format;
use std::path::PathBuf;

fn ordered(room: &Room) -> Vec<&ExportOrder> {
    room.effects
        .iter()
        .filter_map(|effect| if let Effect::Export(order) = effect { Some(order) } else { None })
        .collect()
}

#[test]
fn the_slides_lead_to_a_report_of_the_open_session() {
    let mut room = Room::begun(80, 24);
    room.keys("F5").shows("E report").keys("E").shows("REPORT").shows("Glenside CPP").shows("[X] Web page");
    room.shows("[X] Word document")
        .shows("[ ] Excel workbook")
        .shows("Names: left out")
        .shows("Into: /home/you/Documents");
    room.keys("Enter").shows("Writing: 0 of 2 papers are there.");
    let [order] = ordered(&room)[..] else { panic!("{:?}", room.effects) };
    assert_eq!((order.file.clone(), order.formats.clone()), (None, vec![Format::Html, Format::Word]));
    assert!(!order.choices.names);
    assert_eq!(order.folder, PathBuf::from("/home/you/Documents"));

    room.send(Msg::Exporting(1));
    room.shows("Writing: 1 of 2").keys("Enter");
    assert_eq!(ordered(&room).len(), 1, "a second Enter begins nothing");
    room.send(Msg::Exported(Ok(vec!["/home/you/Documents/report.html".into()].into())));
    room.shows("The report is written:")
        .shows("/home/you/Documents/report.html")
        .keys("Enter Esc")
        .shows("STRENGTHS AND RISKS");
    assert_eq!(ordered(&room).len(), 1);
}

#[test]
fn formats_names_and_the_folder_are_chosen_line_by_line() {
    let mut room = scenes::scene("report of a saved session, with names", 60, 17);
    room.shows("Names: shown").keys("Down Space").shows("Into: /home/you/Plenary/reports").keys("Enter");
    let [order] = ordered(&room)[..] else { panic!("{:?}", room.effects) };
    assert_eq!(order.file, Some("/home/you/Plenary/sessions/2026-03-12-glenside-cpp.ron".into()));
    assert_eq!(order.formats, [Format::Html, Format::Word, Format::Excel]);
    assert!(order.choices.names);
    assert_eq!(order.folder, PathBuf::from("/home/you/Plenary/reports"));
}

#[test]
fn the_last_slide_makes_a_calendar_of_the_actions_and_says_where_it_is() {
    let mut room = Room::begun(80, 24);
    room.keys("F5 C").says("The calendar of the actions is made on the last slide, Actions");
    assert!(ordered(&room).is_empty());
    for _ in 0..20 {
        room.keys("PgDn");
    }
    room.shows("C calendar").keys("C");
    let [order] = ordered(&room)[..] else { panic!("{:?}", room.effects) };
    assert!(order.calendar && order.formats.is_empty() && order.file.is_none(), "{order:?}");
    assert_eq!(order.folder, PathBuf::from("/home/you/Documents"));
    let notes = vec!["Not in it: action 2, which has no date.".to_owned()];
    room.send(Msg::Exported(Ok(Written { papers: vec!["/home/you/Documents/x-actions.ics".into()], notes })));
    room.says("Written: /home/you/Documents/x-actions.ics. Not in it: action 2, which has no date.");
}

#[test]
fn what_to_look_at_before_a_report_goes_out_stands_below_its_papers() {
    let mut room = Room::begun(80, 24);
    room.keys("F5 E Enter");
    let notes = (1..=9).map(|action| format!("Action {action}: perhaps a name, Jo Smith")).collect();
    room.send(Msg::Exported(Ok(Written { papers: vec!["/home/you/Documents/report.html".into()], notes })));
    room.shows("Before the paper goes out, look at these").shows("Action 6: perhaps a name, Jo Smith");
    room.shows("and 3 more, which \"plenary report FILE\" lists").hides("Action 7");
}

#[test]
fn names_are_left_out_each_time_anew() {
    let mut room = scenes::scene("report of a saved session, with names", 60, 17);
    room.shows("Names: shown").keys("Esc E").shows("Names: left out");
}

#[test]
fn without_a_format_nothing_begins() {
    let mut room = Room::begun(60, 17);
    room.keys("F5 E Space Down Space Enter").says("Choose a format first");
    assert!(ordered(&room).is_empty());
    room.keys("Space Enter").shows("Writing: 0 of 1");
}

#[test]
fn closing_stops_what_is_not_written_and_a_later_end_is_told_in_a_line() {
    let mut room = Room::begun(80, 24);
    room.keys("F5 E Enter Esc").shows("STRENGTHS AND RISKS");
    assert_eq!(room.effects.last(), Some(&Effect::StopExport));
    room.send(Msg::Exported(Err("The report was stopped; papers that were finished are there.".into())));
    room.says("The report was stopped");
}

#[test]
fn a_failure_stays_on_the_page_and_can_be_tried_again() {
    let mut room = scenes::scene("report, not written", 60, 17);
    room.says("could not be made: there is no space left")
        .keys("Down")
        .hides("no space")
        .keys("Enter")
        .shows("Writing: 0 of 2");
    assert_eq!(ordered(&room).len(), 2);
}

#[test]
fn a_click_marks_a_line_and_changes_it() {
    let mut room = Room::begun(80, 24);
    room.keys("F5 E");
    let screen = room.screen();
    let row = screen.lines().position(|line| line.contains("[ ] Excel")).unwrap();
    room.clicks(6, u16::try_from(row).unwrap());
    room.shows("[X] Excel");
}

#[test]
fn the_list_without_a_session_makes_no_report() {
    let mut room = Room::new(60, 17);
    room.keys("O E").hides("Names:");
}
