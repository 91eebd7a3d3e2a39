//! What a vote, the register, dissent and the groups' views look like at every tuned size, kept as snapshots.

use crate::support::scenes::at_all_sizes;

macro_rules! snapshots {
    ($($name:ident: $scene:literal,)*) => {
        $(#[test]
        fn $name() {
            insta::assert_snapshot!(at_all_sizes($scene));
        })*
    };
}

snapshots! {
    how_to_vote: "vote, how",
    counting_hands_by_sector: "vote, counting hands",
    passing_the_keypad: "vote, keypad",
    a_vote_open_on_the_item: "vote, open on the item",
    a_vote_revealed: "vote, revealed",
    two_rounds: "vote, two rounds",
    a_vote_at_a_level_with_a_missing_voice: "vote at a level, whose voice is missing",
    the_register_before_anybody_is_on_it: "register, empty",
    the_register: "register",
    a_line_of_the_register: "register, a line being written",
    writing_a_minority_statement: "dissent",
    a_rating_with_dissent: "rating with dissent",
    details_with_dissent: "details with dissent",
    conversations_worth_having: "conversations worth having",
    details_of_an_item_that_was_voted_on: "details of an item that was voted on",
    the_map_as_one_group_sees_it: "map as one group sees it",
    a_break: "break",
    the_start_page_the_first_time: "start, the first time",
    the_room_check: "room check",
    the_room_check_with_a_key_to_learn: "room check, a key to learn",
    the_room_check_with_learned_keys: "room check, a key learned",
    the_room_check_while_measuring: "room check, measuring",
    the_room_check_measured: "room check, measured and near enough",
    the_agenda: "agenda",
    the_agenda_with_a_finish_planned: "agenda, a finish planned",
    the_parked_list: "parked",
    the_parked_list_when_it_is_empty: "parked, the last one taken off",
    a_deep_dive: "rating, a deep dive",
    the_overview_with_a_finish_planned: "overview, a finish planned and items parked",
}
