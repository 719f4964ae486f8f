"""The reading room: pages and their JSON over HTTP. No rule and no SQL: each page asks one function of `vanban.api`."""
