{% if token %}
/// A token{{ " for one host" if reader else "" }}, valid for 15 minutes and checked only at login: made for each new connection.
async fn password(aws: &SdkConfig{{ ", host: &str" if reader else "" }}) -> Result<String, Error> {
    let config = Config::builder()
        .hostname({% if reader %}host{% else %}var("{{ host }}")?{% endif %})
        .port(var("{{ port }}")?.parse()?)
        .username(var("{{ user }}")?)
        .build()?;
    Ok(AuthTokenGenerator::new(config).auth_token(aws).await?.to_string())
}
{% elif extension %}
/// Asked of the AWS Parameters and Secrets extension, which keeps it for a while.
async fn password() -> Result<String, Error> {
    let port = var("PARAMETERS_SECRETS_EXTENSION_HTTP_PORT").unwrap_or_else(|_| "2773".into());
    let ask = reqwest::Client::new()
        .get(format!("http://localhost:{port}/secretsmanager/get"))
        .query(&[("secretId", var("{{ secret }}")?)])
        .header("X-Aws-Parameters-Secrets-Token", var("AWS_SESSION_TOKEN")?)
        .timeout(Duration::from_secs(5));
    let secret: Value = ask.send().await?.error_for_status()?.json().await?;
    let login: Value = serde_json::from_str(secret["SecretString"].as_str().unwrap_or_default())?;
    Ok(login["password"].as_str().ok_or("the secret has no password")?.to_owned())
}
{% else %}
/// Read for each new connection, so that a rotated password is found.
async fn password(aws: &SdkConfig) -> Result<String, Error> {
    let secrets = aws_sdk_secretsmanager::Client::new(aws);
    let secret = secrets.get_secret_value().secret_id(var("{{ secret }}")?).send().await?;
    let login: Value = serde_json::from_str(secret.secret_string().unwrap_or_default())?;
    Ok(login["password"].as_str().ok_or("the secret has no password")?.to_owned())
}
{% endif %}
