"""What the benchmarks share: where things are, running a program, keeping a result."""

import datetime
import json
import os
import pathlib
import platform
import subprocess
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "release"
LGNET = pathlib.Path(os.environ.get("LGNET_BIN", TARGET / "lgnet"))
DATA = pathlib.Path(os.environ.get("BENCH_DATA", ROOT / "data" / "bench"))
RESULTS = HERE / "results"


cpu = []


def machine():
    """The machine, by what matters to a figure."""
    cpu, memory = platform.machine(), 0
    try:
        lines = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
        cpu = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), cpu)
        memory = int(pathlib.Path("/proc/meminfo").read_text().split()[1]) // 1024
    except OSError:
        pass
    # Others may be at work on the machine: the load says how far to believe a time.
    return {"cores": os.cpu_count(), "cpu": cpu, "memory_mib": memory, "load": round(os.getloadavg()[0], 2)}


def run(command, **more):
    """Runs a program; gives its output, its wall time in seconds and its greatest resident size in MiB.

    Its processor time is in `cpu`: it says what the work costs where others hold the processors up.
    """
    start = time.perf_counter()
    child = subprocess.Popen([str(word) for word in command], stdout=subprocess.PIPE, text=True, **more)
    output = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    cpu.append(usage.ru_utime + usage.ru_stime)
    return child.returncode, output, seconds, usage.ru_maxrss / 1024


def checked(command, allowed=(0,), **more):
    """As run, and stops where the program failed."""
    code, output, seconds, rss = run(command, **more)
    if code not in allowed:
        raise SystemExit(f"{' '.join(map(str, command))}: exit code {code}\n{output}")
    return output, seconds, rss


def spread(times):
    """The middle of some times and what lies around it."""
    times = sorted(times)
    at = lambda share: times[min(len(times) - 1, max(0, -(-len(times) * share // 100) - 1))]
    return {"n": len(times), "min": times[0], "median": at(50), "p95": at(95), "p99": at(99), "max": times[-1]}


def keep(name, result):
    """Writes bench/results/DATE-name.json, and the same for people as .txt."""
    RESULTS.mkdir(exist_ok=True)
    day = datetime.date.today().isoformat()
    result = {"day": day, "machine": machine(), **result}
    (RESULTS / f"{day}-{name}.json").write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n")
    text = "\n".join(lines_of(result)) + "\n"
    (RESULTS / f"{day}-{name}.txt").write_text(text)
    print(text)


def lines_of(value, path=""):
    """One line for each figure: its path and its value."""
    if isinstance(value, dict) and set(value) >= {"median", "p95"}:
        shown = "  ".join(f"{key} {rounded(number)}" for key, number in value.items())
        yield f"{path:44} {shown}"
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from lines_of(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from lines_of(inner, f"{path}[{number}]")
    else:
        yield f"{path:44} {rounded(value)}"


def rounded(value):
    return f"{value:.4g}" if isinstance(value, float) and abs(value) < 1000 else (
        f"{value:.0f}" if isinstance(value, float) else value)


def latest(name):
    """The newest kept result of that name, or nothing."""
    found = sorted(RESULTS.glob(f"????-??-??-{name}.json"))
    return json.loads(found[-1].read_text()) if found else None
