//! The paper ballot: every item with its five boxes, and the first line of the file into which ballots are typed.
//!
//! No name is asked for; sector and level are.

use super::page::page;
use crate::framework::{Feature, Framework, Level, Rating};
use crate::session::{Register, Stance};
use maud::{Markup, html};

/// A box to tick.
const BOX: char = '\u{25a1}';

/// The ballot as a page to print, one for each person.
pub fn ballots(framework: &Framework, register: &Register) -> String {
    let ballots = html! {
        p { "Please tick one box a line: how far is this in place for all partners? No name is needed." }
        p {
            "Sector: " @for sector in &register.sectors { (BOX) " " (sector.name) " " } br;
            "Level: " @for level in Level::ALL { (BOX) " " (level.word()) " " }
        }
        @for stage in &framework.stages {
            h2 { (stage.title) }
            (table("Item", Rating::ALL.map(|rating| framework.word(stage, rating)).as_slice(), &features(&stage.features)))
        }
        // A room that votes on the assumptions has them on the same sheet.
        @if !framework.assumptions.is_empty() {
            h2 { "Does this hold here?" }
            (table("Assumption", Stance::ALL.map(Stance::label).as_slice(), &assumptions(framework)))
        }
        section.new {
            h2 { "For whoever types the ballots in" }
            p {
                "Write this as the first line of a CSV file and a line for each ballot below it: the sector, the level, \
                 and under each item 1 to 5, 0 for \"don't know\", or nothing; under an assumption 1 holds, 2 partly \
                 holds, 3 does not hold. Leave out the columns on which the room does not vote. Then: plenary \
                 import-votes SESSION FILE"
            }
            pre { (csv_header(framework)) }
        }
    };
    page(&framework.language, &format!("Ballot: {}", framework.title), &ballots)
}

/// A line of boxes for each item: one for each answer, and one for "don't know".
fn table(head: &str, answers: &[&str], items: &[String]) -> Markup {
    html! {
        table {
            thead {
                tr {
                    th scope="col" { (head) }
                    @for (place, answer) in (1..).zip(answers) { th scope="col" { (place) " " (answer) } }
                    th scope="col" { "0 don't know" }
                }
            }
            tbody {
                @for item in items {
                    tr { th scope="row" { (item) } @for _ in 0..=answers.len() { td.box { (BOX) } } }
                }
            }
        }
    }
}

/// The lines of a stage: a feature that takes both levels has two.
fn features(features: &[Feature]) -> Vec<String> {
    let name = |feature: &Feature, level: Option<Level>| {
        let level = level.map_or(String::new(), |level| format!(" ({})", level.word()));
        format!("{} {}{level}", feature.id, feature.text)
    };
    features.iter().flat_map(|feature| feature.rated_at().map(|level| name(feature, level))).collect()
}

fn assumptions(framework: &Framework) -> Vec<String> {
    framework.assumptions.iter().map(|assumption| format!("{} {}", assumption.id, assumption.text)).collect()
}

/// The first line of a file of ballots: `sector,level,I1,...,A2 strategic,A2 operational,...,AS1,...`.
pub fn csv_header(framework: &Framework) -> String {
    let mut names = vec!["sector".to_owned(), "level".to_owned()];
    for (_, _, feature) in framework.features() {
        for level in feature.rated_at() {
            names.push(level.map_or(feature.id.to_string(), |level| format!("{} {}", feature.id, level.word())));
        }
    }
    names.extend(framework.assumptions.iter().map(|assumption| assumption.id.to_string()));
    names.join(",")
}
