"""Which code made a fact: the version of the package, told with every run."""

VERSION = "0.1.0"
