//! Which layout a window gets. Width and height are judged apart: 63 x 24 is narrow and tall.
//!
//! Spare space first enlarges, then adds; tight space drops what can be spared, in one order everywhere.

use super::Canvas;
use crate::words;
use ratatui::layout::Rect;

/// The smallest window that is drawn at all, columns and rows.
pub const LEAST: (u16, u16) = (40, 12);

/// How a window is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Less than 40 x 12: only a sentence.
    TooSmall,
    /// Less than 60 x 17: one column, every command still there.
    List,
    /// From 60 x 17.
    Full { width: Width, height: Height },
}

/// How wide a full layout is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Width {
    /// 60 to 79 columns: readable from the back of a long room.
    Narrow,
    /// 80 to 119 columns.
    Medium,
    /// From 120 columns: room for a side panel.
    Wide,
}

/// How tall a full layout is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Height {
    /// 17 to 19 rows.
    Short,
    /// 20 to 23 rows.
    Low,
    /// 24 to 35 rows.
    Medium,
    /// From 36 rows.
    Tall,
}

impl Size {
    pub fn of(area: Rect) -> Self {
        if area.width < LEAST.0 || area.height < LEAST.1 {
            return Self::TooSmall;
        }
        if area.width < 60 || area.height < 17 {
            return Self::List;
        }
        let width = match area.width {
            ..80 => Width::Narrow,
            80..120 => Width::Medium,
            _ => Width::Wide,
        };
        let height = match area.height {
            ..20 => Height::Short,
            20..24 => Height::Low,
            24..36 => Height::Medium,
            _ => Height::Tall,
        };
        Self::Full { width, height }
    }

    /// Whether there are at least so many rows and columns of their class.
    pub fn has(self, least_width: Width, least_height: Height) -> bool {
        matches!(self, Self::Full { width, height } if width >= least_width && height >= least_height)
    }
}

/// All that is shown in a window too small for anything else. Keys still work.
pub(super) fn too_small(canvas: &mut Canvas) {
    let area = canvas.area();
    let style = canvas.theme().text;
    for (line, y) in words::too_small(LEAST).iter().zip(area.y..) {
        canvas.put(area.x, y, area.width, line, style);
    }
    canvas.cursor(area.x, area.y);
}
