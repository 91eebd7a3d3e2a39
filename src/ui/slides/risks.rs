//! The slide of risks: what is happening or could happen, worst first, with the signals behind each likelihood.
//!
//! Risks that are no concern, or were not discussed, are named in a line at the end and never hidden.

use crate::analysis::RiskReading;
use crate::app::{App, Slides, Workshop};
use crate::session::RiskStatus;
use crate::ui::sheet::Sheet;
use crate::ui::theme::Theme;
use crate::ui::{Canvas, chrome, naming, standings, text, wording};
use crate::words;

pub(in crate::ui) fn draw(app: &App, workshop: &Workshop, slides: &Slides, canvas: &mut Canvas) {
    let risks = app.cx.open_risks();
    let right = standings::place(app, slides, canvas);
    let counts = words::colours(&risks).to_uppercase();
    let narrow = canvas.area().width < 60;
    let head = if counts.is_empty() || narrow { "RISKS".to_owned() } else { format!("RISKS: {counts}") };
    let title = wording::heading(canvas, &head, workshop, &right);
    let body = chrome::frame(app, canvas, &title, &right);
    let theme = canvas.theme();
    let rest = rest(app, workshop);
    if risks.is_empty() {
        let mut sheet = Sheet::new(body.width);
        sheet.blank();
        sheet.text(0, words::NO_RISKS, theme.text);
        for words in &rest {
            sheet.text(0, words, theme.text);
        }
        return sheet.show(canvas, body, 0);
    }
    let last = risks.len() - 1;
    standings::blocks(canvas, body, slides.line, risks.len(), |number, marked, sheet| {
        if let Some(risk) = risks.get(number) {
            add(risk, marked, theme, sheet);
        }
        if number == last {
            for words in &rest {
                sheet.text(1, words, theme.muted);
            }
        }
    });
}

fn add(reading: &RiskReading<'_>, marked: bool, theme: &Theme, sheet: &mut Sheet) {
    let name = naming::name(if marked { "►" } else { " " }, &reading.risk.id, &reading.risk.label);
    let (tag, style) = naming::risk_tag(reading, theme);
    let words = words::risk_in_numbers(reading);
    let gap = " ".repeat(usize::from(9_u16.saturating_sub(text::width(&tag)).max(1)));
    let used = text::width(&name) + text::width(&tag) + text::width(&gap);
    let beside = used + text::width(&words) <= sheet.width();
    let mut line = vec![(name, theme.accent), (tag, style)];
    if beside {
        line.push((format!("{gap}{words}"), theme.text));
    }
    sheet.line(line);
    if sheet.width() < 60 && !marked {
        return;
    }
    if !beside {
        sheet.text(4, &words, theme.text);
    }
    if sheet.width() >= 76 || marked {
        sheet.text(4, &reading.risk.text, theme.text);
    }
    let signals = reading.signals();
    if !signals.is_empty() {
        sheet.hanging("    Signals: ", &signals, theme.muted, theme.text);
    }
    if let Some(question) = reading.question() {
        sheet.text(4, question, theme.accent);
    }
}

/// The risks that are not in the list, by why they are not.
fn rest(app: &App, workshop: &Workshop) -> Vec<String> {
    let with = |status: RiskStatus| -> Vec<&crate::framework::Id> {
        let risks = app.cx.framework.risks.iter().map(|risk| &risk.id);
        risks.filter(|id| workshop.session.risk(id).concern.status() == status).collect()
    };
    let line = |head: &str, status| {
        let ids = with(status);
        (!ids.is_empty()).then(|| format!("{head}: {}", words::names(&app.cx.framework, ids)))
    };
    let lines = [line("Not a concern", RiskStatus::NotAConcern), line("Not discussed", RiskStatus::NotDiscussed)];
    lines.into_iter().flatten().collect()
}
