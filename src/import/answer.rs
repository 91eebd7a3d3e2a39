//! One vote as people and programs write it: `4`, `4.0`, `4,0`, `4 Mostly`, `Mostly`, `Strongly agree`, `don't know`.

use super::table::{is_slip, plain, words};
use crate::framework::{Framework, Rating, Step};
use crate::session::Stance;
use crate::words::{
    AGREEING, HOLDING, LIKE_AGREEING, LIKE_DONT_KNOW, LIKE_HOLDING, MONTHS, SAYS_DONT_KNOW as DONT_KNOW,
    SAYS_NOTHING as BLANK,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// The key of a vote, 0 for "don't know".
    Vote(char),
    Blank,
}

/// What is to be made of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Read {
    Sure(Answer),
    /// Likely this, and a person is to say so.
    Near(Answer),
    /// A number and a word that are two different votes.
    Contradicts,
    /// A day or a time, as office programs make of `4-5`.
    Date,
    Nothing,
}

/// The words of the votes on one item.
pub(super) struct Answers {
    /// What the votes are called, lowest first.
    labels: Vec<String>,
    /// The words of the vote with each key, from 1 on; the item's own first.
    words: Vec<Vec<String>>,
    /// Words that the scales of other items have, with their key.
    elsewhere: Vec<(String, char)>,
}

impl Answers {
    pub(super) fn at(step: &Step, framework: &Framework) -> Self {
        let of_scale = |words: &[String]| words.iter().map(|word| vec![plain(word)]).collect::<Vec<_>>();
        if let Step::Assumption(_) = step {
            let own = Stance::ALL.map(|stance| vec![plain(stance.label())]).into_iter();
            let words = own.zip(HOLDING).map(|(own, more)| with(own, more)).collect();
            let agreeing = AGREEING.iter().zip(['3', '3', '2', '1', '1']);
            let elsewhere = agreeing.flat_map(|(words, key)| words.iter().map(move |word| ((*word).to_owned(), key)));
            let elsewhere = elsewhere.chain(LIKE_HOLDING.map(|(word, key)| (word.to_owned(), key)));
            let labels = Stance::ALL.map(|stance| stance.label().to_owned()).into();
            return Self { labels, words, elsewhere: elsewhere.collect() };
        }
        let stage = step.feature().and_then(|id| framework.feature(id)).map(|(_, stage, _)| stage);
        let own = stage.and_then(|stage| framework.scale_of(stage));
        let labels = own.map_or_else(Vec::new, |scale| scale.words.clone());
        let own = own.map_or_else(|| vec![Vec::new(); Rating::ALL.len()], |scale| of_scale(&scale.words));
        let words = own.into_iter().zip(AGREEING).map(|(own, more)| with(own, more)).collect();
        let keyed = |words: &[String]| words.iter().map(|word| plain(word)).zip('1'..='5').collect::<Vec<_>>();
        let like =
            LIKE_AGREEING.iter().zip('1'..).flat_map(|(words, key)| words.iter().map(move |word| (plain(word), key)));
        let elsewhere = framework.scales.iter().flat_map(|scale| keyed(&scale.words)).chain(like).collect();
        Self { labels, words, elsewhere }
    }

    /// How many votes there are to choose from, don't-knows apart.
    pub(super) fn most(&self) -> usize {
        self.words.len()
    }

    /// What the vote with a key is called: `Mostly`.
    pub(super) fn word(&self, key: char) -> &str {
        let place = key.to_digit(10).and_then(|digit| usize::try_from(digit).ok()?.checked_sub(1));
        place.and_then(|place| self.labels.get(place)).map_or("", String::as_str)
    }

    /// What a text says, as it is compared.
    pub(super) fn read(&self, text: &str) -> Read {
        let text = text.trim_end_matches(['*', '!', ';', '.']).trim();
        let close = text.trim_start_matches(['(', '[']).trim_end_matches([')', ']']).replace(" / ", "/");
        if close.is_empty() || BLANK.contains(&&*close) {
            return Read::Sure(Answer::Blank);
        }
        if let Some(number) = whole_number(text) {
            return self.vote(number).map_or(Read::Nothing, Read::Sure);
        }
        if is_date(text) {
            return Read::Date;
        }
        if let Some(key) = self.key_of(text) {
            return Read::Sure(Answer::Vote(key));
        }
        if let Some(key) = self.key_of_code(text) {
            return Read::Near(Answer::Vote(key));
        }
        if let Some((number, rest)) = led_by_number(text) {
            return self.number_and_words(number, rest);
        }
        match self.key_nearly(text) {
            Some(key) => Read::Near(Answer::Vote(key)),
            None => Read::Nothing,
        }
    }

    fn vote(&self, number: u32) -> Option<Answer> {
        let fits = usize::try_from(number).is_ok_and(|number| number <= self.most());
        char::from_digit(number, 10).filter(|_| fits).map(Answer::Vote)
    }

    /// `4 Mostly`, `4 - Mostly`, `4/5`, `0 don't know`.
    fn number_and_words(&self, number: u32, rest: &str) -> Read {
        let Some(vote) = self.vote(number) else { return Read::Nothing };
        if rest.contains(|letter: char| letter.is_numeric() || letter == '%') {
            let all = rest.trim().strip_prefix('/').map_or_else(|| words(rest), |all| vec!["of", all.trim()]);
            let is_of_all = matches!(all[..], ["of", all] | ["out", "of", all] if *all == self.most().to_string());
            return if is_of_all && number > 0 { Read::Sure(vote) } else { Read::Nothing };
        }
        // `4+` and `4 -` say more than a number.
        let is_bare = rest.chars().all(|mark| ".,:)]=*\"' ".contains(mark));
        let rest = rest.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '?');
        match self.key_of(rest).or_else(|| self.elsewhere_of(rest)) {
            Some(key) if Answer::Vote(key) == vote => Read::Sure(vote),
            Some(_) => Read::Contradicts,
            None if rest.is_empty() && is_bare => Read::Sure(vote),
            None => Read::Near(vote),
        }
    }

    fn key_of(&self, text: &str) -> Option<char> {
        if DONT_KNOW.contains(&text) {
            return Some('0');
        }
        ('1'..).zip(&self.words).find(|(_, words)| words.iter().any(|word| word == text)).map(|(key, _)| key)
    }

    fn elsewhere_of(&self, text: &str) -> Option<char> {
        self.elsewhere.iter().find(|(word, _)| word == text).map(|(_, key)| *key)
    }

    /// The vote of an answer's code, as forms number them from the first answer on: `A4`, `AO04`. "Don't know" is
    /// the last, as in the survey that is sent round.
    fn key_of_code(&self, text: &str) -> Option<char> {
        let digits = text.strip_prefix("ao").or_else(|| text.strip_prefix('a'))?;
        let number = digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse::<usize>().ok())??;
        let last = self.most() + 1;
        let number = if number == last { 0 } else { number };
        (number < last && digits.len() < 3 && digits != "0" && digits != "00").then_some(())?;
        char::from_digit(u32::try_from(number).ok()?, 10)
    }

    /// The one vote whose word this is but for a slip, or that this is elsewhere.
    fn key_nearly(&self, text: &str) -> Option<char> {
        let nearly = |words: &Vec<String>| words.iter().any(|word| word.chars().count() > 3 && is_slip(word, text));
        let own: Vec<char> = ('1'..).zip(&self.words).filter(|(_, words)| nearly(words)).map(|(key, _)| key).collect();
        match own[..] {
            [key] => Some(key),
            [] => self.elsewhere_of(text).or_else(|| {
                let is_slip_of = |word: &&str| is_slip(word, text);
                (DONT_KNOW.iter().any(is_slip_of) || LIKE_DONT_KNOW.contains(&text)).then_some('0')
            }),
            _ => None,
        }
    }
}

fn with(mut own: Vec<String>, more: &[&str]) -> Vec<String> {
    own.extend(more.iter().map(|word| (*word).to_owned()));
    own
}

/// `4`, `4.0`, `4,00`.
fn whole_number(text: &str) -> Option<u32> {
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (is_digits(whole) && is_digits(part) && part.bytes().all(|byte| byte == b'0')).then(|| whole.parse().ok())?
}

/// Whether a text is a day or a time: `04-May`, `04/05/2026`, `01/05`, `2026-05-04 00:00:00`; `4/5` is none.
fn is_date(text: &str) -> bool {
    let parts = words(text);
    let is_number = |part: &&str| part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_month = |part: &&str| part.len() >= 3 && MONTHS.iter().any(|month| month.starts_with(*part));
    let numbers = parts.iter().filter(|part| is_number(part)).count();
    let is_parted = |marks: &[char]| text.contains(marks) && !text.contains(';');
    match parts.len() {
        2 if numbers == 2 => {
            is_parted(&['/', '-', ':']) && parts.iter().any(|part| part.len() == 2 && part.starts_with('0'))
        }
        3..=7 if numbers == parts.len() => is_parted(&['/', '-', ':', '.']),
        2..=6 => {
            numbers > 0 && parts.iter().any(is_month) && parts.iter().all(|part| is_number(part) || is_month(part))
        }
        _ => false,
    }
}

/// A number at the beginning or the end of a text, and what is said beside it: `4 Mostly`, `Mostly (4)`.
fn led_by_number(text: &str) -> Option<(u32, &str)> {
    let is_digit = |letter: char| letter.is_ascii_digit();
    let text = text.trim_start_matches(['(', '[']);
    let after = text.trim_start_matches(is_digit);
    let before = text.trim_end_matches([')', ']']).trim_end_matches(is_digit);
    let (number, rest) = if after.len() < text.len() {
        (&text[..text.len() - after.len()], after)
    } else {
        (text[before.len()..].trim_end_matches([')', ']']), before)
    };
    let parted = rest.starts_with(|letter: char| !letter.is_alphanumeric()) || after.len() == text.len();
    // `.5` and `-4` are no words with a number after them.
    let is_bare = after.len() == text.len() && !rest.contains(char::is_alphabetic);
    let is_point = rest.strip_prefix(['.', ',']).is_some_and(|rest| rest.starts_with(is_digit));
    if is_bare || is_point || !parted || rest.ends_with('-') && after.len() == text.len() {
        return None;
    }
    number.parse().ok().map(|number| (number, rest))
}
