"""A workshop of four keys in the Windows program under Wine, followed by a second one as the wall, and what is on disk.

python3 screen.py PROGRAM, with pyte installed; Wine's own settings come from the environment. Wine's console does not
interpret what the program draws with, so its output goes through a pipe, and pyte plays the terminal. It waits for
words, never for a time, and fails when they do not come.
"""

import fcntl
import json
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time

import pyte

PROGRAM = sys.argv[1]
PATIENCE = 60


def said(*arguments):
    """What a command prints."""
    done = subprocess.run(["wine", PROGRAM, *arguments], capture_output=True, timeout=PATIENCE, check=False)
    text = done.stdout.decode("utf-8").replace("\r\n", "\n")
    if done.returncode != 0:
        sys.exit(f"plenary {' '.join(arguments)} ended with {done.returncode}:\n{text}\n{done.stderr.decode()}")
    return text


class Screen:
    """The program on a screen of 80 by 24."""

    def __init__(self, *arguments):
        self.child, self.terminal = pty.fork()
        if self.child == 0:
            os.environ["TERM"] = "xterm-256color"
            # The size is there before Wine asks for it.
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
            command = " ".join(["wine", f'"{PROGRAM}"', *arguments]) + " 2> /dev/null | cat"
            os.execvp("bash", ["bash", "-c", f"set -o pipefail; {command}"])
        # Wine's console is higher than the window.
        self.shown = pyte.Screen(80, 200)
        self.stream = pyte.ByteStream(self.shown)

    def waits_for(self, *words, gone=False):
        """Reads until all the words are on the screen, or are gone from it."""
        end = time.monotonic() + PATIENCE
        while not all((one in "\n".join(self.shown.display)) != gone for one in words):
            ready, _, _ = select.select([self.terminal], [], [], max(0, end - time.monotonic()))
            try:
                chunk = os.read(self.terminal, 65536) if ready else b""
            except OSError:
                chunk = b""
            if not chunk:
                screen = "\n".join(line.rstrip() for line in self.shown.display)
                sys.exit(f"{words} did not come:\n{screen.strip()}")
            self.stream.feed(chunk)

    def presses(self, keys):
        """Types."""
        os.write(self.terminal, keys.encode())

    def ends(self):
        """Waits for the end and gives the exit code."""
        try:
            while os.read(self.terminal, 65536):
                pass
        except OSError:
            pass
        return os.waitstatus_to_exitcode(os.waitpid(self.child, 0)[1])


def rating(feature):
    """The agreed rating of a feature of the newest demo session."""
    sessions = json.loads(said("list", "--json"))
    newest = max((one for one in sessions if one.get("demo")), key=lambda one: one["date"])
    shown = json.loads(said("show", newest["file"], "--json"))
    return next(one["rating"] for one in shown["features"] if one["id"] == feature)


def stays_until_a_key(argument):
    """A console that nobody has used, as a double click opens it: the reason stays, then the program ends with 2."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execvp("wine", ["wine", PROGRAM, argument])
    shown = b""
    while b"Press any key to close this window." not in shown:
        if not select.select([terminal], [], [], PATIENCE)[0]:
            sys.exit(f"the window did not stay:\n{shown.decode(errors='replace')}")
        shown += os.read(terminal, 65536)
    if argument.encode() not in shown:
        sys.exit(f"no reason was given:\n{shown.decode(errors='replace')}")
    os.write(terminal, b"x")
    try:
        while os.read(terminal, 65536):
            pass
    except OSError:
        pass
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code != 2:
        sys.exit(f"it ended with {code}")


stays_until_a_key("nonsense")
screen = Screen("demo")
screen.waits_for("P3", "4 MOSTLY", "Saved")
wall = Screen("wall")
wall.waits_for("Group rating", "4 MOSTLY")
screen.waits_for("The wall follows")
screen.presses("5")
wall.waits_for("5 FIRMLY")
screen.waits_for("5 Firmly", "Saved")
screen.presses("\x11")
screen.waits_for("Close Plenary?")
screen.presses("y")
code = screen.ends()
if code != 0:
    sys.exit(f"the program ended with {code}")
kept = rating("P3")
if kept != 5:
    sys.exit(f"P3 is kept as {kept}, not as 5")
# The wall goes on without its desk, and waits.
wall.waits_for("Group rating", gone=True)
wall.presses("\x11")
code = wall.ends()
if code != 0:
    sys.exit(f"the wall ended with {code}")
print("drawn, rated, followed on the wall, saved and closed")
