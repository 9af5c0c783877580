/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-map-private.h"

G_BEGIN_DECLS

/* Within drawing/ only: what the legend is made of. */

/**
 * CoalitionMapEntryType:
 *
 * What an entry of the legend shows beside its words; a head shows nothing.
 */
typedef enum {
  COALITION_MAP_ENTRY_HEAD,
  COALITION_MAP_ENTRY_LEVEL,
  COALITION_MAP_ENTRY_US,
  COALITION_MAP_ENTRY_GROUP,
  COALITION_MAP_ENTRY_CLASS,
  COALITION_MAP_ENTRY_SIZE,
  COALITION_MAP_ENTRY_SIZE_UNKNOWN,
  COALITION_MAP_ENTRY_FORUM,
  COALITION_MAP_ENTRY_HUB,
  COALITION_MAP_ENTRY_MARK,
  COALITION_MAP_ENTRY_FAMILY,
  COALITION_MAP_ENTRY_PLAIN,
  COALITION_MAP_ENTRY_STATUS,
  COALITION_MAP_ENTRY_STRENGTH,
  COALITION_MAP_ENTRY_AGREEMENT,
  COALITION_MAP_ENTRY_NUMBER,
  COALITION_MAP_ENTRY_TIME,
} CoalitionMapEntryType;

/**
 * CoalitionMapEntry:
 * @value: level, mark, family, status or time; index of a class
 * @grow: of the example of a size
 * @text: (owned): what people read
 *
 * One row of the legend.
 */
typedef struct {
  CoalitionMapEntryType type;
  int value;
  double grow;
  char *text;
} CoalitionMapEntry;

/**
 * CoalitionMapSection:
 *
 * The sections of the legend. Each begins with a head where the strip for paper shows it under one.
 */
typedef enum {
  COALITION_MAP_SECTION_PARTIES,
  COALITION_MAP_SECTION_CLASSES,
  COALITION_MAP_SECTION_SIZES,
  COALITION_MAP_SECTION_FORUMS,
  COALITION_MAP_SECTION_MARKS,
  COALITION_MAP_SECTION_TIES,
  COALITION_MAP_SECTION_AGREEMENTS,
  COALITION_MAP_SECTION_TIME,
  COALITION_MAP_N_SECTIONS,
} CoalitionMapSection;

/**
 * CoalitionMapLegend:
 *
 * What is on the map: an array of CoalitionMapEntry for each section.
 */
typedef struct {
  GArray *sections[COALITION_MAP_N_SECTIONS];
} CoalitionMapLegend;

CoalitionMapLegend *coalition_map_legend_new   (CoalitionMap *self);
void                coalition_map_legend_free  (CoalitionMapLegend *legend);

PangoLayout *coalition_map_legend_make_text    (CoalitionMap *self, const char *text, gboolean bold, double room);
void         coalition_map_legend_text_size    (CoalitionMap *self, const char *text, gboolean bold, double room,
                                                double *width, double *height);
void         coalition_map_legend_paint_text   (CoalitionMap *self, cairo_t *cr, const char *text, gboolean bold, double x,
                                                double y, double room);
void         coalition_map_legend_paint_symbol (CoalitionMap *self, cairo_t *cr, const CoalitionMapEntry *entry, double x,
                                                double y, double slot);
double       coalition_map_legend_symbol_height (CoalitionMap *self, const CoalitionMapEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoalitionMapLegend, coalition_map_legend_free)

G_END_DECLS
