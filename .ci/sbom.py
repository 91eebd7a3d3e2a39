#!/usr/bin/env python3
"""Prints the bill of materials of the program as CycloneDX 1.6 JSON: every crate that it is made of on any system, with the
macros that write parts of it, as Cargo.lock names them.

    python3 .ci/sbom.py SECONDS

SECONDS since 1970 is the time that stands in it: the commit's, so that the same source gives the same bytes.
"""

import datetime
import json
import re
import subprocess
import sys
import tomllib
import uuid
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def reached(nodes, root):
    """The packages that the program is made of: neither those of the tests nor those that only build it."""
    names, waiting = set(), [root]
    while waiting:
        name = waiting.pop()
        if name not in names:
            names.add(name)
            waiting += [one["pkg"] for one in nodes[name]["deps"] if any(kind["kind"] is None for kind in one["dep_kinds"])]
    return names


told = subprocess.run(
    ["cargo", "metadata", "--locked", "--format-version", "1"], cwd=ROOT, check=True, capture_output=True, text=True
)
metadata = json.loads(told.stdout)
packages = {one["id"]: one for one in metadata["packages"]}
nodes = {one["id"]: one for one in metadata["resolve"]["nodes"]}
root = metadata["resolve"]["root"]
locked = tomllib.loads((ROOT / "Cargo.lock").read_text(encoding="utf-8"))["package"]
sums = {(one["name"], one["version"]): one.get("checksum") for one in locked}


def url(package):
    return f"pkg:cargo/{package['name']}@{package['version']}"


def component(package, kind="library"):
    said = {
        "type": kind,
        "bom-ref": url(package),
        "name": package["name"],
        "version": package["version"],
        "description": " ".join((package["description"] or "").split()),
        "licenses": [{"expression": re.sub(r"\s*/\s*", " OR ", package["license"])}],
        "purl": url(package),
    }
    checksum = sums[package["name"], package["version"]]
    if checksum:
        said["hashes"] = [{"alg": "SHA-256", "content": checksum}]
    return said


def needs(package):
    names = {url(packages[one["pkg"]]) for one in nodes[package]["deps"] if one["pkg"] in inside}
    return {"ref": url(packages[package]), "dependsOn": sorted(names - {url(packages[package])})}


inside = reached(nodes, root)
parts = sorted(inside - {root}, key=lambda one: (packages[one]["name"], packages[one]["version"]))
paper = {
    "bomFormat": "CycloneDX",
    "specVersion": "1.6",
    "version": 1,
    "metadata": {
        "timestamp": datetime.datetime.fromtimestamp(int(sys.argv[1]), datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "component": component(packages[root], "application"),
    },
    "components": [component(packages[one]) for one in parts],
    "dependencies": [needs(one) for one in [root, *parts]],
}
text = json.dumps(paper, sort_keys=True)
paper["serialNumber"] = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, text)}"
print(json.dumps(paper, indent=2, ensure_ascii=False))
