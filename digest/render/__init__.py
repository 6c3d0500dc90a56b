"""From an Issue to an Email: themes are compiled once and rendered per issue."""
