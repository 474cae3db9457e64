#!/bin/sh
# Opens the window (`make run`, `make dev`); without a screen takes the tour's pictures instead.
#
#   tools/start.sh run [ARGUMENT...]   on the person's own data folder
#   tools/start.sh dev [ARGUMENT...]   on a throw-away one, removed when the window is closed
set -eu
cd "$(dirname "$0")/.."
how=$1
shift

if [ "$(uname)" = Linux ] && [ -z "${DISPLAY-}" ] && [ -z "${WAYLAND_DISPLAY-}" ] && [ -z "${QT_QPA_PLATFORM-}" ]; then
    printf '%s\n' "There is no screen here to open a window on, so the pictures of a tour go into the folder $PWD/tour instead."
    QT_QPA_PLATFORM=offscreen exec .venv/bin/python -m prt_desktop tour --out tour
fi
if [ "$how" = run ]; then
    exec .venv/bin/python -m prt_desktop "$@"
fi
folder=$(mktemp -d "${TMPDIR:-/tmp}/prt-desktop.XXXXXX")
trap 'rm -rf "$folder"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
.venv/bin/python -m prt_desktop --data-dir "$folder" "$@"
