//! The handout: what a room will be asked, to read before the day.
//!
//! It says nothing of any session.

use super::page::{page, stated};
use crate::catalogue::foreign;
use crate::framework::{Framework, Item, Rating};
use crate::words::paper::printed::{ASSUMPTIONS, RISKS};
use maud::{Markup, html};

/// The stages with their question and their statements, the assumptions and the risks.
pub fn handout(framework: &Framework, large: bool) -> String {
    let assumptions: Vec<_> = framework.assumptions.iter().map(Item::Assumption).collect();
    let risks: Vec<_> = framework.risks.iter().map(Item::Risk).collect();
    let language = foreign(&framework.language);
    let handout = html! {
        div.handout {
            @for stage in &framework.stages {
                section lang=[language] {
                    h2 { (stage.title) }
                    p { em { (stage.prompt) } }
                    ul { @for one in &stage.features { li { (one.id) " " (stated(&one.text, &one.plain)) } } }
                }
            }
            (list(ASSUMPTIONS.text(), &assumptions, language))
            (list(RISKS.text(), &risks, language))
            @for scale in &framework.scales {
                p {
                    strong { (scale.title) } " "
                    (Rating::ALL.map(|rating| format!("{rating} {}", scale.word(rating))).join(", "))
                }
            }
            p { (framework.source.citation) }
        }
    };
    page(&framework.title, large, &handout)
}

fn list(title: &str, items: &[Item], language: Option<&str>) -> Markup {
    html! {
        @if !items.is_empty() {
            section {
                h2 { (title) }
                ul lang=[language] { @for one in items { li { (one.id()) " " (stated(one.text(), one.plain_at(None))) } } }
            }
        }
    }
}
