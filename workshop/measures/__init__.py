"""The arithmetic: exact numbers inside, rounded only where somebody reads them (the arithmetic rules)."""
