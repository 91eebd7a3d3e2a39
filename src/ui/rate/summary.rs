//! What is agreed on the feature so far, in words, and the side panel of wide windows.
//!
//! The private note is only ever said to exist.

use super::Item;
use crate::analysis::reading;
use crate::app::{App, Workshop};
use crate::framework::Id;
use crate::session::{Agreement, Answer, Decision, Dissent};
use crate::ui::{Canvas, text};
use crate::words;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

/// The rows that everything there is to say would take.
pub(super) fn rows(item: &Item, width: u16) -> u16 {
    let answer = item.workshop.session.answer(&item.feature.id);
    let note = if answer.note.is_empty() { 0 } else { text::rows(&answer.note, width.saturating_sub(6)).min(6) };
    let views = match decision(item) {
        Decision::NotAgreed { .. } => 2,
        _ => 0,
    };
    let dissent: u16 = answer.dissent.iter().map(|one| dissent_rows(one, width)).sum();
    2 + note + views + dissent.min(6) + u16::from(answer.parked || !answer.private_note.is_empty())
}

/// Columns of the word before a minority statement.
const DISSENT: u16 = 9;

fn dissent_rows(one: &Dissent, width: u16) -> u16 {
    text::rows(&words::dissent(one), width.saturating_sub(DISSENT)).min(3)
}

fn decision<'app>(item: &Item<'app>) -> &'app Decision {
    item.workshop.session.decision_at(&item.walk.step)
}

/// The agreed rating, the evidence, both views where they differ, the note, and what else is kept.
pub(super) fn draw(item: &Item, canvas: &mut Canvas, area: Rect) {
    let theme = canvas.theme();
    let answer = item.workshop.session.answer(&item.feature.id);
    let bold = theme.text.add_modifier(Modifier::BOLD);
    let mut line = Lines { area, y: area.y };
    let (label, outcome) = outcome(item);
    let evidence = evidence(answer);
    let wide = text::width(&label) + text::width(&outcome) + text::width(&evidence) + 9;
    let first = [(label.as_str(), theme.muted), (outcome.as_str(), bold)];
    if let Some(y) = line.next() {
        let used = canvas.put_all(area.x, y, area.width, &first);
        if wide <= area.width && !evidence.is_empty() {
            canvas.put(area.x + used + 4, y, area.width.saturating_sub(used + 4), &evidence, theme.text);
        }
    }
    if wide > area.width
        && !evidence.is_empty()
        && let Some(y) = line.next()
    {
        canvas.put_wrapped(Rect { y, height: 1, ..area }, &evidence, theme.text);
    }
    views(item, canvas, &mut line);
    for one in &answer.dissent {
        let room = area.bottom().saturating_sub(line.y).min(dissent_rows(one, area.width));
        if room > 0 {
            canvas.put(area.x, line.y, DISSENT, "Dissent", theme.muted);
            let words =
                Rect { x: area.x + DISSENT, y: line.y, width: area.width.saturating_sub(DISSENT), height: room };
            line.y += canvas.put_wrapped(words, &words::dissent(one), theme.text);
        }
    }
    let flags = flags(answer);
    let kept = u16::from(!flags.is_empty());
    if !answer.note.is_empty() {
        let room = area.bottom().saturating_sub(line.y).saturating_sub(kept);
        canvas.put(area.x, line.y, if room > 0 { 6 } else { 0 }, "Note", theme.muted);
        let note = Rect { x: area.x + 6, y: line.y, width: area.width.saturating_sub(6), height: room };
        line.y += canvas.put_wrapped(note, &answer.note, theme.text);
    }
    if !flags.is_empty()
        && let Some(y) = line.next()
    {
        canvas.put_wrapped(Rect { y, height: 1, ..area }, &flags, theme.accent);
    }
}

/// Both views where the room does not agree: one a line, or both on the last line there is.
fn views(item: &Item, canvas: &mut Canvas, line: &mut Lines) {
    let Decision::NotAgreed { range, low_view, high_view } = decision(item) else { return };
    let theme = canvas.theme();
    let ends = [(range.low(), low_view), (range.high(), high_view)];
    let told: Vec<String> =
        ends.iter().filter(|(_, view)| !view.is_empty()).map(|(end, view)| format!("{end}: {view}")).collect();
    let area = line.area;
    if told.len() == 2 && area.bottom().saturating_sub(line.y) == 1 {
        let half = area.width / 2;
        if let Some(y) = line.next() {
            for (view, x) in told.iter().zip([area.x, area.x + half]) {
                canvas.put_wrapped(Rect { x, y, width: half.saturating_sub(1), height: 1 }, view, theme.text);
            }
        }
        return;
    }
    for view in told {
        if let Some(y) = line.next() {
            canvas.put_wrapped(Rect { y, height: 1, ..area }, &view, theme.text);
        }
    }
}

struct Lines {
    area: Rect,
    y: u16,
}

impl Lines {
    /// The next free row, while there is one.
    fn next(&mut self) -> Option<u16> {
        let y = self.y;
        if y >= self.area.bottom() {
            return None;
        }
        self.y += 1;
        Some(y)
    }
}

/// What the room decided, in words after a label.
fn outcome(item: &Item) -> (String, String) {
    let decision = decision(item);
    let word = |rating| item.app.cx.framework.word(item.stage, rating).to_uppercase();
    let outcome = match decision {
        Decision::NotDiscussed => return ("Not yet discussed".into(), String::new()),
        Decision::DontKnow => "DON'T KNOW (a blind spot)".into(),
        Decision::NotRelevant => "NOT RELEVANT HERE".into(),
        Decision::NotAgreed { range, .. } => format!("▒ NOT AGREED ▒  {range}"),
        Decision::Agreed(rating) | Decision::AgreedWithReservations(rating) => {
            let firmly = match decision.agreement() {
                Some(Agreement::WithReservations) => "agreed with reservations",
                Some(Agreement::Full) | None => "agreed",
            };
            format!("{rating} {}  ({firmly})", word(*rating))
        }
    };
    let level = words::at_level(item.walk.step.level());
    (format!("Group rating{level}  "), outcome)
}

fn evidence(answer: &Answer) -> String {
    // The answer keeps it for an undo, but evidence is only ever for a rating.
    let rated = words::is_rated(answer);
    answer.confidence.filter(|_| rated).map_or(String::new(), |one| words::capital(&words::evidence_of(one)))
}

fn flags(answer: &Answer) -> String {
    let parked = answer.parked.then_some("■ PARKED to come back to");
    let private = (!answer.private_note.is_empty()).then_some("Private note kept");
    parked.into_iter().chain(private).collect::<Vec<_>>().join("   ")
}

/// The stage's items with their marks, the time, and the parked list.
pub(super) fn side_panel(item: &Item, canvas: &mut Canvas, area: Rect) {
    let theme = canvas.theme();
    let session = &item.workshop.session;
    let mut y = area.y + 1;
    canvas.put(area.x, y, area.width, &item.stage.label.to_uppercase(), theme.accent);
    y += 2;
    let spacing = if area.height > 12 + 2 * u16::try_from(item.stage.features.len()).unwrap_or(9) { 2 } else { 1 };
    for feature in &item.stage.features {
        let reading = reading(session, item.stage, &feature.id);
        let current = feature.id == item.feature.id;
        let arrow = if current { "►" } else { " " };
        let style = if current { theme.text.add_modifier(Modifier::BOLD) } else { theme.text };
        let name = format!("{arrow}{:<3}{}", feature.id.as_str(), feature.label);
        canvas.put(area.x, y, area.width.saturating_sub(8), &name, style);
        let mark = reading.mark();
        let tone = match (reading.rating, reading.state.is_at_risk() && !reading.state.is_weak()) {
            (Some(rating), false) => theme.tone(rating),
            _ => theme.text,
        };
        canvas.put(area.x + 18, y, 6, &format!(" {mark:<3}"), tone);
        y += spacing;
    }
    aside(item.app, item.workshop, &item.stage.id, canvas, area);
}

/// What stands at the foot of every side panel: the time on a stage or section, by its id, and the parked list.
pub(in crate::ui) fn aside(app: &App, workshop: &Workshop, id: &Id, canvas: &mut Canvas, area: Rect) {
    time(app, workshop, id, canvas, Rect { y: area.bottom().saturating_sub(8), height: 3, ..area });
    parked(app, workshop, canvas, Rect { y: area.bottom().saturating_sub(4), height: 4, ..area });
}

fn time(app: &App, workshop: &Workshop, id: &Id, canvas: &mut Canvas, area: Rect) {
    let planned = app.cx.framework.minutes_for(id);
    if !app.cx.timer || planned == 0 {
        return;
    }
    let theme = canvas.theme();
    let used = workshop.minutes_on(id, app.cx.now.timestamp());
    let words = if used <= planned {
        format!("TIME  {used} min used, {} left", planned - used)
    } else {
        format!("TIME  {used} min used, {} over", used - planned)
    };
    canvas.put(area.x, area.y, area.width, &words, theme.text);
    let wide = area.width.min(24);
    let filled = u32::from(wide) * used.min(planned) / planned;
    let bar: String = (0..u32::from(wide)).map(|place| if place < filled { '█' } else { '░' }).collect();
    canvas.put(area.x, area.y + 1, wide, &bar, theme.muted);
}

fn parked(app: &App, workshop: &Workshop, canvas: &mut Canvas, area: Rect) {
    let parked: Vec<&Id> = workshop.session.parked(&app.cx.framework).collect();
    if parked.is_empty() {
        return;
    }
    let theme = canvas.theme();
    canvas.put(area.x, area.y, area.width, &format!("PARKED  {}", parked.len()), theme.text);
    let label = |id: &Id| app.cx.framework.feature(id).map(|(_, _, feature)| format!("{id} {}", feature.label));
    let names: Vec<String> = parked.into_iter().filter_map(label).collect();
    let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    canvas.put_wrapped(below, &names.join(" · "), theme.text);
}
