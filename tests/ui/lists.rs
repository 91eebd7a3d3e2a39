//! The list of saved sessions and what lies on top of it: as the room sees them, at every size.

use crate::support::scenes::{self, at_all_sizes};
use plenary::app::ThemeName;
use plenary::framework::Rating;

#[test]
fn the_list_with_what_the_marked_session_says() {
    insta::assert_snapshot!(at_all_sizes("list, previewed"));
}

#[test]
fn searching_the_list() {
    insta::assert_snapshot!(at_all_sizes("list, searching"));
}

#[test]
fn the_list_sorted_by_partnership_with_two_marked() {
    insta::assert_snapshot!(at_all_sizes("list, two marked"));
}

#[test]
fn the_list_narrowed_to_a_partnership_and_a_state() {
    insta::assert_snapshot!(at_all_sizes("list, narrowed"));
}

#[test]
fn a_search_that_finds_nothing() {
    insta::assert_snapshot!(at_all_sizes("list, nothing found"));
}

#[test]
fn a_long_list_while_it_is_being_read() {
    insta::assert_snapshot!(at_all_sizes("list, still being read"));
}

#[test]
fn another_folder_that_is_not_there() {
    insta::assert_snapshot!(at_all_sizes("another folder"));
}

#[test]
fn what_changed() {
    insta::assert_snapshot!(at_all_sizes("what changed, an item marked"));
}

#[test]
fn what_changed_in_one_item() {
    insta::assert_snapshot!(at_all_sizes("what changed, details"));
}

#[test]
fn what_went_up_and_down() {
    insta::assert_snapshot!(at_all_sizes("what changed, up and down"));
}

#[test]
fn what_is_newly_agreed_and_what_is_split() {
    insta::assert_snapshot!(at_all_sizes("what changed, agreed and split"));
}

#[test]
fn links_and_risks_then_and_now() {
    insta::assert_snapshot!(at_all_sizes("what changed, links and risks"));
}

#[test]
fn the_room_then_and_now() {
    insta::assert_snapshot!(at_all_sizes("what changed, the room"));
}

#[test]
fn what_became_of_the_actions() {
    insta::assert_snapshot!(at_all_sizes("what changed, actions"));
}

#[test]
fn a_follow_up_begins_with_the_actions_of_last_time() {
    insta::assert_snapshot!(at_all_sizes("actions of last time, one done"));
}

#[test]
fn last_time_is_shown_after_rating_anew() {
    insta::assert_snapshot!(at_all_sizes("follow-up, rated anew"));
}

#[test]
fn the_question_whether_to_finish() {
    insta::assert_snapshot!(at_all_sizes("finish question"));
}

#[test]
fn the_question_whether_to_reopen() {
    insta::assert_snapshot!(at_all_sizes("reopen question"));
}

#[test]
fn a_finished_session() {
    insta::assert_snapshot!(at_all_sizes("finished"));
}

#[test]
fn a_partnership_over_the_years() {
    insta::assert_snapshot!(at_all_sizes("over the years"));
}

#[test]
fn the_question_whether_to_merge() {
    insta::assert_snapshot!(at_all_sizes("merge question"));
}

#[test]
fn the_question_whether_to_delete() {
    insta::assert_snapshot!(at_all_sizes("delete question"));
}

/// What is parked is named with its rating and its note.
#[test]
fn a_tag_in_a_line_does_not_reach_to_the_text_behind_it() {
    let theme = plenary::ui::theme(ThemeName::Daylight);
    let buffer = scenes::scene("parked", 80, 24).buffer();
    let growing = theme.tone(Rating::Three).bg;
    let is_toned = |x: u16, y: u16| Some(buffer[(x, y)].bg) == growing;
    let row = (0..24).find(|y| (0..80).any(|x| is_toned(x, *y))).expect("a 3 is in sight");
    let toned: String = (0..80).filter(|x| is_toned(*x, row)).map(|x| buffer[(x, row)].symbol()).collect();
    assert_eq!(toned, " 3 GROWING ");
}

#[test]
fn looking_back_before_finishing() {
    insta::assert_snapshot!(at_all_sizes("looking back"));
}
