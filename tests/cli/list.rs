//! `plenary list`: the saved sessions, and what cannot be read.

use super::Computer;
use serde_json::Value;

#[test]
fn list_shows_the_newest_first_and_what_cannot_be_read() {
    let computer = Computer::new();
    assert!(computer.prints(&["list"]).starts_with("No saved sessions in "));
    assert_eq!(computer.json(&["list", "--json"]), Value::Array(vec![]));

    computer.new_session(&["--partnership", "Glenside CPP", "--date", "2025-03-12"]);
    computer.new_session(&["--partnership", "Riverside", "--date", "2026-03-12", "--people", "9"]);
    computer.file("sessions/2024-01-01-broken.ron", "not a session\n");
    let list = computer.prints(&["list"]);
    let lines: Vec<&str> = list.lines().collect();
    assert!(lines[0].starts_with("2026-03-12   0 of 36  Riverside "), "{list}");
    assert!(lines[0].ends_with("2026-03-12-riverside.ron"), "{list}");
    assert!(lines[1].starts_with("2025-03-12   0 of 36  Glenside CPP "), "{list}");
    assert!(lines[2].starts_with("2024-01-01  -         2024-01-01-broken.ron: "), "{list}");
    assert!(
        lines[2].contains("2024-01-01-broken.ron is not a Plenary session: it has no format number; line 1, column 1"),
        "{list}"
    );

    let list = computer.json(&["list", "--json"]);
    assert_eq!(list[0]["partnership"], "Riverside");
    assert_eq!(list[0]["people"], 9);
    assert_eq!(list[0]["status"], "in_progress");
    assert_eq!(list[0]["problem"], Value::Null);
    assert_eq!(list[2]["partnership"], Value::Null);
    assert!(list[2]["problem"].is_string());
}
