//! The list of saved sessions and what lies on top of it: as the room sees them, at every size.

use crate::support::scenes::at_all_sizes;

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
