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
import pg from 'pg';

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
const passwordFor = (hostname{{ ": string" if typescript else "" }}) => () => new Signer({ hostname, port, username: user }).getAuthToken();
{% elif token %}
const signer = new Signer({ hostname: host, port, username: user });

// A token is valid for 15 minutes and checked only at login: made for each new connection.
const password = () => signer.getAuthToken();
{% else %}
{% include "secret" %}
{% endif %}

async function connect({{ ("host: string" if typescript else "host") if reader else "" }}) {
  const client = new pg.Client({
    host,
    port,
    user,
{% if database %}
    database,
{% endif %}
    password{{ ": readPassword" if password else (": passwordFor(host)" if reader else "") }},
    // The certificate and the host name are checked; pg needs no more than this.
    ssl: { minVersion: 'TLSv1.2', rejectUnauthorized: true },
    connectionTimeoutMillis: 5_000,
  });
  // Without a listener a connection that breaks between two invocations ends the process.
  client.on('error', () => {});
  await client.connect();
  return client;
}

{% if reader %}
// One for each host. They outlive the invocation: the next one in this environment uses them again.
const connections = new Map{{ "<string, pg.Client>" if typescript else "" }}();

async function connected(host{{ ": string" if typescript else "" }}) {
  const kept = connections.get(host);
  if (kept) {
    try {
      await kept.query({{ "{ text: 'SELECT 1', query_timeout: 2_000 } as pg.QueryConfig" if typescript else "{ text: 'SELECT 1', query_timeout: 2_000 }" }});
      return kept;
    } catch {
      // The proxy closes idle clients, and all of them after 24 hours.
      kept.end().catch(() => {});
      connections.delete(host);
    }
  }
  const connection = await connect(host);
  connections.set(host, connection);
  return connection;
}
{% else %}
// Outlives the invocation: the next one in this environment uses it again.
let connection{{ ": pg.Client | undefined" if typescript else "" }};

async function connected() {
  if (connection) {
    try {
      await connection.query({{ "{ text: 'SELECT 1', query_timeout: 2_000 } as pg.QueryConfig" if typescript else "{ text: 'SELECT 1', query_timeout: 2_000 }" }});
      return connection;
    } catch {
      // The proxy closes idle clients, and all of them after 24 hours.
      connection.end().catch(() => {});
      connection = undefined;
    }
  }
  connection = await connect();
  return connection;
}
{% endif %}

{% include "alone" %}

{% if reader %}
export const handler = () => alone(async () => {
  // Reads go to the readers of the cluster, which may lag behind the writer a little. What writes, or must
  // see what was just written, goes to the writer.
  const reads = await connected(readerHost);
  const { rows } = await reads.query('SELECT pg_backend_pid() AS connection_id, now() AS now');
  const writes = await connected(host);
  const { rows: written } = await writes.query('SELECT pg_backend_pid() AS writer_connection_id');
  return { statusCode: 200, body: JSON.stringify({ ...rows[0], ...written[0] }) };
});
{% else %}
export const handler = () => alone(async () => {
  const db = await connected();
  const { rows } = await db.query('SELECT pg_backend_pid() AS connection_id, now() AS now');
  return { statusCode: 200, body: JSON.stringify(rows[0]) };
});
{% endif %}
