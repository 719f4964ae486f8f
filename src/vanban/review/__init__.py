"""Review: what an archive says to those who keep it: tasks and their states, lists, impact, checks."""
