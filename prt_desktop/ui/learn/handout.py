"""A lesson on paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument

from prt_desktop.ui.learn.figure import Figure
from prt_desktop.ui.learn.handout_html import handout_html
from prt_desktop.ui.paper import Paper

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from prt_desktop.domain.citation import Reference
    from prt_desktop.domain.lesson import Lesson, Picture
    from prt_desktop.ui.theme import Theme

_FINENESS = 3
_LARGEST_FIGURE = 0.75  # of the width of the page


class Handout(Paper):
    """One lesson for paper, with its figures; nothing of the person is in it."""

    def __init__(
        self, theme: Theme, lesson: Lesson, references: Mapping[str, Reference], day: date
    ) -> None:
        super().__init__(theme, lesson.title, day)
        self._lesson = lesson
        self._references = references

    def html(self, document: QTextDocument) -> str:
        """Write the lesson, and add its figures to the document."""
        widest = document.pageSize().width() * _LARGEST_FIGURE

        def figure(picture: Picture) -> str:
            return self._figure(document, picture, widest)

        return handout_html(self._lesson, self._references, figure)

    def _figure(self, document: QTextDocument, picture: Picture, width: float) -> str:
        figure = Figure(self.theme, Path(self._lesson.folder) / picture.file_name)
        if not figure.usable:
            return ""
        natural = figure.proportions()
        wide = min(width, natural.width())
        size = natural.scaled(wide, natural.height(), Qt.AspectRatioMode.KeepAspectRatio).toSize()
        image = figure.image_on_paper(size, _FINENESS)
        image.setDevicePixelRatio(1)
        kind = QTextDocument.ResourceType.ImageResource.value
        document.addResource(kind, QUrl(picture.file_name), image)
        return f'<img src="{picture.file_name}" width="{size.width()}" height="{size.height()}">'
