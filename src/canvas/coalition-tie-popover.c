/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-text.h"
#include "coalition-tie-popover.h"

#include <glib/gi18n-lib.h>

#define SAMPLE_WIDTH 34

struct _CoalitionTiePopover
{
  GtkPopover parent_instance;

  GtkLabel *title;
  GtkEntry *entry;
  GtkListBox *list;

  GtkListBoxRow *own_row; /* for the person's own words */
  GtkLabel *own_label;
  CoalitionMapTheme theme;
  gboolean chosen;
};

enum {
  CHOSEN,
  DISMISSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CoalitionTiePopover, coalition_tie_popover, GTK_TYPE_POPOVER)

static char *
get_text (CoalitionTiePopover *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static const CoalitionChoice *
get_choice (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "choice");
}

static gboolean
is_shown_cb (GtkListBoxRow *row,
             gpointer       data)
{
  CoalitionTiePopover *self = data;
  const CoalitionChoice *choice = get_choice (row);
  g_autofree char *text = get_text (self);

  if (choice == NULL)
    return *text != '\0';
  return *text == '\0' || coalition_text_matches (_(choice->label), text);
}

static void
select_first (CoalitionTiePopover *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      {
        gtk_list_box_select_row (self->list, row);
        return;
      }
}

static void
changed_cb (CoalitionTiePopover *self)
{
  g_autofree char *text = get_text (self);
  /* Translators: an offer to use a person's own words for a kind of tie. */
  g_autofree char *label = g_strdup_printf (_("Use “%s”"), text);

  gtk_label_set_text (self->own_label, label);
  gtk_list_box_invalidate_filter (self->list);
  select_first (self);
}

static void
choose (CoalitionTiePopover *self,
        GtkListBoxRow       *row)
{
  const CoalitionChoice *choice = get_choice (row);
  g_autofree char *text = get_text (self);

  if (choice == NULL && *text == '\0')
    return;
  self->chosen = TRUE;
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, choice != NULL ? choice->key : text);
}

static void
activate_cb (CoalitionTiePopover *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    choose (self, row);
}

static void
row_activated_cb (CoalitionTiePopover *self,
                  GtkListBoxRow       *row)
{
  choose (self, row);
}

static void
closed_cb (CoalitionTiePopover *self)
{
  if (!self->chosen)
    g_signal_emit (self, signals[DISMISSED], 0);
}

/* Up and Down walk the list while the person goes on typing. */
static gboolean
key_pressed_cb (CoalitionTiePopover *self,
                guint                keyval,
                guint                keycode,
                GdkModifierType      state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int step = keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down ? 1 : keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up ? -1 : 0;
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;

  if (step == 0)
    return FALSE;
  do
    row = gtk_list_box_get_row_at_index (self->list, index += step);
  while (row != NULL && !gtk_widget_get_child_visible (GTK_WIDGET (row)));
  if (row == NULL)
    return TRUE;
  gtk_list_box_select_row (self->list, row);
  adjustment = gtk_list_box_get_adjustment (self->list);
  if (adjustment != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
  return TRUE;
}

static void
draw_sample_cb (GtkDrawingArea *area,
                cairo_t        *cr,
                int             width,
                int             height,
                gpointer        data)
{
  CoalitionTiePopover *self = COALITION_TIE_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (area), COALITION_TYPE_TIE_POPOVER));
  const char *kind = data;
  CoalitionNetworkTie tie = {
    .kind = kind,
    .family = coalition_tie_family_for_kind (kind),
    .status = COALITION_TIE_ACTIVE,
    .strength = 2,
    .mutual = coalition_tie_kind_is_mutual (kind),
    .siblings = 1,
  };

  coalition_map_paint_tie_sample (cr, self->theme, &tie, width / 2.0, height / 2.0, width);
}

static GtkListBoxRow *
add_row (CoalitionTiePopover   *self,
         const CoalitionChoice *choice,
         GtkLabel             **label)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *sample = gtk_drawing_area_new (), *text = gtk_label_new (choice != NULL ? _(choice->label) : NULL);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (sample), SAMPLE_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (sample), 16);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (sample), draw_sample_cb, (gpointer) (choice != NULL ? choice->key : "knows"), NULL);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 26);
  gtk_box_append (GTK_BOX (box), sample);
  gtk_box_append (GTK_BOX (box), text);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data (G_OBJECT (row), "choice", (gpointer) choice);
  gtk_list_box_append (self->list, row);
  if (label != NULL)
    *label = GTK_LABEL (text);
  return GTK_LIST_BOX_ROW (row);
}

static void
coalition_tie_popover_dispose (GObject *object)
{
  if (gtk_popover_get_child (GTK_POPOVER (object)) != NULL)
    gtk_popover_set_child (GTK_POPOVER (object), NULL);
  G_OBJECT_CLASS (coalition_tie_popover_parent_class)->dispose (object);
}

static void
coalition_tie_popover_class_init (CoalitionTiePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coalition_tie_popover_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", COALITION_TYPE_TIE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DISMISSED] = g_signal_new ("dismissed", COALITION_TYPE_TIE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coalitionmap/Coalition/canvas/coalition-tie-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, CoalitionTiePopover, title);
  gtk_widget_class_bind_template_child (widget_class, CoalitionTiePopover, entry);
  gtk_widget_class_bind_template_child (widget_class, CoalitionTiePopover, list);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
coalition_tie_popover_init (CoalitionTiePopover *self)
{
  const CoalitionField *field = coalition_kind_find_field (&coalition_kind_tie, "kind");
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  for (const CoalitionChoice *choice = field->choices; choice->key != NULL; choice++)
    add_row (self, choice, NULL);
  self->own_row = add_row (self, NULL, &self->own_label);
  gtk_list_box_set_filter_func (self->list, is_shown_cb, self, NULL);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

/**
 * coalition_tie_popover_new:
 *
 * Returns: (transfer floating): a popover that asks for a kind of tie
 */
CoalitionTiePopover *
coalition_tie_popover_new (void)
{
  return g_object_new (COALITION_TYPE_TIE_POPOVER, NULL);
}

/**
 * coalition_tie_popover_ask:
 * @self: a popover with a parent
 * @place: what it points to, in its parent
 * @from: name of the party at the one end
 * @to: name of the party at the other end
 * @theme: in whose colors the samples are
 *
 * Asks for the kind of a tie.
 */
void
coalition_tie_popover_ask (CoalitionTiePopover *self,
                           const GdkRectangle  *place,
                           const char          *from,
                           const char          *to,
                           CoalitionMapTheme    theme)
{
  g_autofree char *title = g_strdup_printf ("%s → %s", from, to);

  self->chosen = FALSE;
  self->theme = theme;
  gtk_label_set_text (self->title, title);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  changed_cb (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), place);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
