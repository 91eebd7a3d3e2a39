//! Votes, minority statements and missing voices in `plenary show`: only what may be told once the room has gone.
//!
//! Counts come from [`disclosed`] and from nowhere else.

use crate::analysis::{DisclosedGroup, DisclosedRound, Median, Says, Shown, Voice, Withheld, absent_voices, disclosed};
use crate::framework::{Feature, Framework, Level};
use crate::session::{Dissent, Register, Session};
use crate::terminal::clean_line;
use crate::words;
use serde::Serialize;
use std::io::{self, Write};

/// A round in JSON.
#[derive(Serialize)]
pub(super) struct ShownRound<'session> {
    /// The level that was rated, for features that take both.
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<&'static str>,
    /// 1 or 2.
    round: usize,
    /// How many took part.
    ballots: u32,
    #[serde(flatten)]
    votes: ShownVotes,
    groups: Vec<ShownGroup<'session>>,
    /// Why counts are not told, where it is not for the size of a group: `few`, `table` or `papers`.
    withheld: Option<&'static str>,
}

/// Counts and what follows from them; all empty where fewer than five voted.
#[derive(Default, Serialize)]
struct ShownVotes {
    /// How many voted 1 to 5.
    counts: Option<[u16; 5]>,
    dont_know: Option<u16>,
    median: Option<f64>,
    /// `agreed`, `two_camps`, `spread`, `outlier` or `broadly_agreed`; from three votes.
    agreement: Option<&'static str>,
    /// Tastle and Wierman's consensus, 0 to 1, to three places: for sorting.
    cns: Option<f64>,
}

/// The latest vote on a rating in JSON, as far as it may be told: what its round says, where a reader looks first.
#[derive(Default, Serialize)]
pub(super) struct ShownLatest<'session> {
    /// `agreed`, `two_camps`, `spread`, `outlier` or `broadly_agreed`; from three votes.
    agreement: Option<&'static str>,
    median: Option<f64>,
    /// Tastle and Wierman's consensus, 0 to 1, to three places: for sorting.
    cns: Option<f64>,
    groups: Vec<ShownGroup<'session>>,
}

/// A group in JSON.
#[derive(Serialize)]
struct ShownGroup<'session> {
    group: String,
    name: &'session str,
    ballots: u32,
    #[serde(flatten)]
    votes: ShownVotes,
    /// `lower`, `similar` or `higher` than the rest, for groups of three or four.
    compared: Option<&'static str>,
}

/// A minority statement in JSON.
#[derive(Serialize)]
pub(super) struct ShownDissent<'session> {
    text: &'session str,
    attributed_to: Option<&'session str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<&'static str>,
}

/// A missing voice in JSON.
#[derive(Serialize)]
pub(super) struct ShownWarning {
    item: Option<String>,
    warning: String,
}

impl From<&Shown> for ShownVotes {
    fn from(shown: &Shown) -> Self {
        Self {
            counts: Some(shown.counts.0),
            dont_know: Some(shown.dont_know),
            median: shown.median().map(number),
            agreement: shown.word().map(crate::analysis::Word::key),
            cns: shown.consensus().map(|cns| (cns * 1000.0).round() / 1000.0),
        }
    }
}

fn number(median: Median) -> f64 {
    f64::from(median.halves()) / 2.0
}

/// The levels at which a feature is rated.
fn levels(feature: &Feature) -> Vec<Option<Level>> {
    if feature.levels { Level::ALL.map(Some).to_vec() } else { vec![None] }
}

/// The rounds on a feature.
pub(super) fn rounds<'session>(session: &'session Session, feature: &Feature) -> Vec<ShownRound<'session>> {
    let mut all = Vec::new();
    for level in levels(feature) {
        for (place, round) in disclosed(session, feature, level).rounds.into_iter().enumerate() {
            let groups = round.groups.iter().map(|group| shown_group(group, &session.register)).collect();
            let votes = round.room.as_ref().map(ShownVotes::from).unwrap_or_default();
            let (level, withheld) = (level.map(Level::word), round.withheld.map(Withheld::key));
            all.push(ShownRound { level, round: place + 1, ballots: round.ballots, votes, groups, withheld });
        }
    }
    all
}

/// The latest round on a feature, at one level where it takes both.
pub(super) fn latest<'session>(
    session: &'session Session,
    feature: &Feature,
    level: Option<Level>,
) -> ShownLatest<'session> {
    let Some(round) = disclosed(session, feature, level).rounds.pop() else { return ShownLatest::default() };
    let ShownVotes { median, agreement, cns, .. } = round.room.as_ref().map(ShownVotes::from).unwrap_or_default();
    let groups = round.groups.iter().map(|group| shown_group(group, &session.register)).collect();
    ShownLatest { agreement, median, cns, groups }
}

fn shown_group<'session>(group: &DisclosedGroup, register: &'session Register) -> ShownGroup<'session> {
    let (votes, compared) = match &group.says {
        Says::Counts(shown) => (ShownVotes::from(shown), None),
        Says::Compared(compared) => (ShownVotes::default(), Some(compared.key())),
        Says::Nothing => (ShownVotes::default(), None),
    };
    let name = name(&group.voice, register);
    ShownGroup { group: group.voice.key().to_owned(), name, ballots: group.ballots, votes, compared }
}

/// The group's name, borrowed from the register where it stands there.
fn name<'session>(voice: &Voice, register: &'session Register) -> &'session str {
    match voice {
        Voice::Sector(Some(id)) => {
            register.sectors.iter().find(|sector| sector.id == *id).map_or("Another sector", |sector| &sector.name)
        }
        Voice::Sector(None) => "Sector not said",
        Voice::Level(Some(Level::Strategic)) => "Strategic",
        Voice::Level(Some(Level::Operational)) => "Operational",
        Voice::Level(None) => "Level not said",
        Voice::EveryoneElse(_) => "Everyone else",
    }
}

/// The minority statements on a feature.
pub(super) fn dissents(all: &[Dissent]) -> Vec<ShownDissent<'_>> {
    let shown = |one: &Dissent| one.level.map(Level::word);
    all.iter()
        .map(|one| ShownDissent { text: &one.text, attributed_to: one.attributed_to.as_deref(), level: shown(one) })
        .collect()
}

/// The voices that are missing.
pub(super) fn warnings(framework: &Framework, register: &Register) -> Vec<ShownWarning> {
    let warnings = absent_voices(framework, register).into_iter();
    warnings.map(|one| ShownWarning { item: one.item().map(ToString::to_string), warning: one.to_string() }).collect()
}

/// The rounds on a feature as lines of text.
pub(super) fn write_rounds(out: &mut dyn Write, session: &Session, feature: &Feature) -> io::Result<()> {
    for level in levels(feature) {
        let rounds = disclosed(session, feature, level).rounds;
        for (place, round) in rounds.iter().enumerate() {
            let level = words::at_level(level);
            writeln!(out, "          vote {}{level}: {}", place + 1, round_in_words(round))?;
            for group in &round.groups {
                write_group(out, group, &session.register)?;
            }
            if let Some(names) = round.unheard(&session.register) {
                writeln!(out, "            not shown: {}", clean_line(&names))?;
            }
        }
    }
    Ok(())
}

fn round_in_words(round: &DisclosedRound) -> String {
    match round.everybody() {
        Ok(shown) => votes_in_words(&shown),
        Err(why) => format!("{} took part; {}", round.ballots, why.words()),
    }
}

fn write_group(out: &mut dyn Write, group: &DisclosedGroup, register: &Register) -> io::Result<()> {
    let words = match &group.says {
        Says::Counts(shown) => votes_in_words(shown),
        Says::Compared(compared) => compared.words().to_owned(),
        Says::Nothing => return Ok(()),
    };
    writeln!(out, "            {} ({}): {words}", clean_line(group.voice.title(register)), group.ballots)
}

/// `0 2 5 3 1 ?1, median 3, outlier`
fn votes_in_words(shown: &Shown) -> String {
    let mut words = shown.counts.0.map(|count| count.to_string()).join(" ");
    if shown.dont_know > 0 {
        words = format!("{words} ?{}", shown.dont_know);
    }
    if let Some(median) = shown.median() {
        words = format!("{words}, median {median}");
    }
    if let Some(word) = shown.word() {
        words = format!("{words}, {}", word.title().to_lowercase());
    }
    words
}

/// The minority statements on a feature as lines of text.
pub(super) fn write_dissents(out: &mut dyn Write, all: &[Dissent]) -> io::Result<()> {
    for one in all {
        let by: Vec<&str> = one.attributed_to.as_deref().into_iter().chain(one.level.map(Level::word)).collect();
        let by = if by.is_empty() { String::new() } else { format!(" ({})", by.join("; ")) };
        writeln!(out, "          dissent: {}{}", clean_line(&one.text), clean_line(&by))?;
    }
    Ok(())
}

/// The voices that are missing as lines of text.
pub(super) fn write_warnings(out: &mut dyn Write, framework: &Framework, register: &Register) -> io::Result<()> {
    for one in absent_voices(framework, register) {
        writeln!(out, "Missing: {}", clean_line(&one.to_string()))?;
    }
    Ok(())
}
