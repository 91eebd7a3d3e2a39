#!/usr/bin/env python3
"""Packs a folder into an archive whose bytes follow from what is in it: sorted, owned by nobody, all of one time.

    SOURCE_DATE_EPOCH=SECONDS python3 .ci/pack.py FOLDER ARCHIVE.tar.gz|ARCHIVE.zip
"""

import gzip
import io
import os
import sys
import tarfile
import time
import zipfile
from pathlib import Path

FOLDER, ARCHIVE = Path(sys.argv[1]), Path(sys.argv[2])
SECONDS = int(os.environ["SOURCE_DATE_EPOCH"])
FILES = sorted(path for path in FOLDER.rglob("*") if path.is_file())


def mode(path):
    return 0o755 if path.stat().st_mode & 0o100 else 0o644


def tar():
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for path in FILES:
            entry = tarfile.TarInfo(str(path.relative_to(FOLDER.parent)))
            entry.size, entry.mode, entry.mtime = path.stat().st_size, mode(path), SECONDS
            archive.addfile(entry, io.BytesIO(path.read_bytes()))
    ARCHIVE.write_bytes(gzip.compress(data.getvalue(), mtime=SECONDS))


def zipped():
    with zipfile.ZipFile(ARCHIVE, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in FILES:
            entry = zipfile.ZipInfo(path.relative_to(FOLDER.parent).as_posix(), time.gmtime(SECONDS)[:6])
            entry.external_attr, entry.create_system = mode(path) << 16, 3
            archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)


zipped() if ARCHIVE.suffix == ".zip" else tar()
