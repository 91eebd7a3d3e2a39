//! README and manual: short, true to the command line, and nothing that they point to is missing.

use crate::cli::Computer;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// README and the pages of the manual, by their paths from the top.
pub(super) fn pages() -> BTreeMap<String, String> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manual = fs::read_dir(top.join("content/manual")).unwrap().map(|entry| entry.unwrap().file_name());
    let names = manual.map(|name| format!("content/manual/{}", name.to_str().unwrap()));
    let names = names.chain(["README.md".to_owned()]);
    names.map(|name| (name.clone(), fs::read_to_string(top.join(&name)).unwrap())).collect()
}

/// What stands between backquotes, or on a line of its own that is set in.
pub(super) fn commands(page: &str) -> impl Iterator<Item = &str> {
    let quoted = page.split("```").step_by(2).flat_map(|text| text.split('`').skip(1).step_by(2));
    let set_in = page.lines().filter_map(|line| line.strip_prefix("    "));
    quoted.chain(set_in).filter_map(|code| code.trim().strip_prefix("plenary "))
}

#[test]
fn readme_is_short_and_what_it_points_to_is_there() {
    let pages = pages();
    assert!(pages["README.md"].len() <= 12 * 1024, "{} bytes", pages["README.md"].len());
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let links = pages["README.md"].split("](").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0));
    let links: Vec<&str> = links.filter(|link| !link.starts_with("https:")).collect();
    assert!(links.len() > 10, "{links:?}");
    let missing: Vec<&&str> = links.iter().filter(|link| !top.join(link).is_file()).collect();
    assert_eq!(missing, Vec::<&&str>::new());
}

#[test]
fn every_command_and_option_that_is_named_exists() {
    let computer = Computer::new();
    let general = computer.prints(&["--help"]);
    let (mut tried, mut wrong) = (0, Vec::new());
    for (name, page) in &pages() {
        for line in commands(page) {
            let words: Vec<&str> =
                line.split(|letter: char| letter.is_whitespace() || "|[]<".contains(letter)).collect();
            let command = words.iter().find(|word| !word.starts_with('-')).filter(|word| **word == words[0]);
            let help = match command {
                Some(command) => computer.runs(&["help", command]).out,
                None => general.clone(),
            };
            let options = words.iter().filter(|word| word.starts_with("--"));
            let unknown: Vec<&&str> = options.filter(|option| !help.contains(**option)).collect();
            if help.is_empty() || !unknown.is_empty() {
                wrong.push(format!("{name}: plenary {line}"));
            }
            tried += 1;
        }
    }
    assert!(tried > 30, "only {tried} commands found");
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn the_manual_is_printed_page_by_page() {
    let computer = Computer::new();
    let index = computer.prints(&["help"]);
    for (path, page) in pages() {
        let Some(name) = path.strip_prefix("content/manual/").and_then(|name| name.strip_suffix(".md")) else {
            continue;
        };
        let asked = if name == "every-line" { "lines" } else { name };
        assert!(computer.prints(&["help", asked]).contains(&page), "{path}");
        assert!(index.contains(&format!("plenary help {asked} ")), "{asked} is not listed: {index}");
    }
    assert!(computer.prints(&["help", "report"]).contains("--large-print"));
    let sentence = computer.refuses(&["help", "key"]);
    assert!(sentence.contains("There is no page \"key\" in the manual; write one of keys, workshop"), "{sentence}");
}
