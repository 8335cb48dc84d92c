#!/usr/bin/env python3
"""Names that libraries' own model files import, and what each file does with them.

    python make-allowlists.py observe OUTPUT.json [--files FOLDER] [--bundle BUNDLE.tar.xz] [--only LIBRARY...]
    python make-allowlists.py write OBSERVED.json...

`observe` runs once per set of installed libraries. It makes the objects of scripts/allowlists/objects (every public estimator,
fitted), writes each with every pickle protocol and with joblib's every codec, loads these files of its own making with an
unpickler that notes every import, call, construction and state, and writes down what it saw and which methods ran in doing so.
With --files it keeps the files, to try the scanner on; with --bundle the few small ones that together show everything it saw.

`write` merges the observations, oldest first, into src/core/security/allowlists/*.json; then `npm run fix` lays them out. A name goes in only from a module of the
library itself, only with the uses and argument shapes that were seen, and only if scripts/allowlists/review.json answers for all
code of its own that loading it runs. What a person has not read stays out, and is listed.
"""
import argparse
import json
import sys
import warnings
from pathlib import Path

from allowlists.merge import write
from allowlists.observe import observe


def main():
    warnings.filterwarnings('ignore')
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest='command', required=True)
    observing = commands.add_parser('observe')
    observing.add_argument('output', type=Path)
    observing.add_argument('--files', type=Path)
    observing.add_argument('--bundle', type=Path)
    observing.add_argument('--only', nargs='*')
    writing = commands.add_parser('write')
    writing.add_argument('observed', nargs='+', type=Path)
    arguments = parser.parse_args()
    if arguments.command == 'observe':
        observe(arguments.output, arguments.files, arguments.bundle, arguments.only)
    else:
        sys.exit(write([json.loads(path.read_text()) for path in arguments.observed]))


if __name__ == '__main__':
    main()
