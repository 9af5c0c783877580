/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-document.h"

/* What the tests of documents share. Each test begins with empty folders. (G_TEST_OPTION_ISOLATE_DIRS does the like, but
 * leaks, and then nobody sees our own leaks.) */

void               document_test_init        (int *argc, char ***argv);
void               document_test_add         (const char *path, GTestFunc func);
int                document_test_run         (void);

char              *document_test_folder      (void);
GFile             *document_test_file        (const char *name);
GBytes            *document_test_read        (GFile *file);
void               document_test_write       (GFile *file, GBytes *bytes);
void               document_test_assert_same (GFile *file, GBytes *bytes);
void               document_test_assert_tidy (const char *folder, guint n_files);
char              *document_test_add_party   (CoalitionDocument *document, const char *name);
gboolean           document_test_has_party   (CoalitionDocument *document, const char *id);
CoalitionDocument *document_test_create      (GFile *file);
CoalitionDocument *document_test_open        (GFile *file);
void               document_test_drop        (CoalitionDocument *document);
void               document_test_close       (CoalitionDocument *document);
void               document_test_assert_whole (GFile *file);
void               document_test_wait        (CoalitionDocument *document, CoalitionDocumentState state);
guint              document_test_count       (const char *folder);
