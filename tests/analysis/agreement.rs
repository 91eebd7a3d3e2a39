//! The plain word, the numbers behind it and what they do to the map: laws over every small distribution.

use plenary::analysis::{
    State, Word, agreement, compare_closeness, consensus, consensus_of, median, movement, quartile_range, read,
    who_speaks_first,
};
use plenary::framework::{Confidence, Framework, Id, Level, Rating};
use plenary::session::{Answer, Counts, Counts5, Decided, Decision, Revealed, Round, Tally};
use std::cmp::Ordering;

/// Every way in which some people can vote 1 to 5.
fn distributions(people: u16) -> Vec<Counts5> {
    let mut all = Vec::new();
    for one in 0..=people {
        for two in 0..=people - one {
            for three in 0..=people - one - two {
                for four in 0..=people - one - two - three {
                    all.push(Counts5([one, two, three, four, people - one - two - three - four]));
                }
            }
        }
    }
    all
}

fn every_distribution() -> impl Iterator<Item = Counts5> {
    (3..=12).flat_map(distributions)
}

/// The votes one by one, lowest first.
fn votes(counts: &Counts5) -> Vec<f64> {
    let each = counts.0.iter().zip([1.0, 2.0, 3.0, 4.0, 5.0]);
    each.flat_map(|(count, rating)| vec![rating; usize::from(*count)]).collect()
}

fn number(of: usize) -> f64 {
    f64::from(u16::try_from(of).unwrap())
}

fn same(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-12
}

/// A quantile as a spreadsheet computes it: between the votes at either side of its place.
fn quantile(votes: &[f64], share: f64) -> f64 {
    let place = share * (number(votes.len()) - 1.0);
    let below = (0..votes.len()).rev().find(|index| number(*index) <= place).unwrap();
    let above = (below + 1).min(votes.len() - 1);
    votes[below] + (votes[above] - votes[below]) * place.fract()
}

/// The five rules as product and statistics books put them, in floating point and over single votes.
fn word_by_the_book(counts: &Counts5) -> Word {
    let votes = votes(counts);
    let n = number(votes.len());
    let count = |wanted: &dyn Fn(f64) -> bool| number(votes.iter().filter(|vote| wanted(**vote)).count());
    let smaller = count(&|vote| vote <= 2.0).min(count(&|vote| vote >= 4.0));
    let middle = quantile(&votes, 0.5);
    if votes[votes.len() - 1] - votes[0] <= 1.0 {
        Word::Agreed
    } else if smaller >= 2.0 && smaller / n >= 0.25 && count(&|vote| (vote - 3.0).abs() < 0.5) < smaller {
        Word::TwoCamps
    } else if quantile(&votes, 0.75) - quantile(&votes, 0.25) >= 2.0 {
        Word::Spread
    } else if votes.iter().any(|vote| (vote - middle).abs() >= 2.0) {
        Word::Outlier
    } else {
        Word::BroadlyAgreed
    }
}

fn reversed(counts: &Counts5) -> Counts5 {
    let mut counts = *counts;
    counts.0.reverse();
    counts
}

fn word(counts: [u16; 5]) -> Option<Word> {
    agreement(&Counts5(counts))
}

#[test]
fn every_distribution_has_the_word_of_the_book() {
    let mut seen = 0;
    for counts in every_distribution() {
        assert_eq!(agreement(&counts), Some(word_by_the_book(&counts)), "{counts:?}");
        let sorted = votes(&counts);
        assert!(same(f64::from(median(&counts).unwrap().halves()) / 2.0, quantile(&sorted, 0.5)), "{counts:?}");
        let range = quantile(&sorted, 0.75) - quantile(&sorted, 0.25);
        assert!(same(f64::from(quartile_range(&counts).unwrap()) / 4.0, range), "{counts:?}");
        seen += 1;
    }
    assert_eq!(seen, 6_167, "all of them: C(n+4, 4) for n of 3 to 12");
}

#[test]
fn each_word_keeps_its_promise() {
    let mut seen = std::collections::BTreeSet::new();
    for counts in every_distribution() {
        let word = agreement(&counts).unwrap();
        let (low, high) = (counts.lowest().unwrap().number(), counts.highest().unwrap().number());
        let n = counts.total();
        let camps = (u32::from(counts.0[0] + counts.0[1]), u32::from(counts.0[3] + counts.0[4]));
        let (lowest, highest) = (low * 2, high * 2);
        let middle = median(&counts).unwrap().halves();
        let far = middle - lowest >= 4 || highest - middle >= 4;
        match word {
            Word::Agreed => assert!(high - low <= 1, "{counts:?}"),
            Word::TwoCamps => {
                assert!(camps.0 * 4 >= n && camps.1 * 4 >= n, "both camps hold a fourth: {counts:?}");
                assert!(camps.0 >= 2 && camps.1 >= 2, "nobody is a camp: {counts:?}");
                assert!(u32::from(counts.0[2]) < camps.0.min(camps.1), "the middle is thin: {counts:?}");
            }
            Word::Spread => assert!(quartile_range(&counts).unwrap() >= 8 && high - low >= 2, "{counts:?}"),
            Word::Outlier => assert!(far && quartile_range(&counts).unwrap() < 8, "{counts:?}"),
            Word::BroadlyAgreed => assert!(!far && high - low <= 3, "nobody is far from the middle: {counts:?}"),
        }
        seen.insert(word);
    }
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), Word::ALL, "each word comes up");
}

#[test]
fn low_and_high_are_treated_alike() {
    for counts in every_distribution() {
        let mirror = reversed(&counts);
        assert_eq!(agreement(&counts), agreement(&mirror), "{counts:?}");
        assert_eq!(quartile_range(&counts), quartile_range(&mirror), "{counts:?}");
        assert_eq!(median(&counts).unwrap().halves() + median(&mirror).unwrap().halves(), 12, "{counts:?}");
        assert_eq!(compare_closeness(&counts, &mirror), Some(Ordering::Equal), "{counts:?}");
        let (mine, theirs) = (who_speaks_first(&counts), who_speaks_first(&mirror));
        assert_eq!(mine.is_some(), theirs.is_some(), "{counts:?}");
        if let Some((mine, theirs)) = mine.zip(theirs) {
            assert_eq!(mine.lowest.number() + theirs.highest.number(), 6);
        }
    }
}

#[test]
fn a_vote_at_the_median_breaks_no_agreement() {
    for counts in every_distribution().filter(|counts| agreement(counts) == Some(Word::Agreed)) {
        let middle = median(&counts).unwrap();
        for rating in Rating::ALL.into_iter().filter(|rating| rating.number().abs_diff(middle.halves() / 2) == 0) {
            let mut more = counts;
            more.0[rating.index()] += 1;
            assert_eq!(agreement(&more), Some(Word::Agreed), "{counts:?} and {rating}");
        }
    }
}

#[test]
fn doubling_the_room_keeps_agreement_and_its_middle() {
    for counts in every_distribution() {
        let double = counts.plus(&counts);
        assert_eq!(median(&double), median(&counts), "{counts:?}");
        assert_eq!(agreement(&double) == Some(Word::Agreed), agreement(&counts) == Some(Word::Agreed), "{counts:?}");
        assert_eq!(compare_closeness(&counts, &double), Some(Ordering::Equal), "{counts:?}");
    }
}

#[test]
fn fewer_than_three_votes_have_no_word() {
    for people in 0..3 {
        for counts in distributions(people) {
            assert_eq!(agreement(&counts), None, "{counts:?}");
            assert_eq!(median(&counts).is_some(), people > 0);
            assert_eq!(consensus(&counts).is_some(), people > 0);
        }
    }
}

#[test]
fn words_of_known_rooms() {
    assert_eq!(word([0, 2, 5, 3, 1]), Some(Word::Outlier), "a 5 is two from a median of 3");
    assert_eq!(word([0, 2, 5, 4, 0]), Some(Word::BroadlyAgreed));
    assert_eq!(word([0, 0, 0, 5, 7]), Some(Word::Agreed));
    assert_eq!(word([0, 0, 12, 0, 0]), Some(Word::Agreed));
    assert_eq!(word([2, 1, 2, 0, 3]), Some(Word::TwoCamps));
    assert_eq!(word([2, 1, 3, 0, 3]), Some(Word::Spread), "the middle is as strong as the camps");
    assert_eq!(word([1, 0, 1, 0, 1]), Some(Word::Spread), "one person is no camp");
    assert_eq!(word([0, 1, 0, 3, 8]), Some(Word::Outlier));
    assert_eq!(word([u16::MAX; 5]), Some(Word::TwoCamps), "a file may say anything");
    assert_eq!(Word::ALL.map(Word::key), ["agreed", "two_camps", "spread", "outlier", "broadly_agreed"]);
}

#[test]
fn the_lowest_and_the_highest_are_heard_first() {
    let first =
        |counts| who_speaks_first(&Counts5(counts)).map(|first| (first.lowest.number(), first.highest.number()));
    assert_eq!(first([0, 2, 5, 3, 1]), Some((2, 5)));
    assert_eq!(first([0, 0, 4, 4, 0]), None, "agreed");
    assert_eq!(first([0, 0, 9, 0, 0]), None, "agreed on the middle");
    assert_eq!(first([0, 0, 0, 1, 5]), None, "agreed at 5");
    assert_eq!(first([4, 0, 0, 0, 0]), None, "agreed at 1");
    assert_eq!(first([0, 0, 0, 3, 3]), None, "agreed between 4 and 5");
    assert_eq!(first([1, 0, 0, 0, 1]), Some((1, 5)), "no word yet, but two to hear");
    assert_eq!(first([0; 5]), None);
}

#[test]
fn consensus_has_the_value_of_the_paper() {
    let paper = consensus_of(&[30, 40, 210, 130, 530, 50, 10]).unwrap();
    assert!((paper - 0.725_687_6).abs() < 5e-8, "{paper}");
}

#[test]
fn consensus_is_one_for_one_mind_and_nothing_for_two_ends() {
    for counts in (1..=12).flat_map(distributions) {
        let close = consensus(&counts).unwrap();
        assert!((0.0..=1.0).contains(&close), "{counts:?}: {close}");
        let unanimous = counts.lowest() == counts.highest();
        assert_eq!((close - 1.0).abs() < 1e-12, unanimous, "{counts:?}: {close}");
        let ends = counts.0[0] == counts.0[4] && counts.0[1..4] == [0; 3];
        assert_eq!(close < 1e-12, ends, "{counts:?}: {close}");
    }
    assert_eq!(consensus_of(&[]), None);
    assert_eq!(consensus_of(&[3]), None, "one category is no scale");
    assert_eq!(consensus_of(&[0, 0, 0]), None);
    assert_eq!(consensus_of(&[1, 1]), Some(0.0));
}

#[test]
fn two_rounds_show_movement() {
    let moved = |first, second| movement(&Counts5(first), &Counts5(second)).unwrap();
    let closer = moved([2, 3, 3, 2, 2], [0, 1, 5, 6, 0]);
    assert_eq!((closer.halves(), closer.closeness), (1, Ordering::Greater));
    assert_eq!(closer.words.1, Some(Word::BroadlyAgreed));
    let apart = moved([0, 0, 4, 0, 0], [1, 0, 2, 0, 1]);
    assert_eq!((apart.halves(), apart.closeness), (0, Ordering::Less));
    let down = moved([0, 0, 0, 0, 3], [3, 0, 0, 0, 0]);
    assert_eq!((down.halves(), down.closeness), (-8, Ordering::Equal));
    assert_eq!(movement(&Counts5([0; 5]), &Counts5([1, 0, 0, 0, 0])), None);
}

fn voted(level: Option<Level>, counts: [u16; 5], dont_know: u16) -> Revealed {
    let round = Round::of([Tally { counts: Counts5(counts), dont_know, ..Tally::default() }]);
    Revealed { at: "2026-03-12T14:32:00Z".parse().unwrap(), level, round, ..Default::default() }
}

#[test]
fn a_third_of_dont_knows_is_a_blind_spot() {
    let framework = Framework::built_in().unwrap();
    let stage = &framework.stages[0];
    let state =
        |decided: Decided, rounds: Vec<Revealed>| read(stage, &Answer { decided, rounds, ..Answer::default() }).state;
    let four = || Decided::Whole(Decision::Agreed(Rating::Four));
    assert_eq!(state(four(), vec![voted(None, [0, 0, 2, 5, 1], 4)]), State::BlindSpot, "4 of 12");
    assert_eq!(state(four(), vec![voted(None, [0, 0, 3, 5, 1], 4)]), State::Strength, "4 of 13");
    assert_eq!(state(four(), vec![voted(None, [0; 5], 4)]), State::BlindSpot);
    assert_eq!(state(four(), vec![voted(None, [0, 0, 0, 2, 0], 1)]), State::BlindSpot, "1 of 3");
    assert_eq!(state(four(), vec![voted(None, [0, 0, 0, 1, 0], 1)]), State::Strength, "two people are no room");
    assert_eq!(state(four(), vec![voted(None, [0, 0, 0, 4, 0], 0)]), State::Strength);
    let (unsure, sure) = (voted(None, [0, 0, 0, 4, 0], 8), voted(None, [0, 0, 0, 12, 0], 0));
    assert_eq!(state(four(), vec![unsure.clone(), sure.clone()]), State::Strength, "the latest round counts");
    assert_eq!(state(four(), vec![sure, unsure.clone()]), State::BlindSpot);
    assert_eq!(state(Decided::Whole(Decision::NotDiscussed), vec![unsure.clone()]), State::NotDiscussed);
    assert_eq!(state(Decided::Whole(Decision::NotRelevant), vec![unsure]), State::NotRelevant);

    let levels = |operational| Decided::Levels { strategic: Decision::Agreed(Rating::Four), operational };
    let unsure = || vec![voted(Some(Level::Operational), [0, 0, 0, 4, 0], 8)];
    assert_eq!(state(levels(Decision::Agreed(Rating::Four)), unsure()), State::BlindSpot, "at one of two levels");
    assert_eq!(state(levels(Decision::NotDiscussed), unsure()), State::NotDiscussed, "not decided there yet");
}

#[test]
fn a_rating_agreed_on_evidence_after_the_vote_clears_a_blind_spot() {
    let framework = Framework::built_in().unwrap();
    let (_, stage, feature) = framework.feature(&Id::from("I1")).unwrap();
    let (before, voted_at, after) = ("2026-03-12T14:00:00Z", "2026-03-12T14:32:00Z", "2026-03-12T14:40:00Z");
    let at = |time: &str| time.parse::<jiff::Timestamp>().unwrap();
    let state = |rated: &[&str], confidence: Option<Confidence>| {
        let mut session = plenary::session::Session::new(&framework, "00112233445566ff".into(), at(before));
        for time in rated {
            if *time == voted_at {
                session.reveal((feature, None), voted(None, [0, 0, 2, 5, 1], 4).round, at(time)).unwrap();
            } else {
                session.decide(feature, None, Decision::Agreed(Rating::Four), at(time)).unwrap();
            }
        }
        session.trust(feature, confidence).unwrap();
        read(stage, session.answer(&feature.id)).state
    };
    assert_eq!(state(&[voted_at, after], None), State::BlindSpot, "nobody asked what it rests on");
    assert_eq!(state(&[voted_at, after], Some(Confidence::Low)), State::BlindSpot);
    assert_eq!(state(&[voted_at, after], Some(Confidence::Medium)), State::Strength);
    assert_eq!(state(&[before, voted_at], Some(Confidence::High)), State::BlindSpot, "agreed before the vote");
    assert_eq!(state(&[before, voted_at, after], Some(Confidence::High)), State::Strength, "and again after it");
}
