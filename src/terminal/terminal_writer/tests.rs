//! A terminal that does not take what is written: nobody waits for it, nothing piles up, and the end comes.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::*;
use std::sync::mpsc::{Receiver, Sender, channel};

/// A terminal that takes one piece each time it is told to.
struct Slow {
    let_through: Receiver<()>,
    taken: Sender<Vec<u8>>,
}

impl Write for Slow {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.let_through.recv().map_err(|_| io::Error::from(io::ErrorKind::BrokenPipe))?;
        let _ = self.taken.send(bytes.to_vec());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The writer, what lets a piece through, what was taken, what was told.
fn slow() -> (TerminalWriter, Sender<()>, Receiver<Vec<u8>>, Receiver<Event>) {
    let ((let_through, passes), (taken, seen), (tell, told)) = (channel(), channel(), channel());
    let out = Slow { let_through: passes, taken };
    let writer = TerminalWriter::start(out, move |event| drop(tell.send(event))).unwrap();
    (writer, let_through, seen, told)
}

fn frame(writer: &TerminalWriter, bytes: &[u8]) {
    let mut writer = writer.clone();
    writer.write_all(bytes).and_then(|()| writer.flush()).unwrap();
}

#[test]
fn one_frame_waits_and_whoever_asked_is_told_when_there_is_room() {
    let (writer, let_through, seen, told) = slow();
    assert!(writer.has_room(0));
    frame(&writer, b"first");
    assert!(!writer.has_room(0), "nobody has taken it");
    assert!(writer.has_room(5));
    assert!(told.try_recv().is_err());
    let_through.send(()).unwrap();
    assert!(matches!(told.recv(), Ok(Event::Drawn)));
    assert_eq!(seen.recv().unwrap(), b"first");
    assert!(writer.has_room(0));
    // Nobody asked: nobody is woken.
    frame(&writer, b"second");
    let_through.send(()).unwrap();
    assert_eq!(seen.recv().unwrap(), b"second");
    writer.drain(None).unwrap();
    assert!(told.try_recv().is_err());
}

#[test]
fn the_end_waits_a_moment_and_gives_up_what_is_not_taken() {
    let (writer, let_through, seen, _told) = slow();
    frame(&writer, &[b'x'; 3 * PIECE]);
    // The system throws away what waits, so the piece that was stuck goes through, and the last bytes with it.
    let give_up = || (0..2).for_each(|_| let_through.send(()).unwrap());
    assert!(writer.close(b"good bye", give_up));
    assert_eq!(seen.recv().unwrap().len(), PIECE);
    assert_eq!(seen.recv().unwrap(), b"good bye");
    // From now on the terminal is not ours.
    frame(&writer, b"too late");
    writer.drain(None).unwrap();
    assert!(seen.try_recv().is_err());
}

#[test]
fn the_end_comes_although_nothing_is_taken_at_all() {
    let (writer, _let_through, _seen, _told) = slow();
    frame(&writer, b"stuck");
    let begun = Instant::now();
    assert!(!writer.close(b"good bye", || {}));
    assert!(begun.elapsed() < Duration::from_secs(2));
}

#[test]
fn a_terminal_that_is_gone_is_told_and_said_once() {
    let (writer, let_through, _seen, told) = slow();
    drop(let_through);
    frame(&writer, b"nobody is there");
    assert!(matches!(told.recv(), Ok(Event::Drawn)));
    assert!(writer.has_room(0));
    let mut out = writer.clone();
    assert_eq!(out.write(b"x").unwrap_err().kind(), io::ErrorKind::BrokenPipe);
}
