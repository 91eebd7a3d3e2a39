//! The built-in framework says what its source says, and a broken copy of it is told every problem at once.

use plenary::framework::{
    AgendaPart, BUILT_IN, Confidence, Feature, Framework, Id, Level, Position, Problem, Rag, Rating, Stage,
};
use std::collections::BTreeSet;
use unicode_width::UnicodeWidthStr;

/// The source's items, keyed by hand and apart from the content file.
const SEED: &str = include_str!("../fixtures/seed.txt");
const TWO_STAGES: &str = include_str!("../fixtures/two-stages.ron");

/// What can be read from the back of a room, in letters: a question, and what a 1 or a 5 looks like.
const QUESTION: usize = 95;
const ANCHOR: usize = 90;

fn built_in() -> Framework {
    Framework::built_in().unwrap_or_else(|error| panic!("{error}"))
}

/// One list of the seed: ids and wording, in order.
fn seed(list: &str) -> Vec<(&'static str, &'static str)> {
    let heading = format!("[{list}]");
    let items: Vec<_> = SEED
        .lines()
        .skip_while(|line| *line != heading)
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split_once("  ").unwrap())
        .collect();
    assert!(!items.is_empty(), "the seed has no list called {list}");
    items
}

fn row<'a>(items: impl IntoIterator<Item = (&'a Id, &'a String)>) -> Vec<(&'a str, &'a str)> {
    items.into_iter().map(|(id, text)| (id.as_str(), text.as_str())).collect()
}

fn ids(ids: &[Id]) -> String {
    ids.iter().map(Id::as_str).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_wording_is_the_sources() {
    let framework = built_in();
    let stages = framework.stages.iter().map(|stage| (&stage.id, &stage.title));
    assert_eq!(row(stages), seed("stages"));
    for stage in &framework.stages {
        let features = stage.features.iter().map(|feature| (&feature.id, &feature.text));
        assert_eq!(row(features), seed(stage.id.as_str()));
    }
    assert_eq!(row(framework.assumptions.iter().map(|item| (&item.id, &item.text))), seed("assumptions"));
    assert_eq!(row(framework.risks.iter().map(|item| (&item.id, &item.text))), seed("risks"));
    assert_eq!(row(framework.influences.iter().map(|item| (&item.id, &item.text))), seed("influences"));
    let findings = framework.influences.iter().flat_map(|item| item.findings.iter().map(|finding| (&item.id, finding)));
    assert_eq!(row(findings), seed("findings"));
    assert_eq!(row(framework.improvements.iter().map(|item| (&item.id, &item.text))), seed("improvements"));
    assert_eq!(row(framework.approaches.iter().map(|item| (&item.id, &item.text))), seed("approaches"));
}

#[test]
fn nothing_of_the_source_is_lost() {
    let framework = built_in();
    let features: Vec<usize> = framework.stages.iter().map(|stage| stage.features.len()).collect();
    assert_eq!(features, [5, 3, 3, 3, 6, 9, 7]);
    assert_eq!(framework.feature_count(), 36);
    let findings: usize = framework.influences.iter().map(|item| item.findings.len()).sum();
    let others = [
        framework.assumptions.len(),
        framework.risks.len(),
        framework.influences.len(),
        findings,
        framework.improvements.len(),
        framework.approaches.len(),
    ];
    assert_eq!(others, [9, 9, 6, 13, 9, 3]);
}

#[test]
fn ids_count_up_from_one_in_each_list() {
    let framework = built_in();
    let lists = ["I", "A", "E", "S", "K", "P", "O"].into_iter().zip(&framework.stages);
    for (prefix, stage) in lists {
        let counted: Vec<_> = (1..=stage.features.len()).map(|number| format!("{prefix}{number}")).collect();
        assert_eq!(ids(&stage.features.iter().map(|item| item.id.clone()).collect::<Vec<_>>()), counted.join(" "));
    }
}

#[test]
fn the_source_is_named() {
    let framework = built_in();
    let source = &framework.source;
    assert_eq!(source.title, "Partnership working across UK Public Services");
    assert_eq!(source.author, "Dr Ailsa Cook");
    assert_eq!(source.organisation, "Outcome Focus");
    assert_eq!(source.publisher, "What Works Scotland");
    assert_eq!(source.year, 2015);
    for name in ["Ailsa Cook", "Outcome Focus", "What Works Scotland", source.title.as_str(), "2015"] {
        assert!(source.citation.contains(name), "the citation does not name {name}");
    }
    assert_eq!((framework.language.as_str(), framework.id.as_str()), ("en-GB", "effective-partnerships"));
}

#[test]
fn two_scales_have_the_plain_words() {
    let framework = built_in();
    let words = |stage: &Stage| Rating::ALL.map(|rating| framework.word(stage, rating).to_owned());
    let (outcomes, practice) = framework.stages.split_last().unwrap();
    for stage in practice {
        assert_eq!(words(stage), ["Not yet", "Patchy", "Growing", "Mostly", "Firmly"], "{}", stage.id);
        assert_eq!(stage.confidence_if_not_asked, None, "{} stands as it is rated", stage.id);
    }
    assert_eq!(words(outcomes), ["None seen", "Early sign", "Some", "Clear", "Sustained"]);
    assert_eq!(outcomes.confidence_if_not_asked, Some(Confidence::Low));
}

#[test]
fn features_that_name_both_levels_take_two_ratings() {
    let framework = built_in();
    let levels: Vec<&str> =
        framework.features().filter(|(_, _, item)| item.levels).map(|(_, _, item)| item.id.as_str()).collect();
    assert_eq!(levels, ["A2", "E1", "S2", "P2", "P4"]);
    for (_, _, feature) in framework.features() {
        let both = ["strategic", "operational"].iter().all(|level| feature.text.contains(level));
        assert_eq!(feature.levels, both, "{}", feature.id);
    }
}

#[test]
fn three_assumptions_are_the_gate() {
    let framework = built_in();
    let gate: Vec<&str> = framework.assumptions.iter().filter(|item| item.gate).map(|item| item.id.as_str()).collect();
    assert_eq!(gate, ["AS1", "AS2", "AS3"]);
}

#[test]
fn risks_are_paired_as_designed() {
    let expected = [
        ("R1", "AS1 AS7", "A2 K2 P8", "IM1 IM8"),
        ("R2", "AS2 AS3", "S1 A1", "IM1"),
        ("R3", "AS4 AS3", "A1 A3", "IM2 IM4"),
        ("R4", "AS8 AS9", "I3 K5 S3 P1", "IM3 IM9 SA1"),
        ("R5", "AS6", "E1 E2 P5", "IM6 IM2"),
        ("R6", "AS7 AS6", "E2 K1 K3", "IM6 IM8 SA3"),
        ("R7", "AS6", "E1 P2 P5", "IM7 IM5"),
        ("R8", "AS5", "A3 S3", "IM4"),
        ("R9", "AS4 AS6", "S2 K3 K6 P4", "IM2 IM6"),
    ];
    let framework = built_in();
    assert_eq!(framework.risks.len(), expected.len());
    for (risk, (id, assumptions, features, offers)) in framework.risks.iter().zip(expected) {
        assert_eq!(risk.id.as_str(), id);
        assert_eq!(ids(&risk.assumptions), assumptions, "assumptions of {id}");
        assert_eq!(ids(&risk.features), features, "features of {id}");
        assert_eq!(ids(&risk.offers), offers, "offers of {id}");
    }
}

#[test]
fn every_feature_before_the_outcomes_leads_to_a_starter() {
    let framework = built_in();
    let at_risk: BTreeSet<&Id> = framework.risks.iter().flat_map(|risk| &risk.features).collect();
    for (_, stage, feature) in framework.features() {
        let offers = match feature.id.as_str() {
            "I1" | "I2" | "I4" | "I5" => "IM3 IM5",
            "K4" | "P3" => "IM5 SA3",
            "P9" => "SA2",
            "P6" | "P7" | "E3" => "IM9",
            _ => "",
        };
        assert_eq!(ids(&feature.offers), offers, "{}", feature.id);
        if stage.id.as_str() != "outcomes" {
            assert_ne!(offers.is_empty(), !at_risk.contains(&feature.id), "{}: a risk or an offer", feature.id);
        }
    }
}

#[test]
fn links_join_each_stage_to_the_next() {
    let expected = ["AS8 AS9", "AS5 AS6", "AS6 AS7", "AS3 AS7", "AS5 AS7", "AS4 AS9"];
    let framework = built_in();
    assert_eq!(framework.links.len(), expected.len());
    let pairs = framework.stages.iter().zip(framework.stages.iter().skip(1));
    for ((link, assumptions), (from, to)) in framework.links.iter().zip(expected).zip(pairs) {
        assert_eq!((&link.from, &link.to), (&from.id, &to.id));
        assert_eq!(ids(&link.assumptions), assumptions, "{} to {}", link.from, link.to);
    }
}

#[test]
fn red_amber_and_green_follow_the_product_of_likelihood_and_impact() {
    let framework = built_in();
    for likelihood in Rating::ALL {
        for impact in Rating::ALL {
            let expected = match likelihood.number() * impact.number() {
                1..=4 => Rag::Green,
                5..=12 => Rag::Amber,
                _ => Rag::Red,
            };
            assert_eq!(framework.rag.of_risk(likelihood, impact), Some(expected), "{likelihood} x {impact}");
        }
        let expected = if likelihood >= Rating::Three { Rag::Red } else { Rag::Amber };
        assert_eq!(framework.rag.of_issue(likelihood), Some(expected), "an issue of impact {likelihood}");
    }
}

#[test]
fn the_agenda_fills_three_and_a_half_hours_and_a_break() {
    let framework = built_in();
    assert_eq!(framework.agenda.iter().map(|item| item.minutes).sum::<u32>(), 210 + 15);
    let mut stages: Vec<AgendaPart> =
        framework.stages.iter().map(|stage| AgendaPart::Stage(stage.id.clone())).collect();
    stages.insert(5, AgendaPart::Break);
    let expected: Vec<AgendaPart> = [AgendaPart::Welcome, AgendaPart::LastActions, AgendaPart::Gate]
        .into_iter()
        .chain(stages)
        .chain([AgendaPart::Conditions, AgendaPart::Influences, AgendaPart::Risks])
        .chain([AgendaPart::HeatMap, AgendaPart::Dots, AgendaPart::Actions, AgendaPart::Close])
        .collect();
    let parts: Vec<AgendaPart> = framework.agenda.iter().map(|item| item.part.clone()).collect();
    assert_eq!(parts, expected);

    let mut stages: Vec<(usize, u32)> =
        framework.stages.iter().map(|stage| (stage.features.len(), framework.minutes_for(&stage.id))).collect();
    assert_eq!(stages.iter().map(|(_, minutes)| minutes).sum::<u32>(), 105);
    stages.sort_unstable();
    for pair in stages.windows(2) {
        assert_eq!(pair[0].0 == pair[1].0, pair[0].1 == pair[1].1, "as many minutes for as many features: {pair:?}");
        assert!(pair[0].1 <= pair[1].1, "more minutes for more features: {pair:?}");
    }
}

/// Every row of the grid with its labels, in both widths, and the names of the rows themselves.
fn labels(framework: &Framework) -> Vec<(String, Vec<(&str, &str)>)> {
    let mut rows = vec![(
        "stages".to_owned(),
        framework.stages.iter().map(|stage| (stage.label.as_str(), stage.short.as_str())).collect(),
    )];
    for stage in &framework.stages {
        let cells = stage.features.iter().map(|item| (item.label.as_str(), item.short.as_str()));
        rows.push((stage.id.to_string(), cells.collect()));
    }
    let assumptions = framework.assumptions.iter().map(|item| (item.label.as_str(), item.short.as_str()));
    rows.push(("assumptions".into(), assumptions.collect()));
    let risks = framework.risks.iter().map(|item| (item.label.as_str(), item.short.as_str()));
    rows.push(("risks".into(), risks.collect()));
    rows
}

#[test]
fn labels_fit_their_cells_and_differ_within_a_row() {
    for framework in [built_in(), two_stages()] {
        for (row, cells) in labels(&framework) {
            for (label, short) in &cells {
                assert!((1..=10).contains(&label.width()), "{row}: {label}");
                assert!((1..=6).contains(&short.width()), "{row}: {short}");
            }
            let differ = |labels: BTreeSet<String>| assert_eq!(labels.len(), cells.len(), "{row}: {labels:?}");
            differ(cells.iter().map(|(label, _)| label.to_lowercase()).collect());
            differ(cells.iter().map(|(_, short)| short.to_lowercase()).collect());
        }
        let influences: BTreeSet<&str> = framework.influences.iter().map(|item| item.label.as_str()).collect();
        assert_eq!(influences.len(), framework.influences.len());
        assert!(influences.iter().all(|label| label.width() <= 10));
    }
}

#[test]
fn a_feature_is_known_by_its_label_alone() {
    let framework = built_in();
    let features = || framework.features().map(|(_, _, feature)| feature);
    let labels: BTreeSet<&str> = features().map(|feature| feature.label.as_str()).collect();
    let shorts: BTreeSet<&str> = features().map(|feature| feature.short.as_str()).collect();
    assert_eq!((labels.len(), shorts.len()), (36, 36), "lists of strengths and risks mix the stages");
}

/// What was written for Plenary: the id of its item, its field and its text.
fn written(framework: &Framework) -> Vec<(&str, &str, &str)> {
    let mut texts = Vec::new();
    for stage in &framework.stages {
        texts.push((stage.id.as_str(), "gloss", stage.gloss.as_str()));
        texts.push((stage.id.as_str(), "prompt", stage.prompt.as_str()));
        for feature in &stage.features {
            let mut questions: Vec<&str> = [None, Some(Level::Strategic), Some(Level::Operational)]
                .map(|level| feature.question_at(level))
                .to_vec();
            questions.dedup();
            let questions = questions.into_iter().filter(|question| !question.is_empty());
            texts.extend(questions.map(|question| (feature.id.as_str(), "question", question)));
            texts.push((feature.id.as_str(), "one", feature.one.as_str()));
            texts.push((feature.id.as_str(), "five", feature.five.as_str()));
        }
    }
    texts.extend(framework.assumptions.iter().map(|item| (item.id.as_str(), "question", item.question.as_str())));
    texts.extend(framework.risks.iter().map(|item| (item.id.as_str(), "question", item.question.as_str())));
    texts
}

#[test]
fn what_is_written_for_plenary_is_plain_and_short() {
    let framework = built_in();
    let mut seen = BTreeSet::new();
    for (id, field, text) in written(&framework) {
        assert!(text.chars().all(|c| c == ' ' || c.is_ascii_graphic()), "{id} {field}: {text}");
        assert!(!text.contains("  ") && text.trim() == text, "{id} {field}: stray spaces");
        assert!(text.ends_with(['.', '?']), "{id} {field} is not a sentence: {text}");
        assert!(!text.contains("..") && !text.contains('"'), "{id} {field}: {text}");
        assert!(seen.insert(text), "{id} {field} says what another item says: {text}");
        let most = match field {
            "gloss" => 110,
            "one" | "five" => ANCHOR,
            _ => QUESTION,
        };
        assert!(text.width() <= most, "{id} {field} is {} letters wide", text.width());
    }
    let terms = framework.stages.iter().flat_map(|stage| [&stage.label, &stage.short]);
    assert!(terms.chain(framework.scales.iter().flat_map(|scale| &scale.words)).all(|term| term.is_ascii()));
    assert!(BUILT_IN.is_ascii(), "the whole file can be typed on any keyboard");
}

#[test]
fn a_question_asks() {
    let asks = ["?", "Give one example", "Name ", "Point to", "Without names"];
    for (id, field, text) in written(&built_in()) {
        if field == "question" {
            assert!(asks.iter().any(|sign| text.contains(sign)), "{id}: {text}");
        }
    }
}

#[test]
fn each_level_of_an_item_that_takes_both_has_a_question_of_its_own() {
    let framework = built_in();
    let asked = |feature: &Feature| Level::ALL.map(|level| feature.question_at(Some(level)).to_owned());
    let both: Vec<&Feature> = framework.features().map(|(_, _, one)| one).filter(|one| one.levels).collect();
    assert_eq!(both.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["A2", "E1", "S2", "P2", "P4"]);
    for feature in both {
        let [strategic, operational] = asked(feature);
        assert!(!strategic.is_empty() && !operational.is_empty() && strategic != operational, "{}", feature.id);
        assert!(strategic.width() <= 90 && operational.width() <= 90, "{}", feature.id);
    }
    // A file that has one question for both keeps it for both.
    let old = Framework::parse(include_str!("../fixtures/framework-v1.ron"), "framework-v1.ron").unwrap();
    let (_, _, roles) = old.feature(&"A2".into()).unwrap();
    assert_eq!(asked(roles), [roles.question.clone(), roles.question.clone()]);
}

#[test]
fn outcomes_speak_of_contribution() {
    let framework = built_in();
    let (_, outcomes) = framework.stage(&"outcomes".into()).unwrap();
    assert!(outcomes.gloss.contains("contribut") && outcomes.prompt.contains("contribut"));
    for feature in &outcomes.features {
        for text in [&feature.question, &feature.one, &feature.five] {
            assert!(text.contains("contribut") || text.contains("our part"), "{}: {text}", feature.id);
        }
    }
    let mine = |id: &str| id == "outcomes" || outcomes.features.iter().any(|feature| feature.id.as_str() == id);
    for (id, field, text) in written(&framework).into_iter().filter(|(id, _, _)| mine(id)) {
        for claim in ["cause", "led to", "thanks to", "due to", "impact"] {
            assert!(!text.to_lowercase().contains(claim), "{id} {field} claims too much: {text}");
        }
    }
}

/// The first place of `passage`, which must stand once in the text.
fn place(text: &str, passage: &str) -> Position {
    let offsets: Vec<usize> = text.match_indices(passage).map(|(offset, _)| offset).collect();
    let [offset] = offsets[..] else { panic!("{} places, not one: {passage}", offsets.len()) };
    let before = &text[..offset];
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    Position { line: before.matches('\n').count() + 1, column: before[start..].chars().count() + 1 }
}

/// Replaces a passage that stands once in the text.
fn edit(text: &str, passage: &str, by: &str) -> String {
    place(text, passage);
    text.replacen(passage, by, 1)
}

fn problems(text: &str) -> Vec<Problem> {
    Framework::parse(text, "local.ron").expect_err("the copy is broken").problems
}

/// An edit of the built-in text that makes one problem.
struct Break {
    /// Stands once in the built-in text.
    passage: &'static str,
    /// What it is replaced by.
    by: &'static str,
    /// Stands once in the edited text; the problem is reported where it starts.
    at: &'static str,
    /// What the problem says.
    sentence: &'static str,
}

/// In the order of the text.
const BREAKS: [Break; 16] = [
    Break {
        passage: r#"language: "en-GB","#,
        by: r#"language: "","#,
        at: r#"language: "","#,
        sentence: "the language tag is missing",
    },
    Break {
        passage: r#""Mostly", "Firmly""#,
        by: r#""Mostly""#,
        at: r#"words: ["Not yet""#,
        sentence: "there are 4 words on this scale",
    },
    Break {
        passage: r#""Some", "Clear""#,
        by: r#""Something of it", "Clear""#,
        at: r#""Something of it""#,
        sentence: "is 15 letters wide; at most 10 fit",
    },
    Break {
        passage: r#"label: "Funding","#,
        by: r#"label: "Funding now","#,
        at: r#"label: "Funding now","#,
        sentence: "the label \"Funding now\" is 11 letters wide; at most 10 fit",
    },
    Break {
        passage: r#"short: "IT","#,
        by: "short: \"IT\",\n                    colour: \"red\",",
        at: r#"colour: "red","#,
        sentence: "there is no field called \"colour\" here",
    },
    Break {
        passage: "question: \"Say our aims in one sentence. Would your neighbour say the same?\",\n",
        by: "\n",
        at: "(\n                    id: \"A1\",",
        sentence: "the prompt question is missing",
    },
    Break {
        passage: "operational_question: \"Take one recent task of staff. Who did what, and who answered for it?\",\n",
        by: "\n",
        at: "(\n                    id: \"A2\",",
        sentence: "the operational question is missing",
    },
    Break {
        passage: r#"short: "React","#,
        by: r#"short: "Reaction","#,
        at: r#"short: "Reaction","#,
        sentence: "the short label \"Reaction\" is 8 letters wide; at most 6 fit",
    },
    Break {
        passage: r#"scale: "contribution","#,
        by: r#"scale: "contributions","#,
        at: r#"scale: "contributions","#,
        sentence: "there is no scale with the id \"contributions\"",
    },
    Break {
        passage: r#"id: "O2","#,
        by: r#"id: "I1", // was O2"#,
        at: r#"id: "I1", // was O2"#,
        sentence: "the id \"I1\" is used twice",
    },
    Break {
        passage: r#"question: "Who needs this partnership, and for what?"#,
        by: "question: \"Who needs it,\nand for what?",
        at: "question: \"Who needs it,\nand for what?",
        sentence: "the prompt question holds a line break",
    },
    Break {
        passage: r#"id: "IF3","#,
        by: r#"id: "IF 3","#,
        at: r#"id: "IF 3","#,
        sentence: "the id \"IF 3\" is not 1 to 24 letters, digits, - or _",
    },
    Break {
        passage: r#"features: ["E1", "P2", "P5"],"#,
        by: r#"features: ["E1", "P22", "P5"],"#,
        at: r#""P22", "P5"]"#,
        sentence: "there is no feature with the id \"P22\"",
    },
    Break {
        passage: "[Green, Amber, Amber, Red, Red],",
        by: "[Green, Amber, Amber, Red],",
        at: "[Green, Amber, Amber, Red],",
        sentence: "there are 4 colours in this row",
    },
    Break {
        passage: r#"part: Stage("practices")"#,
        by: r#"part: Stage("practice")"#,
        at: r#""practice"), title"#,
        sentence: "there is no stage with the id \"practice\"",
    },
    Break {
        passage: r#"title: "Risks", minutes: 20"#,
        by: r#"title: "Risks", minutes: 2000"#,
        at: "minutes: 2000",
        sentence: "2000 minutes is more than 600",
    },
];

#[test]
fn a_broken_copy_is_told_every_problem_at_once() {
    let text = BREAKS.iter().fold(BUILT_IN.to_owned(), |text, it| edit(&text, it.passage, it.by));
    let problems = problems(&text);
    let told: Vec<String> = problems.iter().map(|it| format!("{}: {}", it.position, it.sentence)).collect();
    assert_eq!(problems.len(), BREAKS.len(), "told: {told:#?}");
    for (problem, it) in problems.iter().zip(&BREAKS) {
        assert_eq!(problem.position, place(&text, it.at), "expected \"{}\", told: {told:#?}", it.sentence);
        assert!(problem.sentence.contains(it.sentence), "expected \"{}\", told: {told:#?}", it.sentence);
    }
}

#[test]
fn each_break_makes_one_problem() {
    for it in &BREAKS {
        let text = edit(BUILT_IN, it.passage, it.by);
        let [problem] = &problems(&text)[..] else { panic!("more than one: {}", it.sentence) };
        assert_eq!(problem.position, place(&text, it.at), "{}", problem.sentence);
        assert!(problem.sentence.contains(it.sentence), "{}", problem.sentence);
    }
}

#[test]
fn the_message_names_the_file_and_each_line() {
    let text = BREAKS.iter().fold(BUILT_IN.to_owned(), |text, it| edit(&text, it.passage, it.by));
    let message = Framework::parse(&text, "local.ron").expect_err("the copy is broken").to_string();
    let lines: Vec<&str> = message.lines().collect();
    assert_eq!(lines[0], "The framework file local.ron has 16 problems:");
    assert_eq!(lines.len(), 1 + BREAKS.len());
    for (line, it) in lines[1..].iter().zip(&BREAKS) {
        assert!(line.trim_start().starts_with(&place(&text, it.at).to_string()), "{line}");
    }
}

#[test]
fn text_that_is_not_ron_is_told_where_it_stops_being_so() {
    let passage = r#"id: "A1","#;
    let text = edit(BUILT_IN, passage, r#"id = "A1","#);
    let [problem] = &problems(&text)[..] else { panic!("the reader stops at the first") };
    assert_eq!(problem.position.line, place(&text, r#"id = "A1","#).line, "{}", problem.sentence);

    let [empty] = &problems("")[..] else { panic!("an empty file has one problem") };
    assert_eq!(empty.position, Position { line: 1, column: 1 });
}

#[test]
fn a_copy_with_windows_line_ends_reads_the_same() {
    let windows = |text: &str| text.replace('\n', "\r\n");
    assert_eq!(Framework::parse(&windows(BUILT_IN), "local.ron").unwrap(), built_in());
    let text = edit(BUILT_IN, r#"label: "Funding","#, r#"label: "Funding now","#);
    assert_eq!(problems(&windows(&text)), problems(&text), "the same lines and columns");
}

fn two_stages() -> Framework {
    Framework::parse(TWO_STAGES, "two-stages.ron").unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn another_framework_can_take_its_place() {
    let framework = two_stages();
    assert_eq!(framework.language, "cy");
    let features: Vec<usize> = framework.stages.iter().map(|stage| stage.features.len()).collect();
    assert_eq!(features, [3, 2]);
    assert!(framework.assumptions.is_empty() && framework.risks.is_empty() && framework.influences.is_empty());
    assert!(framework.improvements.is_empty() && framework.approaches.is_empty());
    assert_eq!(framework.word(&framework.stages[1], Rating::Four), "Gan fwyaf");
    assert_eq!(framework.minutes_for(&"adnoddau".into()), 15);
    assert!(!TWO_STAGES.is_ascii(), "letters with accents are part of the test");
    let ours: BTreeSet<Id> = built_in().features().map(|(_, _, feature)| feature.id.clone()).collect();
    assert!(framework.features().all(|(_, _, feature)| !ours.contains(&feature.id)), "no id in common");
}
