/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-session-private.h"

#include "coalition-clock.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

/* A record may be named by words over several lines: the history shows the first ones. */
static char *
dup_first_words (const char *text)
{
  g_autofree char *line = g_strndup (text, strcspn (text, "\n"));
  char *end;

  if (g_utf8_strlen (line, -1) <= 40)
    return g_steal_pointer (&line);
  end = g_utf8_offset_to_pointer (line, 39);
  *end = '\0';

  return g_strconcat (g_strchomp (line), "…", NULL);
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
 * Adds a record. A new agreement is a draft between the selected parties (or us and the selected one), a new forum has
 * them as members; a new issue has been heard, a new listening event was today.
 *
 * Returns: (transfer full) (nullable): its id, or %NULL if @title is only white space
 */
char *
coalition_session_add (CoalitionSession    *self,
                       const CoalitionKind *kind,
                       const char          *title)
{
  g_autofree char *stripped = g_strstrip (g_strdup (title));
  g_autofree char *words = NULL;
  CoalitionCommand *command;
  char *id;

  g_return_val_if_fail (kind->title != NULL, NULL);
  if (*stripped == '\0')
    return NULL;
  if (kind == &coalition_kind_forum)
    {
      g_autoptr (GPtrArray) parties = coalition_session_get_selected (self, &coalition_kind_party);

      return coalition_session_add_forum (self, stripped, parties);
    }
  words = dup_first_words (stripped);
  command = coalition_command_new (N_("Add %s"), words, NULL);
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
  else if (kind == &coalition_kind_listening_event)
    {
      g_autofree char *today = coalition_clock_today ();

      coalition_command_set_text (command, kind, id, "held_on", today);
    }
  coalition_session_run (self, command, NULL);

  return id;
}

/**
 * coalition_session_add_forum:
 * @self: a session with a campaign
 * @name: what it is called
 * @parties: (nullable) (element-type CoalitionRecord): its first members
 *
 * Adds a forum with its members. A name that is only white space adds nothing.
 *
 * Returns: (transfer full) (nullable): its id, or %NULL if nothing was added
 */
char *
coalition_session_add_forum (CoalitionSession *self,
                             const char       *name,
                             GPtrArray        *parties)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));
  CoalitionCommand *command;
  char *id;

  if (*stripped == '\0')
    return NULL;
  command = coalition_command_new (N_("Add %s"), stripped, NULL);
  id = g_strdup (coalition_command_insert (command, &coalition_kind_forum, NULL));
  coalition_command_set_text (command, &coalition_kind_forum, id, "name", stripped);
  for (guint i = 0; parties != NULL && i < parties->len; i++)
    {
      const char *link = coalition_command_insert (command, &coalition_kind_forum_member, NULL);

      coalition_command_set_text (command, &coalition_kind_forum_member, link, "forum", id);
      coalition_command_set_text (command, &coalition_kind_forum_member, link, "party", coalition_record_get_id (parties->pdata[i]));
    }
  coalition_session_run (self, command, NULL);

  return id;
}

/**
 * coalition_session_add_note:
 * @self: a session with a campaign
 * @text: what stands on it
 * @x: its middle, map units from the left
 * @y: its middle, map units from the top
 *
 * Adds a note to the view that is looked at. A text that is only white space adds nothing.
 *
 * Returns: (transfer full) (nullable): its id, or %NULL if nothing was added
 */
char *
coalition_session_add_note (CoalitionSession *self,
                            const char       *text,
                            double            x,
                            double            y)
{
  const CoalitionKind *kind = &coalition_kind_note;
  CoalitionRecord *view = coalition_campaign_get_view (coalition_session_get_campaign (self));
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  CoalitionCommand *command;
  char *id;

  if (*stripped == '\0')
    return NULL;
  command = coalition_command_new (N_("Add a note"), NULL);
  id = g_strdup (coalition_command_insert (command, kind, NULL));
  coalition_command_set_text (command, kind, id, "view", coalition_record_get_id (view));
  coalition_command_set_text (command, kind, id, "text", stripped);
  coalition_command_set_text (command, kind, id, "color", "yellow");
  coalition_command_set_real (command, kind, id, "x", x);
  coalition_command_set_real (command, kind, id, "y", y);
  coalition_session_run (self, command, NULL);

  return id;
}

static char *
insert_image (CoalitionCommand *command,
              const char       *name,
              GBytes           *bytes,
              const char       *media_type,
              guint             width,
              guint             height)
{
  const CoalitionKind *kind = &coalition_kind_image;
  const char *id = coalition_command_insert (command, kind, NULL);
  g_autofree char *data = g_base64_encode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  coalition_command_set_text (command, kind, id, "name", name != NULL && *name != '\0' ? name : _("Picture"));
  coalition_command_set_text (command, kind, id, "media_type", media_type);
  coalition_command_set_integer (command, kind, id, "width", width);
  coalition_command_set_integer (command, kind, id, "height", height);
  coalition_command_set_text (command, kind, id, "data", data);

  return g_strdup (id);
}

/**
 * coalition_session_add_picture:
 * @self: a session with a campaign
 * @name: name of the file it came from, or what it shows
 * @bytes: the picture as coalition_picture_prepare() made it
 * @media_type: its media type
 * @width: its width in pixels
 * @height: its height in pixels
 * @background: whether it lies under everything, as a map of the neighborhood does
 * @x: its middle, map units from the left
 * @y: its middle, map units from the top
 * @display_width: how wide it is on the map, in map units; the height follows
 *
 * Adds a picture to the view that is looked at.
 *
 * Returns: (transfer full): the id of the picture
 */
char *
coalition_session_add_picture (CoalitionSession *self,
                               const char       *name,
                               GBytes           *bytes,
                               const char       *media_type,
                               guint             width,
                               guint             height,
                               gboolean          background,
                               double            x,
                               double            y,
                               double            display_width)
{
  const CoalitionKind *kind = &coalition_kind_picture;
  CoalitionRecord *view = coalition_campaign_get_view (coalition_session_get_campaign (self));
  CoalitionCommand *command = coalition_command_new (background ? N_("Add a background") : N_("Add a picture"), NULL);
  g_autofree char *image = insert_image (command, name, bytes, media_type, width, height);
  char *id = g_strdup (coalition_command_insert (command, kind, NULL));

  coalition_command_set_text (command, kind, id, "view", coalition_record_get_id (view));
  coalition_command_set_text (command, kind, id, "image", image);
  if (background)
    coalition_command_set_integer (command, kind, id, "background", TRUE);
  coalition_command_set_real (command, kind, id, "x", x);
  coalition_command_set_real (command, kind, id, "y", y);
  coalition_command_set_real (command, kind, id, "width", display_width);
  coalition_command_set_real (command, kind, id, "height", display_width * height / MAX (width, 1));
  coalition_session_run (self, command, NULL);

  return id;
}

/* Whether a record refers to an image only through records that are given. */
static gboolean
is_only_used_by (CoalitionCampaign *campaign,
                 const char        *image,
                 GHashTable        *records)
{
  g_autoptr (GPtrArray) parties = coalition_campaign_get_referring (campaign, &coalition_kind_party, "picture", image);
  g_autoptr (GPtrArray) pictures = coalition_campaign_get_referring (campaign, &coalition_kind_picture, "image", image);

  for (guint i = 0; i < parties->len; i++)
    if (!g_hash_table_contains (records, parties->pdata[i]))
      return FALSE;
  for (guint i = 0; i < pictures->len; i++)
    if (!g_hash_table_contains (records, pictures->pdata[i]))
      return FALSE;

  return TRUE;
}

/* What parties and pictures show that are going, unless something else shows it too. */
void
coalition_session_delete_images (CoalitionSession *self,
                                 CoalitionCommand *command,
                                 GHashTable       *records)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, records);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    {
      const char *image = coalition_record_is (record, &coalition_kind_party)     ? coalition_record_get_text (record, "picture")
                          : coalition_record_is (record, &coalition_kind_picture) ? coalition_record_get_text (record, "image")
                                                                                  : NULL;

      if (image != NULL && g_hash_table_add (seen, (char *) image) && is_only_used_by (campaign, image, records))
        coalition_command_delete (command, &coalition_kind_image, image);
    }
}

/**
 * coalition_session_set_party_picture:
 * @self: a session with a campaign
 * @party: a party
 * @name: (nullable): name of the file it came from
 * @bytes: (nullable): the picture as coalition_picture_prepare() made it, or %NULL for none
 * @media_type: (nullable): its media type
 * @width: its width in pixels
 * @height: its height in pixels
 *
 * Gives a party a logo or picture in place of its sign, or takes it away. A picture that nothing shows any more leaves
 * the campaign with it.
 */
void
coalition_session_set_party_picture (CoalitionSession *self,
                                     CoalitionRecord  *party,
                                     const char       *name,
                                     GBytes           *bytes,
                                     const char       *media_type,
                                     guint             width,
                                     guint             height)
{
  g_autoptr (GHashTable) records = g_hash_table_new (NULL, NULL);
  g_autofree char *image = NULL;
  CoalitionCommand *command;

  if (bytes == NULL && coalition_record_get_text (party, "picture") == NULL)
    return;
  command = coalition_command_new (bytes != NULL ? N_("Set the picture of %s") : N_("Remove the picture of %s"),
                                   coalition_record_get_title (party), NULL);
  if (bytes != NULL)
    image = insert_image (command, name, bytes, media_type, width, height);
  coalition_command_set_text (command, &coalition_kind_party, coalition_record_get_id (party), "picture", image);
  g_hash_table_add (records, party);
  coalition_session_delete_images (self, command, records);
  coalition_session_run (self, command, NULL);
}

/**
 * coalition_session_set_many:
 * @self: a session with a campaign
 * @records: (element-type CoalitionRecord): records of one kind
 * @field: a field of the kind, or one of the campaign's own
 * @value: the new value
 *
 * Sets a field of many records to one value, in one edit. Records that have it already are left alone.
 */
void
coalition_session_set_many (CoalitionSession     *self,
                            GPtrArray            *records,
                            const CoalitionField *field,
                            const CoalitionValue *value)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self);
  g_autoptr (CoalitionCommand) command = NULL;
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();
  g_autofree char *count = NULL, *title = NULL;

  for (guint i = 0; i < records->len; i++)
    {
      g_auto (CoalitionValue) old = COALITION_VALUE_INIT;

      coalition_campaign_get_value (campaign, records->pdata[i], field, &old);
      if (!coalition_value_equal (&old, value))
        g_ptr_array_add (changed, records->pdata[i]);
    }
  if (changed->len == 0)
    return;
  if (changed->len == 1)
    {
      title = coalition_campaign_dup_title (campaign, changed->pdata[0]);
      command = coalition_command_new (N_("Change %s of %s"), _(field->label), title, NULL);
    }
  else
    {
      count = g_strdup_printf ("%u", changed->len);
      command = coalition_command_new (N_("Change %s of %s records"), _(field->label), count, NULL);
    }
  for (guint i = 0; i < changed->len; i++)
    coalition_command_set (command, coalition_record_get_kind (changed->pdata[i]), coalition_record_get_id (changed->pdata[i]), field, value);
  coalition_session_run (self, g_steal_pointer (&command), NULL);
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
  g_autoptr (GHashTable) gone = g_hash_table_new (NULL, NULL);
  CoalitionCommand *command;
  g_autofree char *title = NULL, *toast = NULL;

  if (records->len == 0)
    return;
  if (records->len == 1)
    {
      g_autofree char *whole = coalition_campaign_dup_title (coalition_session_get_campaign (self), records->pdata[0]);

      title = dup_first_words (whole);
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
    {
      g_hash_table_add (gone, records->pdata[i]);
      coalition_command_delete (command, coalition_record_get_kind (records->pdata[i]), coalition_record_get_id (records->pdata[i]));
    }
  coalition_session_delete_images (self, command, gone);
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

/* The panel that lists records of a kind. */
static const char *
find_panel (const CoalitionKind *kind)
{
  static const struct
  {
    const CoalitionKind *kind;
    const char *panel;
  } panels[] = {
    { &coalition_kind_party, "parties" },   { &coalition_kind_issue, "issues" },    { &coalition_kind_agreement, "agreements" },
    { &coalition_kind_forum, "network" },   { &coalition_kind_meeting, "network" }, { &coalition_kind_voice, "listening" },
    { &coalition_kind_listening_event, "listening" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (panels); i++)
    if (panels[i].kind == kind)
      return panels[i].panel;

  return NULL;
}

/**
 * coalition_session_show:
 * @self: a session
 * @record: any record
 *
 * Shows a record in the inspector as if it had been clicked: what is drawn on the map is selected, of other records nothing is.
 */
void
coalition_session_show (CoalitionSession *self,
                        CoalitionRecord  *record)
{
  const CoalitionKind *kind = coalition_record_get_kind (record);

  if (kind == &coalition_kind_party || kind == &coalition_kind_tie || kind == &coalition_kind_forum || kind == &coalition_kind_note
      || kind == &coalition_kind_picture)
    {
      coalition_session_select (self, record, FALSE);
      return;
    }
  coalition_session_clear (self);
  coalition_session_set_current (self, record);
}

/**
 * coalition_session_reveal:
 * @self: a session
 * @record: any record
 *
 * Goes to a record wherever it is seen: what is on the map is selected, in the view that shows it; other records become
 * current. The panel that lists them comes up.
 */
void
coalition_session_reveal (CoalitionSession *self,
                          CoalitionRecord  *record)
{
  const CoalitionKind *kind = coalition_record_get_kind (record);
  const char *panel = find_panel (kind);
  CoalitionRecord *view = NULL;

  if (panel != NULL)
    g_object_set (self, "panel", panel, NULL);
  if (kind == &coalition_kind_view)
    view = record;
  else if (kind == &coalition_kind_note || kind == &coalition_kind_picture)
    view = coalition_campaign_get_record (coalition_session_get_campaign (self), &coalition_kind_view,
                                          coalition_record_get_text (record, "view"));
  if (view != NULL && view != coalition_session_get_view (self))
    coalition_session_set_view (self, view);
  coalition_session_show (self, record);
  g_signal_emit_by_name (self, "reveal", record);
}
