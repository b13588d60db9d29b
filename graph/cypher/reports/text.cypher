// The text of a report, as it was read.
MATCH (report:Report {id: $id}) WHERE report.status = 'active'
RETURN report.text AS text
