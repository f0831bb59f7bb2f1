"""Colour as WCAG measures it, and the nearest colour that is enough.

Colours are sRGB, 0-255 a channel. Arrays hold the channels last, so that a whole picture is measured at once.

Source: WCAG 2.2, definitions of relative luminance and contrast ratio; CIE 15:2004 (L*a*b*), CIE 142-2001
(ΔE CIEDE2000).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
from colormath.color_diff_matrix import delta_e_cie2000
from numpy.typing import NDArray

Rgb = tuple[int, int, int]
Pixels = NDArray[Any]

LARGE, LARGE_BOLD, BOLD = 24.0, 14 * 4 / 3, 700
"""CSS pixels from which text is large, and bold text (18 pt and 14 pt); the weight from which it is bold."""

_LINEAR = np.where(
    np.arange(256) / 255 <= 0.04045, np.arange(256) / 255 / 12.92, ((np.arange(256) / 255 + 0.055) / 1.055) ** 2.4
)
DEFICIENCIES = {
    "protanopia": "Protanopi (ser inte rött)",
    "deuteranopia": "Deuteranopi (ser inte grönt)",
    "tritanopia": "Tritanopi (ser inte blått)",
    "low-vision": "Nedsatt synskärpa",
}
"""Swedish names of what `simulated` knows."""

# Machado, Oliveira and Fernandes (2009), severity 1, for linear light.
_SEEN = {
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}

_TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
_WHITE = _TO_XYZ.sum(axis=1)
_WEIGHTS = np.array([0.2126, 0.7152, 0.0722])


def luminance(colours: Pixels) -> Pixels:
    """Relative luminance (0-1) of colours in an array of shape (..., 3), of any number type."""
    if colours.dtype == np.uint8:
        return np.asarray(_LINEAR[colours] @ _WEIGHTS)
    return np.asarray(_linear(colours) @ _WEIGHTS)


def contrast(one: Pixels | Sequence[float], other: Pixels | Sequence[float]) -> Any:
    """Contrast ratio (1-21) of two colours, or of two arrays of them; never rounded."""
    first, second = luminance(np.asarray(one, dtype=float)), luminance(np.asarray(other, dtype=float))
    return (np.maximum(first, second) + 0.05) / (np.minimum(first, second) + 0.05)


def is_large(size: float, weight: float) -> bool:
    """Whether text is large as WCAG means it; `size` in CSS pixels."""
    # Half a hundredth: 14 pt is 18.666… px, and browsers tell 18.6667.
    return size >= LARGE - 0.005 or (weight >= BOLD and size >= LARGE_BOLD - 0.01)


def required(size: float, weight: float, *, enhanced: bool = False) -> float:
    """Contrast that text must have: 1.4.3, or with `enhanced` 1.4.6."""
    large = is_large(size, weight)
    return (4.5 if large else 7.0) if enhanced else (3.0 if large else 4.5)


def hexadecimal(colour: Sequence[float]) -> str:
    """`#rrggbb`."""
    return "#" + "".join(f"{min(255, max(0, round(channel))):02x}" for channel in colour[:3])


def parse(text: str) -> Rgb:
    """The colour in `#rrggbb`; ValueError for anything else."""
    if len(text) != 7 or text[0] != "#":
        raise ValueError(f"no colour: {text!r}")
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def difference(one: Rgb, other: Rgb) -> float:
    """ΔE CIEDE2000."""
    return float(_differences(one, np.array([other], dtype=float))[0])


def simulated(colour: Rgb, deficiency: str) -> Rgb:
    """A colour as it is thought to be seen; low vision blurs and leaves colours as they are."""
    if deficiency not in _SEEN:
        return colour
    linear = np.clip(np.array(_SEEN[deficiency]) @ _linear(np.array(colour, dtype=float)), 0, 1)
    bright = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
    red, green, blue = (round(float(channel) * 255) for channel in bright)
    return red, green, blue


@cache
def nearest(colour: Rgb, against: tuple[tuple[Rgb, float], ...]) -> Rgb | None:
    """The colour of the same hue, least unlike `colour` (ΔE CIEDE2000), with enough contrast to all of `against`.

    `against` pairs colours with the ratio required. None where no colour of any hue is enough for all.
    """
    if all(contrast(colour, other) >= least for other, least in against):
        return colour
    lab = _lab(np.array([colour], dtype=float))[0]
    chroma = float(np.hypot(lab[1], lab[2]))
    hue = lab[1:] / chroma if chroma > 1e-6 else np.zeros(2)
    lightness = np.arange(0, 100.01, 0.5)
    # Fading towards grey keeps the hue too: a strong blue can't be as light as white text on it may ask for.
    fading = np.linspace(1.0, 0.0, 11) * chroma
    grid = np.array([(light, *(hue * faded)) for faded in fading for light in lightness])
    candidates, inside = _rgb(grid)
    candidates = np.unique(candidates[inside], axis=0)
    enough = np.ones(len(candidates), dtype=bool)
    for other, least in against:
        enough &= contrast(candidates, np.broadcast_to(np.array(other, dtype=float), candidates.shape)) >= least
    candidates = candidates[enough]
    if not len(candidates):
        return None
    best = candidates[int(np.argmin(_differences(colour, candidates)))]
    return int(best[0]), int(best[1]), int(best[2])


def _differences(one: Rgb, others: Pixels) -> Pixels:
    # The matrix form: colormath's plain function needs a call that NumPy no longer has.
    return np.asarray(delta_e_cie2000(_lab(np.array([one], dtype=float))[0], _lab(others)))


def _linear(colours: Pixels) -> Pixels:
    part = np.clip(np.asarray(colours, dtype=float) / 255, 0, 1)
    return np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)


def _lab(colours: Pixels) -> Pixels:
    share = (_linear(colours) @ _TO_XYZ.T) / _WHITE
    bent = np.where(share > 216 / 24389, np.cbrt(share), (24389 / 27 * share + 16) / 116)
    return np.stack(
        [116 * bent[..., 1] - 16, 500 * (bent[..., 0] - bent[..., 1]), 200 * (bent[..., 1] - bent[..., 2])], axis=-1
    )


def _rgb(lab: Pixels) -> tuple[Pixels, Pixels]:
    """Colours of whole channels, and which of them lie within sRGB."""
    y = (lab[..., 0] + 16) / 116
    bent = np.stack([y + lab[..., 1] / 500, y, y - lab[..., 2] / 200], axis=-1)
    share = np.where(bent**3 > 216 / 24389, bent**3, (116 * bent - 16) / (24389 / 27))
    linear = (share * _WHITE) @ np.linalg.inv(_TO_XYZ).T
    inside = ((linear > -0.002) & (linear < 1.002)).all(axis=-1)
    part = np.clip(linear, 0, 1)
    bright = np.where(part <= 0.0031308, part * 12.92, 1.055 * part ** (1 / 2.4) - 0.055)
    return np.round(bright * 255), inside
