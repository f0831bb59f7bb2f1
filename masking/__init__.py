"""What is kept of a page holds no personal data: they are masked here, before anything is written.

`numbers` knows personal identity numbers, `view` sees through how a text is written, `mask` hides what either finds
and what it was told to, and `picture` paints over places. The mask keeps what a finding needs: the kind of signs, their
separators, the class of a word's length, and in pictures the two colours.
"""

from masking.mask import Mask, MaskError
from masking.picture import Rectangle, cover

__all__ = ["Mask", "MaskError", "Rectangle", "cover"]
