"""From reports to annotations and graph batches: readers, language, resolution."""
