//! Forms: fields with their names, which of them is in focus, and how what stands in them was read.

use crate::app::TextField;
use serde::{Serialize, Serializer};

#[derive(Debug, Default, Serialize)]
pub(crate) struct Form<'a> {
    /// What the form is for, above its fields; keys are named at the foot of the window.
    pub(crate) explained: String,
    pub(crate) fields: Vec<Field<'a>>,
    /// The place of the field in focus.
    pub(crate) focus: usize,
}

#[derive(Debug, Serialize)]
pub(crate) struct Field<'a> {
    /// Its name, which is not drawn where the form has this field only.
    pub(crate) name: String,
    pub(crate) value: Value<'a>,
    /// How what stands in it was read.
    pub(crate) read: Read,
    /// What to write there, while it is in focus.
    pub(crate) explained: &'static str,
    /// What stands above it: it begins a part of the form. Without words the fields are only set apart.
    pub(crate) heading: Option<String>,
}

#[derive(Debug, Serialize)]
pub(crate) enum Value<'a> {
    Typed(#[serde(serialize_with = "text")] &'a TextField, Room),
    /// Text that is for its writer alone: it is neither read out nor handed on.
    Private(#[serde(skip)] &'a TextField),
    /// One of several, and the place of the one that is chosen; whether another may be typed.
    Choice {
        names: Vec<String>,
        chosen: usize,
        or_new: bool,
    },
    /// What one of some keys sets: how it stands, and which keys.
    Key {
        now: String,
        keys: &'static str,
    },
}

/// The keys that choose one of several.
pub(crate) const CHOOSE: &str = "Left, Right";
pub(crate) const CHOOSE_OR_TYPE: &str = "Left, Right, or type a new one";

/// How much room a text takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) enum Room {
    /// So many columns.
    Columns(u16),
    /// The line behind its name.
    Line,
    /// A few lines behind its name.
    Paragraph,
    /// Whole lines, as many as there are.
    Page,
}

/// How what stands in a field was read.
#[derive(Debug, Default, Serialize)]
pub(crate) enum Read {
    /// As it stands.
    #[default]
    Plain,
    /// As this: a date in full, names for ids.
    As(String),
    /// Not: why.
    Not(String),
}

impl<'a> Field<'a> {
    pub(crate) fn new(name: impl Into<String>, value: Value<'a>) -> Self {
        Self { name: name.into(), value, read: Read::Plain, explained: "", heading: None }
    }

    /// A text in the line behind its name.
    pub(crate) fn line(name: impl Into<String>, text: &'a TextField) -> Self {
        Self::new(name, Value::Typed(text, Room::Line))
    }

    pub(crate) fn read(self, read: Read) -> Self {
        Self { read, ..self }
    }

    pub(crate) fn explained(self, explained: &'static str) -> Self {
        Self { explained, ..self }
    }

    pub(crate) fn below(self, heading: impl Into<String>) -> Self {
        Self { heading: Some(heading.into()), ..self }
    }
}

impl Value<'_> {
    /// How much room a text takes.
    pub(crate) fn room(&self) -> Room {
        match self {
            Self::Typed(_, room) => *room,
            Self::Private(_) => Room::Page,
            Self::Choice { .. } | Self::Key { .. } => Room::Line,
        }
    }

    /// What stands there, as far as it may be said.
    pub(crate) fn now(&self) -> String {
        match self {
            Self::Typed(text, _) => text.text(),
            Self::Private(_) => String::new(),
            Self::Choice { names, chosen, .. } => names.get(*chosen).cloned().unwrap_or_default(),
            Self::Key { now, .. } => now.clone(),
        }
    }
}

impl Read {
    /// A date that was read, or why it was not; nothing while there is none.
    pub(crate) fn of(read: &Result<String, String>) -> Self {
        match read {
            Ok(read) if read.is_empty() => Self::Plain,
            Ok(read) => Self::As(read.clone()),
            Err(problem) => Self::Not(problem.clone()),
        }
    }
}

fn text<S: Serializer>(field: &TextField, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&field.text())
}

#[cfg(test)]
mod tests {
    use super::{Field, Form, TextField, Value};

    #[test]
    fn a_private_text_is_neither_said_nor_handed_on() {
        let text = TextField::lines("between us");
        let field = Field::new("Private note", Value::Private(&text));
        assert_eq!(field.value.now(), "");
        let json = serde_json::to_string(&Form { fields: vec![field], ..Form::default() });
        assert!(json.is_ok_and(|json| json.contains("Private note") && !json.contains("between us")));
    }
}
