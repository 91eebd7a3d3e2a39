//! A workshop in a test: keys in, screens and sessions out, through the real update and the real draw.
//!
//! Files are played by the room itself: it answers effects the way the shell does, without a disk.

use jiff::{Span, Zoned};
use plenary::app::keymap::{Context, is_text};
use plenary::app::{
    App, Deletion, Effect, Found, Home, Key, Listed, Msg, Overlay, Preview, Public, Reading, Screen, Slide, Target,
    ThemeName, Version, Workshop,
};
use plenary::framework::{Framework, Id};
use plenary::session::{Answer, Session, Way};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

/// A room with a screen of some size, at 14:32 on 12 March 2026.
pub(crate) struct Room {
    pub(crate) app: App,
    now: Zoned,
    size: (u16, u16),
    /// What the shell would have been asked to do, in order.
    pub(crate) effects: Vec<Effect>,
    /// What the list of saved sessions would hold.
    pub(crate) saved: Vec<Listed>,
    /// What the saved sessions themselves say, by file.
    pub(crate) previews: BTreeMap<PathBuf, Preview>,
    /// What earlier versions of any session there would be.
    pub(crate) versions: Vec<Version>,
    /// What deleting any session would take besides its file, and what would stay.
    pub(crate) deletion: Deletion,
    /// The cursor after the last draw.
    pub(crate) cursor: (u16, u16),
    /// Whether the last draw placed the cursor at all.
    pub(crate) cursor_placed: bool,
    /// Why saving fails, while it does.
    pub(crate) disk_fault: Option<String>,
    /// The key that was pressed last, and whether text was being typed as it was.
    pressed: Option<(Key, bool)>,
    /// Whether there is a window, that has room for some of a slide only.
    pub(crate) has_window: bool,
    /// Whether nobody takes their time over a digit.
    hurried: bool,
    /// The letter that was pressed where it is a command, if nothing was typed since.
    command: Option<char>,
}

impl Room {
    /// The program at its start page.
    pub(crate) fn new(columns: u16, rows: u16) -> Self {
        let framework = Framework::built_in().unwrap_or_else(|error| panic!("{error}"));
        Self::with(framework, columns, rows)
    }

    /// The program with another framework.
    pub(crate) fn with(framework: Framework, columns: u16, rows: u16) -> Self {
        let now: Zoned = "2026-03-12T14:32:00+00:00[Europe/London]".parse().unwrap();
        let home = Home { folder: "/home/you/Plenary/sessions".into(), last: None, first_run: false };
        let mut app = App::new(Arc::new(framework), now.clone(), home);
        app.cx.paper_folders = vec!["/home/you/Documents".into(), "/home/you/Plenary/reports".into()];
        Self {
            app,
            now,
            size: (columns, rows),
            effects: Vec::new(),
            saved: Vec::new(),
            previews: BTreeMap::new(),
            versions: Vec::new(),
            deletion: Deletion { rev: Some(1), ..Deletion::default() },
            cursor: (0, 0),
            cursor_placed: false,
            disk_fault: None,
            pressed: None,
            has_window: true,
            hurried: false,
            command: None,
        }
    }

    /// A session that was just begun, with the gate left out, at the title card of the first stage.
    pub(crate) fn begun(columns: u16, rows: u16) -> Self {
        let mut room = Self::new(columns, rows);
        room.keys("N");
        room.types("Glenside CPP");
        room.keys("PgDn S");
        room
    }

    /// A session as a file would give it.
    pub(crate) fn opened(session: Session, columns: u16, rows: u16) -> Self {
        let mut room = Self::new(columns, rows);
        let file = PathBuf::from("/home/you/Plenary/sessions/2026-03-12-glenside-cpp.ron");
        room.send(Msg::Opened { session: Box::new(session), file, warning: None, read_only: None });
        room
    }

    /// Presses keys, named as on screen and separated by blanks: `4 PgDn X 2 4 Esc Ctrl+Z`.
    pub(crate) fn keys(&mut self, keys: &str) -> &mut Self {
        for name in keys.split_whitespace() {
            self.send(Msg::Key(key(name)));
        }
        self
    }

    /// Types text letter by letter.
    pub(crate) fn types(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            self.send(Msg::Key(if letter == '\n' { Key::Enter } else { Key::Char(letter) }));
        }
        self
    }

    /// Lets time pass, with a tick each minute as in the program.
    pub(crate) fn minutes(&mut self, minutes: i64) -> &mut Self {
        for _ in 0..minutes {
            self.now = self.now.checked_add(Span::new().minutes(1)).unwrap();
            self.send(Msg::Tick);
        }
        self
    }

    /// Lets time pass with the lid closed: no tick until it is over.
    pub(crate) fn sleeps(&mut self, minutes: i64) -> &mut Self {
        self.now = self.now.checked_add(Span::new().minutes(minutes)).unwrap();
        self.send(Msg::Tick);
        self
    }

    /// Lets a moment pass.
    pub(crate) fn milliseconds(&mut self, milliseconds: i64) -> &mut Self {
        self.now = self.now.checked_add(Span::new().milliseconds(milliseconds)).unwrap();
        self
    }

    /// Presses a key so many milliseconds after the one before, as a clicker's button does that bounces.
    pub(crate) fn bounces(&mut self, name: &str, milliseconds: i64) -> &mut Self {
        self.pressed = None;
        self.hurried = true;
        self.milliseconds(milliseconds).keys(name);
        self.hurried = false;
        self
    }

    /// Types a sentence wherever the room is, so many milliseconds from letter to letter.
    pub(crate) fn hurries(&mut self, text: &str, milliseconds: i64) -> &mut Self {
        for letter in text.chars() {
            self.give(Msg::Key(Key::Char(letter)));
            self.milliseconds(milliseconds);
        }
        self
    }

    /// Nothing is typed for a while.
    pub(crate) fn rests(&mut self) -> &mut Self {
        self.milliseconds(1000).give(Msg::Tick);
        (self.pressed, self.command) = (None, None);
        self
    }

    /// Takes in a message as it comes from people, who take their time: a clicker's button that comes again at once
    /// has only bounced, and letters that come together are a sentence.
    pub(crate) fn send(&mut self, msg: Msg) -> &mut Self {
        if let Msg::Key(key) = msg {
            let buttons = [Key::PageDown, Key::PageUp, Key::F(5), Key::Esc, Key::Char('.'), Key::Char('b')];
            let typing = self.app.contexts().iter().any(|context| is_text(*context) || *context == Context::Dots);
            let before = self.pressed.replace((key, typing));
            let letter = |key| match key {
                Key::Char(letter) if letter.is_alphabetic() => Some(letter),
                _ => None,
            };
            match (before, key) {
                (Some((last, _)), key) if last == key && buttons.contains(&key.folded()) => self.milliseconds(150),
                (Some((_, true)), key) if !typing && letter(key).is_some() => self.milliseconds(1000),
                (Some((Key::Char(_), false)), Key::Char(_)) if typing => self.milliseconds(200),
                _ if matches!(key, Key::Char(_)) && self.command.take().is_some() => self.milliseconds(200),
                _ => self,
            };
            self.command = self.command.or(letter(key).filter(|_| !typing));
            // So do they before they vote, and when they have seen how all voted.
            let by_keypad = self.app.cx.workshop.as_ref().is_some_and(|one| one.session.register.way == Way::Keypad);
            let is_vote = by_keypad && matches!(self.app.overlays.last(), Some(Overlay::Vote(_)));
            let is_revealed = matches!(before, Some((Key::F(5) | Key::Char('R'), _)));
            if !self.hurried && matches!(key, Key::Char('0'..='9')) && (is_vote || is_revealed) {
                self.milliseconds(2000);
            }
        }
        self.give(msg);
        // A search, a look at what it found, and what the last letter asks for outside.
        for _ in 0..3 {
            let Some(due) = self.app.due() else { break };
            self.now = due.to_zoned(self.now.time_zone().clone());
            self.give(Msg::Tick);
        }
        self
    }

    /// Takes in a message and does what it asks for, as the shell does.
    pub(crate) fn give(&mut self, msg: Msg) {
        self.look();
        let effects = self.app.update(msg, self.now.clone());
        for effect in effects {
            self.effects.push(effect.clone());
            match effect {
                Effect::Save if self.disk_fault.is_some() => {
                    let reason = self.disk_fault.clone().unwrap_or_default();
                    self.give(Msg::SaveFailed { reason });
                }
                Effect::Save => {
                    let workshop = self.workshop();
                    let rev = workshop.session.rev;
                    if workshop.file.is_none() {
                        self.give(Msg::Named(PathBuf::from("/home/you/Plenary/sessions/session.ron")));
                    }
                    self.give(Msg::Saved { rev, at: self.now.timestamp() });
                }
                Effect::Begin => self.give(Msg::Begun { id: "00112233445566ff".into() }),
                Effect::Find { reading, .. } => {
                    let entries = self.saved.clone();
                    let progress = Reading { number: reading, read: entries.len(), of: Some(entries.len()) };
                    self.give(Msg::Found(Found { progress, entries }));
                }
                Effect::Preview(file) => {
                    if let Some(preview) = self.previews.get(&file).cloned() {
                        self.give(Msg::Previewed(Box::new(Preview { file, ..preview })));
                    }
                }
                Effect::LookBeforeDeleting(file) => {
                    self.give(Msg::MayDelete(Box::new(Deletion { file, ..self.deletion.clone() })));
                }
                Effect::FindVersions(_) => self.give(Msg::FoundVersions(self.versions.clone())),
                _ => {}
            }
        }
    }

    /// Tells the app what its window has room for, as the shell does.
    fn look(&mut self) {
        if self.has_window && self.app.is_paged() {
            let walls = self.app.cx.walls.turning();
            let public = Public::of(&self.app).filter(|_| !walls.is_empty());
            let pages = match public.as_ref().map(plenary::view::view_public) {
                Some(view) => walls.iter().map(|wall| plenary::ui::pages(&view, wall.columns, wall.rows)).collect(),
                None => vec![plenary::ui::pages(&plenary::view::view(&self.app), self.size.0, self.size.1)],
            };
            self.app.see(&pages);
        }
    }

    /// Clicks on a column and row.
    pub(crate) fn clicks(&mut self, column: u16, row: u16) -> Option<Target> {
        let (_, hits) = self.draw();
        let target = hits.at(column, row)?;
        self.send(Msg::Click(target));
        Some(target)
    }

    /// Gives the window another size.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.size = (columns, rows);
        self.send(Msg::Resized);
        self
    }

    pub(crate) fn theme(&mut self, theme: ThemeName) -> &mut Self {
        self.app.cx.theme = theme;
        self
    }

    /// The frame as cells.
    pub(crate) fn buffer(&mut self) -> Buffer {
        self.draw().0
    }

    pub(crate) fn draw(&mut self) -> (Buffer, plenary::ui::Hits) {
        self.look();
        let mut buffer = Buffer::empty(Rect::new(0, 0, self.size.0, self.size.1));
        let shown = plenary::view::view(&self.app);
        let (hits, cursor) = plenary::ui::draw(&shown, self.app.cx.theme, self.app.cx.ascii, &mut buffer);
        self.cursor_placed = cursor.is_some();
        self.cursor = cursor.map_or((0, 0), |cursor| (cursor.x, cursor.y));
        (buffer, hits)
    }

    /// The frame as text, without blanks at the ends of lines.
    pub(crate) fn screen(&mut self) -> String {
        let buffer = self.buffer();
        let width = usize::from(buffer.area.width.max(1));
        let lines = buffer.content().chunks(width).map(|line| {
            let line: String = line.iter().map(ratatui::buffer::Cell::symbol).collect();
            line.trim_end().to_owned()
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// Asserts that the screen shows a text.
    #[track_caller]
    pub(crate) fn shows(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(screen.contains(text), "the screen does not show \"{text}\":\n{screen}");
        self
    }

    /// Asserts that the frame shows a text, cells of several rows joined by blanks, so that wrapping does not matter.
    #[track_caller]
    pub(crate) fn says(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        let words = screen.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains(text), "the screen does not say \"{text}\":\n{screen}");
        self
    }

    /// Asserts that the screen does not show a text.
    #[track_caller]
    pub(crate) fn hides(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(!screen.contains(text), "the screen shows \"{text}\":\n{screen}");
        self
    }

    pub(crate) fn workshop(&self) -> &Workshop {
        self.app.cx.workshop.as_ref().expect("no session is open")
    }

    pub(crate) fn session(&self) -> &Session {
        &self.workshop().session
    }

    pub(crate) fn answer(&self, id: &str) -> &Answer {
        self.session().answer(&Id::from(id))
    }

    /// Turns to a slide, by the one key of a clicker.
    pub(crate) fn turns_to(&mut self, slide: Slide) -> &mut Self {
        if !matches!(self.app.screen, Screen::Slides(_)) {
            self.keys("F5");
        }
        for _ in 0..60 {
            match &self.app.screen {
                Screen::Slides(slides) if slides.slide != slide => self.keys("PgDn"),
                _ => return self,
            };
        }
        panic!("no slide {slide:?} after 60 pages");
    }

    /// Goes to a feature, an assumption or a risk by the overview.
    pub(crate) fn goes_to(&mut self, id: &str) -> &mut Self {
        let cell = self.app.cx.framework.cell_of(&Id::from(id)).expect("no such item on the grid");
        if !matches!(self.app.screen, Screen::Overview(_)) {
            self.keys("M");
        }
        self.keys("Up Up Up Up Up Up Up Up Up Home");
        for _ in 0..cell.row {
            self.keys("Down");
        }
        self.keys("Home");
        for _ in 0..cell.column {
            self.keys("Right");
        }
        self.keys("Enter")
    }
}

/// A key by its name on screen.
pub(crate) fn key(name: &str) -> Key {
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => return Key::Char(letter),
        (Some('F'), Some(_)) => return Key::F(name[1..].parse().unwrap()),
        _ => {}
    }
    if let Some(letter) = name.strip_prefix("Ctrl+") {
        return Key::Ctrl(letter.to_ascii_lowercase().chars().next().unwrap());
    }
    match name {
        "Space" => Key::Char(' '),
        "Up" => Key::Up,
        "Down" => Key::Down,
        "Left" => Key::Left,
        "Right" => Key::Right,
        "Home" => Key::Home,
        "End" => Key::End,
        "PgUp" => Key::PageUp,
        "PgDn" => Key::PageDown,
        "Enter" => Key::Enter,
        "Tab" => Key::Tab,
        "Shift+Tab" => Key::BackTab,
        "Esc" => Key::Esc,
        "Backspace" => Key::Backspace,
        "Del" => Key::Delete,
        other => panic!("no key is called {other}"),
    }
}
