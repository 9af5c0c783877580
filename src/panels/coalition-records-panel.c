/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-records-panel.h"

#include "coalition-concern-chip.h"
#include "coalition-inspector.h"
#include "coalition-panel-head.h"
#include "coalition-record-entry.h"
#include "coalition-records-rows.h"
#include "coalition-row-popovers.h"
#include "coalition-text.h"

#include <glib/gi18n-lib.h>

/* With fewer records than this there is nothing to search for. */
#define MANY 8
/* So many rows at first, and so many more each time that more are wanted: making them is felt. */
#define STEP 40

/* The records under one heading; @record is the group if records are grouped by a reference. */
typedef struct
{
  CoalitionRecord *record;
  GtkWidget *title;
  GtkListBox *list;
} Group;

/**
 * CoalitionRecordsPanel:
 *
 * Records of a kind as cards in groups: listed, searched, sorted, added, renamed, deleted. The one chosen becomes the
 * current record of the session, which lights its parties on the map.
 */
struct _CoalitionRecordsPanel
{
  AdwBin parent_instance;

  CoalitionSession *session;
  const CoalitionRecordsSpec *spec;
  char *sort;
  guint refresh_id;
  gboolean syncing;

  CoalitionPanelHead *head;
  GtkWidget *search;
  CoalitionConcernChip *chip;
  GtkRevealer *add_revealer;
  CoalitionRecordEntry *add_entry;
  GtkStack *stack;
  AdwStatusPage *nothing;
  GtkBox *box;
  CoalitionRowPopovers *popovers;
  GPtrArray *groups; /* of Group */
  GtkWidget *rest;
  guint limit;
  gboolean stale; /* it changed while nobody saw it */
};

enum
{
  PROP_0,
  PROP_SORT,
  PROP_CONCERNING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CoalitionRecordsPanel, coalition_records_panel, ADW_TYPE_BIN)

static GtkListBoxRow *
find_row (CoalitionRecordsPanel *self,
          CoalitionRecord       *record,
          GtkListBox           **list)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = self->groups->pdata[i];
      GtkListBoxRow *row;

      for (int j = 0; (row = gtk_list_box_get_row_at_index (group->list, j)) != NULL; j++)
        if (coalition_records_row_get_record (row) == record)
          {
            if (list != NULL)
              *list = group->list;
            return row;
          }
    }

  return NULL;
}

static void row_selected_cb (CoalitionRecordsPanel *self, GtkListBoxRow *row);

/* --- the rows ---------------------------------------------------------------------------------------------------- */

static void
sync_from_session (CoalitionRecordsPanel *self)
{
  CoalitionRecord *current = coalition_session_get_current (self->session);
  GtkListBox *list = NULL;
  GtkListBoxRow *row = current != NULL ? find_row (self, current, &list) : NULL;

  self->syncing = TRUE;
  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = self->groups->pdata[i];

      if (group->list == list)
        gtk_list_box_select_row (list, row);
      else
        gtk_list_box_unselect_all (group->list);
    }
  self->syncing = FALSE;
}

static gboolean
matches (CoalitionRecordsPanel *self,
         CoalitionRecord       *record,
         const char            *query)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  CoalitionRecord *party = coalition_concern_chip_get_party (self->chip);
  g_autofree char *caption = NULL, *text = NULL;

  if (party != NULL && !self->spec->concerns (campaign, record, coalition_record_get_id (party)))
    return FALSE;
  if (*query == '\0')
    return TRUE;
  caption = self->spec->dup_caption (campaign, record);
  text = g_strdup_printf ("%s\n%s", coalition_record_get_title (record), caption != NULL ? caption : "");

  return coalition_text_matches (text, query);
}

/* The heading of a group that is a record itself leads to it. */
static void
group_clicked_cb (GtkWidget *button,
                  gpointer   data)
{
  coalition_session_show (COALITION_RECORDS_PANEL (data)->session, g_object_get_data (G_OBJECT (button), "record"));
}

static GtkWidget *
build_group_title (CoalitionRecordsPanel *self,
                   CoalitionRecord       *record)
{
  GtkWidget *label = gtk_label_new (coalition_record_get_title (record));
  GtkWidget *button = gtk_button_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "group-title");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, coalition_record_get_title (record), -1);
  g_object_set_data_full (G_OBJECT (button), "record", g_object_ref (record), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (group_clicked_cb), self, 0);

  return button;
}

static void
add_group (CoalitionRecordsPanel *self,
           CoalitionRecord       *record,
           const char            *name)
{
  Group *group = g_new0 (Group, 1);

  group->record = record != NULL ? g_object_ref (record) : NULL;
  group->title = record != NULL ? build_group_title (self, record) : gtk_label_new (name);
  if (record == NULL)
    gtk_label_set_xalign (GTK_LABEL (group->title), 0);
  gtk_widget_add_css_class (group->title, "heading");
  group->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (group->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (group->list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (group->list, "row-selected", G_CALLBACK (row_selected_cb), self);
  g_signal_connect_swapped (group->list, "row-activated", G_CALLBACK (row_selected_cb), self);
  gtk_box_append (self->box, group->title);
  gtk_box_append (self->box, GTK_WIDGET (group->list));
  g_ptr_array_add (self->groups, group);
}

static void
clear_groups (CoalitionRecordsPanel *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = self->groups->pdata[i];

      gtk_box_remove (self->box, group->title);
      gtk_box_remove (self->box, GTK_WIDGET (group->list));
    }
  g_ptr_array_set_size (self->groups, 0);
}

/* Fixed groups are made anew as well: a list box without rows is the cheapest of what is made here. */
static void
build_groups (CoalitionRecordsPanel *self)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  g_autoptr (GPtrArray) parents = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *model;

  clear_groups (self);
  if (self->spec->parent != NULL && campaign != NULL)
    {
      model = coalition_campaign_get_records (campaign, coalition_kinds_find (coalition_kind_find_field (self->spec->kind, self->spec->parent)->target));
      for (guint i = 0; i < g_list_model_get_n_items (model); i++)
        g_ptr_array_add (parents, g_list_model_get_item (model, i));
      coalition_records_sort_groups (parents);
      for (guint i = 0; i < parents->len; i++)
        add_group (self, parents->pdata[i], coalition_record_get_title (parents->pdata[i]));
    }
  for (guint i = 0; self->spec->groups[i] != NULL; i++)
    add_group (self, NULL, _(self->spec->groups[i]));
}

static Group *
find_group (CoalitionRecordsPanel *self,
            CoalitionRecord       *record)
{
  const char *parent;

  if (self->spec->parent == NULL)
    return self->groups->pdata[self->spec->get_group (record)];
  parent = coalition_record_get_text (record, self->spec->parent);
  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = self->groups->pdata[i];

      if (group->record != NULL ? g_strcmp0 (coalition_record_get_id (group->record), parent) == 0 : i + 1 == self->groups->len)
        return group;
    }

  g_return_val_if_reached (NULL);
}

/* Groups that are records are there before anything is in them, unless something is searched for. */
static void
fill_groups (CoalitionRecordsPanel *self,
             GPtrArray             *records,
             gboolean               narrowed)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  CoalitionRecord *current = coalition_session_get_current (self->session);
  g_autofree char *text = NULL;
  guint rest = 0;

  for (guint i = 0; i < records->len; i++)
    if (i < self->limit || records->pdata[i] == current)
      gtk_list_box_append (find_group (self, records->pdata[i])->list, coalition_records_row_new (campaign, self->spec, records->pdata[i]));
    else
      rest++;
  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = self->groups->pdata[i];
      gboolean any = gtk_list_box_get_row_at_index (group->list, 0) != NULL;

      gtk_widget_set_visible (group->title, any || (group->record != NULL && !narrowed));
      gtk_widget_set_visible (GTK_WIDGET (group->list), any);
    }
  if (rest > 0)
    text = g_strdup_printf (ngettext ("%u more", "%u more", rest), rest);
  gtk_button_set_label (GTK_BUTTON (self->rest), text != NULL ? text : "");
  gtk_widget_set_visible (self->rest, text != NULL);
  gtk_box_reorder_child_after (self->box, self->rest, gtk_widget_get_last_child (GTK_WIDGET (self->box)));
}

static guint
count_parents (CoalitionRecordsPanel *self)
{
  guint n = 0;

  for (guint i = 0; i < self->groups->len; i++)
    n += ((Group *) self->groups->pdata[i])->record != NULL;

  return n;
}

static void
refresh (CoalitionRecordsPanel *self)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->search));
  CoalitionRecord *concerned = coalition_concern_chip_get_party (self->chip);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *model = campaign != NULL ? coalition_campaign_get_records (campaign, self->spec->kind) : NULL;
  guint total = model != NULL ? g_list_model_get_n_items (model) : 0;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean focused = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->box));
  gboolean narrowed = concerned != NULL || *query != '\0', any;

  self->stale = FALSE;
  for (guint i = 0; i < total; i++)
    {
      g_autoptr (CoalitionRecord) record = g_list_model_get_item (model, i);

      if (matches (self, record, query))
        g_ptr_array_add (records, g_steal_pointer (&record));
    }
  coalition_records_sort (records, self->spec, self->sort);
  build_groups (self);
  fill_groups (self, records, narrowed);
  any = records->len > 0 || (!narrowed && count_parents (self) > 0);
  gtk_widget_set_visible (self->search, total >= MANY || *query != '\0');
  coalition_panel_head_set_count (self->head, records->len, total);
  adw_status_page_set_description (self->nothing, concerned == NULL ? NULL
                                                  : *query == '\0' ? _("Nothing here concerns them yet.")
                                                                   : _("Nothing that concerns them has these words."));
  gtk_stack_set_visible_child_name (self->stack, any ? "list" : total == 0 ? "empty" : "nothing");
  sync_from_session (self);
  if (focused)
    {
      GtkListBoxRow *row = find_row (self, coalition_session_get_current (self->session), NULL);

      if (row != NULL)
        gtk_widget_grab_focus (GTK_WIDGET (row));
    }
}

static gboolean
refresh_cb (gpointer data)
{
  CoalitionRecordsPanel *self = data;

  self->refresh_id = 0;
  refresh (self);

  return G_SOURCE_REMOVE;
}

/* A panel that nobody sees is made when it is seen next. */
static void
queue_refresh (CoalitionRecordsPanel *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->stale = TRUE;
  else if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 10, refresh_cb, self, NULL);
}

static void
coalition_records_panel_map (GtkWidget *widget)
{
  CoalitionRecordsPanel *self = COALITION_RECORDS_PANEL (widget);

  if (self->stale)
    refresh (self);
  GTK_WIDGET_CLASS (coalition_records_panel_parent_class)->map (widget);
}

static void
more_cb (CoalitionRecordsPanel *self)
{
  self->limit += STEP;
  refresh (self);
}

/* What is searched for anew is listed from its beginning. */
static void
search_changed_cb (CoalitionRecordsPanel *self)
{
  self->limit = STEP;
  queue_refresh (self);
}

/* --- what happens elsewhere -------------------------------------------------------------------------------------- */

static gboolean
is_followed (CoalitionRecordsPanel *self,
             const CoalitionKind   *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->spec->follows) && self->spec->follows[i] != NULL; i++)
    if (self->spec->follows[i] == kind)
      return TRUE;

  return FALSE;
}

static void
campaign_changed_cb (CoalitionRecordsPanel *self,
                     GPtrArray             *changes)
{
  gboolean concerns = FALSE;
  CoalitionRecord *added = NULL;
  g_autofree char *panel = NULL;
  guint n_added = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      CoalitionChange *change = changes->pdata[i];
      const CoalitionKind *kind = coalition_record_get_kind (change->record);

      concerns = concerns || kind == self->spec->kind || kind == &coalition_kind_party || is_followed (self, kind);
      if (kind == self->spec->kind && change->type == COALITION_CHANGE_ADDED)
        {
          added = change->record;
          n_added++;
        }
    }
  if (!concerns)
    return;
  queue_refresh (self);
  g_object_get (self->session, "panel", &panel, NULL);
  /* What was just made here, or came back, is what the person wants to see. */
  if (n_added == 1 && g_strcmp0 (panel, self->spec->name) == 0)
    {
      coalition_session_show (self->session, added);
    }
}

static void
campaign_cb (CoalitionRecordsPanel *self)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);

  if (campaign != NULL)
    g_signal_connect_object (campaign, "changed", G_CALLBACK (campaign_changed_cb), self, G_CONNECT_SWAPPED);
  self->limit = STEP;
  /* Rows of another campaign must go at once. */
  clear_groups (self);
  self->stale = TRUE;
  queue_refresh (self);
}

/* --- what a person does ------------------------------------------------------------------------------------------ */

static void
row_selected_cb (CoalitionRecordsPanel *self,
                 GtkListBoxRow         *row)
{
  if (self->syncing || row == NULL)
    return;
  coalition_session_show (self->session, coalition_records_row_get_record (row));
}

static CoalitionRecord *
get_chosen (CoalitionRecordsPanel *self)
{
  CoalitionRecord *current = coalition_session_get_current (self->session);

  return current != NULL && coalition_record_is (current, self->spec->kind) ? current : NULL;
}

static void
rename_action_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  CoalitionRecordsPanel *self = COALITION_RECORDS_PANEL (widget);
  CoalitionRecord *record = get_chosen (self);
  GtkListBoxRow *row = record != NULL ? find_row (self, record, NULL) : NULL;

  if (row == NULL)
    return;
  /* Words over several lines are edited where there is room for them. */
  if (coalition_kind_find_field (self->spec->kind, self->spec->kind->title)->type == COALITION_FIELD_TEXT)
    coalition_row_popovers_rename (self->popovers, record, GTK_WIDGET (row));
  else
    coalition_inspector_present (widget);
}

static void
delete_action_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  CoalitionRecordsPanel *self = COALITION_RECORDS_PANEL (widget);
  CoalitionRecord *record = get_chosen (self);

  if (record != NULL)
    coalition_session_delete (self->session, record);
}

static void
add_action_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  coalition_records_panel_add (COALITION_RECORDS_PANEL (widget));
}

static void
close_add (CoalitionRecordsPanel *self)
{
  gtk_revealer_set_reveal_child (self->add_revealer, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (self->box), GTK_DIR_TAB_FORWARD);
}

static void
secondary_pressed_cb (CoalitionRecordsPanel *self,
                      int                    n_press,
                      double                 x,
                      double                 y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked != NULL ? gtk_widget_get_ancestor (picked, GTK_TYPE_LIST_BOX_ROW) : NULL;

  if (row == NULL)
    return;
  gtk_widget_grab_focus (row);
  row_selected_cb (self, GTK_LIST_BOX_ROW (row));
  coalition_row_popovers_menu (self->popovers, x, y);
}

static gboolean
key_pressed_cb (CoalitionRecordsPanel *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state)
{
  GtkListBoxRow *row = get_chosen (self) != NULL ? find_row (self, get_chosen (self), NULL) : NULL;

  if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete)
    gtk_widget_activate_action (GTK_WIDGET (self), "panel.delete", NULL);
  else if (keyval == GDK_KEY_F2)
    gtk_widget_activate_action (GTK_WIDGET (self), "panel.rename", NULL);
  else if ((keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK))) && row != NULL)
    coalition_row_popovers_menu_at (self->popovers, GTK_WIDGET (row));
  else if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && row != NULL)
    {
      coalition_session_reveal (self->session, get_chosen (self));
      coalition_inspector_present (GTK_WIDGET (self));
    }
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
coalition_records_panel_get_property (GObject    *object,
                                      guint       id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  if (id == PROP_SORT)
    g_value_set_string (value, COALITION_RECORDS_PANEL (object)->sort);
  else if (id == PROP_CONCERNING)
    g_value_set_boolean (value, coalition_concern_chip_get_on (COALITION_RECORDS_PANEL (object)->chip));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
coalition_records_panel_set_property (GObject      *object,
                                      guint         id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  CoalitionRecordsPanel *self = COALITION_RECORDS_PANEL (object);

  switch (id)
    {
    case PROP_SORT:
      g_free (self->sort);
      self->sort = g_value_dup_string (value);
      queue_refresh (self);
      break;
    case PROP_CONCERNING:
      coalition_concern_chip_set_on (self->chip, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coalition_records_panel_dispose (GObject *object)
{
  CoalitionRecordsPanel *self = COALITION_RECORDS_PANEL (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_object (&self->popovers);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (coalition_records_panel_parent_class)->dispose (object);
}

static void
coalition_records_panel_finalize (GObject *object)
{
  CoalitionRecordsPanel *self = COALITION_RECORDS_PANEL (object);

  g_free (self->sort);
  g_ptr_array_unref (self->groups);
  G_OBJECT_CLASS (coalition_records_panel_parent_class)->finalize (object);
}

static void
coalition_records_panel_size_allocate (GtkWidget *widget,
                                       int        width,
                                       int        height,
                                       int        baseline)
{
  CoalitionRecordsPanel *self = COALITION_RECORDS_PANEL (widget);

  GTK_WIDGET_CLASS (coalition_records_panel_parent_class)->size_allocate (widget, width, height, baseline);
  coalition_row_popovers_present (self->popovers);
}

static void
coalition_records_panel_class_init (CoalitionRecordsPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = coalition_records_panel_get_property;
  object_class->set_property = coalition_records_panel_set_property;
  object_class->dispose = coalition_records_panel_dispose;
  object_class->finalize = coalition_records_panel_finalize;
  widget_class->map = coalition_records_panel_map;
  widget_class->size_allocate = coalition_records_panel_size_allocate;

  properties[PROP_SORT] = g_param_spec_string ("sort", NULL, NULL, "field", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CONCERNING] = g_param_spec_boolean ("concerning", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "panel.add", NULL, add_action_cb);
  gtk_widget_class_install_action (widget_class, "panel.rename", NULL, rename_action_cb);
  gtk_widget_class_install_action (widget_class, "panel.delete", NULL, delete_action_cb);
  gtk_widget_class_install_property_action (widget_class, "panel.sort", "sort");
  gtk_widget_class_install_property_action (widget_class, "panel.concerning", "concerning");
}

static void
group_free (Group *group)
{
  g_clear_object (&group->record);
  g_free (group);
}

static void
coalition_records_panel_init (CoalitionRecordsPanel *self)
{
  self->sort = g_strdup ("field");
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
  gtk_widget_add_css_class (GTK_WIDGET (self), "side-panel");
}

static GtkWidget *
build_empty (CoalitionRecordsPanel *self)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_label (_(self->spec->add));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), self->spec->icon_name);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _(self->spec->empty_title));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), _(self->spec->empty_text));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "panel.add");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  gtk_widget_add_css_class (page, "compact");

  return page;
}

static GtkWidget *
build_nothing (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "system-search-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Nothing Found"));
  gtk_widget_add_css_class (page, "compact");

  return page;
}

static GtkWidget *
build_lists (CoalitionRecordsPanel *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "cards");
  self->rest = gtk_button_new ();
  gtk_widget_add_css_class (self->rest, "flat");
  g_signal_connect_object (self->rest, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, self->rest);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->box), key);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->box));

  return scrolled;
}

static void
build_menus (CoalitionRecordsPanel *self)
{
  const CoalitionField *field = coalition_kind_find_field (self->spec->kind, self->spec->sort_field);
  g_autoptr (GMenu) sorts = g_menu_new ();
  g_autoptr (GMenu) filters = g_menu_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) row = g_menu_new ();

  g_menu_append (sorts, _("_Name"), "panel.sort::name");
  g_menu_append (sorts, _(field->label), "panel.sort::field");
  g_menu_append_section (menu, _("Sort By"), G_MENU_MODEL (sorts));
  g_menu_append (filters, _("_Only What Concerns the Selected Party"), "panel.concerning");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (filters));
  coalition_panel_head_setup (self->head, _(self->spec->title), _(self->spec->add), G_MENU_MODEL (menu));

  if (coalition_kind_find_field (self->spec->kind, self->spec->kind->title)->type == COALITION_FIELD_TEXT)
    g_menu_append (row, _("_Rename"), "panel.rename");
  g_menu_append (row, _("_Delete"), "panel.delete");
  self->popovers = coalition_row_popovers_new (GTK_WIDGET (self), self->session, G_MENU_MODEL (row));
}

static void
concern_cb (CoalitionRecordsPanel *self)
{
  queue_refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONCERNING]);
}

static void
build (CoalitionRecordsPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkGesture *secondary = gtk_gesture_click_new ();

  self->head = g_object_new (COALITION_TYPE_PANEL_HEAD, NULL);
  build_menus (self);
  self->search = gtk_search_entry_new ();
  gtk_widget_add_css_class (self->search, "panel-search");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search"), -1);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_changed_cb), self);
  self->chip = COALITION_CONCERN_CHIP (coalition_concern_chip_new (self->session));
  g_signal_connect_swapped (self->chip, "changed", G_CALLBACK (concern_cb), self);
  self->add_entry = COALITION_RECORD_ENTRY (coalition_record_entry_new (self->session, self->spec));
  g_signal_connect_swapped (self->add_entry, "dismissed", G_CALLBACK (close_add), self);
  self->add_revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_child (self->add_revealer, GTK_WIDGET (self->add_entry));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, build_lists (self), "list");
  gtk_stack_add_named (self->stack, build_empty (self), "empty");
  self->nothing = ADW_STATUS_PAGE (build_nothing ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->nothing), "nothing");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->head));
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chip));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->add_revealer));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (secondary_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
}

/**
 * coalition_records_panel_new:
 * @session: the session
 * @spec: what is listed; it must outlive the panel
 *
 * Makes a panel.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
coalition_records_panel_new (CoalitionSession           *session,
                             const CoalitionRecordsSpec *spec)
{
  CoalitionRecordsPanel *self = g_object_new (COALITION_TYPE_RECORDS_PANEL, NULL);

  self->session = g_object_ref (session);
  self->spec = spec;
  build (self);
  g_signal_connect_object (session, "notify::campaign", G_CALLBACK (campaign_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::current", G_CALLBACK (sync_from_session), self, G_CONNECT_SWAPPED);
  campaign_cb (self);

  return GTK_WIDGET (self);
}

/**
 * coalition_records_panel_add:
 * @self: a panel
 *
 * Lets the person type the name of a new record; Enter adds it and waits for the next, Escape ends.
 */
void
coalition_records_panel_add (CoalitionRecordsPanel *self)
{
  gtk_revealer_set_reveal_child (self->add_revealer, TRUE);
  coalition_record_entry_focus (self->add_entry);
}
