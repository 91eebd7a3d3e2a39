//! The set-up form. Everything can be left for later, and everything typed is kept as it is typed.
//!
//! A date or a number that cannot be read is said so beside its field; what stood there before stays.

use super::keymap::Command;
use super::{App, Cx, Effect, Key, Screen, Start, TextField, Walk};
use crate::session::{About, Draft, Form, Place, Register, Session};
use crate::words;
use jiff::civil::Date;
use jiff::fmt::strtime;

/// Which field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldName {
    /// The partnership's name.
    Partnership,
    /// The day of the workshop.
    Date,
    /// Why the room has come together.
    Purpose,
    /// Where.
    Venue,
    /// Who leads it.
    Facilitator,
    /// How many people of a sector, by its id.
    People(String),
    /// The breakout table that holds the session; empty where the whole room does.
    Table,
}

impl FieldName {
    /// What stands beside the field.
    #[must_use]
    pub fn title<'all>(&'all self, register: &'all Register) -> &'all str {
        match self {
            Self::Partnership => "Partnership",
            Self::Date => "Date",
            Self::Purpose => "Purpose",
            Self::Venue => "Venue",
            Self::Facilitator => "Facilitator",
            Self::People(sector) => register.name_of(sector),
            Self::Table => "Breakout table",
        }
    }

    /// What a draft calls the field. Session files hold it: it keeps its meaning.
    fn key(&self) -> String {
        match self {
            Self::Partnership => "partnership".into(),
            Self::Date => "date".into(),
            Self::Purpose => "purpose".into(),
            Self::Venue => "venue".into(),
            Self::Facilitator => "facilitator".into(),
            Self::People(sector) => format!("people: {sector}"),
            Self::Table => "table".into(),
        }
    }
}

/// One field of the form.
#[derive(Debug)]
pub struct Field {
    /// Which.
    pub name: FieldName,
    /// What is typed.
    pub text: TextField,
    /// Why it cannot be read, if it cannot.
    pub problem: Option<String>,
}

/// The form.
#[derive(Debug)]
pub struct Setup {
    /// The fields, in order.
    pub fields: Vec<Field>,
    /// The field in focus.
    pub focus: usize,
    before: (About, Register),
}

impl Setup {
    /// The form, filled with what the session already says.
    #[must_use]
    pub fn of(session: &Session) -> Self {
        let about = &session.about;
        let date = about.date.map_or(String::new(), words::date);
        let texts = [
            (FieldName::Partnership, about.partnership.as_str()),
            (FieldName::Date, date.as_str()),
            (FieldName::Purpose, about.purpose.as_str()),
            (FieldName::Venue, about.venue.as_str()),
            (FieldName::Facilitator, about.facilitator.as_str()),
        ];
        let mut fields: Vec<Field> =
            texts.into_iter().map(|(name, text)| Field { name, text: TextField::line(text), problem: None }).collect();
        for sector in session.register.sector_ids() {
            let count = session.register.count(sector);
            let text = if count == 0 { String::new() } else { count.to_string() };
            fields.push(Field {
                name: FieldName::People(sector.to_owned()),
                text: TextField::line(&text),
                problem: None,
            });
        }
        // Last, because most sessions are of a whole room.
        fields.push(Field { name: FieldName::Table, text: TextField::line(&about.table), problem: None });
        let mut setup = Self { fields, focus: 0, before: (about.clone(), session.register.clone()) };
        if let Some(draft) = session.draft(&Form::Setup) {
            setup.fill(draft);
        }
        setup
    }

    /// Puts in what was half typed; it is read again, so that what is wrong with it stands beside it.
    fn fill(&mut self, draft: &Draft) {
        for (place, field) in self.fields.iter_mut().enumerate() {
            let name = field.name.key();
            if let Some(text) = draft.text(&name) {
                field.text = TextField::line(text);
            }
            if draft.open_at == name {
                self.focus = place;
            }
        }
        let (mut about, mut register) = self.before.clone();
        self.read(&mut about, &mut register);
    }

    /// What is typed and cannot be read: all else is in the session as it is typed.
    pub(super) fn draft(&self) -> Option<Draft> {
        let unread = self.fields.iter().filter(|field| field.problem.is_some());
        let unread: Vec<(String, String)> = unread.map(|field| (field.name.key(), field.text.text())).collect();
        let focus = self.fields.get(self.focus).map_or(String::new(), |field| field.name.key());
        let draft = || Draft::new(&focus, unread.iter().map(|(name, text)| (name.as_str(), text.clone())));
        (!unread.is_empty()).then(draft)
    }

    /// What stands in a field and cannot be read, in words.
    fn unread(&self, register: &Register) -> Option<String> {
        let field = self.fields.iter().find(|field| field.problem.is_some())?;
        let (text, name) = (field.text.text(), field.name.title(register));
        Some(format!("{name}: \"{text}\" is kept in set-up until it can be read; what stood there before counts"))
    }

    /// What the fields say, on top of what stood there: a field that cannot be read changes nothing.
    fn read(&mut self, about: &mut About, register: &mut Register) {
        for field in &mut self.fields {
            let text = field.text.text();
            field.problem = None;
            match &field.name {
                FieldName::Partnership => about.partnership = text,
                FieldName::Purpose => about.purpose = text,
                FieldName::Venue => about.venue = text,
                FieldName::Facilitator => about.facilitator = text,
                FieldName::Table => about.table = text,
                FieldName::Date if text.trim().is_empty() => about.date = None,
                FieldName::Date => match parse_date(&text) {
                    Some(date) => about.date = Some(date),
                    None => field.problem = Some("try 12 March 2026".into()),
                },
                FieldName::People(sector) => match Register::parse_count(&text) {
                    Ok(count) => register.set(sector, count),
                    Err(_) => field.problem = Some("number, 0 to 999".into()),
                },
            }
        }
    }
}

/// Reads a date as people write it. A year of two digits is asked about: as a year it would be a Roman one.
pub(super) fn parse_date(text: &str) -> Option<Date> {
    let text = text.trim();
    let formats = ["%d %B %Y", "%d %b %Y", "%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y"];
    let date = formats.iter().find_map(|format| strtime::parse(format, text).ok()?.to_date().ok())?;
    (1900..=2999).contains(&date.year()).then_some(date)
}

impl App {
    pub(super) fn show_setup(&mut self) -> Vec<Effect> {
        let Some(workshop) = &self.cx.workshop else { return vec![] };
        self.screen = Screen::Setup(Box::new(Setup::of(&workshop.session)));
        self.cx.remember(Place::Setup)
    }

    pub(super) fn setup_command(&mut self, command: Command) -> Vec<Effect> {
        let Screen::Setup(setup) = &mut self.screen else { return vec![] };
        let last = setup.fields.len() - 1;
        match command {
            Command::NextField if setup.focus == last => return self.leave_setup(),
            Command::NextField => setup.focus += 1,
            Command::PreviousField => setup.focus = setup.focus.saturating_sub(1),
            Command::Next => return self.leave_setup(),
            Command::Dismiss => {
                self.record_setup();
                self.say_unread();
                self.screen = Screen::Start(Start::default());
            }
            _ => return vec![],
        }
        self.cx.save_if_changed()
    }

    pub(super) fn setup_key(&mut self, key: Key) -> Vec<Effect> {
        self.setup_typed(|field| field.key(key))
    }

    pub(super) fn setup_typed(&mut self, typed: impl FnOnce(&mut TextField) -> bool) -> Vec<Effect> {
        let (Screen::Setup(setup), Some(workshop)) = (&mut self.screen, &self.cx.workshop) else { return vec![] };
        let Some(field) = setup.fields.get_mut(setup.focus) else { return vec![] };
        if !typed(&mut field.text) {
            return vec![];
        }
        let (mut about, mut register) = (workshop.session.about.clone(), workshop.session.register.clone());
        setup.read(&mut about, &mut register);
        self.cx.apply(|session, _| session.describe(about));
        self.cx.apply(|session, _| session.count_people(register));
        self.cx.save_if_changed()
    }

    /// Goes on to where the walk was, or begins it.
    fn leave_setup(&mut self) -> Vec<Effect> {
        self.record_setup();
        let at_work = self.cx.workshop.as_ref().and_then(|workshop| match &workshop.session.place {
            Place::Walk(step) => Some(step.clone()),
            Place::Setup | Place::Slides => None,
        });
        let step = at_work.or_else(|| self.cx.framework.steps().into_iter().next());
        self.say_unread();
        step.map_or(vec![], |step| self.go_to(Walk::at(step)))
    }

    /// Says what stays behind in the form because it cannot be read.
    fn say_unread(&mut self) {
        if let (Screen::Setup(setup), Some(workshop)) = (&self.screen, &self.cx.workshop)
            && let Some(sentence) = setup.unread(&workshop.session.register)
        {
            self.cx.notice = Some(sentence);
        }
    }

    /// Lets the file of a new session be named after the partnership, as soon as its name was left.
    pub(super) fn name_file(&mut self, effects: &mut Vec<Effect>) {
        let is_whole = self.cx.is_unnamed() && !self.is_naming();
        if let Some(workshop) = self.cx.workshop.as_mut().filter(|_| is_whole) {
            workshop.provisional = false;
            effects.push(Effect::Name);
        }
    }

    /// Whether the partnership's name is being typed: the file of a new session is named after it once it is whole.
    #[must_use]
    pub fn is_naming(&self) -> bool {
        matches!(&self.screen, Screen::Setup(setup) if field_is(setup, &FieldName::Partnership))
    }

    /// Makes all that was typed one step to undo.
    pub(super) fn record_setup(&mut self) {
        let (Screen::Setup(setup), Some(workshop)) = (&self.screen, &mut self.cx.workshop) else { return };
        let (about, register) = setup.before.clone();
        workshop.record_replaced(about, register);
    }
}

impl Cx {
    /// Whether the partnership has a name that its file does not have yet.
    pub(super) fn is_unnamed(&self) -> bool {
        let workshop = self.workshop.as_ref();
        workshop.is_some_and(|one| one.provisional && !one.session.about.partnership.trim().is_empty())
    }

    pub(super) fn save_if_changed(&self) -> Vec<Effect> {
        let changed = self.workshop.as_ref().is_some_and(|workshop| !workshop.is_safe());
        if changed { vec![Effect::Save] } else { vec![] }
    }
}

fn field_is(setup: &Setup, name: &FieldName) -> bool {
    setup.fields.get(setup.focus).is_some_and(|field| field.name == *name)
}
