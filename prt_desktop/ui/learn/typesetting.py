"""A page's Markdown as the HTML that Qt's rich text knows; sources and terms become anchors."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from prt_desktop.domain.lesson import CITATION

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Collection, Mapping, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from prt_desktop.domain.citation import Reference

SOURCE_SCHEME = "source"
TERM_SCHEME = "term"


class Typesetter:
    """Renders pages; the Markdown library is imported with the first of them.

    `figure` gives the `<img>` of a picture's file, or "" where it cannot be shown: then the
    words that say the same stand in its place. Links of a page are never followed: only its
    sources and the words that the glossary knows, `terms`, become anchors, of the schemes
    `source` and `term`.
    """

    def __init__(
        self,
        references: Mapping[str, Reference],
        terms: Collection[str],
        figure: Callable[[str], str],
    ) -> None:
        self._references = references
        self._terms = terms
        self._figure = figure
        self._markdown: MarkdownIt | None = None

    def html(self, markdown: str) -> str:
        """Give the HTML of one page."""
        if self._markdown is None:
            self._markdown = self._ready()
        return str(self._markdown.render(CITATION.sub(self._cite, markdown)))

    def _ready(self) -> MarkdownIt:
        from markdown_it import MarkdownIt  # noqa: PLC0415 - 42 ms, for the first lesson opened

        markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
        renderer: Any = markdown.renderer
        renderer.rules |= {
            "image": self._picture,
            "link_open": self._open_link,
            "link_close": self._close_link,
        }
        return markdown

    def _cite(self, found: re.Match[str]) -> str:
        reference = self._references.get(found[1])
        if reference is None:
            return f"({found[1]})"
        return f"([{reference.label}]({SOURCE_SCHEME}:{found[1]}))"

    def _picture(self, tokens: Sequence[Token], index: int, _options: object, _env: object) -> str:
        token = tokens[index]
        alt = escape(token.content)
        return self._figure(str(token.attrs.get("src", ""))) or f"[{alt}]"

    def _open_link(
        self, tokens: Sequence[Token], index: int, _options: object, _env: object
    ) -> str:
        return self._tags(tokens[index])[0]

    def _close_link(
        self, tokens: Sequence[Token], index: int, _options: object, _env: object
    ) -> str:
        depth = 0
        for token in reversed(tokens[:index]):
            depth += {"link_close": 1, "link_open": -1}.get(token.type, 0)
            if depth < 0:
                return self._tags(token)[1]
        return "</span>"

    def _tags(self, opening: Token) -> tuple[str, str]:
        """Give what opens and what closes a link; one of neither kind is plain words."""
        href = str(opening.attrs.get("href", ""))
        scheme, _, name = href.partition(":")
        if scheme == SOURCE_SCHEME:
            return f'<small><a href="{escape(href)}">', "</a></small>"
        if scheme == TERM_SCHEME and name in self._terms:
            return f'<a href="{escape(href)}">', "</a>"
        return "<span>", "</span>"
