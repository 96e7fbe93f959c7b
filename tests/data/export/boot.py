"""Holds a handler as Lambda's environment does: boot.py FILE

Each line on standard input is an invocation; each answers with a line of JSON.
"""

import importlib.util
import json
import sys

spec = importlib.util.spec_from_file_location("handler", sys.argv[1])
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
for line in sys.stdin:
    try:
        said = {"answer": module.handler(json.loads(line), None)}
    except Exception as error:
        said = {"error": f"{type(error).__name__} {error}"}
    print(json.dumps(said), flush=True)
