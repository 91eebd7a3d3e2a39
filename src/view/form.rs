//! Forms: fields with their names, which of them is in focus, and what is wrong with what stands in them.

use super::Text;
use crate::app::TextField;
use serde::{Serialize, Serializer};

/// Fields to fill in.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Form<'a> {
    /// What the form is for, above its fields.
    pub(crate) explained: Text,
    pub(crate) fields: Vec<Field<'a>>,
    /// The place of the field in focus.
    pub(crate) focus: usize,
    /// What stands below the fields.
    pub(crate) below: Text,
}

/// A field of a form.
#[derive(Debug, Serialize)]
pub(crate) struct Field<'a> {
    /// Empty where the form has this field only.
    pub(crate) name: String,
    pub(crate) value: Value<'a>,
    /// What is wrong with it, or how it was read.
    pub(crate) problem: Option<String>,
}

/// What stands in a field.
#[derive(Debug, Serialize)]
pub(crate) enum Value<'a> {
    /// Text being typed, in so many columns at most.
    Typed(#[serde(serialize_with = "text")] &'a TextField, Option<u16>),
    /// One of several, turned by Left and Right; with what else can be done while it is in focus.
    Choice(String, &'static str),
    /// Words that a key sets.
    Words(String),
}

/// What a field holds; nothing where it is hidden.
fn text<S: Serializer>(field: &TextField, serializer: S) -> Result<S::Ok, S::Error> {
    let hidden = field.area().mask_char().is_some();
    let text = if hidden { String::new() } else { field.text() };
    serializer.serialize_str(&text)
}
