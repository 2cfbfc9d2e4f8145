"""Writes what the examples print, from PyTorch: runs each program NAME.py here and keeps its output as NAME.out.

python make_outputs.py [CHAPTER ...]
"""

import os
import pathlib
import subprocess
import sys

here = pathlib.Path(__file__).resolve().parent
environment = {**os.environ, "PYTHONPATH": str(here), "PYTHONDONTWRITEBYTECODE": "1"}
chapters = sys.argv[1:] or sorted(folder.name for folder in here.iterdir() if folder.is_dir())
for chapter in chapters:
    for program in sorted((here / chapter).glob("*.py")):
        output = subprocess.run([sys.executable, program], env=environment, capture_output=True, text=True, check=True)
        program.with_suffix(".out").write_text(output.stdout)
        print(program.relative_to(here))
