/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-inspector.h"

#include "coalition-page.h"
#include "coalition-panels.h"

#include <glib/gi18n-lib.h>

/* Widths from the design: a record, and an agreement with its two columns. */
#define WIDTH 304
#define WIDE 364

/**
 * CoalitionInspector:
 *
 * Shows what is current in the session: a record, several selected records, or the campaign when nothing is. Property
 * "session". Pages are made in an idle moment, so that walking through the map with the arrow keys stays fast.
 */
struct _CoalitionInspector
{
  AdwBin parent_instance;

  CoalitionSession *session;
  GtkScrolledWindow *scrolled;
  CoalitionRecord *shown;
  gboolean several;
  char *to_name; /* id of a new record, to be named as soon as it is shown; or NULL */
  guint update_id;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CoalitionInspector, coalition_inspector, ADW_TYPE_BIN)

static GtkWidget *
get_page (CoalitionInspector *self)
{
  GtkWidget *child = gtk_scrolled_window_get_child (self->scrolled);

  return GTK_IS_VIEWPORT (child) ? gtk_viewport_get_child (GTK_VIEWPORT (child)) : child;
}

static void
set_page (CoalitionInspector *self,
          GtkWidget          *page)
{
  GtkWidget *viewport = gtk_viewport_new (NULL, NULL);

  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), TRUE);
  gtk_viewport_set_child (GTK_VIEWPORT (viewport), page);
  gtk_scrolled_window_set_child (self->scrolled, viewport);
  /* A record is read from its top. */
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
}

static void
update (CoalitionInspector *self)
{
  CoalitionCampaign *campaign = self->session != NULL ? coalition_session_get_campaign (self->session) : NULL;
  g_autoptr (GPtrArray) selected = NULL;
  CoalitionRecord *record;
  gboolean several;

  if (campaign == NULL)
    {
      g_clear_object (&self->shown);
      gtk_scrolled_window_set_child (self->scrolled, NULL);
      return;
    }
  selected = coalition_session_get_selected (self->session, NULL);
  record = coalition_session_get_current (self->session);
  /* An issue or agreement chosen in a panel is shown even while several parties stay selected. */
  several = selected->len > 1 && (record == NULL || g_ptr_array_find (selected, record, NULL));
  if (record == NULL)
    record = coalition_campaign_get_campaign (campaign);
  if (!several && !self->several && record == self->shown)
    return;

  coalition_inspector_commit (self);
  self->several = several;
  g_set_object (&self->shown, (several ? NULL : record));
  gtk_widget_set_size_request (GTK_WIDGET (self->scrolled), coalition_record_is (record, &coalition_kind_agreement) ? WIDE : WIDTH, -1);
  set_page (self, several ? coalition_several_page_new (self->session, selected) : coalition_page_new (self->session, record));
  if (!several && g_strcmp0 (self->to_name, coalition_record_get_id (record)) == 0)
    {
      g_clear_pointer (&self->to_name, g_free);
      coalition_page_rename (COALITION_PAGE (get_page (self)));
    }
}

static gboolean
update_cb (gpointer data)
{
  CoalitionInspector *self = data;

  self->update_id = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

static void
queue_update (CoalitionInspector *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, update_cb, self, NULL);
}

/* What can be done with several depends on whether they are collapsed in the view. */
static void
view_cb (CoalitionInspector *self)
{
  if (self->several)
    queue_update (self);
}

/* Another campaign: nothing of the old page may be used any more, so it goes at once. */
static void
campaign_cb (CoalitionInspector *self)
{
  g_clear_object (&self->shown);
  self->several = FALSE;
  gtk_scrolled_window_set_child (self->scrolled, NULL);
  queue_update (self);
}

static void
set_session (CoalitionInspector *self,
             CoalitionSession   *session)
{
  if (session == NULL)
    return;
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::current", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "view-changed", G_CALLBACK (view_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::campaign", G_CALLBACK (campaign_cb), self, G_CONNECT_SWAPPED);
  queue_update (self);
}

static void
coalition_inspector_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, COALITION_INSPECTOR (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coalition_inspector_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_SESSION:
      set_session (COALITION_INSPECTOR (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coalition_inspector_dispose (GObject *object)
{
  CoalitionInspector *self = COALITION_INSPECTOR (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_object (&self->shown);
  g_clear_object (&self->session);
  g_clear_pointer (&self->to_name, g_free);
  G_OBJECT_CLASS (coalition_inspector_parent_class)->dispose (object);
}

static void
coalition_inspector_class_init (CoalitionInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = coalition_inspector_get_property;
  object_class->set_property = coalition_inspector_set_property;
  object_class->dispose = coalition_inspector_dispose;

  /**
   * CoalitionInspector:session:
   *
   * What is open and selected.
   */
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, COALITION_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
coalition_inspector_init (CoalitionInspector *self)
{
  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (GTK_WIDGET (self->scrolled), WIDTH, -1);
  gtk_widget_set_vexpand (GTK_WIDGET (self->scrolled), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "inspector");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Inspector"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scrolled));
  coalition_panels_follow_dark (GTK_WIDGET (self));
}

/**
 * coalition_inspector_new:
 * @session: the session
 *
 * Makes an inspector.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
coalition_inspector_new (CoalitionSession *session)
{
  return g_object_new (COALITION_TYPE_INSPECTOR, "session", session, NULL);
}

/**
 * coalition_inspector_commit:
 * @self: an inspector
 *
 * Takes over what was typed and not yet entered; call it before the window closes.
 */
void
coalition_inspector_commit (CoalitionInspector *self)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  GtkWidget *page = get_page (self);

  /* What was typed into a record that is gone goes with it. */
  if (page == NULL || campaign == NULL || self->shown == NULL ||
      coalition_campaign_find_record (campaign, coalition_record_get_id (self->shown)) != self->shown)
    return;
  if (COALITION_IS_PAGE (page))
    coalition_page_commit (COALITION_PAGE (page));
}

/**
 * coalition_inspector_name_new:
 * @widget: something in an inspector that has just made a record
 * @id: (nullable): id of that record
 *
 * Lets the person name the record as soon as it is there and shown.
 */
void
coalition_inspector_name_new (GtkWidget  *widget,
                              const char *id)
{
  GtkWidget *inspector = gtk_widget_get_ancestor (widget, COALITION_TYPE_INSPECTOR);

  if (inspector == NULL)
    return;
  g_free (COALITION_INSPECTOR (inspector)->to_name);
  COALITION_INSPECTOR (inspector)->to_name = g_strdup (id);
}

/**
 * coalition_inspector_rename:
 * @self: an inspector
 *
 * Lets the person rename what is shown.
 */
void
coalition_inspector_rename (CoalitionInspector *self)
{
  update (self);
  if (COALITION_IS_PAGE (get_page (self)))
    coalition_page_rename (COALITION_PAGE (get_page (self)));
}

/**
 * coalition_inspector_focus:
 * @self: an inspector
 *
 * Moves the keyboard focus into the inspector.
 */
void
coalition_inspector_focus (CoalitionInspector *self)
{
  update (self);
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
find_inspector (GtkWidget *widget)
{
  if (COALITION_IS_INSPECTOR (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_inspector (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * coalition_inspector_present:
 * @widget: a widget of a window that has an inspector
 *
 * Shows the inspector of the window that @widget stands in, where it may be hidden, and moves the keyboard focus there.
 */
void
coalition_inspector_present (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *inspector = root != NULL ? find_inspector (GTK_WIDGET (root)) : NULL;

  if (inspector == NULL)
    return;
  if (G_IS_ACTION_GROUP (root) && g_action_group_has_action (G_ACTION_GROUP (root), "show-inspector"))
    g_action_group_change_action_state (G_ACTION_GROUP (root), "show-inspector", g_variant_new_boolean (TRUE));
  coalition_inspector_focus (COALITION_INSPECTOR (inspector));
}
