//! Lower, similar or higher than the rest of the room, for groups too small to show, where the word tells no count.
//!
//! Whether words are said at all depends only on totals that are shown: every outcome they allow must leave a choice.

use super::pattern::{Sums, withheld};
use super::{LEAST_COMPARED, LEAST_SHOWN};
use crate::analysis::{LEAST_VOTES, median};
use crate::framework::names;
use std::collections::BTreeMap;

names! {
    /// Where a group's median stands beside that of the rest of the room.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Compared;
    /// At least one lower.
    Lower: "lower", "lower than the rest";
    /// Less than one apart.
    Similar: "similar", "similar to the rest";
    /// At least one higher.
    Higher: "higher", "higher than the rest";
}

/// A gap worth a word, in halves.
const GAP: u8 = 2;

/// More splits of the votes than this are not searched; such a group says nothing. A few milliseconds.
const MOST_SPLITS: u64 = 20_000;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) word: Option<Compared>,
    /// Whether it is of three or four and says nothing unless it agrees to be heard.
    pub(super) silent: bool,
}

impl Said {
    /// Of a group that says nothing by the rules.
    pub(super) fn silent(group: &Sums) -> Self {
        let ballots = group.ballots();
        Self { word: None, silent: (LEAST_COMPARED..LEAST_SHOWN).contains(&ballots) }
    }
}

/// A word for each hidden group, or none: `total` is the shown total they are in, `room` the room's. Those that agreed
/// to be heard say theirs too, where it settles no count of another small group that did not.
pub(super) fn compared(total: &Sums, room: &Sums, hidden: &[Sums], agreed: &[bool]) -> Vec<Said> {
    let sizes: Vec<u32> = hidden.iter().map(Sums::ballots).collect();
    let mut speaking: Vec<usize> = (0..hidden.len()).filter(|place| sizes[*place] >= LEAST_COMPARED).collect();
    speaking.sort_by_key(|place| (sizes[*place], *place));
    let asks = |speaking: &[usize], protected: &dyn Fn(usize) -> bool| {
        Search::is_safe(total, room, &sizes, (speaking, speaking), protected, &|_| true)
    };
    while !speaking.is_empty() && !asks(&speaking, &|_| true) {
        // The largest falls silent first: the small ones have no other way to be heard.
        speaking.pop();
    }
    let silent = |place: usize| if speaking.contains(&place) { Said::default() } else { Said::silent(&hidden[place]) };
    let mut said: Vec<Said> = (0..hidden.len()).map(silent).collect();
    let heard = heard(&said, &sizes, agreed, |asked, protected| asks(&[&speaking[..], asked].concat(), protected));
    for place in speaking.into_iter().chain(heard) {
        said[place].word = word(&hidden[place], room);
    }
    said
}

/// The same where a round shows no groups after all: of `groups` those at `hidden` are nearly of one mind, which is
/// what the reader of the missing table knows besides the room's counts. Only who agreed to it is heard.
pub(super) fn compared_unshown(room: &Sums, groups: &[Sums], hidden: &[usize], agreed: &[bool]) -> Vec<Said> {
    let sizes: Vec<u32> = groups.iter().map(Sums::ballots).collect();
    let of_one_mind: Vec<Sums> = hidden.iter().map(|place| groups[*place]).collect();
    let possible = |shares: &[Sums]| {
        let rest = shares.iter().fold(Sums::default(), |sum, share| sum.plus(share));
        withheld(room, &rest, &of_one_mind)
    };
    let mut said: Vec<Said> = groups.iter().map(Said::silent).collect();
    let heard = heard(&said, &sizes, agreed, |asked, protected| {
        let others = hidden.iter().copied().filter(|place| !asked.contains(place));
        let walked: Vec<usize> = asked.iter().copied().chain(others).collect();
        Search::is_safe(room, room, &sizes, (asked, &walked), protected, &possible)
    });
    for place in heard {
        said[place].word = word(&groups[place], room);
    }
    said
}

/// Who of the silent groups is heard, because it agreed: as many as are safe for those who did not.
fn heard(
    said: &[Said],
    sizes: &[u32],
    agreed: &[bool],
    is_safe: impl Fn(&[usize], &dyn Fn(usize) -> bool) -> bool,
) -> Vec<usize> {
    let mut asked: Vec<usize> = (0..said.len()).filter(|place| said[*place].silent && agreed[*place]).collect();
    asked.sort_by_key(|place| (sizes[*place], *place));
    // What follows of themselves they agreed to; from five on counts may be told anyway.
    let protected = |place: usize| !agreed[place] && sizes[place] < LEAST_SHOWN;
    while !asked.is_empty() && !is_safe(&asked, &protected) {
        asked.pop();
    }
    asked
}

/// The word for a group; `None` where it or the rest has fewer than three votes.
fn word(group: &Sums, room: &Sums) -> Option<Compared> {
    let (group, rest) = (group.votes(), room.minus(group).votes());
    if group.total() < LEAST_VOTES || rest.total() < LEAST_VOTES {
        return None;
    }
    let (mine, theirs) = (median(&group)?.halves(), median(&rest)?.halves());
    Some(if mine + GAP <= theirs {
        Compared::Lower
    } else if theirs + GAP <= mine {
        Compared::Higher
    } else {
        Compared::Similar
    })
}

/// The least and the most that each answer of each hidden group can have.
type Ranges = Vec<[(u32, u32); 6]>;

/// A walk over every way in which the total may be made up of the hidden groups.
struct Search<'call> {
    room: &'call Sums,
    sizes: &'call [u32],
    /// The groups whose shares are walked through, those that speak first.
    walked: &'call [usize],
    speaking: usize,
    /// The words of the groups that speak, of those that have a share so far.
    words: Vec<Option<Compared>>,
    /// Whether the shares of the walked groups can be at all, as far as the reader knows.
    possible: &'call dyn Fn(&[Sums]) -> bool,
    /// For everything that could be said, what a reader of it would know.
    known: BTreeMap<Vec<Option<Compared>>, Ranges>,
}

impl<'call> Search<'call> {
    /// Whether no combination of words that may come up settles a count of a protected group that the total leaves open.
    fn is_safe(
        total: &Sums,
        room: &'call Sums,
        sizes: &'call [u32],
        (speaking, walked): (&[usize], &'call [usize]),
        protected: &dyn Fn(usize) -> bool,
        possible: &'call dyn Fn(&[Sums]) -> bool,
    ) -> bool {
        // Where all groups are walked through the last has what the others leave.
        let free = if walked.len() == sizes.len() { walked.len() - 1 } else { walked.len() };
        let ways = walked[..free].iter().map(|place| splits(total, sizes[*place]));
        if ways.fold(1, u64::saturating_mul) > MOST_SPLITS {
            return false;
        }
        let (speaking, words, known) = (speaking.len(), Vec::new(), BTreeMap::new());
        let mut search = Self { room, sizes, walked, speaking, words, possible, known };
        search.split(total, &mut Vec::new());
        let alone: Ranges = sizes.iter().map(|size| ranges(total, *size)).collect();
        search.known.values().all(|ranges| {
            ranges.iter().zip(&alone).zip(sizes).enumerate().all(|(place, ((ranges, alone), size))| {
                !protected(place)
                    || ranges.iter().zip(alone).all(|((least, most), (before, after))| {
                        let open = before == after || least < most;
                        open && (*size >= LEAST_COMPARED || least == before)
                    })
            })
        })
    }

    /// Gives the next walked group every share it can have of what is left.
    fn split(&mut self, left: &Sums, shares: &mut Vec<Sums>) {
        let Some(place) = self.walked.get(shares.len()) else {
            self.note(left, shares);
            return;
        };
        if shares.len() + 1 == self.sizes.len() {
            self.give(*left, &Sums::default(), shares);
            return;
        }
        for share in all_shares(left, self.sizes[*place]) {
            self.give(share, &left.minus(&share), shares);
        }
    }

    /// Gives the next walked group a share, and goes on with what is left.
    fn give(&mut self, share: Sums, left: &Sums, shares: &mut Vec<Sums>) {
        let speaks = shares.len() < self.speaking;
        if speaks {
            self.words.push(word(&share, self.room));
        }
        shares.push(share);
        self.split(left, shares);
        shares.pop();
        if speaks {
            self.words.pop();
        }
    }

    /// Adds one way of making up the total to what a reader of its words must reckon with.
    fn note(&mut self, left: &Sums, shares: &[Sums]) {
        if !(self.possible)(shares) {
            return;
        }
        let (walked, sizes) = (self.walked, self.sizes);
        let range = |place: usize| match walked.iter().position(|walked| *walked == place) {
            Some(walk) => shares[walk].0.map(|count| (count, count)),
            None => ranges(left, sizes[place]),
        };
        let Some(known) = self.known.get_mut(&self.words) else {
            self.known.insert(self.words.clone(), (0..sizes.len()).map(range).collect());
            return;
        };
        for (place, known) in known.iter_mut().enumerate() {
            for (known, more) in known.iter_mut().zip(range(place)) {
                *known = (known.0.min(more.0), known.1.max(more.1));
            }
        }
    }
}

/// The least and the most that a group of some size in a total can have of each answer.
fn ranges(total: &Sums, size: u32) -> [(u32, u32); 6] {
    let ballots = total.ballots();
    total.0.map(|count| (size.saturating_sub(ballots - count), size.min(count)))
}

/// How many shares of some size a total has.
fn splits(total: &Sums, size: u32) -> u64 {
    let size = usize::try_from(size).unwrap_or(usize::MAX);
    if size > usize::from(crate::session::MOST_PEOPLE) {
        return u64::MAX;
    }
    let mut ways = vec![0_u64; size + 1];
    ways[0] = 1;
    for count in total.0 {
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        let before = ways.clone();
        for (have, way) in ways.iter_mut().enumerate() {
            let least = have.saturating_sub(count);
            *way = before[least..=have].iter().fold(0, |sum, ways| sum.saturating_add(*ways));
        }
    }
    ways[size]
}

fn all_shares(total: &Sums, size: u32) -> Vec<Sums> {
    let mut shares = vec![(Sums::default(), size)];
    for (answer, count) in total.0.into_iter().enumerate() {
        let after: u32 = total.0.iter().skip(answer + 1).sum();
        let mut longer = Vec::new();
        for (share, left) in shares {
            for taken in left.saturating_sub(after)..=left.min(count) {
                let mut share = share;
                share.0[answer] = taken;
                longer.push((share, left - taken));
            }
        }
        shares = longer;
    }
    shares.into_iter().map(|(share, _)| share).collect()
}
