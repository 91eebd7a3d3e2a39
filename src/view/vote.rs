//! Taking a vote: how many are in, and nothing else.
//!
//! Typed counts are one mark an entry, whatever their digits: nobody sees a vote before reveal.

use super::{Column, List, Row, Text, Tone};
use crate::app::{App, Voting, Way};
use crate::session::{Register, UNSORTED, Voters};
use crate::words::at_level;
use serde::Serialize;

/// The box in which a vote is taken.
#[derive(Debug, Serialize)]
pub(crate) struct VoteBox {
    /// `Vote, round 1: P3 Joint work`.
    pub(crate) title: String,
    /// How many are in, of all groups.
    pub(crate) cast: String,
    /// How votes are taken; nothing until it is chosen.
    #[serde(skip)]
    pub(crate) way: Option<Way>,
    /// How many answers there are, and their words.
    pub(crate) answers: (usize, String),
    /// Whether nothing would be lost yet, and whether everybody is in.
    pub(crate) is_empty: bool,
    pub(crate) is_complete: bool,
    /// The ways to choose from, or the groups: who, and how many of them are in.
    pub(crate) list: List,
}

pub(super) fn vote(app: &App) -> Option<VoteBox> {
    let workshop = app.cx.workshop.as_ref()?;
    let vote = workshop.vote.as_ref()?;
    let words = vote.answer_words(&app.cx.framework);
    Some(VoteBox {
        title: format!("{}: {}{}", vote.title(), vote.item(), at_level(vote.level())),
        cast: vote.cast_count().to_string(),
        way: vote.way,
        answers: (vote.answers(), words[0].clone()),
        is_empty: vote.is_empty(),
        is_complete: vote.cast_count().is_complete(),
        list: match vote.way {
            None => ways(vote),
            Some(way) => groups(&workshop.session.register, vote, way, words),
        },
    })
}

fn ways(vote: &Voting) -> List {
    let row = |(place, words): (usize, &str)| Row::of(words, [format!("{}  {words}", place + 1)]);
    List {
        above: Text::of("How does the room vote? Nothing is shown until F5.", Tone::Muted),
        rows: vote.offers.iter().map(|offer| offer.words()).enumerate().map(row).collect(),
        marked: vote.offer,
        ..List::default()
    }
}

fn groups(register: &Register, vote: &Voting, way: Way, words: [String; 2]) -> List {
    let explained = match (way, vote.answers()) {
        (Way::Hands, 3) => "Three counts, as 7 3 2, then ?2 for don't-knows.",
        (Way::Hands, _) => "Five counts, as 0 2 5 3 1, then ?2 for don't-knows.",
        (Way::Keypad, 3) => "One digit a person: 1 to 3, or 0 for \"don't know\". Then pass it on.",
        (Way::Keypad, _) => "One digit a person: 1 to 5, or 0 for \"don't know\". Then pass it on.",
    };
    let row = |(place, voters): (usize, &Voters)| {
        let name = if vote.groups.len() == 1 { "Whole room".into() } else { name(register, voters) };
        let typed = if place == vote.group && way == Way::Hands { typed(vote) } else { String::new() };
        Row::of(name.clone(), [name, vote.cast_count_of(voters).to_string(), typed])
    };
    let rows: Vec<Row> = vote.groups.iter().enumerate().map(row).collect();
    let widest = rows.iter().filter_map(|row| u16::try_from(row.cells.get(1)?.text.len()).ok()).max().unwrap_or(0);
    let mut below = Text::default();
    if vote.cast_count().is_complete() {
        below.text(0, "Everybody is in. F5 or R reveals.", Tone::Accent);
    } else {
        let [long, short] = words;
        let width = long.chars().count();
        below.by_width(width, |text| text.line_of(long, Tone::Accent), |text| text.line_of(short, Tone::Accent));
    }
    List {
        above: Text::of(explained, Tone::Muted),
        columns: vec![Column::new(0), Column::new(widest.max(11) + 1), Column::new(7)],
        rows,
        marked: vote.group,
        below,
        ..List::default()
    }
}

/// A mark for each entry that is typed, and a dot for each that is missing.
fn typed(vote: &Voting) -> String {
    let (entries, unknown) = vote.line.entries();
    if entries == 0 && !unknown {
        return String::new();
    }
    let marks = (0..entries.max(vote.answers())).map(|place| if place < entries { '■' } else { '·' });
    marks.take(6).chain(unknown.then_some('?')).collect()
}

/// A group's name: `Third sector, operational`.
fn name(register: &Register, voters: &Voters) -> String {
    let sector = register.name_of(voters.sector.as_deref().unwrap_or(UNSORTED));
    voters.level.map_or(sector.to_owned(), |level| format!("{sector}, {}", level.label()))
}
