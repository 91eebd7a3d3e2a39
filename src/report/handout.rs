//! The handout: what a room will be asked, all of it on one page, to read before the day.
//!
//! It says nothing of any session.

use super::page::{escape, page};
use crate::framework::{Framework, Rating};
use std::fmt::Write;

/// The stages with their question and their statements, the assumptions and the risks, on one page.
#[must_use]
pub fn handout(framework: &Framework) -> String {
    let mut body = String::from("<div class=\"handout\">\n");
    // Writing to a String cannot fail.
    for stage in &framework.stages {
        let _ = writeln!(
            body,
            "<section>\n<h2>{}</h2>\n<p><em>{}</em></p>\n<ul>",
            escape(&stage.title),
            escape(&stage.prompt)
        );
        for feature in &stage.features {
            let _ = writeln!(body, "<li>{} {}</li>", escape(feature.id.as_str()), escape(&feature.text));
        }
        body.push_str("</ul>\n</section>\n");
    }
    list(&mut body, "Assumptions: do they hold here?", framework.assumptions.iter().map(|one| (&one.id, &one.text)));
    list(
        &mut body,
        "Risks: happening, possible, or no concern?",
        framework.risks.iter().map(|one| (&one.id, &one.text)),
    );
    for scale in &framework.scales {
        let words: Vec<String> =
            Rating::ALL.into_iter().map(|rating| format!("{rating} {}", scale.word(rating))).collect();
        let _ = writeln!(body, "<p><strong>{}</strong> {}</p>", escape(&scale.title), escape(&words.join(", ")));
    }
    let _ = writeln!(body, "<p>{}</p>\n</div>", escape(&framework.source.citation));
    page(&framework.language, &framework.title, &body)
}

fn list<'all>(body: &mut String, title: &str, items: impl Iterator<Item = (&'all crate::framework::Id, &'all String)>) {
    let items: Vec<String> =
        items.map(|(id, text)| format!("<li>{} {}</li>\n", escape(id.as_str()), escape(text))).collect();
    if !items.is_empty() {
        let _ = writeln!(body, "<section>\n<h2>{}</h2>\n<ul>\n{}</ul>\n</section>", escape(title), items.concat());
    }
}
