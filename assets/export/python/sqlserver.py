# Handler of {{ function }}: reaches {{ database_id }} through the RDS Proxy {{ proxy }} ({{ auth_mode }}).
# Lambda's handler setting: handler.handler

import json
import os
import ssl
import threading
{% if extension %}
import urllib.parse
import urllib.request
{% endif %}

{% if not extension %}
import boto3
{% endif %}
import certifi
import pytds

# Public roots sign a proxy's certificate.
ROOTS = ssl.get_default_verify_paths().cafile or certifi.where()
{% include "secret" %}


def connect():
    return pytds.connect(
        dsn=os.environ["{{ host }}"],
        port=int(os.environ["{{ port }}"]),
        user=os.environ["{{ user }}"],
        password=password(),
{% if database %}
        database=os.environ["{{ database }}"],
{% endif %}
        cafile=ROOTS,  # without it there would be no TLS
        validate_host=True,
        autocommit=True,  # an open transaction would keep a connection of the pool
        login_timeout=5,  # seconds
        timeout=30,
    )


# One connection, one invocation at a time. It outlives the invocation: the next one in this
# environment uses it again.
lock = threading.Lock()
connection = None


def ask(query):
    with connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchone()


def ensure_connected():
    global connection
    if connection is not None:
        try:
            ask("SELECT 1")
            return
        except (pytds.Error, OSError):
            # The proxy closes idle clients, and all of them after 24 hours.
            connection = None
    connection = connect()


def handler(event, context):
    with lock:
        ensure_connected()
        connection_id, now = ask("SELECT @@SPID, SYSDATETIME()")
    return {"statusCode": 200, "body": json.dumps({"connection_id": connection_id, "now": now.isoformat()})}
