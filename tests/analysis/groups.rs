//! Who is in the room, whose voice is missing, and how differently groups see one partnership.

use plenary::analysis::{
    AbsentVoice, Audience, By, Perspective, State, Voice, absent_voices, as_seen_by, conversations, perspectives,
    voices, widest_gap,
};
use plenary::framework::{Confidence, Feature, Framework, Level, Rating};
use plenary::session::{
    Counts5, Decision, Group, PeopleError, Presence, Register, Round, SECTORS, SectorError, Session, Tally, UNSORTED,
};

const TWO_STAGES: &str = include_str!("../fixtures/two-stages.ron");
const UP: Option<Level> = Some(Level::Strategic);
const ON: Option<Level> = Some(Level::Operational);

fn built_in() -> Framework {
    Framework::built_in().unwrap()
}

fn register(text: &str) -> Register {
    Register::parse(text).unwrap()
}

fn line(sector: &str, people: u16) -> Group {
    Group { sector: sector.into(), people, ..Group::default() }
}

fn of_level(sector: &str, level: Option<Level>, people: u16) -> Group {
    Group { level, ..line(sector, people) }
}

fn lines(groups: impl IntoIterator<Item = Group>) -> Register {
    let mut register = Register::default();
    for group in groups {
        register.add(group).unwrap();
    }
    register
}

#[test]
fn a_room_is_counted_in_one_line() {
    for (text, read) in [
        ("12", "12 people"),
        ("1", "1 person"),
        ("", "0 people"),
        ("statutory=7,third-sector=4,community=1", "12 people: 7 statutory, 4 third sector, 1 community"),
        (" community = 1 , statutory=7 ", "8 people: 7 statutory, 1 community"),
        ("statutory=3,statutory=4,2", "9 people: 7 statutory"),
    ] {
        assert_eq!(register(text).to_string(), read, "{text}");
    }
    assert_eq!(Register::parse("9999"), Err(PeopleError::NotACount("9999".into())));
    assert_eq!(Register::parse("police=3"), Err(PeopleError::NotASector("police".into())));
    assert_eq!(register("999,999").people(), 999);
}

#[test]
fn a_count_by_sector_is_set_as_it_is_typed() {
    let mut register = Register::default();
    for (sector, people) in [("community", 1), ("statutory", 7), (UNSORTED, 2), ("statutory", 8), ("private", 0)] {
        register.set(sector, people);
    }
    assert_eq!(register.groups, [line("statutory", 8), line("community", 1), line(UNSORTED, 2)]);
    register.set("statutory", 0);
    assert_eq!(register.groups, [line("community", 1), line(UNSORTED, 2)]);
}

#[test]
fn a_count_does_not_undo_what_is_described() {
    let council = Group { organisation: "Council".into(), role: "Team leads".into(), ..of_level("statutory", ON, 4) };
    let mut register = lines([council.clone()]);
    register.set("statutory", 7);
    assert_eq!(register.groups, [council.clone(), line("statutory", 3)]);
    assert_eq!((register.count("statutory"), register.described("statutory")), (7, 4));
    // Typing 12 over 7 passes 1.
    register.set("statutory", 1);
    assert_eq!(register.groups, vec![council]);
    register.set("statutory", 12);
    assert_eq!((register.count("statutory"), register.groups.len()), (12, 2));
}

#[test]
fn only_those_who_came_are_in_the_room() {
    let away = |presence| Group { organisation: "Tenants' forum".into(), presence, ..line("community", 2) };
    let register =
        lines([line("statutory", 5), away(Presence::Apologies), away(Presence::Absent), line("community", 1)]);
    assert_eq!((register.people(), register.count("community")), (6, 1));
    assert_eq!((register.present().count(), register.missing().count()), (2, 2));
    assert_eq!(register.to_string(), "6 people: 5 statutory, 1 community");
    assert_eq!(Presence::ALL.map(Presence::label), ["present", "apologies", "invited but absent", "expected"]);
}

#[test]
fn a_line_of_the_register_is_added_changed_and_removed() {
    let mut register = lines([line("private", 1), of_level("statutory", UP, 2)]);
    assert_eq!(register.groups[0].sector, "statutory", "in the order of the sectors");
    register.change(0, of_level("community", ON, 3)).unwrap();
    assert_eq!(register.groups[0], of_level("community", ON, 3));
    assert_eq!((register.count_at(ON), register.count_at(UP), register.count_at(None)), (3, 0, 1));
    assert_eq!(register.remove(0).unwrap().people, 3);
    assert_eq!(register.remove(1), Err(PeopleError::NoLine(2)));
    assert_eq!(register.add(line("statutory", 0)), Err(PeopleError::Nobody(0)));
    assert_eq!(register.add(line("statutory", 1000)), Err(PeopleError::Nobody(1000)));
    assert_eq!(register.add(line("police", 1)), Err(PeopleError::UnlistedSector("police".into())));
    assert_eq!(register.change(7, line("private", 1)), Err(PeopleError::NoLine(8)));
}

#[test]
fn sectors_are_a_partnerships_own() {
    let mut register = register("private=2");
    assert_eq!(register.add_sector("Police and fire"), Ok("police-and-fire"));
    assert_eq!(register.add_sector("police AND fire "), Err(SectorError::Twice("police AND fire".into())));
    assert_eq!(register.add_sector("Police-and-fire"), Ok("police-and-fire-2"));
    assert_eq!(register.add_sector("Θεσσαλονίκη"), Ok("sector"), "a name without plain letters");
    assert_eq!(register.add_sector("unsorted"), Ok("unsorted-2"));
    assert_eq!(register.add_sector(" - "), Err(SectorError::NoName));
    register.add(line("police-and-fire", 3)).unwrap();
    register.rename_sector("police-and-fire", "Blue lights").unwrap();
    assert_eq!(register.name_of("police-and-fire"), "Blue lights");
    assert_eq!(register.to_string(), "5 people: 2 private, 3 blue lights");
    assert_eq!(register.rename_sector("private", "Community"), Err(SectorError::Twice("Community".into())));
    assert_eq!(register.rename_sector("private", "private"), Ok(()), "its own name");
    assert_eq!(register.rename_sector("x", "Y"), Err(SectorError::Unknown("x".into())));
    assert_eq!(register.remove_sector("police-and-fire"), Err(SectorError::InUse("Blue lights".into())));
    assert_eq!(register.remove_sector("statutory"), Ok(()));
    assert_eq!(register.name_of("gone"), "gone");
    while register.add_sector(&format!("Number {}", register.sectors.len())).is_ok() {}
    assert_eq!(register.sectors.len(), plenary::session::MOST_SECTORS);
}

#[test]
fn the_standard_sectors_are_not_written_down() {
    let text = ron::to_string(&register("statutory=7")).unwrap();
    assert_eq!(text, r#"(groups:[(sector:"statutory",people:7)])"#);
    let read: Register = ron::from_str(&text).unwrap();
    assert_eq!(read.sectors.len(), SECTORS.len());
    let mut own = register("");
    own.remove_sector("private").unwrap();
    let read: Register = ron::from_str(&ron::to_string(&own).unwrap()).unwrap();
    assert_eq!(read, own);
}

#[test]
fn the_missing_voice_is_named() {
    let framework = built_in();
    let items = |register: &Register| {
        let absent = absent_voices(&framework, register);
        absent.iter().filter_map(|warning| Some(warning.item()?.to_string())).collect::<Vec<_>>().join(" ")
    };
    let statutory = lines([of_level("statutory", UP, 3), of_level("statutory", ON, 4)]);
    assert_eq!(items(&statutory), "E2 R6");
    let sectors = vec!["Third sector".to_owned(), "Community".to_owned()];
    assert_eq!(absent_voices(&framework, &statutory)[0], AbsentVoice::Sectors { item: "E2".into(), sectors });
    for sector in ["third-sector", "community"] {
        let mut register = statutory.clone();
        register.add(Group { presence: Presence::Apologies, ..line(sector, 2) }).unwrap();
        assert_eq!(items(&register), "E2 R6", "apologies are not a voice");
        register.add(line(sector, 1)).unwrap();
        assert_eq!(items(&register), "", "one of {sector} is enough");
    }
    let strategic = lines([of_level("statutory", UP, 3), line("community", 1)]);
    assert_eq!(items(&strategic), "A2 E1 S2 P2 P4");
    let neither = lines([of_level("statutory", ON, 3)]);
    assert_eq!(items(&neither), "A2 E1 E2 S2 P2 P4 R6", "in the order of the workshop");
}

#[test]
fn what_was_not_said_is_warned_of_once() {
    let framework = built_in();
    let absent = |register: &Register| absent_voices(&framework, register);
    assert_eq!(absent(&Register::default()), [AbsentVoice::NobodyRegistered]);
    assert_eq!(absent(&register("12")), [AbsentVoice::SectorsNotSaid, AbsentVoice::LevelsNotSaid]);
    assert_eq!(absent(&register("statutory=7,community=1")), [AbsentVoice::LevelsNotSaid]);
    let mut other = Framework::parse(TWO_STAGES, "two-stages.ron").unwrap();
    assert_eq!(absent_voices(&other, &register("12")), [AbsentVoice::LevelsNotSaid], "it names no sector");
    other.stages.iter_mut().flat_map(|stage| &mut stage.features).for_each(|feature| feature.levels = false);
    assert_eq!(absent_voices(&other, &Register::default()), [], "a framework that needs no one in particular");
}

#[test]
fn the_framework_says_whose_voice_an_item_needs() {
    let framework = built_in();
    let features = framework.features().map(|(_, _, feature)| (&feature.id, &feature.voices));
    let risks = framework.risks.iter().map(|risk| (&risk.id, &risk.voices));
    let need: Vec<_> = features.chain(risks).filter(|(_, voices)| !voices.is_empty()).collect();
    assert_eq!(need.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(), ["E2", "R6"]);
    for (_, voices) in need {
        assert!(voices.iter().all(|id| SECTORS.iter().any(|(known, _)| known == id)), "{voices:?}");
    }
    let text = plenary::framework::BUILT_IN
        .replace(r#"["third-sector", "community"]"#, r#"["Third sector", "community", "community"]"#);
    let error = Framework::parse(&text, "local.ron").unwrap_err();
    let told: Vec<&str> = error.problems.iter().map(|problem| problem.sentence.as_str()).collect();
    assert_eq!(told.len(), 4, "{told:?}");
    assert_eq!(told[0], "the sector \"Third sector\" is not 1 to 24 lower-case letters, digits or -; change it");
    assert_eq!(told[1], "the sector \"community\" is named twice; once is enough");
}

/// A session in which sectors and levels voted on some ratings.
struct Votes {
    framework: Framework,
    session: Session,
}

impl Votes {
    fn new() -> Self {
        let framework = built_in();
        let at = "2026-03-12T14:32:00Z".parse().unwrap();
        let session = Session::new(&framework, "00112233445566ff".into(), at);
        Self { framework, session }
    }

    fn feature(&self, id: &str) -> Feature {
        self.framework.feature(&id.into()).unwrap().2.clone()
    }

    fn vote(&mut self, id: &str, level: Option<Level>, tallies: &[(&str, Option<Level>, [u16; 5], u16)]) {
        let tallies = tallies.iter().map(|(sector, level, counts, dont_know)| Tally {
            sector: Some((*sector).into()),
            level: *level,
            counts: Counts5(*counts),
            dont_know: *dont_know,
        });
        let (feature, at) = (self.feature(id), self.session.created);
        self.session.reveal((&feature, level), Round::of(tallies), at).unwrap();
    }

    fn perspectives(&self, id: &str, audience: Audience) -> Vec<(String, u32, String)> {
        let views = perspectives(&self.session, &self.feature(id), None, audience);
        let name = |view: &Perspective| view.voice.key().to_owned();
        views.iter().map(|view| (name(view), view.ballots, view.median.to_string())).collect()
    }
}

fn view(name: &str, ballots: u32, median: &str) -> (String, u32, String) {
    (name.into(), ballots, median.into())
}

#[test]
fn each_group_has_its_middle() {
    let mut votes = Votes::new();
    votes.vote(
        "P3",
        None,
        &[
            ("statutory", UP, [0, 0, 1, 2, 1], 0),
            ("statutory", ON, [0, 1, 1, 1, 0], 0),
            ("third-sector", ON, [1, 2, 1, 0, 0], 0),
            ("community", ON, [0, 0, 1, 0, 0], 0),
        ],
    );
    let room = votes.perspectives("P3", Audience::Room);
    let sectors = [view("statutory", 7, "4"), view("third-sector", 4, "2")];
    assert_eq!(room[..2], sectors, "one person is not shown alone, even in the room");
    assert_eq!(room[2..], [view("strategic", 4, "4"), view("operational", 8, "2.5")]);
    let views = perspectives(&votes.session, &votes.feature("P3"), None, Audience::Room);
    let gap = widest_gap(&views).unwrap();
    assert_eq!((gap.halves(), gap.is_flagged(), gap.is_strong()), (4, true, true));
    assert_eq!((gap.low.0.by(), gap.high.0.by()), (By::Sector, By::Sector));
    assert_eq!(gap.low.0, Voice::Sector(Some("third-sector".into())));

    let record = votes.perspectives("P3", Audience::Record);
    assert_eq!(record, [view("statutory", 7, "4"), view("everyone_else", 5, "2")]);
}

#[test]
fn small_groups_stand_together_in_the_room() {
    let mut votes = Votes::new();
    let two = [0, 1, 1, 0, 0];
    votes.vote(
        "P3",
        None,
        &[("statutory", None, [0, 0, 1, 2, 1], 0), ("third-sector", None, two, 0), ("private", None, two, 0)],
    );
    assert_eq!(votes.perspectives("P3", Audience::Room), [view("statutory", 4, "4"), view("everyone_else", 4, "2.5")]);
    votes.vote("P1", None, &[("statutory", None, [0, 0, 1, 2, 1], 0), ("third-sector", None, two, 0)]);
    assert_eq!(votes.perspectives("P1", Audience::Room), [], "one group has nobody to differ from");
    assert_eq!(votes.perspectives("P2", Audience::Room), [], "nobody voted");
}

#[test]
fn conversations_worth_having_come_widest_first() {
    let mut votes = Votes::new();
    let (low, middle, high) = ([1, 4, 1, 0, 0], [0, 1, 4, 1, 0], [0, 0, 1, 4, 1]);
    let both = |statutory, third| [("statutory", None, statutory, 0), ("third-sector", None, third, 0)];
    votes.vote("P3", None, &both(high, middle));
    votes.vote("P1", None, &both(middle, middle));
    votes.vote("I2", None, &both(middle, high));
    votes.vote("K1", None, &both(high, low));
    votes.vote("A2", UP, &both(low, middle));
    for audience in [Audience::Room, Audience::Record] {
        let found = conversations(&votes.framework, &votes.session, audience);
        let found: Vec<_> = found.iter().map(|one| (one.feature.id.to_string(), one.gap.halves(), one.level)).collect();
        let expected = [("K1", 4, None), ("I2", 2, None), ("A2", 2, UP), ("P3", 2, None)];
        assert_eq!(found, expected.map(|(id, halves, level)| (id.to_owned(), halves, level)), "{audience:?}");
    }
}

#[test]
fn the_map_can_be_seen_as_a_sector_sees_it() {
    let mut votes = Votes::new();
    let all_four = ("statutory", None, [0, 0, 1, 4, 1], 0);
    votes.vote("I1", None, &[all_four, ("third-sector", None, [0, 2, 3, 0, 0], 0)]);
    votes.vote("I2", None, &[all_four, ("third-sector", None, [0, 3, 3, 0, 0], 0)]);
    votes.vote("I3", None, &[all_four, ("third-sector", None, [0, 1, 2, 0, 0], 2)]);
    votes.vote("I4", None, &[all_four, ("third-sector", None, [2, 1, 0, 1, 2], 0)]);
    votes.vote("I5", None, &[all_four, ("third-sector", None, [0, 0, 0, 3, 3], 0)]);
    votes.vote("P4", UP, &[all_four, ("third-sector", None, [0, 0, 0, 3, 3], 0)]);
    votes.vote("P4", ON, &[all_four, ("third-sector", None, [0, 4, 1, 0, 0], 0)]);
    let (item, at) = (votes.feature("I1"), votes.session.created);
    votes.session.decide(&item, None, Decision::Agreed(Rating::Four), at).unwrap();
    votes.session.trust(&item, Some(Confidence::Low)).unwrap();

    let third = Voice::Sector(Some("third-sector".into()));
    for audience in [Audience::Room, Audience::Record] {
        let map = as_seen_by(&votes.framework, &votes.session, &third, audience);
        let inputs: Vec<(State, Option<Rating>)> =
            map.rows[0].readings.iter().map(|reading| (reading.state, reading.rating)).collect();
        assert_eq!(inputs[0], (State::Mixed, Some(Rating::Three)), "{audience:?}");
        assert_eq!(inputs[1], (State::Weakness, Some(Rating::Two)), "between 2 and 3 is not yet 3");
        assert_eq!(inputs[2], (State::BlindSpot, None), "2 of 5 do not know");
        assert_eq!(inputs[3].0, State::Contested, "two camps in one sector");
        assert_eq!(inputs[4], (State::Strength, Some(Rating::Four)));
        assert!(map.rows[0].readings[0].low_confidence, "evidence is the room's");
        let leadership = map.rows[5].readings[3];
        assert_eq!((leadership.state, leadership.rating), (State::Contested, Some(Rating::Two)), "levels two apart");
        assert_eq!(map.rows[1].readings[0].state, State::NotDiscussed);
        let heard = voices(&votes.framework, &votes.session, audience);
        assert_eq!(heard, [Voice::Sector(Some("statutory".into())), third.clone()]);
    }
}

#[test]
fn a_sector_of_four_has_no_map_of_its_own_on_record() {
    let mut votes = Votes::new();
    votes.vote("I1", None, &[("statutory", None, [0, 0, 1, 4, 1], 0), ("third-sector", None, [0, 2, 2, 0, 0], 0)]);
    let third = Voice::Sector(Some("third-sector".into()));
    let state = |audience| as_seen_by(&votes.framework, &votes.session, &third, audience).rows[0].readings[0].state;
    assert_eq!(state(Audience::Room), State::Weakness);
    assert_eq!(state(Audience::Record), State::NotDiscussed);
}
