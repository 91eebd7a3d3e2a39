//! The list slides: strengths to protect, what is at risk, where views differ.
//!
//! The analysis says which items and in which order; this says them in words and keeps the marked one in sight.

use super::sheet::Sheet;
use super::theme::Theme;
use super::{Canvas, chrome, conversations, dissent, text, wording};
use crate::analysis::{HeatMap, Standing, State};
use crate::app::{App, Slide, Slides, Target, Workshop};
use crate::session::{Answer, Decision};
use crate::words;
use ratatui::layout::Rect;

pub(super) fn draw(app: &App, workshop: &Workshop, map: &HeatMap, slides: &Slides, canvas: &mut Canvas) {
    let slide = slides.slide;
    let items = slide.items(map, app);
    let right = place(app, slides, canvas);
    let head = match (slide, items.len()) {
        (Slide::Strengths, 0) => "STRENGTHS".to_owned(),
        (Slide::Strengths, 1) => "1 STRENGTH to protect".into(),
        (Slide::SplitViews, 1) => "1 SPLIT VIEW".into(),
        (Slide::Strengths, count) if canvas.area().width < 60 => format!("{count} STRENGTHS"),
        (Slide::Strengths, count) => format!("{count} STRENGTHS to protect"),
        (Slide::Conversations, _) if canvas.area().width < 60 => "CONVERSATIONS".into(),
        (Slide::Conversations, _) => "CONVERSATIONS WORTH HAVING".into(),
        (Slide::AtRisk, _) => "AT RISK".into(),
        (Slide::SplitViews, 0) => "SPLIT VIEWS".into(),
        (_, count) => format!("{count} SPLIT VIEWS"),
    };
    let title = wording::heading(canvas, &head, workshop, &right);
    let body = chrome::frame(app, canvas, &title, &right);
    let theme = canvas.theme();
    let mut sheet = Sheet::new(body.width);
    if slide == Slide::AtRisk {
        stages(app, map, body.height, theme, &mut sheet);
        for words in wording::missing(&app.cx.framework, &workshop.session.register) {
            sheet.text(0, &words, theme.text);
        }
    }
    if items.is_empty() {
        sheet.blank();
        sheet.text(0, when_empty(slide), theme.text);
        return sheet.show(canvas, body, 0);
    }
    let spaced = list(&items, app, workshop, slides, theme, &mut sheet_from(&sheet, body.width), true);
    let roomy = spaced.last().is_none_or(|last| last.1 <= usize::from(body.height));
    let blocks = list(&items, app, workshop, slides, theme, &mut sheet, roomy);
    show(canvas, body, &sheet, &blocks, slides.line.min(items.len() - 1));
}

/// Which slide of how many.
pub(super) fn place(app: &App, slides: &Slides, canvas: &Canvas) -> String {
    let all = Slide::of(&app.cx.framework);
    let number = all.iter().position(|slide| *slide == slides.slide).map_or(1, |place| place + 1);
    let word = if canvas.area().width < 60 { "" } else { "slide " };
    format!("{word}{number} of {}", all.len())
}

/// Lines that stand in blocks, a blank before each where there is room, the marked one in sight.
pub(super) fn blocks(
    canvas: &mut Canvas,
    area: Rect,
    marked: usize,
    count: usize,
    add: impl Fn(usize, bool, &mut Sheet),
) {
    let marked = marked.min(count.saturating_sub(1));
    let lay = |roomy: bool| {
        let mut sheet = Sheet::new(area.width);
        let mut blocks = Vec::new();
        for number in 0..count {
            if roomy {
                sheet.blank();
            }
            let first = sheet.len();
            add(number, number == marked, &mut sheet);
            blocks.push((first, sheet.len()));
        }
        (sheet, blocks)
    };
    let (sheet, blocks) = lay(true);
    let fits = sheet.len() <= usize::from(area.height);
    let (sheet, blocks) = if fits { (sheet, blocks) } else { lay(false) };
    show(canvas, area, &sheet, &blocks, marked);
}

/// A sheet of the same length, to measure on.
fn sheet_from(sheet: &Sheet, width: u16) -> Sheet {
    let mut copy = Sheet::new(width);
    (0..sheet.len()).for_each(|_| copy.line(vec![(" ".into(), ratatui::style::Style::new())]));
    copy
}

/// The stages at risk with the reason; in one paragraph where rows are few.
fn stages(app: &App, map: &HeatMap, height: u16, theme: &Theme, sheet: &mut Sheet) {
    let stages: Vec<_> = app.cx.framework.stages.iter().zip(&map.rows).filter(|(_, row)| row.strip.at_risk).collect();
    if stages.len() > usize::from(height / 3) {
        let names: Vec<String> = stages
            .iter()
            .map(|(stage, row)| {
                let counts = &row.strip.counts;
                format!("{} {} of {}", stage.label, counts.troubled(), counts.relevant())
            })
            .collect();
        let words = format!("{}. (Items weak, contested or unknown.)", names.join(", "));
        sheet.hanging("STAGES AT RISK  ", &words, theme.accent, theme.text);
    } else {
        for (stage, row) in stages {
            let term = format!("{:<10} at risk: ", stage.label);
            sheet.hanging(&term, &words::trouble(&row.strip), theme.accent, theme.text);
        }
    }
    sheet.blank();
}

/// What an empty list means, kindly.
fn when_empty(slide: Slide) -> &'static str {
    match slide {
        Slide::Strengths => "Nothing is rated 4 or 5 yet. Strengths will stand here as the room finds them.",
        Slide::AtRisk => "Nothing is rated 1 or 2, and nothing is unknown. Nothing to worry about here so far.",
        Slide::SplitViews => words::NO_SPLIT_VIEWS,
        Slide::Conversations => {
            "No two groups are a step or more apart, as far as their votes can be shown. Votes by sector or level, of \
             five people or more in two groups, would show here where they see it differently."
        }
        Slide::Map | Slide::Links | Slide::Risks | Slide::WhereToAct | Slide::Actions => "",
    }
}

/// Adds the items; gives the first line and the line after the last of each.
fn list(
    items: &[Standing],
    app: &App,
    workshop: &Workshop,
    slides: &Slides,
    theme: &Theme,
    sheet: &mut Sheet,
    roomy: bool,
) -> Vec<(usize, usize)> {
    let mut blocks = Vec::new();
    let talks = if slides.slide == Slide::Conversations { app.cx.conversations() } else { Vec::new() };
    for (number, item) in items.iter().enumerate() {
        if roomy {
            sheet.blank();
        }
        let first = sheet.len();
        let answer = workshop.session.answer(&item.feature.id);
        match talks.get(number) {
            Some(talk) => conversations::add(talk, &workshop.session.register, number == slides.line, theme, sheet),
            None => heading(app, item, answer, number == slides.line, theme, sheet),
        }
        if sheet.width() >= 60 || number == slides.line {
            sheet.text(4, &item.feature.text, theme.text);
        }
        if slides.slide == Slide::SplitViews {
            for (level, decision) in answer.decided.all() {
                let level = words::before_level(level);
                wording::views(&app.cx.framework, item.stage, decision, &format!("    {level}"), theme, sheet);
            }
        }
        for one in &answer.dissent {
            sheet.hanging("    Dissent: ", &dissent::words(one), theme.muted, theme.text);
        }
        blocks.push((first, sheet.len()));
    }
    blocks
}

/// Id, label, rating with its word, and how good the evidence is.
fn heading(app: &App, item: &Standing, answer: &Answer, marked: bool, theme: &Theme, sheet: &mut Sheet) {
    let arrow = if marked { "►" } else { " " };
    let name = format!("{arrow}{:<4}{:<11}", item.feature.id, item.feature.label);
    let (_, style) = wording::tag(theme, item.reading);
    let rating = format!(" {} ", wording::rating(&app.cx.framework, item.stage, item.reading));
    let room = sheet.width().saturating_sub(text::width(&name) + text::width(&rating) + 2);
    let suspected = match item.reading.state {
        State::UntestedStrength => "untested, ",
        State::SuspectedWeakness => "suspected only, ",
        _ => "",
    };
    let forms = match item.reading.state {
        State::Contested => {
            let long = words::levels(answer, |one| words::decision(&app.cx.framework, item.stage, one));
            [long.unwrap_or_default(), words::levels(answer, Decision::in_words).unwrap_or_default()]
        }
        _ => [words::evidence(answer, item.reading), words::evidence_in_short(answer, item.reading)],
    };
    let forms = forms.map(|form| if form.is_empty() { form } else { format!("{suspected}{form}") });
    let beside = forms.iter().find(|form| text::width(form) <= room);
    let words = beside.map_or(String::new(), |words| format!("  {words}"));
    sheet.line(vec![(name, theme.accent), (rating, style), (words, theme.text)]);
    let tight = sheet.width() < 60 && !marked;
    if tight {
        return;
    }
    if beside.is_none() || beside.is_some_and(String::is_empty) && !forms[0].is_empty() {
        sheet.text(4, &forms[0], theme.text);
    }
}

/// Shows the lines around the marked item, which is always in sight.
fn show(canvas: &mut Canvas, area: Rect, sheet: &Sheet, blocks: &[(usize, usize)], marked: usize) {
    let height = usize::from(area.height);
    let scrolls = sheet.len() > height;
    let shown = if scrolls { height.saturating_sub(1) } else { height };
    let (start, end) = blocks.get(marked).copied().unwrap_or_default();
    let middle = start.midpoint(end);
    // What stands above the first item belongs to it.
    let top = marked == 0 && start + 1 < shown;
    let centred = middle.saturating_sub(shown / 2).min(sheet.len().saturating_sub(shown)).min(start);
    // An item is never begun in its middle, unless it is longer than the screen.
    let whole = blocks.iter().map(|(start, _)| *start).find(|start| *start >= centred);
    let first = if top { 0 } else { whole.map_or(centred, |whole| whole.min(start)) };
    let list = Rect { height: u16::try_from(shown).unwrap_or(area.height), ..area };
    sheet.put(canvas, list, first);
    let row = |line: usize| area.y.saturating_add(u16::try_from(line.saturating_sub(first)).unwrap_or(u16::MAX));
    for (number, (start, end)) in blocks.iter().enumerate().filter(|(_, (_, end))| *end > first) {
        let (top, bottom) = (row(*start), row(*end).min(list.bottom()));
        let place = Rect { y: top, height: bottom.saturating_sub(top), ..area };
        canvas.hit(place, Target::Line(number));
    }
    canvas.cursor(area.x, row(start));
    if scrolls {
        let more = if first + shown < sheet.len() { ": more below" } else { "" };
        let words = format!("item {} of {}{more}", marked + 1, blocks.len());
        canvas.put(area.x, area.bottom().saturating_sub(1), area.width, &words, canvas.theme().muted);
    }
}
