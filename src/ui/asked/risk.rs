//! A risk: is it happening, how much would it matter, how likely is it? The room's own answer stands beside the
//! likelihood that its ratings prompt, and both are kept.

use super::{Asked, Page, note};
use crate::analysis::{IMPACT, LIKELIHOOD, RiskReading, absent_voices};
use crate::app::Question;
use crate::framework::{Rating, Risk};
use crate::session::{Concern, RiskStatus};
use crate::ui::choices::Choice;
use crate::ui::sheet::pieces;
use crate::ui::sheet::{Pieces, Sheet};
use crate::ui::text;
use crate::ui::theme::Theme;
use crate::view::{Line, marks};
use crate::words;

pub(super) fn asked(page: &Page, risk: &Risk, width: u16) -> Asked {
    let reading = RiskReading::of(&page.app.cx.framework, page.session(), risk);
    let question = page.walk.question;
    let given = question.given(reading.concern);
    let words: Vec<&str> = match question {
        Question::Place => RiskStatus::ALL.iter().map(|status| status.words()).collect(),
        Question::Impact => IMPACT.to_vec(),
        Question::Likelihood => LIKELIHOOD.to_vec(),
    };
    let keys = ['1', '2', '3', '4', '5'];
    let choices = words
        .into_iter()
        .zip(keys)
        .enumerate()
        .map(|(place, (word, key))| page.choice(place, key, word, Choice::neutral(page.theme), given));
    let happening = reading.concern.status() == RiskStatus::HappeningNow;
    let question_words = match question {
        Question::Place => "Is it happening here?",
        Question::Impact if happening => "IMPACT: how much does it matter?",
        Question::Impact => "IMPACT: how much would it matter?",
        Question::Likelihood => "LIKELIHOOD: how likely is it here?",
    };
    let prompts = if question == Question::Place { vec![risk.question.clone()] } else { Vec::new() };
    let under = match question {
        Question::Place | Question::Impact => Vec::new(),
        Question::Likelihood => {
            let prompted = |rating| if rating == reading.prompt.likelihood { "prompted" } else { "" };
            Rating::ALL.map(|rating| prompted(rating).to_owned()).to_vec()
        }
    };
    let said = said(page, &reading, width);
    Asked { question: question_words.into(), prompts, under, ..Asked::plain(choices.collect(), said) }
}

/// The room's answers with the colour, what its ratings prompt and why, the question where the two differ.
fn said(page: &Page, reading: &RiskReading, width: u16) -> Sheet {
    let theme = page.theme;
    let mut sheet = Sheet::new(width);
    sheet.line(outcome(theme, reading, width));
    if let Some(question) = reading.question() {
        sheet.text(0, question, theme.accent);
    }
    if let Concern::CouldHappen { .. } = reading.concern {
        let term = format!("Prompted {}  ", reading.prompt.likelihood);
        sheet.hanging(&term, &words::why_prompted(reading), theme.muted, theme.text);
    } else if !reading.prompt.signals.is_empty() {
        sheet.hanging("Signals  ", &reading.signals(), theme.muted, theme.text);
    }
    let register = &page.session().register;
    let absent = absent_voices(&page.app.cx.framework, register);
    for warning in absent.iter().filter(|warning| warning.is_about_risk(reading.risk)) {
        sheet.hanging("MISSING  ", &words::missing(warning), theme.accent, theme.text);
    }
    note(theme, "Note", &page.session().risk(&reading.risk.id).note, &mut sheet);
    sheet
}

/// A risk's colour and words, in the longest form that fits.
pub(in crate::ui) fn outcome(theme: &Theme, reading: &RiskReading, width: u16) -> Pieces {
    let forms = marks::risk_outcome(reading);
    let wide = |line: &&Line| line.iter().map(|span| text::width(&span.text)).sum::<u16>() <= width;
    forms.iter().find(wide).or(forms.last()).map_or(Vec::new(), |line| pieces(line, theme))
}
