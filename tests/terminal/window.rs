//! The real program in a real pseudo-terminal, seen through a terminal emulator.
//!
//! Nothing here sleeps and hopes: it waits for what it needs, and says what was on screen when it did not come.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};
use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process, waitid};
use std::fmt::Write as _;
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::mpsc::channel;
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

/// Long enough for a busy machine; no good run comes near it.
const PATIENCE: Duration = Duration::from_secs(10);

/// What has come out of the program so far.
struct Seen {
    terminal: vt100::Parser,
    bytes: Vec<u8>,
    /// Nobody looks at the window any more.
    closing: bool,
}

/// A terminal window with the program in it.
pub(crate) struct Window {
    child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    keyboard: Option<Box<dyn Write + Send>>,
    seen: Arc<(Mutex<Seen>, Condvar)>,
    reader: Option<std::thread::JoinHandle<()>>,
    /// The mode of the line before the program came.
    mode: String,
    slave: Option<Box<dyn SlavePty + Send>>,
    /// The key that was pressed last.
    pressed: String,
    /// When Esc was pressed, if that was the last key.
    escaped: Option<Instant>,
}

/// Few people are quicker from Esc to another key, and a busy machine reads what comes sooner at once.
const AFTER_ESC: Duration = Duration::from_millis(150);

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).expect("a window has cells")
}

impl Window {
    /// Opens a window of 80 x 24 and starts the program with everything under `home`.
    pub(crate) fn open(home: &Path, arguments: &[&str]) -> Self {
        Self::with(home, arguments, &[])
    }

    /// The same with more variables.
    pub(crate) fn with(home: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_plenary"));
        command.args(arguments);
        Self::run(home, command, variables)
    }

    /// The same, below a shell that outlives a closed window: no signal reaches the program then.
    pub(crate) fn below_shell(home: &Path, arguments: &[&str]) -> Self {
        Self::shell(home, "trap '' HUP; \"$0\" \"$@\"; exit $?", arguments)
    }

    /// The same after a line of shell.
    pub(crate) fn after(home: &Path, line: &str, arguments: &[&str]) -> Self {
        Self::shell(home, &format!("{line}; exec \"$0\" \"$@\""), arguments)
    }

    fn shell(home: &Path, lines: &str, arguments: &[&str]) -> Self {
        let mut command = CommandBuilder::new("/bin/sh");
        command.args(["-c", lines, env!("CARGO_BIN_EXE_plenary")]);
        command.args(arguments);
        Self::run(home, command, &[])
    }

    fn run(home: &Path, mut command: CommandBuilder, variables: &[(&str, &str)]) -> Self {
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("TZ", "UTC");
        command.env("PLENARY_HOME", home);
        command.env("HOME", home);
        for (name, value) in variables {
            command.env(name, value);
        }
        command.cwd(home);
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mode = mode_of(&*pair.master);
        let child = pair.slave.spawn_command(command).unwrap();
        let terminal = vt100::Parser::new(cells(24), cells(80), 0);
        let seen = Arc::new((Mutex::new(Seen { terminal, bytes: Vec::new(), closing: false }), Condvar::new()));
        let reader = look(&*pair.master, &seen);
        let keyboard = pair.master.take_writer().unwrap();
        Self {
            child,
            master: Some(pair.master),
            keyboard: Some(keyboard),
            seen,
            reader: Some(reader),
            mode,
            slave: Some(pair.slave),
            pressed: String::new(),
            escaped: None,
        }
    }

    /// Presses keys, named as on screen and separated by blanks, all at once.
    ///
    /// A clicker's key that comes again at once has only bounced: between two of them stands one that means nothing.
    /// After Esc there is the pause that everybody makes: Esc and a key at once are Alt and that key.
    pub(crate) fn keys(&mut self, keys: &str) -> &mut Self {
        let mut bytes = String::new();
        for key in keys.split_whitespace() {
            if bytes.ends_with('\u{1b}') {
                self.says(std::mem::take(&mut bytes).as_bytes());
            }
            if key == self.pressed && ["PgDn", "PgUp", "F5", "Esc", ".", "B"].contains(&key) {
                bytes.push_str(NOTHING);
            }
            key.clone_into(&mut self.pressed);
            // So is a letter beside another, or after a box was closed: a sentence. What means nothing ends it.
            if is_letter(key) {
                bytes.push_str(NOTHING);
            }
            bytes.push_str(&sequence(key));
        }
        self.says(bytes.as_bytes())
    }

    /// Types text, all at once.
    pub(crate) fn types(&mut self, text: &str) -> &mut Self {
        let apart = if is_letter(&std::mem::take(&mut self.pressed)) { NOTHING } else { "" };
        self.says(format!("{apart}{text}").as_bytes())
    }

    /// Sends the program whatever a terminal may send, all at once.
    pub(crate) fn says(&mut self, bytes: &[u8]) -> &mut Self {
        if let Some(pressed) = self.escaped.take() {
            std::thread::sleep(AFTER_ESC.saturating_sub(pressed.elapsed()));
        }
        let keyboard = self.keyboard.as_mut().expect("the window is open");
        keyboard.write_all(bytes).and_then(|()| keyboard.flush()).expect("somebody reads the keys");
        self.escaped = bytes.ends_with(b"\x1b").then(Instant::now);
        self
    }

    /// Pastes text as a terminal does.
    pub(crate) fn pastes(&mut self, text: &str) -> &mut Self {
        self.types(&format!("\x1b[200~{text}\x1b[201~"))
    }

    /// Gives the window another size.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.seen.0.lock().unwrap().terminal.screen_mut().set_size(cells(rows), cells(columns));
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.master.as_ref().expect("the window is open").resize(size).unwrap();
        self
    }

    /// Waits until the screen shows all of these.
    pub(crate) fn shows(&mut self, texts: &[&str]) -> &mut Self {
        self.until(&format!("{texts:?}"), |seen| {
            let screen = seen.terminal.screen().contents();
            texts.iter().all(|text| screen.contains(text))
        });
        self
    }

    /// Waits until a sign stands in the same columns in every row that has it, and so many rows have it.
    pub(crate) fn stands_in_line(&mut self, sign: &str, rows: usize) -> &mut Self {
        self.until(&format!("{sign} in the same columns"), |seen| {
            let screen = seen.terminal.screen();
            let (height, width) = screen.size();
            let is_sign = |row, column| screen.cell(row, column).is_some_and(|cell| cell.contents() == sign);
            let columns = |row| (0..width.get()).filter(|column| is_sign(row, *column)).collect::<Vec<_>>();
            let all: Vec<Vec<u16>> = (0..height.get()).map(columns).filter(|columns| !columns.is_empty()).collect();
            all.len() >= rows && all.iter().all(|columns| *columns == all[0])
        });
        self
    }

    /// Waits until these very bytes have come out since the output was last taken.
    pub(crate) fn sends(&mut self, text: &str) -> &mut Self {
        self.until(&format!("{text:?}"), |seen| seen.bytes.windows(text.len()).any(|bytes| bytes == text.as_bytes()));
        self
    }

    /// Waits until the program has the terminal, or has given it back.
    pub(crate) fn full_screen(&mut self, expected: bool) -> &mut Self {
        self.until("the other screen", |seen| seen.terminal.screen().alternate_screen() == expected);
        self
    }

    fn until(&self, what: &str, is_so: impl Fn(&Seen) -> bool) {
        let (seen, changed) = &*self.seen;
        let seen = seen.lock().unwrap();
        let (seen, waited) = changed.wait_timeout_while(seen, PATIENCE, |seen| !is_so(seen)).unwrap();
        let screen = seen.terminal.screen().contents();
        assert!(!waited.timed_out(), "waited for {what} in vain; the screen shows\n{screen}");
    }

    /// What the screen shows.
    pub(crate) fn screen(&self) -> String {
        self.seen.0.lock().unwrap().terminal.screen().contents()
    }

    /// Every byte that came out since the last time this was asked.
    pub(crate) fn output(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.seen.0.lock().unwrap().bytes)
    }

    /// Waits for the end of the program; its exit code, and how long that took.
    pub(crate) fn ends(&mut self) -> (u32, Duration) {
        let begun = Instant::now();
        let mut killer = self.child.clone_killer();
        let (send, ended) = channel::<()>();
        std::thread::spawn(move || {
            if ended.recv_timeout(PATIENCE).is_err() {
                let _ = killer.kill();
            }
        });
        let status = self.child.wait().unwrap();
        let _ = send.send(());
        let took = begun.elapsed();
        assert!(took < PATIENCE, "the program did not end; the screen shows\n{}", self.screen());
        (status.exit_code(), took)
    }

    /// Sends the program a signal.
    pub(crate) fn signal(&mut self, signal: Signal) -> &mut Self {
        kill_process(self.pid(), signal).unwrap();
        self
    }

    /// Waits until the program is stopped, as a shell does before it continues one. It has given its terminal back
    /// before, and continued in between it would stop for good.
    pub(crate) fn stopped(&mut self) -> &mut Self {
        let changes = WaitIdOptions::STOPPED | WaitIdOptions::EXITED | WaitIdOptions::NOWAIT;
        let status = waitid(WaitId::Pid(self.pid()), changes).unwrap().unwrap();
        assert!(status.stopped(), "it ended");
        self
    }

    fn pid(&self) -> Pid {
        self.child.process_id().and_then(|id| Pid::from_raw(i32::try_from(id).ok()?)).unwrap()
    }

    /// Closes the window, as a click on its cross does. `key` is one that makes the program draw.
    pub(crate) fn close(&mut self, key: &str) {
        self.seen.0.lock().unwrap().closing = true;
        self.keys(key);
        self.reader.take().expect("the window is open").join().unwrap();
        self.keyboard = None;
        self.master = None;
    }

    /// Gives the window no cells at all, as some window managers do for a moment.
    pub(crate) fn resize_to_nothing(&mut self) -> &mut Self {
        let size = PtySize { rows: 0, cols: 0, pixel_width: 0, pixel_height: 0 };
        self.master.as_ref().expect("the window is open").resize(size).unwrap();
        self
    }

    /// Reads nothing more of what comes out, so that the program is stuck in a write before long. `key` is one that
    /// makes the program draw.
    pub(crate) fn stalls(&mut self, key: &str) {
        self.seen.0.lock().unwrap().closing = true;
        self.keys(key);
        self.reader.take().expect("the window is open").join().unwrap();
    }

    /// Reads again what comes out.
    pub(crate) fn looks_again(&mut self) -> &mut Self {
        self.seen.0.lock().unwrap().closing = false;
        self.reader = Some(look(&**self.master.as_ref().expect("the window is open"), &self.seen));
        self
    }

    /// The window is gone, all at once.
    pub(crate) fn vanishes(&mut self) {
        self.keyboard = None;
        self.master = None;
    }

    /// Ends the program at once, as a power cut would; then reads what still came out before it.
    pub(crate) fn is_killed(&mut self) {
        self.signal(Signal::KILL);
        self.child.wait().unwrap();
        // Reading ends, as a terminal's does, when nobody can write any more.
        self.slave = None;
        self.reader.take().expect("the window is open").join().unwrap();
    }

    /// The number of the process.
    pub(crate) fn process(&self) -> u32 {
        self.child.process_id().expect("it runs")
    }

    /// Whether the mode of the line is as it was before the program came.
    pub(crate) fn line_is_as_before(&self) -> bool {
        mode_of(&**self.master.as_ref().expect("the window is open")) == self.mode
    }

    /// What is left wrong with the terminal after the end, in words; empty when all is as it was.
    pub(crate) fn left_behind(&mut self) -> String {
        self.full_screen(false);
        let mut wrong = String::new();
        let mode = mode_of(&**self.master.as_ref().expect("the window is open"));
        if mode != self.mode {
            let _ = write!(wrong, "the line is in mode {mode}, and was in {}; ", self.mode);
        }
        let seen = self.seen.0.lock().unwrap();
        let screen = seen.terminal.screen();
        let faults = [
            (screen.alternate_screen(), "the other screen"),
            (screen.hide_cursor(), "no cursor"),
            (screen.bracketed_paste(), "pasting in brackets"),
            (screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None, "the mouse"),
            (screen.fgcolor() != vt100::Color::Default || screen.inverse(), "colours"),
        ];
        faults.iter().filter(|(is_so, _)| *is_so).for_each(|(_, fault)| wrong.push_str(fault));
        wrong
    }
}

/// Reads what comes out, until nobody looks any more.
fn look(master: &dyn MasterPty, seen: &Arc<(Mutex<Seen>, Condvar)>) -> std::thread::JoinHandle<()> {
    let mut output = master.try_clone_reader().unwrap();
    let theirs = Arc::clone(seen);
    std::thread::spawn(move || {
        let mut buffer = vec![0; 64 * 1024];
        while let Ok(count @ 1..) = output.read(&mut buffer) {
            let (seen, changed) = &*theirs;
            let Ok(mut seen) = seen.lock() else { return };
            seen.terminal.process(&buffer[..count]);
            seen.bytes.extend_from_slice(&buffer[..count]);
            changed.notify_all();
            if seen.closing {
                return;
            }
        }
    })
}

impl Drop for Window {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn mode_of(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios())
}

/// What a terminal sends for F12, which means nothing to the program.
const NOTHING: &str = "\x1b[24~";

fn is_letter(key: &str) -> bool {
    key.len() == 1 && key.chars().all(char::is_alphabetic)
}

/// What a terminal sends for a key.
fn sequence(key: &str) -> String {
    match key {
        "Enter" => "\r".into(),
        "Esc" => "\x1b".into(),
        "Tab" => "\t".into(),
        "Space" => " ".into(),
        "PgUp" => "\x1b[5~".into(),
        "PgDn" => "\x1b[6~".into(),
        "Up" => "\x1b[A".into(),
        "Down" => "\x1b[B".into(),
        "Right" => "\x1b[C".into(),
        "Left" => "\x1b[D".into(),
        "Backspace" => "\x7f".into(),
        "Del" => "\x1b[3~".into(),
        "Home" => "\x1b[H".into(),
        "End" => "\x1b[F".into(),
        "F1" => "\x1bOP".into(),
        "F2" => "\x1bOQ".into(),
        "F5" => "\x1b[15~".into(),
        _ => match key.strip_prefix("Ctrl+") {
            Some(letter) => letter.bytes().map(|letter| char::from(letter & 0x1f)).collect(),
            None => key.into(),
        },
    }
}
