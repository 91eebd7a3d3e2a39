//! Commands: where a key pressed now is looked up, which make sense just now, and what those do that are the same
//! everywhere.
//!
//! What a command means on a page is in that page's file. Longer than other files, for whether a command makes sense and
//! what it does stand beside each other.

use super::keymap::{self, Command, Context};
use super::page::Next;
use super::{
    ActionsPage, Agenda, App, Blank, Closing, Cx, DotsPage, Effect, Export, Jump, NoteKind, Overlay, PageKind, Parked,
    PathForm, RoomCheck, Screen, Shown, Slide, Slides, TextPage, Voting, Walk, Workshop,
};
use crate::framework::Step;
use crate::words;

impl App {
    /// Where a key pressed now is looked up, the innermost first.
    pub fn contexts(&self) -> Vec<Context> {
        let page = self.page().contexts(&self.cx);
        let is_coached = self.cx.rehearsal.is_some() && self.overlays.is_empty();
        // Where a text is typed its own keys come first.
        let coached = Some(Context::Rehearsal).filter(|_| is_coached && !page.iter().any(|one| keymap::is_text(*one)));
        coached.into_iter().chain(page).collect()
    }

    /// Whether a command makes sense just now; the footer leaves out what does not.
    pub fn is_enabled(&self, command: Command) -> bool {
        self.why_not(command).is_none()
    }

    /// Why a command makes no sense just now; `None` where it does.
    pub(crate) fn why_not(&self, command: Command) -> Option<&'static str> {
        if let Some(Overlay::Export(export)) = self.overlays.last()
            && matches!(command, Command::Export | Command::Choose)
        {
            return (!export.is_choosing()).then_some(words::NOT_NOW);
        }
        if matches!(self.screen, Screen::List(_)) && self.overlays.is_empty() && command.is_of_a_session() {
            return self.cx.list.marked().is_none().then_some(words::NO_SESSION_HERE);
        }
        let (holds, why) = match command {
            Command::Clear if self.overlays.is_empty() => (self.is_answered(), words::NOTHING_TO_CLEAR),
            Command::Reserve | Command::Evidence | Command::Trust(_) => (self.is_rated(), words::NOT_NOW),
            Command::Dismiss => match &self.screen {
                Screen::Walk(walk) if self.overlays.is_empty() => {
                    (walk.back.is_some() || self.cx.rehearsal.is_some(), words::NOTHING_TO_CLOSE)
                }
                _ => return None,
            },
            Command::PlainWords => (self.cx.has_plain_words(), words::NO_PLAIN_WORDS),
            // While the question stands, the keys that ask it would be taken for its answer.
            Command::Close => (!matches!(self.overlays.last(), Some(Overlay::Close(_))), words::NOT_NOW),
            // The room votes on ratings and on assumptions, not on what stands beside them.
            Command::Vote => {
                let step = |walk: &Walk| matches!(walk.step, Step::Influence(_) | Step::Risk(_));
                (!matches!(&self.screen, Screen::Walk(walk) if step(walk)), words::NOTHING_TO_VOTE_ON)
            }
            Command::Reveal => {
                let is_open = match (&self.screen, self.overlays.last()) {
                    (_, Some(Overlay::Vote(_))) => true,
                    (Screen::Walk(walk), None) => self.cx.open_vote(&walk.step).is_some(),
                    _ => false,
                };
                (is_open, words::NO_VOTE_OPEN)
            }
            Command::CardUp => (self.cx.workshop.is_some(), words::NO_SESSION_FOR_CARD),
            Command::Freeze => (self.cx.walls.are_there(), words::NO_WALL),
            Command::Everybody => {
                (self.cx.session().is_some_and(|session| session.register.expected() > 0), words::NOBODY_EXPECTED)
            }
            Command::Hear => (!self.cx.silent_groups().is_empty(), words::NO_SILENT_GROUP),
            // Where it is no list to come back to, the key says how to begin one.
            Command::Parked => (!self.cx.parked().is_empty(), words::NOT_NOW),
            Command::Clear if matches!(self.overlays.last(), Some(Overlay::RoomCheck(_))) => {
                (!self.cx.clicker.is_untaught(), words::NO_LEARNED_KEY)
            }
            // To finish is the agenda's last point, and the last slide's; after it there is nothing more to do.
            Command::Finish if self.is_on_slides() => (self.is_last_slide() && self.cx.takes_changes(), words::NOT_NOW),
            Command::Calendar => (self.is_last_slide(), words::ON_THE_LAST_SLIDE),
            Command::Actions if self.is_on_slides() => (self.cx.takes_changes(), words::NOT_NOW),
            Command::View => {
                let is_map = matches!(&self.screen, Screen::Slides(slides) if slides.slide == Slide::Map);
                (is_map, words::VIEWS_ON_THE_MAP)
            }
            Command::Withdraw | Command::Discard => {
                let is_risk = matches!(&self.screen, Screen::Walk(Walk { step: Step::Risk(_), .. }));
                let can = match self.overlays.last() {
                    None => is_risk,
                    Some(top) => matches!(top, Overlay::Vote(_) | Overlay::Dots(_)),
                };
                (can, words::NOT_NOW)
            }
            Command::Choose | Command::Clear | Command::Presence | Command::Leave | Command::Arrive
                if self.is_register_of_nobody() =>
            {
                (false, words::NOBODY_ON_THE_REGISTER)
            }
            Command::Choose if self.is_slide_of_nothing() => (false, words::NOTHING_MARKED),
            Command::Status | Command::Log => (!self.is_list_of_no_actions(), words::NO_ACTION_YET),
            Command::Choose | Command::Left if self.is_list_of_no_actions() => (false, words::NO_ACTION_YET),
            Command::Choose | Command::Left => {
                let is_list = matches!(&self.screen, Screen::Compare(shown) if shown.slide != super::Change::Map);
                (!is_list, words::DETAILS_ON_THE_MAP)
            }
            Command::Unmask => {
                let is_private =
                    matches!(self.overlays.last(), Some(Overlay::Note(note)) if note.kind == NoteKind::Private);
                (is_private, words::NOT_NOW)
            }
            _ => return None,
        };
        (!holds).then_some(why)
    }

    /// Whether a rating is agreed on the item in sight.
    fn is_rated(&self) -> bool {
        match (&self.screen, &self.cx.workshop) {
            (Screen::Walk(walk), Some(workshop)) => workshop.session.decision_at(&walk.step).rating().is_some(),
            _ => false,
        }
    }

    /// Whether there is an answer to take back to what is asked in sight.
    fn is_answered(&self) -> bool {
        match (&self.screen, self.cx.session()) {
            (Screen::Walk(walk), Some(session)) => walk.is_answered(session),
            _ => true,
        }
    }

    pub(super) fn command(&mut self, command: Command) {
        let before = if self.cx.shown == Shown::Screen && self.writes(command) {
            self.cx.ask_before_writing(Some(command))
        } else {
            None
        };
        let next = before.unwrap_or_else(|| self.carry_out(command));
        self.follow(next);
    }

    /// Whether a command opens a box to write in, or votes or parks: where nothing can be written, nothing opens.
    fn writes(&self, command: Command) -> bool {
        if !self.is_enabled(command) {
            return false;
        }
        let is_on_item = matches!(
            command,
            Command::Note
                | Command::PrivateNote
                | Command::Dissent
                | Command::NotAgreed
                | Command::Vote
                | Command::Park
        );
        let begins = |cx: &Cx| self.page().at_hand(cx).or_else(|| self.screen.page().at_hand(cx)).is_some();
        match (self.overlays.last(), &self.screen, command) {
            (None, Screen::Walk(_), _) if is_on_item => true,
            (Some(Overlay::Parked(_)), _, Command::Park) => true,
            (None | Some(Overlay::Details(_)), _, Command::Actions) => begins(&self.cx),
            (Some(Overlay::Actions(page)), ..) if page.on_top.is_none() => {
                matches!(command, Command::New | Command::Choose | Command::Review | Command::Log)
            }
            (Some(Overlay::Register(page)), ..) if page.form.is_none() => matches!(
                command,
                Command::New
                    | Command::Choose
                    | Command::Clear
                    | Command::Everybody
                    | Command::Groups
                    | Command::Arrive
                    | Command::Leave
                    | Command::Presence
            ),
            _ => false,
        }
    }

    fn carry_out(&mut self, command: Command) -> Next {
        match command {
            Command::Help => self.help(),
            Command::Theme => self.cx.turn_theme(false),
            Command::Mouse => self.cx.switch_mouse(),
            Command::CardUp => self.cx.note_card_up(),
            Command::Plain(plain) => {
                self.cx.say(words::plain_from_now_on(plain));
                self.cx.ask(Effect::RememberPlain(plain))
            }
            Command::RoomCheck => match self.overlays.last() {
                Some(Overlay::RoomCheck(check)) => check.close(&mut self.cx),
                _ => Next::Open(Overlay::RoomCheck(Box::new(RoomCheck::new(&self.cx)))),
            },
            Command::Blank if self.cx.walls.are_there() => self.cx.blank_wall(),
            Command::Freeze => self.cx.freeze_wall(),
            Command::Blank | Command::Break => {
                Next::Open(Overlay::Blank(Blank::begin(&mut self.cx, command == Command::Break)))
            }
            Command::Actions => self.actions(),
            // A count of dots that is being typed is one step first.
            Command::Undo if !matches!(self.overlays.last(), Some(Overlay::Dots(_))) => self.cx.undo(),
            Command::Redo if !matches!(self.overlays.last(), Some(Overlay::Dots(_))) => self.cx.redo(),
            Command::Close => {
                self.cx.save_before_closing();
                let is_asked = matches!(self.overlays.last(), Some(Overlay::Close(_)));
                if is_asked { Next::Stay } else { Next::Open(Overlay::Close(Closing)) }
            }
            Command::Dismiss if self.contexts().contains(&Context::Rehearsal) => self.cx.end_rehearsal(),
            Command::CloseNow => self.cx.ask(Effect::Quit),
            Command::QuitHint => {
                let lost = self.cx.workshop.as_ref().and_then(Workshop::unkept_vote).map(Voting::not_kept);
                self.cx.say(words::how_to_close(lost.as_deref()))
            }
            _ if self.overlays.is_empty() => self.screen_command(command),
            _ => self.on_page(|page, cx| page.command(cx, command)),
        }
    }

    /// What is the same on every screen of a session.
    fn screen_command(&mut self, command: Command) -> Next {
        let Self { cx, screen, .. } = self;
        match command {
            Command::Saved => cx.say_saved(),
            // Where a vote is open on the item, a clicker's start button is for it.
            Command::Slides if matches!(screen, Screen::Walk(walk) if cx.open_vote(&walk.step).is_some()) => {
                cx.reveal().unwrap_or_default()
            }
            Command::Slides => Slides::show(cx),
            Command::Register => {
                // What was typed on the set-up page is one step to undo first.
                if let Screen::Setup(setup) = screen {
                    setup.record(cx);
                }
                Next::Open(Overlay::Register(Box::default()))
            }
            Command::Agenda => Agenda::show(cx),
            Command::Parked => Parked::show(cx),
            Command::Go => Jump::open(cx),
            Command::Dots if cx.workshop.is_none() => Next::Stay,
            Command::Dots => {
                let at_hand = screen.page().at_hand(cx);
                Next::Open(Overlay::Dots(Box::new(DotsPage::at(cx, at_hand.as_ref()))))
            }
            Command::Finish => cx.ask_whether_to_finish(),
            Command::LastTime => super::LastActions::show(cx),
            Command::Export if matches!(screen, Screen::List(_)) => match cx.list.named() {
                Some(marked) => Export::show(cx, Some(marked)),
                None => Next::Stay,
            },
            Command::Export => Export::show(cx, None),
            Command::Import if matches!(screen, Screen::List(_)) => self.cx.open_to_take_in(),
            Command::Import => PathForm::votes(cx),
            Command::Timer => {
                cx.timer = !cx.timer;
                cx.say(words::timer(cx.timer))
            }
            _ => screen.page_mut().command(cx, command),
        }
    }

    /// The keys of what is on screen now; on a help page, nothing more.
    fn help(&mut self) -> Next {
        if matches!(self.overlays.last(), Some(Overlay::Page(TextPage { kind: PageKind::Help, .. }))) {
            return Next::Close;
        }
        let contexts = self.contexts();
        Next::Open(Overlay::Page(TextPage { contexts, ..TextPage::new(PageKind::Help) }))
    }

    /// Shows the actions; where an item is at hand, begins one for it.
    fn actions(&mut self) -> Next {
        let at_hand = self.page().at_hand(&self.cx).or_else(|| self.screen.page().at_hand(&self.cx));
        let line = match &self.screen {
            Screen::Slides(slides) if slides.slide == super::Slide::Actions && self.overlays.is_empty() => slides.line,
            _ => usize::MAX,
        };
        ActionsPage::show(&self.cx, line, at_hand.as_ref())
    }

    fn is_register_of_nobody(&self) -> bool {
        let is_open = matches!(self.overlays.last(), Some(Overlay::Register(page)) if page.form.is_none());
        is_open && self.cx.session().is_some_and(|session| session.register.groups.is_empty())
    }

    /// Whether the slide in sight has no item that could be opened.
    fn is_slide_of_nothing(&self) -> bool {
        let Screen::Slides(slides) = &self.screen else { return false };
        self.is_on_slides() && slides.slide != Slide::Actions && slides.marked_cell(&self.cx).is_none()
    }

    fn is_on_slides(&self) -> bool {
        matches!(self.screen, Screen::Slides(_)) && self.overlays.is_empty()
    }

    fn is_last_slide(&self) -> bool {
        let last = Slide::of(&self.cx.framework).pop();
        matches!(&self.screen, Screen::Slides(slides) if Some(slides.slide) == last)
    }

    /// Does what a key or a word asks for. What makes no sense just now and does nothing says so.
    pub(super) fn ask(&mut self, command: Command) {
        let (why_not, overlays) = (self.why_not(command), self.overlays.len());
        self.command(command);
        let did_nothing = self.cx.effects.is_empty() && self.cx.notice.is_none() && self.overlays.len() == overlays;
        if let Some(why) = why_not.filter(|_| did_nothing) {
            self.cx.refuse(why);
        }
    }

    /// The same of a command that was written as a word: where several follow, the first may have led elsewhere.
    pub(super) fn ask_in_words(&mut self, command: Command) {
        self.cx.notice = None;
        self.cx.refusal = None;
        if keymap::of(&self.contexts()).any(|row| row.asks_for(command)) {
            self.ask(command);
        } else {
            let instead = super::spoken::instead(self, "");
            self.cx.refuse(words::not_now_but(&instead));
        }
    }

    /// Whether the list of actions is in sight and empty.
    fn is_list_of_no_actions(&self) -> bool {
        let in_sight = matches!(self.overlays.last(), Some(Overlay::Actions(page)) if page.on_top.is_none());
        in_sight && self.cx.actions().is_empty()
    }
}
