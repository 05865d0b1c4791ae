"""Run the joint meeting of marketing and sales, and keep what was agreed."""

__version__ = "0.1.0"
