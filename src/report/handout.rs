//! The handout: what a room will be asked, to read before the day.
//!
//! It says nothing of any session.

use super::page::page;
use crate::framework::{Framework, Id, Rating};
use crate::words::paper::printed::{ASSUMPTIONS, RISKS};
use maud::{Markup, html};

/// The stages with their question and their statements, the assumptions and the risks.
pub fn handout(framework: &Framework, large: bool) -> String {
    let assumptions: Vec<_> = framework.assumptions.iter().map(|one| (&one.id, &one.text)).collect();
    let risks: Vec<_> = framework.risks.iter().map(|one| (&one.id, &one.text)).collect();
    let handout = html! {
        div.handout {
            @for stage in &framework.stages {
                section {
                    h2 { (stage.title) }
                    p { em { (stage.prompt) } }
                    ul { @for feature in &stage.features { li { (feature.id) " " (feature.text) } } }
                }
            }
            (list(ASSUMPTIONS, &assumptions))
            (list(RISKS, &risks))
            @for scale in &framework.scales {
                p {
                    strong { (scale.title) } " "
                    (Rating::ALL.map(|rating| format!("{rating} {}", scale.word(rating))).join(", "))
                }
            }
            p { (framework.source.citation) }
        }
    };
    page(&framework.language, &framework.title, large, &handout)
}

fn list(title: &str, items: &[(&Id, &String)]) -> Markup {
    html! {
        @if !items.is_empty() {
            section { h2 { (title) } ul { @for (id, text) in items { li { (id) " " (text) } } } }
        }
    }
}
