//! What a first window hands to windows on the wall: whole or not at all, and nothing of what stood there before.

use crate::support::files::{Call, Watched, quick_folder};
use plenary::store::{Desk, Home, RealFiles, Wall, desks};
use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

#[test]
fn a_wall_has_a_page_whole_or_not_at_all_and_nothing_of_the_page_before() {
    let folder = quick_folder();
    let home = Home::at(folder.path().into(), true);
    let files: Arc<dyn plenary::store::FileSystem + Send + Sync> = Arc::new(RealFiles);
    let mut desk = Desk::open(&files, &home).unwrap();
    desk.hand_over(b"{\"page\":\"a long one of another partnership\"}").unwrap();
    let [open] = &desks(&RealFiles, &home)[..] else { panic!("one desk lives") };
    let wall = Wall::follow(&files, &home, &open.id).unwrap();
    assert_eq!(wall.look().unwrap(), b"{\"page\":\"a long one of another partnership\"}");

    desk.hand_over(b"{\"page\":\"short\"}").unwrap();
    assert_eq!(wall.look().unwrap(), b"{\"page\":\"short\"}");
    let folder = home.state_folder().join("walls");
    let said = folder.join(format!("{}.json", open.id));
    let bytes = fs::read(&said).unwrap();
    assert!(!String::from_utf8_lossy(&bytes).contains("partnership"), "{bytes:?}");

    // Every way in which a write can be broken off: the first bytes of the new page over the old one.
    desk.hand_over(b"{\"page\":\"other\"}").unwrap();
    let new = fs::read(&said).unwrap();
    let differs = bytes.iter().zip(&new).filter(|(old, new)| old != new).count();
    assert!(differs > 8);
    for cut in 0..new.len() {
        let half = [&new[..cut], &bytes[cut..]].concat();
        fs::write(&said, &half).unwrap();
        let whole = [&b"{\"page\":\"short\"}"[..], b"{\"page\":\"other\"}"];
        assert!(wall.look().is_none_or(|page| whole.contains(&&page[..])), "{cut}");
        assert!(half == new || half == bytes || wall.look().is_none(), "{cut}");
    }
    desk.hand_over(b"{\"page\":\"last\"}").unwrap();
    assert_eq!(wall.look().unwrap(), b"{\"page\":\"last\"}");

    drop(desk);
    assert!(!said.exists() && wall.look().is_none() && !wall.is_followed());
}

#[test]
fn a_page_that_is_being_written_is_read_once_more() {
    let folder = quick_folder();
    let home = Home::at(folder.path().into(), true);
    let files: Arc<dyn plenary::store::FileSystem + Send + Sync> = Arc::new(RealFiles);
    let mut desk = Desk::open(&files, &home).unwrap();
    desk.hand_over(b"{\"page\":\"before\"}").unwrap();
    let [open] = &desks(&RealFiles, &home)[..] else { panic!("one desk lives") };
    let said = home.state_folder().join("walls").join(format!("{}.json", open.id));
    let before = fs::read(&said).unwrap();
    desk.hand_over(b"{\"page\":\"behind\"}").unwrap();
    let now = fs::read(&said).unwrap();
    let half = [&now[..12], &before[12..]].concat();
    fs::write(&said, &half).unwrap();

    // The writer comes to its end between two readings.
    let (reads, file) = (AtomicUsize::new(0), said.clone());
    let watched = Watched::hooked(move |_, call| match call {
        Call::Read(path) if *path == file && reads.fetch_add(1, Ordering::Relaxed) == 1 => fs::write(path, &now),
        _ => Ok(()),
    });
    let files: Arc<dyn plenary::store::FileSystem + Send + Sync> = Arc::new(watched);
    let wall = Wall::follow(&files, &home, &open.id).unwrap();
    assert_eq!(wall.look().unwrap(), b"{\"page\":\"behind\"}");
}
