/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-map-private.h"

#include <math.h>
#include <string.h>

/* Where forums are. An outline is the convex hull of its members' boxes, shape and name, widened on all sides, so that its
 * corners are round; it is kept until a member moves. Its caption stands above the top edge, or elsewhere along the line
 * where that is taken. A hub stands where a person put it, or else in the free middle of its members. */

#define HUB_PAD_X 13.0
#define HUB_PAD_Y 6.0
#define HUB_SIGN 13.0
#define CAPTION_GAP 3.0
#define PICTURE_CAPTION 22.0
#define SPIRAL_STEPS 90
#define SPIRAL_STEP 9.0
#define STAYS_WITHIN 70.0

/*
 * coalition_map_forum_gap:
 *
 * From the hull of a forum's members to its line: 16 pixels, or 8 points on paper.
 */
double
coalition_map_forum_gap (CoalitionMap *self)
{
  return self->theme == COALITION_MAP_PAPER ? 8 : 16;
}

/*
 * coalition_map_forum_is_hub:
 *
 * Whether a forum is a sign between its members; one without members that was placed is one too.
 */
gboolean
coalition_map_forum_is_hub (CoalitionMap *self,
                            guint         forum)
{
  return self->forums[forum].hub || self->forums[forum].n_members == 0;
}

/*
 * coalition_map_forum_dup_text:
 *
 * The caption of a forum: "Fair Schedules Table · council, monthly", and what became of it where dates are compared.
 */
char *
coalition_map_forum_dup_text (CoalitionMap *self,
                              guint         forum)
{
  const CoalitionNetworkForum *source = &self->forums[forum];
  const CoalitionField *form_field = coalition_kind_find_field (&coalition_kind_forum, "form");
  const CoalitionField *cadence_field = coalition_kind_find_field (&coalition_kind_forum, "cadence");
  GString *text = g_string_new (NULL);
  const char *separator = " · ";
  const char *facts[2] = { source->form, source->cadence };

  if (source->time == COALITION_TIME_APPEARED)
    g_string_append (text, "+ ");
  else if (source->time == COALITION_TIME_GONE)
    g_string_append (text, "× ");
  g_string_append (text, source->name);
  for (int i = 0; i < 2 && !coalition_map_forum_is_hub (self, forum); i++)
    if (facts[i] && *facts[i])
      {
        const char *label = coalition_field_choice_label (i == 0 ? form_field : cadence_field, facts[i]);
        g_autofree char *lower = g_utf8_strdown (label ? label : facts[i], -1);

        /* Own words keep their letters: they may hold names. */
        g_string_append_printf (text, "%s%s", separator,
                                coalition_field_find_choice (i == 0 ? form_field : cadence_field, facts[i]) ? lower : facts[i]);
        separator = ", ";
      }

  return g_string_free (text, FALSE);
}

/*
 * coalition_map_forum_get_layout:
 *
 * The layout of the caption of a forum, made when it is first asked for.
 *
 * Returns: (transfer none): a layout
 */
PangoLayout *
coalition_map_forum_get_layout (CoalitionMap *self,
                                guint         forum)
{
  CoalitionMapOutline *outline = &self->outlines[forum];
  PangoFontDescription *font;
  g_autofree char *text = NULL;
  PangoRectangle logical;

  if (outline->layout)
    return outline->layout;
  text = coalition_map_forum_dup_text (self, forum);
  font = pango_font_description_copy (self->font);
  /* Nine points where names have eleven. */
  pango_font_description_set_size (font, (int) round (pango_font_description_get_size (font) *
                                                      (self->theme == COALITION_MAP_PAPER ? 0.96 : 9.0 / 11)));
  pango_font_description_set_weight (font, PANGO_WEIGHT_SEMIBOLD);
  outline->layout = pango_layout_new (coalition_map_labels_context (self));
  pango_layout_set_font_description (outline->layout, font);
  pango_layout_set_text (outline->layout, text, -1);
  pango_layout_set_auto_dir (outline->layout, FALSE);
  pango_layout_get_extents (outline->layout, NULL, &logical);
  outline->text_width = (double) logical.width / PANGO_SCALE;
  outline->text_height = (double) logical.height / PANGO_SCALE;
  pango_font_description_free (font);

  return outline->layout;
}

static int
compare_points (gconstpointer a,
                gconstpointer b)
{
  const CoalitionPlace *one = a, *other = b;

  if (one->x != other->x)
    return one->x < other->x ? -1 : 1;
  return one->y < other->y ? -1 : one->y > other->y;
}

static double
turn (const CoalitionPlace *a,
      const CoalitionPlace *b,
      const CoalitionPlace *c)
{
  return (b->x - a->x) * (c->y - a->y) - (b->y - a->y) * (c->x - a->x);
}

/* Andrew's monotone chain ("Another efficient algorithm for convex hulls in two dimensions", 1979). With y downward the
 * corners come clockwise as seen. */
static GArray *
make_hull (GArray *points)
{
  GArray *hull = g_array_sized_new (FALSE, FALSE, sizeof (CoalitionPlace), points->len + 1);
  guint floor_length = 2;

  g_array_sort (points, compare_points);
  for (int pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < points->len; i++)
        {
          CoalitionPlace *point = &g_array_index (points, CoalitionPlace, pass == 0 ? i : points->len - 1 - i);

          while (hull->len >= floor_length &&
                 turn (&g_array_index (hull, CoalitionPlace, hull->len - 2),
                       &g_array_index (hull, CoalitionPlace, hull->len - 1), point) <= 0)
            g_array_set_size (hull, hull->len - 1);
          g_array_append_val (hull, *point);
        }
      g_array_set_size (hull, hull->len - 1);
      floor_length = hull->len + 2;
    }

  return hull;
}

static GArray *
collect_corners (CoalitionMap *self,
                 guint         forum)
{
  const CoalitionNetworkForum *source = &self->forums[forum];
  GArray *points = g_array_sized_new (FALSE, FALSE, sizeof (CoalitionPlace), source->n_members * 4);

  for (guint i = 0; i < source->n_members; i++)
    {
      guint party = source->members[i];
      const CoalitionMapFigure *figure = &self->figures[party];
      const CoalitionBox *box = &self->boxes[party];
      double xs[2] = { figure->x + box->left, figure->x + box->right };
      double ys[2] = { figure->y + box->top, figure->y + box->bottom };

      if (coalition_map_party_is_absent (self, party))
        continue;
      for (int corner = 0; corner < 4; corner++)
        {
          CoalitionPlace point = { xs[corner & 1], ys[corner >> 1] };

          g_array_append_val (points, point);
        }
    }

  return points;
}

static CoalitionBox
caption_at (const CoalitionMapOutline *outline,
            double                     x,
            double                     y)
{
  return (CoalitionBox) { x - outline->text_width / 2, y - outline->text_height / 2, x + outline->text_width / 2,
                          y + outline->text_height / 2 };
}

static double
overlap (const CoalitionBox *one,
         const CoalitionBox *other)
{
  double x = MIN (one->right, other->right) - MAX (one->left, other->left);
  double y = MIN (one->bottom, other->bottom) - MAX (one->top, other->top);

  return x > 0 && y > 0 ? x * y : 0;
}

static double
cost_of_caption (CoalitionMap       *self,
                 guint               forum,
                 const CoalitionBox *box)
{
  CoalitionBox room = { box->left - 2, box->top - 1, box->right + 2, box->bottom + 1 };
  double cost = coalition_map_covered_area (self, &room);
  CoalitionBox item;

  if (self->frame.right > self->frame.left)
    cost += ((box->right - box->left) * (box->bottom - box->top) - overlap (box, &self->frame)) * 3;
  for (guint i = 0; i < self->n_forums; i++)
    {
      const CoalitionMapOutline *other = &self->outlines[i];

      if (i == forum || !other->known || !other->visible)
        continue;
      cost += overlap (&room, &other->caption) * 2;
    }
  for (guint i = 0; i < self->n_notes; i++)
    if (coalition_map_get_item_box (self, COALITION_MAP_NOTE, i, &item))
      cost += overlap (&room, &item);
  for (guint i = 0; i < self->n_pictures; i++)
    if (!self->pictures[i].background && coalition_map_get_item_box (self, COALITION_MAP_PICTURE, i, &item))
      {
        item.bottom += PICTURE_CAPTION;
        cost += overlap (&room, &item);
      }

  return cost;
}

/* Places for the caption around a hull: above its highest edge, from the middle to both sides, below the lowest, and beside
 * it. What hides least is taken, and of what hides nothing what is nearest to the line and to the middle of the top. */
static void
place_caption (CoalitionMap *self,
               guint         forum)
{
  static const double shifts[] = { 0, 0.25, -0.25, 0.5, -0.5, 0.75, -0.75, 1, -1 };
  CoalitionMapOutline *outline = &self->outlines[forum];
  const GArray *hull = outline->hull;
  double half = outline->text_height / 2 + CAPTION_GAP, best = G_MAXDOUBLE;
  double middles[2] = { 0, 0 }, reach;
  CoalitionBox box;

  /* The middle of what is highest, and of what is lowest. */
  for (int side = 0; side < 2; side++)
    {
      double edge = side == 0 ? outline->box.top + coalition_map_forum_gap (self) : outline->box.bottom - coalition_map_forum_gap (self);
      double left = G_MAXDOUBLE, right = -G_MAXDOUBLE;

      for (guint i = 0; i < hull->len; i++)
        {
          const CoalitionPlace *corner = &g_array_index (hull, CoalitionPlace, i);

          if (fabs (corner->y - edge) > 3)
            continue;
          left = MIN (left, corner->x);
          right = MAX (right, corner->x);
        }
      middles[side] = (left + right) / 2;
    }
  reach = (outline->box.right - outline->box.left) / 2 + outline->text_width * 0.2;
  for (int side = 0; side < 4; side++)
    for (guint i = 0; i < G_N_ELEMENTS (shifts); i++)
      {
        double aside = 12 * side + 8 * fabs (shifts[i]), cost, x, y;

        if (aside >= best)
          continue;
        if (side < 2)
          {
            x = middles[side] + shifts[i] * reach;
            y = side == 0 ? outline->box.top - half : outline->box.bottom + half;
            /* Beside the highest corner the line slopes away: the caption follows it. */
            x = CLAMP (x, outline->box.left, outline->box.right);
            while (i > 0 && fabs (y - (outline->box.top + outline->box.bottom) / 2) > half)
              {
                double next = y + (side == 0 ? 4 : -4);

                if (coalition_map_forum_distance (self, forum, x - outline->text_width / 2, next + (side == 0 ? half : -half)) < 2 ||
                    coalition_map_forum_distance (self, forum, x + outline->text_width / 2, next + (side == 0 ? half : -half)) < 2 ||
                    coalition_map_forum_distance (self, forum, x, next + (side == 0 ? half : -half)) < 2)
                  break;
                y = next;
              }
          }
        else
          {
            x = side == 2 ? outline->box.right + outline->text_width / 2 + 6 : outline->box.left - outline->text_width / 2 - 6;
            y = (outline->box.top + outline->box.bottom) / 2 + shifts[i] * (outline->box.bottom - outline->box.top) / 2;
          }
        box = caption_at (outline, x, y);
        cost = aside + MAX (coalition_map_forum_distance (self, forum, x, y), 0);
        if (cost < best)
          cost += 50 * cost_of_caption (self, forum, &box);
        if (cost < best)
          {
            best = cost;
            outline->caption = box;
          }
      }
}

static void
update_outline (CoalitionMap *self,
                guint         forum)
{
  CoalitionMapOutline *outline = &self->outlines[forum];
  g_autoptr (GArray) corners = collect_corners (self, forum);

  g_clear_pointer (&outline->hull, g_array_unref);
  outline->visible = corners->len > 0;
  if (!outline->visible)
    return;
  outline->hull = make_hull (corners);
  outline->box = (CoalitionBox) { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };
  for (guint i = 0; i < outline->hull->len; i++)
    {
      const CoalitionPlace *corner = &g_array_index (outline->hull, CoalitionPlace, i);

      outline->box.left = MIN (outline->box.left, corner->x - coalition_map_forum_gap (self));
      outline->box.top = MIN (outline->box.top, corner->y - coalition_map_forum_gap (self));
      outline->box.right = MAX (outline->box.right, corner->x + coalition_map_forum_gap (self));
      outline->box.bottom = MAX (outline->box.bottom, corner->y + coalition_map_forum_gap (self));
    }
  coalition_map_forum_get_layout (self, forum);
  place_caption (self, forum);
}

static CoalitionBox
hub_at (CoalitionMap              *self,
        const CoalitionMapOutline *outline,
        double                     x,
        double                     y)
{
  double unit = self->theme == COALITION_MAP_PAPER ? 0.62 : 1;
  double half_width = outline->text_width / 2 + (HUB_PAD_X + HUB_SIGN * 0.6) * unit;
  double half_height = outline->text_height / 2 + HUB_PAD_Y * unit;

  return (CoalitionBox) { x - half_width, y - half_height, x + half_width, y + half_height };
}

/* A spiral outward from the middle of the members, until there is room. */
static void
find_hub_place (CoalitionMap *self,
                guint         forum,
                double        middle_x,
                double        middle_y)
{
  CoalitionMapOutline *outline = &self->outlines[forum];
  double best = G_MAXDOUBLE;

  /* While members are dragged, it stays where it is as long as that is free and not far off. */
  if (outline->found && hypot (outline->x - middle_x, outline->y - middle_y) < STAYS_WITHIN)
    {
      CoalitionBox box = hub_at (self, outline, outline->x, outline->y);

      if (cost_of_caption (self, forum, &box) <= 0)
        return;
    }
  outline->found = TRUE;
  for (int step = 0; step < SPIRAL_STEPS && best > 0; step++)
    {
      double radius = SPIRAL_STEP * sqrt (step) * 2, angle = step * 2.399963; /* the golden angle */
      double x = middle_x + radius * cos (angle) * 1.3, y = middle_y + radius * sin (angle);
      CoalitionBox box = hub_at (self, outline, x, y);
      double cost = cost_of_caption (self, forum, &box);

      if (cost >= best)
        continue;
      best = cost;
      outline->x = x;
      outline->y = y;
    }
}

static void
update_hub (CoalitionMap *self,
            guint         forum)
{
  const CoalitionNetworkForum *source = &self->forums[forum];
  CoalitionMapOutline *outline = &self->outlines[forum];
  double x = 0, y = 0;
  guint n = 0;

  for (guint i = 0; i < source->n_members; i++)
    if (!coalition_map_party_is_absent (self, source->members[i]))
      {
        x += self->figures[source->members[i]].x;
        y += self->figures[source->members[i]].y;
        n++;
      }
  outline->visible = n > 0 || (source->n_members == 0 && outline->placed);
  if (!outline->visible)
    return;
  coalition_map_forum_get_layout (self, forum);
  if (!outline->placed)
    find_hub_place (self, forum, x / n, y / n);
  outline->box = outline->caption = hub_at (self, outline, outline->x, outline->y);
}

/*
 * coalition_map_forum_update:
 *
 * Brings hull, caption or hub up to date.
 *
 * Returns: whether there is anything of the forum on the map
 */
gboolean
coalition_map_forum_update (CoalitionMap *self,
                            guint         forum)
{
  CoalitionMapOutline *outline = &self->outlines[forum];

  if (outline->known)
    return outline->visible;
  /* On a power map places are judgements: a line around members would hold others too. */
  if (self->has_axes)
    outline->visible = FALSE;
  else if (coalition_map_forum_is_hub (self, forum))
    update_hub (self, forum);
  else
    update_outline (self, forum);
  outline->known = TRUE;

  return outline->visible;
}

/*
 * coalition_map_forum_distance:
 *
 * The distance of a point from the line of an outline (negative inside), or from the sign of a hub.
 */
double
coalition_map_forum_distance (CoalitionMap *self,
                              guint         forum,
                              double        x,
                              double        y)
{
  const CoalitionMapOutline *outline = &self->outlines[forum];
  double nearest = G_MAXDOUBLE;
  gboolean inside = TRUE;

  if (coalition_map_forum_is_hub (self, forum))
    {
      double half_height = (outline->box.bottom - outline->box.top) / 2;

      return coalition_map_shape_distance (self->theme, COALITION_LEVEL_ORGANIZATION,
                                           (outline->box.right - outline->box.left) / 2, half_height, half_height,
                                           x - outline->x, y - outline->y);
    }
  for (guint i = 0; i < outline->hull->len; i++)
    {
      const CoalitionPlace *a = &g_array_index (outline->hull, CoalitionPlace, i);
      const CoalitionPlace *b = &g_array_index (outline->hull, CoalitionPlace, (i + 1) % outline->hull->len);
      CoalitionPlace point = { x, y };
      double dx = b->x - a->x, dy = b->y - a->y, length = dx * dx + dy * dy;
      double t = length > 0 ? CLAMP (((x - a->x) * dx + (y - a->y) * dy) / length, 0, 1) : 0;

      nearest = MIN (nearest, hypot (x - a->x - t * dx, y - a->y - t * dy));
      inside = inside && turn (a, b, &point) >= 0;
    }

  return (inside ? -nearest : nearest) - coalition_map_forum_gap (self);
}

/*
 * coalition_map_forums_mark_crossed:
 * @clip: (nullable): what of the map is seen
 *
 * Notes the parties under whose names the line of an outline runs.
 */
void
coalition_map_forums_mark_crossed (CoalitionMap       *self,
                                   const CoalitionBox *clip)
{
  double gap = coalition_map_forum_gap (self);

  for (guint i = 0; i < self->n_forums; i++)
    {
      const CoalitionMapOutline *outline = &self->outlines[i];

      if (coalition_map_forum_is_hub (self, i) || !outline->known || !outline->visible ||
          !coalition_map_box_meets (&outline->box, clip, 0))
        continue;
      for (guint j = 0; j < outline->hull->len; j++)
        {
          const CoalitionPlace *a = &g_array_index (outline->hull, CoalitionPlace, j);
          const CoalitionPlace *b = &g_array_index (outline->hull, CoalitionPlace, (j + 1) % outline->hull->len);
          double length = MAX (hypot (b->x - a->x, b->y - a->y), 1e-6);
          double x = (b->y - a->y) / length * gap, y = (a->x - b->x) / length * gap;
          CoalitionMapCurve side = { .x0 = a->x + x, .y0 = a->y + y, .x1 = b->x + x, .y1 = b->y + y };

          side.cx = (side.x0 + side.x1) / 2;
          side.cy = (side.y0 + side.y1) / 2;
          coalition_map_mark_crossed (self, &side, 0, 1);
        }
    }
}

/* Forums whose outlines touch get different lines. It is decided once, so that nothing changes its look while it is
 * dragged. */
static void
choose_variants (CoalitionMap *self)
{
  for (guint i = 0; i < self->n_forums; i++)
    {
      guint taken = 0;

      if (coalition_map_forum_is_hub (self, i) || !coalition_map_forum_update (self, i))
        continue;
      for (guint j = 0; j < i; j++)
        if (!coalition_map_forum_is_hub (self, j) && self->outlines[j].visible &&
            coalition_map_box_meets (&self->outlines[i].box, &self->outlines[j].box, 0))
          taken |= 1u << self->outlines[j].variant;
      while (self->outlines[i].variant < 3 && taken & 1u << self->outlines[i].variant)
        self->outlines[i].variant++;
    }
}

/*
 * coalition_map_forums_init:
 *
 * Prepares the forums of the network: where their hubs are, and which party is in which.
 */
void
coalition_map_forums_init (CoalitionMap *self)
{
  guint n_members = 0;
  guint *next;

  self->forums_from = g_new0 (guint, self->n_parties + 2);
  for (guint i = 0; i < self->n_forums; i++)
    {
      self->outlines[i].placed = self->forums[i].placed;
      self->outlines[i].x = self->forums[i].x;
      self->outlines[i].y = self->forums[i].y;
      for (guint j = 0; j < self->forums[i].n_members; j++)
        self->forums_from[self->forums[i].members[j] + 1]++;
      n_members += self->forums[i].n_members;
    }
  for (guint i = 0; i < self->n_parties; i++)
    self->forums_from[i + 1] += self->forums_from[i];
  self->forums_of = g_new (guint, MAX (n_members, 1));
  next = g_memdup2 (self->forums_from, (self->n_parties + 1) * sizeof (guint));
  for (guint i = 0; i < self->n_forums; i++)
    for (guint j = 0; j < self->forums[i].n_members; j++)
      self->forums_of[next[self->forums[i].members[j]]++] = i;
  g_free (next);
}

/*
 * coalition_map_forums_clear:
 *
 * Frees what coalition_map_forums_init() made.
 */
void
coalition_map_forums_clear (CoalitionMap *self)
{
  for (guint i = 0; i < self->n_forums && self->outlines; i++)
    {
      g_clear_pointer (&self->outlines[i].hull, g_array_unref);
      g_clear_object (&self->outlines[i].layout);
    }
  g_clear_pointer (&self->outlines, g_free);
  g_clear_pointer (&self->forums_of, g_free);
  g_clear_pointer (&self->forums_from, g_free);
}

/*
 * coalition_map_forums_copy:
 *
 * Takes over from another map of the same network where forums are.
 */
void
coalition_map_forums_copy (CoalitionMap *self,
                           CoalitionMap *from)
{
  self->forums_from = g_memdup2 (from->forums_from, (self->n_parties + 2) * sizeof (guint));
  self->forums_of = g_memdup2 (from->forums_of, MAX (from->forums_from[self->n_parties], 1) * sizeof (guint));
  for (guint i = 0; i < self->n_forums; i++)
    {
      self->outlines[i] = from->outlines[i];
      self->outlines[i].layout = NULL;
      if (from->outlines[i].hull)
        self->outlines[i].hull = g_array_copy (from->outlines[i].hull);
    }
}

/*
 * coalition_map_forums_moved:
 *
 * Tells the forums that a party was moved: those of which it is a member change, and those whose caption it now hides.
 */
void
coalition_map_forums_moved (CoalitionMap *self,
                            guint         party)
{
  const CoalitionMapFigure *figure = &self->figures[party];
  CoalitionBox box = self->boxes[party];

  for (guint i = self->forums_from[party]; i < self->forums_from[party + 1]; i++)
    self->outlines[self->forums_of[i]].known = FALSE;
  box = (CoalitionBox) { box.left + figure->x, box.top + figure->y, box.right + figure->x, box.bottom + figure->y };
  for (guint i = 0; i < self->n_forums; i++)
    if (self->outlines[i].known && self->outlines[i].visible && !self->outlines[i].placed &&
        coalition_map_box_meets (&self->outlines[i].caption, &box, 0))
      self->outlines[i].known = FALSE;
}

/*
 * coalition_map_forums_forget:
 *
 * Makes all forums be reckoned anew.
 */
void
coalition_map_forums_forget (CoalitionMap *self)
{
  for (guint i = 0; i < self->n_forums; i++)
    {
      self->outlines[i].known = FALSE;
      self->outlines[i].variant = 0;
      self->outlines[i].found = FALSE;
    }
  self->variants_known = FALSE;
}

/*
 * coalition_map_forums_update:
 *
 * Brings all forums up to date.
 */
void
coalition_map_forums_update (CoalitionMap *self)
{
  for (guint i = 0; i < self->n_forums; i++)
    coalition_map_forum_update (self, i);
  if (!self->variants_known)
    choose_variants (self);
  self->variants_known = TRUE;
}
