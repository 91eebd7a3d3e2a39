//! What came in from outside: what was understood of it, before it is taken.

use super::{Body, Frame, Reading, Text, Tone, View};
use crate::app::{App, Doubt, Importing};
use crate::words;

pub(super) fn page<'a>(app: &'a App, page: &Importing) -> View<'a> {
    let mut text = Text::default();
    let (sentence, next) = match &page.doubt {
        None => ("", TAKE),
        Some(Doubt::Same(when)) => (&**when, BESIDE),
        Some(Doubt::Perhaps(when)) => (&**when, IN_PLACE),
    };
    if !sentence.is_empty() {
        text.text(0, words::sentence(sentence), Tone::Alert);
    }
    text.text(0, next, Tone::Accent);
    for (title, lines) in page.incoming.preview() {
        text.blank();
        if !title.is_empty() {
            text.text(0, title, Tone::Accent);
        }
        let tone = if title == words::TO_CONFIRM { Tone::Alert } else { Tone::Text };
        for line in lines {
            text.text(if title.is_empty() { 0 } else { 2 }, line, tone);
        }
    }
    let body = Body::Reading(Reading { text, scroll: page.scroll, ..Reading::default() });
    View::new("import", Frame::new(app, "TAKING IN A SURVEY", ""), body).asking("Take it in", "")
}

const TAKE: &str = "Is that right? Enter takes it in; it is hidden until the room has spoken of an item.";
const IN_PLACE: &str = "Enter puts these in their place; A counts them beside those, if they are other people's.";
const BESIDE: &str = "A counts them beside those, if they are other people's.";
