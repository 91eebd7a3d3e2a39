//! A look at a paper before it goes out: names, e-mail addresses and telephone numbers that somebody typed, each with its
//! place. It only points; who reads the paper decides.

use super::model::{LogPart, Model, PlanPart};
use crate::session::is_title;
use crate::words::paper::check::{
    ACTION, E_MAIL, NAME, PHONE, PURPOSE, ROLES_ANSWER, TABLE, VENUE, found, is_first_name, is_office,
};
use crate::words::{FROM_THE_SURVEY, commas, named};

/// What stands somewhere, and whether it says who answers for an action.
struct Said<'all> {
    place: String,
    texts: Vec<&'all str>,
    is_owner: bool,
}

fn said<'all>(place: impl Into<String>, texts: impl IntoIterator<Item = &'all str>) -> Said<'all> {
    Said { place: place.into(), texts: texts.into_iter().collect(), is_owner: false }
}

/// What stands where, a line for each thing that was noticed; nothing where nothing was.
pub(super) fn check(report: &Model) -> Vec<String> {
    let about = &report.about;
    let mut all = vec![
        said(TABLE, about.table.as_deref()),
        said(VENUE, [about.venue.as_str()]),
        said(PURPOSE, [about.purpose.as_str()]),
    ];
    for (_, one) in report.features() {
        let views = one.decisions.iter().flat_map(|one| [one.low_view.as_str(), &one.high_view]);
        let dissent = one.dissent.iter().map(|one| one.text.as_str());
        let note = [one.note.as_str()].into_iter();
        all.push(said(
            named(&one.label, &one.id),
            note.chain(views).chain(dissent).chain(written(&one.survey_comments)),
        ));
    }
    all.extend(report.stages.iter().map(|stage| said(&stage.title, written(&stage.survey_comments))));
    all.push(said(FROM_THE_SURVEY.text(), written(&report.survey_comments)));
    all.extend(report.assumptions.iter().map(|one| {
        let texts = [one.note.as_str(), &one.dissent].into_iter();
        said(named(&one.label, &one.id), texts.chain(written(&one.survey_comments)))
    }));
    all.extend(report.influences.iter().map(|one| said(named(&one.label, &one.id), [one.note.as_str()])));
    all.extend(report.risks.iter().map(|one| said(named(&one.label, &one.id), [one.note.as_str()])));
    all.extend(of_actions(&report.plan));
    noticed(&all)
}

/// The same of the actions only.
pub(super) fn check_plan(plan: &PlanPart) -> Vec<String> {
    noticed(&of_actions(plan))
}

fn of_actions(plan: &PlanPart) -> Vec<Said<'_>> {
    let of = |one: &'_ super::model::ActionPart| format!("{ACTION} {}", one.number);
    let texts = plan.actions.iter().flat_map(|one| {
        let texts = [one.what.as_str(), &one.measure].into_iter();
        let texts = said(of(one), texts.chain(one.log.iter().filter_map(LogPart::noted)));
        [texts, Said { is_owner: true, ..said(of(one), [one.owner.as_str(), &one.support]) }]
    });
    texts.collect()
}

fn written(all: &[String]) -> impl Iterator<Item = &str> {
    all.iter().map(String::as_str)
}

/// A line for each thing, with all places where it stands; and one more where a person may answer for an action.
fn noticed(all: &[Said<'_>]) -> Vec<String> {
    let mut things: Vec<(&str, String, Vec<&str>)> = Vec::new();
    let mut is_person = false;
    for (one, text) in all.iter().flat_map(|one| one.texts.iter().map(move |text| (one, *text))) {
        let names = if one.is_owner { owners(text) } else { names(text) };
        is_person |= one.is_owner && !names.is_empty();
        for (kind, found) in [(E_MAIL, addresses(text)), (PHONE, numbers(text)), (NAME, names)] {
            for what in found {
                match things.iter_mut().find(|known| (known.0, &known.1) == (kind, &what)) {
                    Some((.., places)) if places.contains(&one.place.as_str()) => {}
                    Some((.., places)) => places.push(&one.place),
                    None => things.push((kind, what, vec![&one.place])),
                }
            }
        }
    }
    let lines = things.into_iter().map(|(kind, what, places)| found(&commas(places), kind, &what));
    lines.chain(is_person.then(|| ROLES_ANSWER.to_owned())).collect()
}

fn addresses(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| letter.is_whitespace() || "<>()[],;:\"".contains(letter));
    let is_address =
        |word: &&str| word.split_once('@').is_some_and(|(who, host)| !who.is_empty() && host.contains('.'));
    words.map(|word| word.trim_end_matches('.')).filter(is_address).map(str::to_owned).collect()
}

/// Ten digits and more, however they are grouped; parted by full stops only as telephone numbers begin.
fn numbers(text: &str) -> Vec<String> {
    let pieces = text.split(|letter: char| !(letter.is_ascii_digit() || " +()-.\u{a0}".contains(letter)));
    let pieces = pieces.map(|piece| {
        let piece = piece.trim_matches([' ', '-', '.', '\u{a0}']).trim_start_matches(')').trim_end_matches('(');
        if piece.contains('(') { piece } else { piece.trim_end_matches([')', ' ']) }
    });
    let is_number = |piece: &&str| {
        (10..=15).contains(&piece.chars().filter(char::is_ascii_digit).count())
            && (!piece.contains('.') || piece.starts_with(['0', '+', '(']))
    };
    pieces.filter(is_number).map(str::to_owned).collect()
}

/// Who answers, where all of it, or what stands between commas and brackets, may be a person.
fn owners(text: &str) -> Vec<String> {
    let parts = text.split([',', ';', '(', ')', '/', '&']).map(str::trim);
    let is_person = |part: &&str| {
        let words: Vec<String> = part.split_whitespace().map(bare).collect();
        let initial = |word: &str| word.chars().count() == 1 && word.starts_with(char::is_uppercase);
        matches!(words.len(), 2 | 3)
            && words.iter().all(|word| (is_large(word) || initial(word)) && !is_office(word))
            && words.last().is_some_and(|last| is_large(last))
    };
    let mut found: Vec<String> = parts.filter(is_person).map(str::to_owned).collect();
    let begins = |name: &String| name.split(' ').next().is_some_and(|first| is_first_name(first) || is_title(first));
    let more = names(text).into_iter().filter(begins);
    for name in more {
        if !found.iter().any(|known| known.contains(&name)) {
            found.push(name);
        }
    }
    found
}

fn bare(word: &str) -> String {
    word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned()
}

/// Whether a word begins large and is not written in capitals: `Ross`, `McDonald`.
fn is_large(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase) && word.chars().any(char::is_lowercase)
}

/// Two words that begin large and are no office, or one after a title, an initial or of a common first name.
fn names(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut found = Vec::new();
    for (place, pair) in words.windows(2).enumerate() {
        let (first, second) = (bare(pair[0]), bare(pair[1]));
        let begins = place == 0 || words[place - 1].ends_with(['.', '!', '?', ':', ';']);
        let is_initial =
            pair[0].len() == 2 && pair[0].ends_with('.') && pair[0].starts_with(|one: char| one.is_ascii_uppercase());
        let parted = pair[0].ends_with(['.', ',', ';', ':', '!', '?']) && !is_title(&first) && !is_initial;
        let known = first.starts_with(char::is_uppercase) && is_title(&first) || is_first_name(&first) || is_initial;
        let both = is_large(&first) && is_large(&second) && !is_office(&first) && !begins;
        if !parted && is_large(&second) && !is_office(&second) && (known || both) {
            found.push(format!("{first} {second}"));
        }
    }
    let alone = words.iter().map(|word| bare(word)).filter(|word| is_first_name(word));
    let alone: Vec<String> =
        alone.filter(|name| !found.iter().any(|pair: &String| pair.contains(name.as_str()))).collect();
    [found, alone].concat()
}
