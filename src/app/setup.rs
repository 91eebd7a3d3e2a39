//! The set-up form. Everything can be left for later, and everything typed is kept as it is typed.
//!
//! A date or a number that cannot be read is said so beside its field; what stood there before stays.

use super::form::{Field, FieldKey, Fields};
use super::keymap::{Command, Context};
use super::page::{Next, Page, Typed};
use super::{Cx, Saving, Screen, Start, TextField, Walk, Workshop, dates};
use crate::session::{About, Draft, Form, Place, Register, Session};
use crate::words;
use jiff::civil::Date;
use std::borrow::Cow;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldName {
    Partnership,
    Date,
    Purpose,
    Venue,
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
}

impl FieldKey for FieldName {
    fn key(&self) -> Cow<'static, str> {
        match self {
            Self::Partnership => "partnership".into(),
            Self::Date => "date".into(),
            Self::Purpose => "purpose".into(),
            Self::Venue => "venue".into(),
            Self::Facilitator => "facilitator".into(),
            Self::People(sector) => format!("people: {sector}").into(),
            Self::Table => "table".into(),
        }
    }
}

#[derive(Clone, Debug)]
pub struct Setup {
    pub fields: Fields<FieldName>,
    before: (About, Register),
}

impl Setup {
    /// The form, filled with what the session already says, and what was half typed.
    pub(crate) fn of(session: &Session, today: Date) -> Self {
        let About { partnership, date, purpose, venue, facilitator, table, .. } = &session.about;
        let date = date.map_or(String::new(), words::date);
        let first = [
            (FieldName::Partnership, TextField::line(partnership)),
            (FieldName::Date, TextField::line(&date)),
            (FieldName::Purpose, TextField::line(purpose)),
            (FieldName::Venue, TextField::line(venue)),
            (FieldName::Facilitator, TextField::line(facilitator)),
        ];
        let people = session.register.sector_ids().map(|sector| {
            let count = session.register.count(sector);
            let text = if count == 0 { String::new() } else { count.to_string() };
            (FieldName::People(sector.to_owned()), TextField::line(&text))
        });
        // Last, because most sessions are of a whole room.
        let last = [(FieldName::Table, TextField::line(table))];
        let fields = Fields::new(first.into_iter().chain(people).chain(last));
        let mut setup = Self { fields, before: (session.about.clone(), session.register.clone()) };
        if let Some(draft) = session.draft(&Form::Setup) {
            setup.fields.fill(draft);
            // Read again, so that what is wrong with it stands beside it.
            let (mut about, mut register) = setup.before.clone();
            setup.read(&mut about, &mut register, today);
        }
        setup
    }

    /// What is typed and cannot be read: all else is in the session as it is typed.
    fn draft(&self) -> Option<Draft> {
        let is_unread = |field: &Field<FieldName>| field.read.is_err();
        self.fields.all.iter().any(is_unread).then(|| self.fields.draft(is_unread))
    }

    /// What stands in a field and cannot be read, in words.
    fn unread(&self, register: &Register) -> Option<String> {
        let field = self.fields.all.iter().find(|field| field.read.is_err())?;
        let (text, name) = (field.text.text(), field.name.title(register));
        Some(words::unread_in_setup(name, &text))
    }

    /// What the fields say, on top of what stood there: a field that cannot be read changes nothing.
    fn read(&mut self, about: &mut About, register: &mut Register, today: Date) {
        for field in &mut self.fields.all {
            let text = field.text.text();
            field.read = Ok(String::new());
            match &field.name {
                FieldName::Partnership => about.partnership = text,
                FieldName::Purpose => about.purpose = text,
                FieldName::Venue => about.venue = text,
                FieldName::Facilitator => about.facilitator = text,
                FieldName::Table => about.table = text,
                FieldName::Date => {
                    let date = dates::read_near(&text, today);
                    let is_news = |said: String| if said == text.trim() { String::new() } else { said };
                    field.read = dates::said(&date).map(is_news);
                    about.date = date.unwrap_or(about.date);
                }
                FieldName::People(sector) => match Register::parse_count(&text) {
                    Ok(count) => register.set(sector, count),
                    Err(_) => field.read = Err("number, 0 to 999".into()),
                },
            }
        }
    }
}

impl Setup {
    /// Shows the form of a new session.
    pub(super) fn begin(cx: &mut Cx, id: String) -> Next {
        let mut session = Session::new(&cx.framework, id, cx.now.timestamp());
        session.about.date = Some(cx.now.date());
        let setup = Self::of(&session, cx.now.date());
        let mut workshop = Workshop::new(session, None, Saving::NotYet);
        workshop.provisional = true;
        cx.workshop = Some(workshop);
        Next::Go(Screen::Setup(Box::new(setup)))
    }

    pub(super) fn show(cx: &mut Cx) -> Next {
        let Some(session) = cx.session() else { return Next::Stay };
        let setup = Self::of(session, cx.now.date());
        cx.remember(Place::Setup);
        Next::Go(Screen::Setup(Box::new(setup)))
    }

    /// Shows what the session says now, after it was changed elsewhere.
    pub(super) fn read_again(&mut self, cx: &Cx) {
        if let Some(session) = cx.session() {
            let focus = self.fields.focus;
            *self = Self::of(session, cx.now.date());
            self.fields.go_to_place(focus);
        }
    }

    pub(super) fn is_naming(&self) -> bool {
        self.fields.in_focus().name == FieldName::Partnership
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
        let mut next = Next::Stay;
        match command {
            Command::Next => return self.go_on(cx),
            _ if self.fields.moves(command) => {}
            Command::NextField => return self.go_on(cx),
            Command::Everybody => {
                let Some(session) = cx.session() else { return Next::Stay };
                let mut register = session.register.clone();
                register.everybody_came();
                // What was typed is one step to undo, and this another.
                self.record(cx);
                cx.edit(|session, _| session.count_people(register));
                self.read_again(cx);
            }
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
        let Some(session) = cx.session() else { return Next::Stay };
        if self.fields.write(typed) {
            let (mut about, mut register) = (session.about.clone(), session.register.clone());
            self.read(&mut about, &mut register, cx.now.date());
            cx.apply(|session, _| session.describe(about));
            cx.apply(|session, _| session.count_people(register));
            cx.save_if_changed();
        }
        Next::Stay
    }

    fn field<'all>(&'all mut self, _: &'all mut Cx) -> Option<&'all mut TextField> {
        Some(self.fields.text_in_focus())
    }

    fn is_recorded(&self) -> bool {
        true
    }

    fn mark(&mut self) -> Option<&mut usize> {
        Some(&mut self.fields.focus)
    }

    fn drafts(&self, _: &Cx) -> Vec<(Form, Option<Draft>)> {
        vec![(Form::Setup, self.draft())]
    }

    fn settle(&mut self) {
        self.fields.settle();
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
