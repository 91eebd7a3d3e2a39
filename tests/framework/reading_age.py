"""The Flesch-Kincaid grade of each text, one a line, as somebody else's counter finds it."""

import sys

import textstat

for text in sys.argv[1:]:
    print(textstat.flesch_kincaid_grade(text))
