/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-canvas-private.h"
#include "coalition-picture.h"

#include <glib/gi18n-lib.h>

/* The part of the canvas that takes pictures: from files that a person chooses or drops, and from the clipboard. They are
 * read and made fit in a thread; a frame on the map shows where each will lie. */

/* A new picture is so wide on the screen at most, in pixels; a background picture fills as much of what is seen. */
#define MOST_WIDTH 280.0
#define BACKGROUND_SHARE 0.8

/* No file of more bytes is read: no photograph has as many. */
#define MOST_BYTES (64 * 1024 * 1024)

/**
 * Loading:
 * @party: (nullable): id of the party whose picture it is to be
 * @x: map units, of its middle
 * @y: map units, of its middle
 *
 * A picture that is being read.
 */
typedef struct {
  CoalitionCanvas *canvas; /* NULL when it is gone */
  CoalitionCampaign *campaign;
  char *view; /* id of the view that it is for */
  GBytes *bytes; /* of the file, or NULL as long as they are to be read from @file */
  GFile *file;
  char *name;
  char *party;
  gboolean background;
  double x;
  double y;
  gboolean anywhere; /* it is put on free ground near there */
  double zoom; /* of the map when it came */
  double seen_width; /* of what was seen, in pixels */

  GBytes *prepared;
  const char *media_type;
  guint width;
  guint height;
  GCancellable *cancellable;
} Loading;

static void
loading_free (Loading *loading)
{
  g_object_unref (loading->campaign);
  g_clear_pointer (&loading->bytes, g_bytes_unref);
  g_clear_pointer (&loading->prepared, g_bytes_unref);
  g_clear_object (&loading->file);
  g_object_unref (loading->cancellable);
  g_free (loading->view);
  g_free (loading->name);
  g_free (loading->party);
  g_free (loading);
}

static GBytes *
read_file (GFile         *file,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, error);
  char *contents;
  gsize length;

  if (info == NULL)
    return NULL;
  if (g_file_info_get_size (info) > MOST_BYTES)
    {
      g_set_error_literal (error, COALITION_PICTURE_ERROR, COALITION_PICTURE_ERROR_SIZE,
                           _("The file is larger than any picture. Choose another, or make it smaller first."));
      return NULL;
    }
  if (!g_file_load_contents (file, cancellable, &contents, &length, NULL, error))
    return NULL;
  return g_bytes_new_take (contents, length);
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Loading *loading = data;
  GError *error = NULL;

  if (loading->bytes == NULL)
    loading->bytes = read_file (loading->file, cancellable, &error);
  if (loading->bytes != NULL)
    loading->prepared = coalition_picture_prepare (loading->bytes, &loading->media_type, &loading->width, &loading->height, &error);
  if (loading->prepared != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* The size at which a picture comes onto the map, in map units. */
static void
choose_size (const Loading *loading,
             double        *width,
             double        *height)
{
  double most = loading->background ? BACKGROUND_SHARE * loading->seen_width : MIN (MOST_WIDTH, loading->width);

  *width = most / MAX (0.01, loading->zoom);
  *height = *width * loading->height / MAX (1, loading->width);
}

/* Ground where the picture covers nobody, and has the person look there. */
static CoalitionPlace
find_ground (CoalitionCanvas *self,
             double           width,
             double           height,
             CoalitionPlace   near)
{
  CoalitionBox room = { -width / 2, -height / 2, width / 2, height / 2 };
  guint n_boxes;
  g_autofree CoalitionBox *boxes = coalition_scene_dup_shown_boxes (self->scene, &n_boxes);
  g_autofree CoalitionPlace *origins = g_new0 (CoalitionPlace, n_boxes + 1);
  CoalitionPlace place = coalition_walk_find_free (boxes, origins, NULL, n_boxes, &room, near.x, near.y);

  coalition_canvas_reveal_box (self, &(CoalitionBox) { place.x - width / 2, place.y - height / 2, place.x + width / 2, place.y + height / 2 });
  return place;
}

static void
add_picture (CoalitionCanvas *self,
             const Loading   *loading)
{
  g_autofree char *id = NULL;
  double width, height;
  CoalitionPlace place;

  if (loading->party != NULL)
    {
      CoalitionRecord *party = coalition_campaign_get_record (loading->campaign, &coalition_kind_party, loading->party);

      if (party != NULL)
        coalition_session_set_party_picture (self->session, party, loading->name, loading->prepared, loading->media_type,
                                             loading->width, loading->height);
      return;
    }
  choose_size (loading, &width, &height);
  place = (CoalitionPlace) { loading->x, loading->y };
  if (loading->anywhere)
    place = find_ground (self, width, height, place);
  id = coalition_session_add_picture (self->session, loading->name, loading->prepared, loading->media_type, loading->width,
                                      loading->height, loading->background, place.x - width / 2, place.y - height / 2, width);
  if (id != NULL)
    coalition_scene_select_later (self->scene, id);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  CoalitionCanvas *self = COALITION_CANVAS (source);
  Loading *loading = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean success = g_task_propagate_boolean (G_TASK (result), &error);

  if (self->loading == NULL)
    return;
  g_ptr_array_remove (self->loading, loading);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  /* Another campaign or view may be open by now. */
  if (coalition_session_get_campaign (self->session) != loading->campaign
      || g_strcmp0 (coalition_scene_get_view_id (self->scene), loading->view) != 0)
    return;
  if (success)
    add_picture (self, loading);
  else
    coalition_session_tell_error (self->session, _("The picture could not be taken"), error);
}

/**
 * coalition_canvas_take_picture:
 * @self: a canvas with a scene
 * @bytes: (nullable): the bytes of an image file, or %NULL if they are to be read
 * @file: (nullable): the file to be read
 * @name: what it is called
 * @background: whether it is to lie under everything
 * @anywhere: whether it is to lie on free ground near the place, instead of just there
 * @party: (nullable): id of the party whose picture it is to be
 * @x: map units, of its middle
 * @y: map units, of its middle
 *
 * Takes a picture. A thread makes it fit; then it is added in one command, or the person is told why not.
 */
void
coalition_canvas_take_picture (CoalitionCanvas *self,
                               GBytes          *bytes,
                               GFile           *file,
                               const char      *name,
                               gboolean         background,
                               gboolean         anywhere,
                               const char      *party,
                               double           x,
                               double           y)
{
  Loading *loading = g_new0 (Loading, 1);
  g_autoptr (GTask) task = NULL;
  double height;

  loading->campaign = g_object_ref (coalition_session_get_campaign (self->session));
  loading->view = g_strdup (coalition_scene_get_view_id (self->scene));
  loading->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  loading->file = file != NULL ? g_object_ref (file) : NULL;
  loading->name = g_strdup (name != NULL && *name != '\0' ? name : _("Picture"));
  loading->party = g_strdup (party);
  loading->background = background;
  loading->anywhere = anywhere && !background;
  loading->x = x;
  loading->y = y;
  loading->zoom = coalition_viewport_get_zoom (coalition_scene_get_viewport (self->scene));
  coalition_viewport_get_size (coalition_scene_get_viewport (self->scene), &loading->seen_width, &height);
  loading->cancellable = g_cancellable_new ();
  if (self->loading == NULL)
    self->loading = g_ptr_array_new ();
  g_ptr_array_add (self->loading, loading);
  task = g_task_new (self, loading->cancellable, loaded_cb, NULL);
  g_task_set_task_data (task, loading, (GDestroyNotify) loading_free);
  g_task_run_in_thread (task, load_in_thread);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  coalition_scene_announce (self->scene, _("Reading the picture"));
}

/**
 * coalition_canvas_drop_pictures:
 * @self: a canvas
 *
 * Calls off what is being read, and forgets files that were dragged out.
 */
void
coalition_canvas_drop_pictures (CoalitionCanvas *self)
{
  for (guint i = 0; self->loading != NULL && i < self->loading->len; i++)
    g_cancellable_cancel (((Loading *) self->loading->pdata[i])->cancellable);
  g_clear_pointer (&self->loading, g_ptr_array_unref);
  g_clear_object (&self->chooser);
  g_clear_object (&self->copied);
  g_clear_object (&self->dragged);
  g_clear_object (&self->settings);
}

/**
 * coalition_canvas_paint_loading:
 * @self: a canvas with a scene
 * @snapshot: what is painted on
 *
 * Paints a frame for each picture that is being read.
 */
void
coalition_canvas_paint_loading (CoalitionCanvas *self,
                                GtkSnapshot     *snapshot)
{
  CoalitionMapState state;

  if (self->loading == NULL || self->loading->len == 0)
    return;
  coalition_scene_get_state (self->scene, &state);
  for (guint i = 0; i < self->loading->len; i++)
    {
      const Loading *loading = self->loading->pdata[i];
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), _("Reading the picture…"));
      double x, y;
      int width, height;
      cairo_t *cr;

      coalition_viewport_to_widget (coalition_scene_get_viewport (self->scene), loading->x, loading->y, &x, &y);
      pango_layout_get_pixel_size (layout, &width, &height);
      width += 32;
      height += 24;
      cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) x - width / 2 - 2, (float) y - height / 2 - 2,
                                                                     (float) width + 4, (float) height + 4));
      cairo_translate (cr, (int) x - width / 2, (int) y - height / 2);
      cairo_rectangle (cr, 0.5, 0.5, width, height);
      gdk_cairo_set_source_rgba (cr, &self->ground);
      cairo_fill_preserve (cr);
      cairo_set_source_rgb (cr, state.accent[0], state.accent[1], state.accent[2]);
      cairo_set_line_width (cr, 1);
      cairo_set_dash (cr, (double[]) { 4, 3 }, 2, 0);
      cairo_stroke (cr);
      cairo_move_to (cr, 16, 12);
      pango_cairo_show_layout (cr, layout);
      cairo_destroy (cr);
    }
}

/* --- choosing a file ----------------------------------------------------------------------------------------------- */

static char *
dup_file_title (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = base != NULL ? g_filename_display_name (base) : g_strdup (_("Picture"));
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  return g_steal_pointer (&name);
}

static void
take_file (CoalitionCanvas *self,
           GFile           *file,
           gboolean         background,
           gboolean         anywhere,
           const char      *party,
           double           x,
           double           y)
{
  g_autofree char *title = dup_file_title (file);

  coalition_canvas_take_picture (self, NULL, file, title, background, anywhere, party, x, y);
}

static void
response_cb (CoalitionCanvas *self,
             int              response,
             GtkNativeDialog *dialog)
{
  const char *action = g_object_get_data (G_OBJECT (dialog), "action"), *party = g_object_get_data (G_OBJECT (dialog), "party");
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  CoalitionBox visible;

  if (file != NULL && self->scene != NULL && coalition_scene_get_map (self->scene) != NULL)
    {
      coalition_viewport_get_visible (coalition_scene_get_viewport (self->scene), &visible);
      take_file (self, file, g_str_equal (action, "canvas.insert-background"), TRUE, party, (visible.left + visible.right) / 2,
                 (visible.top + visible.bottom) / 2);
    }
  if (self->chooser == dialog)
    g_clear_object (&self->chooser);
}

/**
 * coalition_canvas_choose_picture:
 * @self: a canvas with a scene
 * @action: "canvas.insert-picture", "canvas.insert-background" or "canvas.party-picture"
 *
 * Asks for an image file and takes it.
 */
void
coalition_canvas_choose_picture (CoalitionCanvas *self,
                                 const char      *action)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean for_party = g_str_equal (action, "canvas.party-picture");
  g_autoptr (GPtrArray) parties = coalition_session_get_selected (self->session, &coalition_kind_party);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GtkFileChooserNative *chooser;

  if (for_party && parties->len != 1)
    {
      coalition_session_tell (self->session, _("Select the party whose logo or picture you want to set"), FALSE);
      return;
    }
  chooser = gtk_file_chooser_native_new (for_party ? _("Logo or Picture") : g_str_equal (action, "canvas.insert-background")
                                                                            ? _("Background Picture") : _("Insert Picture"),
                                         window, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_file_filter_set_name (filter, _("Pictures"));
  gtk_file_filter_add_pixbuf_formats (filter);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_object_set_data_full (G_OBJECT (chooser), "action", g_strdup (action), g_free);
  if (for_party)
    g_object_set_data_full (G_OBJECT (chooser), "party", g_strdup (coalition_record_get_id (parties->pdata[0])), g_free);
  g_signal_connect_object (chooser, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  g_set_object (&self->chooser, GTK_NATIVE_DIALOG (chooser));
  g_object_unref (chooser);
  gtk_native_dialog_show (self->chooser);
}

/* --- what is dropped ----------------------------------------------------------------------------------------------- */

static gboolean
is_picture (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_FAST_CONTENT_TYPE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  const char *type = info != NULL ? g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_STANDARD_FAST_CONTENT_TYPE) : NULL;

  return type != NULL && g_content_type_is_a (type, "image/*");
}

/* A picture that is dropped on a party becomes that party's; elsewhere it comes to lie on the map. */
static gboolean
drop_cb (CoalitionCanvas *self,
         const GValue    *value,
         double           x,
         double           y)
{
  double map_x, map_y;
  const char *party = NULL;
  gboolean taken = FALSE;
  guint index;

  if (self->scene == NULL || coalition_scene_get_map (self->scene) == NULL)
    return FALSE;
  coalition_viewport_to_map (coalition_scene_get_viewport (self->scene), x, y, &map_x, &map_y);
  if (coalition_scene_whole_part (coalition_scene_pick (self->scene, x, y, &index)) == COALITION_MAP_PARTY
      && coalition_scene_get_party (self->scene, index)->members == 0)
    party = coalition_scene_get_party (self->scene, index)->id;

  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      for (GSList *link = g_value_get_boxed (value); link != NULL; link = link->next)
        if (is_picture (link->data))
          {
            take_file (self, link->data, FALSE, FALSE, party, map_x, map_y);
            taken = TRUE;
            map_x += COALITION_SCENE_GRID;
            map_y += COALITION_SCENE_GRID;
          }
      if (!taken)
        coalition_session_tell (self->session, _("Only pictures can be dropped on the map"), FALSE);
      return taken;
    }
  if (G_VALUE_HOLDS (value, GDK_TYPE_TEXTURE))
    {
      g_autoptr (GBytes) bytes = gdk_texture_save_to_png_bytes (g_value_get_object (value));

      coalition_canvas_take_picture (self, bytes, NULL, NULL, FALSE, FALSE, party, map_x, map_y);
      return TRUE;
    }
  if (G_VALUE_HOLDS_STRING (value))
    {
      coalition_canvas_take_text (self, g_value_get_string (value), map_x, map_y);
      return TRUE;
    }
  return FALSE;
}

/* What is dragged out of this program is not meant for it. */
static gboolean
accept_cb (CoalitionCanvas *self,
           GdkDrop         *drop,
           GtkDropTarget   *target)
{
  return gdk_drop_get_drag (drop) == NULL
         && gdk_content_formats_match (gdk_drop_get_formats (drop), gtk_drop_target_get_formats (target));
}

/**
 * coalition_canvas_add_drop:
 * @self: a canvas
 *
 * Lets pictures and text be dropped on the map.
 */
void
coalition_canvas_add_drop (CoalitionCanvas *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, GDK_TYPE_TEXTURE, G_TYPE_STRING };
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (drop, types, G_N_ELEMENTS (types));
  g_signal_connect_swapped (drop, "accept", G_CALLBACK (accept_cb), self);
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}
