/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-session-private.h"

#include "coalition-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Views of the map: adding, ordering and deleting them, and what they say, each change as a command. */

/**
 * coalition_session_get_view:
 * @self: a session
 *
 * The view that is looked at.
 *
 * Returns: (transfer none) (nullable): the view, or %NULL if nothing is open
 */
CoalitionRecord *
coalition_session_get_view (CoalitionSession *self)
{
  return self->campaign != NULL ? coalition_campaign_get_view (self->campaign) : NULL;
}

static gint64
get_rank (CoalitionRecord *view)
{
  gint64 rank = 0;

  coalition_record_get_integer (view, "rank", &rank);

  return rank;
}

static int
compare_rank (gconstpointer a,
              gconstpointer b)
{
  gint64 first = get_rank (*(CoalitionRecord *const *) a), second = get_rank (*(CoalitionRecord *const *) b);

  return (first > second) - (first < second);
}

/**
 * coalition_session_list_views:
 * @self: a session
 *
 * The views of the campaign in the order that the person gave them; those without a place in the order of entry.
 *
 * Returns: (transfer container) (element-type CoalitionRecord): the views
 */
GPtrArray *
coalition_session_list_views (CoalitionSession *self)
{
  GPtrArray *views = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *records = self->campaign != NULL ? coalition_campaign_get_records (self->campaign, &coalition_kind_view) : NULL;
  guint n_records = records != NULL ? g_list_model_get_n_items (records) : 0;

  for (guint i = 0; i < n_records; i++)
    {
      g_autoptr (CoalitionRecord) record = g_list_model_get_item (records, i);

      /* What is being deleted may still be in the list. */
      if (coalition_campaign_get_record (self->campaign, &coalition_kind_view, coalition_record_get_id (record)) == record)
        g_ptr_array_add (views, g_steal_pointer (&record));
    }
  /* A merge sort: what is equal keeps its order. */
  g_ptr_array_sort (views, compare_rank);

  return views;
}

/* Copies the fields of a record into one that the command adds, but for those that differ. */
static void
copy_fields (CoalitionCommand *command,
             CoalitionRecord  *record,
             const char       *id,
             const char       *view_id)
{
  const CoalitionKind *kind = coalition_record_get_kind (record);

  coalition_command_insert (command, kind, id);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CoalitionValue *value = coalition_record_get_value (record, i);

      if (value->type != COALITION_VALUE_NULL)
        coalition_command_set (command, kind, id, &kind->fields[i], value);
    }
  if (view_id != NULL)
    coalition_command_set_text (command, kind, id, "view", view_id);
}

/* Copies what lies on a view: places have ids made of what they place, notes and pictures new ones. */
static void
copy_contents (CoalitionSession *self,
               CoalitionCommand *command,
               const char       *from,
               const char       *to)
{
  static const struct { const CoalitionKind *kind; const char *placed; } contents[] = {
    { &coalition_kind_position, "party" }, { &coalition_kind_forum_position, "forum" },
    { &coalition_kind_note, NULL }, { &coalition_kind_picture, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (GPtrArray) records = coalition_campaign_get_referring (self->campaign, contents[i].kind, "view", from);

      for (guint j = 0; j < records->len; j++)
        {
          CoalitionRecord *record = records->pdata[j];
          g_autofree char *id = contents[i].placed != NULL
                                ? coalition_position_id (to, coalition_record_get_text (record, contents[i].placed))
                                : coalition_uuid ();

          copy_fields (command, record, id, to);
        }
    }
}

typedef struct
{
  CoalitionSession *session;
  char *id;
} Added;

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Added *added = data;
  CoalitionSession *self = added->session;
  CoalitionRecord *view = NULL;
  g_autoptr (GError) error = NULL;

  if (!coalition_campaign_run_finish (COALITION_CAMPAIGN (source), result, &error))
    coalition_session_tell_error (self, _("The view was not added"), error);
  else if (self->campaign == COALITION_CAMPAIGN (source))
    view = coalition_campaign_get_record (self->campaign, &coalition_kind_view, added->id);
  if (view != NULL)
    coalition_session_set_view (self, view);
  g_object_unref (added->session);
  g_free (added->id);
  g_free (added);
}

/**
 * coalition_session_add_view:
 * @self: a session with a campaign
 * @name: its name; one that is only white space adds nothing
 *
 * Adds a view that is a copy of the current one with all its places, notes, pictures and settings, behind all others,
 * and looks at it when it is there.
 */
void
coalition_session_add_view (CoalitionSession *self,
                            const char       *name)
{
  CoalitionRecord *view = coalition_session_get_view (self);
  g_autoptr (GPtrArray) views = coalition_session_list_views (self);
  g_autofree char *stripped = g_strstrip (g_strdup (name));
  const CoalitionKind *kind = &coalition_kind_view;
  CoalitionCommand *command;
  Added *added;
  gint64 last;

  if (*stripped == '\0' || view == NULL)
    return;
  last = get_rank (views->pdata[views->len - 1]);
  command = coalition_command_new (N_("Add the view %s"), stripped, NULL);
  added = g_new0 (Added, 1);
  added->session = g_object_ref (self);
  added->id = coalition_uuid ();
  copy_fields (command, view, added->id, NULL);
  coalition_command_set_text (command, kind, added->id, "name", stripped);
  coalition_command_set_integer (command, kind, added->id, "rank", last + 1);
  copy_contents (self, command, coalition_record_get_id (view), added->id);
  coalition_session_run_then (self, command, NULL, added_cb, added);
}

/**
 * coalition_session_move_view:
 * @self: a session with a campaign
 * @view: a view
 * @by: places by which it moves towards the end, or if negative towards the beginning
 *
 * Gives a view another place among the views.
 */
void
coalition_session_move_view (CoalitionSession *self,
                             CoalitionRecord  *view,
                             int               by)
{
  g_autoptr (GPtrArray) views = coalition_session_list_views (self);
  g_autoptr (CoalitionRecord) kept = g_object_ref (view);
  CoalitionCommand *command;
  guint from;
  int to;

  if (!g_ptr_array_find (views, view, &from))
    return;
  to = CLAMP ((int) from + by, 0, (int) views->len - 1);
  if (to == (int) from)
    return;
  g_ptr_array_remove_index (views, from);
  g_ptr_array_insert (views, to, g_object_ref (view));
  command = coalition_command_new (N_("Move the view %s"), coalition_record_get_title (view), NULL);
  for (guint i = 0; i < views->len; i++)
    if (get_rank (views->pdata[i]) != i)
      coalition_command_set_integer (command, &coalition_kind_view, coalition_record_get_id (views->pdata[i]), "rank", i);
  coalition_session_run (self, command, NULL);
}

/**
 * coalition_session_delete_view:
 * @self: a session with a campaign
 * @view: a view
 *
 * Deletes a view with its places, notes and pictures; the one beside it is looked at then. The last one stays, which the
 * person is told.
 */
void
coalition_session_delete_view (CoalitionSession *self,
                               CoalitionRecord  *view)
{
  g_autoptr (GPtrArray) views = coalition_session_list_views (self);
  g_autoptr (GPtrArray) pictures = NULL;
  g_autoptr (GHashTable) gone = g_hash_table_new (NULL, NULL);
  g_autofree char *toast = NULL;
  CoalitionCommand *command;
  guint index;

  if (!g_ptr_array_find (views, view, &index))
    return;
  if (views->len == 1)
    {
      coalition_session_tell (self, _("The last view stays: a campaign keeps at least one view of its map."), FALSE);
      return;
    }
  if (view == coalition_session_get_view (self))
    coalition_session_set_view (self, views->pdata[index > 0 ? index - 1 : 1]);
  command = coalition_command_new (N_("Delete the view %s"), coalition_record_get_title (view), NULL);
  coalition_command_delete (command, &coalition_kind_view, coalition_record_get_id (view));
  pictures = coalition_campaign_get_referring (self->campaign, &coalition_kind_picture, "view", coalition_record_get_id (view));
  for (guint i = 0; i < pictures->len; i++)
    g_hash_table_add (gone, pictures->pdata[i]);
  coalition_session_delete_images (self, command, gone);
  toast = g_strdup_printf (_("Deleted the view %s"), coalition_record_get_title (view));
  coalition_session_run (self, command, toast);
}

/* --- what a view says ------------------------------------------------------------------------------------------ */

static const char *
get_id (CoalitionRecord *record)
{
  return record != NULL ? coalition_record_get_id (record) : NULL;
}

/**
 * coalition_session_set_coloring:
 * @self: a session with a campaign
 * @colour_by: key of a choice of the field "colour_by" of views
 * @issue_or_field: (nullable): for "stance" the issue, or %NULL for the campaign as a whole; for "own" the own field
 *
 * Colors the map of the current view.
 */
void
coalition_session_set_coloring (CoalitionSession *self,
                                const char       *colour_by,
                                CoalitionRecord  *issue_or_field)
{
  static const char *const messages[] = {
    N_("Color by level"), N_("Color by kind"), N_("Color by tag"), N_("Color by constituency"), N_("Color by stance"),
    N_("Color by trust"), N_("Color by the status of our ties"), N_("Color by community"), N_("Color by an own field"),
  };
  CoalitionRecord *view = coalition_session_get_view (self);
  CoalitionColorBy by = coalition_color_by_from_text (colour_by);
  const CoalitionKind *kind = &coalition_kind_view;
  const char *issue, *field;
  CoalitionCommand *command;

  if (view == NULL)
    return;
  /* The issue also arranges the power map: only coloring by stance chooses another. */
  issue = by == COALITION_COLOR_BY_STANCE ? get_id (issue_or_field) : coalition_record_get_text (view, "issue");
  field = by == COALITION_COLOR_BY_OWN ? get_id (issue_or_field) : coalition_record_get_text (view, "field");
  if (coalition_color_by_from_text (coalition_record_get_text (view, "colour_by")) == by
      && g_strcmp0 (coalition_record_get_text (view, "issue"), issue) == 0
      && g_strcmp0 (coalition_record_get_text (view, "field"), field) == 0)
    return;
  command = coalition_command_new (messages[by], NULL);
  coalition_command_set_text (command, kind, get_id (view), "colour_by", colour_by);
  coalition_command_set_text (command, kind, get_id (view), "issue", issue);
  coalition_command_set_text (command, kind, get_id (view), "field", field);
  coalition_session_run (self, command, NULL);
}

/**
 * coalition_session_set_sizing:
 * @self: a session with a campaign
 * @size_by: key of a choice of the field "size_by" of views
 *
 * Sizes the parties of the current view.
 */
void
coalition_session_set_sizing (CoalitionSession *self,
                              const char       *size_by)
{
  static const char *const messages[] = {
    N_("Size all parties alike"), N_("Size by number of ties"), N_("Size by betweenness"), N_("Size by influence"),
    N_("Size by number of voices"),
  };
  CoalitionRecord *view = coalition_session_get_view (self);
  CoalitionSizeBy by = coalition_size_by_from_text (size_by);
  CoalitionCommand *command;

  if (view == NULL || coalition_size_by_from_text (coalition_record_get_text (view, "size_by")) == by)
    return;
  command = coalition_command_new (messages[by], NULL);
  coalition_command_set_text (command, &coalition_kind_view, get_id (view), "size_by", size_by);
  coalition_session_run (self, command, NULL);
}

static void
set_text (CoalitionSession *self,
          const char       *field,
          const char       *text,
          const char       *message)
{
  CoalitionRecord *view = coalition_session_get_view (self);
  CoalitionCommand *command;

  if (view == NULL || g_strcmp0 (coalition_record_get_text (view, field), text) == 0)
    return;
  command = coalition_command_new (message, NULL);
  coalition_command_set_text (command, &coalition_kind_view, get_id (view), field, text);
  coalition_session_run (self, command, NULL);
}

static void
set_flag (CoalitionSession *self,
          const char       *field,
          gboolean          flag,
          const char       *message)
{
  CoalitionRecord *view = coalition_session_get_view (self);
  CoalitionCommand *command;

  if (view == NULL || coalition_record_get_boolean (view, field) == !!flag)
    return;
  command = coalition_command_new (message, NULL);
  coalition_command_set_integer (command, &coalition_kind_view, get_id (view), field, !!flag);
  coalition_session_run (self, command, NULL);
}

/**
 * coalition_session_set_filter:
 * @self: a session with a campaign
 * @filter: (nullable): conditions, or %NULL for none
 *
 * Filters the map of the current view.
 */
void
coalition_session_set_filter (CoalitionSession *self,
                              CoalitionFilter  *filter)
{
  g_autofree char *text = filter != NULL ? coalition_filter_to_text (filter) : NULL;

  set_text (self, "filter", text, text != NULL ? N_("Filter the map") : N_("Take the filter away"));
}

/**
 * coalition_session_set_hides:
 * @self: a session with a campaign
 * @hides: whether what the filter leaves out is not there at all, instead of dimmed
 *
 * Chooses how the current view shows what its filter leaves out.
 */
void
coalition_session_set_hides (CoalitionSession *self,
                             gboolean          hides)
{
  set_flag (self, "hides", hides, hides ? N_("Hide what the filter leaves out") : N_("Dim what the filter leaves out"));
}

/**
 * coalition_session_set_routed:
 * @self: a session with a campaign
 * @routed: whether ties are led around parties
 *
 * Chooses how the current view draws ties.
 */
void
coalition_session_set_routed (CoalitionSession *self,
                              gboolean          routed)
{
  set_flag (self, "routed", routed, routed ? N_("Lead ties around parties") : N_("Draw ties without detours"));
}

/**
 * coalition_session_set_collapsed:
 * @self: a session with a campaign
 * @group_ids: (nullable) (array zero-terminated=1): ids of all groups that are to be collapsed
 *
 * Collapses groups of parties in the current view, and expands all others.
 */
void
coalition_session_set_collapsed (CoalitionSession  *self,
                                 const char *const *group_ids)
{
  CoalitionRecord *view = coalition_session_get_view (self);
  g_auto (GStrv) before = coalition_groups_list_ids (view != NULL ? coalition_record_get_text (view, "collapsed") : NULL);
  g_autofree char *text = coalition_groups_to_text (group_ids);
  guint n = group_ids != NULL ? g_strv_length ((GStrv) group_ids) : 0;

  set_text (self, "collapsed", text, n < g_strv_length (before) ? N_("Expand a group") : N_("Collapse a group"));
}

static gboolean
is_real (CoalitionRecord *record,
         const char      *field,
         double           number)
{
  double stored;

  return coalition_record_get_real (record, field, &stored) && fabs (stored - number) < 1e-6;
}

/**
 * coalition_session_keep_zoom:
 * @self: a session with a campaign
 * @keep: whether the view is to open at a zoom of its own, instead of showing all
 * @zoom: pixels per map unit
 * @x: the point in the middle of the window, in map units from the left
 * @y: the same from the top
 *
 * Keeps what is seen now with the current view, or forgets it.
 */
void
coalition_session_keep_zoom (CoalitionSession *self,
                             gboolean          keep,
                             double            zoom,
                             double            x,
                             double            y)
{
  CoalitionRecord *view = coalition_session_get_view (self);
  const CoalitionKind *kind = &coalition_kind_view;
  CoalitionCommand *command;
  double stored;

  if (view == NULL)
    return;
  if (keep && (!isfinite (zoom) || !isfinite (x) || !isfinite (y)
               || (is_real (view, "zoom", zoom) && is_real (view, "center_x", x) && is_real (view, "center_y", y))))
    return;
  if (!keep && !coalition_record_get_real (view, "zoom", &stored))
    return;
  command = coalition_command_new (keep ? N_("Keep the zoom of the view %s") : N_("Let the view %s show all"),
                                   coalition_record_get_title (view), NULL);
  if (keep)
    {
      coalition_command_set_real (command, kind, get_id (view), "zoom", zoom);
      coalition_command_set_real (command, kind, get_id (view), "center_x", x);
      coalition_command_set_real (command, kind, get_id (view), "center_y", y);
    }
  else
    {
      coalition_command_set_null (command, kind, get_id (view), "zoom");
      coalition_command_set_null (command, kind, get_id (view), "center_x");
      coalition_command_set_null (command, kind, get_id (view), "center_y");
    }
  coalition_session_run (self, command, NULL);
}
