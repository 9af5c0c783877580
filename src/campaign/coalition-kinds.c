/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "coalition-kinds.h"

#include <glib/gi18n-lib.h>

/* Every kind of record of a campaign, said once. From these tables come the statements of store/, the record classes,
 * forms, search, files and the partner copy. To add a field: one line here and one migration in store/. Sources are
 * the documents on which the product rests: S0 partnering with community organizers, S1 why legal clinics organize,
 * S2 the four steps of community organizing, S3 networking and partnerships of local organizations, S4 the
 * relationship worksheet. */

#define REQUIRED COALITION_FIELD_REQUIRED
#define PRIVATE COALITION_FIELD_PRIVATE
#define SEARCH COALITION_FIELD_SEARCHABLE
#define FIRST COALITION_FIELD_FIRST
#define OPEN COALITION_FIELD_OPEN
#define HIDDEN COALITION_FIELD_HIDDEN
#define OWNER COALITION_FIELD_OWNER
#define RATING COALITION_FIELD_RATING

#define TEXT(name_, flags_, label_, hint_, aliases_) \
  { .name = name_, .type = COALITION_FIELD_TEXT, .flags = (flags_), .label = label_, .hint = hint_, .aliases = aliases_ }
#define LONG(name_, flags_, label_, hint_, aliases_) \
  { .name = name_, .type = COALITION_FIELD_LONG_TEXT, .flags = (flags_), .label = label_, .hint = hint_, .aliases = aliases_ }
#define CHOICE(name_, flags_, label_, hint_, choices_, aliases_) \
  { .name = name_, .type = COALITION_FIELD_CHOICE, .flags = (flags_), .label = label_, .hint = hint_, .choices = choices_, .aliases = aliases_ }
#define DATE(name_, flags_, label_, hint_, aliases_) \
  { .name = name_, .type = COALITION_FIELD_DATE, .flags = (flags_), .label = label_, .hint = hint_, .aliases = aliases_ }
#define YESNO(name_, flags_, label_, hint_, aliases_) \
  { .name = name_, .type = COALITION_FIELD_BOOLEAN, .flags = (flags_), .label = label_, .hint = hint_, .aliases = aliases_ }
#define WHOLE(name_, flags_, label_, hint_, minimum_, maximum_, aliases_) \
  { .name = name_, .type = COALITION_FIELD_INTEGER, .flags = (flags_), .label = label_, .hint = hint_, .minimum = minimum_, .maximum = maximum_, .aliases = aliases_ }
#define NUMBER(name_, flags_, label_, hint_, unit_, aliases_) \
  { .name = name_, .type = COALITION_FIELD_REAL, .flags = (flags_), .label = label_, .hint = hint_, .unit = unit_, .aliases = aliases_ }
#define TO(name_, flags_, target_, label_, hint_, aliases_) \
  { .name = name_, .type = COALITION_FIELD_REFERENCE, .flags = (flags_), .label = label_, .hint = hint_, .target = target_, .aliases = aliases_ }

#define KIND(identifier, name_, plural_, table_, type_, label_, labels_, title_) \
  const CoalitionKind coalition_kind_##identifier = { \
    name_, plural_, table_, type_, label_, labels_, title_, identifier##_fields, G_N_ELEMENTS (identifier##_fields) \
  }

/* --- the campaign and its views ------------------------------------------------------------------------------ */

static const CoalitionField campaign_fields[] = {
  TEXT ("name", REQUIRED | SEARCH | FIRST, N_("Name"), N_("What this effort is called"), NULL),
  TO ("us", FIRST, "party", N_("Our organization"), N_("The party on the map that is ourselves"), NULL),
  LONG ("purpose", SEARCH | FIRST, N_("Purpose"), N_("What is to change, for whom"), "goal;aim"),
  TEXT ("made_by", SEARCH, N_("Made by"), N_("The role that answers for this document; printed on its pages"), "author"),
  DATE ("started", 0, N_("Started"), N_("When the campaign began"), "start"),
  LONG ("notes", PRIVATE | SEARCH, N_("Notes"), NULL, NULL),
};
KIND (campaign, "campaign", "campaigns", "campaign", "CoalitionCampaignRecord", N_("Campaign"), N_("Campaigns"), "name");

static const CoalitionChoice layout_choices[] = {
  { "free", N_("Free") }, { "levels", N_("Levels") }, { "rings", N_("Rings") }, { "circle", N_("Circle") },
  { "power", N_("Power map") }, { NULL }
};

static const CoalitionChoice colour_choices[] = {
  { "level", N_("Level") }, { "kind", N_("Kind") }, { "tag", N_("Tag") }, { "constituency", N_("Constituency") },
  { "stance", N_("Stance") }, { "trust", N_("Trust between us") }, { "status", N_("Status of our tie") },
  { "community", N_("Community") }, { "own", N_("Own field") }, { NULL }
};

static const CoalitionChoice size_choices[] = {
  { "even", N_("All alike") }, { "degree", N_("Number of ties") }, { "betweenness", N_("Betweenness") },
  { "influence", N_("Influence") }, { "voices", N_("Number of voices") }, { NULL }
};

static const CoalitionField view_fields[] = {
  TEXT ("name", REQUIRED | SEARCH | FIRST, N_("Name"), N_("What this view of the map shows"), NULL),
  CHOICE ("layout", FIRST, N_("Layout"), N_("How parties are arranged"), layout_choices, NULL),
  CHOICE ("colour_by", HIDDEN, N_("Color by"), NULL, colour_choices, NULL),
  TEXT ("filter", HIDDEN | PRIVATE, N_("Filter"), NULL, NULL),
  WHOLE ("rank", HIDDEN, N_("Place in the list"), NULL, 0, 0, NULL),
  CHOICE ("size_by", HIDDEN, N_("Size by"), NULL, size_choices, NULL),
  TO ("issue", HIDDEN, "issue", N_("Issue"), N_("The issue whose stances color the map or arrange the power map; none for the campaign as a whole"), NULL),
  TO ("field", HIDDEN | PRIVATE, "own-field", N_("Own field"), N_("The own field that colors the map"), NULL),
  TO ("center", HIDDEN, "party", N_("Center"), N_("The party around which the rings lie; none for ourselves"), NULL),
  YESNO ("hides", HIDDEN, N_("Hide what the filter leaves out"), N_("Otherwise it is dimmed"), NULL),
  YESNO ("routed", HIDDEN, N_("Lead ties around parties"), NULL, NULL),
  TEXT ("collapsed", HIDDEN, N_("Collapsed groups"), NULL, NULL),
  NUMBER ("zoom", HIDDEN, N_("Zoom"), NULL, NULL, NULL),
  NUMBER ("center_x", HIDDEN, N_("Middle, across"), NULL, NULL, NULL),
  NUMBER ("center_y", HIDDEN, N_("Middle, down"), NULL, NULL, NULL),
  NUMBER ("frame_width", HIDDEN, N_("Width of the power map"), NULL, NULL, NULL),
  NUMBER ("frame_height", HIDDEN, N_("Height of the power map"), NULL, NULL, NULL),
};
KIND (view, "view", "views", "view", "CoalitionView", N_("View"), N_("Views"), "name");

/* Far beyond any map, but no number with which drawing it would fail. */
#define COORDINATE(name_, label_, hint_) \
  { .name = name_, .type = COALITION_FIELD_REAL, .flags = REQUIRED, .label = label_, .hint = hint_, .minimum = -10000000, .maximum = 10000000 }

static const CoalitionField position_fields[] = {
  TO ("view", REQUIRED | OWNER | HIDDEN, "view", N_("View"), NULL, NULL),
  TO ("party", REQUIRED | OWNER | HIDDEN, "party", N_("Party"), NULL, NULL),
  COORDINATE ("x", N_("Across"), N_("Map units from the left")),
  COORDINATE ("y", N_("Down"), N_("Map units from the top")),
  YESNO ("pinned", REQUIRED, N_("Pinned"), N_("Put there by a person: no arrangement moves it"), NULL),
};
KIND (position, "position", "positions", "position", "CoalitionPosition", N_("Position"), N_("Positions"), NULL);

/* --- pictures: the data of each is kept once ------------------------------------------------------------------- */

static const CoalitionField image_fields[] = {
  TEXT ("name", REQUIRED | SEARCH | FIRST, N_("Name"), N_("The name of the file it came from, or what it shows"), NULL),
  TEXT ("media_type", REQUIRED | HIDDEN, N_("Media type"), NULL, NULL),
  WHOLE ("width", REQUIRED | HIDDEN, N_("Width"), N_("In pixels"), 1, 20000, NULL),
  WHOLE ("height", REQUIRED | HIDDEN, N_("Height"), N_("In pixels"), 1, 20000, NULL),
  LONG ("data", REQUIRED | HIDDEN | PRIVATE, N_("Data"), N_("The file’s bytes in Base64"), NULL),
};
KIND (image, "image", "images", "image", "CoalitionImage", N_("Image"), N_("Images"), "name");

/* --- parties -------------------------------------------------------------------------------------------------- */

static const CoalitionField constituency_fields[] = {
  TEXT ("name", REQUIRED | SEARCH | FIRST, N_("Name"), N_("Tenants, newcomers, workers of a trade, …"), NULL),
  LONG ("description", SEARCH | FIRST, N_("Description"), NULL, NULL),
};
KIND (constituency, "constituency", "constituencies", "constituency", "CoalitionConstituency", N_("Constituency"), N_("Constituencies"), "name");

static const CoalitionChoice level_choices[] = {
  { "affected", N_("Affected people") }, { "connector", N_("Connector") }, { "organization", N_("Organization") }, { NULL }
};

static const CoalitionChoice party_kind_choices[] = {
  { "service-agency", N_("Service agency") }, { "organizing-group", N_("Organizing group") },
  { "legal-clinic", N_("Legal clinic") }, { "neighbourhood-centre", N_("Neighbourhood center") },
  { "tenant-association", N_("Tenant association") }, { "union", N_("Union") }, { "congregation", N_("Congregation") },
  { "school", N_("School") }, { "police", N_("Police") }, { "council", N_("Council") },
  { "ministry", N_("Government ministry") }, { "business", N_("Business") }, { "funder", N_("Funder") },
  { "media", N_("Media") }, { "individual", N_("Individual") }, { "group", N_("Group of people") }, { NULL }
};

static const CoalitionField party_fields[] = {
  TEXT ("name", REQUIRED | SEARCH | FIRST, N_("Name"), N_("A person by role, a group of people or an organization"),
        "organization;organisation;party;title;label;group;who"),
  CHOICE ("level", FIRST, N_("Level"), N_("The worksheet’s three levels: people directly affected, leaders and connectors, organizations and institutions"), level_choices, NULL),
  CHOICE ("kind", SEARCH | FIRST | OPEN, N_("Kind"), N_("What sort of party this is; choose or write your own"), party_kind_choices, "type;category"),
  LONG ("role", SEARCH | FIRST, N_("Role in the community"), N_("What people here turn to them for"), "role in the community;what they are here"),
  LONG ("help", SEARCH | FIRST, N_("How can they help?"), N_("What they could bring to this effort"), "how can they help"),
  LONG ("reach", SEARCH | FIRST | PRIVATE, N_("How do we reach them?"), N_("The direct way: where, when, through which door"), "how do we reach them;how to reach"),
  TEXT ("place", SEARCH | FIRST, N_("Place"), N_("Neighborhood, street or building"), "neighbourhood;neighborhood;address"),
  TO ("constituency", FIRST, "constituency", N_("Constituency"), N_("Whom they are or speak of: tenants, newcomers, workers of a trade"), NULL),
  YESNO ("decision_maker", FIRST, N_("Decides on an issue"), N_("Has authority over something this campaign wants"), "decision maker;decision-maker;decides"),
  TEXT ("position", SEARCH, N_("Formal position"), N_("An office or title, if there is one"), "formal position;job title"),
  TEXT ("informal_role", SEARCH, N_("Informal role"), N_("What they are to their neighbors, without a title"), "informal role"),
  LONG ("capacity", SEARCH, N_("Capacity"), N_("People, time and money they could spare for this"), NULL),
  LONG ("expertise", SEARCH, N_("Expertise"), NULL, "skills"),
  LONG ("interest", SEARCH, N_("Interest"), N_("Why they would want to take part"), "interests"),
  LONG ("politics", SEARCH | PRIVATE, N_("Political stance"), N_("How they stand toward conflict and authority"), "political stance"),
  LONG ("theory_of_change", SEARCH, N_("Theory of change"), N_("How they believe things get better"), "theory of change"),
  LONG ("constraints", SEARCH, N_("Funding constraints"), N_("What their funders do not let them do"), "funding constraints"),
  TO ("introduced_by", 0, "party", N_("Introduced by"), N_("Who told us about them"), "introduced by;referred by"),
  LONG ("notes", SEARCH | PRIVATE, N_("Notes"), NULL, "note;comment;comments"),
  TO ("picture", PRIVATE, "image", N_("Logo or picture"), N_("Shown in place of the sign of the party"), NULL),
};
KIND (party, "party", "parties", "party", "CoalitionParty", N_("Party"), N_("Parties"), "name");

static const CoalitionChoice contact_detail_choices[] = {
  { "phone", N_("Phone") }, { "email", N_("Email") }, { "address", N_("Address") }, { "web", N_("Website") },
  { "messenger", N_("Messenger") }, { "person", N_("Contact person") }, { NULL }
};

static const CoalitionField contact_detail_fields[] = {
  TO ("party", REQUIRED | OWNER, "party", N_("Party"), NULL, NULL),
  CHOICE ("kind", FIRST | OPEN, N_("Kind"), NULL, contact_detail_choices, "type"),
  TEXT ("value", REQUIRED | FIRST | SEARCH | PRIVATE, N_("Number or address"), NULL, "detail;contact"),
  TEXT ("note", SEARCH | PRIVATE, N_("Note"), N_("Best hours, who answers"), NULL),
};
KIND (contact_detail, "contact-detail", "contact-details", "contact_detail", "CoalitionContactDetail", N_("Contact detail"), N_("Contact details"), "value");

static const CoalitionField tag_fields[] = {
  TEXT ("name", REQUIRED | SEARCH | FIRST, N_("Name"), NULL, "tag"),
};
KIND (tag, "tag", "tags", "tag", "CoalitionTag", N_("Tag"), N_("Tags"), "name");

static const CoalitionField party_tag_fields[] = {
  TO ("party", REQUIRED | OWNER, "party", N_("Party"), NULL, NULL),
  TO ("tag", REQUIRED | OWNER, "tag", N_("Tag"), NULL, NULL),
};
KIND (party_tag, "party-tag", "party-tags", "party_tag", "CoalitionPartyTag", N_("Tag of a party"), N_("Tags of parties"), NULL);

/* --- ties ----------------------------------------------------------------------------------------------------- */

/* The groups are the five families that the map tells apart by end mark and color. */
static const CoalitionChoice tie_kind_choices[] = {
  { "knows", N_("Knows"), "knows" }, { "refers", N_("Refers"), "knows" }, { "informs", N_("Shares information"), "knows" },
  { "shares", N_("Shares resources"), "works" }, { "project", N_("Joint project"), "works" },
  { "member", N_("Member of"), "belongs" }, { "serves", N_("Serves"), "belongs" }, { "takes-part", N_("Takes part"), "belongs" },
  { "funds", N_("Funds"), "power" }, { "reports", N_("Reports to"), "power" }, { "influences", N_("Influences"), "power" },
  { "opposes", N_("Opposes"), "opposes" }, { NULL }
};

static const CoalitionChoice tie_status_choices[] = {
  { "prospective", N_("Prospective") }, { "active", N_("Active") }, { "dormant", N_("Dormant") }, { "ended", N_("Ended") }, { NULL }
};

static const CoalitionChoice direction_choices[] = {
  { "forward", N_("From the first to the second") }, { "mutual", N_("Both ways") }, { NULL }
};

static const CoalitionChoice confidence_choices[] = {
  { "certain", N_("Certain") }, { "likely", N_("Likely") }, { "rumor", N_("Hearsay") }, { NULL }
};

static const CoalitionField tie_fields[] = {
  TO ("from", REQUIRED | OWNER | FIRST, "party", N_("From"), NULL, "source;from party;sender"),
  TO ("to", REQUIRED | OWNER | FIRST, "party", N_("To"), NULL, "target;to party;receiver"),
  CHOICE ("kind", SEARCH | FIRST | OPEN, N_("Kind"), N_("What ties them; choose or write your own"), tie_kind_choices, "type;relationship;tie"),
  CHOICE ("direction", FIRST, N_("Direction"), N_("Whether it holds both ways"), direction_choices, NULL),
  CHOICE ("status", FIRST, N_("Status"), NULL, tie_status_choices, "state"),
  WHOLE ("strength", FIRST | RATING, N_("Strength"), N_("From faint (1) to very strong (4)"), 1, 4, "weight"),
  WHOLE ("trust", FIRST | RATING | PRIVATE, N_("Trust"), N_("How far they trust each other, 0 to 5"), 0, 5, NULL),
  TEXT ("brought_by", SEARCH, N_("Brought about by"), N_("Who brought them together"), "brought about by"),
  DATE ("start", 0, N_("Since"), NULL, "since;started;start date"),
  DATE ("end", 0, N_("Until"), NULL, "until;ended;end date"),
  TEXT ("source", SEARCH, N_("Told by"), N_("How we know of this tie"), "told by"),
  CHOICE ("confidence", 0, N_("Confidence"), NULL, confidence_choices, "certainty"),
  LONG ("notes", SEARCH | PRIVATE, N_("Notes"), NULL, "note;comment;comments"),
};
KIND (tie, "tie", "ties", "tie", "CoalitionTie", N_("Tie"), N_("Ties"), NULL);

/* --- forums: standing forms of networking (S3) ----------------------------------------------------------------- */

static const CoalitionChoice forum_form_choices[] = {
  { "lunch", N_("Lunch") }, { "topic-meetings", N_("Topic meetings") }, { "council", N_("Council") },
  { "committee", N_("Committee") }, { "sub-group", N_("Sub-group") }, { "one-shot", N_("One-shot meeting") },
  { "search-conference", N_("Search conference") }, { NULL }
};

static const CoalitionChoice cadence_choices[] = {
  { "weekly", N_("Weekly") }, { "biweekly", N_("Every two weeks") }, { "monthly", N_("Monthly") },
  { "bimonthly", N_("Every two months") }, { "quarterly", N_("Quarterly") }, { "yearly", N_("Yearly") },
  { "once", N_("Once") }, { "as-needed", N_("As needed") }, { NULL }
};

static const CoalitionChoice forum_look_choices[] = {
  { "outline", N_("Outline around its members") }, { "hub", N_("Hub between its members") }, { NULL }
};

static const CoalitionField forum_fields[] = {
  TEXT ("name", REQUIRED | SEARCH | FIRST, N_("Name"), N_("What those who meet there call it"), "forum;title"),
  CHOICE ("form", FIRST | OPEN | SEARCH, N_("Form"), N_("How people come together; choose or write your own"), forum_form_choices, "type;kind"),
  CHOICE ("cadence", FIRST | OPEN, N_("Cadence"), N_("How often it meets"), cadence_choices, "how often"),
  LONG ("purpose", SEARCH | FIRST, N_("Purpose"), N_("The topic of common concern that keeps it together"), "topic"),
  TEXT ("place", SEARCH, N_("Place"), N_("Where it meets"), NULL),
  TEXT ("host", SEARCH, N_("Convened by"), N_("Who calls people together"), "host;convener"),
  DATE ("formed", FIRST, N_("Formed"), NULL, "start;since"),
  DATE ("ended", FIRST, N_("Ended"), NULL, "end;until"),
  TO ("parent", 0, "forum", N_("Part of"), N_("The forum of which it is a committee or sub-group"), NULL),
  CHOICE ("look", 0, N_("Drawn as"), NULL, forum_look_choices, NULL),
  LONG ("notes", SEARCH | PRIVATE, N_("Notes"), NULL, NULL),
};
KIND (forum, "forum", "forums", "forum", "CoalitionForum", N_("Forum"), N_("Forums"), "name");

static const CoalitionChoice forum_role_choices[] = {
  { "member", N_("Member") }, { "chair", N_("Chair") }, { "secretary", N_("Takes the minutes") }, { "host", N_("Host") },
  { "guest", N_("Guest") }, { NULL }
};

static const CoalitionField forum_member_fields[] = {
  TO ("forum", REQUIRED | OWNER, "forum", N_("Forum"), NULL, NULL),
  TO ("party", REQUIRED | OWNER | FIRST, "party", N_("Party"), NULL, "member"),
  CHOICE ("role", FIRST | OPEN, N_("Role"), NULL, forum_role_choices, NULL),
  DATE ("since", FIRST, N_("Since"), NULL, "joined;start"),
  DATE ("until", FIRST, N_("Until"), NULL, "left;end"),
};
KIND (forum_member, "forum-member", "forum-members", "forum_member", "CoalitionForumMember", N_("Member of a forum"), N_("Members of forums"), NULL);

static const CoalitionField forum_position_fields[] = {
  TO ("view", REQUIRED | OWNER | HIDDEN, "view", N_("View"), NULL, NULL),
  TO ("forum", REQUIRED | OWNER | HIDDEN, "forum", N_("Forum"), NULL, NULL),
  COORDINATE ("x", N_("Across"), N_("Map units from the left")),
  COORDINATE ("y", N_("Down"), N_("Map units from the top")),
};
KIND (forum_position, "forum-position", "forum-positions", "forum_position", "CoalitionForumPosition", N_("Position of a forum"), N_("Positions of forums"), NULL);

static const CoalitionField meeting_fields[] = {
  TO ("forum", REQUIRED | OWNER, "forum", N_("Forum"), NULL, NULL),
  DATE ("held_on", REQUIRED | FIRST, N_("Date"), NULL, "date"),
  TEXT ("topic", SEARCH | FIRST, N_("Topic of common concern"), NULL, "topic"),
  TEXT ("place", SEARCH, N_("Place"), NULL, NULL),
  LONG ("understandings", SEARCH | FIRST, N_("Understandings reached"), N_("What those who came now see in the same way, or will do together"), "understandings;results"),
  LONG ("notes", SEARCH | PRIVATE, N_("Notes"), NULL, NULL),
};
KIND (meeting, "meeting", "meetings", "meeting", "CoalitionMeeting", N_("Meeting"), N_("Meetings"), NULL);

static const CoalitionField attendance_fields[] = {
  TO ("meeting", REQUIRED | OWNER, "meeting", N_("Meeting"), NULL, NULL),
  TO ("party", REQUIRED | OWNER | FIRST, "party", N_("Who came"), NULL, NULL),
  WHOLE ("people", FIRST, N_("People"), N_("How many came for them"), 0, 100000, NULL),
};
KIND (attendance, "attendance", "attendances", "attendance", "CoalitionAttendance", N_("Attendance"), N_("Attendances"), NULL);

/* --- contacts: conversations and meetings that were logged (S3) ------------------------------------------------- */

static const CoalitionChoice contact_method_choices[] = {
  { "coffee", N_("Coffee") }, { "visit", N_("Visit") }, { "call", N_("Phone call") }, { "message", N_("Message or letter") },
  { "meeting", N_("Meeting") }, { "event", N_("Event") }, { "door", N_("At the door") }, { NULL }
};

static const CoalitionField contact_fields[] = {
  DATE ("held_on", REQUIRED | FIRST | PRIVATE, N_("Date"), NULL, "date;when"),
  CHOICE ("method", FIRST | OPEN, N_("How"), NULL, contact_method_choices, "method;type"),
  TEXT ("by", SEARCH | FIRST | PRIVATE, N_("By"), N_("Who of us spoke with them: a role"), "who;contacted by"),
  LONG ("summary", SEARCH | FIRST | PRIVATE, N_("What was said"), NULL, "summary;notes"),
  TEXT ("outcome", SEARCH | FIRST | PRIVATE, N_("Outcome"), NULL, "result"),
  TEXT ("follow_up", SEARCH | PRIVATE, N_("Follow-up"), N_("What was promised, by whom"), "next step"),
  DATE ("follow_up_due", PRIVATE, N_("Follow-up due"), NULL, "due"),
  DATE ("follow_up_done", PRIVATE, N_("Followed up on"), NULL, NULL),
};
KIND (contact, "contact", "contacts", "contact", "CoalitionContact", N_("Contact"), N_("Contacts"), NULL);

static const CoalitionField contact_party_fields[] = {
  TO ("contact", REQUIRED | OWNER, "contact", N_("Contact"), NULL, NULL),
  TO ("party", REQUIRED | OWNER | FIRST, "party", N_("Party"), NULL, NULL),
};
KIND (contact_party, "contact-party", "contact-parties", "contact_party", "CoalitionContactParty", N_("Party of a contact"), N_("Parties of contacts"), NULL);

/* --- notes and pictures on the map ------------------------------------------------------------------------------ */

static const CoalitionChoice note_color_choices[] = {
  { "yellow", N_("Yellow") }, { "green", N_("Green") }, { "purple", N_("Purple") }, { "grey", N_("Gray") },
  { "none", N_("Without ground") }, { NULL }
};

static const CoalitionField note_fields[] = {
  TO ("view", REQUIRED | OWNER | HIDDEN, "view", N_("View"), NULL, NULL),
  LONG ("text", REQUIRED | SEARCH | FIRST | PRIVATE, N_("Text"), N_("What stands on the map"), NULL),
  CHOICE ("color", FIRST, N_("Color"), NULL, note_color_choices, NULL),
  COORDINATE ("x", N_("Across"), N_("Map units from the left")),
  COORDINATE ("y", N_("Down"), N_("Map units from the top")),
  NUMBER ("width", HIDDEN, N_("Width"), NULL, NULL, NULL),
  NUMBER ("height", HIDDEN, N_("Height"), NULL, NULL, NULL),
};
KIND (note, "note", "notes", "note", "CoalitionNote", N_("Note"), N_("Notes"), "text");

static const CoalitionField picture_fields[] = {
  TO ("view", REQUIRED | OWNER | HIDDEN, "view", N_("View"), NULL, NULL),
  TO ("image", REQUIRED | OWNER | HIDDEN, "image", N_("Image"), NULL, NULL),
  TEXT ("caption", SEARCH | FIRST, N_("Caption"), N_("What it shows; read by screen readers"), NULL),
  YESNO ("background", FIRST, N_("Background"), N_("Lies under everything and stays where it is, as a map of the neighborhood does"), NULL),
  WHOLE ("opacity", FIRST, N_("Opacity"), N_("From 10 to 100 percent"), 10, 100, NULL),
  COORDINATE ("x", N_("Across"), N_("Map units from the left")),
  COORDINATE ("y", N_("Down"), N_("Map units from the top")),
  NUMBER ("width", HIDDEN, N_("Width"), NULL, NULL, NULL),
  NUMBER ("height", HIDDEN, N_("Height"), NULL, NULL, NULL),
};
KIND (picture, "picture", "pictures", "picture", "CoalitionPicture", N_("Picture"), N_("Pictures"), "caption");

/* --- issues, judgements, what parties have and dare ------------------------------------------------------------ */

static const CoalitionChoice issue_status_choices[] = {
  { "heard", N_("Heard") }, { "considered", N_("Considered") }, { "chosen", N_("Chosen") }, { "set-aside", N_("Set aside") },
  { "won", N_("Won") }, { "closed", N_("Closed") }, { NULL }
};

static const CoalitionField issue_fields[] = {
  TEXT ("name", REQUIRED | SEARCH | FIRST, N_("Issue"), N_("In a few words"), "issue;title"),
  LONG ("statement", SEARCH | FIRST, N_("Statement"), N_("What is wrong and what would be right, as people say it"), "problem"),
  CHOICE ("status", FIRST, N_("Status"), NULL, issue_status_choices, "state"),
  LONG ("background", SEARCH | FIRST, N_("Background"), N_("What led to it, whom it touches"), NULL),
  LONG ("law", SEARCH | FIRST, N_("Law or policy behind it"), N_("The rule that would have to change"), "law or policy;policy;law"),
  LONG ("notes", SEARCH | PRIVATE, N_("Notes"), NULL, NULL),
};
KIND (issue, "issue", "issues", "issue", "CoalitionIssue", N_("Issue"), N_("Issues"), "name");

static const CoalitionChoice aspect_choices[] = {
  { "people-trust", N_("People’s trust in them") }, { "our-trust", N_("Trust between us") }, { "influence", N_("Influence") },
  { "stance", N_("Stance") }, { "gatekeeper", N_("Gatekeeper") }, { NULL }
};

/* Of several judgements of one aspect (and issue) of a party the one with the latest date counts. A stance goes from
 * 1, opponent, over 3, undecided, to 5, champion; a gatekeeper is 1, or 0 when found not to be one after all. */
static const CoalitionField judgement_fields[] = {
  TO ("party", REQUIRED | OWNER, "party", N_("Party"), NULL, NULL),
  CHOICE ("aspect", REQUIRED | FIRST, N_("What is judged"), NULL, aspect_choices, NULL),
  WHOLE ("value", REQUIRED | FIRST | RATING | PRIVATE, N_("Judgement"), N_("0 to 5. A stance: 1 opponent, 3 undecided, 5 champion"), 0, 5, "score"),
  TO ("issue", FIRST | OWNER, "issue", N_("On the issue"), N_("Left empty, the judgement is on the campaign as a whole"), NULL),
  TEXT ("reason", SEARCH | FIRST | PRIVATE, N_("Reason"), NULL, NULL),
  TEXT ("judged_by", SEARCH | PRIVATE, N_("Judged by"), N_("A role, not a name"), "by"),
  DATE ("judged_on", 0, N_("Judged on"), NULL, "date"),
};
KIND (judgement, "judgement", "judgements", "judgement", "CoalitionJudgement", N_("Judgement"), N_("Judgements"), NULL);

static const CoalitionChoice asset_choices[] = {
  { "mandate", N_("Mandate") }, { "networks", N_("Neighborhood networks") }, { "respect", N_("Respect and trust") },
  { "funding", N_("Stable funding") }, { "dedicated-staff", N_("Dedicated staff") }, { "permanent-staff", N_("Permanent staff") },
  { "experience", N_("Information and experience") }, { "political-networks", N_("Political networks") },
  { "legitimacy", N_("Legitimacy") }, { "space", N_("Meeting space") }, { "fares", N_("Transit fares") },
  { "internet", N_("Internet") }, { "copying", N_("Copying") }, { "teleconferencing", N_("Teleconferencing") },
  { "research", N_("Research") }, { "briefs", N_("Briefs and fact sheets") }, { "childcare", N_("Childcare") },
  { "interpretation", N_("Interpretation") }, { NULL }
};

static const CoalitionField asset_fields[] = {
  TO ("party", REQUIRED | OWNER, "party", N_("Party"), NULL, NULL),
  CHOICE ("kind", FIRST | OPEN | SEARCH, N_("What"), N_("What they have or offer; choose or write your own"), asset_choices, "asset;offer"),
  TEXT ("description", SEARCH | FIRST, N_("Description"), NULL, NULL),
  NUMBER ("amount", FIRST, N_("Amount"), NULL, NULL, NULL),
  TEXT ("unit", FIRST, N_("Unit"), N_("hours, rooms, copies a month, …"), NULL),
  TEXT ("availability", SEARCH, N_("When available"), NULL, "availability"),
  YESNO ("offered", FIRST, N_("Offered to us"), N_("Said to be available for this campaign"), "offer made"),
};
KIND (asset, "asset", "assets", "asset", "CoalitionAsset", N_("Asset or offer"), N_("Assets and offers"), NULL);

static const CoalitionChoice tactic_choices[] = {
  { "convening", N_("Convening") }, { "information", N_("Information") }, { "submission", N_("Policy submission") },
  { "lobbying", N_("Lobbying") }, { "negotiation", N_("Negotiation") }, { "media", N_("Media") },
  { "assembly", N_("Public assembly") }, { "rally", N_("Rally or march") }, { "direct-action", N_("Direct action") }, { NULL }
};

static const CoalitionChoice comfort_choices[] = {
  { "leads", N_("Would lead") }, { "joins", N_("Would join") }, { "supports", N_("Would support quietly") },
  { "unsure", N_("Unsure") }, { "refuses", N_("Would not") }, { NULL }
};

static const CoalitionField comfort_fields[] = {
  TO ("party", REQUIRED | OWNER, "party", N_("Party"), NULL, NULL),
  CHOICE ("tactic", REQUIRED | FIRST | OPEN, N_("Tactic"), NULL, tactic_choices, NULL),
  CHOICE ("comfort", FIRST, N_("Comfort"), N_("How far they would go along"), comfort_choices, "level"),
  TEXT ("note", SEARCH | FIRST, N_("Note"), NULL, NULL),
};
KIND (comfort, "comfort", "comforts", "comfort", "CoalitionComfort", N_("Comfort with a tactic"), N_("Comfort with tactics"), NULL);

/* --- listening: what was heard (S2) ----------------------------------------------------------------------------- */

static const CoalitionChoice listening_method_choices[] = {
  { "doors", N_("Door-knocking") }, { "house-meeting", N_("House meeting") }, { "one-to-one", N_("One-to-one") },
  { "survey", N_("Survey") }, { "casework", N_("Casework") }, { "intake", N_("Intake") }, { NULL }
};

static const CoalitionField listening_event_fields[] = {
  TEXT ("name", REQUIRED | SEARCH | FIRST, N_("Name"), N_("In a few words: where or with whom"), "event;title"),
  DATE ("held_on", FIRST, N_("Date"), NULL, "date"),
  CHOICE ("method", FIRST | OPEN, N_("Method"), NULL, listening_method_choices, "type"),
  TEXT ("place", SEARCH | FIRST, N_("Place"), NULL, NULL),
  TEXT ("listener", SEARCH | FIRST | PRIVATE, N_("Who listened"), N_("A role, not a name"), "listener"),
  WHOLE ("people", FIRST, N_("People"), N_("How many took part"), 0, 1000000, "participants"),
  LONG ("notes", SEARCH | PRIVATE, N_("Notes"), NULL, NULL),
};
KIND (listening_event, "listening-event", "listening-events", "listening_event", "CoalitionListeningEvent", N_("Listening event"), N_("Listening events"), "name");

static const CoalitionChoice voice_kind_choices[] = {
  { "problem", N_("Problem") }, { "vision", N_("Vision") }, { "need", N_("Need") }, { "wish", N_("Wish") },
  { "barrier", N_("Barrier") }, { "works", N_("Already works") }, { NULL }
};

static const CoalitionField voice_fields[] = {
  LONG ("said", REQUIRED | SEARCH | FIRST | PRIVATE, N_("What was said"), N_("In the speaker’s own words, as far as you can"), "said;voice;text;what was said"),
  CHOICE ("kind", FIRST, N_("Kind"), NULL, voice_kind_choices, "type"),
  CHOICE ("level", FIRST, N_("Level of the speaker"), NULL, level_choices, NULL),
  TO ("constituency", FIRST, "constituency", N_("Constituency"), N_("Of whom this is a voice"), NULL),
  TO ("event", FIRST, "listening-event", N_("Heard at"), NULL, "event"),
  TO ("speaker", PRIVATE, "party", N_("Speaker"), N_("Only with their recorded consent"), NULL),
  YESNO ("consent", PRIVATE, N_("Speaker consented"), N_("They agreed to be named here"), NULL),
  WHOLE ("cases", FIRST, N_("Cases"), N_("How many cases or people this stands for; one if empty"), 1, 1000000, "count;number"),
  TO ("issue", FIRST, "issue", N_("Issue"), N_("What it was gathered into"), NULL),
};
KIND (voice, "voice", "voices", "voice", "CoalitionVoice", N_("Voice"), N_("Voices"), "said");

/* --- agreements ------------------------------------------------------------------------------------------------ */

static const CoalitionChoice agreement_form_choices[] = {
  { "space", N_("Sharing space") }, { "promotion", N_("Promoting each other") }, { "information", N_("Exchange of information") },
  { "referral", N_("Referral") }, { "lobbying", N_("Coordinated lobbying") }, { "event", N_("Joint event") },
  { "campaign", N_("Joint campaign") }, { "council", N_("Council or committee") }, { NULL }
};

static const CoalitionChoice agreement_status_choices[] = {
  { "draft", N_("Draft") }, { "discussed", N_("Discussed") }, { "agreed", N_("Agreed") }, { "active", N_("Active") },
  { "review", N_("Under review") }, { "ended", N_("Ended") }, { NULL }
};

static const CoalitionField agreement_fields[] = {
  TEXT ("name", REQUIRED | SEARCH | FIRST, N_("Agreement"), N_("In a few words"), "agreement;title"),
  LONG ("purpose", SEARCH | FIRST, N_("Purpose"), N_("What it is for"), NULL),
  CHOICE ("form", SEARCH | FIRST | OPEN, N_("Form"), N_("From modest sharing to joint campaigns"), agreement_form_choices, NULL),
  WHOLE ("intensity", FIRST | RATING, N_("Intensity"), N_("How much it asks of all: 1 little, 5 very much"), 1, 5, NULL),
  CHOICE ("status", FIRST, N_("Status"), NULL, agreement_status_choices, "state"),
  LONG ("motive", SEARCH | FIRST, N_("Our own motive"), N_("What we want from it for ourselves, said at the outset"), "our motive"),
  LONG ("values", SEARCH, N_("Shared values and goals"), NULL, "shared values"),
  LONG ("outcome", SEARCH | FIRST, N_("Intended outcome"), N_("Something that means something to every party and that each contributes to"), "intended outcome"),
  LONG ("decisions", SEARCH, N_("Who decides what"), NULL, "who decides"),
  TO ("issue", 0, "issue", N_("Issue"), N_("The issue it serves, if it is one"), NULL),
  DATE ("start", FIRST, N_("Start"), NULL, "start date"),
  DATE ("end", 0, N_("End"), NULL, "end date"),
  DATE ("review_due", FIRST, N_("Review due"), N_("When the parties look at it together"), "review;review date;review due"),
  TEXT ("renewal", SEARCH, N_("Renewal"), N_("How it is renewed"), NULL),
  DATE ("signed_on", 0, N_("Signed on"), NULL, NULL),
  NUMBER ("hours_planned", 0, N_("Hours planned"), N_("Working time for the partnership itself"), N_("hours"), NULL),
  NUMBER ("hours_spent", 0, N_("Hours spent"), NULL, N_("hours"), NULL),
  NUMBER ("cost_planned", 0, N_("Costs planned"), NULL, NULL, NULL),
  NUMBER ("cost_spent", 0, N_("Costs spent"), NULL, NULL, NULL),
  LONG ("notes", SEARCH | PRIVATE, N_("Notes"), NULL, NULL),
};
KIND (agreement, "agreement", "agreements", "agreement", "CoalitionAgreement", N_("Agreement"), N_("Agreements"), "name");

static const CoalitionField agreement_party_fields[] = {
  TO ("agreement", REQUIRED | OWNER, "agreement", N_("Agreement"), NULL, NULL),
  TO ("party", REQUIRED | OWNER | FIRST, "party", N_("Party"), NULL, NULL),
  TEXT ("contact", SEARCH | FIRST | PRIVATE, N_("Contact"), N_("Who speaks for them in this"), NULL),
  TEXT ("outcome", SEARCH, N_("Outcome for them"), N_("What it is to mean to this party"), NULL),
  TEXT ("signed_by", SEARCH, N_("Signed by"), N_("The role that signs"), NULL),
  DATE ("signed_on", 0, N_("Signed on"), NULL, NULL),
};
KIND (agreement_party, "agreement-party", "agreement-parties", "agreement_party", "CoalitionAgreementParty", N_("Party of an agreement"), N_("Parties of agreements"), NULL);

static const CoalitionChoice contribution_choices[] = {
  { "brings", N_("Brings") }, { "gets", N_("Gets") }, { NULL }
};

static const CoalitionField contribution_fields[] = {
  TO ("agreement", REQUIRED | OWNER, "agreement", N_("Agreement"), NULL, NULL),
  TO ("party", REQUIRED | OWNER | FIRST, "party", N_("Party"), NULL, NULL),
  CHOICE ("direction", REQUIRED | FIRST, N_("Brings or gets"), NULL, contribution_choices, NULL),
  TEXT ("description", SEARCH | FIRST, N_("What"), NULL, "what"),
  NUMBER ("amount", FIRST, N_("Amount"), NULL, NULL, NULL),
  TEXT ("unit", FIRST, N_("Unit"), NULL, NULL),
  DATE ("on", 0, N_("When"), NULL, "date"),
};
KIND (contribution, "contribution", "contributions", "contribution", "CoalitionContribution", N_("Contribution"), N_("Contributions"), NULL);

static const CoalitionField task_fields[] = {
  TO ("agreement", REQUIRED | OWNER, "agreement", N_("Agreement"), NULL, NULL),
  TEXT ("name", REQUIRED | SEARCH | FIRST, N_("Task"), NULL, "task;title;what"),
  TO ("party", FIRST, "party", N_("Who does it"), NULL, "who"),
  DATE ("due", FIRST, N_("Due"), NULL, NULL),
  DATE ("done_on", FIRST, N_("Done on"), NULL, "done"),
  TEXT ("notes", SEARCH, N_("Notes"), NULL, NULL),
};
KIND (task, "task", "tasks", "task", "CoalitionTask", N_("Task"), N_("Tasks"), "name");

static const CoalitionChoice review_answer_choices[] = {
  { "yes", N_("Yes") }, { "partly", N_("Partly") }, { "no", N_("No") }, { NULL }
};

static const CoalitionField review_fields[] = {
  TO ("agreement", REQUIRED | OWNER, "agreement", N_("Agreement"), NULL, NULL),
  DATE ("held_on", REQUIRED | FIRST, N_("Held on"), NULL, "date"),
  CHOICE ("reached", FIRST, N_("Outcomes reached?"), NULL, review_answer_choices, NULL),
  CHOICE ("learned", FIRST, N_("Did we learn to work together?"), NULL, review_answer_choices, NULL),
  CHOICE ("enjoyed", FIRST, N_("Did we enjoy it?"), NULL, review_answer_choices, NULL),
  CHOICE ("changing", FIRST, N_("Is the community changing?"), NULL, review_answer_choices, NULL),
  LONG ("notes", SEARCH | FIRST, N_("What was said"), NULL, NULL),
};
KIND (review, "review", "reviews", "review", "CoalitionReview", N_("Review"), N_("Reviews"), NULL);

/* --- a campaign's own fields ------------------------------------------------------------------------------------ */

static const CoalitionChoice own_type_choices[] = {
  { "text", N_("Text") }, { "number", N_("Number") }, { "date", N_("Date") }, { "choice", N_("Choice") }, { "yes-no", N_("Yes or no") }, { NULL }
};

static const CoalitionField own_field_fields[] = {
  TEXT ("name", REQUIRED | SEARCH | FIRST, N_("Name"), N_("The heading of the column"), NULL),
  TEXT ("kind", REQUIRED | HIDDEN, N_("Of the kind"), NULL, NULL),
  CHOICE ("type", REQUIRED | FIRST, N_("Type"), NULL, own_type_choices, NULL),
  LONG ("choices", FIRST, N_("Choices"), N_("One a line"), NULL),
  YESNO ("shared", FIRST, N_("Also in partner copies"), N_("Own fields are private unless this is set"), NULL),
  WHOLE ("rank", HIDDEN, N_("Place in the list"), NULL, 0, 0, NULL),
};
KIND (own_field, "own-field", "own-fields", "own_field", "CoalitionOwnField", N_("Own field"), N_("Own fields"), "name");

static const CoalitionField own_value_fields[] = {
  TO ("field", REQUIRED | OWNER, "own-field", N_("Own field"), NULL, NULL),
  TO ("record", REQUIRED | OWNER, "*", N_("Record"), NULL, NULL),
  TEXT ("value", REQUIRED | SEARCH | PRIVATE, N_("Value"), NULL, NULL),
};
KIND (own_value, "own-value", "own-values", "own_value", "CoalitionOwnValue", N_("Own value"), N_("Own values"), NULL);

/* A kind stands after the kinds that it refers to, but for references between records that may point either way. */
static const CoalitionKind *const kinds[] = {
  &coalition_kind_campaign, &coalition_kind_view, &coalition_kind_image, &coalition_kind_constituency,
  &coalition_kind_party, &coalition_kind_position, &coalition_kind_contact_detail, &coalition_kind_tag,
  &coalition_kind_party_tag, &coalition_kind_tie, &coalition_kind_forum, &coalition_kind_forum_member,
  &coalition_kind_forum_position, &coalition_kind_meeting, &coalition_kind_attendance, &coalition_kind_contact,
  &coalition_kind_contact_party, &coalition_kind_note, &coalition_kind_picture, &coalition_kind_issue,
  &coalition_kind_listening_event, &coalition_kind_voice, &coalition_kind_judgement, &coalition_kind_asset,
  &coalition_kind_comfort, &coalition_kind_agreement, &coalition_kind_agreement_party, &coalition_kind_contribution,
  &coalition_kind_task, &coalition_kind_review, &coalition_kind_own_field, &coalition_kind_own_value,
};

/**
 * coalition_kinds_get_all:
 * @n_kinds: (out) (optional): how many there are
 *
 * All kinds of record, a kind after those that it refers to.
 *
 * Returns: (transfer none) (array length=n_kinds): the kinds
 */
const CoalitionKind *const *
coalition_kinds_get_all (guint *n_kinds)
{
  if (n_kinds != NULL)
    *n_kinds = G_N_ELEMENTS (kinds);

  return kinds;
}

/**
 * coalition_kinds_find:
 * @name: name or plural of a kind, as in files and on the command line
 *
 * Finds a kind by its name.
 *
 * Returns: (nullable): the kind, or %NULL if there is none of that name
 */
const CoalitionKind *
coalition_kinds_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i]->name, name) || g_str_equal (kinds[i]->plural, name))
      return kinds[i];

  return NULL;
}

/**
 * coalition_kinds_index:
 * @kind: a kind
 *
 * The place of @kind in coalition_kinds_get_all().
 *
 * Returns: the index
 */
int
coalition_kinds_index (const CoalitionKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i] == kind)
      return i;

  g_return_val_if_reached (-1);
}
