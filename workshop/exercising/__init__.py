"""Works out what an exercise has come to: pure, exact, and without knowing any exercise by name."""

from workshop.exercising.confidence import totals
from workshop.exercising.living import changed_living
from workshop.exercising.outcome import outcome, shown
from workshop.exercising.surroundings import Here, Surroundings

__all__ = ["Here", "Surroundings", "changed_living", "outcome", "shown", "totals"]
