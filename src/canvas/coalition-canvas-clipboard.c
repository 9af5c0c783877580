/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-canvas-private.h"
#include "coalition-map-content.h"

#include <glib/gi18n-lib.h>

/* The part of the canvas that copies and pastes. */

/* A longer line is no name: the text becomes a note. */
#define LONGEST_NAME 80

static const char *const image_types[] = { "image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp", "image/tiff", "image/svg+xml", NULL };

/* Names of the selected parties, or of all, a line each; else the text of the selected note. */
static char *
dup_text (CoalitionCanvas *self,
          gboolean         whole)
{
  g_autoptr (GPtrArray) selected = coalition_session_get_selected (self->session, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; !whole && i < selected->len; i++)
    if (coalition_record_is (selected->pdata[i], &coalition_kind_party) || coalition_record_is (selected->pdata[i], &coalition_kind_forum)
        || coalition_record_is (selected->pdata[i], &coalition_kind_note) || coalition_record_is (selected->pdata[i], &coalition_kind_picture))
      {
        const char *title = coalition_record_get_title (selected->pdata[i]);

        if (title != NULL)
          g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", title);
      }
  if (text->len == 0)
    for (guint i = 0; i < coalition_scene_get_n_parties (self->scene); i++)
      if (!coalition_scene_is_left_out (self->scene, i))
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", coalition_scene_get_party (self->scene, i)->name);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * coalition_canvas_copy:
 * @self: a canvas with a scene
 * @whole: whether the whole map is wanted, whatever is selected
 *
 * Puts names and a picture of what is selected, or of the whole map if nothing is, on the clipboard.
 */
void
coalition_canvas_copy (CoalitionCanvas *self,
                       gboolean         whole)
{
  g_autoptr (GArray) parties = coalition_scene_get_selected (self->scene);
  g_autofree char *text = dup_text (self, whole), *sentence = NULL;
  GdkContentProvider *providers[2];
  g_autoptr (GdkContentProvider) all = NULL;

  if (coalition_scene_get_n_parties (self->scene) == 0 && *text == '\0')
    return;
  providers[0] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  providers[1] = coalition_map_content_new (self->scene, !whole && parties->len > 0, FALSE);
  all = gdk_content_provider_new_union (providers, 2);
  if (!gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), all))
    return;
  g_clear_object (&self->copied);
  self->copied = whole ? NULL : g_object_ref (all);
  sentence = whole || parties->len == 0 ? g_strdup (_("Copied the map as a picture"))
             : g_strdup_printf (ngettext ("Copied %u party", "Copied %u parties", parties->len), parties->len);
  coalition_session_tell (self->session, sentence, FALSE);
  coalition_scene_announce (self->scene, sentence);
}

/**
 * coalition_canvas_dup_picture:
 * @self: a canvas
 * @format: "png" or "svg"
 * @error: return location for an error of COALITION_DRAWING_ERROR, or of writing
 *
 * Paints the selected parties, or the whole map if none are, as they are now. A large map takes a while:
 * coalition_canvas_dup_content() paints in a thread, when it is asked to.
 *
 * Returns: (transfer full) (nullable): the bytes of an image file
 */
GBytes *
coalition_canvas_dup_picture (CoalitionCanvas  *self,
                              const char       *format,
                              GError          **error)
{
  g_autoptr (GdkContentProvider) content = coalition_canvas_dup_content (self);

  if (content == NULL)
    {
      g_set_error_literal (error, COALITION_DRAWING_ERROR, COALITION_DRAWING_ERROR_EMPTY, _("There is nothing on the map."));
      return NULL;
    }
  return coalition_map_content_render (COALITION_MAP_CONTENT (content), g_str_equal (format, "svg") ? "image/svg+xml" : "image/png", error);
}

/**
 * coalition_canvas_dup_content:
 * @self: a canvas
 *
 * Gets the selected parties, or the whole map if none are, for a drag: as image/png, image/svg+xml and a file.
 *
 * Returns: (transfer full) (nullable): what a #GtkDragSource gives, or %NULL if the map is empty
 */
GdkContentProvider *
coalition_canvas_dup_content (CoalitionCanvas *self)
{
  g_autoptr (GArray) parties = NULL;
  GdkContentProvider *content;

  if (self->scene == NULL || coalition_scene_get_map (self->scene) == NULL || coalition_scene_get_n_parties (self->scene) == 0)
    return NULL;
  parties = coalition_scene_get_selected (self->scene);
  content = coalition_map_content_new (self->scene, parties->len > 0, TRUE);
  /* A file manager may copy the file when the drag has long ended. */
  g_set_object (&self->dragged, content);
  return content;
}

/* --- pasting ------------------------------------------------------------------------------------------------------- */

/* A table is for the import, which the window offers. */
static gboolean
take_table (CoalitionCanvas *self,
            const char      *text)
{
  return strchr (text, '\t') != NULL && gtk_widget_activate_action (GTK_WIDGET (self), "win.paste-table", "s", text);
}

/**
 * coalition_canvas_take_text:
 * @self: a canvas with a scene
 * @text: what was pasted or dropped
 * @x: map units
 * @y: map units
 *
 * Takes text: a table goes to the import, short lines become a party each, and longer ones a note.
 */
void
coalition_canvas_take_text (CoalitionCanvas *self,
                            const char      *text,
                            double           x,
                            double           y)
{
  g_auto (GStrv) lines = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  gboolean prose = FALSE;

  if (take_table (self, text))
    return;
  lines = g_strsplit_set (text, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_strstrip (lines[i]);
      if (*lines[i] == '\0')
        continue;
      prose = prose || g_utf8_strlen (lines[i], -1) > LONGEST_NAME;
      g_ptr_array_add (names, lines[i]);
    }
  if (names->len == 0)
    return;
  g_ptr_array_add (names, NULL);
  if (prose)
    {
      g_autofree char *note = g_strstrip (g_strdup (text));

      coalition_scene_add_note (self->scene, note, &(CoalitionBox) { x, y, x, y });
    }
  else
    {
      g_autoptr (GArray) cards = coalition_canvas_get_cards (self);
      CoalitionViewport *viewport = coalition_scene_get_viewport (self->scene);

      for (guint i = 0; i < cards->len; i++)
        {
          CoalitionBox *card = &g_array_index (cards, CoalitionBox, i);

          coalition_viewport_to_map (viewport, card->left, card->top, &card->left, &card->top);
          coalition_viewport_to_map (viewport, card->right, card->bottom, &card->right, &card->bottom);
        }
      coalition_scene_add_parties (self->scene, (const char *const *) names->pdata, x, y, cards);
    }
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (CoalitionCanvas) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  double x, y;

  if (self->scene == NULL || coalition_scene_get_map (self->scene) == NULL)
    return;
  if (text == NULL)
    {
      if (error != NULL)
        coalition_session_tell_error (self->session, _("This could not be pasted"), error);
      return;
    }
  coalition_canvas_get_target_place (self, &x, &y);
  coalition_canvas_take_text (self, text, x, y);
}

static void
bytes_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (CoalitionCanvas) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  double x, y;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error) < 0)
    {
      coalition_session_tell_error (self->session, _("The picture could not be pasted"), error);
      return;
    }
  if (self->scene == NULL || coalition_scene_get_map (self->scene) == NULL)
    return;
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
  coalition_canvas_get_target_place (self, &x, &y);
  coalition_canvas_take_picture (self, bytes, NULL, NULL, FALSE, TRUE, NULL, x, y);
}

static void
image_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (CoalitionCanvas) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);
  g_autoptr (GOutputStream) memory = NULL;

  if (stream == NULL)
    {
      coalition_session_tell_error (self->session, _("The picture could not be pasted"), error);
      return;
    }
  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, bytes_read_cb, g_steal_pointer (&self));
}

/**
 * coalition_canvas_paste:
 * @self: a canvas with a scene
 *
 * Takes what is on the clipboard: what was copied here is duplicated; text becomes parties, a table or a note; a
 * picture comes to lie on the map. A spreadsheet offers both, and means the text.
 */
void
coalition_canvas_paste (CoalitionCanvas *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  gboolean has_image = FALSE;

  if (self->copied != NULL && gdk_clipboard_get_content (clipboard) == self->copied)
    {
      coalition_scene_duplicate (self->scene);
      return;
    }
  if (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING) || gdk_content_formats_contain_mime_type (formats, "text/plain")
      || gdk_content_formats_contain_mime_type (formats, "text/plain;charset=utf-8"))
    {
      gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, g_object_ref (self));
      return;
    }
  for (guint i = 0; image_types[i] != NULL && !has_image; i++)
    has_image = gdk_content_formats_contain_mime_type (formats, image_types[i]);
  if (has_image)
    gdk_clipboard_read_async (clipboard, (const char **) image_types, G_PRIORITY_DEFAULT, NULL, image_read_cb, g_object_ref (self));
  else
    coalition_session_tell (self->session, _("There is nothing on the clipboard that the map can take"), FALSE);
}
