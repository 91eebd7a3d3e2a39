//! What a report says, once: every writer takes this and nothing else, so that the formats cannot disagree.
//!
//! Pure data made from a framework and a session. Private notes never come in, and votes only as they are disclosed.
//! No score, no mean, no total of ratings: there is none to be had here.

mod conditions;
mod features;
mod opening;
mod plan;
mod room;
mod stances;
mod votes;

use super::text::{clean, clean_line};
use crate::analysis::too_many_dots;
use crate::framework::{Framework, Id};
use crate::session::{FrameworkUsed, Session, Status};
use crate::words;
use jiff::civil::Date;
use serde::{Serialize, Serializer};

pub(super) use conditions::{
    AssumptionPart, InfluencePart, LinkPart, RiskPart, assumptions, influences, read_links, risks,
};
pub(super) use features::{DecisionPart, DissentPart, FeaturePart, StagePart};
pub(super) use opening::{ConversationPart, Place, PriorityPart};
pub(super) use plan::{ActionPart, LogLine, LogPart, PlanPart, WhyPart, plan};
pub(crate) use room::headcounts;
pub(super) use room::{AbsentPart, Coverage, LinePart, RoomPart, coverage};
pub(crate) use stances::{StanceVote, stance_votes};
pub(super) use votes::{CountsPart, GroupPart, VotePart};

/// The shape of the JSON and CSV that reports are; counts up when a name changes its meaning or goes.
pub const REPORT_FORMAT: u32 = 4;

/// What is chosen each time a report is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// Whether whoever can be named is: the facilitator, those who asked to be named with a minority statement, the
    /// organisations and roles on the register. Nobody is, unless this was asked for.
    pub names: bool,
}

/// What a report is made from, and how it may be told.
#[derive(Clone, Copy, Debug)]
pub(super) struct Source<'all> {
    pub(super) framework: &'all Framework,
    pub(super) session: &'all Session,
    pub(super) names: bool,
    pub(super) texts: Texts,
}

/// For whom texts are that somebody typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Texts {
    /// People: cleaned.
    Clean,
    /// Programs: as they are kept, every letter of them.
    Kept,
}

impl Texts {
    pub(super) fn text(self, text: &str) -> String {
        if self == Self::Clean { clean(text) } else { text.to_owned() }
    }

    pub(super) fn line(self, text: &str) -> String {
        if self == Self::Clean { clean_line(text) } else { text.to_owned() }
    }
}

impl Source<'_> {
    /// What people wrote in a survey on an item or a stage, once the room has spoken.
    fn comments(&self, on: Option<&Id>) -> Vec<String> {
        self.session.comments(self.framework, on).into_iter().map(|comment| self.text(comment)).collect()
    }

    pub(super) fn text(&self, text: &str) -> String {
        self.texts.text(text)
    }

    pub(super) fn line(&self, text: &str) -> String {
        self.texts.line(text)
    }
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct Model {
    #[serde(rename = "report_format")]
    format: u32,
    /// Whether names are in it; the text says so.
    pub(super) names: bool,
    #[serde(flatten)]
    pub(super) about: AboutPart,
    #[serde(rename = "told_with")]
    pub(super) framework: FrameworkPart,
    #[serde(rename = "people")]
    pub(super) room: RoomPart,
    #[serde(rename = "warnings")]
    pub(super) absent: Vec<AbsentPart>,
    #[serde(flatten, serialize_with = "features::apart")]
    pub(super) stages: Vec<StagePart>,
    pub(super) conversations: Vec<ConversationPart>,
    pub(super) assumptions: Vec<AssumptionPart>,
    pub(super) influences: Vec<InfluencePart>,
    pub(super) risks: Vec<RiskPart>,
    pub(super) links: Vec<LinkPart>,
    #[serde(rename = "dots")]
    pub(super) priorities: Vec<PriorityPart>,
    /// That there are more dots than the people in the room have.
    pub(super) too_many_dots: Option<String>,
    /// Where to act, first things first.
    #[serde(rename = "where_to_act")]
    pub(super) to_act: Vec<Place>,
    pub(super) to_protect: Vec<Place>,
    /// What people wrote in a survey on nothing in particular.
    pub(super) survey_comments: Vec<String>,
    #[serde(flatten)]
    pub(super) plan: PlanPart,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct AboutPart {
    partnership: String,
    /// The partnership's name, or words that say it is missing.
    pub(super) title: String,
    pub(super) date: Option<Date>,
    #[serde(rename = "format")]
    file_format: u32,
    #[serde(rename = "id")]
    pub(super) session: String,
    pub(super) rev: u64,
    status: &'static str,
    #[serde(skip)]
    pub(super) finished: bool,
    #[serde(skip)]
    pub(super) check_in: bool,
    pub(super) demo: bool,
    /// The framework and its version at the workshop; what is told is told with the one in use.
    #[serde(rename = "framework")]
    held_with: FrameworkUsed,
    /// The breakout table that held it.
    pub(super) table: Option<String>,
    pub(super) purpose: String,
    pub(super) venue: String,
    /// Only where names were asked for; empty otherwise.
    pub(super) facilitator: String,
    /// Features on which everything asked is decided, and how many there are.
    #[serde(rename = "features_decided")]
    pub(super) decided: usize,
    #[serde(rename = "features_of")]
    pub(super) of: usize,
}

/// What was asked, and whose words those are.
#[derive(Clone, Debug, Serialize)]
pub(super) struct FrameworkPart {
    pub(super) id: String,
    pub(super) version: u32,
    #[serde(skip)]
    pub(super) language: String,
    pub(super) title: String,
    pub(super) source: String,
    pub(super) citation: String,
    #[serde(skip)]
    pub(super) scales: Vec<ScalePart>,
}

#[derive(Clone, Debug)]
pub(super) struct ScalePart {
    pub(super) title: String,
    pub(super) words: Vec<String>,
}

/// One of several answers: its key in JSON and tables, its words for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) key: &'static str,
    pub(super) words: String,
}

impl Named {
    pub(super) fn new(key: &'static str, words: &str) -> Self {
        Self { key, words: words.to_owned() }
    }

    /// Whether the room said it: everything that it was asked is not discussed until then.
    pub(super) fn is_said(&self) -> bool {
        self.key != "not_discussed"
    }
}

impl Serialize for Named {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key)
    }
}

impl Model {
    /// What may be told of a session that was held with this framework.
    pub(super) fn of(source: &Source<'_>) -> Self {
        let Source { session, names, .. } = *source;
        let stages = features::stages(source);
        let features = || stages.iter().flat_map(|stage| &stage.features);
        let about = &session.about;
        let title = source.line(session.title());
        Self {
            format: REPORT_FORMAT,
            names,
            about: AboutPart {
                partnership: source.line(&about.partnership),
                title: if title.is_empty() { tr!("Unnamed partnership").into() } else { title },
                date: about.date,
                file_format: session.format,
                session: session.id.clone(),
                rev: session.rev,
                status: session.status.key(),
                finished: session.status == Status::Finished,
                check_in: session.check_in,
                demo: session.demo,
                held_with: session.framework.clone(),
                table: session.table().map(|table| source.line(table)),
                purpose: source.text(&about.purpose),
                venue: source.line(&about.venue),
                facilitator: if names { source.line(&about.facilitator) } else { String::new() },
                decided: features().filter(|feature| feature.complete).count(),
                of: features().count(),
            },
            framework: framework_part(source),
            room: room::room(source),
            absent: room::absent(source),
            to_act: opening::to_act(source),
            to_protect: opening::protect(source),
            conversations: opening::differing(source),
            assumptions: conditions::assumptions(source),
            influences: conditions::influences(source),
            risks: conditions::risks(source),
            links: conditions::read_links(source),
            priorities: opening::dotted(source),
            too_many_dots: too_many_dots(session).map(words::too_many_dots),
            survey_comments: source.comments(None),
            plan: plan::plan(source),
            stages,
        }
    }

    pub(super) fn features(&self) -> impl Iterator<Item = (&StagePart, &FeaturePart)> {
        self.stages.iter().flat_map(|stage| stage.features.iter().map(move |feature| (stage, feature)))
    }
}

fn framework_part(source: &Source<'_>) -> FrameworkPart {
    let framework = source.framework;
    let scales = framework.scales.iter().map(|scale| ScalePart {
        title: source.line(&scale.title),
        words: scale.words.iter().map(|word| source.line(word)).collect(),
    });
    FrameworkPart {
        id: framework.id.clone(),
        version: framework.version,
        language: framework.language.clone(),
        title: source.line(&framework.title),
        source: source.line(&framework.source.title),
        citation: source.line(&framework.source.citation),
        scales: scales.collect(),
    }
}
