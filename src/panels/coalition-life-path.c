/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-life-path.h"

#include <glib/gi18n-lib.h>

/* Height of the strip in which dots and line stand, and radii of the dots: past, now with its halo, to come. */
#define STRIP 20
#define PAST 5
#define NOW 8
#define HALO 10
#define LINE 2
/* What a button adds to its word, on both sides together. */
#define PADDING 4

/**
 * CoalitionLifePath:
 *
 * The life of a record as dots on a line, from the first choice of a field to its last; a click on one moves it there.
 * Where a word would not fit below its dot, the line runs downward, with the words beside it.
 */
struct _CoalitionLifePath
{
  GtkBox parent_instance;

  CoalitionSession *session;
  CoalitionRecord *record;
  const CoalitionField *field;
  int now;
  gboolean stacked;
  guint stack_id;
};

G_DEFINE_FINAL_TYPE (CoalitionLifePath, coalition_life_path, GTK_TYPE_BOX)

static void
clicked_cb (CoalitionLifePath *self,
            GtkWidget         *button)
{
  const char *key = g_object_get_data (G_OBJECT (button), "key");
  g_autofree char *title = NULL;
  g_autoptr (CoalitionCommand) command = NULL;

  if (g_strcmp0 (key, coalition_record_get_text (self->record, self->field->name)) == 0)
    return;
  title = coalition_campaign_dup_title (coalition_session_get_campaign (self->session), self->record);
  command = coalition_command_new (N_("Change %s of %s"), _(self->field->label), title, NULL);
  coalition_command_set_text (command, coalition_record_get_kind (self->record), coalition_record_get_id (self->record),
                              self->field->name, key);
  coalition_session_run (self->session, g_steal_pointer (&command), NULL);
}

static void
refresh (CoalitionLifePath *self)
{
  const char *now = coalition_record_get_text (self->record, self->field->name);
  int i = 0;

  self->now = -1;
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self)); button != NULL;
       button = gtk_widget_get_next_sibling (button), i++)
    {
      const char *key = g_object_get_data (G_OBJECT (button), "key");
      gboolean here = g_strcmp0 (now, key) == 0;

      if (here)
        self->now = i;
      if (here)
        gtk_widget_add_css_class (button, "now");
      else
        gtk_widget_remove_css_class (button, "now");
      gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_SELECTED, here, -1);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
get_middle (CoalitionLifePath *self,
            GtkWidget         *button,
            double            *x,
            double            *y)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (button, GTK_WIDGET (self), &bounds))
    bounds = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  if (self->stacked)
    {
      gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

      *x = rtl ? bounds.origin.x + bounds.size.width - STRIP / 2.0 - 2 : bounds.origin.x + STRIP / 2.0 + 2;
      *y = bounds.origin.y + bounds.size.height / 2;
      return;
    }
  *x = bounds.origin.x + bounds.size.width / 2;
  *y = bounds.origin.y + STRIP / 2.0 + 2;
}

/* The widest word of a label, as bold as it gets. */
static int
measure_word (GtkWidget *label)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (label, gtk_label_get_text (GTK_LABEL (label)));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width;

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, 0);
  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

static gboolean
fits (CoalitionLifePath *self,
      int                width)
{
  int words = 0;

  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self)); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    words += measure_word (gtk_button_get_child (GTK_BUTTON (button))) + PADDING;

  return words <= width;
}

static void
set_stacked (CoalitionLifePath *self,
             gboolean           stacked)
{
  self->stacked = stacked;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self)); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    {
      GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

      gtk_widget_set_margin_top (label, stacked ? 0 : STRIP + 2);
      gtk_widget_set_margin_start (label, stacked ? STRIP + 8 : 0);
      gtk_widget_set_valign (label, stacked ? GTK_ALIGN_CENTER : GTK_ALIGN_START);
      gtk_label_set_xalign (GTK_LABEL (label), stacked ? 0 : 0.5);
      gtk_label_set_justify (GTK_LABEL (label), stacked ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_CENTER);
    }
}

static gboolean
stack_cb (gpointer data)
{
  CoalitionLifePath *self = data;

  self->stack_id = 0;
  set_stacked (self, !fits (self, gtk_widget_get_width (GTK_WIDGET (self))));

  return G_SOURCE_REMOVE;
}

static void
coalition_life_path_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  CoalitionLifePath *self = COALITION_LIFE_PATH (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                                         gtk_widget_get_height (widget)));
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  double x, y, last_x = 0, last_y = 0;
  GdkRGBA accent, text;
  int i = 0;

  /* Which way it runs changes its size, which must not happen while it is painted. */
  if (fits (self, gtk_widget_get_width (widget)) == self->stacked && self->stack_id == 0)
    self->stack_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, stack_cb, self, NULL);
  gtk_style_context_get_color (context, &text);
  if (!gtk_style_context_lookup_color (context, "accent_color", &accent))
    accent = text;
  for (GtkWidget *button = gtk_widget_get_first_child (widget); button != NULL;
       button = gtk_widget_get_next_sibling (button), i++)
    {
      gboolean past = i <= self->now;

      get_middle (self, button, &x, &y);
      gdk_cairo_set_source_rgba (cr, past ? &accent : &text);
      if (i > 0)
        {
          if (!past)
            cairo_set_source_rgba (cr, text.red, text.green, text.blue, 0.25);
          cairo_set_line_width (cr, LINE);
          cairo_move_to (cr, self->stacked ? x : last_x, self->stacked ? last_y : y);
          cairo_line_to (cr, x, y);
          cairo_stroke (cr);
        }
      last_x = x + (x > last_x ? 1 : -1) * (i == self->now ? NOW : PAST);
      last_y = y + (i == self->now ? NOW : PAST);
    }
  i = 0;
  for (GtkWidget *button = gtk_widget_get_first_child (widget); button != NULL;
       button = gtk_widget_get_next_sibling (button), i++)
    {
      get_middle (self, button, &x, &y);
      if (i == self->now)
        {
          cairo_set_source_rgba (cr, accent.red, accent.green, accent.blue, 0.3);
          cairo_arc (cr, x, y, HALO, 0, 2 * G_PI);
          cairo_fill (cr);
        }
      cairo_arc (cr, x, y, i == self->now ? NOW : i < self->now ? PAST : PAST - 1, 0, 2 * G_PI);
      gdk_cairo_set_source_rgba (cr, &accent);
      if (i <= self->now)
        cairo_fill (cr);
      else
        {
          GdkRGBA ground;

          if (gtk_style_context_lookup_color (context, "window_bg_color", &ground))
            {
              gdk_cairo_set_source_rgba (cr, &ground);
              cairo_fill_preserve (cr);
            }
          cairo_set_source_rgba (cr, text.red, text.green, text.blue, 0.5);
          cairo_set_line_width (cr, 1.5);
          cairo_stroke (cr);
        }
    }
  cairo_destroy (cr);
  GTK_WIDGET_CLASS (coalition_life_path_parent_class)->snapshot (widget, snapshot);
}

static void
coalition_life_path_dispose (GObject *object)
{
  CoalitionLifePath *self = COALITION_LIFE_PATH (object);

  g_clear_handle_id (&self->stack_id, g_source_remove);
  g_clear_object (&self->session);
  g_clear_object (&self->record);
  G_OBJECT_CLASS (coalition_life_path_parent_class)->dispose (object);
}

static void
coalition_life_path_class_init (CoalitionLifePathClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coalition_life_path_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = coalition_life_path_snapshot;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "lifepath");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
coalition_life_path_init (CoalitionLifePath *self)
{
  self->now = -1;
}

/**
 * coalition_life_path_new:
 * @session: the session
 * @record: a record
 * @field: name of a field whose choices are the stages of its life, in order
 *
 * Makes the path of @record.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
coalition_life_path_new (CoalitionSession *session,
                         CoalitionRecord  *record,
                         const char       *field)
{
  CoalitionLifePath *self = g_object_new (COALITION_TYPE_LIFE_PATH, NULL);

  self->session = g_object_ref (session);
  self->record = g_object_ref (record);
  self->field = coalition_kind_find_field (coalition_record_get_kind (record), field);
  for (const CoalitionChoice *choice = self->field->choices; choice->key != NULL; choice++)
    {
      GtkWidget *button = gtk_button_new ();
      GtkWidget *label = gtk_label_new (_(choice->label));

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_set_hexpand (button, TRUE);
      gtk_button_set_child (GTK_BUTTON (button), label);
      gtk_widget_add_css_class (button, "flat");
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _(choice->label), -1);
      g_object_set_data (G_OBJECT (button), "key", (gpointer) choice->key);
      g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self), button);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _(self->field->label), -1);
  set_stacked (self, FALSE);
  g_signal_connect_object (record, "notify", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);

  return GTK_WIDGET (self);
}
