"""Holds a handler as Lambda's environment does: boot.py FILE

Each line on standard input is an invocation; each answers with a line of JSON. The line
{"at_once": 20} is as many, started together, and answers with a line of all answers.
"""

import importlib.util
import json
import sys
from concurrent.futures import ThreadPoolExecutor

spec = importlib.util.spec_from_file_location("handler", sys.argv[1])
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)


def invoke(event):
    try:
        return {"answer": module.handler(event, None)}
    except Exception as error:
        return {"error": f"{type(error).__name__} {error}"}


for line in sys.stdin:
    event = json.loads(line)
    if "at_once" in event:
        with ThreadPoolExecutor(event["at_once"]) as pool:
            said = list(pool.map(invoke, [event] * event["at_once"]))
    else:
        said = invoke(event)
    print(json.dumps(said), flush=True)
