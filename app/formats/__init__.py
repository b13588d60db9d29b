"""Timelines in the formats of other tools: spreadsheets, maps and TimelineJS."""
