{% if extension %}
// Asked of the AWS Parameters and Secrets extension, which keeps it for a while.
async function readPassword() {
  const at = process.env.PARAMETERS_SECRETS_EXTENSION_HTTP_PORT ?? '2773';
  const id = encodeURIComponent(process.env.{{ secret }}{{ "!" if typescript else "" }});
  const answer = await fetch(`http://localhost:${at}/secretsmanager/get?secretId=${id}`, {
    headers: { 'X-Aws-Parameters-Secrets-Token': process.env.AWS_SESSION_TOKEN{{ "!" if typescript else "" }} },
    signal: AbortSignal.timeout(5_000),
  });
  if (!answer.ok) throw new Error(`the extension could not read the secret: ${answer.status}`);
  const secret = await answer.json(){{ " as { SecretString: string }" if typescript else "" }};
  return JSON.parse(secret.SecretString).password{{ " as string" if typescript else "" }};
}
{% else %}
const secrets = new SecretsManagerClient();

// Read for each new connection, so that a rotated password is found.
async function readPassword() {
  const secret = await secrets.send(new GetSecretValueCommand({ SecretId: process.env.{{ secret }} }));
  return JSON.parse(secret.SecretString{{ "!" if typescript else "" }}).password{{ " as string" if typescript else "" }};
}
{% endif %}
