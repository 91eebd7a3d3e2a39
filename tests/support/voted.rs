//! proptest strategies for the room's voice: the register, rounds of votes, minority statements.
//!
//! Whatever the program could hold or read, not only what it would make.

use super::sessions::{levels, texts, timestamps};
use plenary::session::{
    Counts5, Dissent, Group, Presence, Published, Register, Revealed, Round, Sector, StanceCounts, Tally, Voters,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// Any register: mostly with the sectors that every one begins with.
pub(crate) fn registers() -> impl Strategy<Value = Register> {
    let sector = (texts(), texts()).prop_map(|(id, name)| Sector { id, name });
    let sectors = prop_oneof![3 => Just(Register::default().sectors), 1 => vec(sector, 0..5)];
    (sectors, vec(groups(), 0..5)).prop_map(|(sectors, groups)| Register { sectors, groups, ..Register::default() })
}

fn groups() -> impl Strategy<Value = Group> {
    let presence = prop::sample::select(Presence::ALL.to_vec());
    (texts(), texts(), texts(), option::of(levels()), 0_u16..1000, presence, 0_u16..9).prop_map(
        |(organisation, role, sector, level, people, presence, left)| Group {
            organisation,
            role,
            sector,
            level,
            people,
            presence,
            left,
        },
    )
}

/// Any rounds, more than the program would take.
pub(crate) fn rounds() -> impl Strategy<Value = Vec<Revealed>> {
    let tally = (option::of(texts()), option::of(levels()), any::<[u16; 5]>(), any::<u16>())
        .prop_map(|(sector, level, counts, dont_know)| Tally { sector, level, counts: Counts5(counts), dont_know });
    let revealed = (timestamps(), option::of(levels()), vec(tally, 0..4), option::of(0_u32..99), heard(), told());
    let revealed = revealed.prop_map(|(at, level, tallies, present, heard, told)| Revealed {
        at,
        level,
        round: Round { tallies },
        present,
        heard,
        told,
    });
    vec(revealed, 0..3)
}

fn heard() -> impl Strategy<Value = Vec<Voters>> {
    vec((option::of(texts()), option::of(levels())).prop_map(|(sector, level)| Voters { sector, level }), 0..2)
}

fn told() -> impl Strategy<Value = Option<Published>> {
    let told = (any::<bool>(), vec(texts(), 0..2), vec(option::of(levels()), 0..2));
    option::of(told.prop_map(|(room, sectors, levels)| Published { room, sectors, levels }))
}

/// Any rounds on an assumption, more than the program would take.
pub(crate) fn stances() -> impl Strategy<Value = Vec<Revealed<StanceCounts>>> {
    let tally = (option::of(texts()), option::of(levels()), any::<[u16; 3]>(), any::<u16>()).prop_map(
        |(sector, level, counts, dont_know)| Tally { sector, level, counts: StanceCounts(counts), dont_know },
    );
    let revealed = (timestamps(), vec(tally, 0..4), heard(), told()).prop_map(|(at, tallies, heard, told)| Revealed {
        at,
        level: None,
        round: Round { tallies },
        present: None,
        heard,
        told,
    });
    vec(revealed, 0..3)
}

/// Any minority statements.
pub(crate) fn dissents() -> impl Strategy<Value = Vec<Dissent>> {
    let dissent = (texts(), option::of(texts()), option::of(levels()))
        .prop_map(|(text, attributed_to, level)| Dissent { text, attributed_to, level });
    vec(dissent, 0..3)
}
