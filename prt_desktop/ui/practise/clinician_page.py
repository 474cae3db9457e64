"""The one question of a demonstration: whether a clinician is in the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.ui.practise.prelude import PreludePage
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.flow import Flow

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme


class ClinicianPage(PreludePage):
    """Asks each time; without a clinician the practice stays closed, and soothing stays open."""

    def __init__(self, theme: Theme) -> None:
        line = self.tr(
            "This practice leans on a clinician who knows the pain. In a demonstration it opens "
            "only while one is here, and that is not remembered."
        )
        super().__init__(theme, self.tr("Is a clinician in the room?"), line)
        self.first = yes = Button(theme, self.tr("A clinician is in the room"), Look.PRIMARY)
        no = Button(theme, self.tr("No, go back"))
        buttons = Flow(theme)
        buttons.addWidget(yes)
        buttons.addWidget(no)
        self.column.add(buttons)
        self.column.body.addStretch(1)
        yes.clicked.connect(self.passed)
        no.clicked.connect(self.left)
