//! The second version of the framework: the same items in better words, for sessions of both.

use crate::support::said::{Said, at};
use plenary::analysis::{ThenNow, TurnKind, compare};
use plenary::framework::{Framework, Id, Rating};
use plenary::session::{Source, merge};

/// What was asked before, with its wording, kept as it was.
const FIRST: &str = include_str!("../fixtures/framework-v1.ron");

fn first() -> Framework {
    Framework::parse(FIRST, "framework-v1.ron").unwrap_or_else(|error| panic!("{error}"))
}

/// A session that was held with the first version.
fn held_then() -> Said {
    let mut said = Said::on(first());
    said.rate("I1", 2).rate_levels("A2", 2, 3).rate("O3", 3).could_happen("R6", 2, 4).dots("R7", 3);
    assert_eq!(said.session.framework.version, 1);
    said
}

fn held_now() -> Said {
    let mut said = Said::nothing();
    said.rate("I1", 4).rate_levels("A2", 4, 4).rate("O3", 3).could_happen("R6", 2, 4);
    said.session.id = "fedcba9876543210".into();
    assert_eq!(said.session.framework.version, 2);
    said
}

#[test]
fn the_second_version_asks_for_the_same_items_in_the_sources_words() {
    let (then, now) = (first(), Framework::built_in().unwrap());
    let texts = |framework: &Framework| -> Vec<(String, String)> {
        framework.items().map(|item| (item.id().to_string(), item.text().to_owned())).collect()
    };
    assert_eq!(texts(&then), texts(&now));
    assert_eq!((then.id.as_str(), then.format), (now.id.as_str(), now.format));
    let titles = |framework: &Framework| framework.stages.iter().map(|one| one.title.clone()).collect::<Vec<_>>();
    assert_eq!(titles(&then), titles(&now));
}

#[test]
fn a_session_of_the_first_version_is_told_in_the_words_of_the_second() {
    let held = held_then();
    let told = Said { framework: Framework::built_in().unwrap(), ..held }.told();
    let of =
        |id: &str| told["features"].as_array().unwrap().iter().find(|one| one["id"] == id).unwrap()["rating"].clone();
    assert_eq!((of("I1"), of("A2"), told["framework"]["version"].clone()), (2.into(), 2.into(), 1.into()));
}

#[test]
fn sessions_of_both_versions_compare_and_say_so() {
    let (then, now) = (held_then(), held_now());
    let comparison = compare(&now.framework, &then.session, &now.session).unwrap();
    assert_eq!(comparison.versions(), Some(ThenNow { then: 1, now: 2 }));
    assert!(comparison.unmatched.is_empty(), "{:?}", comparison.unmatched);
    let ups: Vec<&str> = comparison.of_kind(TurnKind::Up).map(|change| change.feature.id.as_str()).collect();
    assert_eq!(ups, ["I1", "A2"]);
    assert_eq!(
        comparison.of_kind(TurnKind::Same).map(|one| one.feature.label.as_str()).collect::<Vec<_>>(),
        ["Offending"]
    );
}

#[test]
fn tables_of_both_versions_merge_under_the_newer() {
    let (then, now) = (held_then(), held_now());
    let sources = [Source { name: "Blue", session: &then.session }, Source { name: "Red", session: &now.session }];
    let merged = merge(&sources, "00112233445566aa".into(), at()).unwrap();
    assert_eq!(merged.session.framework.version, 2);
    assert_eq!(merged.to_settle.iter().map(Id::as_str).collect::<Vec<_>>(), ["A2", "I1"]);
    let agreed = |id: &str| merged.session.answer(&id.into()).decided.at(None).rating().map(Rating::number);
    assert_eq!(agreed("O3"), Some(3));
}
