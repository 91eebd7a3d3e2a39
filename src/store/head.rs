//! The first line of a session file: a small RON value in a comment, from which lists are made.
//!
//! It is derived on every save and never trusted over the document below it.

use super::files::read_start;
use super::open_error::{DAMAGED_HEAD, HEAD_IS_NO_TEXT, NO_HEAD, newer};
use super::ron::number_of;
use super::{FileSystem, OpenError, RealFiles};
use crate::document::options;
use crate::encoding;
use crate::framework::Framework;
use crate::session::{Decision, FORMAT, Session, Status, plausible_count};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// What every first line begins with; the number after it is the file's format.
pub(super) const MARK: &str = "// (plenary:";

/// No more than this is read of a file for its head, in bytes.
const LONGEST: usize = 4096;

/// Longer names and ids are cut at this many characters. Escaped, one takes at most ten bytes, so
/// that the line always fits in [`LONGEST`].
const LONGEST_NAME: usize = 200;

/// The same of a table's name.
const LONGEST_TABLE: usize = 40;

/// A session in one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The format of the file; named so that the line is recognised.
    #[serde(rename = "plenary")]
    pub format: u32,
    /// The session's id, 16 hexadecimal digits in a sound file.
    #[serde(default)]
    pub id: String,
    /// Counts every change.
    #[serde(default)]
    pub rev: u64,
    /// The partnership's name, at most 200 characters of it.
    #[serde(default)]
    pub partnership: String,
    #[serde(default)]
    pub date: Option<Date>,
    /// Features whose decisions have all been taken.
    #[serde(default)]
    pub done: u16,
    /// Features that the framework asks about.
    #[serde(default)]
    pub of: u16,
    /// Features with a decision that is not agreed.
    #[serde(default)]
    pub not_agreed: u16,
    #[serde(default)]
    pub people: u32,
    /// Whether the workshop goes on.
    #[serde(default)]
    pub status: Status,
    #[serde(default)]
    pub demo: bool,
    /// When the file was written, to the second, by the clock of the machine that wrote it.
    pub saved: Timestamp,
    /// Actions that are neither done nor dropped.
    #[serde(default)]
    pub open_actions: u16,
    /// Breakout tables that were merged into it.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub tables: u16,
    /// The breakout table that held it, at most 40 characters of its name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub table: String,
}

impl Head {
    /// The head of a session that is being saved at this time.
    pub fn of(session: &Session, framework: &Framework, saved: Timestamp) -> Self {
        let count = |is: &dyn Fn(&crate::session::Decided) -> bool| {
            let features = framework.features().filter(|(_, _, feature)| is(&session.answer(&feature.id).decided));
            u16::try_from(features.count()).unwrap_or(u16::MAX)
        };
        let split = |(_, decision): (_, &Decision)| matches!(decision, Decision::NotAgreed { .. });
        Self {
            format: session.format,
            id: cut(&session.id),
            rev: session.rev,
            partnership: cut(&session.about.partnership),
            date: session.about.date,
            done: count(&|decided| decided.is_complete()),
            of: u16::try_from(framework.feature_count()).unwrap_or(u16::MAX),
            not_agreed: count(&|decided| decided.all().into_iter().any(split)),
            people: session.register.people(),
            status: session.status,
            demo: session.demo,
            saved: Timestamp::from_second(saved.as_second()).unwrap_or(saved),
            open_actions: u16::try_from(session.open_actions().count()).unwrap_or(u16::MAX),
            tables: u16::try_from(session.tables.len()).unwrap_or(u16::MAX),
            table: session.table().unwrap_or_default().chars().take(LONGEST_TABLE).collect(),
        }
    }

    /// The head of a session whose framework is not at hand.
    pub(super) fn without_counts(session: &Session, saved: Timestamp) -> Self {
        Self::of(session, &Framework::default(), saved)
    }

    /// The head of a version that is saved again later, with other counts than those of its decisions.
    pub(super) fn saved_again(self, session: &Session, saved: Timestamp) -> Self {
        let (done, of, not_agreed) = (self.done, self.of, self.not_agreed);
        Self { done, of, not_agreed, ..Self::without_counts(session, saved) }
    }

    /// Reads the first line of a text; `None` when it does not begin like one.
    fn read(line: &str, name: &str) -> Option<Result<Self, String>> {
        let value = line.strip_prefix("// ").filter(|_| line.starts_with(MARK))?;
        let head = options().with_recursion_limit(4).from_str::<Self>(value);
        let format = head.as_ref().map_or_else(|_| number_of(value, "plenary"), |head| Some(head.format));
        if let Some(format) = format.filter(|format| *format > FORMAT) {
            return Some(Err(newer(name, format).to_string()));
        }
        Some(match head {
            Ok(head) => {
                let (id, partnership, rev) = (cut(&head.id), cut(&head.partnership), plausible_count(head.rev));
                Ok(Self { id, rev, partnership, ..head })
            }
            Err(_) => Err(DAMAGED_HEAD.into()),
        })
    }
}

/// Reads the head of a session file: at most 4 KiB from its start.
pub fn read_head(path: &Path) -> Result<Head, String> {
    head_in(&RealFiles, path)
}

pub(super) fn head_in(files: &dyn FileSystem, path: &Path) -> Result<Head, String> {
    let start = read_start(files, path, LONGEST).map_err(|error| error.to_string())?;
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    if start.is_empty() {
        return Err(OpenError::Empty { name }.to_string());
    }
    if encoding::is_utf16(&start) {
        return Err(OpenError::Utf16 { name }.to_string());
    }
    // A title in which letters had to be replaced is none; opening the file says which byte is wrong.
    if start
        .split(|byte| *byte == b'\n')
        .next()
        .is_some_and(|line| std::str::from_utf8(line).is_err_and(|error| error.error_len().is_some()))
    {
        return Err(HEAD_IS_NO_TEXT.into());
    }
    head_of(&start, &name)
}

pub(super) fn head_of(start: &[u8], name: &str) -> Result<Head, String> {
    let start = start.strip_prefix(encoding::BOM).unwrap_or(start);
    let line = start.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let line = String::from_utf8_lossy(line);
    Head::read(line.trim_end_matches('\r'), name).unwrap_or_else(|| Err(NO_HEAD.into()))
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes the field by reference")]
fn is_zero(number: &u16) -> bool {
    *number == 0
}

fn cut(text: &str) -> String {
    text.chars().take(LONGEST_NAME).collect()
}
