//! What links, risks, where to act, dots and actions look like at every tuned size, kept as snapshots.

snapshots! {
    the_overview_with_its_links: "overview with links",
    the_links: "links",
    the_risks: "risks",
    where_to_act: "where to act",
    what_to_protect: "where to act, what to protect",
    actions_read_back: "actions read back",
    nowhere_to_act: "slides of nothing",
    no_action_to_read_back: "no action to read back",
    the_dots: "dots",
    more_dots_than_the_room_has: "more dots than the room has",
    no_actions: "no actions",
    the_actions: "actions",
    beginning_an_action: "beginning an action",
    writing_an_action: "writing an action",
    an_action_that_cannot_be_read: "an action that cannot be read",
    a_line_for_the_log: "a line for the log",
    the_review_date: "review date",
}
