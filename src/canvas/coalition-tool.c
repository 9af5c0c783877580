/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-tool.h"

#include <math.h>

/* A pointer that has moved less than this, in pixels, has clicked. */
#define THRESHOLD 5.0

typedef struct {
  CoalitionScene *scene; /* while the tool works, else NULL */
  gboolean moved;
} CoalitionToolPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CoalitionTool, coalition_tool, G_TYPE_OBJECT)

static void
finish (CoalitionTool *self)
{
  CoalitionToolPrivate *priv = coalition_tool_get_instance_private (self);

  if (priv->scene != NULL)
    coalition_scene_changed (priv->scene);
  g_clear_object (&priv->scene);
  priv->moved = FALSE;
}

static void
coalition_tool_dispose (GObject *object)
{
  CoalitionToolPrivate *priv = coalition_tool_get_instance_private (COALITION_TOOL (object));

  g_clear_object (&priv->scene);
  G_OBJECT_CLASS (coalition_tool_parent_class)->dispose (object);
}

static void
coalition_tool_class_init (CoalitionToolClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coalition_tool_dispose;
}

static void
coalition_tool_init (CoalitionTool *self)
{
}

/**
 * coalition_tool_begin:
 * @self: a tool
 * @scene: what it works on
 * @press: where the gesture begins
 *
 * Offers a press to the tool. A gesture of its own that was still under way is called off.
 *
 * Returns: whether it takes it
 */
gboolean
coalition_tool_begin (CoalitionTool        *self,
                      CoalitionScene       *scene,
                      const CoalitionPress *press)
{
  CoalitionToolPrivate *priv = coalition_tool_get_instance_private (self);

  coalition_tool_cancel (self);
  if (!COALITION_TOOL_GET_CLASS (self)->begin (self, scene, press))
    return FALSE;
  priv->scene = g_object_ref (scene);
  return TRUE;
}

/**
 * coalition_tool_update:
 * @self: a tool
 * @dx: pixels since the press
 * @dy: pixels since the press
 *
 * The pointer has moved. A trembling hand does not drag: the first few pixels do not count.
 */
void
coalition_tool_update (CoalitionTool *self,
                       double         dx,
                       double         dy)
{
  CoalitionToolPrivate *priv = coalition_tool_get_instance_private (self);

  if (priv->scene == NULL || (!priv->moved && hypot (dx, dy) < THRESHOLD))
    return;
  priv->moved = TRUE;
  COALITION_TOOL_GET_CLASS (self)->update (self, priv->scene, dx, dy);
  coalition_scene_changed (priv->scene);
}

/**
 * coalition_tool_shift:
 * @self: a tool
 * @dx: pixels to the right
 * @dy: pixels down
 *
 * The map was shifted under the pointer. What was pressed goes with it: the way from there is to be told anew with
 * coalition_tool_update().
 */
void
coalition_tool_shift (CoalitionTool *self,
                      double         dx,
                      double         dy)
{
  if (COALITION_TOOL_GET_CLASS (self)->shift != NULL)
    COALITION_TOOL_GET_CLASS (self)->shift (self, dx, dy);
}

/**
 * coalition_tool_end:
 * @self: a tool
 *
 * The pointer was released: what the gesture was for is done.
 */
void
coalition_tool_end (CoalitionTool *self)
{
  CoalitionToolPrivate *priv = coalition_tool_get_instance_private (self);

  if (priv->scene == NULL)
    return;
  COALITION_TOOL_GET_CLASS (self)->end (self, priv->scene, priv->moved);
  finish (self);
}

/**
 * coalition_tool_cancel:
 * @self: a tool
 *
 * Calls the gesture off, if there is one: all is as before the press.
 */
void
coalition_tool_cancel (CoalitionTool *self)
{
  CoalitionToolPrivate *priv = coalition_tool_get_instance_private (self);

  if (priv->scene == NULL)
    return;
  if (COALITION_TOOL_GET_CLASS (self)->cancel != NULL)
    COALITION_TOOL_GET_CLASS (self)->cancel (self, priv->scene);
  finish (self);
}

/**
 * coalition_tool_is_active:
 * @self: a tool
 *
 * Returns: whether it is between press and release
 */
gboolean
coalition_tool_is_active (CoalitionTool *self)
{
  CoalitionToolPrivate *priv = coalition_tool_get_instance_private (self);

  return priv->scene != NULL;
}

/**
 * coalition_tool_has_moved:
 * @self: a tool
 *
 * Returns: whether the pointer has moved far enough to be meant
 */
gboolean
coalition_tool_has_moved (CoalitionTool *self)
{
  CoalitionToolPrivate *priv = coalition_tool_get_instance_private (self);

  return priv->moved;
}

/**
 * coalition_tool_measure:
 * @self: a tool
 * @box: (out caller-allocates): pixels
 *
 * Gets what coalition_tool_paint() touches.
 *
 * Returns: %FALSE if there is nothing to paint
 */
gboolean
coalition_tool_measure (CoalitionTool *self,
                        CoalitionBox  *box)
{
  CoalitionToolPrivate *priv = coalition_tool_get_instance_private (self);

  return priv->scene != NULL && priv->moved && COALITION_TOOL_GET_CLASS (self)->measure != NULL
         && COALITION_TOOL_GET_CLASS (self)->measure (self, priv->scene, box);
}

/**
 * coalition_tool_paint:
 * @self: a tool
 * @cr: a context in pixels
 *
 * Paints what the gesture shows over the map.
 */
void
coalition_tool_paint (CoalitionTool *self,
                      cairo_t       *cr)
{
  CoalitionToolPrivate *priv = coalition_tool_get_instance_private (self);

  if (priv->scene != NULL && COALITION_TOOL_GET_CLASS (self)->paint != NULL)
    COALITION_TOOL_GET_CLASS (self)->paint (self, priv->scene, cr);
}

/**
 * coalition_tool_get_cursor:
 * @self: a tool
 *
 * Returns: (nullable): name of the cursor while it works
 */
const char *
coalition_tool_get_cursor (CoalitionTool *self)
{
  return COALITION_TOOL_GET_CLASS (self)->cursor;
}
