# SPDX-FileCopyrightText: 2026 The Coalition contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The map without eyes: every step is taken with the keyboard, and what comes of it is known only from what a screen reader is
told. Two parties are added, tied, one is moved, the map is filtered, and it is printed to a file."""
import os
import re
import subprocess

from driver import DEADLINE, FOLDER, check, cli, main, poll

NAME, US = 'Harbor Lights', 'Pier Committee'


def heard(program):
    """What a screen reader says of what has the focus."""
    thing = program.focused()
    return f'{thing.name}: {thing.description}' if thing is not None else ''


def wait_for(program, *words):
    """Until what has the focus is told with all these words."""
    return poll(lambda: all(word.lower() in heard(program).lower() for word in words) and program.focused(),
                lambda: f'“{heard(program)}” does not tell {words}')


def type_into(program, name, text, key='Return'):
    wait_for(program, name)
    program.key('ctrl+a')
    program.type(text)
    program.key(key)


def add_party(program, name):
    program.key('n')
    type_into(program, 'Name of the party', name)
    wait_for(program, name + ', ')


def find_by_search(program, name):
    program.until(lambda: program.key('ctrl+f'), lambda: program.focused().role in ('entry', 'text'), 'no search')
    program.key('ctrl+a')
    program.type(name)
    program.key('Return')
    return wait_for(program, name + ', ')


def saved(program, name):
    """Prints by keyboard: the preview, its button, a path; what is in the file is read as a reader would."""
    path = os.path.join(FOLDER, name)
    program.key('ctrl+p')
    preview = program.window('Print')
    program.focus(preview)
    program.find('Save as PDF…', 'push button', within=preview)
    program.tab_to('Save as PDF…')
    program.until(lambda: program.key('space'), lambda: any(f.name.startswith('Save') for f in program.frames()),
                  'nobody asks where to save')
    program.choose_file(next(f.name for f in program.frames() if f.name.startswith('Save')), path)
    poll(lambda: os.path.exists(path) and os.path.getsize(path) > 0, 'no file is written')
    return poll(lambda: subprocess.run(['pdftotext', path, '-'], capture_output=True, text=True, timeout=DEADLINE).stdout,
                'the file has no text')


def without_eyes(start):
    path = os.path.join(FOLDER, 'blind.coalition')
    cli('new', path, f'--name={NAME}', f'--us={US}')
    program = start(path)
    program.focus(program.window(NAME))
    program.find(start='Map with', role='panel')
    find_by_search(program, US)

    add_party(program, 'Ferry crew')
    find_by_search(program, US)
    add_party(program, 'Net menders')
    told = heard(program)
    check(re.search(r'organization|affected|connector', told, re.I), f'no level is told: {told}')
    check(re.search(r'\b(no|0) ties\b', told, re.I), f'that it has no ties is not told: {told}')

    # T, then to the other with the arrows, until it is heard.
    program.key('t')
    for key in ('Left', 'Right', 'Up', 'Down', 'Left', 'Right', 'Up', 'Down'):
        program.key(key)
        if 'Ferry crew' in heard(program):
            break
    wait_for(program, 'Ferry crew')
    program.key('Return')
    wait_for(program, 'Kind of tie')
    program.key('Return')
    find_by_search(program, 'Ferry crew')
    wait_for(program, '1 tie', 'Net menders')

    # Moved ones are pinned, and that is told.
    before = program.position('Ferry crew', kind='working')
    program.key('ctrl+Right')
    poll(lambda: program.position('Ferry crew', kind='working')[0] > before[0], 'Ctrl+Right does not move it')
    wait_for(program, 'Ferry crew', 'pinned')

    # Only the net menders stay; who was left out is still found, and told to be.
    window = program.window(NAME)
    program.until(lambda: program.key('ctrl+alt+f'), lambda: 'What to filter by' in heard(program), 'no list of what to filter by')
    program.type('name')
    program.key('Return')
    program.until(lambda: program.key('Tab'), lambda: heard(program).startswith('Net menders'), 'the names are not offered', 1)
    program.key('space', 'Return')
    poll(lambda: next(window.find_all(re.compile('Name.*Net menders')), None), 'no chip tells the filter')
    program.key('Escape')
    find_by_search(program, 'Ferry crew')
    wait_for(program, 'filter')

    text = saved(program, 'blind.pdf')
    for name in (US, 'Ferry crew', 'Net menders'):
        check(name in text, f'“{name}” is not on paper')


main([without_eyes])
