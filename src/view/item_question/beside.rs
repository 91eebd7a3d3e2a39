//! An assumption: does it hold here? An influencing factor: does it help, does it hinder, or both?

use super::{Here, ItemQuestion, Outcome, choices, flags, note, votes};
use crate::catalogue::Message;
use crate::framework::{Assumption, Influence};
use crate::session::{Bearing, Verdict};
use crate::view::{Text, Tone, marks};

/// What comes before an answer that is not a rating.
const SAYS: Message = Message("The room says");

pub(super) fn assumption(here: &Here, one: &Assumption) -> ItemQuestion {
    let answer = here.workshop.session.assumption(&one.id);
    let given = Verdict::ALL.iter().position(|known| *known == answer.verdict);
    let words = Verdict::ALL.map(|verdict| match verdict {
        Verdict::DontKnow => (tr!("don't know"), Tone::Text),
        other => (other.label(), marks::verdict_tone(other)),
    });
    let rounds = here.app.cx.stances(&one.id);
    let choices = votes::counted(choices(here, "123?", words, given), &rounds, |shown| votes::of_stances(*shown));
    let mut said = Text::default();
    note(&mut said, tr!("Dissent"), &answer.dissent);
    note(&mut said, tr!("Note"), &answer.note);
    ItemQuestion {
        question: one.question.clone(),
        choices,
        reveal: votes::reveal_stances(here, &one.id, &rounds),
        votes: votes::on_assumption(here, (one, answer.verdict == Verdict::NotDiscussed), &rounds),
        outcome: match answer.verdict {
            Verdict::NotDiscussed => Outcome::open(),
            verdict => Outcome::new(SAYS, verdict.label(), marks::verdict_tone(verdict)),
        },
        said,
        flags: flags(false, &answer.private_note),
        ..ItemQuestion::default()
    }
}

pub(super) fn influence(here: &Here, one: &Influence) -> ItemQuestion {
    let answer = here.workshop.session.influence(&one.id);
    let given = Bearing::ALL.iter().position(|known| *known == answer.bearing);
    let words = Bearing::ALL.map(|bearing| match bearing {
        Bearing::Both => (tr!("both"), Tone::Text),
        Bearing::NotRelevant => (tr!("not relevant"), Tone::Text),
        other => (other.label(), Tone::Text),
    });
    let mut said = Text::default();
    note(&mut said, tr!("Note"), &answer.note);
    ItemQuestion {
        findings: one.findings.clone(),
        choices: choices(here, "123-", words, given),
        outcome: match answer.bearing {
            Bearing::NotDiscussed => Outcome::open(),
            bearing => Outcome::new(SAYS, bearing.label(), Tone::Marked),
        },
        said,
        ..ItemQuestion::default()
    }
}
