"""The version: read by the build, the About page and the exports."""

from __future__ import annotations

VERSION = "0.1.0"
