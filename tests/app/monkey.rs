//! A room gone wild: random keys, pastes, clicks, wheels, window sizes, clocks and failing disks, the same ones in
//! every run.
//!
//! A failure names the seed, the event and the events before it; the same seed plays them again.

use crate::support::room::Room;
use crate::support::{deeds, sample, scenes};
use plenary::app::keymap::bindings;
use plenary::app::{
    ActionBox, ActionField, Effect, Field, FieldName, Key, LineField, Msg, NotAgreedPart as Part, Overlay, Screen,
    ThemeName,
};
use plenary::framework::Framework;
use plenary::session::{Draft, Form, Session};
use plenary::store::{Head, decode, encode};
use std::collections::{BTreeMap, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::sync::LazyLock;

/// Events in one sitting; then the program starts anew.
const SITTING: u64 = 500;
/// Events between two looks at what a file would hold.
const FILED: u64 = 200;

/// Numbers that look random and are the same in every run (`SplitMix64`).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to one less than `end`.
    fn below(&mut self, end: u16) -> u16 {
        u16::try_from(self.next() % u64::from(end.max(1))).unwrap()
    }

    fn one_in(&mut self, times: u16) -> bool {
        self.below(times) == 0
    }

    fn pick<'all, T>(&mut self, all: &'all [T]) -> &'all T {
        &all[usize::try_from(self.next()).unwrap_or(usize::MAX) % all.len()]
    }
}

/// What people paste by mistake, and what breaks programs.
const PASTES: [&str; 14] = [
    "",
    "12",
    "999",
    "4 PgDn X",
    "12 March 2026",
    "Money until 2028.\r\nThen?\r\n\r\n",
    "a\tb\u{0}c\u{1b}[31mred\u{7f}\u{85}",
    "\u{4f1a}\u{8b70}\u{3067}\u{6c7a}\u{3081}\u{305f}\u{3053}\u{3068}",
    "e\u{301}\u{302}\u{303} \u{200b}\u{200d}\u{feff}\u{2028}\u{2029}",
    "\u{1f469}\u{200d}\u{1f469}\u{200d}\u{1f467}\u{1f3f4}\u{e0067}\u{e007f}\u{1f1ec}\u{1f1e7}",
    "\u{5e9}\u{5dc}\u{5d5}\u{5dd} \u{202e}abc\u{202c} \u{627}\u{644}\u{633}",
    "\u{e01}\u{e33}\u{fdfa}\u{a0}\u{ad}\u{3000}",
    "Mae\u{2019}r bartneriaeth yn gyt\u{fb}n \u{2013} \u{201c}bron\u{201d}\u{2026}",
    "wordswithoutanyblankatallthatgoonandonandonandonandonandonandonandonandonandonandonandonandonandonandonandon",
];

/// Keys that mean nothing anywhere, or something only in an editor.
const OTHERS: [Key; 14] = [
    Key::Backspace,
    Key::Delete,
    Key::Left,
    Key::Right,
    Key::Up,
    Key::Down,
    Key::Home,
    Key::End,
    Key::Ctrl('w'),
    Key::Ctrl('z'),
    Key::Ctrl('y'),
    Key::Ctrl('x'),
    Key::F(12),
    Key::Char('\u{301}'),
];

/// Windows as people have them.
const WINDOWS: [(u16, u16); 6] = [(40, 12), (60, 17), (60, 20), (80, 24), (120, 36), (80, 25)];

#[derive(Clone, Debug)]
enum Event {
    Key(Key),
    Paste(String),
    Click(u16, u16),
    Wheel(bool),
    Resize(u16, u16),
    /// Minutes, backwards too: clocks are put right, and lids are closed.
    Time(i64),
    Disk(Option<String>),
    Failed,
    Theme(ThemeName),
    Ascii(bool),
    /// The laptop died: the session is read from its file.
    Reopen,
}

fn key(dice: &mut Dice) -> Key {
    match dice.below(10) {
        0..=5 => {
            static KEYS: LazyLock<Vec<Vec<Key>>> = LazyLock::new(|| {
                bindings().map(|row| row.keys().collect()).filter(|keys: &Vec<Key>| !keys.is_empty()).collect()
            });
            let keys = dice.pick(&KEYS);
            *dice.pick(keys)
        }
        6 => *dice.pick(&[Key::PageDown, Key::PageDown, Key::Esc, Key::PageUp, Key::F(5), Key::Char('m')]),
        7 => *dice.pick(&OTHERS),
        // Any letter; the half of the lower-case ones are commands somewhere.
        8 => Key::Char(char::from(u8::try_from(32 + dice.below(95)).unwrap())),
        _ => Key::Char(*dice.pick(&['1', '2', '3', '4', '5', '\u{e9}', '\u{4f1a}', '\u{1f3f4}', '\u{ad}'])),
    }
}

fn event(dice: &mut Dice, size: (u16, u16)) -> Event {
    match dice.below(100) {
        0..70 => Event::Key(key(dice)),
        70..78 => {
            let words = *dice.pick(&PASTES);
            // A whole document now and then: more than a field takes.
            let times = if dice.one_in(40) { 400 } else { 1 };
            Event::Paste(words.repeat(times))
        }
        78..86 => Event::Click(dice.below(size.0), dice.below(size.1)),
        86..89 => Event::Wheel(dice.one_in(2)),
        89..93 => Event::Time(i64::from(*dice.pick(&[0_i16, 0, 1, 1, 3, 7, 90, -2, -600]))),
        93..96 => match dice.below(6) {
            0 => Event::Resize(dice.below(301), dice.below(101)),
            1 => Event::Resize(dice.below(60), dice.below(20)),
            2 => Event::Resize(dice.below(4), dice.below(4)),
            _ => {
                let (columns, rows) = *dice.pick(&WINDOWS);
                Event::Resize(columns, rows)
            }
        },
        96 => Event::Disk(dice.one_in(2).then(|| PASTES[usize::from(dice.below(14))].to_owned())),
        97 => Event::Failed,
        98 if dice.one_in(2) => Event::Theme(*dice.pick(&ThemeName::ALL)),
        98 => Event::Ascii(dice.one_in(3)),
        _ => Event::Reopen,
    }
}

/// A wild room, and what was seen of it last.
struct Wild {
    room: Room,
    size: (u16, u16),
    hits: plenary::ui::Hits,
    /// The lowest revision that the open session may have.
    floor: u64,
}

impl Wild {
    fn new(dice: &mut Dice) -> Self {
        let framework = if dice.one_in(5) { scenes::two_stages() } else { deeds::framework() };
        let size = *dice.pick(&WINDOWS);
        let mut room = Room::with(framework, size.0, size.1);
        room.saved = scenes::saved();
        let mut wild = Self { room, size, hits: plenary::ui::Hits::default(), floor: 0 };
        wild.look();
        wild
    }

    fn framework(&self) -> &Framework {
        &self.room.app.cx.framework
    }

    fn play(&mut self, event: Event) {
        match event {
            Event::Key(key) => {
                self.room.send(Msg::Key(key));
            }
            Event::Paste(text) => {
                self.room.send(Msg::Paste(text));
            }
            Event::Click(column, row) => {
                if let Some(target) = self.hits.at(column, row) {
                    self.room.send(Msg::Click(target));
                }
            }
            Event::Wheel(down) => {
                self.room.send(Msg::Wheel(down));
            }
            Event::Resize(columns, rows) => {
                self.size = (columns, rows);
                self.room.resize(columns, rows);
            }
            Event::Time(minutes) => {
                self.room.sleeps(minutes);
            }
            Event::Disk(fault) => self.room.disk_fault = fault,
            Event::Failed => {
                self.room.send(Msg::Failed("That file cannot be read. It was left as it is.".into()));
            }
            Event::Theme(theme) => self.room.app.cx.theme = theme,
            Event::Ascii(ascii) => self.room.app.cx.ascii = ascii,
            Event::Reopen => {
                if let Some(session) = self.filed() {
                    self.open(session);
                }
            }
        }
        self.answer();
    }

    /// Does what the room's own shell leaves out: opens files, and starts anew after the end.
    fn answer(&mut self) {
        for effect in std::mem::take(&mut self.room.effects) {
            match effect {
                Effect::Begin => self.floor = 0,
                Effect::Open(_) => self.open(sample("riverside-2026")),
                Effect::OpenDemo => self.open(sample("riverside-2025")),
                _ => {}
            }
        }
    }

    fn open(&mut self, session: Session) {
        self.floor = session.rev;
        let before = session.clone();
        let file = PathBuf::from("/home/you/Plenary/sessions/2026-03-12-glenside-cpp.ron");
        self.room.send(Msg::Opened { session: Box::new(session), file, warning: None, read_only: None });
        let effects = std::mem::take(&mut self.room.effects);
        let now = self.room.session();
        // A session of another framework begins where every walk begins.
        if now.place == before.place {
            let changed = now.rev > before.rev || effects.contains(&Effect::Save);
            assert!(!changed, "opening changes nothing: {:?} to {:?}", before.drafts, now.drafts);
        }
        let texts = |drafts: &BTreeMap<Form, Draft>| -> Vec<BTreeMap<String, String>> {
            drafts.values().map(|draft| draft.fields.clone()).collect()
        };
        assert_eq!(texts(&now.drafts), texts(&before.drafts), "nor what is half typed");
    }

    /// What is typed in the form in sight, but for what was read as a date, a number or an item.
    fn typed(&self) -> Vec<String> {
        let app = &self.room.app;
        match (app.overlays.last(), &app.screen) {
            (Some(Overlay::Note(note)), _) => vec![note.text()],
            (Some(Overlay::NotAgreed(form)), _) => {
                [Part::LowView, Part::HighView].map(|part| form.fields.text(&part)).to_vec()
            }
            (Some(Overlay::Dissent(form)), _) => form.fields.all.iter().map(|field| field.text.text()).collect(),
            (Some(Overlay::Register(page)), _) => match &page.form {
                Some(form) if !form.is_untouched() => {
                    let fields = [LineField::People, LineField::Sector, LineField::Organisation, LineField::Role];
                    fields.map(|field| form.fields.text(&field)).to_vec()
                }
                _ => vec![],
            },
            (Some(Overlay::Actions(page)), _) => match &page.on_top {
                Some(ActionBox::Form(form)) => {
                    let [what, owner, by, measure, support, why] = ActionField::ALL.map(|one| form.fields.text(&one));
                    let unread =
                        |place: usize, text| if form.fields.all[place].read.is_err() { text } else { String::new() };
                    let (why, by) = (unread(5, why), unread(2, by));
                    vec![what, why, owner, support, by, measure]
                }
                Some(ActionBox::Line(line)) if line.log_of.is_some() || line.fields.all[0].read.is_err() => {
                    vec![line.fields.text(&())]
                }
                _ => vec![],
            },
            (None, Screen::Setup(setup)) => {
                let is_text = |field: &&Field<FieldName>| field.read.is_err() || field.name == FieldName::Purpose;
                setup.fields.all.iter().filter(is_text).map(|field| field.text.text()).collect()
            }
            _ => vec![],
        }
    }

    /// Whatever is typed is in the session that was handed over, unless it is said not to be saved.
    fn find_what_was_typed(&self) {
        let Some(workshop) = self.room.app.cx.workshop.as_ref().filter(|workshop| workshop.is_safe()) else { return };
        let typed: Vec<String> = self.typed().into_iter().filter(|text| !text.trim().is_empty()).collect();
        if typed.is_empty() {
            return;
        }
        let session = format!("{:?}", workshop.session);
        for text in typed {
            let text = format!("{:?}", text.trim());
            assert!(
                session.contains(text.trim_matches('"')),
                "{text} is called saved and is nowhere: {:?} {:?}",
                self.room.app.overlays,
                workshop.session.drafts
            );
        }
    }

    /// Draws and checks what must hold on every frame.
    fn look(&mut self) {
        let (buffer, hits) = self.room.draw();
        self.hits = hits;
        assert_eq!((buffer.area.width, buffer.area.height), self.size);
        if !buffer.area.is_empty() {
            let (x, y) = self.room.cursor;
            assert!(x < self.size.0 && y < self.size.1, "the cursor is at {x}, {y}");
            assert!(self.room.cursor_placed, "no cursor on\n{}", self.room.screen());
        }
        if let Some(workshop) = &self.room.app.cx.workshop {
            assert!(workshop.session.rev >= self.floor, "rev fell from {} to {}", self.floor, workshop.session.rev);
            self.floor = workshop.session.rev;
        }
    }

    /// The open session as its file gives it back, which is how it is.
    fn filed(&self) -> Option<Session> {
        let session = &self.room.app.cx.workshop.as_ref()?.session;
        let head = Head::of(session, self.framework(), self.room.app.cx.now.timestamp());
        let text = encode(session, &head).expect("a session fits its file");
        let loaded = decode(text.as_bytes(), "wild.ron").expect("what was written can be read");
        assert_eq!(loaded.warnings, [], "nothing is odd about what was written");
        assert_eq!(&loaded.session, session);
        Some(loaded.session)
    }
}

/// Plays events from a seed; tells which they were when something breaks.
fn run(seed: u64, events: u64) -> [u64; 5] {
    let mut dice = Dice(seed);
    let mut wild = Wild::new(&mut dice);
    let mut last = VecDeque::new();
    let mut seen = [0; 5];
    for number in 0..events {
        let event = event(&mut dice, wild.size);
        last.push_back(event.clone());
        if last.len() > 40 {
            last.pop_front();
        }
        let check = number % FILED == FILED - 1;
        let played = catch_unwind(AssertUnwindSafe(|| {
            wild.play(event);
            wild.look();
            wild.find_what_was_typed();
            if check {
                wild.filed();
            }
        }));
        if let Err(panic) = played {
            eprintln!("seed {seed}, event {number}, window {:?}; the last events: {last:?}", wild.size);
            resume_unwind(panic);
        }
        let screen = &wild.room.app.screen;
        let place = match screen {
            _ if !wild.room.app.overlays.is_empty() => 4,
            Screen::Walk(_) => 0,
            Screen::Setup(_) => 1,
            Screen::Overview(_) | Screen::Slides(_) => 2,
            Screen::Start(_)
            | Screen::List(_)
            | Screen::Compare(_)
            | Screen::Trend(_)
            | Screen::LastActions(_)
            | Screen::Versions(_) => 3,
        };
        seen[place] += 1;
    }
    seen
}

#[test]
fn whatever_the_room_does_the_program_neither_breaks_nor_forgets() {
    let events = if crate::support::child::is_long() { 200_000 } else { 20_000 };
    let mut seen = [0; 5];
    for seed in 0..events / SITTING {
        for (all, sitting) in seen.iter_mut().zip(run(seed, SITTING)) {
            *all += sitting;
        }
    }
    // A monkey that is stuck in one corner proves little.
    for (place, events_there) in ["walk", "set-up", "maps", "start and list", "overlays"].iter().zip(seen) {
        assert!(events_there > events / 50, "{place} was seen {events_there} times of {events}");
    }
}
