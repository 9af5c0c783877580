/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-layout.h"

G_BEGIN_DECLS

/**
 * CoalitionSpace:
 *
 * Boxes lying in the plane, found quickly by where they are: a grid of cells kept in a hash table, so that neither
 * the extent of the map nor how unevenly it is filled matters.
 */
typedef struct _CoalitionSpace CoalitionSpace;

typedef void (*CoalitionSpaceFunc) (guint item, const CoalitionBox *box, gpointer data);

CoalitionSpace *coalition_space_new          (guint n_items);
void            coalition_space_free         (CoalitionSpace *self);
void            coalition_space_clear        (CoalitionSpace *self);
void            coalition_space_add          (CoalitionSpace *self, guint item, const CoalitionBox *box);
gboolean        coalition_space_is_free      (CoalitionSpace *self, const CoalitionBox *box, double gap, int except);
void            coalition_space_foreach      (CoalitionSpace *self, const CoalitionBox *box, CoalitionSpaceFunc func, gpointer data);
void            coalition_space_get_bounds   (CoalitionSpace *self, CoalitionBox *bounds);
CoalitionPlace  coalition_space_find_free    (CoalitionSpace *self, const CoalitionBox *box, CoalitionPlace target,
                                              double gap, double low, double high);

static inline CoalitionBox
coalition_box_at (const CoalitionBox *box, CoalitionPlace place)
{
  return (CoalitionBox) { box->left + place.x, box->top + place.y, box->right + place.x, box->bottom + place.y };
}

/* The least box that holds both. */
static inline CoalitionBox
coalition_box_unite (const CoalitionBox *a, const CoalitionBox *b)
{
  return (CoalitionBox) { MIN (a->left, b->left), MIN (a->top, b->top), MAX (a->right, b->right), MAX (a->bottom, b->bottom) };
}

static inline gboolean
coalition_boxes_overlap (const CoalitionBox *a, const CoalitionBox *b, double gap)
{
  return a->left < b->right + gap && b->left < a->right + gap && a->top < b->bottom + gap && b->top < a->bottom + gap;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoalitionSpace, coalition_space_free)

G_END_DECLS
