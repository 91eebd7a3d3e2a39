//! The paper ballot: every item with its five boxes, and the first line of the file into which ballots are typed.
//!
//! No name is asked for; sector and level are.

use super::page::{page, stated};
use crate::catalogue::foreign;
use crate::catalogue::in_english;
use crate::framework::{Feature, Framework, Level, Rating};
use crate::session::{Register, Stance};
use crate::words::at_level;
use crate::words::paper::printed::{FOR_THE_TYPIST, HOLDS_HERE, HOW_TO_TYPE, PLEASE_TICK};
use crate::words::paper::survey::DONT_KNOW;
use maud::{Markup, html};

/// A box to tick.
const BOX: char = '\u{25a1}';

/// The ballot as a page to print, one for each person.
pub fn ballots(framework: &Framework, register: &Register, large: bool) -> String {
    let language = foreign(&framework.language);
    let ballots = html! {
        p { (PLEASE_TICK) }
        p {
            (tr!("Sector: ")) @for sector in &register.sectors { (BOX) " " (sector.label()) " " } br;
            (tr!("Level: ")) @for level in Level::ALL { (BOX) " " (level.label()) " " }
        }
        @for stage in &framework.stages {
            h2 lang=[language] { (stage.title) }
            @let words = Rating::ALL.map(|rating| framework.word(stage, rating));
            (table(tr!("Item"), &words, &features(&stage.features), language))
        }
        // A room that votes on the assumptions has them on the same sheet.
        @if !framework.assumptions.is_empty() {
            h2 { (HOLDS_HERE) }
            (table(tr!("Assumption"), Stance::ALL.map(Stance::label).as_slice(), &assumptions(framework), language))
        }
        section.new {
            h2 { (FOR_THE_TYPIST) }
            p { (HOW_TO_TYPE) }
            pre { (csv_header(framework)) }
        }
    };
    page(&tr!("Ballot: {title}", title = framework.title), large, &ballots)
}

/// A line of boxes for each item: one for each answer, and one for "don't know".
fn table(head: &str, answers: &[&str], items: &[(String, &str)], language: Option<&str>) -> Markup {
    html! {
        table {
            thead {
                tr {
                    th scope="col" { (head) }
                    @for (place, answer) in (1..).zip(answers) { th scope="col" { (place) " " (answer) } }
                    th scope="col" { (DONT_KNOW) }
                }
            }
            tbody {
                @for (item, plain) in items {
                    tr { th scope="row" lang=[language] { (stated(item, plain)) } @for _ in 0..=answers.len() { td.box { (BOX) } } }
                }
            }
        }
    }
}

/// The lines of a stage: a feature that takes both levels has two.
fn features(features: &[Feature]) -> Vec<(String, &str)> {
    let line =
        |feature: &'_ Feature, level: Option<Level>| format!("{} {}{}", feature.id, feature.text, at_level(level));
    let of = |feature| Feature::rated_at(feature).map(move |level| (line(feature, level), feature.plain_at(level)));
    features.iter().flat_map(of).collect()
}

fn assumptions(framework: &Framework) -> Vec<(String, &str)> {
    framework.assumptions.iter().map(|one| (format!("{} {}", one.id, one.text), one.plain.as_str())).collect()
}

/// The first line of a file of ballots: `sector,level,I1,...,A2 strategic,A2 operational,...,AS1,...`.
pub fn csv_header(framework: &Framework) -> String {
    let mut names = vec!["sector".to_owned(), "level".to_owned()];
    for (_, _, feature) in framework.features() {
        for level in feature.rated_at() {
            let name = |level: Level| in_english(|| format!("{} {}", feature.id, level.label()));
            names.push(level.map_or(feature.id.to_string(), name));
        }
    }
    names.extend(framework.assumptions.iter().map(|assumption| assumption.id.to_string()));
    names.join(",")
}
