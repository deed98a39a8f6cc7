"""Papers: a report as running text, tables and figures: the flow that Word lays out, and the measured A4 pages of the PDF."""
