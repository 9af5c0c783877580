/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-note-popover.h"

struct _CoalitionNotePopover
{
  GtkPopover parent_instance;

  GtkTextView *text_view;

  char *before;
  gboolean asking;
};

enum {
  WRITTEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CoalitionNotePopover, coalition_note_popover, GTK_TYPE_POPOVER)

static char *
get_text (CoalitionNotePopover *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
closed_cb (CoalitionNotePopover *self)
{
  g_autofree char *text = get_text (self);

  if (!self->asking)
    return;
  self->asking = FALSE;
  if (g_strcmp0 (text, self->before != NULL ? self->before : "") != 0)
    g_signal_emit (self, signals[WRITTEN], 0, text);
}

static void
done_cb (CoalitionNotePopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static gboolean
key_pressed_cb (CoalitionNotePopover *self,
                guint                 keyval,
                guint                 keycode,
                GdkModifierType       state)
{
  if (keyval == GDK_KEY_Escape)
    {
      self->asking = FALSE;
      gtk_popover_popdown (GTK_POPOVER (self));
      return GDK_EVENT_STOP;
    }
  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && (state & GDK_CONTROL_MASK))
    {
      done_cb (self);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
coalition_note_popover_dispose (GObject *object)
{
  CoalitionNotePopover *self = COALITION_NOTE_POPOVER (object);

  self->asking = FALSE;
  if (gtk_popover_get_child (GTK_POPOVER (self)) != NULL)
    gtk_popover_set_child (GTK_POPOVER (self), NULL);
  g_clear_pointer (&self->before, g_free);
  G_OBJECT_CLASS (coalition_note_popover_parent_class)->dispose (object);
}

static void
coalition_note_popover_class_init (CoalitionNotePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coalition_note_popover_dispose;
  signals[WRITTEN] = g_signal_new ("written", COALITION_TYPE_NOTE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coalitionmap/Coalition/canvas/coalition-note-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, CoalitionNotePopover, text_view);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
}

static void
coalition_note_popover_init (CoalitionNotePopover *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  /* Before the text view takes Enter for a new line. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * coalition_note_popover_new:
 *
 * Returns: (transfer floating): a popover that takes the text of a note
 */
CoalitionNotePopover *
coalition_note_popover_new (void)
{
  return g_object_new (COALITION_TYPE_NOTE_POPOVER, NULL);
}

/**
 * coalition_note_popover_ask:
 * @self: a popover with a parent
 * @place: where the note is, in its parent
 * @text: (nullable): what it says
 *
 * Asks for a text. "written" is emitted if it is another then.
 */
void
coalition_note_popover_ask (CoalitionNotePopover *self,
                            const GdkRectangle   *place,
                            const char           *text)
{
  g_free (self->before);
  self->before = g_strdup (text);
  self->asking = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), text != NULL ? text : "", -1);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), place);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}
