/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coalition-campaign.h"

G_BEGIN_DECLS

/**
 * CoalitionAgreementStage:
 * @COALITION_AGREEMENT_COMING: draft, discussed or agreed; so is one whose status is not known
 * @COALITION_AGREEMENT_ACTIVE: active or under review
 * @COALITION_AGREEMENT_ENDED: ended
 *
 * The groups in which agreements are listed.
 */
typedef enum {
  COALITION_AGREEMENT_COMING,
  COALITION_AGREEMENT_ACTIVE,
  COALITION_AGREEMENT_ENDED,
} CoalitionAgreementStage;

CoalitionAgreementStage coalition_agreement_get_stage (CoalitionRecord *agreement);
int                     coalition_agreement_days_late (CoalitionRecord *agreement, const char *today);
char                   *coalition_agreement_caption   (CoalitionCampaign *campaign, CoalitionRecord *agreement);

G_END_DECLS
