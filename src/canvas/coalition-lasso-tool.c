/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-lasso-tool.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The line takes on a point only this far from the last, in pixels. */
#define STEP 4.0

struct _CoalitionLassoTool
{
  CoalitionTool parent_instance;

  CoalitionPress press;
  GArray *points; /* of CoalitionPlace, in pixels */
};

G_DEFINE_FINAL_TYPE (CoalitionLassoTool, coalition_lasso_tool, COALITION_TYPE_TOOL)

static void
coalition_lasso_tool_finalize (GObject *object)
{
  g_clear_pointer (&COALITION_LASSO_TOOL (object)->points, g_array_unref);
  G_OBJECT_CLASS (coalition_lasso_tool_parent_class)->finalize (object);
}

static gboolean
coalition_lasso_tool_begin (CoalitionTool        *tool,
                            CoalitionScene       *scene,
                            const CoalitionPress *press)
{
  CoalitionLassoTool *self = COALITION_LASSO_TOOL (tool);
  CoalitionPlace start = { press->x, press->y };

  self->press = *press;
  g_clear_pointer (&self->points, g_array_unref);
  self->points = g_array_new (FALSE, FALSE, sizeof (CoalitionPlace));
  g_array_append_val (self->points, start);
  return coalition_scene_get_map (scene) != NULL;
}

static void
coalition_lasso_tool_update (CoalitionTool  *tool,
                             CoalitionScene *scene,
                             double          dx,
                             double          dy)
{
  CoalitionLassoTool *self = COALITION_LASSO_TOOL (tool);
  CoalitionPlace point = { self->press.x + dx, self->press.y + dy };
  const CoalitionPlace *last = &g_array_index (self->points, CoalitionPlace, self->points->len - 1);

  if (hypot (point.x - last->x, point.y - last->y) >= STEP)
    g_array_append_val (self->points, point);
}

static void
coalition_lasso_tool_shift (CoalitionTool *tool,
                            double         dx,
                            double         dy)
{
  CoalitionLassoTool *self = COALITION_LASSO_TOOL (tool);

  self->press.x += dx;
  self->press.y += dy;
  for (guint i = 0; i < self->points->len; i++)
    {
      g_array_index (self->points, CoalitionPlace, i).x += dx;
      g_array_index (self->points, CoalitionPlace, i).y += dy;
    }
}

/* Whether a ray from the point crosses the line, closed, an odd number of times. */
static gboolean
is_inside (GArray *points,
           double  x,
           double  y)
{
  gboolean inside = FALSE;

  for (guint i = 0, j = points->len - 1; i < points->len; j = i++)
    {
      const CoalitionPlace *a = &g_array_index (points, CoalitionPlace, i), *b = &g_array_index (points, CoalitionPlace, j);

      if ((a->y > y) != (b->y > y) && x < (b->x - a->x) * (y - a->y) / (b->y - a->y) + a->x)
        inside = !inside;
    }
  return inside;
}

static void
take_inside (CoalitionLassoTool *self,
             CoalitionScene     *scene)
{
  CoalitionViewport *viewport = coalition_scene_get_viewport (scene);
  guint n_parties = coalition_scene_get_n_parties (scene), n_inside = 0;
  g_autofree gboolean *inside = g_new0 (gboolean, n_parties + 1);

  for (guint i = 0; i < n_parties; i++)
    {
      double x, y;

      coalition_map_get_place (coalition_scene_get_map (scene), i, &x, &y);
      coalition_viewport_to_widget (viewport, x, y, &x, &y);
      inside[i] = !coalition_scene_is_left_out (scene, i) && is_inside (self->points, x, y);
      n_inside += inside[i] ? 1 : 0;
    }
  if (n_inside == 0)
    {
      coalition_session_tell (coalition_scene_get_session (scene), _("There is no party inside: draw around those who meet"), FALSE);
      return;
    }
  coalition_scene_select_flags (scene, inside, NULL, self->press.extend);
  coalition_scene_ask_forum (scene);
}

static void
coalition_lasso_tool_end (CoalitionTool  *tool,
                          CoalitionScene *scene,
                          gboolean        moved)
{
  CoalitionLassoTool *self = COALITION_LASSO_TOOL (tool);

  if (moved)
    take_inside (self, scene);
  else if (coalition_scene_whole_part (self->press.part) == COALITION_MAP_PARTY)
    coalition_scene_click (scene, self->press.part, self->press.index, TRUE);
  else
    coalition_scene_ask_forum (scene);
}

static gboolean
coalition_lasso_tool_measure (CoalitionTool  *tool,
                              CoalitionScene *scene,
                              CoalitionBox   *box)
{
  CoalitionLassoTool *self = COALITION_LASSO_TOOL (tool);

  *box = (CoalitionBox) { INFINITY, INFINITY, -INFINITY, -INFINITY };
  for (guint i = 0; i < self->points->len; i++)
    {
      const CoalitionPlace *point = &g_array_index (self->points, CoalitionPlace, i);

      box->left = MIN (box->left, point->x);
      box->top = MIN (box->top, point->y);
      box->right = MAX (box->right, point->x);
      box->bottom = MAX (box->bottom, point->y);
    }
  return self->points->len > 1;
}

static void
coalition_lasso_tool_paint (CoalitionTool  *tool,
                            CoalitionScene *scene,
                            cairo_t        *cr)
{
  CoalitionLassoTool *self = COALITION_LASSO_TOOL (tool);
  CoalitionMapState state;

  coalition_scene_get_state (scene, &state);
  for (guint i = 0; i < self->points->len; i++)
    cairo_line_to (cr, g_array_index (self->points, CoalitionPlace, i).x, g_array_index (self->points, CoalitionPlace, i).y);
  cairo_close_path (cr);
  cairo_set_source_rgba (cr, state.accent[0], state.accent[1], state.accent[2], 0.12);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, state.accent[0], state.accent[1], state.accent[2], 0.9);
  cairo_set_line_width (cr, 1.5);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

static void
coalition_lasso_tool_class_init (CoalitionLassoToolClass *klass)
{
  CoalitionToolClass *tool_class = COALITION_TOOL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = coalition_lasso_tool_finalize;
  tool_class->begin = coalition_lasso_tool_begin;
  tool_class->update = coalition_lasso_tool_update;
  tool_class->shift = coalition_lasso_tool_shift;
  tool_class->end = coalition_lasso_tool_end;
  tool_class->measure = coalition_lasso_tool_measure;
  tool_class->paint = coalition_lasso_tool_paint;
  tool_class->cursor = "crosshair";
}

static void
coalition_lasso_tool_init (CoalitionLassoTool *self)
{
}

/**
 * coalition_lasso_tool_new:
 *
 * Returns: (transfer full): a tool that draws around the parties of a forum
 */
CoalitionTool *
coalition_lasso_tool_new (void)
{
  return g_object_new (COALITION_TYPE_LASSO_TOOL, NULL);
}
