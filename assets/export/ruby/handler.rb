# Handler of {{ function }}: reaches {{ database_id }} through the RDS Proxy {{ proxy }} ({{ auth_mode }}).
# Lambda's handler setting: handler.handler
{% if token %}
require "aws-sdk-rds"
{% elif not extension %}
require "aws-sdk-secretsmanager"
{% endif %}
require "json"
{% if extension %}
require "net/http"
{% endif %}
require "openssl"
{{ 'require "trilogy"' if mysql else 'require "pg"' }}

HOST = ENV.fetch("{{ host }}")
{% if reader %}
READER_HOST = ENV.fetch("{{ reader }}")
{% endif %}
PORT = Integer(ENV.fetch("{{ port }}"))
USER = ENV.fetch("{{ user }}")
{% if database %}
DATABASE = ENV.fetch("{{ database }}")
{% endif %}

# Public roots sign a proxy's certificate.
ROOTS = ENV.fetch("SSL_CERT_FILE", OpenSSL::X509::DEFAULT_CERT_FILE)

{% if reader %}
# One connection for each host, one invocation at a time. They outlive the invocation: the next one in
# this environment uses them again.
LOCK = Mutex.new
$connections = {}
{% else %}
# One connection, one invocation at a time. It outlives the invocation: the next one in this
# environment uses it again.
LOCK = Mutex.new
$connection = nil
{% endif %}

{% if token %}
TOKENS = Aws::RDS::AuthTokenGenerator.new(credentials: Aws::CredentialProviderChain.new.resolve)

# A token{{ " for one host" if reader else "" }}, valid for 15 minutes and checked only at login: made for each new connection.
def password{{ "(host)" if reader else "" }}
  TOKENS.auth_token(region: ENV.fetch("AWS_REGION"), endpoint: "#{{ "{host}" if reader else "{HOST}" }}:#{PORT}", user_name: USER)
end
{% elif extension %}
# Asked of the AWS Parameters and Secrets extension, which keeps it for a while.
def password
  from = URI("http://localhost:#{ENV.fetch("PARAMETERS_SECRETS_EXTENSION_HTTP_PORT", "2773")}/secretsmanager/get")
  from.query = URI.encode_www_form(secretId: ENV.fetch("{{ secret }}"))
  answer = Net::HTTP.get_response(from, { "X-Aws-Parameters-Secrets-Token" => ENV.fetch("AWS_SESSION_TOKEN") })
  raise "the extension could not read the secret: #{answer.code}" unless answer.is_a?(Net::HTTPSuccess)

  JSON.parse(JSON.parse(answer.body).fetch("SecretString")).fetch("password")
end
{% else %}
SECRETS = Aws::SecretsManager::Client.new

# Read for each new connection, so that a rotated password is found.
def password
  secret = SECRETS.get_secret_value(secret_id: ENV.fetch("{{ secret }}"))
  JSON.parse(secret.secret_string).fetch("password")
end
{% endif %}

def connect{{ "(host)" if reader else "" }}
{% if mysql %}
  Trilogy.new(
    host: {{ "host" if reader else "HOST" }},
    port: PORT,
    username: USER,
    password: password{{ "(host)" if reader and token else "" }},
{% if database %}
    database: DATABASE,
{% endif %}
    ssl: true,
    ssl_mode: Trilogy::SSL_VERIFY_IDENTITY, # the certificate and the host name are checked
    ssl_ca: ROOTS,
    tls_min_version: Trilogy::TLS_VERSION_12,
{% if token %}
    enable_cleartext_plugin: true, # how a token travels, inside TLS
{% endif %}
    connect_timeout: 5, # seconds
    read_timeout: 30
  )
{% else %}
  PG.connect(
    host: {{ "host" if reader else "HOST" }},
    port: PORT,
    user: USER,
    password: password{{ "(host)" if reader and token else "" }},
{% if database %}
    dbname: DATABASE,
{% endif %}
    sslmode: "verify-full", # the default would fall back to no TLS at all
    sslrootcert: ROOTS,
    connect_timeout: 5, # seconds
    tcp_user_timeout: 5_000 # milliseconds; after that a silent peer counts as gone
  )
{% endif %}
end

{% if reader %}
def connected(host)
  $connections[host]&.query("SELECT 1")
  $connections[host] ||= connect(host)
rescue {{ "Trilogy::Error" if mysql else "PG::Error" }}
  raise unless $connections[host]

  # The proxy closes idle clients, and all of them after 24 hours.
  $connections.delete(host).close
  retry
end

def handler(event:, context:)
  LOCK.synchronize do
    # Reads go to the readers of the cluster, which may lag behind the writer a little. What writes, or must
    # see what was just written, goes to the writer.
    row = connected(READER_HOST).query("SELECT {{ "CONNECTION_ID() AS connection_id, NOW() AS now" if mysql else "pg_backend_pid() AS connection_id, now() AS now" }}"){{ ".each_hash" if mysql else "" }}.first
    own = connected(HOST).query("SELECT {{ "CONNECTION_ID()" if mysql else "pg_backend_pid()" }} AS id"){{ ".each_hash" if mysql else "" }}.first
    answer = { connection_id: Integer(row["connection_id"]), now: row["now"].to_s, writer_connection_id: Integer(own["id"]) }
    { statusCode: 200, body: JSON.generate(answer) }
  end
end
{% else %}
def connected
  $connection&.query("SELECT 1")
  $connection ||= connect
rescue {{ "Trilogy::Error" if mysql else "PG::Error" }}
  raise unless $connection

  # The proxy closes idle clients, and all of them after 24 hours.
  $connection.close
  $connection = nil
  retry
end

def handler(event:, context:)
  LOCK.synchronize do
    row = connected.query("SELECT {{ "CONNECTION_ID() AS connection_id, NOW() AS now" if mysql else "pg_backend_pid() AS connection_id, now() AS now" }}"){{ ".each_hash" if mysql else "" }}.first
    { statusCode: 200, body: JSON.generate(connection_id: Integer(row["connection_id"]), now: row["now"].to_s) }
  end
end
{% endif %}
