//! Which categories of an item are told by themselves, and which stand together so that none of them tells on anybody.
//!
//! It looks at counts only; what the categories mean it does not know, but for which of them speak of trouble.

use super::cell::Cell;

/// Parts the categories, each place in one part and no part with both trouble and others in it; `None` where nothing
/// but the number of sessions may be told.
pub(super) fn parted(cells: &[Cell], is_trouble: &[bool]) -> Option<Vec<Vec<usize>>> {
    let places = |wanted: bool| (0..cells.len()).filter(|place| is_trouble.get(*place) == Some(&wanted)).collect();
    let mut parts = parted_among(cells, places(true))?;
    parts.extend(parted_among(cells, places(false))?);
    parts.sort_by_key(|part| part.first().copied());
    Some(parts)
}

/// Parts some of the categories: all alone where each is nobody's or five partnerships' or more. Otherwise those that
/// are not, and those that are nobody's, stand together; and with them the smallest of the others, one after the
/// other and equals together, until five partnerships are in the part and its number leaves a choice for each.
fn parted_among(cells: &[Cell], places: Vec<usize>) -> Option<Vec<Vec<usize>>> {
    if places.iter().all(|place| cells[*place].is_safe()) {
        return Some(places.into_iter().map(|place| vec![place]).collect());
    }
    let (mut alone, mut together): (Vec<usize>, Vec<usize>) =
        places.into_iter().partition(|place| cells[*place].is_many());
    // The largest first, so that the smallest is the last. Which of equals joins must not depend on their places:
    // that would tell which of them is the small one.
    alone.sort_by_key(|place| std::cmp::Reverse(cells[*place].sessions));
    let mut joined = false;
    while !leaves_a_choice(cells, &together, joined) {
        let smallest = cells[*alone.last()?].sessions;
        together.extend(alone.extract_if(.., |place| cells[*place].sessions == smallest));
        joined = true;
    }
    together.sort_unstable();
    let mut parts: Vec<Vec<usize>> = alone.into_iter().map(|place| vec![place]).collect();
    parts.push(together);
    parts.sort_by_key(|part| part.first().copied());
    Some(parts)
}

/// Whether the number of a part leaves at least two possible values for each of its categories. Where no large one
/// joined, each is at most four: four times as many as there are would say that each is four.
fn leaves_a_choice(cells: &[Cell], together: &[usize], joined: bool) -> bool {
    let sum = Cell::sum(together.iter().map(|place| &cells[*place]));
    let most = 4 * u32::try_from(together.len()).unwrap_or(u32::MAX);
    together.len() >= 2 && sum.is_many() && (joined || sum.sessions < most)
}

#[cfg(test)]
mod tests {
    use super::parted;
    use crate::analysis::portfolio::cell::Cell;
    use std::collections::{BTreeMap, BTreeSet};

    /// A cell of so many sessions, each of a partnership of its own.
    fn cells(counts: &[u32]) -> Vec<Cell> {
        let mut next = 0;
        let mut cell = |count: &u32| {
            let mut cell = Cell::default();
            for _ in 0..*count {
                cell.count(next);
                next += 1;
            }
            cell
        };
        counts.iter().map(&mut cell).collect()
    }

    /// What a reader sees: every part with its number, and whether there were parts at all.
    fn published(counts: &[u32], is_trouble: &[bool]) -> Option<Vec<(Vec<usize>, u32)>> {
        let parts = parted(&cells(counts), is_trouble)?;
        let number = |part: &Vec<usize>| part.iter().map(|place| counts[*place]).sum();
        Some(parts.iter().map(|part| (part.clone(), number(part))).collect())
    }

    /// Every way to share out so many sessions.
    fn ways(categories: usize, sessions: u32) -> Vec<Vec<u32>> {
        if categories == 1 {
            return vec![vec![sessions]];
        }
        let longer =
            |first| ways(categories - 1, sessions - first).into_iter().map(move |rest| [vec![first], rest].concat());
        (0..=sessions).flat_map(longer).collect()
    }

    #[test]
    fn what_is_published_leaves_a_choice_for_every_count_under_five() {
        // Every table of 5 to 16 sessions over four categories, some of them trouble: the reader knows the rule and
        // the number of sessions, and asks which tables give just this publication.
        for is_trouble in [[true, true, false, false], [true, false, false, false], [true, true, true, false]] {
            for sessions in 5..=16 {
                let mut tables: BTreeMap<_, Vec<Vec<u32>>> = BTreeMap::new();
                for table in ways(4, sessions) {
                    tables.entry(published(&table, &is_trouble)).or_default().push(table);
                }
                for (published, tables) in tables {
                    for place in 0..4 {
                        let values: BTreeSet<u32> = tables.iter().map(|table| table[place]).collect();
                        let small = values.iter().all(|value| (1..5).contains(value));
                        assert!(values.len() > 1 || !small, "{published:?} says {values:?} at {place}: {tables:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn five_partnerships_are_told_and_one_that_came_five_times_is_not() {
        let mut often = Cell::default();
        for _ in 0..9 {
            often.count(7);
        }
        let mut many = cells(&[6, 0, 12]);
        many[1] = often;
        let parts = parted(&many, &[false, false, true]);
        assert_eq!(parts, Some(vec![vec![0, 1], vec![2]]));
    }

    #[test]
    fn with_fewer_than_five_partnerships_nothing_is_told() {
        assert_eq!(parted(&cells(&[2, 1, 1]), &[true, false, false]), None);
    }
}
