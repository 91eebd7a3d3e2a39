//! How much text is taken: no more in a field than it holds, and no more in all than a file that can be opened again.
//!
//! What is not taken is said, and nothing of it is taken by halves.

use super::Cx;
use crate::session::{
    Answer, Decision, Edit, History, MOST, MOST_WITH_TEXT, Session, TooLarge, encoded_len, escaped_len,
};
use crate::words;

/// What a change without text adds to a file, at most: an entry in a history, a round of votes with its groups.
const ONE_CHANGE: usize = 4 * 1024;

/// How large the open session is, at most. It is counted when that begins to matter, since counting costs as much as
/// saving; until then what was added is summed up.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Size {
    counted: Option<usize>,
    added: usize,
}

impl Size {
    /// Whether a session stays within so many bytes with what was added and with so many more.
    fn stays_within(&mut self, most: usize, more: usize, session: &Session) -> Result<(), TooLarge> {
        let at_most = |size: Self| size.counted.map(|counted| counted.saturating_add(size.added).saturating_add(more));
        if self.counted.is_none() || self.added > 0 && at_most(*self).is_some_and(|bytes| bytes > most) {
            *self = Self { counted: Some(encoded_len(session)), added: 0 };
        }
        match at_most(*self) {
            Some(bytes) if bytes > most => Err(TooLarge(bytes)),
            _ => Ok(()),
        }
    }
}

/// What the views in the decisions on an item take in a file.
fn views(answer: &Answer) -> usize {
    let of_decision = |decision: &Decision| match decision {
        Decision::NotAgreed { low_view, high_view, .. } => escaped_len(low_view) + escaped_len(high_view),
        _ => 0,
    };
    answer.decided.all().into_iter().map(|(_, decision)| of_decision(decision)).sum()
}

impl Cx {
    /// Whether a text may go into the open session; if not, says so. A view stands in it twice: as it is, and in the
    /// history.
    pub(super) fn has_room_for(&mut self, text: &str) -> bool {
        let Some(workshop) = self.workshop.as_mut().filter(|workshop| workshop.read_only.is_none()) else {
            return true;
        };
        let more = 2 * escaped_len(text);
        match workshop.size.stays_within(MOST_WITH_TEXT, more, &workshop.session) {
            Ok(()) => {
                workshop.size.added = workshop.size.added.saturating_add(more);
                true
            }
            Err(error) => {
                self.refuse(words::nothing_taken(error));
                false
            }
        }
    }

    /// Takes a change back after which the session could not be saved, and says so; gives it on otherwise.
    pub(super) fn within_size(&mut self, edit: Edit) -> Option<Edit> {
        let workshop = self.workshop.as_mut()?;
        // A decision takes the views before it into its history.
        let copied = edit.feature().map_or(0, |id| views(workshop.session.answer(id)));
        workshop.size.added = workshop.size.added.saturating_add(copied).saturating_add(ONE_CHANGE);
        let Err(error) = workshop.size.stays_within(MOST, 0, &workshop.session) else { return Some(edit) };
        let mut history = History::default();
        history.record(edit.clone(), &workshop.session);
        history.undo(&mut workshop.session);
        // What makes it smaller is the way out.
        if error.0 <= encoded_len(&workshop.session) {
            history.redo(&mut workshop.session);
            return Some(edit);
        }
        workshop.size = Size::default();
        self.refuse(words::nothing_changed(error));
        None
    }
}
