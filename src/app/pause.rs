//! A pause: the room's screen blank, until any key; and a break, with the time at which it ends.
//!
//! The stage's clock stands still meanwhile. What the screen shows of it is drawn elsewhere.

use super::{App, Effect, Key, Overlay, Screen};
use jiff::{Span, Zoned};

impl App {
    pub(super) fn blank(&mut self) -> Vec<Effect> {
        if let Some(workshop) = &mut self.cx.workshop {
            workshop.run_clock(None, self.cx.now.timestamp());
        }
        let since = self.cx.clock();
        self.open(Overlay::Blank { since, back: None })
    }

    fn go_on_after_pause(&mut self) -> Vec<Effect> {
        match self.cx.workshop.as_ref().map(|workshop| workshop.session.place.clone()) {
            // A look at the slides is no time on a stage.
            Some(place) if !matches!(self.screen, Screen::Slides(_)) => self.cx.remember(place),
            _ => vec![],
        }
    }

    /// Blanks the screen for a quarter of an hour.
    pub(super) fn call_break(&mut self) -> Vec<Effect> {
        let effects = self.blank();
        if let Some(Overlay::Blank { back, .. }) = self.overlays.last_mut() {
            *back = longer(&self.cx.now, 15);
        }
        effects
    }

    /// A key on the blank screen: the one that calls a break makes it longer, any other ends it.
    pub(super) fn pause_key(&mut self, key: Key) -> Vec<Effect> {
        if let (Some(Overlay::Blank { back, .. }), BREAK) = (self.overlays.last_mut(), key) {
            *back = longer(back.as_ref().unwrap_or(&self.cx.now), 5);
            return vec![];
        }
        self.overlays.pop();
        self.go_on_after_pause()
    }
}

/// The key that calls a break, and on its screen makes it longer.
const BREAK: Key = Key::F(7);

/// So many minutes later, on a whole five minutes: people remember 11:15, not 11:13.
fn longer(from: &Zoned, minutes: i64) -> Option<Zoned> {
    let later = from.checked_add(Span::new().minutes(minutes)).ok()?;
    let past = i64::from(later.minute() % 5);
    later.checked_add(Span::new().minutes((5 - past) % 5)).ok()
}
