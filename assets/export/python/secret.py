{% if extension %}


def password():
    """Asked of the AWS Parameters and Secrets extension, which keeps it for a while."""
    port = os.environ.get("PARAMETERS_SECRETS_EXTENSION_HTTP_PORT", "2773")
    secret = urllib.parse.quote(os.environ["{{ secret }}"], safe="")
    ask = urllib.request.Request(f"http://localhost:{port}/secretsmanager/get?secretId={secret}")
    ask.add_header("X-Aws-Parameters-Secrets-Token", os.environ["AWS_SESSION_TOKEN"])
    with urllib.request.urlopen(ask, timeout=5) as answer:
        return json.loads(json.load(answer)["SecretString"])["password"]
{% else %}

secrets = boto3.client("secretsmanager")


def password():
    """Read for each new connection, so that a rotated password is found."""
    secret = secrets.get_secret_value(SecretId=os.environ["{{ secret }}"])
    return json.loads(secret["SecretString"])["password"]
{% endif %}
