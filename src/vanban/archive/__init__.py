"""See docs: the room `archive` of DESIGN §2."""
