//! Ballots in every form, and files that were mutated: nothing panics, and what is taken is counted as another count
//! counts it.

use crate::framework::Framework;
use crate::import::headings::Finder;
use crate::import::mapping::Mapping;
use crate::import::names::Names;
use crate::import::source::Source;
use crate::import::survey::{Reader, Survey};
use crate::session::Register;
use std::collections::BTreeMap;

const ITEMS: [&str; 4] = ["I1", "I2", "P3", "AS1"];

/// How many gave each answer of an item, by the key.
type Counts = BTreeMap<(String, char), usize>;

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 20).unwrap_or(0) % most.max(1)
    }

    fn of<'all, T>(&mut self, all: &'all [T]) -> &'all T {
        &all[self.below(all.len())]
    }
}

/// Ballots as a table, and what they come to.
fn ballots(dice: &mut Dice) -> (Vec<Vec<String>>, Counts) {
    let mut counts = Counts::new();
    let mut rows = vec![["sector", "level"].iter().chain(&ITEMS).map(|text| (*text).to_owned()).collect::<Vec<_>>()];
    for _ in 0..=dice.below(12) {
        let sector = *dice.of(&["statutory", "Third sector", "community", "", "NHS"]);
        let mut row = vec![sector.to_owned(), (*dice.of(&["strategic", "Operational", ""])).to_owned()];
        for item in ITEMS {
            let most = if item == "AS1" { 3 } else { 5 };
            let key = char::from(b"012345"[dice.below(most + 1)]);
            let forms =
                [format!("{key}"), format!("{key}.0"), format!(" {key} "), format!("'{key}"), format!("={key}")];
            let text = if dice.below(6) == 0 { String::new() } else { dice.of(&forms).clone() };
            if !text.is_empty() {
                *counts.entry((item.to_owned(), key)).or_default() += 1;
            }
            row.push(text);
        }
        rows.push(row);
    }
    (rows, counts)
}

/// A table in one of the forms in which programs write it.
fn written(rows: &[Vec<String>], dice: &mut Dice) -> Vec<u8> {
    let (part, end) = (*dice.of(&[",", ";", "\t"]), *dice.of(&["\n", "\r\n", "\r"]));
    let quoted = dice.below(3) == 0;
    let cell = |text: &String| if quoted { format!("\"{text}\"") } else { text.clone() };
    let lines: Vec<String> = rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join(part)).collect();
    let title = if dice.below(4) == 0 { format!("Riverside ballots{end}{end}") } else { String::new() };
    let text = format!("{title}{}{end}", lines.join(end));
    match dice.below(4) {
        0 => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        1 => [0xfe_u8, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect(),
        2 => format!("\u{feff}{text}").into_bytes(),
        _ => text.into_bytes(),
    }
}

fn mutated(mut bytes: Vec<u8>, dice: &mut Dice) -> Vec<u8> {
    for _ in 0..=dice.below(4) {
        let at = dice.below(bytes.len() + 1);
        match dice.below(6) {
            0 if at < bytes.len() => drop(bytes.remove(at)),
            1 => bytes.insert(at, *dice.of(b",;\t\"\n\r0123456789=' .?\xa0\xff\0aI")),
            2 if at < bytes.len() => bytes[at] = *dice.of(b",;\t\"\n012345678?x"),
            3 => bytes.truncate(at),
            4 => {
                let to = (at + dice.below(40)).min(bytes.len());
                bytes.extend_from_within(at..to);
            }
            _ => {
                let to = (at + dice.below(12)).min(bytes.len());
                bytes.drain(at..to);
            }
        }
    }
    bytes
}

/// What the program makes of a file; nothing where it refuses it or is not sure of anything.
fn taken(bytes: Vec<u8>, framework: &Framework, names: &Names) -> Option<Survey> {
    let (mapping, register) = (Mapping::default(), Register::default());
    let finder = Finder { framework, names, mapping: &mapping, register: &register };
    let reader = Reader { finder };
    reader.read(&[Source { path: "ballots.csv".into(), bytes }]).ok().filter(Survey::is_sure)
}

fn counted(survey: &Survey) -> Counts {
    let mut counts = Counts::new();
    for (item, (_, key)) in survey.ballots.iter().flat_map(|ballot| &ballot.votes) {
        *counts.entry((item.clone(), *key)).or_default() += 1;
    }
    counts
}

/// Counts a plain file by hand, as far as it is plain: no quotes, ids above, digits below.
fn recount(bytes: &[u8]) -> Option<Counts> {
    let text =
        std::str::from_utf8(bytes).ok()?.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    if text.contains('"') {
        return None;
    }
    let mut lines = text.split('\n').filter(|line| !line.trim().is_empty());
    let head = lines.next().filter(|head| head.starts_with("sector"))?;
    let part = [',', ';', '\t'].into_iter().max_by_key(|part| head.matches(*part).count())?;
    let names: Vec<&str> = head.split(part).map(str::trim).collect();
    let mut counts = Counts::new();
    for line in lines {
        for (place, cell) in line.split(part).enumerate().skip(2) {
            let cell = cell.trim().trim_start_matches(['\'', '=']);
            let cell = cell.strip_suffix(".0").filter(|cell| !cell.is_empty()).unwrap_or(cell).trim();
            let name = names.get(place).filter(|name| ITEMS.contains(name) || cell.is_empty())?;
            match cell.as_bytes() {
                [] => {}
                [b'?'] => *counts.entry(((*name).to_owned(), '0')).or_default() += 1,
                [digit @ b'0'..=b'5'] => *counts.entry(((*name).to_owned(), char::from(*digit))).or_default() += 1,
                _ => return None,
            }
        }
    }
    Some(counts)
}

#[test]
fn ballots_in_every_form_are_counted_as_they_were_cast_and_mutated_ones_as_another_count_counts_them() {
    let framework = Framework::built_in().unwrap_or_default();
    let names = Names::of(&framework);
    let mut dice = Dice(0x2026_1128_0615);
    let files = if option_env!("PLENARY_LONG").is_some() { 20_000 } else { 200 };
    let mut compared = 0;
    for number in 0..files {
        let (rows, cast) = ballots(&mut dice);
        let bytes = written(&rows, &mut dice);
        let survey = taken(bytes.clone(), &framework, &names);
        let found = survey.as_ref().map(counted).unwrap_or_default();
        assert_eq!(found, cast, "file {number}: {:?}", String::from_utf8_lossy(&bytes));
        // Plain ones more often, because those can be counted by hand.
        let plain = rows.iter().map(|row| row.join(",") + "\n").collect::<String>().into_bytes();
        let bytes = if dice.below(4) == 0 { bytes } else { plain };
        let bytes = mutated(bytes, &mut dice);
        let survey = taken(bytes.clone(), &framework, &names);
        if let (Some(survey), Some(again)) = (survey, recount(&bytes)) {
            assert_eq!(counted(&survey), again, "mutated file {number}: {:?}", String::from_utf8_lossy(&bytes));
            compared += 1;
        }
    }
    assert!(compared * 20 > files, "only {compared} of {files} were counted twice");
}
