//! Many partnerships together: what is counted, what is told, and what is not told of fewer than five.

use crate::support::many;
use crate::support::said::{Said, id, not_agreed};
use crate::support::sample;
use plenary::analysis::{Added, Category, ItemTold, Portfolio, PortfolioTold, State};
use plenary::framework::{Framework, Item, Rating};
use plenary::session::{Decided, Decision, Session};
use proptest::prelude::*;
use std::sync::LazyLock;

/// A session of a partnership in a year with a rating on I1; 0 is not agreed.
fn session(partnership: usize, year: i16, rating: u8) -> Session {
    static BLANK: LazyLock<Session> = LazyLock::new(|| Said::nothing().session);
    let mut session = BLANK.clone();
    let decision = Rating::try_from(rating).map_or(not_agreed(2, 4), Decision::Agreed);
    session.answers.entry(id("I1")).or_default().decided = Decided::Whole(decision);
    session.about.partnership = format!("Partnership {partnership}");
    session.about.date = Some(jiff::civil::date(year, 5, 1));
    session
}

fn told<'all>(framework: &'all Framework, sessions: &[Session]) -> PortfolioTold<'all> {
    let mut portfolio = Portfolio::of(framework);
    for session in sessions {
        assert_eq!(portfolio.add(session), Added::Counted);
    }
    portfolio.told()
}

fn item<'all, 'told>(told: &'told PortfolioTold<'all>, name: &str) -> &'told ItemTold<'all> {
    told.items.iter().find(|told| *told.item.id() == id(name)).unwrap()
}

/// The parts that hold somebody, in words.
fn parts(told: &ItemTold<'_>) -> Vec<(String, u32)> {
    let words = |part: &plenary::analysis::Part| {
        part.categories.iter().map(|category| category.key()).collect::<Vec<_>>().join("|")
    };
    told.parts.iter().filter(|part| part.sessions > 0).map(|part| (words(part), part.sessions)).collect()
}

#[test]
fn states_are_counted_over_sessions_and_told_from_five_partnerships() {
    let framework = Framework::built_in().unwrap();
    let sessions: Vec<Session> =
        (0..6).map(|one| session(one, 2025, 4)).chain((0..7).map(|one| session(one, 2026, 2))).collect();
    let told = told(&framework, &sessions);
    assert_eq!((told.sessions, told.partnerships), (13, 7));
    assert_eq!(parts(item(&told, "I1")), [("strength".to_owned(), 6), ("weakness".to_owned(), 7)]);
    let periods: Vec<_> =
        item(&told, "I1").periods.iter().map(|one| (one.from, one.to, one.trouble, one.sessions)).collect();
    assert_eq!(periods, [(2025, 2025, 0, 6), (2026, 2026, 7, 7)]);
    let (often, hidden) = told.most_often(|category| matches!(category, Category::State(state) if state.is_weak()));
    assert_eq!((often[0].item.id().as_str(), often[0].sessions, hidden), ("I1", 7, 0));
}

#[test]
fn few_partnerships_stand_together_with_others_and_cannot_be_found_by_subtraction() {
    let framework = Framework::built_in().unwrap();
    let ratings = [4, 4, 4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 2, 2, 0, 0, 0];
    let sessions: Vec<Session> = ratings.iter().enumerate().map(|(one, rating)| session(one, 2026, *rating)).collect();
    let told = told(&framework, &sessions);
    // Two weaknesses and three that are contested stand together; four that are mixed would follow from 17 - 5 - 8,
    // so they stand with those that are strong. A zero in such a part is not told either.
    let expected = [
        ("strength|untested_strength|mixed|not_relevant|not_discussed".to_owned(), 12),
        ("suspected_weakness|weakness|contested|blind_spot".to_owned(), 5),
    ];
    assert_eq!(parts(item(&told, "I1")), expected);
    let (often, hidden) = told.most_often(|category| matches!(category, Category::State(State::Weakness)));
    assert_eq!((often.len(), hidden), (0, 1));
    let periods: Vec<_> = item(&told, "I1").periods.iter().map(|one| (one.trouble, one.sessions)).collect();
    assert_eq!(periods, [(5, 17)]);
}

#[test]
fn where_one_to_four_partnerships_are_in_trouble_nothing_of_the_item_is_told() {
    let framework = Framework::built_in().unwrap();
    let sessions: Vec<Session> = (0..20).map(|one| session(one, 2026, if one < 4 { 2 } else { 4 })).collect();
    let told = told(&framework, &sessions);
    let item = item(&told, "I1");
    assert!(item.parts.is_empty() && item.periods.is_empty(), "{item:?}");
}

#[test]
fn under_five_partnerships_only_their_number_is_told() {
    let framework = Framework::built_in().unwrap();
    let sessions: Vec<Session> = (2020..2027).flat_map(|year| (0..4).map(move |one| session(one, year, 2))).collect();
    let told = told(&framework, &sessions);
    assert_eq!((told.sessions, told.partnerships, told.items.len()), (28, 4, 0), "28 sessions of four partnerships");
    let nameless: Vec<Session> =
        (0..9).map(|_| Session { about: plenary::session::About::default(), ..session(0, 2026, 2) }).collect();
    let mut portfolio = Portfolio::of(&framework);
    for session in &nameless {
        assert_eq!(portfolio.add(session), Added::Counted);
    }
    assert_eq!(portfolio.told().partnerships, 1, "without names nobody can say that they are nine");
}

#[test]
fn years_in_which_few_met_are_put_together() {
    let framework = Framework::built_in().unwrap();
    let year = |year, from, to| (from..to).map(move |one| session(one, year, if one < 5 { 2 } else { 4 }));
    let sessions: Vec<Session> =
        year(2022, 0, 3).chain(year(2023, 3, 10)).chain(year(2024, 0, 10)).chain(year(2025, 0, 2)).collect();
    let told = told(&framework, &sessions);
    let periods: Vec<_> =
        item(&told, "I1").periods.iter().map(|one| (one.from, one.to, one.trouble, one.sessions)).collect();
    // 2022 has only three; with 2023 there are five weak and five strong. 2025 has two and joins 2024.
    assert_eq!(periods, [(2022, 2023, 5, 10), (2024, 2025, 7, 12)]);
}

#[test]
fn what_is_no_evidence_is_left_out_and_said() {
    let framework = Framework::built_in().unwrap();
    let mut portfolio = Portfolio::of(&framework);
    assert_eq!(portfolio.add(&sample("riverside-2026")), Added::Demo);
    assert_eq!(portfolio.add(&Said::nothing().session), Added::NothingSaid);
    let mut other = session(1, 2026, 3);
    other.framework.id = "another".into();
    assert_eq!(portfolio.add(&other), Added::OtherFramework);
    assert_eq!(portfolio.told().sessions, 0);
}

#[test]
fn a_large_portfolio_tells_of_every_feature_and_names_no_partnership() {
    let framework = Framework::built_in().unwrap();
    let sessions: Vec<Session> = (0..120).map(|number| many::session(&framework, number, 30)).collect();
    let told = told(&framework, &sessions);
    for item in &told.items {
        assert_eq!(item.parts.iter().map(|part| part.sessions).sum::<u32>(), 120, "{}", item.item.id());
    }
    assert!(!format!("{told:?}").contains("Partnership 0"), "a name is in what is told");
    assert!(told.items.iter().any(|told| matches!(told.item, Item::Risk(_)) && !told.periods.is_empty()));
}

proptest! {
    #![proptest_config(crate::support::cases(60))]

    #[test]
    fn no_number_that_is_told_is_of_one_to_four_partnerships(
        said in proptest::collection::vec((0..9_usize, 2023..2027_i16, 0..6_u8), 1..60),
    ) {
        let framework = Framework::built_in().unwrap();
        let sessions: Vec<Session> = said.iter().map(|(who, year, rating)| session(*who, *year, *rating)).collect();
        let told = told(&framework, &sessions);
        let all = said.iter();
        for item in told.items.iter().filter(|told| *told.item.id() == id("I1")) {
            for part in item.parts.iter().filter(|part| part.sessions > 0) {
                let holds = |rating: u8| {
                    let state = match rating { 0 => State::Contested, 1 | 2 => State::Weakness, 3 => State::Mixed, _ => State::Strength };
                    part.categories.contains(&Category::State(state))
                };
                let who: std::collections::BTreeSet<_> = all.clone().filter(|(_, _, rating)| holds(*rating)).map(|(who, ..)| who).collect();
                prop_assert!(who.len() >= 5, "{part:?} is of {who:?}");
            }
            for period in &item.periods {
                let inside = |year: i16| (period.from..=period.to).contains(&year);
                for trouble in [true, false] {
                    let who: std::collections::BTreeSet<_> = all
                        .clone()
                        .filter(|(_, year, rating)| inside(*year) && (*rating < 3) == trouble)
                        .map(|(who, ..)| who)
                        .collect();
                    prop_assert!(who.is_empty() || who.len() >= 5, "{period:?}: {who:?}");
                }
            }
        }
    }
}

#[test]
fn the_report_tells_what_may_be_told_and_names_no_partnership() {
    use crate::support::unpacked::html_text;
    use plenary::report::{Format, LeftOut, PortfolioReport};
    let framework = Framework::built_in().unwrap();
    let sessions: Vec<Session> =
        (0..6).map(|one| session(one, 2025, 4)).chain((0..7).map(|one| session(one, 2026, 2))).collect();
    let several = told(&framework, &sessions);
    let several = PortfolioReport::of(&framework, &several, LeftOut::default());
    let written = |format| several.write(format).map(|bytes| String::from_utf8(bytes).unwrap());
    let page = html_text(&written(Format::Html).unwrap());
    for words in ["13 sessions of 7 partnerships", "Strength: 6", "Weakness: 7", "2026: 7 of 7", "this is no ranking"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let csv = written(Format::Csv).unwrap();
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let rows: Vec<Vec<String>> = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    let of_i1 = |years: &str, state: &str| {
        rows.iter()
            .find(|row| row[1] == "I1" && row[3] == years && row[4] == state)
            .map(|row| (row[5].clone(), row[6].clone()))
    };
    assert_eq!(of_i1("", "weakness"), Some(("7".into(), "13".into())), "{csv}");
    assert_eq!(of_i1("2025", "trouble"), Some(("0".into(), "6".into())));
    assert!(!page.contains("Partnership 3") && !csv.contains("Partnership 3"));
    assert_eq!(written(Format::Json).unwrap(), several.json());
    assert!(written(Format::Word).is_err_and(|why| why.to_string().contains("html, csv or json")));

    let few = told(&framework, &sessions[..4]);
    let few = PortfolioReport::of(&framework, &few, LeftOut::default());
    let page = html_text(&String::from_utf8(few.write(Format::Html).unwrap()).unwrap());
    assert!(page.contains("nothing is told of what they said") && !page.contains("Strength"), "{page}");
    assert_eq!(String::from_utf8(few.write(Format::Csv).unwrap()).unwrap().lines().count(), 1);
}
