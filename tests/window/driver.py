# SPDX-FileCopyrightText: 2026 The Coalition contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the program as a person does: looks through AT-SPI, acts by mouse and keyboard. See run-in-window.sh.

Nothing here waits for a time to pass: what is done is done at once, and what is expected is looked for again and again
until it is there or the deadline has come.
"""
import glob
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import traceback
import warnings

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

warnings.simplefilter('ignore')  # libatspi calls its own interfaces deprecated

# What libraries tell of the accessibility bus itself. The program is not run with fatal warnings for its sake; all others
# fail the test, see unsound().
KNOWN_WARNINGS = ('AT-SPI', 'atspi')

DEADLINE = float(os.environ.get('COALITION_WINDOW_DEADLINE', '60'))
ATTEMPT = 3.0  # after so long without an effect, a person does it again
FOLDER = os.environ['COALITION_WINDOW_FOLDER']
PLACES_OF_US = ('G_TEST_BUILDDIR', 'GSETTINGS_SCHEMA_DIR')


class Missing(Exception):
    """What was looked for did not come."""


class Ended(Exception):
    """The program is gone."""


def poll(look, what, deadline=None):
    """Looks until it sees something, and gives that back."""
    end = time.monotonic() + (deadline or DEADLINE)
    while True:
        try:
            seen = look()
        except (GLib.Error, sqlite3.OperationalError, AttributeError):
            seen = None  # it went while it was looked at, or is being written
        if seen:
            return seen
        if time.monotonic() > end:
            raise Missing(what() if callable(what) else what)
        time.sleep(0.05)


def is_seen(look, deadline):
    try:
        return poll(look, '', deadline)
    except Missing:
        return None


def run(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=DEADLINE, **options).stdout


class Thing:
    """Something that AT-SPI tells of."""

    def __init__(self, accessible, frame):
        self.accessible = accessible
        self.frame = frame

    @property
    def role(self):
        return self.accessible.get_role_name()

    @property
    def name(self):
        name = self.accessible.get_name() or ''
        # GTK 4.8 names a button with a mnemonic by both its labels: “_Import Import”.
        half = len(name) // 2 + 1
        return name[half:] if '_' in name and name[:half - 1].replace('_', '', 1) == name[half:] else name

    @property
    def description(self):
        return self.accessible.get_description() or ''

    @property
    def extents(self):
        """In pixels of its window's content."""
        try:
            box = self.accessible.get_extents(Atspi.CoordType.WINDOW)
        except GLib.Error:
            return None
        return box if box is not None and box.width > 0 and box.height > 0 else None

    def has(self, state):
        return self.accessible.get_state_set().contains(state)

    @property
    def sensitive(self):
        return self.has(Atspi.StateType.SENSITIVE)

    @property
    def focusable(self):
        return self.has(Atspi.StateType.FOCUSABLE)

    @property
    def focused(self):
        return self.has(Atspi.StateType.FOCUSED)

    @property
    def actions(self):
        try:
            return [Atspi.Action.get_action_name(self.accessible, i)
                    for i in range(Atspi.Action.get_n_actions(self.accessible))]
        except GLib.Error:
            return []

    @property
    def text(self):
        try:
            return Atspi.Text.get_text(self.accessible, 0, -1)
        except GLib.Error:
            return ''

    def children(self):
        for i in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(i)
            if child is not None:
                yield Thing(child, self.frame)

    def walk(self):
        yield self
        for child in self.children():
            yield from child.walk()

    def find_all(self, name=None, role=None, start=None, shown=True):
        """What is called so, is of that role and has room on the screen; a pattern finds names that it matches."""
        for thing in self.walk():
            if role is not None and thing.role != role:
                continue
            if name is not None and not (name.search(thing.name) if isinstance(name, re.Pattern) else thing.name == name):
                continue
            if start is not None and not thing.name.startswith(start):
                continue
            if shown and thing.extents is None:
                continue
            yield thing

    def find(self, name=None, role=None, start=None, shown=True):
        return next(self.find_all(name, role, start, shown), None)

    def outline(self, indent=0):
        try:
            box = self.extents
            where = f' {box.x},{box.y} {box.width}x{box.height}' if box else ''
            lines = [f'{" " * indent}{self.role} {self.name!r}{where}{" FOCUSED" if self.focused else ""}']
            for child in self.children():
                lines += child.outline(indent + 1)
            return lines
        except GLib.Error:
            return []


class Program:
    """The program, running, with data of its own."""

    def __init__(self, profile='person', arguments=()):
        self.data = os.path.join(FOLDER, profile, 'data')
        self.errors = open(os.path.join(FOLDER, profile + '.errors'), 'a')
        self.environment = dict(os.environ, G_DEBUG='')
        for name in ('data', 'config', 'cache', 'state'):
            folder = os.path.join(FOLDER, profile, name)
            os.makedirs(folder, mode=0o700, exist_ok=True)
            self.environment[f'XDG_{name.upper()}_HOME'] = folder
        self.process = self.launch(*arguments)
        self.application = poll(self.look_for_application, 'the program does not appear on the accessibility bus')
        self.application.set_cache_mask(Atspi.Cache.NONE)  # nothing here listens to the events that keep a cache right
        poll(lambda: self.frames(), 'the program shows no window')

    def launch(self, *arguments):
        return subprocess.Popen([os.environ['COALITION'], *arguments], env=self.environment, cwd=FOLDER,
                                stdin=subprocess.DEVNULL, stdout=self.errors, stderr=self.errors)

    def look_for_application(self):
        if self.process.poll() is not None:
            raise Ended(f'the program ended with {self.process.returncode}: {self.told()[-4000:]}')
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(i)
            if application is not None and application.get_process_id() == self.process.pid:
                return application
        return None

    def told(self):
        with open(self.errors.name) as errors:
            return errors.read()

    def unsound(self):
        """What warnings or a crash have told, also of a program that did what was expected."""
        told = self.told()
        warned = [line for line in told.splitlines() if re.search(r'-(CRITICAL|WARNING) \*\*', line)
                  and not any(known in line for known in KNOWN_WARNINGS)]
        if warned:
            return '\n'.join(warned)[-4000:]
        if self.process.poll() not in (None, 0, -signal.SIGKILL):
            return f'it ended with {self.process.returncode}: {told[-4000:]}'
        return None

    # --- windows ------------------------------------------------------------------------------------------------------

    def frames(self):
        if self.process.poll() is not None:
            raise Ended(f'the program ended with {self.process.returncode}: {self.told()[-4000:]}')
        frames = []
        self.application.clear_cache()
        for i in range(self.application.get_child_count()):
            frame = self.application.get_child_at_index(i)
            if frame is not None and Thing(frame, frame).extents is not None:
                frames.append(Thing(frame, frame))
        return frames

    def window(self, title=None):
        """The window of that title, or else the last."""
        def look():
            frames = [frame for frame in self.frames() if title is None or frame.name == title]
            return frames[-1] if frames else None
        return poll(look, f'no window “{title}”')

    def server_windows(self):
        """Those that the display server shows for the program: id, and x, y, width, height."""
        found = {}
        ids = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)], capture_output=True,
                             text=True, timeout=DEADLINE).stdout.split()
        for window in ids:
            geometry = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', window], capture_output=True, text=True,
                                      timeout=DEADLINE).stdout
            values = dict(line.split('=', 1) for line in geometry.splitlines() if '=' in line)
            if 'WIDTH' in values and int(values['WIDTH']) > 1:
                found[window] = tuple(int(values[key]) for key in ('X', 'Y', 'WIDTH', 'HEIGHT'))
        return found

    def server_window(self, frame):
        """The server's window that shows a frame: without a window manager its shadow is a border of a few pixels."""
        def look():
            box = frame.extents
            for window, (x, y, width, height) in self.server_windows().items():
                title = subprocess.run(['xdotool', 'getwindowname', window], capture_output=True, text=True,
                                       timeout=DEADLINE).stdout.rstrip('\n')
                left, top = width - box.width, height - box.height
                if title == frame.name and 0 <= left <= 80 and 0 <= top <= 80:
                    return window, x + left // 2, y + top // 2
            return None
        return poll(look, f'the display shows no window “{frame.name}”')

    def focus(self, frame):
        """What a window manager does: the window in front gets the keys."""
        window, _x, _y = self.server_window(frame)
        run('xdotool', 'windowraise', window, 'windowfocus', '--sync', window)

    # --- looking ------------------------------------------------------------------------------------------------------

    def find(self, name=None, role=None, start=None, within=None, deadline=None):
        def look():
            for frame in [within] if within is not None else reversed(self.frames()):
                found = frame.find(name, role, start)
                if found is not None:
                    return found
            return None
        called = name.pattern if isinstance(name, re.Pattern) else name or start
        return poll(look, f'nothing is called “{called}” ({role or "of any role"})', deadline)

    def find_widget(self, kind, within=None):
        """Where nothing has a name: by what the toolkit calls the widget."""
        return self.find(name=kind, within=within)

    # --- acting -------------------------------------------------------------------------------------------------------

    def place(self, thing, x=0.5, y=0.5):
        """Where on the screen a part of it is."""
        _window, left, top = self.server_window(Thing(thing.frame, thing.frame))
        box = thing.extents
        return left + box.x + round(box.width * x), top + box.y + round(box.height * y)

    def still_place(self, thing, x=0.5, y=0.5):
        """The same, once it has stopped moving there."""
        last = []

        def look():
            last.append(self.place(thing, x, y))
            return last[-1] if len(last) > 2 and last[-1] == last[-2] == last[-3] else None
        return poll(look, f'“{thing.name}” does not come to rest')

    def click(self, thing, button=1, repeat=1):
        x, y = self.still_place(thing)
        run('xdotool', 'mousemove', str(x), str(y), 'click', '--repeat', str(repeat), '--delay', '60', str(button))

    def press(self, thing):
        """A button's own action, as assistive technology invokes it."""
        index = thing.actions.index('click')
        Atspi.Action.do_action(thing.accessible, index)

    def drag(self, start, end, hold=()):
        """Drags from one place of the screen to another, with a hand's many small steps."""
        steps = 12
        run('xdotool', 'mousemove', str(start[0]), str(start[1]))
        run('xdotool', 'mousedown', '1')
        for i in range(1, steps + 1):
            x = start[0] + round((end[0] - start[0]) * i / steps)
            y = start[1] + round((end[1] - start[1]) * i / steps)
            run('xdotool', 'mousemove', '--sync', str(x), str(y))
        run('xdotool', 'mouseup', '1')

    def focused(self):
        """What has the keyboard focus: the innermost, for what holds it may say so too."""
        for frame in reversed(self.frames()):
            focused = [thing for thing in frame.walk() if thing.focused]
            if focused:
                return focused[-1]
        return None

    def tab_to(self, name, most=60):
        """Walks by Tab until something of that name has the focus."""
        last = None
        for _i in range(most):
            self.key('Tab')
            last = is_seen(self.focused, ATTEMPT)
            if last is not None and last.name == name:
                return last
        raise Missing(f'Tab does not lead to “{name}”; last to “{last.name if last else None}”')

    def choose_file(self, title, path):
        """Types a path into a file chooser, as / lets a person do, and takes it."""
        chooser = self.window(title)
        self.focus(chooser)
        entry = self.until(lambda: self.key('ctrl+l') if title.startswith('Save') else self.key('slash'),
                           lambda: next((t for t in chooser.find_all(role='text') if t.focused), None), 'no entry for a path')
        self.key('ctrl+a')
        self.type(path)
        poll(lambda: self.text_of(entry) in ('', path), f'the path was typed as “{self.text_of(entry)}”')
        self.until(lambda: self.key('Return'), lambda: all(frame.name != title for frame in self.frames()),
                   f'the chooser does not take {path}')

    @staticmethod
    def text_of(entry):
        return entry.text

    def key(self, *keys):
        run('xdotool', 'key', '--clearmodifiers', '--delay', '20', *keys)

    def type(self, text):
        run('xdotool', 'type', '--clearmodifiers', '--delay', '15', text)

    def until(self, act, look, what, attempt=ATTEMPT):
        """Acts, and acts again if nothing came of it: what is typed while a window opens may be lost to anybody."""
        end = time.monotonic() + DEADLINE
        while time.monotonic() < end:
            act()
            seen = is_seen(look, attempt)
            if seen:
                return seen
        raise Missing(what)

    # --- ending -------------------------------------------------------------------------------------------------------

    def kill(self):
        """As the power fails: at once, without a word."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(timeout=DEADLINE)
        self.errors.close()

    def end(self):
        if self.process.poll() is None:
            self.kill()
        elif not self.errors.closed:
            self.errors.close()

    def has_ended(self):
        return poll(lambda: self.process.poll() is not None, 'the program does not end') and self.process.returncode

    # --- what is kept -------------------------------------------------------------------------------------------------

    def copies(self, kind='drafts'):
        return sorted(glob.glob(os.path.join(self.data, 'coalition', kind, '**', '*.coalition'), recursive=True))

    def ask(self, query, *values, kind='drafts'):
        """Reads from the working copy, beside the program if it runs; the write-ahead log is read along."""
        paths = self.copies(kind)
        if not paths:
            raise sqlite3.OperationalError('there is no working copy')
        copy = sqlite3.connect(f'file:{paths[-1]}?mode=ro', uri=True, timeout=DEADLINE)
        try:
            return copy.execute(query, values).fetchall()
        finally:
            copy.close()

    def count(self, table, **options):
        return self.ask(f'SELECT count(*) FROM "{table}"', **options)[0][0]

    def position(self, party, **options):
        """Where a party is on the map, in map units, and whether it is pinned."""
        rows = self.ask('SELECT position.x, position.y, position.pinned FROM position JOIN party ON party.id = position.party '
                        'WHERE party.name = ?', party, **options)
        return rows[0] if rows else None


def cli(*arguments):
    """What the command line makes of a file."""
    result = subprocess.run([os.environ['COALITION_CLI'], *arguments], capture_output=True, text=True, timeout=DEADLINE)
    if result.returncode != 0:
        raise AssertionError(f'coalition-cli {" ".join(arguments)} ended with {result.returncode}: {result.stderr}')
    return json.loads(result.stdout) if '--json' in arguments else result.stdout


def data_file(*path):
    return os.path.join(os.environ['G_TEST_SRCDIR'], 'data', *path)


def picture(name):
    """Keeps what the display shows beside the results."""
    folder = os.path.join(os.environ.get('G_TEST_BUILDDIR', FOLDER), 'window-pictures')
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, name + '.png')
    if shutil.which('import'):
        subprocess.run(['import', '-window', 'root', path], timeout=DEADLINE, check=False)
    return path


def note(message):
    """Tells how far a test has come."""
    print(f'# {time.strftime("%H:%M:%S")} {message}', flush=True)


def check(truth, message):
    if not truth:
        raise AssertionError(message)


def check_equal(found, expected, message):
    check(found == expected, f'{message}: {found!r}, not {expected!r}')


def run_once(test, programs):
    """Runs a test with programs of its own; gives what went wrong, or None."""
    def start(*arguments, profile=test.__name__):
        programs.append(Program(profile, arguments))
        return programs[-1]
    try:
        test(start)
        for program in programs:
            check(program.unsound() is None, f'the program is not sound: {program.unsound()}')
    except Exception as error:  # pylint: disable=broad-except
        return error
    return None


def main(tests):
    """Runs each test with a program of its own, and tells the results as TAP."""
    wanted = sys.argv[1:]
    tests = [test for test in tests if not wanted or test.__name__ in wanted]
    failed = 0
    print(f'1..{len(tests)}', flush=True)
    for number, test in enumerate(tests, 1):
        name = test.__name__.replace('_', '-')
        began = time.monotonic()
        programs = []
        error = run_once(test, programs)
        if error is None:
            print(f'ok {number} - {name} # {time.monotonic() - began:.1f} s')
        else:
            failed += 1
            print(f'not ok {number} - {name}')
            lines = traceback.format_exception(error) + [f'picture: {picture(name)}']
            for program in programs:
                if not program.errors.closed:
                    lines += ['', 'the program told:'] + program.told().splitlines()[-40:]
                if program.process.poll() is None and isinstance(error, Missing):
                    for frame in program.frames():
                        lines += ['', 'what is there:'] + frame.outline()
            for line in '\n'.join(lines).splitlines():
                print(f'# {line}')
        for program in programs:
            program.end()
        sys.stdout.flush()
    sys.exit(1 if failed else 0)
