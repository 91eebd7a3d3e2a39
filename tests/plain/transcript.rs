//! A short workshop as it stands in a terminal, read aloud in one go.

use crate::support::talk::Talk;

#[test]
fn a_short_workshop() {
    let mut talk = Talk::new();
    talk.writes("1\nGlenside CPP\n\nPlan the year\n.\n");
    talk.writes("\n1\n\n2\n\n3\n\n\n");
    talk.writes("4\nc medium\nn Two grants end in March\n\n");
    talk.writes("v 0 2 5 3 1 ?1\nr\nx 2 4\nNo shared record\nIt works for us\n");
    talk.writes("A2\n4\n\n2\nk\n");
    talk.writes("R6\n2\n5\n\n");
    talk.writes("m\nresults\n\n");
    talk.writes("R6\na\n1\n\nChair\n.\nreview end of September\n.\nfinish\nfinish\ny\nquit\ny\n");
    insta::assert_snapshot!(talk.transcript);
}
