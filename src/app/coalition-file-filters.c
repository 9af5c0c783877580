/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-file-filters.h"

#include <glib/gi18n-lib.h>

static void
add_all_files (GListStore *filters)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("All files"));
  gtk_file_filter_add_pattern (filter, "*");
  g_list_store_append (filters, filter);
}

/**
 * coalition_file_filters_for_campaigns:
 *
 * Returns: (transfer full): what a dialog that opens campaigns offers
 */
GListModel *
coalition_file_filters_for_campaigns (void)
{
  return coalition_file_filters_for_suffix (_("Campaigns"), "coalition");
}

/**
 * coalition_file_filters_for_tables:
 *
 * Returns: (transfer full): what a dialog that imports spreadsheets offers
 */
GListModel *
coalition_file_filters_for_tables (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Spreadsheets (CSV) and records (JSON)"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "tsv");
  gtk_file_filter_add_suffix (filter, "tab");
  gtk_file_filter_add_suffix (filter, "txt");
  gtk_file_filter_add_suffix (filter, "json");
  g_list_store_append (filters, filter);
  add_all_files (filters);

  return G_LIST_MODEL (filters);
}

/**
 * coalition_file_filters_for_suffix:
 * @name: what such files are called, translated
 * @suffix: their ending, without the dot
 *
 * Returns: (transfer full): what a dialog for such files offers
 */
GListModel *
coalition_file_filters_for_suffix (const char *name, const char *suffix)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, suffix);
  g_list_store_append (filters, filter);
  add_all_files (filters);

  return G_LIST_MODEL (filters);
}
