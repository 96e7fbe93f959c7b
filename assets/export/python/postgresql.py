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
import psycopg

HOST = os.environ["{{ host }}"]
{% if reader %}
READER_HOST = os.environ["{{ reader }}"]
{% endif %}
PORT = int(os.environ["{{ port }}"])
USER = os.environ["{{ user }}"]
{% if database %}
DATABASE = os.environ["{{ database }}"]
{% endif %}

# Public roots sign a proxy's certificate. The psycopg wheel looks for the system's where they
# are not, so it is told.
ROOTS = ssl.get_default_verify_paths().cafile or certifi.where()
{% if token %}

rds = boto3.client("rds")


def password({{ "host" if reader else "" }}):
    """A token{{ " for one host" if reader else "" }}, valid for 15 minutes and checked only at login: made for each new connection."""
    return rds.generate_db_auth_token(DBHostname={{ "host" if reader else "HOST" }}, Port=PORT, DBUsername=USER)
{% else %}
{% include "secret" %}
{% endif %}


def connect({{ "host" if reader else "" }}):
    return psycopg.connect(
        host={{ "host" if reader else "HOST" }},
        port=PORT,
        user=USER,
        password=password({{ "host" if reader and token else "" }}),
{% if database %}
        dbname=DATABASE,
{% endif %}
        sslmode="verify-full",  # the default would fall back to no TLS at all
        sslrootcert=ROOTS,
        autocommit=True,  # an open transaction would keep a connection of the pool
        prepare_threshold=None,  # a named prepared statement can do so too
        connect_timeout=5,
        tcp_user_timeout=5_000,  # milliseconds; after that a silent peer counts as gone
    )


{% if reader %}
# One connection for each host, one invocation at a time. They outlive the invocation: the next one in
# this environment uses them again.
lock = threading.Lock()
connections = {}


def connected(host):
    kept = connections.pop(host, None)
    if kept is not None:
        try:
            kept.execute("SELECT 1")
        except psycopg.Error:
            # The proxy closes idle clients, and all of them after 24 hours.
            kept.close()
            kept = None
    connections[host] = kept or connect(host)
    return connections[host]


def handler(event, context):
    # Reads go to the readers of the cluster, which may lag behind the writer a little. What writes, or
    # must see what was just written, goes to the writer.
    with lock:
        reads = connected(READER_HOST)
        connection_id, now = reads.execute("SELECT pg_backend_pid(), now()").fetchone()
        writes = connected(HOST)
        (writer_connection_id,) = writes.execute("SELECT pg_backend_pid()").fetchone()
    answer = {"connection_id": connection_id, "now": now.isoformat(), "writer_connection_id": writer_connection_id}
    return {"statusCode": 200, "body": json.dumps(answer)}
{% else %}
# One connection, one invocation at a time. It outlives the invocation: the next one in this
# environment uses it again.
lock = threading.Lock()
connection = None


def connected():
    global connection
    if connection is not None:
        try:
            connection.execute("SELECT 1")
            return connection
        except psycopg.Error:
            # The proxy closes idle clients, and all of them after 24 hours.
            connection.close()
            connection = None
    connection = connect()
    return connection


def handler(event, context):
    with lock:
        connection_id, now = connected().execute("SELECT pg_backend_pid(), now()").fetchone()
    return {"statusCode": 200, "body": json.dumps({"connection_id": connection_id, "now": now.isoformat()})}
{% endif %}
