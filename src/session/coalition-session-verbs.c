/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-session.h"

#include <glib/gi18n-lib.h>

/* Verbs that several views share. Each builds a command and runs it; the message is for the history and the toast. */

/**
 * coalition_session_add_party:
 * @self: a session with a campaign
 * @name: its name
 * @x: map units from the left
 * @y: map units from the top
 * @placed: whether @x and @y say where it is to be; it is pinned there
 *
 * Adds a party. A name that is only white space adds nothing.
 *
 * Returns: (transfer full) (nullable): its id, or %NULL if nothing was added
 */
char *
coalition_session_add_party (CoalitionSession *self,
                             const char       *name,
                             double            x,
                             double            y,
                             gboolean          placed)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self);
  g_autofree char *stripped = g_strstrip (g_strdup (name));
  CoalitionCommand *command;
  char *id;

  if (*stripped == '\0')
    return NULL;
  command = coalition_command_new (N_("Add %s"), stripped, NULL);
  id = g_strdup (coalition_command_insert (command, &coalition_kind_party, NULL));
  coalition_command_set_text (command, &coalition_kind_party, id, "name", stripped);
  if (placed)
    coalition_command_set_position (command, coalition_record_get_id (coalition_campaign_get_view (campaign)), id, x, y, TRUE);
  else
    coalition_session_place_party (self, command, id, stripped, NULL);
  coalition_session_run (self, command, NULL);

  return id;
}

/**
 * coalition_session_add_tie:
 * @self: a session with a campaign
 * @from: id of a party
 * @to: id of another party
 * @kind: (nullable): key of a kind of tie or own words, or %NULL for the general kind
 *
 * Adds a tie. A party is not tied to itself.
 *
 * Returns: (transfer full) (nullable): its id, or %NULL if nothing was added
 */
char *
coalition_session_add_tie (CoalitionSession *self,
                           const char       *from,
                           const char       *to,
                           const char       *kind)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self);
  CoalitionRecord *a = coalition_campaign_get_record (campaign, &coalition_kind_party, from);
  CoalitionRecord *b = coalition_campaign_get_record (campaign, &coalition_kind_party, to);
  CoalitionCommand *command;
  char *id;

  if (a == NULL || b == NULL || a == b)
    return NULL;
  command = coalition_command_new (N_("Tie %s and %s"), coalition_record_get_title (a), coalition_record_get_title (b), NULL);
  id = g_strdup (coalition_command_insert (command, &coalition_kind_tie, NULL));
  coalition_command_set_text (command, &coalition_kind_tie, id, "from", from);
  coalition_command_set_text (command, &coalition_kind_tie, id, "to", to);
  coalition_command_set_text (command, &coalition_kind_tie, id, "kind", kind);
  coalition_command_set_text (command, &coalition_kind_tie, id, "status", "active");
  coalition_session_run (self, command, NULL);

  return id;
}

static void
add_agreement_parties (CoalitionSession *self,
                       CoalitionCommand *command,
                       const char       *agreement)
{
  g_autoptr (GPtrArray) parties = coalition_session_get_selected (self, &coalition_kind_party);
  CoalitionRecord *us = coalition_campaign_get_us (coalition_session_get_campaign (self));

  if (us != NULL && parties->len < 2 && !g_ptr_array_find (parties, us, NULL))
    g_ptr_array_insert (parties, 0, g_object_ref (us));
  for (guint i = 0; i < parties->len; i++)
    {
      const char *link = coalition_command_insert (command, &coalition_kind_agreement_party, NULL);

      coalition_command_set_text (command, &coalition_kind_agreement_party, link, "agreement", agreement);
      coalition_command_set_text (command, &coalition_kind_agreement_party, link, "party", coalition_record_get_id (parties->pdata[i]));
    }
}

/**
 * coalition_session_add:
 * @self: a session with a campaign
 * @kind: a kind with a title
 * @title: what is to name the record
 *
 * Adds a record. A new agreement is a draft between the selected parties (or us and the selected one); a new issue has
 * been heard.
 *
 * Returns: (transfer full) (nullable): its id, or %NULL if @title is only white space
 */
char *
coalition_session_add (CoalitionSession    *self,
                       const CoalitionKind *kind,
                       const char          *title)
{
  g_autofree char *stripped = g_strstrip (g_strdup (title));
  CoalitionCommand *command;
  char *id;

  g_return_val_if_fail (kind->title != NULL, NULL);
  if (*stripped == '\0')
    return NULL;
  command = coalition_command_new (N_("Add %s"), stripped, NULL);
  id = g_strdup (coalition_command_insert (command, kind, NULL));
  coalition_command_set_text (command, kind, id, kind->title, stripped);
  if (kind == &coalition_kind_issue)
    {
      coalition_command_set_text (command, kind, id, "status", "heard");
    }
  else if (kind == &coalition_kind_agreement)
    {
      coalition_command_set_text (command, kind, id, "status", "draft");
      add_agreement_parties (self, command, id);
    }
  coalition_session_run (self, command, NULL);

  return id;
}

/**
 * coalition_session_rename:
 * @self: a session with a campaign
 * @record: a record with a title
 * @title: its new name; one that is only white space changes nothing
 *
 * Renames a record.
 */
void
coalition_session_rename (CoalitionSession *self,
                          CoalitionRecord  *record,
                          const char       *title)
{
  const CoalitionKind *kind = coalition_record_get_kind (record);
  g_autofree char *stripped = g_strstrip (g_strdup (title));
  CoalitionCommand *command;

  g_return_if_fail (kind->title != NULL);
  if (*stripped == '\0' || g_str_equal (stripped, coalition_record_get_title (record)))
    return;
  command = coalition_command_new (N_("Rename %s to %s"), coalition_record_get_title (record), stripped, NULL);
  coalition_command_set_text (command, kind, coalition_record_get_id (record), kind->title, stripped);
  coalition_session_run (self, command, NULL);
}

static void
delete_records (CoalitionSession *self,
                GPtrArray        *records)
{
  CoalitionCommand *command;
  g_autofree char *title = NULL, *toast = NULL;

  if (records->len == 0)
    return;
  if (records->len == 1)
    {
      title = coalition_campaign_dup_title (coalition_session_get_campaign (self), records->pdata[0]);
      command = coalition_command_new (N_("Delete %s"), title, NULL);
      toast = g_strdup_printf (_("Deleted %s"), title);
    }
  else
    {
      title = g_strdup_printf ("%u", records->len);
      command = coalition_command_new (N_("Delete %s records"), title, NULL);
      toast = g_strdup_printf (ngettext ("Deleted %u record", "Deleted %u records", records->len), records->len);
    }
  for (guint i = 0; i < records->len; i++)
    coalition_command_delete (command, coalition_record_get_kind (records->pdata[i]), coalition_record_get_id (records->pdata[i]));
  coalition_session_run (self, command, toast);
}

/**
 * coalition_session_delete_selected:
 * @self: a session with a campaign
 *
 * Deletes what is selected on the map, as one edit.
 */
void
coalition_session_delete_selected (CoalitionSession *self)
{
  g_autoptr (GPtrArray) records = coalition_session_get_selected (self, NULL);

  delete_records (self, records);
}

/**
 * coalition_session_delete:
 * @self: a session with a campaign
 * @record: any record but the campaign's own
 *
 * Deletes a record with what belongs to it.
 */
void
coalition_session_delete (CoalitionSession *self,
                          CoalitionRecord  *record)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  g_return_if_fail (coalition_record_get_kind (record) != &coalition_kind_campaign);
  g_ptr_array_add (records, record);
  delete_records (self, records);
}

/**
 * coalition_session_reveal:
 * @self: a session
 * @record: any record
 *
 * Goes to a record wherever it is seen: parties and ties are selected, others become current in their panel.
 */
void
coalition_session_reveal (CoalitionSession *self,
                          CoalitionRecord  *record)
{
  if (coalition_record_is (record, &coalition_kind_party) || coalition_record_is (record, &coalition_kind_tie))
    {
      if (coalition_record_is (record, &coalition_kind_party))
        g_object_set (self, "panel", "parties", NULL);
      coalition_session_select (self, record, FALSE);
    }
  else
    {
      if (coalition_record_is (record, &coalition_kind_issue))
        g_object_set (self, "panel", "issues", NULL);
      else if (coalition_record_is (record, &coalition_kind_agreement))
        g_object_set (self, "panel", "agreements", NULL);
      coalition_session_clear (self);
      coalition_session_set_current (self, record);
    }
  g_signal_emit_by_name (self, "reveal", record);
}
