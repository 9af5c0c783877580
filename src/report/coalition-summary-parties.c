/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-figures.h"
#include "coalition-print-table.h"
#include "coalition-summary-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  guint index;
  char *key;
} Entry;

static void
entry_clear (gpointer data)
{
  g_free (((Entry *) data)->key);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *first = a, *second = b;
  int order = g_strcmp0 (first->key, second->key);

  return order != 0 ? order : first->index < second->index ? -1 : first->index > second->index;
}

/* The parties of a level but ourselves, by name. */
static GArray *
list_level (CoalitionSummary *self,
            CoalitionLevel    level)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  guint n_parties;
  const CoalitionNetworkParty *parties = coalition_network_get_parties (self->network, &n_parties);

  g_array_set_clear_func (entries, entry_clear);
  for (guint i = 0; i < n_parties; i++)
    {
      Entry entry = { i, NULL };

      if (parties[i].level != level || (int) i == self->findings->us)
        continue;
      entry.key = g_utf8_collate_key (parties[i].name, -1);
      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);

  return entries;
}

/* Their role, or else their kind; and what the map marks them with, in words. */
static char *
dup_what (CoalitionRecord             *record,
          const CoalitionNetworkParty *party)
{
  const char *role = coalition_record_get_text (record, "role");
  g_autofree char *kind = coalition_summary_dup_choice (record, "kind");
  g_autoptr (GString) what = g_string_new (role != NULL ? role : kind != NULL ? kind : _("unknown"));

  if (party->marks & COALITION_MARK_DECIDES)
    g_string_append_printf (what, "\n%s", _("Decides on an issue"));
  if (party->marks & COALITION_MARK_GATEKEEPER)
    g_string_append_printf (what, "\n%s", _("Stands in the way"));

  return g_string_free (g_steal_pointer (&what), FALSE);
}

/* In the person's own words, or else as the ties tell. */
static char *
dup_how (CoalitionSummary *self,
         CoalitionRecord  *record,
         guint             party)
{
  const CoalitionFindings *findings = self->findings;
  const char *reach = coalition_record_get_text (record, "reach");

  if (reach != NULL)
    return g_strdup (reach);
  if (findings->reach[party] == COALITION_REACH_DIRECT)
    return g_strdup (_("Directly"));
  if (findings->reach[party] == COALITION_REACH_THROUGH)
    /* Translators: how we reach somebody: through this party */
    return g_strdup_printf (_("Through %s"), coalition_network_get_parties (self->network, NULL)[findings->via[party]].name);

  return g_strdup (_("unknown"));
}

static void
add_party (CoalitionSummary    *self,
           CoalitionPrintTable *table,
           guint                index)
{
  const CoalitionNetworkParty *party = &coalition_network_get_parties (self->network, NULL)[index];
  CoalitionRecord *record = coalition_campaign_get_record (self->campaign, &coalition_kind_party, party->id);
  g_autofree char *what = NULL;
  g_autofree char *how = NULL;
  guint row = coalition_print_table_add_row (table, FALSE);
  const char *place;

  coalition_print_table_set_text (table, row, 0, party->name);
  if (record == NULL)
    return;
  what = dup_what (record, party);
  coalition_print_table_set_text (table, row, 1, what);
  if (self->partner_copy)
    {
      place = coalition_record_get_text (record, "place");
      coalition_print_table_set_text (table, row, 2, place != NULL ? place : _("unknown"));
      return;
    }
  how = dup_how (self, record, index);
  coalition_print_table_set_text (table, row, 2, how);
  if (self->trust[index] < 0)
    coalition_print_table_set_text (table, row, 3, _("unknown"));
  else
    coalition_print_table_set_painter (table, row, 3, COALITION_FIGURE_DOTS_WIDTH, 12, coalition_figure_dots,
                                       GINT_TO_POINTER (self->trust[index]));
}

/**
 * coalition_summary_write_parties:
 * @self: a summary
 * @flow: where it goes
 *
 * Writes whom we are connected to, by level.
 */
void
coalition_summary_write_parties (CoalitionSummary *self,
                                 CoalitionFlow    *flow)
{
  static const char *const titles[] = {
    N_("People directly affected"), N_("Leaders and connectors"), N_("Organizations and institutions"),
  };
  g_autoptr (CoalitionPrintTable) table = coalition_print_table_new ();

  coalition_flow_heading (flow, _("Whom we are connected to"),
                          self->partner_copy ? NULL : _("Trust: how far people here trust them, 0 to 5"));
  if (self->findings->n_others == 0)
    {
      coalition_flow_paragraph (flow, COALITION_TEXT_BODY, _("Nobody is listed yet."), FALSE);
      return;
    }

  coalition_print_table_add_column (table, _("Party"), COALITION_PRINT_COLUMN_PLAIN);
  coalition_print_table_add_column (table, _("What they are here"), COALITION_PRINT_COLUMN_PLAIN);
  coalition_print_table_add_column (table, self->partner_copy ? _("Place") : _("How we reach them"), COALITION_PRINT_COLUMN_PLAIN);
  if (!self->partner_copy)
    coalition_print_table_add_column (table, _("Trust"), COALITION_PRINT_COLUMN_NO_WRAP);
  for (int level = COALITION_LEVEL_AFFECTED; level <= COALITION_LEVEL_ORGANIZATION; level++)
    {
      g_autoptr (GArray) entries = list_level (self, level);
      g_autofree char *count = g_strdup_printf ("%u", entries->len);

      if (entries->len == 0)
        continue;
      coalition_print_table_add_group (table, _(titles[level]), count, coalition_figure_level, GINT_TO_POINTER (level));
      for (guint i = 0; i < entries->len; i++)
        add_party (self, table, g_array_index (entries, Entry, i).index);
    }
  coalition_print_table_flow (table, flow, 0, FALSE);
}
