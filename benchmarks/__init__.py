"""Measures of the project on the real corpus; `python -m benchmarks [NAME…]` prints the table."""
