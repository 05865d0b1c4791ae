"""What leaves the program: the record of a meeting as papers, files and lists."""
