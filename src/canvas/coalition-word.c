/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-word.h"

/* Between an icon and its word, in pixels. */
#define GAP 6

/* Names of views and issues are cut after so many letters. */
#define LETTERS 18

struct _CoalitionWord
{
  GtkWidget parent_instance;

  GtkWidget *label;
};

enum {
  PROP_0,
  PROP_LABEL,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (CoalitionWord, coalition_word, GTK_TYPE_WIDGET)

static int
measure_label (CoalitionWord *self)
{
  int natural;

  gtk_widget_measure (self->label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static void
coalition_word_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  CoalitionWord *self = COALITION_WORD (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 0;
      *natural = *coalition_word_get_label (self) != '\0' ? measure_label (self) + GAP : 0;
      *minimum_baseline = *natural_baseline = -1;
      return;
    }
  gtk_widget_measure (self->label, orientation, -1, minimum, natural, minimum_baseline, natural_baseline);
}

static void
coalition_word_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  CoalitionWord *self = COALITION_WORD (widget);
  gboolean shown = *coalition_word_get_label (self) != '\0' && width >= measure_label (self) + GAP;

  gtk_widget_set_child_visible (self->label, shown);
  if (shown)
    {
      GtkAllocation place = { gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? 0 : GAP, 0, width - GAP, height };

      gtk_widget_size_allocate (self->label, &place, baseline);
    }
}

static void
coalition_word_dispose (GObject *object)
{
  CoalitionWord *self = COALITION_WORD (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  G_OBJECT_CLASS (coalition_word_parent_class)->dispose (object);
}

static void
coalition_word_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  if (id == PROP_LABEL)
    g_value_set_string (value, coalition_word_get_label (COALITION_WORD (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
coalition_word_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  if (id == PROP_LABEL)
    coalition_word_set_label (COALITION_WORD (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
coalition_word_class_init (CoalitionWordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = coalition_word_dispose;
  object_class->get_property = coalition_word_get_property;
  object_class->set_property = coalition_word_set_property;
  widget_class->measure = coalition_word_measure;
  widget_class->size_allocate = coalition_word_size_allocate;
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
coalition_word_init (CoalitionWord *self)
{
  self->label = gtk_label_new ("");
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), LETTERS);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

/**
 * coalition_word_set_label:
 * @self: a word
 * @label: (nullable): what it says
 *
 * Sets what is shown where there is room for it.
 */
void
coalition_word_set_label (CoalitionWord *self,
                          const char    *label)
{
  gtk_label_set_text (GTK_LABEL (self->label), label != NULL ? label : "");
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * coalition_word_get_label:
 * @self: a word
 *
 * Returns: what it says
 */
const char *
coalition_word_get_label (CoalitionWord *self)
{
  return gtk_label_get_text (GTK_LABEL (self->label));
}

/**
 * coalition_word_set_letters:
 * @self: a word
 * @letters: after how many a longer text is cut; -1 for never
 *
 * Sets how long the word may get.
 */
void
coalition_word_set_letters (CoalitionWord *self,
                            int            letters)
{
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), letters);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), letters < 0 ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
}
