/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-canvas-private.h"

/* What Ctrl with an arrow moves, in map units; with Shift too it moves finely. */
#define NUDGE 10.0
#define FINE_NUDGE 1.0

#define ZOOM_STEP 1.25

/* Each action does nothing while there is nothing open. */
static CoalitionScene *
get_scene (GtkWidget *widget)
{
  CoalitionScene *scene = COALITION_CANVAS (widget)->scene;

  return scene != NULL && coalition_scene_get_map (scene) != NULL ? scene : NULL;
}

static void
walk_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  CoalitionCanvas *self = COALITION_CANVAS (widget);
  CoalitionScene *scene = get_scene (widget);
  int focus;

  if (scene == NULL)
    return;
  coalition_scene_walk (scene, g_variant_get_int32 (parameter), g_str_equal (name, "canvas.walk-extend"));
  focus = coalition_scene_get_focus (scene);
  if (focus >= 0)
    coalition_canvas_reveal_party (self, (guint) focus);
}

static void
nudge_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  CoalitionScene *scene = get_scene (widget);
  double step = g_str_equal (name, "canvas.nudge-fine") ? FINE_NUDGE : NUDGE;

  if (scene == NULL)
    return;
  switch (g_variant_get_int32 (parameter))
    {
    case COALITION_LEFT: coalition_scene_nudge (scene, -step, 0); break;
    case COALITION_RIGHT: coalition_scene_nudge (scene, step, 0); break;
    case COALITION_UP: coalition_scene_nudge (scene, 0, -step); break;
    case COALITION_DOWN: coalition_scene_nudge (scene, 0, step); break;
    default: break;
    }
}

/* Enter takes the other end of a tie that waits for one; else it opens what has the focus in the inspector, or the text
 * of a note. */
static void
inspect_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  CoalitionScene *scene = get_scene (widget);
  int focus = scene != NULL ? coalition_scene_get_focus (scene) : -1;
  CoalitionSession *session;
  CoalitionMapPart part;
  GtkRoot *root;
  guint index;

  if (scene == NULL)
    return;
  if (coalition_scene_get_tie_from (scene) >= 0)
    {
      if (focus >= 0)
        coalition_scene_take_tie (scene, focus);
      return;
    }
  session = coalition_scene_get_session (scene);
  /* A note is best read and written where it is. */
  if (coalition_scene_get_item_focus (scene, &part, &index) && part == COALITION_MAP_NOTE
      && coalition_scene_is_item_selected (scene, part, index) && g_str_equal (name, "canvas.activate"))
    {
      coalition_scene_ask_rename_record (scene, coalition_scene_get_item_id (scene, part, index));
      return;
    }
  if (coalition_session_get_current (session) == NULL && focus >= 0)
    coalition_session_select (session, coalition_scene_get_record (scene, focus), FALSE);
  root = gtk_widget_get_root (widget);
  if (G_IS_ACTION_GROUP (root) && g_action_group_has_action (G_ACTION_GROUP (root), "show-inspector"))
    g_action_group_change_action_state (G_ACTION_GROUP (root), "show-inspector", g_variant_new_boolean (TRUE));
}

static void
add_party_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  if (get_scene (widget) != NULL)
    coalition_canvas_ask_new_party (COALITION_CANVAS (widget));
}

static void
tie_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  CoalitionScene *scene = get_scene (widget);

  if (scene != NULL)
    coalition_scene_begin_tie (scene);
}

static void
rename_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  CoalitionScene *scene = get_scene (widget);
  g_autoptr (GArray) selected = scene != NULL ? coalition_scene_get_selected (scene) : NULL;

  CoalitionRecord *current;

  if (scene == NULL)
    return;
  current = coalition_session_get_current (coalition_scene_get_session (scene));
  if (selected->len == 1)
    coalition_scene_ask_rename (scene, g_array_index (selected, guint, 0));
  else if (selected->len == 0 && current != NULL && coalition_session_is_selected (coalition_scene_get_session (scene), current))
    coalition_scene_ask_rename_record (scene, coalition_record_get_id (current));
}

static void
delete_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  CoalitionScene *scene = get_scene (widget);

  if (scene != NULL)
    coalition_session_delete_selected (coalition_scene_get_session (scene));
}

static void
cancel_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  CoalitionCanvas *self = COALITION_CANVAS (widget);
  CoalitionScene *scene = get_scene (widget);

  if (self->tool != NULL)
    coalition_canvas_call_off (self);
  else if (scene == NULL || !coalition_scene_cancel (scene))
    coalition_canvas_set_mode (self, COALITION_CANVAS_SELECT);
}

static void
select_all_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  CoalitionScene *scene = get_scene (widget);

  if (scene != NULL)
    coalition_scene_select_all (scene);
}

static void
pin_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  CoalitionScene *scene = get_scene (widget);

  if (scene != NULL)
    coalition_scene_pin (scene, g_str_equal (name, "canvas.pin"));
}

static void
arrange_selection_cb (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  CoalitionScene *scene = get_scene (widget);

  if (scene != NULL)
    coalition_session_arrange (coalition_scene_get_session (scene), NULL, TRUE);
}

static void
zoom_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  CoalitionCanvas *self = COALITION_CANVAS (widget);

  if (g_str_equal (name, "canvas.zoom-in"))
    coalition_canvas_zoom_by (self, ZOOM_STEP);
  else if (g_str_equal (name, "canvas.zoom-out"))
    coalition_canvas_zoom_by (self, 1 / ZOOM_STEP);
  else if (g_str_equal (name, "canvas.zoom-normal"))
    coalition_canvas_zoom_by (self, 0);
  else
    coalition_canvas_fit (self, TRUE);
}

/* The menu comes up at the party that has the focus, as it does under the pointer. */
static void
menu_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  CoalitionCanvas *self = COALITION_CANVAS (widget);
  CoalitionScene *scene = get_scene (widget);
  int focus = scene != NULL ? coalition_scene_get_focus (scene) : -1;
  double x = gtk_widget_get_width (widget) / 2.0, y = gtk_widget_get_height (widget) / 2.0;
  CoalitionMapPart part;
  CoalitionBox box;
  guint index;

  if (scene == NULL)
    return;
  if (focus >= 0)
    {
      coalition_map_get_place (coalition_scene_get_map (scene), focus, &x, &y);
      coalition_viewport_to_widget (coalition_scene_get_viewport (scene), x, y, &x, &y);
    }
  if (coalition_scene_get_item_focus (scene, &part, &index) && coalition_scene_get_item_box (scene, part, index, &box))
    coalition_viewport_to_widget (coalition_scene_get_viewport (scene), (box.left + box.right) / 2, (box.top + box.bottom) / 2, &x, &y);
  coalition_canvas_popup_menu (self, x, y);
}

static void
bind (GtkWidgetClass  *widget_class,
      guint            key,
      guint            keypad_key,
      GdkModifierType  modifiers,
      const char      *action)
{
  /* Menus name the key that was bound last. */
  if (keypad_key != 0)
    gtk_widget_class_add_binding_action (widget_class, keypad_key, modifiers, action, NULL);
  gtk_widget_class_add_binding_action (widget_class, key, modifiers, action, NULL);
}

static void
bind_arrows (GtkWidgetClass  *widget_class,
             GdkModifierType  modifiers,
             const char      *action)
{
  static const guint keys[][2] = {
    [COALITION_LEFT] = { GDK_KEY_Left, GDK_KEY_KP_Left },
    [COALITION_RIGHT] = { GDK_KEY_Right, GDK_KEY_KP_Right },
    [COALITION_UP] = { GDK_KEY_Up, GDK_KEY_KP_Up },
    [COALITION_DOWN] = { GDK_KEY_Down, GDK_KEY_KP_Down },
  };

  for (int i = 0; i < (int) G_N_ELEMENTS (keys); i++)
    for (int j = 0; j < 2; j++)
      gtk_widget_class_add_binding_action (widget_class, keys[i][j], modifiers, action, "i", i);
}

/**
 * coalition_canvas_class_add_actions:
 * @widget_class: the class of the canvas
 *
 * Installs the verbs of the map and the keys that stand for them.
 */
void
coalition_canvas_class_add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "canvas.walk", "i", walk_cb);
  gtk_widget_class_install_action (widget_class, "canvas.walk-extend", "i", walk_cb);
  gtk_widget_class_install_action (widget_class, "canvas.nudge", "i", nudge_cb);
  gtk_widget_class_install_action (widget_class, "canvas.nudge-fine", "i", nudge_cb);
  gtk_widget_class_install_action (widget_class, "canvas.inspect", NULL, inspect_cb);
  gtk_widget_class_install_action (widget_class, "canvas.activate", NULL, inspect_cb);
  gtk_widget_class_install_action (widget_class, "canvas.add-party", NULL, add_party_cb);
  gtk_widget_class_install_action (widget_class, "canvas.tie", NULL, tie_cb);
  gtk_widget_class_install_action (widget_class, "canvas.rename", NULL, rename_cb);
  gtk_widget_class_install_action (widget_class, "canvas.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "canvas.cancel", NULL, cancel_cb);
  gtk_widget_class_install_action (widget_class, "canvas.select-all", NULL, select_all_cb);
  gtk_widget_class_install_action (widget_class, "canvas.pin", NULL, pin_cb);
  gtk_widget_class_install_action (widget_class, "canvas.unpin", NULL, pin_cb);
  gtk_widget_class_install_action (widget_class, "canvas.arrange-selection", NULL, arrange_selection_cb);
  gtk_widget_class_install_action (widget_class, "canvas.zoom-in", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "canvas.zoom-out", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "canvas.zoom-normal", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "canvas.fit", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "canvas.menu", NULL, menu_cb);
  gtk_widget_class_install_property_action (widget_class, "canvas.mode", "mode");

  bind_arrows (widget_class, 0, "canvas.walk");
  bind_arrows (widget_class, GDK_SHIFT_MASK, "canvas.walk-extend");
  bind_arrows (widget_class, GDK_CONTROL_MASK, "canvas.nudge");
  bind_arrows (widget_class, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "canvas.nudge-fine");
  bind (widget_class, GDK_KEY_Return, GDK_KEY_KP_Enter, 0, "canvas.activate");
  bind (widget_class, GDK_KEY_n, 0, 0, "canvas.add-party");
  bind (widget_class, GDK_KEY_t, 0, 0, "canvas.tie");
  bind (widget_class, GDK_KEY_F2, 0, 0, "canvas.rename");
  bind (widget_class, GDK_KEY_Delete, GDK_KEY_KP_Delete, 0, "canvas.delete");
  bind (widget_class, GDK_KEY_Escape, 0, 0, "canvas.cancel");
  bind (widget_class, GDK_KEY_a, 0, GDK_CONTROL_MASK, "canvas.select-all");
  bind (widget_class, GDK_KEY_equal, 0, 0, "canvas.zoom-in");
  bind (widget_class, GDK_KEY_plus, GDK_KEY_KP_Add, 0, "canvas.zoom-in");
  bind (widget_class, GDK_KEY_minus, GDK_KEY_KP_Subtract, 0, "canvas.zoom-out");
  bind (widget_class, GDK_KEY_0, GDK_KEY_KP_0, 0, "canvas.zoom-normal");
  bind (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, 0, "canvas.fit");
  bind (widget_class, GDK_KEY_Menu, 0, 0, "canvas.menu");
  bind (widget_class, GDK_KEY_F10, 0, GDK_SHIFT_MASK, "canvas.menu");
}
