"""The filled network of 22 cities that pages and exports are measured on, made once."""

from lib import DATA, LGNET, checked

# Of `lgnet demo`: gives about a million contacts.
SCALE = 23
PLACE = DATA / "network"


def filled():
    """The folder, and how many seconds the filling took, if it was made now."""
    mark = PLACE / "filled.txt"
    if mark.exists():
        return PLACE, float(mark.read_text())
    _, seconds, _ = checked([LGNET, "demo", "--data", PLACE, "--scale", SCALE, "--once"])
    mark.write_text(f"{seconds:.1f}\n")
    return PLACE, seconds


def contacts():
    """How many contacts there are."""
    output, seconds, rss = checked([LGNET, "ask", "--measure", "contacts", "--format", "json", "--data", PLACE])
    import json
    return json.loads(output)["total"], seconds, rss
