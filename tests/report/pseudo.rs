//! Papers in another language: what stands in the content file is said in it, whole, in every format.

use super::{Choices, Format, Report, read};
use crate::support::unpacked::{html_text, part};
use crate::support::{full::full, pseudo};
use plenary::catalogue::install;
use plenary::framework::Framework;

#[test]
fn every_paper_says_the_content_of_a_longer_language_whole() {
    let (framework, session) = (pseudo::framework(), full());
    let report = Report::of(&framework, &session, Choices { names: false });
    let joined = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for format in [Format::Html, Format::Word, Format::Excel, Format::Markdown, Format::Csv] {
        let paper = joined(&read(format, &report.write(format).unwrap()));
        for feature in framework.stages.iter().flat_map(|stage| &stage.features) {
            assert!(paper.contains(&joined(&feature.text)), "{format:?}: {}", feature.text);
        }
    }
}

#[test]
fn a_paper_says_its_own_language_and_that_of_the_statements() {
    let (framework, session) = (pseudo::framework(), full());
    let report = Report::of(&framework, &session, Choices { names: false });
    let html = || String::from_utf8(report.write(Format::Html).unwrap()).unwrap();
    let word = || {
        let bytes = report.write(Format::Word).unwrap();
        (part(&bytes, "word/styles.xml"), part(&bytes, "word/document.xml"))
    };
    let statement = &framework.stages[0].features[0].text;
    // English words around statements of another language.
    assert!(html().contains("<html lang=\"en-GB\">"));
    assert!(html().contains(&format!("<span lang=\"cy\">{statement}")), "{statement}");
    let (styles, body) = word();
    assert!(styles.contains("<w:lang w:val=\"en-GB\""));
    assert!(body.contains("<w:lang w:val=\"cy\"/></w:rPr><w:t xml:space=\"preserve\">"), "{statement}");
    assert!(plenary::report::handout(&framework, false).contains("<section lang=\"cy\">"));
    // Words and statements of one language.
    install(Some(pseudo::pack()));
    let (page, (styles, body)) = (html(), word());
    install(None);
    assert!(page.contains("<html lang=\"cy\">") && !page.contains("<span lang="));
    assert!(styles.contains("<w:lang w:val=\"cy\"") && !body.contains("<w:lang"));
}

/// What may stand in a paper in plain letters, and why.
const PLAIN: &[&str] = &[
    // The program's name, a name of science, a unit.
    "Plenary", "Cns", "min", "mgt",
];

/// The words of the content that no translator changes: whose wording it is.
fn cited(framework: &Framework) -> Vec<&str> {
    let source = &framework.source;
    let texts = [&source.title, &source.author, &source.citation];
    texts.into_iter().flat_map(|text| text.split(|letter: char| !letter.is_alphabetic())).collect()
}

#[test]
fn no_paper_says_a_word_that_is_not_in_the_catalogue() {
    install(Some(pseudo::pack()));
    let (framework, session) = (pseudo::framework(), pseudo::typed(&full()));
    let report = Report::of(&framework, &session, Choices { names: true });
    let may_be: Vec<&str> = cited(&framework)
        .into_iter()
        .chain(PLAIN.iter().copied())
        .chain(session.id.split(|letter: char| !letter.is_alphabetic()))
        .collect();
    let mut left = Vec::new();
    for format in [Format::Html, Format::Word, Format::Excel, Format::Markdown, Format::Svg] {
        let paper = read(format, &report.write(format).unwrap());
        for line in paper.lines() {
            let words = pseudo::left_in_english(line, &may_be);
            if !words.is_empty() {
                left.push(format!("{format:?}: {words:?} in {line}"));
            }
        }
    }
    let register = &session.register;
    let printed = [
        plenary::report::handout(&framework, false),
        plenary::report::ballots(&framework, register, false),
        plenary::report::chain(&framework, false),
        plenary::report::cards(register, false),
        plenary::report::stop_cards(false),
        String::from_utf8(plenary::report::said_and_did(&framework, &session, Format::Html, false).unwrap()).unwrap(),
    ];
    install(None);
    // The line to type and its command are read by the program.
    let typed = |line: &&str| !line.contains("I1") && !line.contains("împôrt");
    for line in printed
        .iter()
        .map(|page| html_text(&page.replace("<br>", "<p></p>").replace("</td>", " </td>")))
        .collect::<Vec<_>>()
        .iter()
        .flat_map(|page| page.lines())
    {
        let words = pseudo::left_in_english(line, &may_be);
        if !words.is_empty() && typed(&line) {
            left.push(format!("printed: {words:?} in {line}"));
        }
    }
    assert!(left.is_empty(), "{} lines:\n{}", left.len(), left.join("\n"));
}
