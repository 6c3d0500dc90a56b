"""What one line says by its own words, on a page of any kind."""
