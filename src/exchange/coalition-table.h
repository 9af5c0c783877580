/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-kinds.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CoalitionExchangeError:
 * @COALITION_EXCHANGE_ERROR_READ: a source cannot be read; the message begins with its name and, where known, the line
 * @COALITION_EXCHANGE_ERROR_MAPPING: columns are mapped in a way that makes no sense
 * @COALITION_EXCHANGE_ERROR_WRITE: a file cannot be written
 *
 * Errors of the exchange layer.
 */
typedef enum {
  COALITION_EXCHANGE_ERROR_READ,
  COALITION_EXCHANGE_ERROR_MAPPING,
  COALITION_EXCHANGE_ERROR_WRITE,
} CoalitionExchangeError;

#define COALITION_EXCHANGE_ERROR (coalition_exchange_error_quark ())
GQuark coalition_exchange_error_quark (void);

/**
 * CoalitionTable:
 *
 * What was read from a file: headings, and rows that know the line they came from. Every row has as many cells as there
 * are headings. Rows that could not be made to fit are kept apart as faults, so that an import can name them. Filled
 * once, then only read, from any thread.
 */
typedef struct _CoalitionTable CoalitionTable;

#define COALITION_TYPE_TABLE (coalition_table_get_type ())
GType                coalition_table_get_type       (void);
CoalitionTable      *coalition_table_new            (const char *name);
CoalitionTable      *coalition_table_ref            (CoalitionTable *self);
void                 coalition_table_unref          (CoalitionTable *self);

const char          *coalition_table_get_name       (CoalitionTable *self);
const char          *coalition_table_get_encoding   (CoalitionTable *self);
char                 coalition_table_get_separator  (CoalitionTable *self);
const CoalitionKind *coalition_table_get_kind       (CoalitionTable *self);
guint                coalition_table_get_n_columns  (CoalitionTable *self);
const char          *coalition_table_get_heading    (CoalitionTable *self, guint column);
gboolean             coalition_table_is_heading_blank (CoalitionTable *self, guint column);
int                  coalition_table_find_column    (CoalitionTable *self, const char *heading);
guint                coalition_table_get_n_rows     (CoalitionTable *self);
const char          *coalition_table_get_cell       (CoalitionTable *self, guint row, guint column);
guint                coalition_table_get_line       (CoalitionTable *self, guint row);
gboolean             coalition_table_is_row_empty   (CoalitionTable *self, guint row);
gboolean             coalition_table_is_column_empty (CoalitionTable *self, guint column);
guint                coalition_table_get_n_faults   (CoalitionTable *self);
guint                coalition_table_get_fault      (CoalitionTable *self, guint fault, const char **reason);

/* For readers of files. */
void                 coalition_table_set_source     (CoalitionTable *self, const char *encoding, char separator);
void                 coalition_table_set_kind       (CoalitionTable *self, const CoalitionKind *kind);
void                 coalition_table_set_headings   (CoalitionTable *self, const char *const *headings, guint n_headings);
void                 coalition_table_add_row        (CoalitionTable *self, guint line, const char *const *cells, guint n_cells);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoalitionTable, coalition_table_unref)

G_END_DECLS
