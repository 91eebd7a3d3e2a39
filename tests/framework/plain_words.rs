//! The statements in plain words: one line for each item, short, easy by somebody else's count, and asked for by a sentence.

use crate::report::tools::{ran, tools};
use plenary::framework::{BUILT_IN, Framework, Item, Level};
use std::path::Path;
use std::process::Command;
use unicode_width::UnicodeWidthStr;

/// Every line with the id of its item; an item that is rated at both levels has three.
fn lines(framework: &Framework) -> Vec<(String, String)> {
    let of = |item: Item<'_>| -> Vec<(String, String)> {
        let mut levels = vec![None];
        if matches!(item, Item::Feature(_, _, feature) if feature.levels) {
            levels.extend(Level::ALL.map(Some));
        }
        levels.into_iter().map(|level| (item.id().to_string(), item.plain_at(level).to_owned())).collect()
    };
    framework.items().flat_map(of).collect()
}

#[test]
fn every_item_is_said_in_plain_words_of_its_own() {
    let framework = Framework::built_in().unwrap();
    let all = lines(&framework);
    assert_eq!(all.len(), 36 + 2 * 5 + 9 + 6 + 9);
    for (id, plain) in &all {
        assert!((10..=90).contains(&plain.width()), "{id}: {plain}");
        assert!(plain.ends_with('.') && !plain.contains(['/', ';', '(']), "{id}: {plain}");
        let same: Vec<&str> = all.iter().filter(|(_, other)| other == plain).map(|(id, _)| id.as_str()).collect();
        assert_eq!(same, [id.as_str()], "no two items, nor two levels of one, are said in the same words");
    }
    for item in framework.items() {
        assert_ne!(item.plain_at(None), item.text());
    }
}

#[test]
fn a_line_that_is_missing_or_too_long_is_told_with_its_place() {
    let line = BUILT_IN.lines().find(|line| line.contains("plain: \"We are partners in this work.\"")).unwrap();
    let number = BUILT_IN.lines().position(|other| other == line).unwrap() + 1;
    let missing = Framework::parse(&BUILT_IN.replacen(line, "", 1), "local.ron").unwrap_err();
    let [problem] = &missing.problems[..] else { panic!("{missing}") };
    assert_eq!(problem.sentence, "the line in plain words is missing; write it");
    assert_eq!(problem.position.line, number - 3, "the item begins three lines above");
    let long =
        line.replace("We are", &"We are, and shall be for as long as this goes on and for years after it, ".repeat(2));
    let long = Framework::parse(&BUILT_IN.replacen(line, &long, 1), "local.ron").unwrap_err();
    let [problem] = &long.problems[..] else { panic!("{long}") };
    assert_eq!(problem.position.line, number);
    assert!(problem.sentence.ends_with("letters wide; at most 90 fit"), "{}", problem.sentence);
}

#[test]
fn a_first_version_needs_none_and_a_second_does() {
    let first = include_str!("../fixtures/framework-v1.ron");
    let framework = Framework::parse(first, "framework-v1.ron").unwrap();
    assert!(lines(&framework).iter().all(|(_, plain)| plain.is_empty()));
    let second = first.replacen("version: 1,", "version: 2,", 1);
    assert_eq!(Framework::parse(&second, "local.ron").unwrap_err().problems.len(), 60, "one for each item");
}

#[test]
fn plain_words_are_at_school_grade_six_at_most() {
    let Some(tools) = tools("the reading age of the plain words") else { return };
    let framework = Framework::built_in().unwrap();
    let grades = |texts: Vec<&str>| -> Vec<f64> {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/framework/reading_age.py");
        let told = ran(Command::new(tools.join("python/bin/python")).arg(script).args(texts));
        told.lines().map(|line| line.parse().unwrap()).collect()
    };
    let all = lines(&framework);
    for ((id, plain), grade) in all.iter().zip(grades(all.iter().map(|(_, plain)| plain.as_str()).collect())) {
        assert!(grade <= 6.0, "{id} is at grade {grade:.1}: {plain}");
    }
    // What it finds of the statements themselves: the reason why there are plain words at all.
    let statements = grades(framework.items().map(|item| item.text()).collect());
    let hard = statements.iter().filter(|grade| **grade > 9.0).count();
    assert!(hard > statements.len() / 2, "{hard} of {} statements are over grade 9", statements.len());
}
