"""Quotation marks as a pronouncer and a recogniser know them."""

from __future__ import annotations


def straight_quotes(text: str) -> str:
    """Write typographic apostrophes and single quotes as the plain one."""
    return text.replace("\N{LEFT SINGLE QUOTATION MARK}", "'").replace(
        "\N{RIGHT SINGLE QUOTATION MARK}", "'"
    )
