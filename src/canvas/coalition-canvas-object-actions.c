/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-canvas-private.h"

#include <glib/gi18n-lib.h>

/* The verbs of forums, notes, pictures and groups, and of several parties at once.
 *
 * Action (parameter)             Key                 What it does
 * canvas.walk-items (i: 1, -1)   ] [                 walks through forums, notes and pictures
 * canvas.add-note                Shift+N             new note, its text asked in place
 * canvas.forum-of-selected       Ctrl+Shift+F        new forum of the selected, its name asked in place
 * canvas.draw-forum                                  takes the tool that draws around parties
 * canvas.add-to-forum (s: id)                        the selected become members of a forum
 * canvas.leave-forum (s: id)                         the selected are no members of it
 * canvas.select-members          Shift+]             selects the members of the selected forum
 * canvas.insert-picture                              asks for a file: a picture on the map
 * canvas.insert-background                           asks for a file: a picture under the map
 * canvas.party-picture                               asks for a file: logo or picture of the selected party
 * canvas.toggle-background                           puts the selected picture under everything, or brings it back
 * canvas.select-background (i)                       selects a background picture
 * canvas.resize (i: direction)   Alt+arrows          makes the selected note or picture larger or smaller
 * canvas.align-left, -center, -right, -top, -middle, -bottom
 * canvas.distribute-across, -down
 * canvas.snap                                        (stateful) keeps what is dragged to the grid; Shift does the opposite
 * canvas.duplicate               Ctrl+D              copies what is selected beside itself
 * canvas.merge                   Ctrl+M              makes one of the selected parties
 * canvas.show-near (i: steps)    1 2 3               shows only who is within so many steps of the selected; again: all
 * canvas.collapse (s: group)                         shows a group as one
 * canvas.collapse-selected       c                   shows the selected forum or parties as one
 * canvas.expand                  e                   shows the parties of the selected groups again
 * canvas.expand-all              Shift+E             shows the parties of all groups again
 * canvas.copy                    Ctrl+C              names, and a picture of the selected or of the whole map
 * canvas.copy-map                Ctrl+Shift+C        a picture of the whole map
 * canvas.paste                   Ctrl+V              a picture, parties from lines, a table
 */

#define RESIZE_STEP 12.0

/* Room that a note without text yet is taken to need, in map units from its top left corner. */
static const CoalitionBox note_room = { 0, 0, 150, 60 };

static CoalitionScene *
get_scene (GtkWidget *widget)
{
  CoalitionScene *scene = COALITION_CANVAS (widget)->scene;

  return scene != NULL && coalition_scene_get_map (scene) != NULL ? scene : NULL;
}

static void
walk_items_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  CoalitionScene *scene = get_scene (widget);
  CoalitionMapPart part;
  CoalitionBox box;
  guint index;

  if (scene == NULL)
    return;
  coalition_scene_walk_items (scene, g_variant_get_int32 (parameter));
  if (coalition_scene_get_item_focus (scene, &part, &index) && coalition_scene_get_item_box (scene, part, index, &box))
    coalition_canvas_reveal_box (COALITION_CANVAS (widget), &box);
}

static void
add_note_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  CoalitionScene *scene = get_scene (widget);
  g_autofree CoalitionBox *boxes = NULL;
  g_autofree CoalitionPlace *origins = NULL;
  CoalitionPlace place;
  guint n_boxes;

  if (scene == NULL)
    return;
  coalition_canvas_get_target_place (COALITION_CANVAS (widget), &place.x, &place.y);
  boxes = coalition_scene_dup_shown_boxes (scene, &n_boxes);
  origins = g_new0 (CoalitionPlace, n_boxes + 1);
  place = coalition_walk_find_free (boxes, origins, NULL, n_boxes, &note_room, place.x, place.y);
  coalition_canvas_reveal_box (COALITION_CANVAS (widget), &(CoalitionBox) { place.x, place.y, place.x + note_room.right, place.y + note_room.bottom });
  coalition_scene_ask_note (scene, NULL, &(CoalitionBox) { place.x, place.y, place.x, place.y });
}

static void
forum_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  CoalitionScene *scene = get_scene (widget);

  if (scene == NULL)
    return;
  if (g_str_equal (name, "canvas.draw-forum"))
    coalition_canvas_set_mode (COALITION_CANVAS (widget), COALITION_CANVAS_FORUM);
  else if (g_str_equal (name, "canvas.add-to-forum"))
    coalition_scene_add_to_forum (scene, g_variant_get_string (parameter, NULL));
  else if (g_str_equal (name, "canvas.leave-forum"))
    coalition_scene_leave_forum (scene, g_variant_get_string (parameter, NULL));
  else
    coalition_scene_ask_forum (scene);
}

static void
select_members_cb (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  CoalitionScene *scene = get_scene (widget);
  CoalitionRecord *current = scene != NULL ? coalition_session_get_current (coalition_scene_get_session (scene)) : NULL;
  g_autofree gboolean *flags = NULL;
  const CoalitionNetworkForum *forum;
  int index;

  if (current == NULL || !coalition_record_is (current, &coalition_kind_forum))
    return;
  index = coalition_network_find_forum (coalition_scene_get_network (scene), coalition_record_get_id (current));
  if (index < 0)
    return;
  forum = &coalition_network_get_forums (coalition_scene_get_network (scene), NULL)[index];
  flags = g_new0 (gboolean, coalition_scene_get_n_parties (scene) + 1);
  for (guint i = 0; i < forum->n_members; i++)
    flags[forum->members[i]] = TRUE;
  coalition_scene_select_flags (scene, flags, NULL, FALSE);
}

static void
insert_picture_cb (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  if (get_scene (widget) != NULL)
    coalition_canvas_choose_picture (COALITION_CANVAS (widget), name);
}

static void
toggle_background_cb (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  CoalitionScene *scene = get_scene (widget);
  CoalitionRecord *current = scene != NULL ? coalition_session_get_current (coalition_scene_get_session (scene)) : NULL;
  CoalitionCommand *command;
  gboolean background;

  if (current == NULL || !coalition_record_is (current, &coalition_kind_picture))
    return;
  background = !coalition_record_get_boolean (current, "background");
  command = coalition_command_new (background ? N_("Put a picture into the background") : N_("Bring a picture to the front"), NULL);
  coalition_command_set_integer (command, &coalition_kind_picture, coalition_record_get_id (current), "background", background);
  coalition_session_run (coalition_scene_get_session (scene), command, NULL);
}

static void
select_background_cb (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  CoalitionScene *scene = get_scene (widget);

  if (scene != NULL)
    coalition_scene_click (scene, COALITION_MAP_PICTURE, (guint) g_variant_get_int32 (parameter), FALSE);
}

static void
resize_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  CoalitionScene *scene = get_scene (widget);

  if (scene == NULL)
    return;
  switch (g_variant_get_int32 (parameter))
    {
    case COALITION_LEFT: coalition_scene_nudge_size (scene, -RESIZE_STEP, 0); break;
    case COALITION_RIGHT: coalition_scene_nudge_size (scene, RESIZE_STEP, 0); break;
    case COALITION_UP: coalition_scene_nudge_size (scene, 0, -RESIZE_STEP); break;
    case COALITION_DOWN: coalition_scene_nudge_size (scene, 0, RESIZE_STEP); break;
    default: break;
    }
}

static const struct {
  const char *action;
  CoalitionAlignment alignment;
} alignments[] = {
  { "canvas.align-left", COALITION_ALIGN_LEFT }, { "canvas.align-center", COALITION_ALIGN_CENTER },
  { "canvas.align-right", COALITION_ALIGN_RIGHT }, { "canvas.align-top", COALITION_ALIGN_TOP },
  { "canvas.align-middle", COALITION_ALIGN_MIDDLE }, { "canvas.align-bottom", COALITION_ALIGN_BOTTOM },
  { "canvas.distribute-across", COALITION_DISTRIBUTE_ACROSS }, { "canvas.distribute-down", COALITION_DISTRIBUTE_DOWN },
};

static void
align_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  CoalitionScene *scene = get_scene (widget);

  for (guint i = 0; scene != NULL && i < G_N_ELEMENTS (alignments); i++)
    if (g_str_equal (name, alignments[i].action))
      coalition_scene_align (scene, alignments[i].alignment);
}

static void
duplicate_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  CoalitionScene *scene = get_scene (widget);

  if (scene != NULL)
    coalition_scene_duplicate (scene);
}

static void
merge_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  CoalitionScene *scene = get_scene (widget);

  if (scene != NULL)
    coalition_scene_ask_merge (scene);
}

/* The same number again shows everybody. */
static void
show_near_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  CoalitionScene *scene = get_scene (widget);
  guint n_steps = (guint) g_variant_get_int32 (parameter);

  if (scene != NULL)
    coalition_scene_show_near (scene, coalition_scene_get_near (scene) == n_steps ? 0 : n_steps);
}

static void
collapse_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  CoalitionScene *scene = get_scene (widget);

  if (scene == NULL)
    return;
  if (g_str_equal (name, "canvas.collapse"))
    coalition_scene_collapse (scene, g_variant_get_string (parameter, NULL));
  else if (g_str_equal (name, "canvas.collapse-selected"))
    coalition_scene_collapse_selected (scene);
  else if (g_str_equal (name, "canvas.expand"))
    coalition_scene_expand_selected (scene);
  else
    coalition_scene_expand (scene, NULL);
}

static void
copy_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  if (get_scene (widget) != NULL)
    coalition_canvas_copy (COALITION_CANVAS (widget), g_str_equal (name, "canvas.copy-map"));
}

static void
paste_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  if (get_scene (widget) != NULL)
    coalition_canvas_paste (COALITION_CANVAS (widget));
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  static const guint arrows[][2] = {
    [COALITION_LEFT] = { GDK_KEY_Left, GDK_KEY_KP_Left },
    [COALITION_RIGHT] = { GDK_KEY_Right, GDK_KEY_KP_Right },
    [COALITION_UP] = { GDK_KEY_Up, GDK_KEY_KP_Up },
    [COALITION_DOWN] = { GDK_KEY_Down, GDK_KEY_KP_Down },
  };
  static const struct { guint key; GdkModifierType modifiers; const char *action; } plain[] = {
    { GDK_KEY_n, GDK_SHIFT_MASK, "canvas.add-note" },
    { GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "canvas.forum-of-selected" },
    { GDK_KEY_braceright, GDK_SHIFT_MASK, "canvas.select-members" },
    { GDK_KEY_d, GDK_CONTROL_MASK, "canvas.duplicate" },
    { GDK_KEY_m, GDK_CONTROL_MASK, "canvas.merge" },
    { GDK_KEY_c, 0, "canvas.collapse-selected" },
    { GDK_KEY_e, 0, "canvas.expand" },
    { GDK_KEY_e, GDK_SHIFT_MASK, "canvas.expand-all" },
    { GDK_KEY_c, GDK_CONTROL_MASK, "canvas.copy" },
    { GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "canvas.copy-map" },
    { GDK_KEY_v, GDK_CONTROL_MASK, "canvas.paste" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    gtk_widget_class_add_binding_action (widget_class, plain[i].key, plain[i].modifiers, plain[i].action, NULL);
  for (int i = 0; i < (int) G_N_ELEMENTS (arrows); i++)
    for (int j = 0; j < 2; j++)
      gtk_widget_class_add_binding_action (widget_class, arrows[i][j], GDK_ALT_MASK, "canvas.resize", "i", i);
  for (int i = 1; i <= 3; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + (guint) i, 0, "canvas.show-near", "i", i);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_bracketright, 0, "canvas.walk-items", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_bracketleft, 0, "canvas.walk-items", "i", -1);
}

/**
 * coalition_canvas_class_add_object_actions:
 * @widget_class: the class of the canvas
 *
 * Installs the verbs of what is no party, and those of several parties, with their keys.
 */
void
coalition_canvas_class_add_object_actions (GtkWidgetClass *widget_class)
{
  static const struct { const char *action; const char *type; GtkWidgetActionActivateFunc func; } actions[] = {
    { "canvas.walk-items", "i", walk_items_cb }, { "canvas.add-note", NULL, add_note_cb },
    { "canvas.forum-of-selected", NULL, forum_cb }, { "canvas.draw-forum", NULL, forum_cb }, { "canvas.add-to-forum", "s", forum_cb },
    { "canvas.leave-forum", "s", forum_cb }, { "canvas.select-members", NULL, select_members_cb },
    { "canvas.insert-picture", NULL, insert_picture_cb }, { "canvas.insert-background", NULL, insert_picture_cb },
    { "canvas.party-picture", NULL, insert_picture_cb }, { "canvas.toggle-background", NULL, toggle_background_cb },
    { "canvas.select-background", "i", select_background_cb }, { "canvas.resize", "i", resize_cb },
    { "canvas.duplicate", NULL, duplicate_cb }, { "canvas.merge", NULL, merge_cb },
    { "canvas.show-near", "i", show_near_cb }, { "canvas.collapse", "s", collapse_cb },
    { "canvas.collapse-selected", NULL, collapse_cb }, { "canvas.expand", NULL, collapse_cb },
    { "canvas.expand-all", NULL, collapse_cb }, { "canvas.copy", NULL, copy_cb },
    { "canvas.copy-map", NULL, copy_cb }, { "canvas.paste", NULL, paste_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].action, actions[i].type, actions[i].func);
  for (guint i = 0; i < G_N_ELEMENTS (alignments); i++)
    gtk_widget_class_install_action (widget_class, alignments[i].action, NULL, align_cb);
  gtk_widget_class_install_property_action (widget_class, "canvas.snap", "snap");
  bind_keys (widget_class);
}

/**
 * coalition_canvas_bind_settings:
 * @self: a canvas
 *
 * Keeps the person's choice to snap to the grid with the settings of the application, where it is installed.
 */
void
coalition_canvas_bind_settings (CoalitionCanvas *self)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = source != NULL ? g_settings_schema_source_lookup (source, "org.coalitionmap.Coalition", TRUE) : NULL;

  if (schema == NULL || !g_settings_schema_has_key (schema, "snap-to-grid"))
    return;
  self->settings = g_settings_new_full (schema, NULL, NULL);
  g_settings_bind (self->settings, "snap-to-grid", self, "snap", G_SETTINGS_BIND_DEFAULT);
}
