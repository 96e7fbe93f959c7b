#!/usr/bin/env bash
{% if in_stack and proxy.login %}
# Adds the login of {{ db_user }} to the RDS Proxy {{ name }}, which no stack can do for a proxy that it does not own: what has to change on things that
{% elif in_stack %}
# Turns on IAM authentication of the database {{ database.id }}, which the RDS Proxy {{ name }} needs: what has to change on things that
{% else %}
# Attaches the function {{ function.name }} to the RDS Proxy {{ name }}: what has to change on things that
{% endif %}
# are there already, which no stack of its own may own. To be run after the deployment, as often as one
# likes; `bash attach.sh undo` takes it back and comes before the stack is deleted.
#
# It takes from the environment what the deployment brought:{{ " nothing" if not needed else "" }}
{% for variable in needed %}
#   {{ variable.name }}  {{ variable.about }}
{% endfor %}
#
# Needs bash, the AWS CLI (2.31 or later) and jq, and credentials for account {{ account }}.
{% if proxy.login %}
# The RDS Proxy {{ name }} is used and not owned: infrastructure code cannot add a login to it, so this script
# does, and leaves every other login as it is.
#
{% endif %}
# What was before is noted in {{ name }}.attached.
#
# shellcheck disable=SC2016 # what stands in single quotes is meant as it is
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export AWS_REGION={{ region | sh }} AWS_DEFAULT_REGION={{ region | sh }} AWS_PAGER='' AWS_DEFAULT_OUTPUT=text
umask 077
poll=${POLL_SECONDS:-15}
{% if not in_stack %}
FUNCTION={{ function.name | sh }}
{% endif %}
{% if database.needs_iam_auth or (proxy.used and proxy.registers) %}
DATABASE={{ database.id | sh }}
{% endif %}
noted={{ name | sh }}.attached

say() { printf '%s\n' "$*" >&2; }
die() { say "$*" && exit 1; }
made() { printf '%s\n' "$*" >>"$noted"; }

{% include "look.sh" %}

{% include "patience.sh" %}

{% include "account.sh" %}

undo() {
    [ -s "$noted" ] || die "nothing to undo: $noted holds nothing"
    local kind one two three rest
    # The list is on descriptor 3: the commands below read their own input.
    while read -r kind one rest <&3; do
        read -r two three <<<"$rest"
        say "$kind $one"
        case $kind in
{% include "detach-cases.sh" %}
        *) die "$noted holds a line that is not attach.sh's: $kind" ;;
        esac
    done 3< <(sed '1!G;h;$!d' "$noted")
    rm "$noted"
    say 'detached'
}

{% include "detach.sh" %}

case ${1:-} in
undo) undo && exit ;;
'') ;;
*) die "usage: bash attach.sh [undo]" ;;
esac
{% for variable in needed %}
: "${ {{- variable.name -}} :?{{ variable.about }}; the deployment shows it}"
{% endfor %}

{% include "iam-authentication.sh" %}
{% include "login.sh" %}
{% if proxy.used %}
{% include "target.sh" %}
{% endif %}

{% for function in more %}
FUNCTION={{ function.name | sh }}
say {{ ("function " ~ function.name) | sh }}
{% include "function.sh" %}

{% endfor %}
{% if in_stack %}
say 'attached'
{% else %}
{% if more %}
FUNCTION={{ function.name | sh }}
{% endif %}
say {{ ("function " ~ function.name) | sh }}
{% include "function.sh" %}

say "attached: $FUNCTION"
{% endif %}
