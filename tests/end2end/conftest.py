"""The quick disk of the storage tests, for saves that are killed by the hundred."""

from __future__ import annotations

from tests.storage.conftest import quick_disk

__all__ = ["quick_disk"]
