//! T13: what the program hands out of a hostile corpus, parsed back. 2,000 texts through `show` and `show --json`.

use crate::cli::Computer;
use crate::support::corpus::corpus;
use plenary::framework::Framework;
use plenary::store;
use std::fs;

#[test]
fn two_thousand_hostile_texts_come_out_as_text_and_are_read_back_the_same() {
    let framework = Framework::built_in().unwrap();
    let computer = Computer::new();
    let file = computer.new_session(&[]);
    let name = file.to_str().unwrap().to_owned();
    let blank = store::open(&file).unwrap().session;
    let mut texts = corpus();
    let mut read_back = 0;
    while read_back < 2_000 {
        let mut session = blank.clone();
        let notes: Vec<(String, String)> =
            framework.features().map(|(_, _, feature)| (feature.id.to_string(), texts.next().unwrap())).collect();
        for ((_, _, feature), (_, note)) in framework.features().zip(&notes) {
            session.note(feature, note).unwrap();
        }
        let head = store::Head::of(&session, &framework, session.created);
        fs::write(&file, store::encode(&session, &head).unwrap()).unwrap();

        let said = computer.prints(&["show", &name, "--json"]);
        assert_eq!(said.chars().find(|letter| *letter != '\n' && plenary::clean::is_unsafe(*letter)), None);
        let json: serde_json::Value = serde_json::from_str(&said).unwrap();
        for (id, note) in &notes {
            let feature = json["features"].as_array().unwrap().iter().find(|one| one["id"] == id.as_str()).unwrap();
            assert_eq!(feature["note"], note.as_str(), "{id}");
            read_back += 1;
        }
        let plain = computer.prints(&["show", &name]);
        assert!(plenary::clean::is_clean(&plain));
        assert_eq!(plain.matches("wog").count(), notes.len(), "every note is there");
    }
}
