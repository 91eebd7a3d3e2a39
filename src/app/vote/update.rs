//! What keys do while a vote is open.
//!
//! Esc keeps the vote and closes the box; only reveal and discard end it. What is refused never says a count.

use super::{Offer, Voting, Way};
use crate::app::keymap::Command;
use crate::app::{App, Cx, Effect, Key, Overlay, Walk};
use crate::framework::Step;
use crate::session::{Refusal, Status, Voters};

impl Voting {
    fn choose(&mut self, offer: Offer) {
        self.way = Some(offer.way);
        if !offer.by_group {
            self.groups = vec![Voters::default()];
        }
        self.go_to(0);
    }

    /// Asks the people of another line.
    fn go_to(&mut self, group: usize) {
        self.group = group.min(self.groups.len().saturating_sub(1));
        if let Some(voters) = self.groups.get(self.group) {
            self.poll.ballots_mut().ask(voters.clone());
        }
        self.line.clear();
    }

    /// Takes the typed line in; nothing typed is nothing to take.
    fn take_line(&mut self) -> Result<(), String> {
        if self.way == Some(Way::Hands) && !self.line.is_empty() {
            self.poll.ballots_mut().count(self.line.text()).map_err(|error| error.to_string())?;
            self.line.clear();
        }
        Ok(())
    }

    /// Goes to another line, when what is typed on this one can be taken in.
    fn move_to(&mut self, group: usize) -> Result<(), String> {
        self.take_line()?;
        self.go_to(group);
        Ok(())
    }

    fn enter(&mut self) -> Result<(), String> {
        match self.way {
            None => {
                if let Some(offer) = self.offers.get(self.offer).copied() {
                    self.choose(offer);
                }
                Ok(())
            }
            Some(_) => self.move_to(self.group + 1),
        }
    }

    fn key(&mut self, letter: char) -> Result<(), String> {
        match self.way {
            None => {
                let place = letter.to_digit(10).and_then(|digit| usize::try_from(digit).ok()?.checked_sub(1));
                if let Some(offer) = place.and_then(|place| self.offers.get(place)).copied() {
                    self.choose(offer);
                }
                Ok(())
            }
            Some(Way::Hands) => {
                self.line.take(letter);
                Ok(())
            }
            Some(Way::Keypad) => match self.poll.ballots_mut().press(if letter == '?' { '0' } else { letter }) {
                Some(taken) => taken.map_err(|error| error.to_string()),
                None if letter.is_ascii_digit() => {
                    Err(format!("Press 1 to {}, or 0 for \"don't know\"", self.answers()))
                }
                None => Ok(()),
            },
        }
    }

    /// Takes a whole line of counts in; of one that cannot be read nothing stays.
    fn write(&mut self, line: &str) -> Result<(), String> {
        if self.way != Some(Way::Hands) {
            return Ok(());
        }
        if self.line.replace(line) {
            let taken = self.take_line();
            self.line.clear();
            return taken;
        }
        let example = if self.answers() == 3 { "7 3 2" } else { "0 2 5 3 1" };
        Err(format!("Only counts can be taken in: {} of them, as {example}, then ?2 for don't-knows", self.answers()))
    }

    fn back(&mut self) -> Result<(), String> {
        match self.way {
            Some(Way::Hands) => {
                self.line.shorten();
                Ok(())
            }
            Some(Way::Keypad) => self.poll.ballots_mut().withdraw_last().map_err(|error| error.to_string()),
            None => Ok(()),
        }
    }

    fn mark_next(&mut self, down: bool) -> Result<(), String> {
        let moved = |at: usize, many: usize| {
            if down { (at + 1).min(many.saturating_sub(1)) } else { at.saturating_sub(1) }
        };
        if self.way.is_none() {
            self.offer = moved(self.offer, self.offers.len());
            return Ok(());
        }
        self.move_to(moved(self.group, self.groups.len()))
    }
}

impl App {
    /// Opens a vote on the item, or the box of the one that is open, wherever that is.
    pub(in crate::app) fn vote(&mut self) -> Vec<Effect> {
        let (Some(step), Some(workshop)) = (self.cx.current_step(), &mut self.cx.workshop) else { return vec![] };
        if workshop.session.status == Status::Finished {
            return self.cx.refuse(Refusal::Finished.to_string());
        }
        if workshop.vote.is_none() {
            workshop.vote = Voting::open(&self.cx.framework, &workshop.session, &step);
        }
        let Some(vote) = &workshop.vote else { return vec![] };
        if vote.is_on(&step) {
            return self.open(Overlay::Vote);
        }
        let sentence = format!("The vote on {} is still open: reveal it, or discard it, before another", vote.item());
        let step = vote.step();
        let effects = self.go_to(Walk::at(step));
        self.overlays.push(Overlay::Vote);
        self.cx.refuse(sentence);
        effects
    }

    pub(in crate::app) fn vote_command(&mut self, command: Command) -> Vec<Effect> {
        if command == Command::Reveal {
            return self.reveal();
        }
        let Some(vote) = self.cx.workshop.as_mut().and_then(|workshop| workshop.vote.as_mut()) else {
            self.overlays.pop();
            return vec![];
        };
        let sure = std::mem::take(&mut vote.discards);
        let done = match command {
            Command::Choose => vote.enter(),
            Command::Up => vote.mark_next(false),
            Command::Down => vote.mark_next(true),
            Command::Withdraw => vote.back(),
            Command::Discard if sure || vote.is_empty() => return self.discard_vote(),
            Command::Discard => {
                vote.discards = true;
                let votes = vote.cast_count();
                return self.cx.say(&format!("{votes}. Del again discards these votes; they cannot be brought back"));
            }
            Command::Dismiss => return self.close_vote(),
            _ => Ok(()),
        };
        self.cx.may_refuse(done)
    }

    /// Reveals the vote that is open on the item in sight, never one on another.
    pub(in crate::app) fn reveal_here(&mut self) -> Vec<Effect> {
        let Some(step) = self.cx.current_step() else { return vec![] };
        if self.cx.open_vote(&step).is_some() {
            return self.reveal();
        }
        let elsewhere = self.cx.workshop.as_ref().and_then(|workshop| workshop.vote.as_ref());
        let sentence = elsewhere.map_or("No vote is open: V opens one".to_owned(), |vote| {
            format!("The open vote is on {}: V goes there", vote.item())
        });
        self.cx.refuse(sentence)
    }

    /// Shows the votes: from here on they are a round of the session, and one step to undo.
    pub(in crate::app) fn reveal(&mut self) -> Vec<Effect> {
        let Some(workshop) = &mut self.cx.workshop else { return vec![] };
        let Some(vote) = &mut workshop.vote else { return self.cx.refuse("No vote is open: V opens one") };
        if let Err(problem) = vote.take_line() {
            return self.cx.refuse(problem);
        }
        if vote.cast_count().cast == 0 {
            return self.cx.refuse(Refusal::NobodyVoted.to_string());
        }
        let Some(Voting { poll, .. }) = workshop.vote.take() else { return vec![] };
        if matches!(self.overlays.last(), Some(Overlay::Vote)) {
            self.overlays.pop();
        }
        self.cx.edit(|session, now| poll.reveal(session, now))
    }

    /// Whether a way to vote is chosen in the box on top.
    pub(in crate::app) fn is_taking_votes(&self) -> bool {
        let vote = self.cx.workshop.as_ref().and_then(|workshop| workshop.vote.as_ref());
        matches!(self.overlays.last(), Some(Overlay::Vote)) && vote.is_some_and(|vote| vote.way.is_some())
    }

    fn discard_vote(&mut self) -> Vec<Effect> {
        self.overlays.pop();
        if let Some(workshop) = &mut self.cx.workshop
            && let Some(vote) = workshop.vote.take()
            && !vote.is_empty()
        {
            self.cx.notice = Some("The open vote is discarded; nobody has seen it".into());
        }
        vec![]
    }

    /// Closes the box. A vote in which nothing happened is not kept open.
    fn close_vote(&mut self) -> Vec<Effect> {
        self.overlays.pop();
        if let Some(workshop) = &mut self.cx.workshop
            && workshop.vote.as_ref().is_some_and(Voting::is_empty)
        {
            workshop.vote = None;
        }
        vec![]
    }
}

impl Cx {
    /// The vote that is open on what is asked at a step.
    #[must_use]
    pub fn open_vote(&self, step: &Step) -> Option<&Voting> {
        self.workshop.as_ref()?.vote.as_ref().filter(|vote| vote.is_on(step))
    }

    /// Why a line of counts cannot be those of a vote on the item in sight, as a sentence, before one is opened for it.
    #[must_use]
    pub fn problem_with_counts(&self, line: &str) -> Option<String> {
        let (step, workshop) = (self.current_step()?, self.workshop.as_ref()?);
        let mut vote = Voting::open(&self.framework, &workshop.session, &step)?;
        vote.choose(Offer { way: Way::Hands, by_group: false });
        vote.write(line).err()
    }

    pub(in crate::app) fn vote_key(&mut self, key: Key) -> Vec<Effect> {
        if let (Key::Char(letter), Some(vote)) = (key, self.workshop.as_mut().and_then(|one| one.vote.as_mut())) {
            vote.discards = false;
            let done = vote.key(letter);
            return self.may_refuse(done);
        }
        vec![]
    }

    /// Takes a whole line of counts, hidden as typed ones are.
    pub(in crate::app) fn vote_written(&mut self, line: &str) -> Vec<Effect> {
        if let Some(vote) = self.workshop.as_mut().and_then(|one| one.vote.as_mut()) {
            vote.discards = false;
            let done = vote.write(line);
            return self.may_refuse(done);
        }
        vec![]
    }

    fn may_refuse(&mut self, done: Result<(), String>) -> Vec<Effect> {
        done.map_or_else(|reason| self.refuse(reason), |()| vec![])
    }
}
