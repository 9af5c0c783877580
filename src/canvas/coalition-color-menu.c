/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-color-menu.h"

#include "coalition-issue-choice.h"
#include "coalition-popover-room.h"

#include <glib/gi18n-lib.h>

/* In pixels; more choices are scrolled. */
#define MOST_HEIGHT 600

/* What a button stands for: "colour_by" or "size_by", the key, and the own field if there is one. */
#define KEY "coalition-key"
#define FIELD "coalition-field"

struct _CoalitionColorMenu
{
  GtkPopover parent_instance;

  GtkWidget *scrolled;
  GtkWidget *box;
  GtkWidget *busy;
  GtkWidget *issue_drop; /* beside the stance */

  CoalitionSession *session;
  GPtrArray *issues; /* ids, in the order of the list; the first is the campaign as a whole */
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (CoalitionColorMenu, coalition_color_menu, GTK_TYPE_POPOVER)

static CoalitionRecord *
get_view (CoalitionColorMenu *self)
{
  return self->session != NULL && coalition_session_get_campaign (self->session) != NULL
           ? coalition_session_get_view (self->session) : NULL;
}

/* The issue that is chosen, or NULL for the campaign as a whole. */
static CoalitionRecord *
get_issue (CoalitionColorMenu *self)
{
  guint index = self->issue_drop != NULL ? gtk_drop_down_get_selected (GTK_DROP_DOWN (self->issue_drop)) : 0;

  if (index == 0 || index >= self->issues->len)
    return NULL;
  return coalition_campaign_get_record (coalition_session_get_campaign (self->session), &coalition_kind_issue,
                                        self->issues->pdata[index]);
}

static void
colored_cb (CoalitionColorMenu *self,
            GtkCheckButton     *check)
{
  const char *key = g_object_get_data (G_OBJECT (check), KEY), *field = g_object_get_data (G_OBJECT (check), FIELD);
  CoalitionRecord *record = NULL;

  if (g_str_equal (key, "stance") && self->issue_drop != NULL)
    gtk_widget_set_sensitive (self->issue_drop, gtk_check_button_get_active (check));
  if (self->setting || !gtk_check_button_get_active (check) || get_view (self) == NULL)
    return;
  if (field != NULL)
    record = coalition_campaign_get_record (coalition_session_get_campaign (self->session), &coalition_kind_own_field, field);
  else if (g_str_equal (key, "stance"))
    record = get_issue (self);
  coalition_session_set_coloring (self->session, key, record);
}

static void
issue_cb (CoalitionColorMenu *self)
{
  if (!self->setting && get_view (self) != NULL)
    coalition_session_set_coloring (self->session, "stance", get_issue (self));
}

static void
sized_cb (CoalitionColorMenu *self,
          GtkCheckButton     *check)
{
  if (!self->setting && gtk_check_button_get_active (check) && get_view (self) != NULL)
    coalition_session_set_sizing (self->session, g_object_get_data (G_OBJECT (check), KEY));
}

static void
add_heading (CoalitionColorMenu *self,
             const char         *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  if (gtk_widget_get_first_child (self->box) != NULL)
    gtk_widget_set_margin_top (label, 8);
  gtk_box_append (GTK_BOX (self->box), label);
}

static GtkWidget *
add_check (CoalitionColorMenu *self,
           GtkWidget          *group,
           const char         *label,
           const char         *key,
           const char         *field,
           gboolean            active,
           GCallback           callback)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  if (group != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (group));
  g_object_set_data_full (G_OBJECT (check), KEY, g_strdup (key), g_free);
  g_object_set_data_full (G_OBJECT (check), FIELD, g_strdup (field), g_free);
  g_signal_connect_object (check, "toggled", callback, self, G_CONNECT_SWAPPED);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  gtk_box_append (GTK_BOX (self->box), check);
  return check;
}

static void
add_issues (CoalitionColorMenu *self,
            const char         *chosen,
            gboolean            sensitive)
{
  guint selected;
  GtkStringList *titles = coalition_issue_choice_list (coalition_session_get_campaign (self->session), _("On the campaign as a whole"),
                                                       chosen, self->issues, &selected);

  self->issue_drop = gtk_drop_down_new (G_LIST_MODEL (titles),
                                        gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->issue_drop), selected);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (self->issue_drop), self->issues->len > 8);
  gtk_widget_set_sensitive (self->issue_drop, sensitive);
  gtk_widget_set_margin_start (self->issue_drop, 28);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->issue_drop), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Stance on what"), -1);
  g_signal_connect_object (self->issue_drop, "notify::selected", G_CALLBACK (issue_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), self->issue_drop);
}

/* Own fields of parties: each is a choice of its own. */
static GtkWidget *
add_own_fields (CoalitionColorMenu *self,
                GtkWidget          *group,
                const char         *chosen)
{
  GListModel *records = coalition_campaign_get_records (coalition_session_get_campaign (self->session), &coalition_kind_own_field);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (CoalitionRecord) field = g_list_model_get_item (records, i);
      const char *id = coalition_record_get_id (field);

      if (g_strcmp0 (coalition_record_get_text (field, "kind"), coalition_kind_party.name) == 0)
        group = add_check (self, group, coalition_record_get_title (field), "own", id, g_strcmp0 (id, chosen) == 0,
                           G_CALLBACK (colored_cb));
    }
  return group;
}

static void
update_busy (CoalitionColorMenu *self)
{
  gboolean busy = coalition_color_menu_is_busy (self);

  gtk_widget_set_visible (self->busy, busy);
  gtk_spinner_set_spinning (GTK_SPINNER (gtk_widget_get_first_child (self->busy)), busy);
}

/* The buttons, anew: issues and own fields come and go. */
static void
shown_cb (CoalitionColorMenu *self)
{
  const CoalitionChoice *colors = coalition_kind_find_field (&coalition_kind_view, "colour_by")->choices;
  const CoalitionChoice *sizes = coalition_kind_find_field (&coalition_kind_view, "size_by")->choices;
  CoalitionRecord *view = get_view (self);
  GtkWidget *child, *group = NULL, *focus = NULL;
  const char *color, *size, *field;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  self->issue_drop = NULL;
  if (view == NULL)
    return;
  coalition_popover_room_limit (GTK_POPOVER (self), GTK_SCROLLED_WINDOW (self->scrolled), MOST_HEIGHT);
  self->setting = TRUE;
  color = coalition_record_get_text (view, "colour_by");
  size = coalition_record_get_text (view, "size_by");
  field = g_strcmp0 (color, "own") == 0 ? coalition_record_get_text (view, "field") : NULL;
  add_heading (self, _("Color by"));
  for (int i = 0; colors[i].key != NULL; i++)
    {
      gboolean active = color != NULL ? g_str_equal (color, colors[i].key) : i == 0;

      if (g_str_equal (colors[i].key, "own"))
        continue;
      group = add_check (self, group, _(colors[i].label), colors[i].key, NULL, active, G_CALLBACK (colored_cb));
      if (active)
        focus = group;
      if (g_str_equal (colors[i].key, "stance"))
        add_issues (self, coalition_record_get_text (view, "issue"), active);
    }
  add_own_fields (self, group, field);
  add_heading (self, _("Size by"));
  group = NULL;
  for (int i = 0; sizes[i].key != NULL; i++)
    group = add_check (self, group, _(sizes[i].label), sizes[i].key, NULL,
                       size != NULL ? g_str_equal (size, sizes[i].key) : i == 0, G_CALLBACK (sized_cb));
  self->setting = FALSE;
  update_busy (self);
  if (focus != NULL)
    gtk_widget_grab_focus (focus);
}

static void
coalition_color_menu_dispose (GObject *object)
{
  CoalitionColorMenu *self = COALITION_COLOR_MENU (object);

  if (gtk_popover_get_child (GTK_POPOVER (self)) != NULL)
    gtk_popover_set_child (GTK_POPOVER (self), NULL);
  g_clear_object (&self->session);
  g_clear_pointer (&self->issues, g_ptr_array_unref);
  G_OBJECT_CLASS (coalition_color_menu_parent_class)->dispose (object);
}

static void
coalition_color_menu_class_init (CoalitionColorMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coalition_color_menu_dispose;
}

static void
coalition_color_menu_init (CoalitionColorMenu *self)
{
  GtkWidget *whole = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *spinner = gtk_spinner_new (), *label = gtk_label_new (_("Computing…"));

  self->issues = g_ptr_array_new_with_free_func (g_free);
  self->scrolled = gtk_scrolled_window_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->box);
  gtk_box_append (GTK_BOX (whole), self->scrolled);
  self->busy = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (self->busy), spinner);
  gtk_box_append (GTK_BOX (self->busy), label);
  gtk_widget_set_visible (self->busy, FALSE);
  gtk_box_append (GTK_BOX (whole), self->busy);
  gtk_popover_set_child (GTK_POPOVER (self), whole);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  g_signal_connect (self, "show", G_CALLBACK (shown_cb), NULL);
}

/**
 * coalition_color_menu_set_session:
 * @self: a menu without a session
 * @session: the session
 *
 * Shows and sets the colors and sizes of the view of @session from now on.
 */
void
coalition_color_menu_set_session (CoalitionColorMenu *self,
                                  CoalitionSession   *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "encoding-changed", G_CALLBACK (update_busy), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "view-changed", G_CALLBACK (update_busy), self, G_CONNECT_SWAPPED);
}

/**
 * coalition_color_menu_dup_choice:
 * @self: a menu
 *
 * Returns: (transfer full): by what the view is colored, in a word
 */
char *
coalition_color_menu_dup_choice (CoalitionColorMenu *self)
{
  const CoalitionField *field = coalition_kind_find_field (&coalition_kind_view, "colour_by");
  CoalitionRecord *view = get_view (self);
  const char *color = view != NULL ? coalition_record_get_text (view, "colour_by") : NULL;

  if (g_strcmp0 (color, "own") == 0)
    {
      const char *id = coalition_record_get_text (view, "field");
      CoalitionRecord *own = id != NULL ? coalition_campaign_get_record (coalition_session_get_campaign (self->session),
                                                                         &coalition_kind_own_field, id) : NULL;

      if (own != NULL)
        return g_strdup (coalition_record_get_title (own));
    }
  if (g_strcmp0 (color, "trust") == 0)
    return g_strdup (_("Trust"));
  if (g_strcmp0 (color, "status") == 0)
    return g_strdup (_("Status"));
  return g_strdup (coalition_field_choice_label (field, color != NULL ? color : "level"));
}

/**
 * coalition_color_menu_is_busy:
 * @self: a menu
 *
 * Returns: whether the map still shows other colors or sizes than those of the view, because measures are computed
 */
gboolean
coalition_color_menu_is_busy (CoalitionColorMenu *self)
{
  CoalitionRecord *view = get_view (self);
  CoalitionEncoding *encoding = view != NULL ? coalition_session_get_encoding (self->session) : NULL;

  return encoding != NULL
         && (coalition_encoding_get_color_by (encoding) != coalition_color_by_from_text (coalition_record_get_text (view, "colour_by"))
             || coalition_encoding_get_size_by (encoding) != coalition_size_by_from_text (coalition_record_get_text (view, "size_by")));
}
