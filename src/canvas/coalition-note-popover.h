/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CoalitionNotePopover:
 *
 * Takes the text of a note, where the note is. What was written stands when the popover closes, however it does; only
 * Escape takes it back. Signal: "written" (the text).
 */
#define COALITION_TYPE_NOTE_POPOVER (coalition_note_popover_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionNotePopover, coalition_note_popover, COALITION, NOTE_POPOVER, GtkPopover)

CoalitionNotePopover *coalition_note_popover_new (void);
void                  coalition_note_popover_ask (CoalitionNotePopover *self, const GdkRectangle *place, const char *text);

G_END_DECLS
