"""Chooses a status for actions in the plan of a report, as somebody does who keeps it up to date in Excel.

    fill_plan.py REPORT.xlsx OUT.xlsx NUMBER=STATUS...
"""

import sys

from openpyxl import load_workbook

book = load_workbook(sys.argv[1])
sheet = book["Action plan"]
headings = {cell.value: cell.column for cell in sheet[1]}
for asked in sys.argv[3:]:
    number, status = asked.split("=")
    (row,) = [row for row in range(2, sheet.max_row + 1) if str(sheet.cell(row, headings["No"]).value) == number]
    lists = [one for one in sheet.data_validations.dataValidation if sheet.cell(row, headings["Status"]).coordinate in one.sqref]
    assert status in lists[0].formula1.strip('"').split(","), lists[0].formula1
    sheet.cell(row, headings["Status"], status)
book.save(sys.argv[2])
