//! Where a key pressed now is looked up, and which commands make sense just now.
//!
//! It looks and changes nothing; what a command does is in the screens' own files.

use super::keymap::{Command, Context};
use super::{ActionBox, App, Overlay, Screen, Slide, Walk};
use crate::framework::Step;

impl App {
    /// Where a key pressed now is looked up, the innermost first.
    #[must_use]
    pub fn contexts(&self) -> Vec<Context> {
        use Context::{
            ActionForm, ActionLine, ActionStart, Actions, Agenda, Always, Ask, Close, Compare, Details, Dissent, Dots,
            Export, Folder, LastActions, Letters, Linked, List, NotAgreed, Note, Overview, Page, Parked, Register,
            RegisterLine, SaveAs, Search, Session, Setup, Slides, Start, Trend, Versions, Vote,
        };
        match self.overlays.last() {
            Some(Overlay::Page(_)) => return vec![Page, Letters, Always],
            Some(Overlay::Details(_)) => return vec![Details, Page, Letters, Always],
            Some(Overlay::Note(_)) => return vec![Note, Always],
            Some(Overlay::NotAgreed(_)) => return vec![NotAgreed, Always],
            Some(Overlay::SaveAs(_)) => return vec![SaveAs, Always],
            Some(Overlay::Folder(_)) => return vec![Folder, Always],
            Some(Overlay::Ask(_)) => return vec![Ask, Always],
            Some(Overlay::Export(_)) => return vec![Export, Letters, Always],
            Some(Overlay::Vote) => return vec![Vote, Always],
            Some(Overlay::Dissent(_)) => return vec![Dissent, Always],
            Some(Overlay::Linked(_)) => return vec![Linked, Letters, Always],
            Some(Overlay::Register(page)) if page.form.is_some() => return vec![RegisterLine, Always],
            Some(Overlay::Register(_)) => return vec![Register, Letters, Always],
            Some(Overlay::RoomCheck(check)) => return check.contexts(&self.cx.clicker),
            Some(Overlay::Agenda(_)) => return vec![Agenda, Letters, Always],
            Some(Overlay::Parked(_)) => return vec![Parked, Letters, Always],
            Some(Overlay::Dots(_)) => return vec![Dots, Letters, Always],
            Some(Overlay::Actions(page)) => {
                return match &page.on_top {
                    None => vec![Actions, Letters, Always],
                    Some(ActionBox::Start(_)) => vec![ActionStart, Always],
                    Some(ActionBox::Form(_)) => vec![ActionForm, Always],
                    Some(ActionBox::Log { .. } | ActionBox::Review { .. }) => vec![ActionLine, Always],
                };
            }
            Some(Overlay::Close) => return vec![Close, Always],
            Some(Overlay::Blank { .. }) => return vec![],
            None => {}
        }
        match &self.screen {
            Screen::Start(_) => vec![Start, Letters, Always],
            Screen::List if self.cx.list.typing => vec![Search, Always],
            Screen::List => vec![List, Letters, Always],
            Screen::Compare(_) => vec![Compare, Letters, Always],
            Screen::Trend(_) => vec![Trend, Letters, Always],
            Screen::LastActions { .. } => vec![LastActions, Session, Letters, Always],
            Screen::Versions(_) => vec![Versions, Letters, Always],
            Screen::Setup(_) => vec![Setup, Always],
            Screen::Walk(walk) => walk.contexts(),
            Screen::Overview { .. } => vec![Overview, Session, Letters, Always],
            Screen::Slides(_) => vec![Slides, Session, Letters, Always],
        }
    }

    /// Whether a command makes sense just now; the footer leaves out what does not.
    #[must_use]
    pub fn offers(&self, command: Command) -> bool {
        let rated = || match (&self.screen, &self.cx.workshop) {
            (Screen::Walk(walk), Some(workshop)) => workshop.session.decision_at(&walk.step).rating().is_some(),
            _ => false,
        };
        if let Some(Overlay::Export(export)) = self.overlays.last()
            && matches!(command, Command::Export | Command::Choose)
        {
            return export.is_choosing();
        }
        match command {
            Command::Reserve | Command::Evidence => rated(),
            Command::Dismiss if self.overlays.is_empty() && matches!(self.screen, Screen::Walk(_)) => {
                self.way_back().is_some()
            }
            // While the question stands, the keys that ask it would be taken for its answer.
            Command::Close => !matches!(self.overlays.last(), Some(Overlay::Close)),
            // The room votes on ratings and on assumptions, not on what stands beside them.
            Command::Vote => {
                !matches!(&self.screen, Screen::Walk(Walk { step: Step::Influence(_) | Step::Risk(_), .. }))
            }
            Command::Reveal => match (&self.screen, self.overlays.last()) {
                (_, Some(Overlay::Vote)) => true,
                (Screen::Walk(walk), None) => self.cx.open_vote(&walk.step).is_some(),
                _ => false,
            },
            Command::Hear => !self.cx.silent_groups().is_empty(),
            // Where it is no list to come back to, the key says how to begin one.
            Command::Parked => !self.cx.parked().is_empty(),
            Command::Clear if matches!(self.overlays.last(), Some(Overlay::RoomCheck(_))) => {
                !self.cx.clicker.is_untaught()
            }
            Command::View => matches!(&self.screen, Screen::Slides(slides) if slides.slide == Slide::Map),
            Command::Withdraw | Command::Discard => {
                self.is_taking_votes() || matches!(self.overlays.last(), Some(Overlay::Dots(_)))
            }
            Command::Status | Command::Log => !self.is_list_of_no_actions(),
            Command::Choose | Command::Left => {
                !self.is_list_of_no_actions()
                    && !matches!(&self.screen, Screen::Compare(shown) if shown.slide != super::Change::Map)
            }
            Command::Unmask => {
                matches!(self.overlays.last(), Some(Overlay::Note(note)) if note.kind == super::NoteKind::Private)
            }
            _ => true,
        }
    }
}
