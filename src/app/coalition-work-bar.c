/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-work-bar.h"

/* What is done within this time, in milliseconds, needs no telling. */
#define PATIENCE 500
#define PULSE 60

/**
 * CoalitionWorkBar:
 *
 * Says what is being done, once that takes long, and cancels it. Work goes by its #GCancellable; of several, the latest
 * is told.
 */
struct _CoalitionWorkBar
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkLabel *label;
  GtkProgressBar *progress;

  GPtrArray *works; /* of Work */
  guint source;
};

typedef struct {
  GCancellable *cancellable;
  char *text;
} Work;

G_DEFINE_FINAL_TYPE (CoalitionWorkBar, coalition_work_bar, GTK_TYPE_WIDGET)

static void
work_free (gpointer data)
{
  Work *work = data;

  g_object_unref (work->cancellable);
  g_free (work->text);
  g_free (work);
}

static gboolean
pulse_cb (gpointer data)
{
  gtk_progress_bar_pulse (COALITION_WORK_BAR (data)->progress);

  return G_SOURCE_CONTINUE;
}

static gboolean
patience_cb (gpointer data)
{
  CoalitionWorkBar *self = data;

  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  self->source = g_timeout_add (PULSE, pulse_cb, self);

  return G_SOURCE_REMOVE;
}

static void
update (CoalitionWorkBar *self)
{
  Work *work = self->works->len > 0 ? g_ptr_array_index (self->works, self->works->len - 1) : NULL;

  if (work == NULL)
    {
      g_clear_handle_id (&self->source, g_source_remove);
      gtk_revealer_set_reveal_child (self->revealer, FALSE);
      return;
    }
  gtk_label_set_text (self->label, work->text);
  if (self->source == 0)
    self->source = g_timeout_add (PATIENCE, patience_cb, self);
}

static void
cancel_cb (CoalitionWorkBar *self)
{
  if (self->works->len > 0)
    {
      Work *work = g_ptr_array_index (self->works, self->works->len - 1);
      g_autoptr (GCancellable) cancellable = g_object_ref (work->cancellable);

      g_cancellable_cancel (cancellable);
    }
}

static void
coalition_work_bar_dispose (GObject *object)
{
  CoalitionWorkBar *self = COALITION_WORK_BAR (object);
  GtkWidget *child;

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->works, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (coalition_work_bar_parent_class)->dispose (object);
}

static void
coalition_work_bar_class_init (CoalitionWorkBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coalition_work_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coalitionmap/Coalition/coalition-work-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CoalitionWorkBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, CoalitionWorkBar, label);
  gtk_widget_class_bind_template_child (widget_class, CoalitionWorkBar, progress);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
coalition_work_bar_init (CoalitionWorkBar *self)
{
  self->works = g_ptr_array_new_with_free_func (work_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coalition_work_bar_begin:
 * @self: a bar
 * @text: what is being done, translated
 * @cancellable: stops it
 *
 * Begins to wait for something; if that takes long, the bar appears.
 */
void
coalition_work_bar_begin (CoalitionWorkBar *self, const char *text, GCancellable *cancellable)
{
  Work *work;

  g_return_if_fail (COALITION_IS_WORK_BAR (self));
  g_return_if_fail (G_IS_CANCELLABLE (cancellable));

  work = g_new0 (Work, 1);
  work->cancellable = g_object_ref (cancellable);
  work->text = g_strdup (text);
  g_ptr_array_add (self->works, work);
  update (self);
}

/**
 * coalition_work_bar_end:
 * @self: a bar
 * @cancellable: what coalition_work_bar_begin() was given
 *
 * Ends to wait, whether it was done, failed or was cancelled.
 */
void
coalition_work_bar_end (CoalitionWorkBar *self, GCancellable *cancellable)
{
  g_return_if_fail (COALITION_IS_WORK_BAR (self));

  for (guint i = 0; self->works != NULL && i < self->works->len; i++)
    if (((Work *) g_ptr_array_index (self->works, i))->cancellable == cancellable)
      {
        g_ptr_array_remove_index (self->works, i);
        update (self);
        return;
      }
}
