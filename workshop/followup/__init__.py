"""What happens between meetings: pure readings of the state, computed when asked for and stored nowhere."""
