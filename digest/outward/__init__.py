"""What leaves the house, and in which order: export, proof, hand-off, archive, and how it all stands."""
