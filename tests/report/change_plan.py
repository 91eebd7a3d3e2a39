"""Carries on the plan of a report as somebody does in Excel: a status, an owner, a date as a date and one as a text, a new
row, rows in another order, one of them deleted. Says how high the rows are that wrap.

    change_plan.py REPORT.xlsx OUT.xlsx
"""

import datetime
import sys

from openpyxl import load_workbook

book = load_workbook(sys.argv[1])
sheet = book["Action plan"]
headings = {cell.value: cell.column for cell in sheet[1]}
no, who, when, status = (headings[name] for name in ("No", "Who (role or organisation)", "By when", "Status"))
last = max(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, no).value is not None)
rows = [[cell.value for cell in sheet[row]] for row in range(2, last + 1)]
of = {row[no - 1]: row for row in rows}
of[1][status - 1] = "done"
of[1][when - 1] = datetime.date(2027, 5, 4)
of[2][when - 1] = "4 May 2027"
of[3][status - 1] = "under way"
of[3][who - 1] = "The library service"
kept = sorted((row for row in rows if row[no - 1] != 4), key=lambda row: -row[no - 1])
new = [None] * len(rows[0])
new[headings["What"] - 1] = "Begin a newsletter"
for place in range(len(rows) + 1):
    values = (kept + [new, [None] * len(new)])[place]
    for column, value in enumerate(values, start=1):
        sheet.cell(place + 2, column).value = value
book.save(sys.argv[2])

for sheet in load_workbook(sys.argv[1]).worksheets:
    spans = list(sheet.column_dimensions.values())
    widths = [next(one.width for one in spans if one.min <= cell.column <= one.max) for cell in sheet[1]]
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        need = max((len(value) / width for value, width in zip(row, widths) if isinstance(value, str)), default=0)
        height = sheet.row_dimensions[number].height or 15
        assert height >= min(14 * need, 409), (sheet.title, number, height, need)
