"""What not to do: the secret is read and the connection made in every call.

A sample to measure against the exported handler, which does both once for each environment. It is exported
nowhere.
"""

import json
import os
import ssl

import boto3
import pymysql


def handler(event, context):
    # Each of these lines costs a way through the network, call after call.
    secrets = boto3.client("secretsmanager")
    secret = secrets.get_secret_value(SecretId=os.environ["DB_SECRET_ARN"])
    connection = pymysql.connect(
        host=os.environ["DB_PROXY_HOST"],
        port=int(os.environ["DB_PROXY_PORT"]),
        user=os.environ["DB_USER"],
        password=json.loads(secret["SecretString"])["password"],
        database=os.environ["DB_NAME"],
        ssl=ssl.create_default_context(),
        connect_timeout=5,
    )
    with connection, connection.cursor() as cursor:
        cursor.execute("SELECT CONNECTION_ID(), NOW()")
        connection_id, now = cursor.fetchone()
    return {"statusCode": 200, "body": json.dumps({"connection_id": connection_id, "now": now.isoformat()})}
