//! What a window on the wall shows: a view of what the room may see, and of nothing else.
//!
//! It is made from [`Public`] alone, and never from the app.

use super::item_question::{Outcome, VoteLine};
use super::{Body, Frame, View};
use crate::app::Public;
use crate::session::Way;
use crate::words::{self, pass_it_on};

/// The page for a window on the wall: without keys, marks, files and what is only the facilitator's to know.
pub fn view_public(public: &Public) -> View<'_> {
    let View { place, frame, mut body, .. } = super::view(&public.app);
    if let Body::Question(question) = &mut body {
        question.votes.iter_mut().for_each(|line| line.keys.clear());
        question.asks_evidence = [""; 2];
        if let Some((way, cast)) = public.cast {
            let words = if way == Way::Keypad && cast.cast > 0 { pass_it_on(cast) } else { cast.to_string() };
            question.votes = vec![VoteLine { head: words::VOTE.into(), words, keys: String::new() }];
            // That nothing was said of it is not so: it is not here.
            question.outcome = Outcome::default();
        }
    }
    if let Body::Break(pause) = &mut body {
        pause.keys = "";
    }
    let frame = Frame { saved: None, notices: Vec::new(), hints: Vec::new(), ..frame };
    View::new(place, frame, body)
}
