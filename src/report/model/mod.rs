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
use crate::framework::Framework;
use crate::session::{Session, Status};
use jiff::civil::Date;
use serde::{Serialize, Serializer};

pub(super) use conditions::{AssumptionPart, InfluencePart, LinkPart, RiskPart};
pub(super) use features::{DecisionPart, DissentPart, FeaturePart, StagePart};
pub(super) use opening::{ConversationPart, Place, PriorityPart};
pub(super) use plan::{ActionPart, PlanPart};
pub(super) use room::{Coverage, RoomPart, coverage};
pub use stances::{StanceVote, stance_votes};
pub(super) use votes::{CountsPart, GroupPart, VotePart};

/// The shape of the JSON and CSV that reports are; counts up when a column changes its meaning or goes.
pub const REPORT_FORMAT: u32 = 1;

/// What is chosen each time a report is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// Whether whoever can be named is: the facilitator, those who asked to be named with a minority statement, the
    /// organisations and roles on the register. Nobody is, unless this was asked for.
    pub names: bool,
}

/// A report: what every format says.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    #[serde(rename = "report_format")]
    format: u32,
    /// Whether names are in it; the text says so.
    pub(super) names: bool,
    pub(super) about: AboutPart,
    pub(super) framework: FrameworkPart,
    pub(super) room: RoomPart,
    /// Where to act, first things first.
    pub(super) to_act: Vec<Place>,
    pub(super) to_protect: Vec<Place>,
    pub(super) stages: Vec<StagePart>,
    pub(super) conversations: Vec<ConversationPart>,
    pub(super) assumptions: Vec<AssumptionPart>,
    pub(super) influences: Vec<InfluencePart>,
    pub(super) risks: Vec<RiskPart>,
    pub(super) links: Vec<LinkPart>,
    pub(super) priorities: Vec<PriorityPart>,
    pub(super) plan: PlanPart,
}

/// Which workshop it was.
#[derive(Clone, Debug, Serialize)]
pub(super) struct AboutPart {
    pub(super) session: String,
    pub(super) rev: u64,
    pub(super) partnership: String,
    /// The breakout table that held it.
    pub(super) table: Option<String>,
    pub(super) date: Option<Date>,
    pub(super) purpose: String,
    pub(super) venue: String,
    /// Only where names were asked for.
    pub(super) facilitator: Option<String>,
    pub(super) finished: bool,
    pub(super) demo: bool,
    /// Features on which everything asked is decided, and how many there are.
    pub(super) decided: usize,
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

/// A scale with its words.
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
}

impl Serialize for Named {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key)
    }
}

impl Report {
    /// The report of a session that was held with this framework.
    #[must_use]
    pub fn of(framework: &Framework, session: &Session, choices: Choices) -> Self {
        let stages = features::stages(framework, session, choices);
        let features = || stages.iter().flat_map(|stage| &stage.features);
        let about = &session.about;
        let partnership = clean_line(session.title());
        Self {
            format: REPORT_FORMAT,
            names: choices.names,
            about: AboutPart {
                session: session.id.clone(),
                rev: session.rev,
                partnership: if partnership.is_empty() { "Unnamed partnership".into() } else { partnership },
                table: session.table().map(clean_line),
                date: about.date,
                purpose: clean(&about.purpose),
                venue: clean_line(&about.venue),
                facilitator: Some(clean_line(&about.facilitator)).filter(|name| choices.names && !name.is_empty()),
                finished: session.status == Status::Finished,
                demo: session.demo,
                decided: features().filter(|feature| feature.complete).count(),
                of: features().count(),
            },
            framework: framework_part(framework),
            room: room::room(framework, session, choices),
            to_act: opening::to_act(framework, session),
            to_protect: opening::protect(framework, session),
            conversations: opening::differing(framework, session),
            assumptions: conditions::assumptions(framework, session),
            influences: conditions::influences(framework, session),
            risks: conditions::risks(framework, session),
            links: conditions::read_links(framework, session),
            priorities: opening::dotted(framework, session),
            plan: plan::plan(framework, session),
            stages,
        }
    }

    /// The features, stage by stage.
    pub(super) fn features(&self) -> impl Iterator<Item = (&StagePart, &FeaturePart)> {
        self.stages.iter().flat_map(|stage| stage.features.iter().map(move |feature| (stage, feature)))
    }

    /// The day of the workshop in words.
    pub(super) fn day(&self) -> String {
        self.about.date.map_or("a day that was not said".into(), crate::words::date)
    }
}

fn framework_part(framework: &Framework) -> FrameworkPart {
    let source = &framework.source;
    let scales = framework.scales.iter().map(|scale| ScalePart {
        title: clean_line(&scale.title),
        words: scale.words.iter().map(|word| clean_line(word)).collect(),
    });
    FrameworkPart {
        id: framework.id.clone(),
        version: framework.version,
        language: framework.language.clone(),
        title: clean_line(&framework.title),
        source: clean_line(&source.title),
        citation: clean_line(&source.citation),
        scales: scales.collect(),
    }
}
