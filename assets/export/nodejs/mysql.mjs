// Handler of {{ function }}: reaches {{ database_id }} through the RDS Proxy {{ proxy }} ({{ auth_mode }}).
// Lambda's handler setting: index.handler
//
// Node.js trusts the Amazon roots that sign a proxy's certificate, so no bundle is shipped. (A
// direct connection to a database would need NODE_EXTRA_CA_CERTS=/var/runtime/ca-cert.pem, which
// Lambda no longer loads by itself since Node.js 20.)
{% if token %}
import { Signer } from '@aws-sdk/rds-signer';
{% elif not extension %}
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
{% endif %}
import mysql from 'mysql2/promise';

const host = process.env.{{ host }}{{ "!" if typescript else "" }};
{% if reader %}
const readerHost = process.env.{{ reader }}{{ "!" if typescript else "" }};
{% endif %}
const port = Number(process.env.{{ port }});
const user = process.env.{{ user }}{{ "!" if typescript else "" }};
{% if database %}
const database = process.env.{{ database }};
{% endif %}

{% if token and reader %}
// A token is for one host, valid for 15 minutes and checked only at login: made for each new connection.
const tokenFor = (hostname{{ ": string" if typescript else "" }}) => async () => {
  const signer = new Signer({ hostname, port, username: user });
  return Buffer.from(`${await signer.getAuthToken()}\0`);
};
{% elif token %}
const signer = new Signer({ hostname: host, port, username: user });

// A token is valid for 15 minutes and checked only at login: made for each new connection.
async function token() {
  return Buffer.from(`${await signer.getAuthToken()}\0`);
}
{% else %}
{% include "secret" %}
{% endif %}

async function connect({{ ("host: string" if typescript else "host") if reader else "" }}) {
  return mysql.createConnection({
    host,
    port,
    user,
{% if database %}
    database,
{% endif %}
{% if token %}
    authPlugins: { mysql_clear_password: () => token{{ "For(host)" if reader else "" }} },
{% else %}
    password: await readPassword(),
{% endif %}
    // verifyIdentity: without it mysql2 takes any trusted certificate, whoever it belongs to.
    ssl: { minVersion: 'TLSv1.2', verifyIdentity: true },
    connectTimeout: 5_000,
  });
}

{% if reader %}
// One for each host. They outlive the invocation: the next one in this environment uses them again.
const connections = new Map{{ "<string, mysql.Connection>" if typescript else "" }}();

async function connected(host{{ ": string" if typescript else "" }}) {
  const kept = connections.get(host);
  if (kept) {
    try {
      await kept.query({ sql: 'SELECT 1', timeout: 2_000 });
      return kept;
    } catch {
      // The proxy closes idle clients, and all of them after 24 hours.
      kept.destroy();
      connections.delete(host);
    }
  }
  const connection = await connect(host);
  // Without a listener a connection that breaks between two invocations ends the process.
  connection.on('error', () => {});
  connections.set(host, connection);
  return connection;
}
{% else %}
// Outlives the invocation: the next one in this environment uses it again.
let connection{{ ": mysql.Connection | undefined" if typescript else "" }};

async function connected() {
  if (connection) {
    try {
      await connection.query({ sql: 'SELECT 1', timeout: 2_000 });
      return connection;
    } catch {
      // The proxy closes idle clients, and all of them after 24 hours.
      connection.destroy();
      connection = undefined;
    }
  }
  connection = await connect();
  // Without a listener a connection that breaks between two invocations ends the process.
  connection.on('error', () => {});
  return connection;
}
{% endif %}

{% include "alone" %}

{% if reader %}
export const handler = () => alone(async () => {
  // Reads go to the readers of the cluster, which may lag behind the writer a little. What writes, or must
  // see what was just written, goes to the writer.
  const reads = await connected(readerHost);
  const [rows] = await reads.query{{ "<mysql.RowDataPacket[]>" if typescript else "" }}('SELECT CONNECTION_ID() AS connection_id, NOW() AS now');
  const writes = await connected(host);
  const [written] = await writes.query{{ "<mysql.RowDataPacket[]>" if typescript else "" }}('SELECT CONNECTION_ID() AS writer_connection_id');
  return { statusCode: 200, body: JSON.stringify({ ...rows[0], ...written[0] }) };
});
{% else %}
export const handler = () => alone(async () => {
  const db = await connected();
  const [rows] = await db.query{{ "<mysql.RowDataPacket[]>" if typescript else "" }}('SELECT CONNECTION_ID() AS connection_id, NOW() AS now');
  return { statusCode: 200, body: JSON.stringify(rows[0]) };
});
{% endif %}
