//! One room for every screen, overlay and state that can be seen, so that laws can be held on all of them.
//!
//! A screen that is missing here is missed by every sweep; `tests/app/keys.rs` proves that no key context is.

use super::acting::{decided, opens, resolved};
use super::room::Room;
use super::sample;
use plenary::app::{Deletion, Found, Kind, Listed, Msg, Preview, Purpose, Read, Reading, Slide, Version};
use plenary::framework::{Framework, Id};
use plenary::import::{Incoming, Mapping, Source};
use plenary::session::{ActionStatus, Session, Status};
use std::path::PathBuf;

/// What leads to a scene, from a fresh start page.
type Play = fn(&mut Room) -> &mut Room;

/// A name and what leads there.
pub(crate) const SCENES: &[(&str, Play)] = &[
    ("start", |room| room),
    ("start with a last session", |room| {
        room.app.cx.home.last = Some(listed("Glenside CPP"));
        room
    }),
    ("start with a session open", |room| begin(room).keys("PgUp PgUp PgUp PgUp PgUp Esc")),
    ("list", |room| {
        room.saved = saved();
        room.keys("O Down")
    }),
    ("list, previewed", |room| previewed(room).keys("O")),
    ("list, searching", |room| previewed(room).keys("O /").types("glen")),
    ("list, two marked", |room| previewed(room).keys("O S Space Space")),
    ("list, narrowed", |room| previewed(room).keys("O P I I")),
    ("list, nothing found", |room| previewed(room).keys("O /").types("nobody").keys("Enter")),
    ("list, still being read", |room| {
        previewed(room).keys("O");
        let number = room.app.cx.list.progress.number;
        let progress = Reading { number, read: 320, of: Some(10_000) };
        room.send(Msg::Found(Found { progress, entries: vec![] }))
    }),
    ("list, nothing read yet", |room| {
        room.keys("O");
        room.app.cx.list.progress.of = None;
        room
    }),
    ("another folder", |room| {
        room.saved = saved();
        room.keys("O O")
            .types("/media/stick/sesions")
            .keys("Enter")
            .send(Msg::NoSuchFolder("There is no folder /media/stick/sesions; look at its spelling.".into()))
    }),
    ("list of another folder, empty", |room| {
        room.keys("O O Enter").send(Msg::FolderIs(Some("/media/stick/sessions".into())))
    }),
    ("going to an item", |room| begin(room).keys("PgDn J P")),
    ("what changed", compared),
    ("what changed, an item marked", |room| compared(room).keys("Down Down Right")),
    ("what changed, details", |room| compared(room).keys("Down Right Enter")),
    ("what changed, up and down", |room| compared_on(room, "UP AND DOWN")),
    ("what changed, agreed and split", |room| compared_on(room, "AGREED AND SPLIT")),
    ("what changed, links and risks", |room| compared_on(room, "LINKS AND RISKS")),
    ("what changed, the room", |room| compared_on(room, "IN THE ROOM")),
    ("what changed, actions", |room| compared_on(room, "ACTIONS OF LAST TIME")),
    ("actions of last time", followed_up),
    ("actions of last time, one done", |room| followed_up(room).keys("D")),
    ("check-in", |room| checked_in(room).keys("W Down")),
    ("follow-up, rated anew", |room| followed_up(room).keys("PgDn PgDn PgDn 4")),
    ("over the years", |room| {
        previewed(room).keys("O");
        read(room, Purpose::Trend, samples_with_actions().into()).keys("Down Down")
    }),
    ("merge question", |room| previewed(room).keys("O Space Space G")),
    ("looking back", |room| {
        opens(room, resolved()).goes_to("P3").keys("N").types("No shared record yet.").keys("Esc K F4")
    }),
    ("finish question", |room| begin(room).keys("PgDn 4 F4 F4")),
    ("reopen question", |room| closed(room).keys("F4")),
    ("finished", closed),
    ("empty list", |room| room.keys("O Enter")),
    ("earlier versions", versions),
    ("restore question", |room| versions(room).keys("Down Enter")),
    ("delete question", |room| {
        room.saved = vec![listed("Glenside CPP")];
        room.deletion = deletion();
        room.keys("O Del")
    }),
    ("read only", |room| {
        begin(room).keys("PgDn 4");
        let session = room.session().clone();
        look_only(room, session)
    }),
    ("saved beside", |room| {
        begin(room).keys("PgDn 4");
        let sentence = "2026-03-12-glenside-cpp.ron was changed outside Plenary and is left as it is.".into();
        room.send(Msg::Beside { file: "/home/you/2026-03-12-glenside-cpp (conflict 12).ron".into(), sentence })
    }),
    ("save elsewhere", |room| {
        failing(room).keys("Ctrl+S").send(Msg::NotMoved("/home/you/x.ron is there already; write another name.".into()))
    }),
    ("close question, not saved", |room| failing(room).keys("Ctrl+Q")),
    ("set-up", |room| room.keys("N").types("Glenside CPP")),
    ("set-up, empty", |room| room.keys("N")),
    ("set-up, filled", |room| {
        room.keys("N")
            .types("Glenside Community Planning Partnership")
            .keys("Down Down")
            .types("Agree where we stand and what to do first")
            .keys("Down")
            .types("Town House")
            .keys("Down")
            .types("M Reid")
            .keys("Down")
            .types("7")
            .keys("Down")
            .types("4")
            .keys("Down")
            .types("1")
    }),
    ("set-up with problems", |room| room.keys("N Down").types("x").keys("Down Down Down Down").types("many")),
    ("title card", begin),
    ("last title card", |room| begin(room).keys("S S S S S S")),
    ("rating, blank", |room| begin(room).keys("PgDn")),
    ("rating, everything kept", |room| {
        begin(room)
            .keys("PgDn 4 Y C C K N")
            .types("Three-year settlement agreed in May.\nHealth money is still yearly.")
            .keys("Esc P")
            .types("they quarrelled")
            .keys("Esc")
    }),
    ("rating, rated with note and evidence", |room| {
        begin(room)
            .keys("PgDn PgDn 4 C C N")
            .types("Three-year settlement agreed in May. Health money is still decided yearly.")
            .keys("Esc")
    }),
    ("rating, an answer marked", |room| begin(room).keys("PgDn Right Right")),
    ("rating at a level", |room| begin(room).goes_to("A2").keys("4 PgDn 2")),
    ("rating, not agreed", |room| {
        begin(room)
            .goes_to("P2")
            .keys("3 PgDn X 1 4")
            .types("nobody told us")
            .keys("Down")
            .types("the bulletin is weekly")
            .keys("Esc")
    }),
    ("rating, don't know", |room| begin(room).keys("PgDn ?")),
    ("rating, not relevant, timer hidden", |room| begin(room).keys("PgDn - F3")),
    ("rating, over time, not saved", |room| {
        begin(room);
        room.disk_fault = Some("the disk is full; a copy is kept in the folder of recovered sessions".into());
        room.keys("PgDn").minutes(40).keys("3")
    }),
    ("overview", |room| rich(room).keys("M")),
    ("overview below the stages", |room| rich(room).keys("M Down Down Down Down Down Down Down Down End")),
    ("taking in a survey, its file", |room| rich(room).keys("M I")),
    ("taking in a survey", |room| {
        begin(room).keys("PgDn M I");
        room.send(Msg::Votes(Ok(survey_of(room, "Sector,Which level,I4,Name,P9\nNHS,,Mostly,Jo,4\nwater,,3,Al,dk\n"))))
    }),
    ("heat map", |room| rich(room).keys("F5")),
    ("strengths", |room| rich(room).turns_to(Slide::Strengths).keys("Down")),
    ("at risk", |room| rich(room).turns_to(Slide::AtRisk).keys("End")),
    ("split views", |room| rich(room).turns_to(Slide::SplitViews)),
    ("heat map of nothing", |room| begin(room).turns_to(Slide::AtRisk)),
    ("details", |room| rich(room).goes_to("A2").keys("F5 Enter")),
    ("note", |room| begin(room).keys("PgDn N").types("Money until 2028.\nThen?")),
    ("private note", |room| begin(room).keys("PgDn P").types("they quarrelled")),
    ("private note, empty", |room| begin(room).keys("PgDn P")),
    ("private note shown", |room| begin(room).keys("PgDn P").types("they quarrelled").keys("F4")),
    ("not agreed form, empty", |room| begin(room).keys("PgDn X")),
    ("not agreed form", |room| begin(room).goes_to("A2").keys("PgDn X 1 3").types("nobody told us")),
    ("vote, how", |room| begin(room).goes_to("P2").keys("V")),
    ("vote, counting hands", |room| voting(room).keys("V G").types("0 2 5")),
    ("vote, counting hands on an outcome", |room| begin(room).goes_to("O6").keys("V").types("0121").keys("Enter")),
    ("vote, keypad", |room| voting(room).keys("V K 4 4 2")),
    ("vote, open on the item", |room| voting(room).keys("V K 4 4 2 Esc")),
    ("vote, revealed", |room| voting(room).keys("V").types("1 3 4 2 1 ?1").keys("F5")),
    ("vote, revealed by sector", |room| {
        parted(room).goes_to("P5").keys("V G").types("0 0 2 4 1").keys("Enter").types("2 2 1 0 0").keys("F5")
    }),
    ("vote, two rounds", |room| {
        voting(room)
            .keys("V")
            .types("1 3 4 2 1 ?1")
            .keys("F5 V")
            .types("0 2 6 4")
            .keys("Esc V")
            .types(" 0")
            .keys("F5 3")
    }),
    ("vote at a level, whose voice is missing", |room| {
        voting(room).goes_to("A2").keys("V").types("1 3 4 2 1 ?1").keys("F5")
    }),
    ("register, empty", |room| begin(room).keys("PgDn G")),
    ("register", registered),
    ("register, a line being written", |room| registered(room).keys("Enter Tab")),
    ("set-up with the register's sectors", |room| registered(room).keys("Esc PgUp PgUp PgUp PgUp PgUp PgUp")),
    ("dissent", |room| {
        begin(room).goes_to("P2").keys("4 D").types("Nobody asked us.").keys("Tab").types("Third sector")
    }),
    ("rating with dissent", dissenting),
    ("details with dissent", |room| dissenting(room).keys("F5 Enter")),
    ("conversations worth having", |room| divided(room).turns_to(Slide::Conversations).keys("Down")),
    ("details of an item that was voted on", |room| {
        divided(room).goes_to("P5").keys("V G").types("1 1 4 5 1").keys("F5 M F5 Enter")
    }),
    ("map as one group sees it", |room| divided(room).keys("F5 V V")),
    ("start, the first time", |room| {
        room.app.cx.home.first_run = true;
        room
    }),
    ("room check", |room| room.keys("F2")),
    ("room check, a key to learn", |room| room.keys("F2 Right")),
    ("room check, a key learned", |room| room.keys("F2 Right 1 Left 2 PgDn")),
    ("room check, measuring", |room| room.keys("F2 Enter").types("2.4").keys("Enter").types("8")),
    ("room check, measured and near enough", |room| {
        room.keys("F2 Enter").types("3").keys("Enter").types("6").keys("Enter")
    }),
    ("agenda", |room| begin(room).keys("F9")),
    ("agenda, a finish planned", |room| paced(room).keys("M W Right Left Left Left")),
    ("parked", |room| parked(room).keys("M K Down")),
    ("parked, the last one taken off", |room| begin(room).keys("PgDn K M K K")),
    ("rating, a deep dive", |room| paced(room).keys("F").minutes(2)),
    ("overview, a finish planned and items parked", |room| parked(room).keys("F9 Right Esc M")),
    ("overview with links", |room| opens(room, decided()).keys("M Up Up Up")),
    ("links", |room| acting(room, Slide::Links).keys("Down Down")),
    ("risks", |room| acting(room, Slide::Risks).keys("Down")),
    ("where to act", |room| acting(room, Slide::WhereToAct).keys("Down")),
    ("where to act, what to protect", |room| acting(room, Slide::WhereToAct).keys("End")),
    ("actions read back", |room| opens(room, resolved()).turns_to(Slide::Actions).keys("Down")),
    ("slides of nothing", |room| begin(room).turns_to(Slide::WhereToAct)),
    ("no action to read back", |room| begin(room).turns_to(Slide::Actions)),
    ("dots", |room| opens(room, decided()).keys("O")),
    ("more dots than the room has", |room| opens(room, decided()).keys("O 4 0 Down")),
    ("no actions", |room| begin(room).keys("A")),
    ("actions", |room| opens(room, resolved()).keys("M A Home S L").types("The letter is out.").keys("Enter")),
    ("beginning an action", |room| opens(room, decided()).goes_to("E2").keys("A Down")),
    ("writing an action", |room| {
        opens(room, decided())
            .goes_to("E2")
            .keys("A 2 Enter")
            .types("Partnership manager")
            .keys("Enter")
            .types("30 June")
    }),
    ("an action that cannot be read", |room| {
        opens(room, decided())
            .goes_to("E2")
            .keys("A 2 Enter Enter Enter Enter Enter")
            .types(", X9")
            .keys("Up Up Up")
            .types("soon")
    }),
    ("a line for the log", |room| opens(room, resolved()).keys("M A L").types("The letter is out.")),
    ("review date", |room| opens(room, decided()).keys("M A R").types("10 September")),
    ("guidance", |room| begin(room).keys("PgDn E")),
    ("gate card", |room| begin(room).keys("PgUp PgUp PgUp PgUp")),
    ("assumption, blank", |room| at(room, "AS2")),
    ("assumption, everything kept", |room| {
        at(room, "AS6")
            .keys("2 N")
            .types("The board decides; the forum hears of it afterwards.")
            .keys("Esc D")
            .types("We have never once been asked before a decision was taken.")
            .keys("Esc P")
            .types("they quarrelled")
            .keys("Esc")
    }),
    ("assumption, votes being taken", |room| register(room).goes_to("AS7").keys("V").types("6 3")),
    ("assumption, voted twice and not yet answered", |room| {
        register(room).goes_to("AS7").keys("V").types("6 3 2 ?1").keys("F5 V").types("8 3 1").keys("F5")
    }),
    ("details of an assumption that was voted on", |room| {
        register(room)
            .goes_to("AS7")
            .keys("V G")
            .types("5 2 0")
            .keys("Enter")
            .types("0 2 2")
            .keys("Enter")
            .types("1 0 0")
            .keys("F5 2 F5 Enter")
    }),
    ("rating at a level behind a failed gate", |room| at(room, "AS2").keys("3").goes_to("E1").keys("2 PgDn")),
    ("assumption behind a failed gate, a note", |room| {
        at(room, "AS2").keys("3").goes_to("AS4").keys("N").types("To be settled in June.")
    }),
    ("influencing factor", factor),
    ("influencing factor, everything kept", |room| {
        factor(room).keys("3 N").types("The grant made us meet; the rules of the grant keep us apart.").keys("Esc")
    }),
    ("risk, is it happening", |room| at(room, "R6")),
    ("risk, impact", |room| at(room, "R6").keys("1")),
    ("risk, likelihood", |room| conditions(room).goes_to("R7").keys("2 5")),
    ("risk, the room sees it differently", |room| conditions(room).goes_to("R5").keys("Down Down")),
    ("what feeds a risk", |room| conditions(room).goes_to("R6").keys("L Down")),
    ("rating that a risk led to", |room| conditions(room).goes_to("R6").keys("L End Enter")),
    ("overview at the risks", |room| conditions(room).goes_to("R4").keys("M")),
    ("heat map with conditions and risks", |room| conditions(room).goes_to("R5").keys("F5")),
    ("details of an assumption", |room| conditions(room).goes_to("AS6").keys("F5 Enter")),
    ("details of a risk", |room| conditions(room).goes_to("R5").keys("F5 Enter")),
    ("guidance on a risk", |room| at(room, "R6").keys("E")),
    ("guidance on a factor", |room| factor(room).keys("E")),
    ("help", |room| begin(room).keys("PgDn F1")),
    ("about", |room| room.keys("A")),
    ("close question", |room| begin(room).keys("Ctrl+Q")),
    ("close question while not saved", |room| {
        begin(room);
        room.disk_fault = Some("the disk is full; a copy is kept in the folder of recovered sessions".into());
        room.keys("PgDn 3 Ctrl+Q")
    }),
    ("break", |room| begin(room).keys("F7 F7")),
    ("report, choices", |room| begin(room).keys("F5 E")),
    ("report of a saved session, with names", |room| {
        room.saved = vec![listed("Glenside CPP")];
        room.keys("O E Down Down Space PgDn Down Down Down Space")
    }),
    ("report, being written", |room| begin(room).keys("F5 E Enter").send(Msg::Exporting(1))),
    ("report, written", |room| {
        begin(room).keys("F5 E Enter");
        let paper = |ending| PathBuf::from(format!("/home/you/Documents/2026-03-12-glenside-cpp-report.{ending}"));
        room.send(Msg::Exported(Ok(vec![paper("html"), paper("docx")].into())))
    }),
    ("report, not written", |room| {
        begin(room)
            .keys("F5 E Enter")
            .send(Msg::Exported(Err("/home/you/Documents could not be made: there is no space left.".into())))
    }),
    ("blank", |room| begin(room).keys("B")),
    ("rehearsal, on an item", rehearsing),
    ("rehearsal, taking a vote", |room| rehearsing(room).keys("M Home Enter V")),
];

/// A rehearsal at its first step.
fn rehearsing(room: &mut Room) -> &mut Room {
    room.keys("R");
    let file = "/home/you/Plenary/sessions/2026-05-20-riverside-partnership.ron".into();
    room.send(Msg::Opened { session: Box::new(sample("riverside-2026")), file, warning: None, read_only: None })
}

/// Every scene in a window of one size.
pub(crate) fn all(columns: u16, rows: u16) -> impl Iterator<Item = (&'static str, Room)> {
    SCENES.iter().map(move |(name, _)| (*name, scene(name, columns, rows)))
}

/// The sizes at which every screen is kept as a snapshot.
pub(crate) const SIZES: [(u16, u16); 5] = [(40, 12), (60, 17), (60, 20), (80, 24), (120, 36)];

/// A scene at every size, one under the other.
pub(crate) fn at_all_sizes(name: &str) -> String {
    let shown = SIZES.map(|(columns, rows)| {
        let screen = scene(name, columns, rows).screen();
        format!("== {columns} x {rows} {}\n{screen}\n", "=".repeat(usize::from(columns).saturating_sub(12)))
    });
    shown.join("\n")
}

/// What a file of votes holds, read for the session that is open.
pub(crate) fn survey_of(room: &Room, text: &str) -> Box<Incoming> {
    let source = Source { path: "survey.csv".into(), bytes: text.into() };
    let for_session = (room.session(), &*room.app.cx.framework);
    Box::new(Incoming::read(&[source], for_session, (&Mapping::default(), &[]), room.app.cx.now.timestamp()).unwrap())
}

/// The scene with a name.
pub(crate) fn scene(name: &str, columns: u16, rows: u16) -> Room {
    let (_, play) = SCENES.iter().find(|(known, _)| *known == name).expect("no such scene");
    let mut room = Room::new(columns, rows);
    play(&mut room);
    room
}

/// The small framework in another language, with two stages and neither assumptions nor risks.
pub(crate) fn two_stages() -> Framework {
    let text = include_str!("../fixtures/two-stages.ron");
    Framework::parse(text, "two-stages.ron").unwrap_or_else(|error| panic!("{error}"))
}

/// A begun session with twelve people of three sectors, at P3.
fn voting(room: &mut Room) -> &mut Room {
    room.keys("N")
        .types("Glenside CPP")
        .keys("Down Down Down Down Down")
        .types("7")
        .keys("Down")
        .types("4")
        .keys("Down")
        .types("1")
        .keys("PgDn")
        .goes_to("P3")
}

/// A register of four lines, one of them in a sector of its own, in sight.
fn registered(room: &mut Room) -> &mut Room {
    begin(room)
        .keys("PgDn G N")
        .types("7")
        .keys("Enter Enter Right Enter")
        .types("NHS Glenside")
        .keys("Enter")
        .types("service managers")
        .keys("Esc N")
        .types("4")
        .keys("Enter Right Enter Right Right Enter")
        .types("Glenside Voluntary Action")
        .keys("Esc N")
        .types("2")
        .keys("Enter")
        .types("Housing")
        .keys("Esc")
        .keys("N")
        .types("1")
        .keys("Enter Right Right Enter Enter")
        .types("Tenants' forum")
        .keys("Esc P")
}

/// A rating with two minority statements.
fn dissenting(room: &mut Room) -> &mut Room {
    begin(room)
        .goes_to("P2")
        .keys("4 D")
        .types("Nobody asked us before the bulletin was cut.")
        .keys("Tab")
        .types("Third sector")
        .keys("PgDn")
        .types("A 4 is what we hope for, not what we have.")
        .keys("Esc")
}

/// A begun session with seven people of the statutory sector and five of the third.
fn parted(room: &mut Room) -> &mut Room {
    room.keys("N")
        .types("Glenside CPP")
        .keys("Down Down Down Down Down")
        .types("7")
        .keys("Down")
        .types("5")
        .keys("PgDn")
}

/// Votes by sector on three items, which statutory and third sector see differently.
fn divided(room: &mut Room) -> &mut Room {
    parted(room).goes_to("P5").keys("V G Esc");
    for (item, statutory, third) in
        [("P5", "0 0 2 4 1", "2 2 1 0 0"), ("P3", "0 0 3 4 0", "0 2 2 1 0"), ("K1", "0 0 1 5 1", "0 0 2 3 0")]
    {
        room.goes_to(item).keys("V").types(statutory).keys("Enter").types(third).keys("F5 3");
    }
    room
}

/// Four items in eight minutes.
fn paced(room: &mut Room) -> &mut Room {
    begin(room);
    for digit in ["4", "2", "5", "3"] {
        room.keys("PgDn").minutes(2).keys(digit);
    }
    room
}

/// Three items parked, one of them rated and noted.
fn parked(room: &mut Room) -> &mut Room {
    paced(room)
        .keys("K N")
        .types("Ask Housing for the figures first")
        .keys("Esc")
        .goes_to("A2")
        .keys("K")
        .goes_to("P8")
        .keys("K X 1 4 Esc")
}

/// A slide of the session that is ready for action.
fn acting(room: &mut Room, slide: Slide) -> &mut Room {
    opens(room, decided()).turns_to(slide)
}

/// At the title card of the first stage, the gate left out.
fn begin(room: &mut Room) -> &mut Room {
    room.keys("N").types("Glenside CPP").keys("PgDn S")
}

/// A begun session with twelve people in the room.
fn register(room: &mut Room) -> &mut Room {
    room.keys("N")
        .types("Glenside CPP")
        .keys("Down Down Down Down Down")
        .types("7")
        .keys("Down")
        .types("4")
        .keys("Down")
        .types("1")
        .keys("PgDn S")
}

/// At an assumption or a risk of a begun session.
fn at<'room>(room: &'room mut Room, id: &str) -> &'room mut Room {
    begin(room).goes_to(id)
}

/// At the second influencing factor.
fn factor(room: &mut Room) -> &mut Room {
    begin(room).goes_to("AS9").keys("PgDn PgDn PgDn")
}

/// Assumptions and risks answered in every way there is, on a few ratings, with nobody of the third sector present.
fn conditions(room: &mut Room) -> &mut Room {
    room.keys("N").types("Glenside CPP").keys("Down Down Down Down Down").types("7").keys("PgDn S");
    for (id, keys) in [("E1", "2 PgDn 4"), ("E2", "1"), ("K1", "4"), ("P2", "2 PgDn 2"), ("P5", "X 1 4 Esc")] {
        room.goes_to(id).keys(keys);
    }
    for (id, key) in [("AS1", "1"), ("AS2", "1"), ("AS3", "2"), ("AS4", "?"), ("AS6", "3"), ("AS7", "2"), ("AS9", "1")]
    {
        room.goes_to(id).keys(key);
    }
    room.goes_to("AS6").keys("D").types("We decide once a year, with everybody.").keys("Esc");
    let risks =
        [("R1", "2 3 2"), ("R2", "3"), ("R3", "1 2"), ("R5", "2 4 2"), ("R6", "1 5"), ("R7", "2"), ("R9", "2 1")];
    for (id, keys) in risks {
        room.goes_to(id).keys(keys);
    }
    room.goes_to("R5").keys("N").types("The forum's chair sits on the board since May.").keys("Esc")
}

/// Inputs and activities rated in every way there is.
fn rich(room: &mut Room) -> &mut Room {
    begin(room)
        .keys("PgDn 4 C C C PgDn 2 C PgDn 3 PgDn ? PgDn - PgDn PgDn 5 PgDn 4 PgDn 2 PgDn X 2 4 Esc")
        .goes_to("O1")
        .keys("4")
        .goes_to("K1")
}

/// What a list of saved sessions holds: sound files, one without a name and one that cannot be read.
pub(crate) fn saved() -> Vec<Listed> {
    let nameless = Listed { file: "/home/you/Plenary/sessions/2026-03-12-partnership.ron".into(), ..listed("") };
    vec![listed("Glenside CPP"), unreadable(), nameless]
}

/// A session that another Plenary has open.
pub(crate) fn look_only(room: &mut Room, session: Session) -> &mut Room {
    let read_only = Some("Read only: open in another Plenary since 14:02 (process 123).".to_owned());
    let file = PathBuf::from("/home/you/Plenary/sessions/2026-03-12-glenside-cpp.ron");
    room.send(Msg::Opened { session: Box::new(session), file, warning: None, read_only })
}

/// A session that cannot be saved, but is safe in a copy.
fn failing(room: &mut Room) -> &mut Room {
    begin(room);
    room.disk_fault = Some("the disk is full".into());
    room.keys("PgDn 4");
    let copy = PathBuf::from("/home/you/Plenary/state/recovery/0123456789abcdef-0123456789abcdef.ron");
    let rev = room.session().rev;
    room.send(Msg::Kept { copy, rev })
}

/// The list of two earlier versions of a session.
fn versions(room: &mut Room) -> &mut Room {
    let version = |done, saved: &str, kind| Version {
        path: PathBuf::from("/home/you/Plenary/state/backups/7.ron"),
        kind,
        saved: saved.parse().unwrap(),
        done,
        of: 36,
        size: 14_200,
    };
    room.saved = vec![listed("Glenside CPP")];
    room.versions =
        vec![version(23, "2026-03-12T14:20:00Z", "recovery copy"), version(12, "2026-03-11T16:02:00Z", "backup")];
    room.keys("O R")
}

/// A list of four sessions; what the first two say can be read, and somebody has the first one open.
fn previewed(room: &mut Room) -> &mut Room {
    let dated = |day: &str, kind, partnership: &str| Listed {
        file: PathBuf::from(format!("/home/you/Plenary/sessions/{day}-{}.ron", partnership.len())),
        name: format!("{day}-session.ron"),
        date: Some(day.parse().unwrap()),
        kind,
        ..listed(partnership)
    };
    room.saved = vec![
        dated("2026-03-12", Kind::Finished, "Riverside Partnership"),
        dated("2025-03-13", Kind::Finished, "Riverside Partnership"),
        dated("2025-11-04", Kind::InProgress, "Glenside CPP"),
        unreadable(),
    ];
    let samples = ["riverside-2026", "riverside-2025"];
    for ((entry, name), holder) in room.saved.iter().zip(samples).zip([Some("since 14:02 (process 123)"), None]) {
        let holder = holder.map(|holder| format!("Open in another Plenary {holder}."));
        let preview = Preview { file: entry.file.clone(), session: Ok(Box::new(sample(name))), holder };
        room.previews.insert(entry.file.clone(), preview);
    }
    room
}

fn listed(partnership: &str) -> Listed {
    Listed {
        file: PathBuf::from("/home/you/Plenary/sessions/2026-03-12-glenside-cpp.ron"),
        name: "2026-03-12-glenside-cpp.ron".into(),
        partnership: partnership.into(),
        date: Some(jiff::civil::date(2026, 3, 12)),
        done: 23,
        of: 36,
        not_agreed: 2,
        people: 12,
        ..Listed::default()
    }
}

fn unreadable() -> Listed {
    let problem = "old.ron, line 3, column 7: expected a comma; the file was left as it is".to_owned();
    let file = PathBuf::from("/home/you/Plenary/sessions/old.ron");
    Listed { file, problem: Some(problem), name: "old.ron".into(), kind: Kind::Unreadable, ..listed("") }
}

/// The sample sessions as people would have left them: with actions, two of them open, and other people in the room.
fn samples_with_actions() -> [Session; 2] {
    let mut then = sample("riverside-2025");
    let mut now = sample("riverside-2026");
    let at = "2025-05-14T15:00:00Z".parse().unwrap();
    let all = [
        ("Agree one set of measures with the third sector", ActionStatus::NotStarted),
        ("Hold a joint induction twice a year", ActionStatus::NotStarted),
        ("Print a leaflet", ActionStatus::Done),
    ];
    then.status = Status::InProgress;
    now.status = Status::InProgress;
    then.actions.clear();
    now.actions.clear();
    for (what, status) in all {
        then.add_action(what, vec![Id::from("A3")], at).unwrap();
        let action = then.actions.last_mut().unwrap();
        action.status = status;
        action.owner = "Partnership manager".into();
        let mut later = action.clone();
        later.status = if status == ActionStatus::Done { status } else { ActionStatus::UnderWay };
        now.actions.push(later);
    }
    then.status = Status::Finished;
    [then, now]
}

/// What reading sessions for a purpose answers.
fn read(room: &mut Room, purpose: Purpose, sessions: Vec<Session>) -> &mut Room {
    let files = (1..).map(|number| PathBuf::from(format!("/home/you/Plenary/sessions/{number}.ron")));
    let sessions = files.zip(sessions).collect();
    room.send(Msg::Read(Box::new(Read { purpose, sessions, problems: vec![], id: "ffeeddccbbaa9988".into() })))
}

/// Two sessions compared.
fn compared(room: &mut Room) -> &mut Room {
    previewed(room).keys("O");
    read(room, Purpose::Compare, samples_with_actions().into())
}

/// What changed, at the beginning of a slide: how many pages lead there depends on the window.
fn compared_on<'room>(room: &'room mut Room, title: &str) -> &'room mut Room {
    compared(room);
    for _ in 0..40 {
        if room.screen().starts_with(title) || room.screen().starts_with(&format!(" {title}")) {
            return room;
        }
        room.keys("PgDn");
    }
    panic!("{title} is on no page");
}

/// The follow-up of a session with two open actions.
fn followed_up(room: &mut Room) -> &mut Room {
    previewed(room).keys("O");
    let [then, _] = samples_with_actions();
    read(room, Purpose::FollowUp, vec![then])
}

/// A check-in on the actions of a finished session.
fn checked_in(room: &mut Room) -> &mut Room {
    let framework = Framework::built_in().unwrap();
    let made = Session::follow_up(&framework, &resolved(), "ffeeddccbbaa9988".into(), jiff::Timestamp::UNIX_EPOCH);
    let session = Box::new(Session { check_in: true, rev: 1, ..made });
    room.send(Msg::Opened { session, file: "check-in.ron".into(), warning: None, read_only: None })
}

/// A finished session on one of its items.
fn closed(room: &mut Room) -> &mut Room {
    begin(room).keys("PgDn 4");
    let mut session = room.session().clone();
    session.status = Status::Finished;
    let file = PathBuf::from("/home/you/Plenary/sessions/2026-03-12-glenside-cpp.ron");
    room.send(Msg::Opened { session: Box::new(session), file, warning: None, read_only: None })
}

/// A finished session, which refuses changes.
pub(crate) fn finished(columns: u16, rows: u16) -> Room {
    let mut room = Room::begun(columns, rows);
    room.keys("PgDn 4");
    let mut session = room.session().clone();
    session.status = plenary::session::Status::Finished;
    let mut room = Room::new(columns, rows);
    let file = PathBuf::from("/home/you/Plenary/sessions/2025-03-12-glenside-cpp.ron");
    room.send(Msg::Opened { session: Box::new(session), file, warning: None, read_only: None });
    room
}

/// A session with copies of every kind, beside a cloud drive's copy of it.
fn deletion() -> Deletion {
    let state = "/home/you/Plenary/state";
    let backups = format!("{state}/backups/0123456789abcdef");
    let backup = |number: u32| ("backup", format!("{backups}/{number:010}-20260312T143200Z.ron").into());
    let recovery = ("recovery copy", format!("{state}/recovery/0123456789abcdef-0011223344556677.ron").into());
    let last_resort = ("last-resort copy", "/tmp/plenary-glenside-cpp-0123456789abcdef.ron".into());
    Deletion {
        rev: Some(41),
        goes: (1..=12).map(backup).chain([recovery, last_resort]).collect(),
        stays: vec![
            ("/home/you/Plenary/sessions/session (1).ron".into(), "another file of this session".into()),
            (backups.into(), "2 earlier versions, which are also those of session (1).ron".into()),
        ],
        state: state.into(),
        ..Deletion::default()
    }
}
