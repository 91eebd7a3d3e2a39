//! Assumptions, influencing factors and risks as the room sees them, at every size, and the grid's two rows below the
//! chain.

use crate::support::room::Room;
use crate::support::scenes;
use plenary::app::ThemeName;
use plenary::framework::{Rag, Rating};
use ratatui::buffer::Buffer;
use ratatui::style::Style;

/// The sizes at which every screen is kept as a snapshot.
const SIZES: [(u16, u16); 5] = [(40, 12), (60, 17), (60, 20), (80, 24), (120, 36)];

/// A scene at every size, one under the other.
fn at_all_sizes(scene: &str) -> String {
    let mut room = scenes::scene(scene, 80, 24);
    let shown = SIZES.map(|(columns, rows)| {
        let screen = room.resize(columns, rows).screen();
        format!("== {columns} x {rows} {}\n{screen}\n", "=".repeat(usize::from(columns).saturating_sub(12)))
    });
    shown.join("\n")
}

#[test]
fn the_title_card_of_the_gate() {
    insta::assert_snapshot!(at_all_sizes("gate card"));
}

#[test]
fn an_assumption_before_anything_is_said() {
    insta::assert_snapshot!(at_all_sizes("assumption, blank"));
}

#[test]
fn an_assumption_with_everything_that_can_be_kept() {
    insta::assert_snapshot!(at_all_sizes("assumption, everything kept"));
}

#[test]
fn votes_being_taken_on_an_assumption() {
    insta::assert_snapshot!(at_all_sizes("assumption, votes being taken"));
}

#[test]
fn an_assumption_that_was_voted_on_twice() {
    insta::assert_snapshot!(at_all_sizes("assumption, voted twice and not yet answered"));
}

#[test]
fn the_details_of_an_assumption_that_was_voted_on() {
    insta::assert_snapshot!(at_all_sizes("details of an assumption that was voted on"));
}

#[test]
fn the_banner_of_a_failed_gate_over_a_rating() {
    insta::assert_snapshot!(at_all_sizes("rating at a level behind a failed gate"));
}

#[test]
fn a_note_under_the_banner() {
    insta::assert_snapshot!(at_all_sizes("assumption behind a failed gate, a note"));
}

#[test]
fn an_influencing_factor() {
    insta::assert_snapshot!(at_all_sizes("influencing factor"));
}

#[test]
fn an_influencing_factor_with_everything_that_can_be_kept() {
    insta::assert_snapshot!(at_all_sizes("influencing factor, everything kept"));
}

#[test]
fn a_risk_before_anything_is_said() {
    insta::assert_snapshot!(at_all_sizes("risk, is it happening"));
}

#[test]
fn the_impact_of_a_risk() {
    insta::assert_snapshot!(at_all_sizes("risk, impact"));
}

#[test]
fn the_likelihood_of_a_risk() {
    insta::assert_snapshot!(at_all_sizes("risk, likelihood"));
}

#[test]
fn a_risk_that_the_room_sees_differently_from_the_chart() {
    insta::assert_snapshot!(at_all_sizes("risk, the room sees it differently"));
}

#[test]
fn what_feeds_a_risk() {
    insta::assert_snapshot!(at_all_sizes("what feeds a risk"));
}

#[test]
fn where_we_are_at_the_risks() {
    insta::assert_snapshot!(at_all_sizes("overview at the risks"));
}

#[test]
fn the_heat_map_with_conditions_and_risks() {
    insta::assert_snapshot!(at_all_sizes("heat map with conditions and risks"));
}

#[test]
fn details_of_an_assumption() {
    insta::assert_snapshot!(at_all_sizes("details of an assumption"));
}

#[test]
fn details_of_a_risk() {
    insta::assert_snapshot!(at_all_sizes("details of a risk"));
}

#[test]
fn guidance_on_a_risk() {
    insta::assert_snapshot!(at_all_sizes("guidance on a risk"));
}

#[test]
fn guidance_on_a_factor() {
    insta::assert_snapshot!(at_all_sizes("guidance on a factor"));
}

/// The style of the place where a text begins, in a row that begins with another.
fn style_of(buffer: &Buffer, row: &str, text: &str) -> Style {
    for y in 0..buffer.area.height {
        let line: Vec<&str> = (0..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect();
        if line.concat().trim_start().starts_with(row)
            && let Some(x) = (0..line.len()).find(|x| line[*x..].concat().starts_with(text))
        {
            return buffer[(u16::try_from(x).unwrap(), y)].style();
        }
    }
    panic!("no {text} in a row {row}")
}

#[test]
fn the_marks_below_the_chain_wear_their_tones_and_say_them_in_words() {
    for name in [ThemeName::Daylight, ThemeName::Dusk, ThemeName::SixteenColours] {
        let mut room = scenes::scene("heat map with conditions and risks", 60, 20);
        let buffer = room.theme(name).buffer();
        let theme = plenary::ui::theme(name);
        let wears = |row: &str, text: &str, style: Style| {
            let drawn = style_of(&buffer, row, text);
            assert_eq!((drawn.fg, drawn.bg), (style.fg, style.bg), "{name:?}: {text}");
        };
        wears("Assumptions", "yes", theme.tone(Rating::Five));
        wears("Assumptions", "part", theme.tone(Rating::Three));
        wears("Assumptions", "NO", theme.tone(Rating::One));
        wears("Risks", "Grn", theme.rag(Rag::Green));
        wears("Risks", "Amb!", theme.rag(Rag::Amber));
        wears("Risks", "Red!", theme.rag(Rag::Red));
    }
}

#[test]
fn the_legend_of_the_map_explains_the_row_of_the_marked_cell() {
    let mut room = scenes::scene("heat map with conditions and risks", 60, 20);
    room.shows("RED   AMBER   GREEN  ! happening now none: no concern");
    room.keys("Up").shows("NO does not hold").keys("Up").shows("1 None seen").keys("Up").shows("1 Not yet");
}

#[test]
fn a_statement_is_whole_in_the_smallest_window_under_a_banner() {
    let mut room = scenes::scene("assumption behind a failed gate, a note", 40, 12);
    room.keys("Esc").goes_to("R5").keys("2 4").says("decision making and agreeing direction of partnership");
    room.shows("RISKS 5/9 LIKELIHOOD?").shows("Right form DOES NOT HOLD (AS2)").shows("Impact 4, likelihood 1");
}

#[test]
fn every_answer_of_the_two_rows_has_a_mark_of_its_own_at_every_width() {
    for (columns, rows) in [(40, 12), (60, 17), (80, 24), (120, 36)] {
        let mut room: Room = scenes::scene("heat map with conditions and risks", columns, rows);
        let screen = room.screen();
        let marks = |row: &str| {
            let line = screen.lines().find(|line| line.trim_start().starts_with(row)).unwrap_or_else(|| {
                panic!("no row {row} at {columns}x{rows}:\n{screen}");
            });
            line.split_whitespace().skip(1).map(|mark| mark.trim_matches(['►', '◄']).to_owned()).collect::<Vec<_>>()
        };
        let assumptions = marks(if columns == 40 { "Assump" } else { "Assumptions" });
        let wanted: &[&str] = match columns {
            40 => &["ok", "~", "?", "·", "NO"],
            60 => &["yes", "part", "?", "·", "NO"],
            _ => &["holds", "partly", "unsure", "·", "FAILS"],
        };
        for mark in wanted {
            assert!(assumptions.iter().any(|one| one == mark), "{mark} at {columns}x{rows}: {assumptions:?}");
        }
    }
}
