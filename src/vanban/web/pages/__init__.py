"""The pages, one file each: what a page asks of the archive and how the answer is dressed."""
