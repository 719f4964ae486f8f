"""See docs: the room `timeline` of DESIGN §2."""
