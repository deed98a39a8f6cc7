"""What changed between two versions of a report: facts, and pages with their texts, tables and charts."""
