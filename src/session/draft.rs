//! What is half typed: text in a form that is no part of the record yet.
//!
//! It is kept with the session, so that nothing that was typed is lost, and is told nowhere: no paper, list, comparison
//! or export reads it. Only the form in which it was typed shows it again.

use super::{Session, is_default};
use crate::framework::{Id, Level};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A form in which text is typed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Form {
    Setup,
    NewLine,
    /// A line of the register, counted from 0.
    Line(usize),
    /// An action that is not in the list yet.
    NewAction,
    Action(u32),
    /// A line for the log of an action, by its number.
    Log(u32),
    Review,
    /// The views of a room that does not agree on a rating.
    NotAgreed(Id, Option<Level>),
    /// A new minority statement on a feature.
    Dissent(Id),
}

/// What is half typed in one form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// The texts, by the names of their fields.
    pub fields: BTreeMap<String, String>,
    /// The field in which the cursor is, while the form is open; empty once it was left.
    #[serde(skip_serializing_if = "is_default")]
    pub open_at: String,
}

impl Draft {
    /// The texts of some fields of an open form.
    pub fn new<'all>(open_at: &str, fields: impl IntoIterator<Item = (&'all str, String)>) -> Self {
        let fields = fields.into_iter().map(|(name, text)| (name.to_owned(), text)).collect();
        Self { fields, open_at: open_at.to_owned() }
    }

    /// What is typed in a field, if anything of it is kept here.
    pub(crate) fn text(&self, field: &str) -> Option<&str> {
        self.fields.get(field).map(String::as_str)
    }
}

impl Session {
    /// What is half typed in a form, if anything is.
    pub(crate) fn draft(&self, form: &Form) -> Option<&Draft> {
        self.drafts.get(form)
    }
}
