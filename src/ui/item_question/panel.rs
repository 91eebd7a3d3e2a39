//! The side panel of wide windows: the items of the stage with their marks, the time on it, and what is parked.

use crate::ui::Canvas;
use crate::view::{Panel, Tone};
use ratatui::layout::Rect;

pub(super) fn draw(panel: &Panel, canvas: &mut Canvas, area: Rect) {
    let theme = canvas.theme();
    canvas.put(area.x, area.y + 1, area.width, &panel.title, theme.accent);
    let spacing = if usize::from(area.height) > 12 + 2 * panel.items.len() { 2 } else { 1 };
    for (item, y) in panel.items.iter().zip((area.y + 3..).step_by(spacing)) {
        let (arrow, tone) = if item.is_current { ("►", Tone::Marked) } else { (" ", Tone::Text) };
        canvas.put(area.x, y, 17, &format!("{arrow}{:<4}{}", item.id, item.label), theme.style(tone));
        let mark = format!(" {} ", item.mark.text);
        canvas.put(area.x + 18, y, area.width.saturating_sub(18), &mark, theme.style(item.mark.tone));
    }
    if let Some(time) = &panel.time {
        let y = area.bottom().saturating_sub(8);
        canvas.put(area.x, y, area.width, &time.words, theme.text);
        let wide = area.width.min(24);
        let filled = u32::from(wide) * time.used.min(time.planned) / time.planned.max(1);
        let bar: String = (0..u32::from(wide)).map(|place| if place < filled { '█' } else { '░' }).collect();
        canvas.put(area.x, y + 1, wide, &bar, theme.muted);
    }
    if !panel.parked.is_empty() {
        let y = area.bottom().saturating_sub(4);
        canvas.put(area.x, y, area.width, &tr!("PARKED  {many}", many = panel.parked.len()), theme.text);
        canvas.put_wrapped(Rect { y: y + 1, height: 3, ..area }, &panel.parked.join(" · "), theme.text);
    }
}
