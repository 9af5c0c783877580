/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-picture-row.h"

#include "coalition-inspector-group.h"
#include "coalition-picture.h"

#include <glib/gi18n-lib.h>

/* How high a picture stands in the inspector, in pixels. */
#define HEIGHT 96

/**
 * CoalitionPictureRow:
 *
 * The picture of a record. That of a party is chosen from a file, replaced and removed here; the file is read and scaled
 * down in a thread.
 */
struct _CoalitionPictureRow
{
  GtkBox parent_instance;

  CoalitionSession *session;
  CoalitionRecord *record;
  char *shown; /* id of the image that is shown */
  GtkWidget *picture;
  GtkWidget *hint;
  GtkWidget *choose;
  GtkWidget *remove;
  GtkWidget *spinner;
  GtkFileChooserNative *chooser;
  GCancellable *cancellable;
};

typedef struct
{
  GFile *file;
  char *name;
  GBytes *bytes;
  const char *media_type;
  guint width;
  guint height;
} Loading;

G_DEFINE_FINAL_TYPE (CoalitionPictureRow, coalition_picture_row, GTK_TYPE_BOX)

static void
loading_free (Loading *self)
{
  g_object_unref (self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->name);
  g_free (self);
}

static CoalitionRecord *
get_image (CoalitionPictureRow *self)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  const char *field = coalition_record_is (self->record, &coalition_kind_party) ? "picture" : "image";

  return campaign != NULL
           ? coalition_campaign_get_record (campaign, &coalition_kind_image, coalition_record_get_text (self->record, field))
           : NULL;
}

static GdkTexture *
make_texture (CoalitionRecord *image)
{
  gsize length = 0;
  guchar *data = g_base64_decode (coalition_record_get_text (image, "data"), &length);
  g_autoptr (GBytes) bytes = g_bytes_new_take (data, length);
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface = coalition_picture_decode (bytes, &error);
  g_autoptr (GBytes) pixels = NULL;
  GdkTexture *texture;

  /* What cannot be decoded is shown as missing, here as on the map. */
  if (surface == NULL)
    return NULL;
  cairo_surface_flush (surface);
  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_IMAGE || cairo_image_surface_get_format (surface) != CAIRO_FORMAT_ARGB32)
    {
      cairo_surface_destroy (surface);
      return gdk_texture_new_from_bytes (bytes, NULL);
    }
  pixels = g_bytes_new (cairo_image_surface_get_data (surface),
                        (gsize) cairo_image_surface_get_stride (surface) * cairo_image_surface_get_height (surface));
  texture = gdk_memory_texture_new (cairo_image_surface_get_width (surface), cairo_image_surface_get_height (surface),
                                    GDK_MEMORY_DEFAULT, pixels, cairo_image_surface_get_stride (surface));
  cairo_surface_destroy (surface);

  return texture;
}

static void
refresh (CoalitionPictureRow *self)
{
  CoalitionRecord *image = get_image (self);
  const char *id = image != NULL ? coalition_record_get_id (image) : NULL;

  gtk_widget_set_visible (self->picture, image != NULL);
  gtk_widget_set_visible (self->hint, image == NULL);
  gtk_widget_set_visible (self->remove, image != NULL);
  gtk_button_set_label (GTK_BUTTON (self->choose), image != NULL ? _("Re_place…") : _("_Choose…"));
  if (g_strcmp0 (id, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_strdup (id);
  if (image != NULL)
    {
      g_autoptr (GdkTexture) texture = make_texture (image);

      gtk_picture_set_paintable (GTK_PICTURE (self->picture), GDK_PAINTABLE (texture));
      gtk_picture_set_alternative_text (GTK_PICTURE (self->picture), coalition_record_get_title (image));
      gtk_widget_set_tooltip_text (self->picture, coalition_record_get_title (image));
    }
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Loading *loading = data;
  g_autoptr (GBytes) file = NULL;
  GError *error = NULL;

  file = g_file_load_bytes (loading->file, cancellable, NULL, &error);
  if (file != NULL)
    loading->bytes = coalition_picture_prepare (file, &loading->media_type, &loading->width, &loading->height, &error);
  if (loading->bytes == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
set_loading (CoalitionPictureRow *self,
             gboolean             loading)
{
  gtk_widget_set_visible (self->spinner, loading);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), loading);
  gtk_widget_set_sensitive (self->choose, !loading);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  CoalitionPictureRow *self = COALITION_PICTURE_ROW (source);
  Loading *loading = g_task_get_task_data (G_TASK (result));
  CoalitionCampaign *campaign = self->session != NULL ? coalition_session_get_campaign (self->session) : NULL;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (self->session != NULL)
        {
          coalition_session_tell_error (self->session, _("This picture cannot be used"), error);
          set_loading (self, FALSE);
        }
      return;
    }
  set_loading (self, FALSE);
  /* The party may be gone by now, or the campaign. */
  if (campaign != NULL && coalition_campaign_get_record (campaign, &coalition_kind_party, coalition_record_get_id (self->record)) == self->record)
    coalition_session_set_party_picture (self->session, self->record, loading->name, loading->bytes, loading->media_type,
                                         loading->width, loading->height);
}

static void
response_cb (CoalitionPictureRow *self,
             int                  response)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser)) : NULL;

  g_clear_object (&self->chooser);
  if (file != NULL)
    coalition_picture_row_load (self, file);
}

static void
choose_cb (CoalitionPictureRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  if (self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (_("Choose a Picture"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_filter_set_name (filter, _("Pictures"));
  gtk_file_filter_add_pixbuf_formats (filter);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
remove_cb (CoalitionPictureRow *self)
{
  coalition_session_set_party_picture (self->session, self->record, NULL, NULL, NULL, 0, 0);
}

static void
coalition_picture_row_dispose (GObject *object)
{
  CoalitionPictureRow *self = COALITION_PICTURE_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_object (&self->session);
  g_clear_object (&self->record);
  G_OBJECT_CLASS (coalition_picture_row_parent_class)->dispose (object);
}

static void
coalition_picture_row_finalize (GObject *object)
{
  g_free (COALITION_PICTURE_ROW (object)->shown);
  G_OBJECT_CLASS (coalition_picture_row_parent_class)->finalize (object);
}

static void
coalition_picture_row_class_init (CoalitionPictureRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coalition_picture_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = coalition_picture_row_finalize;
}

static void
coalition_picture_row_init (CoalitionPictureRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->cancellable = g_cancellable_new ();
}

static void
build (CoalitionPictureRow *self,
       const char          *title)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->picture = gtk_picture_new ();
  gtk_picture_set_can_shrink (GTK_PICTURE (self->picture), TRUE);
  gtk_widget_set_size_request (self->picture, -1, HEIGHT);
  gtk_widget_set_halign (self->picture, GTK_ALIGN_START);
  self->hint = gtk_label_new (_("Shown on the map in place of their sign; left out of partner copies"));
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_widget_add_css_class (self->hint, "caption");
  gtk_widget_add_css_class (self->hint, "dim-label");
  gtk_widget_add_css_class (self->hint, "hint");
  self->choose = gtk_button_new_with_mnemonic (_("_Choose…"));
  self->remove = gtk_button_new_with_mnemonic (_("Re_move"));
  self->spinner = gtk_spinner_new ();
  gtk_widget_set_visible (self->spinner, FALSE);
  g_signal_connect_object (self->choose, "clicked", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (buttons), self->choose);
  gtk_box_append (GTK_BOX (buttons), self->remove);
  gtk_box_append (GTK_BOX (buttons), self->spinner);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (coalition_inspector_group_new (title)));
  gtk_box_append (GTK_BOX (self), self->hint);
  gtk_box_append (GTK_BOX (self), self->picture);
  gtk_box_append (GTK_BOX (self), buttons);
  if (!coalition_record_is (self->record, &coalition_kind_party))
    gtk_widget_set_visible (buttons, FALSE);
}

/**
 * coalition_picture_row_new:
 * @session: the session
 * @record: a party, or a picture on the map
 *
 * Makes a row that follows the campaign. The picture of a party can be changed, that on the map is what it is.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
coalition_picture_row_new (CoalitionSession *session,
                           CoalitionRecord  *record)
{
  CoalitionPictureRow *self = g_object_new (COALITION_TYPE_PICTURE_ROW, NULL);
  CoalitionCampaign *campaign = coalition_session_get_campaign (session);

  self->session = g_object_ref (session);
  self->record = g_object_ref (record);
  build (self, coalition_record_is (record, &coalition_kind_party) ? _("Logo or picture") : _("Picture"));
  refresh (self);
  if (campaign != NULL)
    g_signal_connect_object (campaign, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * coalition_picture_row_load:
 * @self: a row of a party
 * @file: a picture
 *
 * Reads @file in a thread and makes it the picture of the party. What cannot be read is told through the session.
 */
void
coalition_picture_row_load (CoalitionPictureRow *self,
                            GFile               *file)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, loaded_cb, NULL);
  Loading *loading = g_new0 (Loading, 1);

  loading->file = g_object_ref (file);
  loading->name = g_file_get_basename (file);
  g_task_set_task_data (task, loading, (GDestroyNotify) loading_free);
  set_loading (self, TRUE);
  g_task_run_in_thread (task, load_thread);
}
