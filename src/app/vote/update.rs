//! What keys do while a vote is open.
//!
//! Esc keeps the vote and closes the box; only reveal and discard end it. What is refused never says a count.

use super::Voting;
use super::guard::AFTER_REVEAL;
use crate::app::keymap::{Command, Context};
use crate::app::page::{Next, Page, Typed};
use crate::app::{Ask, Cx, Key, Overlay, Shown, Target, Walk, Workshop};
use crate::framework::Step;
use crate::session::{BallotError, Refusal, Shown as OnRecord, Status, Way};
use crate::words;
use jiff::Timestamp;

/// Why a vote does not go on.
pub(super) enum Stop {
    Refused(String),
    /// More than are present would be counted: that is asked first.
    More(BallotError),
}

impl From<BallotError> for Stop {
    fn from(error: BallotError) -> Self {
        match error {
            BallotError::MoreThanPresent { .. } => Self::More(error),
            _ => Self::Refused(error.to_string()),
        }
    }
}

pub(super) type Done = Result<(), Stop>;

impl Voting {
    /// Asks the people of another line.
    pub(super) fn go_to(&mut self, group: usize) {
        self.group = group.min(self.groups.len() - 1);
        self.poll.ballots_mut().ask(self.groups[self.group].clone());
        self.line.clear();
    }

    /// Takes the typed line in; nothing typed is nothing to take.
    pub(super) fn take_line(&mut self, is_meant: bool) -> Done {
        if self.way == Way::Hands && !self.line.is_empty() {
            self.poll.ballots_mut().count(self.line.text(), is_meant)?;
            self.line.clear();
        }
        Ok(())
    }

    /// Goes to another line, when what is typed on this one can be taken in.
    fn move_to(&mut self, group: usize) -> Done {
        self.take_line(false)?;
        self.go_to(group);
        Ok(())
    }

    fn key(&mut self, letter: char, pressed: Option<Timestamp>) -> Done {
        if self.way == Way::Hands {
            self.line.take(letter);
            return Ok(());
        }
        let digit = if letter == '?' { '0' } else { letter };
        if pressed.is_some_and(|now| !self.guard.takes(letter, now)) {
            return Ok(());
        }
        match self.poll.ballots_mut().press(digit, false) {
            Some(taken) => taken.map_err(|error| {
                self.guard.waiting = Some(digit);
                error.into()
            }),
            None if digit.is_ascii_digit() => Err(Stop::Refused(words::press_an_answer(self.answers()))),
            None => Ok(()),
        }
    }

    /// Takes a click on an answer: a hand that was counted, or a vote on the keypad.
    fn chosen(&mut self, place: usize, pressed: Option<Timestamp>) -> Done {
        let answers = self.answers();
        self.discards = false;
        if self.way == Way::Hands {
            self.reopen_line();
            self.line.add(place, answers);
            return Ok(());
        }
        let digit = if place < answers { place + 1 } else { 0 };
        u32::try_from(digit)
            .ok()
            .and_then(|digit| char::from_digit(digit, 10))
            .map_or(Ok(()), |key| self.key(key, pressed))
    }

    /// Counts what is more than are present, after that was asked.
    fn count_more(&mut self) -> Done {
        if let Some(digit) = self.guard.waiting.take() {
            return Ok(self.poll.ballots_mut().press(digit, true).unwrap_or(Ok(()))?);
        }
        self.take_line(true)?;
        self.go_to(self.group + 1);
        Ok(())
    }

    /// Takes a digit of the line back, and of a line that was taken in the last one; or the last vote of the keypad.
    fn back(&mut self) -> Done {
        if self.way == Way::Keypad {
            return Ok(self.poll.ballots_mut().withdraw_last()?);
        }
        self.reopen_line();
        self.line.shorten();
        Ok(())
    }

    /// Shows the line that was taken in, where nothing else is typed, so that it can be corrected.
    fn reopen_line(&mut self) {
        if self.line.is_empty()
            && let Some(line) = self.poll.ballots().line()
        {
            self.line.replace(line);
        }
    }

    /// Where another way to count can be chosen: before a vote is in.
    fn may_count_otherwise(&self) -> Done {
        if self.is_empty() { Ok(()) } else { Err(Stop::Refused(words::VOTES_ARE_IN.to_owned())) }
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
    cx.seat_voters();
    let Some(workshop) = &cx.workshop else { return Next::Stay };
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
        match command {
            Command::Reveal => return cx.reveal().unwrap_or(Next::Close),
            Command::Groups | Command::Way => return cx.count_otherwise(command),
            Command::Register => return Next::Open(Overlay::Register(Box::default())),
            _ => {}
        }
        let is_drawn = cx.shown == Shown::Screen;
        let Some(vote) = cx.voting() else { return Next::Close };
        let sure = std::mem::take(&mut vote.discards);
        let (is_empty, votes, group) = (vote.is_empty(), vote.cast_count(), vote.group);
        let done = match command {
            Command::Choose if is_drawn && vote.line.is_empty() && vote.groups.len() == 1 => {
                Err(Stop::Refused(words::NOTHING_TYPED.to_owned()))
            }
            Command::Choose | Command::Down => vote.move_to(group + 1),
            Command::Up => vote.move_to(group.saturating_sub(1)),
            Command::Withdraw if !is_drawn && vote.way == Way::Hands => match vote.back_in_lines() {
                Ok(()) => return cx.say(words::COUNTS_TAKEN_BACK),
                refused => refused,
            },
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
                let missing = vote.reveals.then(|| vote.poll.ballots().missing());
                if is_empty {
                    cx.end_vote();
                } else if let Some(missing) = missing {
                    // Clickers send it: what was asked stands.
                    cx.say(words::have_not_voted(missing));
                }
                return Next::Close;
            }
            _ => Ok(()),
        };
        cx.went_on(done)
    }

    fn click(&mut self, cx: &mut Cx, target: Target) -> Next {
        let now = cx.now.timestamp();
        let Some(vote) = cx.voting() else { return Next::Stay };
        let done = match target {
            Target::Line(group) => vote.move_to(group),
            Target::Choice(place) => vote.chosen(place, Some(now)),
            _ => Ok(()),
        };
        cx.went_on(done)
    }

    fn has_wheel(&mut self) -> bool {
        true
    }

    /// Takes a key, or a whole line of counts.
    fn typed(&mut self, cx: &mut Cx, typed: Typed<'_>) -> Next {
        let pressed = (cx.shown == Shown::Screen).then(|| cx.now.timestamp());
        let Some(vote) = cx.voting() else { return Next::Stay };
        let done = match typed {
            Typed::Key(Key::Char(letter)) => {
                vote.discards = false;
                vote.key(letter, pressed)
            }
            Typed::Said(line) => {
                vote.discards = false;
                match vote.say_counts(line) {
                    Ok(Some(said)) => return cx.say(said),
                    done => done.map(|_| ()),
                }
            }
            Typed::Key(_) | Typed::Pasted(_) => Ok(()),
        };
        cx.went_on(done)
    }

    fn is_recorded(&self) -> bool {
        true
    }
}

impl Cx {
    /// Takes who is in the room now for those who vote, after the register was open.
    pub(in crate::app) fn seat_voters(&mut self) {
        if let Some(Workshop { session, vote: Some(vote), .. }) = &mut self.workshop {
            vote.seat(&session.register);
        }
    }

    fn voting(&mut self) -> Option<&mut Voting> {
        self.workshop.as_mut()?.vote.as_mut()
    }

    pub(in crate::app) fn end_vote(&mut self) -> Option<Voting> {
        self.workshop.as_mut()?.vote.take()
    }

    /// The vote that is open on what is asked at a step.
    pub(crate) fn open_vote(&self, step: &Step) -> Option<&Voting> {
        self.workshop.as_ref()?.vote.as_ref().filter(|vote| vote.is_on(step))
    }

    /// Says why a vote does not go on, or asks.
    fn went_on(&mut self, done: Done) -> Next {
        match done {
            Ok(()) => Next::Stay,
            Err(Stop::Refused(reason)) => self.refuse(reason),
            Err(Stop::More(more)) => {
                let Some(workshop) = &self.workshop else { return Next::Stay };
                let vote = workshop.vote.as_ref();
                let group =
                    vote.and_then(|vote| Some(vote.name_of(vote.groups.get(vote.group)?, &workshop.session.register)));
                Next::Open(Overlay::Ask(Box::new(Ask::More { group: group.unwrap_or_default(), more })))
            }
        }
    }

    /// Counts more than are present, or lets it be.
    pub(in crate::app) fn count_more(&mut self, yes: bool) {
        let is_in_lines = self.shown == Shown::Lines;
        let Some(vote) = self.voting() else { return };
        if yes {
            let done = vote.count_more();
            self.went_on(done);
        } else {
            vote.guard.waiting = None;
            if is_in_lines {
                vote.line.clear();
            }
        }
    }

    /// Counts by hands or on the keypad, or other groups, from now on; the session keeps which.
    fn count_otherwise(&mut self, command: Command) -> Next {
        let Some(workshop) = &mut self.workshop else { return Next::Stay };
        let Some(vote) = &mut workshop.vote else { return Next::Stay };
        let may = vote.may_count_otherwise();
        if may.is_err() {
            return self.went_on(may);
        }
        let register = &mut workshop.session.register;
        if command == Command::Way {
            register.way = if register.way == Way::Hands { Way::Keypad } else { Way::Hands };
        } else if !register.count_in_next_way() {
            return self.refuse(words::ONE_GROUP);
        }
        vote.seat(register);
        vote.go_to(0);
        workshop.session.count_change();
        self.save();
        Next::Stay
    }

    /// Why a line of counts cannot be those of a vote on the item in sight, as a sentence, before one is opened for it.
    pub(crate) fn problem_with_counts(&self, line: &str) -> Option<String> {
        let mut vote = Voting::open(&self.framework, self.session()?, &self.current_step()?)?;
        vote.way = Way::Hands;
        match vote.write(line) {
            Err(Stop::Refused(reason)) => Some(reason),
            Ok(()) | Err(Stop::More(_)) => None,
        }
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
        self.reveal().unwrap_or_default()
    }

    /// Shows the votes: from here on they are a round of the session, and one step to undo. What comes instead, where the
    /// vote goes on; that some who are present have not voted is said once, and the next time reveals.
    pub(in crate::app) fn reveal(&mut self) -> Option<Next> {
        let Some(Workshop { session, vote: Some(vote), .. }) = &mut self.workshop else {
            return Some(self.refuse(words::NO_VOTE_OPEN));
        };
        if let Err(stop) = vote.take_line(false) {
            return Some(self.went_on(Err(stop)));
        }
        vote.poll.ballots_mut().seat(&session.register, vote.counted);
        let missing = vote.poll.ballots().missing();
        if vote.cast_count().cast == 0 {
            return Some(self.refuse(Refusal::NobodyVoted.to_string()));
        }
        if missing > 0 && !std::mem::replace(&mut vote.reveals, true) {
            return Some(self.say(words::have_not_voted(missing)));
        }
        let Voting { poll, .. } = self.end_vote()?;
        self.edit(|session, now| poll.reveal(session, now));
        self.revealed = Some(self.now.timestamp());
        None
    }

    /// Hides the votes that a change put on record and undo took back: the next reveal shows the same.
    pub(in crate::app) fn hide_again(&mut self, before: &OnRecord) {
        let Some(workshop) = self.workshop.as_mut().filter(|workshop| workshop.unkept_vote().is_none()) else { return };
        let Some(vote) = Voting::hidden_again(before, &self.framework, &workshop.session) else { return };
        workshop.vote = Some(vote);
        let undone = self.notice.take().unwrap_or_default();
        self.say(words::hidden_again(&undone));
    }

    /// Whether votes are open that are not on record.
    pub(in crate::app) fn has_hidden_votes(&self) -> bool {
        self.workshop.as_ref().is_some_and(|workshop| {
            workshop.unkept_vote().is_some_and(|vote| !vote.poll.is_on_record(&workshop.session))
        })
    }

    /// Whether a reveal was just now: a digit is still meant as a vote.
    pub(in crate::app) fn has_just_revealed(&self) -> bool {
        let since = self.revealed.map(|at| self.now.timestamp().duration_since(at));
        self.shown == Shown::Screen && since.is_some_and(|since| since < AFTER_REVEAL)
    }
}
