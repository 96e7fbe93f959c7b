"""What a screen reader is told: starts the program on a display, walks it, and prints each page as JSON.

Reads a walk from standard input: [{"page": …, "press": name or null, "await": name}]. A name ends in
`*` where more may follow. Runs in a session bus of its own, with the accessibility bus on it.
"""

import json
import os
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib

PATIENCE = 60

session = Gio.bus_get_sync(Gio.BusType.SESSION)
for status in ("IsEnabled", "ScreenReaderEnabled"):
    value = GLib.Variant("(ssv)", ("org.a11y.Status", status, GLib.Variant("b", True)))
    call = ("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set", value)
    session.call_sync(*call, None, Gio.DBusCallFlags.NONE, 10000)

# The program alone is told of the display: a display leads to the accessibility bus of whoever came first.
environment = {**os.environ, "DISPLAY": sys.argv[1]}
program = subprocess.Popen(sys.argv[2:], env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
Atspi.init()
said = []
listener = Atspi.EventListener.new(lambda event: said.append(event.any_data))
listener.register("object:announcement")


def hear(seconds):
    """Takes events in for so long."""
    end = time.time() + seconds
    while time.time() < end:
        if not GLib.MainContext.default().iteration(False):
            time.sleep(0.01)


def until(what, look):
    end = time.time() + PATIENCE
    while time.time() < end:
        try:
            found = look()
        except GLib.Error:
            # It went while it was read.
            found = None
        if found is not None:
            return found
        hear(0.1)
    names = [node["name"] for node in told(window)] if "window" in globals() else []
    sys.exit(f"{what} did not come; there is {names}")


def running():
    desktop = Atspi.get_desktop(0)
    apps = (desktop.get_child_at_index(nth) for nth in range(desktop.get_child_count()))
    return next((app for app in apps if app and app.get_process_id() == program.pid and app.get_child_count()), None)


def nodes(node):
    yield node
    for nth in range(node.get_child_count()):
        child = node.get_child_at_index(nth)
        if child:
            yield from nodes(child)


def called(name):
    def fits(node):
        own = node.get_name() or ""
        return own.startswith(name[:-1]) if name.endswith("*") else own == name

    return lambda: next((node for node in nodes(window) if fits(node)), None)


def told(root):
    listed = []
    for node in nodes(root):
        states = [state.value_nick for state in node.get_state_set().get_states()]
        listed.append({"role": node.get_role_name(), "name": node.get_name() or "", "states": states})
    return listed


def actionable(name):
    def look():
        node = called(name)()
        return node if node and node.get_n_actions() else None

    return look


window = until("the window", running)
try:
    for step in json.load(sys.stdin):
        said.clear()
        if step.get("press"):
            until(step["press"], actionable(step["press"])).do_action(0)
        until(step["await"], called(step["await"]))
        hear(0.5)
        page = until(step["page"], lambda: told(window))
        print(json.dumps({"page": step["page"], "nodes": page, "said": [str(words) for words in said]}), flush=True)
finally:
    program.kill()
