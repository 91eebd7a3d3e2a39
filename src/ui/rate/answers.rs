//! The five answers: boxes with big digits, or lines where there is no room for boxes.
//!
//! The agreed answer is filled with its tone; the marked one has a double border and an arrow.

use super::{Item, capital, votes};
use crate::app::Target;
use crate::framework::{Level, Rating};
use crate::session::Decision;
use crate::ui::Canvas;
use crate::ui::canvas::BIG;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// Draws the level, where the feature takes both, and the five boxes.
pub(super) fn draw(item: &Item, canvas: &mut Canvas, area: Rect) {
    let mut boxes = area;
    if item.feature.levels {
        levels(item, canvas, area);
        boxes = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    }
    for rating in Rating::ALL {
        let (x, width) = place(area, rating);
        answer(item, canvas, Rect { x, width, ..boxes }, rating);
    }
}

/// The column and the width of an answer's box.
pub(super) fn place(area: Rect, rating: Rating) -> (u16, u16) {
    let gap = if area.width >= 76 { 2 } else { 1 };
    let width = (area.width.saturating_sub(gap * 4) / 5).min(17);
    let left = area.x + area.width.saturating_sub(width * 5 + gap * 4) / 2;
    let place = u16::from(rating.number()) - 1;
    (left + place * (width + gap), width)
}

/// One box: the digit, and under it a strip with the word in the tone of the heat map.
fn answer(item: &Item, canvas: &mut Canvas, area: Rect, rating: Rating) {
    let theme = canvas.theme();
    let tone = theme.tone(rating);
    let agreed = decision(item).rating() == Some(rating);
    let marked = item.walk.focus == Some(rating);
    let frame = Rect { height: area.height.saturating_sub(1), ..area };
    let strip = Rect { y: frame.bottom(), height: 1, ..area };
    // Without colours the agreed answer is turned over, digit and word.
    let filled = if theme.pips { tone.add_modifier(Modifier::REVERSED) } else { tone };
    let face = if agreed { filled } else { theme.text };
    if agreed {
        canvas.fill(frame, face);
    }
    // Where votes need the rows the boxes stand without borders; the arrow marks.
    let bordered = frame.height >= BIG.1 + 2;
    let edge = u16::from(bordered);
    if bordered {
        canvas.border(frame, marked, if agreed { face } else { frame_style(canvas, marked) });
    }
    let inside = frame.height.saturating_sub(2 * edge);
    let tall = inside >= BIG.1 * 2;
    let spare = inside.saturating_sub(if tall { BIG.1 * 2 } else { BIG.1 });
    // The library's digits lean left in their eight columns; a 1 stands two columns further in.
    let lean = u16::from(frame.width > BIG.0 + 2);
    let x = frame.x + (frame.width.saturating_sub(BIG.0)) / 2 + lean;
    if tall {
        canvas.big_tall(x, frame.y + edge + spare / 2, &rating.to_string(), face);
    } else {
        canvas.big(x, frame.y + edge + spare / 2, &rating.to_string(), face);
    }
    let word = item.app.framework.word(item.stage, rating);
    let label = if marked { format!("►{word}") } else { word.to_owned() };
    let strip_style = if agreed { filled } else { tone };
    canvas.fill(strip, strip_style);
    canvas.put_centred(strip.x, strip.y, strip.width, &label, strip_style.add_modifier(Modifier::BOLD));
    canvas.hit(area, Target::Rating(rating));
    if marked {
        canvas.cursor(strip.x, strip.y);
    }
}

fn frame_style(canvas: &Canvas, marked: bool) -> Style {
    if marked { canvas.theme().text } else { canvas.theme().rule }
}

fn decision<'app>(item: &Item<'app>) -> &'app Decision {
    item.workshop.session.decision_at(&item.walk.step)
}

/// Both levels in a line, the one that is asked marked.
fn levels(item: &Item, canvas: &mut Canvas, area: Rect) {
    let theme = canvas.theme();
    let answer = item.workshop.session.answer(&item.feature.id);
    let tight = area.width < 60;
    let mut x = area.x;
    for level in Level::ALL {
        let marked = item.walk.step.level() == Some(level);
        let decided = match answer.decided.at(Some(level)) {
            Decision::NotDiscussed => "·".to_owned(),
            Decision::NotAgreed { range, .. } if tight => format!("▒{}-{}▒", range.low(), range.high()),
            Decision::NotAgreed { range, .. } => format!("not agreed {}-{}", range.low(), range.high()),
            decision => match decision.rating() {
                Some(rating) if tight => rating.to_string(),
                Some(rating) => format!("{rating} {}", item.app.framework.word(item.stage, rating)),
                None => decision.in_words(),
            },
        };
        let words = if marked {
            format!("► {} {decided}", level.word().to_uppercase())
        } else {
            format!("  {} {decided}", capital(level.word()))
        };
        let style = if marked { theme.accent } else { theme.muted };
        let wide = if level == Level::Strategic { area.width / 2 } else { area.right().saturating_sub(x) };
        canvas.put(x, area.y, wide, &words, style);
        x += wide;
    }
}

/// One answer a line; gives the row below.
pub(super) fn list(item: &Item, canvas: &mut Canvas, area: Rect) -> u16 {
    let mut y = area.y;
    if item.feature.levels {
        levels(item, canvas, Rect { height: 1, ..area });
        y += 1;
    }
    let theme = canvas.theme();
    let rounds = votes::rounds(item);
    for rating in Rating::ALL {
        let marked = item.walk.focus == Some(rating);
        let agreed = decision(item).rating() == Some(rating);
        let line = Rect { y, height: 1, ..area };
        let word = item.app.framework.word(item.stage, rating);
        let arrow = if marked { "►" } else { " " };
        let chosen = if agreed { "  ■ agreed" } else { "" };
        canvas.put(line.x, y, 2, arrow, theme.text);
        canvas.put_all(
            line.x + 2,
            y,
            line.width.saturating_sub(2),
            &[(&format!(" {rating} "), theme.tone(rating)), (&format!(" {word}{chosen}"), theme.text)],
        );
        let votes = votes::count(&rounds, rating, 14);
        canvas.put_right(line.right(), y, 14, &votes, theme.text);
        canvas.hit(line, Target::Rating(rating));
        if marked {
            canvas.cursor(line.x, y);
        }
        y += 1;
    }
    y
}
