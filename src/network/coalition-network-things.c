/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-network-private.h"

#include <math.h>

/* What is on the map besides parties and ties: forums, notes, pictures, and the images that they show. */

/* No edge of a note or picture is longer, in map units: far more than any map, but no number with which drawing fails. */
#define MOST_LENGTH 1000000.0

static gboolean
is_of_view (CoalitionRecord *record, int view_field, CoalitionRecord *view)
{
  return view != NULL && g_strcmp0 (coalition_record_text_at (record, view_field), coalition_record_get_id (view)) == 0;
}

static double
length_at (CoalitionRecord *record, int field)
{
  double length = coalition_record_number_at (record, field);

  return isfinite (length) && length > 0 ? MIN (length, MOST_LENGTH) : 0;
}

/* --- images ---------------------------------------------------------------------------------------------------- */

static GQuark
bytes_quark (void)
{
  return g_quark_from_static_string ("coalition-image-bytes");
}

static void
data_changed_cb (CoalitionRecord *record)
{
  g_object_set_qdata (G_OBJECT (record), bytes_quark (), NULL);
}

/* The bytes of an image are kept with its record, so that all networks of a campaign share them. */
static GBytes *
get_bytes (CoalitionRecord *image)
{
  GBytes *bytes = g_object_get_qdata (G_OBJECT (image), bytes_quark ());
  const char *data = coalition_record_get_text (image, "data");
  guchar *decoded;
  gsize length = 0;

  if (bytes != NULL)
    return bytes;
  decoded = data != NULL ? g_base64_decode (data, &length) : NULL;
  bytes = g_bytes_new_take (decoded, length);
  g_object_set_qdata_full (G_OBJECT (image), bytes_quark (), bytes, (GDestroyNotify) g_bytes_unref);
  g_signal_handlers_disconnect_by_func (image, data_changed_cb, NULL);
  g_signal_connect (image, "notify::data", G_CALLBACK (data_changed_cb), NULL);

  return bytes;
}

/* The index of an image in the network, which is added if need be; -1 if there is no such image. */
int
coalition_network_read_image (CoalitionNetwork *self, CoalitionCampaign *campaign, const char *id)
{
  CoalitionRecord *record = coalition_campaign_get_record (campaign, &coalition_kind_image, id);
  CoalitionNetworkImage image = { NULL };
  gint64 width = 0, height = 0;

  if (record == NULL)
    return -1;
  for (guint i = 0; i < self->images->len; i++)
    if (g_str_equal (g_array_index (self->images, CoalitionNetworkImage, i).id, id))
      return i;
  coalition_record_get_integer (record, "width", &width);
  coalition_record_get_integer (record, "height", &height);
  image.id = coalition_network_keep_text (self, id);
  image.media_type = coalition_network_keep_shared (self, coalition_record_get_text (record, "media_type"));
  image.bytes = g_bytes_ref (get_bytes (record));
  image.width = CLAMP (width, 1, 20000);
  image.height = CLAMP (height, 1, 20000);
  g_array_append_val (self->images, image);

  return self->images->len - 1;
}

/* --- forums ---------------------------------------------------------------------------------------------------- */

/* The members of each forum who were there at the time that counts for it, by id of the forum. */
static GHashTable *
read_members (CoalitionNetwork *self, CoalitionCampaign *campaign, const CoalitionNetworkTime *time, GHashTable *times)
{
  const CoalitionKind *kind = &coalition_kind_forum_member;
  const int forum_field = coalition_kind_field_index (kind, "forum");
  const int party_field = coalition_kind_field_index (kind, "party");
  const int since = coalition_kind_field_index (kind, "since");
  const int until = coalition_kind_field_index (kind, "until");
  GHashTable *members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  CoalitionTable table = coalition_table_open (campaign, kind);

  for (guint i = 0; i < table.n_records; i++)
    {
      g_autoptr (CoalitionRecord) record = g_list_model_get_item (table.records, i);
      const char *forum = coalition_record_text_at (record, forum_field);
      const char *date = forum != NULL ? g_hash_table_lookup (times, forum) : NULL;
      const char *start = time->as_of != NULL || time->compare != NULL ? coalition_record_text_at (record, since) : NULL;
      int index = coalition_network_find_party (self, coalition_record_text_at (record, party_field));
      guint party = index;
      GArray *parties;
      gboolean known = FALSE;

      if (index < 0 || date == NULL || !coalition_network_lives (start, coalition_record_text_at (record, until), date))
        continue;
      parties = g_hash_table_lookup (members, forum);
      if (parties == NULL)
        {
          parties = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (members, g_strdup (forum), parties);
        }
      for (guint j = 0; j < parties->len && !known; j++)
        known = g_array_index (parties, guint, j) == party;
      if (!known)
        g_array_append_val (parties, party);
    }

  return members;
}

/* Where the hub of a forum is in the view, or else the middle of its members. */
static void
place_forums (CoalitionNetwork *self, CoalitionCampaign *campaign)
{
  const CoalitionKind *kind = &coalition_kind_forum_position;
  const int view_field = coalition_kind_field_index (kind, "view");
  const int forum_field = coalition_kind_field_index (kind, "forum");
  const int x = coalition_kind_field_index (kind, "x");
  const int y = coalition_kind_field_index (kind, "y");
  CoalitionRecord *view = coalition_campaign_get_view (campaign);
  CoalitionTable table = coalition_table_open (campaign, kind);

  for (guint i = 0; i < table.n_records; i++)
    {
      g_autoptr (CoalitionRecord) record = g_list_model_get_item (table.records, i);
      int index = is_of_view (record, view_field, view) ? coalition_network_find_forum (self, coalition_record_text_at (record, forum_field)) : -1;

      if (index < 0)
        continue;
      self->forums[index].x = coalition_record_number_at (record, x);
      self->forums[index].y = coalition_record_number_at (record, y);
      self->forums[index].placed = TRUE;
    }
  for (guint i = 0; i < self->n_forums; i++)
    {
      CoalitionNetworkForum *forum = &self->forums[i];
      guint n_placed = 0;

      for (guint j = 0; j < forum->n_members && !forum->placed; j++)
        if (self->parties[forum->members[j]].placed)
          {
            n_placed++;
            forum->x += (self->parties[forum->members[j]].x - forum->x) / n_placed;
            forum->y += (self->parties[forum->members[j]].y - forum->y) / n_placed;
          }
    }
}

/* Reads the forums that live at the time of the network. One that is gone by the later date has the members of the
 * earlier one; all others those of the network's own date. */
void
coalition_network_read_forums (CoalitionNetwork *self, CoalitionCampaign *campaign, const CoalitionNetworkTime *time)
{
  const CoalitionKind *kind = &coalition_kind_forum;
  const int formed = coalition_kind_field_index (kind, "formed");
  const int ended = coalition_kind_field_index (kind, "ended");
  const char *as_of = time->as_of != NULL ? time->as_of : time->today;
  gboolean timed = time->as_of != NULL || time->compare != NULL;
  CoalitionTable table = coalition_table_open (campaign, kind);
  g_autoptr (GHashTable) times = g_hash_table_new (g_str_hash, g_str_equal), members = NULL;

  self->forums = g_new0 (CoalitionNetworkForum, MAX (table.n_records, 1));
  for (guint i = 0; i < table.n_records; i++)
    {
      g_autoptr (CoalitionRecord) record = g_list_model_get_item (table.records, i);
      CoalitionNetworkForum *forum = &self->forums[self->n_forums];
      const char *start = timed ? coalition_record_text_at (record, formed) : NULL;
      const char *end = coalition_record_text_at (record, ended);
      gboolean there = coalition_network_lives (start, end, as_of);
      gboolean then = time->compare != NULL && coalition_network_lives (start, end, time->compare);

      if (!coalition_network_time_mark (time, there, then, &forum->time))
        continue;
      forum->id = coalition_network_keep_text (self, coalition_record_get_id (record));
      forum->name = coalition_network_keep_text (self, coalition_record_get_title (record));
      forum->form = coalition_network_keep_shared (self, coalition_record_get_text (record, "form"));
      forum->cadence = coalition_network_keep_shared (self, coalition_record_get_text (record, "cadence"));
      forum->hub = g_strcmp0 (coalition_record_get_text (record, "look"), "hub") == 0;
      g_hash_table_insert (times, (gpointer) forum->id, (gpointer) (there ? as_of : time->compare));
      self->n_forums++;
    }

  members = read_members (self, campaign, time, times);
  for (guint i = 0; i < self->n_forums; i++)
    {
      GArray *parties = g_hash_table_lookup (members, self->forums[i].id);

      if (parties == NULL)
        continue;
      self->forums[i].members = coalition_network_keep_block (self, parties->data, parties->len * sizeof (guint));
      self->forums[i].n_members = parties->len;
    }
  place_forums (self, campaign);
}

/* --- notes and pictures ---------------------------------------------------------------------------------------- */

static void
read_notes (CoalitionNetwork *self, CoalitionCampaign *campaign)
{
  const CoalitionKind *kind = &coalition_kind_note;
  const int view_field = coalition_kind_field_index (kind, "view");
  const int text = coalition_kind_field_index (kind, "text");
  const int color = coalition_kind_field_index (kind, "color");
  const int x = coalition_kind_field_index (kind, "x");
  const int y = coalition_kind_field_index (kind, "y");
  const int width = coalition_kind_field_index (kind, "width");
  const int height = coalition_kind_field_index (kind, "height");
  CoalitionRecord *view = coalition_campaign_get_view (campaign);
  CoalitionTable table = coalition_table_open (campaign, kind);

  self->notes = g_new0 (CoalitionNetworkNote, MAX (table.n_records, 1));
  for (guint i = 0; i < table.n_records; i++)
    {
      g_autoptr (CoalitionRecord) record = g_list_model_get_item (table.records, i);
      CoalitionNetworkNote *note = &self->notes[self->n_notes];
      const char *name = coalition_record_text_at (record, color), *words = coalition_record_text_at (record, text);

      if (!is_of_view (record, view_field, view))
        continue;
      note->id = coalition_network_keep_text (self, coalition_record_get_id (record));
      note->text = coalition_network_keep_text (self, words != NULL ? words : "");
      note->color = coalition_network_keep_shared (self, name != NULL ? name : "yellow");
      note->x = coalition_record_number_at (record, x);
      note->y = coalition_record_number_at (record, y);
      note->width = length_at (record, width);
      note->height = length_at (record, height);
      self->n_notes++;
    }
}

static void
read_pictures (CoalitionNetwork *self, CoalitionCampaign *campaign)
{
  const CoalitionKind *kind = &coalition_kind_picture;
  const int view_field = coalition_kind_field_index (kind, "view");
  const int image_field = coalition_kind_field_index (kind, "image");
  const int caption = coalition_kind_field_index (kind, "caption");
  const int background = coalition_kind_field_index (kind, "background");
  const int opacity = coalition_kind_field_index (kind, "opacity");
  const int x = coalition_kind_field_index (kind, "x");
  const int y = coalition_kind_field_index (kind, "y");
  const int width = coalition_kind_field_index (kind, "width");
  const int height = coalition_kind_field_index (kind, "height");
  CoalitionRecord *view = coalition_campaign_get_view (campaign);
  CoalitionTable table = coalition_table_open (campaign, kind);

  self->pictures = g_new0 (CoalitionNetworkPicture, MAX (table.n_records, 1));
  for (guint i = 0; i < table.n_records; i++)
    {
      g_autoptr (CoalitionRecord) record = g_list_model_get_item (table.records, i);
      CoalitionNetworkPicture *picture = &self->pictures[self->n_pictures];
      const CoalitionNetworkImage *image;
      int index = -1;

      if (is_of_view (record, view_field, view))
        index = coalition_network_read_image (self, campaign, coalition_record_text_at (record, image_field));
      if (index < 0)
        continue;
      image = &g_array_index (self->images, CoalitionNetworkImage, index);
      picture->id = coalition_network_keep_text (self, coalition_record_get_id (record));
      picture->caption = coalition_network_keep_text (self, coalition_record_text_at (record, caption));
      picture->image = index;
      picture->background = coalition_record_integer_at (record, background, 0) != 0;
      picture->opacity = CLAMP (coalition_record_integer_at (record, opacity, 100), 10, 100) / 100.0;
      picture->x = coalition_record_number_at (record, x);
      picture->y = coalition_record_number_at (record, y);
      picture->width = length_at (record, width);
      picture->height = length_at (record, height);
      /* A size that nobody gave follows from the other side, or is that of the image: a unit for a pixel. */
      if (picture->width <= 0)
        picture->width = picture->height > 0 ? picture->height * image->width / image->height : image->width;
      if (picture->height <= 0)
        picture->height = picture->width * image->height / image->width;
      self->n_pictures++;
    }
}

/* Reads the notes and pictures of the current view. */
void
coalition_network_read_things (CoalitionNetwork *self, CoalitionCampaign *campaign)
{
  read_notes (self, campaign);
  read_pictures (self, campaign);
}
