"""What every suspend inhibitor must do: one class, run against each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from prt_desktop.desktop.suspend_inhibitor import SuspendInhibitor

REASON = "Guided practice"


class Machine(Protocol):
    """A machine that would suspend, and what keeps it from that."""

    @property
    def inhibitor(self) -> SuspendInhibitor:
        """The inhibitor under test."""

    def holds(self) -> int:
        """Count what keeps the machine awake by now."""

    def until(self, holds: Callable[[], bool]) -> None:
        """Let time pass until something holds; fail if it never does."""


class InhibitorContract:
    """The contract; a subclass gives the `machine` fixture."""

    def test_nothing_is_held_at_first(self, machine: Machine) -> None:
        machine.inhibitor.release()

        assert machine.holds() == 0

    def test_the_machine_stays_awake_until_it_is_let_go(self, machine: Machine) -> None:
        machine.inhibitor.inhibit(REASON)
        machine.until(lambda: machine.holds() == 1)

        machine.inhibitor.release()

        machine.until(lambda: machine.holds() == 0)

    def test_asking_twice_holds_once(self, machine: Machine) -> None:
        machine.inhibitor.inhibit(REASON)
        machine.inhibitor.inhibit(REASON)
        machine.until(lambda: machine.holds() == 1)

        machine.inhibitor.release()
        machine.inhibitor.release()

        machine.until(lambda: machine.holds() == 0)

    def test_it_can_be_held_again(self, machine: Machine) -> None:
        for _ in range(3):
            machine.inhibitor.inhibit(REASON)
            machine.until(lambda: machine.holds() == 1)

            machine.inhibitor.release()

            machine.until(lambda: machine.holds() == 0)

    def test_what_is_let_go_before_it_was_granted_is_not_kept(self, machine: Machine) -> None:
        machine.inhibitor.inhibit(REASON)
        machine.inhibitor.release()
        machine.inhibitor.inhibit(REASON)
        machine.until(lambda: machine.holds() == 1)

        machine.inhibitor.release()

        machine.until(lambda: machine.holds() == 0)
