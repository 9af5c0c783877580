/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * CoalitionTextStyle:
 *
 * The few sizes and two weights that pages are set in. What is in bold in running text is marked with `<b>`.
 */
typedef enum {
  COALITION_TEXT_TITLE,
  COALITION_TEXT_SECTION,
  COALITION_TEXT_BLOCK,
  COALITION_TEXT_LEAD,
  COALITION_TEXT_BODY,
  COALITION_TEXT_TABLE,
  COALITION_TEXT_TABLE_BOLD,
  COALITION_TEXT_SMALL,
  COALITION_TEXT_SMALL_BOLD,
} CoalitionTextStyle;

/**
 * CoalitionTextAlign:
 *
 * Where text stands in its column. Start is left where one reads from left to right.
 */
typedef enum {
  COALITION_TEXT_ALIGN_START,
  COALITION_TEXT_ALIGN_CENTER,
  COALITION_TEXT_ALIGN_END,
} CoalitionTextAlign;

/**
 * CoalitionTypesetter:
 *
 * Sets text in the styles of our pages. Unit is the point. It belongs to the thread that made it.
 */
typedef struct _CoalitionTypesetter CoalitionTypesetter;

CoalitionTypesetter *coalition_typesetter_new           (void);
void                 coalition_typesetter_free          (CoalitionTypesetter *self);
gboolean             coalition_typesetter_is_rtl        (CoalitionTypesetter *self);
void                 coalition_typesetter_set_rtl       (CoalitionTypesetter *self, gboolean rtl);
double               coalition_typesetter_get_leading   (CoalitionTextStyle style);
PangoLayout         *coalition_typesetter_layout        (CoalitionTypesetter *self, CoalitionTextStyle style,
                                                         const char *text, gboolean markup, double width,
                                                         CoalitionTextAlign align);
void                 coalition_typesetter_measure       (CoalitionTypesetter *self, CoalitionTextStyle style,
                                                         const char *text, gboolean markup, double *width, double *word);
void                 coalition_typesetter_draw          (CoalitionTypesetter *self, cairo_t *cr, PangoLayout *layout,
                                                         double x, double y, double from, double to);
void                 coalition_typesetter_draw_line     (CoalitionTypesetter *self, cairo_t *cr, CoalitionTextStyle style,
                                                         const char *text, gboolean markup, double x, double y,
                                                         double width, CoalitionTextAlign align);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoalitionTypesetter, coalition_typesetter_free)

G_END_DECLS
