//! An assumption or a risk on a page: what the room said, who sees it differently, and what a likelihood rests on.
//!
//! A private note is named and never shown.

use crate::analysis::{RiskReading, absent_voices};
use crate::app::{App, Workshop};
use crate::framework::{Item, Risk};
use crate::session::{AssumptionAnswer, Concern, RiskStatus, Verdict};
use crate::ui::sheet::Sheet;
use crate::ui::theme::Theme;
use crate::ui::voted;
use crate::view::marks;
use crate::words;

pub(super) fn item(app: &App, workshop: &Workshop, item: Item, theme: &Theme, sheet: &mut Sheet) {
    sheet.hanging(&format!("{}  ", item.id()), item.text(), theme.accent, theme.text);
    sheet.blank();
    match item {
        Item::Assumption(one) => {
            assumption(workshop.session.assumption(&one.id), theme, sheet);
            voted::add_stances(&workshop.session, &one.id, theme, sheet);
        }
        Item::Risk(one) => risk(app, workshop, one, theme, sheet),
        Item::Feature(..) | Item::Influence(_) => {}
    }
}

fn assumption(answer: &AssumptionAnswer, theme: &Theme, sheet: &mut Sheet) {
    if answer.verdict == Verdict::NotDiscussed {
        sheet.text(0, "Not yet discussed. Enter goes there.", theme.text);
    } else {
        let words = format!(" {} ", answer.verdict.words().to_uppercase());
        sheet.line(vec![
            ("The room says  ".into(), theme.muted),
            (words, theme.style(marks::verdict_tone(answer.verdict))),
        ]);
    }
    said("Note        ", &answer.note, theme, sheet);
    said("Dissent     ", &answer.dissent, theme, sheet);
    if !answer.private_note.trim().is_empty() {
        sheet.hanging("            ", "(A private note is kept. It is never shown here.)", theme.muted, theme.text);
    }
}

fn risk(app: &App, workshop: &Workshop, risk: &Risk, theme: &Theme, sheet: &mut Sheet) {
    let reading = RiskReading::of(&app.cx.framework, &workshop.session, risk);
    let concern = reading.concern;
    if concern.status() == RiskStatus::NotDiscussed {
        sheet.text(0, "Not yet discussed. Enter goes there.", theme.text);
    } else {
        let mut line =
            vec![("Status      ".into(), theme.muted), (concern.status().words().to_uppercase(), theme.text)];
        if let Some(rag) = reading.rag {
            line.push(("  ".into(), theme.text));
            line.push((format!(" {} ", rag.word().to_uppercase()), theme.rag(rag)));
        }
        sheet.line(line);
    }
    if matches!(concern, Concern::HappeningNow { .. } | Concern::CouldHappen { .. }) {
        sheet.hanging(
            "Impact      ",
            &concern.impact().map_or("not said".into(), words::impact),
            theme.muted,
            theme.text,
        );
    }
    if let Concern::CouldHappen { likelihood, .. } = concern {
        let own = match likelihood {
            None => "left to what is prompted".into(),
            Some(own) => format!("{}, in the room's view", words::likelihood(own)),
        };
        sheet.hanging("Likelihood  ", &own, theme.muted, theme.text);
    }
    let prompted = format!("{}: {}", reading.prompt.likelihood, words::why_prompted(&reading));
    sheet.hanging("Prompted    ", &prompted, theme.muted, theme.text);
    if let Some(question) = reading.question() {
        sheet.hanging("            ", question, theme.muted, theme.accent);
    }
    let absent = absent_voices(&app.cx.framework, &workshop.session.register);
    for warning in absent.iter().filter(|warning| warning.is_about_risk(risk)) {
        sheet.hanging("Missing     ", &words::missing(warning), theme.muted, theme.text);
    }
    said("Note        ", &workshop.session.risk(&risk.id).note, theme, sheet);
}

fn said(term: &str, words: &str, theme: &Theme, sheet: &mut Sheet) {
    if !words.trim().is_empty() {
        sheet.blank();
        sheet.hanging(term, words.trim(), theme.muted, theme.text);
    }
}
