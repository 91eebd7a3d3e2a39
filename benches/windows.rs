//! What a wall costs: from a key on the desk to the frame on the wall, and the processor's time of both windows.
//!
//! Run with `cargo bench --bench windows`, on Linux, whose files tell the time of each thread. The desk works in turn
//! alone and with a wall, each time from the same session, so that what else the machine does falls on both alike. What
//! a window costs while nobody presses a key is measured first and taken off.

#![cfg_attr(
    target_os = "linux",
    expect(clippy::unwrap_used, clippy::expect_used, reason = "a benchmark fails by panicking")
)]

#[cfg(target_os = "linux")]
#[expect(dead_code, reason = "the tests of the terminal ask more of a window")]
#[path = "../tests/terminal/window.rs"]
mod window;

#[cfg(target_os = "linux")]
fn main() {
    linux::main();
}

#[cfg(not(target_os = "linux"))]
fn main() {}

#[cfg(target_os = "linux")]
mod linux {
    use super::window::Window;
    use std::fs;
    use std::path::Path;
    use std::time::{Duration, Instant};

    /// In the tests' build, which only asks whether it runs, a few.
    const KEYS: u32 = if cfg!(debug_assertions) { 3 } else { 100 };
    const IDLE: Duration = if cfg!(debug_assertions) { Duration::from_millis(200) } else { Duration::from_secs(8) };
    const TURNS: [bool; 8] = [false, true, true, false, false, true, true, false];

    /// Between two keys: longer than saving and handing over take.
    const APART: Duration = Duration::from_millis(140);

    /// What was measured in one turn, in seconds.
    #[derive(Default)]
    struct Turn {
        desk: f64,
        desk_idle: f64,
        wall_idle: f64,
        to_wall: Vec<f64>,
    }

    pub(super) fn main() {
        let mut turns = [Vec::new(), Vec::new()];
        for with_wall in TURNS {
            turns[usize::from(with_wall)].push(turn(with_wall));
        }
        let [alone, with] = &turns;
        let median = |turns: &[Turn], of: fn(&Turn) -> f64| quantile(turns.iter().map(of).collect(), 0.5);
        let (net_alone, net_with) = (median(alone, |turn| turn.desk), median(with, |turn| turn.desk));
        println!(
            "desk, processor a key: alone {:.0} us, with a wall {:.0} us, {:.2} times",
            net_alone * 1e6,
            net_with * 1e6,
            net_with / net_alone
        );
        println!(
            "desk, idle: alone {:.2} %, with a wall {:.2} % of a core",
            median(alone, |turn| turn.desk_idle) * 100.0,
            median(with, |turn| turn.desk_idle) * 100.0
        );
        println!("wall, idle: {:.2} % of a core", median(with, |turn| turn.wall_idle) * 100.0);
        let to_wall: Vec<f64> = with.iter().flat_map(|turn| turn.to_wall.clone()).collect();
        let [p50, p95, p99] = [0.5, 0.95, 0.99].map(|part| quantile(to_wall.clone(), part) * 1e3);
        println!("key to wall, {} keys: p50 {p50:.1}, p95 {p95:.1}, p99 {p99:.1} ms", to_wall.len());
    }

    fn turn(with_wall: bool) -> Turn {
        let home = tempfile::tempdir().expect("a folder for a while");
        let mut desk = Window::open(home.path(), &["demo"]);
        desk.shows(&["P3"]);
        let mut wall = with_wall.then(|| Window::open(home.path(), &["wall"]));
        if let Some(wall) = &mut wall {
            wall.shows(&["Regular opportunities for joint working"]);
        }
        let pid = desk.process();
        let wall_pid = wall.as_ref().map(Window::process);
        // What a start still does in the background is over by then.
        std::thread::sleep(IDLE / 4);
        let before = (used(pid), wall_pid.map_or(0.0, used), Instant::now());
        std::thread::sleep(IDLE);
        let idle = before.2.elapsed().as_secs_f64();
        let (desk_idle, wall_idle) = ((used(pid) - before.0) / idle, (wall_pid.map_or(0.0, used) - before.1) / idle);
        let mut turn = Turn { desk_idle, wall_idle, ..Turn::default() };
        let (before, begun) = (used(pid), Instant::now());
        for key in 0..KEYS {
            let (key, word, large) =
                [("4", "►4 Mostly", "4 MOSTLY"), ("2", "►2 Patchy", "2 PATCHY")][usize::from(key % 2 == 0)];
            let pressed = Instant::now();
            desk.keys(key);
            if let Some(wall) = &mut wall {
                wall.shows(&[large]);
                turn.to_wall.push(pressed.elapsed().as_secs_f64());
            }
            desk.shows(&[word, "Saved "]);
            std::thread::sleep(APART.saturating_sub(pressed.elapsed()));
        }
        let took = begun.elapsed().as_secs_f64();
        turn.desk = (used(pid) - before - desk_idle * took) / f64::from(KEYS);
        turn
    }

    /// The processor's time that all threads of a process have used, in seconds.
    fn used(pid: u32) -> f64 {
        let tasks = Path::new("/proc").join(pid.to_string()).join("task");
        let of = |task: fs::DirEntry| fs::read_to_string(task.path().join("schedstat")).ok();
        let nanoseconds = |text: String| text.split(' ').next()?.parse::<f64>().ok();
        let threads = fs::read_dir(tasks).expect("the program runs").filter_map(|task| nanoseconds(of(task.ok()?)?));
        threads.sum::<f64>() / 1e9
    }

    fn quantile(mut values: Vec<f64>, part: f64) -> f64 {
        values.sort_by(f64::total_cmp);
        let last = values.len().saturating_sub(1);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a place in a short list"
        )]
        let place = (last as f64 * part).round() as usize;
        values.get(place).copied().unwrap_or_default()
    }
}
