"""See docs: the room `exports` of DESIGN §2."""
