//! What stands around every screen: the heading, "Saved", the notice and the keys; and the blank screen.
//!
//! The keys come from the one table; no screen writes its own.

use super::Canvas;
use super::canvas::BIG;
use super::size::{Height, Size, Width};
use super::text;
use crate::app::Target;
use crate::app::keymap::Command;
use crate::view::{BACK_AT, Break, Frame, Hint, Notice, Progress, Saved, Strip, StripStage};
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::borrow::Cow;

/// The most hints a footer shows.
const HINTS: usize = 8;

/// Draws title, notices and keys; gives the area between them.
pub(super) fn draw_frame(frame: &Frame, canvas: &mut Canvas) -> Rect {
    heading(frame, None, canvas);
    draw_below_title(frame, canvas)
}

/// The frame without its title, for a page whose title depends on what has room below it.
pub(super) fn draw_below_title(frame: &Frame, canvas: &mut Canvas) -> Rect {
    let (area, inner) = (canvas.area(), inner(canvas));
    let footer = footer(&frame.hints, canvas);
    let notice = notice(frame, canvas, inner, footer);
    let body = Rect { y: 1, height: notice.saturating_sub(1), ..inner };
    match &frame.strip {
        Some(strip) if Size::of(area) != Size::List => strip_above(strip, canvas, body),
        _ => body,
    }
}

/// The frame without its margins.
fn inner(canvas: &Canvas) -> Rect {
    let (area, margin) = (canvas.area(), margin(canvas));
    Rect { x: margin, width: area.width.saturating_sub(margin * 2), ..area }
}

/// Columns kept free at both sides.
fn margin(canvas: &Canvas) -> u16 {
    u16::from(Size::of(canvas.area()).has(Width::Medium, Height::Short))
}

/// The title, or another in its place, with what stands on the right.
pub(super) fn heading(frame: &Frame, instead: Option<&str>, canvas: &mut Canvas) {
    let (theme, inner) = (canvas.theme(), inner(canvas));
    // Without a strip below it the title says what the strip would.
    let without_strip = frame.strip.is_some() && Size::of(canvas.area()) == Size::List;
    let narrow = usize::from(canvas.area().width < 60 || without_strip);
    let head = instead.unwrap_or(&frame.title[narrow]);
    let [long, short] = &frame.right;
    let right = if narrow == 0 && text::width(long) <= inner.width / 2 { long } else { short };
    let title = match (&frame.strip, frame.session.first()) {
        (Some(_), Some(session)) if is_roomy(canvas) => session.clone(),
        (Some(_), _) => head.to_owned(),
        (None, _) => title(frame, head, right, canvas.area().width),
    };
    let mut end = inner.right();
    if !right.is_empty() {
        end = canvas.put_right(end, inner.y, inner.width / 2, right, theme.text).saturating_sub(3);
    }
    if let Some(saved) = &frame.saved {
        let style = if saved.safe { theme.text } else { theme.alert };
        let words = in_short(saved, inner.width / 2);
        end = canvas.put_right(end, inner.y, inner.width / 2, &words, style).saturating_sub(2);
    }
    // What stands on the right is longer while something is not kept or not saved: then the date gives way as a whole,
    // for half a date reads as another, and then the name behind a page's own.
    let own = title.split_once("  ").map(|(own, _)| own);
    let nameless = own.unwrap_or(&title);
    let name = title.rsplit_once(" · ").map_or(title.len(), |(name, _)| name.len());
    let dateless = name.max(own.map_or(0, str::len));
    let room = end.saturating_sub(inner.x);
    let forms = [&*title, &title[..dateless], nameless, instead.unwrap_or(&frame.title[1])];
    let last = if nameless == title { forms[1] } else { nameless };
    let title = forms.into_iter().find(|form| text::width(form) <= room).unwrap_or(last);
    // Half a word is none, but of a name that is one long word.
    let words = match text::whole_words(title, room) {
        words if room >= 8 && !words.contains(char::is_alphabetic) => title,
        words => words,
    };
    canvas.put(inner.x, inner.y, room, words, theme.accent);
}

/// The title with as much of partnership and date as fits beside what stands on the right while all is well, so that it
/// does not change from one save to the next.
fn title(frame: &Frame, head: &str, right: &str, width: u16) -> String {
    if frame.session.is_empty() {
        return head.to_owned();
    }
    // Three columns before what stands on the right, two before "Saved 14:32".
    let saved = frame.saved.as_ref().map_or(0, |_| text::width("Saved 14:32") + 2);
    let beside = text::width(right) + 3 + saved;
    let margins = if width < 80 { 0 } else { 2 };
    let room = width.saturating_sub(beside + margins);
    let mut forms = frame.session.iter().map(|session| format!("{head}  {session}"));
    forms.find(|form| text::width(form) <= room).unwrap_or_else(|| head.to_owned())
}

/// How safe the session is, in so many columns.
fn in_short(saved: &Saved, width: u16) -> Cow<'_, str> {
    let Some(name) = &saved.beside else {
        let fits = saved.forms.iter().find(|form| text::width(form) <= width);
        return Cow::Borrowed(fits.or(saved.forms.last()).map_or("", String::as_str));
    };
    let words = saved.forms.first().map_or("", String::as_str);
    let whole = format!("{words}: {name}");
    if text::width(&whole) <= width {
        return Cow::Owned(whole);
    }
    let room = width.saturating_sub(16);
    if room < 12 { Cow::Borrowed(words) } else { Cow::Owned(format!("{words}: ..{}", text::end(name, room))) }
}

/// Draws the sentences for the room above the footer, and above them the banner that stays; gives their first row.
fn notice(frame: &Frame, canvas: &mut Canvas, inner: Rect, footer: u16) -> u16 {
    let mut top = if frame.hints.is_empty() { footer } else { sentences(&frame.notices, canvas, inner, footer) };
    if let Some(coach) = frame.coach {
        // It stands in the row that is kept free for a sentence, where none does.
        top = if frame.notices.is_empty() { footer } else { top }.saturating_sub(1);
        let line = Rect { y: top, height: 1, ..inner };
        canvas.put(line.x, line.y, line.width, coach, canvas.theme().accent);
    }
    let Some([long, short]) = &frame.banner else { return top };
    let banner = if text::width(long) <= inner.width { long } else { short };
    let line = Rect { y: top.saturating_sub(1), height: 1, ..inner };
    let style = canvas.theme().alert;
    canvas.fill(line, style);
    canvas.put_wrapped(line, banner, style);
    line.y
}

fn sentences(notices: &[Notice], canvas: &mut Canvas, inner: Rect, footer: u16) -> u16 {
    let theme = canvas.theme();
    let area = canvas.area();
    if notices.is_empty() {
        // The smallest windows have no row to keep free for it.
        return if Size::of(area) == Size::List { footer } else { footer.saturating_sub(1) };
    }
    let rows: Vec<u16> = rows_of(notices, area, inner.width).collect();
    let top = footer.saturating_sub(rows.iter().sum());
    let mut y = top;
    for (notice, height) in notices.iter().zip(rows) {
        let style = if notice.alarming { theme.alert } else { theme.accent };
        let line = Rect { y, height, ..inner };
        canvas.fill(line, style);
        canvas.put_wrapped(line, &notice.sentence, style);
        y = y.saturating_add(line.height);
    }
    top
}

/// The rows of each sentence: two at most, and one where two stand in a low window.
fn rows_of(notices: &[Notice], area: Rect, width: u16) -> impl Iterator<Item = u16> {
    let most = if notices.len() < 2 || Size::of(area).has(Width::Narrow, Height::Low) { 2 } else { 1 };
    notices.iter().map(move |notice| text::rows(&notice.sentence, width).clamp(1, most))
}

/// Draws the keys at the foot; gives the row where they begin.
fn footer(hints: &[Hint], canvas: &mut Canvas) -> u16 {
    let area = canvas.area();
    let theme = canvas.theme();
    let rows = footer_rows(hints, area);
    let top = area.bottom().saturating_sub(rows);
    canvas.fill(Rect { y: top, height: rows, ..area }, theme.strip);
    let margin = margin(canvas);
    let lines = hint_lines(hints, area.width.saturating_sub(margin * 2), usize::from(rows));
    for (y, line) in (top..).zip(lines) {
        let mut x = margin;
        for hint in line {
            let from = x;
            x += canvas.put(x, y, area.right().saturating_sub(x), hint.key, theme.key);
            x += canvas.put(x + 1, y, area.right().saturating_sub(x + 1), hint.words, theme.strip) + 1;
            if let Some(command) = hint.command {
                canvas.hit(Rect { x: from, y, width: x - from, height: 1 }, Target::Command(command));
            }
            x += GAP;
        }
    }
    top
}

/// A window on a wall has no keys, and their rows are the room's.
fn footer_rows(hints: &[Hint], area: Rect) -> u16 {
    if hints.is_empty() {
        return 0;
    }
    if Size::of(area).has(Width::Narrow, Height::Low) { 2 } else { 1 }
}

/// Columns between two hints.
const GAP: u16 = 3;

/// The hints that fit, line by line: as many as may be shown, the dearest among them, help last.
fn hint_lines(hints: &[Hint], width: u16, rows: usize) -> Vec<Vec<Hint>> {
    let mut dearest: Vec<(usize, &Hint)> = hints.iter().enumerate().collect();
    dearest.sort_by_key(|(_, hint)| hint.rank);
    // Try with as many as may be shown and give up the least likely until the rest fits.
    (1..=hints.len().min(HINTS))
        .rev()
        .find_map(|count| {
            let mut shown = dearest[..count].to_vec();
            shown.sort_by_key(|(place, hint)| (hint.rank == 0, *place));
            laid_out(shown.into_iter().map(|(_, hint)| *hint), width, rows)
        })
        .unwrap_or_default()
}

fn laid_out(hints: impl Iterator<Item = Hint>, width: u16, rows: usize) -> Option<Vec<Vec<Hint>>> {
    let mut lines = vec![Vec::new()];
    let mut used = 0;
    for hint in hints {
        let wide = text::width(hint.key) + 1 + text::width(hint.words);
        let gap = if used == 0 { 0 } else { GAP };
        if used + gap + wide > width {
            lines.push(Vec::new());
            used = wide;
        } else {
            used += gap + wide;
        }
        lines.last_mut()?.push(hint);
    }
    (lines.len() <= rows && used <= width).then_some(lines)
}

/// Draws the strip of stages at the top of an area, and a rule where there is room; gives the area below.
fn strip_above(strip: &Strip, canvas: &mut Canvas, body: Rect) -> Rect {
    let roomy = is_roomy(canvas);
    let place = if roomy { strip.place.as_str() } else { "" };
    draw_strip(strip, place, canvas, body);
    let used = 1 + u16::from(roomy);
    if roomy {
        canvas.rule(body.x, body.y + 1, body.width);
    }
    Rect { y: body.y + used, height: body.height.saturating_sub(used), ..body }
}

/// Whether the strip has room for the place within the stage, so that the title has room for the session.
fn is_roomy(canvas: &Canvas) -> bool {
    Size::of(canvas.area()).has(Width::Medium, Height::Medium)
}

/// The stages in a line, each with how far it is; the current one marked.
fn draw_strip(strip: &Strip, place: &str, canvas: &mut Canvas, area: Rect) {
    let theme = canvas.theme();
    let labels = |name: fn(&StripStage) -> &str| -> Vec<String> {
        let label = |stage: &StripStage| match stage.progress {
            _ if stage.is_current && place.is_empty() => format!("►{}◄", name(stage)),
            None if stage.is_current => format!("► {} {place} ◄", stage.label.to_uppercase()),
            _ if stage.is_current => format!("► {} {place} ◄", name(stage).to_uppercase()),
            Some(Progress::Done) => format!("{}■", name(stage)),
            Some(Progress::Begun) => format!("{}○", name(stage)),
            Some(Progress::NotBegun) => format!("{}·", name(stage)),
            None => name(stage).to_owned(),
        };
        strip.stages.iter().map(label).collect()
    };
    let fits = |labels: &[String]| labels.iter().map(|label| text::width(label) + 1).sum::<u16>() <= area.width + 1;
    let forms: [fn(&StripStage) -> &str; 3] =
        [|stage| &stage.label, |stage| &stage.short, |stage| text::cut(&stage.label, 3)];
    let labels = forms.into_iter().map(labels).find(|labels| fits(labels)).unwrap_or_else(|| labels(forms[2]));
    let mut x = area.x;
    for (stage, label) in strip.stages.iter().zip(&labels) {
        let style: Style = if stage.is_current { theme.accent } else { theme.muted };
        x += canvas.put(x, area.y, area.right().saturating_sub(x), label, style) + 1;
    }
}

/// A box low on the screen, so that the statement it belongs to stays in sight, and above the sentence for the room;
/// gives the area inside.
pub(super) fn dialog(frame: &Frame, canvas: &mut Canvas, width: u16, height: u16, title: &str) -> Rect {
    let area = canvas.area();
    let inner = area.width.saturating_sub(margin(canvas) * 2);
    let said: u16 = rows_of(&frame.notices, area, inner).sum();
    let said = said + u16::from(frame.banner.is_some()) + u16::from(frame.coach.is_some());
    let room = area.height.saturating_sub(footer_rows(&frame.hints, area) + said);
    let (width, height) = (width.min(area.width), height.min(room));
    let outer = Rect { x: area.x + (area.width - width) / 2, y: area.y + (room - height).min(8), width, height };
    let theme = canvas.theme();
    // Across the whole width: scraps of the page beside the box would read as words.
    canvas.fill(Rect { x: area.x, width: area.width, ..outer }, theme.text);
    canvas.border(outer, true, theme.text);
    // As many whole words of it as there is room for.
    let ends = std::iter::once(title.len()).chain(title.rmatch_indices(' ').map(|(end, _)| end));
    let mut forms = ends.map(|end| &title[..end]);
    let title = forms.find(|form| text::width(form) + 6 <= width).unwrap_or(title);
    canvas.put(outer.x + 2, outer.y, width.saturating_sub(4), &format!(" {title} "), theme.accent);
    Rect { x: outer.x + 2, y: outer.y + 1, width: width.saturating_sub(4), height: height.saturating_sub(2) }
}

/// Draws the keys of what lies on top, for overlays that leave the screen below in sight.
pub(super) fn keys(frame: &Frame, canvas: &mut Canvas) {
    footer(&frame.hints, canvas);
}

/// The room's screen, blank.
pub(super) fn blank(pause: &Break, canvas: &mut Canvas) {
    let area = canvas.area();
    let theme = canvas.theme();
    let y = area.y + area.height / 2;
    if let Some(back) = &pause.back {
        let wide = BIG.0 * 5;
        canvas.put_centred(area.x, y.saturating_sub(6), area.width, BACK_AT.text(), theme.text);
        canvas.big(area.x + area.width.saturating_sub(wide) / 2, y.saturating_sub(4), back, theme.accent);
    }
    canvas.put_centred(area.x, y, area.width, &pause.words, theme.text);
    canvas.put_centred(area.x, y.saturating_add(2), area.width, pause.keys, theme.muted);
    canvas.hit(area, Target::Command(Command::Dismiss));
    canvas.cursor(area.x, y);
}
