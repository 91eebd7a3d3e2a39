//! The slides that are lists: what to protect, what is at risk, where views differ, links, risks, where to act, and the
//! actions read back.
//!
//! Which items stand where and in which order is the analysis's; no state rests on a colour.

use super::items::name;
use super::{Body, Frame, List, More, Numbers, Row, Span, Text, Tone, View, Wall, actions, marks, room};
use crate::analysis::{Conversation, HeatMap, LinkReading, LinkState, RatedItem, RiskReading, State, open_in};
use crate::app::{App, PageStart, Slide, Slides, Workshop};
use crate::catalogue::Message;
use crate::framework::{Framework, Id, Item, Section};
use crate::session::{Decision, RiskStatus};
use crate::words::{self, commas};

/// A slide that is a list; none for the heat map.
pub(super) fn list<'a>(app: &'a App, slides: &Slides) -> Option<View<'a>> {
    let (workshop, map) = (app.cx.workshop.as_ref()?, app.cx.heat_map()?);
    let ([wide, narrow], list) = match slides.slide {
        Slide::Map => return None,
        Slide::Conversations => conversations(app, workshop),
        Slide::Links => links(app),
        Slide::Risks => risks(app, workshop),
        Slide::WhereToAct => where_to_act(app, workshop),
        Slide::Actions => read_back(app, workshop),
        Slide::Strengths | Slide::AtRisk | Slide::SplitViews => features(app, workshop, &map, slides.slide),
    };
    let list = List { marked: slides.line, more: More::Under(60), page: Some(begins(app, slides)), ..list };
    let all = Slide::of(&app.cx.framework);
    let number = all.iter().position(|slide| *slide == slides.slide).map_or(1, |place| place + 1);
    let place = tr!("{number} of {all}", number, all = all.len());
    let right = match app.cx.pages_of_slide().len() {
        ..2 => [tr!("slide {place}", place), place],
        pages => [
            tr!("{place}, page {page} of {pages}", place, page = slides.page + 1, pages),
            tr!("{place}, page {page}", place, page = slides.page + 1),
        ],
    };
    let frame = Frame::by_width(app, [wide, narrow], right).of_session(workshop);
    let closing = match slides.slide {
        Slide::WhereToAct => vec![tr!("\"a\" and a number begins an action for that line.").to_owned()],
        _ => Vec::new(),
    };
    Some(View { closing, ..announced(slides, &app.cx.framework, frame, Body::List(list)) })
}

/// Where the page begins that is in sight.
fn begins(app: &App, slides: &Slides) -> PageStart {
    app.cx.pages_of_slide().get(slides.page).copied().unwrap_or_default()
}

/// A slide with what is said of it where it is read out.
pub(super) fn announced<'a>(slides: &Slides, framework: &Framework, frame: Frame, body: Body<'a>) -> View<'a> {
    let all = Slide::of(framework);
    let number = all.iter().position(|slide| *slide == slides.slide).map_or(1, |place| place + 1);
    let title = if slides.slide == Slide::Actions { tr!("Actions, read back") } else { slides.slide.title() };
    View {
        opening: vec![tr!("{title}, slide {number} of {all}.", title, number, all = all.len())],
        prompt: slides.slide.title().to_owned(),
        ..View::new(format!("slide {number} {}", slides.view), frame, body)
    }
}

/// A slide's title, as it is where there is room and below 60 columns, and its rows.
type Told = ([String; 2], List);

/// Strengths, what is at risk, or where views differ, with both views of each.
fn features(app: &App, workshop: &Workshop, map: &HeatMap, slide: Slide) -> Told {
    let items = slide.items(map, &app.cx);
    let title = match (slide, items.len()) {
        (Slide::Strengths, many @ 1..) => [
            tr_n!(many, "{count} STRENGTH to protect", "{count} STRENGTHS to protect"),
            tr_n!(many, "{count} STRENGTH", "{count} STRENGTHS"),
        ],
        (Slide::SplitViews, many @ 1..) => [(); 2].map(|()| tr_n!(many, "{count} SPLIT VIEW", "{count} SPLIT VIEWS")),
        _ => [(); 2].map(|()| slide.title().to_uppercase()),
    };
    let above = if slide == Slide::AtRisk { at_risk(app, workshop, map) } else { Text::default() };
    let empty = match slide {
        Slide::AtRisk | Slide::SplitViews if map.progress().done == 0 => {
            tr!("Nothing is rated yet. What the room finds will stand here.").into()
        }
        Slide::Strengths => tr!("{none} Strengths will stand here as the room finds them.", none = words::NO_STRENGTHS),
        Slide::AtRisk => tr!("{none} Nothing to worry about here so far.", none = words::NOTHING_AT_RISK),
        _ => words::NO_SPLIT_VIEWS.into(),
    };
    let rows = items.iter().map(|item| feature(app, workshop, item, slide == Slide::SplitViews)).collect();
    (title, List { above, rows, empty: Text::of(empty, Tone::Text), ..List::default() })
}

/// The stages at risk with the reason, and whose voice is missing.
fn at_risk(app: &App, workshop: &Workshop, map: &HeatMap) -> Text {
    let stages = app.cx.framework.stages.iter().zip(&map.rows).filter(|(_, row)| row.strip.at_risk);
    let counts = stages.map(|(stage, row)| {
        let counts = &row.strip.counts;
        tr!(
            "{stage} {troubled} of {relevant}",
            stage = stage.label,
            troubled = counts.troubled(),
            relevant = counts.relevant()
        )
    });
    let mut text = Text::default();
    let counts = commas(counts);
    if !counts.is_empty() {
        text.text(0, tr!("Stages at risk: {counts} (items weak, contested or unknown)", counts), Tone::Accent);
    }
    room::missing(&app.cx.framework, &workshop.session.register, Tone::Text, &mut text);
    text
}

/// Id, label, rating with its word and how good the evidence is; then what it is, both views, and who disagrees.
fn feature(app: &App, workshop: &Workshop, item: &RatedItem<'_>, views: bool) -> Row {
    let (framework, answer) = (&app.cx.framework, workshop.session.answer(&item.feature.id));
    let suspected = match item.reading.state {
        State::UntestedStrength => tr!("untested, "),
        State::SuspectedWeakness => tr!("suspected only, "),
        _ => "",
    };
    let [long, short] = if item.reading.state == State::Contested {
        let long = words::levels(answer, |one| words::decision(framework, item.stage, one));
        [long, words::levels(answer, Decision::describe)].map(Option::unwrap_or_default)
    } else {
        [words::evidence(answer, item.reading), words::evidence_in_short(answer, item.reading)]
            .map(|form| if form.is_empty() { form } else { format!("{suspected}{form}") })
    };
    let mut more = Text::of(&item.feature.text, Tone::Text);
    for (level, decision) in answer.decided.all().into_iter().filter(|_| views) {
        for (rating, view) in words::views(framework, item.stage, decision) {
            let term = format!("{}{rating}: ", words::before_level(level));
            more.hanging(term, view, Tone::Muted, Tone::Text);
        }
    }
    for one in &answer.dissent {
        more.hanging(tr!("Dissent: "), words::dissent(one), Tone::Muted, Tone::Text);
    }
    let tag = marks::rating_tag(framework, item.stage, item.reading);
    let sign = marks::sign(framework, &workshop.session, Item::Feature(item.cell, item.stage, item.feature));
    let beside = [tag.text.clone(), short.clone(), item.feature.id.to_string()];
    let wall = Some(Wall::new(sign, &item.feature.label, beside));
    let cells = vec![name(&item.feature.id, &item.feature.label), tag, Span::new(short, Tone::Text).or(long)];
    Row { key: item.feature.id.to_string(), cells, more, wall, ..Row::default() }
}

const VOTES: Message = Message(
    "Votes by sector or level, of five people or more in two groups, would show here where they see it \
                     differently.",
);

/// The two groups that are furthest apart on a rating.
fn conversations(app: &App, workshop: &Workshop) -> Told {
    let register = &workshop.session.register;
    let row = |talk: Conversation<'_>| {
        let Conversation { feature, level, gap, .. } = &talk;
        let flag = if gap.is_strong() { tr!("strong gap") } else { tr!("gap") };
        let level = level.map_or(String::new(), |level| format!("{}, ", level.label()));
        let halves = gap.halves();
        let steps = crate::catalogue::in_halves(halves);
        let mut more = Text::default();
        let ends = [&gap.low, &gap.high].map(|(voice, at)| (words::group_name(voice, register).to_owned(), *at));
        more.gap(ends);
        more.text(0, &feature.text, Tone::Text);
        let words = tr!("{level}{flag} of {steps}", level, flag, steps);
        let key = format!("{} {level}", feature.id);
        let wall = Some(Wall::new(Span::default(), &feature.label, [words.clone(), feature.id.to_string()]));
        let cells = vec![name(&feature.id, &feature.label), Span::new(words, Tone::Text)];
        Row { key, cells, more, wall, ..Row::default() }
    };
    let rows = app.cx.conversations().into_iter().map(row).collect();
    let title = [tr!("CONVERSATIONS WORTH HAVING").into(), tr!("CONVERSATIONS").into()];
    (
        title,
        List { rows, empty: Text::of(format!("{} {VOTES}", words::NO_CONVERSATIONS), Tone::Text), ..List::default() },
    )
}

/// Whether each stage leads to the next, why it is thought so, and where results outrun the chain.
fn links(app: &App) -> Told {
    let links = app.cx.links();
    let count = |state: LinkState| links.iter().filter(|one| one.state == state).count();
    let leaps = links.iter().filter(|one| one.leap.is_some()).count();
    let counts =
        [(count(LinkState::Broken), tr!("BROKEN")), (count(LinkState::NotSure), tr!("NOT SURE")), (leaps, tr!("LEAP"))];
    let counts = counts.iter().filter(|(many, _)| *many > 0).map(|(many, word)| format!("{many} {word}"));
    let counts = commas(counts.take(2));
    let title =
        if counts.is_empty() { tr!("LINKS between the stages").to_owned() } else { tr!("LINKS: {counts}", counts) };
    let rows = links.iter().map(|one| link(&app.cx.framework, one)).collect();
    ([title, tr!("LINKS").into()], List { rows, ..List::default() })
}

fn link(framework: &Framework, link: &LinkReading<'_>) -> Row {
    // Loud where the chain is broken.
    let tone = match link.state {
        LinkState::Broken => Tone::Alert,
        LinkState::NotSure => Tone::Accent,
        LinkState::LeadsTo | LinkState::NotYetKnown => Tone::Text,
    };
    let state = Span::new(format!(" {} ", link.state.label().to_uppercase()), tone);
    let leap = link.leap.map(|_| Span::new(tr!(" LEAP "), Tone::Alert));
    let mut more = Text::default();
    for reason in &link.reasons {
        more.text(0, words::link_reason_in_full(framework, reason), Tone::Text);
    }
    if let Some(leap) = words::leap(link) {
        more.text(0, leap, Tone::Text);
    }
    let sign = match link.state {
        LinkState::Broken => Span::new("X", Tone::Alert),
        LinkState::NotSure => Span::new("?", Tone::Unknown),
        LinkState::LeadsTo => Span::new(">", Tone::Text),
        LinkState::NotYetKnown => Span::new("·", Tone::Unrated),
    };
    let beside = [link.state.label().to_uppercase()].into_iter().chain(leap.as_ref().map(|leap| leap.text.clone()));
    let wall = Some(Wall::new(sign, &words::link(link.from, link.to), beside));
    let name = Span::new(format!("{:<24}", words::link(link.from, link.to)), Tone::Accent);
    let cells = [name, state].into_iter().chain(leap).collect();
    Row { key: format!("{} {}", link.from.id, link.to.id), cells, more, wall, ..Row::default() }
}

/// What is happening or could happen, worst first, with the signals behind each likelihood; the others are named.
fn risks(app: &App, workshop: &Workshop) -> Told {
    let risks = app.cx.open_risks();
    let counts = words::colours(&risks).to_uppercase();
    let title = if counts.is_empty() { tr!("RISKS").to_owned() } else { tr!("RISKS: {counts}", counts) };
    let mut below = Text::default();
    for (head, status) in
        [(tr!("Not a concern"), RiskStatus::NotAConcern), (tr!("Not discussed"), RiskStatus::NotDiscussed)]
    {
        let all = app.cx.framework.risks.iter().map(|risk| &risk.id);
        let ids: Vec<&Id> = all.filter(|id| workshop.session.risk(id).concern.status() == status).collect();
        if !ids.is_empty() {
            below.text(0, format!("{head}: {}", words::names(&app.cx.framework, ids)), Tone::Muted);
        }
    }
    let rows = risks.iter().map(risk).collect();
    let (open, all) = open_in(&app.cx.framework, &workshop.session, Section::Risks);
    let empty = if open == all { words::NO_RISK_DISCUSSED } else { words::NO_RISKS };
    ([title, tr!("RISKS").into()], List { rows, below, empty: Text::of(empty, Tone::Text), ..List::default() })
}

fn risk(reading: &RiskReading<'_>) -> Row {
    let mut more = Text::of(&reading.risk.text, Tone::Text);
    let signals = words::signals(reading);
    if !signals.is_empty() {
        more.hanging(tr!("Signals: "), signals, Tone::Muted, Tone::Text);
    }
    if let Some(question) = words::far_apart(reading) {
        more.text(0, question, Tone::Accent);
    }
    let (tag, words) = (marks::risk_tag(reading), words::risk_in_numbers(reading));
    let beside = [tag.text.clone(), words.clone(), reading.risk.id.to_string()];
    let wall = Some(Wall::new(marks::risk_sign(reading), &reading.risk.label, beside));
    let cells = vec![name(&reading.risk.id, &reading.risk.label), tag, Span::new(words, Tone::Text)];
    Row { key: reading.risk.id.to_string(), cells, more, wall, ..Row::default() }
}

/// The first places to act, the strengths to protect, each with the reason, and what the room put dots on; and which have
/// an action already.
fn where_to_act(app: &App, workshop: &Workshop) -> Told {
    let row = |item: Item<'_>, reason: &str| {
        let open = workshop.session.open_actions().filter(|action| action.why.contains(item.id()));
        let numbers: Vec<u32> = open.map(|action| action.number).collect();
        let acted = match numbers.len() {
            0 => String::new(),
            many => tr_n!(many, "action {numbers}", "actions {numbers}", numbers = commas(&numbers)),
        };
        let tag = marks::item_tag(&app.cx.framework, &workshop.session, item);
        let sign = marks::sign(&app.cx.framework, &workshop.session, item);
        let wall = Some(Wall::new(sign, item.label(), [tag.text.clone(), acted.clone(), item.id().to_string()]));
        let cells = vec![name(item.id(), item.label()), tag, Span::new(acted, Tone::Muted)];
        // What is meant first: a label alone names an item only to who knows it.
        let mut more = Text::of(item.text(), Tone::Text);
        more.text(0, reason, Tone::Text);
        Row { key: item.id().to_string(), cells, more, wall, ..Row::default() }
    };
    let mut rows: Vec<Row> = app
        .cx
        .places_to_act()
        .iter()
        .map(|place| row(place.item, &words::why_act(&app.cx.framework, &workshop.session, place)))
        .collect();
    for (place, strength) in app.cx.strengths_to_protect().iter().enumerate() {
        let (one, why) = (&strength.standing, words::why_protect(&app.cx.framework, &workshop.session, strength));
        let heading = if place == 0 { tr!("TO PROTECT").to_owned() } else { String::new() };
        rows.push(Row { heading, ..row(Item::Feature(one.cell, one.stage, one.feature), &why) });
    }
    for (place, one) in app.cx.chosen().iter().enumerate() {
        let heading = if place == 0 { words::WHAT_THE_ROOM_CHOSE.text().to_uppercase() } else { String::new() };
        let said = words::chosen(&app.cx.framework, &workshop.session, one);
        rows.push(Row { heading, key: format!("dots {}", one.item.id()), ..row(one.item, &said) });
    }
    let title = [tr!("WHERE TO ACT FIRST").into(), tr!("WHERE TO ACT").into()];
    let empty = Text::of(words::NOWHERE_TO_ACT, Tone::Text);
    (title, List { rows, numbers: Numbers::Shown, empty, ..List::default() })
}

const NO_ACTIONS: Message =
    Message("No actions yet. A opens the list; on \"Where to act\" it begins one for the marked line.");

/// The actions, to read back to the room: what, who, by when and how it will be known; then the review date.
fn read_back(app: &App, workshop: &Workshop) -> Told {
    let title = match app.cx.actions().len() {
        0 => tr!("ACTIONS").to_owned(),
        many => tr_n!(many, "{count} ACTION, READ BACK", "{count} ACTIONS, READ BACK"),
    };
    let below = actions::review(workshop, tr!("A, then R"));
    let list = List { below, empty: Text::of(NO_ACTIONS, Tone::Text), ..actions::list(app, workshop, false) };
    ([title, tr!("ACTIONS").into()], list)
}
