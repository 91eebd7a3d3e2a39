//! The whole workshop as lines: what is in sight in words, and what a line that was written asks for.
//!
//! The same app, the same session and the same rules as on the screen; here they are told instead of drawn. Nothing in
//! this module reads or writes: lines come in, messages for the app and sentences go out.
//!
//! What is told is told once: on arrival at a place all of it, and then only what has changed there.

mod pages;
mod render;
mod transcript;

use crate::app::{Msg, Outcome};
use crate::clean::{Clean, sanitise_line};
use crate::view::{Answer, Safety, Spoken, Status, Told};
use crate::words;
use std::collections::BTreeMap;
use transcript::{Fact, Transcript, diff, replaced};

/// A conversation in lines with the app.
#[derive(Debug, Default)]
pub struct Plain {
    /// What was told of the screen.
    screen: Option<Transcript>,
    /// What was told of what lies on it.
    overlay: Option<Transcript>,
    /// What lists on it said before a form was opened over them: closing it may change them.
    covered: BTreeMap<String, Vec<Fact>>,
    /// The sentences that were told once, by what they are about; the last one counts.
    once: Option<String>,
    /// The session that was told by its title.
    title: String,
    /// What was told of how safe the session is.
    safety: ToldSafety,
    /// What a rehearsal was told to ask for.
    coach: Option<&'static str>,
    /// What was told of the gate.
    gates: Vec<String>,
    /// Sentences to say next.
    said: Vec<String>,
    /// Whether somebody was answered and may be writing now: only what is urgent is said then.
    answered: bool,
    /// A line that was asked about, with the prompt under which it was written.
    doubted: Option<String>,
    /// Whether what is in sight is to be told once more.
    again: bool,
    /// What was asked for, and how often the session had changed, when a line was heard that has no answer yet.
    heard: Option<(String, Option<u64>)>,
}

/// What was told of how safe the open session is.
#[derive(Debug, Default, PartialEq, Eq)]
enum ToldSafety {
    #[default]
    Nothing,
    /// That the session with this id is kept, and where.
    Kept(String),
    NotSaved(String),
}

impl Plain {
    /// Whether a line was doubted just now, and is meant where it is written once more.
    pub fn is_meant(&self, line: &str) -> bool {
        self.doubted.as_deref() == Some(&*format!("{}{line}", self.prompt()))
    }

    /// Takes in what a line came to, and how often the session had changed then: the messages that it asks for, to be
    /// taken in one after the other as [`Outcome::lets`] says, and whether the line is understood.
    pub fn hear(&mut self, line: &str, (answer, rev): (Answer, Option<u64>)) -> (Vec<Msg>, Outcome) {
        self.answered = false;
        self.heard = Some((self.prompt().into(), rev));
        self.doubted = matches!(answer, Answer::Doubted(_)).then(|| format!("{}{line}", self.prompt()));
        match answer {
            Answer::Messages(msgs) => return (msgs, Outcome::Taken),
            Answer::Lost(msg, reason) => return (vec![msg], Outcome::Refused(reason.into())),
            Answer::Again => self.again = true,
            Answer::Say(sentences) => self.said.extend(sentences),
            Answer::Refused(reason) | Answer::Doubted(reason) => {
                let reason = words::sentence(&reason);
                self.said.push(reason.clone());
                return (Vec::new(), Outcome::Refused(reason));
            }
        }
        (Vec::new(), Outcome::Taken)
    }

    /// Takes over the app's sentence for the room and why it took nothing, after each message: the next one would take
    /// their place. Also whether the app took the message.
    pub fn take_notice(&mut self, (notice, refusal): (Option<String>, Option<String>)) -> Outcome {
        self.said.extend(notice.map(|notice| words::sentence(&notice)));
        refusal.map_or(Outcome::Taken, |reason| Outcome::Refused(words::sentence(&reason)))
    }

    /// Tells what is new, in lines; nothing where nothing happened.
    pub fn tell(&mut self, spoken: &Spoken) -> Vec<Clean> {
        let mut lines = std::mem::take(&mut self.said);
        let status = spoken.status.as_ref();
        if self.again {
            (self.again, self.overlay, self.once) = (false, None, None);
            self.screen = self.screen.take().filter(|_| !matches!(spoken.told, Told::Screen(_)));
        }
        if let Some(status) = status {
            self.tell_title(status, &mut lines);
            self.tell_safety(status, &mut lines);
        }
        let now = pages::told(&spoken.told);
        if let Told::Screen(_) = spoken.told {
            self.overlay = None;
            self.covered.clear();
            diff(&mut self.screen, now, &mut self.once, &mut lines);
            self.tell_gates(status.map_or(&[], |status| &status.gates), &mut lines);
        } else {
            let (place, facts) = (now.place.clone(), now.facts.clone());
            let arrives = self.overlay.as_ref().is_none_or(|overlay| overlay.place != place);
            diff(&mut self.overlay, now, &mut self.once, &mut lines);
            let covered = self.covered.insert(place, facts.clone()).filter(|_| arrives);
            lines.extend(covered.iter().flat_map(|before| replaced(before, &facts)));
        }
        let coach = status.and_then(|status| status.coach);
        if self.coach != coach {
            self.coach = coach;
            lines.extend(coach.map(str::to_owned));
        }
        // Silence after a line could mean anything.
        if let Some((prompt, before)) = self.heard.take()
            && lines.is_empty()
            && self.prompt().as_str() == prompt
        {
            match (status.map(|status| status.rev) == before, &spoken.told) {
                (true, _) => lines.push(words::NOTHING_CHANGED.into()),
                // The room says again what it had said, after a vote.
                (false, Told::Screen(_)) if !self.is_typing() => lines.push(words::STANDS_AS_BEFORE.into()),
                (false, _) => {}
            }
        }
        self.answered = true;
        lines.iter().map(|line| sanitise_line(line)).collect()
    }

    /// What to write now, ending in `> `.
    pub fn prompt(&self) -> Clean {
        let told = self.overlay.as_ref().or(self.screen.as_ref());
        sanitise_line(&format!("{} > ", told.map_or("", |told| told.prompt.as_str())))
    }

    /// Whether what is told of the screen is a form.
    fn is_typing(&self) -> bool {
        self.screen.as_ref().is_some_and(Transcript::is_form)
    }

    /// Which session is open is said when another one is.
    fn tell_title(&mut self, status: &Status, lines: &mut Vec<String>) {
        if let Some(title) = status.title.as_ref().filter(|_| self.title != status.id) {
            self.title.clone_from(&status.id);
            lines.push(format!("The session: {title}."));
        }
    }

    /// That the session is kept is said once, that it is not as soon as that is so, and that it is again.
    fn tell_safety(&mut self, status: &Status, lines: &mut Vec<String>) {
        match &status.safety {
            Safety::NotSaved { reason, copy } => {
                let now = ToldSafety::NotSaved(reason.clone());
                if self.safety != now {
                    lines.push(words::not_saved(reason));
                    lines.push(words::while_not_saved(copy.as_deref()));
                    self.safety = now;
                }
            }
            Safety::Saved { at, file } => {
                let now = ToldSafety::Kept(status.id.clone());
                match (&self.safety, file) {
                    (ToldSafety::NotSaved(_), _) => lines.push(format!("Saved again, {at}.")),
                    // It can wait until somebody listens.
                    (before, _) if *before != now && self.answered => return,
                    (before, Some(file)) if *before != now => lines.push(words::saved_from_now_on(file)),
                    _ => {}
                }
                self.safety = now;
            }
            Safety::Nothing => {}
        }
    }

    /// An assumption of the gate that does not hold is said when that becomes so. It blocks nothing.
    fn tell_gates(&mut self, gates: &[(String, String)], lines: &mut Vec<String>) {
        for (id, text) in gates.iter().filter(|(id, _)| !self.gates.contains(id)) {
            lines.push(words::gate_does_not_hold(id, text));
        }
        self.gates = gates.iter().map(|(id, _)| id.clone()).collect();
    }
}
