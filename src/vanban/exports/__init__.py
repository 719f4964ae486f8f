"""Values of the rooms below as JSON, lines for a person, HTML, graphs and calendars. Nothing here asks an archive."""
