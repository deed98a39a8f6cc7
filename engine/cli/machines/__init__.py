"""Findings as other programs read them: JSON, GitLab's code quality, JUnit, SARIF; and which report each belongs to."""
