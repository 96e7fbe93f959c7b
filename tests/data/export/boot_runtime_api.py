"""Holds a program that asks Lambda's runtime API for its work: boot_runtime_api.py PROGRAM

Each line on standard input is an invocation; each answers with a line of JSON.
"""

import json
import os
import queue
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

work = queue.Queue()
done = queue.Queue()


class RuntimeApi(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        event = work.get()
        self.send_response(200)
        self.send_header("Lambda-Runtime-Aws-Request-Id", "8476a536-e9f4-11e8-9739-2dfe598c3fcd")
        self.send_header("Lambda-Runtime-Deadline-Ms", "9999999999999")
        self.send_header("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-west-1:000000000000:function:f")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(event)))
        self.end_headers()
        self.wfile.write(event)

    def do_POST(self):
        said = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        done.put({"answer": said} if self.path.endswith("/response") else {"error": said["errorMessage"]})
        self.send_response(202)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


api = ThreadingHTTPServer(("127.0.0.1", 0), RuntimeApi)
threading.Thread(target=api.serve_forever, daemon=True).start()
environment = {
    **os.environ,
    "AWS_LAMBDA_RUNTIME_API": f"127.0.0.1:{api.server_port}",
    "AWS_LAMBDA_FUNCTION_NAME": "f",
    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "128",
    "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
    "AWS_LAMBDA_LOG_GROUP_NAME": "g",
    "AWS_LAMBDA_LOG_STREAM_NAME": "s",
}
program = subprocess.Popen([sys.argv[1]], env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
try:
    for line in sys.stdin:
        work.put(line.encode())
        print(json.dumps(done.get(timeout=60)), flush=True)
finally:
    program.kill()
