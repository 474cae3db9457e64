"""One plain page of text in two forms: a `.txt`, and an `.html` to read on a phone, offline."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# System colours follow the phone's light or dark; lengths in rem follow its text size.
_STYLE = (
    ":root{color-scheme:light dark}"
    "body{font:1.375rem/1.6 system-ui,sans-serif;max-width:36rem;margin:0 auto;padding:1.25rem;"
    "overflow-wrap:break-word}"
    "h1{font-size:1.75rem;line-height:1.25}h2{font-size:1.5rem;line-height:1.3;margin-top:2em}"
    ".number{font-size:1.75rem;font-weight:bold}"
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some words; `number` is shown large before them, and `rings` at a touch on a phone."""

    text: str
    number: str = ""
    rings: bool = True


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, or none, and what stands under it."""

    heading: str
    paragraphs: tuple[Paragraph, ...]


def section(heading: str, *texts: str) -> Section:
    """Put texts under a heading; empty ones are left out."""
    return Section(heading, tuple(Paragraph(text) for text in texts if text))


def page_text(title: str, sections: Sequence[Section]) -> bytes:
    """Give a page as plain text, with the mark by which phones know that it is UTF-8."""
    pieces = [f"{title}\n{'=' * len(title)}"]
    for one in sections:
        if one.heading:
            pieces.append(f"\n{one.heading}\n{'-' * len(one.heading)}")
        pieces += ["\n".join(filter(None, (line.number, line.text))) for line in one.paragraphs]
    return ("\n\n".join(pieces) + "\n").encode("utf-8-sig")


def page_html(title: str, sections: Sequence[Section]) -> bytes:
    """Give a page as HTML in large type, without any script or anything fetched."""
    body = [f"<h1>{escape(title)}</h1>"]
    for one in sections:
        if one.heading:
            body.append(f"<h2>{escape(one.heading)}</h2>")
        body += [_paragraph(line) for line in one.paragraphs]
    head = (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
    )
    return (head + "\n".join(body) + "\n</body>\n</html>\n").encode()


def _paragraph(line: Paragraph) -> str:
    text = escape(line.text)
    if not line.number:
        return f"<p>{text}</p>"
    if not line.rings:
        return f'<p><span class="number">{escape(line.number)}</span><br>{text}</p>'
    dialled = "".join(digit for digit in line.number if digit.isdigit() or digit == "+")
    shown = f'<a class="number" href="tel:{dialled}">{escape(line.number)}</a>'
    return f"<p>{shown}<br>{text}</p>"
