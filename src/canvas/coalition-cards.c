/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-cards.h"

/* Between cards, and between them and the edges; less where there is little room. */
#define GAP 12
#define SMALL_GAP 6
#define SMALL_WIDTH 480

/* A map narrower than these has the legend folded and chips counted, and the bar of time as a button. */
#define NARROW 640
#define NARROW_FOR_TIME 720

/* Chips break into lines rather than reach further over the map than this share of it. */
#define CHIPS_SHARE 0.6
#define CHIPS_LEAST 360

typedef struct {
  const CoalitionCardsRequest *request;
  CoalitionCardPlace *places;
  int gap;
  int start_bottom; /* of the cards at the top start */
  int end_bottom;
  int end_top; /* of the cards at the bottom end */
} Work;

static const CoalitionCardSize *
get_size (Work          *work,
          CoalitionCard  card)
{
  return &work->request->sizes[card];
}

static gboolean
is_wanted (Work          *work,
           CoalitionCard  card)
{
  return get_size (work, card)->wanted;
}

static int
get_width (Work          *work,
           CoalitionCard  card,
           gboolean       wide)
{
  const CoalitionCardSize *size = get_size (work, card);

  return !size->wanted ? 0 : wide ? size->wide : size->narrow;
}

/* The room that a card takes in a row, with the gap to the next. */
static int
get_room (Work          *work,
          CoalitionCard  card,
          gboolean       wide)
{
  return is_wanted (work, card) ? get_width (work, card, wide) + work->gap : 0;
}

static void
put (Work          *work,
     CoalitionCard  card,
     int            x,
     int            y,
     int            width,
     int            height)
{
  /* What is wider than the map is cut off at its end rather than hang out at both sides. */
  width = MIN (width, work->request->width - 2 * work->gap);
  work->places[card] = (CoalitionCardPlace) { TRUE, MAX (x, work->gap), y, MAX (width, 0), height };
}

static void
put_start (Work          *work,
           CoalitionCard  card,
           int            x,
           int            y,
           gboolean       wide)
{
  if (!is_wanted (work, card))
    return;
  put (work, card, x, y, get_width (work, card, wide), get_size (work, card)->height);
  work->start_bottom = MAX (work->start_bottom, y + get_size (work, card)->height);
}

static void
put_end (Work          *work,
         CoalitionCard  card,
         int            y,
         gboolean       wide)
{
  int width = get_width (work, card, wide);

  if (!is_wanted (work, card))
    return;
  put (work, card, work->request->width - work->gap - width, y, width, get_size (work, card)->height);
  work->end_bottom = MAX (work->end_bottom, y + get_size (work, card)->height);
}

/* Whether a card keeps clear of every other, with the gap between them. */
static gboolean
is_clear (Work                     *work,
          const CoalitionCardPlace *place)
{
  for (int i = 0; i < COALITION_N_CARDS; i++)
    {
      const CoalitionCardPlace *other = &work->places[i];

      if (other != place && other->shown && other->x < place->x + place->width + work->gap
          && place->x < other->x + other->width + work->gap && other->y < place->y + place->height + work->gap
          && place->y < other->y + other->height + work->gap)
        return FALSE;
    }
  return TRUE;
}

/* Tools and views at the start, the menus at the end: in one row if words can be dropped for it, else in up to three. */
static void
place_top (Work *work)
{
  static const gboolean forms[][2] = { { TRUE, TRUE }, { FALSE, TRUE }, { FALSE, FALSE } };
  int room = work->request->width - 2 * work->gap, y = work->gap, tools = get_room (work, COALITION_CARD_TOOLS, TRUE);
  int second;

  work->start_bottom = work->end_bottom = 0;
  for (int i = 0; i < (int) G_N_ELEMENTS (forms); i++)
    if (tools + get_room (work, COALITION_CARD_VIEWS, forms[i][0]) + get_width (work, COALITION_CARD_MENUS, forms[i][1]) <= room)
      {
        put_start (work, COALITION_CARD_TOOLS, work->gap, y, TRUE);
        put_start (work, COALITION_CARD_VIEWS, work->gap + tools, y, forms[i][0]);
        put_end (work, COALITION_CARD_MENUS, y, forms[i][1]);
        return;
      }

  put_start (work, COALITION_CARD_TOOLS, work->gap, y, TRUE);
  second = work->start_bottom + work->gap;
  if (tools + get_width (work, COALITION_CARD_MENUS, FALSE) <= room)
    {
      put_end (work, COALITION_CARD_MENUS, y, tools + get_width (work, COALITION_CARD_MENUS, TRUE) <= room);
      second = MAX (work->start_bottom, work->end_bottom) + work->gap;
      put_start (work, COALITION_CARD_VIEWS, work->gap, second, get_width (work, COALITION_CARD_VIEWS, TRUE) <= room);
      return;
    }
  for (int i = 0; i < (int) G_N_ELEMENTS (forms); i++)
    if (get_room (work, COALITION_CARD_VIEWS, forms[i][0]) + get_width (work, COALITION_CARD_MENUS, forms[i][1]) <= room)
      {
        put_start (work, COALITION_CARD_VIEWS, work->gap, second, forms[i][0]);
        put_end (work, COALITION_CARD_MENUS, second, forms[i][1]);
        return;
      }
  put_start (work, COALITION_CARD_VIEWS, work->gap, second, FALSE);
  put_end (work, COALITION_CARD_MENUS, MAX (work->start_bottom + work->gap, second), FALSE);
}

/* The date at the start and the chips at the end, below the others. */
static void
place_below (Work *work)
{
  const CoalitionCardsRequest *request = work->request;
  gboolean counted = request->width < NARROW && is_wanted (work, COALITION_CARD_CHIPS_BUTTON);
  CoalitionCard card = counted ? COALITION_CARD_CHIPS_BUTTON : COALITION_CARD_CHIPS;
  int room = request->width - 2 * work->gap, left = 0, y, width, height;
  CoalitionCardPlace *pill;

  if (is_wanted (work, COALITION_CARD_TIME_PILL))
    {
      put_start (work, COALITION_CARD_TIME_PILL, work->gap, MAX (work->start_bottom + work->gap, work->gap),
                 get_width (work, COALITION_CARD_TIME_PILL, TRUE) <= room);
      pill = &work->places[COALITION_CARD_TIME_PILL];
      if (!is_clear (work, pill))
        pill->y = MAX (work->start_bottom - pill->height - work->gap, work->end_bottom) + work->gap;
      work->start_bottom = MAX (work->start_bottom, pill->y + pill->height);
      left = pill->width + work->gap;
    }
  if (!is_wanted (work, card))
    return;

  y = work->end_bottom + work->gap;
  for (int i = COALITION_CARD_TOOLS; i <= COALITION_CARD_VIEWS; i++)
    if (work->places[i].shown && work->places[i].y + work->places[i].height + work->gap > y)
      left = MAX (left, work->places[i].x + work->places[i].width);
  if (room - left < MIN (get_width (work, card, TRUE), CHIPS_LEAST))
    {
      y = MAX (work->start_bottom, work->end_bottom) + work->gap;
      left = 0;
    }
  width = MIN (get_width (work, card, TRUE), MIN (room - left, (int) MAX (CHIPS_LEAST, request->width * CHIPS_SHARE)));
  height = counted ? get_size (work, card)->height : request->measure_chips (width, request->data);
  put (work, card, request->width - work->gap - width, y, width, height);
  if (!is_clear (work, &work->places[card]))
    work->places[card].y = y = MAX (work->start_bottom, work->end_bottom) + work->gap;
  work->end_bottom = y + height;
}

static void
place_time (Work *work)
{
  const CoalitionCardsRequest *request = work->request;
  CoalitionCard card = request->width < NARROW_FOR_TIME ? COALITION_CARD_TIME_BUTTON : COALITION_CARD_TIME_BAR;
  const CoalitionCardPlace *zoom = &work->places[COALITION_CARD_ZOOM];
  CoalitionCard legend = request->width >= NARROW && request->legend != COALITION_LEGEND_FOLDED ? COALITION_CARD_LEGEND
                                                                                             : COALITION_CARD_LEGEND_HEAD;
  int end = zoom->shown ? zoom->x - work->gap : request->width - work->gap;
  int start = work->gap + get_room (work, legend, TRUE), width;

  if (!is_wanted (work, card))
    return;
  if (card == COALITION_CARD_TIME_BAR && end - start < get_width (work, card, FALSE)
      && request->width - work->gap - start < get_width (work, card, TRUE))
    card = COALITION_CARD_TIME_BUTTON;
  if (!is_wanted (work, card))
    return;
  if (end - start >= get_width (work, card, FALSE))
    {
      width = MIN (get_width (work, card, TRUE), end - start);
      /* A slider can be of any length; a word is there or is not. */
      if (card == COALITION_CARD_TIME_BUTTON && width < get_width (work, card, TRUE))
        width = get_width (work, card, FALSE);
      put (work, card, end - width, request->height - work->gap - get_size (work, card)->height, width, get_size (work, card)->height);
    }
  else
    {
      width = MIN (get_width (work, card, TRUE), request->width - 2 * work->gap);
      put (work, card, request->width - work->gap - width, work->end_top - work->gap - get_size (work, card)->height,
           width, get_size (work, card)->height);
    }
  work->end_top = MIN (work->end_top, work->places[card].y);
}

/* The whole legend where it keeps clear of the others, else its head, if need be above what is at the bottom. */
static void
place_legend (Work *work)
{
  const CoalitionCardsRequest *request = work->request;
  gboolean whole = request->legend == COALITION_LEGEND_UNFOLDED
                   || (request->legend == COALITION_LEGEND_AUTOMATIC && request->width >= NARROW);
  CoalitionCardPlace *place;

  for (int i = whole ? COALITION_CARD_LEGEND : COALITION_CARD_LEGEND_HEAD; i <= COALITION_CARD_LEGEND_HEAD; i++)
    {
      const CoalitionCardSize *size = get_size (work, i);

      place = &work->places[i];
      if (!size->wanted)
        continue;
      put (work, i, work->gap, request->height - work->gap - size->height, size->wide, size->height);
      /* Who unfolded it wants to read it: on a narrow map it goes above the others, instead of staying folded. */
      if (!is_clear (work, place) && (i == COALITION_CARD_LEGEND_HEAD || request->legend == COALITION_LEGEND_UNFOLDED))
        place->y = work->end_top - work->gap - size->height;
      if (is_clear (work, place) && place->y >= work->gap)
        return;
      place->shown = FALSE;
    }
}

static void
place_bottom (Work *work)
{
  const CoalitionCardsRequest *request = work->request;
  const CoalitionCardSize *size = get_size (work, COALITION_CARD_ZOOM);
  CoalitionCardPlace *minimap = &work->places[COALITION_CARD_MINIMAP];
  int room = request->width - 2 * work->gap - get_room (work, COALITION_CARD_LEGEND_HEAD, FALSE);

  work->end_top = request->height;
  if (size->wanted)
    {
      int width = get_width (work, COALITION_CARD_ZOOM, size->wide <= room);

      put (work, COALITION_CARD_ZOOM, request->width - work->gap - width, request->height - work->gap - size->height,
           width, size->height);
      work->end_top = work->places[COALITION_CARD_ZOOM].y;
    }
  place_time (work);
  if (is_wanted (work, COALITION_CARD_MINIMAP))
    {
      size = get_size (work, COALITION_CARD_MINIMAP);
      put (work, COALITION_CARD_MINIMAP, request->width - work->gap - size->wide, work->end_top - work->gap - size->height,
           size->wide, size->height);
      /* It is a help, and no more: it leaves half of a small map free. */
      minimap->shown = is_clear (work, minimap) && minimap->y > work->end_bottom + work->gap
                       && size->wide * 3 < request->width && size->height * 3 < request->height;
    }
  place_legend (work);
}

static void
place_for_presenting (Work *work)
{
  const CoalitionCardsRequest *request = work->request;
  const CoalitionCardSize *caption = get_size (work, COALITION_CARD_CAPTION), *controls = get_size (work, COALITION_CARD_CONTROLS);

  if (caption->wanted)
    put (work, COALITION_CARD_CAPTION, work->gap, work->gap, caption->wide, caption->height);
  if (controls->wanted)
    put (work, COALITION_CARD_CONTROLS, request->width - work->gap - controls->wide,
         request->height - work->gap - controls->height, controls->wide, controls->height);
  work->end_top = controls->wanted ? work->places[COALITION_CARD_CONTROLS].y : request->height;
  place_legend (work);
}

/**
 * coalition_cards_place:
 * @request: what there is for how much room
 * @places: (out caller-allocates) (array fixed-size=14): where each card goes
 *
 * Places what floats on the map so that no two cards touch: tools, views and menus above, the date and chips below
 * them, the legend at the bottom start, zoom, time and the small map at the bottom end. Where there is too little room
 * words are dropped first, then the second form of a card is taken, then rows are broken. (After the mock of the map.)
 */
void
coalition_cards_place (const CoalitionCardsRequest *request,
                       CoalitionCardPlace          *places)
{
  Work work = { .request = request, .places = places };

  for (int i = 0; i < COALITION_N_CARDS; i++)
    places[i] = (CoalitionCardPlace) { FALSE, 0, 0, 0, 0 };
  work.gap = request->width < SMALL_WIDTH ? SMALL_GAP : GAP;
  if (request->presenting)
    {
      place_for_presenting (&work);
    }
  else
    {
      place_top (&work);
      place_below (&work);
      place_bottom (&work);
    }
  if (request->mirrored)
    for (int i = 0; i < COALITION_N_CARDS; i++)
      places[i].x = request->width - places[i].x - places[i].width;
}
