/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-canvas-private.h"

#include <glib/gi18n-lib.h>

/* The menu of what is selected. It names what can be done now, and nothing else. */

/* More forums than this make no menu. */
#define MOST_FORUMS 20

static void
add (GMenu      *section,
     const char *label,
     const char *action)
{
  g_menu_append (section, label, action);
}

static void
add_with_target (GMenu      *section,
                 const char *label,
                 const char *action,
                 GVariant   *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (section, item);
}

static void
take_section (GMenu *menu,
              GMenu *section)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

static void
take_submenu (GMenu      *section,
              const char *label,
              GMenu      *submenu)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (submenu)) > 0)
    g_menu_append_submenu (section, label, G_MENU_MODEL (submenu));
  g_object_unref (submenu);
}

static GMenu *
make_align_menu (guint n_selected)
{
  GMenu *menu = g_menu_new (), *across = g_menu_new (), *down = g_menu_new (), *gaps = g_menu_new ();

  add (across, _("_Left Edges"), "canvas.align-left");
  add (across, _("_Centers"), "canvas.align-center");
  add (across, _("_Right Edges"), "canvas.align-right");
  add (down, _("_Top Edges"), "canvas.align-top");
  add (down, _("_Middles"), "canvas.align-middle");
  add (down, _("_Bottom Edges"), "canvas.align-bottom");
  if (n_selected > 2)
    {
      add (gaps, _("Equal Gaps _Across"), "canvas.distribute-across");
      add (gaps, _("Equal Gaps _Down"), "canvas.distribute-down");
    }
  take_section (menu, across);
  take_section (menu, down);
  take_section (menu, gaps);
  return menu;
}

static gboolean
is_member (const CoalitionNetworkForum *forum,
           CoalitionScene              *scene,
           gboolean                     all)
{
  guint n_inside = 0, n_selected = 0;

  for (guint i = 0; i < forum->n_members; i++)
    n_inside += coalition_scene_is_selected (scene, forum->members[i]) ? 1 : 0;
  for (guint i = 0; i < coalition_scene_get_n_parties (scene); i++)
    n_selected += coalition_scene_is_selected (scene, i) ? 1 : 0;
  return all ? n_inside == n_selected : n_inside > 0;
}

static GMenu *
make_forums_menu (CoalitionScene *scene,
                  gboolean        leave)
{
  GMenu *menu = g_menu_new ();
  guint n_forums;
  const CoalitionNetworkForum *forums = coalition_network_get_forums (coalition_scene_get_network (scene), &n_forums);

  for (guint i = 0; i < n_forums && g_menu_model_get_n_items (G_MENU_MODEL (menu)) < MOST_FORUMS; i++)
    if (leave ? is_member (&forums[i], scene, FALSE) : !is_member (&forums[i], scene, TRUE))
      {
        g_auto (GStrv) parts = g_strsplit (forums[i].name, "_", -1);
        g_autofree char *label = g_strjoinv ("__", parts);

        add_with_target (menu, label, leave ? "canvas.leave-forum" : "canvas.add-to-forum", g_variant_new_string (forums[i].id));
      }
  return menu;
}

static GMenu *
make_near_menu (CoalitionScene *scene)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *label = g_strdup_printf (ngettext ("Within _%u Step", "Within _%u Steps", i), i);

      add_with_target (menu, label, "canvas.show-near", g_variant_new_int32 ((gint32) i));
    }
  if (coalition_scene_get_near (scene) > 0)
    add_with_target (menu, _("_Everybody"), "canvas.show-near", g_variant_new_int32 (0));
  return menu;
}

/* All of the kind and of the level of the party that was chosen last, and the chosen themselves. */
static GMenu *
make_collapse_menu (CoalitionScene *scene,
                    GArray         *selected)
{
  static const char *const level_keys[] = { "affected", "connector", "organization" };
  static const char *const level_names[] = { N_("All Affected People"), N_("All Connectors"), N_("All Organizations") };
  const CoalitionNetworkParty *party = coalition_scene_get_party (scene, g_array_index (selected, guint, selected->len - 1));
  CoalitionCampaign *campaign = coalition_session_get_campaign (coalition_scene_get_session (scene));
  CoalitionRecord *record = coalition_campaign_get_record (campaign, &coalition_kind_party, party->id);
  const CoalitionField *field = coalition_kind_find_field (&coalition_kind_party, "kind");
  GMenu *menu = g_menu_new ();

  if (selected->len > 1)
    add (menu, _("The _Selected"), "canvas.collapse-selected");
  if (record == NULL)
    return menu;
  if (party->kind != NULL && field != NULL)
    {
      g_autofree char *kind = coalition_campaign_dup_display (campaign, record, field);
      /* Translators: %s is a kind of party, such as "Union". */
      g_autofree char *label = g_strdup_printf (_("All of the Kind “%s”"), kind);
      g_autofree char *id = g_strconcat ("kind:", party->kind, NULL);

      add_with_target (menu, label, "canvas.collapse", g_variant_new_string (id));
    }
  if (coalition_record_get_text (record, "level") != NULL)
    {
      g_autofree char *id = g_strconcat ("level:", level_keys[party->level], NULL);

      add_with_target (menu, _(level_names[party->level]), "canvas.collapse", g_variant_new_string (id));
    }
  return menu;
}

static void
add_places (CoalitionScene *scene,
            GMenu          *menu,
            GArray         *selected)
{
  GMenu *section = g_menu_new ();
  guint n_pinned = 0;

  for (guint i = 0; i < selected->len; i++)
    n_pinned += coalition_scene_get_party (scene, g_array_index (selected, guint, i))->pinned ? 1 : 0;
  if (n_pinned < selected->len)
    add (section, _("_Pin Here"), "canvas.pin");
  if (n_pinned > 0)
    add (section, _("_Unpin"), "canvas.unpin");
  if (selected->len > 1)
    {
      add (section, _("_Arrange Selection"), "canvas.arrange-selection");
      take_submenu (section, _("A_lign"), make_align_menu (selected->len));
    }
  take_section (menu, section);
}

static void
fill_for_parties (CoalitionScene *scene,
                  GMenu          *menu,
                  GArray         *selected)
{
  GMenu *first = g_menu_new (), *forums = g_menu_new (), *focus = g_menu_new (), *copies = g_menu_new (), *last = g_menu_new ();
  guint n_groups = 0;

  for (guint i = 0; i < selected->len; i++)
    n_groups += coalition_scene_get_party (scene, g_array_index (selected, guint, i))->members > 0 ? 1 : 0;
  if (n_groups > 0)
    add (first, _("_Expand"), "canvas.expand");
  add (first, _("_Details"), "canvas.inspect");
  if (selected->len == 1 && n_groups == 0)
    add (first, _("_Rename…"), "canvas.rename");
  if (selected->len <= 2 && n_groups == 0)
    add (first, _("_Tie To…"), "canvas.tie");
  take_section (menu, first);
  add_places (scene, menu, selected);

  add (forums, _("New _Forum of These…"), "canvas.forum-of-selected");
  take_submenu (forums, _("Add t_o Forum"), make_forums_menu (scene, FALSE));
  take_submenu (forums, _("Take Out o_f Forum"), make_forums_menu (scene, TRUE));
  take_section (menu, forums);

  take_submenu (focus, _("Sho_w Only"), make_near_menu (scene));
  if (n_groups == 0)
    take_submenu (focus, _("_Collapse"), make_collapse_menu (scene, selected));
  take_section (menu, focus);

  if (selected->len == 1 && n_groups == 0)
    add (copies, _("Logo or P_icture…"), "canvas.party-picture");
  add (copies, _("D_uplicate"), "canvas.duplicate");
  add (copies, _("Cop_y"), "canvas.copy");
  if (selected->len > 1)
    add (copies, _("_Merge…"), "canvas.merge");
  take_section (menu, copies);
  add (last, _("_Delete"), "canvas.delete");
  take_section (menu, last);
}

static void
fill_for_record (CoalitionScene  *scene,
                 GMenu           *menu,
                 CoalitionRecord *record)
{
  GMenu *first = g_menu_new (), *more = g_menu_new (), *last = g_menu_new ();

  if (coalition_record_is (record, &coalition_kind_note))
    add (first, _("_Edit Text"), "canvas.rename");
  add (first, _("_Details"), "canvas.inspect");
  if (coalition_record_is (record, &coalition_kind_forum))
    {
      add (first, _("_Rename…"), "canvas.rename");
      add (more, _("_Select Members"), "canvas.select-members");
      add (more, _("_Collapse"), "canvas.collapse-selected");
    }
  if (coalition_record_is (record, &coalition_kind_picture))
    {
      add (first, _("_Caption…"), "canvas.rename");
      add (more, coalition_record_get_boolean (record, "background") ? _("Bring to the _Front") : _("Put into the _Background"),
           "canvas.toggle-background");
    }
  if (coalition_record_is (record, &coalition_kind_note) || coalition_record_is (record, &coalition_kind_picture))
    add (more, _("D_uplicate"), "canvas.duplicate");
  add (last, _("_Delete"), "canvas.delete");
  take_section (menu, first);
  take_section (menu, more);
  take_section (menu, last);
}

static void
fill_for_ground (CoalitionCanvas *self,
                 GMenu           *menu,
                 double           x,
                 double           y)
{
  CoalitionRecord *view = coalition_session_get_view (self->session);
  const char *collapsed = view != NULL ? coalition_record_get_text (view, "collapsed") : NULL;
  GMenu *add_section = g_menu_new (), *pictures = g_menu_new (), *edit = g_menu_new (), *show = g_menu_new ();
  int background = coalition_scene_find_background (self->scene, x, y);

  add (add_section, _("_New Party…"), "canvas.add-party");
  add (add_section, _("New N_ote…"), "canvas.add-note");
  add (add_section, _("New _Forum…"), "canvas.draw-forum");
  take_section (menu, add_section);
  add (pictures, _("Insert _Picture…"), "canvas.insert-picture");
  if (background >= 0)
    add_with_target (pictures, _("Select _Background Picture"), "canvas.select-background", g_variant_new_int32 (background));
  else
    add (pictures, _("_Background Picture…"), "canvas.insert-background");
  take_section (menu, pictures);
  add (edit, _("P_aste"), "canvas.paste");
  add (edit, _("Cop_y Map as Picture"), "canvas.copy-map");
  add (edit, _("Select A_ll"), "canvas.select-all");
  take_section (menu, edit);
  if (coalition_scene_get_near (self->scene) > 0)
    add_with_target (show, _("Show _Everybody"), "canvas.show-near", g_variant_new_int32 (0));
  if (collapsed != NULL && *collapsed != '\0' && !g_str_equal (collapsed, "[]"))
    add (show, _("E_xpand All Groups"), "canvas.expand-all");
  add (show, _("_Snap to Grid"), "canvas.snap");
  add (show, _("_Whole Map"), "canvas.fit");
  take_section (menu, show);
}

/**
 * coalition_canvas_fill_menu:
 * @self: a canvas with a scene
 * @menu: an empty menu
 * @x: where it was asked for, in pixels
 * @y: where it was asked for, in pixels
 *
 * Puts into a menu what can be done with what is selected, or with the ground if nothing is.
 */
void
coalition_canvas_fill_menu (CoalitionCanvas *self,
                            GMenu           *menu,
                            double           x,
                            double           y)
{
  g_autoptr (GArray) parties = coalition_scene_get_selected (self->scene);
  g_autoptr (GPtrArray) selected = coalition_session_get_selected (self->session, NULL);

  if (parties->len > 0)
    fill_for_parties (self->scene, menu, parties);
  else if (selected->len > 0)
    fill_for_record (self->scene, menu, selected->pdata[selected->len - 1]);
  else
    fill_for_ground (self, menu, x, y);
}
