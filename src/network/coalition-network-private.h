/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-network.h"

G_BEGIN_DECLS

/* What a CoalitionNetwork holds, for the files of this folder that make one. */
struct _CoalitionNetwork
{
  gatomicrefcount refs;
  GStringChunk *texts;
  CoalitionNetworkParty *parties;
  CoalitionNetworkTie *ties;
  CoalitionNetworkForum *forums;
  CoalitionNetworkNote *notes;
  CoalitionNetworkPicture *pictures;
  GArray *images; /* of CoalitionNetworkImage; holds references to their bytes */
  guint n_parties;
  guint n_ties;
  guint n_forums;
  guint n_notes;
  guint n_pictures;
  int us;
  GPtrArray *blocks;       /* memory that members of forums and lists of ids lie in */
  guint *first_of_party;   /* n_parties + 1 offsets into of_party */
  guint *of_party;         /* indices of ties, twice each (once for a tie of a party with itself) */
  GHashTable *party_index; /* id to index + 1 */
  GHashTable *tie_index;
  const char *const **party_ids; /* ids behind each party, once it is collapsed */
  const char *const **tie_ids;   /* ids behind each tie, once it is collapsed */
  const char **own_ids;          /* pairs of an id and NULL: of parties, then of ties */
};

CoalitionNetwork *coalition_network_allocate    (guint n_parties, guint n_ties);
const char       *coalition_network_keep_text   (CoalitionNetwork *self, const char *text);
const char       *coalition_network_keep_shared (CoalitionNetwork *self, const char *text);
gpointer          coalition_network_keep_block  (CoalitionNetwork *self, gconstpointer block, gsize size);
void              coalition_network_add_party   (CoalitionNetwork *self, const CoalitionNetworkParty *party);
void              coalition_network_add_tie     (CoalitionNetwork *self, const CoalitionNetworkTie *tie);
void              coalition_network_copy_rest   (CoalitionNetwork *self, CoalitionNetwork *source, const guint *party_map,
                                                 GHashTable *without);
void              coalition_network_finish      (CoalitionNetwork *self);
guint64           coalition_network_pair_key    (guint a, guint b);
const char *const *coalition_network_get_tie_ids (CoalitionNetwork *self, guint tie);

/* Reading a campaign. Dates are whole (2026-11-21); @now of a network of today, where the state of each thing counts. */
typedef struct
{
  char *as_of;   /* NULL: now, and what has ended without comparison stays as it is */
  char *compare; /* NULL: nothing is compared */
  char *today;
} CoalitionNetworkTime;

gboolean          coalition_network_lives       (const char *start, const char *end, const char *date);
gboolean          coalition_network_time_mark   (const CoalitionNetworkTime *time, gboolean on_as_of, gboolean on_compare,
                                                 CoalitionTimeMark *mark);
void              coalition_network_read_forums (CoalitionNetwork *self, CoalitionCampaign *campaign,
                                                 const CoalitionNetworkTime *time);
void              coalition_network_read_things (CoalitionNetwork *self, CoalitionCampaign *campaign);
GHashTable       *coalition_network_list_gatekeepers (CoalitionCampaign *campaign);
int               coalition_network_read_image  (CoalitionNetwork *self, CoalitionCampaign *campaign, const char *id);

/* Looking at one kind of record: which field is at which index is asked once, not for each of 20,000 records. */
typedef struct
{
  GListModel *records;
  guint n_records;
} CoalitionTable;

static inline CoalitionTable
coalition_table_open (CoalitionCampaign *campaign, const CoalitionKind *kind)
{
  GListModel *records = coalition_campaign_get_records (campaign, kind);

  return (CoalitionTable) { records, g_list_model_get_n_items (records) };
}

static inline const char *
coalition_record_text_at (CoalitionRecord *record, int field)
{
  const CoalitionValue *value = coalition_record_get_value (record, field);

  return value->type == COALITION_VALUE_TEXT ? value->text : NULL;
}

static inline gint64
coalition_record_integer_at (CoalitionRecord *record, int field, gint64 unknown)
{
  const CoalitionValue *value = coalition_record_get_value (record, field);

  return value->type == COALITION_VALUE_INTEGER ? value->integer : unknown;
}

static inline double
coalition_record_number_at (CoalitionRecord *record, int field)
{
  const CoalitionValue *value = coalition_record_get_value (record, field);

  return value->type == COALITION_VALUE_REAL ? value->real
         : value->type == COALITION_VALUE_INTEGER ? (double) value->integer : 0;
}

G_END_DECLS
