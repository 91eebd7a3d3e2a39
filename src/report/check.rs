//! A look at a paper before it goes out: names, e-mail addresses and telephone numbers that somebody typed, each with its
//! place. It only points; who reads the paper decides.

use super::model::Model;
use crate::session::is_title;
use crate::words::paper::check::{ACTION, E_MAIL, FIRST_NAMES, NAME, NO_NAMES, PHONE, PURPOSE, found};
use crate::words::{FROM_THE_SURVEY, named};

/// What stands where, a line for each; nothing where nothing was noticed.
pub(super) fn check<'all>(report: &'all Model) -> Vec<String> {
    let mut texts: Vec<(String, Vec<&str>)> = vec![(PURPOSE.to_owned(), vec![&report.about.purpose])];
    for (_, one) in report.features() {
        let views = one.decisions.iter().flat_map(|one| [one.low_view.as_str(), &one.high_view]);
        let said =
            std::iter::once(one.note.as_str()).chain(views).chain(one.dissent.iter().map(|one| one.text.as_str()));
        let said = said.chain(one.survey_comments.iter().map(String::as_str));
        texts.push((named(&one.label, &one.id), said.collect()));
    }
    let written = |all: &'all [String]| all.iter().map(String::as_str).collect();
    texts.extend(report.stages.iter().map(|stage| (stage.title.clone(), written(&stage.survey_comments))));
    texts.push((FROM_THE_SURVEY.text().to_owned(), written(&report.survey_comments)));
    texts.extend(report.assumptions.iter().map(|one| {
        let said = [one.note.as_str(), &one.dissent].into_iter();
        (named(&one.label, &one.id), said.chain(one.survey_comments.iter().map(String::as_str)).collect())
    }));
    texts.extend(report.influences.iter().map(|one| (named(&one.label, &one.id), vec![&*one.note])));
    texts.extend(report.risks.iter().map(|one| (named(&one.label, &one.id), vec![&*one.note])));
    for one in &report.plan.actions {
        let log = one.log.iter().map(super::model::LogPart::words);
        let said = [one.what.as_str(), &one.owner, &one.support, &one.measure].into_iter().chain(log);
        texts.push((format!("{ACTION} {}", one.number), said.collect()));
    }
    let mut lines: Vec<String> = Vec::new();
    for (place, text) in texts.iter().flat_map(|(place, texts)| texts.iter().map(move |text| (place, text))) {
        let of = |kind: &'static str, all: Vec<String>| all.into_iter().map(move |what| found(place, kind, &what));
        lines.extend(of(E_MAIL, addresses(text)).chain(of(PHONE, numbers(text))).chain(of(NAME, names(text))));
    }
    lines.dedup();
    lines
}

fn addresses(text: &str) -> Vec<String> {
    let words =
        text.split(|letter: char| letter.is_whitespace() || matches!(letter, '<' | '>' | '(' | ')' | ',' | ';'));
    let is_address =
        |word: &&str| word.split_once('@').is_some_and(|(who, host)| !who.is_empty() && host.contains('.'));
    words.map(|word| word.trim_end_matches('.')).filter(is_address).map(str::to_owned).collect()
}

/// Ten digits and more, however they are grouped.
fn numbers(text: &str) -> Vec<String> {
    let pieces = text.split(|letter: char| !(letter.is_ascii_digit() || matches!(letter, ' ' | '+' | '(' | ')' | '-')));
    let digits = |piece: &&str| (10..=15).contains(&piece.chars().filter(char::is_ascii_digit).count());
    pieces.map(|piece| piece.trim_matches([' ', '-'])).filter(digits).map(str::to_owned).collect()
}

/// Two words that begin large and are no office, or one after a title or of a common first name.
fn names(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let bare = |word: &str| word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned();
    let large = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.clone().count() > 1
            && letters.all(|one| !one.is_uppercase())
    };
    let mut found = Vec::new();
    for (place, pair) in words.windows(2).enumerate() {
        let (first, second) = (bare(pair[0]), bare(pair[1]));
        let begins = place == 0 || words[place - 1].ends_with(['.', '!', '?', ':', ';']);
        let parted = pair[0].ends_with(['.', ',', ';', ':', '!', '?']) && !is_title(&first);
        let office = |word: &String| NO_NAMES.contains(&word.as_str());
        let known = first.starts_with(char::is_uppercase) && is_title(&first) || FIRST_NAMES.contains(&first.as_str());
        let both = large(&first) && large(&second) && !office(&first) && !office(&second) && !begins;
        if !parted && large(&second) && !office(&second) && (known || both) {
            found.push(format!("{first} {second}"));
        }
    }
    let alone = words.iter().map(|word| bare(word)).filter(|word| FIRST_NAMES.contains(&word.as_str()));
    let alone: Vec<String> =
        alone.filter(|name| !found.iter().any(|pair: &String| pair.contains(name.as_str()))).collect();
    [found, alone].concat()
}
