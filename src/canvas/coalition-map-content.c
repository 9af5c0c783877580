/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-map-content.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Device pixels per map unit; a map of thousands of parties is made smaller until it fits into a picture. */
#define SCALE 2.0

#define PNG "image/png"
#define SVG "image/svg+xml"
#define URIS "text/uri-list"

/**
 * CoalitionMapContent:
 *
 * The network, encoding and frame are immutable or copies: the map is made of them in the thread that paints it.
 */
struct _CoalitionMapContent
{
  GdkContentProvider parent_instance;

  CoalitionNetwork *network;
  CoalitionEncoding *encoding;
  CoalitionPlace *places;
  GPtrArray *routes; /* of the ties, or NULL */
  gboolean *parties_out;
  gboolean *ties_out;
  gboolean *notes_out; /* NULL if all are wanted */
  gboolean *pictures_out;
  gboolean *parties_lit; /* those that pass a filter that dims the others, or NULL */
  gboolean *ties_lit;
  gboolean has_frame;
  CoalitionPowerFrame frame;
  char *issue;
  char *font;
  char *name; /* of the file */
  gboolean as_file;
  char *folder; /* where the file was written, or NULL */
};

G_DEFINE_FINAL_TYPE (CoalitionMapContent, coalition_map_content, GDK_TYPE_CONTENT_PROVIDER)

typedef struct {
  char *media_type;
  GOutputStream *stream;
} Writing;

static void
writing_free (Writing *writing)
{
  g_free (writing->media_type);
  g_object_unref (writing->stream);
  g_free (writing);
}

static CoalitionMap *
make_map (CoalitionMapContent *self)
{
  CoalitionMap *map = coalition_map_new (self->network, COALITION_MAP_LIGHT, self->font);
  guint n_parties;

  coalition_network_get_parties (self->network, &n_parties);
  coalition_map_set_encoding (map, self->encoding);
  for (guint i = 0; i < n_parties; i++)
    coalition_map_move (map, i, self->places[i].x, self->places[i].y);
  coalition_map_set_left_out (map, self->parties_out, self->ties_out);
  coalition_map_set_items_left_out (map, self->notes_out, self->pictures_out);
  coalition_map_set_lit (map, self->parties_lit, self->ties_lit);
  if (self->routes != NULL)
    coalition_map_set_routes (map, self->routes);
  coalition_map_set_power_frame (map, self->has_frame ? &self->frame : NULL, self->issue);
  return map;
}

static gboolean
write_picture (CoalitionMapContent  *self,
               const char           *media_type,
               const char           *path,
               GError              **error)
{
  g_autoptr (CoalitionMap) map = make_map (self);

  return g_str_equal (media_type, SVG) ? coalition_map_write_svg (map, path, error)
                                       : coalition_map_write_png_at_most (map, path, SCALE, error);
}

/* File managers take a file and copy it when they please: it stays as long as this does. */
static GBytes *
write_file (CoalitionMapContent  *self,
            GError              **error)
{
  g_autofree char *path = NULL, *uri = NULL;

  if (self->folder == NULL)
    self->folder = g_dir_make_tmp ("coalition-XXXXXX", error);
  if (self->folder == NULL)
    return NULL;
  path = g_build_filename (self->folder, self->name, NULL);
  if (!g_file_test (path, G_FILE_TEST_EXISTS) && !write_picture (self, PNG, path, error))
    return NULL;
  uri = g_filename_to_uri (path, NULL, error);
  return uri != NULL ? g_bytes_new_take (g_strconcat (uri, "\r\n", NULL), strlen (uri) + 2) : NULL;
}

/**
 * coalition_map_content_render:
 * @self: a content
 * @media_type: "image/png" or "image/svg+xml"
 * @error: return location for an error of COALITION_DRAWING_ERROR, or of writing
 *
 * Paints the picture. From any thread, one at a time.
 *
 * Returns: (transfer full) (nullable): the bytes of an image file
 */
GBytes *
coalition_map_content_render (CoalitionMapContent  *self,
                              const char           *media_type,
                              GError              **error)
{
  g_autofree char *folder = g_dir_make_tmp ("coalition-XXXXXX", error);
  g_autofree char *path = NULL;
  char *contents = NULL;
  gsize length = 0;
  gboolean success;

  if (folder == NULL)
    return NULL;
  path = g_build_filename (folder, "map", NULL);
  success = write_picture (self, media_type, path, error) && g_file_get_contents (path, &contents, &length, error);
  g_unlink (path);
  g_rmdir (folder);
  return success ? g_bytes_new_take (contents, length) : NULL;
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  CoalitionMapContent *self = COALITION_MAP_CONTENT (source);
  Writing *writing = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = g_str_equal (writing->media_type, URIS) ? write_file (self, &error)
                                                                     : coalition_map_content_render (self, writing->media_type, &error);

  if (bytes != NULL && g_output_stream_write_all (writing->stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL,
                                                  cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
coalition_map_content_write_async (GdkContentProvider  *provider,
                                   const char          *media_type,
                                   GOutputStream       *stream,
                                   int                  priority,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (provider, cancellable, callback, data);
  Writing *writing = g_new0 (Writing, 1);

  writing->media_type = g_strdup (media_type);
  writing->stream = g_object_ref (stream);
  g_task_set_priority (task, priority);
  g_task_set_task_data (task, writing, (GDestroyNotify) writing_free);
  g_task_run_in_thread (task, write_in_thread);
}

static gboolean
coalition_map_content_write_finish (GdkContentProvider  *provider,
                                    GAsyncResult        *result,
                                    GError             **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static GdkContentFormats *
coalition_map_content_ref_formats (GdkContentProvider *provider)
{
  static const char *types[] = { PNG, SVG, URIS };

  return gdk_content_formats_new (types, COALITION_MAP_CONTENT (provider)->as_file ? 3 : 2);
}

static void
coalition_map_content_finalize (GObject *object)
{
  CoalitionMapContent *self = COALITION_MAP_CONTENT (object);

  if (self->folder != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, self->name, NULL);

      g_unlink (path);
      g_rmdir (self->folder);
    }
  coalition_network_unref (self->network);
  g_clear_pointer (&self->encoding, coalition_encoding_unref);
  g_free (self->places);
  g_clear_pointer (&self->routes, g_ptr_array_unref);
  g_free (self->parties_out);
  g_free (self->ties_out);
  g_free (self->notes_out);
  g_free (self->pictures_out);
  g_free (self->parties_lit);
  g_free (self->ties_lit);
  g_free (self->issue);
  g_free (self->font);
  g_free (self->name);
  g_free (self->folder);
  G_OBJECT_CLASS (coalition_map_content_parent_class)->finalize (object);
}

static void
coalition_map_content_class_init (CoalitionMapContentClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = coalition_map_content_finalize;
  provider_class->ref_formats = coalition_map_content_ref_formats;
  provider_class->write_mime_type_async = coalition_map_content_write_async;
  provider_class->write_mime_type_finish = coalition_map_content_write_finish;
}

static void
coalition_map_content_init (CoalitionMapContent *self)
{
}

static gboolean *
flag_unselected (CoalitionScene   *scene,
                 CoalitionMapPart  part,
                 guint             n_items)
{
  gboolean *flags = g_new0 (gboolean, n_items + 1);

  for (guint i = 0; i < n_items; i++)
    flags[i] = !coalition_scene_is_item_selected (scene, part, i);
  return flags;
}

static void
leave_out_items (CoalitionMapContent *self,
                 CoalitionScene      *scene)
{
  guint n_notes, n_pictures;

  coalition_network_get_notes (self->network, &n_notes);
  coalition_network_get_pictures (self->network, &n_pictures);
  self->notes_out = flag_unselected (scene, COALITION_MAP_NOTE, n_notes);
  self->pictures_out = flag_unselected (scene, COALITION_MAP_PICTURE, n_pictures);
}

/* A filter that dims, dims on the picture too. What is lit because somebody looks at it is not of the map. */
static void
light_shown (CoalitionMapContent *self,
             CoalitionSession    *session,
             guint                n_parties,
             guint                n_ties)
{
  const gboolean *parties = coalition_session_get_shown_parties (session), *ties = coalition_session_get_shown_ties (session);

  if (coalition_session_get_network (session) != self->network)
    return;
  if (parties != NULL && n_parties > 0)
    self->parties_lit = g_memdup2 (parties, sizeof (gboolean) * n_parties);
  if (ties != NULL && n_ties > 0)
    self->ties_lit = g_memdup2 (ties, sizeof (gboolean) * n_ties);
}

/* Who is left out by the filter stays out; of the others, if only the selected are wanted, all that are not selected. */
static void
leave_out (CoalitionMapContent *self,
           CoalitionScene      *scene,
           gboolean             selected)
{
  CoalitionRecord *view = coalition_session_get_view (coalition_scene_get_session (scene));
  gboolean hides = view != NULL && coalition_record_get_boolean (view, "hides");
  const gboolean *shown_ties = hides ? coalition_session_get_shown_ties (coalition_scene_get_session (scene)) : NULL;
  guint n_parties = coalition_scene_get_n_parties (scene), n_ties;
  const CoalitionNetworkTie *ties = coalition_network_get_ties (self->network, &n_ties);

  self->parties_out = g_new0 (gboolean, n_parties + 1);
  self->ties_out = g_new0 (gboolean, n_ties + 1);
  for (guint i = 0; i < n_parties; i++)
    self->parties_out[i] = coalition_scene_is_left_out (scene, i) || (selected && !coalition_scene_is_selected (scene, i));
  for (guint i = 0; i < n_ties; i++)
    self->ties_out[i] = self->parties_out[ties[i].from] || self->parties_out[ties[i].to] || (shown_ties != NULL && !shown_ties[i]);
  if (selected)
    leave_out_items (self, scene);
  else if (!hides)
    light_shown (self, coalition_scene_get_session (scene), n_parties, n_ties);
}

/**
 * coalition_map_content_new:
 * @scene: a scene with a map
 * @selected: whether only the selected parties and the ties among them are wanted
 * @as_file: whether a file is offered too, for file managers
 *
 * Returns: (transfer full): what the map is now, as a picture to be
 */
GdkContentProvider *
coalition_map_content_new (CoalitionScene *scene,
                           gboolean        selected,
                           gboolean        as_file)
{
  CoalitionMapContent *self = g_object_new (COALITION_TYPE_MAP_CONTENT, NULL);
  CoalitionSession *session = coalition_scene_get_session (scene);
  CoalitionRecord *view = coalition_session_get_view (session), *issue = NULL;
  CoalitionCampaign *campaign = coalition_session_get_campaign (session);
  CoalitionEncoding *encoding = coalition_map_get_encoding (coalition_scene_get_map (scene));
  const char *title = coalition_record_get_title (coalition_campaign_get_campaign (campaign));

  self->network = coalition_network_ref (coalition_scene_get_network (scene));
  self->encoding = encoding != NULL ? coalition_encoding_ref (encoding) : NULL;
  self->places = coalition_scene_dup_places (scene);
  self->routes = coalition_scene_get_routes (scene) != NULL ? g_ptr_array_ref (coalition_scene_get_routes (scene)) : NULL;
  self->as_file = as_file;
  leave_out (self, scene, selected);
  if (!selected && view != NULL && g_strcmp0 (coalition_record_get_text (view, "layout"), "power") == 0)
    {
      self->has_frame = coalition_record_get_real (view, "frame_width", &self->frame.width)
                        && coalition_record_get_real (view, "frame_height", &self->frame.height);
      if (coalition_record_get_text (view, "issue") != NULL)
        issue = coalition_campaign_get_record (campaign, &coalition_kind_issue, coalition_record_get_text (view, "issue"));
      self->issue = issue != NULL ? g_strdup (coalition_record_get_title (issue)) : NULL;
    }
  /* Translators: the name of a file with the picture of a campaign's map. */
  self->name = g_strdup_printf (_("%s, map.png"), title != NULL && *title != '\0' ? title : _("Campaign"));
  g_strdelimit (self->name, "/\\:*?\"<>|\n\t", '-');
  return GDK_CONTENT_PROVIDER (self);
}
