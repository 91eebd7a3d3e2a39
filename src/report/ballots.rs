//! The paper ballot: every item with its five boxes, and the first line of the file into which ballots are typed.
//!
//! No name is asked for; sector and level are.

use super::page::{escape, page};
use crate::framework::{Feature, Framework, Level, Rating};
use crate::session::{Register, Stance};
use std::fmt::Write;

/// The ballot as a page to print, one for each person.
#[must_use]
pub fn ballots(framework: &Framework, register: &Register) -> String {
    let mut body = String::new();
    let sectors: Vec<String> =
        register.sectors.iter().map(|sector| format!("&#9633; {}", escape(&sector.name))).collect();
    // Writing to a String cannot fail.
    let _ = writeln!(
        body,
        "<p>Please tick one box a line: how far is this in place for all partners? No name is needed.</p>\n\
         <p>Sector: {}<br>Level: &#9633; strategic &#9633; operational</p>",
        sectors.join(" ")
    );
    for stage in &framework.stages {
        let _ = writeln!(body, "<h2>{}</h2>\n<table>\n<thead><tr><th scope=\"col\">Item</th>", escape(&stage.title));
        for rating in Rating::ALL {
            let _ = write!(body, "<th scope=\"col\">{rating} {}</th>", escape(framework.word(stage, rating)));
        }
        let _ = writeln!(body, "<th scope=\"col\">0 don't know</th></tr></thead>\n<tbody>");
        for feature in &stage.features {
            for level in levels(feature) {
                let boxes = "<td class=\"box\">&#9633;</td>".repeat(6);
                let words = level.map_or(String::new(), |level| format!(" ({})", level.word()));
                let text = format!("{} {}{words}", feature.id, feature.text);
                let _ = writeln!(body, "<tr><th scope=\"row\">{}</th>{boxes}</tr>", escape(&text));
            }
        }
        body.push_str("</tbody>\n</table>\n");
    }
    stances(framework, &mut body);
    let _ = writeln!(
        body,
        "<section class=\"new\">\n<h2>For whoever types the ballots in</h2>\n\
         <p>Write this as the first line of a CSV file and a line for each ballot below it: the sector, the level, and \
         under each item 1 to 5, 0 for \"don't know\", or nothing; under an assumption 1 holds, 2 partly holds, \
         3 does not hold. Leave out the columns on which the room does not vote. Then: plenary import-votes SESSION FILE</p>\n\
         <pre>{}</pre>\n</section>",
        escape(&csv_header(framework))
    );
    page(&framework.language, &format!("Ballot: {}", framework.title), &body)
}

/// The assumptions with their boxes: a room that votes on them has them on the same sheet.
fn stances(framework: &Framework, body: &mut String) {
    if framework.assumptions.is_empty() {
        return;
    }
    body.push_str("<h2>Does this hold here?</h2>\n<table>\n<thead><tr><th scope=\"col\">Assumption</th>");
    for (place, stance) in (1..).zip(Stance::ALL) {
        let _ = write!(body, "<th scope=\"col\">{place} {}</th>", stance.words());
    }
    let _ = writeln!(body, "<th scope=\"col\">0 don't know</th></tr></thead>\n<tbody>");
    for assumption in &framework.assumptions {
        let boxes = "<td class=\"box\">&#9633;</td>".repeat(Stance::ALL.len() + 1);
        let text = format!("{} {}", assumption.id, assumption.text);
        let _ = writeln!(body, "<tr><th scope=\"row\">{}</th>{boxes}</tr>", escape(&text));
    }
    body.push_str("</tbody>\n</table>\n");
}

/// The first line of a file of ballots: `sector,level,I1,...,A2 strategic,A2 operational,...,AS1,...`.
#[must_use]
pub fn csv_header(framework: &Framework) -> String {
    let mut names = vec!["sector".to_owned(), "level".to_owned()];
    for (_, _, feature) in framework.features() {
        for level in levels(feature) {
            names.push(level.map_or(feature.id.to_string(), |level| format!("{} {}", feature.id, level.word())));
        }
    }
    names.extend(framework.assumptions.iter().map(|assumption| assumption.id.to_string()));
    names.join(",")
}

fn levels(feature: &Feature) -> Vec<Option<Level>> {
    if feature.levels { Level::ALL.map(Some).to_vec() } else { vec![None] }
}
