"""Connects to a database as a function would, and says at which stage it ended.

rds-proxy-wizard runs this for a moment as a Lambda function with another function's network and role,
and removes it again. It reads nothing but its event, its own credentials and, when asked to, the secrets
that the event names. It writes no log line. Neither a token nor a password is in its answer.

Event:  host, port, engine ("mysql" or "postgresql"), user, database, region, and the credential:
        "token", {"secret": ARN} or {"password": TEXT}; "ca" (PEM) where the public roots do not do.
        "errand" where there is more to do than to connect: "run", statements; "ask", queries for one value;
        and "password", where a statement needs one: the "secret" it is in, the "user" that must be in that
        secret too, and the "place" in the statements where it belongs.
Answer: {"stages": [...], "connection_id": ...}. Each stage has its name, its milliseconds, and either
        what was learnt ("fact") or what went wrong ("failure": kind, and code and message where there
        are any). The first failure ends it. For an errand also "ran", up to the first statement that
        failed, and "answers", each with its "value" or its "error".
"""

import base64
import datetime
import errno
import hashlib
import hmac
import json
import os
import secrets
import socket
import ssl
import struct
import threading
import time
import unicodedata
import urllib.error
import urllib.parse
import urllib.request

# Seconds that a stage may take.
LIMITS = {"resolve": 5, "tcp": 5, "tls": 5, "token": 15, "login": 10, "query": 15}
# Seconds that all statements of an errand may take.
ERRAND = 14
# Bytes of one message, and of all: a login and one row need some hundred.
MESSAGE, TOTAL = 1 << 20, 16 << 20


class Failure(Exception):
    """Why a stage did not pass: a kind that the wizard knows, and the words that came with it."""

    def __init__(self, kind, message="", code=""):
        super().__init__(message)
        self.kind, self.message, self.code = kind, str(message), str(code)


def handler(event, _context):
    """Runs the stages in order until one fails."""
    probe = Probe(event)
    stages = []
    for name in LIMITS:
        began = time.monotonic()
        stage = {"stage": name}
        try:
            stage["fact"] = probe.run(name)
        except Failure as failure:
            stage["failure"] = {
                "kind": failure.kind,
                "code": failure.code,
                "message": probe.without_secret(failure.message)[:2000],
            }
        stage["elapsed_ms"] = round((time.monotonic() - began) * 1000)
        stages.append(stage)
        if "failure" in stage:
            break
    answer = {"stages": stages, "connection_id": probe.connection_id}
    if probe.connection_id and event.get("errand"):
        answer.update(probe.carry_out(event["errand"]))
    probe.close()
    return answer


class Probe:
    """One attempt: each stage leaves what the next one needs."""

    def __init__(self, event):
        self.event = event
        self.engine = MySql() if event["engine"] == "mysql" else PostgreSql()
        self.user = event.get("user", "")
        self.secret = ""
        self.new_password = ""
        self.wire = None
        self.addresses = []
        self.connection_id = None

    def run(self, name):
        """The stage's fact."""
        return self.within(LIMITS[name], getattr(self, name))

    def within(self, limit, work):
        """What the work gives. Everything that can go wrong on the way becomes a Failure."""
        if self.wire:
            self.wire.deadline = time.monotonic() + limit
        try:
            return work()
        except ssl.SSLCertVerificationError as error:
            raise Failure("certificate", error.verify_message, error.verify_code) from None
        except ssl.SSLError as error:
            raise Failure("tls", error.reason or error) from None
        except TimeoutError:
            raise Failure("timed-out", code=limit) from None
        except OSError as error:
            raise Failure("io", error.strerror or error, errno.errorcode.get(error.errno, "")) from None
        except (struct.error, IndexError, KeyError, TypeError, ValueError) as error:
            raise Failure("other-protocol", f"it cannot be read: {error}") from None

    def resolve(self):
        found = []

        def look():
            try:
                kind = socket.SOCK_STREAM
                found.append(socket.getaddrinfo(self.event["host"], self.event["port"], type=kind))
            except OSError as error:
                found.append(error)

        # A resolver that does not answer cannot be interrupted; it is left behind.
        thread = threading.Thread(target=look, daemon=True)
        thread.start()
        thread.join(LIMITS["resolve"])
        if not found:
            raise TimeoutError
        if isinstance(found[0], OSError):
            raise Failure("no-address", found[0].strerror)
        self.addresses = found[0]
        return {"addresses": list(dict.fromkeys(address[4][0] for address in self.addresses))}

    def tcp(self):
        deadline = time.monotonic() + LIMITS["tcp"]
        last = Failure("no-address")
        for family, kind, protocol, _, address in self.addresses:
            dialled = socket.socket(family, kind, protocol)
            try:
                dialled.settimeout(max(0.01, deadline - time.monotonic()))
                dialled.connect(address)
            except OSError as error:
                dialled.close()
                last = error
                continue
            self.wire = Wire(dialled)
            return {"address": address[0], "port": address[1]}
        raise last

    def tls(self):
        self.engine.ask_for_tls(self.wire)
        trust = ssl.create_default_context(cadata=self.event.get("ca"))
        trust.minimum_version = ssl.TLSVersion.TLSv1_2
        self.wire.secure(trust, self.event["host"])
        shown = self.wire.socket.getpeercert()
        names = [name for kind, name in shown.get("subjectAltName", ()) if kind == "DNS"]
        return {
            "version": self.wire.socket.version(),
            "subject": common_name(shown["subject"]),
            "issuer": common_name(shown["issuer"]),
            "names": names[:20],
            "until": shown["notAfter"],
        }

    def token(self):
        credential = self.event["credential"]
        if credential == "token":
            self.secret = token(self.event["host"], self.event["port"], self.event["region"], self.user)
            return {"kind": "token"}
        if "password" in credential:
            self.secret = credential["password"]
            return {"kind": "password"}
        user, self.secret = user_and_password(credential["secret"])
        self.user = self.user or user
        wanted = self.event.get("errand", {}).get("password")
        if wanted:
            owner, self.new_password = user_and_password(wanted["secret"])
            if owner != wanted["user"]:
                raise Failure("secret-user", f"its user is {owner}")
        return {"kind": "secret"}

    def login(self):
        is_token = self.event["credential"] == "token"
        database = self.event.get("database", "")
        version = self.engine.log_in(self.wire, self.user, self.secret, database, is_token)
        return {"user": self.user, "server": version}

    def query(self):
        answer = self.engine.ask(self.wire, "SELECT 1")
        if answer != "1":
            raise Failure("driver", f"SELECT 1 answered {answer}")
        self.connection_id = self.engine.ask(self.wire, self.engine.OWN_ID)
        return {"connection_id": self.connection_id}

    def carry_out(self, errand):
        """Runs the statements until one fails, then asks the queries all the same."""
        deadline = time.monotonic() + ERRAND
        ran, answers = [], []
        for statement in errand["run"]:
            error = self.tried(deadline, self.with_password(statement))[1]
            ran.append({"error": error})
            if error is not None:
                break
        for query in errand["ask"]:
            value, error = self.tried(deadline, query)
            answers.append({"value": value, "error": error})
        return {"ran": ran, "answers": answers}

    def tried(self, deadline, text):
        """The first value, or what went wrong in words that hold nothing of what was sent."""
        left = deadline - time.monotonic()
        try:
            return self.within(left, lambda: self.engine.ask(self.wire, text)), None
        except Failure as failure:
            if failure.code == "1064":
                # MySQL quotes a piece of a statement that it cannot parse.
                return None, "1064: the statement is not understood"
            words = f"{failure.code}: {failure.message}" if failure.message else failure.kind
            return None, self.without_secret(words)[:2000]

    def with_password(self, statement):
        wanted = self.event["errand"].get("password")
        if not wanted:
            return statement
        return statement.replace(self.engine.text(wanted["place"]), self.engine.text(self.new_password))

    def without_secret(self, text):
        """No server is known to repeat what it was sent; none is trusted not to."""
        for secret in (self.secret, self.new_password):
            text = text.replace(secret, "(hidden)") if secret else text
        return text

    def close(self):
        if self.wire:
            self.wire.socket.close()


class Wire:
    """Bytes to and from the server, until a deadline and up to a total."""

    def __init__(self, connected):
        self.socket, self.deadline, self.total = connected, 0.0, 0

    def secure(self, trust, host):
        self.wait()
        self.socket = trust.wrap_socket(self.socket, server_hostname=host)

    def wait(self):
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self.socket.settimeout(left)

    def send(self, data):
        self.wait()
        self.socket.sendall(data)

    def read(self, count):
        if count > MESSAGE or self.total + count > TOTAL:
            raise Failure("other-protocol", f"it announces {count} bytes")
        data = b""
        while len(data) < count:
            self.wait()
            piece = self.socket.recv(count - len(data))
            if not piece:
                raise Failure("io", "the server closed the connection", "closed")
            data += piece
        self.total += count
        return data


class MySql:
    """MySQL's protocol, as far as a login and one row.
    https://dev.mysql.com/doc/dev/mysql-server/latest/PAGE_PROTOCOL.html"""

    OWN_ID = "SELECT CONNECTION_ID()"
    LONG_PASSWORD, WITH_DATABASE, PROTOCOL_41, TLS, SECURE, PLUGIN = 0x1, 0x8, 0x200, 0x800, 0x8000, 0x80000
    UTF8MB4 = 45

    def ask_for_tls(self, wire):
        self.sequence = 0
        greeting = self.read(wire, 4096)
        self.refused(greeting)
        if greeting[0] != 10:
            raise Failure("other-protocol", "its greeting is not MySQL's")
        version, _, rest = greeting[1:].partition(b"\0")
        self.version = version.decode("utf-8", "replace")
        low, _, _, high, length = struct.unpack_from("<HBHHB", rest, 13)
        if not low & self.TLS:
            raise Failure("no-tls")
        self.nonce = rest[4:12] + rest[31 : 31 + max(13, length - 8)].rstrip(b"\0")
        name = rest[31 + max(13, length - 8) :].partition(b"\0")[0]
        self.plugin = name.decode() if high << 16 & self.PLUGIN else "mysql_native_password"
        self.capabilities = self.LONG_PASSWORD | self.PROTOCOL_41 | self.TLS | self.SECURE | self.PLUGIN
        self.write(wire, self.head())

    def head(self):
        return struct.pack("<IIB23x", self.capabilities, MESSAGE, self.UTF8MB4)

    def log_in(self, wire, user, secret, database, is_token):
        # The same four bytes of capabilities stand in both halves of the answer to the greeting.
        if database:
            self.capabilities |= self.WITH_DATABASE
        proof = self.proof(secret)
        body = user.encode() + b"\0" + bytes([len(proof)]) + proof
        if database:
            body += database.encode() + b"\0"
        self.write(wire, self.head() + body + self.plugin.encode() + b"\0")
        while True:
            answer = self.read(wire)
            self.refused(answer)
            if answer[0] == 0:
                return self.version
            if answer[0] == 0xFE:
                name, _, nonce = answer[1:].partition(b"\0")
                self.plugin, self.nonce = name.decode(), nonce.rstrip(b"\0")
                if self.plugin == "mysql_clear_password":
                    # A password never needs this; inside verified TLS a token does.
                    if not is_token:
                        raise Failure("driver", "the server asks for the password in clear text")
                    self.write(wire, secret.encode() + b"\0")
                else:
                    self.write(wire, self.proof(secret))
            elif answer[:2] == b"\x01\x04":
                # caching_sha2_password, not in the server's cache: in full, inside TLS.
                self.write(wire, secret.encode() + b"\0")
            elif answer[0] != 1:
                raise Failure("other-protocol", "its answer to the login is not MySQL's")

    def proof(self, secret):
        password = secret.encode()
        if self.plugin == "mysql_native_password":
            once = hashlib.sha1(password).digest()
            twice = hashlib.sha1(once).digest()
            return mixed(once, hashlib.sha1(self.nonce + twice).digest())
        if self.plugin == "caching_sha2_password":
            once = hashlib.sha256(password).digest()
            twice = hashlib.sha256(once).digest()
            return mixed(once, hashlib.sha256(twice + self.nonce).digest())
        if self.plugin == "mysql_clear_password":
            return b""
        raise Failure("driver", f"the server asks for the login method {self.plugin}")

    def ask(self, wire, query):
        """The first value of the first row; None where there is no row."""
        self.sequence = 0
        self.write(wire, b"\x03" + query.encode())
        head = self.read(wire)
        self.refused(head)
        if head[0] == 0:
            return None
        for _ in range(head[0] + 1):
            self.read(wire)
        value, seen = None, False
        while True:
            row = self.read(wire)
            self.refused(row)
            if row[0] == 0xFE and len(row) < 9:
                return value
            if not seen:
                value, seen = first_value(row), True

    @staticmethod
    def text(value):
        """A text constant; a backslash escapes."""
        return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'"

    def refused(self, packet):
        if packet[:1] == b"\xff":
            (code,) = struct.unpack_from("<H", packet, 1)
            words = packet[9:] if packet[3:4] == b"#" else packet[3:]
            raise Failure("server", words.decode("utf-8", "replace"), code)

    def read(self, wire, most=MESSAGE):
        head = wire.read(4)
        length = int.from_bytes(head[:3], "little")
        if length > most:
            raise Failure("other-protocol", f"it announces {length} bytes")
        self.sequence = (head[3] + 1) & 0xFF
        return wire.read(length)

    def write(self, wire, body):
        wire.send(len(body).to_bytes(3, "little") + bytes([self.sequence]) + body)
        self.sequence = (self.sequence + 1) & 0xFF


def first_value(row):
    """The first of a row's values, each with its length before it."""
    if row[0] == 0xFB:
        return None
    begin, length = 1, row[0]
    if row[0] == 0xFC:
        begin, (length,) = 3, struct.unpack_from("<H", row, 1)
    elif row[0] > 0xFC:
        raise Failure("other-protocol", "a value is too long")
    return row[begin : begin + length].decode()


class PostgreSql:
    """PostgreSQL's protocol, as far as a login and one row.
    https://www.postgresql.org/docs/current/protocol.html"""

    OWN_ID = "SELECT pg_backend_pid()"
    SSL_REQUEST, PROTOCOL_3 = 80877103, 196608

    def ask_for_tls(self, wire):
        wire.send(struct.pack("!II", 8, self.SSL_REQUEST))
        answer = wire.read(1)
        if answer == b"N":
            raise Failure("no-tls")
        if answer != b"S":
            raise Failure("other-protocol", f"it answered byte {answer[0]:#04x}")

    def log_in(self, wire, user, secret, database, _is_token):
        settings = {"user": user, "database": database, "application_name": "rds-proxy-wizard"}
        body = b"".join(f"{key}\0{value}\0".encode() for key, value in settings.items() if value)
        wire.send(struct.pack("!II", len(body) + 9, self.PROTOCOL_3) + body + b"\0")
        version, scram = "unknown", None
        while True:
            kind, message = self.read(wire)
            if kind == b"Z":
                return version
            if kind == b"S" and message.startswith(b"server_version\0"):
                version = message.split(b"\0")[1].decode("utf-8", "replace")
            if kind != b"R":
                continue
            (method,) = struct.unpack_from("!I", message)
            if method == 3:
                self.write(wire, secret.encode() + b"\0")
            elif method == 5:
                inner = hashlib.md5(secret.encode() + user.encode()).hexdigest().encode()
                self.write(wire, b"md5" + hashlib.md5(inner + message[4:8]).hexdigest().encode() + b"\0")
            elif method == 10:
                if b"SCRAM-SHA-256" not in message[4:].split(b"\0"):
                    raise Failure("driver", "the server asks for a login method that is not known here")
                scram = Scram(secret)
                first = scram.first()
                self.write(wire, b"SCRAM-SHA-256\0" + struct.pack("!I", len(first)) + first)
            elif method == 11 and scram:
                self.write(wire, scram.final(message[4:]))
            elif method == 12 and scram:
                scram.check(message[4:])
            elif method != 0:
                raise Failure("driver", f"the server asks for login method {method}")

    def ask(self, wire, query):
        """The first value of the first row; None where there is no row."""
        query = query.encode()
        wire.send(b"Q" + struct.pack("!I", len(query) + 5) + query + b"\0")
        value, seen, failure = None, False, None
        while True:
            try:
                kind, message = self.read(wire)
            except Failure as refused:
                if refused.kind != "server":
                    raise
                # The server is ready again only after its next message.
                failure = refused
                continue
            if kind == b"D" and not seen:
                seen = True
                (length,) = struct.unpack_from("!i", message, 2)
                value = None if length < 0 else message[6 : 6 + length].decode()
            if kind == b"Z":
                if failure:
                    raise failure
                return value

    @staticmethod
    def text(value):
        """A text constant."""
        return "'" + value.replace("'", "''") + "'"

    def read(self, wire):
        kind, length = wire.read(1), struct.unpack("!I", wire.read(4))[0]
        message = wire.read(max(0, length - 4))
        if kind == b"E":
            fields = {part[:1]: part[1:].decode("utf-8", "replace") for part in message.split(b"\0") if part}
            raise Failure("server", fields.get(b"M", ""), fields.get(b"C", ""))
        return kind, message

    def write(self, wire, body):
        wire.send(b"p" + struct.pack("!I", len(body) + 4) + body)


class Scram:
    """SCRAM-SHA-256, https://www.rfc-editor.org/rfc/rfc7677"""

    def __init__(self, secret):
        self.password = unicodedata.normalize("NFKC", secret).encode()
        self.own = "n=,r=" + secrets.token_urlsafe(18)

    def first(self):
        return ("n,," + self.own).encode()

    def final(self, challenge):
        given = dict(part.split("=", 1) for part in challenge.decode().split(","))
        rounds = int(given["i"])
        if not given["r"].startswith(self.own[5:]) or not 0 < rounds <= 1_000_000:
            raise Failure("other-protocol", "its challenge does not answer the login")
        salted = hashlib.pbkdf2_hmac("sha256", self.password, base64.b64decode(given["s"]), rounds)
        key = sha256_hmac(salted, b"Client Key")
        bare = "c=biws,r=" + given["r"]
        signed = ",".join((self.own, challenge.decode(), bare)).encode()
        proof = mixed(key, sha256_hmac(hashlib.sha256(key).digest(), signed))
        self.expected = sha256_hmac(sha256_hmac(salted, b"Server Key"), signed)
        return (bare + ",p=" + base64.b64encode(proof).decode()).encode()

    def check(self, answer):
        if answer != b"v=" + base64.b64encode(self.expected):
            raise Failure("other-protocol", "the server does not know this password")


def token(host, port, region, user):
    """A login token: a presigned request that is never sent. Valid for 15 minutes.
    https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html"""
    endpoint = f"{host}:{port}"
    now = signing_time()
    scope = f"{now[:8]}/{region}/rds-db/aws4_request"
    query = {
        "Action": "connect",
        "DBUser": user,
        "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
        "X-Amz-Credential": own("AWS_ACCESS_KEY_ID") + "/" + scope,
        "X-Amz-Date": now,
        "X-Amz-Expires": "900",
        "X-Amz-SignedHeaders": "host",
    }
    if os.environ.get("AWS_SESSION_TOKEN"):
        query["X-Amz-Security-Token"] = os.environ["AWS_SESSION_TOKEN"]
    pairs = "&".join(f"{key}={urllib.parse.quote(value, safe='-_.~')}" for key, value in sorted(query.items()))
    request = f"GET\n/\n{pairs}\nhost:{endpoint}\n\nhost\n{hashlib.sha256(b'').hexdigest()}"
    return f"{endpoint}/?{pairs}&X-Amz-Signature={signature(request, now, scope)}"


def read_secret(arn):
    """The secret's text, by one signed call.
    https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html"""
    partition, region = arn.split(":")[1], arn.split(":")[3]
    suffix = "amazonaws.com.cn" if partition == "aws-cn" else "amazonaws.com"
    default = f"https://secretsmanager.{region}.{suffix}"
    url = urllib.parse.urlsplit(os.environ.get("AWS_ENDPOINT_URL", default))
    body = json.dumps({"SecretId": arn}).encode()
    now = signing_time()
    scope = f"{now[:8]}/{region}/secretsmanager/aws4_request"
    headers = {
        "content-type": "application/x-amz-json-1.1",
        "host": url.netloc,
        "x-amz-date": now,
        "x-amz-target": "secretsmanager.GetSecretValue",
    }
    if os.environ.get("AWS_SESSION_TOKEN"):
        headers["x-amz-security-token"] = os.environ["AWS_SESSION_TOKEN"]
    names = ";".join(sorted(headers))
    lines = "".join(f"{name}:{headers[name]}\n" for name in sorted(headers))
    request = f"POST\n/\n\n{lines}\n{names}\n{hashlib.sha256(body).hexdigest()}"
    credential = own("AWS_ACCESS_KEY_ID") + "/" + scope
    headers["authorization"] = (
        f"AWS4-HMAC-SHA256 Credential={credential}, SignedHeaders={names}, "
        f"Signature={signature(request, now, scope)}"
    )
    call = urllib.request.Request(f"{url.scheme}://{url.netloc}/", body, headers)
    try:
        with urllib.request.urlopen(call, timeout=LIMITS["token"]) as answer:
            return json.loads(answer.read(MESSAGE))["SecretString"]
    except urllib.error.HTTPError as error:
        refusal = json.loads(error.read(MESSAGE) or b"{}")
        code = str(refusal.get("__type", error.code)).rpartition("#")[2]
        raise Failure("secret", refusal.get("message") or refusal.get("Message") or error.reason, code) from None
    except (urllib.error.URLError, TimeoutError) as error:
        # In a private subnet without an endpoint or NAT this is what "hangs".
        raise Failure("secret", getattr(error, "reason", error), "no-route") from None


def user_and_password(arn):
    """What a secret of a database user holds."""
    text = read_secret(arn)
    try:
        value = json.loads(text)
        return value["username"], value["password"]
    except (KeyError, TypeError, ValueError):
        # The error's own words may quote the text.
        raise Failure("secret-shape") from None


def signing_time():
    return datetime.datetime.now(datetime.timezone.utc).strftime("%Y%m%dT%H%M%SZ")


def own(name):
    """A credential of the function's role; Lambda puts it into the environment."""
    value = os.environ.get(name)
    if not value:
        raise Failure("credentials", f"{name} is not set")
    return value


def signature(request, now, scope):
    """SigV4, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html"""
    key = ("AWS4" + own("AWS_SECRET_ACCESS_KEY")).encode()
    for part in scope.split("/"):
        key = sha256_hmac(key, part.encode())
    text = f"AWS4-HMAC-SHA256\n{now}\n{scope}\n{hashlib.sha256(request.encode()).hexdigest()}"
    return sha256_hmac(key, text.encode()).hex()


def sha256_hmac(key, message):
    return hmac.new(key, message, hashlib.sha256).digest()


def mixed(one, other):
    return bytes(a ^ b for a, b in zip(one, other))


def common_name(name):
    return ", ".join(f"{key}={value}" for part in name for key, value in part)
