"""Asks the manual's questions of Spark and of DuckDB: of the tables of one run, of those in parts, and of Parquet.

Run as: python tests/tables/spark.py FOLDER QUESTIONS, with the packages pyspark and duckdb; FOLDER holds whole, parts
and an empty parquet. All answers must be the same, in the same order. Every failure is an exit code of 1.
"""

import json
import pathlib
import sys
import time

import duckdb
from pyspark.sql import SparkSession
from pyspark.sql.types import StructType


def fail(sentence):
    sys.exit(f"tests/tables/spark.py: {sentence}")


def plain(rows):
    """Answers of either engine as the same Python values."""
    return [tuple(int(cell) if isinstance(cell, int) else cell for cell in row) for row in rows]


def of_duckdb(views, questions):
    connection = duckdb.connect()
    connection.execute("SET TimeZone = 'UTC'")
    for name, view in views.items():
        connection.execute(f"CREATE VIEW {name} AS SELECT * FROM {view}")
    return [plain(connection.execute(question).fetchall()) for question in questions]


def of_spark(spark, views, questions):
    for name, view in views.items():
        view.createOrReplaceTempView(name)
    return [plain(spark.sql(question).collect()) for question in questions]


def main():
    folder, questions = map(pathlib.Path, sys.argv[1:3])
    questions = [text.strip() for text in questions.read_text(encoding="utf-8").split(";") if text.strip()]
    schemas = json.loads((folder / "whole/spark-schema.json").read_text(encoding="utf-8"))
    spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    spark.conf.set("spark.sql.session.timeZone", "UTC")

    def csv(pattern):
        return {
            name: spark.read.schema(StructType.fromJson(schema)).csv(
                str(folder / pattern / f"{name}.csv"), header=True, escape='"'
            )
            for name, schema in schemas.items()
        }

    for name in schemas:
        duckdb.sql(
            f"COPY (FROM read_csv('{folder}/whole/{name}.csv')) TO '{folder}/parquet/{name}.parquet' (FORMAT parquet)"
        )
    ways = {
        "DuckDB, whole": lambda: of_duckdb({name: f"'{folder}/whole/{name}.csv'" for name in schemas}, questions),
        "DuckDB, in parts": lambda: of_duckdb({name: f"'{folder}/parts/*/{name}.csv'" for name in schemas}, questions),
        "DuckDB, Parquet": lambda: of_duckdb({name: f"'{folder}/parquet/{name}.parquet'" for name in schemas}, questions),
        "Spark, whole": lambda: of_spark(spark, csv("whole"), questions),
        "Spark, in parts": lambda: of_spark(spark, csv("parts/*"), questions),
        "Spark, Parquet": lambda: of_spark(
            spark, {name: spark.read.parquet(str(folder / f"parquet/{name}.parquet")) for name in schemas}, questions
        ),
    }
    first = None
    for way, ask in ways.items():
        begun = time.monotonic()
        answers = ask()
        print(f"{way}: {[len(answer) for answer in answers]} rows in {time.monotonic() - begun:.2f} s")
        if not all(answers):
            fail(f"{way}: a question has no answer")
        if first is not None and answers != first:
            fail(f"{way}: other answers than DuckDB's from one run")
        first = answers if first is None else first
    for question, answer in zip(questions, first):
        print(f"{question.splitlines()[0].removeprefix('-- ')} {answer[0]}")


main()
