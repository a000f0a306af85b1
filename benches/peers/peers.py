"""Runs each cleaner over the same records, in a process of its own, and prints what it cost.

    peers.py RECORDS UNSCRAPE GUARD       all of them
    peers.py --one NAME RECORDS           one that is written in Python, to standard output
"""

import json
import os
import subprocess
import sys
import tempfile
import time

ROUNDS = 3  # of those that take seconds, the least counts; what takes minutes is run once
LONG = 20.0  # seconds


def json_alone():
    return lambda text: text


def ftfy():
    from ftfy import fix_text

    return fix_text


def datatrove():
    from datatrove.data import Document
    from datatrove.pipeline.filters import C4QualityFilter

    # the rules on lines; to count sentences takes a tokenizer, and many times as long
    rules = C4QualityFilter(min_num_sentences=-1)

    def clean(text):
        document = Document(text=text, id="")
        return document.text if rules.filter(document) is True else ""

    return clean


def trafilatura():
    from trafilatura.utils import sanitize

    return sanitize


PEERS = {
    "Python's json, nothing cleaned": json_alone,
    "trafilatura, sanitize": trafilatura,
    "datatrove, C4 line rules": datatrove,
    "ftfy, fix_text": ftfy,
}


def one(name, records):
    """Cleans all records; the time that was gone before, for starting and importing, goes to standard error."""
    clean = PEERS[name]()
    print(time.process_time(), file=sys.stderr)
    with open(records, encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if record.get("text"):
                record["text"] = clean(record["text"])
            sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")


def run(command):
    """The CPU seconds of a command, those of its start, and its peak of memory in MB."""
    with tempfile.TemporaryFile("w+") as errors, open(os.devnull, "wb") as nothing:
        child = subprocess.Popen(command, stdout=nothing, stderr=errors)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        told = errors.read()
    if child.returncode != 0:
        sys.exit(f"{command}: {told}")
    start = float(told.split()[-1]) if command[0] == sys.executable else 0.0
    memory = used.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
    return used.ru_utime + used.ru_stime, start, memory


def least(command):
    best = run(command)
    for _ in range(ROUNDS - 1):
        if best[0] > LONG:
            break
        best = min(best, run(command))
    return best


def main(records, unscrape, guard):
    size = os.path.getsize(records) / 1e6
    program = [unscrape, "--isolated", "--format", "jsonl", "-j1", records]
    commands = {"serde_json round trip": [guard, "--round-trip", records], "unscrape -j1": program}
    for name in PEERS:
        commands[name] = [sys.executable, __file__, "--one", name, records]
    print(f"{size:.1f} MB of JSON Lines. Seconds are of the CPU; starting and importing is left out of MB/s.\n")
    print(f"{'':32} {'seconds':>8} {'start':>6} {'MB/s':>7} {'unscrape is':>12} {'peak MB':>8}")
    costs = {name: least(command) for name, command in commands.items()}
    speeds = {name: size / max(seconds - start, 1e-6) for name, (seconds, start, _) in costs.items()}
    for name, (seconds, start, memory) in costs.items():
        times = speeds["unscrape -j1"] / speeds[name]
        print(f"{name:32} {seconds:8.2f} {start:6.2f} {speeds[name]:7.1f} {times:11.2f}x {memory:8.0f}")


if __name__ == "__main__":
    if sys.argv[1] == "--one":
        one(*sys.argv[2:])
    else:
        main(*sys.argv[1:])
