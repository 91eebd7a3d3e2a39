"""Fills in a survey for so many people, as they would: a choice from each list that the sheet offers, some left empty,
a word on what works. Saves it as the sheet that was sent round, or in the shape in which Microsoft Forms hands out
answers. Prints what everybody answered as JSON.

    fill_survey.py SURVEY.xlsx PEOPLE sheet|forms OUT.xlsx
"""

import datetime
import json
import random
import sys

from openpyxl import Workbook, load_workbook

survey, people, shape, out = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]
book = load_workbook(survey)
(sheet,) = book.worksheets
headings = [cell.value for cell in sheet[1]]
lists = {}
for asked in sheet.data_validations.dataValidation:
    if asked.type == "list":
        (place,) = asked.sqref.ranges
        assert (place.min_row, place.max_row >= 30) == (2, True), place
        lists[place.min_col] = asked.formula1.strip('"').split(",")

told = []
chosen = random.Random(12)
for person in range(people):
    answers = []
    for column, heading in enumerate(headings, start=1):
        choices = lists.get(column)
        if choices is None:
            answers.append("The shared desk; we kept it" if person % 4 == 0 else None)
        elif column > 2 and (person * 7 + column) % 11 == 0:
            answers.append(None)
        else:
            answers.append(chosen.choice(choices))
    told.append(dict(zip(headings, answers)))

if shape == "sheet":
    for row, one in enumerate(told, start=2):
        for column, answer in enumerate(one.values(), start=1):
            sheet.cell(row, column, answer)
else:
    book = Workbook()
    sheet = book.active
    sheet.append(["ID", "Start time", "Completion time", "Email", "Name", *headings])
    for number, one in enumerate(told, start=1):
        begun = datetime.datetime(2026, 3, 2, 9, number)
        sheet.append([number, begun, begun + datetime.timedelta(minutes=12), "anonymous", None, *one.values()])
book.save(out)
print(json.dumps(told))
