//! A risk: is it happening, how much would it matter, how likely is it? The room's own answer stands beside the
//! likelihood that its ratings prompt, and both are kept.

use super::{Here, ItemQuestion, Outcome, choices, note, votes};
use crate::analysis::{IMPACT, LIKELIHOOD, RiskReading};
use crate::app::Question as Asks;
use crate::catalogue::Message;
use crate::framework::Risk;
use crate::session::{Concern, RiskStatus};
use crate::view::{Span, Text, Tone};
use crate::words::{self, risk_forms, why_prompted};

pub(super) fn asked(here: &Here, risk: &Risk) -> ItemQuestion {
    let session = &here.workshop.session;
    let reading = RiskReading::of(&here.app.cx.framework, session, risk);
    let asks = here.walk.question;
    let words: Vec<&str> = match asks {
        Asks::Place => RiskStatus::ALL.iter().map(|status| status.label()).collect(),
        Asks::Impact => IMPACT.map(Message::text).to_vec(),
        Asks::Likelihood => LIKELIHOOD.map(Message::text).to_vec(),
    };
    let words = words.into_iter().map(|word| (word, Tone::Text));
    let mut choices = choices(here, "12345", words, asks.given(reading.concern));
    if asks == Asks::Likelihood
        && let Some(prompted) = choices.get_mut(reading.prompt.likelihood.index())
    {
        prompted.note = tr!("prompted");
    }
    let is_happening = reading.concern.status() == RiskStatus::HappeningNow;
    ItemQuestion {
        question: if asks == Asks::Place { risk.question.clone() } else { String::new() },
        asks: match asks {
            Asks::Place => [tr!("Is it happening here?"), tr!("HAPPENING?")],
            Asks::Impact if is_happening => [tr!("Impact: how much does it matter?"), tr!("IMPACT?")],
            Asks::Impact => [tr!("Impact: how much would it matter?"), tr!("IMPACT?")],
            Asks::Likelihood => [tr!("Likelihood: how likely is it here?"), tr!("LIKELIHOOD?")],
        },
        choices,
        votes: votes::missing(here, |warning| warning.is_about_risk(risk)),
        outcome: risk_outcome(&reading),
        said: said(&reading, &session.risk(&risk.id).note),
        ..ItemQuestion::default()
    }
}

/// What its ratings prompt and why, and the question where that is far from what the room says.
fn said(reading: &RiskReading, written: &str) -> Text {
    let mut said = Text::default();
    if let Some(question) = words::far_apart(reading) {
        said.text(0, question, Tone::Accent);
    }
    if let Concern::CouldHappen { .. } = reading.concern {
        said.hanging(
            tr!("Prompted {likelihood}  ", likelihood = reading.prompt.likelihood),
            why_prompted(reading),
            Tone::Muted,
            Tone::Text,
        );
    } else if !reading.prompt.signals.is_empty() {
        said.hanging(tr!("Signals  "), words::signals(reading), Tone::Muted, Tone::Text);
    }
    note(&mut said, tr!("Note"), written);
    said
}

/// The colour as a word and what it follows from.
pub(super) fn risk_outcome(reading: &RiskReading) -> Outcome {
    Outcome {
        term: String::new(),
        answer: reading.rag.map_or(Span::default(), |rag| Span::new(rag.label(), Tone::Risk(rag))),
        more: risk_forms(reading).into(),
    }
}
