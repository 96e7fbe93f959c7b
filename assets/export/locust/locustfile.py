"""Calls {{ what }} as a load test of RDS Proxy Wizard does: each user once a second.

    pip install locust{{ " boto3" if signed else "" }}
    locust -f locustfile.py --headless

Every value below can be changed on the command line: --host, --users, --spawn-rate, --run-time.
"""

import json

from locust import HttpUser, constant_pacing, events, task
{% if signed %}
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.session import Session

# Credentials and region as the AWS CLI finds them.
session = Session()
{% endif %}

PAYLOAD = json.loads({{ payload }})


@events.init_command_line_parser.add_listener
def defaults(parser):
    parser.set_defaults({{ "host=" ~ host ~ ", " if host else "" }}num_users={{ users }}, spawn_rate={{ spawn_rate }}, run_time="{{ secs }}s")


class Client(HttpUser):
    wait_time = constant_pacing(1)

    @task
    def call(self):
        body = json.dumps(PAYLOAD)
        headers = {"Content-Type": "application/json"}
{% if signed %}
        request = AWSRequest(method="POST", url=self.host + {{ path }}, data=body, headers=headers)
        SigV4Auth(session.get_credentials(), "lambda", {{ region }}).add_auth(request)
        headers = dict(request.headers)
{% endif %}
        self.client.post({{ path }}, data=body, headers=headers)
