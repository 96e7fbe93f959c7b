// Handler of {{ function }}: reaches {{ database_id }} through the RDS Proxy {{ proxy }} ({{ auth_mode }}).
// Lambda's handler setting: example.Handler
package example;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
{% if password %}
import com.fasterxml.jackson.databind.ObjectMapper;
{% endif %}
{% if extension %}
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
{% endif %}
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
{% if extension %}
import java.time.Duration;
{% endif %}
{% if reader %}
import java.util.HashMap;
{% endif %}
import java.util.Map;
import java.util.Properties;
{% if token %}
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rds.RdsUtilities;
import software.amazon.awssdk.services.rds.model.GenerateAuthenticationTokenRequest;
{% elif not extension %}
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
{% endif %}

public final class Handler implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    private static final String HOST = System.getenv("{{ host }}");
{% if reader %}
    private static final String READER_HOST = System.getenv("{{ reader }}");
{% endif %}
    private static final int PORT = Integer.parseInt(System.getenv("{{ port }}"));
    private static final String USER = System.getenv("{{ user }}");
{% if database %}
    private static final String DATABASE = System.getenv("{{ database }}");
{% endif %}

{% if reader %}
    // One for each host. They outlive the invocation: the next one in this environment uses them again.
    private static final Map<String, Connection> CONNECTIONS = new HashMap<>();
{% else %}
    // Outlives the invocation: the next one in this environment uses it again.
    private static Connection connection;
{% endif %}

{% if token %}
    private static final RdsUtilities RDS = RdsUtilities.builder()
            .region(Region.of(System.getenv("AWS_REGION")))
            .credentialsProvider(DefaultCredentialsProvider.builder().build())
            .build();

    // A token{{ " for one host" if reader else "" }}, valid for 15 minutes and checked only at login: made for each new connection.
    private static String password({{ "String host" if reader else "" }}) {
        return RDS.generateAuthenticationToken(GenerateAuthenticationTokenRequest.builder()
                .hostname({{ "host" if reader else "HOST" }})
                .port(PORT)
                .username(USER)
                .build());
    }
{% elif extension %}
    private static final HttpClient EXTENSION = HttpClient.newHttpClient();

    // Asked of the AWS Parameters and Secrets extension, which keeps it for a while.
    private static String password() throws Exception {
        String port = System.getenv().getOrDefault("PARAMETERS_SECRETS_EXTENSION_HTTP_PORT", "2773");
        String secret = URLEncoder.encode(System.getenv("{{ secret }}"), StandardCharsets.UTF_8);
        HttpRequest ask = HttpRequest.newBuilder()
                .uri(URI.create("http://localhost:" + port + "/secretsmanager/get?secretId=" + secret))
                .header("X-Aws-Parameters-Secrets-Token", System.getenv("AWS_SESSION_TOKEN"))
                .timeout(Duration.ofSeconds(5))
                .build();
        HttpResponse<String> answer = EXTENSION.send(ask, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("the extension could not read the secret: " + answer.statusCode());
        }
        ObjectMapper json = new ObjectMapper();
        return json.readTree(json.readTree(answer.body()).get("SecretString").asText()).get("password").asText();
    }
{% else %}
    private static final SecretsManagerClient SECRETS = SecretsManagerClient.create();

    // Read for each new connection, so that a rotated password is found.
    private static String password() throws Exception {
        GetSecretValueRequest request = GetSecretValueRequest.builder().secretId(System.getenv("{{ secret }}")).build();
        return new ObjectMapper().readTree(SECRETS.getSecretValue(request).secretString()).get("password").asText();
    }
{% endif %}

    private static Connection connect({{ "String host" if reader else "" }}) throws Exception {
        Properties settings = new Properties();
        settings.setProperty("user", USER);
        settings.setProperty("password", password({{ "host" if reader and token else "" }}));
{% if mysql %}
        settings.setProperty("useSsl", "true"); // the certificate and the host name are checked
        settings.setProperty("connectTimeout", "5000"); // milliseconds
        settings.setProperty("socketTimeout", "30000");
        return DriverManager.getConnection("jdbc:mariadb://" + {{ "host" if reader else "HOST" }} + ":" + PORT + "/"{{ " + DATABASE" if database else "" }}, settings);
{% else %}
        settings.setProperty("sslmode", "verify-full"); // the default would fall back to no TLS at all
        settings.setProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory"); // Java's own roots
        settings.setProperty("preferQueryMode", "simple"); // a named prepared statement can pin the connection
        settings.setProperty("connectTimeout", "5"); // seconds
        settings.setProperty("socketTimeout", "30");
        return DriverManager.getConnection("jdbc:postgresql://" + {{ "host" if reader else "HOST" }} + ":" + PORT + "/"{{ " + DATABASE" if database else "" }}, settings);
{% endif %}
    }

{% if reader %}
    private static Connection connected(String host) throws Exception {
        Connection kept = CONNECTIONS.get(host);
        if (kept != null && kept.isValid(2)) {
            return kept;
        }
        if (kept != null) {
            // The proxy closes idle clients, and all of them after 24 hours.
            CONNECTIONS.remove(host);
            try {
                kept.close();
            } catch (SQLException alreadyGone) {
                // There is nothing left to close.
            }
        }
        Connection opened = connect(host);
        CONNECTIONS.put(host, opened);
        return opened;
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        String read = "SELECT {{ "CONNECTION_ID(), NOW()" if mysql else "pg_backend_pid(), now()" }}";
        String written = "SELECT {{ "CONNECTION_ID()" if mysql else "pg_backend_pid()" }}";
        // One connection for each host, one invocation at a time.
        synchronized (Handler.class) {
            // Reads go to the readers of the cluster, which may lag behind the writer a little. What writes, or
            // must see what was just written, goes to the writer.
            try (Statement reads = connected(READER_HOST).createStatement(); ResultSet row = reads.executeQuery(read);
                    Statement writes = connected(HOST).createStatement(); ResultSet own = writes.executeQuery(written)) {
                row.next();
                own.next();
                String body = "{\"connection_id\":" + row.getLong(1) + ",\"now\":\"" + row.getTimestamp(2).toInstant()
                        + "\",\"writer_connection_id\":" + own.getLong(1) + "}";
                return Map.of("statusCode", 200, "body", body);
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }
    }
}
{% else %}
    private static Connection connected() throws Exception {
        if (connection != null && !connection.isValid(2)) {
            // The proxy closes idle clients, and all of them after 24 hours.
            try {
                connection.close();
            } catch (SQLException alreadyGone) {
                // There is nothing left to close.
            }
            connection = null;
        }
        if (connection == null) {
            connection = connect();
        }
        return connection;
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        String query = "SELECT {{ "CONNECTION_ID(), NOW()" if mysql else "pg_backend_pid(), now()" }}";
        // One connection, one invocation at a time.
        synchronized (Handler.class) {
            try (Statement statement = connected().createStatement(); ResultSet row = statement.executeQuery(query)) {
                row.next();
                String body = "{\"connection_id\":" + row.getLong(1) + ",\"now\":\"" + row.getTimestamp(2).toInstant() + "\"}";
                return Map.of("statusCode", 200, "body", body);
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }
    }
}
{% endif %}
