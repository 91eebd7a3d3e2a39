//! Other people's programs on our reports: a browser with an accessibility checker, the HTML checker, an office suite,
//! readers of calendars and workbooks.
//!
//! They are installed by `.ci/run`, which says where in `PLENARY_REPORT_TOOLS`. Without them these checks say on the
//! error stream that they were skipped; in CI that is a failure.

use super::{report, written};
use crate::support::full::full;
use crate::support::{many, sample};
use plenary::analysis::{Added, Portfolio, compare};
use plenary::framework::Framework;
use plenary::report::{ComparisonReport, Format, LeftOut, PortfolioReport, ballots, cards, chain, handout};
use plenary::session::{Register, Session};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where the tools are; `None` says that the check is skipped.
pub(crate) fn tools(check: &str) -> Option<PathBuf> {
    if let Some(folder) = std::env::var_os("PLENARY_REPORT_TOOLS") {
        return Some(PathBuf::from(folder));
    }
    assert!(std::env::var_os("CI").is_none(), "{check} must not be skipped in CI; see .ci/run");
    // Straight to the stream: what tests print is kept from the screen when they pass.
    let _ = writeln!(std::io::stderr(), "skipped: {check} (no PLENARY_REPORT_TOOLS; \"bash .ci/run\" installs them)");
    None
}

pub(crate) fn ran(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{command:?}:\n{out}\n{err}");
    out.into_owned()
}

pub(crate) fn script(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/report").join(name)
}

/// Every kind of page: all that can be said, with names, and nothing at all; two sessions beside each other; many
/// together; and what is printed before the day.
fn pages(folder: &Path) -> Vec<PathBuf> {
    let framework = Framework::built_in().unwrap();
    let nothing = Session::new(&framework, "0123456789abcdef".into(), crate::support::said::at());
    let (then, now) = (sample("riverside-2025"), sample("riverside-2026"));
    let comparison = compare(&framework, &then, &now).unwrap();
    let changes = ComparisonReport::of(&framework, &comparison);
    let mut portfolio = Portfolio::of(&framework);
    let sessions: Vec<Session> = (0..60).map(|number| many::session(&framework, number, 12)).collect();
    for session in &sessions {
        assert!(matches!(portfolio.add(session), Added::Counted));
    }
    let told = portfolio.told();
    let register = Register::default();
    let pages: [(&str, Vec<u8>); 8] = [
        ("full.html", report(&full(), true).write(Format::Html).unwrap()),
        ("nothing.html", report(&nothing, false).write(Format::Html).unwrap()),
        ("changes.html", changes.write(Format::Html).unwrap()),
        ("many.html", PortfolioReport::of(&framework, &told, LeftOut::default()).write(Format::Html).unwrap()),
        ("ballots.html", ballots(&framework, &register).into_bytes()),
        ("cards.html", cards(&framework, &register).into_bytes()),
        ("chain.html", chain(&framework).into_bytes()),
        ("handout.html", handout(&framework).into_bytes()),
    ];
    pages
        .map(|(name, page)| {
            let path = folder.join(name);
            fs::write(&path, page).unwrap();
            path
        })
        .into()
}

#[test]
fn a_browser_finds_no_fault_with_the_page_and_prints_it() {
    let Some(tools) = tools("the page in a browser") else { return };
    let folder = tempfile::tempdir().unwrap();
    let pages = pages(folder.path());
    let said = ran(Command::new("node").arg(script("browser.mjs")).arg(&tools).args(&pages));
    for page in &pages {
        let name = page.file_name().unwrap().to_string_lossy();
        assert!(said.contains(&format!("{name}: 0 violations")), "{name}: {said}");
    }
    let pages: usize = said.lines().find_map(|line| line.strip_prefix("full.html: pages ")).unwrap().parse().unwrap();
    assert!((6..=14).contains(&pages), "{pages} pages");
}

#[test]
fn the_html_checker_finds_no_error() {
    let Some(tools) = tools("the page in the HTML checker") else { return };
    let folder = tempfile::tempdir().unwrap();
    let jar = tools.join("node_modules/vnu-jar/build/dist/vnu.jar");
    ran(Command::new("java")
        .arg("-jar")
        .arg(jar)
        .args(["--errors-only", "--format", "text"])
        .args(pages(folder.path())));
}

#[test]
fn an_office_suite_opens_the_word_document_and_its_pages_are_four_to_six() {
    let Some(_) = tools("the Word document in an office suite") else { return };
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("report.docx"), written(Format::Word)).unwrap();
    let profile = format!("-env:UserInstallation=file://{}", folder.path().join("profile").display());
    ran(Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
        .arg(folder.path())
        .arg(folder.path().join("report.docx")));
    let pdf = folder.path().join("report.pdf");
    let said = ran(Command::new("pdfinfo").arg(&pdf));
    let pages: usize = said.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap().trim().parse().unwrap();
    assert!((4..=6).contains(&pages), "{pages} pages");
    let text = ran(Command::new("pdftotext").arg(&pdf).arg("-"));
    for heading in
        ["Purpose", "Recommendations", "Background", "Appendix 1: self-evaluation", "Appendix 2: action plan"]
    {
        assert!(text.lines().any(|line| line.trim() == heading), "no heading {heading}:\n{text}");
    }
    assert!(text.contains(&format!("page 1 of {pages}")), "{text}");
}
