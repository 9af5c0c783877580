/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CoalitionWord:
 *
 * The word beside an icon: a label that is not there where it does not have its whole width, so that a card can be
 * allocated either with its words or without. Property: label.
 */
#define COALITION_TYPE_WORD (coalition_word_get_type ())
G_DECLARE_FINAL_TYPE (CoalitionWord, coalition_word, COALITION, WORD, GtkWidget)

void        coalition_word_set_label (CoalitionWord *self, const char *label);
const char *coalition_word_get_label (CoalitionWord *self);
void        coalition_word_set_letters (CoalitionWord *self, int letters);

G_END_DECLS
