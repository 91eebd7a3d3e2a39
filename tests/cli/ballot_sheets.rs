//! Sheets as people, Excel and forms lay them out, one by one: which votes are in them, counted by hand.

use super::survey_shapes::{imports, room, survey};
use crate::cli::Computer;
use plenary::framework::{Framework, Level};
use plenary::session::{Session, StanceCounts};
use plenary::store;
use rust_xlsxwriter::{Format, Workbook};

/// An item, with its level where it takes both; how many voted 1 to 5; how many do not know.
pub(super) type Count<'all> = (&'all str, [u16; 5], u16);

/// Excel's own sheet, with a sector beside three people and an item above two ratings, both in merged cells.
fn merged() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let plain = Format::new();
    sheet.merge_range(0, 1, 0, 2, "P2 Regular and effective communication", &plain).unwrap();
    sheet.write(0, 3, "I1").unwrap();
    for (column, text) in ["Sector", "Strategic", "Operational"].into_iter().enumerate() {
        sheet.write(1, u16::try_from(column).unwrap(), text).unwrap();
    }
    sheet.merge_range(2, 0, 4, 0, "Statutory", &plain).unwrap();
    sheet.write(5, 0, "Community").unwrap();
    for (row, votes) in [[4, 3, 1], [4, 2, 2], [5, 2, 2], [1, 1, 3]].into_iter().enumerate() {
        for (column, vote) in votes.into_iter().enumerate() {
            sheet.write(u32::try_from(row).unwrap() + 2, u16::try_from(column).unwrap() + 1, vote).unwrap();
        }
    }
    sheet.write(6, 0, "Average").unwrap();
    sheet.write(6, 1, 3.5).unwrap();
    sheet.write(6, 2, 2).unwrap();
    workbook.save_to_buffer().unwrap()
}

fn utf16(text: &str) -> Vec<u8> {
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    units.flat_map(u16::to_le_bytes).collect()
}

/// Name, bytes, ballots, counts by item.
#[expect(clippy::too_many_lines, reason = "a table, one sheet after the other")]
fn sheets() -> Vec<(&'static str, Vec<u8>, u32, Vec<Count<'static>>)> {
    let text = |text: &str| text.as_bytes().to_vec();
    vec![
        (
            "people side by side.csv",
            text(
                "Item,Jo,Al,Sam\nSector,NHS,third sector,NHS\nLevel,strategic,,operational\nI1,4,2,3\nI2 Effective IT systems,3,?,\nP3,2,1,1\n",
            ),
            3,
            vec![("I1", [0, 1, 1, 1, 0], 0), ("I2", [0, 0, 1, 0, 0], 1), ("P3", [2, 1, 0, 0, 0], 0)],
        ),
        (
            "sectors above, no heading.csv",
            text(
                "\u{feff};NHS;Council;Third sector\r\nI1 Adequate and secure funding;4,0;3,0;2,0\r\nI4 Staffing;;;\r\nP3;4 - Mostly;Mostly;0\r\n",
            ),
            3,
            vec![("I1", [0, 1, 1, 1, 0], 0), ("P3", [0, 0, 0, 2, 0], 1)],
        ),
        (
            "a form filled in downwards.csv",
            text(
                "Question,Answer\nWhich sector are you from?,Third sector\nAt which level do you work?,Operational\nI1 Adequate and secure funding,2 Patchy\nI2 Effective IT systems that enable information sharing,Don't know\nAny other comments?,\"Late, and\nlittle.\"\n",
            ),
            1,
            vec![("I1", [0, 1, 0, 0, 0], 0), ("I2", [0; 5], 1)],
        ),
        (
            "downwards with two ratings.csv",
            text("Item,Rating,A,B\nI1,,4,4\nP2 Regular and effective communication,Strategic,3,2\n,Operational,5,1\n"),
            2,
            vec![
                ("I1", [0, 0, 0, 2, 0], 0),
                ("P2 strategic", [0, 1, 1, 0, 0], 0),
                ("P2 operational", [1, 0, 0, 0, 1], 0),
            ],
        ),
        (
            "downwards with an average.csv",
            text("Item,Jo,Al,Average\nI1,4,2,3\nI2,3,3,3\n"),
            2,
            vec![("I1", [0, 1, 0, 1, 0], 0), ("I2", [0, 0, 2, 0, 0], 0)],
        ),
        (
            "an average and a total below.csv",
            text("ID,Sector,I1,I2\n1,NHS,4,3\n2,council,2,3\n\n,Average,3,3\n,Total,6,6\n,Count,2,2\n"),
            2,
            vec![("I1", [0, 1, 0, 1, 0], 0), ("I2", [0, 0, 2, 0, 0], 0)],
        ),
        (
            "an average beside.csv",
            text("Sector,I1,I2,Average\nNHS,4,2,3\ncouncil,5,5,5\n"),
            2,
            vec![("I1", [0, 0, 0, 1, 1], 0), ("I2", [0, 1, 0, 0, 1], 0)],
        ),
        (
            "wording, then codes.csv",
            text(
                "Sector,Adequate and secure funding,Effective IT systems that enable information sharing\n,I1,I2\nNHS,4,2\n",
            ),
            1,
            vec![("I1", [0, 0, 0, 1, 0], 0), ("I2", [0, 1, 0, 0, 0], 0)],
        ),
        (
            "codes, then wording.csv",
            text(
                ",I1,I2\nSector,Adequate and secure funding,Effective IT systems that enable information sharing\nNHS,4,2\n",
            ),
            1,
            vec![("I1", [0, 0, 0, 1, 0], 0), ("I2", [0, 1, 0, 0, 0], 0)],
        ),
        (
            "stages above.csv",
            text("Riverside,,,\n,Inputs,,Practices\nSector,I1,I2,P3\nNHS,4,2,1\nNHS,4,2,1\n"),
            2,
            vec![("I1", [0, 0, 0, 2, 0], 0), ("I2", [0, 2, 0, 0, 0], 0), ("P3", [2, 0, 0, 0, 0], 0)],
        ),
        (
            "two ratings, two rows.csv",
            text("Sector,P2,,A2,\n,Strategic,Operational,Strategic,Operational\nNHS,4,2,1,\nNHS,5,2,,3\n"),
            2,
            vec![
                ("P2 strategic", [0, 0, 0, 1, 1], 0),
                ("P2 operational", [0, 2, 0, 0, 0], 0),
                ("A2 strategic", [1, 0, 0, 0, 0], 0),
                ("A2 operational", [0, 0, 1, 0, 0], 0),
            ],
        ),
        (
            "merged cells.xlsx",
            merged(),
            4,
            vec![
                ("I1", [1, 2, 1, 0, 0], 0),
                ("P2 strategic", [1, 0, 0, 2, 1], 0),
                ("P2 operational", [1, 2, 1, 0, 0], 0),
            ],
        ),
        (
            "forms with semicolons.csv",
            text(
                "ID;Start time;Which sector are you from?;I1 Adequate and secure funding;I2 Effective IT systems that enable information sharing;Total points\n1;12/03/2026 09:01;NHS;4 Mostly;\"Strongly agree;\";0\n",
            ),
            1,
            vec![("I1", [0, 0, 0, 1, 0], 0), ("I2", [0, 0, 0, 0, 1], 0)],
        ),
        (
            "the same second.csv",
            text("Timestamp,Sector,Funding,IT systems\n2026/03/12 9:01:10,NHS,4,3\n2026/03/12 9:01:10,NHS,4,3\n"),
            2,
            vec![("I1", [0, 0, 0, 2, 0], 0), ("I2", [0, 0, 2, 0, 0], 0)],
        ),
        (
            "unicode text.txt",
            utf16(
                "Sector\tP3\tI2\tI1\r\nThird sector\t\"4 \u{2013} Mostly\"\t4,0\tAgree\r\n\t\t\t\r\nCouncil\tdk\t\t'2\r\n",
            ),
            2,
            vec![("P3", [0, 0, 0, 1, 0], 1), ("I2", [0, 0, 0, 1, 0], 0), ("I1", [0, 1, 0, 1, 0], 0)],
        ),
        (
            "ansi with pipes.csv",
            b"Sector|I1|Comment\r\nNHS|4|caf\xe9, late\r\n".to_vec(),
            1,
            vec![("I1", [0, 0, 0, 1, 0], 0)],
        ),
        (
            "limesurvey.csv",
            text(
                "\"Response ID\",\"Date submitted\",\"Start language\",\"Sector\",\"G1 [I1. Adequate and secure funding]\",\"G1 [AS1. This is a partnership]\"\n\"1\",\"1980-01-01\",\"en\",\"Voluntary\",\"4\",\"Holds\"\n\"2\",\"1980-01-01\",\"en\",\"NHS\",\"N/A\",\"Partly holds\"\n",
            ),
            2,
            vec![("I1", [0, 0, 0, 1, 0], 0), ("AS1", [1, 1, 0, 0, 0], 0)],
        ),
    ]
}

pub(super) fn told(session: &Session, item: &str) -> ([u16; 5], u16) {
    let framework = Framework::built_in().unwrap();
    let (id, level) = item.split_once(' ').unwrap_or((item, ""));
    let level = Level::ALL.into_iter().find(|one| one.key() == level);
    if framework.features().any(|(_, _, feature)| feature.id == id.into()) {
        let import = session.imports.last().unwrap();
        let sums = import.ratings.iter().find(|sums| sums.item == id.into() && sums.level == level);
        let whole = sums.unwrap_or_else(|| panic!("no {item}")).round.whole();
        return (whole.counts.0, whole.dont_know);
    }
    let sums = session.imports.last().unwrap().stances.iter().find(|sums| sums.item == id.into()).unwrap();
    let (StanceCounts([one, two, three]), dont_know) = (sums.round.whole().counts, sums.round.whole().dont_know);
    ([one, two, three, 0, 0], dont_know)
}

#[test]
fn sheets_of_every_layout_are_read_where_a_person_would_expect_it() {
    let mut wrong = Vec::new();
    for (name, bytes, people, counts) in sheets() {
        let computer = Computer::new();
        let file = room(&computer);
        let ran = imports(&computer, &file, name, bytes, &["--yes"]);
        let session = store::open(&file).unwrap().session;
        let Some(import) = session.imports.last().filter(|_| ran.code == 0) else {
            wrong.push(format!("{name}: {}", ran.err));
            continue;
        };
        if import.people != people {
            wrong.push(format!("{name}: {} people\n{}", import.people, ran.out));
        }
        for (item, rated, dont_know) in counts {
            let found = told(&session, item);
            if found != (rated, dont_know) {
                wrong.push(format!("{name}: {item} {found:?}\n{}", ran.out));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn sectors_of_merged_cells_and_of_columns_are_those_of_each_person() {
    let computer = Computer::new();
    for (name, bytes, _, _) in sheets() {
        let groups = match name {
            "merged cells.xlsx" => vec![("community", 1), ("statutory", 3)],
            "sectors above, no heading.csv" => vec![("statutory", 2), ("third-sector", 1)],
            _ => continue,
        };
        let file = room(&computer);
        assert_eq!(imports(&computer, &file, name, bytes, &["--yes"]).code, 0);
        let round = survey(&store::open(&file).unwrap().session, "I1");
        let told: Vec<(&str, u32)> =
            round.tallies.iter().map(|tally| (tally.sector.as_deref().unwrap(), tally.ballots())).collect();
        assert_eq!(told, groups, "{name}");
    }
}

/// What would be counted wrongly is refused or asked about: counts of answers, and people who may be ratings.
#[test]
fn counts_are_not_taken_for_people() {
    let computer = Computer::new();
    let file = room(&computer);
    let counts = "Item,Not yet,Patchy,Growing,Mostly,Sustained,Don't know\nI1,0,2,5,3,1,1\nI2,1,1,1,1,1,1\n";
    let ran = imports(&computer, &file, "counts.csv", counts, &["--yes"]);
    assert!(ran.err.contains("line 1, column 2 (B): \"Not yet\" is an answer and no person"), "{}", ran.err);
    let numbered = "Item,1,2,3,4,5\nI1,0,2,5,3,1\nI2,1,1,1,1,1\n";
    let ran = imports(&computer, &file, "numbered.csv", numbered, &[]);
    assert!(ran.out.contains("the columns are headed 1 to 5"), "{}", ran.out);
    assert!(ran.err.contains("needs a yes"), "{}", ran.err);
    let twice = "Item,Jo,Al\nI1,4,2\nI2,3,3\nI1,5,5\n";
    let ran = imports(&computer, &file, "twice.csv", twice, &[]);
    assert!(ran.err.contains("line 4, column 1 (A): \"I1\" stands in line 2 already"), "{}", ran.err);
}

#[test]
fn a_sheet_is_taken_by_its_name_or_all_one_after_the_other_and_none_twice_in_silence() {
    let mut book = Workbook::new();
    let sheets: [(&str, &[&str], &[u8]); 3] =
        [("NHS", &["I1"], &[4, 2]), ("Charities", &["I1"], &[5, 5, 1]), ("Read me", &["Please fill in"], &[])];
    for (name, headings, votes) in sheets {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        sheet.write(0, 0, headings[0]).unwrap();
        for (row, vote) in (1..).zip(votes) {
            sheet.write(row, 0, *vote).unwrap();
        }
    }
    let bytes = book.save_to_buffer().unwrap();
    for (sheets, people, said) in [
        (&["--sheet", "charities"][..], 3, "the ballots of the sheet \"Charities\" are counted as Third sector"),
        (&["--sheet", "all"], 5, "the ballots of the sheet \"NHS\" are counted as Statutory"),
        (&["--sheet", "NHS", "--sheet", "Charities"], 5, "row 1 of the sheet \"Charities\""),
        (&[], 2, "other sheets are left alone: Charities; \"import-votes --sheet NAME\" takes one"),
        (
            &["--sheet", "Council"],
            0,
            "there is no sheet \"Council\" in it; give one of NHS, Charities, Read me, or all.",
        ),
        (&["--sheet", "Read me"], 0, "Nothing was imported."),
    ] {
        let computer = Computer::new();
        let file = room(&computer);
        let ran = imports(&computer, &file, "sheets.xlsx", &bytes, sheets);
        assert_eq!(ran.code, 1, "{sheets:?} is taken without a yes: {}{}", ran.out, ran.err);
        assert!((ran.out.clone() + &ran.err).contains(said), "{sheets:?}: {}{}", ran.out, ran.err);
        imports(&computer, &file, "sheets.xlsx", &bytes, &[sheets, &["--yes"]].concat());
        let session = store::open(&file).unwrap().session;
        assert_eq!(session.imports.iter().map(|one| one.people).sum::<u32>(), people, "{sheets:?}");
        if sheets.contains(&"all") {
            let round = survey(&session, "I1");
            assert_eq!((round.whole().counts.0, round.by_sector().len()), ([1, 1, 0, 1, 2], 2));
        }
    }
}

/// Another sheet of a file is known by what stands in it, with or without an option; the same one never comes twice.
#[test]
fn another_sheet_of_a_file_joins_and_the_same_one_does_not() {
    let mut book = Workbook::new();
    for (name, votes) in [("Statutory", &[4_u8, 2, 3, 3, 5, 4][..]), ("Third sector", &[5, 1, 2, 2])] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        sheet.write(0, 0, "I1").unwrap();
        for (row, vote) in (1..).zip(votes) {
            sheet.write(row, 0, *vote).unwrap();
        }
    }
    let bytes = book.save_to_buffer().unwrap();
    let computer = Computer::new();
    let file = room(&computer);
    let taken = |sheets: &[&str]| imports(&computer, &file, "two.xlsx", &bytes, &[sheets, &["--yes"]].concat());
    let ran = taken(&[]);
    assert!(ran.out.contains("the ballots of the sheet \"Statutory\" are counted as Statutory"), "{}", ran.out);
    let ran = taken(&["--sheet", "Third sector"]);
    assert_eq!((ran.code, ran.last_line()), (0, "4 ballots taken in, on 1 item"), "{}", ran.err);
    for again in [&[][..], &["--sheet", "Statutory"], &["--sheet", "Third sector"]] {
        assert!(taken(again).err.contains("these ballots came in already on"), "{again:?}");
    }
    let round = survey(&store::open(&file).unwrap().session, "I1");
    let told: Vec<_> = round.tallies.iter().map(|tally| (tally.sector.as_deref().unwrap(), tally.ballots())).collect();
    assert_eq!(told, [("statutory", 6), ("third-sector", 4)]);
    let ran = taken(&["--sheet", "all"]);
    assert!(ran.last_line().starts_with("10 ballots taken in"), "all sheets hold those of each: {}", ran.err);
}

#[test]
fn a_sheet_that_gathers_the_others_is_asked_about() {
    let mut book = Workbook::new();
    for (name, votes) in [("North", &[4_u8, 2][..]), ("South", &[5, 1]), ("All answers", &[1, 2, 4, 5])] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        sheet.write(0, 0, "I1").unwrap();
        for (row, vote) in (1..).zip(votes) {
            sheet.write(row, 0, *vote).unwrap();
        }
    }
    let computer = Computer::new();
    let file = room(&computer);
    let ran = imports(&computer, &file, "sheets.xlsx", book.save_to_buffer().unwrap(), &["--sheet", "all"]);
    assert_eq!(ran.code, 1, "{}", ran.out);
    let said = "all ballots of the sheet \"North\" stand in the sheet \"All answers\" too; both are counted";
    assert!(ran.out.contains(said), "{}", ran.out);
    assert!(store::open(&file).unwrap().session.imports.is_empty());
}
