/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-encoding.h"

G_BEGIN_DECLS

struct _CoalitionEncoding
{
  gatomicrefcount refs;
  CoalitionColorBy color_by;
  CoalitionSizeBy size_by;
  CoalitionScale scale;
  char *color_title;
  char *size_title;
  GArray *classes; /* of CoalitionColorClass */
  guint n_parties;
  int *class_of;
  double *sizes;
  double *values; /* behind the sizes; NAN if not known */
  double least;
  double most;
  guint cutoff;
};

void coalition_encoding_read_classes (CoalitionEncoding *self, CoalitionCampaign *campaign, CoalitionNetwork *network,
                                      const char *issue_id, const char *own_field_id, CoalitionMeasures *measures);

G_END_DECLS
