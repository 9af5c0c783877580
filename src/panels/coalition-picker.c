/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-picker.h"

#include "coalition-pick-item.h"
#include "coalition-shape.h"
#include "coalition-text.h"

#include <glib/gi18n-lib.h>

/* With so many items or more a search entry stands above them. */
#define MANY 9

/**
 * CoalitionPicker:
 *
 * A button that opens a list to pick from: choices, records, tags; searched by typing, and open to own words where
 * that is allowed. Signal "picked" (key, words): @key is %NULL with own @words, and both are %NULL for "not known".
 */
struct _CoalitionPicker
{
  AdwBin parent_instance;

  char *label;
  char *own_format;
  char *current;
  char **words;
  gboolean clearable;
  CoalitionPickerFill fill;
  gpointer fill_data;
  GDestroyNotify fill_destroy;
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkLabel *text;
  GtkSearchEntry *search;
  GtkListView *view;
  GListStore *items;
  GListStore *own;
  GtkFilter *filter;
  GtkSelectionModel *selection;
};

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CoalitionPicker, coalition_picker, ADW_TYPE_BIN)

static gboolean
filter_cb (gpointer item,
           gpointer data)
{
  CoalitionPicker *self = data;

  return coalition_pick_item_matches (item, (const char *const *) self->words);
}

static void
pick (CoalitionPicker *self,
      guint            position)
{
  g_autoptr (CoalitionPickItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autofree char *own = NULL;

  if (item == NULL)
    return;
  if (g_list_store_find (self->own, item, NULL))
    {
      own = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
      gtk_popover_popdown (self->popover);
      g_signal_emit (self, signals[PICKED], 0, NULL, own);
      return;
    }
  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[PICKED], 0, coalition_pick_item_get_key (item), NULL);
}

static void
activate_cb (CoalitionPicker *self,
             guint            position)
{
  pick (self, position);
}

static void
search_changed_cb (CoalitionPicker *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *folded = coalition_text_fold (text);
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  g_clear_pointer (&self->words, g_strfreev);
  self->words = g_strsplit (folded, " ", -1);
  if (*folded == '\0')
    g_clear_pointer (&self->words, g_strfreev);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);

  g_list_store_remove_all (self->own);
  if (self->own_format != NULL && *stripped != '\0')
    {
      g_autoptr (CoalitionPickItem) item = NULL;
      g_autofree char *label = NULL;
      g_auto (GStrv) parts = g_strsplit (self->own_format, "%s", 2);

      label = g_strconcat (parts[0], stripped, parts[1], NULL);
      item = coalition_pick_item_new (NULL, label, -1);
      g_list_store_append (self->own, item);
    }
}

static void
search_activate_cb (CoalitionPicker *self)
{
  pick (self, 0);
}

static gboolean
search_key_cb (CoalitionPicker *self,
               guint            keyval,
               guint            keycode,
               GdkModifierType  state)
{
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    return gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);

  return GDK_EVENT_PROPAGATE;
}

static void
popover_show_cb (CoalitionPicker *self)
{
  guint n;

  g_list_store_remove_all (self->items);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  if (self->fill != NULL)
    self->fill (self->items, self->fill_data);
  if (self->clearable && self->current != NULL)
    {
      g_autoptr (CoalitionPickItem) nothing = coalition_pick_item_new (NULL, _("Not known"), -1);

      g_list_store_append (self->items, nothing);
    }
  search_changed_cb (self);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  gtk_widget_set_visible (GTK_WIDGET (self->search), n >= MANY || self->own_format != NULL);
  if (gtk_widget_get_visible (GTK_WIDGET (self->search)))
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
setup_cb (CoalitionPicker *self,
          GtkListItem     *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *shape = coalition_shape_new (18);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), shape);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (CoalitionPicker *self,
         GtkListItem     *list_item)
{
  CoalitionPickItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *shape = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GtkWidget *label = gtk_widget_get_next_sibling (shape);
  GtkWidget *check = gtk_widget_get_next_sibling (label);
  const char *key = coalition_pick_item_get_key (item);
  int level = coalition_pick_item_get_level (item);

  gtk_label_set_text (GTK_LABEL (label), coalition_pick_item_get_label (item));
  if (key == NULL)
    gtk_widget_add_css_class (label, "dim-label");
  else
    gtk_widget_remove_css_class (label, "dim-label");
  gtk_widget_set_visible (shape, level >= 0);
  if (level >= 0)
    coalition_shape_set_level (COALITION_SHAPE (shape), level, FALSE);
  gtk_widget_set_visible (check, key != NULL && g_strcmp0 (key, self->current) == 0);
}

static void
coalition_picker_dispose (GObject *object)
{
  CoalitionPicker *self = COALITION_PICKER (object);

  if (self->fill_destroy != NULL)
    g_clear_pointer (&self->fill_data, self->fill_destroy);
  self->fill = NULL;
  self->fill_destroy = NULL;
  g_clear_object (&self->items);
  g_clear_object (&self->own);
  G_OBJECT_CLASS (coalition_picker_parent_class)->dispose (object);
}

static void
coalition_picker_finalize (GObject *object)
{
  CoalitionPicker *self = COALITION_PICKER (object);

  g_free (self->label);
  g_free (self->own_format);
  g_free (self->current);
  g_strfreev (self->words);
  G_OBJECT_CLASS (coalition_picker_parent_class)->finalize (object);
}

static gboolean
coalition_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (COALITION_PICKER (widget)->button));
}

static void
coalition_picker_class_init (CoalitionPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = coalition_picker_dispose;
  object_class->finalize = coalition_picker_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = coalition_picker_grab_focus;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "picker");

  /**
   * CoalitionPicker::picked:
   * @key: (nullable): the key of what was picked
   * @words: (nullable): own words
   *
   * A person picked something.
   */
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
build_popover (CoalitionPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);
  GtkFilterListModel *filtered;

  self->items = g_list_store_new (COALITION_TYPE_PICK_ITEM);
  self->own = g_list_store_new (COALITION_TYPE_PICK_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_cb, self, NULL));
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), self->filter);
  g_list_store_append (parts, filtered);
  g_list_store_append (parts, self->own);
  g_object_unref (filtered);
  self->selection = GTK_SELECTION_MODEL (gtk_no_selection_new (
    G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)))));

  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  g_object_set (self->search, "search-delay", 0, "placeholder-text", _("Search"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search or write"), -1);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (search_activate_cb), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (gtk_popover_popdown), self->popover);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (search_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search), key);

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (self->selection, factory));
  gtk_list_view_set_single_click_activate (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, self->label, -1);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_size_request (scrolled, 200, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_popover_set_child (self->popover, box);
}

static void
coalition_picker_init (CoalitionPicker *self)
{
  self->clearable = TRUE;
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->text = GTK_LABEL (gtk_label_new (NULL));
  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_label_set_xalign (self->text, 0);
  gtk_label_set_wrap (self->text, TRUE);
  gtk_label_set_wrap_mode (self->text, PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (GTK_WIDGET (self->text), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->popover), "picker");
  gtk_menu_button_set_popover (self->button, GTK_WIDGET (self->popover));
  gtk_menu_button_set_child (self->button, GTK_WIDGET (self->text));
  /* The words begin where those of an entry would. */
  for (GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self->text)); parent != GTK_WIDGET (self->button);
       parent = gtk_widget_get_parent (parent))
    gtk_widget_set_halign (parent, GTK_ALIGN_FILL);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
  g_signal_connect_object (self->popover, "show", G_CALLBACK (popover_show_cb), self, G_CONNECT_SWAPPED);
}

/**
 * coalition_picker_new:
 * @label: the name of the button and of the list for screen readers
 *
 * Makes a picker without anything to pick.
 *
 * Returns: (transfer floating): the widget
 */
CoalitionPicker *
coalition_picker_new (const char *label)
{
  CoalitionPicker *self = g_object_new (COALITION_TYPE_PICKER, NULL);

  self->label = g_strdup (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  build_popover (self);

  return self;
}

/**
 * coalition_picker_set_fill:
 * @self: a picker
 * @fill: (nullable): the function that fills the list
 * @data: its data
 * @destroy: (nullable): frees @data
 *
 * Sets where the list comes from.
 */
void
coalition_picker_set_fill (CoalitionPicker     *self,
                           CoalitionPickerFill  fill,
                           gpointer             data,
                           GDestroyNotify       destroy)
{
  if (self->fill_destroy != NULL)
    self->fill_destroy (self->fill_data);
  self->fill = fill;
  self->fill_data = data;
  self->fill_destroy = destroy;
}

static void
fill_choices (GListStore *store,
              gpointer    data)
{
  const CoalitionField *field = data;

  for (const CoalitionChoice *choice = field->choices; choice != NULL && choice->key != NULL; choice++)
    {
      g_autoptr (CoalitionPickItem) item = coalition_pick_item_new (choice->key, _(choice->label), -1);

      g_list_store_append (store, item);
    }
}

/**
 * coalition_picker_set_choices:
 * @self: a picker
 * @field: a field with choices; it must outlive the picker
 *
 * Lets a person pick one of the choices of @field, or write own words where it is open.
 */
void
coalition_picker_set_choices (CoalitionPicker      *self,
                              const CoalitionField *field)
{
  coalition_picker_set_fill (self, fill_choices, (gpointer) field, NULL);
  coalition_picker_set_clearable (self, !(field->flags & COALITION_FIELD_REQUIRED));
  if (field->flags & COALITION_FIELD_OPEN)
    /* TRANSLATORS: own words instead of one of the choices */
    coalition_picker_set_own (self, _("Use “%s”"));
}

typedef struct
{
  CoalitionSession *session;
  const CoalitionKind *kind;
} Records;

static void
records_free (gpointer data)
{
  Records *records = data;

  g_object_unref (records->session);
  g_free (records);
}

static void
fill_records (GListStore *store,
              gpointer    data)
{
  Records *records = data;
  CoalitionCampaign *campaign = coalition_session_get_campaign (records->session);
  GListModel *model = campaign != NULL ? coalition_campaign_get_records (campaign, records->kind) : NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = model != NULL ? g_list_model_get_n_items (model) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CoalitionRecord) record = g_list_model_get_item (model, i);
      g_autofree char *title = coalition_campaign_dup_title (campaign, record);
      int level = records->kind == &coalition_kind_party ? (int) coalition_level_of_party (record) : -1;

      g_ptr_array_add (items, coalition_pick_item_new (coalition_record_get_id (record), title, level));
    }
  g_list_store_splice (store, 0, 0, items->pdata, items->len);
  g_list_store_sort (store, coalition_pick_item_compare, NULL);
}

/**
 * coalition_picker_set_records:
 * @self: a picker
 * @session: the session
 * @kind: a kind
 *
 * Lets a person pick one of the records of @kind, or name a new one.
 */
void
coalition_picker_set_records (CoalitionPicker     *self,
                              CoalitionSession    *session,
                              const CoalitionKind *kind)
{
  Records *records = g_new (Records, 1);

  records->session = g_object_ref (session);
  records->kind = kind;
  coalition_picker_set_fill (self, fill_records, records, records_free);
  if (kind->title != NULL)
    /* TRANSLATORS: the name of a record that does not exist yet */
    coalition_picker_set_own (self, _("New: “%s”"));
}

/**
 * coalition_picker_new_for_kind:
 * @session: the session
 * @kind: a kind
 * @label: name for screen readers
 *
 * Makes a picker of records.
 *
 * Returns: (transfer floating): the widget
 */
CoalitionPicker *
coalition_picker_new_for_kind (CoalitionSession    *session,
                               const CoalitionKind *kind,
                               const char          *label)
{
  CoalitionPicker *self = coalition_picker_new (label);

  coalition_picker_set_records (self, session, kind);

  return self;
}

/**
 * coalition_picker_set_own:
 * @self: a picker
 * @format: (nullable): the row that takes what was typed, translated, with %s for it; %NULL to take no own words
 *
 * Lets a person write own words.
 */
void
coalition_picker_set_own (CoalitionPicker *self,
                          const char      *format)
{
  g_free (self->own_format);
  self->own_format = g_strdup (format);
  g_object_set (self->search, "placeholder-text", format != NULL ? _("Search or write") : _("Search"), NULL);
}

/**
 * coalition_picker_set_clearable:
 * @self: a picker
 * @clearable: whether "Not known" is offered
 *
 * Sets whether what was picked can be taken back.
 */
void
coalition_picker_set_clearable (CoalitionPicker *self,
                                gboolean         clearable)
{
  self->clearable = clearable;
}

/**
 * coalition_picker_set_short:
 * @self: a picker
 *
 * Says that what is picked is a word or two: the button stays on one line and takes no more room than that.
 */
void
coalition_picker_set_short (CoalitionPicker *self)
{
  gtk_label_set_wrap (self->text, FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), FALSE);
}

/**
 * coalition_picker_set_text:
 * @self: a picker
 * @text: (nullable): what the button shows; %NULL if nothing is picked
 *
 * Sets the words on the button.
 */
void
coalition_picker_set_text (CoalitionPicker *self,
                           const char      *text)
{
  gboolean empty = text == NULL || *text == '\0';
  g_autofree char *name = empty ? g_strdup (self->label)
                                /* TRANSLATORS: the name of a field and what it holds, for screen readers */
                                : g_strdup_printf (_("%s: %s"), self->label, text);

  gtk_label_set_text (self->text, empty ? "—" : text);
  if (empty)
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->text), "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * coalition_picker_set_icon:
 * @self: a picker
 * @icon_name: name of a symbolic icon
 * @tooltip: what the button does, translated
 *
 * Shows an icon instead of words.
 */
void
coalition_picker_set_icon (CoalitionPicker *self,
                           const char      *icon_name,
                           const char      *tooltip)
{
  gtk_menu_button_set_icon_name (self->button, icon_name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), tooltip);
}

/**
 * coalition_picker_set_current:
 * @self: a picker
 * @key: (nullable): the key of what is picked
 *
 * Marks an item of the list.
 */
void
coalition_picker_set_current (CoalitionPicker *self,
                              const char      *key)
{
  g_autofree char *old = self->current;

  self->current = g_strdup (key);
}
