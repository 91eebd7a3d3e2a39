//! `plenary check`: whether a framework or a session file is sound, and what it holds.
//!
//! Which of the two a file is, its content says, not its name.

use super::args::Options;
use super::error::Failure;
use super::{frameworks, print};
use crate::analysis::{Counts, HeatMap, State};
use crate::framework::{BUILT_IN_NAME, Framework};
use crate::store;
use crate::terminal::{clean, clean_line, clean_path};
use crate::words::{self, count};
use std::path::Path;

pub(super) fn framework(file: Option<&Path>) -> Result<(), Failure> {
    let (framework, name) = match file {
        None => (Framework::built_in()?, BUILT_IN_NAME.to_owned()),
        Some(file) => {
            let name = file.display().to_string();
            (Framework::parse(&frameworks::text_of(file)?, &name)?, name)
        }
    };
    print(|out| {
        writeln!(out, "{}: no problems", clean_line(&name))?;
        writeln!(out, "{}", clean_line(&counts(&framework)))
    })
}

pub(super) fn file(file: &Path, options: &Options) -> Result<(), Failure> {
    if is_framework(file) { framework(Some(file)) } else { session(file, &frameworks::chosen(options)?) }
}

/// Whether a file is meant to be a framework: it lists stages or scales, which no session does. Whatever cannot
/// be read as text is for the session's reader to name.
fn is_framework(file: &Path) -> bool {
    let Ok((text, _)) = frameworks::decoded(file) else { return false };
    let lists = |line: &str| line.trim_start().starts_with("stages:") || line.trim_start().starts_with("scales:");
    !text.starts_with("// (plenary:") && text.lines().any(lists)
}

/// `7 stages, 36 features (5 3 3 3 6 9 7), 9 assumptions ...`
fn counts(framework: &Framework) -> String {
    let per_stage: Vec<String> = framework.stages.iter().map(|stage| stage.features.len().to_string()).collect();
    let findings: usize = framework.influences.iter().map(|influence| influence.findings.len()).sum();
    [
        count(framework.stages.len(), "stage", "stages"),
        format!("{} ({})", count(framework.feature_count(), "feature", "features"), per_stage.join(" ")),
        count(framework.assumptions.len(), "assumption", "assumptions"),
        count(framework.risks.len(), "risk", "risks"),
        format!(
            "{} with {}",
            count(framework.influences.len(), "influencing factor", "influencing factors"),
            count(findings, "finding", "findings")
        ),
        count(framework.improvements.len(), "improvement point", "improvement points"),
        count(framework.approaches.len(), "successful approach", "successful approaches"),
    ]
    .join(", ")
}

fn session(file: &Path, framework: &Framework) -> Result<(), Failure> {
    let loaded = store::open(file)?;
    loaded.session.check_framework(framework)?;
    let map = HeatMap::of(framework, &loaded.session);
    let counts = Counts::of(map.rows.iter().flat_map(|row| &row.readings));
    let progress = map.progress();
    let states: Vec<String> = State::ALL
        .into_iter()
        .filter(|state| counts.get(*state) > 0)
        .map(|state| format!("{} {}", counts.get(state), state.label()))
        .collect();
    print(|out| {
        let soundness = if loaded.warnings.is_empty() { "no problems" } else { words::OPENS_BUT };
        writeln!(out, "{}: {soundness}", clean_path(file))?;
        for warning in &loaded.warnings {
            writeln!(out, "  {}", clean(&warning.to_string()))?;
        }
        let title = clean_line(loaded.session.title());
        let date = loaded.session.about.date.map_or_else(|| "no date".to_owned(), |date| date.to_string());
        writeln!(out, "{}", words::features_decided(&title, &date, progress.done, progress.of, &states.join(", ")))
    })
}
