/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-scene.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * CoalitionPress:
 * @x: pixels
 * @y: pixels
 * @part: what was pressed
 * @index: of the party or tie
 * @extend: whether Shift or Ctrl was held
 *
 * Where a gesture began.
 */
typedef struct {
  double x;
  double y;
  CoalitionMapPart part;
  guint index;
  gboolean extend;
} CoalitionPress;

/**
 * CoalitionTool:
 *
 * One gesture with the pointer, and its state between press and release. A tool takes a press or leaves it to the next
 * one; it works on the scene alone, so that it can be tried without a display.
 */
#define COALITION_TYPE_TOOL (coalition_tool_get_type ())
G_DECLARE_DERIVABLE_TYPE (CoalitionTool, coalition_tool, COALITION, TOOL, GObject)

/**
 * CoalitionToolClass:
 * @begin: a press; returns whether the tool takes it
 * @update: the pointer has moved this far since the press, far enough to be meant
 * @shift: (nullable): the map was shifted this far under the pointer; the press goes with it
 * @end: the release; @moved tells whether @update was called
 * @cancel: the gesture was called off
 * @paint: paints over the map, in pixels
 * @measure: the pixels that @paint touches; returns %FALSE if there is nothing to paint
 * @cursor: name of the cursor while the tool works
 */
struct _CoalitionToolClass
{
  GObjectClass parent_class;

  gboolean (*begin)   (CoalitionTool *self, CoalitionScene *scene, const CoalitionPress *press);
  void     (*update)  (CoalitionTool *self, CoalitionScene *scene, double dx, double dy);
  void     (*shift)   (CoalitionTool *self, double dx, double dy);
  void     (*end)     (CoalitionTool *self, CoalitionScene *scene, gboolean moved);
  void     (*cancel)  (CoalitionTool *self, CoalitionScene *scene);
  gboolean (*measure) (CoalitionTool *self, CoalitionScene *scene, CoalitionBox *box);
  void     (*paint)   (CoalitionTool *self, CoalitionScene *scene, cairo_t *cr);
  const char *cursor;
};

gboolean    coalition_tool_begin      (CoalitionTool *self, CoalitionScene *scene, const CoalitionPress *press);
void        coalition_tool_update     (CoalitionTool *self, double dx, double dy);
void        coalition_tool_shift      (CoalitionTool *self, double dx, double dy);
void        coalition_tool_end        (CoalitionTool *self);
void        coalition_tool_cancel     (CoalitionTool *self);
gboolean    coalition_tool_is_active  (CoalitionTool *self);
gboolean    coalition_tool_has_moved  (CoalitionTool *self);
gboolean    coalition_tool_measure    (CoalitionTool *self, CoalitionBox *box);
void        coalition_tool_paint      (CoalitionTool *self, cairo_t *cr);
const char *coalition_tool_get_cursor (CoalitionTool *self);

G_END_DECLS
