//! The stages and their features: how each stands, what was decided, what was said, who saw it differently.
//!
//! Readings come from the analysis; nothing is judged here.

use super::votes::{LatestPart, VotePart, number, votes};
use super::{Named, Source};
use crate::analysis::{Before, HeatMap, Row, State, VisibleCounts, before};
use crate::framework::{Confidence, Feature, Level, Rating, Stage};
use crate::session::{Decision, Dissent};
use crate::words::{before_rating, capital};
use serde::{Serialize, Serializer};

#[derive(Clone, Debug, Serialize)]
pub(in crate::report) struct StagePart {
    pub(in crate::report) id: String,
    pub(in crate::report) title: String,
    pub(in crate::report) label: String,
    pub(in crate::report) gloss: String,
    pub(in crate::report) at_risk: bool,
    pub(in crate::report) median: Option<f64>,
    /// The id of the lowest rated feature, the first of equals.
    pub(in crate::report) lowest: Option<String>,
    /// How many features are in each state that occurs.
    pub(in crate::report) states: Vec<StateCount>,
    /// What people wrote on the stage in a survey.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(in crate::report) survey_comments: Vec<String>,
    /// In JSON they stand together, each with its stage.
    #[serde(skip)]
    pub(in crate::report) features: Vec<FeaturePart>,
}

#[derive(Clone, Debug, Serialize)]
pub(in crate::report) struct StateCount {
    pub(in crate::report) state: Named,
    pub(in crate::report) features: u16,
}

#[derive(Clone, Debug, Serialize)]
pub(in crate::report) struct FeaturePart {
    pub(in crate::report) id: String,
    pub(in crate::report) stage: String,
    #[serde(skip)]
    pub(in crate::report) stage_label: String,
    pub(in crate::report) label: String,
    pub(in crate::report) text: String,
    /// The same in plain words, for those who read; data have the statement.
    #[serde(skip)]
    pub(in crate::report) plain: String,
    pub(in crate::report) state: Named,
    /// What stands in its cell: `4`, `3?`, `2-4`, `?`, `-`, `·`.
    pub(in crate::report) mark: String,
    /// The agreed rating; the lower one where the levels differ.
    pub(in crate::report) rating: Option<u8>,
    pub(in crate::report) word: Option<String>,
    /// The range where it is not agreed, or the two levels where they differ.
    pub(in crate::report) low: Option<u8>,
    pub(in crate::report) high: Option<u8>,
    pub(in crate::report) confidence: Option<&'static str>,
    /// `agreed` or `reservations`, where there is a rating.
    pub(in crate::report) firmness: Option<&'static str>,
    /// With reservations at one level at least.
    pub(in crate::report) reserved: bool,
    pub(in crate::report) complete: bool,
    pub(in crate::report) parked: bool,
    pub(in crate::report) dots: u16,
    pub(in crate::report) decisions: Vec<DecisionPart>,
    pub(in crate::report) note: String,
    pub(in crate::report) dissent: Vec<DissentPart>,
    /// Empty for features that take both levels: the middle of two levels would be nobody's view.
    #[serde(flatten)]
    latest: LatestPart,
    pub(in crate::report) votes: Vec<VotePart>,
    /// What a survey said before the workshop, in words, and what people wrote on it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(in crate::report) before: Vec<BeforePart>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(in crate::report) survey_comments: Vec<String>,
    /// Of features that take both levels.
    #[serde(skip_serializing_if = "Option::is_none")]
    strategic: Option<LevelPart>,
    #[serde(skip_serializing_if = "Option::is_none")]
    operational: Option<LevelPart>,
}

/// What a survey said before the workshop, at one level where the feature takes both.
#[derive(Clone, Debug, Serialize)]
pub(in crate::report) struct BeforePart {
    pub(in crate::report) level: Option<&'static str>,
    people: u32,
    median: Option<f64>,
    pub(in crate::report) words: String,
}

/// What was decided at one level, and its latest vote.
#[derive(Clone, Debug, Serialize)]
struct LevelPart {
    #[serde(flatten)]
    decision: DecisionPart,
    #[serde(flatten)]
    latest: LatestPart,
}

/// What was decided, as a whole or at one level.
#[derive(Clone, Debug, Serialize)]
pub(in crate::report) struct DecisionPart {
    pub(in crate::report) level: Option<&'static str>,
    pub(in crate::report) decision: Named,
    pub(in crate::report) rating: Option<u8>,
    pub(in crate::report) low: Option<u8>,
    pub(in crate::report) high: Option<u8>,
    pub(in crate::report) low_view: String,
    pub(in crate::report) high_view: String,
}

#[derive(Clone, Debug, Serialize)]
pub(in crate::report) struct DissentPart {
    pub(in crate::report) text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::report) level: Option<&'static str>,
    /// Only where names were asked for.
    pub(in crate::report) attributed_to: Option<String>,
}

impl FeaturePart {
    /// The rating at one level, where it takes both.
    pub(in crate::report) fn rating_at(&self, level: Level) -> Option<u8> {
        let decision = self.decisions.iter().find(|decision| decision.level == Some(level.key()))?;
        decision.rating
    }

    /// The views at one end of what was not agreed, a line for each level.
    pub(in crate::report) fn views(&self, view: fn(&DecisionPart) -> &String) -> String {
        let views: Vec<&str> =
            self.decisions.iter().map(|one| view(one).as_str()).filter(|text| !text.is_empty()).collect();
        views.join("\n")
    }

    /// The minority statements, each with whose it is where that is told.
    pub(in crate::report) fn statements(&self) -> String {
        let statement = |one: &DissentPart| match &one.attributed_to {
            Some(name) => format!("{} ({name})", one.text),
            None => one.text.clone(),
        };
        self.dissent.iter().map(statement).collect::<Vec<_>>().join("\n")
    }
}

/// In JSON the stages and all their features stand beside each other.
pub(super) fn apart<S: Serializer>(stages: &[StagePart], serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Apart<'all> {
        features: Vec<&'all FeaturePart>,
        stages: &'all [StagePart],
    }
    Apart { features: stages.iter().flat_map(|stage| &stage.features).collect(), stages }.serialize(serializer)
}

pub(super) fn stages(source: &Source<'_>) -> Vec<StagePart> {
    let Source { framework, session, .. } = *source;
    let map = HeatMap::of(framework, session);
    let part = |(stage, row): (&Stage, &Row)| {
        let strip = &row.strip;
        let states = State::ALL.into_iter().map(|state| (state, strip.counts.get(state)));
        let states = states.filter(|(_, features)| *features > 0);
        StagePart {
            id: stage.id.to_string(),
            title: source.line(&stage.title),
            label: source.line(&stage.label),
            gloss: source.line(&stage.gloss),
            at_risk: strip.at_risk,
            median: strip.median.map(|median| f64::from(median.halves()) / 2.0),
            lowest: strip.lowest.and_then(|place| Some(stage.features.get(place)?.id.to_string())),
            states: states.map(|(state, features)| StateCount { state: named(state), features }).collect(),
            survey_comments: source.comments(Some(&stage.id)),
            features: (stage.features.iter().zip(&row.readings))
                .map(|(feature, reading)| {
                    let answer = session.answer(&feature.id);
                    let said = said(source, stage, feature);
                    let firmness = if said.reserved { "reservations" } else { "agreed" };
                    FeaturePart {
                        state: named(reading.state),
                        mark: reading.mark(),
                        rating: reading.rating.map(Rating::number),
                        word: reading.rating.map(|rating| source.line(framework.word(stage, rating))),
                        low: reading.range.map(|range| range.low().number()),
                        high: reading.range.map(|range| range.high().number()),
                        complete: reading.complete,
                        confidence: answer.confidence.map(Confidence::key),
                        firmness: reading.rating.map(|_| firmness),
                        ..said
                    }
                })
                .collect(),
        }
    };
    framework.stages.iter().zip(&map.rows).map(part).collect()
}

fn named(state: State) -> Named {
    Named::new(state.key(), &capital(state.label()))
}

/// What a feature's answer says, without its reading.
fn said(source: &Source<'_>, stage: &Stage, feature: &Feature) -> FeaturePart {
    let session = source.session;
    let answer = session.answer(&feature.id);
    let decided = answer.decided.all();
    let votes = votes(source, feature);
    let at = |level| LevelPart {
        decision: decision_part(source, Some(level), answer.decided.at(Some(level))),
        latest: LatestPart::of(&votes, Some(level)),
    };
    FeaturePart {
        id: feature.id.to_string(),
        stage: stage.id.to_string(),
        stage_label: source.line(&stage.label),
        label: source.line(&feature.label),
        text: source.line(&feature.text),
        plain: source.line(&feature.plain),
        state: named(State::NotDiscussed),
        mark: String::new(),
        rating: None,
        word: None,
        low: None,
        high: None,
        confidence: None,
        firmness: None,
        reserved: decided.iter().any(|(_, decision)| matches!(decision, Decision::AgreedWithReservations(_))),
        complete: false,
        parked: answer.parked,
        dots: session.dots_on(&feature.id),
        decisions: decided.into_iter().map(|(level, decision)| decision_part(source, level, decision)).collect(),
        note: source.text(&answer.note),
        dissent: answer.dissent.iter().map(|one| dissent_part(source, one)).collect(),
        latest: LatestPart::of(&votes, None),
        strategic: feature.levels.then(|| at(Level::Strategic)),
        operational: feature.levels.then(|| at(Level::Operational)),
        votes,
        before: feature.rated_at().filter_map(|level| before_part(source, feature, level)).collect(),
        survey_comments: source.comments(Some(&feature.id)),
    }
}

fn before_part(source: &Source<'_>, feature: &Feature, level: Option<Level>) -> Option<BeforePart> {
    let words = before_rating(source.session, feature, level)?;
    let survey: Before<VisibleCounts> = before(source.session, (feature, level))?;
    let median = survey.told.and_then(|shown| shown.median()).map(number);
    Some(BeforePart { level: level.map(Level::key), people: survey.people, median, words })
}

fn decision_part(source: &Source<'_>, level: Option<Level>, decision: &Decision) -> DecisionPart {
    let mut part = DecisionPart {
        level: level.map(Level::key),
        decision: Named::new(decision.key(), &decision.describe()),
        rating: decision.rating().map(Rating::number),
        low: None,
        high: None,
        low_view: String::new(),
        high_view: String::new(),
    };
    if let Decision::NotAgreed { range, low_view, high_view } = decision {
        part.low = Some(range.low().number());
        part.high = Some(range.high().number());
        part.low_view = source.text(low_view);
        part.high_view = source.text(high_view);
    }
    part
}

fn dissent_part(source: &Source<'_>, dissent: &Dissent) -> DissentPart {
    let attributed_to = dissent.attributed_to.as_deref().map(|name| source.line(name)).filter(|name| !name.is_empty());
    DissentPart {
        text: source.text(&dissent.text),
        level: dissent.level.map(Level::key),
        attributed_to: attributed_to.filter(|_| source.names),
    }
}
