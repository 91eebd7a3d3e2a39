//! The laws of a sound framework. Returns every breach, never only the first.
//!
//! Each breach names the path of the value at fault, from which `parse` finds its line and column.

use super::error::{Breach, entries_at, text_at};
use super::{AgendaPart, Cell, FORMAT, Framework, Id};
use std::collections::BTreeSet;
use unicode_width::UnicodeWidthStr;

/// The grid has nine columns and nine rows, two of them for assumptions and risks.
const COLUMNS: usize = 9;
const STAGES: usize = 7;
const LABEL: usize = 10;
const SHORT: usize = 6;
const LONGEST_TEXT: usize = 200;
const LONGEST_ANCHOR: usize = 160;
const LONGEST_PLAIN: usize = 90;
/// The first version of a framework that has plain words for every item.
const PLAIN_SINCE: u32 = 2;
const MINUTES: u32 = 600;
const VOICES: usize = 9;

/// A breach, with the path of the value at fault.
pub(super) type Fault = (String, Breach);

pub(super) fn faults(framework: &Framework) -> Vec<Fault> {
    let mut check = Check { faults: Vec::new(), ids: BTreeSet::new() };
    check.head(framework);
    check.scales(framework);
    check.stages(framework);
    check.conditions(framework);
    check.starters(framework);
    check.references(framework);
    check.tables(framework);
    check.voices(framework);
    check.plain(framework);
    check.faults
}

struct Check {
    faults: Vec<Fault>,
    ids: BTreeSet<Id>,
}

impl Check {
    fn fault(&mut self, path: impl Into<String>, breach: Breach) {
        self.faults.push((path.into(), breach));
    }

    /// A text that must be there and fit its place, `most` columns wide.
    fn text(&mut self, path: String, text: &str, most: usize) {
        let (what, width) = (text_at(&path), text.width());
        if text.trim().is_empty() {
            self.fault(path, Breach::Missing(what));
        } else if text.chars().any(char::is_control) {
            self.fault(path, Breach::Unprintable(what));
        } else if width > most {
            self.fault(path, Breach::TooWide { what, text: text.to_owned(), width, most });
        }
    }

    /// An id and the texts that go with it: there, unique, and plain enough for a command line and a CSV cell.
    fn item(&mut self, path: &str, id: &Id, texts: &[(&str, &str, usize)]) {
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let id_path = if path.is_empty() { "id".to_owned() } else { format!("{path}.id") };
        if id.0.is_empty() || id.0.len() > 24 || !id.0.chars().all(plain) {
            self.fault(id_path, Breach::Id(id.clone()));
        } else if !self.ids.insert(id.clone()) {
            self.fault(id_path, Breach::IdTwice(id.clone()));
        }
        for (field, text, most) in texts {
            self.text(if path.is_empty() { (*field).to_owned() } else { format!("{path}.{field}") }, text, *most);
        }
    }

    fn count(&mut self, path: &str, count: usize, least: usize, most: usize) {
        if count < least || count > most {
            self.fault(path, Breach::Count { what: entries_at(path), count, least, most });
        }
    }

    fn head(&mut self, framework: &Framework) {
        if framework.format != FORMAT {
            self.fault("format", Breach::Format(framework.format));
        }
        if framework.version == 0 {
            self.fault("version", Breach::Version);
        }
        let source = &framework.source;
        let texts = [
            ("language", framework.language.as_str(), 35),
            ("title", &framework.title, 60),
            ("source.title", &source.title, LONGEST_TEXT),
            ("source.author", &source.author, LONGEST_TEXT),
            ("source.citation", &source.citation, 400),
        ];
        self.item("", &Id(framework.id.clone()), &texts);
    }

    fn scales(&mut self, framework: &Framework) {
        self.count("scales", framework.scales.len(), 1, 9);
        for (number, scale) in framework.scales.iter().enumerate() {
            let path = format!("scales.{number}");
            self.item(&path, &scale.id, &[]);
            self.count(&format!("{path}.words"), scale.words.len(), 5, 5);
            for (place, word) in scale.words.iter().enumerate() {
                self.text(format!("{path}.words.{place}"), word, LABEL);
            }
        }
    }

    fn stages(&mut self, framework: &Framework) {
        self.count("stages", framework.stages.len(), 1, STAGES);
        for (number, stage) in framework.stages.iter().enumerate() {
            let path = format!("stages.{number}");
            let texts = [
                ("title", stage.title.as_str(), LONGEST_TEXT),
                ("label", &stage.label, LABEL),
                ("short", &stage.short, SHORT),
                ("gloss", &stage.gloss, LONGEST_TEXT),
                ("prompt", &stage.prompt, LONGEST_TEXT),
            ];
            self.item(&path, &stage.id, &texts);
            if !framework.scales.iter().any(|scale| scale.id == stage.scale) {
                self.fault(format!("{path}.scale"), Breach::NoScale(stage.scale.clone()));
            }
            self.count(&format!("{path}.features"), stage.features.len(), 1, COLUMNS);
            for (place, feature) in stage.features.iter().enumerate() {
                let [text, label, short, question] =
                    asked(&feature.text, &feature.label, &feature.short, &feature.question);
                let mut texts = vec![text, label, short];
                let anchors = [("one", feature.one.as_str()), ("five", &feature.five)];
                let questions = [
                    ("strategic_question", feature.strategic_question.as_str()),
                    ("operational_question", &feature.operational_question),
                ];
                let each_level = feature.asks_each_level();
                texts.extend(Some(question).filter(|_| !each_level || !feature.question.is_empty()));
                let questions = questions.into_iter().filter(|_| each_level);
                texts.extend(questions.chain(anchors).map(|(field, text)| (field, text, LONGEST_ANCHOR)));
                self.item(&format!("{path}.features.{place}"), &feature.id, &texts);
            }
        }
    }

    fn conditions(&mut self, framework: &Framework) {
        self.count("assumptions", framework.assumptions.len(), 0, COLUMNS);
        for (number, one) in framework.assumptions.iter().enumerate() {
            let texts = asked(&one.text, &one.label, &one.short, &one.question);
            self.item(&format!("assumptions.{number}"), &one.id, &texts);
        }
        self.count("risks", framework.risks.len(), 0, COLUMNS);
        for (number, one) in framework.risks.iter().enumerate() {
            let texts = asked(&one.text, &one.label, &one.short, &one.question);
            self.item(&format!("risks.{number}"), &one.id, &texts);
        }
        self.count("influences", framework.influences.len(), 0, COLUMNS);
        for (number, one) in framework.influences.iter().enumerate() {
            let path = format!("influences.{number}");
            self.item(&path, &one.id, &[("text", &one.text, LONGEST_TEXT), ("label", &one.label, LABEL)]);
            for (place, finding) in one.findings.iter().enumerate() {
                self.text(format!("{path}.findings.{place}"), finding, LONGEST_TEXT);
            }
        }
    }

    /// Plain words for every item; an earlier version of a framework may have none.
    fn plain(&mut self, framework: &Framework) {
        let mut lines = Vec::new();
        for (Cell { row, column }, _, feature) in framework.features() {
            let path = format!("stages.{row}.features.{column}");
            let own =
                [("strategic_plain", &feature.strategic_plain), ("operational_plain", &feature.operational_plain)];
            lines.extend(
                own.into_iter().filter(|(_, own)| !own.is_empty()).map(|(field, own)| (path.clone(), field, own)),
            );
            lines.push((path, "plain", &feature.plain));
        }
        let numbered = |list: &'static str| move |(number, plain)| (format!("{list}.{number}"), "plain", plain);
        lines.extend(framework.assumptions.iter().map(|one| &one.plain).enumerate().map(numbered("assumptions")));
        lines.extend(framework.influences.iter().map(|one| &one.plain).enumerate().map(numbered("influences")));
        lines.extend(framework.risks.iter().map(|one| &one.plain).enumerate().map(numbered("risks")));
        for (path, field, plain) in lines {
            if framework.version >= PLAIN_SINCE || !plain.is_empty() {
                self.text(format!("{path}.{field}"), plain, LONGEST_PLAIN);
            }
        }
    }

    fn starters(&mut self, framework: &Framework) {
        for (list, starters) in [("improvements", &framework.improvements), ("approaches", &framework.approaches)] {
            for (number, starter) in starters.iter().enumerate() {
                self.item(&format!("{list}.{number}"), &starter.id, &[("text", &starter.text, LONGEST_TEXT)]);
            }
        }
    }

    /// Every id that another item names is there.
    fn references(&mut self, framework: &Framework) {
        let assumptions: BTreeSet<&Id> = framework.assumptions.iter().map(|item| &item.id).collect();
        let features: BTreeSet<&Id> = framework.features().map(|(_, _, feature)| &feature.id).collect();
        let stages: BTreeSet<&Id> = framework.stages.iter().map(|stage| &stage.id).collect();
        let starters: BTreeSet<&Id> =
            framework.improvements.iter().chain(&framework.approaches).map(|starter| &starter.id).collect();
        for (cell, _, feature) in framework.features() {
            let path = format!("stages.{}.features.{}.offers", cell.row, cell.column);
            self.known(&path, &feature.offers, &starters, "starter");
        }
        for (number, risk) in framework.risks.iter().enumerate() {
            self.known(&format!("risks.{number}.assumptions"), &risk.assumptions, &assumptions, "assumption");
            self.known(&format!("risks.{number}.features"), &risk.features, &features, "feature");
            self.known(&format!("risks.{number}.offers"), &risk.offers, &starters, "starter");
        }
        for (number, link) in framework.links.iter().enumerate() {
            self.known(&format!("links.{number}.assumptions"), &link.assumptions, &assumptions, "assumption");
            self.known(&format!("links.{number}.from"), std::slice::from_ref(&link.from), &stages, "stage");
            self.known(&format!("links.{number}.to"), std::slice::from_ref(&link.to), &stages, "stage");
        }
        for (number, item) in framework.agenda.iter().enumerate() {
            if let AgendaPart::Stage(id) = &item.part {
                self.known(&format!("agenda.{number}.part"), std::slice::from_ref(id), &stages, "stage");
            }
        }
    }

    fn known(&mut self, path: &str, ids: &[Id], known: &BTreeSet<&Id>, kind: &'static str) {
        for (place, id) in ids.iter().enumerate().filter(|(_, id)| !known.contains(id)) {
            self.fault(format!("{path}.{place}"), Breach::NoSuch { kind, id: id.clone() });
        }
    }

    fn tables(&mut self, framework: &Framework) {
        if !framework.risks.is_empty() {
            self.count("rag.issue", framework.rag.issue.len(), 5, 5);
            self.count("rag.risk", framework.rag.risk.len(), 5, 5);
            for (number, row) in framework.rag.risk.iter().enumerate() {
                self.count(&format!("rag.risk.{number}"), row.len(), 5, 5);
            }
        }
        for (number, item) in framework.agenda.iter().enumerate() {
            self.text(format!("agenda.{number}.title"), &item.title, 40);
            if item.minutes > MINUTES {
                let breach = Breach::Minutes { minutes: item.minutes, most: MINUTES };
                self.fault(format!("agenda.{number}.minutes"), breach);
            }
        }
    }

    /// Sectors belong to a register, so an id can only be looked at by itself.
    fn voices(&mut self, framework: &Framework) {
        let features = framework.features().map(|(cell, _, feature)| {
            (format!("stages.{}.features.{}.voices", cell.row, cell.column), &feature.voices)
        });
        let risks =
            framework.risks.iter().enumerate().map(|(number, risk)| (format!("risks.{number}.voices"), &risk.voices));
        for (path, voices) in features.chain(risks) {
            self.count(&path, voices.len(), 0, VOICES);
            let mut seen = BTreeSet::new();
            for (place, id) in voices.iter().enumerate() {
                let path = format!("{path}.{place}");
                let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
                if id.is_empty() || id.len() > 24 || !id.chars().all(plain) {
                    self.fault(path, Breach::Sector(id.clone()));
                } else if !seen.insert(id) {
                    self.fault(path, Breach::SectorTwice(id.clone()));
                }
            }
        }
    }
}

/// The texts of everything that a room is asked about, each with the columns it may take.
fn asked<'all>(
    text: &'all str,
    label: &'all str,
    short: &'all str,
    question: &'all str,
) -> [(&'static str, &'all str, usize); 4] {
    [
        ("text", text, LONGEST_TEXT),
        ("label", label, LABEL),
        ("short", short, SHORT),
        ("question", question, LONGEST_ANCHOR),
    ]
}
