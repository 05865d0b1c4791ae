"""The action list for other programs: spreadsheets, calendars, personal trackers."""

from workshop.exporting.actions.calendar import calendar, calendar_of_days
from workshop.exporting.actions.chosen import everything, only
from workshop.exporting.actions.csvfile import csv_file
from workshop.exporting.actions.taskwarrior import taskwarrior
from workshop.exporting.actions.todotxt import todotxt

__all__ = ["calendar", "calendar_of_days", "csv_file", "everything", "only", "taskwarrior", "todotxt"]
