/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-judgements.h"

#include "coalition-clock.h"
#include "coalition-date.h"
#include "coalition-dots.h"
#include "coalition-field-text.h"
#include "coalition-form.h"
#include "coalition-inspector-group.h"
#include "coalition-pick-item.h"
#include "coalition-picker.h"
#include "coalition-yes-no.h"

#include <glib/gi18n-lib.h>

/**
 * CoalitionJudgements:
 *
 * How we judge a party on the campaign as a whole, one row for each aspect: dots to click, a stance to pick, yes
 * or no. A judgement of an earlier day is never overwritten: a new one is recorded, and the latest counts. The pencil
 * opens the reasons.
 */
struct _CoalitionJudgements
{
  GtkBox parent_instance;

  CoalitionSession *session;
  CoalitionRecord *party;
  GtkListBox *list;
  gboolean reasons;
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (CoalitionJudgements, coalition_judgements, GTK_TYPE_BOX)

static void refresh (CoalitionJudgements *self);

static const char *
get_aspect (GtkWidget *editor)
{
  return g_object_get_data (G_OBJECT (editor), "aspect");
}

/* A negative value takes the judgement back. */
static void
judge (CoalitionJudgements *self,
       const char          *aspect,
       int                  value)
{
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  const CoalitionKind *kind = &coalition_kind_judgement;
  CoalitionRecord *latest = coalition_campaign_get_judgement (campaign, coalition_record_get_id (self->party), aspect, NULL);
  g_autofree char *today = coalition_clock_today ();
  const char *label = coalition_field_choice_label (coalition_kind_find_field (kind, "aspect"), aspect);
  /* TRANSLATORS: an aspect, such as "Influence", and the name of a party */
  g_autoptr (CoalitionCommand) command = coalition_command_new (N_("Judge “%s” of %s"), label,
                                                                coalition_record_get_title (self->party), NULL);
  const char *id;

  if (value < 0)
    {
      if (latest == NULL)
        return;
      coalition_command_delete (command, kind, coalition_record_get_id (latest));
    }
  else if (latest != NULL && g_strcmp0 (coalition_record_get_text (latest, "judged_on"), today) == 0)
    coalition_command_set_integer (command, kind, coalition_record_get_id (latest), "value", value);
  else
    {
      id = coalition_command_insert (command, kind, NULL);
      coalition_command_set_text (command, kind, id, "party", coalition_record_get_id (self->party));
      coalition_command_set_text (command, kind, id, "aspect", aspect);
      coalition_command_set_integer (command, kind, id, "value", value);
      coalition_command_set_text (command, kind, id, "judged_on", today);
    }
  coalition_session_run (self->session, g_steal_pointer (&command), NULL);
}

static void
dots_changed_cb (CoalitionJudgements *self,
                 CoalitionDots       *dots)
{
  if (!self->loading)
    judge (self, get_aspect (GTK_WIDGET (dots)), coalition_dots_get_value (dots));
}

static void
gate_answered_cb (CoalitionJudgements *self,
                  CoalitionYesNo      *gate)
{
  judge (self, "gatekeeper", coalition_yes_no_get_value (gate));
}

static void
stance_picked_cb (CoalitionJudgements *self,
                  const char          *key,
                  const char          *words)
{
  judge (self, "stance", key != NULL ? (int) g_ascii_strtoll (key, NULL, 10) : -1);
}

static void
fill_stances (GListStore *store,
              gpointer    data)
{
  for (int stance = 5; stance >= 1; stance--)
    {
      g_autofree char *key = g_strdup_printf ("%d", stance);
      g_autofree char *label = coalition_stance_label (stance);
      g_autoptr (CoalitionPickItem) item = coalition_pick_item_new (key, label, -1);

      g_list_store_append (store, item);
    }
}

static GtkWidget *
build_editor (CoalitionJudgements *self,
              const char          *aspect,
              const char          *label,
              CoalitionRecord     *latest)
{
  GtkWidget *editor;
  gint64 value = -1;

  if (latest != NULL && !coalition_record_get_integer (latest, "value", &value))
    value = -1;
  if (g_str_equal (aspect, "stance"))
    {
      g_autofree char *text = value >= 0 ? coalition_stance_label (value) : NULL;
      g_autofree char *key = value >= 0 ? g_strdup_printf ("%d", (int) value) : NULL;

      editor = GTK_WIDGET (coalition_picker_new (label));
      coalition_picker_set_fill (COALITION_PICKER (editor), fill_stances, NULL, NULL);
      coalition_picker_set_short (COALITION_PICKER (editor));
      coalition_picker_set_text (COALITION_PICKER (editor), text);
      coalition_picker_set_current (COALITION_PICKER (editor), key);
      gtk_widget_add_css_class (editor, "stance");
      if (value >= 4)
        gtk_widget_add_css_class (editor, "success");
      else if (value >= 0 && value <= 2)
        gtk_widget_add_css_class (editor, "error");
      g_signal_connect_object (editor, "picked", G_CALLBACK (stance_picked_cb), self, G_CONNECT_SWAPPED);
    }
  else if (g_str_equal (aspect, "gatekeeper"))
    {
      editor = coalition_yes_no_new (label, TRUE);
      coalition_yes_no_set_value (COALITION_YES_NO (editor), value < 0 ? -1 : value > 0);
      g_signal_connect_object (editor, "changed", G_CALLBACK (gate_answered_cb), self, G_CONNECT_SWAPPED);
    }
  else
    {
      editor = coalition_dots_new (0, 5, label);
      coalition_dots_set_value (COALITION_DOTS (editor), (int) value);
      g_signal_connect_object (editor, "changed", G_CALLBACK (dots_changed_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_widget_set_valign (editor, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (editor), "aspect", g_strdup (aspect), g_free);

  return editor;
}

static char *
dup_reason (CoalitionRecord *latest)
{
  const char *reason = coalition_record_get_text (latest, "reason");
  const char *by = coalition_record_get_text (latest, "judged_by");
  g_autofree char *on = coalition_date_format (coalition_record_get_text (latest, "judged_on"));
  const char *parts[4] = { NULL };
  guint n = 0;

  if (reason != NULL)
    parts[n++] = reason;
  if (by != NULL)
    parts[n++] = by;
  if (*on != '\0')
    parts[n++] = on;

  return g_strjoinv (" · ", (char **) parts);
}

static void
add_row (CoalitionJudgements *self,
         const char          *aspect,
         const char          *label)
{
  static const char *const fields[] = { "reason", "judged_by", "judged_on", NULL };
  CoalitionCampaign *campaign = coalition_session_get_campaign (self->session);
  CoalitionRecord *latest = coalition_campaign_get_judgement (campaign, coalition_record_get_id (self->party), aspect, NULL);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *name = gtk_label_new (label);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (lines), name);
  gtk_box_append (GTK_BOX (columns), lines);
  gtk_box_append (GTK_BOX (columns), build_editor (self, aspect, label, latest));
  gtk_box_append (GTK_BOX (box), columns);
  gtk_widget_set_vexpand (columns, TRUE);
  if (latest != NULL && self->reasons)
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (coalition_form_new (self->session, latest, fields, NULL, COALITION_FORM_NONE)));
  else if (latest != NULL && coalition_record_get_text (latest, "reason") != NULL)
    {
      g_autofree char *reason = dup_reason (latest);
      GtkWidget *caption = gtk_label_new (reason);

      gtk_label_set_xalign (GTK_LABEL (caption), 0);
      gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (caption), PANGO_WRAP_WORD_CHAR);
      gtk_widget_add_css_class (caption, "caption");
      gtk_widget_add_css_class (caption, "dim-label");
      gtk_box_append (GTK_BOX (lines), caption);
    }
  else if (latest != NULL)
    {
      g_autofree char *when = dup_reason (latest);

      if (*when != '\0')
        gtk_widget_set_tooltip_text (lines, when);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (row, "field");
  gtk_list_box_append (self->list, row);
}

static void
refresh (CoalitionJudgements *self)
{
  const CoalitionField *field = coalition_kind_find_field (&coalition_kind_judgement, "aspect");
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  int focused = focus != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;
  gboolean dots = focused >= 0 && !self->reasons;
  GtkWidget *child;

  if (coalition_session_get_campaign (self->session) == NULL)
    return;
  self->loading = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (const CoalitionChoice *choice = field->choices; choice->key != NULL; choice++)
    add_row (self, choice->key, _(choice->label));
  self->loading = FALSE;
  /* Rows are made anew: whoever steps through the dots by keyboard stays where they were. */
  if (dots)
    gtk_widget_child_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, focused)), GTK_DIR_TAB_FORWARD);
}

static void
changed_cb (CoalitionJudgements *self,
            GPtrArray           *changes)
{
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      CoalitionChange *change = changes->pdata[i];

      if (!coalition_record_is (change->record, &coalition_kind_judgement))
        continue;
      /* A reason being typed is followed by its own form; only what comes or goes needs new rows. */
      if (self->reasons && change->type == COALITION_CHANGE_MODIFIED)
        continue;
      refresh (self);
      return;
    }
}

static void
reasons_cb (CoalitionJudgements *self,
            GParamSpec          *pspec,
            GtkToggleButton     *button)
{
  coalition_forms_commit (GTK_WIDGET (self->list));
  self->reasons = gtk_toggle_button_get_active (button);
  refresh (self);
}

static void
coalition_judgements_dispose (GObject *object)
{
  CoalitionJudgements *self = COALITION_JUDGEMENTS (object);

  g_clear_object (&self->session);
  g_clear_object (&self->party);
  G_OBJECT_CLASS (coalition_judgements_parent_class)->dispose (object);
}

static void
coalition_judgements_class_init (CoalitionJudgementsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coalition_judgements_dispose;
}

static void
coalition_judgements_init (CoalitionJudgements *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

/**
 * coalition_judgements_new:
 * @session: the session
 * @party: a party
 *
 * Makes the judgements of @party.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
coalition_judgements_new (CoalitionSession *session,
                          CoalitionRecord  *party)
{
  CoalitionJudgements *self = g_object_new (COALITION_TYPE_JUDGEMENTS, NULL);
  CoalitionCampaign *campaign = coalition_session_get_campaign (session);
  CoalitionInspectorGroup *group = coalition_inspector_group_new (_("Judgements"));
  GtkWidget *pencil = gtk_toggle_button_new ();

  self->session = g_object_ref (session);
  self->party = g_object_ref (party);
  gtk_button_set_icon_name (GTK_BUTTON (pencil), "document-edit-symbolic");
  gtk_widget_add_css_class (pencil, "flat");
  gtk_widget_set_tooltip_text (pencil, _("Edit Reasons"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (pencil), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Edit Reasons"), -1);
  g_signal_connect_object (pencil, "notify::active", G_CALLBACK (reasons_cb), self, G_CONNECT_SWAPPED);
  coalition_inspector_group_add_suffix (group, pencil);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (group));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  refresh (self);
  if (campaign != NULL)
    g_signal_connect_object (campaign, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
