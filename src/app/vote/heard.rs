//! Small groups that may agree to be heard: asked after a reveal, one after the other, whether or not they differ.
//!
//! An offer only where a group differs would tell that it does.

use crate::analysis::{SilentGroup, silent_groups, silent_on_assumption};
use crate::app::page::Next;
use crate::app::{Ask, Cx, Overlay};
use crate::framework::Step;
use crate::words;
use std::sync::Arc;

impl Cx {
    /// The groups of three or four that may agree to be heard on the item in sight, on the day of their vote.
    pub(crate) fn silent_groups(&self) -> Vec<SilentGroup> {
        let (Some(step), Some(workshop)) = (self.current_step(), &self.workshop) else { return Vec::new() };
        let session = &workshop.session;
        if !self.has_just_voted(&step) {
            return Vec::new();
        }
        match &step {
            Step::Assumption(id) => silent_on_assumption(session, id),
            step => self
                .framework
                .feature(step.feature().unwrap_or(&"".into()))
                .map_or(Vec::new(), |(_, _, feature)| silent_groups(session, feature, step.level())),
        }
    }

    /// What the first of some groups is asked: `Third sector (4): may it be told whether you stand lower, alike or
    /// higher than the rest?`
    pub(crate) fn heard_question(&self, groups: &[SilentGroup]) -> String {
        let (Some(group), Some(workshop)) = (groups.first(), &self.workshop) else { return String::new() };
        let on_assumption = matches!(self.current_step(), Some(Step::Assumption(_)));
        words::may_it_be_told(group, on_assumption, &workshop.session.register)
    }

    /// What is said of them beside the votes: whom to ask, or who agreed.
    pub(crate) fn heard_in_words(&self) -> Option<(String, bool)> {
        words::heard_in_words(&self.silent_groups(), &self.session()?.register)
    }

    /// Asks the first of them.
    pub(in crate::app) fn ask_to_be_heard(&mut self) -> Next {
        let groups = self.silent_groups();
        if groups.is_empty() {
            return self.say(words::NOBODY_TO_HEAR);
        }
        Next::Open(Overlay::Ask(Box::new(Ask::Hear { groups })))
    }

    /// Keeps the answer of the first of some groups, and asks the next in its place.
    pub(in crate::app) fn hear(&mut self, mut groups: Vec<SilentGroup>, yes: bool) -> Next {
        let Some(step) = self.current_step().filter(|_| !groups.is_empty()) else { return Next::Close };
        let group = groups.remove(0);
        let framework = Arc::clone(&self.framework);
        if let Step::Assumption(id) = &step {
            if let Some(assumption) = framework.assumption(id) {
                self.edit(|session, _| session.hear(assumption, &group.voters, yes));
            }
        } else if let Some((_, _, feature)) = step.feature().and_then(|id| framework.feature(id)) {
            self.edit(|session, _| session.hear((feature, step.level()), &group.voters, yes));
        }
        let kept = self.silent_groups().into_iter().find(|one| one.voice == group.voice);
        if kept.is_some_and(|kept| kept.agreed && !kept.heard) {
            self.say(words::NOT_TOLD_YET);
        }
        if groups.is_empty() { Next::Close } else { Next::Replace(Overlay::Ask(Box::new(Ask::Hear { groups }))) }
    }
}
