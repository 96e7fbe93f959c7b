"""A PAM module that takes a login token the way RDS does: by recomputing its signature.

pam_python.so loads it into the login of MariaDB and PostgreSQL. Modes, the first argument:

  check  accepts a token exactly when it was signed with the test credentials for the endpoint and
         user it is used at, in the endpoint's region, at most 15 minutes ago
  spill  belongs to the servers without TLS: refuses everybody, and records that a credential
         arrived at all, which must never happen

settings.json beside this file holds the credentials and the endpoints of each service (the second
argument). Each decision is a line in logins.log or spills.log; the token itself is never written.
"""

import datetime
import hashlib
import hmac
import json
import os
import urllib.parse

HERE = os.path.dirname(os.path.abspath(__file__))
LONGEST = 900  # seconds a token lives
SKEW = 300  # seconds a signer's clock may be ahead


def refusal(token, user, service, settings, now):
    """None for a good token, else what is wrong with it."""
    # AWS's signer for Go leaves the slash out of the token; it is signed all the same.
    endpoint, _, query = token.partition("?")
    endpoint = endpoint.removesuffix("/")
    if endpoint not in settings["endpoints"][service]:
        return "endpoint"
    pairs = urllib.parse.parse_qsl(query, keep_blank_values=True, strict_parsing=True)
    given = dict(pairs)
    if len(given) != len(pairs):
        return "repeated parameter"
    signature = given.pop("X-Amz-Signature", "")
    if given.get("Action") != "connect":
        return "action"
    if given.get("DBUser") != user:
        return "user"
    if given.get("X-Amz-Algorithm") != "AWS4-HMAC-SHA256":
        return "algorithm"
    if given.get("X-Amz-SignedHeaders") != "host":
        return "signed headers"
    if given.get("X-Amz-Security-Token") != settings["session_token"]:
        return "session token"
    date = given.get("X-Amz-Date", "")
    day = date[:8]
    scope = "/".join((day, settings["region"], "rds-db", "aws4_request"))
    if given.get("X-Amz-Credential") != settings["access_key"] + "/" + scope:
        return "credential scope"
    lifetime = int(given.get("X-Amz-Expires", "0"))
    if not 0 < lifetime <= LONGEST:
        return "lifetime"
    signed = datetime.datetime.strptime(date, "%Y%m%dT%H%M%SZ").replace(tzinfo=datetime.timezone.utc)
    age = (now - signed).total_seconds()
    if age < -SKEW:
        return "signed in the future"
    if age > lifetime:
        return "expired"
    if not hmac.compare_digest(signature, sign(given, endpoint, date, scope, settings["secret_key"])):
        return "signature"
    return None


def sign(given, endpoint, date, scope, secret):
    quote = lambda text: urllib.parse.quote(text, safe="-_.~")
    query = "&".join(sorted(quote(name) + "=" + quote(value) for name, value in given.items()))
    empty = hashlib.sha256(b"").hexdigest()
    request = "\n".join(("GET", "/", query, "host:" + endpoint, "", "host", empty))
    digest = hashlib.sha256(request.encode()).hexdigest()
    text = "\n".join(("AWS4-HMAC-SHA256", date, scope, digest))
    key = ("AWS4" + secret).encode()
    for part in scope.split("/"):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def record(log, *words):
    with open(os.path.join(HERE, "log", log), "a") as file:
        file.write(" ".join(words) + "\n")


def pam_sm_authenticate(pamh, flags, argv):
    mode, service = argv[1:3]
    user = pamh.get_user(None)
    prompt = pamh.Message(pamh.PAM_PROMPT_ECHO_OFF, "Password: ")
    token = pamh.conversation(prompt).resp or ""
    if mode == "spill":
        record("spills.log", service, user, str(len(token)))
        return pamh.PAM_AUTH_ERR
    try:
        with open(os.path.join(HERE, "settings.json")) as file:
            settings = json.load(file)
        wrong = refusal(token, user, service, settings, datetime.datetime.now(datetime.timezone.utc))
    except Exception as error:  # a token that cannot even be read
        wrong = type(error).__name__
    record("logins.log", service, user, "accepted" if wrong is None else "refused: " + wrong)
    return pamh.PAM_SUCCESS if wrong is None else pamh.PAM_AUTH_ERR


def pam_sm_setcred(pamh, flags, argv):
    return pamh.PAM_SUCCESS


def pam_sm_acct_mgmt(pamh, flags, argv):
    return pamh.PAM_SUCCESS
