#!/usr/bin/env python3
"""Writes content/licences.txt: who holds the rights in the libraries that are part of the program, and the licences.

    python3 .ci/licences.py          writes it
    python3 .ci/licences.py --check  fails where it is not what the crates say

It reads the crates of every system that a release is made for, as cargo has unpacked them. Where a crate lets choose,
the first of CHOICE is taken. A crate without the text of its licence is an error, unless it stands in SILENT.
"""

import json
import re
import subprocess
import sys
import textwrap
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAPER = ROOT / "content/licences.txt"
TARGETS = ["x86_64-unknown-linux-gnu", "aarch64-unknown-linux-gnu", "x86_64-pc-windows-gnu"]

# Each with words that only its text has.
CHOICE = {
    "MIT": "permission is hereby granted, free of charge",
    "Zlib": "this software is provided 'as-is'",
    "Unicode-3.0": "unicode license v3",
    "Apache-2.0": "apache license version 2.0",
    "MPL-2.0": "mozilla public license",
}

# Crates that come without the text, and whose rights their authors say they are.
SILENT = {"maud": "MIT", "tui-big-text": "MIT", "winapi-x86_64-pc-windows-gnu": "MIT"}

HEAD = """\
Plenary is licensed under the MIT licence or the Apache licence, version 2.0, at your option; LICENSE-MIT and
LICENSE-APACHE hold both. Libraries of other people are part of the program. This is who holds the rights in each, and
the licence under which it is used. The source of each is on crates.io under its name and version.

The Rust standard library is part of the program too (MIT or Apache-2.0, copyright the Rust Project Developers); so is
the GNU C library where a program for Linux is whole in one file (LGPL-2.1-or-later; with Plenary's source, which has all
that is needed for it, anybody can link it anew), and the runtime of mingw-w64 in the program for Windows (public domain
and its own licence, as free as MIT). Their texts are in the archives of a release.
"""


def crates():
    """The crates that end up in the program, on any system, with their folder and licence."""
    names = set()
    for target in TARGETS:
        command = ["cargo", "tree", "--locked", "--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"]
        told = subprocess.run([*command, "--target", target], cwd=ROOT, check=True, capture_output=True, text=True)
        names |= {tuple(line.split()[:2]) for line in told.stdout.splitlines() if line}
    told = subprocess.run(
        ["cargo", "metadata", "--locked", "--format-version", "1"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    packages = json.loads(told.stdout)["packages"]
    found = [one for one in packages if (one["name"], "v" + one["version"]) in names and one["source"]]
    return sorted(found, key=lambda one: (one["name"], one["version"]))


def chosen(expression):
    """The licences under which a crate is used."""
    parts = re.split(r" AND (?![^(]*\))", expression.replace("/", " OR "))
    offers = [[one.strip() for one in part.strip("() ").split(" OR ")] for part in parts]
    return [next(one for one in CHOICE if one in offer) for offer in offers]


def plain(text):
    """A text without what differs in nothing but look."""
    return " ".join(re.sub(r"[\"“”`'‘’*]", "'", text).split()).lower().rstrip(".")


def text_of(crate, licence):
    """The text of a licence as the crate brings it."""
    folder = Path(crate["manifest_path"]).parent
    for file in sorted(folder.iterdir()):
        if file.is_file() and re.match(r"(?i)(un)?licen[cs]e|copying", file.name):
            text = file.read_text(encoding="utf-8")
            if CHOICE[licence] in plain(text):
                return text.replace("\r\n", "\n")
    if SILENT.get(crate["name"]) == licence:
        return None
    sys.exit(f"{crate['name']} {crate['version']} has no text of its licence, {licence}; look why, and say so in SILENT")


def split(text, licence):
    """Who holds the rights, and the licence's own words."""
    if licence != "MIT":
        # What follows the terms tells authors how to use them.
        return [], re.split(r"(?<=END OF TERMS AND CONDITIONS)", textwrap.dedent(text))[0].strip("\n")
    begin = text.lower().index("permission is hereby granted")
    said = [" ".join(line.split()) for line in text[:begin].splitlines()]
    holders = [line for line in said if re.match(r"(?i)(copyright|\(c\)|©)", line)]
    # Some files hold a second licence after it.
    body = re.split(r"\n\s*(?:-{5,}|={5,}|#)", text[begin:])[0].strip()
    return holders, body


def paper():
    """All of it."""
    texts = {}
    for crate in crates():
        for licence in chosen(crate["license"]):
            text = text_of(crate, licence)
            holders, body = split(text, licence) if text else ([], None)
            if licence == "MIT" and not holders:
                authors = ", ".join(re.sub(r" *<.*?>", "", one) for one in crate["authors"])
                holders = [f"Copyright {authors or 'its authors'}"]
            bodies = texts.setdefault(licence, {})
            key = plain(body) if body else next(iter(bodies))
            _, named = bodies.setdefault(key, (body, {}))
            named.setdefault("; ".join(holders), []).append(f"{crate['name']} {crate['version']}")
    lines = [HEAD]
    for licence in (one for one in CHOICE if one in texts):
        for body, holders in texts[licence].values():
            lines.append(f"{'=' * 80}\n{licence}\n")
            for holder, names in sorted(holders.items(), key=lambda one: one[1]):
                names = ", ".join(names)
                told = f"{names}: {holder}" if holder else names
                lines.append(textwrap.fill(told, 110, subsequent_indent="    ", break_on_hyphens=False))
            lines.append("\n" + "\n".join(line.rstrip() for line in body.splitlines()) + "\n")
    return "\n".join(lines)


text = paper()
if sys.argv[1:] == ["--check"]:
    if not PAPER.exists() or PAPER.read_text(encoding="utf-8") != text:
        sys.exit("content/licences.txt is not what the crates say; write it with python3 .ci/licences.py")
else:
    PAPER.write_text(text, encoding="utf-8")
