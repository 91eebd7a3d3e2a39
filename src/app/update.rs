//! One message in, the state changed, effects out. Finds which page a key is for and does what the page answers.
//!
//! What a key or a click means on a page is in that page's file. Longer than other files, for the order of its steps is
//! what it says: what comes before a page, the page, and what follows.

use super::keymap::{self, Command, Context};
use super::page::{Next, Page, Typed};
use super::typing;
use super::walk::{self, Walk};
use super::{
    App, Cx, Effect, Export, Importing, Key, Msg, Overlay, PathForm, Saving, Screen, Setup, Shown, Target, TextField,
    Versions, Workshop, reading,
};
use crate::framework::Id;
use crate::session::Session;
use crate::words;
use jiff::Zoned;
use std::mem;

impl App {
    /// Takes in one message and says what is to be done outside.
    pub fn update(&mut self, msg: Msg, now: Zoned) -> Vec<Effect> {
        self.cx.now = now;
        typing::settle(self, &msg);
        // Letters that come together are searched for together, and whatever else comes finds the list searched.
        let waits = matches!(msg, Msg::Key(Key::Char(_) | Key::Backspace | Key::Delete));
        if !waits {
            self.cx.search();
        }
        self.take(msg);
        if !waits || self.cx.shown == Shown::Lines {
            self.cx.search();
        }
        if matches!(self.screen, Screen::List(_)) {
            self.cx.preview();
        }
        super::rehearsal::steps::go_on(self);
        // Before anything else is asked for: another session may be opened, or the program closed.
        if self.keep_drafts() && !self.cx.effects.contains(&Effect::Save) {
            self.cx.effects.insert(0, Effect::Save);
        }
        // The file of a new session is named after the partnership, as soon as its name was left.
        if self.cx.is_unnamed() && !self.is_naming() {
            if let Some(workshop) = &mut self.cx.workshop {
                workshop.provisional = false;
            }
            self.cx.ask(Effect::Name);
        }
        self.typing.hold(mem::take(&mut self.cx.effects))
    }

    fn take(&mut self, msg: Msg) {
        let (cx, top) = (&mut self.cx, self.overlays.last_mut());
        let on_list = matches!(self.screen, Screen::List(_));
        let mut next = Next::Stay;
        match (msg, top) {
            (Msg::Key(key), _) => self.key(key),
            (Msg::Command(command), _) => self.ask_in_words(command),
            (Msg::Input(input), _) => super::spoken::take_input(self, input),
            (Msg::Paste(text), _) => self.take_text(&text, Typed::Pasted(&text)),
            (Msg::Click(Target::Command(command)), _) => self.press(command),
            (Msg::Click(target), _) => {
                cx.notice = None;
                next = self.on_page(|page, cx| page.click(cx, target));
            }
            (Msg::Wheel(down), _) => {
                let command = if down { Command::Down } else { Command::Up };
                next = self.on_page(|page, cx| if page.has_wheel() { page.command(cx, command) } else { Next::Stay });
            }
            (Msg::Resized, top) => {
                if let Some(overlay) = top {
                    overlay.page_mut().settle();
                }
                self.screen.page_mut().settle();
            }
            (Msg::Tick, _) => self.tick(),
            (Msg::Begun { id }, _) => next = Setup::begin(cx, id),
            (Msg::Opened { session, file, warning, read_only }, _) => {
                let takes_in = cx.was_opened_to_take_in(&file);
                self.open(*session, file, warning, read_only);
                if takes_in {
                    next = PathForm::votes(&mut self.cx);
                }
            }
            (Msg::Found(found), _) => {
                cx.list.found(found);
                if on_list {
                    cx.look();
                }
            }
            (Msg::Gone(file), _) => {
                cx.gone(&file);
                if on_list {
                    cx.look();
                }
            }
            (Msg::Previewed(preview), _) => cx.list.previewed(*preview),
            (Msg::Read(read), None) if on_list => next = reading::take(cx, *read),
            (Msg::MayDelete(deletion), None) if on_list => next = deletion.ask(cx),
            (Msg::FoundVersions(entries), _) => {
                if let Some((file, title)) = cx.list.named().filter(|_| on_list) {
                    self.screen = Screen::Versions(Versions { file, title, entries, focus: 0 });
                }
            }
            (Msg::FolderIs(folder), Some(Overlay::Path(_))) => next = cx.find_sessions(folder),
            (Msg::Votes(Ok(incoming)), Some(Overlay::Path(form))) => match Importing::show(cx, *incoming) {
                Ok(page) => next = page,
                Err(reason) => form.refused(cx, reason),
            },
            (
                Msg::NoSuchFolder(reason) | Msg::NotMoved(reason) | Msg::Votes(Err(reason)),
                Some(Overlay::Path(form)),
            ) => form.refused(cx, reason),
            (Msg::NoSuchFolder(reason), _) => {
                cx.list.progress.of = Some(cx.list.progress.read);
                next = cx.refuse(reason);
            }
            (Msg::Exporting(written), Some(Overlay::Export(page))) => page.exporting(written),
            (Msg::Read(_) | Msg::MayDelete(_) | Msg::FolderIs(_) | Msg::Exporting(_) | Msg::Votes(Ok(_)), _) => {}
            (Msg::Exported(outcome), Some(Overlay::Export(page))) => Export::exported(Some(page), cx, outcome),
            (Msg::Exported(outcome), _) => Export::exported(None, cx, outcome),
            (Msg::Walls(windows), _) => next = cx.walls_are(windows),
            (Msg::Done(sentence), _) => next = cx.say(sentence),
            (Msg::Failed(reason) | Msg::NotMoved(reason) | Msg::Votes(Err(reason)), _) => next = cx.refuse(reason),
            (Msg::Moved(file), top) => {
                cx.moved(file);
                next = if matches!(top, Some(Overlay::Path(_))) { Next::Close } else { Next::Stay };
            }
            (Msg::Beside { file, sentence }, _) => cx.saved_beside(file, sentence),
            (Msg::Saved { rev, at }, _) => cx.saved(rev, at),
            (msg @ (Msg::Named(_) | Msg::Kept { .. } | Msg::SaveFailed { .. }), _) => {
                let Some(workshop) = &mut cx.workshop else { return };
                match msg {
                    Msg::Named(file) => workshop.file = Some(file),
                    Msg::Kept { copy, rev } => workshop.copy = Some((copy, rev)),
                    Msg::SaveFailed { reason } => workshop.saving = Saving::Failed { reason },
                    _ => {}
                }
            }
        }
        self.follow(next);
    }

    pub(super) fn page(&self) -> &dyn Page {
        self.overlays.last().map_or_else(|| self.screen.page(), Overlay::page)
    }

    pub(super) fn on_page(&mut self, answer: impl FnOnce(&mut dyn Page, &mut Cx) -> Next) -> Next {
        let page = self.overlays.last_mut().map_or_else(|| self.screen.page_mut(), Overlay::page_mut);
        answer(page, &mut self.cx)
    }

    pub(super) fn follow(&mut self, next: Next) {
        match next {
            Next::Stay => {}
            Next::Close => self.close_top(),
            Next::Open(overlay) => self.overlays.push(overlay),
            Next::Replace(overlay) => {
                self.close_top();
                self.overlays.push(overlay);
            }
            Next::Go(screen) => {
                self.overlays.clear();
                self.screen = screen;
            }
            Next::Show(item) => self.show_in_walk(item),
            Next::Pass(command) => {
                self.close_top();
                self.command(command);
            }
        }
    }

    fn close_top(&mut self) {
        let closed = self.overlays.pop();
        match (closed, &mut self.screen) {
            // The set-up form beneath the register shows what has changed.
            (Some(Overlay::Register(_)), Screen::Setup(setup)) => setup.read_again(&self.cx),
            (Some(Overlay::Blank(_)), _) => self.go_on_after_pause(),
            // The answer that stood before is none any more.
            (Some(Overlay::NotAgreed(_)), Screen::Walk(walk)) => walk.refocus(&self.cx),
            _ => {}
        }
    }

    /// The room should see what changed: on the walk, go to the item. Maps show it anyway.
    fn show_in_walk(&mut self, item: Option<Id>) {
        let Screen::Walk(walk) = &mut self.screen else { return };
        let elsewhere = item.filter(|id| walk.step.item() != Some(id)).and_then(|id| self.cx.framework.step_of(&id));
        match elsewhere {
            Some(step) => *walk = Walk::at(step).entered(&mut self.cx),
            None => walk.refocus(&self.cx),
        }
    }

    pub(super) fn refocus(&mut self) {
        self.show_in_walk(None);
    }

    fn key(&mut self, key: Key) {
        let contexts = self.contexts();
        if typing::swallows(self, &contexts, key) {
            return;
        }
        let pressed = self.last_button.pressed(&self.cx.clicker, &contexts, key, self.cx.now.timestamp());
        let Some(key) = pressed else { return };
        self.cx.notice = None;
        self.cx.refusal = None;
        if matches!(key, Key::Char('0'..='9')) && self.overlays.is_empty() && self.cx.has_just_revealed() {
            self.cx.say(words::JUST_REVEALED);
            return;
        }
        let typed = !contexts.contains(&Context::Setup) && typing::takes_text(self, &contexts);
        match keymap::find(&contexts, key) {
            Some(binding) if self.typing.holds(binding.command_for(key)) => {}
            Some(binding) => self.press(binding.command_for(key)),
            None => self.type_key(key),
        }
        let contexts = self.contexts();
        if typed && contexts.contains(&Context::Letters) {
            self.typing.closed(self.cx.now.timestamp());
        }
        if typing::takes_text(self, &contexts) {
            self.typing.opened();
        }
    }

    /// Does what a key asks for, or a click on its name.
    fn press(&mut self, command: Command) {
        self.cx.notice = None;
        self.cx.refusal = None;
        match command {
            // It closes what there is to close, and clickers send it.
            Command::Dismiss => self.command(Command::Dismiss),
            command => self.ask(command),
        }
    }

    /// A key that is no command here is text, where text is being typed.
    fn type_key(&mut self, key: Key) {
        if self.page().is_recorded() {
            if let Some(next) = self.cx.ask_before_writing(None) {
                return self.follow(next);
            }
            // A digit that is a vote or a rating is no text, and there is always room for it.
            if let Key::Char(letter) = key
                && self.field_in_focus().is_some()
                && !self.cx.has_room_for(letter.encode_utf8(&mut [0; 4]))
            {
                return;
            }
        }
        let next = self.on_page(|page, cx| page.typed(cx, Typed::Key(key)));
        self.follow(next);
        self.say_what_was_refused();
    }

    /// Takes a text where one is being written, all of it or nothing. It is text and never commands: where nothing is
    /// being typed it does nothing.
    pub(super) fn take_text(&mut self, text: &str, typed: Typed<'_>) {
        self.cx.notice = None;
        let is_recorded = self.page().is_recorded();
        if is_recorded && !self.cx.has_room_for(text) {
            return;
        }
        let before = if is_recorded { self.cx.ask_before_writing(None) } else { None };
        let next = before.unwrap_or_else(|| self.on_page(|page, cx| page.typed(cx, typed)));
        self.follow(next);
        self.say_what_was_refused();
    }

    pub(super) fn field_in_focus(&mut self) -> Option<&mut TextField> {
        let page = self.overlays.last_mut().map_or_else(|| self.screen.page_mut(), Overlay::page_mut);
        page.field(&mut self.cx)
    }

    /// Says why the field in focus did not take the last text, if it did not.
    fn say_what_was_refused(&mut self) {
        if let Some(refused) = self.field_in_focus().and_then(TextField::refused) {
            self.cx.refuse(refused);
        }
    }

    fn open(&mut self, session: Session, file: std::path::PathBuf, warning: Option<String>, read_only: Option<String>) {
        let mut workshop = Workshop::read(session, file, self.cx.now.timestamp());
        workshop.read_only.clone_from(&read_only);
        workshop.find_provisional();
        self.cx.workshop = Some(workshop);
        self.overlays.clear();
        let next = walk::resume(&mut self.cx);
        self.follow(next);
        let half_typed = self.open_drafts();
        let finished = self.cx.is_finished().then(|| words::FINISHED.to_owned());
        let said: Vec<String> = read_only.or(warning).or(finished).into_iter().chain(half_typed).collect();
        self.cx.notice = (!said.is_empty()).then(|| said.join(" "));
    }

    /// A look at the slides is no time on a stage; else its clock runs again.
    fn go_on_after_pause(&mut self) {
        let place = self.cx.session().map(|session| session.place.clone());
        if let Some(place) = place.filter(|_| !matches!(self.screen, Screen::Slides(_))) {
            self.cx.remember(place);
        }
    }

    /// Books the time on the stage's clock minute by minute; it reaches the file with the next change.
    fn tick(&mut self) {
        if let Some(Overlay::Blank(blank)) = self.overlays.last() {
            self.cx.run_clock(blank.clock());
            return;
        }
        if matches!(self.screen, Screen::LastActions(_)) && self.cx.is_check_in() {
            self.cx.run_clock(Some(super::CHECK_IN_CLOCK.into()));
        }
        // A look at the overview is part of the stage: its clock neither stops nor loses what has run.
        if matches!(self.screen, Screen::Walk(_) | Screen::Overview(_))
            && let Some(step) = self.cx.current_step()
        {
            let clock = self.cx.clock_at(&step);
            self.cx.run_clock(clock);
        }
    }

    /// Whether the partnership's name is being typed: the file of a new session is named after it once it is whole.
    pub(crate) fn is_naming(&self) -> bool {
        matches!(&self.screen, Screen::Setup(setup) if setup.is_naming())
    }

    /// The session that was open last was found. The mark stays on what it is on, once that is in sight.
    pub(crate) fn found_last(&mut self, last: Option<super::Listed>, in_sight: bool) {
        if self.cx.home.last.is_some() || last.is_none() {
            return;
        }
        self.cx.home.last = last;
        if let Screen::Start(start) = &mut self.screen
            && in_sight
            && self.cx.workshop.is_none()
        {
            start.focus += 1;
        }
    }
}
