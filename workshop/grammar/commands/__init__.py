"""What stands behind a slash, one module for each matter."""
