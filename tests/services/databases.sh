#!/usr/bin/env bash
# Real databases to log in to: MariaDB and PostgreSQL over TLS, which check an IAM token's
# signature (pam_rds_token.py), and for each a twin without TLS, which only records whether a
# credential was ever sent to it.
#
#   bash tests/services/databases.sh start   # needs root, and the packages below; see tests/all.sh
#   . <(bash tests/services/databases.sh env)
#   bash tests/services/databases.sh stop       # also: status (exit code), packages (for Debian)
#
# Root is needed because PAM reads its services from /etc/pam.d. The servers themselves run as
# nobody, on 127.0.0.1, with their data under $DATA. Ports: RPW_MYSQL_PORT and the next one for
# the twin (13306, 13307), RPW_POSTGRES_PORT likewise (15432, 15433).
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
PACKAGES="mariadb-server-core mariadb-client-core libpam-python postgresql postgresql-client openssl"

case ${1:-} in
start | stop | status | env | prepare) . "$here/service.sh" ;;
packages) echo "$PACKAGES" && exit ;;
*) echo "usage: $0 start|stop|status|env|packages" >&2 && exit 2 ;;
esac

DATA=${RPW_TEST_DATA:-/var/lib/rds-proxy-wizard-tests}
mysql_port=${RPW_MYSQL_PORT:-13306}
postgres_port=${RPW_POSTGRES_PORT:-15432}
proxy=orders.proxy-abc123.eu-west-1.rds.amazonaws.com
# Made up; they sign tokens and open nothing.
access_key=AKIAIOSFODNN7EXAMPLE
secret_key=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
session_token="FwoGZXIvYXdzEXAMPLE+/==$(printf 'x%.0s' {1..1200})"
password=correct-horse-battery-staple

services="mysql mysql-plain postgres postgres-plain"

halt_all() {
    local name
    # PostgreSQL takes INT as: now, without waiting for clients.
    for name in $services; do halt "$name" "$([ "${name#postgres}" = "$name" ] && echo TERM || echo INT)"; done
}

as_nobody() { setpriv --reuid=nobody --regid=nogroup --clear-groups -- "$@"; }

certificates() {
    cd "$DATA/tls"
    local name
    for name in ca other-ca; do
        openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 \
            -subj "/CN=rds-proxy-wizard tests $name" -keyout "$name.key" -out "$name.pem"
    done
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=$proxy" \
        -keyout server.key -out server.csr
    openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 3650 \
        -extfile <(echo "subjectAltName=DNS:localhost,DNS:$proxy") -out server.pem
    rm ca.key other-ca.key server.csr
    chown nobody server.key
    chmod 600 server.key
}

# The PAM plugin is not in the core package; taken from the full one without installing it, since
# that would start a server.
pam_plugin() {
    cd "$DATA/plugin"
    apt-get download mariadb-server || { apt-get update && apt-get download mariadb-server; }
    dpkg -x mariadb-server_*.deb .
    rm mariadb-server_*.deb
}

pam_services() {
    local module name
    module=$(dpkg -L libpam-python | grep '/pam_python\.so$')
    cp "$here/pam_rds_token.py" "$DATA/pam/"
    cat >"$DATA/pam/settings.json" <<END
{
  "access_key": "$access_key", "secret_key": "$secret_key", "session_token": "$session_token",
  "region": "eu-west-1",
  "endpoints": {
    "mysql": ["$proxy:3306", "$proxy:$mysql_port", "localhost:$mysql_port"],
    "postgresql": ["$proxy:5432", "localhost:$postgres_port"]
  }
}
END
    for name in mysql postgresql; do
        for mode in check spill; do
            printf '%s required %s %s %s %s\n' auth "$module" "$DATA/pam/pam_rds_token.py" "$mode" "$name" \
                account "$module" "$DATA/pam/pam_rds_token.py" "$mode" "$name" \
                >"/etc/pam.d/rds-proxy-wizard-$name-$mode"
        done
    done
}

mysql_config() { # NAME PORT, then settings of its own
    local name=$1 port=$2
    shift 2
    printf '%s\n' "[mariadbd]" "user=nobody" "datadir=$DATA/$name" "port=$port" \
        "socket=$DATA/$name/socket" "pid-file=$DATA/$name/pid" "bind-address=127.0.0.1" \
        "plugin-dir=$DATA/plugin/usr/lib/mysql/plugin" "plugin-load-add=auth_pam.so" \
        "pam_use_cleartext_plugin=ON" "innodb-buffer-pool-size=32M" "innodb-log-file-size=16M" \
        "skip-name-resolve" "$@" >"$DATA/$name.cnf"
}

mysql_data() { # NAME MODE TLS: users; TLS is `require ssl` or nothing
    local name=$1 mode=$2 tls=$3
    mariadb-install-db --no-defaults --user=nobody --datadir="$DATA/$name" \
        --auth-root-authentication-method=normal --skip-test-db
    as_nobody mariadbd --defaults-file="$DATA/$name.cnf" --bootstrap <<END
use mysql;
flush privileges;
create database orders;
create user app_user@'%' identified via pam using 'rds-proxy-wizard-mysql-$mode' $tls;
create user pass_user@'%' identified by '$password' $tls;
create user admin_user@'%' identified by '$password' $tls;
grant all on orders.* to app_user@'%', pass_user@'%';
grant all on *.* to admin_user@'%' with grant option;
create database locked;
END
}

postgres_bin() { find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin | sort -V | tail -n 1; }

postgres_data() { # NAME PORT MODE HBA-TYPE, then settings of its own
    local name=$1 port=$2 mode=$3 type=$4 dir=$DATA/$1
    shift 4
    as_nobody "$(postgres_bin)/initdb" --pgdata="$dir" --username=postgres --auth=trust --encoding=UTF8 --locale=C
    printf '%s\n' "port = $port" "listen_addresses = '127.0.0.1'" "unix_socket_directories = '$dir'" \
        "fsync = off" "$@" >>"$dir/postgresql.conf"
    printf '%s\n' "local all all trust" \
        "$type all app_user 127.0.0.1/32 pam pamservice=rds-proxy-wizard-postgresql-$mode" \
        "$type all pass_user,admin_user 127.0.0.1/32 scram-sha-256" >"$dir/pg_hba.conf"
    local sql
    for sql in "create database orders" "create role app_user login" \
        "create role pass_user login password '$password'" \
        "create role admin_user superuser login password '$password'"; do
        echo "$sql;" | as_nobody "$(postgres_bin)/postgres" --single -D "$dir" postgres
    done
}

# Everything that outlives a stop; made anew when a script here changed.
prepare() {
    local stamp
    stamp=$(cat "$here/databases.sh" "$here/pam_rds_token.py" | sha256sum)-$mysql_port-$postgres_port
    [ "$(cat "$DATA/stamp" 2>/dev/null)" = "$stamp" ] && return
    say "making the databases in $DATA"
    halt_all
    rm -rf "$DATA"
    mkdir -p "$DATA"/{tls,plugin,pam/log,mysql,mysql-plain,postgres,postgres-plain}
    chown nobody "$DATA"/{pam/log,mysql,mysql-plain,postgres,postgres-plain}
    (certificates)
    (pam_plugin)
    pam_services
    mysql_config mysql "$mysql_port" "ssl-ca=$DATA/tls/ca.pem" "ssl-cert=$DATA/tls/server.pem" \
        "ssl-key=$DATA/tls/server.key" "tls-version=TLSv1.2,TLSv1.3" "require-secure-transport=ON"
    mysql_config mysql-plain $((mysql_port + 1)) "skip-ssl"
    mysql_data mysql check "require ssl"
    mysql_data mysql-plain spill ""
    postgres_data postgres "$postgres_port" check hostssl "ssl = on" \
        "ssl_cert_file = '$DATA/tls/server.pem'" "ssl_key_file = '$DATA/tls/server.key'"
    postgres_data postgres-plain $((postgres_port + 1)) spill host
    echo "$stamp" >"$DATA/stamp"
}

listens() { (exec 3<>"/dev/tcp/127.0.0.1/$1"); }

# A twin that records nothing would make every test of it pass: give each a credential by hand.
twins_record() {
    : >"$DATA/pam/log/spills.log"
    mariadb --no-defaults --skip-ssl --enable-cleartext-plugin -h 127.0.0.1 -P $((mysql_port + 1)) \
        -u app_user -pspilt orders </dev/null && return 1
    PGPASSWORD=spilt psql "host=127.0.0.1 port=$((postgres_port + 1)) user=app_user dbname=orders sslmode=disable" \
        -c 'select 1' && return 1
    [ "$(sort "$DATA/pam/log/spills.log")" = $'mysql app_user 5\npostgresql app_user 5' ] || return 1
    : >"$DATA/pam/log/spills.log"
}

start() {
    # In a shell of its own, where the first error ends it.
    bash "${BASH_SOURCE[0]}" prepare >"$CACHE/log/databases-prepare.log" 2>&1 || {
        say "the databases could not be made; the end of $CACHE/log/databases-prepare.log:"
        tail -n 20 "$CACHE/log/databases-prepare.log" >&2
        return 1
    }
    local name port
    for name in $services; do
        is_running "$name" && continue
        case $name in
        mysql) port=$mysql_port ;;
        mysql-plain) port=$((mysql_port + 1)) ;;
        postgres) port=$postgres_port ;;
        postgres-plain) port=$((postgres_port + 1)) ;;
        esac
        case $name in
        mysql*) launch "$name" mariadbd --defaults-file="$DATA/$name.cnf" ;;
        postgres*)
            launch "$name" setpriv --reuid=nobody --regid=nogroup --clear-groups -- \
                "$(postgres_bin)/postgres" -D "$DATA/$name"
            ;;
        esac
        await "$name" listens "$port"
    done
    touch "$DATA/pam/log/logins.log" "$DATA/pam/log/spills.log"
    chown nobody "$DATA"/pam/log/*.log
    twins_record >"$CACHE/log/twins.log" 2>&1 || {
        say "the servers without TLS do not record what is sent to them; see $CACHE/log/twins.log"
        return 1
    }
}

case $1 in
prepare) prepare ;;
start)
    start
    cat >"$CACHE/env/databases.env" <<END
export RPW_TEST_MYSQL=localhost:$mysql_port
export RPW_TEST_MYSQL_PLAIN=localhost:$((mysql_port + 1))
export RPW_TEST_POSTGRES=localhost:$postgres_port
export RPW_TEST_POSTGRES_PLAIN=localhost:$((postgres_port + 1))
export RPW_TEST_PROXY_HOST=$proxy
export RPW_TEST_CA=$DATA/tls/ca.pem
export RPW_TEST_OTHER_CA=$DATA/tls/other-ca.pem
export RPW_TEST_ACCESS_KEY_ID=$access_key
export RPW_TEST_SECRET_ACCESS_KEY=$secret_key
export RPW_TEST_SESSION_TOKEN=$session_token
export RPW_TEST_PASSWORD=$password
export RPW_TEST_SPILLS=$DATA/pam/log/spills.log
END
    say "databases are up; their addresses: $CACHE/env/databases.env"
    ;;
stop)
    halt_all
    rm -f "$CACHE/env/databases.env"
    ;;
status) for name in $services; do is_running "$name"; done ;;
env) cat "$CACHE/env/databases.env" ;;
esac
