//! Which file takes which name from which: imports, paths in the code and re-exports followed to where a name is made.

use super::Source;
use super::tokens::{Kind, Token, tokens};
use std::collections::{BTreeMap, BTreeSet};

/// A file: its path below src, where it stands among the modules, and what it imports, names and makes.
struct Module {
    path: String,
    place: Vec<String>,
    makes: BTreeSet<String>,
    imports: Vec<Import>,
    /// Paths of two names or more in the code.
    paths: Vec<Vec<String>>,
    /// Names that stand alone in the code.
    names: BTreeSet<String>,
}

struct Import {
    path: Vec<String>,
    /// What it is called here; `*` for all that a module has.
    name: String,
    is_handed_on: bool,
}

/// What a path leads to: a module, or a name that a file makes.
#[derive(Clone, Copy, PartialEq)]
enum Target {
    Module(usize),
    Item(usize),
}

/// That a file takes names from another.
pub(super) type Edges = BTreeMap<(String, String), BTreeSet<String>>;

/// The modules of a crate, found by where they stand.
struct Crate {
    modules: Vec<Module>,
    by_place: BTreeMap<Vec<String>, usize>,
}

/// All edges between files, but for unit tests.
///
/// What a file takes through a module that it belongs to is taken from that module's file, which hands it on; so files
/// of one module may mean each other's types, as a session's do.
pub(super) fn edges(sources: &[Source]) -> Edges {
    let sources = sources.iter().filter(|source| !source.path.contains("/tests"));
    let modules: Vec<Module> = sources.map(|source| read(&source.path, &source.text)).collect();
    let by_place = modules.iter().enumerate().map(|(index, module)| (module.place.clone(), index)).collect();
    Crate { modules, by_place }.edges()
}

/// The module that a file belongs to: `app/vote/mod.rs` and `app/vote.rs` stand at `app::vote`.
fn place(path: &str) -> Vec<String> {
    let bare = path.trim_end_matches(".rs");
    let bare = bare.strip_suffix("/mod").unwrap_or(bare);
    if bare == "lib" { Vec::new() } else { bare.split('/').map(str::to_owned).collect() }
}

fn read(path: &str, text: &str) -> Module {
    let mut module = Module {
        path: path.to_owned(),
        place: place(path),
        makes: BTreeSet::new(),
        imports: Vec::new(),
        paths: Vec::new(),
        names: BTreeSet::new(),
    };
    let tokens = tokens(text);
    // How deep each inline module begins: `super` in it leads to the file.
    let (mut depth, mut inline, mut at) = (0_usize, Vec::new(), 0);
    while at < tokens.len() {
        let token = &tokens[at];
        match &token.kind {
            Kind::Sign('{') => depth += 1,
            Kind::Sign('}') => {
                depth = depth.saturating_sub(1);
                if inline.last() == Some(&depth) {
                    inline.pop();
                }
            }
            Kind::Name(name) if name == "use" => {
                let is_handed_on = is_public(&tokens[..at]);
                let begun = module.imports.len();
                at = import(&tokens, at + 1, &[], is_handed_on, &mut module.imports);
                for import in &mut module.imports[begun..] {
                    out_of_inline(&mut import.path, inline.len());
                }
                continue;
            }
            Kind::Name(name) => {
                let next = tokens.get(at + 1);
                if name == "mod" && tokens.get(at + 2).is_some_and(|token| token.is('{')) {
                    inline.push(depth);
                }
                let is_child = name == "mod" && tokens.get(at + 2).is_some_and(|token| token.is(';'));
                if MAKERS.contains(&name.as_str()) && !is_child && depth <= inline.len() {
                    let made = next.and_then(Token::name).filter(|next| !MAKERS.contains(next));
                    module.makes.extend(made.map(str::to_owned));
                }
                let mut segments = vec![name.clone()];
                while let [first, second, third, ..] = &tokens[at + 1..]
                    && first.is(':')
                    && second.is(':')
                    && let Some(name) = third.name()
                {
                    segments.push(name.to_owned());
                    at += 3;
                }
                if segments.len() > 1 {
                    out_of_inline(&mut segments, inline.len());
                    module.paths.push(segments);
                } else if !is_child && !tokens[..at].last().is_some_and(|token| token.is('.')) {
                    module.names.extend(segments);
                }
            }
            _ => {}
        }
        at += 1;
    }
    module
}

/// The words that a name follows where it is made.
const MAKERS: &[&str] = &["struct", "enum", "trait", "type", "fn", "const", "static", "union", "mod", "macro_rules"];

/// Whether `pub`, `pub(crate)` or the like stands at the end of these tokens.
fn is_public(before: &[Token]) -> bool {
    match before.last() {
        Some(token) if token.is(')') => {
            let open = before.iter().rposition(|token| token.is('(')).unwrap_or_default();
            before[..open].last().and_then(Token::name) == Some("pub")
        }
        last => last.and_then(Token::name) == Some("pub"),
    }
}

fn out_of_inline(path: &mut Vec<String>, depth: usize) {
    for _ in 0..depth {
        if path.first().is_some_and(|first| first == "super" || first == "self") {
            "self".clone_into(&mut path[0]);
            if path.get(1).is_some_and(|second| second == "super") {
                path.remove(0);
            }
        }
    }
}

/// Reads one branch of an import from a place on; gives the place after it.
fn import(tokens: &[Token], mut at: usize, before: &[String], is_handed_on: bool, found: &mut Vec<Import>) -> usize {
    let mut path = before.to_vec();
    while let Some(token) = tokens.get(at) {
        match &token.kind {
            Kind::Name(name) if name == "as" => {
                let name = tokens.get(at + 1).and_then(Token::name).unwrap_or_default().to_owned();
                found.push(Import { path, name, is_handed_on });
                return at + 2;
            }
            Kind::Name(name) => path.push(name.clone()),
            Kind::Sign('{') => {
                at += 1;
                while tokens.get(at).is_some_and(|token| !token.is('}')) {
                    // Past the comma, or past what is none of these signs.
                    at = import(tokens, at, &path, is_handed_on, found);
                    at += usize::from(tokens.get(at).is_some_and(|token| !token.is('}')));
                }
                return at + 1;
            }
            Kind::Sign('*') => {
                found.push(Import { path, name: "*".to_owned(), is_handed_on });
                return at + 1;
            }
            Kind::Sign(':') => {}
            _ => break,
        }
        at += 1;
    }
    // `use a::b::{self}` is `use a::b`.
    if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
        path.pop();
    }
    if let Some(name) = path.last().cloned() {
        found.push(Import { path, name, is_handed_on });
    }
    at
}

impl Crate {
    fn edges(&self) -> Edges {
        let mut edges = Edges::new();
        for (index, module) in self.modules.iter().enumerate() {
            let mut tie = |target: Target, name: &str| {
                if let Target::Item(other) = target
                    && other != index
                {
                    let both = (module.path.clone(), self.modules[other].path.clone());
                    edges.entry(both).or_default().insert(name.to_owned());
                }
            };
            for import in &module.imports {
                if import.name == "*" {
                    for name in module.names.iter().chain(module.paths.iter().map(|path| &path[0])) {
                        for target in self.glob(index, &import.path, name) {
                            tie(target, name);
                        }
                    }
                } else {
                    // A module's file may hand on what stands in it; what it hands on of others it uses.
                    let is_own = import.is_handed_on && !module.uses(&import.name);
                    for target in self.follow(index, &import.path, &mut Vec::new()) {
                        if !is_own || !self.is_of_one_module(index, target) {
                            tie(target, &import.name);
                        }
                    }
                }
            }
            for path in &module.paths {
                for target in self.follow(index, path, &mut Vec::new()) {
                    tie(target, path.last().map_or("", |last| last));
                }
            }
        }
        edges
    }

    fn is_of_one_module(&self, index: usize, target: Target) -> bool {
        let (Target::Item(other) | Target::Module(other)) = target;
        self.modules[index].place.first() == self.modules[other].place.first()
    }

    /// Where a path leads that stands in a module; `asked` are the questions that wait for this answer.
    fn follow<'a>(&'a self, from: usize, path: &'a [String], asked: &mut Vec<(usize, &'a str)>) -> Vec<Target> {
        let mut here = vec![Target::Module(from)];
        for (at, name) in path.iter().enumerate() {
            here = match name.as_str() {
                "crate" => self.at(&[]),
                "self" => here,
                "super" => here.into_iter().flat_map(|target| self.above(target)).collect(),
                name => self.inside(from, &here, name, at > 0, asked),
            };
        }
        here
    }

    /// What a name leads to that stands among all that an import brings in.
    fn glob<'a>(&'a self, from: usize, path: &'a [String], name: &'a str) -> Vec<Target> {
        let all = self.follow(from, path, &mut Vec::new());
        self.inside(from, &all, name, false, &mut Vec::new())
    }

    fn at(&self, place: &[String]) -> Vec<Target> {
        self.by_place.get(place).map(|index| Target::Module(*index)).into_iter().collect()
    }

    fn above(&self, target: Target) -> Vec<Target> {
        let Target::Module(index) = target else { return Vec::new() };
        let place = &self.modules[index].place;
        self.at(&place[..place.len().saturating_sub(1)])
    }

    /// What a name leads to in what a path led to so far; what stands inside an item is that item's.
    fn inside<'a>(
        &'a self,
        from: usize,
        here: &[Target],
        name: &'a str,
        is_from_outside: bool,
        asked: &mut Vec<(usize, &'a str)>,
    ) -> Vec<Target> {
        let mut found = Vec::new();
        for target in here {
            let Target::Module(index) = *target else {
                found.push(*target);
                continue;
            };
            if asked.contains(&(index, name)) {
                continue;
            }
            asked.push((index, name));
            let module = &self.modules[index];
            let mut child = module.place.clone();
            child.push(name.to_owned());
            found.extend(self.at(&child));
            let is_face = from != index && self.modules[from].place.starts_with(&module.place);
            if module.makes.contains(name) || is_face && found.is_empty() {
                found.push(Target::Item(index));
            } else if !is_face {
                for import in module.imports.iter().filter(|import| import.name == name) {
                    found.extend(self.follow(index, &import.path, asked));
                }
                for import in module.imports.iter().filter(|import| import.name == "*") {
                    let all = self.follow(index, &import.path, asked);
                    found.extend(self.inside(from, &all, name, false, asked));
                }
            }
            // A name that a macro makes, as far as nothing else bears it.
            if found.is_empty() && is_from_outside {
                found.push(Target::Item(index));
            }
        }
        found.dedup();
        found
    }
}

impl Module {
    /// Whether a name stands in the code, and not only where it is imported.
    fn uses(&self, name: &str) -> bool {
        self.names.contains(name) || self.paths.iter().any(|path| path[0] == name)
    }
}
