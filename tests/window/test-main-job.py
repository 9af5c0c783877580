# SPDX-FileCopyrightText: 2026 The Coalition contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program's main job in its window, from the first start to the one after it was killed."""
import math
import os

from driver import DEADLINE, FOLDER, check, check_equal, cli, data_file, is_seen, main, note, poll

NAME, US = 'After the Mountain', 'Ash Relief Network'
NETWORK, PARTIES, TIES = 'MtStHelens', 27, 123  # one of the seven networks in the files
AGREEMENT, ISSUE = 'Shelter before snow', 'Roads that ambulances can use'
HALF_A_UNIT = 0.5


def new_campaign(program):
    program.click(program.find('New campaign…', 'list item'))
    dialog = program.window('New Campaign')
    program.focus(dialog)
    create = program.find('Create', 'push button', within=dialog)
    check(not create.sensitive, 'a campaign needs a name')
    program.until(lambda: program.key('ctrl+a') or program.type(NAME), lambda: create.sensitive, 'no name can be typed')
    program.key('Tab')
    program.type(US)
    program.key('Return')
    program.find('Map with 1 party')
    program.focus(program.window(NAME))
    check_equal(program.ask('SELECT name FROM party'), [(US,)], 'our organization is on the map')


def choose(program, dialog, combo_name, wanted):
    """Opens a drop-down by mouse and chooses in it by arrow keys."""
    combo = program.find(combo_name, 'combo box', within=dialog)
    button = combo.find(role='push button')

    def focused_item():
        items = list(combo.find_all(role='list item'))
        return next(((items, i) for i, item in enumerate(items) if item.focused), None)

    items, at = program.until(lambda: program.click(combo), focused_item, f'“{combo_name}” does not open')
    names = [item.find(role='label').name for item in items]
    check(wanted in names, f'“{combo_name}” offers only {names}')
    steps_down = names.index(wanted) - at
    program.key(*['Down' if steps_down > 0 else 'Up'] * abs(steps_down), 'Return')
    poll(lambda: wanted in [thing.name for thing in button.find_all(role='label')], f'“{wanted}” is not taken')
    poll(lambda: button.focused, f'“{combo_name}” does not close')


def import_file(program, name, expected):
    program.focus(program.window(NAME))
    program.until(lambda: program.key('ctrl+i'), lambda: any(f.name == 'Import Spreadsheets' for f in program.frames()),
                  'Ctrl+I opens no chooser')
    program.choose_file('Import Spreadsheets', data_file('emon', name))
    dialog = program.window('Import')
    program.focus(dialog)
    choose(program, dialog, 'Only rows where', 'Network')
    choose(program, dialog, 'is', NETWORK)
    poll(lambda: expected in (dialog.find(role='status bar') or dialog).name, lambda: f'the report is “{dialog.find(role="status bar").name}”')
    button = program.find('Import', 'push button', within=dialog)
    poll(lambda: button.sensitive, 'there is nothing to import')
    program.click(button)
    poll(lambda: all(frame.name != 'Import' for frame in program.frames()), 'the import does not end')
    program.focus(program.window(NAME))


def history(program):
    return program.count('history')


def steps(program):
    """What was done, oldest first."""
    return program.ask('SELECT message, arguments FROM history WHERE undoes IS NULL AND redo = 0 ORDER BY time')


def settle(program):
    """Waits until what follows on a change by itself has been done too: new parties are given places."""
    poll(lambda: program.count('position') == program.count('party'), 'not every party has a place')


def find_on_map(program, party):
    """Goes to a party by searching for it; gives what stands for it on the map."""
    program.until(lambda: program.key('ctrl+f'), lambda: any(t.focused for t in program.window(NAME).find_all('Find', 'entry')) or
                  any(t.focused for t in program.window(NAME).find_all(role='text')), 'Ctrl+F does not open the search')
    program.key('ctrl+a')
    program.type(party)
    program.key('Return')
    return program.find(start=party + ', ', role='push button')


def canvas(program):
    return program.find(start='Map with', role='panel')


def positions(program):
    rows = program.ask('SELECT party.name, position.x, position.y FROM position JOIN party ON party.id = position.party')
    return {name: (x, y) for name, x, y in rows}


def sight(program, margin=80):
    """Tells of a place on the screen whether it is on the map, and under none of the cards that float above it."""
    left, top = program.place(canvas(program), 0, 0)
    right, bottom = program.place(canvas(program), 1, 1)
    return lambda x, y: left + margin < x < right - margin and top + margin < y < bottom - margin


def original_size(program):
    """One pixel is one map unit then."""
    program.until(lambda: program.key('0'), lambda: canvas(program) and program.window(NAME).find('100 %', 'label'),
                  'the map is not at its original size')


def drag_party(program, party):
    """Drags a party to where no other is near; gives where it is to be now."""
    original_size(program)  # around the middle of the map; searching then brings the party into sight
    thing = find_on_map(program, party)
    start = program.still_place(thing)
    check(sight(program, 20)(*start), f'“{party}” is out of sight at {start}')
    before = positions(program)
    x, y = before[party]
    others = [place for name, place in before.items() if name != party]
    in_sight = sight(program)
    moves = [(dx, dy) for dx in range(-240, 241, 40) for dy in range(-200, 201, 40)
             if math.hypot(dx, dy) > 90 and in_sight(start[0] + dx, start[1] + dy)]
    check(moves, 'there is no room to drag to')
    dx, dy = max(moves, key=lambda move: min(math.dist((x + move[0], y + move[1]), other) for other in others))
    count = history(program)
    program.drag(start, (start[0] + dx, start[1] + dy))
    poll(lambda: history(program) == count + 1, 'dragging is not kept as one step')
    now = program.position(party)
    check(math.dist(now[:2], (x + dx, y + dy)) < HALF_A_UNIT, f'dragged to {x + dx}, {y + dy}, kept at {now}')
    check_equal(now[2], 1, 'dragging pins')
    for name, place in positions(program).items():
        check(name == party or place == before[name], f'“{name}” moved when another was dragged')
    return x + dx, y + dy


def connect(program, party):
    """Drags from the rim of a party to another that it has no tie to; gives that one's name."""
    original_size(program)  # around the middle of the map; searching then brings the party into sight
    thing = find_on_map(program, party)
    start = program.still_place(thing)
    places = positions(program)
    tied = {name for pair in program.ask('SELECT a.name, b.name FROM tie JOIN party a ON a.id = tie."from" '
                                         'JOIN party b ON b.id = tie."to"') if party in pair for name in pair}
    x, y = places[party]
    in_sight = sight(program)
    near = [(math.dist((x, y), place), name, place) for name, place in places.items() if name not in tied and name != party and
            in_sight(start[0] + place[0] - x, start[1] + place[1] - y)]
    check(near, 'nobody without a tie is in sight')
    _distance, other, place = min(near)
    end = start[0] + round(place[0] - x), start[1] + round(place[1] - y)
    left, middle = program.still_place(thing, 0, 0.5)
    count = history(program)
    program.drag((left + 4, middle), end)
    entry = program.find('Kind of tie', 'text')
    poll(lambda: entry.focused, 'the kind of the tie is not asked for')
    program.until(lambda: program.key('Return'), lambda: history(program) == count + 1, 'the tie is not added')
    found = program.ask('SELECT count(*) FROM tie JOIN party a ON a.id = tie."from" JOIN party b ON b.id = tie."to" '
                        'WHERE a.name = ? AND b.name = ?', party, other)
    check_equal(found, [(1,)], f'“{party}” is tied to “{other}”')
    return other


def add_agreement(program):
    """By mouse as far as the panel, then by keyboard."""
    program.click(program.find(start='Agreements', role='push button'))
    program.click(program.find('Add an Agreement', 'push button'))
    entry = program.find('Add an Agreement', 'text')
    poll(lambda: entry.focused, 'the name of the agreement is not asked for')
    program.type(AGREEMENT)
    program.key('Return')
    poll(lambda: program.ask('SELECT name FROM agreement') == [(AGREEMENT,)], 'the agreement is not kept')
    program.key('Escape')
    program.find(AGREEMENT, 'list item')


def add_issue(program):
    """By keyboard alone."""
    program.tab_to('Issues')
    program.key('space')
    program.tab_to('Add an Issue')
    program.key('space')
    entry = program.find('Add an Issue', 'text')
    poll(lambda: entry.focused, 'the issue is not asked for')
    program.type(ISSUE)
    program.key('Return')
    poll(lambda: program.ask('SELECT name FROM issue') == [(ISSUE,)], 'the issue is not kept')
    program.key('Escape')
    program.find(ISSUE, 'list item')


def undo_or_redo_all(program, button_name, key):
    """Until the button says that there is no more."""
    button = program.find(button_name, 'push button')
    done = 0
    while poll(lambda: True, '') and button.sensitive:
        count = history(program)
        program.key(key)
        poll(lambda: history(program) == count + 1, f'{key} does nothing, though its button can be pressed')
        done += 1
        check(done < 100, f'{key} does not come to an end')
        is_seen(lambda: not button.sensitive, 0.3)
    return done


TABLES = ('party', 'tie', 'position', 'agreement', 'issue', 'own_field', 'own_value', 'view')


def state(program):
    """All that is on record, without what tells of how it came to be."""
    return {table: sorted(program.ask(f'SELECT * FROM "{table}"'), key=repr) for table in TABLES}


def main_job(start):
    program = start()
    new_campaign(program)
    note('import file')
    import_file(program, 'organizations.csv', f'{PARTIES} new')
    poll(lambda: program.count('party') == PARTIES + 1, 'the parties are not imported')
    note('settle')
    settle(program)
    note('import file')
    import_file(program, 'ties.csv', f'{TIES} new')
    poll(lambda: program.count('tie') == TIES, 'the ties are not imported')

    before = positions(program)
    program.until(lambda: program.key('ctrl+l'), lambda: positions(program) != before, 'nothing was arranged',
                  attempt=DEADLINE)
    poll(lambda: any('Arrange' in message for message, _arguments in steps(program)), 'arranging is not a step')

    party = program.ask('SELECT party.name FROM party JOIN tie ON party.id IN (tie."from", tie."to") GROUP BY party.id '
                        'ORDER BY count(*), party.name LIMIT 1')[0][0]
    note('drag party')
    put = drag_party(program, party)
    note('connect')
    other = connect(program, party)
    note('add agreement')
    add_agreement(program)
    note('add issue')
    add_issue(program)

    done = state(program)
    note('undo')
    undone = undo_or_redo_all(program, 'Undo', 'ctrl+z')
    check(undone >= 7, f'only {undone} steps could be undone')
    check_equal([program.count(table) for table in ('tie', 'agreement', 'issue', 'own_value')], [0] * 4, 'all is undone')
    note('undo')
    redone = undo_or_redo_all(program, 'Redo', 'ctrl+shift+z')
    check_equal(redone, undone, 'as many steps are redone as were undone')
    check_equal(state(program), done, 'redoing brings back all that was there')

    note('kill')
    program.kill()
    program = start()
    program.click(program.find(NAME, 'list item'))
    program.find(f'Map with {PARTIES + 1} parties', 'panel')
    program.focus(program.window(NAME))
    check_equal(state(program), done, 'all is there after the program was killed')
    kept = program.position(party)
    check(math.dist(kept[:2], put) < HALF_A_UNIT, f'“{party}” was put at {put} and is at {kept}')
    program.click(program.find(start='Agreements', role='push button'))
    program.find(AGREEMENT, 'list item')
    program.click(program.find(start='Issues', role='push button'))
    program.find(ISSUE, 'list item')
    check(program.find('Undo', 'push button').sensitive, 'undo has forgotten')

    path = os.path.join(FOLDER, 'mountain.coalition')
    program.until(lambda: program.key('ctrl+shift+s'), lambda: any(f.name == 'Save the Campaign' for f in program.frames()),
                  'Ctrl+Shift+S opens no chooser')
    program.choose_file('Save the Campaign', path)
    poll(lambda: os.path.exists(path), 'the campaign is not saved')
    program.find('All changes saved', 'label')
    program.focus(program.window())
    note('quit')
    program.until(lambda: program.key('ctrl+q'), lambda: program.process.poll() is not None, 'Ctrl+Q does not end the program')
    check_equal(program.has_ended(), 0, f'the program ends well: {program.told()[-2000:]}')
    check_equal(program.copies(), [], 'no draft stays of what has a file')
    report = cli('check', path, '--json')
    check(report['campaign'] and report['whole'], f'the file is not sound: {report}')
    found = {record['name']: record for record in cli('show', path, 'party', '--json')}
    check_equal(len(found), PARTIES + 1, 'the file has all parties')
    check(math.dist((found[party]['x'], found[party]['y']), put) < HALF_A_UNIT, f'in the file “{party}” is at {found[party]}')
    check(other in found, f'the file lacks “{other}”')
    check_equal(len(cli('show', path, 'tie', '--json')), TIES + 1, 'the file has all ties')
    check_equal([record['name'] for record in cli('show', path, 'agreement', '--json')], [AGREEMENT], 'the file has the agreement')
    check_equal([record["name"] for record in cli('show', path, 'issue', '--json')], [ISSUE], 'the file has the issue')


main([main_job])
