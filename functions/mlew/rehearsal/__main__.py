"""`python -m mlew.rehearsal --port N [--faults ...] [--ready-file ...]`: the gateway with the rehearsal model."""

import sys

from mlew.gateway.__main__ import main

if __name__ == "__main__":
    sys.exit(main(["--backend", "rehearsal", *sys.argv[1:]]))
