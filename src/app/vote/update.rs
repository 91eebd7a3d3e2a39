//! What keys do while a vote is open.
//!
//! Esc keeps the vote and closes the box; only reveal and discard end it. What is refused never says a count.

use super::{Offer, Voting, Way};
use crate::app::keymap::{Command, Context};
use crate::app::page::{Next, Page, Typed};
use crate::app::{Cx, Key, Overlay, Walk};
use crate::framework::Step;
use crate::session::{Refusal, Status, Voters};
use crate::words;

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
                None if letter.is_ascii_digit() => Err(words::press_an_answer(self.answers())),
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
        Err(words::only_counts(self.answers()))
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

/// The box in which a vote is taken; the vote itself stays open with the workshop while it is closed.
#[derive(Clone, Copy, Debug)]
pub struct VoteBox;

/// Opens a vote on the item, or the box of the one that is open, wherever that is.
pub(in crate::app) fn open(walk: &mut Walk, cx: &mut Cx) -> Next {
    let Some(workshop) = &mut cx.workshop else { return Next::Stay };
    if workshop.session.status == Status::Finished {
        return cx.refuse(Refusal::Finished.to_string());
    }
    if workshop.vote.is_none() {
        workshop.vote = Voting::open(&cx.framework, &workshop.session, &walk.step);
    }
    let Some(vote) = &workshop.vote else { return Next::Stay };
    if !vote.is_on(&walk.step) {
        let sentence = words::vote_still_open(&vote.item());
        *walk = Walk::at(vote.step()).entered(cx);
        cx.refuse(sentence);
    }
    Next::Open(Overlay::Vote(VoteBox))
}

impl Page for VoteBox {
    fn contexts(&self, _: &Cx) -> Vec<Context> {
        vec![Context::Vote, Context::Always]
    }

    /// Esc closes the box. A vote in which nothing happened is not kept open.
    fn command(&mut self, cx: &mut Cx, command: Command) -> Next {
        if command == Command::Reveal {
            return if cx.reveal() { Next::Close } else { Next::Stay };
        }
        let Some(vote) = cx.voting() else { return Next::Close };
        let sure = std::mem::take(&mut vote.discards);
        let (is_empty, votes) = (vote.is_empty(), vote.cast_count());
        let done = match command {
            Command::Choose => vote.enter(),
            Command::Up => vote.mark_next(false),
            Command::Down => vote.mark_next(true),
            Command::Withdraw => vote.back(),
            Command::Discard if sure || is_empty => {
                cx.end_vote();
                if !is_empty {
                    cx.say(words::VOTE_DISCARDED);
                }
                return Next::Close;
            }
            Command::Discard => {
                vote.discards = true;
                return cx.say(words::discard_asked(votes));
            }
            Command::Dismiss => {
                if is_empty {
                    cx.end_vote();
                }
                return Next::Close;
            }
            _ => Ok(()),
        };
        done.map_or_else(|reason| cx.refuse(reason), |()| Next::Stay)
    }

    /// Takes a key, or a whole line of counts, hidden as typed ones are.
    fn typed(&mut self, cx: &mut Cx, typed: Typed<'_>) -> Next {
        let Some(vote) = cx.voting() else { return Next::Stay };
        let done = match typed {
            Typed::Key(Key::Char(letter)) => {
                vote.discards = false;
                vote.key(letter)
            }
            Typed::Said(line) => {
                vote.discards = false;
                vote.write(line)
            }
            Typed::Key(_) | Typed::Pasted(_) => Ok(()),
        };
        done.map_or_else(|reason| cx.refuse(reason), |()| Next::Stay)
    }

    fn is_recorded(&self) -> bool {
        true
    }
}

impl Cx {
    fn voting(&mut self) -> Option<&mut Voting> {
        self.workshop.as_mut()?.vote.as_mut()
    }

    fn end_vote(&mut self) -> Option<Voting> {
        self.workshop.as_mut()?.vote.take()
    }

    /// The vote that is open on what is asked at a step.
    pub(crate) fn open_vote(&self, step: &Step) -> Option<&Voting> {
        self.workshop.as_ref()?.vote.as_ref().filter(|vote| vote.is_on(step))
    }

    /// Whether a way to vote is chosen in the vote that is open.
    pub(in crate::app) fn is_taking_votes(&self) -> bool {
        let vote = self.workshop.as_ref().and_then(|workshop| workshop.vote.as_ref());
        vote.is_some_and(|vote| vote.way.is_some())
    }

    /// Why a line of counts cannot be those of a vote on the item in sight, as a sentence, before one is opened for it.
    pub(crate) fn problem_with_counts(&self, line: &str) -> Option<String> {
        let mut vote = Voting::open(&self.framework, self.session()?, &self.current_step()?)?;
        vote.choose(Offer { way: Way::Hands, by_group: false });
        vote.write(line).err()
    }

    /// Reveals the vote that is open on the item in sight, never one on another.
    pub(in crate::app) fn reveal_here(&mut self) -> Next {
        let elsewhere = match (self.current_step(), self.workshop.as_ref().and_then(|workshop| workshop.vote.as_ref()))
        {
            (None, _) => return Next::Stay,
            (Some(step), Some(vote)) if vote.is_on(&step) => None,
            (_, Some(vote)) => Some(words::vote_elsewhere(&vote.item())),
            (_, None) => Some(words::NO_VOTE_OPEN.to_owned()),
        };
        if let Some(sentence) = elsewhere {
            return self.refuse(sentence);
        }
        self.reveal();
        Next::Stay
    }

    /// Shows the votes: from here on they are a round of the session, and one step to undo. Whether the vote has ended.
    pub(in crate::app) fn reveal(&mut self) -> bool {
        let Some(vote) = self.voting() else {
            self.refuse(words::NO_VOTE_OPEN);
            return false;
        };
        if let Err(problem) = vote.take_line() {
            self.refuse(problem);
        } else if vote.cast_count().cast == 0 {
            self.refuse(Refusal::NobodyVoted.to_string());
        } else if let Some(Voting { poll, .. }) = self.end_vote() {
            self.edit(|session, now| poll.reveal(session, now));
            return true;
        }
        false
    }
}
