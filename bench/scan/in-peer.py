"""Runs the command-line program of a Python scanner once per line of standard input, a JSON list of arguments, and prints its exit codes.

    in-peer.py MODULE FUNCTION PROGRAM < arguments

The module is imported once; every run is a process forked from there, so that what differs between two runs is the file and not the
start. A run that takes more than the time below is ended, and its code is -1.
"""
import importlib
import json
import os
import signal
import sys
import time

SECONDS = 60


def run(main, arguments):
    signal.alarm(SECONDS)
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    sys.argv = [sys.argv[3], *arguments]
    try:
        code = main()
    except SystemExit as leaving:
        code = leaving.code
    except BaseException:
        code = 70
    os._exit(code if isinstance(code, int) else 0 if code is None else 1)


main = getattr(importlib.import_module(sys.argv[1]), sys.argv[2])
for line in sys.stdin:
    started = time.perf_counter()
    child = os.fork()
    if child == 0:
        run(main, json.loads(line))
    _, status = os.waitpid(child, 0)
    code = os.WEXITSTATUS(status) if os.WIFEXITED(status) else -1
    print(json.dumps({'code': code, 'seconds': time.perf_counter() - started}), flush=True)
