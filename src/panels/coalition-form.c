/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-form.h"

#include "coalition-draft-row.h"
#include "coalition-field-row.h"
#include "coalition-own-field-dialog.h"

#include <glib/gi18n-lib.h>

/**
 * CoalitionForm:
 *
 * Editors for the fields of a record of any kind, made from the kind's description: the few that come first at once,
 * the others behind "More fields". Each edit is one command; what changes elsewhere (undo, the map) is followed. A
 * draft form has no record yet: it collects values until they are put into a command.
 */
struct _CoalitionForm
{
  GtkBox parent_instance;

  CoalitionSession *session;
  CoalitionRecord *record;
  const CoalitionKind *kind;
  GStrv only;
  GStrv skip;
  CoalitionFormFlags flags;
  gboolean expanded;
  gboolean touched;

  GtkListBox *list;
  GtkWidget *more;
  GPtrArray *fields;
  GPtrArray *rows;
  guint rebuild_id;
};

enum
{
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CoalitionForm, coalition_form, GTK_TYPE_BOX)

static void rebuild (CoalitionForm *self);

static CoalitionCampaign *
get_campaign (CoalitionForm *self)
{
  return coalition_session_get_campaign (self->session);
}

static gboolean
is_shown (CoalitionForm        *self,
          const CoalitionField *field,
          gboolean              first)
{
  gboolean own = coalition_field_get_own_id (field) != NULL;

  if (field->flags & COALITION_FIELD_HIDDEN)
    return FALSE;
  if (own && !(self->flags & COALITION_FORM_OWN))
    return FALSE;
  if (self->only != NULL && !own)
    return first && g_strv_contains ((const char *const *) self->only, field->name);
  if (self->skip != NULL && !own && g_strv_contains ((const char *const *) self->skip, field->name))
    return FALSE;

  /* What a record cannot be without comes first too, or a draft could never be completed. */
  return first == (!own && (field->flags & (COALITION_FIELD_FIRST | COALITION_FIELD_REQUIRED | COALITION_FIELD_OWNER)) != 0);
}

static void
committed_cb (CoalitionForm     *self,
              CoalitionFieldRow *row)
{
  const CoalitionField *field = coalition_field_row_get_field (row);
  g_autoptr (CoalitionCommand) command = NULL;
  g_autofree char *title = NULL, *new_title = NULL;

  self->touched = TRUE;
  if (self->record == NULL)
    return;
  /* An entry that loses the focus because its record or the whole campaign is going has nothing to say any more. */
  if (get_campaign (self) == NULL ||
      coalition_campaign_get_record (get_campaign (self), self->kind, coalition_record_get_id (self->record)) != self->record)
    return;
  title = coalition_campaign_dup_title (get_campaign (self), self->record);
  /* TRANSLATORS: a field, and the name of the record that it belongs to */
  command = coalition_command_new (N_("Change %s of %s"), _(field->label), title, NULL);
  new_title = coalition_field_row_steal_new (row);
  if (new_title != NULL)
    {
      const CoalitionKind *target = coalition_kinds_find (field->target);
      const char *id = coalition_command_insert (command, target, NULL);
      g_auto (CoalitionValue) value = COALITION_VALUE_INIT;

      coalition_command_set_text (command, target, id, target->title, new_title);
      if (target == &coalition_kind_party)
        coalition_session_place_party (self->session, command, id, new_title, NULL);
      coalition_value_set_text (&value, id);
      coalition_command_set (command, self->kind, coalition_record_get_id (self->record), field, &value);
    }
  else
    coalition_command_set (command, self->kind, coalition_record_get_id (self->record), field,
                           coalition_field_row_get_value (row));
  coalition_session_run (self->session, g_steal_pointer (&command), NULL);
}

static void
entered_cb (CoalitionForm *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
refresh (CoalitionForm *self)
{
  CoalitionCampaign *campaign = get_campaign (self);

  if (self->record == NULL || campaign == NULL)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_auto (CoalitionValue) value = COALITION_VALUE_INIT;

      coalition_campaign_get_value (campaign, self->record, coalition_field_row_get_field (self->rows->pdata[i]), &value);
      coalition_field_row_set_value (self->rows->pdata[i], &value);
    }
}

static void
rename_own_cb (CoalitionForm *self,
               GtkWidget     *button)
{
  const char *id = g_object_get_data (G_OBJECT (button), "own-field");
  CoalitionRecord *own = coalition_campaign_get_record (get_campaign (self), &coalition_kind_own_field, id);

  if (own != NULL)
    coalition_own_field_dialog_present (GTK_WIDGET (self), self->session, self->kind, own);
}

static void
add_own_cb (CoalitionForm *self)
{
  coalition_own_field_dialog_present (GTK_WIDGET (self), self->session, self->kind, NULL);
}

static void
add_row (CoalitionForm        *self,
         const CoalitionField *field)
{
  CoalitionFieldRow *row = coalition_field_row_new (self->session, field);
  const char *own = coalition_field_get_own_id (field);

  g_signal_connect_object (row, "committed", G_CALLBACK (committed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entered", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
  gtk_list_box_append (self->list, GTK_WIDGET (row));
  if (own != NULL)
    {
      GtkWidget *button = gtk_button_new_from_icon_name ("view-more-symbolic");
      g_autofree char *tooltip = g_strdup_printf (_("Change the Own Field “%s”"), _(field->label));

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (button, tooltip);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
      g_object_set_data_full (G_OBJECT (button), "own-field", g_strdup (own), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (rename_own_cb), self, G_CONNECT_SWAPPED);
      coalition_field_row_add_suffix (row, button);
    }
}

static void
more_cb (CoalitionForm *self)
{
  guint first;

  coalition_form_commit (self);
  self->expanded = !self->expanded;
  first = self->rows->len;
  rebuild (self);
  if (self->expanded && self->rows->len > first)
    gtk_widget_grab_focus (self->rows->pdata[first]);
  else
    gtk_widget_grab_focus (self->more);
}

/* A row that is a button as wide as the list. */
static GtkWidget *
add_button_row (CoalitionForm *self,
                const char    *label,
                const char    *icon,
                GCallback      callback)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text = gtk_label_new (label);

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "wide");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), button);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);

  return button;
}

static void
rebuild (CoalitionForm *self)
{
  CoalitionCampaign *campaign = get_campaign (self);
  GtkWidget *child;
  gboolean hidden = FALSE;

  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  self->more = NULL;
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  if (campaign == NULL)
    return;
  self->fields = coalition_campaign_list_fields (campaign, self->kind);

  for (guint i = 0; i < self->fields->len; i++)
    if (is_shown (self, self->fields->pdata[i], TRUE))
      add_row (self, self->fields->pdata[i]);
  for (guint i = 0; i < self->fields->len && (self->flags & COALITION_FORM_MORE); i++)
    if (is_shown (self, self->fields->pdata[i], FALSE))
      {
        hidden = TRUE;
        if (self->expanded)
          add_row (self, self->fields->pdata[i]);
      }
  if (self->expanded && (self->flags & COALITION_FORM_OWN))
    add_button_row (self, _("Add own field…"), "list-add-symbolic", G_CALLBACK (add_own_cb));
  if (hidden || (self->flags & COALITION_FORM_OWN))
    self->more = add_button_row (self, self->expanded ? _("Fewer fields") : _("More fields"),
                                 self->expanded ? "pan-up-symbolic" : "pan-down-symbolic", G_CALLBACK (more_cb));
  refresh (self);
}

static CoalitionFieldRow *
find_row (CoalitionForm *self,
          const char    *field)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (coalition_field_row_get_field (self->rows->pdata[i])->name, field))
      return self->rows->pdata[i];

  return NULL;
}

static gboolean
rebuild_cb (gpointer data)
{
  CoalitionForm *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list))
                     ? gtk_widget_get_ancestor (focus, COALITION_TYPE_FIELD_ROW) : NULL;
  g_autofree char *name = row != NULL ? g_strdup (coalition_field_row_get_field (COALITION_FIELD_ROW (row))->name) : NULL;

  self->rebuild_id = 0;
  /* Whoever stands in a field stays in it, and the page where it is. */
  if (row != NULL)
    gtk_root_set_focus (root, NULL);
  rebuild (self);
  if (name != NULL && find_row (self, name) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (find_row (self, name)));

  return G_SOURCE_REMOVE;
}

/* Own fields came, went or were renamed: the rows hold descriptions that are no longer true. */
static void
changed_cb (CoalitionForm *self,
            GPtrArray     *changes)
{
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      CoalitionChange *change = changes->pdata[i];

      if ((self->flags & COALITION_FORM_OWN) && coalition_record_is (change->record, &coalition_kind_own_field))
        {
          if (self->rebuild_id == 0)
            self->rebuild_id = g_idle_add (rebuild_cb, self);
          return;
        }
    }
  refresh (self);
}

static void
coalition_form_dispose (GObject *object)
{
  CoalitionForm *self = COALITION_FORM (object);

  g_clear_handle_id (&self->rebuild_id, g_source_remove);
  g_clear_object (&self->record);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (coalition_form_parent_class)->dispose (object);
}

static void
coalition_form_finalize (GObject *object)
{
  CoalitionForm *self = COALITION_FORM (object);

  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_strfreev (self->only);
  g_strfreev (self->skip);
  G_OBJECT_CLASS (coalition_form_parent_class)->finalize (object);
}

static void
coalition_form_class_init (CoalitionFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coalition_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = coalition_form_finalize;

  /**
   * CoalitionForm::entered:
   *
   * A person pressed Enter in one of the entries.
   */
  signals[ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
coalition_form_init (CoalitionForm *self)
{
  self->rows = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
}

static CoalitionForm *
form_new (CoalitionSession    *session,
          const CoalitionKind *kind,
          CoalitionRecord     *record,
          const char *const   *only,
          const char *const   *skip,
          CoalitionFormFlags   flags)
{
  CoalitionForm *self = g_object_new (COALITION_TYPE_FORM, NULL);
  CoalitionCampaign *campaign = coalition_session_get_campaign (session);

  self->session = g_object_ref (session);
  self->kind = kind;
  self->record = record != NULL ? g_object_ref (record) : NULL;
  self->only = g_strdupv ((char **) only);
  self->skip = g_strdupv ((char **) skip);
  self->flags = flags;
  rebuild (self);
  if (campaign != NULL)
    g_signal_connect_object (campaign, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * coalition_form_new:
 * @session: the session
 * @record: a record
 * @only: (nullable): names of the fields to show, ends with %NULL; %NULL for all
 * @skip: (nullable): names of fields to leave out, ends with %NULL
 * @flags: what else it shows
 *
 * Makes a form whose edits run as commands.
 *
 * Returns: (transfer floating): the form
 */
CoalitionForm *
coalition_form_new (CoalitionSession   *session,
                    CoalitionRecord    *record,
                    const char *const  *only,
                    const char *const  *skip,
                    CoalitionFormFlags  flags)
{
  return form_new (session, coalition_record_get_kind (record), record, only, skip, flags);
}

/**
 * coalition_form_new_draft:
 * @session: the session
 * @kind: a kind
 * @skip: (nullable): names of fields to leave out, ends with %NULL
 *
 * Makes a form for a record that does not exist yet.
 *
 * Returns: (transfer floating): the form
 */
CoalitionForm *
coalition_form_new_draft (CoalitionSession    *session,
                          const CoalitionKind *kind,
                          const char *const   *skip)
{
  return form_new (session, kind, NULL, NULL, skip, COALITION_FORM_NONE);
}

/**
 * coalition_form_set_text:
 * @self: a draft form
 * @field: name of a field
 * @text: its first value, as it is stored
 *
 * Fills a field in advance.
 */
void
coalition_form_set_text (CoalitionForm *self,
                         const char    *field,
                         const char    *text)
{
  CoalitionFieldRow *row = find_row (self, field);
  g_auto (CoalitionValue) value = COALITION_VALUE_INIT;

  if (row == NULL)
    return;
  if (coalition_field_parse (coalition_field_row_get_field (row), text, &value, NULL))
    coalition_field_row_set_value (row, &value);
}

/**
 * coalition_form_commit:
 * @self: a form
 *
 * Takes over what was typed and not yet committed, before the form goes.
 *
 * Returns: %FALSE if something cannot be read; its row says why
 */
gboolean
coalition_form_commit (CoalitionForm *self)
{
  gboolean whole = TRUE;

  for (guint i = 0; i < self->rows->len; i++)
    whole = coalition_field_row_commit (self->rows->pdata[i]) && whole;

  return whole;
}

/**
 * coalition_form_is_touched:
 * @self: a form
 *
 * Whether a person entered anything; what was filled in advance does not count.
 *
 * Returns: %TRUE if something was entered
 */
gboolean
coalition_form_is_touched (CoalitionForm *self)
{
  return self->touched;
}

/**
 * coalition_form_is_whole:
 * @self: a form
 *
 * Whether no field that is required is empty.
 *
 * Returns: %TRUE if none is
 */
gboolean
coalition_form_is_whole (CoalitionForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if ((coalition_field_row_get_field (self->rows->pdata[i])->flags & COALITION_FIELD_REQUIRED) &&
        coalition_field_row_is_empty (self->rows->pdata[i]))
      return FALSE;

  return TRUE;
}

/**
 * coalition_form_insert:
 * @self: a draft form
 * @command: a command
 *
 * Adds the new record to @command. If something required is missing or cannot be read, its row is marked and takes the
 * focus.
 *
 * Returns: (transfer none) (nullable): the id of the record, or %NULL if the form is not complete
 */
const char *
coalition_form_insert (CoalitionForm    *self,
                       CoalitionCommand *command)
{
  gboolean whole = coalition_form_commit (self);
  const char *id;

  for (guint i = 0; i < self->rows->len; i++)
    {
      CoalitionFieldRow *row = self->rows->pdata[i];
      const CoalitionField *field = coalition_field_row_get_field (row);

      if ((field->flags & COALITION_FIELD_REQUIRED) && coalition_field_row_is_empty (row))
        {
          coalition_field_row_set_error (row, _("This is needed"));
          if (whole)
            gtk_widget_grab_focus (GTK_WIDGET (row));
          whole = FALSE;
        }
    }
  if (!whole)
    return NULL;

  /* Records that are named here and do not exist yet come first. */
  g_autoptr (GPtrArray) references = g_ptr_array_new_full (self->rows->len, g_free);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const CoalitionField *field = coalition_field_row_get_field (self->rows->pdata[i]);
      g_autofree char *title = field->target != NULL ? coalition_field_row_steal_new (self->rows->pdata[i]) : NULL;
      const CoalitionKind *target = title != NULL ? coalition_kinds_find (field->target) : NULL;
      const char *reference = target != NULL ? coalition_command_insert (command, target, NULL) : NULL;

      if (target != NULL)
        coalition_command_set_text (command, target, reference, target->title, title);
      if (target == &coalition_kind_party)
        coalition_session_place_party (self->session, command, reference, title, NULL);
      g_ptr_array_add (references, g_strdup (reference));
    }
  id = coalition_command_insert (command, self->kind, NULL);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const CoalitionField *field = coalition_field_row_get_field (self->rows->pdata[i]);
      const CoalitionValue *value = coalition_field_row_get_value (self->rows->pdata[i]);

      if (references->pdata[i] != NULL)
        coalition_command_set_text (command, self->kind, id, field->name, references->pdata[i]);
      else if (value->type != COALITION_VALUE_NULL)
        coalition_command_set (command, self->kind, id, field, value);
    }

  return id;
}

/**
 * coalition_form_focus:
 * @self: a form
 *
 * Gives the focus to the first field.
 */
void
coalition_form_focus (CoalitionForm *self)
{
  if (self->rows->len > 0)
    gtk_widget_grab_focus (self->rows->pdata[0]);
}

/**
 * coalition_forms_commit:
 * @widget: a widget
 *
 * Takes over what was typed in every form within @widget, and adds the drafts that are whole; call it before @widget
 * goes.
 */
void
coalition_forms_commit (GtkWidget *widget)
{
  if (COALITION_IS_FIELD_ROW (widget))
    {
      coalition_field_row_commit (COALITION_FIELD_ROW (widget));
      return;
    }
  if (COALITION_IS_DRAFT_ROW (widget))
    {
      coalition_draft_row_commit (COALITION_DRAFT_ROW (widget));
      return;
    }
  /* A draft that is added may leave at once. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget), *next; child != NULL; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      coalition_forms_commit (child);
    }
}
