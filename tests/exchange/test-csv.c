/* SPDX-FileCopyrightText: 2026 The Coalition contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coalition-csv.h"

#include <string.h>

static CoalitionTable *
read_bytes (const char *data,
            gsize       length)
{
  g_autoptr (GError) error = NULL;
  CoalitionTable *table = coalition_csv_read_data ("list.csv", data, length, '\0', &error);

  g_assert_no_error (error);
  g_assert_nonnull (table);

  return table;
}

static CoalitionTable *
read_text (const char *text)
{
  return read_bytes (text, strlen (text));
}

static void
assert_refused (const char *data,
                gsize       length,
                const char *start)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (coalition_csv_read_data ("list.csv", data, length, '\0', &error));
  g_assert_error (error, COALITION_EXCHANGE_ERROR, COALITION_EXCHANGE_ERROR_READ);
  if (!g_str_has_prefix (error->message, start))
    g_error ("“%s” does not begin with “%s”", error->message, start);
}

static void
assert_cell (CoalitionTable *table,
             guint           row,
             guint           column,
             const char     *text)
{
  g_assert_cmpuint (row, <, coalition_table_get_n_rows (table));
  g_assert_cmpuint (column, <, coalition_table_get_n_columns (table));
  g_assert_cmpstr (coalition_table_get_cell (table, row, column), ==, text);
}

static void
test_plain (void)
{
  g_autoptr (CoalitionTable) table = read_text ("Name,Place\nA,Here\nB,There\n");

  g_assert_cmpuint (coalition_table_get_n_columns (table), ==, 2);
  g_assert_cmpuint (coalition_table_get_n_rows (table), ==, 2);
  g_assert_cmpstr (coalition_table_get_heading (table, 1), ==, "Place");
  g_assert_cmpint (coalition_table_get_separator (table), ==, ',');
  g_assert_cmpstr (coalition_table_get_encoding (table), ==, "UTF-8");
  assert_cell (table, 1, 0, "B");
  g_assert_cmpuint (coalition_table_get_line (table, 1), ==, 3);
}

/* libcsv left alone trims cells: spaces around text are part of it. */
static void
test_spaces (void)
{
  g_autoptr (CoalitionTable) table = read_text (" Name ,\tPlace\n  A  ,\tHere \n\" B \",  \n");

  g_assert_cmpstr (coalition_table_get_heading (table, 0), ==, "Name");
  g_assert_cmpstr (coalition_table_get_heading (table, 1), ==, "Place");
  assert_cell (table, 0, 0, "  A  ");
  assert_cell (table, 0, 1, "\tHere ");
  assert_cell (table, 1, 0, " B ");
  assert_cell (table, 1, 1, "  ");
}

/* Rows know their lines through blank lines, line ends of all ages and cells of several lines. */
static void
test_lines (void)
{
  static const char *const ends[] = { "\n", "\r\n", "\r" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_auto (GStrv) lines = g_strsplit ("Name,Note|A,1|||\"B|b|b\",2|C,\"x||y\"|D,4", "|", -1);
      g_autofree char *text = g_strjoinv (ends[i], lines);
      g_autofree char *cell = g_strconcat ("B", ends[i], "b", ends[i], "b", NULL);
      g_autoptr (CoalitionTable) table = read_text (text);

      g_assert_cmpuint (coalition_table_get_n_rows (table), ==, 4);
      assert_cell (table, 1, 0, cell);
      g_assert_cmpuint (coalition_table_get_line (table, 0), ==, 2);
      g_assert_cmpuint (coalition_table_get_line (table, 1), ==, 5);
      g_assert_cmpuint (coalition_table_get_line (table, 2), ==, 8);
      g_assert_cmpuint (coalition_table_get_line (table, 3), ==, 11);
    }
}

static void
test_separators (void)
{
  g_autoptr (CoalitionTable) semicolons = read_text ("Name;Share\nA;1,5\n\"B;b\";2,5\n");
  g_autoptr (CoalitionTable) tabs = read_text ("Name\tPlace, street\nA\tHere, there\n");
  g_autoptr (CoalitionTable) commas = read_text ("Name,Note\nA,one; two; three; four\n");
  g_autoptr (CoalitionTable) one = read_text ("Name\nA, b\n");
  g_autoptr (CoalitionTable) said = read_text ("sep=;\r\nName;Note\r\nA;b,c\r\n");
  g_autoptr (CoalitionTable) given = coalition_csv_read_data ("x", "a;b,c\n", 6, ',', NULL);

  g_assert_cmpint (coalition_table_get_separator (semicolons), ==, ';');
  assert_cell (semicolons, 0, 1, "1,5");
  assert_cell (semicolons, 1, 0, "B;b");
  g_assert_cmpint (coalition_table_get_separator (tabs), ==, '\t');
  assert_cell (tabs, 0, 1, "Here, there");
  g_assert_cmpint (coalition_table_get_separator (commas), ==, ',');
  assert_cell (commas, 0, 1, "one; two; three; four");
  /* One column, and a comma in a cell: that row does not fit, and is named. */
  g_assert_cmpuint (coalition_table_get_n_rows (one), ==, 0);
  g_assert_cmpuint (coalition_table_get_n_faults (one), ==, 1);
  assert_cell (said, 0, 1, "b,c");
  g_assert_cmpuint (coalition_table_get_line (said, 0), ==, 3);
  g_assert_cmpstr (coalition_table_get_heading (given, 0), ==, "a;b");
}

static void
test_encodings (void)
{
  static const char *const names[] = { "UTF-16LE", "UTF-16BE", "WINDOWS-1252" };
  static const char *const marks[] = { "\xFF\xFE", "\xFE\xFF", "" };
  const char *text = "Name,Ort\r\nCafé “Größe”,Köln – Süd €\r\n";
  g_autoptr (CoalitionTable) with_mark = read_text ("\xEF\xBB\xBFName,Ort\nCafé,Köln\n");
  g_autoptr (CoalitionTable) without = read_text (text);

  g_assert_cmpstr (coalition_table_get_heading (with_mark, 0), ==, "Name");
  assert_cell (with_mark, 0, 0, "Café");
  assert_cell (without, 0, 1, "Köln – Süd €");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (int mark = 0; mark < 2; mark++)
      {
        gsize n = 0;
        g_autofree char *coded = g_convert (text, -1, names[i], "UTF-8", NULL, &n, NULL);
        g_autoptr (GByteArray) bytes = g_byte_array_new ();
        g_autoptr (CoalitionTable) table = NULL;

        if (mark)
          g_byte_array_append (bytes, (const guint8 *) marks[i], strlen (marks[i]));
        g_byte_array_append (bytes, (const guint8 *) coded, n);
        table = read_bytes ((const char *) bytes->data, bytes->len);
        g_assert_cmpstr (coalition_table_get_encoding (table), ==, names[i]);
        assert_cell (table, 0, 0, "Café “Größe”");
        assert_cell (table, 0, 1, "Köln – Süd €");
      }
}

/* Each of these would lose or mangle something if it were let through. */
static void
test_refused (void)
{
  const char *stray = "Name,Place\nA,Here\nB \"the\" Club,There\n";
  const char *after = "Name,Place\n\"A\"x,Here\n";
  const char *open = "Name,Place\nA,Here\nB,\"There\nC,Nowhere\n";
  const char *mixed = "Name\nCafé\nGr\xFC\xDF""e\nÉcole\nÜber\n";
  const char *byte = "Name\nA\x81""b\n";
  const char *mark = "\xEF\xBB\xBFName\nA\nB\xE9\n";
  const char zero[] = "Name,Place\nA,He\0re\n";

  assert_refused (stray, strlen (stray), "list.csv:3: ");
  assert_refused (after, strlen (after), "list.csv:2: ");
  assert_refused (open, strlen (open), "list.csv:3: ");
  assert_refused (mixed, strlen (mixed), "list.csv:3: ");
  assert_refused (byte, strlen (byte), "list.csv:2: ");
  assert_refused (mark, strlen (mark), "list.csv:3: ");
  assert_refused (zero, sizeof zero - 1, "list.csv:2: ");
  assert_refused ("", 0, "list.csv: ");
  assert_refused ("\n\n\r\n", 4, "list.csv: ");
  assert_refused ("\xEF\xBB\xBF", 3, "list.csv: ");
  assert_refused ("PK\3\4\24\0\0\0", 8, "list.csv: ");
  assert_refused ("\xFF\xFEN\0a", 5, "list.csv: ");
}

static void
test_headings (void)
{
  g_autoptr (CoalitionTable) table = read_text ("Name,,Phone,phone,,PHONE,,\nA,1,2,3,4,5,,\n");
  g_autoptr (CoalitionTable) nothing = read_text ("Name,Place");

  g_assert_cmpuint (coalition_table_get_n_columns (table), ==, 6);
  g_assert_cmpstr (coalition_table_get_heading (table, 1), ==, "Column 2");
  g_assert_true (coalition_table_is_heading_blank (table, 1));
  g_assert_cmpstr (coalition_table_get_heading (table, 2), ==, "Phone");
  g_assert_cmpstr (coalition_table_get_heading (table, 3), ==, "phone (2)");
  g_assert_cmpstr (coalition_table_get_heading (table, 5), ==, "PHONE (3)");
  g_assert_cmpuint (coalition_table_get_n_rows (table), ==, 1);
  g_assert_cmpuint (coalition_table_get_n_faults (table), ==, 0);
  g_assert_cmpint (coalition_table_find_column (table, "PHONE (3)"), ==, 5);
  g_assert_cmpint (coalition_table_find_column (table, " náme"), ==, 0);
  g_assert_cmpint (coalition_table_find_column (table, "nome"), ==, -1);
  g_assert_cmpuint (coalition_table_get_n_rows (nothing), ==, 0);
  g_assert_cmpuint (coalition_table_get_n_columns (nothing), ==, 2);
}

static void
test_ragged (void)
{
  g_autoptr (CoalitionTable) table = read_text ("Name,Place,Note\nA\nB,x,y,,\nC,x,y,z\nD,,\n,,\n");
  const char *reason = NULL;

  g_assert_cmpuint (coalition_table_get_n_rows (table), ==, 4);
  assert_cell (table, 0, 2, "");
  assert_cell (table, 1, 2, "y");
  g_assert_true (coalition_table_is_row_empty (table, 3));
  g_assert_false (coalition_table_is_row_empty (table, 2));
  g_assert_cmpuint (coalition_table_get_n_faults (table), ==, 1);
  g_assert_cmpuint (coalition_table_get_fault (table, 0, &reason), ==, 4);
  g_assert_nonnull (reason);
}

static void
test_huge_cell (void)
{
  gsize length = 5 * 1024 * 1024;
  g_autofree char *big = g_strnfill (length, 'x');
  g_autofree char *text = g_strconcat ("Name,Note\nA,\"", big, "\n\"\nB,1\n", NULL);
  g_autoptr (CoalitionTable) table = read_text (text);

  g_assert_cmpuint (strlen (coalition_table_get_cell (table, 0, 1)), ==, length + 1);
  g_assert_cmpuint (coalition_table_get_line (table, 1), ==, 4);
}

/* What is written is read back byte for byte; nothing is put before minus signs or formulas. */
static void
test_written (void)
{
  static const char *const cells[] = { "-5", "=SUM(A1)", "+49 30", "@home", " a ", "\"", "\"\"", "a,b;c\td", "x\ny", "x\r\ny\r", "'q", "" };
  const guint n = G_N_ELEMENTS (cells);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) lone = g_string_new (NULL);
  g_autoptr (CoalitionTable) table = NULL, single = NULL;
  const char *headings[G_N_ELEMENTS (cells)];
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (made, g_strdup_printf ("c%u", i));
      headings[i] = made->pdata[i];
    }
  coalition_csv_append_row (text, headings, n);
  coalition_csv_append_row (text, cells, n);
  g_assert_nonnull (strstr (text->str, "\r\n-5,=SUM(A1),+49 30,@home,"));
  g_assert_true (g_str_has_suffix (text->str, "\r\n"));
  table = coalition_csv_read_data ("x", text->str, text->len, '\0', NULL);
  g_assert_cmpuint (coalition_table_get_n_rows (table), ==, 1);
  for (guint i = 0; i < n; i++)
    assert_cell (table, 0, i, cells[i]);

  coalition_csv_append_row (lone, (const char *const[]) { "Name" }, 1);
  coalition_csv_append_row (lone, (const char *const[]) { "" }, 1);
  coalition_csv_append_row (lone, (const char *const[]) { "B" }, 1);
  single = coalition_csv_read_data ("x", lone->str, lone->len, '\0', NULL);
  g_assert_cmpuint (coalition_table_get_n_rows (single), ==, 2);
  assert_cell (single, 0, 0, "");
}

/* Whatever bytes come: an answer, never a crash, and what is read is valid text. */
static void
test_noise (void)
{
  static const char alphabet[] = "\"\",;\t\n\r ab\xC3\xA9\xFF\xFE\x81=\0";
  GRand *random = g_rand_new_with_seed (20261121);

  for (guint round = 0; round < 3000; round++)
    {
      gsize length = g_rand_int_range (random, 0, 60);
      g_autofree char *data = g_malloc (length + 1);
      g_autoptr (CoalitionTable) table = NULL;
      g_autoptr (GError) error = NULL;

      for (gsize i = 0; i < length; i++)
        data[i] = alphabet[g_rand_int_range (random, 0, sizeof alphabet - 1)];
      table = coalition_csv_read_data ("noise", data, length, '\0', &error);
      g_assert_true ((table == NULL) == (error != NULL));
      for (guint row = 0; table != NULL && row < coalition_table_get_n_rows (table); row++)
        for (guint column = 0; column < coalition_table_get_n_columns (table); column++)
          g_assert_true (g_utf8_validate (coalition_table_get_cell (table, row, column), -1, NULL));
    }
  g_rand_free (random);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/plain", test_plain);
  g_test_add_func ("/csv/spaces", test_spaces);
  g_test_add_func ("/csv/lines", test_lines);
  g_test_add_func ("/csv/separators", test_separators);
  g_test_add_func ("/csv/encodings", test_encodings);
  g_test_add_func ("/csv/refused", test_refused);
  g_test_add_func ("/csv/headings", test_headings);
  g_test_add_func ("/csv/ragged", test_ragged);
  g_test_add_func ("/csv/huge-cell", test_huge_cell);
  g_test_add_func ("/csv/written", test_written);
  g_test_add_func ("/csv/noise", test_noise);

  return g_test_run ();
}
