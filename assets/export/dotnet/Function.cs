// Handler of {{ function }}: reaches {{ database_id }} through the RDS Proxy {{ proxy }} ({{ auth_mode }}).
// Lambda's handler setting: Handler::Handler.Function::Handle
using System.Text.Json;
{% if token %}
using Amazon;
using Amazon.RDS.Util;
{% elif not extension %}
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
{% endif %}
using Amazon.Lambda.Core;
{% if mysql %}
using MySqlConnector;
{% else %}
using Npgsql;
{% endif %}

[assembly: LambdaSerializer(typeof(Amazon.Lambda.Serialization.SystemTextJson.DefaultLambdaJsonSerializer))]

namespace Handler;

public sealed record Answer(int StatusCode, string Body);

public sealed class Function
{
    private static readonly string Host = Environment.GetEnvironmentVariable("{{ host }}")!;
{% if reader %}
    private static readonly string ReaderHost = Environment.GetEnvironmentVariable("{{ reader }}")!;
{% endif %}
    private static readonly int Port = int.Parse(Environment.GetEnvironmentVariable("{{ port }}")!);
    private static readonly string User = Environment.GetEnvironmentVariable("{{ user }}")!;
{% if database %}
    private static readonly string Database = Environment.GetEnvironmentVariable("{{ database }}")!;
{% endif %}

{% if reader %}
    // One connection for each host, one invocation at a time. They outlive the invocation: the next one in
    // this environment uses them again.
    private static readonly SemaphoreSlim Turn = new(1, 1);
    private static readonly Dictionary<string, {{ "MySqlConnection" if mysql else "NpgsqlConnection" }}> Connections = new();
{% else %}
    // One connection, one invocation at a time. It outlives the invocation: the next one in this
    // environment uses it again.
    private static readonly SemaphoreSlim Turn = new(1, 1);
    private static {{ "MySqlConnection" if mysql else "NpgsqlConnection" }}? connection;
{% endif %}

{% if token %}
    // A token{{ " for one host" if reader else "" }}, valid for 15 minutes and checked only at login: made for each new connection.
    private static Task<string> Password({{ "string host" if reader else "" }})
    {
        var region = RegionEndpoint.GetBySystemName(Environment.GetEnvironmentVariable("AWS_REGION"));
        return Task.FromResult(RDSAuthTokenGenerator.GenerateAuthToken(region, {{ "host" if reader else "Host" }}, Port, User));
    }
{% elif extension %}
    private static readonly HttpClient Extension = new() { Timeout = TimeSpan.FromSeconds(5) };

    // Asked of the AWS Parameters and Secrets extension, which keeps it for a while.
    private static async Task<string> Password()
    {
        var port = Environment.GetEnvironmentVariable("PARAMETERS_SECRETS_EXTENSION_HTTP_PORT") ?? "2773";
        var id = Uri.EscapeDataString(Environment.GetEnvironmentVariable("{{ secret }}")!);
        using var ask = new HttpRequestMessage(HttpMethod.Get, $"http://localhost:{port}/secretsmanager/get?secretId={id}");
        ask.Headers.Add("X-Aws-Parameters-Secrets-Token", Environment.GetEnvironmentVariable("AWS_SESSION_TOKEN"));
        using var answer = await Extension.SendAsync(ask);
        answer.EnsureSuccessStatusCode();
        using var secret = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        using var login = JsonDocument.Parse(secret.RootElement.GetProperty("SecretString").GetString()!);
        return login.RootElement.GetProperty("password").GetString()!;
    }
{% else %}
    private static readonly AmazonSecretsManagerClient Secrets = new();

    // Read for each new connection, so that a rotated password is found.
    private static async Task<string> Password()
    {
        var id = Environment.GetEnvironmentVariable("{{ secret }}");
        var secret = await Secrets.GetSecretValueAsync(new GetSecretValueRequest { SecretId = id });
        using var login = JsonDocument.Parse(secret.SecretString);
        return login.RootElement.GetProperty("password").GetString()!;
    }
{% endif %}

{% if mysql %}
    private static async Task<MySqlConnection> Connect({{ "string host" if reader else "" }})
    {
        var settings = new MySqlConnectionStringBuilder
        {
            Server = {{ "host" if reader else "Host" }},
            Port = (uint)Port,
            UserID = User,
            Password = await Password({{ "host" if reader and token else "" }}),
{% if database %}
            Database = Database,
{% endif %}
            SslMode = MySqlSslMode.VerifyFull, // the certificate and the host name are checked
            Pooling = false,
            ConnectionTimeout = 5, // seconds
        };
        var opened = new MySqlConnection(settings.ConnectionString);
{% else %}
    private static async Task<NpgsqlConnection> Connect({{ "string host" if reader else "" }})
    {
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = {{ "host" if reader else "Host" }},
            Port = Port,
            Username = User,
            Password = await Password({{ "host" if reader and token else "" }}),
{% if database %}
            Database = Database,
{% endif %}
            SslMode = SslMode.VerifyFull, // the certificate and the host name are checked
            Pooling = false,
            Timeout = 5, // seconds
        };
        var opened = new NpgsqlConnection(settings.ConnectionString);
{% endif %}
        try
        {
            await opened.OpenAsync();
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
        return opened;
    }

{% if reader %}
    private static async Task<{{ "MySqlConnection" if mysql else "NpgsqlConnection" }}> Connected(string host)
    {
        if (Connections.TryGetValue(host, out var kept))
        {
            if (await Alive(kept))
            {
                return kept;
            }
            // The proxy closes idle clients, and all of them after 24 hours.
            Connections.Remove(host);
            await kept.DisposeAsync();
        }
        return Connections[host] = await Connect(host);
    }
{% else %}
    private static async Task<{{ "MySqlConnection" if mysql else "NpgsqlConnection" }}> Connected()
    {
        if (connection is not null && !await Alive(connection))
        {
            // The proxy closes idle clients, and all of them after 24 hours.
            await connection.DisposeAsync();
            connection = null;
        }
        return connection ??= await Connect();
    }
{% endif %}

    private static async Task<bool> Alive({{ "MySqlConnection" if mysql else "NpgsqlConnection" }} kept)
    {
        try
        {
            await using var command = kept.CreateCommand();
            command.CommandText = "SELECT 1";
            command.CommandTimeout = 2; // seconds
            await command.ExecuteScalarAsync();
            return true;
        }
        catch (Exception gone) when (gone is System.Data.Common.DbException or InvalidOperationException)
        {
            return false;
        }
    }

{% if reader %}
    public async Task<Answer> Handle(JsonElement input)
    {
        await Turn.WaitAsync();
        try
        {
            // Reads go to the readers of the cluster, which may lag behind the writer a little. What writes, or
            // must see what was just written, goes to the writer.
            await using var reads = (await Connected(ReaderHost)).CreateCommand();
            reads.CommandText = "SELECT {{ "CONNECTION_ID(), NOW()" if mysql else "pg_backend_pid(), now()" }}";
            await using var row = await reads.ExecuteReaderAsync();
            await row.ReadAsync();
            await using var writes = (await Connected(Host)).CreateCommand();
            writes.CommandText = "SELECT {{ "CONNECTION_ID()" if mysql else "pg_backend_pid()" }}";
            var writer = Convert.ToInt64(await writes.ExecuteScalarAsync());
            var body = JsonSerializer.Serialize(new
            {
                connection_id = Convert.ToInt64(row.GetValue(0)),
                now = row.GetDateTime(1),
                writer_connection_id = writer,
            });
            return new Answer(200, body);
        }
        finally
        {
            Turn.Release();
        }
    }
}
{% else %}
    public async Task<Answer> Handle(JsonElement input)
    {
        await Turn.WaitAsync();
        try
        {
            await using var command = (await Connected()).CreateCommand();
            command.CommandText = "SELECT {{ "CONNECTION_ID(), NOW()" if mysql else "pg_backend_pid(), now()" }}";
            await using var row = await command.ExecuteReaderAsync();
            await row.ReadAsync();
            var body = JsonSerializer.Serialize(new { connection_id = Convert.ToInt64(row.GetValue(0)), now = row.GetDateTime(1) });
            return new Answer(200, body);
        }
        finally
        {
            Turn.Release();
        }
    }
}
{% endif %}
