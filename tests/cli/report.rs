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
    let both = ["report", &file, "-f", "md", "-f", "csv", "-o", computer.home().to_str().unwrap()];
    computer.prints(&both);
    let said = computer.refuses(&both);
    assert!(said.contains(" and 1 more are there already, and nothing was written"), "{said}");
}

#[test]
fn a_report_never_takes_the_place_of_a_session() {
    let computer = Computer::new();
    let file = kept(&computer);
    let before = fs::read(&file).unwrap();
    // By a slip, under another name, and damaged.
    let page = computer.home().join("page.html");
    fs::write(&page, &before[..before.len() / 2]).unwrap();
    for (arguments, problem) in [
        (&["-o", &file][..], "the ending must be one of html"),
        (&["-o", &file, "-f", "html"], "the ending must be one of html"),
        (&["-o", "page.html"], "is a session, and no paper takes its place; nothing was written"),
    ] {
        let said = computer.refuses(&[&["report", &file, "--force"][..], arguments].concat());
        assert!(said.contains(problem), "{arguments:?}: {said}");
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&file, computer.home().join("link.html")).unwrap();
        let said = computer.refuses(&["report", &file, "--force", "-o", "link.html"]);
        assert!(said.contains("is a session, and no paper takes its place"), "{said}");
    }
    let said = computer.refuses(&["print", "ballots", "-o", &file]);
    assert!(said.contains("is a session, and no paper takes its place"), "{said}");
    assert_eq!(fs::read(&file).unwrap(), before);
    assert_eq!(fs::read(&page).unwrap(), before[..before.len() / 2]);
    // Nor that of one that another program has open, which is not there for the moment.
    let home = store::Home::find(Some(computer.home())).unwrap();
    let away = computer.home().join("away.html");
    let taken = store::Lock::take(&store::RealFiles, &home, &away, jiff::Timestamp::now());
    assert!(matches!(taken, store::Taken::Held(_)));
    let said = computer.refuses(&["report", &file, "--force", "-o", "away.html"]);
    assert!(said.contains("is a session that is open in another Plenary") && !away.exists(), "{said}");
}

#[test]
fn an_ending_that_is_no_report_s_is_refused_with_those_that_are() {
    let computer = Computer::new();
    let file = kept(&computer);
    for (arguments, problem) in [
        (
            &["-o", "paper.pdf"][..],
            "paper.pdf, and nothing was written; the ending must be one of html, docx, xlsx, md, csv, json",
        ),
        (&["-o", "paper.PDF", "-f", "html"], "the ending must be one of html, docx"),
        (&["-o", "paper.htm"], "the ending must be one of html, docx"),
        (&["-o", "paper.docx", "-f", "html"], "paper.docx does not end in .html, as \"--format html\" asks for"),
    ] {
        let before = fs::read_dir(computer.home()).unwrap().count();
        let ran = computer.runs(&[&["report", &file][..], arguments].concat());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.err.contains(problem), "{arguments:?}: {}", ran.err);
        assert_eq!(fs::read_dir(computer.home()).unwrap().count(), before, "{arguments:?}");
    }
    for name in ["paper.HTML", "paper.docx", "paper"] {
        assert_eq!(papers(&computer.prints(&["report", &file, "-o", name])), [computer.home().join(name)]);
    }
}

#[cfg(unix)]
#[test]
fn whatever_the_mask_all_that_is_written_is_for_this_account_only() {
    use std::os::unix::fs::PermissionsExt;
    for mask in ["000", "022", "077"] {
        let computer = Computer::new();
        let file = kept(&computer);
        let mut other = full();
        other.id = "fedcba9876543210".into();
        let head = Head::of(&other, &Framework::built_in().unwrap(), other.created);
        fs::create_dir(computer.home().join("all")).unwrap();
        fs::write(computer.home().join("all/other.ron"), store::encode(&other, &head).unwrap()).unwrap();
        let commands: [(&[&str], &[&str]); 8] = [
            (&["merge", &file, "all/other.ron", "-o", "merged.ron"], &["merged.ron"]),
            (&["tables", "all", "-o", "tables"], &["tables", "tables/votes.csv", "tables/columns.md"]),
            (&["print", "ballots", "-o", "ballots.html"], &["ballots.html"]),
            (&["portfolio", "all", "--report", "many.csv"], &["many.csv"]),
            (&["report", &file, "-o", "report.docx"], &["report.docx"]),
            (&["report", &file, "-o", "report.docx", "--force"], &["report.docx"]),
            (&["report", &file, "-f", "md,csv", "-o", "papers"], &["papers"]),
            (
                &["new", "--no-open", "--partnership", "A", "--date", "2026-03-12"],
                &["sessions", "sessions/2026-03-12-a.ron"],
            ),
        ];
        for (arguments, made) in commands {
            let line = format!("umask {mask}; exec \"$@\"");
            let program = [&["-c", line.as_str(), "sh", env!("CARGO_BIN_EXE_plenary")][..], arguments].concat();
            let mut shell = std::process::Command::new("sh");
            let shell = shell.env_clear().env("PLENARY_HOME", computer.home()).env("TZ", "UTC");
            let ran = shell.current_dir(computer.home()).args(program).output().unwrap();
            assert!(ran.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&ran.stderr));
            for path in made {
                let data = fs::metadata(computer.home().join(path)).unwrap();
                let expected = if data.is_dir() { 0o700 } else { 0o600 };
                assert_eq!(data.permissions().mode() & 0o777, expected, "{path} under {mask}");
            }
        }
        let left = fs::read_dir(computer.home()).unwrap().map(|entry| entry.unwrap().file_name());
        assert!(left.into_iter().all(|name| !name.to_str().unwrap().starts_with(".plenary")), "nothing half done");
    }
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
    let stop = computer.prints(&["print", "stop-cards"]);
    assert!(["Stop", "Slower", "I don't understand"].iter().all(|word| stop.contains(word)), "{stop}");
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
    assert!(said.contains("What changed is written as html, docx, md or json"), "{said}");
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
    assert!(
        computer.refuses(&["portfolio", &folder, "--report", "many.docx"]).contains("must end in .html, .csv or .json")
    );
}

#[test]
fn to_whom_papers_go_is_said_once_and_kept() {
    let computer = Computer::new();
    let paper = |arguments: &[&str]| {
        computer.prints(&[&["report", &super::sample(), "-o", "paper.md", "--force", "--short"], arguments].concat());
        fs::read_to_string(computer.home().join("paper.md")).unwrap()
    };
    assert!(!paper(&[]).contains("Agenda item"));
    let first =
        paper(&["--to", "Riverside IJB", "--author", "Partnership manager", "--meeting", "2026-06-17", "--item", "7"]);
    for line in
        ["**To:** Riverside IJB", "**Meeting on:** 17 June 2026", "**Agenda item:** 7", "**Contact:** to be added"]
    {
        assert!(first.contains(line), "{line}: {first}");
    }
    let second = paper(&["--item", "3", "--contact", "the partnership office"]);
    for line in [
        "**To:** Riverside IJB",
        "**Meeting on:** to be added",
        "**Agenda item:** 3",
        "**Contact:** the partnership office",
    ] {
        assert!(second.contains(line), "{line}: {second}");
    }
    assert!(!second.contains("Appendix 3"), "it is short");
    assert!(!paper(&["--to", "", "--author", "", "--contact", ""]).contains("To:"), "an empty text takes it away");
    let large = computer.prints(&["print", "ballots", "--large-print"]);
    assert!(large.contains("<body class=\"large\">"), "{}", &large[..200]);
}
