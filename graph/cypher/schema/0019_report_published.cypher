// Orders reports by the day they were published.
CREATE RANGE INDEX report_published IF NOT EXISTS FOR (report:Report) ON (report.published_start, report.id)
