//! One cell of the grid in its three sizes.
//!
//! Tone, digit and, where the theme asks for them, pips say the same thing; no cell relies on its tone.

use super::plan::Density;
use crate::framework::Rating;
use crate::ui::face::{self, DIGIT, Scale};
use crate::ui::theme::Theme;
use crate::ui::{Canvas, text};
use crate::view::{Item, Look, fitted as fitted_form};
use ratatui::layout::Rect;
use ratatui::style::Style;

pub(super) fn style(theme: &Theme, look: Look) -> Style {
    theme.style(look.tone())
}

pub(super) fn draw(canvas: &mut Canvas, place: Rect, item: &Item, density: Density) {
    let style = style(canvas.theme(), item.look);
    canvas.fill(place, style);
    match density {
        Density::Compact => compact(canvas, place, item, style),
        Density::Medium => medium(canvas, place, item, style),
        Density::Large => large(canvas, place, item, style),
    }
}

/// Columns from which every cell of a row of words has room for its label too: all of them say it, or none.
const LABELLED: u16 = 16;

/// One line: the mark, and the label where it fits beside it.
fn compact(canvas: &mut Canvas, place: Rect, item: &Item, style: Style) {
    let pips = canvas.theme().pips;
    // A word in all cells of a row or in none: its form follows the columns of a cell, not its own length.
    let mark = fitted(item, place.width, pips);
    let place = if place.width > 9 { Rect { x: place.x + 1, width: place.width - 1, ..place } } else { place };
    let marked = mark.clone() + " ";
    let labels = [&item.label, &item.short];
    let label = labels.into_iter().find(|label| text::width(label) + text::width(&marked) <= place.width);
    let least = if item.forms.is_empty() { 8 } else { LABELLED };
    match label.filter(|_| place.width >= least) {
        Some(label) => {
            let used = canvas.put(place.x, place.y, place.width, &marked, style);
            canvas.put(place.x + used, place.y, place.width.saturating_sub(used), label, style);
        }
        None => canvas.put_centred(place.x, place.y, place.width, &mark, style),
    }
}

/// Two lines: the mark and the label under it.
fn medium(canvas: &mut Canvas, place: Rect, item: &Item, style: Style) {
    let pips = canvas.theme().pips;
    canvas.put_centred(place.x, place.y, place.width, &fitted(item, place.width, pips), style);
    if place.height > 1 {
        let label = if text::width(&item.label) <= place.width { &item.label } else { &item.short };
        canvas.put_centred(place.x, place.y.saturating_add(1), place.width, label, style);
    }
}

/// Three lines: a digit of blocks, the label beside it, and under the label what the digit cannot say.
fn large(canvas: &mut Canvas, place: Rect, item: &Item, style: Style) {
    // A light digit on a dark tone needs the tone on its left as well.
    let indent = 1;
    let sign = match item.look {
        Look::Contested(_) => 'X',
        // Half of a feature is no rating, so it gets no digit that the room could take for one.
        Look::Blank => '·',
        _ => item.mark.chars().next().unwrap_or(' '),
    };
    let Some(rows) = face::rows(sign.encode_utf8(&mut [0; 4]), Scale::Small) else {
        return medium(canvas, place, item, style);
    };
    for (row, y) in rows.iter().zip(place.y..place.bottom()) {
        canvas.put(place.x + indent, y, place.width, row, style);
    }
    let beside = indent + DIGIT.0 + 1;
    let (x, width) = (place.x.saturating_add(beside), place.width.saturating_sub(beside));
    let below = under(item, canvas.theme().pips);
    let lines = split(item, width).into_iter().chain(std::iter::once(below));
    for (line, y) in lines.zip(place.y..place.bottom()) {
        canvas.put(x, y, width, &line, style);
    }
}

/// What stands under the label of a large cell.
fn under(item: &Item, pips: bool) -> String {
    match item.look {
        Look::Rated { rating, low } if pips => format!("{}{}", dots(rating), if low { "?" } else { "" }),
        Look::Rated { low: true, .. } => tr!("{mark} low", mark = item.mark),
        Look::Blank if item.mark.chars().count() > 1 => item.mark.clone(),
        Look::Rated { .. } | Look::Blank | Look::Worded(_) => String::new(),
        Look::Contested(_) => item.mark.clone(),
        Look::Unknown => tr!("unsure").into(),
        Look::NotRelevant => "n/a".into(),
    }
}

/// The mark as wide as there is room for: with pips, or the bare mark, or the narrow form of a range.
fn fitted(item: &Item, width: u16, pips: bool) -> String {
    if !item.forms.is_empty() {
        return fitted_form(&item.forms, width).to_owned();
    }
    let fits = |form: &String| text::width(form) <= width;
    let forms = match item.look {
        // All cells of a grid or none: pips on the low ratings alone would mislead.
        Look::Rated { rating, .. } if pips && width > 5 => {
            let dots = dots(rating);
            let filled = dots.trim_end_matches('·');
            [format!("{} {dots}", item.mark), format!("{}{dots}", item.mark), format!("{}{filled}", item.mark)]
        }
        Look::Contested(_) => [item.mark.clone(), "▒X▒".into(), "▒X".into()],
        _ => [item.mark.clone(), item.mark.clone(), item.mark.clone()],
    };
    let bare = match item.look {
        Look::Contested(_) => "X",
        _ => item.mark.as_str(),
    };
    forms.into_iter().find(fits).unwrap_or_else(|| bare.to_owned())
}

/// A rating as five pips: `■■■··`.
pub(in crate::ui) fn dots(rating: Rating) -> String {
    Rating::ALL.map(|pip| if pip <= rating { '■' } else { '·' }).iter().collect()
}

/// A label on two lines: whole, at its space, or where the hand-cut form ends.
fn split(item: &Item, width: u16) -> [String; 2] {
    let label = &item.label;
    if text::width(label) <= width {
        return [label.clone(), String::new()];
    }
    let halves = label.split_once(' ').map(|(first, second)| (first.to_owned(), second.to_owned()));
    let cut = |hyphen: &str| {
        let rest = label.strip_prefix(&item.short).filter(|rest| text::width(rest) > 1)?;
        Some((format!("{}{hyphen}", item.short), rest.to_owned()))
    };
    let fits = |(first, second): &(String, String)| text::width(first) <= width && text::width(second) <= width;
    match halves.into_iter().chain(cut("-")).chain(cut("")).find(fits) {
        Some((first, second)) => [first, second],
        None => [item.short.clone(), String::new()],
    }
}
