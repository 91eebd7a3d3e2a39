//! What the room may see of the program: a second app that never held anything else.
//!
//! Whatever is shown on a wall is made from this. A private note, an open vote, half-typed text, a file's path or
//! another partnership cannot get there, because they are not in it.

use super::{App, Blank, Compare, Cx, Home, Overlay, Screen, Voting, Walk, WallShows, Workshop, clicker, typing};
use crate::framework::Id;
use crate::session::{CastCount, Way};
use std::sync::Arc;

/// What the room may see.
#[derive(Debug)]
pub struct Public {
    pub(crate) app: App,
    /// How votes come in on what is in sight, and how many are; nothing else of an open vote is ever here.
    pub(crate) cast: Option<(Way, CastCount)>,
}

impl Public {
    /// What the room may see just now; `None` where the page is not for it, and what it saw last stays.
    pub fn of(app: &App) -> Option<Self> {
        let workshop = app.cx.workshop.as_ref()?;
        // Nothing is lost, and nobody led, while a vote is empty and its item out of sight.
        let is_voted = |vote: &&Voting| shows(&app.screen, vote) || !vote.is_empty();
        let voted_on = workshop.vote.as_ref().filter(is_voted).and_then(|vote| vote.step().item().cloned());
        let (screen, overlays) = match &app.cx.walls.shows {
            WallShows::Frozen => return None,
            WallShows::Blank(since) => (
                public_screen(app, workshop, voted_on.as_ref())?,
                vec![Overlay::Blank(Blank { since: since.clone(), back: None })],
            ),
            WallShows::Page => (public_screen(app, workshop, voted_on.as_ref())?, public_overlay(app.overlays.last())?),
        };
        let vote = workshop.vote.as_ref().filter(|vote| shows(&screen, vote)).filter(|_| overlays.is_empty());
        let cast = vote.map(|vote| (vote.way, vote.cast_count()));
        let mut cx = Cx::new(Arc::clone(&app.cx.framework), app.cx.now.clone(), Home::default());
        (cx.theme, cx.colours, cx.ascii, cx.timer) = (app.cx.theme, app.cx.colours, app.cx.ascii, app.cx.timer);
        cx.plain_words = app.cx.plain_words;
        cx.pages.clone_from(&app.cx.pages);
        cx.workshop = Some(workshop.public(voted_on.as_ref()));
        Some(Self {
            app: App {
                cx,
                screen,
                overlays,
                last_button: clicker::LastButton::default(),
                typing: typing::Typing::default(),
            },
            cast,
        })
    }
}

/// Whether the item of a vote is in sight.
fn shows(screen: &Screen, vote: &Voting) -> bool {
    matches!(screen, Screen::Walk(walk) if vote.is_on(&walk.step))
}

fn public_screen(app: &App, workshop: &Workshop, voted_on: Option<&Id>) -> Option<Screen> {
    Some(match &app.screen {
        Screen::Walk(walk) => Screen::Walk(Walk { focus: None, ..walk.clone() }),
        Screen::Overview(page) => Screen::Overview(*page),
        Screen::Slides(slides) => Screen::Slides(*slides),
        Screen::LastActions(page) => Screen::LastActions(*page),
        // Of a follow-up its own two workshops; of any others nothing.
        Screen::Compare(shown) if shown.now.id == workshop.session.id => {
            let (then, now) = (shown.then.public(voted_on), shown.now.public(voted_on));
            Screen::Compare(Box::new(Compare { then, now, ..**shown }))
        }
        Screen::Start(_)
        | Screen::List(_)
        | Screen::Compare(_)
        | Screen::Trend(_)
        | Screen::Versions(_)
        | Screen::Setup(_) => return None,
    })
}

/// What lies on the screen, if the room may see it; below the box in which votes are taken, the item is seen.
fn public_overlay(top: Option<&Overlay>) -> Option<Vec<Overlay>> {
    Some(match top {
        None | Some(Overlay::Vote(_) | Overlay::Jump(_)) => Vec::new(),
        Some(Overlay::Blank(pause)) => vec![Overlay::Blank(pause.clone())],
        Some(Overlay::Details(shown)) => vec![Overlay::Details(*shown)],
        Some(Overlay::Agenda(page)) => vec![Overlay::Agenda(*page)],
        Some(Overlay::Linked(page)) => vec![Overlay::Linked(page.clone())],
        Some(Overlay::Parked(page)) => vec![Overlay::Parked(*page)],
        Some(
            Overlay::Page(_)
            | Overlay::Note(_)
            | Overlay::NotAgreed(_)
            | Overlay::Ask(_)
            | Overlay::Path(_)
            | Overlay::Register(_)
            | Overlay::Actions(_)
            | Overlay::LookBack(_)
            | Overlay::Dots(_)
            | Overlay::Export(_)
            | Overlay::Importing(_)
            | Overlay::Dissent(_)
            | Overlay::RoomCheck(_)
            | Overlay::Close(_),
        ) => return None,
    })
}
