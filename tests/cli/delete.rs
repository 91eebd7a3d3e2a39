//! `plenary delete`: a session with every copy, and nothing else.

use super::Computer;
use super::backups::with_backups;
use plenary::store;
use std::fs;
use std::path::PathBuf;

#[test]
fn delete_without_a_terminal_needs_to_be_told_and_takes_every_copy() {
    let computer = Computer::new();
    let file = with_backups(&computer);
    let name = file.to_str().unwrap();
    let refused = computer.runs(&["delete", name]);
    assert_eq!((refused.code, refused.out.as_str()), (2, ""));
    assert!(refused.err.contains("--yes") && file.exists(), "{}", refused.err);
    let said = computer.prints(&["delete", name, "--yes"]);
    assert!(said.lines().count() > 4 && said.contains("Exports, e-mails, printouts"), "{said}");
    assert!(!file.exists());
    let state = computer.home().join("state");
    let mut left = Vec::new();
    let mut folders = vec![state];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { left.push(path) }
        }
    }
    assert_eq!(left, Vec::<PathBuf>::new());
    assert!(computer.refuses(&["delete", name, "--yes"]).contains("is no session file"));
}

#[test]
fn deleting_a_cloud_drive_s_copy_keeps_the_session_and_says_what_stays() {
    let computer = Computer::new();
    let file = with_backups(&computer);
    let name = file.to_str().unwrap();
    let earlier = computer.prints(&["backups", name]);
    let copy = file.with_file_name(format!("{} (1).ron", file.file_stem().unwrap().to_str().unwrap()));
    fs::copy(&file, &copy).unwrap();
    let said = computer.prints(&["delete", copy.to_str().unwrap(), "--yes"]);
    assert!(said.starts_with(&format!("Deleted  {}\n", copy.display())), "{said}");
    assert!(said.contains(&format!("Stays    {name}: another file of this session\n")), "{said}");
    assert!(said.contains(" earlier versions, which are also those of "), "{said}");
    assert_eq!((computer.prints(&["backups", name]), copy.exists(), file.exists()), (earlier, false, true));
}

#[test]
fn what_is_no_session_or_only_leads_to_one_is_not_deleted() {
    let computer = Computer::new();
    let file = with_backups(&computer);
    let id = store::read_head(&file).unwrap().id;
    for (name, text) in [("minutes.txt", format!("the session with id: \"{id}\"")), ("thesis.docx", "mine".into())] {
        let path = computer.home().join(name);
        fs::write(&path, text).unwrap();
        let sentence = computer.refuses(&["delete", name, "--yes"]);
        assert!(sentence.starts_with("Nothing was deleted, because only a session is deleted here."), "{sentence}");
        assert!(path.exists());
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&file, computer.home().join("link.ron")).unwrap();
        let sentence = computer.refuses(&["delete", "link.ron", "--yes"]);
        assert!(sentence.contains("is only a link; the session itself is "), "{sentence}");
    }
    assert!(file.exists());
    assert_eq!(computer.prints(&["backups", file.to_str().unwrap()]).lines().count(), 3);
}
