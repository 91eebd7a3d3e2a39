//! The app's state on screen. Reads only: the same state and size always give the same frame.
//!
//! One file per screen, with the name it has in `app`. All of them paint on a [`Canvas`], which clips:
//! no size can make it panic.

mod canvas;
mod card;
mod choices;
mod chrome;
mod compare;
mod conversations;
mod desk;
mod face;
mod form;
mod glyphs;
mod grid;
mod heat_map;
mod item_question;
mod list;
mod overview;
pub mod palette;
mod reading;
mod room_check;
mod sessions;
mod sheet;
mod size;
mod slide;
mod text;
mod theme;
mod trend;
mod vote;
mod wall;

use crate::app::{PageStart, Target, ThemeName};
use crate::view::{Body, View};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

pub use canvas::Canvas;
pub use glyphs::{is_allowed, to_ascii};
pub use size::{LEAST, Size};
pub use theme::{Theme, of as theme};
pub use wall::{Picture, WallLook, draw_for_wall, draw_sign};

/// Where a click meets what, and how a slide is parted into pages.
#[derive(Clone, Debug, Default)]
pub struct Hits {
    areas: Vec<(Rect, Target)>,
    pages: Vec<PageStart>,
}

impl Hits {
    /// Everything that a click meets, and where it stands; the later ones lie on top.
    pub fn all(&self) -> impl Iterator<Item = (Rect, Target)> {
        self.areas.iter().copied()
    }

    /// What stands at a column and row; the last drawn lies on top.
    pub fn at(&self, column: u16, row: u16) -> Option<Target> {
        let point = Position { x: column, y: row };
        self.areas.iter().rev().find(|(area, _)| area.contains(point)).map(|(_, target)| *target)
    }
}

/// Where each page begins of what a window of some size shows; nowhere where it is not shown in pages.
pub fn pages(view: &View, columns: u16, rows: u16) -> Vec<PageStart> {
    let mut buffer = Buffer::empty(Rect { x: 0, y: 0, width: columns, height: rows });
    let mut canvas = Canvas::new(&mut buffer, theme::of(ThemeName::default()));
    paint(view, &mut canvas);
    canvas.finish().0.pages
}

/// Draws what a window shows, in ASCII alone where nothing else may be drawn, and says what a click would meet and where
/// the cursor stands.
pub fn draw(view: &View, theme: ThemeName, ascii: bool, buffer: &mut Buffer) -> (Hits, Option<Position>) {
    let mut canvas = Canvas::new(buffer, theme::of(theme));
    paint(view, &mut canvas);
    let told = canvas.finish();
    if ascii {
        glyphs::to_ascii(buffer);
    }
    told
}

fn paint(view: &View, canvas: &mut Canvas) {
    if Size::of(canvas.area()) == Size::TooSmall {
        return size::too_small(canvas);
    }
    let frame = &view.frame;
    match &view.body {
        Body::Reading(shown) => reading::draw(frame, shown, canvas),
        Body::Sessions(shown) => sessions::draw(frame, shown, canvas),
        Body::List(shown) if shown.page.is_some() => slide::draw(frame, shown, canvas),
        Body::List(shown) => list::draw(frame, shown, canvas),
        Body::HeatMap(shown) => heat_map::draw(frame, shown, canvas),
        Body::ChangeMap(shown) => compare::draw(frame, shown, canvas),
        Body::Desk(shown) => desk::draw(frame, shown, canvas),
        Body::Sign(word) => wall::sign(frame, word, canvas),
        Body::Trend(shown) => trend::draw(frame, shown, canvas),
        Body::Overview(shown) => overview::draw(frame, shown, canvas),
        Body::Form(shown) => form::draw(frame, shown, canvas),
        Body::Card(shown) => card::draw(frame, shown, canvas),
        Body::Break(shown) => chrome::blank(shown, canvas),
        Body::RoomCheck(shown) => room_check::draw(frame, shown, canvas),
        Body::Question(shown) => item_question::draw(frame, shown, canvas),
    }
    if let Some(dialog) = &view.dialog {
        form::dialog(frame, dialog, canvas);
    }
}
