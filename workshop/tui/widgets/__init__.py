"""The parts that screens are made of; none of them holds a rule."""
