"""debrief: review reports as code.

Six verbs carry a report from text to files: load, compose, resolve, plan, emit, check (see `engine.pipeline`).
"""
