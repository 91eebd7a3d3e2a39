//! The five answers: boxes with big digits, or lines where there is no room for boxes.
//!
//! The agreed answer is filled with its tone; the marked one has a double border and an arrow.

use super::{Item, votes};
use crate::app::Target;
use crate::framework::{Level, Rating};
use crate::session::Decision;
use crate::ui::Canvas;
use crate::ui::choices::{self, Choice};
use crate::words::capital;
use ratatui::layout::Rect;

/// Draws the level, where the feature takes both, and the five boxes.
pub(super) fn draw(item: &Item, canvas: &mut Canvas, area: Rect) {
    let mut boxes = area;
    if item.feature.levels {
        levels(item, canvas, area);
        boxes = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    }
    for rating in Rating::ALL {
        let (x, width) = place(area, rating);
        let choice = choice(item, canvas, rating);
        choices::draw(canvas, Rect { x, width, ..boxes }, &choice);
    }
}

/// The column and the width of an answer's box.
pub(super) fn place(area: Rect, rating: Rating) -> (u16, u16) {
    choices::place(area, rating.index(), Rating::ALL.len())
}

/// An answer: the digit, and the word in the tone of the heat map.
fn choice(item: &Item, canvas: &Canvas, rating: Rating) -> Choice {
    let (strip, filled) = Choice::toned(canvas.theme(), rating);
    Choice {
        key: char::from(b'0' + rating.number()),
        word: item.app.cx.framework.word(item.stage, rating).to_owned(),
        strip,
        filled,
        given: decision(item).rating() == Some(rating),
        marked: item.walk.marked() == Some(rating),
        target: Target::Rating(rating),
    }
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
                Some(rating) => format!("{rating} {}", item.app.cx.framework.word(item.stage, rating)),
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
    let rounds = votes::rounds(item);
    for rating in Rating::ALL {
        let votes = votes::count(&rounds, rating, 14);
        let choice = choice(item, canvas, rating);
        choices::line(canvas, Rect { y, height: 1, ..area }, &choice, "  ■ agreed", &votes);
        y += 1;
    }
    y
}
