"""Runs a command line, and writes the most memory that its process had at once, as the kernel counts it: "peak N KiB"."""

import resource
import subprocess
import sys

status = subprocess.run(sys.argv[1:]).returncode
if status == 0:
    print(f"peak {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss} KiB", flush=True)
sys.exit(status)
