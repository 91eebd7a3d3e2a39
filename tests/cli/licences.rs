//! `plenary licences`: whose work is part of the program.

use super::Computer;

#[test]
fn licences_names_every_library_that_is_part_of_the_program() {
    let told = Computer::new().prints(&["licences"]);
    let manifest = include_str!("../../Cargo.toml");
    let (_, dependencies) = manifest.split_once("[dependencies]").unwrap();
    let (dependencies, _) = dependencies.split_once("[target").unwrap();
    let libraries: Vec<&str> =
        dependencies.lines().filter_map(|line| line.split_once(" = ")).map(|(name, _)| name).collect();
    assert!(libraries.len() > 20, "{libraries:?}");
    let missing: Vec<&&str> = libraries.iter().filter(|name| !told.contains(&format!("{name} "))).collect();
    assert_eq!(missing, [&"serde"; 0], "run python3 .ci/licences.py");
    assert!(told.contains("Permission is hereby granted") && told.contains("Mozilla Public License Version 2.0"));
}
