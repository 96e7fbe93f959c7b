"""Handler of {{ function }}: reaches {{ database_id }} through the RDS Proxy {{ proxy }} ({{ auth_mode }}).

Lambda's handler setting: handler.handler
"""

import json
import os
import ssl

import boto3
import certifi
import psycopg

HOST = os.environ["{{ host }}"]
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


def password():
    """A token, valid for 15 minutes and checked only at login: made for each new connection."""
    return rds.generate_db_auth_token(DBHostname=HOST, Port=PORT, DBUsername=USER)
{% else %}

secrets = boto3.client("secretsmanager")


def password():
    """Read for each new connection, so that a rotated password is found."""
    secret = secrets.get_secret_value(SecretId=os.environ["{{ secret }}"])
    return json.loads(secret["SecretString"])["password"]
{% endif %}


def connect():
    return psycopg.connect(
        host=HOST,
        port=PORT,
        user=USER,
        password=password(),
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


connection = None  # outlives the invocation: the next one in this environment uses it again


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
    connection_id, now = connected().execute("SELECT pg_backend_pid(), now()").fetchone()
    return {"statusCode": 200, "body": json.dumps({"connection_id": connection_id, "now": now.isoformat()})}
