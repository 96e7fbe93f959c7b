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
import pymysql

HOST = os.environ["{{ host }}"]
{% if reader %}
READER_HOST = os.environ["{{ reader }}"]
{% endif %}
PORT = int(os.environ["{{ port }}"])
USER = os.environ["{{ user }}"]
{% if database %}
DATABASE = os.environ["{{ database }}"]
{% endif %}

# Public roots sign a proxy's certificate; the chain and the host name are checked.
TLS = ssl.create_default_context()
{% if token %}

rds = boto3.client("rds")


def password({{ "host" if reader else "" }}):
    """A token{{ " for one host" if reader else "" }}, valid for 15 minutes and checked only at login: made for each new connection."""
    return rds.generate_db_auth_token(DBHostname={{ "host" if reader else "HOST" }}, Port=PORT, DBUsername=USER)
{% else %}
{% include "secret" %}
{% endif %}


def connect({{ "host" if reader else "" }}):
    return pymysql.connect(
        host={{ "host" if reader else "HOST" }},
        port=PORT,
        user=USER,
        password=password({{ "host" if reader and token else "" }}),
{% if database %}
        database=DATABASE,
{% endif %}
        ssl=TLS,
        autocommit=True,  # an open transaction would keep a connection of the pool
        connect_timeout=5,
        read_timeout=30,  # seconds; the longest answer that is waited for
        write_timeout=30,
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
            kept.ping(reconnect=False)
        except (pymysql.err.Error, OSError):
            # The proxy closes idle clients, and all of them after 24 hours.
            kept = None
    connections[host] = kept or connect(host)
    return connections[host]


def handler(event, context):
    # Reads go to the readers of the cluster, which may lag behind the writer a little. What writes, or
    # must see what was just written, goes to the writer.
    with lock:
        with connected(READER_HOST).cursor() as cursor:
            cursor.execute("SELECT CONNECTION_ID(), NOW()")
            connection_id, now = cursor.fetchone()
        with connected(HOST).cursor() as cursor:
            cursor.execute("SELECT CONNECTION_ID()")
            (writer_connection_id,) = cursor.fetchone()
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
            connection.ping(reconnect=False)
            return connection
        except (pymysql.err.Error, OSError):
            # The proxy closes idle clients, and all of them after 24 hours.
            connection = None
    connection = connect()
    return connection


def handler(event, context):
    with lock, connected().cursor() as cursor:
        cursor.execute("SELECT CONNECTION_ID(), NOW()")
        connection_id, now = cursor.fetchone()
    return {"statusCode": 200, "body": json.dumps({"connection_id": connection_id, "now": now.isoformat()})}
{% endif %}
