//! "You said, we did": what became of the actions of a workshop, on one page for those who were there.
//!
//! What was rated is not in it: last time's ratings are not to stand before those of next time.

use super::document::{Cell, Document, Line, Table, Tone, text};
use super::model::{ActionPart, Source, Texts, plan};
use super::text::clean_line;
use super::{Format, WriteError, docx, html, markdown};
use crate::framework::Framework;
use crate::session::{Action, ActionStatus, Session};
use crate::words::paper::said_and_did::{NOTHING_AGREED, SAID_AND_DONE, in_short, subtitle, title, to_be_done};
use crate::words::{self, capital, date, paper};
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// In this order: what was done comes first.
const ORDER: [ActionStatus; 4] =
    [ActionStatus::Done, ActionStatus::UnderWay, ActionStatus::NotStarted, ActionStatus::Dropped];

/// The page of a session that was held with this framework: of a check-in, what became of what was open before it.
pub fn said_and_did(
    framework: &Framework,
    session: &Session,
    format: Format,
    large: bool,
) -> Result<Vec<u8>, WriteError> {
    let document = Document { large, ..document(framework, session) };
    match format {
        Format::Html => Ok(html::html(&document).into_bytes()),
        Format::Word => Ok(docx::docx(&document)?),
        Format::Markdown => Ok(markdown::markdown(&document).into_bytes()),
        Format::Excel | Format::Csv | Format::Json | Format::Svg => Err(WriteError::SaidAndDid),
    }
}

fn document(framework: &Framework, session: &Session) -> Document {
    let parts = plan(&Source { framework, session, names: false, texts: Texts::Clean }).actions;
    let all = || session.actions.iter().zip(&parts);
    let rows = ORDER.iter().flat_map(|status| all().filter(move |(action, _)| action.status == *status));
    let table = Table::new(SAID_AND_DONE, [30, 40, 30]).filled(rows.map(|(action, part)| row(action, part)));
    let mut blocks = Vec::new();
    if !parts.is_empty() {
        let counts = words::action_counts(session.actions.iter().map(|action| action.status));
        blocks.push(text(in_short(parts.len(), &counts)));
    }
    blocks.push(table.unwrap_or_else(|| text(NOTHING_AGREED)));
    blocks.extend(session.review.map(|day| text(paper::review(Some(day)))));
    let agreed = session.earlier.as_ref().map_or(session.about.date, |earlier| earlier.date);
    Document {
        content: framework.language.clone(),
        title: title(&clean_line(session.title())),
        subtitle: subtitle(agreed, session.about.date),
        head: Vec::new(),
        large: false,
        blocks,
    }
}

fn row(action: &Action, part: &ActionPart) -> Vec<Cell> {
    let what = if part.what.is_empty() { paper::NO_WORDING.text() } else { &part.what };
    let tone = if action.status == ActionStatus::Done { Tone::Green } else { Tone::Plain };
    vec![
        Cell::lines(part.why.iter().map(|why| Line::text(why.to_string())).collect()),
        Cell::lines(vec![Line::text(what), Line::text(clean_line(words::owner(action)))]),
        Cell::lines(became(action, part)).toned(tone),
    ]
}

/// How far it is and since when, what was noted on it last, and by when it is to be done.
fn became(action: &Action, part: &ActionPart) -> Vec<Line> {
    let since = part.log.iter().rev().find(|logged| logged.words() == part.status.words);
    let since = since.map_or(String::new(), |logged| day_of(logged.at));
    let noted = part.log.iter().rev().find_map(|logged| logged.noted());
    let by = action.by.filter(|_| action.status.is_open()).map(to_be_done);
    let mut lines = vec![Line::new(capital(&part.status.words), since)];
    lines.extend(noted.map(Line::text));
    lines.extend(by.map(|by| Line::text(capital(&by))));
    lines
}

fn day_of(at: Timestamp) -> String {
    date(at.to_zoned(TimeZone::UTC).date())
}
