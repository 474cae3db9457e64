"""What a clip or track must keep to, each with its reason."""

from __future__ import annotations

ALL_WORDS_WRONG = 0.05
"""Share of words misheard over everything measured: what was promised of the narration."""

CLIP_WORDS_WRONG = 0.15
CLIP_WORDS_FREE = 1
"""One clip may lose one word or 15 %: the small recogniser itself errs about once in 80 words."""

CLIP_LUFS = -19.0
CLIP_LUFS_TOLERANCE = 0.5
"""-19 LUFS mono is -16 from two loudspeakers; a listener hears steps from about 1 LU on."""

TRACK_LUFS_TOLERANCE = 1.0

TRUE_PEAK_DB = -1.5
"""Room for what a sound card or another codec adds between the samples."""

EDGE_DB = -54.0
"""Both ends must be near nothing, or they click when the clip is put into silence."""

SHORTEST_END_MS = 20
LONGEST_END_MS = 350
"""Quiet at either end: enough for a soft ending, little enough that pauses last what they say."""

LONGEST_INNER_SILENCE_MS = 1500
"""Between two sentences of a clip: the pause of 1.2 s and the soft ends on both sides of it."""

MEAN_P808 = 3.6
"""Estimated opinion over all clips measured; this model gave 4.1 to 4.3 when it was chosen."""

CAPTION_START_MS = 400
"""A caption must stand there no earlier or later than this when its first word is heard."""

TRACK_END_MS = 60
"""A player swallows the last 13 to 18 ms of a file, so a track ends in silence."""
