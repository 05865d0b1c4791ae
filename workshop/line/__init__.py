"""The line mode: one typed line in, one fact stored, one line said for each; the same for a person, a script and a pipe."""
