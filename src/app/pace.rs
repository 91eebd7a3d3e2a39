//! Pace: what is left of the walk, and how long it takes at the room's own speed, as planned, and at the fast pass.
//!
//! Everything is reckoned in minutes from what the clocks booked. Nothing here moves the room on.

use super::keymap::Command;
use super::page::Next;
use super::{Cx, Workshop};
use crate::analysis::{HeatMap, open_in, progress_of};
use crate::framework::{AgendaItem, AgendaPart, Framework, Id, Leg, Section};
use crate::session::{MOST_DIVES, Place, Session};
use crate::words;
use jiff::{Span, Timestamp, Zoned};
use std::cmp::Ordering;

/// Seconds for an item at the fast pass: read it aloud, one look round the room, agree.
pub const FAST: u32 = 75;

/// Items after which a room has a pace of its own.
const LEAST: u32 = 3;

/// Minutes.
const HALF_A_DAY: i16 = 12 * 60;

/// What is left of all that is asked, in items and minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pace {
    /// Open items of every kind, as the overview counts them.
    pub(crate) items: u32,
    /// Whether the stages are reckoned at the room's own pace.
    pub(crate) is_own: bool,
    /// What they take until nothing is open: the stages, and assumptions, influencing factors and risks beside them.
    pub(crate) walk: u32,
    /// What all items take at the fast pass.
    pub(crate) fast: u32,
    /// What the breaks that are ahead before the end of the stages take.
    pub(crate) breaks: u32,
    /// What the agenda plans besides and after the stages, breaks, map, actions, close, less what these have taken.
    after: u32,
}

impl Pace {
    pub(crate) fn of(framework: &Framework, workshop: &Workshop, map: &HeatMap, now: Timestamp) -> Self {
        let all = progress_of(framework, &workshop.session);
        let items = count(all.of.saturating_sub(all.done));
        let current = current_part(framework, &workshop.session);
        let is_stage = |item: &AgendaItem| matches!(item.part, AgendaPart::Stage(_));
        let stages = framework.agenda.iter().rposition(is_stage).map_or(0, |last| last + 1);
        let is_own = own_pace(framework, workshop, map, now).is_some();
        let mut pace = Self { items, is_own, fast: at_the_fast_pass(items), ..Self::default() };
        for (place, (item, left)) in framework.agenda.iter().zip(left(framework, workshop, map, now)).enumerate() {
            let minutes = match &item.part {
                AgendaPart::Break if current.is_some_and(|current| place < current) => continue,
                part if framework.leg(part).is_some() => &mut pace.walk,
                _ if place >= stages => &mut pace.after,
                AgendaPart::Break => &mut pace.breaks,
                _ => continue,
            };
            *minutes = minutes.saturating_add(left);
        }
        pace
    }

    /// Minutes to the end of all that is planned.
    pub(crate) fn all(&self) -> u32 {
        self.walk.saturating_add(self.breaks).saturating_add(self.after)
    }
}

fn count(items: usize) -> u32 {
    u32::try_from(items).unwrap_or(u32::MAX)
}

fn at_the_fast_pass(items: u32) -> u32 {
    items.saturating_mul(FAST).div_ceil(60)
}

/// How many items of a part of the agenda are open, and how many there are; none for parts that ask nothing.
pub(crate) fn open_in_part(
    framework: &Framework,
    session: &Session,
    map: &HeatMap,
    part: &AgendaPart,
) -> (usize, usize) {
    match framework.leg(part) {
        Some(Leg::Stage(row)) => map.rows.get(row).map_or((0, 0), |row| {
            (row.readings.iter().filter(|reading| !reading.complete).count(), row.readings.len())
        }),
        Some(Leg::Section(section)) => open_in(framework, session, section),
        None => (0, 0),
    }
}

/// The minutes that features took, and how many: the room's own pace, as soon as it has one.
fn own_pace(framework: &Framework, workshop: &Workshop, map: &HeatMap, now: Timestamp) -> Option<(u32, u32)> {
    let used: u32 = framework.stages.iter().map(|stage| workshop.minutes_on(&stage.id, now)).sum();
    let done = count(map.progress().done);
    (done >= LEAST && used > 0).then_some((used, done))
}

/// The minutes that are left of each part of the agenda: none where all is answered; a stage at the room's own pace once
/// it has one; else as planned, and never less than the fast pass needs for what is open. One clock runs for all breaks:
/// the first have used it first.
fn left(framework: &Framework, workshop: &Workshop, map: &HeatMap, now: Timestamp) -> Vec<u32> {
    let used = |part: &AgendaPart| part.clock().map_or(0, |id| workshop.minutes_on(&id, now));
    let mut rested = used(&AgendaPart::Break);
    let own = own_pace(framework, workshop, map, now);
    let left = |item: &AgendaItem| {
        if item.part == AgendaPart::Break {
            let of_this = rested.min(item.minutes);
            rested -= of_this;
            return item.minutes - of_this;
        }
        let planned = item.minutes.saturating_sub(used(&item.part));
        match open_in_part(framework, &workshop.session, map, &item.part) {
            (_, 0) => planned,
            (0, _) => 0,
            (open, _)
                if matches!(item.part, AgendaPart::Stage(_))
                    && let Some((used, done)) = own =>
            {
                count(open).saturating_mul(used).div_ceil(done)
            }
            (open, _) => planned.max(at_the_fast_pass(count(open))),
        }
    };
    framework.agenda.iter().map(left).collect()
}

/// The part of the agenda at which the room is, from 0.
fn current_part(framework: &Framework, session: &Session) -> Option<usize> {
    let part = match &session.place {
        Place::Setup => AgendaPart::Welcome,
        Place::Slides => AgendaPart::HeatMap,
        Place::Walk(step) => framework.part_of(framework.leg_of(step)?)?,
    };
    framework.agenda.iter().position(|item| item.part == part)
}

impl Cx {
    pub(crate) fn pace(&self) -> Option<Pace> {
        let (workshop, map) = (self.workshop.as_ref()?, self.heat_map()?);
        Some(Pace::of(&self.framework, workshop, &map, self.now.timestamp()))
    }

    /// The time so many minutes from now.
    pub(crate) fn in_minutes(&self, minutes: u32) -> Option<Zoned> {
        self.now.checked_add(Span::new().try_minutes(i64::from(minutes)).ok()?).ok()
    }

    /// The same as the room reads it: `15:44`; empty where no clock goes that far.
    pub(crate) fn clock_in(&self, minutes: u32) -> String {
        self.in_minutes(minutes).map_or(String::new(), |end| words::time(&end))
    }

    /// Minutes between the planned finish and where the room would end: what is in hand, or below zero what is over.
    /// `None` without a planned finish. The nearest of both is meant, across midnight too.
    pub(crate) fn in_hand(&self, pace: &Pace) -> Option<i16> {
        let finish = self.workshop.as_ref()?.session.finish?;
        let end = self.in_minutes(pace.all())?;
        let apart = minute_of(finish) - minute_of(end.time());
        Some((apart + HALF_A_DAY).rem_euclid(2 * HALF_A_DAY) - HALF_A_DAY)
    }

    /// The part of the agenda at which the room is, from 0.
    pub(crate) fn current_part(&self) -> Option<usize> {
        current_part(&self.framework, self.session()?)
    }

    /// When each part of the agenda begins: those that come after the one at which the room is as planned from now on,
    /// one after the other, less what they have taken; the others when the room came to them today, if it did.
    pub(crate) fn clocks(&self) -> Vec<Option<jiff::civil::Time>> {
        let (Some(workshop), Some(current)) = (&self.workshop, self.current_part()) else { return Vec::new() };
        let Some(map) = self.heat_map() else { return Vec::new() };
        let mut ahead = 0_u32;
        let begins = |(place, left): (usize, u32)| {
            let id = self.framework.agenda.get(place)?.part.clock();
            let begun = id.as_ref().and_then(|id| self.begun_today(id));
            let at = match place.cmp(&current) {
                Ordering::Greater => self.in_minutes(ahead),
                Ordering::Equal => begun.or_else(|| {
                    let used = id.map_or(0, |id| workshop.minutes_on(&id, self.now.timestamp()));
                    self.now.checked_sub(Span::new().minutes(i64::from(used))).ok()
                }),
                Ordering::Less => begun,
            };
            if place >= current {
                ahead = ahead.saturating_add(left);
            }
            at.map(|at| at.time())
        };
        left(&self.framework, workshop, &map, self.now.timestamp()).into_iter().enumerate().map(begins).collect()
    }

    /// When the room came to a stage or section, if that was today.
    fn begun_today(&self, id: &Id) -> Option<Zoned> {
        let at = self.session()?.begun.get(id)?.to_zoned(self.now.time_zone().clone());
        (at.date() == self.now.date()).then_some(at)
    }

    /// Keeps when the room came to a stage or section: for the first time, or on another day.
    pub(super) fn begin_part(&mut self, id: Id) {
        if self.begun_today(&id).is_none()
            && let Some(workshop) = &mut self.workshop
        {
            workshop.session.begun.insert(id, self.now.timestamp());
        }
    }

    /// The parts to leave out so that the room is back in time: what is least asked for first, and no more than it
    /// takes. `None` where nobody is late, and where nothing that is left can be left out.
    pub(crate) fn to_skip(&self, pace: &Pace) -> Option<Vec<(&str, u32)>> {
        let mut over = u32::try_from(-i32::from(self.in_hand(pace)?)).ok().filter(|over| *over > 0)?;
        let (session, current) = (self.session()?, self.current_part()?);
        let optional = [Section::Influences, Section::Conditions];
        let mut parts = Vec::new();
        for section in optional {
            let mut agenda = self.framework.agenda.iter().enumerate();
            let Some((_, item)) = agenda.find(|(place, item)| item.part.section() == Some(section) && *place > current)
            else {
                continue;
            };
            if over == 0 || open_in(&self.framework, session, section).0 == 0 {
                continue;
            }
            parts.push((item.title.as_str(), item.minutes));
            over = over.saturating_sub(item.minutes);
        }
        (!parts.is_empty()).then_some(parts)
    }

    /// Calls a deep dive on the item, or ends the one that runs on it.
    pub(super) fn dive(&mut self) -> Next {
        let Some((feature, _)) = self.item() else { return Next::Stay };
        let now = self.now.timestamp();
        if self.refuses() {
            return Next::Stay;
        }
        let Some(workshop) = &mut self.workshop else { return Next::Stay };
        if workshop.dive_left(&feature.id, now).is_some() {
            workshop.end_dive();
            return self.say(words::DIVE_OVER);
        }
        if let Err(refusal) = workshop.session.dive(&feature.id) {
            return self.refuse(refusal.to_string());
        }
        workshop.session.count_change();
        workshop.begin_dive(feature.id, now);
        let number = workshop.session.deep_dives.len();
        self.save();
        self.say(words::deep_dive(number, MOST_DIVES))
    }

    /// Notes that a card was held up, on the item in sight where there is one.
    pub(super) fn note_card_up(&mut self) -> Next {
        let on = self.current_step().and_then(|step| step.item().cloned());
        if self.refuses() {
            return Next::Stay;
        }
        let is_new = self.edit(|session, now| session.note_card_up(on, now));
        if self.refusal.is_none() { self.say(words::card_up_noted(is_new)) } else { Next::Stay }
    }

    /// Plans to finish so many five minutes earlier or later; the first press takes where the room would end.
    pub(super) fn turn_finish(&mut self, command: Command) -> Next {
        let (Some(pace), Some(session)) = (self.pace(), self.session()) else { return Next::Stay };
        let end = self.in_minutes(pace.all());
        let finish = match (session.finish, end) {
            (Some(finish), _) => {
                let step = Span::new().minutes(if command == Command::Left { -5 } else { 5 });
                Some(finish.wrapping_add(step))
            }
            (None, Some(end)) => {
                let past = end.minute() % 5;
                let to_five = Span::new().minutes(i64::from((5 - past) % 5));
                end.time().with().second(0).subsec_nanosecond(0).build().ok().map(|end| end.wrapping_add(to_five))
            }
            (None, None) => None,
        };
        self.plan_finish(finish)
    }

    /// Plans to finish at a time of day, or at none.
    pub(super) fn plan_finish(&mut self, finish: Option<jiff::civil::Time>) -> Next {
        if self.refuses() {
            return Next::Stay;
        }
        let Some(workshop) = self.workshop.as_mut().filter(|one| one.session.finish != finish) else {
            return Next::Stay;
        };
        if let Err(refusal) = workshop.session.plan_finish(finish) {
            return self.refuse(refusal.to_string());
        }
        workshop.session.count_change();
        self.save();
        Next::Stay
    }
}

fn minute_of(time: jiff::civil::Time) -> i16 {
    i16::from(time.hour()) * 60 + i16::from(time.minute())
}
