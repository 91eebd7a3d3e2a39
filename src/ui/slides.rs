//! The first slide, the heat map: what the room has said in one picture, and the few items that matter most.
//!
//! The other slides are lists and stand in `standings`. No scores and no means: counts per state only.

mod act;
mod links;
mod read_back;
mod risks;

use super::asked::risk_outcome;
use super::grid::Plan;
use super::naming::styled;
use super::sheet::Pieces;
use super::theme::Theme;
use super::{Canvas, chrome, standings, text, views, wording};
use crate::analysis::{Audience, Counts, HeatMap, RiskReading, Standing, State, as_seen_by, is_open, state_in_words};
use crate::app::{App, Slide, Slides, Workshop};
use crate::framework::{Cell, Item, Rating};
use crate::session::{Decision, Session};
use crate::view::{Grid, marks};
use crate::words;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Rows below the grid that are never given up: the marked cell, what is at risk, and the five words.
const KEEP: u16 = 3;

/// The most items that a line of the map names.
const NAMED: usize = 5;

pub(super) fn draw(app: &App, slides: &Slides, canvas: &mut Canvas) {
    let (Some(workshop), Some(map)) = (&app.cx.workshop, app.cx.heat_map()) else { return };
    match slides.slide {
        Slide::Map => {}
        Slide::Links => return links::draw(app, workshop, slides, canvas),
        Slide::Risks => return risks::draw(app, workshop, slides, canvas),
        Slide::WhereToAct => return act::draw(app, workshop, slides, canvas),
        Slide::Actions => return read_back::draw(app, workshop, slides, canvas),
        _ => return standings::draw(app, workshop, &map, slides, canvas),
    }
    let voice = app.voice_in_sight();
    let seen = voice.as_ref().map(|voice| as_seen_by(&app.cx.framework, &workshop.session, voice, Audience::Record));
    let progress = map.progress();
    let narrow = canvas.area().width < 60;
    let right = if narrow {
        format!("{}/{}", progress.done, progress.of)
    } else {
        format!("{} of {} discussed", progress.done, progress.of)
    };
    let head = voice.as_ref().map_or("STRENGTHS AND RISKS".to_owned(), |voice| views::heading(voice, workshop));
    let map = seen.unwrap_or(map);
    let title = wording::heading(canvas, &head, workshop, &right);
    let body = chrome::frame(app, canvas, &title, &right);
    // A group's map says nothing of what the room said beside the chain.
    let said = voice.is_none().then_some(&workshop.session);
    let grid = grid(app, said, &map, slides.cell);
    let plan = Plan::of(&grid, body.width, body.height, if narrow { KEEP - 1 } else { KEEP });
    grid.draw(canvas, body, &plan);
    let below = Rect { y: body.y + plan.height, height: body.height.saturating_sub(plan.height), ..body };
    if voice.is_some() {
        let theme = canvas.theme();
        let words = legend(app, theme, slides.cell, below.width).into_iter().next().unwrap_or_default();
        return views::below(app, workshop, &map, slides.cell, words, canvas, below);
    }
    lines_below(app, workshop, &map, slides.cell, canvas, below);
}

/// The grid with the counts of each stage, and in words which stages are at risk.
fn grid(app: &App, said: Option<&Session>, map: &HeatMap, focus: Cell) -> Grid {
    let mut grid = Grid::of(&app.cx.framework, said, map, focus);
    for (row, of) in grid.rows.iter_mut().zip(&map.rows) {
        let counts = counts(&of.strip.counts);
        row.notes = vec![[counts.clone(), counts]];
        if of.strip.at_risk {
            row.flag = ["at risk", "RISK"];
        }
    }
    grid
}

/// Counts per state: `+3 -3 X1 ?1`; empty before anything is discussed.
fn counts(counts: &Counts) -> String {
    if counts.sum(|state| state != State::NotDiscussed) == 0 {
        return String::new();
    }
    let signed = |sign: &str, count: u16| if count > 0 { format!(" {sign}{count}") } else { String::new() };
    let (strong, weak) = (counts.sum(State::is_strong), counts.sum(State::is_weak));
    let (split, unknown) = (counts.get(State::Contested), counts.get(State::BlindSpot));
    format!("+{strong} -{weak}{}{}", signed("X", split), signed("?", unknown))
}

/// What stands under the grid, the least needed left out where rows are few.
fn lines_below(app: &App, workshop: &Workshop, map: &HeatMap, cell: Cell, canvas: &mut Canvas, area: Rect) {
    let theme = canvas.theme();
    let room = usize::from(area.height);
    let list = |head, items: Vec<Standing>| list(theme, area.width, head, &items, workshop);
    let mut lists = vec![list("AT RISK", map.at_risk(&app.cx.framework))];
    let mut legend = legend(app, theme, cell, area.width);
    if room >= 4 {
        lists.insert(0, list("STRONG", map.strengths(&app.cx.framework)));
    }
    if room >= 5 {
        lists.push(list("SPLIT", map.split_views(&app.cx.framework)));
    }
    // On one line the words come first and of the other signs what fits beside them.
    if room < 6 {
        legend = vec![one_line(legend, theme, area.width)];
    }
    if area.width < 60 {
        legend.clear();
    }
    let mut blocks = vec![vec![marked(app, workshop, map, cell, theme, area.width)], lists, legend];
    let mut spare = room.saturating_sub(blocks.iter().map(Vec::len).sum());
    if spare > 0
        && let Some(statement) = statement(app, cell)
    {
        blocks[0].push(vec![(format!("  {statement}"), theme.text)]);
        spare -= 1;
    }
    let mut y = area.y;
    for block in blocks {
        y = y.saturating_add(u16::from(spare > 0));
        spare = spare.saturating_sub(1);
        for line in block.iter().take(usize::from(area.bottom().saturating_sub(y))) {
            let pieces: Vec<(&str, Style)> = line.iter().map(|(text, style)| (text.as_str(), *style)).collect();
            canvas.put_all(area.x, y, area.width, &pieces);
            y = y.saturating_add(1);
        }
    }
}

/// The marked cell in words: `►P4 Leadership 5 FIRMLY: strength, evidence high`.
fn marked(app: &App, workshop: &Workshop, map: &HeatMap, cell: Cell, theme: &Theme, width: u16) -> Pieces {
    let (Some((stage, feature)), Some(reading)) = (app.cx.framework.feature_at(cell), map.at(cell).copied()) else {
        return app
            .cx
            .framework
            .item_at(cell)
            .map_or(Vec::new(), |item| below_chain(app, workshop, item, theme, width));
    };
    let name = format!("►{} {} ", feature.id, feature.label);
    if reading.state == State::NotDiscussed {
        let name = format!("{}: ", name.trim_end());
        return vec![(name, theme.accent), (wording::rating(&app.cx.framework, stage, reading), theme.text)];
    }
    let (_, style) = wording::tag(theme, reading);
    let rating = format!(" {} ", wording::rating(&app.cx.framework, stage, reading));
    let answer = workshop.session.answer(&feature.id);
    let state = format!(" {}", words::state(reading.state));
    let levels = words::levels(answer, Decision::in_words).filter(|_| reading.state == State::Contested);
    let more = levels.unwrap_or_else(|| words::evidence_in_short(answer, reading));
    let words = if more.is_empty() { state.clone() } else { format!("{state}, {more}") };
    let fits = text::width(&name) + text::width(&rating) + text::width(&words) <= width;
    let words = if fits { words } else { state };
    vec![(name, theme.accent), (rating, style), (words, theme.text)]
}

/// An assumption or a risk in words: `►R5 Few decide  RED now  Happening now, impact 4 Major`.
fn below_chain(app: &App, workshop: &Workshop, item: Item, theme: &Theme, width: u16) -> Pieces {
    let session = &workshop.session;
    let name = (format!("►{} {} ", item.id(), item.label()), theme.accent);
    if is_open(session, item) && matches!(item, Item::Assumption(_)) {
        return vec![name, ("not yet discussed".into(), theme.text)];
    }
    if let Item::Risk(risk) = item {
        let reading = RiskReading::of(&app.cx.framework, session, risk);
        let room = width.saturating_sub(text::width(&name.0));
        return std::iter::once(name).chain(risk_outcome(theme, &reading, room)).collect();
    }
    let (mark, style) = styled(marks::of(&app.cx.framework, session, item), theme);
    let words = state_in_words(&app.cx.framework, session, item);
    vec![name, (format!(" {mark} "), style), (format!(" {words}"), theme.text)]
}

fn statement(app: &App, cell: Cell) -> Option<&str> {
    app.cx.framework.item_at(cell).map(|item| item.text())
}

/// `STRONG   5 Leadership   4 Aims  7 more`: as many as fit.
fn list(theme: &Theme, width: u16, head: &str, items: &[Standing], workshop: &Workshop) -> Pieces {
    let mut pieces: Pieces = vec![(format!("{head:<8}"), theme.accent)];
    if items.is_empty() {
        pieces.push((" none so far".into(), theme.text));
        return pieces;
    }
    let mut used = 8;
    for (place, item) in items.iter().enumerate() {
        let mut named = wording::named(theme, item).to_vec();
        let levels = words::levels(workshop.session.answer(&item.feature.id), Decision::in_words);
        if let Some(levels) = levels.filter(|_| item.reading.state == State::Contested && items.len() < 4) {
            named.push((format!(" ({levels})"), theme.text));
        }
        let left = items.len() - place - 1;
        let rest = format!("{left} more");
        let wide = |pieces: &[(String, Style)]| pieces.iter().map(|(text, _)| text::width(text)).sum::<u16>() + 2;
        // Two blanks stand after each item, and after the last one nothing.
        let (tail, blanks) = if left == 0 { (0, 2) } else { (text::width(&rest), 0) };
        let width = width.saturating_add(blanks);
        let mut need = wide(&named);
        if used + need + tail > width && named.len() == 3 {
            named.pop();
            need = wide(&named);
        }
        if place >= NAMED || used + need + tail > width {
            pieces.push((format!("{} more", left + 1), theme.text));
            return pieces;
        }
        pieces.append(&mut named);
        pieces.push(("  ".into(), theme.text));
        used += need;
    }
    pieces
}

/// The five words of the scale of the marked cell's stage, or what the marks of its row mean, and under them the other
/// signs.
fn legend(app: &App, theme: &Theme, cell: Cell, width: u16) -> Vec<Pieces> {
    let stage = app.cx.framework.feature_at(cell).map(|(stage, _)| stage).or(app.cx.framework.stages.first());
    let word = |rating| stage.map_or("", |stage| app.cx.framework.word(stage, rating));
    let wide = Rating::ALL.map(|rating| (format!(" {rating} {} ", word(rating)), theme.tone(rating)));
    let tight = Rating::ALL.map(|rating| (format!("{rating} {}", word(rating)), theme.tone(rating)));
    // The last blank may hang over the edge.
    let fits = wide.iter().map(|(words, _)| text::width(words) + 1).sum::<u16>() <= width.saturating_add(2);
    let words = if fits { wide } else { tight };
    let words = app
        .cx
        .framework
        .item_at(cell)
        .and_then(marks::legend)
        .map(|all| all.into_iter().map(|one| styled(one, theme)).collect())
        .unwrap_or(words.to_vec());
    let signs = SIGNS.into_iter().find(|signs| text::width(signs) <= width).unwrap_or("");
    vec![spaced(&words, theme), vec![(signs.to_owned(), theme.text)]]
}

/// What the signs mean, in as few words as there is room for.
const SIGNS: [&str; 3] = [
    "3? low evidence   ? unsure   ▒2-4▒ not agreed   - not relevant   · not discussed   +4 -2 strong, weak",
    "3? low evidence  ? unsure  ▒2-4▒ not agreed  - not relevant  · not yet",
    "3? low evidence ? unsure ▒X▒ not agreed - n/a · not yet",
];

/// The same beside the five words.
const SIGNS_BESIDE: [&str; 4] = [
    "3? low evidence  ? unsure  ▒2-4▒ not agreed  - not relevant",
    "? unsure  ▒ not agreed  - n/a",
    "? unsure ▒ split - n/a",
    "? unsure ▒ split",
];

/// The five words, with what fits of the signs beside them.
fn one_line(legend: Vec<Pieces>, theme: &Theme, width: u16) -> Pieces {
    let mut words = legend.into_iter().next().unwrap_or_default();
    let used: u16 = words.iter().map(|(text, _)| text::width(text)).sum();
    let signs = SIGNS_BESIDE.into_iter().find(|signs| used + text::width(signs) <= width);
    words.push((signs.unwrap_or("").to_owned(), theme.text));
    words
}

/// Pieces with a blank after each.
fn spaced(pieces: &[(String, Style)], theme: &Theme) -> Pieces {
    pieces.iter().flat_map(|piece| [piece.clone(), (" ".into(), theme.text)]).collect()
}
