//! The set-up form. Everything can be left for later, and everything typed is kept as it is typed.
//!
//! A date or a number that cannot be read is said so beside its field; what stood there before stays.

use super::keymap::{Command, Context};
use super::page::{Next, Page, Typed};
use super::{Cx, Screen, Start, Target, TextField, Walk};
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
    pub(crate) fn title<'all>(&'all self, register: &'all Register) -> &'all str {
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
    pub(crate) fn of(session: &Session) -> Self {
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
    fn draft(&self) -> Option<Draft> {
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

impl Setup {
    pub(super) fn show(cx: &mut Cx) -> Next {
        let Some(session) = cx.session() else { return Next::Stay };
        let setup = Self::of(session);
        cx.remember(Place::Setup);
        Next::Go(Screen::Setup(Box::new(setup)))
    }

    /// Shows what the session says now, after it was changed elsewhere.
    pub(super) fn read_again(&mut self, cx: &Cx) {
        if let Some(session) = cx.session() {
            let focus = self.focus;
            *self = Self::of(session);
            self.focus = focus.min(self.fields.len().saturating_sub(1));
        }
    }

    pub(super) fn is_naming(&self) -> bool {
        self.fields.get(self.focus).is_some_and(|field| field.name == FieldName::Partnership)
    }

    /// Makes all that was typed one step to undo.
    pub(super) fn record(&self, cx: &mut Cx) {
        if let Some(workshop) = &mut cx.workshop {
            let (about, register) = self.before.clone();
            workshop.record_replaced(about, register);
        }
    }

    /// Records what was typed, and says what stays behind because it cannot be read.
    fn leave(&self, cx: &mut Cx) {
        self.record(cx);
        if let Some(sentence) = cx.session().and_then(|session| self.unread(&session.register)) {
            cx.say(sentence);
        }
    }

    /// Goes on to where the walk was, or begins it.
    fn go_on(&self, cx: &mut Cx) -> Next {
        self.leave(cx);
        let at_work = cx.session().and_then(|session| match &session.place {
            Place::Walk(step) => Some(step.clone()),
            Place::Setup | Place::Slides => None,
        });
        let step = at_work.or_else(|| cx.framework.steps().into_iter().next());
        step.map_or(Next::Stay, |step| Walk::at(step).go(cx))
    }
}

impl Page for Setup {
    fn contexts(&self, _: &Cx) -> Vec<Context> {
        vec![Context::Setup, Context::Always]
    }

    fn command(&mut self, cx: &mut Cx, command: Command) -> Next {
        let last = self.fields.len() - 1;
        let mut next = Next::Stay;
        match command {
            Command::Next => return self.go_on(cx),
            Command::NextField if self.focus == last => return self.go_on(cx),
            Command::NextField => self.focus += 1,
            Command::PreviousField => self.focus = self.focus.saturating_sub(1),
            Command::Dismiss => {
                self.leave(cx);
                next = Next::Go(Screen::Start(Start::default()));
            }
            _ => return Next::Stay,
        }
        cx.save_if_changed();
        next
    }

    fn typed(&mut self, cx: &mut Cx, typed: Typed<'_>) -> Next {
        let (Some(field), Some(session)) = (self.fields.get_mut(self.focus), cx.session()) else { return Next::Stay };
        if typed.into(&mut field.text) {
            let (mut about, mut register) = (session.about.clone(), session.register.clone());
            self.read(&mut about, &mut register);
            cx.apply(|session, _| session.describe(about));
            cx.apply(|session, _| session.count_people(register));
            cx.save_if_changed();
        }
        Next::Stay
    }

    fn field<'all>(&'all mut self, _: &'all mut Cx) -> Option<&'all mut TextField> {
        self.fields.get_mut(self.focus).map(|field| &mut field.text)
    }

    fn is_recorded(&self) -> bool {
        true
    }

    fn click(&mut self, _: &mut Cx, target: Target) -> Next {
        if let Target::Line(line) = target {
            self.focus = line.min(self.fields.len() - 1);
        }
        Next::Stay
    }

    fn drafts(&self, _: &Cx) -> Vec<(Form, Option<Draft>)> {
        vec![(Form::Setup, self.draft())]
    }

    fn settle(&mut self) {
        self.fields.iter_mut().for_each(|field| field.text.settle());
    }
}

impl Cx {
    /// Whether the partnership has a name that its file does not have yet.
    pub(super) fn is_unnamed(&self) -> bool {
        let workshop = self.workshop.as_ref();
        workshop.is_some_and(|one| one.provisional && !one.session.about.partnership.trim().is_empty())
    }

    pub(super) fn save_if_changed(&mut self) {
        if self.workshop.as_ref().is_some_and(|workshop| !workshop.is_safe()) {
            self.save();
        }
    }
}
