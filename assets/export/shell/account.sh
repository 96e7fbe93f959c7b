for tool in aws jq; do command -v "$tool" >/dev/null || die "$tool is not installed"; done
account=$(aws sts get-caller-identity --query Account)
[ "$account" = {{ account }} ] || die "these credentials are for account $account, the setup is for {{ account }}"
