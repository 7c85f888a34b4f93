"""A window of another program that one file can be dragged out of: argument 1 is the file."""

import pathlib
import sys

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk  # noqa: E402

FILE = pathlib.Path(sys.argv[1]).absolute().as_uri()


def give(_widget, _context, data, _info, _time):
    data.set_uris([FILE])


window = Gtk.Window(title="drag source")
window.set_default_size(160, 120)
window.set_decorated(False)
box = Gtk.EventBox()
box.add(Gtk.Label(label="drag me"))
box.drag_source_set(
    Gdk.ModifierType.BUTTON1_MASK,
    [Gtk.TargetEntry.new("text/uri-list", 0, 0)],
    Gdk.DragAction.COPY,
)
box.connect("drag-data-get", give)
window.add(box)
window.connect("destroy", Gtk.main_quit)
window.connect("map-event", lambda *_: print("ready", flush=True))
window.show_all()
window.move(20, 20)
Gtk.main()
