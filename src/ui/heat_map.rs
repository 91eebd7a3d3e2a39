//! The heat map: what the group said in one picture, and under it the few items that matter most.

use super::grid::Plan;
use super::sheet::{Pieces, longest, pieces};
use super::theme::Theme;
use super::{Canvas, chrome, text};
use crate::catalogue::Message;
use crate::view::{Frame, HeatMapPage, Line, NONE_SO_FAR, Named, SIGNS, SIGNS_BESIDE};
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Rows below the grid that are never given up: the marked cell, what is at risk, and the five words.
const KEEP: u16 = 3;

/// The least columns for what is strong and what is at risk on one line.
const BESIDE: u16 = 72;

/// The most items that a line of the map names.
const MOST: usize = 5;

pub(super) fn draw(frame: &Frame, page: &HeatMapPage, canvas: &mut Canvas) {
    let body = chrome::draw_frame(frame, canvas);
    let narrow = canvas.area().width < 60;
    let plan = Plan::of(&page.grid, body.width, body.height, if narrow { KEEP - 1 } else { KEEP });
    page.grid.draw(canvas, body, &plan);
    let below = Rect { y: body.y + plan.height, height: body.height.saturating_sub(plan.height), ..body };
    let theme = canvas.theme();
    let marked = longest(&page.marked, below.width, theme);
    let legend = legend(&page.legend, below.width, theme);
    match page.part {
        Some(shown) => by_part(marked, shown, legend, canvas, below),
        None => lines(page, marked, legend, canvas, below),
    }
}

/// What stands under the grid, the least needed left out where rows are few.
fn lines(page: &HeatMapPage, marked: Pieces, legend: Pieces, canvas: &mut Canvas, area: Rect) {
    let theme = canvas.theme();
    let room = usize::from(area.height);
    let lists = match &page.lists[..] {
        // Both stand at any size: on one line where there is no more.
        [strong, at_risk, ..] if room < 4 && area.width >= BESIDE => {
            let left = area.width * 2 / 5;
            let mut line = named(strong, left - 2, theme);
            let used: u16 = line.iter().map(|(text, _)| text::width(text)).sum();
            line.push((" ".repeat(usize::from(left.saturating_sub(used))), theme.text));
            line.extend(named(at_risk, area.width - left, theme));
            vec![line]
        }
        // What is at risk before what is strong, then what is split.
        lists => {
            let shown = lists.iter().zip([4, 0, 5]).filter(|(_, least)| room >= *least);
            shown.map(|(list, _)| named(list, area.width, theme)).collect()
        }
    };
    let signs = |forms: &[Message], used: u16| {
        let fits = forms.iter().find(|signs| used + text::width(signs.text()) <= area.width);
        (fits.map_or(String::new(), |signs| String::from(*signs)), theme.text)
    };
    let legend = match room {
        _ if area.width < 60 => Vec::new(),
        // On one line the words come first and of the other signs what fits beside them.
        ..6 => {
            let used = legend.iter().map(|(text, _)| text::width(text)).sum();
            vec![legend.into_iter().chain([signs(&SIGNS_BESIDE, used)]).collect()]
        }
        _ => vec![legend, vec![signs(&SIGNS, 0)]],
    };
    let mut blocks = vec![vec![marked], lists, legend];
    let mut spare = room.saturating_sub(blocks.iter().map(Vec::len).sum());
    if spare > 0 && !page.statement.is_empty() {
        blocks[0].push(vec![(format!("  {}", page.statement), theme.text)]);
        spare -= 1;
    }
    let mut y = area.y;
    for block in blocks {
        y = y.saturating_add(u16::from(spare > 0));
        spare = spare.saturating_sub(1);
        for line in block.iter().take(usize::from(area.bottom().saturating_sub(y))) {
            canvas.put_all(area.x, y, area.width, line);
            y = y.saturating_add(1);
        }
    }
}

/// What stands under the grid where one part of the group sees it.
fn by_part(marked: Pieces, shown: &str, legend: Pieces, canvas: &mut Canvas, area: Rect) {
    let shown = vec![(shown.to_owned(), canvas.theme().text)];
    let blank = u16::from(area.height >= 5);
    for (line, y) in [marked, shown, legend].iter().zip([area.y, area.y + 1 + blank, area.y + 2 + 2 * blank]) {
        if y < area.bottom() {
            canvas.put_all(area.x, y, area.width, line);
        }
    }
}

/// `STRONG   5 Leadership   4 Aims  7 more`: as many as fit.
fn named(list: &Named, width: u16, theme: &Theme) -> Pieces {
    let heading = format!("{:<8}", list.heading);
    let mut used = text::width(&heading);
    let mut line: Pieces = vec![(heading, theme.accent)];
    if list.items.is_empty() {
        line.push((format!(" {NONE_SO_FAR}"), theme.text));
        return line;
    }
    for (place, (item, levels)) in list.items.iter().enumerate() {
        let mut item = pieces(item, theme);
        item.extend(levels.iter().map(|levels| (levels.clone(), theme.text)));
        let left = list.items.len() - place - 1;
        let rest = tr!("{left} more", left);
        let wide = |item: &[(String, Style)]| item.iter().map(|(text, _)| text::width(text)).sum::<u16>() + 2;
        // Two blanks stand after each item, and after the last one nothing.
        let (tail, blanks) = if left == 0 { (0, 2) } else { (text::width(&rest), 0) };
        let width = width.saturating_add(blanks);
        let mut need = wide(&item);
        if used + need + tail > width && levels.is_some() {
            item.pop();
            need = wide(&item);
        }
        if place >= MOST || used + need + tail > width {
            line.push((tr!("{left} more", left = left + 1), theme.text));
            return line;
        }
        line.append(&mut item);
        line.push(("  ".into(), theme.text));
        used += need;
    }
    line
}

/// The words of the scale with a blank after each; without blanks inside where they are too long.
fn legend(words: &Line, width: u16, theme: &Theme) -> Pieces {
    let wide: u16 = words.iter().map(|span| text::width(&span.text) + 1).sum();
    // The last blank may hang over the edge.
    let fits = wide <= width.saturating_add(2);
    let words = pieces(words, theme).into_iter();
    let trimmed = |text: String| if fits { text } else { text.trim().to_owned() };
    words.flat_map(|(text, style)| [(trimmed(text), style), (" ".into(), theme.text)]).collect()
}
