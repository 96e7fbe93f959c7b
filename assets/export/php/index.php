<?php
// Handler of {{ function }}: reaches {{ database_id }} through the RDS Proxy {{ proxy }} ({{ auth_mode }}).
// Lambda's handler setting: index.php (Bref's function runtime)
declare(strict_types=1);

require __DIR__ . '/vendor/autoload.php';

{% if token %}
use Aws\Credentials\CredentialProvider;
use Aws\Rds\AuthTokenGenerator;

// A token{{ " for one host" if reader else "" }}, valid for 15 minutes and checked only at login: made for each new connection.
function password({{ "string $host" if reader else "" }}): string
{
    $tokens = new AuthTokenGenerator(CredentialProvider::defaultProvider());
    $endpoint = {% if reader %}$host{% else %}getenv('{{ host }}'){% endif %} . ':' . getenv('{{ port }}');
    return $tokens->createToken($endpoint, getenv('AWS_REGION'), getenv('{{ user }}'));
}
{% elif extension %}
// Asked of the AWS Parameters and Secrets extension, which keeps it for a while.
function password(): string
{
    $port = getenv('PARAMETERS_SECRETS_EXTENSION_HTTP_PORT') ?: '2773';
    $from = "http://localhost:$port/secretsmanager/get?secretId=" . urlencode(getenv('{{ secret }}'));
    $header = 'X-Aws-Parameters-Secrets-Token: ' . getenv('AWS_SESSION_TOKEN');
    $answer = file_get_contents($from, false, stream_context_create(['http' => ['header' => $header, 'timeout' => 5]]));
    if ($answer === false) {
        throw new RuntimeException('the extension could not read the secret');
    }
    $secret = json_decode($answer, true, flags: JSON_THROW_ON_ERROR);
    return json_decode($secret['SecretString'], true, flags: JSON_THROW_ON_ERROR)['password'];
}
{% else %}
use Aws\SecretsManager\SecretsManagerClient;

// Read for each new connection, so that a rotated password is found.
function password(): string
{
    $secrets = new SecretsManagerClient(['region' => getenv('AWS_REGION')]);
    $secret = $secrets->getSecretValue(['SecretId' => getenv('{{ secret }}')]);
    return json_decode($secret['SecretString'], true, flags: JSON_THROW_ON_ERROR)['password'];
}
{% endif %}

function connect({{ "string $host" if reader else "" }}): PDO
{
    // Public roots sign a proxy's certificate.
    $roots = getenv('SSL_CERT_FILE') ?: openssl_get_cert_locations()['default_cert_file'];
{% if not reader %}
    $host = getenv('{{ host }}');
{% endif %}
    $port = getenv('{{ port }}');
{% if database %}
    $database = getenv('{{ database }}');
{% endif %}
{% if mysql %}
    $server = "mysql:host=$host;port=$port{{ ";dbname=$database" if database else "" }};charset=utf8mb4";
    return new PDO($server, getenv('{{ user }}'), password({{ "$host" if reader and token else "" }}), [
        PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION,
        PDO::ATTR_TIMEOUT => 5, // seconds
        PDO::MYSQL_ATTR_SSL_CA => $roots,
        PDO::MYSQL_ATTR_SSL_VERIFY_SERVER_CERT => true, // the certificate and the host name
    ]);
{% else %}
    // verify-full: the default would fall back to no TLS at all.
    $server = "pgsql:host=$host;port=$port{{ ";dbname=$database" if database else "" }};sslmode=verify-full;sslrootcert=$roots";
    return new PDO($server, getenv('{{ user }}'), password({{ "$host" if reader and token else "" }}), [
        PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION,
        PDO::ATTR_EMULATE_PREPARES => true, // a named prepared statement can pin the connection
        PDO::ATTR_TIMEOUT => 5, // seconds
    ]);
{% endif %}
}

{% if reader %}
function connected(string $host): PDO
{
    // One for each host. They outlive the invocation: the next one in this environment uses them again. PHP
    // runs one at a time.
    static $connections = [];
    try {
        ($connections[$host] ?? null)?->query('SELECT 1');
    } catch (PDOException) {
        // The proxy closes idle clients, and all of them after 24 hours.
        unset($connections[$host]);
    }
    return $connections[$host] ??= connect($host);
}

return function (array $event): array {
    // Reads go to the readers of the cluster, which may lag behind the writer a little. What writes, or must
    // see what was just written, goes to the writer.
    $reads = connected(getenv('{{ reader }}'));
    $row = $reads->query('SELECT {{ "CONNECTION_ID() AS connection_id, NOW() AS now" if mysql else "pg_backend_pid() AS connection_id, now() AS now" }}')->fetch(PDO::FETCH_ASSOC);
    $writes = connected(getenv('{{ host }}'));
    $writer = $writes->query('SELECT {{ "CONNECTION_ID()" if mysql else "pg_backend_pid()" }}')->fetchColumn();
    $answer = ['connection_id' => (int) $row['connection_id'], 'now' => $row['now'], 'writer_connection_id' => (int) $writer];
    return ['statusCode' => 200, 'body' => json_encode($answer)];
};
{% else %}
function connected(): PDO
{
    // Outlives the invocation: the next one in this environment uses it again. PHP runs one at a time.
    static $connection = null;
    try {
        $connection?->query('SELECT 1');
    } catch (PDOException) {
        // The proxy closes idle clients, and all of them after 24 hours.
        $connection = null;
    }
    return $connection ??= connect();
}

return function (array $event): array {
    $row = connected()->query('SELECT {{ "CONNECTION_ID() AS connection_id, NOW() AS now" if mysql else "pg_backend_pid() AS connection_id, now() AS now" }}')->fetch(PDO::FETCH_ASSOC);
    return ['statusCode' => 200, 'body' => json_encode(['connection_id' => (int) $row['connection_id'], 'now' => $row['now']])];
};
{% endif %}
