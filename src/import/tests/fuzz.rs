//! Ballots in every form, and files that were mutated: nothing panics, and what is taken is counted as another count
//! counts it.

use crate::framework::Framework;
use crate::import::headings::Finder;
use crate::import::mapping::Mapping;
use crate::import::names::Names;
use crate::import::reader::Reader;
use crate::import::source::Source;
use crate::import::survey::Survey;
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

/// What the ratings of these items are called, lowest first.
const WORDS: [&str; 6] = ["don't know", "not yet", "patchy", "growing", "mostly", "firmly"];

/// What forms have columns for, of which nothing is kept.
const OF_FORMS: [&str; 4] = ["id", "submitdate", "seed", "Start time"];

/// Ballots as a table, and what they come to: by item, and by sector how many voted on anything.
fn ballots(dice: &mut Dice) -> (Vec<Vec<String>>, Counts) {
    let mut counts = Counts::new();
    let mut rows = vec![["sector", "level"].iter().chain(&ITEMS).map(|text| (*text).to_owned()).collect::<Vec<_>>()];
    let people = dice.below(12);
    let mut first = None;
    for person in 0..=people {
        let sector = *dice.of(&["statutory", "Third sector", "community", "", "NHS"]);
        // No sector may look as if it stood once for several rows.
        let sector = if person == people { first.unwrap_or(sector) } else { sector };
        first.get_or_insert(sector);
        let mut row = vec![sector.to_owned(), (*dice.of(&["strategic", "Operational", ""])).to_owned()];
        let mut votes = 0;
        for item in ITEMS {
            let most = if item == "AS1" { 3 } else { 5 };
            let key = char::from(b"012345"[dice.below(most + 1)]);
            let plain =
                [format!("{key}"), format!("{key}.0"), format!(" {key} "), format!("'{key}"), format!("={key}")];
            let word = WORDS[usize::try_from(u32::from(key) - 48).unwrap_or(0)];
            let worded = [format!("{key} - {word}"), format!("{key}: {word}"), word.to_uppercase(), format!("({key})")];
            let takes_words = most == 5 && dice.below(3) == 0;
            let text = if takes_words { dice.of(&worded).clone() } else { dice.of(&plain).clone() };
            if dice.below(6) == 0 {
                row.push((*dice.of(&["", "n/a", "-"])).to_owned());
            } else {
                *counts.entry((item.to_owned(), key)).or_default() += 1;
                votes += 1;
                row.push(text);
            }
        }
        if let Some(known) = known_sector(sector).filter(|_| votes > 0) {
            *counts.entry((known.to_owned(), ' ')).or_default() += 1;
        }
        rows.push(row);
    }
    (rows, counts)
}

fn known_sector(sector: &str) -> Option<&'static str> {
    match sector {
        "statutory" | "NHS" => Some("statutory"),
        "Third sector" => Some("third-sector"),
        "community" => Some("community"),
        _ => None,
    }
}

/// The same ballots as a form or a person lays them out: behind what a form keeps, below headings in two rows, with codes
/// for headings, with a sector above all of its people.
fn laid_out(rows: &[Vec<String>], dice: &mut Dice) -> Vec<Vec<String>> {
    let mut rows = rows.to_vec();
    if dice.below(3) == 0 {
        rows[0].iter_mut().filter(|name| ITEMS.contains(&name.as_str())).for_each(|name| name.push_str("[SQ001]"));
    }
    if dice.below(3) == 0 {
        let below = rows[0].iter().map(|_| "Response".to_owned()).collect();
        rows.insert(1, below);
    }
    if dice.below(3) == 0 {
        for (number, row) in rows.iter_mut().enumerate() {
            let is_below = row.last().is_some_and(|cell| cell == "Response");
            let of_form = |name: &&str| match is_below {
                true => String::new(),
                _ if number == 0 => (*name).to_owned(),
                _ => format!("{}", 7000 + number),
            };
            row.splice(0..0, OF_FORMS.iter().map(of_form));
        }
    }
    rows
}

/// Eight people below two sectors that stand once, as merged cells leave them.
fn below_their_sector(dice: &mut Dice) -> (Vec<Vec<String>>, Counts) {
    let mut rows = vec![vec!["sector".to_owned(), "I1".to_owned()]];
    let mut counts = Counts::new();
    for (sector, id) in [("NHS", "statutory"), ("Third sector", "third-sector")] {
        for person in 0..3 + dice.below(3) {
            let key = char::from(b"012345"[dice.below(6)]);
            rows.push(vec![if person == 0 { sector.to_owned() } else { String::new() }, key.to_string()]);
            *counts.entry(("I1".to_owned(), key)).or_default() += 1;
            *counts.entry((id.to_owned(), ' ')).or_default() += 1;
        }
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

/// What the program makes of a file; nothing where it refuses it.
fn taken(bytes: Vec<u8>, framework: &Framework, names: &Names) -> Option<Survey> {
    let (mapping, register) = (Mapping::default(), Register::default());
    let finder = Finder { framework, names, mapping: &mapping, register: &register };
    let reader = Reader { finder, sheets: &[] };
    reader.read(&[Source { path: "ballots.csv".into(), bytes }]).ok()
}

fn counted(survey: &Survey) -> Counts {
    let mut counts = Counts::new();
    for (item, (_, key)) in survey.ballots.iter().flat_map(|ballot| &ballot.votes) {
        *counts.entry((item.clone(), *key)).or_default() += 1;
    }
    for sector in survey.ballots.iter().filter_map(|ballot| ballot.voters.sector.clone()) {
        *counts.entry((sector, ' ')).or_default() += 1;
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
    let head = lines.next().filter(|head| head.contains("sector"))?;
    let part = [',', ';', '\t'].into_iter().max_by_key(|part| head.matches(*part).count())?;
    let names: Vec<&str> = head.split(part).map(|name| name.trim().trim_end_matches("[SQ001]")).collect();
    let mut counts = Counts::new();
    for line in lines {
        if line.split(part).all(|cell| cell.trim().is_empty() || cell.trim() == "Response") {
            continue;
        }
        for (place, cell) in line.split(part).enumerate() {
            let cell = cell.trim().trim_start_matches(['\'', '=']);
            let cell = cell.strip_suffix(".0").filter(|cell| !cell.is_empty()).unwrap_or(cell).trim().to_lowercase();
            let name = names.get(place).filter(|name| ITEMS.contains(name) || cell.is_empty());
            let is_of_nobody = |name: &&str| OF_FORMS.contains(name) || ["sector", "level"].contains(name);
            if names.get(place).is_some_and(is_of_nobody) {
                continue;
            }
            let name = name?;
            let worded = (0..6).find(|key| {
                let word = WORDS[*key];
                [word.to_owned(), format!("{key} - {word}"), format!("{key}: {word}"), format!("({key})")]
                    .contains(&cell)
            });
            if let Some(key) = worded.and_then(|key| char::from_digit(u32::try_from(key).ok()?, 10)) {
                *counts.entry(((*name).to_owned(), key)).or_default() += 1;
                continue;
            }
            match cell.as_bytes() {
                [] | b"-" | b"n/a" => {}
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
        let (rows, cast) = if number % 5 == 0 { below_their_sector(&mut dice) } else { ballots(&mut dice) };
        let rows = if number % 5 == 0 { rows } else { laid_out(&rows, &mut dice) };
        let bytes = written(&rows, &mut dice);
        let survey = taken(bytes.clone(), &framework, &names);
        let found = survey.as_ref().map(counted).unwrap_or_default();
        assert_eq!(found, cast, "file {number}: {:?}", String::from_utf8_lossy(&bytes));
        // Plain ones more often, because those can be counted by hand.
        let plain = rows.iter().map(|row| row.join(",") + "\n").collect::<String>().into_bytes();
        let bytes = if dice.below(4) == 0 { bytes } else { plain };
        let bytes = mutated(bytes, &mut dice);
        let survey = taken(bytes.clone(), &framework, &names);
        if let (Some(survey), Some(again)) = (survey.filter(Survey::is_sure), recount(&bytes)) {
            let mut votes = counted(&survey);
            votes.retain(|(_, key), _| *key != ' ');
            assert_eq!(votes, again, "mutated file {number}: {:?}", String::from_utf8_lossy(&bytes));
            compared += 1;
        }
    }
    assert!(compared * 20 > files, "only {compared} of {files} were counted twice");
}
