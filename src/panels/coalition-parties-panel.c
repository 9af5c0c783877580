/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-parties-panel.h"

#include "coalition-inspector.h"
#include "coalition-merge-dialog.h"
#include "coalition-panel-head.h"
#include "coalition-party-entry.h"
#include "coalition-party-model.h"
#include "coalition-party-row.h"
#include "coalition-party-section.h"
#include "coalition-row-popovers.h"
#include "coalition-shape.h"

#include <glib/gi18n-lib.h>

/**
 * CoalitionPartiesPanel:
 *
 * The list of parties beside the map. What is selected in it is selected on the map, and the other way round.
 */
struct _CoalitionPartiesPanel
{
  AdwBin parent_instance;

  CoalitionSession *session;
  CoalitionPartyModel *model;
  GtkSelectionModel *selection;
  char *sort;
  gboolean group;
  gboolean syncing;
  guint sync_id;
  char *added;
  CoalitionRecord *revealed;
  guint scroll_id;

  CoalitionPanelHead *head;
  GtkSearchEntry *search;
  GtkRevealer *add_revealer;
  CoalitionPartyEntry *add_entry;
  GtkStack *stack;
  GtkListView *view;
  GMenuModel *head_menu;
  GMenuModel *row_menu;
  CoalitionRowPopovers *popovers;
};

enum
{
  PROP_0,
  PROP_SORT,
  PROP_GROUP,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CoalitionPartiesPanel, coalition_parties_panel, ADW_TYPE_BIN)

/* --- selection, both ways ---------------------------------------------------------------------------------------- */

static void
sync_from_session (CoalitionPartiesPanel *self)
{
  g_autoptr (GPtrArray) selected = NULL;
  g_autoptr (GHashTable) wanted = NULL;
  GtkBitset *bits, *all;
  guint n;

  if (self->selection == NULL)
    return;
  selected = coalition_session_get_selected (self->session, &coalition_kind_party);
  wanted = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < selected->len; i++)
    g_hash_table_add (wanted, selected->pdata[i]);
  bits = gtk_bitset_new_empty ();
  n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  for (guint i = 0, found = 0; i < n && found < selected->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (g_hash_table_contains (wanted, item))
        {
          gtk_bitset_add (bits, i);
          found++;
        }
    }
  all = gtk_bitset_new_range (0, n);
  self->syncing = TRUE;
  gtk_selection_model_set_selection (self->selection, bits, all);
  self->syncing = FALSE;
  gtk_bitset_unref (bits);
  gtk_bitset_unref (all);
}

static gboolean
sync_cb (gpointer data)
{
  CoalitionPartiesPanel *self = data;

  self->sync_id = 0;
  sync_from_session (self);

  return G_SOURCE_REMOVE;
}

/* Rows that move lose their mark in the selection model; the session still knows. */
static void
queue_sync (CoalitionPartiesPanel *self)
{
  if (self->sync_id == 0)
    self->sync_id = g_idle_add (sync_cb, self);
}

static void
list_selected_cb (CoalitionPartiesPanel *self)
{
  g_autoptr (GtkBitset) bits = NULL;
  g_autoptr (GPtrArray) records = NULL;
  GtkBitsetIter iter;
  guint position;

  if (self->syncing)
    return;
  bits = gtk_selection_model_get_selection (self->selection);
  records = g_ptr_array_new_with_free_func (g_object_unref);
  if (gtk_bitset_iter_init_first (&iter, bits, &position))
    do
      {
        GObject *item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

        if (COALITION_IS_RECORD (item))
          g_ptr_array_add (records, item);
        else
          g_clear_object (&item);
      }
    while (gtk_bitset_iter_next (&iter, &position));
  self->syncing = TRUE;
  coalition_session_select_many (self->session, records);
  self->syncing = FALSE;
}

static void update_actions (CoalitionPartiesPanel *self);

static void
session_selected_cb (CoalitionPartiesPanel *self)
{
  update_actions (self);
  if (!self->syncing)
    sync_from_session (self);
}

static guint
find_position (CoalitionPartiesPanel *self,
               gpointer               record)
{
  guint n = self->selection != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->selection)) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if ((gpointer) item == record)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* The list view loses its place when it is scrolled before it has a size, so this waits for a frame with one. */
static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  CoalitionPartiesPanel *self = COALITION_PARTIES_PANEL (widget);
  guint position;

  if (self->revealed != NULL && gtk_widget_get_height (GTK_WIDGET (self->view)) <= 0)
    return G_SOURCE_CONTINUE;
  position = self->revealed != NULL ? find_position (self, self->revealed) : GTK_INVALID_LIST_POSITION;
  g_clear_object (&self->revealed);
  self->scroll_id = 0;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);

  return G_SOURCE_REMOVE;
}

static void
reveal_cb (CoalitionPartiesPanel *self,
           CoalitionRecord       *record)
{
  if (!coalition_record_is (record, &coalition_kind_party) || self->model == NULL)
    return;
  coalition_party_model_fold (self->model, coalition_level_of_party (record), FALSE);
  g_set_object (&self->revealed, record);
  if (self->scroll_id == 0)
    self->scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

/* --- rows -------------------------------------------------------------------------------------------------------- */

static void
toggle_section (CoalitionPartiesPanel *self,
                CoalitionPartySection *section)
{
  coalition_party_model_fold (self->model, coalition_party_section_get_level (section),
                              !coalition_party_section_get_folded (section));
}

static void
row_pressed_cb (GtkGestureClick *gesture,
                int              n_press,
                double           x,
                double           y,
                gpointer         data)
{
  CoalitionPartiesPanel *self = data;
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  gpointer item = coalition_party_row_get_item (COALITION_PARTY_ROW (row));

  if (!COALITION_IS_PARTY_SECTION (item))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  toggle_section (self, item);
}

static void
setup_cb (CoalitionPartiesPanel *self,
          GtkListItem           *list_item)
{
  GtkWidget *row = coalition_party_row_new (self->session);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "pressed", G_CALLBACK (row_pressed_cb), self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (CoalitionPartiesPanel *self,
         GtkListItem           *list_item)
{
  gpointer item = gtk_list_item_get_item (list_item);

  gtk_list_item_set_selectable (list_item, !COALITION_IS_PARTY_SECTION (item));
  coalition_party_row_set_item (COALITION_PARTY_ROW (gtk_list_item_get_child (list_item)), item);
}

static void
unbind_cb (CoalitionPartiesPanel *self,
           GtkListItem           *list_item)
{
  coalition_party_row_set_item (COALITION_PARTY_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static GtkWidget *
find_row (GtkWidget *widget,
          gpointer   item)
{
  if (COALITION_IS_PARTY_ROW (widget))
    return coalition_party_row_get_item (COALITION_PARTY_ROW (widget)) == item ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = find_row (child, item);

      if (row != NULL)
        return row;
    }

  return NULL;
}

/* The item whose row has the keyboard focus. */
static gpointer
get_focused (CoalitionPartiesPanel *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->view));
  GtkWidget *child = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  return COALITION_IS_PARTY_ROW (child) ? coalition_party_row_get_item (COALITION_PARTY_ROW (child)) : NULL;
}

static void
activate_cb (CoalitionPartiesPanel *self,
             guint                  position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (COALITION_IS_PARTY_SECTION (item))
    toggle_section (self, COALITION_PARTY_SECTION (item));
  else if (item != NULL)
    {
      coalition_session_reveal (self->session, COALITION_RECORD (item));
      coalition_inspector_present (GTK_WIDGET (self));
    }
}

/* --- verbs ------------------------------------------------------------------------------------------------------- */

static CoalitionRecord *
get_party (CoalitionPartiesPanel *self)
{
  CoalitionRecord *current = coalition_session_get_current (self->session);

  return current != NULL && coalition_record_is (current, &coalition_kind_party) ? current : NULL;
}

static void
rename_action_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  CoalitionPartiesPanel *self = COALITION_PARTIES_PANEL (widget);
  CoalitionRecord *party = get_party (self);
  GtkWidget *row = party != NULL ? find_row (GTK_WIDGET (self->view), party) : NULL;

  if (row != NULL)
    coalition_row_popovers_rename (self->popovers, party, row);
}

static void
delete_action_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  coalition_session_delete_selected (COALITION_PARTIES_PANEL (widget)->session);
}

static void
inspect_action_cb (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  CoalitionPartiesPanel *self = COALITION_PARTIES_PANEL (widget);
  CoalitionRecord *party = get_party (self);

  if (party != NULL)
    coalition_session_reveal (self->session, party);
  coalition_inspector_present (widget);
}

static void
agreement_action_cb (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  CoalitionPartiesPanel *self = COALITION_PARTIES_PANEL (widget);
  g_autofree char *id = coalition_session_add (self->session, &coalition_kind_agreement, _("New agreement"));

  g_object_set (self->session, "panel", "agreements", NULL);
}

static void
forum_action_cb (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  CoalitionPartiesPanel *self = COALITION_PARTIES_PANEL (widget);
  g_autoptr (GPtrArray) parties = coalition_session_get_selected (self->session, &coalition_kind_party);
  g_autofree char *id = NULL;

  g_object_set (self->session, "panel", "network", NULL);
  id = coalition_session_add_forum (self->session, _("New forum"), parties);
}

static void
duplicate_action_cb (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  CoalitionPartiesPanel *self = COALITION_PARTIES_PANEL (widget);
  g_autoptr (GPtrArray) parties = coalition_session_get_selected (self->session, &coalition_kind_party);

  coalition_session_duplicate (self->session, parties);
}

static void
merge_action_cb (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  CoalitionPartiesPanel *self = COALITION_PARTIES_PANEL (widget);
  g_autoptr (GPtrArray) parties = coalition_session_get_selected (self->session, &coalition_kind_party);

  coalition_merge_dialog_present (widget, self->session, parties);
}

static void
update_actions (CoalitionPartiesPanel *self)
{
  g_autoptr (GPtrArray) parties = coalition_session_get_selected (self->session, &coalition_kind_party);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "panel.merge", parties->len > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "panel.duplicate", parties->len > 0);
}

static void
add_action_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  coalition_parties_panel_add (COALITION_PARTIES_PANEL (widget));
}

static void
added_cb (CoalitionPartiesPanel *self,
          const char            *id)
{
  g_free (self->added);
  self->added = g_strdup (id);
}

static void
close_add (CoalitionPartiesPanel *self)
{
  gtk_revealer_set_reveal_child (self->add_revealer, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* --- keys and menus ---------------------------------------------------------------------------------------------- */

static void
secondary_pressed_cb (CoalitionPartiesPanel *self,
                      int                    n_press,
                      double                 x,
                      double                 y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked != NULL ? gtk_widget_get_ancestor (picked, COALITION_TYPE_PARTY_ROW) : NULL;
  gpointer item;
  double px, py;

  /* The margin of a row belongs to the list, not to the row within it. */
  if (row == NULL && picked != NULL && COALITION_IS_PARTY_ROW (gtk_widget_get_first_child (picked)))
    row = gtk_widget_get_first_child (picked);
  item = row != NULL ? coalition_party_row_get_item (COALITION_PARTY_ROW (row)) : NULL;
  if (!COALITION_IS_RECORD (item))
    return;
  if (!coalition_session_is_selected (self->session, item))
    coalition_session_select (self->session, item, FALSE);
  gtk_widget_grab_focus (gtk_widget_get_parent (row));
  gtk_widget_translate_coordinates (GTK_WIDGET (self->view), GTK_WIDGET (self), x, y, &px, &py);
  coalition_row_popovers_menu (self->popovers, px, py);
}

static gboolean
key_pressed_cb (CoalitionPartiesPanel *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state)
{
  gpointer item = get_focused (self);
  gboolean section = COALITION_IS_PARTY_SECTION (item);
  GtkWidget *row = item != NULL ? find_row (GTK_WIDGET (self->view), item) : NULL;

  if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete)
    gtk_widget_activate_action (GTK_WIDGET (self), "panel.delete", NULL);
  else if (keyval == GDK_KEY_F2)
    gtk_widget_activate_action (GTK_WIDGET (self), "panel.rename", NULL);
  else if (keyval == GDK_KEY_d && (state & GDK_CONTROL_MASK))
    gtk_widget_activate_action (GTK_WIDGET (self), "panel.duplicate", NULL);
  else if (section && (keyval == GDK_KEY_Left || keyval == GDK_KEY_Right))
    coalition_party_model_fold (self->model, coalition_party_section_get_level (item), keyval == GDK_KEY_Left);
  else if (section && keyval == GDK_KEY_space)
    toggle_section (self, item);
  else if ((keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK))) && COALITION_IS_RECORD (item) && row != NULL)
    {
      if (!coalition_session_is_selected (self->session, item))
        coalition_session_select (self->session, item, FALSE);
      coalition_row_popovers_menu_at (self->popovers, row);
    }
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

/* --- what is listed ---------------------------------------------------------------------------------------------- */

static void
update_state (CoalitionPartiesPanel *self)
{
  guint shown = self->model != NULL ? coalition_party_model_get_shown (self->model) : 0;
  guint total = self->model != NULL ? coalition_party_model_get_total (self->model) : 0;

  coalition_panel_head_set_count (self->head, shown, total);
  gtk_stack_set_visible_child_name (self->stack, total == 0 ? "empty" : shown == 0 ? "nothing" : "list");
}

static void
items_changed_cb (CoalitionPartiesPanel *self)
{
  update_state (self);
  queue_sync (self);
}

static void
search_changed_cb (CoalitionPartiesPanel *self)
{
  if (self->model != NULL)
    coalition_party_model_set_query (self->model, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  update_state (self);
}

static void
apply_sort (CoalitionPartiesPanel *self)
{
  static const char *const names[] = { "name", "kind", "ties", "recent" };

  for (guint i = 0; self->model != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i], self->sort) == 0)
      coalition_party_model_set_sort (self->model, i);
}

static void
campaign_changed_cb (CoalitionPartiesPanel *self,
                     GPtrArray             *changes)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  CoalitionRecord *added = self->added != NULL ? coalition_campaign_get_record (campaign, &coalition_kind_party, self->added) : NULL;

  update_state (self);
  if (added == NULL)
    return;
  g_clear_pointer (&self->added, g_free);
  coalition_session_select (self->session, added, FALSE);
  reveal_cb (self, added);
}

static void
campaign_cb (CoalitionPartiesPanel *self)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);

  gtk_list_view_set_model (self->view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  if (campaign != NULL)
    {
      self->model = coalition_party_model_new (campaign);
      coalition_party_model_set_grouped (self->model, self->group);
      apply_sort (self);
      self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->model))));
      g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (list_selected_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (campaign, "changed", G_CALLBACK (campaign_changed_cb), self, G_CONNECT_SWAPPED);
      gtk_list_view_set_model (self->view, self->selection);
      search_changed_cb (self);
      sync_from_session (self);
    }
  update_state (self);
}

static void
coalition_parties_panel_get_property (GObject    *object,
                                      guint       id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  CoalitionPartiesPanel *self = COALITION_PARTIES_PANEL (object);

  if (id == PROP_SORT)
    g_value_set_string (value, self->sort);
  else if (id == PROP_GROUP)
    g_value_set_boolean (value, self->group);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
coalition_parties_panel_set_property (GObject      *object,
                                      guint         id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  CoalitionPartiesPanel *self = COALITION_PARTIES_PANEL (object);

  switch (id)
    {
    case PROP_SORT:
      g_free (self->sort);
      self->sort = g_value_dup_string (value);
      apply_sort (self);
      break;
    case PROP_GROUP:
      self->group = g_value_get_boolean (value);
      if (self->model != NULL)
        coalition_party_model_set_grouped (self->model, self->group);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coalition_parties_panel_dispose (GObject *object)
{
  CoalitionPartiesPanel *self = COALITION_PARTIES_PANEL (object);

  g_clear_handle_id (&self->sync_id, g_source_remove);
  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->revealed);
  g_clear_object (&self->popovers);
  g_clear_object (&self->session);
  self->view = NULL;
  G_OBJECT_CLASS (coalition_parties_panel_parent_class)->dispose (object);
}

static void
coalition_parties_panel_finalize (GObject *object)
{
  CoalitionPartiesPanel *self = COALITION_PARTIES_PANEL (object);

  g_free (self->sort);
  g_free (self->added);
  G_OBJECT_CLASS (coalition_parties_panel_parent_class)->finalize (object);
}

static void
coalition_parties_panel_size_allocate (GtkWidget *widget,
                                       int        width,
                                       int        height,
                                       int        baseline)
{
  CoalitionPartiesPanel *self = COALITION_PARTIES_PANEL (widget);

  GTK_WIDGET_CLASS (coalition_parties_panel_parent_class)->size_allocate (widget, width, height, baseline);
  coalition_row_popovers_present (self->popovers);
}

static void
coalition_parties_panel_class_init (CoalitionPartiesPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = coalition_parties_panel_get_property;
  object_class->set_property = coalition_parties_panel_set_property;
  object_class->dispose = coalition_parties_panel_dispose;
  object_class->finalize = coalition_parties_panel_finalize;
  widget_class->size_allocate = coalition_parties_panel_size_allocate;

  properties[PROP_SORT] = g_param_spec_string ("sort", NULL, NULL, "name", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_GROUP] = g_param_spec_boolean ("group", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coalitionmap/Coalition/panels/coalition-parties-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, CoalitionPartiesPanel, head);
  gtk_widget_class_bind_template_child (widget_class, CoalitionPartiesPanel, search);
  gtk_widget_class_bind_template_child (widget_class, CoalitionPartiesPanel, add_revealer);
  gtk_widget_class_bind_template_child (widget_class, CoalitionPartiesPanel, add_entry);
  gtk_widget_class_bind_template_child (widget_class, CoalitionPartiesPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, CoalitionPartiesPanel, view);
  gtk_widget_class_bind_template_child (widget_class, CoalitionPartiesPanel, head_menu);
  gtk_widget_class_bind_template_child (widget_class, CoalitionPartiesPanel, row_menu);
  gtk_widget_class_install_action (widget_class, "panel.add", NULL, add_action_cb);
  gtk_widget_class_install_action (widget_class, "panel.rename", NULL, rename_action_cb);
  gtk_widget_class_install_action (widget_class, "panel.delete", NULL, delete_action_cb);
  gtk_widget_class_install_action (widget_class, "panel.inspect", NULL, inspect_action_cb);
  gtk_widget_class_install_action (widget_class, "panel.new-agreement", NULL, agreement_action_cb);
  gtk_widget_class_install_action (widget_class, "panel.new-forum", NULL, forum_action_cb);
  gtk_widget_class_install_action (widget_class, "panel.duplicate", NULL, duplicate_action_cb);
  gtk_widget_class_install_action (widget_class, "panel.merge", NULL, merge_action_cb);
  gtk_widget_class_install_property_action (widget_class, "panel.sort", "sort");
  gtk_widget_class_install_property_action (widget_class, "panel.group", "group");
}

static void
coalition_parties_panel_init (CoalitionPartiesPanel *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();

  self->sort = g_strdup ("name");
  self->group = TRUE;
  g_type_ensure (COALITION_TYPE_PANEL_HEAD);
  g_type_ensure (COALITION_TYPE_PARTY_ENTRY);
  gtk_widget_init_template (GTK_WIDGET (self));
  coalition_panel_head_setup (self->head, _("Parties"), _("Add a Party"), self->head_menu);

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), self);
  gtk_list_view_set_factory (self->view, factory);
  g_object_unref (factory);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), key);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (secondary_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (secondary));

  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->add_entry, "added", G_CALLBACK (added_cb), self);
  g_signal_connect_swapped (self->add_entry, "dismissed", G_CALLBACK (close_add), self);
}

/**
 * coalition_parties_panel_new:
 * @session: the session
 *
 * Makes the panel.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
coalition_parties_panel_new (CoalitionSession *session)
{
  CoalitionPartiesPanel *self = g_object_new (COALITION_TYPE_PARTIES_PANEL, NULL);

  self->session = g_object_ref (session);
  coalition_party_entry_set_session (self->add_entry, session);
  self->popovers = coalition_row_popovers_new (GTK_WIDGET (self), session, self->row_menu);
  g_signal_connect_object (session, "notify::campaign", G_CALLBACK (campaign_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (session_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "reveal", G_CALLBACK (reveal_cb), self, G_CONNECT_SWAPPED);
  campaign_cb (self);
  update_actions (self);

  return GTK_WIDGET (self);
}

/**
 * coalition_parties_panel_add:
 * @self: a panel
 *
 * Lets the person type the name of a new party; Enter adds it and waits for the next, Escape ends.
 */
void
coalition_parties_panel_add (CoalitionPartiesPanel *self)
{
  gtk_revealer_set_reveal_child (self->add_revealer, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->add_entry));
}
