# SPDX-FileCopyrightText: 2026 The Coalition contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does in the window, one thing at a time."""
import os
import shutil
import subprocess

from gi.repository import GLib

from driver import DEADLINE, FOLDER, check, check_equal, cli, main, poll

NAME, US = 'Harbor Lights', 'Pier Committee'


def new_file(name, parties=()):
    """A campaign's file with some parties in it."""
    path = os.path.join(FOLDER, name + '.coalition')
    table = os.path.join(FOLDER, name + '.csv')
    cli('new', path, f'--name={NAME}', f'--us={US}')
    if parties:
        with open(table, 'w') as rows:
            rows.write('name\n' + ''.join(f'{party}\n' for party in parties))
        cli('import', path, table, '--as=parties', '--map=name=name')
        cli('arrange', path)
    return path


def open_file(start, path):
    program = start(path)
    program.focus(program.window(NAME))
    program.find(start='Map with', role='panel')
    return program


def names(program):
    return sorted(name for name, in program.ask('SELECT name FROM party', kind='working'))


def jump(program, party):
    """Finds a party by Ctrl+F and Enter."""
    def search():
        focused = program.focused()
        return focused is not None and focused.role in ('entry', 'text')
    program.until(lambda: program.key('ctrl+f'), search, 'Ctrl+F does not open the search')
    program.key('ctrl+a')
    program.type(party)
    program.key('Return')
    poll(lambda: program.focused().name.startswith(party + ', '), f'“{party}” is not what the map has in focus')


def search_jumps(start):
    program = open_file(start, new_file('search', ['Ferry crew', 'Net menders', 'Cannery night shift']))
    jump(program, 'Net menders')
    inspector = program.find('Inspector', 'filler')
    poll(lambda: inspector.find('Net menders', 'label'), 'the inspector does not show what was found')


def rename_delete_and_undo(start):
    program = open_file(start, new_file('rename', ['Ferry crew', 'Net menders']))
    jump(program, 'Ferry crew')
    program.key('F2')
    poll(lambda: (program.focused() or program.window()).name == 'Name of the party', 'F2 does not ask for a name')
    program.key('ctrl+a')
    program.type('Ferry workers')
    program.key('Return')
    poll(lambda: names(program) == ['Ferry workers', 'Net menders', US], 'the party has not its new name')
    poll(lambda: (program.focused() or program.window()).name.startswith('Ferry workers, '), 'the map has not the focus again')
    program.key('Delete')
    poll(lambda: names(program) == ['Net menders', US], 'the party is not deleted')
    toast = program.find('Deleted Ferry workers', 'label')
    check(toast is not None, 'no toast tells what was done')
    undo = poll(lambda: [thing for thing in program.window(NAME).find_all('Undo', 'push button') if thing.extents.y > 100],
                'the toast has no button')[0]
    program.press(undo)
    poll(lambda: names(program) == ['Ferry workers', 'Net menders', US], 'the toast does not undo')


def keyboard_alone(start):
    program = open_file(start, new_file('keyboard'))
    program.tab_to(f'Map with 1 party') if not program.focused() else None
    for party in ('Dock cooks', 'Lamp keepers'):
        thing = program.find(start='Map with', role='panel')
        if not thing.focused:
            jump(program, US)
        program.key('n')
        poll(lambda: (program.focused() or program.window()).name == 'Name of the party', 'N does not ask for a name')
        program.type(party)
        program.key('Return')
        poll(lambda: party in names(program), f'“{party}” is not added')
    jump(program, 'Dock cooks')
    before = program.position('Dock cooks', kind='working')
    program.key('ctrl+Right')
    poll(lambda: program.position('Dock cooks', kind='working')[0] == before[0] + 10, 'Ctrl+Right does not move')
    check_equal(program.position('Dock cooks', kind='working')[1], before[1], 'it moves to the right only')
    program.key('t')
    program.key('Right' if program.position('Lamp keepers', kind='working')[0] > before[0] else 'Left')
    program.key('Return')
    poll(lambda: (program.focused() or program.window()).name == 'Kind of tie', 'T does not ask for the kind of tie')
    program.key('Return')
    poll(lambda: program.count('tie', kind='working') == 1, 'no tie is added')


def one_window_for_a_file(start):
    path = new_file('twice', ['Ferry crew'])
    link = os.path.join(FOLDER, 'twice-again.coalition')
    os.symlink(path, link)
    program = open_file(start, path)
    for again in (path, link):
        check_equal(program.launch(again).wait(timeout=DEADLINE), 0, 'the second start hands over')
        check_equal(len(program.frames()), 1, 'windows of one file')
    other = new_file('other')
    check_equal(program.launch(other).wait(timeout=DEADLINE), 0, 'the third start hands over')
    poll(lambda: len(program.frames()) == 2, 'another file has no window')


def changed_underneath(start):
    path = new_file('shared', ['Ferry crew'])
    theirs = os.path.join(FOLDER, 'theirs.coalition')
    shutil.copy(path, theirs)
    table = os.path.join(FOLDER, 'theirs.csv')
    with open(table, 'w') as rows:
        rows.write('name\nSail makers\n')
    cli('import', theirs, table, '--as=parties', '--map=name=name')

    program = open_file(start, path)
    os.replace(theirs, path)
    with open(path, 'rb') as file:
        found = file.read()
    jump(program, 'Ferry crew')
    program.key('ctrl+Right')  # an edit that wants to be published
    program.key('ctrl+s')
    take = program.find(name='Take Theirs', role='push button')
    program.find(name='Keep Both', role='push button')
    with open(path, 'rb') as file:
        check(file.read() == found, 'their file was overwritten')
    program.press(take)
    poll(lambda: 'Sail makers' in names(program), 'their version was not taken')


def counts_follow(start):
    program = open_file(start, new_file('counts', ['Ferry crew', 'Net menders']))
    inspector = program.find('Inspector', 'filler')

    def told():
        row = next((row for row in inspector.find_all(role='list item') if row.find('Parties', 'label')), None)
        return [label.name for label in row.find_all(role='label')] if row is not None else None

    poll(lambda: told() == ['Parties', '3'], lambda: f'with three parties the inspector says {told()}')
    program.until(lambda: program.key('ctrl+z'), lambda: names(program) == [US], 'the import is not undone')
    poll(lambda: told() == ['Parties', '1'], lambda: f'with one party the inspector says {told()}')
    program.until(lambda: program.key('ctrl+shift+z'), lambda: len(names(program)) == 3, 'the import is not redone')
    poll(lambda: told() == ['Parties', '3'], lambda: f'with three parties again the inspector says {told()}')


def windows_asked_for_out_of_turn(start):
    """A screen reader may ask for a window that has just closed; GTK 4.8 crashes then, if any window stands hidden."""
    program = start('--sample')
    program.find(start='Map with', role='panel')
    for index in (1, 2, 7):
        try:
            program.application.get_child_at_index(index)
        except GLib.Error:
            pass
    check(program.frames(), 'no window is left')


ACTING = ('push button', 'toggle button', 'check box', 'radio button', 'text', 'entry', 'password text', 'combo box',
          'spin button', 'slider', 'list item', 'link', 'menu item')


def nameless(thing, within=''):
    """What can be clicked or typed into, has room on the screen, and that a screen reader could not tell."""
    role, name = thing.role, thing.name
    unnamed = not name or name.startswith(('Gtk', 'Adw', 'Coalition')) and ' ' not in name
    # A row without a name is told by the labels in it. A drop-down has a name; the button inside it takes the focus
    # for it, and no program can name that.
    told = (role == 'list item' and any(inner.name and inner.role == 'label' for inner in thing.walk()) or
            role == 'push button' and within == 'combo box')
    if role in ACTING and thing.focusable and thing.extents is not None and unnamed and not told:
        yield f'{role} “{name}” {thing.description} at {thing.extents.x},{thing.extents.y}'
    for child in thing.children():
        yield from nameless(child, role)


def everything_has_a_name(start):
    program = start('--sample')
    program.find(start='Map with 4', role='panel')
    window = program.frames()[0]
    found = set(nameless(window))
    for panel in ('Issues', 'Agreements', 'Parties'):
        program.press(program.find(start=panel, role='push button'))
        program.focus(window)
        found |= set(nameless(window))
    program.key('ctrl+p')
    preview = poll(lambda: next((frame for frame in program.frames() if frame.name != window.name), None), 'no preview opens')
    found |= set(nameless(preview))
    check_equal(sorted(found), [], 'without a name')


main([search_jumps, rename_delete_and_undo, keyboard_alone, one_window_for_a_file, changed_underneath, counts_follow,
      windows_asked_for_out_of_turn, everything_has_a_name])
