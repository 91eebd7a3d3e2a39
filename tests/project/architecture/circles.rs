//! Circles: files that take names from each other in a loop.
//!
//! A file may take names from a module that it belongs to: that module's file arranges what stands in it.

use super::imports::Edges;
use std::collections::{BTreeMap, BTreeSet};

/// Whether a file stands in the module of another.
fn belongs(file: &str, to: &str) -> bool {
    let module = to.trim_end_matches(".rs");
    let module = module.strip_suffix("/mod").unwrap_or(module);
    module == "lib" || file.strip_prefix(module).is_some_and(|rest| rest.starts_with('/'))
}

/// Every circle, told as the edges that make it.
pub(super) fn circles(edges: &Edges) -> Vec<String> {
    let mut after: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (from, to) in edges.keys().filter(|(from, to)| !belongs(from, to)) {
        after.entry(from).or_default().insert(to);
    }
    let reached = |from: &str| {
        let (mut seen, mut next) = (BTreeSet::new(), vec![from.to_owned()]);
        while let Some(file) = next.pop() {
            for other in after.get(file.as_str()).into_iter().flatten() {
                if seen.insert((*other).to_owned()) {
                    next.push((*other).to_owned());
                }
            }
        }
        seen
    };
    let all: BTreeMap<&str, BTreeSet<String>> = after.keys().map(|file| (*file, reached(file))).collect();
    let mut told = Vec::new();
    let mut done = BTreeSet::new();
    for (file, reached) in &all {
        if !reached.contains(*file) || !done.insert((*file).to_owned()) {
            continue;
        }
        let is_back = |other: &&String| all.get(other.as_str()).is_some_and(|reached| reached.contains(*file));
        let circle: BTreeSet<&String> = reached.iter().filter(is_back).collect();
        done.extend(circle.iter().map(|file| (*file).clone()));
        let is_tied = |from: &String, to: &String| circle.contains(from) && circle.contains(to) && !belongs(from, to);
        let tied = edges.iter().filter(|((from, to), _)| is_tied(from, to));
        let tied = tied.map(|((from, to), names)| {
            format!("  {from} -> {to}: {}", names.iter().cloned().collect::<Vec<_>>().join(", "))
        });
        told.push(tied.collect::<Vec<_>>().join("\n"));
    }
    told
}

mod the_circles {
    use super::super::imports::edges;
    use super::super::made_up;
    use super::circles;

    fn found(files: &[(&str, &str)]) -> Vec<String> {
        circles(&edges(&made_up(files)))
    }

    #[test]
    fn files_that_name_each_other_are_a_circle() {
        for line in
            ["use super::b::B;", "use crate::m::b::B;", "fn f(x: super::b::B) {}", "use super::{b};\nfn f(x: b::B) {}"]
        {
            let circle =
                found(&[("m/a.rs", &format!("{line} pub struct A;")), ("m/b.rs", "use super::a::A; pub struct B;")]);
            assert_eq!(circle, ["  m/a.rs -> m/b.rs: B\n  m/b.rs -> m/a.rs: A"], "{line}");
        }
    }

    #[test]
    fn a_long_circle_is_found_through_re_exports() {
        let circle = found(&[
            ("m/mod.rs", "mod a;\npub(crate) use a::A;"),
            ("m/a.rs", "use crate::n::B; pub(crate) struct A;"),
            ("n.rs", "mod b;\npub(crate) use b::Long as B;"),
            ("n/b.rs", "use crate::o::C; pub(crate) struct Long;"),
            ("o.rs", "mod inner { use super::super::m::A; }\n pub(crate) struct C;"),
        ]);
        assert_eq!(circle, ["  m/a.rs -> n/b.rs: B\n  n/b.rs -> o.rs: C\n  o.rs -> m/a.rs: A"]);
    }

    #[test]
    fn a_module_and_what_stands_in_it_are_no_circle() {
        let inside = "use super::Shared; pub struct A;";
        assert!(found(&[("m/mod.rs", "mod a;\npub use a::A;\npub struct Shared(A);"), ("m/a.rs", inside)]).is_empty());
        assert!(found(&[("m.rs", "mod a;\nuse a::A;\npub struct Shared(A);"), ("m/a.rs", inside)]).is_empty());
    }

    #[test]
    fn comments_literals_and_unit_tests_tie_nothing() {
        let b = "use super::a::A;";
        for a in [
            "// use super::b::B;",
            "const B: &str = \"super::b::B\";",
            "#[cfg(test)]\nmod tests {\n use super::b::B;\n}",
        ] {
            assert!(found(&[("m/a.rs", a), ("m/b.rs", b)]).is_empty(), "{a}");
        }
    }
}
