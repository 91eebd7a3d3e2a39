//! One message in, the state changed, effects out. Finds who a key is for and passes it on.
//!
//! What a command means on a screen is in that screen's file.

use super::keymap::{self, Command};
use super::{App, Cx, Effect, Key, Msg, Overlay, Saving, Screen, Setup, TextField, Voting, Workshop};
use crate::session::Session;
use jiff::Timestamp;

/// Takes in one message.
pub(super) fn update(app: &mut App, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Key(key) => app.key(key),
        Msg::Command(command) => app.command_in_words(command),
        Msg::Input(input) => app.take_input(input),
        Msg::Paste(text) => app.take_text(&text, |field| field.paste(&text)),
        Msg::Click(target) => app.click(target),
        Msg::Wheel(down) => app.wheel(down),
        Msg::Resized => {
            app.settle_fields();
            vec![]
        }
        Msg::Tick => {
            app.tick();
            vec![]
        }
        Msg::Begun { id } => app.begin(id),
        Msg::Opened { session, file, warning, read_only } => {
            let saving = Saving::Saved { rev: session.rev, at: app.cx.now.timestamp() };
            app.overlays.clear();
            let mut workshop = Workshop::new(*session, Some(file), saving);
            workshop.read_only.clone_from(&read_only);
            workshop.find_provisional();
            app.cx.workshop = Some(workshop);
            let effects = app.resume();
            let half_typed = app.open_drafts();
            let finished = app.cx.is_finished().then(|| super::finish::FINISHED.to_owned());
            let said: Vec<String> = read_only.or(warning).or(finished).into_iter().chain(half_typed).collect();
            app.cx.notice = (!said.is_empty()).then(|| said.join(" "));
            effects
        }
        Msg::Found(found) => app.found(found),
        Msg::Previewed(preview) => {
            app.cx.previewed(*preview);
            vec![]
        }
        Msg::Read(read) => app.take_read(*read),
        Msg::FolderIs(folder) => app.folder_is(folder),
        Msg::NoSuchFolder(reason) => app.no_such_folder(reason),
        Msg::MayDelete(deletion) => app.ask_whether_to_delete(*deletion),
        Msg::Gone(file) => app.gone(&file),
        Msg::FoundVersions(versions) => app.show_versions(versions),
        Msg::Exporting(written) => app.exporting(written),
        Msg::Exported(outcome) => app.exported(outcome),
        Msg::Done(sentence) => app.cx.say(&sentence),
        Msg::Failed(sentence) => app.cx.refuse(sentence),
        Msg::Named(file) => {
            if let Some(workshop) = &mut app.cx.workshop {
                workshop.file = Some(file);
            }
            vec![]
        }
        Msg::Beside { file, sentence } => app.cx.saved_beside(file, sentence),
        Msg::Moved(file) => app.moved(file),
        Msg::NotMoved(reason) => app.not_moved(reason),
        Msg::Kept { copy, rev } => {
            if let Some(workshop) = &mut app.cx.workshop {
                workshop.copy = Some((copy, rev));
            }
            vec![]
        }
        Msg::Saved { rev, at } => {
            app.cx.saved(rev, at);
            vec![]
        }
        Msg::SaveFailed { reason } => {
            app.cx.saving(Saving::Failed { reason });
            vec![]
        }
    }
}

impl App {
    fn key(&mut self, key: Key) -> Vec<Effect> {
        let Some(key) = self.pressed(key) else { return vec![] };
        self.cx.notice = None;
        self.cx.refusal = None;
        if matches!(self.overlays.last(), Some(Overlay::Blank { .. })) {
            return self.pause_key(key);
        }
        match keymap::find(&self.contexts(), key) {
            Some(binding) => self.command(binding.command_for(key)),
            None => self.type_key(key),
        }
    }

    pub(super) fn is_typing_what_was_said(&self) -> bool {
        match self.overlays.last() {
            Some(overlay) => matches!(
                overlay,
                Overlay::Note(_)
                    | Overlay::NotAgreed(_)
                    | Overlay::Dissent(_)
                    | Overlay::Register(_)
                    | Overlay::Actions(_)
                    | Overlay::Dots(_)
                    | Overlay::Vote
            ),
            None => matches!(self.screen, Screen::Setup(_)),
        }
    }

    /// A key that is no command here is text, where text is being typed.
    fn type_key(&mut self, key: Key) -> Vec<Effect> {
        if self.is_typing_what_was_said() && self.cx.refuses_text() {
            return vec![];
        }
        // A digit that is a vote or a rating is no text, and there is always room for it.
        if let Key::Char(letter) = key
            && self.is_typing_what_was_said()
            && self.field_in_focus().is_some()
            && !self.cx.has_room_for(letter.encode_utf8(&mut [0; 4]))
        {
            return vec![];
        }
        let effects = self.typed(key);
        self.say_what_was_refused();
        effects
    }

    fn typed(&mut self, key: Key) -> Vec<Effect> {
        match self.overlays.last() {
            Some(Overlay::RoomCheck(_)) => self.room_check_key(key),
            Some(Overlay::SaveAs(_)) => self.save_as_typed(|field| field.key(key)),
            Some(Overlay::Folder(_)) => self.folder_typed(|field| field.key(key)),
            Some(Overlay::Note(_)) => self.note_key(key),
            Some(Overlay::NotAgreed(_)) => self.not_agreed_key(key),
            Some(Overlay::Vote) => self.cx.vote_key(key),
            Some(Overlay::Dissent(_)) => self.dissent_key(key),
            Some(Overlay::Register(_)) => self.register_key(key),
            Some(Overlay::Actions(_)) => self.actions_key(key),
            Some(Overlay::Dots(_)) => self.dots_key(key),
            Some(_) => vec![],
            None => match self.screen {
                Screen::Setup(_) => self.setup_key(key),
                Screen::List => self.search_key(key),
                _ => vec![],
            },
        }
    }

    /// Pasted text is text and never commands: where nothing is being typed it does nothing.
    pub(super) fn written(&mut self, typed: impl FnOnce(&mut TextField) -> bool) -> Vec<Effect> {
        if self.is_typing_what_was_said() && self.cx.refuses_text() {
            return vec![];
        }
        match self.overlays.last() {
            Some(Overlay::SaveAs(_)) => self.save_as_typed(typed),
            Some(Overlay::Folder(_)) => self.folder_typed(typed),
            Some(Overlay::Note(_)) => self.note_typed(typed),
            Some(Overlay::NotAgreed(_)) => self.not_agreed_written(typed),
            Some(Overlay::Dissent(_)) => self.dissent_typed(typed),
            Some(Overlay::Register(_)) => self.register_written(typed),
            Some(Overlay::Actions(_)) => self.actions_written(typed),
            Some(_) => vec![],
            None => match self.screen {
                Screen::Setup(_) => self.setup_typed(typed),
                Screen::List => self.search_typed(typed),
                _ => vec![],
            },
        }
    }

    pub(super) fn command(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::Help => return self.show_help(),
            Command::Theme => return self.cx.next_theme(),
            Command::Mouse => return self.cx.switch_mouse(),
            Command::RoomCheck => return self.show_room_check(),
            Command::Blank => return self.blank(),
            Command::Break => return self.call_break(),
            Command::Actions => return self.show_actions(),
            Command::Close => return self.ask_whether_to_close(),
            Command::CloseNow => return vec![Effect::Quit],
            Command::QuitHint => {
                let lost = self.cx.workshop.as_ref().and_then(Workshop::unkept_vote).map(Voting::not_kept);
                let lost = lost.unwrap_or_else(|| "Everything is kept.".into());
                self.cx.notice = Some(format!("Ctrl+Q closes Plenary. {lost}"));
                return vec![];
            }
            _ => {}
        }
        match self.overlays.last() {
            Some(Overlay::Page(_)) => self.page_command(command),
            Some(Overlay::Details(_)) => self.details_command(command),
            Some(Overlay::Note(_)) => self.note_command(command),
            Some(Overlay::NotAgreed(_)) => self.not_agreed_command(command),
            Some(Overlay::SaveAs(_)) => self.save_as_command(command),
            Some(Overlay::Folder(_)) => self.folder_command(command),
            Some(Overlay::Ask(_)) => self.ask_command(command),
            Some(Overlay::Export(_)) => self.export_command(command),
            Some(Overlay::Vote) => self.vote_command(command),
            Some(Overlay::Dissent(_)) => self.dissent_command(command),
            Some(Overlay::Linked(_)) => self.linked_command(command),
            Some(Overlay::Register(_)) => self.register_command(command),
            Some(Overlay::RoomCheck(_)) => self.room_check_command(command),
            Some(Overlay::Agenda(_)) => self.agenda_command(command),
            Some(Overlay::Parked(_)) => self.parked_command(command),
            Some(Overlay::Dots(_)) => self.dots_command(command),
            Some(Overlay::Actions(_)) => self.actions_command(command),
            Some(Overlay::Close | Overlay::Blank { .. }) => {
                self.overlays.pop();
                vec![]
            }
            None => self.screen_command(command),
        }
    }

    fn screen_command(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::Undo => return self.undo(),
            Command::Redo => return self.redo(),
            Command::Saved => return self.say_saved(),
            // Where a vote is open on the item, a clicker's start button is for it.
            Command::Slides if self.offers(Command::Reveal) => return self.reveal(),
            Command::Slides => return self.show_slides(),
            Command::Register => return self.show_register(),
            Command::Agenda => return self.show_agenda(),
            Command::Parked => return self.show_parked(),
            Command::Dots => return self.show_dots(),
            Command::Finish => return self.ask_whether_to_finish(),
            Command::LastTime => return self.show_last_actions(),
            Command::Export => return self.show_export(),
            Command::Timer => {
                self.cx.timer = !self.cx.timer;
                return vec![];
            }
            _ => {}
        }
        match &self.screen {
            Screen::Start(_) => self.start_command(command),
            Screen::List => self.list_command(command),
            Screen::Compare(_) => self.compare_command(command),
            Screen::Trend(_) => self.trend_command(command),
            Screen::LastActions { .. } => self.last_actions_command(command),
            Screen::Versions(_) => self.versions_command(command),
            Screen::Setup(_) => self.setup_command(command),
            Screen::Overview { .. } => self.overview_command(command),
            Screen::Slides(_) => self.slides_command(command),
            Screen::Walk(_) => match command {
                Command::Next => self.walk_next(),
                Command::Back => self.walk_back(),
                Command::Map => self.show_overview(),
                _ => self.walk_command(command),
            },
        }
    }

    fn begin(&mut self, id: String) -> Vec<Effect> {
        let mut session = Session::new(&self.cx.framework, id, self.cx.now.timestamp());
        session.about.date = Some(self.cx.now.date());
        self.overlays.clear();
        let mut workshop = Workshop::new(session, None, Saving::NotYet);
        workshop.provisional = true;
        self.cx.workshop = Some(workshop);
        if let Some(workshop) = &self.cx.workshop {
            self.screen = Screen::Setup(Box::new(Setup::of(&workshop.session)));
        }
        vec![]
    }

    /// Lets the fields being typed in scroll to where a window of another size shows most of them.
    fn settle_fields(&mut self) {
        match self.overlays.last_mut() {
            Some(Overlay::Note(note)) => note.field.settle(),
            Some(Overlay::NotAgreed(form)) => {
                form.low_view.settle();
                form.high_view.settle();
            }
            _ => {}
        }
        if let Screen::Setup(setup) = &mut self.screen {
            setup.fields.iter_mut().for_each(|field| field.text.settle());
        }
    }

    fn say_saved(&mut self) -> Vec<Effect> {
        if self.cx.refuses() {
            return vec![];
        }
        let Some(workshop) = &self.cx.workshop else { return vec![] };
        self.cx.notice = Some(match &workshop.saving {
            Saving::Saved { .. } | Saving::NotYet if !workshop.is_safe() => {
                "Being saved: every change is kept at once".into()
            }
            Saving::Saved { at, .. } => {
                let lost = workshop.unkept_vote().map_or(String::new(), |vote| format!(". {}", vote.not_kept()));
                format!("Already saved {}: every change is kept at once{lost}", self.cx.time_of_day(*at))
            }
            Saving::NotYet => "Nothing to save yet: every change is kept at once".into(),
            Saving::Failed { .. } => return self.open_save_as(),
        });
        vec![]
    }

    /// Asks once. What is not saved yet is saved now, under its name: "close" must never lose it.
    fn ask_whether_to_close(&mut self) -> Vec<Effect> {
        if !matches!(self.overlays.last(), Some(Overlay::Close)) {
            self.overlays.push(Overlay::Close);
        }
        let mut effects = self.cx.save_if_changed();
        effects.extend(self.cx.is_unnamed().then_some(Effect::Name));
        effects
    }

    /// Books the time on the stage's clock minute by minute; it reaches the file with the next change.
    fn tick(&mut self) {
        let paused = matches!(self.overlays.last(), Some(Overlay::Blank { .. }));
        // A look at the overview is part of the stage: its clock neither stops nor loses what has run.
        if !paused
            && matches!(self.screen, Screen::Walk(_) | Screen::Overview { .. })
            && let Some(step) = self.cx.current_step()
        {
            let clock = self.cx.clock_at(&step);
            let now = self.cx.now.timestamp();
            if let Some(workshop) = &mut self.cx.workshop {
                workshop.run_clock(clock, now);
            }
        }
    }
}

impl Cx {
    fn saved(&mut self, rev: u64, at: Timestamp) {
        let Some(workshop) = &mut self.workshop else { return };
        if matches!(workshop.saving, Saving::Failed { .. }) {
            let file = workshop.file.as_ref().and_then(|file| file.file_name());
            let file = file.unwrap_or_default().to_string_lossy();
            self.notice = Some(format!("Saving works again, in {file}."));
        }
        workshop.saving = Saving::Saved { rev, at };
    }

    fn saving(&mut self, saving: Saving) {
        if let Some(workshop) = &mut self.workshop {
            workshop.saving = saving;
        }
    }

    fn next_theme(&mut self) -> Vec<Effect> {
        self.theme = self.theme.next(self.colours);
        self.notice = Some(format!("Theme: {}", self.theme.title()));
        vec![Effect::Remember(self.theme)]
    }
}
