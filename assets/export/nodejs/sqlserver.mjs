// Handler of {{ function }}: reaches {{ database_id }} through the RDS Proxy {{ proxy }} ({{ auth_mode }}).
// Lambda's handler setting: index.handler
//
// Node.js trusts the Amazon roots that sign a proxy's certificate, so no bundle is shipped.
{% if not extension %}
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
{% endif %}
import sql from 'mssql';

{% include "secret" %}

async function connect() {
  const pool = new sql.ConnectionPool({
    server: process.env.{{ host }},
    port: Number(process.env.{{ port }}),
    user: process.env.{{ user }},
{% if database %}
    database: process.env.{{ database }},
{% endif %}
    password: await readPassword(),
    // The certificate and the host name are checked.
    options: { encrypt: true, trustServerCertificate: false },
    pool: { min: 0, max: 1 },
    connectionTimeout: 5_000,
    requestTimeout: 30_000,
  });
  // Without a listener a connection that breaks between two invocations ends the process.
  pool.on('error', () => {});
  return pool.connect();
}

// Outlives the invocation: the next one in this environment uses it again.
let connection;

async function connected() {
  if (connection) {
    try {
      await connection.query('SELECT 1');
      return connection;
    } catch {
      // The proxy closes idle clients, and all of them after 24 hours.
      connection.close().catch(() => {});
      connection = undefined;
    }
  }
  connection = await connect();
  return connection;
}

{% include "alone" %}

export const handler = () => alone(async () => {
  const db = await connected();
  const { recordset } = await db.query('SELECT @@SPID AS connection_id, SYSDATETIME() AS now');
  return { statusCode: 200, body: JSON.stringify(recordset[0]) };
});
