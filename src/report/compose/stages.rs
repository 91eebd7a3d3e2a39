//! The stages one by one: each feature with its rating, its confidence, what was said, and how the room voted.
//!
//! Notes stand as they were typed; nobody's words are shortened.

use super::super::document::{Block, Cell, Line, Table, heading, text};
use super::super::model::{CountsPart, DecisionPart, DissentPart, FeaturePart, GroupPart, Model, StagePart, VotePart};
use super::Notes;
use super::charts;
use super::map::{standing, tone};
use crate::catalogue;
use crate::words::paper::{STAGE_AT_RISK, tables::FEATURES, tables::VIEWS, votes};
use crate::words::{BEFORE, FROM_THE_SURVEY, capital, commas, named, sentence};

pub(super) fn stages(report: &Model, notes: Notes) -> Vec<Block> {
    let [name, stands, said] = FEATURES;
    let (last, shares) = if notes == Notes::Beside { (said, [36, 20, 44]) } else { (VIEWS, [50, 24, 26]) };
    let columns = [name, stands, last];
    let mut blocks = Vec::new();
    for stage in &report.stages {
        blocks.push(heading(3, &stage.title));
        blocks.push(text(at_a_glance(stage)));
        let caption = tr!("Ratings: {title}", title = stage.title);
        let table = Table::new((&caption, columns), shares);
        blocks.extend(table.filled(stage.features.iter().map(|one| feature(one, notes))));
        blocks.extend(charts::of_votes(stage).filter(|_| notes == Notes::Beside));
        blocks.extend(comments(&stage.survey_comments).filter(|_| notes == Notes::Beside));
    }
    blocks
}

/// What people wrote in a survey, a paragraph each.
pub(super) fn comments(all: &[String]) -> impl Iterator<Item = Block> {
    all.iter().map(|comment| text(format!("{FROM_THE_SURVEY}: {comment}")))
}

/// `What is put in ... 2 strengths, 1 mixed. Median 3. Lowest: I4. At risk: ...`
fn at_a_glance(stage: &StagePart) -> String {
    let states = stage.states.iter().map(|one| format!("{} {}", one.features, one.state.words.to_lowercase()));
    let mut parts = vec![sentence(&stage.gloss), sentence(&commas(states))];
    parts.extend(stage.median.map(votes::middle));
    let lowest = stage.features.iter().find(|one| stage.lowest.as_ref() == Some(&one.id));
    parts.extend(lowest.map(|one| tr!("Lowest: {named}.", named = named(&one.label, &one.id))));
    parts.extend(stage.at_risk.then(|| STAGE_AT_RISK.into()));
    parts.retain(|part| !part.is_empty());
    parts.join(" ")
}

fn feature(one: &FeaturePart, notes: Notes) -> Vec<Cell> {
    let name = Cell::lines(vec![Line::item(named(&one.label, &one.id), &one.text, &one.plain)]);
    let mut stands = vec![one.state.words.clone()];
    stands.extend(
        one.confidence.map(|confidence| tr!("{confidence} confidence", confidence = catalogue::text(confidence))),
    );
    stands.extend((one.dots > 0).then(|| tr_n!(one.dots, "{count} dot", "{count} dots")));
    stands.extend(one.parked.then(|| tr!("parked").to_owned()));
    let rating = standing(one);
    // A state that is all there is to say is said once.
    let stands = if stands.len() == 1 && rating == stands[0] { String::new() } else { stands.join(", ") };
    let rating = Cell::lines([Some(Line::new(rating, "")), Line::said("", &stands)].into_iter().flatten().collect());
    let mut lines = views(one);
    if notes == Notes::Beside {
        lines.extend(said(one));
    }
    vec![name, rating.toned(tone(one)), Cell::lines(lines)]
}

/// Levels that differ, reservations, both views and minority statements.
fn views(one: &FeaturePart) -> Vec<Line> {
    let mut said = one.decisions.iter().map(|one| &one.decision).filter(|decision| decision.is_said());
    let first = said.next();
    let levels_differ = said.any(|other| first.is_some_and(|first| first.words != other.words));
    one.decisions.iter().flat_map(|one| decision(one, levels_differ)).chain(one.dissent.iter().map(dissent)).collect()
}

/// The note and the votes.
pub(super) fn said(one: &FeaturePart) -> Vec<Line> {
    let mut lines: Vec<Line> = Line::said("", &one.note).into_iter().collect();
    for vote in &one.votes {
        lines.push(round(vote));
        lines.extend(groups(vote));
    }
    for survey in &one.before {
        let level = survey.level.map_or_else(String::new, |level| format!(" ({})", catalogue::text(level)));
        lines.push(Line::named(&format!("{BEFORE}{level}"), sentence(&survey.words)));
    }
    lines.extend(one.survey_comments.iter().filter_map(|comment| Line::said(FROM_THE_SURVEY.text(), comment)));
    lines
}

/// What the rating alone does not tell: levels that differ, reservations, both views.
fn decision(one: &DecisionPart, levels_differ: bool) -> Vec<Line> {
    let level = one.level.map_or(String::new(), |level| capital(catalogue::text(level)));
    let plain = matches!(one.decision.key, "agreed" | "not_discussed" | "dont_know" | "not_relevant");
    let mut lines = Vec::new();
    if levels_differ || !plain {
        lines.push(Line::named(if level.is_empty() { tr!("Decision") } else { &level }, sentence(&one.decision.words)));
    }
    let end = |end: Option<u8>| end.map_or(String::new(), |end| tr!("Those at {end}", end));
    lines.extend(Line::said(&end(one.low), &one.low_view));
    lines.extend(Line::said(&end(one.high), &one.high_view));
    lines
}

fn dissent(one: &DissentPart) -> Line {
    let by: Vec<&str> = one.attributed_to.as_deref().into_iter().chain(one.level.map(catalogue::text)).collect();
    let by = if by.is_empty() { String::new() } else { format!(" ({})", by.join(", ")) };
    Line::named(&tr!("Minority statement{by}", by), one.text.clone())
}

/// `Vote 1, 12 people: 0, 2, 5, 3, 1 at 1 to 5; median 3; few see it differently; Cns 0.72.`
fn round(vote: &VotePart) -> Line {
    let lead = votes::round(vote.told.round, vote.level.map(catalogue::text), (vote.told.ballots, vote.told.present));
    let Some(counts) = &vote.told.counts.counts else {
        let why = vote.told.withheld.as_ref().map_or("", |why| why.words.as_str());
        return Line::named(&lead, format!("{why}."));
    };
    let mut words = vec![tr!("{counted} at 1 to 5", counted = votes::counted(counts, vote.told.counts.dont_know))];
    words.extend(vote.told.counts.median.map(|median| tr!("median {median}", median)));
    words.extend(vote.told.counts.agreement.as_ref().map(|word| word.words.to_lowercase()));
    words.extend(vote.told.counts.cns.map(|cns| tr!("Cns {cns}", cns)));
    words.extend(vote.moved.as_deref().map(|moved| tr!("since vote 1: {moved}", moved)));
    Line::named(&lead, sentence(&words.join("; ")))
}

/// The groups of a round in one line: what they said, or that they voted.
fn groups(vote: &VotePart) -> Option<Line> {
    let said = |group: &GroupPart<CountsPart>| {
        let says = match (&group.counts.counts, &group.compared) {
            (Some(counts), _) => votes::counted(counts, group.counts.dont_know),
            (None, compared) => compared.as_ref()?.words.clone(),
        };
        Some(format!("{}: {says}", votes::group(&group.name, group.ballots)))
    };
    let unheard = vote.told.unheard.iter().map(|names| tr!("not shown: {names}", names));
    let groups: Vec<String> = vote.told.groups.iter().filter_map(said).chain(unheard).collect();
    (!groups.is_empty()).then(|| Line::named(tr!("By group"), sentence(&groups.join("; "))))
}
