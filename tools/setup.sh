#!/bin/sh
# Everything a bare machine needs before `make run` or `make test`, done once and then skipped.
#
#   tools/setup.sh app                                the app, its tests and its linters in .venv
#   tools/setup.sh soak                               the same, with sound server, screen, message bus, and ffmpeg for `make bench`
#   tools/setup.sh tools ENV FILE [FILE-NODEPS]       an environment of its own for a tool of the narration
#
# What the system lacks is looked for each time (a stamp would lie on another machine); what pip installed is
# remembered in a stamp inside the environment, beside the place and the Python it was made for.
set -eu
cd "$(dirname "$0")/.."
HERE=$(pwd -P)

say() { printf '%s\n' "$*" >&2; }
fail() {
    say "$*"
    exit 1
}

# --- the system ------------------------------------------------------------------------------------------

# Library, and the Debian package it comes in: what the window, the offscreen pictures and the sound load.
LIBRARIES='
libglib-2.0.so.0:libglib2.0-0
libGL.so.1:libgl1
libEGL.so.1:libegl1
libxkbcommon.so.0:libxkbcommon0
libfreetype.so.6:libfreetype6
libfontconfig.so.1:libfontconfig1
libdbus-1.so.3:libdbus-1-3
libxkbcommon-x11.so.0:libxkbcommon-x11-0
libxcb-cursor.so.0:libxcb-cursor0
libxcb-icccm.so.4:libxcb-icccm4
libxcb-keysyms.so.1:libxcb-keysyms1
libxcb-shape.so.0:libxcb-shape0
libwayland-cursor.so.0:libwayland-cursor0
libwayland-egl.so.1:libwayland-egl1
libpulse.so.0:libpulse0
libXrandr.so.2:libxrandr2'

missing_libraries() {
    known=$({ PATH="$PATH:/sbin:/usr/sbin" ldconfig -p || true; } 2>/dev/null)
    for pair in $LIBRARIES; do
        case "$known" in
            *"${pair%%:*}"*) ;;
            *)
                # Not in the system's list; a library beside it (LD_LIBRARY_PATH) counts as well.
                "$PYTHON" -c "import ctypes; ctypes.CDLL('${pair%%:*}')" 2>/dev/null || printf '%s ' "${pair#*:}"
                ;;
        esac
    done
    # Pictures without any font have no text; Debian's minimal systems may leave this one out.
    if command -v dpkg >/dev/null && [ ! -e /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf ]; then
        printf 'fonts-dejavu-core '
    fi
}

missing_programs() {
    for pair in pulseaudio:pulseaudio pactl:pulseaudio-utils Xvfb:xvfb dbus-daemon:dbus xdotool:xdotool dunst:dunst \
        ffmpeg:ffmpeg strace:strace; do
        command -v "${pair%%:*}" >/dev/null || printf '%s ' "${pair#*:}"
    done
    # The screen reader of the tests runs under the system's Python, where Debian puts gi.
    [ -x /usr/libexec/at-spi-bus-launcher ] || printf 'at-spi2-core '
    /usr/bin/python3 -c 'import gi; gi.require_version("Atspi", "2.0")' 2>/dev/null ||
        printf 'gir1.2-atspi-2.0 python3-gi '
}

apt_install() {
    if ! command -v apt-get >/dev/null; then
        fail "Please install what the window needs (Debian's names: $*), then run this again."
    fi
    if [ "$(id -u)" = 0 ]; then
        as_root='env'
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        as_root='sudo -n env'
    else
        fail "Please install these first: sudo apt install $*"
    fi
    say "Installing with apt: $*"
    # A third-party list that cannot be refreshed does not matter if the packages are found all the same.
    said=$(
        exec 2>&1 </dev/null
        $as_root apt-get -qq -o DPkg::Lock::Timeout=300 update ||
            echo 'Going on with the package lists that are here.'
        $as_root DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends \
            -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 install "$@"
    ) || fail "$said
Could not install with apt; please install these: $*"
}

fits() { # fits PYTHON: whether its version is one that this purpose can use
    "$1" -ISc "import sys; sys.exit(not (3, 11) <= sys.version_info < $BELOW)" 2>/dev/null
}

find_python() { # find_python PURPOSE
    case "$1" in
        tools) # the package that turns words into sounds refuses newer ones
            BELOW='(3, 13)'
            set -- 'The tools of the narration need Python 3.11 or 3.12' python3.11 python3.12 python3
            ;;
        *)
            BELOW='(4,)'
            set -- 'PRT Desktop needs Python 3.11 or newer' python3 python3.14 python3.13 python3.12 python3.11
            ;;
    esac
    needs=$1
    shift
    for PYTHON in "${PYTHON-}" "$@"; do
        [ -z "$PYTHON" ] || ! fits "$PYTHON" || return 0
    done
    fail "$needs; please install it (python3.11, say) and run this again."
}

# --- the environments ------------------------------------------------------------------------------------

lines_of() { # what the stamp of an environment must say: its place, its Python, and what it was filled from
    environment=$1
    shift
    printf '%s\n' "$HERE/$environment"
    "$environment/bin/python" -ISc 'import sys; print(sys.version)' 2>/dev/null || printf 'broken\n'
    cat "$@"
}

is_filled() { # is_filled ENV FILE...
    [ -e "$1/filled-from" ] && lines_of "$@" | cmp -s - "$1/filled-from"
}

is_usable() { # is_usable ENV: not if it was moved here, or its Python is gone or of another version
    case "$(sed -n 's/^command = //p' "$1/pyvenv.cfg" 2>/dev/null)" in
        *" $HERE/$1") fits "$1/bin/python" && "$1/bin/python" -c 'import pip' 2>/dev/null ;;
        *) return 1 ;;
    esac
}

missing_venv() { # Debian keeps the maker of environments in a package of its own
    "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null && return 0
    case "$(command -v "$PYTHON")" in
        */python3) printf 'python3-venv ' ;;
        *) printf '%s-venv ' "$(basename "$PYTHON")" ;;
    esac
}

pip_install() { # pip_install ENV ARGUMENT...
    environment=$1
    shift
    "$environment/bin/python" -m pip install --quiet --disable-pip-version-check --no-input "$@" </dev/null >&2
}

fill_app() { # pyproject.toml says what is needed, the constraints say which version
    # Asked for in this way it needs no build of the project, which is then only linked, so that `prt-desktop`
    # is a command in .venv.
    .venv/bin/python - >.venv/wanted.txt <<'PYTHON'
import itertools, pathlib, tomllib
project = tomllib.loads(pathlib.Path("pyproject.toml").read_text("utf-8"))["project"]
print("\n".join(itertools.chain(project["dependencies"], *project["optional-dependencies"].values())))
PYTHON
    pip_install .venv --requirement .venv/wanted.txt --constraint requirements/constraints.txt
    pip_install .venv --no-deps --no-build-isolation --editable .
}

fill_tools() { # fill_tools ENV FILE [FILE-NODEPS]
    pip_install "$1" --requirement "$2"
    [ "$#" -lt 3 ] || pip_install "$1" --no-deps --requirement "$3"
}

# --- the order of things ---------------------------------------------------------------------------------

what_is_missing() { # what_is_missing PURPOSE
    [ "$(uname)" = Linux ] || return 0
    [ "$1" = tools ] || missing_libraries
    [ "$1" != soak ] || missing_programs
}

set_up() { # set_up PURPOSE ENV FILE...
    purpose=$1
    shift
    wanted=$(what_is_missing "$purpose")
    if [ -z "$wanted" ] && is_filled "$@"; then
        return 0
    fi

    # Two makes at once: the second waits, and finds the work done.
    exec 9>.setup.lock
    ! command -v flock >/dev/null || flock 9
    wanted=$(what_is_missing "$purpose")
    is_usable "$1" || wanted="$wanted$(missing_venv)"
    # shellcheck disable=SC2086 # one word each
    [ -z "$wanted" ] || apt_install $wanted
    is_filled "$@" && return 0

    if ! is_usable "$1"; then
        say "Making $1 with $("$PYTHON" --version)"
        "$PYTHON" -m venv --clear "$HERE/$1"
    fi
    rm -f "$1/filled-from" # first, so that an installation broken off is never taken for a whole one
    say "Installing into $1 (the first time takes some minutes)"
    case "$purpose" in
        tools) fill_tools "$@" ;;
        *) fill_app ;;
    esac
    lines_of "$@" >"$1/filled-from.part"
    mv "$1/filled-from.part" "$1/filled-from"
}

compile_app() { # where Python may not write its bytecode itself, every start would compile every module
    .venv/bin/python -m compileall -q prt_desktop >/dev/null 2>&1 || true
}

find_python "${1-}"
case "${1-}" in
    app | soak)
        set_up "$1" .venv requirements/constraints.txt pyproject.toml
        compile_app
        ;;
    tools) set_up "$@" ;;
    *) fail 'usage: tools/setup.sh app | soak | tools ENV FILE [FILE-NODEPS]' ;;
esac
