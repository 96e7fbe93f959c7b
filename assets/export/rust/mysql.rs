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
use mysql_async::prelude::Queryable;
use mysql_async::{Conn, OptsBuilder, SslOpts};
use serde_json::{Value, json};
use tokio::sync::Mutex;
use tokio::time::timeout;

{% include "password" %}

async fn connect({{ "aws: &SdkConfig" if not extension else "" }}{{ ((", " if not extension else "") ~ "host: &str") if reader else "" }}) -> Result<Conn, Error> {
    // The system's roots, which sign a proxy's certificate; the chain and the host name are checked.
    let roots = rustls_native_certs::load_native_certs().certs;
    let tls = SslOpts::default()
        .with_disable_built_in_roots(true)
        .with_root_certs(roots.iter().map(|root| root.to_vec().into()).collect());
    let options = OptsBuilder::default()
        .ip_or_hostname({% if reader %}host{% else %}var("{{ host }}")?{% endif %})
        .tcp_port(var("{{ port }}")?.parse()?)
        .user(Some(var("{{ user }}")?))
        .pass(Some(password({{ "aws" if not extension else "" }}{{ ", host" if reader and token else "" }}).await?))
{% if database %}
        .db_name(Some(var("{{ database }}")?))
{% endif %}
{% if token %}
        .enable_cleartext_plugin(true) // how a token travels, inside TLS
{% endif %}
        .prefer_socket(false)
        .ssl_opts(tls);
    Ok(timeout(Duration::from_secs(5), Conn::new(options)).await??)
}

/// The connection of before, or a new one.
async fn connected<'a>(kept: &'a mut Option<Conn>{{ ", aws: &SdkConfig" if not extension else "" }}{{ ", host: &str" if reader else "" }}) -> Result<&'a mut Conn, Error> {
    let alive = match kept.as_mut() {
        Some(connection) => matches!(timeout(Duration::from_secs(2), connection.ping()).await, Ok(Ok(()))),
        None => false,
    };
    if !alive {
        // The proxy closes idle clients, and all of them after 24 hours.
        *kept = None;
    }
    match kept {
        Some(connection) => Ok(connection),
        None => Ok(kept.insert(connect({{ "aws" if not extension else "" }}{{ ((", " if not extension else "") ~ "host") if reader else "" }}).await?)),
    }
}

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
        let connection = connected(reads{{ ", aws" if not extension else "" }}, reader).await?;
        let row: Option<(u64, String)> = connection.query_first("SELECT CONNECTION_ID(), CAST(NOW() AS CHAR)").await?;
        let (id, now) = row.ok_or("no row")?;
        let connection = connected(writes{{ ", aws" if not extension else "" }}, writer).await?;
        let own: u64 = connection.query_first("SELECT CONNECTION_ID()").await?.ok_or("no row")?;
        let body = json!({ "connection_id": id, "now": now, "writer_connection_id": own });
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
        let connection = connected(&mut kept{{ ", aws" if not extension else "" }}).await?;
        let row: Option<(u64, String)> = connection.query_first("SELECT CONNECTION_ID(), CAST(NOW() AS CHAR)").await?;
        let (id, now) = row.ok_or("no row")?;
        Ok::<_, Error>(json!({ "statusCode": 200, "body": json!({ "connection_id": id, "now": now }).to_string() }))
    }))
    .await
}
{% endif %}
