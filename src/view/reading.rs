//! Pages to read: the keys of a page, what Plenary is, and what a 1 and a 5 look like.

use super::{Body, Frame, Span, Text, Tone, View};
use crate::app::keymap::{self, Context};
use crate::app::{App, PageKind, Screen, TextPage};
use crate::framework::{Confidence, Feature, Id, Item, Rating, Stage};
use crate::words::{self};
use serde::Serialize;

/// A text that may be longer than the window.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Reading {
    /// What stands across the whole width where the text stands in columns.
    pub(crate) lead: Text,
    pub(crate) text: Text,
    pub(crate) scroll: u16,
    /// The least number of columns from which the text stands in two columns.
    pub(crate) two_columns: Option<u16>,
}

impl Reading {
    /// Which lines of how many are in sight, and the key that shows more.
    pub(crate) fn more([first, last, of]: [usize; 3]) -> String {
        let more = if last < of { tr!("More below: PgDn") } else { tr!("The end: PgUp goes up") };
        tr!("{more}   lines {first}-{last} of {of}", more, first = first + 1, last, of)
    }
}

/// A page to read: help, about, guidance.
pub(super) fn page<'a>(app: &'a App, page: &TextPage) -> View<'a> {
    let (frame, reading) = match page.kind {
        PageKind::Help => (Frame::new(app, help_title(page), ""), help(page)),
        PageKind::About => {
            (Frame::new(app, "ABOUT PLENARY", format!("version {}", env!("CARGO_PKG_VERSION"))), about(app))
        }
        PageKind::Guidance => (guidance_frame(app), guidance(app)),
    };
    View::new(format!("{:?}", page.kind), frame, Body::Reading(Reading { scroll: page.scroll, ..reading }))
}

fn help_title(page: &TextPage) -> String {
    page.contexts.first().map_or("HELP: all keys".into(), |context| format!("HELP: {}", context.title()))
}

/// The keys of some contexts, a heading before each.
fn help(page: &TextPage) -> Reading {
    let contexts = if page.contexts.is_empty() { Context::ALL } else { &page.contexts };
    let purpose = page.contexts.first().unwrap_or(&Context::Always).purpose();
    let mut text = Text::default();
    for context in contexts {
        text.blank();
        text.text(0, context.title(), Tone::Accent);
        for binding in keymap::in_context(*context).filter(|row| !row.keys.is_empty()) {
            text.hanging(format!("  {:<8} ", binding.name()), binding.described(), Tone::Accent, Tone::Text);
        }
    }
    Reading { lead: Text::of(purpose, Tone::Text), text, two_columns: Some(110), ..Reading::default() }
}

fn about(app: &App) -> Reading {
    let source = &app.cx.framework.source;
    let mut text = Text::default();
    text.text(0, ABOUT, Tone::Text);
    text.blank();
    text.text(0, "Where the wording comes from", Tone::Accent);
    let year = if source.year > 0 { source.year.to_string() } else { String::new() };
    let origin = [
        &format!("{}: \"{}\"", app.cx.framework.title, source.title),
        &source.author,
        &source.organisation,
        &source.publisher,
        &year,
    ];
    let origin: Vec<&str> = origin.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    text.text(2, origin.join(", "), Tone::Text);
    if !source.citation.is_empty() {
        text.text(2, format!("To quote: {}", source.citation), Tone::Text);
    }
    text.blank();
    text.text(0, "What is kept, and where", Tone::Accent);
    if !app.cx.home.folder.is_empty() {
        text.text(2, &app.cx.home.folder, Tone::Text);
    }
    text.text(2, KEPT, Tone::Text);
    Reading { text, ..Reading::default() }
}

const ABOUT: &str = "Plenary helps a partnership to look at itself. A room goes through the results chain of working \
                     together, rates each item, keeps what it cannot agree on, and ends with a map of its strengths \
                     and risks. There is no overall score: people see a partnership differently, and that counts.";

const KEPT: &str = "Sessions are plain files on this laptop. Plenary uses no network. It asks for no names. What is \
                    kept can be disclosed under freedom-of-information law.";

/// The item that guidance is about: the one at which the room is.
fn item_here(app: &App) -> Option<Item<'_>> {
    app.cx.current_step()?.item().and_then(|id| app.cx.framework.item(id))
}

fn guidance_frame(app: &App) -> Frame {
    let Some(item) = item_here(app) else { return Frame::default() };
    let short = format!("{} {}", item.id(), item.label().to_uppercase());
    let head = if matches!(item, Item::Feature(..)) { "WHAT 1 AND 5 MEAN" } else { "WHAT IS ASKED" };
    let level = match &app.screen {
        Screen::Walk(walk) => walk.step.level().map_or(String::new(), |level| level.label().to_uppercase()),
        _ => String::new(),
    };
    Frame::by_width(app, [format!("{head}  {short}"), short], [level.clone(), level])
}

/// What is asked of the item, and what helps to answer it.
fn guidance(app: &App) -> Reading {
    let mut text = Text::default();
    let Some(item) = item_here(app) else { return Reading::default() };
    text.hanging(format!("{}  ", item.id()), item.text(), Tone::Accent, Tone::Text);
    text.blank();
    let question = |question: &str, text: &mut Text| {
        text.text(0, format!("\"{question}\""), Tone::Accent);
        text.blank();
    };
    let named = |ids: &[Id]| words::names(&app.cx.framework, ids);
    match item {
        Item::Feature(_, stage, feature) => {
            let level = if let Screen::Walk(walk) = &app.screen { walk.step.level() } else { None };
            let at = if level.is_none() { feature.rated_at().collect() } else { vec![level] };
            let mut asked: Vec<&str> = at.into_iter().map(|level| feature.question_at(level)).collect();
            asked.dedup();
            for one in asked {
                question(one, &mut text);
            }
            anchors(app, stage, feature, &mut text);
        }
        Item::Assumption(one) => {
            question(&one.question, &mut text);
            let fed: Vec<Id> = app
                .cx
                .framework
                .risks
                .iter()
                .filter(|risk| risk.assumptions.contains(&one.id))
                .map(|risk| risk.id.clone())
                .collect();
            text.text(0, "Holds, holds in part, does not hold, or not known. It is not rated.", Tone::Text);
            if !fed.is_empty() {
                text.hanging("Keeps away  ", named(&fed), Tone::Muted, Tone::Text);
            }
        }
        Item::Influence(one) => {
            text.text(0, "What the research found", Tone::Accent);
            for finding in &one.findings {
                text.hanging("· ", finding, Tone::Text, Tone::Text);
            }
            text.blank();
            text.text(0, words::ON_FACTORS, Tone::Text);
        }
        Item::Risk(one) => {
            question(&one.question, &mut text);
            text.hanging("Kept away by  ", named(&one.assumptions), Tone::Muted, Tone::Text);
            text.hanging("Fed by        ", named(&one.features), Tone::Muted, Tone::Text);
            text.blank();
            text.text(0, words::ON_PROMPTING, Tone::Text);
        }
    }
    Reading { text, ..Reading::default() }
}

/// What a 1 and a 5 look like, and what the words for evidence mean.
fn anchors(app: &App, stage: &Stage, feature: &Feature, text: &mut Text) {
    for (rating, example) in [(Rating::One, &feature.one), (Rating::Five, &feature.five)] {
        let tag = format!(" {rating} {} ", app.cx.framework.word(stage, rating).to_uppercase());
        let gap = " ".repeat(14_usize.saturating_sub(tag.chars().count()).max(1));
        text.tagged(Span::new(tag, Tone::Rating(rating)), &gap, example, Tone::Text);
    }
    text.blank();
    for confidence in Confidence::ALL {
        let head = if confidence == Confidence::Low { "Evidence  " } else { "          " };
        let words = format!("{:<7} {}", confidence.label(), words::evidence_means(confidence));
        text.hanging(head, &words, Tone::Muted, Tone::Text);
    }
    text.blank();
    text.hanging(format!("{}: ", stage.label), &stage.prompt, Tone::Muted, Tone::Text);
}

/// The same page read out, for the item in sight.
pub(crate) fn guidance_aloud(app: &App) -> Vec<String> {
    let lines = guidance(app).text.sentences();
    if lines.is_empty() { vec!["No item is in sight.".into()] } else { lines }
}

pub(crate) fn about_aloud(app: &App) -> Vec<String> {
    let version = format!("Plenary, version {}.", env!("CARGO_PKG_VERSION"));
    std::iter::once(version).chain(about(app).text.sentences()).collect()
}

/// What is said where nothing can be told of a session.
pub(super) const NO_SESSION: &str = "No session is open.";

/// How every item stands, a line each.
pub(crate) fn every_item(app: &App) -> Vec<String> {
    let Some(workshop) = &app.cx.workshop else { return vec![NO_SESSION.into()] };
    let framework = &app.cx.framework;
    let mut lines = Vec::new();
    let mut before = "";
    for item in framework.items() {
        let head = match item {
            Item::Feature(_, stage, _) => stage.label.as_str(),
            Item::Assumption(_) => "Assumptions",
            Item::Influence(_) => "Influencing factors",
            Item::Risk(_) => "Risks",
        };
        if head != before {
            lines.push(format!("{head}."));
            before = head;
        }
        lines.push(format!("{}: {}.", words::name(item), words::item_stands(framework, &workshop.session, item)));
    }
    lines
}
