//! `plenary report`: which papers come where, what is refused, and that nothing is written over.

use crate::cli::Computer;
use crate::support::full::{FACILITATOR, full};
use plenary::framework::Framework;
use plenary::store::{self, Head};
use std::fs;
use std::path::PathBuf;

/// The full session as a file.
fn kept(computer: &Computer) -> String {
    let (framework, session) = (Framework::built_in().unwrap(), full());
    let path = computer.home().join("session.ron");
    let head = Head::of(&session, &framework, session.created);
    fs::write(&path, store::encode(&session, &head).unwrap()).unwrap();
    path.display().to_string()
}

fn papers(out: &str) -> Vec<PathBuf> {
    out.lines().map(PathBuf::from).collect()
}

#[test]
fn without_a_format_a_report_is_a_page_in_this_folder() {
    let computer = Computer::new();
    let file = kept(&computer);
    let papers = papers(&computer.prints(&["report", &file]));
    let [page] = &papers[..] else { panic!("{papers:?}") };
    assert_eq!(page.file_name().unwrap(), "2026-03-12-lochside-community-planning-partnership-report.html");
    let text = fs::read_to_string(page).unwrap();
    assert!(text.contains("Lochside") && !text.contains(FACILITATOR));
}

#[test]
fn several_formats_go_into_a_folder_and_names_only_where_asked_for() {
    let computer = Computer::new();
    let file = kept(&computer);
    let folder = computer.home().join("papers");
    fs::create_dir(&folder).unwrap();
    let out = computer.prints(&[
        "report",
        &file,
        "--format",
        "html,docx,xlsx",
        "--format",
        "md",
        "-f",
        "csv",
        "-f",
        "json",
        "-f",
        "md",
        "-o",
        folder.to_str().unwrap(),
        "--with-names",
    ]);
    let endings: Vec<_> = papers(&out).iter().map(|path| path.extension().unwrap().to_owned()).collect();
    assert_eq!(endings, ["html", "docx", "xlsx", "md", "csv", "json"]);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 6);
    assert!(papers(&out).iter().all(|path| fs::metadata(path).unwrap().len() > 2_000));
    assert!(fs::read_to_string(&papers(&out)[3]).unwrap().contains(FACILITATOR));
}

#[test]
fn what_is_there_stays_unless_it_may_be_replaced() {
    let computer = Computer::new();
    let file = kept(&computer);
    let out = computer.home().join("report.md");
    fs::write(&out, "mine").unwrap();
    let name = out.to_str().unwrap();
    let said = computer.refuses(&["report", &file, "-o", name]);
    assert!(said.contains("report.md is there already, and nothing was written"), "{said}");
    assert_eq!(fs::read_to_string(&out).unwrap(), "mine");
    assert_eq!(papers(&computer.prints(&["report", &file, "-o", name, "--force"])), std::slice::from_ref(&out));
    assert!(fs::read_to_string(&out).unwrap().starts_with("# Lochside"), "the ending says the format");
}

#[test]
fn a_new_folder_is_made_for_several_papers_and_for_a_name_that_ends_like_one() {
    let computer = Computer::new();
    let file = kept(&computer);
    for (arguments, count) in [(&["-f", "md,csv", "-o", "papers"][..], 2), (&["-f", "md", "-o", "one/"], 1)] {
        let said = papers(&computer.prints(&[&["report", &file][..], arguments].concat()));
        assert_eq!(said.len(), count, "{said:?}");
        assert!(said.iter().all(|paper| paper.is_file() && paper.parent() != Some(computer.home())), "{said:?}");
    }
    let said = computer.refuses(&["report", &file, "-f", "md,csv", "-o", "no/such/place"]);
    assert!(said.contains("is no folder, and 2 formats need one"), "{said}");
}

#[test]
fn what_cannot_be_meant_is_refused_in_a_sentence() {
    let computer = Computer::new();
    let file = kept(&computer);
    let nowhere = computer.home().join("nowhere.html");
    for (arguments, problem) in [
        (&["report", "missing.ron"][..], "missing.ron"),
        (&["report", &file, "--format", "pdf"], "write one of html, docx, xlsx, md, csv, json"),
        (&["report", &file, "-f", "md,csv", "-o", nowhere.to_str().unwrap()], "is no folder, and 2 formats need one"),
        (&["report", &file, "-o", "no/such/folder/x.html"], "x.html"),
    ] {
        let said = computer.refuses(arguments);
        assert!(said.contains(problem), "{arguments:?}: {said}");
    }
}

#[test]
fn the_blank_chain_and_the_handout_hold_everything_that_is_asked() {
    let computer = Computer::new();
    let framework = Framework::built_in().unwrap();
    let chain = computer.prints(&["print", "chain"]);
    let handout = computer.prints(&["print", "handout"]);
    for (_, stage, feature) in framework.features() {
        assert!(chain.contains(&format!("<td>{} ", feature.id)), "{}", feature.id);
        assert!(handout.contains(&format!("<li>{} ", feature.id)) && handout.contains("<em>"), "{}", feature.id);
        assert!(handout.contains(stage.title.split(['&', '/', '\'']).next().unwrap()), "{}", stage.title);
    }
    for risk in &framework.risks {
        assert!(chain.contains(&format!("<td>{} ", risk.id)) && handout.contains(&format!("<li>{} ", risk.id)));
    }
}

#[test]
fn what_changed_is_a_paper_too_and_data_formats_are_pointed_elsewhere() {
    let computer = Computer::new();
    let now = kept(&computer);
    let mut earlier = full();
    earlier.id = "0123456789abcde0".into();
    earlier.about.date = Some(jiff::civil::date(2025, 3, 12));
    let decided = &mut earlier.answers.get_mut(&"I1".into()).unwrap().decided;
    *decided = plenary::session::Decided::Whole(plenary::session::Decision::Agreed(2.try_into().unwrap()));
    let then = computer.home().join("earlier.ron");
    let head = Head::of(&earlier, &Framework::built_in().unwrap(), earlier.created);
    fs::write(&then, store::encode(&earlier, &head).unwrap()).unwrap();
    let then = then.to_str().unwrap();

    let out = computer.prints(&["report", &now, "--compared-with", then, "-f", "md,html,docx"]);
    let made = papers(&out);
    assert!(made[0].ends_with("2026-03-12-lochside-community-planning-partnership-changes.md"), "{made:?}");
    let text = fs::read_to_string(&made[0]).unwrap();
    for words in ["From 12 March 2025 to 12 March 2026", "2 to 4, up 2", "Third sector and Community, together: 6"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    insta::assert_snapshot!(text);
    let page = fs::read_to_string(&made[1]).unwrap();
    assert!(page.contains("<html lang=\"en-GB\">") && page.contains("2 to 4, up 2"));

    let said = computer.refuses(&["report", &now, "--compared-with", then, "-f", "csv"]);
    assert!(said.contains("plenary compare THEN NOW --json"), "{said}");
}

#[test]
fn a_portfolio_is_a_new_page_or_a_new_table() {
    let computer = Computer::new();
    kept(&computer);
    let folder = computer.home().to_str().unwrap().to_owned();
    let out = computer.home().join("many.html");
    let name = out.to_str().unwrap();
    assert_eq!(papers(&computer.prints(&["portfolio", &folder, "--report", name])), std::slice::from_ref(&out));
    assert!(fs::read_to_string(&out).unwrap().contains("1 session of 1 partnership"));
    assert!(computer.refuses(&["portfolio", &folder, "--report", name]).contains("is there already"));
    assert!(computer.refuses(&["portfolio", &folder, "--report", "many.docx"]).contains("must end in .html or .csv"));
}
