//! Completions and man pages: made from the same arguments as `--help`, so they know all of them.

use crate::cli::Computer;

#[test]
fn completions_and_man_pages_know_every_command_and_option() {
    let computer = Computer::new();
    let commands = ["new", "open", "compare", "import-votes", "portfolio", "restore", "completions"];
    for (shell, option) in
        [("bash", "--framework"), ("zsh", "--framework"), ("fish", "framework"), ("powershell", "--framework")]
    {
        let script = computer.prints(&["completions", shell]);
        let missing: Vec<&&str> = commands.iter().filter(|command| !script.contains(**command)).collect();
        assert_eq!(missing, Vec::<&&str>::new(), "{shell}");
        assert!(script.contains(option) && !script.contains('\u{1b}'), "{shell}");
    }
    let page = computer.prints(&["man"]);
    assert!(page.contains(".TH plenary 1") && page.contains("\\-\\-framework"), "{page}");
    assert!(commands.iter().all(|command| page.contains(&command.replace('-', "\\-"))), "{page}");
    for row in [
        ".SH KEYS",
        ".SS Rating",
        ".TP\n\\fB1\\-5\\fR\nRecord the rating the group agrees",
        "\\fBx, not agreed\\fR\nLOW HIGH",
    ] {
        assert!(page.contains(row), "{row}");
    }
    let page = computer.prints(&["man", "import-votes"]);
    assert!(page.contains(".TH plenary-import-votes 1") && page.contains("paper ballots"), "{page}");
    let sentence = computer.refuses(&["man", "rate"]);
    assert!(sentence.contains("\"rate\" is no command of Plenary; write one of new, open, wall, demo"), "{sentence}");
    assert!(computer.runs(&["completions", "basic"]).err.contains("basic"));
}
