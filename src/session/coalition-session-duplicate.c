/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-session.h"

#include "coalition-text.h"

#include <glib/gi18n-lib.h>

/* How far from the original a copy lies if the map knows no free ground, in map units. */
#define ASIDE 60

typedef struct
{
  CoalitionSession *session;
  CoalitionCampaign *campaign;
  CoalitionCommand *command;
  GHashTable *copies; /* id of the original → id of its copy */
} Duplicate;

/* What a party is and has. What was judged, agreed, said or done concerns the original alone. */
static const CoalitionKind *const details[] = {
  &coalition_kind_contact_detail, &coalition_kind_party_tag, &coalition_kind_asset, &coalition_kind_comfort,
};

static void
copy_own_values (Duplicate       *self,
                 CoalitionRecord *record,
                 const char      *id)
{
  g_autoptr (GPtrArray) values = coalition_campaign_get_referring (self->campaign, &coalition_kind_own_value, "record",
                                                                   coalition_record_get_id (record));

  for (guint i = 0; i < values->len; i++)
    {
      const char *field = coalition_record_get_text (values->pdata[i], "field");
      g_autofree char *value_id = coalition_own_value_id (field, id);

      coalition_command_insert (self->command, &coalition_kind_own_value, value_id);
      coalition_command_set_text (self->command, &coalition_kind_own_value, value_id, "field", field);
      coalition_command_set_text (self->command, &coalition_kind_own_value, value_id, "record", id);
      coalition_command_set_text (self->command, &coalition_kind_own_value, value_id, "value",
                                  coalition_record_get_text (values->pdata[i], "value"));
    }
}

/* Sets the fields of a copy; references to what is copied lead to the copy. */
static void
copy_fields (Duplicate       *self,
             CoalitionRecord *record,
             const char      *id)
{
  const CoalitionKind *kind = coalition_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CoalitionValue *value = coalition_record_get_value (record, i);
      const char *copy = kind->fields[i].type == COALITION_FIELD_REFERENCE && value->type == COALITION_VALUE_TEXT
                           ? g_hash_table_lookup (self->copies, value->text)
                           : NULL;

      if (copy != NULL)
        coalition_command_set_text (self->command, kind, id, kind->fields[i].name, copy);
      else if (value->type != COALITION_VALUE_NULL)
        coalition_command_set (self->command, kind, id, &kind->fields[i], value);
    }
}

static char *
dup_free_name (Duplicate       *self,
               CoalitionRecord *party)
{
  const char *name = coalition_record_get_title (party);
  char *result = g_strdup_printf (_("%s (copy)"), name);

  for (guint n = 2;; n++)
    {
      g_autoptr (GPtrArray) same = coalition_campaign_find_by_title (self->campaign, &coalition_kind_party, result);

      if (same->len == 0)
        return result;
      g_free (result);
      result = g_strdup_printf (_("%s (copy %u)"), name, n);
    }
}

static void
place_copy (Duplicate       *self,
            CoalitionRecord *party,
            const char      *id,
            const char      *name)
{
  CoalitionRecord *view = coalition_campaign_get_view (self->campaign);
  CoalitionRecord *position = coalition_campaign_get_position (self->campaign, coalition_record_get_id (party));
  double x, y;

  /* A place found by the map overrides this one. */
  if (position != NULL && coalition_record_get_real (position, "x", &x) && coalition_record_get_real (position, "y", &y))
    coalition_command_set_position (self->command, coalition_record_get_id (view), id, x + ASIDE, y + ASIDE, FALSE);
  coalition_session_place_party (self->session, self->command, id, name, coalition_record_get_id (party));
}

static void
copy_party (Duplicate       *self,
            CoalitionRecord *party)
{
  const char *id = g_hash_table_lookup (self->copies, coalition_record_get_id (party));
  g_autofree char *name = dup_free_name (self, party);

  coalition_command_insert (self->command, &coalition_kind_party, id);
  copy_fields (self, party, id);
  coalition_command_set_text (self->command, &coalition_kind_party, id, "name", name);
  copy_own_values (self, party, id);
  for (guint i = 0; i < G_N_ELEMENTS (details); i++)
    {
      g_autoptr (GPtrArray) records = coalition_campaign_get_referring (self->campaign, details[i], "party",
                                                                        coalition_record_get_id (party));

      for (guint j = 0; j < records->len; j++)
        {
          g_autofree char *link = details[i] == &coalition_kind_party_tag
                                    ? coalition_party_tag_id (id, coalition_record_get_text (records->pdata[j], "tag"))
                                    : NULL;
          const char *copy = coalition_command_insert (self->command, details[i], link);

          copy_fields (self, records->pdata[j], copy);
          copy_own_values (self, records->pdata[j], copy);
        }
    }
  place_copy (self, party, id, name);
}

static void
copy_ties (Duplicate       *self,
           CoalitionRecord *party)
{
  g_autoptr (GPtrArray) ties = coalition_campaign_get_referring (self->campaign, &coalition_kind_tie, "from",
                                                                 coalition_record_get_id (party));

  for (guint i = 0; i < ties->len; i++)
    if (g_hash_table_contains (self->copies, coalition_record_get_text (ties->pdata[i], "to")))
      {
        const char *copy = coalition_command_insert (self->command, &coalition_kind_tie, NULL);

        copy_fields (self, ties->pdata[i], copy);
        copy_own_values (self, ties->pdata[i], copy);
      }
}

static void
duplicate_free (Duplicate *self)
{
  g_object_unref (self->session);
  g_hash_table_unref (self->copies);
  g_free (self);
}

static void
duplicated_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  Duplicate *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) copies = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id;

  if (!coalition_campaign_run_finish (COALITION_CAMPAIGN (source), result, &error))
    coalition_session_tell_error (self->session, _("This could not be done"), error);
  g_hash_table_iter_init (&iter, self->copies);
  while (error == NULL && g_hash_table_iter_next (&iter, NULL, &id))
    {
      CoalitionRecord *copy = coalition_campaign_get_record (COALITION_CAMPAIGN (source), &coalition_kind_party, id);

      if (copy != NULL)
        g_ptr_array_add (copies, copy);
    }
  if (copies->len > 0 && coalition_session_get_campaign (self->session) == COALITION_CAMPAIGN (source))
    coalition_session_select_many (self->session, copies);
  duplicate_free (self);
}

/**
 * coalition_session_duplicate:
 * @self: a session with a campaign
 * @parties: (element-type CoalitionRecord): parties
 *
 * Adds copies of parties with what they are and have: fields, tags, contact details, assets, comfort with tactics and own
 * values, and the ties among them. They are placed near the originals and become the selection. Memberships,
 * agreements, judgements and contacts stay with the originals.
 */
void
coalition_session_duplicate (CoalitionSession *self,
                             GPtrArray        *parties)
{
  Duplicate *duplicate;
  g_autofree char *count = NULL;

  if (parties->len == 0)
    return;
  duplicate = g_new0 (Duplicate, 1);
  duplicate->session = g_object_ref (self);
  duplicate->campaign = coalition_session_get_campaign (self);
  duplicate->copies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  count = g_strdup_printf ("%u", parties->len);
  duplicate->command = parties->len == 1 ? coalition_command_new (N_("Duplicate %s"), coalition_record_get_title (parties->pdata[0]), NULL)
                                         : coalition_command_new (N_("Duplicate %s parties"), count, NULL);
  for (guint i = 0; i < parties->len; i++)
    g_hash_table_insert (duplicate->copies, g_strdup (coalition_record_get_id (parties->pdata[i])), coalition_uuid ());
  for (guint i = 0; i < parties->len; i++)
    copy_party (duplicate, parties->pdata[i]);
  for (guint i = 0; i < parties->len; i++)
    copy_ties (duplicate, parties->pdata[i]);
  coalition_session_run_then (self, g_steal_pointer (&duplicate->command), NULL, duplicated_cb, duplicate);
}
