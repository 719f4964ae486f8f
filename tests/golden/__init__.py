"""Golden files of the sample archive: what every stage says of every document, in files that a lawyer can read.

One folder per document: `work.json`, `tree.txt`, `references.tsv`, `effects.tsv`, `tasks.tsv`, `findings.txt`. No clock, no paths, no
offsets: a change in them is a change in what is said. `make golden` shows the differences, `make golden-accept` takes
them; whoever accepts has read them.
"""
