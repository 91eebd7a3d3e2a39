"""Loads the tables that Plenary wrote into DuckDB, holds them to their schema, and asks the README's questions.

Run as: python tests/tables/check.py TABLES QUESTIONS, with the package duckdb. Every failure is an exit code of 1
with a sentence. The schema is Spark's own form of one; Spark itself is not run here.
"""

import json
import pathlib
import sys

import duckdb

# The types that Spark's schema may name, as DuckDB calls them.
TYPES = {
    "string": "VARCHAR",
    "integer": "INTEGER",
    "double": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "timestamp": "TIMESTAMP",
}


def fail(sentence):
    sys.exit(f"tests/tables/check.py: {sentence}")


def number(connection, question):
    """The one number that a question gives."""
    return connection.execute(question).fetchall()[0][0]


def load(connection, name, schema, file):
    """One table with the types of its schema; a cell that does not fit its type fails, and so does a row too wide."""
    columns = {field["name"]: TYPES[field["type"]] for field in schema["fields"]}
    listed = ", ".join(f"'{column}': '{kind}'" for column, kind in columns.items())
    connection.execute(
        f"CREATE TABLE {name} AS SELECT * FROM read_csv('{file}', header = true, delim = ',', quote = '\"', "
        f"escape = '\"', nullstr = '', strict_mode = true, auto_detect = false, columns = {{{listed}}})"
    )
    heading = file.read_text(encoding="utf-8").split("\n", 1)[0].split(",")
    if heading != list(columns):
        fail(f"{file.name} has the columns {heading}, its schema {list(columns)}")
    for field in schema["fields"]:
        if not field["nullable"]:
            missing = number(connection, f"SELECT count(*) FROM {name} WHERE {field['name']} IS NULL")
            if missing:
                fail(f"{file.name}: {field['name']} is empty in {missing} rows, and the schema says never")
    lines = sum(1 for _ in file.open(encoding="utf-8")) - 1
    rows = number(connection, f"SELECT count(*) FROM {name}")
    if rows != lines:
        fail(f"{file.name} has {lines} lines and {rows} rows: a row holds a line end")
    return rows


def guessed_types_agree(connection, name, schema, file):
    """What DuckDB makes of the bare file must be able to hold what the schema says: no number is really a text."""
    wide = {
        "integer": ["BIGINT"],
        "double": ["DOUBLE", "BIGINT"],
        "boolean": ["BOOLEAN"],
        "date": ["DATE"],
        "timestamp": ["TIMESTAMP", "TIMESTAMP WITH TIME ZONE"],
    }
    bare = f"SELECT * FROM read_csv('{file}', header = true, nullstr = '', sample_size = -1)"
    guesses = {row[0]: row[1] for row in connection.execute(f"DESCRIBE {bare}").fetchall()}
    for field in schema["fields"]:
        column, kind = field["name"], field["type"]
        empty = number(connection, f"SELECT count({column}) FROM {name}") == 0
        if kind in wide and not empty and guesses[column] not in wide[kind]:
            fail(f"{file.name}: {column} is {kind} in the schema, and looks like {guesses[column]}")


def main():
    tables, questions = map(pathlib.Path, sys.argv[1:3])
    schemas = json.loads((tables / "spark-schema.json").read_text(encoding="utf-8"))
    connection = duckdb.connect()
    for name, schema in schemas.items():
        file = tables / f"{name}.csv"
        rows = load(connection, name, schema, file)
        guessed_types_agree(connection, name, schema, file)
        print(f"{name}: {rows} rows")
    if number(connection, "SELECT count(*) <> count(DISTINCT session_id) FROM sessions"):
        fail("a session stands twice in sessions.csv")
    for name in schemas:
        strays = number(
            connection, f"SELECT count(*) FROM {name} WHERE session_id NOT IN (SELECT session_id FROM sessions)"
        )
        if strays:
            fail(f"{strays} rows of {name}.csv are of no session in sessions.csv")
    for question in filter(str.strip, questions.read_text(encoding="utf-8").split(";")):
        title = question.strip().split("\n", 1)[0].removeprefix("-- ")
        answer = connection.execute(question).fetchall()
        if not answer:
            fail(f"no answer to: {title}")
        print(f"{title} {len(answer)} rows, the first {answer[0]}")


main()
