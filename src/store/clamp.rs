//! Values that the types allow and reason does not, in files that somebody edited or a disk changed.
//!
//! It never takes away anything that a person wrote: counts and times that cannot be meant are
//! clamped and named, long texts are kept whole and named.
//!
//! What the program itself may write must always load as it was, or a session could not be saved any more: the
//! limits are those of `session`, which keeps to them itself.

use super::id::{is_id, proper_id};
use super::open_error::{Field, Warning};
use crate::framework::Id;
use crate::session::{Decision, LONGEST_TEXT, MOST_PEOPLE, MOST_SECONDS, Session, plausible_count};
use serde::de::{IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::collections::BTreeSet;
use std::fmt;

pub(super) fn clamp_values(session: &mut Session) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let mut clamped = |what: Field, found: String, used: String| {
        warnings.push(Warning::Clamped { what: what.to_string(), found, used });
    };
    if !is_id(&session.id) {
        let used = proper_id(&session.id);
        clamped(Field::Id, format!("{:?}", shortened(&session.id)), used.clone());
        session.id = used;
    }
    let rev = plausible_count(session.rev);
    if rev != session.rev {
        clamped(Field::Changes, session.rev.to_string(), rev.to_string());
        session.rev = rev;
    }
    for group in &mut session.register.groups {
        if group.people > MOST_PEOPLE {
            let what = Field::People(shortened(&group.sector));
            clamped(what, group.people.to_string(), MOST_PEOPLE.to_string());
            group.people = MOST_PEOPLE;
        }
    }
    for (stage, seconds) in &mut session.seconds {
        if *seconds > MOST_SECONDS {
            let what = Field::Seconds(shortened(stage.as_str()));
            clamped(what, seconds.to_string(), MOST_SECONDS.to_string());
            *seconds = MOST_SECONDS;
        }
    }
    warnings.extend(long_texts(session));
    warnings
}

fn shortened(text: &str) -> String {
    text.chars().take(40).collect()
}

fn long_texts(session: &Session) -> Vec<Warning> {
    let about = &session.about;
    let mut texts: Vec<(Field, &str)> = vec![
        (Field::Partnership, &about.partnership),
        (Field::Purpose, &about.purpose),
        (Field::Venue, &about.venue),
        (Field::Facilitator, &about.facilitator),
        (Field::Table, &about.table),
    ];
    for (id, answer) in &session.answers {
        let id = || shortened(id.as_str());
        texts.push((Field::Note(id()), &answer.note));
        texts.push((Field::PrivateNote(id()), &answer.private_note));
        for (_, decision) in answer.decided.all() {
            if let Decision::NotAgreed { low_view, high_view, .. } = decision {
                texts.push((Field::View(id()), low_view));
                texts.push((Field::View(id()), high_view));
            }
        }
    }
    let long = |(what, text): (Field, &str)| {
        let letters = text.chars().count();
        (letters > LONGEST_TEXT).then_some(Warning::LongText { what: what.to_string(), letters })
    };
    texts.into_iter().filter_map(long).collect()
}

/// Keys that stand twice where the reader would keep only the last. Plenary never writes that, so it
/// is only looked for in files that were changed outside: a merge by hand makes it.
pub(super) fn repeated(text: &str) -> Vec<Warning> {
    let Ok(lists) = crate::document::options().from_str::<Lists>(text) else { return Vec::new() };
    let named = |place, Twice(keys): Twice| keys.into_iter().map(move |key| Warning::Repeated { place, key: key.0 });
    named("answers", lists.answers).chain(named("seconds", lists.seconds)).collect()
}

#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct Lists {
    answers: Twice,
    seconds: Twice,
}

#[derive(Default)]
struct Twice(BTreeSet<Id>);

impl<'de> Deserialize<'de> for Twice {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Keys;
        impl<'de> Visitor<'de> for Keys {
            type Value = Twice;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a map")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Twice, A::Error> {
                let (mut seen, mut twice) = (BTreeSet::new(), BTreeSet::new());
                while let Some((key, IgnoredAny)) = map.next_entry::<Id, IgnoredAny>()? {
                    if !seen.insert(key.clone()) {
                        twice.insert(key);
                    }
                }
                Ok(Twice(twice))
            }
        }
        deserializer.deserialize_map(Keys)
    }
}
