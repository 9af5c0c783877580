/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-print-preview.h"

#include "coalition-compat.h"
#include "coalition-export-task.h"
#include "coalition-file-filters.h"
#include "coalition-print-job.h"
#include "coalition-report-task.h"
#include "coalition-sheet.h"
#include "coalition-work-bar.h"

#include <glib/gi18n-lib.h>

/* Screen pixels for a point of paper: a sheet of A4 fits a narrow window and can be read. */
#define SCALE 1.15

/**
 * CoalitionPrintPreview:
 *
 * Shows the partnership summary, or maps, page by page as they will be on paper, and prints or saves them. Pages are made in a thread,
 * and drawn by the code that prints them, only those in view.
 */
struct _CoalitionPrintPreview
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwWindowTitle *title_widget;
  GtkDropDown *kind_drop;
  GtkDropDown *paper_drop;
  GtkToggleButton *partner_button;
  GtkStack *stack;
  GtkSpinner *spinner;
  GtkListView *pages;
  CoalitionWorkBar *work_bar;

  GSettings *settings;
  CoalitionSession *session;
  CoalitionReport *report;
  GCancellable *preparing;
  double width;
  double height;
};

G_DEFINE_FINAL_TYPE (CoalitionPrintPreview, coalition_print_preview, ADW_TYPE_WINDOW)

static const char *
get_paper (CoalitionPrintPreview *self)
{
  return gtk_drop_down_get_selected (self->paper_drop) == 1 ? "Letter" : "A4";
}

static gboolean
is_summary (CoalitionPrintPreview *self)
{
  return gtk_drop_down_get_selected (self->kind_drop) == COALITION_REPORT_SUMMARY;
}

/* The kinds stand in the list as in the enumeration. What is seen of another time on the screen is printed so. */
static CoalitionReportRequest *
make_request (CoalitionPrintPreview *self)
{
  const CoalitionMapViewOptions options = {
    .as_of = coalition_session_get_as_of (self->session),
    .compare_to = is_summary (self) ? NULL : coalition_session_get_compare_to (self->session),
    .partner_copy = gtk_toggle_button_get_active (self->partner_button),
  };

  return coalition_report_request_new (gtk_drop_down_get_selected (self->kind_drop), NULL, &options);
}

static void
toast (CoalitionPrintPreview *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static void
tell_error (CoalitionPrintPreview *self, const char *heading, const GError *error)
{
  const CoalitionAlertResponse responses[] = { { "close", _("_Close"), ADW_RESPONSE_DEFAULT } };

  coalition_compat_alert (GTK_WIDGET (self), heading, error->message, responses, G_N_ELEMENTS (responses), "close", NULL, NULL);
}

/* --- pages ------------------------------------------------------------------------------------------------------------- */

static void
draw_page_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  CoalitionPrintPreview *self = data;
  guint page = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (area), "page"));

  if (self->report == NULL)
    return;
  cairo_scale (cr, SCALE, SCALE);
  coalition_report_draw_upright (self->report, cr, page);
}

static void
setup_page_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  CoalitionPrintPreview *self = data;
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_widget_add_css_class (area, "page");
  gtk_widget_set_halign (area, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (area, 12);
  gtk_widget_set_margin_bottom (area, 12);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_page_cb, self, NULL);
  gtk_list_item_set_child (item, area);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_page_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  CoalitionPrintPreview *self = data;
  GtkWidget *area = gtk_list_item_get_child (item);
  guint page = gtk_list_item_get_position (item);
  gboolean turned = self->report != NULL && coalition_report_is_page_turned (self->report, page);

  g_object_set_data (G_OBJECT (area), "page", GUINT_TO_POINTER (page));
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), (turned ? self->height : self->width) * SCALE);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), (turned ? self->width : self->height) * SCALE);
  gtk_widget_queue_draw (area);
  /* The page is painted: the row of the list view says which it is. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (area)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_string_object_get_string (gtk_list_item_get_item (item)), -1);
}

static void
show_pages (CoalitionPrintPreview *self, guint n_pages)
{
  g_autoptr (GtkStringList) numbers = gtk_string_list_new (NULL);
  g_autoptr (GtkNoSelection) selection = NULL;
  g_autofree char *subtitle = NULL;

  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *number = g_strdup_printf (_("Page %u"), i + 1);

      gtk_string_list_append (numbers, number);
    }
  selection = gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&numbers)));
  gtk_list_view_set_model (self->pages, GTK_SELECTION_MODEL (selection));
  subtitle = g_strdup_printf (ngettext ("%u page", "%u pages", n_pages), n_pages);
  adw_window_title_set_subtitle (self->title_widget, subtitle);
}

static void
set_preparing (CoalitionPrintPreview *self, gboolean preparing)
{
  gtk_stack_set_visible_child_name (self->stack, preparing ? "preparing" : "pages");
  gtk_spinner_set_spinning (self->spinner, preparing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.print", !preparing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.save", !preparing);
}

static void
prepared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CoalitionPrintPreview) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CoalitionReport) report = NULL;
  guint n_pages;

  report = coalition_report_task_finish (result, &n_pages, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    return; /* closed, or asked for otherwise meanwhile */
  g_clear_object (&self->preparing);
  if (report == NULL)
    {
      /* Nothing to print, until something else is chosen. */
      gtk_spinner_stop (self->spinner);
      gtk_stack_set_visible_child_name (self->stack, "pages");
      tell_error (self, _("The pages could not be prepared"), error);
      return;
    }
  g_set_object (&self->report, report);
  show_pages (self, n_pages);
  set_preparing (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->pages));
}

static void
prepare_pages (CoalitionPrintPreview *self)
{
  g_autoptr (CoalitionReportRequest) request = make_request (self);

  g_cancellable_cancel (self->preparing);
  g_clear_object (&self->preparing);
  self->preparing = g_cancellable_new ();
  gtk_list_view_set_model (self->pages, NULL);
  g_clear_object (&self->report);
  adw_window_title_set_subtitle (self->title_widget, "");
  set_preparing (self, TRUE);
  coalition_sheet_size (get_paper (self), &self->width, &self->height);
  coalition_report_task_async (coalition_session_get_campaign (self->session), request,
                               self->width, self->height, self->preparing, prepared_cb, g_object_ref (self));
}

static void
choice_changed_cb (CoalitionPrintPreview *self)
{
  if (self->session == NULL)
    return;
  g_settings_set_string (self->settings, "paper", get_paper (self));
  prepare_pages (self);
}

/* --- printing ------------------------------------------------------------------------------------------------------------ */

static void
job_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, CoalitionPrintPreview *self)
{
  const GError *failure = coalition_print_job_get_error (COALITION_PRINT_JOB (operation));
  g_autoptr (GError) error = NULL;

  if (failure != NULL)
    {
      tell_error (self, _("The pages could not be printed"), failure);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      tell_error (self, _("The pages could not be printed"), error);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      toast (self, _("The pages are on their way to the printer"));
    }
}

static void
job_status_cb (GtkPrintOperation *operation, CoalitionPrintPreview *self)
{
  adw_window_title_set_subtitle (self->title_widget, gtk_print_operation_get_status_string (operation));
}

/* The print dialog's own preview hands over to a program that may not be there; ours is open behind it already. */
static gboolean
job_preview_cb (GtkPrintOperation *operation, GtkPrintOperationPreview *preview, GtkPrintContext *context, GtkWindow *parent,
                CoalitionPrintPreview *self)
{
  gtk_window_present (GTK_WINDOW (self));
  gtk_print_operation_preview_end_preview (preview);

  return TRUE;
}

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CoalitionPrintPreview *self = COALITION_PRINT_PREVIEW (widget);
  g_autoptr (CoalitionReportRequest) request = make_request (self);
  g_autoptr (CoalitionPrintJob) job = coalition_print_job_new (coalition_session_get_campaign (self->session),
                                                               coalition_report_get_title (self->report), get_paper (self),
                                                               request);
  g_autoptr (GError) error = NULL;

  g_signal_connect_object (job, "done", G_CALLBACK (job_done_cb), self, 0);
  g_signal_connect_object (job, "status-changed", G_CALLBACK (job_status_cb), self, 0);
  g_signal_connect_object (job, "preview", G_CALLBACK (job_preview_cb), self, 0);
  if (gtk_print_operation_run (GTK_PRINT_OPERATION (job), GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    tell_error (self, _("The pages could not be printed"), error);
}

/* --- saving -------------------------------------------------------------------------------------------------------------- */

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CoalitionPrintPreview) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = coalition_export_task_finish (result, &error);

  if (self->session == NULL)
    return;
  coalition_work_bar_end (self->work_bar, g_task_get_cancellable (G_TASK (result)));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (file == NULL)
    {
      tell_error (self, _("The pages could not be saved"), error);
    }
  else
    {
      g_autofree char *base = g_file_get_basename (file);
      g_autofree char *text = g_strdup_printf (_("“%s” was written"), base);

      toast (self, text);
    }
}

static void
save_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CoalitionPrintPreview *self = COALITION_PRINT_PREVIEW (source);
  g_autoptr (GFile) file = coalition_compat_save_file_finish (result, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (CoalitionReportRequest) request = NULL;

  if (file == NULL || self->session == NULL)
    return;
  request = make_request (self);
  coalition_work_bar_begin (self->work_bar, _("Saving the pages…"), cancellable);
  coalition_export_report_async (self->session, request, get_paper (self), file, cancellable, saved_cb, g_object_ref (self));
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CoalitionPrintPreview *self = COALITION_PRINT_PREVIEW (widget);
  g_autofree char *file_name = g_strdup_printf (is_summary (self) ? _("%s, summary.pdf") : _("%s, map.pdf"),
                                                coalition_report_get_title (self->report));
  g_autoptr (GListModel) filters = coalition_file_filters_for_suffix (_("Pages (PDF)"), "pdf");

  g_strdelimit (file_name, "/\\:*?\"<>|\n\t", '-');
  coalition_compat_save_file_async (GTK_WINDOW (self), _("Save the Pages"), file_name, filters, save_chosen_cb, NULL);
}

/* --- GObject --------------------------------------------------------------------------------------------------------------- */

static void
coalition_print_preview_dispose (GObject *object)
{
  CoalitionPrintPreview *self = COALITION_PRINT_PREVIEW (object);

  g_cancellable_cancel (self->preparing);
  g_clear_object (&self->preparing);
  g_clear_object (&self->report);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (coalition_print_preview_parent_class)->dispose (object);
}

static void
coalition_print_preview_class_init (CoalitionPrintPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coalition_print_preview_dispose;

  g_type_ensure (COALITION_TYPE_WORK_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coalitionmap/Coalition/coalition-print-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, CoalitionPrintPreview, toasts);
  gtk_widget_class_bind_template_child (widget_class, CoalitionPrintPreview, title_widget);
  gtk_widget_class_bind_template_child (widget_class, CoalitionPrintPreview, kind_drop);
  gtk_widget_class_bind_template_child (widget_class, CoalitionPrintPreview, paper_drop);
  gtk_widget_class_bind_template_child (widget_class, CoalitionPrintPreview, partner_button);
  gtk_widget_class_bind_template_child (widget_class, CoalitionPrintPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, CoalitionPrintPreview, spinner);
  gtk_widget_class_bind_template_child (widget_class, CoalitionPrintPreview, pages);
  gtk_widget_class_bind_template_child (widget_class, CoalitionPrintPreview, work_bar);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_install_action (widget_class, "preview.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "preview.save", NULL, save_cb);
}

static void
coalition_print_preview_init (CoalitionPrintPreview *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_page_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_page_cb), self);
  gtk_list_view_set_factory (self->pages, factory);
}

/**
 * coalition_print_preview_new:
 * @parent: the window of the campaign
 * @kind: what is shown first; a person can choose another
 *
 * Makes the preview; present it.
 *
 * Returns: (transfer none): a window that destroys itself when closed
 */
CoalitionPrintPreview *
coalition_print_preview_new (CoalitionWindow *parent, CoalitionReportKind kind)
{
  CoalitionPrintPreview *self = g_object_new (COALITION_TYPE_PRINT_PREVIEW, "transient-for", parent, NULL);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (parent));
  g_autofree char *paper = NULL;

  self->settings = g_object_ref (coalition_application_get_settings (COALITION_APPLICATION (application)));
  paper = g_settings_get_string (self->settings, "paper");
  if (*paper == '\0')
    {
      /* What is usual here, as GTK knows it from the locale. */
      g_free (paper);
      paper = g_strdup (g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER) ? "Letter" : "A4");
    }
  gtk_drop_down_set_selected (self->paper_drop, g_str_equal (paper, "Letter") ? 1 : 0);
  gtk_drop_down_set_selected (self->kind_drop, kind);
  self->session = g_object_ref (coalition_window_get_session (parent));
  prepare_pages (self);

  return self;
}
