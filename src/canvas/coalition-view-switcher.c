/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-view-switcher.h"

#include <glib/gi18n-lib.h>

#define VIEW "coalition-view"

struct _CoalitionViewSwitcher
{
  GtkPopover parent_instance;

  GtkStack *stack;
  GtkListBox *list;
  GtkWidget *up_button;
  GtkWidget *down_button;
  GtkWidget *delete_button;
  GtkCheckButton *zoom_check;
  GtkBox *extras;
  GtkLabel *name_head;
  GtkEntry *name_entry;
  GtkButton *name_button;

  CoalitionScene *scene;
  CoalitionSession *session;
  CoalitionRecord *renamed; /* the view whose name is asked, or NULL for a new one */
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (CoalitionViewSwitcher, coalition_view_switcher, GTK_TYPE_POPOVER)

static gboolean
has_campaign (CoalitionViewSwitcher *self)
{
  return self->session != NULL && coalition_session_get_campaign (self->session) != NULL;
}

/* The view that is chosen in the list, which need not be the one that is looked at. */
static CoalitionRecord *
get_chosen (CoalitionViewSwitcher *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? g_object_get_data (G_OBJECT (row), VIEW) : NULL;
}

static void
row_selected_cb (CoalitionViewSwitcher *self,
                 GtkListBoxRow         *row)
{
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;
  gboolean last = row == NULL || gtk_list_box_get_row_at_index (self->list, index + 1) == NULL;

  gtk_widget_set_sensitive (self->up_button, index > 0);
  gtk_widget_set_sensitive (self->down_button, !last);
  /* A campaign has one view at least. */
  gtk_widget_set_sensitive (self->delete_button, row != NULL && (index > 0 || !last));
}

static GtkWidget *
make_row (CoalitionRecord *view,
          gboolean         current)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (coalition_record_get_title (view));
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_opacity (check, current ? 1 : 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), VIEW, g_object_ref (view), g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, coalition_record_get_title (view),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, current ? _("The view that is shown") : "", -1);
  return row;
}

/* The list, anew, with the same view chosen as before if it is still there. */
static void
update (CoalitionViewSwitcher *self)
{
  g_autoptr (GPtrArray) views = NULL;
  CoalitionRecord *current, *chosen;
  gboolean focused, found = FALSE;
  GtkWidget *row;
  double zoom;

  if (!has_campaign (self) || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  chosen = get_chosen (self);
  focused = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  views = coalition_session_list_views (self->session);
  current = coalition_session_get_view (self->session);
  for (guint i = 0; i < views->len; i++)
    found = found || views->pdata[i] == chosen;
  if (!found)
    chosen = current;
  self->setting = TRUE;
  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < views->len; i++)
    {
      row = make_row (views->pdata[i], views->pdata[i] == current);
      gtk_list_box_append (self->list, row);
      if (views->pdata[i] == chosen)
        {
          gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
          if (focused)
            gtk_widget_grab_focus (row);
        }
    }
  row_selected_cb (self, gtk_list_box_get_selected_row (self->list));
  gtk_check_button_set_active (self->zoom_check, coalition_record_get_real (current, "zoom", &zoom));
  self->setting = FALSE;
}

static void
list_cb (CoalitionViewSwitcher *self)
{
  gtk_stack_set_visible_child_name (self->stack, "list");
  if (gtk_list_box_get_selected_row (self->list) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->list)));
}

static void
shown_cb (CoalitionViewSwitcher *self)
{
  gtk_list_box_unselect_all (self->list);
  update (self);
  if (!g_str_equal (gtk_stack_get_visible_child_name (self->stack), "name"))
    list_cb (self);
}

static void
closed_cb (CoalitionViewSwitcher *self)
{
  gtk_stack_set_visible_child_name (self->stack, "list");
}

static void
close_cb (CoalitionViewSwitcher *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
row_activated_cb (CoalitionViewSwitcher *self,
                  GtkListBoxRow         *row)
{
  CoalitionRecord *view = g_object_get_data (G_OBJECT (row), VIEW);

  gtk_popover_popdown (GTK_POPOVER (self));
  coalition_session_set_view (self->session, view);
}

static void
ask_name (CoalitionViewSwitcher *self,
          CoalitionRecord       *renamed,
          const char            *name)
{
  g_set_object (&self->renamed, renamed);
  gtk_label_set_text (self->name_head, renamed != NULL ? _("Rename the view") : _("New view, as this one is now"));
  gtk_button_set_label (self->name_button, renamed != NULL ? _("_Rename") : _("_Add"));
  gtk_editable_set_text (GTK_EDITABLE (self->name_entry), name);
  gtk_stack_set_visible_child_name (self->stack, "name");
  gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));
}

static void
new_cb (CoalitionViewSwitcher *self)
{
  g_autoptr (GPtrArray) views = coalition_session_list_views (self->session);
  /* Translators: the name of a new view of the map, with its number */
  g_autofree char *name = g_strdup_printf (_("View %u"), views->len + 1);

  ask_name (self, NULL, name);
}

static void
rename_cb (CoalitionViewSwitcher *self)
{
  CoalitionRecord *view = get_chosen (self);

  if (view != NULL)
    ask_name (self, view, coalition_record_get_title (view));
}

static void
named_cb (CoalitionViewSwitcher *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_entry))));

  if (*name == '\0')
    {
      gtk_widget_error_bell (GTK_WIDGET (self->name_entry));
      return;
    }
  if (self->renamed == NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      coalition_session_add_view (self->session, name);
      return;
    }
  if (g_strcmp0 (name, coalition_record_get_title (self->renamed)) != 0)
    coalition_session_rename (self->session, self->renamed, name);
  list_cb (self);
}

static void
up_cb (CoalitionViewSwitcher *self)
{
  if (get_chosen (self) != NULL)
    coalition_session_move_view (self->session, get_chosen (self), -1);
}

static void
down_cb (CoalitionViewSwitcher *self)
{
  if (get_chosen (self) != NULL)
    coalition_session_move_view (self->session, get_chosen (self), 1);
}

static void
delete_cb (CoalitionViewSwitcher *self)
{
  if (get_chosen (self) != NULL && gtk_widget_get_sensitive (self->delete_button))
    coalition_session_delete_view (self->session, get_chosen (self));
}

/* What is seen: the zoom, and the place in the middle. */
static void
zoom_cb (CoalitionViewSwitcher *self)
{
  CoalitionViewport *viewport;
  double width, height, x, y;

  if (self->setting || !has_campaign (self))
    return;
  viewport = coalition_scene_get_viewport (self->scene);
  coalition_viewport_get_size (viewport, &width, &height);
  coalition_viewport_to_map (viewport, width / 2, height / 2, &x, &y);
  coalition_session_keep_zoom (self->session, gtk_check_button_get_active (self->zoom_check),
                               coalition_viewport_get_zoom (viewport), x, y);
}

static gboolean
key_cb (CoalitionViewSwitcher *self,
        guint                  key,
        guint                  code,
        GdkModifierType        modifiers)
{
  modifiers &= GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK;
  if (modifiers == 0 && key == GDK_KEY_F2)
    rename_cb (self);
  else if (modifiers == 0 && (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete))
    delete_cb (self);
  else if (modifiers == GDK_ALT_MASK && key == GDK_KEY_Up)
    up_cb (self);
  else if (modifiers == GDK_ALT_MASK && key == GDK_KEY_Down)
    down_cb (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
coalition_view_switcher_dispose (GObject *object)
{
  CoalitionViewSwitcher *self = COALITION_VIEW_SWITCHER (object);

  if (gtk_popover_get_child (GTK_POPOVER (self)) != NULL)
    gtk_popover_set_child (GTK_POPOVER (self), NULL);
  g_clear_object (&self->scene);
  g_clear_object (&self->session);
  g_clear_object (&self->renamed);
  G_OBJECT_CLASS (coalition_view_switcher_parent_class)->dispose (object);
}

static void
coalition_view_switcher_class_init (CoalitionViewSwitcherClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coalition_view_switcher_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coalitionmap/Coalition/canvas/coalition-view-switcher.ui");
  gtk_widget_class_bind_template_child (widget_class, CoalitionViewSwitcher, stack);
  gtk_widget_class_bind_template_child (widget_class, CoalitionViewSwitcher, list);
  gtk_widget_class_bind_template_child (widget_class, CoalitionViewSwitcher, up_button);
  gtk_widget_class_bind_template_child (widget_class, CoalitionViewSwitcher, down_button);
  gtk_widget_class_bind_template_child (widget_class, CoalitionViewSwitcher, delete_button);
  gtk_widget_class_bind_template_child (widget_class, CoalitionViewSwitcher, zoom_check);
  gtk_widget_class_bind_template_child (widget_class, CoalitionViewSwitcher, extras);
  gtk_widget_class_bind_template_child (widget_class, CoalitionViewSwitcher, name_head);
  gtk_widget_class_bind_template_child (widget_class, CoalitionViewSwitcher, name_entry);
  gtk_widget_class_bind_template_child (widget_class, CoalitionViewSwitcher, name_button);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_cb);
  gtk_widget_class_bind_template_callback (widget_class, rename_cb);
  gtk_widget_class_bind_template_callback (widget_class, named_cb);
  gtk_widget_class_bind_template_callback (widget_class, up_cb);
  gtk_widget_class_bind_template_callback (widget_class, down_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_cb);
}

static void
coalition_view_switcher_init (CoalitionViewSwitcher *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

/**
 * coalition_view_switcher_set_scene:
 * @self: a switcher without a scene
 * @scene: what is looked at
 *
 * Gives the switcher the views of a campaign.
 */
void
coalition_view_switcher_set_scene (CoalitionViewSwitcher *self,
                                   CoalitionScene        *scene)
{
  g_return_if_fail (self->scene == NULL);

  self->scene = g_object_ref (scene);
  self->session = g_object_ref (coalition_scene_get_session (scene));
  g_signal_connect_object (self->session, "view-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/**
 * coalition_view_switcher_add_extra:
 * @self: a switcher
 * @extra: a widget
 *
 * Adds a way to take the map along.
 */
void
coalition_view_switcher_add_extra (CoalitionViewSwitcher *self,
                                   GtkWidget             *extra)
{
  gtk_box_append (self->extras, extra);
}

/**
 * coalition_view_switcher_ask_new:
 * @self: a switcher that is shown or about to be
 *
 * Asks for the name of a new view.
 */
void
coalition_view_switcher_ask_new (CoalitionViewSwitcher *self)
{
  if (has_campaign (self))
    new_cb (self);
}

/**
 * coalition_view_switcher_go:
 * @self: a switcher
 * @by: 1 for the next view, -1 for the one before; %G_MININT for the first, %G_MAXINT for the last
 *
 * Goes to another view, in the order of the list, and no further than its ends.
 */
void
coalition_view_switcher_go (CoalitionViewSwitcher *self,
                            int                    by)
{
  g_autoptr (GPtrArray) views = NULL;
  guint index;

  if (!has_campaign (self))
    return;
  views = coalition_session_list_views (self->session);
  if (!g_ptr_array_find (views, coalition_session_get_view (self->session), &index))
    return;
  if (by == G_MININT)
    index = 0;
  else if (by == G_MAXINT)
    index = views->len - 1;
  else
    index = (guint) CLAMP ((int) index + by, 0, (int) views->len - 1);
  if (views->pdata[index] != coalition_session_get_view (self->session))
    coalition_session_set_view (self->session, views->pdata[index]);
}
