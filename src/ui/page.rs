//! Pages to read: the keys of a screen, what Plenary is, and what a 1 and a 5 look like.
//!
//! The keys come from the one table and the wording from the framework; here is only how they are laid out.

use super::sheet::Sheet;
use super::theme::Theme;
use super::{Canvas, chrome, text};
use crate::app::keymap::{self, Context};
use crate::app::{App, Page, PageKind, Screen};
use crate::framework::{Confidence, Feature, Id, Item, Rating, Stage};
use crate::words::commas;
use ratatui::layout::Rect;

/// From here on the keys stand in two columns.
const TWO_COLUMNS: u16 = 110;

pub(super) fn draw(app: &App, page: &Page, canvas: &mut Canvas) {
    let (title, right) = match page.kind {
        PageKind::Help => help_title(page),
        PageKind::About => ("ABOUT PLENARY".into(), format!("version {}", env!("CARGO_PKG_VERSION"))),
        PageKind::Guidance => guidance_title(app, canvas.area().width < 60),
    };
    let body = chrome::frame(app, canvas, &title, &right);
    let theme = canvas.theme();
    match page.kind {
        PageKind::Help => help(page, canvas, body),
        PageKind::About => about(app, theme, body.width).show(canvas, body, page.scroll),
        PageKind::Guidance => guidance(app, theme, body.width).show(canvas, body, page.scroll),
    }
}

fn help_title(page: &Page) -> (String, String) {
    match page.contexts.first() {
        Some(context) => (format!("HELP: {}", context.title()), String::new()),
        None => ("HELP: all keys".into(), String::new()),
    }
}

fn help(page: &Page, canvas: &mut Canvas, body: Rect) {
    let theme = canvas.theme();
    let contexts = if page.contexts.is_empty() { &Context::ALL[..] } else { &page.contexts };
    let purpose = page.contexts.first().map_or(WHOLE, |context| purpose(*context));
    if body.width < TWO_COLUMNS {
        let mut sheet = Sheet::new(body.width);
        sheet.text(0, purpose, theme.text);
        keys(contexts, theme, &mut sheet);
        return sheet.show(canvas, body, page.scroll);
    }
    let rows = canvas.put_wrapped(body, purpose, theme.text).saturating_add(1);
    let below = Rect { y: body.y.saturating_add(rows), height: body.height.saturating_sub(rows), ..body };
    let wide = body.width / 2 - 2;
    let mut sheet = Sheet::new(wide);
    keys(contexts, theme, &mut sheet);
    let (left, right) = sheet.halved();
    let column = Rect { width: wide, ..below };
    right.show(canvas, Rect { x: below.x + wide + 4, ..column }, page.scroll);
    left.show(canvas, column, page.scroll);
}

/// The keys of some contexts, a heading before each.
fn keys(contexts: &[Context], theme: &Theme, sheet: &mut Sheet) {
    for context in contexts {
        sheet.blank();
        sheet.text(0, context.title(), theme.accent);
        for binding in keymap::of(&[*context]) {
            sheet.hanging(&format!("  {:<8} ", binding.name), &binding.described(), theme.accent, theme.text);
        }
    }
}

/// What help says when it is about the whole program.
const WHOLE: &str = "Plenary walks a group through its partnership, item by item, and keeps what the room agrees. \
                     Nothing here can break anything: every change can be undone, and all is saved at once.";

/// What a screen is for.
fn purpose(context: Context) -> &'static str {
    match context {
        Context::Start => "Here a workshop begins, or goes on where it stopped.",
        Context::List => "Here are all the sessions kept on this laptop. Open one to look at it or to carry on.",
        Context::Search => "Type any part of a partnership's name, a date or a state. Esc shows all sessions again.",
        Context::Folder => "Sessions can lie anywhere: on a stick, on a share. Write the folder's path.",
        Context::Setup => "Say whose workshop this is and who is in the room. All of it can be left for later.",
        Context::Card => "A new stage begins. Read the question out, then start.",
        Context::Rate => "The room agrees on a rating for one item. Talk first; press a digit when there is agreement.",
        Context::Assumption => "Something the partnership takes for granted. Does it hold here?",
        Context::Influence => "Context that helps or hinders. It is talked about and never rated.",
        Context::Risk => "Is it happening, how much would it matter, how likely is it? One question after the other.",
        Context::Asked => "Talk first; press the key of an answer when there is agreement.",
        Context::Linked => "What feeds this risk. Enter goes to an item; Esc there comes back to the risk.",
        Context::Overview => "How far the room has come. Mark any item and press Enter to go there.",
        Context::Slides => "What the room has said, slide by slide, from the map to the actions. Enter shows more.",
        Context::Note => "Write what was said. Enter begins a new line; Esc keeps the note and closes it.",
        Context::NotAgreed => "\"Not agreed\" is a result. Keep the range, and a sentence from each end.",
        Context::Vote => "Votes stay hidden until F5 or R: only how many are in is shown. Then talk, then agree.",
        Context::Dissent => "A minority statement stands beside the rating. Nobody is named unless they ask for it.",
        Context::Register | Context::RegisterLine => {
            "Who is in the room, without names: so that it shows whose voice is missing."
        }
        Context::Agenda => "The workshop's parts and their minutes. Nothing moves on by itself; go on in any order.",
        Context::Parked => "What the room put aside to come back to. Enter goes there; K takes it off the list.",
        Context::RoomCheck | Context::Learn | Context::Measure => {
            "Before the workshop: can the back row read it, do the tones differ, does the clicker work?"
        }
        Context::Dots => "Read the dots off the wall: type the count of the marked item, then go to the next.",
        Context::Actions => "What the room will do, in its order. An action is dropped, never deleted.",
        Context::ActionStart => "Begin with a starter by its number, or with your own words.",
        Context::ActionForm => "What, for what, who, by when, and how you will know. Every letter is kept.",
        Context::ActionLine => "One line. Enter keeps it.",
        Context::Page | Context::Details => "A page to read. Esc closes it.",
        Context::Compare => "What changed between two sessions. No rating here says who is better: ask what happened.",
        Context::Trend => "One partnership over all its sessions. No line is fitted: other rooms see other things.",
        Context::LastActions => "What became of the actions of last time. Then rate anew; last time is shown after.",
        Context::Versions => "Earlier versions of a session. Restoring one loses nothing: the present one is kept.",
        Context::SaveAs => "Its own file cannot be written just now. Save the session in another one.",
        Context::Export => {
            "The report for those who were not here. Choose what it is written as; names stay out unless you say."
        }
        Context::Ask => "Enter leaves everything as it is.",
        Context::Close => "All that was typed is kept. Only an open vote is not: the question says so.",
        Context::Session | Context::Letters | Context::Always => WHOLE,
    }
}

fn about(app: &App, theme: &Theme, width: u16) -> Sheet {
    let source = &app.cx.framework.source;
    let mut sheet = Sheet::new(width);
    sheet.text(0, ABOUT, theme.text);
    sheet.blank();
    sheet.text(0, "Where the wording comes from", theme.accent);
    let year = if source.year > 0 { source.year.to_string() } else { String::new() };
    let origin = [
        &format!("{}: \"{}\"", app.cx.framework.title, source.title),
        &source.author,
        &source.organisation,
        &source.publisher,
        &year,
    ];
    let origin: Vec<&str> = origin.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    sheet.text(2, &origin.join(", "), theme.text);
    if !source.citation.is_empty() {
        sheet.text(2, &format!("To quote: {}", source.citation), theme.text);
    }
    sheet.blank();
    sheet.text(0, "What is kept, and where", theme.accent);
    if !app.cx.home.folder.is_empty() {
        sheet.text(2, &app.cx.home.folder, theme.text);
    }
    sheet.text(2, KEPT, theme.text);
    sheet
}

const ABOUT: &str = "Plenary helps a partnership to look at itself. A room goes through the results chain of working \
                     together, rates each item, keeps what it cannot agree on, and ends with a map of its strengths \
                     and risks. There is no overall score: people see a partnership differently, and that counts.";

const KEPT: &str = "Sessions are plain files on this laptop. Plenary uses no network. It asks for no names. What is \
                    kept can be disclosed under freedom-of-information law.";

/// The item that guidance is about: the one at which the room is.
fn item_here(app: &App) -> Option<Item<'_>> {
    app.current_step()?.item().and_then(|id| app.cx.framework.item(id))
}

fn guidance_title(app: &App, narrow: bool) -> (String, String) {
    let Some(item) = item_here(app) else { return (String::new(), String::new()) };
    let head = match item {
        _ if narrow => "",
        Item::Feature(..) => "WHAT 1 AND 5 MEAN  ",
        _ => "WHAT IS ASKED  ",
    };
    let level = match &app.screen {
        Screen::Walk(walk) => walk.step.level().map_or(String::new(), |level| level.word().to_uppercase()),
        _ => String::new(),
    };
    (format!("{head}{} {}", item.id(), item.label().to_uppercase()), level)
}

/// What is asked of the item, and what helps to answer it.
fn guidance(app: &App, theme: &Theme, width: u16) -> Sheet {
    let mut sheet = Sheet::new(width);
    let Some(item) = item_here(app) else { return sheet };
    sheet.hanging(&format!("{}  ", item.id()), item.text(), theme.accent, theme.text);
    sheet.blank();
    let question = |question: &str, sheet: &mut Sheet| {
        sheet.text(0, &format!("\"{question}\""), theme.accent);
        sheet.blank();
    };
    let named = |ids: &[Id]| {
        let names =
            ids.iter().filter_map(|id| app.cx.framework.item(id)).map(|one| format!("{} {}", one.id(), one.label()));
        commas(names)
    };
    match item {
        Item::Feature(_, stage, feature) => {
            question(&feature.question, &mut sheet);
            anchors(app, stage, feature, theme, &mut sheet);
        }
        Item::Assumption(one) => {
            question(&one.question, &mut sheet);
            let fed: Vec<Id> = app
                .cx
                .framework
                .risks
                .iter()
                .filter(|risk| risk.assumptions.contains(&one.id))
                .map(|risk| risk.id.clone())
                .collect();
            sheet.text(0, "Holds, holds in part, does not hold, or not known. It is not rated.", theme.text);
            if !fed.is_empty() {
                sheet.hanging("Keeps away  ", &named(&fed), theme.muted, theme.text);
            }
        }
        Item::Influence(one) => {
            sheet.text(0, "What the research found", theme.accent);
            for finding in &one.findings {
                sheet.hanging("· ", finding, theme.text, theme.text);
            }
            sheet.blank();
            sheet.text(0, "Does it help here, hinder, or both? It is context, and never rated.", theme.text);
        }
        Item::Risk(one) => {
            question(&one.question, &mut sheet);
            sheet.hanging("Kept away by  ", &named(&one.assumptions), theme.muted, theme.text);
            sheet.hanging("Fed by        ", &named(&one.features), theme.muted, theme.text);
            sheet.blank();
            sheet.text(0, PROMPTED, theme.text);
        }
    }
    sheet
}

const PROMPTED: &str = "Each of these that is weak or contested, and the worst of the assumptions, raises the \
                        likelihood that is prompted. It only prompts: the room's own view counts, and both are kept.";

/// What a 1 and a 5 look like, and what the words for evidence mean.
fn anchors(app: &App, stage: &Stage, feature: &Feature, theme: &Theme, sheet: &mut Sheet) {
    for (rating, example) in [(Rating::One, &feature.one), (Rating::Five, &feature.five)] {
        let tag = format!(" {rating} {} ", app.cx.framework.word(stage, rating).to_uppercase());
        let gap = " ".repeat(usize::from(14_u16.saturating_sub(text::width(&tag)).max(1)));
        sheet.tagged(&tag, theme.tone(rating), &gap, example, theme.text);
    }
    sheet.blank();
    for confidence in Confidence::ALL {
        let head = if confidence == Confidence::Low { "Evidence  " } else { "          " };
        let words = format!("{:<7} {}", confidence.word(), confidence.meaning());
        sheet.hanging(head, &words, theme.muted, theme.text);
    }
    sheet.blank();
    sheet.hanging(&format!("{}: ", stage.label), &stage.prompt, theme.muted, theme.text);
}
