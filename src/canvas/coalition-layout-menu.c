/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-layout-menu.h"

#include "coalition-issue-choice.h"
#include "coalition-popover-room.h"

#include <glib/gi18n-lib.h>

/* In pixels; what does not fit is scrolled. */
#define MOST_HEIGHT 640

struct _CoalitionLayoutMenu
{
  GtkPopover parent_instance;

  GtkScrolledWindow *scrolled;
  GtkCheckButton *free_check;
  GtkCheckButton *levels_check;
  GtkCheckButton *rings_check;
  GtkCheckButton *center_check;
  GtkCheckButton *circle_check;
  GtkCheckButton *power_check;
  GtkDropDown *issue_drop;
  GtkCheckButton *unpinned_check;
  GtkCheckButton *selection_check;
  GtkCheckButton *all_check;
  GtkWidget *pin_box;
  GtkWidget *align_box;
  GtkCheckButton *routed_check;
  GtkCheckButton *snap_check;

  CoalitionScene *scene;
  CoalitionSession *session;
  GPtrArray *issues; /* ids, in the order of the list; the first is the campaign as a whole */
  char *center;      /* id of the party that the rings may be around */
  gboolean setting;
};

enum {
  PROP_0,
  PROP_SNAP,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (CoalitionLayoutMenu, coalition_layout_menu, GTK_TYPE_POPOVER)

static void
list_issues (CoalitionLayoutMenu *self,
             const char          *chosen)
{
  guint selected;
  g_autoptr (GtkStringList) titles = coalition_issue_choice_list (coalition_session_get_campaign (self->session),
                                                                  _("The campaign as a whole"), chosen, self->issues, &selected);

  gtk_drop_down_set_model (self->issue_drop, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->issue_drop, selected);
}

/* The rings may be around the one party that is selected, or else around the one they are around already. */
static void
offer_center (CoalitionLayoutMenu *self,
              CoalitionRecord     *view)
{
  g_autoptr (GPtrArray) parties = coalition_session_get_selected (self->session, &coalition_kind_party);
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  const char *id = parties != NULL && parties->len == 1 ? coalition_record_get_id (parties->pdata[0])
                                                        : coalition_record_get_text (view, "center");
  CoalitionRecord *party = id != NULL ? coalition_campaign_get_record (campaign, &coalition_kind_party, id) : NULL;
  g_autofree char *label = NULL;

  g_clear_pointer (&self->center, g_free);
  if (party == NULL || party == coalition_campaign_get_us (campaign))
    {
      gtk_widget_set_visible (GTK_WIDGET (self->center_check), FALSE);
      return;
    }
  self->center = g_strdup (id);
  /* Translators: a layout, with the party in its middle */
  label = g_strdup_printf (_("Rings around “%s”"), coalition_record_get_title (party));
  gtk_check_button_set_label (self->center_check, label);
  gtk_widget_set_visible (GTK_WIDGET (self->center_check), TRUE);
}

static GtkCheckButton *
find_check (CoalitionLayoutMenu *self,
            CoalitionRecord     *view)
{
  const char *layout = coalition_record_get_text (view, "layout"), *center = coalition_record_get_text (view, "center");

  if (g_strcmp0 (layout, "levels") == 0)
    return self->levels_check;
  if (g_strcmp0 (layout, "rings") == 0)
    return self->center != NULL && g_strcmp0 (center, self->center) == 0 ? self->center_check : self->rings_check;
  if (g_strcmp0 (layout, "circle") == 0)
    return self->circle_check;
  return g_strcmp0 (layout, "power") == 0 ? self->power_check : self->free_check;
}

/* The choice is the one of the view, and the selection is offered when there is one. */
static void
shown_cb (CoalitionLayoutMenu *self)
{
  CoalitionRecord *view = self->session != NULL ? coalition_session_get_view (self->session) : NULL;
  g_autoptr (GArray) selected = NULL;

  if (view == NULL)
    return;
  coalition_popover_room_limit (GTK_POPOVER (self), self->scrolled, MOST_HEIGHT);
  self->setting = TRUE;
  selected = coalition_scene_get_selected (self->scene);
  offer_center (self, view);
  list_issues (self, coalition_record_get_text (view, "issue"));
  gtk_check_button_set_active (find_check (self, view), TRUE);
  gtk_check_button_set_active (self->routed_check, coalition_record_get_boolean (view, "routed"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->selection_check), selected->len > 1);
  gtk_widget_set_sensitive (self->pin_box, selected->len > 0);
  gtk_widget_set_sensitive (self->align_box, selected->len > 1);
  if (selected->len <= 1 && gtk_check_button_get_active (self->selection_check))
    gtk_check_button_set_active (self->unpinned_check, TRUE);
  self->setting = FALSE;
}

static void
arrange_cb (CoalitionLayoutMenu *self)
{
  gboolean around = gtk_check_button_get_active (self->center_check);
  const char *layout = gtk_check_button_get_active (self->levels_check) ? "levels"
                       : gtk_check_button_get_active (self->rings_check) || around ? "rings"
                       : gtk_check_button_get_active (self->circle_check) ? "circle"
                       : gtk_check_button_get_active (self->power_check) ? "power" : "free";
  CoalitionArrangeScope scope = gtk_check_button_get_active (self->all_check) ? COALITION_ARRANGE_ALL
                                : gtk_check_button_get_active (self->selection_check) ? COALITION_ARRANGE_SELECTION
                                : COALITION_ARRANGE_UNPINNED;
  guint issue = gtk_drop_down_get_selected (self->issue_drop);

  gtk_popover_popdown (GTK_POPOVER (self));
  if (self->session == NULL || coalition_session_get_campaign (self->session) == NULL)
    return;
  coalition_session_arrange_with (self->session, layout, scope,
                                  g_str_equal (layout, "rings") ? (around ? self->center : "") : NULL,
                                  g_str_equal (layout, "power") && issue < self->issues->len ? self->issues->pdata[issue] : NULL);
}

static void
align_cb (CoalitionLayoutMenu *self,
          GtkWidget           *button)
{
  static const struct {
    const char *name;
    CoalitionAlignment alignment;
  } alignments[] = {
    { "left", COALITION_ALIGN_LEFT }, { "center", COALITION_ALIGN_CENTER }, { "right", COALITION_ALIGN_RIGHT },
    { "top", COALITION_ALIGN_TOP }, { "middle", COALITION_ALIGN_MIDDLE }, { "bottom", COALITION_ALIGN_BOTTOM },
    { "across", COALITION_DISTRIBUTE_ACROSS }, { "down", COALITION_DISTRIBUTE_DOWN },
  };

  for (int i = 0; i < (int) G_N_ELEMENTS (alignments); i++)
    if (g_str_equal (gtk_widget_get_name (button), alignments[i].name))
      coalition_scene_align (self->scene, alignments[i].alignment);
}

static void
pin_cb (CoalitionLayoutMenu *self)
{
  coalition_scene_pin (self->scene, TRUE);
}

static void
unpin_cb (CoalitionLayoutMenu *self)
{
  coalition_scene_pin (self->scene, FALSE);
}

static void
routed_cb (CoalitionLayoutMenu *self)
{
  if (!self->setting && self->session != NULL && coalition_session_get_campaign (self->session) != NULL)
    coalition_session_set_routed (self->session, gtk_check_button_get_active (self->routed_check));
}

static void
snap_cb (CoalitionLayoutMenu *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SNAP]);
}

static void
coalition_layout_menu_dispose (GObject *object)
{
  CoalitionLayoutMenu *self = COALITION_LAYOUT_MENU (object);

  if (gtk_popover_get_child (GTK_POPOVER (self)) != NULL)
    gtk_popover_set_child (GTK_POPOVER (self), NULL);
  g_clear_object (&self->scene);
  g_clear_object (&self->session);
  g_clear_pointer (&self->center, g_free);
  g_clear_pointer (&self->issues, g_ptr_array_unref);
  G_OBJECT_CLASS (coalition_layout_menu_parent_class)->dispose (object);
}

static void
coalition_layout_menu_get_property (GObject    *object,
                                    guint       id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  if (id == PROP_SNAP)
    g_value_set_boolean (value, gtk_check_button_get_active (COALITION_LAYOUT_MENU (object)->snap_check));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
coalition_layout_menu_set_property (GObject      *object,
                                    guint         id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  if (id == PROP_SNAP)
    gtk_check_button_set_active (COALITION_LAYOUT_MENU (object)->snap_check, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
coalition_layout_menu_class_init (CoalitionLayoutMenuClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = coalition_layout_menu_dispose;
  object_class->get_property = coalition_layout_menu_get_property;
  object_class->set_property = coalition_layout_menu_set_property;
  properties[PROP_SNAP] = g_param_spec_boolean ("snap", NULL, NULL, FALSE,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coalitionmap/Coalition/canvas/coalition-layout-menu.ui");
  gtk_widget_class_bind_template_child (widget_class, CoalitionLayoutMenu, scrolled);
  gtk_widget_class_bind_template_child (widget_class, CoalitionLayoutMenu, free_check);
  gtk_widget_class_bind_template_child (widget_class, CoalitionLayoutMenu, levels_check);
  gtk_widget_class_bind_template_child (widget_class, CoalitionLayoutMenu, rings_check);
  gtk_widget_class_bind_template_child (widget_class, CoalitionLayoutMenu, center_check);
  gtk_widget_class_bind_template_child (widget_class, CoalitionLayoutMenu, circle_check);
  gtk_widget_class_bind_template_child (widget_class, CoalitionLayoutMenu, power_check);
  gtk_widget_class_bind_template_child (widget_class, CoalitionLayoutMenu, issue_drop);
  gtk_widget_class_bind_template_child (widget_class, CoalitionLayoutMenu, unpinned_check);
  gtk_widget_class_bind_template_child (widget_class, CoalitionLayoutMenu, selection_check);
  gtk_widget_class_bind_template_child (widget_class, CoalitionLayoutMenu, all_check);
  gtk_widget_class_bind_template_child (widget_class, CoalitionLayoutMenu, pin_box);
  gtk_widget_class_bind_template_child (widget_class, CoalitionLayoutMenu, align_box);
  gtk_widget_class_bind_template_child (widget_class, CoalitionLayoutMenu, routed_check);
  gtk_widget_class_bind_template_child (widget_class, CoalitionLayoutMenu, snap_check);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, arrange_cb);
  gtk_widget_class_bind_template_callback (widget_class, align_cb);
  gtk_widget_class_bind_template_callback (widget_class, pin_cb);
  gtk_widget_class_bind_template_callback (widget_class, unpin_cb);
  gtk_widget_class_bind_template_callback (widget_class, routed_cb);
}

static void
coalition_layout_menu_init (CoalitionLayoutMenu *self)
{
  g_autoptr (GtkExpression) expression = NULL;

  self->issues = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_check_button_set_active (self->free_check, TRUE);
  gtk_check_button_set_active (self->unpinned_check, TRUE);
  expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  gtk_drop_down_set_expression (self->issue_drop, expression);
  g_signal_connect_object (self->snap_check, "toggled", G_CALLBACK (snap_cb), self, G_CONNECT_SWAPPED);
}

/**
 * coalition_layout_menu_set_scene:
 * @self: a menu without a scene
 * @scene: what is arranged
 *
 * Gives the menu something to arrange.
 */
void
coalition_layout_menu_set_scene (CoalitionLayoutMenu *self,
                                 CoalitionScene      *scene)
{
  g_return_if_fail (self->scene == NULL);

  self->scene = g_object_ref (scene);
  self->session = g_object_ref (coalition_scene_get_session (scene));
}

/**
 * coalition_layout_menu_dup_choice:
 * @self: a menu
 *
 * Returns: (transfer full): how the view was arranged last, in a word
 */
char *
coalition_layout_menu_dup_choice (CoalitionLayoutMenu *self)
{
  CoalitionRecord *view = self->session != NULL && coalition_session_get_campaign (self->session) != NULL
                            ? coalition_session_get_view (self->session) : NULL;
  const char *layout = view != NULL ? coalition_record_get_text (view, "layout") : NULL;

  if (g_strcmp0 (layout, "levels") == 0)
    return g_strdup (_("Levels"));
  if (g_strcmp0 (layout, "rings") == 0)
    return g_strdup (C_("layout", "Rings"));
  if (g_strcmp0 (layout, "circle") == 0)
    return g_strdup (_("Circle"));
  if (g_strcmp0 (layout, "power") == 0)
    return g_strdup (_("Power map"));
  return g_strdup (C_("layout", "Free"));
}
