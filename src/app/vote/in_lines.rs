//! Counts of hands that are written as whole lines, where nothing is drawn: a line is taken in or back, never half of it.

use super::Voting;
use super::update::{Done, Stop};
use crate::session::Way;
use crate::words;

impl Voting {
    /// Takes a whole line of counts in; of one that cannot be read nothing stays.
    pub(super) fn write(&mut self, line: &str) -> Done {
        if self.way != Way::Hands {
            return Ok(());
        }
        if self.line.replace(line) {
            let taken = self.take_line(false);
            if !matches!(taken, Err(Stop::More(_))) {
                self.line.clear();
            }
            return taken;
        }
        Err(Stop::Refused(words::only_counts(self.answers())))
    }

    /// Takes a whole line of counts in; the sentence that tells it where as many are in as before.
    pub(super) fn say_counts(&mut self, line: &str) -> Result<Option<String>, Stop> {
        let (group, was_counted) = (self.groups[self.group].clone(), self.poll.ballots().line().is_some());
        let before = self.cast_count_of(&group);
        self.write(line)?;
        let now = self.cast_count_of(&group);
        let is_told = self.way != Way::Hands || now != before;
        Ok((!is_told).then(|| words::hands_counted(was_counted, now)))
    }

    /// Takes a whole line of counts back, of the group that is asked or else of the one above it.
    pub(super) fn back_in_lines(&mut self) -> Done {
        if self.poll.ballots().line().is_none() {
            self.go_to(self.group.saturating_sub(1));
        }
        if self.poll.ballots_mut().withdraw_line() {
            Ok(())
        } else {
            Err(Stop::Refused(words::NO_COUNTS_TO_TAKE_BACK.to_owned()))
        }
    }
}
