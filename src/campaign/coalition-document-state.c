/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-document.h"

/**
 * coalition_document_state_get_type:
 *
 * Returns: the type of #CoalitionDocumentState
 */
GType
coalition_document_state_get_type (void)
{
  static gsize type;

  if (g_once_init_enter (&type))
    {
      static const GEnumValue values[] = {
        { COALITION_DOCUMENT_DRAFT, "COALITION_DOCUMENT_DRAFT", "draft" },
        { COALITION_DOCUMENT_SAVED, "COALITION_DOCUMENT_SAVED", "saved" },
        { COALITION_DOCUMENT_SAVING, "COALITION_DOCUMENT_SAVING", "saving" },
        { COALITION_DOCUMENT_CONFLICT, "COALITION_DOCUMENT_CONFLICT", "conflict" },
        { COALITION_DOCUMENT_PROBLEM, "COALITION_DOCUMENT_PROBLEM", "problem" },
        { 0, NULL, NULL },
      };

      g_once_init_leave (&type, g_enum_register_static ("CoalitionDocumentState", values));
    }

  return type;
}
