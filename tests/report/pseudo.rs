//! Papers in another language: what stands in the content file is said in it, whole, in every format.

use super::{Choices, Format, Report, read};
use crate::support::unpacked::{html_text, part};
use crate::support::{full::full, pseudo};
use plenary::analysis::{Portfolio, compare};
use plenary::catalogue::install;
use plenary::framework::Framework;
use plenary::report::{ComparisonReport, Head, Layout, LeftOut, PortfolioReport, said_and_did, survey_workbook};
use plenary::session::Session;

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

/// Every paper that is more than a printed page, in each format that it has.
fn papers(framework: &Framework, session: &Session) -> Vec<(&'static str, Format, Vec<u8>)> {
    let all = [Format::Html, Format::Word, Format::Excel, Format::Markdown, Format::Svg];
    let told = |sample: &str| {
        pseudo::typed(&Session { framework: session.framework.clone(), ..crate::support::sample(sample) })
    };
    let (then, now) = (told("riverside-2025"), told("riverside-2026"));
    let comparison = compare(framework, &then, &now).unwrap();
    let changes = ComparisonReport::of(framework, &comparison);
    let mut portfolio = Portfolio::of(framework);
    for one in [session, &now] {
        portfolio.add(one);
    }
    let told = portfolio.told();
    let many = PortfolioReport::of(framework, &told, LeftOut::default());
    let short =
        Layout { short: true, head: Head { to: "B\u{f4}\u{e2}rd".into(), ..Head::default() }, ..Layout::default() };
    let report = || Report::of(framework, session, Choices { names: true });
    let mut papers = Vec::new();
    for format in all {
        papers.extend(report().write(format).map(|bytes| ("report", format, bytes)));
        papers.extend(report().laid_out(short.clone()).write(format).map(|bytes| ("short report", format, bytes)));
        papers.extend(changes.write(format).map(|bytes| ("comparison", format, bytes)));
        papers.extend(many.write(format).map(|bytes| ("portfolio", format, bytes)));
        papers.extend(said_and_did(framework, session, format, false).map(|bytes| ("said and did", format, bytes)));
    }
    papers.extend(survey_workbook(framework, session, false).map(|bytes| ("survey", Format::Excel, bytes)));
    assert!(papers.len() > 15, "only {}", papers.len());
    papers
}

#[test]
fn what_programs_read_stays_the_same_in_every_language() {
    let (framework, session) = (Framework::built_in().unwrap(), full());
    let (then, now) = (crate::support::sample("riverside-2025"), crate::support::sample("riverside-2026"));
    let comparison = compare(&framework, &then, &now).unwrap();
    let mut portfolio = Portfolio::of(&framework);
    portfolio.add(&now);
    let portfolio = portfolio.told();
    let told = || {
        let report = Report::of(&framework, &session, Choices { names: true });
        let many = PortfolioReport::of(&framework, &portfolio, LeftOut::default());
        let changes = ComparisonReport::of(&framework, &comparison);
        let bytes = [
            report.write(Format::Csv),
            report.write(Format::Json),
            changes.write(Format::Json),
            many.write(Format::Csv),
            many.write(Format::Json),
            Ok(plenary::report::csv_header(&framework).into_bytes()),
        ];
        bytes.map(|bytes| String::from_utf8(bytes.unwrap()).unwrap())
    };
    let english = told();
    install(Some(pseudo::pack()));
    let other = told();
    install(None);
    assert_eq!(english, other);
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
    let may_be: Vec<&str> = cited(&framework)
        .into_iter()
        .chain(PLAIN.iter().copied())
        .chain(session.id.split(|letter: char| !letter.is_alphabetic()))
        .collect();
    let mut left = Vec::new();
    let mut read_through = |name: &str, paper: &str| {
        for line in paper.lines() {
            let words = pseudo::left_in_english(line, &may_be);
            if !words.is_empty() {
                left.push(format!("{name}: {words:?} in {line}"));
            }
        }
    };
    for (name, format, bytes) in papers(&framework, &session) {
        read_through(&format!("{name}, {format:?}"), &read(format, &bytes));
    }
    read_through("survey", &plenary::report::survey_text(&framework, &session));
    let calendar = plenary::report::calendar(&framework, &session, session.created).text.unwrap();
    let said = calendar.replace("\r\n ", "").replace("\\n", " ");
    // What other programs read in a calendar is in capitals.
    let fields = said.lines().filter_map(|line| line.split_once(':'));
    let texts = fields.filter(|(name, _)| ["SUMMARY", "DESCRIPTION"].contains(name)).map(|(_, text)| text);
    read_through("calendar", &texts.collect::<Vec<_>>().join("\n"));
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
