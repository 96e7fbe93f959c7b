// Handler of {{ function }}: reaches {{ database_id }} through the RDS Proxy {{ proxy }} ({{ auth_mode }}).
// Lambda's handler setting: bootstrap
use std::env::var;
use std::time::Duration;

{% if not extension %}
use aws_config::SdkConfig;
{% endif %}
{% if token %}
use aws_sdk_rds::auth_token::{AuthTokenGenerator, Config};
{% endif %}
use lambda_runtime::{Error, LambdaEvent, run, service_fn};
use serde_json::{Value, json};
use tokio::sync::Mutex;
use tokio::time::timeout;
use tokio_postgres::config::SslMode;
use tokio_postgres::{Client, SimpleQueryMessage{{ ", SimpleQueryRow" if reader else "" }}};
use tokio_postgres_rustls::MakeRustlsConnect;

{% include "password" %}

async fn connect({{ "aws: &SdkConfig" if not extension else "" }}{{ ((", " if not extension else "") ~ "host: &str") if reader else "" }}) -> Result<Client, Error> {
    // The system's roots, which sign a proxy's certificate; the chain and the host name are checked.
    let mut roots = rustls::RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let tls = rustls::ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
    let mut options = tokio_postgres::Config::new();
    options
        .host({% if reader %}host{% else %}var("{{ host }}")?{% endif %})
        .port(var("{{ port }}")?.parse()?)
        .user(var("{{ user }}")?)
        .password(password({{ "aws" if not extension else "" }}{{ ", host" if reader and token else "" }}).await?)
{% if database %}
        .dbname(var("{{ database }}")?)
{% endif %}
        .ssl_mode(SslMode::Require) // the default would fall back to no TLS at all
        .connect_timeout(Duration::from_secs(5));
    let (client, connection) = options.connect(MakeRustlsConnect::new(tls)).await?;
    // It ends when the server closes the connection; the client then says so.
    tokio::spawn(connection);
    Ok(client)
}

/// The connection of before, or a new one.
async fn connected<'a>(kept: &'a mut Option<Client>{{ ", aws: &SdkConfig" if not extension else "" }}{{ ", host: &str" if reader else "" }}) -> Result<&'a Client, Error> {
    let alive = match kept.as_ref() {
        Some(client) => matches!(timeout(Duration::from_secs(2), client.simple_query("SELECT 1")).await, Ok(Ok(_))),
        None => false,
    };
    if !alive {
        // The proxy closes idle clients, and all of them after 24 hours.
        *kept = None;
    }
    match kept {
        Some(client) => Ok(client),
        None => Ok(kept.insert(connect({{ "aws" if not extension else "" }}{{ ((", " if not extension else "") ~ "host") if reader else "" }}).await?)),
    }
}

{% if reader %}
fn first(answer: &[SimpleQueryMessage]) -> Option<&SimpleQueryRow> {
    answer.iter().find_map(|message| match message {
        SimpleQueryMessage::Row(row) => Some(row),
        _ => None,
    })
}

{% endif %}
#[tokio::main]
async fn main() -> Result<(), Error> {
{% if not extension %}
    let aws = aws_config::load_from_env().await;
{% endif %}
{% if reader %}
    let (reader, writer) = (&var("{{ reader }}")?, &var("{{ host }}")?);
    // One connection for each host, one invocation at a time. They outlive the invocation: the next one in
    // this environment uses them again.
    let kept = Mutex::new((None, None));
    let kept = &kept;
{% if not extension %}
    let aws = &aws;
{% endif %}
    run(service_fn(move |_: LambdaEvent<Value>| async move {
        let mut kept = kept.lock().await;
        let (reads, writes) = &mut *kept;
        // Reads go to the readers of the cluster, which may lag behind the writer a little. What writes, or
        // must see what was just written, goes to the writer.
        // The simple protocol: a named prepared statement can pin the connection.
        let client = connected(reads{{ ", aws" if not extension else "" }}, reader).await?;
        let answer = client.simple_query("SELECT pg_backend_pid() AS connection_id, now() AS now").await?;
        let row = first(&answer).ok_or("no row")?;
        let id: i64 = row.get("connection_id").ok_or("no id")?.parse()?;
        let client = connected(writes{{ ", aws" if not extension else "" }}, writer).await?;
        let answer = client.simple_query("SELECT pg_backend_pid() AS connection_id").await?;
        let own: i64 = first(&answer).and_then(|row| row.get("connection_id")).ok_or("no id")?.parse()?;
        let body = json!({ "connection_id": id, "now": row.get("now"), "writer_connection_id": own });
        Ok::<_, Error>(json!({ "statusCode": 200, "body": body.to_string() }))
    }))
    .await
}
{% else %}
    // One connection, one invocation at a time. It outlives the invocation: the next one in this
    // environment uses it again.
    let kept = Mutex::new(None);
    let kept = &kept;
{% if not extension %}
    let aws = &aws;
{% endif %}
    run(service_fn(move |_: LambdaEvent<Value>| async move {
        let mut kept = kept.lock().await;
        let client = connected(&mut kept{{ ", aws" if not extension else "" }}).await?;
        // The simple protocol: a named prepared statement can pin the connection.
        let answer = client.simple_query("SELECT pg_backend_pid() AS connection_id, now() AS now").await?;
        let row = answer.iter().find_map(|message| match message {
            SimpleQueryMessage::Row(row) => Some(row),
            _ => None,
        });
        let row = row.ok_or("no row")?;
        let id: i64 = row.get("connection_id").ok_or("no id")?.parse()?;
        let body = json!({ "connection_id": id, "now": row.get("now") });
        Ok::<_, Error>(json!({ "statusCode": 200, "body": body.to_string() }))
    }))
    .await
}
{% endif %}
