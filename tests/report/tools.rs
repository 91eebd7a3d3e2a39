//! Other people's programs on our reports: a browser with an accessibility checker, the HTML checker, an office suite,
//! readers of calendars and workbooks.
//!
//! They are installed by `.ci/run`, which says where in `PLENARY_REPORT_TOOLS`. Without them these checks say on the
//! error stream that they were skipped; in CI that is a failure.

use super::report;
use crate::support::full::full;
use crate::support::{many, sample};
use plenary::analysis::{Added, Portfolio, compare};
use plenary::framework::Framework;
use plenary::report::{
    ComparisonReport, Format, Head, Layout, LeftOut, PortfolioReport, ballots, cards, chain, handout, said_and_did,
    stop_cards,
};
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
    let large = Layout { large: true, ..Layout::default() };
    let short = Layout { short: true, ..to_a_meeting() };
    let pages: [(&str, Vec<u8>); 13] = [
        ("full.html", report(&full(), true).write(Format::Html).unwrap()),
        ("short.html", report(&full(), false).laid_out(short).write(Format::Html).unwrap()),
        ("large.html", report(&full(), true).laid_out(large).write(Format::Html).unwrap()),
        ("large-ballots.html", ballots(&framework, &register, true).into_bytes()),
        ("nothing.html", report(&nothing, false).write(Format::Html).unwrap()),
        ("said-and-did.html", said_and_did(&framework, &full(), Format::Html, false).unwrap()),
        ("changes.html", changes.write(Format::Html).unwrap()),
        ("many.html", PortfolioReport::of(&framework, &told, LeftOut::default()).write(Format::Html).unwrap()),
        ("ballots.html", ballots(&framework, &register, false).into_bytes()),
        ("cards.html", cards(&register, false).into_bytes()),
        ("stop-cards.html", stop_cards(false).into_bytes()),
        ("chain.html", chain(&framework, false).into_bytes()),
        ("handout.html", handout(&framework, false).into_bytes()),
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
    let printed = |page: &str| -> usize {
        said.lines().find_map(|line| line.strip_prefix(&format!("{page}.html: pages "))).unwrap().parse().unwrap()
    };
    assert!((8..=20).contains(&printed("full")), "{} pages", printed("full"));
    assert!(printed("short") <= 4, "{} pages", printed("short"));
    for page in &pages {
        let name = page.file_name().unwrap().to_string_lossy();
        letters(&page.with_extension("pdf"), if name.starts_with("large") { 16 } else { 11 });
    }
}

/// No letter on any page is smaller than this, in points.
fn letters(pdf: &Path, least: u32) {
    // Sizes are told in thirds of a point, cut off.
    let said = ran(Command::new("pdftohtml").args(["-xml", "-stdout", "-i", "-zoom", "3"]).arg(pdf));
    let sizes: Vec<u32> =
        said.split("<fontspec ").skip(1).filter_map(|font| font.split('"').nth(3)?.parse().ok()).collect();
    let smallest = sizes.iter().min().copied().unwrap();
    assert!(smallest + 1 >= least * 3, "{}: letters of {} thirds of a point", pdf.display(), smallest);
}

/// The last text of each page and the first of the next: no head of a table stands alone at the foot of a page.
fn no_head_stands_alone(pdf: &Path, heads: &[&str]) {
    let text = ran(Command::new("pdftotext").arg("-layout").arg(pdf).arg("-"));
    for page in text.split('\u{c}') {
        let lines: Vec<&str> = page.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        // The foot of the page is the last.
        let Some(last) = lines.len().checked_sub(2).map(|place| lines[place]) else { continue };
        assert!(!heads.iter().any(|head| last.starts_with(head)), "{}: {last:?} ends a page", pdf.display());
    }
}

fn to_a_meeting() -> Layout {
    let head = Head { to: "Lochside Integration Joint Board".into(), item: "7".into(), ..Head::default() };
    Layout { head, ..Layout::default() }
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
fn an_office_suite_opens_the_word_document_and_everybody_can_read_it() {
    let Some(_) = tools("the Word document in an office suite") else { return };
    let folder = tempfile::tempdir().unwrap();
    let profile = format!("-env:UserInstallation=file://{}", folder.path().join("profile").display());
    let samples = [full(), sample("riverside-2025"), sample("riverside-2026")];
    for (session, name) in samples.iter().zip(["full", "then", "now"]) {
        for (layout, kind) in [
            (Layout::default(), "whole"),
            (Layout { short: true, ..to_a_meeting() }, "short"),
            (Layout { large: true, ..to_a_meeting() }, "large"),
        ] {
            let docx = report(session, false).laid_out(layout).write(Format::Word).unwrap();
            fs::write(folder.path().join(format!("{name}-{kind}.docx")), docx).unwrap();
        }
    }
    let papers = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path());
    let papers: Vec<PathBuf> = papers.filter(|path| path.extension().is_some_and(|ending| ending == "docx")).collect();
    ran(Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
        .arg(folder.path())
        .args(&papers));
    for paper in &papers {
        let (pdf, name) = (paper.with_extension("pdf"), paper.file_stem().unwrap().to_string_lossy());
        let said = ran(Command::new("pdfinfo").arg(&pdf));
        let pages: usize = said.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap().trim().parse().unwrap();
        assert!(pages <= if name.ends_with("short") { 4 } else { 30 }, "{name}: {pages} pages");
        letters(&pdf, if name.ends_with("large") { 16 } else { 11 });
        no_head_stands_alone(&pdf, &["Feature ", "Item ", "Risk ", "Assumption ", "What ", "Group "]);
        let text = ran(Command::new("pdftotext").arg(&pdf).arg("-"));
        for heading in
            ["Purpose", "Recommendations", "Background", "Appendix 1: self-evaluation", "Appendix 2: action plan"]
        {
            assert!(text.lines().any(|line| line.trim().ends_with(heading)), "no heading {heading}:\n{text}");
        }
        let foot = format!("page 1 of {pages}");
        assert!(text.split_whitespace().collect::<Vec<_>>().join(" ").contains(&foot), "{name}: {text}");
    }
}
