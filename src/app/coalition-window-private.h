/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-notice.h"
#include "coalition-search.h"
#include "coalition-welcome.h"
#include "coalition-window.h"
#include "coalition-work-bar.h"

G_BEGIN_DECLS

/* Within app/ only: shared by the files that implement CoalitionWindow. */
struct _CoalitionWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkWidget *header;
  GtkWidget *notice_box;
  AdwWindowTitle *title_widget;
  GtkWidget *side_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *inspector_button;
  GtkWidget *search_button;
  CoalitionSearch *search;
  GtkSpinner *spinner;
  CoalitionNotice *notice;
  CoalitionWorkBar *work_bar;
  GtkStack *stack;
  CoalitionWelcome *welcome;
  GtkSpinner *loading_spinner;
  GtkLabel *loading_label;
  GtkPaned *outer_paned;
  GtkPaned *inner_paned;

  GSettings *settings;
  CoalitionDocument *document;
  CoalitionSession *session;
  GtkWidget *side;
  GtkWidget *canvas;
  GtkWidget *inspector;
  GCancellable *loading;
  AdwToast *undo_toast; /* the one that offers to undo the latest edit */
  GQueue shown_toasts;  /* of AdwToast, not owned */
  gint64 toast_time;    /* when the first of them began to come up */
  guint retire_id;
  char *dismissed; /* a remark of the document that was read */
  guint working;
  gboolean closing;
  gboolean saving_as;
  gboolean closed;
  gboolean presenting;
  gboolean was_fullscreen; /* before presenting */
};

void coalition_window_saved_as (CoalitionWindow *self, gboolean saved);
void coalition_window_listen (CoalitionWindow *self);
void coalition_window_unset_document (CoalitionWindow *self);
void coalition_window_listen_to_presenting (CoalitionWindow *self);
void coalition_window_present_views (CoalitionWindow *self);
void coalition_window_leave_presenting (CoalitionWindow *self);
void coalition_window_close_document (CoalitionWindow *self);

G_END_DECLS
