#Requires -Version 7.5
# Takes back what setup.ps1 or setup.sh made or changed for the RDS Proxy {{ name }}, the last thing first,
# as noted in {{ name }}.made beside it, and what else bears this setup's tags: the wizard itself may have
# made it. What was there before stays. It may be run again after a failure.
#
#   pwsh -NoProfile -File undo.ps1
#
# The twin of cli/undo.sh. It is checked by PowerShell's grammar and by the AWS CLI's own parser, and has not
# been run.

$FUNCTION = {{ function.name | ps }}
{% include "aws.ps1" %}

# Whether tags say that a thing is this setup's own.
function Test-Owned($Tags) {
    $made = @($Tags | Where-Object { $_.Key -ceq 'made-by' -and $_.Value -ceq 'rds-proxy-wizard' })
    $ours = @($Tags | Where-Object { $_.Key -ceq 'rds-proxy-wizard:setup' -and $_.Value -ceq {{ label | ps }} })
    $made.Count -gt 0 -and $ours.Count -gt 0
}

# In the order in which setup.ps1 makes and notes it.
function Get-Tagged {
{% if secret and secret.owned %}
    $secret = Find-Aws secretsmanager describe-secret --secret-id {{ secret.name | ps }}
    if ($secret -and -not $secret.DeletedDate -and (Test-Owned $secret.Tags)) { "secret $($secret.ARN)" }
{% endif %}
{% if role.owned %}
    $role = Find-Aws iam get-role --role-name {{ role.name | ps }}
    if (Test-Owned $role.Role.Tags) { "role $($role.Role.RoleName) " + {{ role.policy_name | ps }} }
{% endif %}
    $answer = Find-Aws ec2 describe-security-groups --filters {{ ("Name=vpc-id,Values=" ~ vpcs) | ps }}
    $groups = @($answer.SecurityGroups | Where-Object { Test-Owned $_.Tags } | ForEach-Object { $_.GroupId })
    $groups | ForEach-Object { "security-group $_" }
{% for group in used_groups %}
    $said = @({{ rule_descriptions | ps }} | ConvertFrom-Json)
    $answer = Find-Aws ec2 describe-security-group-rules --filters {{ ("Name=group-id,Values=" ~ group.id) | ps }}
    foreach ($rule in $answer.SecurityGroupRules) {
        $why = if ($rule.ReferencedGroupInfo.Description) { $rule.ReferencedGroupInfo.Description } else { $rule.Description }
        $direction = if ($rule.IsEgress) { 'egress' } else { 'ingress' }
        if ($groups -ccontains $rule.ReferencedGroupInfo.GroupId -and $said -ccontains $why) {
            "rule $($rule.GroupId) $direction $($rule.SecurityGroupRuleId)"
        }
    }
{% endfor %}
{% if endpoint %}
    $answer = Find-Aws ec2 describe-vpc-endpoints --filters {{ ("Name=vpc-id,Values=" ~ endpoint.vpc) | ps }}
    foreach ($endpoint in $answer.VpcEndpoints) {
        if ($endpoint.State -inotlike 'delet*' -and (Test-Owned $endpoint.Tags)) { "vpc-endpoint $($endpoint.VpcEndpointId)" }
    }
{% endif %}
{% if not proxy.used %}
    $arn = Find-Aws rds describe-db-proxies --db-proxy-name {{ name | ps }} --query 'DBProxies[0].DBProxyArn'
    if ($arn) {
        $answer = Find-Aws rds list-tags-for-resource --resource-name $arn
        if (Test-Owned $answer.TagList) { 'proxy ' + {{ name | ps }} }
    }
{% endif %}
{% for further in proxy.endpoints if further.owned %}
    $arn = Find-Aws rds describe-db-proxy-endpoints --db-proxy-endpoint-name {{ further.name | ps }} --query 'DBProxyEndpoints[0].DBProxyEndpointArn'
    if ($arn) {
        $answer = Find-Aws rds list-tags-for-resource --resource-name $arn
        if (Test-Owned $answer.TagList) { 'proxy-endpoint ' + {{ further.name | ps }} }
    }
{% endfor %}
{% for function in functions if function.vpc %}
{% if function.is_more %}
    $FUNCTION = {{ function.name | ps }}
{% endif %}
    $configuration = Find-Aws lambda get-function-configuration --function-name $FUNCTION
    if (@($configuration.VpcConfig.SecurityGroupIds | Where-Object { $groups -ccontains $_ }).Count -gt 0) { "vpc $FUNCTION" }
{% endfor %}
}

# Restore-Variable NAME JSON: null removes it.
function Restore-Variable([string] $Name, [string] $Json) {
    $variables = Get-Variables
    $value = $Json | ConvertFrom-Json -DateKind String
    if ($null -eq $value) { $variables.Remove($Name) } else { $variables[$Name] = $value }
    Send-Variables $variables
}

# Lambda and RDS take up to 40 minutes to let go of a group.
function Remove-Group([string] $Group) {
    $since = [Diagnostics.Stopwatch]::StartNew()
    while ($true) {
        try {
            $null = Find-Aws ec2 delete-security-group --group-id $Group
            return
        } catch {
            if ($_.Exception.Message -cnotmatch 'DependencyViolation') { throw }
        }
        if ($since.Elapsed.TotalSeconds -ge 3600) { throw "the group $Group is still in use" }
        Start-Sleep -Seconds $poll
    }
}

function Remove-Proxy([string] $Name) {
    $null = Find-Aws rds delete-db-proxy --db-proxy-name $Name
    $since = [Diagnostics.Stopwatch]::StartNew()
    while ($true) {
        $status = Invoke-Aws rds describe-db-proxies --query "DBProxies[?DBProxyName=='$Name'].Status | [0]"
        if (-not $status) { return }
        if ($since.Elapsed.TotalSeconds -ge 3600) { throw "the proxy $Name is still there: $status" }
        Start-Sleep -Seconds $poll
    }
}

{% if proxy.endpoints %}
function Remove-ProxyEndpoint([string] $Name) {
    $null = Find-Aws rds delete-db-proxy-endpoint --db-proxy-endpoint-name $Name
    $since = [Diagnostics.Stopwatch]::StartNew()
    while ($true) {
        $status = Invoke-Aws rds describe-db-proxy-endpoints --query "DBProxyEndpoints[?DBProxyEndpointName=='$Name'].Status | [0]"
        if (-not $status) { return }
        if ($since.Elapsed.TotalSeconds -ge 3600) { throw "the endpoint $Name is still there: $status" }
        Start-Sleep -Seconds $poll
    }
}

{% endif %}
$noted = @(if (Test-Path -LiteralPath $notes) { Get-Content -LiteralPath $notes })
$list = @(Get-Tagged | Where-Object { $noted -cnotcontains $_ }) + $noted
if ($list.Count -eq 0) { throw 'nothing to undo: nothing is noted here, and nothing bears the tags of this setup' }

[array]::Reverse($list)
foreach ($line in $list) {
    $kind, $one, $rest = $line -split ' ', 3
    $two, $three = "$rest" -split ' ', 2
    Write-Host "$kind $one"
    switch -CaseSensitive ($kind) {
        'alias' {
            Write-Host '  the version it points at now stays, like any version'
            $null = Invoke-Aws lambda update-alias --function-name $one --name $two --function-version $three
        }
        'variable' { Restore-Variable $one $rest }
{% if more %}
        'variable-of' {
            $first, $FUNCTION = $FUNCTION, $one
            Restore-Variable $two $three
            $FUNCTION = $first
        }
{% endif %}
        'vpc' {
            $null = Invoke-Aws lambda update-function-configuration --function-name $one `
                --vpc-config '{"SubnetIds":[],"SecurityGroupIds":[]}'
            $null = Invoke-Aws lambda wait function-updated-v2 --function-name $one
        }
        'attached-policy' { $null = Find-Aws iam detach-role-policy --role-name $one --policy-arn $two }
        'iam-authentication' {
            $null = Invoke-Aws rds "modify-db-$one" "--db-$one-identifier" $two `
                --no-enable-iam-database-authentication --apply-immediately
        }
{% if proxy.login %}
        'login' {
            # Every other login goes back as it is read.
            $answer = Invoke-Aws rds describe-db-proxies --db-proxy-name $one --query 'DBProxies[0].Auth'
            $left = @($answer | Where-Object { $_ -and $_.SecretArn -cne $two })
            $null = Invoke-Aws rds modify-db-proxy --db-proxy-name $one --auth (ConvertTo-Json -Compress -Depth 4 -InputObject $left)
        }
{% endif %}
        'role-policy' { $null = Find-Aws iam delete-role-policy --role-name $one --policy-name $two }
        'target' {
            $null = Find-Aws rds deregister-db-proxy-targets --db-proxy-name {{ name | ps }} --target-group-name default `
                "--db-$one-identifiers" $two
        }
        'proxy' { Remove-Proxy $one }
{% if proxy.endpoints %}
        'proxy-endpoint' { Remove-ProxyEndpoint $one }
{% endif %}
        'vpc-endpoint' { $null = Find-Aws ec2 delete-vpc-endpoints --vpc-endpoint-ids $one }
        'rule' { $null = Find-Aws ec2 "revoke-security-group-$two" --group-id $one --security-group-rule-ids $three }
        'security-group' { Remove-Group $one }
        'role' {
            $null = Find-Aws iam delete-role-policy --role-name $one --policy-name $two
            $null = Find-Aws iam delete-role --role-name $one
        }
        'secret' {
            Write-Host '  it can be restored for {{ recovery_days }} days, and keeps its name until then'
            $null = Find-Aws secretsmanager delete-secret --secret-id $one --recovery-window-in-days {{ recovery_days }}
        }
        default { throw "a line of the notes is not setup.ps1's: $kind" }
    }
}

if (Test-Path -LiteralPath $notes) {
    Move-Item -LiteralPath $notes -Destination (Join-Path $PSScriptRoot {{ (name ~ ".undone") | ps }}) -Force
}
Write-Host 'undone'
