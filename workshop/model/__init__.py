"""What a meeting is, and the facts that make its record: frozen values, no input or output, no clock."""
