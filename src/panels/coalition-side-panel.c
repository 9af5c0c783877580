/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-side-panel.h"

#include "coalition-agreement-text.h"
#include "coalition-clock.h"
#include "coalition-panels.h"
#include "coalition-parties-panel.h"
#include "coalition-records-panel.h"

#include <glib/gi18n-lib.h>

/**
 * CoalitionSidePanel:
 *
 * The rail of panels and the panel chosen on it, bound to the session's property "panel". Property "session".
 */
struct _CoalitionSidePanel
{
  GtkBox parent_instance;

  CoalitionSession *session;
  GtkBox *rail;
  GtkStack *stack;
  GtkWidget *dot;
  GtkWidget *agreements_button;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The panels, in the order of the rail. */
static const struct
{
  const char *name;
  const char *label;
  const char *icon_name;
  GtkWidget *(*create) (CoalitionSession *session);
} panels[] = {
  { "parties", N_("Parties"), "coalition-parties-symbolic", coalition_parties_panel_new },
  { "listening", N_("Listening"), "coalition-listening-symbolic", coalition_listening_panel_new },
  { "issues", N_("Issues"), "coalition-issues-symbolic", coalition_issues_panel_new },
  { "agreements", N_("Agreements"), "coalition-agreements-symbolic", coalition_agreements_panel_new },
  { "network", N_("Network"), "coalition-network-symbolic", coalition_network_panel_new },
};

G_DEFINE_FINAL_TYPE (CoalitionSidePanel, coalition_side_panel, GTK_TYPE_BOX)

static void
toggled_cb (CoalitionSidePanel *self,
            GtkToggleButton    *button)
{
  if (gtk_toggle_button_get_active (button))
    g_object_set (self->session, "panel", g_object_get_data (G_OBJECT (button), "name"), NULL);
}

static void
panel_cb (CoalitionSidePanel *self)
{
  g_autofree char *panel = NULL;

  g_object_get (self->session, "panel", &panel, NULL);
  if (panel == NULL || gtk_stack_get_child_by_name (self->stack, panel) == NULL)
    return;
  gtk_stack_set_visible_child_name (self->stack, panel);
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->rail)); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (button), "name"), panel) == 0)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

static void
update_dot (CoalitionSidePanel *self)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  GListModel *agreements = campaign != NULL ? coalition_campaign_get_records (campaign, &coalition_kind_agreement) : NULL;
  guint n = agreements != NULL ? g_list_model_get_n_items (agreements) : 0, late = 0;
  g_autofree char *today = coalition_clock_today ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CoalitionRecord) agreement = g_list_model_get_item (agreements, i);

      late += coalition_agreement_days_late (agreement, today) > 0;
    }
  gtk_widget_set_visible (self->dot, late > 0);
  if (late > 0)
    text = g_strdup_printf (ngettext ("Agreements: %u review is late", "Agreements: %u reviews are late", late), late);
  gtk_widget_set_tooltip_text (self->agreements_button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->agreements_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "", -1);
}

static void
campaign_cb (CoalitionSidePanel *self)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);

  if (campaign != NULL)
    g_signal_connect_object (campaign, "changed", G_CALLBACK (update_dot), self, G_CONNECT_SWAPPED);
  update_dot (self);
}

static GtkWidget *
build_button (CoalitionSidePanel *self,
              guint               panel)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *image = gtk_image_new_from_icon_name (panels[panel].icon_name);
  GtkWidget *label = gtk_label_new (_(panels[panel].label));

  gtk_image_set_pixel_size (GTK_IMAGE (image), 18);
  gtk_widget_add_css_class (label, "caption");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), image);
  gtk_widget_set_halign (overlay, GTK_ALIGN_CENTER);
  if (g_str_equal (panels[panel].name, "agreements"))
    {
      self->agreements_button = button;
      self->dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      gtk_widget_set_halign (self->dot, GTK_ALIGN_END);
      gtk_widget_set_valign (self->dot, GTK_ALIGN_START);
      gtk_widget_add_css_class (self->dot, "late-dot");
      gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->dot);
    }
  gtk_box_append (GTK_BOX (box), overlay);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _(panels[panel].label), -1);
  g_object_set_data (G_OBJECT (button), "name", (gpointer) panels[panel].name);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled_cb), self);

  return button;
}

static void
coalition_side_panel_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    g_value_set_object (value, COALITION_SIDE_PANEL (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
coalition_side_panel_set_property (GObject      *object,
                                   guint         id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  if (id == PROP_SESSION)
    COALITION_SIDE_PANEL (object)->session = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
coalition_side_panel_constructed (GObject *object)
{
  CoalitionSidePanel *self = COALITION_SIDE_PANEL (object);
  GtkWidget *first = NULL;

  G_OBJECT_CLASS (coalition_side_panel_parent_class)->constructed (object);
  for (guint i = 0; i < G_N_ELEMENTS (panels); i++)
    {
      GtkWidget *button = build_button (self, i);

      if (first != NULL)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
      else
        first = button;
      gtk_box_append (self->rail, button);
      gtk_stack_add_named (self->stack, panels[i].create (self->session), panels[i].name);
    }
  g_signal_connect_object (self->session, "notify::panel", G_CALLBACK (panel_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::campaign", G_CALLBACK (campaign_cb), self, G_CONNECT_SWAPPED);
  panel_cb (self);
  campaign_cb (self);
}

static void
coalition_side_panel_dispose (GObject *object)
{
  g_clear_object (&COALITION_SIDE_PANEL (object)->session);
  G_OBJECT_CLASS (coalition_side_panel_parent_class)->dispose (object);
}

static void
coalition_side_panel_class_init (CoalitionSidePanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = coalition_side_panel_get_property;
  object_class->set_property = coalition_side_panel_set_property;
  object_class->constructed = coalition_side_panel_constructed;
  object_class->dispose = coalition_side_panel_dispose;

  /**
   * CoalitionSidePanel:session:
   *
   * What is open and selected.
   */
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, COALITION_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coalitionmap/Coalition/panels/coalition-side-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, CoalitionSidePanel, rail);
  gtk_widget_class_bind_template_child (widget_class, CoalitionSidePanel, stack);
}

static void
coalition_side_panel_init (CoalitionSidePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  coalition_panels_follow_dark (GTK_WIDGET (self));
}

/**
 * coalition_side_panel_new:
 * @session: the session
 *
 * Makes rail and panels.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
coalition_side_panel_new (CoalitionSession *session)
{
  return g_object_new (COALITION_TYPE_SIDE_PANEL, "session", session, NULL);
}

/**
 * coalition_side_panel_set_open:
 * @self: a side panel
 * @open: whether the panel is shown beside the rail
 *
 * Shows or hides the panel; the rail stays.
 */
void
coalition_side_panel_set_open (CoalitionSidePanel *self,
                               gboolean            open)
{
  g_return_if_fail (COALITION_IS_SIDE_PANEL (self));

  gtk_widget_set_visible (GTK_WIDGET (self->stack), open);
}
