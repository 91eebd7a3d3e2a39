//! A survey taken in from inside the program: its file typed, what was understood shown, taken, and taken back.

use super::window::Window;
use super::{at_work, saved};
use crate::cli::Computer;
use crate::plain::program;
use std::fs;
use std::path::Path;

const SURVEY: &str = "Id,Which sector are you from?,I2 Effective IT systems,P3\n\
                      1,Third sector,4 Mostly,2\n2,NHS,3,2\n3,NHS,dk,\n";

fn survey(folder: &Path) -> String {
    let file = folder.join("answers.csv");
    fs::write(&file, SURVEY).unwrap();
    file.display().to_string()
}

/// `I2` and `P3`, as the session's only import counts them, and how many people voted.
fn taken(home: &Path) -> Option<(u32, [[u16; 5]; 2])> {
    let session = saved(home);
    let import = session.imports.last()?;
    let counts = |id: &str| import.ratings.iter().find(|sums| sums.item == id.into()).unwrap().round.whole().counts.0;
    Some((import.people, [counts("I2"), counts("P3")]))
}

#[test]
fn a_survey_is_taken_in_by_keys_and_one_undo_takes_it_back() {
    let computer = Computer::new();
    let home = computer.home();
    let file = survey(home);
    let mut window: Window = at_work(home);
    window.keys("M").shows(&["WHERE ARE WE?"]).keys("I").shows(&["Take in a survey"]);
    window.types("nowhere.csv").keys("Enter").shows(&["could not be read"]);
    window.keys("Esc").keys("I").types(&file).keys("Enter");
    window.shows(&["TAKING IN A SURVEY", "answers.csv: 3 ballots, headings in line 1", "Enter takes it in"]);
    window.shows(&["I2 IT systems", "\"4 Mostly\": 4 Mostly"]);
    assert_eq!(taken(home), None);
    window.keys("Enter").shows(&["3 ballots taken in, on 2 items."]);
    // The same once more is taken only where somebody says that it is other people's.
    window.keys("I").types(&file).keys("Enter").shows(&["These ballots came in already on"]);
    window.keys("Enter").shows(&["came in already"]).keys("Esc");
    window.keys("Ctrl+Z").shows(&["Undid: survey"]).keys("Ctrl+S");
    window.keys("I").types(&file).keys("Enter").shows(&["Enter takes it in"]).keys("Enter");
    window.shows(&["3 ballots taken in"]).keys("Ctrl+Q").keys("Y");
    assert_eq!(window.ends().0, 0);
    assert_eq!(taken(home), Some((3, [[0, 0, 1, 1, 0], [0, 2, 0, 0, 0]])));
    assert_eq!(saved(home).imports.len(), 1);
}

#[test]
fn a_survey_is_taken_in_by_lines_in_the_words_of_the_command_line() {
    let computer = Computer::new();
    let file = survey(computer.home());
    let lines = format!("new\nGlenside CPP\n.\nimport {file}\n\nquit\ny\n");
    let said = program::writes(&computer, &["--plain"], lines);
    assert_eq!(taken(computer.home()).map(|(people, _)| people), Some(3), "{}", said.out);
    let session = program::file(computer.home());
    let by_command = computer.runs(&["import-votes", session.to_str().unwrap(), &file, "--add", "--dry-run"]);
    for line in by_command.out.lines().map(str::trim).take_while(|line| *line != "Nothing was taken in.") {
        assert!(said.out.contains(line), "{line}\n{}", said.out);
    }
    let undone = computer.runs(&["import-votes", session.to_str().unwrap(), "--undo"]);
    assert_eq!(undone.last_line(), "3 ballots taken back, those that came in last");
}
