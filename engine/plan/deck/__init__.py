"""Report → Deck: slides of measured, fitted elements on the grid of the template's body area."""
