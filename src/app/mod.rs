//! State and update: what is on screen, and what a key, a click or a message changes.
//!
//! No drawing, no files and no clock: time comes in with each message, and whatever touches the world
//! goes out as an [`Effect`]. So a whole workshop runs in a test without terminal or disk.

mod actions;
mod agenda;
mod appearance;
mod ask;
mod clicker;
mod close;
mod commands;
mod compare;
mod conditions;
mod cx;
mod dates;
mod deletion;
mod details;
mod dissent;
mod dots;
mod drafts;
mod edit;

mod export;
mod finish;
mod follow_up;
mod form;
mod importing;
mod jump;
mod key;
pub mod keymap;
mod limits;
mod linked;
mod list;
mod look_back;
mod message;
mod not_agreed;
mod note;
mod overview;
mod pace;
mod page;
mod parked;
mod path_form;
mod pause;
mod public;
mod rate;
mod reading;
mod register;
mod rehearsal;
mod room_check;
mod saving;
mod setup;
mod slides;
mod spoken;
mod start;
mod tables;
mod text_field;
mod text_page;
mod themes;
mod trend;
mod typing;
mod update;
mod versions;
mod vote;
mod walk;
mod wall;
mod workshop;

use crate::framework::Framework;
use jiff::{Timestamp, Zoned};
use page::Page;
use std::sync::Arc;

pub use actions::{ActionBox, ActionField, ActionForm, ActionLine, ActionStart, ActionsPage};
pub use agenda::Agenda;
pub use appearance::{Appearance, ColorOption, Colours, Wish, detect};
pub use ask::Ask;
pub use clicker::{Clicker, may_be_learned};
pub use close::Closing;
pub use compare::{Change, Compare};
pub use conditions::Question;
pub use cx::{Cx, Home, Shown};
pub use deletion::Deletion;
pub use details::Details;
pub use dissent::{DissentForm, Part as DissentPart};
pub use dots::DotsPage;
pub use export::{Export, ExportOrder, ExportStage, FOLDER_LINE, NAMES_LINE, Written};
pub(crate) use follow_up::CHECK_IN_CLOCK;
pub use follow_up::LastActions;
pub use form::{Field, Fields};
pub(crate) use importing::Doubt;
pub use importing::Importing;
pub use jump::Jump;
pub use key::{Button, Key};
pub use linked::Linked;
pub use list::{Found, Kind, List, ListPage, Listed, Order, Preview, Reading, View};
pub use look_back::LookBack;
pub use message::{Effect, Msg, Target};
pub use not_agreed::{NotAgreed, Part as NotAgreedPart};
pub use note::{Kind as NoteKind, Note};
pub use overview::Overview;
pub(crate) use pace::open_in_part;
pub use pace::{FAST, Pace};
pub use parked::Parked;
pub use path_form::PathForm;
pub(crate) use path_form::PathKind;
pub use pause::Blank;
pub use public::Public;
pub use reading::{Purpose, Read};
pub use register::{LineField, LineForm, RegisterPage};
pub use room_check::{Measure, RoomCheck, metres, reads_to, rows_for};
pub use setup::{FieldName, Setup};
pub use slides::{PageStart, Slide, Slides};
pub use spoken::{
    Outcome, Parsed, Telling, TextInput, choices_in_short, doubt, end_of_text, help_in_lines, help_in_short, help_on,
};
pub use spoken::{SpokenAnswer, is_private_line, left_open, meant, two_things};
pub use start::{Choice, Start};
pub use text_field::TextField;
pub use text_page::{PageKind, TextPage};
pub use themes::ThemeName;
pub(crate) use themes::{Ink, PALETTES, Palette};
pub use trend::Trending;
pub use versions::{Version, Versions};
pub use vote::{CountLine, VoteBox, Voting};
pub use walk::Walk;
pub use wall::{SAYS_WHICH, WallShows, WallWindow, Walls, is_for_desk};
pub use workshop::{Saving, Workshop};

/// Everything the program knows while it runs.
#[derive(Debug)]
pub struct App {
    /// What pages read and change.
    pub cx: Cx,
    pub screen: Screen,
    /// What lies on top, the topmost last.
    pub overlays: Vec<Overlay>,
    last_button: clicker::LastButton,
    typing: typing::Typing,
}

/// What fills the screen.
#[derive(Clone, Debug)]
pub enum Screen {
    Start(Start),
    List(ListPage),
    Compare(Box<Compare>),
    Trend(Box<Trending>),
    LastActions(LastActions),
    Versions(Versions),
    Setup(Box<Setup>),
    Walk(Walk),
    Overview(Overview),
    Slides(Slides),
}

/// What lies on top of the screen.
#[derive(Clone, Debug)]
pub enum Overlay {
    Page(TextPage),
    Details(Details),
    Note(Box<Note>),
    NotAgreed(Box<NotAgreed>),
    Ask(Box<Ask>),
    Path(Box<PathForm>),
    Jump(Box<Jump>),
    Register(Box<RegisterPage>),
    Actions(Box<ActionsPage>),
    Dots(Box<DotsPage>),
    Export(Box<Export>),
    Importing(Importing),
    Dissent(Box<DissentForm>),
    Agenda(Agenda),
    Parked(Parked),
    LookBack(LookBack),
    RoomCheck(Box<RoomCheck>),
    Linked(Linked),
    Vote(VoteBox),
    Close(Closing),
    Blank(Blank),
}

/// Finds the page in each variant.
macro_rules! pages {
    ($pages:ty: $($variant:ident)+; boxed $($boxed:ident)+) => {
        impl $pages {
            pub(crate) fn page(&self) -> &dyn Page {
                match self {
                    $(Self::$variant(page) => page,)+
                    $(Self::$boxed(page) => page.as_ref(),)+
                }
            }

            pub(crate) fn page_mut(&mut self) -> &mut dyn Page {
                match self {
                    $(Self::$variant(page) => page,)+
                    $(Self::$boxed(page) => page.as_mut(),)+
                }
            }
        }
    };
}

pages!(Screen: Start List LastActions Versions Walk Overview Slides; boxed Compare Trend Setup);
pages!(Overlay: Importing Page Details Agenda Parked LookBack Linked Vote Close Blank;
    boxed Note NotAgreed Ask Path Jump Register Actions Dots Export Dissent RoomCheck);

impl App {
    /// The sentence for the room, and why the last message was not taken: whoever reads lines takes both away.
    pub fn take_notice(&mut self) -> (Option<String>, Option<String>) {
        (self.cx.notice.take(), self.cx.refusal.take())
    }

    /// Takes in where the pages of the slide in sight begin, in each window for which it is turned; whether that was news.
    pub fn see(&mut self, windows: &[Vec<PageStart>]) -> bool {
        if !self.cx.see(windows) {
            return false;
        }
        if let Screen::Slides(slides) = &mut self.screen {
            slides.keep_in_sight(&self.cx);
        }
        true
    }

    /// Whether a page is in sight of which a window may have room for a part only.
    pub fn is_paged(&self) -> bool {
        let is_drawn = self.cx.shown == Shown::Screen || !self.cx.walls.turning().is_empty();
        is_drawn && self.overlays.is_empty() && matches!(self.screen, Screen::Slides(_) | Screen::Compare(_))
    }

    /// When the app is to be told that time has passed, if no key comes before.
    pub fn due(&self) -> Option<Timestamp> {
        let sign = self.cx.walls.says_which(self.cx.now.timestamp());
        let list = matches!(self.screen, Screen::List(_)).then(|| self.cx.list.due()).flatten();
        self.typing.due().into_iter().chain(sign).chain(list).min()
    }

    /// The program at its start page.
    pub fn new(framework: Arc<Framework>, now: Zoned, home: Home) -> Self {
        let (screen, last_button) = (Screen::Start(Start::default()), clicker::LastButton::default());
        let typing = typing::Typing::default();
        Self { cx: Cx::new(framework, now, home), screen, overlays: Vec::new(), last_button, typing }
    }
}
