//! What stands around every page: its title, how safe the session is, sentences for the room, the banner and the keys.

use crate::analysis::{HeatMap, failed_gates};
use crate::app::keymap::{self, Binding, Command};
use crate::app::{App, Overlay, Saving, Screen, Workshop};
use crate::framework::{Framework, Id, Leg};
use crate::words;
use serde::Serialize;

/// What stands around a page.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Frame {
    /// The page's own title: as it is where there is room, and below 60 columns.
    pub(crate) title: [String; 2],
    /// Whose session it is, behind the title: the longest form that fits, or none.
    pub(crate) session: Vec<String>,
    /// What stands on the right: as it is where there is room, and below 60 columns.
    pub(crate) right: [String; 2],
    /// How safe the session is: the longest form that fits.
    pub(crate) saved: Option<Saved>,
    /// Sentences for the room, the most important first.
    pub(crate) notices: Vec<Notice>,
    /// The stages of the walk, in the line below the title.
    pub(crate) strip: Option<Strip>,
    /// What a rehearsal asks for now.
    pub(crate) coach: Option<&'static str>,
    /// The banner that stays while an assumption of the gate does not hold, and the same in short.
    pub(crate) banner: Option<[String; 2]>,
    /// The keys that do something here, the likeliest first.
    pub(crate) hints: Vec<Hint>,
}

/// How safe the session is.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Saved {
    /// In words, the longest form first; the last is shown whole at every size.
    pub(crate) forms: Vec<String>,
    /// The name of the file beside its own in which the session is saved; its end says most.
    pub(crate) beside: Option<String>,
    /// Whether all is well.
    pub(crate) safe: bool,
}

/// A sentence for the room.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Notice {
    pub(crate) sentence: String,
    pub(crate) alarming: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Hint {
    pub(crate) key: &'static str,
    pub(crate) words: &'static str,
    /// What a click on it asks for; nothing where it names several keys, of which a click cannot choose one.
    #[serde(skip)]
    pub(crate) command: Option<Command>,
    /// How dear it is where not all have room: 0 the way to help, 1 out of here, 2 on, and 3 all else.
    pub(crate) rank: u8,
}

/// The stages in a line, and among them the section beside the chain if the room is there. Where there is room the place
/// within the stage stands in it, and otherwise in the title.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Strip {
    pub(crate) stages: Vec<StripStage>,
    /// `3 of 9`.
    pub(crate) place: String,
}

/// A stage or section of the strip.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct StripStage {
    pub(crate) label: String,
    pub(crate) short: String,
    /// How far it is; only stages say so.
    pub(crate) progress: Option<Progress>,
    pub(crate) is_current: bool,
}

#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) enum Progress {
    NotBegun,
    Begun,
    Done,
}

/// What is said while a vote is open in which something was counted.
const NOT_KEPT: &str = "vote not kept";

impl Frame {
    pub(crate) fn new(app: &App, title: impl Into<String>, right: impl Into<String>) -> Self {
        let (title, right) = (title.into(), right.into());
        Self::by_width(app, [title.clone(), title], [right.clone(), right])
    }

    /// The same where title and right have a short form for less than 60 columns.
    pub(crate) fn by_width(app: &App, title: [String; 2], right: [String; 2]) -> Self {
        Self {
            title,
            right,
            session: Vec::new(),
            strip: None,
            saved: saved(app),
            notices: notices(app),
            coach: app.cx.coach(),
            banner: banner(app),
            hints: hints(app),
        }
    }

    /// With the stages in a line.
    pub(crate) fn with_strip(self, app: &App, workshop: &Workshop, current: Leg, place: String) -> Self {
        let map = HeatMap::of(&app.cx.framework, &workshop.session);
        let legs = app.cx.framework.legs().into_iter();
        let stages = legs.filter(|leg| *leg == current || matches!(leg, Leg::Stage(_))).map(|leg| {
            let (label, short) = leg_names(&app.cx.framework, leg);
            let progress = match leg {
                Leg::Stage(row) => Some(progress(&map, row)),
                Leg::Section(_) => None,
            };
            StripStage { label, short, progress, is_current: leg == current }
        });
        Self { strip: Some(Strip { stages: stages.collect(), place }), ..self }
    }

    /// With as much of the open session's partnership and date in the title as fits.
    pub(crate) fn of_session(self, workshop: &Workshop) -> Self {
        let session = &workshop.session;
        Self { session: vec![session_title(workshop), session.described()], ..self }
    }
}

/// The name of a stage or section, and its short form.
pub(crate) fn leg_names(framework: &Framework, leg: Leg) -> (String, String) {
    match leg {
        Leg::Stage(row) => {
            framework.stages.get(row).map(|one| (one.label.clone(), one.short.clone())).unwrap_or_default()
        }
        Leg::Section(one) => (words::section_label(one).into(), words::section_short(one).into()),
    }
}

fn progress(map: &HeatMap, row: usize) -> Progress {
    let readings = map.rows.get(row).map_or(&[][..], |row| &row.readings);
    if readings.iter().all(|reading| reading.complete) {
        Progress::Done
    } else if readings.iter().any(|reading| reading.complete) {
        Progress::Begun
    } else {
        Progress::NotBegun
    }
}

/// The minutes on a stage or section, used and planned; empty when the timer is hidden.
pub(crate) fn timer(app: &App, workshop: &Workshop, id: &Id) -> String {
    if !app.cx.timer {
        return String::new();
    }
    let used = workshop.minutes_on(id, app.cx.now.timestamp());
    match app.cx.framework.minutes_for(id) {
        0 => tr!("{used} min", used),
        planned => tr!("{used} of {minutes} min", used, minutes = planned),
    }
}

/// The keys that do something here and have a place in the footer.
fn hints(app: &App) -> Vec<Hint> {
    let contexts = app.contexts();
    // Whether a key does something is asked once for each: on a slide that looks at the whole session.
    let does_something = |row: &&Binding| !row.hint.is_empty() && app.is_enabled(row.command);
    let rows: Vec<&Binding> = keymap::of(&contexts).filter(does_something).collect();
    let out = WAYS_OUT.into_iter().find(|way| rows.iter().any(|row| row.command == *way));
    // A key that means something nearer means nothing else here.
    let is_met = |row: &&&Binding| {
        rows.iter().find(|other| other.name() == row.name()).is_some_and(|one| one.context == row.context)
    };
    rows.iter()
        .filter(is_met)
        .map(|row| Hint {
            key: row.name(),
            words: row.hint,
            command: row.digits().is_none().then_some(row.command),
            rank: match row.command {
                Command::Help => 0,
                command if Some(command) == out => 1,
                Command::Next => 2,
                _ => 3,
            },
        })
        .collect()
}

/// How a page is left, the nearest way first.
const WAYS_OUT: [Command; 4] = [Command::Dismiss, Command::StartPage, Command::Map, Command::Close];

pub(crate) fn session_title(workshop: &Workshop) -> String {
    let session = &workshop.session;
    match session.about.date {
        Some(date) => format!("{} · {}", session.described(), words::date(date)),
        None => session.described(),
    }
}

fn saved(app: &App) -> Option<Saved> {
    let workshop = app.cx.workshop.as_ref()?;
    let is = |words: &str, safe| Saved { forms: vec![words.to_owned()], beside: None, safe };
    if workshop.read_only.is_some() {
        return Some(is("READ ONLY", false));
    }
    let saved = match (&workshop.saving, &workshop.beside) {
        (Saving::NotYet, _) if workshop.is_safe() => is("Not begun", true),
        (Saving::NotYet, _) => is("Not yet saved", true),
        (Saving::Saved { .. }, Some(name)) if workshop.is_safe() => {
            Saved { beside: Some(name.clone()), ..is("SAVED BESIDE", false) }
        }
        (Saving::Saved { .. }, _) if workshop.is_safe() && app.cx.is_finished() => is("Finished, saved", true),
        (Saving::Saved { at, .. }, _) if workshop.is_safe() => is(&format!("Saved {}", app.cx.time_of_day(*at)), true),
        // The file is far away and does not answer; the work is on this laptop all the same.
        (Saving::Saved { .. }, _) if workshop.copy().is_some() => is("Copy saved", true),
        (Saving::Saved { .. }, _) => is("Saving     ", true),
        (Saving::Failed { .. }, _) => return Some(is("NOT SAVED", false)),
    };
    if workshop.unkept_vote().is_none() {
        return Some(saved);
    }
    // No file holds an open vote. Where there is room for both, all else may be called saved.
    let both = format!("{}, {NOT_KEPT}", saved.forms[0].trim_end());
    Some(Saved { forms: vec![both, NOT_KEPT.into()], beside: None, safe: false })
}

/// What the room should read now.
fn notices(app: &App) -> Vec<Notice> {
    let said = app.cx.notice.clone().map(|sentence| Notice { sentence, alarming: false });
    if let Some(workshop) = &app.cx.workshop
        && let Saving::Failed { reason } = &workshop.saving
    {
        let alarm = |sentence| Notice { sentence, alarming: true };
        // What the last key has to say comes before what can be done, until the next key.
        let second = said.unwrap_or_else(|| alarm(next_step(workshop)));
        return vec![alarm(words::not_saved(reason)), second];
    }
    said.into_iter().collect()
}

/// Where the work is meanwhile, and what can be done. Whatever is cut off in a small window is the path.
fn next_step(workshop: &Workshop) -> String {
    match workshop.copy() {
        Some(copy) => format!("Go on: a copy is safe. Ctrl+S saves elsewhere. Copy: {}", copy.display()),
        None => "Ctrl+S saves elsewhere; tried again every five seconds.".into(),
    }
}

/// The banner that stays on the walk, the overview and the slides while an assumption of the gate does not hold. It blocks nothing.
fn banner(app: &App) -> Option<[String; 2]> {
    let covered = matches!(
        app.overlays.last(),
        Some(Overlay::Page(_) | Overlay::Details(_) | Overlay::Register(_) | Overlay::Linked(_) | Overlay::Blank(_))
    );
    if covered || !matches!(app.screen, Screen::Walk(_) | Screen::Overview(_) | Screen::Slides(_)) {
        return None;
    }
    let failed = failed_gates(&app.cx.framework, &app.cx.workshop.as_ref()?.session);
    match failed.as_slice() {
        [] => None,
        [one] => {
            let short = tr!("{label} DOES NOT HOLD ({id})", label = one.label, id = one.id);
            Some([format!("{short}: {}", one.text), short])
        }
        several => {
            let names: Vec<String> = several.iter().map(|one| words::named(&one.label, &one.id)).collect();
            Some(
                [words::and(&names), words::commas(several.iter().map(|one| &one.label))]
                    .map(|names| tr!("DO NOT HOLD: {names}", names)),
            )
        }
    }
}
