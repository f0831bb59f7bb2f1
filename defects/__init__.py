"""Which findings are one fault, how bad is it, since when?"""

from defects.merge import merge
from defects.model import Defect, Level, Place, Priority, Term

__all__ = ["Defect", "Level", "Place", "Priority", "Term", "merge"]
