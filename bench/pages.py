"""Pages over about a million contacts: cold start to the first answer, then each address 200 times in a row."""

import http.client
import signal
import socket
import subprocess
import time

import network
from lib import LGNET, keep, spread

ADDRESSES = [
    "/", "/citta/A662", "/citta/H501", "/indicatori", "/indicatori/N.2", "/confronto?indicator=N.2&period=2025",
    "/dichiarate", "/registri", "/registri/A662", "/registri/A662/coppie", "/salute",
]
TIMES = 200


def get(connection, address):
    connection.request("GET", address, headers={"Accept-Language": "it"})
    answer = connection.getresponse()
    return answer.status, answer.read()


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def start(place):
    """The server, and the seconds from starting the program to its first answer."""
    port = free_port()
    begun = time.perf_counter()
    server = subprocess.Popen([LGNET, "serve", "--data", place, "--listen", f"127.0.0.1:{port}"],
                              stdout=subprocess.DEVNULL)
    while True:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
            status, _ = get(connection, "/salute")
            return server, connection, status, time.perf_counter() - begun
        except ConnectionError:
            if server.poll() is not None:
                raise SystemExit(f"lgnet serve stopped with {server.returncode}")
            time.sleep(0.002)


def stop(server):
    """A clean stop: facts are kept, so that the next start reads files and not the database."""
    server.send_signal(signal.SIGTERM)
    server.wait(timeout=60)


def main():
    place, filling = network.filled()
    contacts, _, _ = network.contacts()
    told = {"contacts": contacts, "filling_s": filling, "cold_s": [], "pages": {}, "not_there": []}
    for _ in range(3):
        server, connection, status, seconds = start(place)
        told["cold_s"].append(seconds)
        told["status_of_first_answer"] = status
        connection.close()
        stop(server)
    server, connection, _, _ = start(place)
    for address in ADDRESSES:
        begun = time.perf_counter()
        status, body = get(connection, address)
        first = (time.perf_counter() - begun) * 1e3
        if status != 200:
            told["not_there"].append(f"{address} ({status})")
            continue
        times = []
        for _ in range(TIMES):
            begun = time.perf_counter()
            status, body = get(connection, address)
            times.append((time.perf_counter() - begun) * 1e3)
        told["pages"][address] = {"first_ms": first, "ms": spread(times), "bytes": len(body)}
    told["rss_mib"] = rss_of(server.pid)
    connection.close()
    stop(server)
    keep("pages", told)


def rss_of(pid):
    try:
        with open(f"/proc/{pid}/status") as lines:
            return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))
    except OSError:
        return None


if __name__ == "__main__":
    main()
