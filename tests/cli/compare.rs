//! `plenary compare`: what it prints of the two sample sessions, word for word, and what it refuses.

use crate::cli::Computer;
use serde_json::Value;

fn samples() -> [String; 2] {
    ["2025", "2026"].map(|year| format!("{}/content/riverside-{year}.ron", env!("CARGO_MANIFEST_DIR")))
}

#[test]
fn compare_prints_what_changed_first() {
    let computer = Computer::new();
    let [then, now] = samples();
    insta::assert_snapshot!(computer.prints(&["compare", &then, &now]));
}

#[test]
fn compare_json_keeps_its_promise_to_scripts() {
    let computer = Computer::new();
    let [then, now] = samples();
    let shown: Value = serde_json::from_str(&computer.prints(&["compare", &then, &now, "--json"])).unwrap();
    assert_eq!((&shown["then"]["date"], &shown["now"]["date"]), (&"2025-05-14".into(), &"2026-05-20".into()));
    let features = shown["features"].as_array().unwrap();
    assert_eq!(features.len(), 36);
    let counts = shown["counts"].as_object().unwrap();
    assert_eq!(counts.len(), 7);
    for (turn, count) in counts {
        let there = features.iter().filter(|feature| feature["turn"] == **turn).count();
        assert_eq!(count.as_u64(), u64::try_from(there).ok(), "{turn}");
    }
    for feature in features {
        let (then, now) = (feature["then"]["rating"].as_i64(), feature["now"]["rating"].as_i64());
        if let Some(steps) = feature["steps"].as_i64() {
            assert_eq!(Some(steps), now.zip(then).map(|(now, then)| now - then), "{feature}");
        }
    }
    assert!(shown["room"]["then"]["sectors"][0]["people"].is_u64());
    let text = shown.to_string();
    for word in ["mean", "average", "total", "score", "rank"] {
        assert!(!text.contains(&format!("\"{word}")), "{word}");
    }
}

#[test]
fn compare_refuses_what_cannot_be_compared_in_one_sentence() {
    let computer = Computer::new();
    let [then, _] = samples();
    assert!(computer.refuses(&["compare", &then]).contains("NOW"));
    assert!(computer.refuses(&["compare", &then, "nowhere.ron"]).contains("nowhere.ron"));
    let other = computer.new_session(&["--partnership", "Glenside"]);
    let text = std::fs::read_to_string(&other).unwrap().replace("\"effective-partnerships\"", "\"another\"");
    std::fs::write(&other, text).unwrap();
    let ran = computer.runs(&["compare", &then, other.to_str().unwrap()]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(ran.err.contains("different frameworks"), "{}", ran.err);
}
