//! Long texts in lines: each line is taken whole, or refused with its letters; nothing is cut.

use crate::cli::Computer;
use crate::support::talk::Talk;
use plenary::store;

#[test]
fn a_line_is_taken_whole_or_refused_with_its_letters() {
    let mut talk = Talk::begun();
    let long = "What was said in the meeting. ".repeat(2_000);
    let long = long.trim();
    talk.line(&format!("n {long}"));
    assert_eq!(talk.session().answer(&"I1".into()).note, long);
    talk.line(&format!("n {long}")).says("That has 60,000 letters, and 5,537 fit here. Nothing of it was taken");
    assert_eq!(talk.session().answer(&"I1".into()).note, long);
    talk.line("n and this as well");
    assert!(talk.session().answer(&"I1".into()).note.ends_with("\nand this as well"));
    talk.line("d").line(&"x".repeat(65_537)).says("That has 65,537 letters, and 65,536 fit here.");
    assert!(talk.session().answer(&"I1".into()).dissent.is_empty());
}

#[test]
fn minutes_of_any_length_that_fits_come_through_a_pipe_whole() {
    let computer = Computer::new();
    let file = computer.new_session(&["--partnership", "Minutes"]);
    let minutes: Vec<String> =
        (1..=1_200).map(|number| format!("Sentence {number:04} of the minutes, pasted here.")).collect();
    let minutes = minutes.join(" ");
    assert!(minutes.len() > 50_000);
    // The widest letters make the longest line that fits.
    let widest = "\u{1f642}".repeat(65_536);
    let lines = format!(".\nI1\nn {minutes}\nI2\nn {widest}\nquit\ny\n");
    let output = computer.command(&["--plain", "open", file.to_str().unwrap()]).write_stdin(lines).output().unwrap();
    assert!(output.status.success());
    let session = store::open(&file).unwrap().session;
    assert_eq!(session.answer(&"I1".into()).note, minutes);
    assert_eq!(session.answer(&"I2".into()).note, widest);
}
