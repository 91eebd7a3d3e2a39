//! The full session in each format, as it was read and found good.

use super::{read, report, written};
use crate::support::said::{Said, at};
use crate::support::unpacked::{part, sha256_base64};
use calamine::{Data, Reader, Xlsx};
use plenary::framework::{Level, Rating};
use plenary::report::{COLUMNS, Format, Head, Layout};
use plenary::session::{Action, ActionStatus, Decision, Session};

#[test]
fn the_page() {
    insta::assert_snapshot!(read(Format::Html, &written(Format::Html)));
}

#[test]
fn the_word_document() {
    insta::assert_snapshot!(read(Format::Word, &written(Format::Word)));
}

#[test]
fn the_workbook() {
    insta::assert_snapshot!(read(Format::Excel, &written(Format::Excel)));
}

#[test]
fn the_markdown() {
    insta::assert_snapshot!(String::from_utf8(written(Format::Markdown)).unwrap());
}

#[test]
fn the_csv() {
    insta::assert_snapshot!(String::from_utf8(written(Format::Csv)).unwrap());
}

#[test]
fn the_json() {
    insta::assert_snapshot!(String::from_utf8(written(Format::Json)).unwrap());
}

#[test]
fn a_session_in_which_nothing_was_said_is_a_report_too() {
    let framework = plenary::framework::Framework::built_in().unwrap();
    let session = plenary::session::Session::new(&framework, "0123456789abcdef".into(), crate::support::said::at());
    for format in Format::ALL {
        let text = read(format, &report(&session, false).write(format).unwrap());
        assert!(text.contains("Unnamed partnership"), "{format:?}: {text}");
    }
    insta::assert_snapshot!(String::from_utf8(report(&session, false).write(Format::Markdown).unwrap()).unwrap());
}

#[test]
fn a_level_that_was_not_discussed_is_no_other_view() {
    let mut said = Said::nothing();
    let (strategic, four) = (Some(Level::Strategic), Decision::Agreed(Rating::Four));
    said.session.decide(&said.feature("P2"), strategic, four, at()).unwrap();
    let text = String::from_utf8(report(&said.session, false).write(Format::Markdown).unwrap()).unwrap();
    assert!(text.contains("Half discussed") && !text.contains("Views that differ: **Strategic"), "{text}");
    said.session.decide(&said.feature("P3"), None, Decision::Agreed(Rating::Four), at()).unwrap();
    let text = String::from_utf8(report(&said.session, false).write(Format::Markdown).unwrap()).unwrap();
    assert!(text.contains("1 of 36 features was decided."), "{text}");
}

#[test]
fn equal_sessions_give_equal_files() {
    for format in Format::ALL {
        assert!(written(format) == written(format), "{format:?}");
    }
}

#[test]
fn the_page_stands_alone_and_allows_only_its_own_style() {
    let page = String::from_utf8(written(Format::Html)).unwrap();
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"en-GB\">"), "{}", &page[..80]);
    let (_, rest) = page.split_once("<style>").unwrap();
    let (style, rest) = rest.split_once("</style>").unwrap();
    assert!(page.contains(&format!("style-src 'sha256-{}'", sha256_base64(style))), "{}", sha256_base64(style));
    assert_eq!(sha256_base64("abc"), "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=", "the test's own sum is right");
    for word in ["<script", " style=", "http:", "https:", "url(", "<img", "@import"] {
        assert!(!rest.contains(word) && !style.contains(word), "{word}");
    }
    assert_eq!(page.matches("<h1").count(), 1);
    assert_eq!(page.matches("<table").count(), page.matches("<caption").count());
    let titled = (page.matches("<svg").count(), page.matches("<title id=").count(), page.matches("<desc id=").count());
    assert!(titled.0 > 0 && titled.0 == titled.1 && titled.1 == titled.2, "{titled:?}");
}

#[test]
fn the_word_document_has_real_headings_repeated_table_heads_and_its_language() {
    let docx = written(Format::Word);
    let document = part(&docx, "word/document.xml");
    assert!(
        document.matches("w:val=\"Heading1\"").count() >= 5,
        "purpose, recommendations, background, two appendices"
    );
    assert!(document.matches("w:val=\"Heading2\"").count() >= 7, "a heading for each stage");
    let tables = document.matches("<w:tbl>").count();
    assert!(tables > 10);
    for each in ["<w:tblHeader/>", "<w:tblCaption ", "<w:tblDescription "] {
        assert_eq!(document.matches(each).count(), tables, "{each}");
    }
    assert!(part(&docx, "word/styles.xml").contains("<w:lang w:val=\"en-GB\""));
    assert!(part(&docx, "word/footer1.xml").contains(" PAGE "));
    assert!(document.contains("w:orient=\"landscape\""));
}

#[test]
fn the_workbook_has_dates_as_dates_lists_to_choose_from_and_frozen_names() {
    let xlsx = written(Format::Excel);
    let mut workbook: Xlsx<_> = Xlsx::new(std::io::Cursor::new(&xlsx)).unwrap();
    let names = workbook.sheet_names();
    assert_eq!(
        names,
        ["About", "Heat map", "Action plan", "Ratings", "Votes", "Assumptions", "Risks", "Links", "Influences", "Log"]
    );
    let plan = workbook.worksheet_range("Action plan").unwrap();
    let Some(Data::DateTime(day)) = plan.get((1, 3)) else { panic!("{:?}", plan.get((1, 3))) };
    assert_eq!(day.to_ymd_hms_milli(), (2026, 9, 30, 0, 0, 0, 0));
    assert_eq!(plan.get((1, 0)), Some(&Data::Float(1.0)));
    for number in 1..=names.len() {
        let sheet = part(&xlsx, &format!("xl/worksheets/sheet{number}.xml"));
        assert!(sheet.contains("state=\"frozen\"") && sheet.contains("<tablePart "), "{number}");
        assert!(part(&xlsx, &format!("xl/tables/table{number}.xml")).contains("<autoFilter "), "{number}");
        assert!(!sheet.contains("<f>"), "a formula");
    }
    assert_eq!(part(&xlsx, "xl/workbook.xml").matches("_xlnm.Print_Titles").count(), names.len());
    let plan = part(&xlsx, "xl/worksheets/sheet3.xml");
    assert!(plan.contains("sqref=\"H2:H55\"><formula1>\"not started,under way,done,dropped\"</formula1>"));
    let last = plan.split("<row ").last().unwrap();
    assert!(last.starts_with("r=\"55\"") && last.contains("r=\"C55\" s="), "rows to fill in are as the others: {last}");
    assert!(plan.contains("type=\"date\""), "a day is a day");
    assert!(plan.contains("sqref=\"I2:I55\"><formula1>\"red,amber,green\"</formula1>"));
}

#[test]
fn every_row_of_the_csv_has_the_columns_that_the_manual_names() {
    let text = String::from_utf8(written(Format::Csv)).unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), COLUMNS);
    assert!(text.starts_with('\u{feff}'), "Excel takes it for UTF-8");
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let (log, rest): (Vec<_>, Vec<_>) = rows.iter().partition(|row| &row[4] == "log");
    // 36 features, 9 assumptions, 6 factors, 9 risks, 6 links and 4 actions.
    assert_eq!(rest.len(), 36 + 9 + 6 + 9 + 6 + 4);
    let events: usize = crate::support::full::full().actions.iter().map(|action| action.log.len()).sum();
    assert_eq!(log.len(), events);
    assert!(log.iter().all(|row| row[33].ends_with('Z') && !row[8].is_empty()), "{log:?}");
    let page = include_str!("../../content/manual/data.md");
    for column in COLUMNS {
        assert!(page.contains(&format!("`{column}`")), "data.md does not name the column {column}");
    }
}

#[test]
fn a_committee_reads_names_before_codes() {
    let session = crate::support::acting::decided();
    let markdown = String::from_utf8(super::report(&session, false).write(Format::Markdown).unwrap()).unwrap();
    let says = |words: &str| assert!(markdown.contains(words), "{words}: {markdown}");
    says(
        "**The assumption “Partnership is the appropriate form of organisation to address this issue” (AS2):** It does not \
         hold, and the whole chain rests on it: settle it before the rest.",
    );
    says("No action is planned for it yet.");
    says("**What the room chose**");
    says("First by its answers too: Yes");
    says("Lowest: Funding (I1).");
    says("Fair power partly holds (AS7)");
    for line in markdown.lines() {
        let code =
            |word: &str| word.len() > 1 && word.starts_with(char::is_uppercase) && word.ends_with(char::is_numeric);
        let bare = line.split([' ', '*', ',', ';', ':', '.']).any(|word| code(word) && word.len() < 4);
        assert!(!bare || line.starts_with("> "), "a code stands bare: {line}");
    }
}

/// What the meeting is asked, in every format that has a cover: each item by what it says, its code in brackets after it.
#[test]
fn no_code_stands_before_its_name_on_a_cover() {
    let framework = plenary::framework::Framework::built_in().unwrap();
    let ids: Vec<String> = framework.items().map(|item| item.id().to_string()).collect();
    let sessions = [
        crate::support::acting::decided(),
        crate::support::full::full(),
        crate::support::sample("riverside-2025"),
        crate::support::sample("riverside-2026"),
    ];
    let mut met = 0;
    for session in &sessions {
        for format in [Format::Html, Format::Word, Format::Markdown] {
            let text = read(format, &report(session, false).write(format).unwrap());
            // Behind the contents of the page, which name the parts too.
            let from = text.rfind("Recommendations").unwrap();
            let cover = &text[from..from + text[from..].find("Appendix 1: self-evaluation").unwrap()];
            assert!(cover.contains("The meeting is asked to:"), "{cover}");
            for id in &ids {
                for (place, _) in cover.match_indices(id.as_str()) {
                    let is_letter = |letter: char| letter.is_ascii_alphanumeric();
                    let (before, after) = (&cover[..place], &cover[place + id.len()..]);
                    if before.ends_with(is_letter) || after.starts_with(is_letter) {
                        continue;
                    }
                    assert!(
                        before.ends_with(" (") && after.starts_with(')'),
                        "{format:?}: {id} stands bare in {cover}"
                    );
                    met += 1;
                }
            }
        }
    }
    assert!(met > 60, "{met} codes");
    let cover = String::from_utf8(report(&sessions[3], false).write(Format::Markdown).unwrap()).unwrap();
    for words in [
        "- **The risk “Not all partners involved in decision making and agreeing direction of partnership” (R5):**",
        "For this: action 1.",
        "Ask the health board for a three-year settlement:** Chief officers, by 30 October 2026.",
    ] {
        assert!(cover.contains(words), "{words}: {cover}");
    }
}

#[test]
fn a_cover_names_the_first_actions_of_many_and_counts_the_others() {
    let mut session = crate::support::full::full();
    let first = session.actions[0].clone();
    session.actions = (1..=40).map(|number| Action { number, ..first.clone() }).collect();
    for (action, status) in session.actions.iter_mut().zip([ActionStatus::Done, ActionStatus::Dropped]) {
        action.status = status;
    }
    let text = |session: &Session| String::from_utf8(report(session, false).write(Format::Markdown).unwrap()).unwrap();
    let cover = |text: &str| text.split("## 3.").next().unwrap().to_owned();
    let paper = cover(&text(&session));
    assert!(paper.contains("agree the 38 actions in Appendix 2:"), "{paper}");
    assert!(paper.contains("**10\\. ") && !paper.contains("**11\\. "), "{paper}");
    assert!(paper.contains("- and 30 more, in Appendix 2."), "{paper}");
    assert!(paper.contains("note what became of other actions in Appendix 2: 1 done, 1 dropped."), "{paper}");
    let short = {
        let short = report(&session, false).laid_out(Layout { short: true, ..Layout::default() });
        String::from_utf8(short.write(Format::Markdown).unwrap()).unwrap()
    };
    let (_, plan) = short.split_once("Appendix 2: action plan").unwrap();
    assert!(plan.contains("**40\\.** ") && !plan.contains("We will know by"), "of many each is told in short: {plan}");
    session.actions.truncate(2);
    let paper = cover(&text(&session));
    assert!(!paper.contains("agree the") && paper.contains("1 done, 1 dropped."), "{paper}");
}

#[test]
fn a_printed_sheet_has_page_numbers_and_goes_on_beside_itself_before_it_is_too_small() {
    let full = crate::support::full::full();
    for (large, pages_of_ratings) in [(false, 2), (true, 3)] {
        let xlsx = report(&full, false).laid_out(Layout { large, ..Layout::default() }).write(Format::Excel).unwrap();
        let sheet = |number: usize| part(&xlsx, &format!("xl/worksheets/sheet{number}.xml"));
        for number in 1..=10 {
            assert!(
                sheet(number).contains("Page &amp;P of &amp;N") && sheet(number).contains("gridLines=\"1\""),
                "{number}"
            );
        }
        let (plan, ratings) = (sheet(3), sheet(4));
        assert_eq!(plan.contains("fitToWidth="), large, "the plan is on one page across: {plan}");
        assert!(ratings.contains(&format!("fitToWidth=\"{pages_of_ratings}\"")), "{ratings}");
        let titles = part(&xlsx, "xl/workbook.xml");
        assert!(titles.contains("Ratings!$A:$C,Ratings!$1:$1"), "the items stand beside their notes: {titles}");
        assert_eq!(part(&xlsx, "xl/styles.xml").contains("<sz val=\"16\"/>"), large);
    }
}

#[test]
fn the_short_paper_is_cover_map_and_plan() {
    let full = crate::support::full::full();
    let short = report(&full, false).laid_out(Layout { short: true, ..Layout::default() });
    let text = String::from_utf8(short.write(Format::Markdown).unwrap()).unwrap();
    let parts: Vec<&str> = text.lines().filter(|line| line.starts_with("## ")).collect();
    let wanted =
        ["1. Purpose", "2. Recommendations", "3. Background", "Appendix 1: self-evaluation", "Appendix 2: action plan"];
    assert_eq!(parts, wanted.map(|part| format!("## {part}")));
    assert!(text.contains("What Works Scotland"), "the source is in every paper");
    assert!(!text.contains("Five of 31 posts"), "no note: {text}");
    assert!(String::from_utf8(written(Format::Markdown)).unwrap().contains("## Appendix 3: what was said"));
}

#[test]
fn a_paper_to_a_meeting_says_to_whom_it_goes_and_what_is_still_to_be_added() {
    let full = crate::support::full::full();
    let head = Head {
        to: "Lochside Integration Joint Board".into(),
        date: Some(jiff::civil::date(2026, 4, 21)),
        author: "Partnership manager".into(),
        ..Head::default()
    };
    let paper = report(&full, false).laid_out(Layout { head, ..Layout::default() });
    for format in [Format::Html, Format::Word, Format::Markdown] {
        let text = read(format, &paper.write(format).unwrap());
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let lines = "To: Lochside Integration Joint Board Meeting on: 21 April 2026 Agenda item: to be added \
                     Report by: Partnership manager Contact: to be added";
        assert!(text.replace('\t', " ").contains(lines), "{format:?}: {text}");
        assert!(!read(format, &report(&full, false).write(format).unwrap()).contains("Agenda item"), "{format:?}");
    }
}

#[test]
fn the_map_is_a_picture_for_slides_that_says_what_the_paper_says() {
    let full = crate::support::full::full();
    let picture = String::from_utf8(report(&full, false).write(Format::Svg).unwrap()).unwrap();
    let said = read(Format::Svg, picture.as_bytes());
    let map = read(Format::Markdown, &written(Format::Markdown));
    for words in ["Funding (I1)", "Lochside Community Planning Partnership", "What Works Scotland"] {
        assert!(said.contains(words) && map.contains(words), "{words}: {said}");
    }
    assert!(
        picture.contains("viewBox=\"0 0 1600 900\"") && !picture.contains("style=") && !picture.contains("<script")
    );
    assert_eq!(picture.matches("<rect").count(), 1 + 36 + 9 + 9, "a cell for each item");
}
