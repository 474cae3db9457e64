"""What a clip or track must keep to, each with its reason."""

from __future__ import annotations

ALL_WORDS_WRONG = 0.03
"""Share of words misheard over everything measured."""

LONG_CLIP_WORDS = 20
CLIP_WORDS_WRONG = 0.10
CLIP_WORDS_FREE = 1
"""A clip of twenty words or more may lose 10 %, a shorter one a single word, whatever its share:
the small recogniser itself slips now and then."""

CLIP_LUFS = -19.0
CLIP_LUFS_TOLERANCE = 1.0
"""-19 LUFS mono is -16 from two loudspeakers; a listener hears steps from about 1 LU on."""

TRACK_LUFS_TOLERANCE = 1.0

TRUE_PEAK_DB = -1.5
"""Room for what a sound card or another codec adds between the samples."""

EDGE_DB = -54.0
"""Both ends must be near nothing, or they click when the clip is put into silence."""

NOISE_FLOOR_DB = -60.0
"""Between words there must be quiet: 40 dB under the voice nothing is heard at home."""

SHORTEST_END_MS = 20
LONGEST_START_MS = 250
LONGEST_END_MS = 350
"""Quiet at either end: enough for a soft ending, little enough that pauses last what they say, and
that a caption does not stand there long before its voice."""

LONGEST_INNER_SILENCE_MS = 1500
"""Between two sentences of a clip: the pause of 1.2 s and the soft ends on both sides of it."""

MEAN_OVERALL = {"heart": 3.48, "michael": 3.54}
"""Mean DNSMOS overall of each voice's clips: what it had when it was chosen."""

MEAN_P808 = 3.6
"""Mean P.808 over all clips measured; this model gave 4.1 to 4.3 when it was chosen."""

CAPTION_START_MS = 400
"""A caption must stand there no earlier or later than this when its first word is heard."""

TRACK_END_MS = 60
"""A player swallows the last 13 to 18 ms of a file, so a track ends in silence."""

SHORTEST_LOOP_S = 60.0
LOOP_LUFS = -30.0
LOOP_LUFS_TOLERANCE = 1.0
LOOP_PEAK_DB = -6.0
"""A background stays well under the voice."""

LOOP_STEP_RATIO = 5.0
"""The step at the seam against those beside it: noise itself reaches 4 in some ten thousand."""
