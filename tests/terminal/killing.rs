//! The real program, killed at random moments of editing (T1): what its screen called "Saved" is in the file.
//!
//! Every key is a change, and every note is a row of numbers that only grows: so a screen tells by itself which keys
//! had counted when it was drawn. If its heading says "Saved", the file must hold the state after one of the keys
//! from there on, exactly.

use super::window::Window;
use super::{at_work, file, home};
use crate::support::child::is_long;
use crate::support::dice::Dice;
use plenary::framework::Step;
use plenary::session::{Place, Session};
use plenary::store;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// What was said on the first two features.
#[derive(Clone, Debug, Default, PartialEq)]
struct Said {
    ratings: [Option<u8>; 2],
    notes: [String; 2],
}

const FEATURES: [&str; 2] = ["I1", "I2"];

impl Said {
    fn of(session: &Session) -> Self {
        let rating = |id: &str| session.answer(&id.into()).decided.at(None).rating().map(Into::into);
        Self { ratings: FEATURES.map(rating), notes: FEATURES.map(|id| session.answer(&id.into()).note.clone()) }
    }
}

/// Somebody at the keys, and what the session must hold after each of them.
struct Typist {
    /// The state after each key, and the highest number that was whole by then.
    after: Vec<(Said, u64)>,
    number: u64,
    at: usize,
}

impl Typist {
    fn now(&self) -> Said {
        self.after.last().unwrap().0.clone()
    }

    fn types(&mut self, window: &mut Window, keys: &str, change: impl FnOnce(&mut Said, usize), number: u64) {
        let mut said = self.now();
        change(&mut said, self.at);
        self.after.push((said, number));
        window.types(keys);
    }

    /// A few numbers into the note of the item, a rating, and on to the other item; until the time is up.
    fn works_until(&mut self, window: &mut Window, dice: &mut Dice, end: Instant) {
        loop {
            window.keys("N");
            for _ in 0..=dice.below(5) {
                self.number += 1;
                let word = format!("k{} ", self.number);
                for (place, letter) in word.chars().enumerate() {
                    // It can be seen whole from its last digit on; the blank follows that.
                    let complete = if place + 2 >= word.len() { self.number } else { self.number - 1 };
                    self.types(window, &letter.to_string(), |said, at| said.notes[at].push(letter), complete);
                    if Instant::now() >= end {
                        return;
                    }
                    std::thread::sleep(Duration::from_millis(dice.below(6)));
                }
            }
            window.keys("Esc");
            let digit = u8::try_from(1 + dice.below(5)).unwrap();
            let complete = self.number;
            self.types(window, &digit.to_string(), |said, at| said.ratings[at] = Some(digit), complete);
            window.keys(if self.at == 0 { "PgDn" } else { "PgUp" });
            self.at = 1 - self.at;
        }
    }
}

/// The highest number that a screen shows whole, if its heading says that all is saved.
fn acknowledged(screen: &str) -> Option<u64> {
    let heading = screen.lines().next()?;
    let words = screen.split(|letter: char| letter.is_whitespace() || letter == '║');
    let numbers = words.filter_map(|word| word.strip_prefix('k')?.parse().ok());
    heading.contains("Saved ").then(|| numbers.max()).flatten()
}

/// Whether the file holds the state after one of the keys from the acknowledged number on.
fn judge(after: &[(Said, u64)], acknowledged: u64, found: &Said) -> Result<(), String> {
    match after.iter().rposition(|(said, _)| said == found) {
        None => Err(format!(
            "the file holds what never was: {found:?}\nbegun with {:?}\nleft with {:?}",
            after[0],
            after.last()
        )),
        Some(place) if after[place].1 < acknowledged => {
            Err(format!("the screen called k{acknowledged} saved; the file holds {found:?}"))
        }
        Some(_) => Ok(()),
    }
}

/// One life of the program: opened, worked with, killed. Gives what was typed, what the screen called saved, and what
/// the file holds.
fn life(home: &Path, path: &Path, dice: &mut Dice, number: u64) -> (Typist, Option<u64>, Said) {
    let mut window = Window::open(home, &["open", path.to_str().unwrap()]);
    window.resize(120, 36).shows(&["INPUTS", "Saved ", "1-5 rate"]);
    // A save that was broken off by the last kill may have been newer than the file; it is in the file now.
    let session = store::open(path).unwrap().session;
    // The program goes on where the file says; its screen may be half drawn yet.
    let at = usize::from(session.place == Place::Walk(Step::Feature(FEATURES[1].into())));
    let mut typist = Typist { after: vec![(Said::of(&session), number)], number, at };
    let end = Instant::now() + Duration::from_millis(20 + dice.below(700));
    typist.works_until(&mut window, dice, end);
    std::thread::sleep(Duration::from_millis(dice.below(300)));
    window.is_killed();
    let acknowledged = acknowledged(&window.screen());
    (typist, acknowledged, Said::of(&store::open(path).unwrap().session))
}

/// Whether a program that was opened again went on with the state in the file, or with a later one.
fn goes_on(before: &[(Said, u64)], found: &Said, begun: &Said) -> Result<(), String> {
    let place = |wanted: &Said| before.iter().rposition(|(said, _)| said == wanted);
    match (place(found), place(begun)) {
        (Some(found), Some(begun)) if found <= begun => Ok(()),
        (found, begun) => Err(format!("the file held state {found:?}, and it went on with {begun:?}")),
    }
}

/// A session of its own, at its first feature.
fn another(home: &Path) -> PathBuf {
    let folder = home.join("sessions");
    for entry in fs::read_dir(&folder).into_iter().flatten() {
        fs::remove_file(entry.unwrap().path()).unwrap();
    }
    at_work(home).keys("Ctrl+Q").shows(&["Everything is saved."]).keys("Y").ends();
    file(home)
}

#[test]
fn killed_at_any_moment_it_has_kept_what_its_screen_called_saved() {
    let home = home();
    let mut path = another(home.path());
    let (mut dice, mut number) = (Dice(20_260_312), 0);
    let kills = if is_long() { 300 } else { 25 };
    let (mut acknowledgements, mut liars_caught) = (0, 0);
    let mut last: Option<(Typist, Said)> = None;
    for kill in 0..kills {
        let (typist, acknowledged, found) = life(home.path(), &path, &mut dice, number);
        number = typist.number;
        if let Some((before, held)) = &last {
            goes_on(&before.after, held, &typist.after[0].0)
                .unwrap_or_else(|loss| panic!("before kill {kill}: {loss}"));
        }
        acknowledgements += u32::from(acknowledged.is_some());
        judge(&typist.after, acknowledged.unwrap_or(0), &found).unwrap_or_else(|loss| panic!("kill {kill}: {loss}"));
        // The control: a program that says "Saved" as soon as a key is pressed would be caught.
        liars_caught += u32::from(judge(&typist.after, typist.number, &found).is_err());
        // Notes are short again in a session of its own, before they are full.
        last = Some((typist, found));
        if kill % 20 == 19 {
            (path, last) = (another(home.path()), None);
        }
    }
    assert!(acknowledgements > kills / 3, "only {acknowledgements} of {kills} screens said anything");
    assert!(liars_caught > 0, "a program that says \"Saved\" too early was never caught");
    println!("{kills} kills, {acknowledgements} with something acknowledged, {liars_caught} would catch a liar");
}
