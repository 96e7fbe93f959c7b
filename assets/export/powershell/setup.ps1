#Requires -Version 7.5
# Sets up the RDS Proxy {{ name }}: {{ function.name }} → {{ name }} → {{ database.id }}, {{ auth_mode }}.
#
#   pwsh -NoProfile -File setup.ps1
#
# The twin of cli/setup.sh: the same calls of the AWS CLI in the same order. It is checked by PowerShell's
# grammar and by the AWS CLI's own parser, and has not been run.
#
# Needs PowerShell 7.5 or later, the AWS CLI (2.31 or later), and credentials for account {{ account }}.
# It may be run again: what is there already is left alone. Each thing it makes or changes is noted
# in {{ name }}.made, from which undo.ps1 takes it back; setup.sh writes the same lines, so that either
# undo reads what either has noted, when it lies beside it. No password is shown or kept anywhere.

{% include "aws.ps1" %}

# It may hold a variable of the function as it was: nobody else reads it.
function Add-Note {
    $options = [IO.FileStreamOptions]::new()
    $options.Mode = [IO.FileMode]::Append
    $options.Access = [IO.FileAccess]::Write
    if (-not $IsWindows) { $options.UnixCreateMode = [IO.UnixFileMode] 'UserRead, UserWrite' }
    $writer = [IO.StreamWriter]::new($notes, [Text.UTF8Encoding]::new($false), $options)
    try { $writer.Write("$args`n") } finally { $writer.Dispose() }
}
{% if secret and secret.owned %}

# The secret's text.
function Get-SecretText {
{% if secret.typed %}
    $password = Read-Host -MaskInput -Prompt {{ ("Password of " ~ db_user) | ps }}
{% else %}
    $password = Invoke-Aws secretsmanager get-random-password --password-length {{ password_length }} `
        --exclude-characters {{ not_in_passwords | ps }} --query RandomPassword
{% endif %}
    ConvertTo-Json -Compress -InputObject ([ordered]@{ username = {{ db_user | ps }}; password = $password })
}
{% endif %}

# Invoke-Patiently CALL: tries again for a while. IAM takes seconds to tell everyone of a new role.
function Invoke-Patiently([scriptblock] $Call) {
    $tries = 1
    while ($true) {
        try {
            return & $Call
        } catch {
            if ($tries -ge 8) { throw }
        }
        $tries++
        Start-Sleep -Seconds $poll
    }
}

# Wait-For WHAT STATE SINCE: one pause, an hour of them at most.
function Wait-For([string] $What, [string] $State, [Diagnostics.Stopwatch] $Since) {
    $seconds = [int] $Since.Elapsed.TotalSeconds
    if ($seconds -ge 3600) { throw "$What is still not ready after an hour: $State" }
    Write-Host "  ${What}: $State, $seconds s"
    Start-Sleep -Seconds $poll
}

$tags = {{ tags | ps }}
$DATABASE = {{ database.id | ps }}
$FUNCTION = {{ function.name | ps }}
{% if secret and secret.owned %}

Write-Host {{ ("secret " ~ secret.name) | ps }}
$deleted = Find-Aws secretsmanager describe-secret --secret-id {{ secret.name | ps }} --query DeletedDate
{% if secret.restore %}
if ($deleted) {
    $owner = Invoke-Aws secretsmanager describe-secret --secret-id {{ secret.name | ps }} --query "Tags[?Key=='rds-proxy-wizard:setup'].Value | [0]"
    if ($owner -cne {{ label | ps }}) { throw 'it is scheduled for deletion, and this setup did not make it' }
    $SECRET_ARN = Invoke-Aws secretsmanager restore-secret --secret-id {{ secret.name | ps }} --query ARN
    Add-Note secret $SECRET_ARN
    $null = Invoke-Aws secretsmanager tag-resource --secret-id $SECRET_ARN --tags $tags
    $null = Send-Aws (Get-SecretText) secretsmanager put-secret-value --secret-id $SECRET_ARN --secret-string
}
{% else %}
if ($deleted) {
    throw ('it is scheduled for deletion; to use it again: aws secretsmanager restore-secret --secret-id ' + {{ secret.name | ps }})
}
{% endif %}
$SECRET_ARN = Find-Aws secretsmanager describe-secret --secret-id {{ secret.name | ps }} --query ARN
if (-not $SECRET_ARN) {
    $SECRET_ARN = Send-Aws (Get-SecretText) secretsmanager create-secret --name {{ secret.name | ps }} `
        --description {{ secret.description | ps }} `
{% if secret.key %}
        --kms-key-id {{ secret.key | ps }} `
{% endif %}
        --tags $tags --query ARN --secret-string
    Add-Note secret $SECRET_ARN
}
{% elif secret %}

$SECRET_ARN = {{ secret.arn | ps }}
{% endif %}
{% if role.owned %}

Write-Host {{ ("role " ~ role.name) | ps }}
$there = Find-Aws iam get-role --role-name {{ role.name | ps }} --query Role.Arn
if (-not $there) {
    $null = Invoke-Aws iam create-role --role-name {{ role.name | ps }} --path {{ role.path | ps }} `
        --description {{ role.description | ps }} `
{% if role.boundary %}
        --permissions-boundary {{ role.boundary | ps }} `
{% endif %}
        --assume-role-policy-document {{ role.trust | ps_document }} `
        --tags $tags
    Add-Note role {{ role.name | ps }} {{ role.policy_name | ps }}
}
$null = Invoke-Aws iam put-role-policy --role-name {{ role.name | ps }} --policy-name {{ role.policy_name | ps }} `
    --policy-document {{ role.policy | ps_document }}
{% elif role.adds_policy %}

Write-Host {{ ("policy " ~ role.policy_name ~ " of the role " ~ role.name) | ps }}
$there = Find-Aws iam get-role-policy --role-name {{ role.name | ps }} --policy-name {{ role.policy_name | ps }} --query PolicyName
if (-not $there) { Add-Note role-policy {{ role.name | ps }} {{ role.policy_name | ps }} }
$null = Invoke-Aws iam put-role-policy --role-name {{ role.name | ps }} --policy-name {{ role.policy_name | ps }} `
    --policy-document {{ role.policy | ps_document }}
{% endif %}

# Get-SecurityGroup NAME DESCRIPTION{{ " VPC" if function_vpc else "" }}: finds or makes it, and gives its id.
function Get-SecurityGroup([string] $Name, [string] $Description{{ ", [string] $Vpc" if function_vpc else "" }}) {
    $group = Find-Aws ec2 describe-security-groups --query 'SecurityGroups[0].GroupId' `
        --filters {% if function_vpc %}"Name=vpc-id,Values=$Vpc"{% else %}{{ ("Name=vpc-id,Values=" ~ vpc) | ps }}{% endif %} "Name=group-name,Values=$Name"
    if ($group) { return $group }
    $group = Invoke-Aws ec2 create-security-group --group-name $Name --description $Description --vpc-id {% if function_vpc %}$Vpc{% else %}{{ vpc | ps }}{% endif %} `
        --tag-specifications ('[{"ResourceType":"security-group","Tags":' + $tags + '}]') --query GroupId
    Add-Note security-group $group
    # EC2 lets every new group send anywhere.
    $null = Invoke-Aws ec2 revoke-security-group-egress --group-id $group `
        --ip-permissions '[{"IpProtocol":"-1","IpRanges":[{"CidrIp":"0.0.0.0/0"}]}]'
    $group
}

# Grant-Port GROUP ingress|egress PORT PEER DESCRIPTION: TCP between two groups, unless a rule covers it.
function Grant-Port([string] $Group, [string] $Direction, [int] $Port, [string] $Peer, [string] $Description) {
    $answer = Invoke-Aws ec2 describe-security-group-rules --filters "Name=group-id,Values=$Group"
    $covering = @($answer.SecurityGroupRules | Where-Object {
        $_.IsEgress -eq ($Direction -ceq 'egress') -and
        ($_.IpProtocol -eq '-1' -or ($_.IpProtocol -eq 'tcp' -and $_.FromPort -le $Port -and $_.ToPort -ge $Port)) -and
        ($_.ReferencedGroupInfo.GroupId -ceq $Peer -or ($_.IsEgress -and $_.CidrIpv4 -eq '0.0.0.0/0'))
    })
    if ($covering.Count -gt 0) { return }
    $pair = @{ GroupId = $Peer; Description = $Description }
    $permissions = ConvertTo-Json -Compress -Depth 4 -InputObject @(
        @{ IpProtocol = 'tcp'; FromPort = $Port; ToPort = $Port; UserIdGroupPairs = @($pair) }
    )
    $rule = Invoke-Aws ec2 "authorize-security-group-$Direction" --group-id $Group `
        --query 'SecurityGroupRules[0].SecurityGroupRuleId' --ip-permissions $permissions
    Add-Note rule $Group $Direction $rule
}

Write-Host 'network'
{% for group in groups %}
{% if group.owned %}
${{ group.variable }} = Get-SecurityGroup {{ group.name | ps }} {{ group.description | ps }}{% if function_vpc %} {{ group.vpc | ps }}{% endif %}

{% else %}
${{ group.variable }} = {{ group.id | ps }}
{% endif %}
{% endfor %}
{% for rule in rules %}
Grant-Port ${{ rule.group }} {{ rule.direction }} {{ rule.port }} ${{ rule.peer }} {{ rule.description | ps }}
{% endfor %}
{% if endpoint %}

Write-Host 'endpoint of Secrets Manager'
$endpoint = Find-Aws ec2 describe-vpc-endpoints --query 'VpcEndpoints[0].VpcEndpointId' --filters `
    {{ ("Name=vpc-id,Values=" ~ endpoint.vpc) | ps }} {{ ("Name=service-name,Values=" ~ endpoint.service) | ps }} 'Name=vpc-endpoint-type,Values=Interface'
if (-not $endpoint) {
    $endpoint = Invoke-Aws ec2 create-vpc-endpoint --vpc-endpoint-type Interface --vpc-id {{ endpoint.vpc | ps }} `
        --service-name {{ endpoint.service | ps }} --subnet-ids {{ endpoint.subnets | map("ps") | join(" ") }} `
        --security-group-ids $ENDPOINT_SG --private-dns-enabled `
        --tag-specifications ('[{"ResourceType":"vpc-endpoint","Tags":' + $tags + '}]') --query VpcEndpoint.VpcEndpointId
    Add-Note vpc-endpoint $endpoint
}
$since = [Diagnostics.Stopwatch]::StartNew()
while ($true) {
    # Written in more than one way.
    $status = "$(Invoke-Aws ec2 describe-vpc-endpoints --vpc-endpoint-ids $endpoint --query 'VpcEndpoints[0].State')"
    if ($status -ieq 'available') { break }
    Wait-For "the endpoint $endpoint" $status $since
}
{% endif %}
{% if database.needs_iam_auth %}

Write-Host {{ ("IAM authentication of " ~ database.id) | ps }}
function Get-IamAuthentication {
{% if database.cluster %}
    Invoke-Aws rds describe-db-clusters --db-cluster-identifier $DATABASE --query 'DBClusters[0].IAMDatabaseAuthenticationEnabled'
{% else %}
    Invoke-Aws rds describe-db-instances --db-instance-identifier $DATABASE --query 'DBInstances[0].IAMDatabaseAuthenticationEnabled'
{% endif %}
}
if (-not (Get-IamAuthentication)) {
{% if database.cluster %}
    $null = Invoke-Aws rds modify-db-cluster --db-cluster-identifier $DATABASE `
        --enable-iam-database-authentication --apply-immediately
    Add-Note iam-authentication cluster $DATABASE
{% else %}
    $null = Invoke-Aws rds modify-db-instance --db-instance-identifier $DATABASE `
        --enable-iam-database-authentication --apply-immediately
    Add-Note iam-authentication instance $DATABASE
{% endif %}
    $since = [Diagnostics.Stopwatch]::StartNew()
    while (-not (Get-IamAuthentication)) { Wait-For "IAM authentication of $DATABASE" 'off' $since }
}
{% endif %}
{% if proxy.used %}
{% if proxy.login %}

# RDS replaces the whole list of logins: it is read just before, and goes back with one more.
Write-Host {{ ("login of " ~ db_user ~ " on the proxy " ~ name) | ps }}
$login = {{ proxy.login | ps }} | ConvertFrom-Json
function Wait-Proxy {
    $since = [Diagnostics.Stopwatch]::StartNew()
    while ($true) {
        $status = Invoke-Aws rds describe-db-proxies --db-proxy-name {{ name | ps }} --query 'DBProxies[0].Status'
        if ($status -ceq 'available') { return }
        if ('modifying', 'reactivating' -cnotcontains $status) { throw "the proxy is $status" }
        Wait-For 'the proxy' $status $since
    }
}
Wait-Proxy
$logins = @(Invoke-Aws rds describe-db-proxies --db-proxy-name {{ name | ps }} --query 'DBProxies[0].Auth' | Where-Object { $_ })
if (@($logins | Where-Object { $_.SecretArn -ceq $login.SecretArn }).Count -eq 0) {
    $all = ConvertTo-Json -Compress -Depth 4 -InputObject @($logins + $login)
    $null = Invoke-Aws rds modify-db-proxy --db-proxy-name {{ name | ps }} --auth $all
    Add-Note login {{ name | ps }} $login.SecretArn
    Wait-Proxy
}
{% endif %}
{% if proxy.door == "PROXY_HOST" %}
$PROXY_HOST = {{ proxy.host | ps }}
{% endif %}
{% if proxy.changed %}
# The settings {{ proxy.changed }} of the proxy concern everybody on it: this script leaves them alone.
{% endif %}
{% else %}

Write-Host {{ ("proxy " ~ name) | ps }}
$there = Find-Aws rds describe-db-proxies --db-proxy-name {{ name | ps }} --query 'DBProxies[0].DBProxyName'
if (-not $there) {
    $null = Invoke-Patiently {
        Invoke-Aws rds create-db-proxy --db-proxy-name {{ name | ps }} --engine-family {{ proxy.family | ps }} `
            --role-arn {{ proxy.role | ps }} `
{% if proxy.end_to_end %}
            --default-auth-scheme IAM_AUTH `
{% else %}
            --auth {{ proxy.auth | ps }} `
{% endif %}
            --vpc-subnet-ids {{ proxy.subnets | map("ps") | join(" ") }} --vpc-security-group-ids $PROXY_SG `
            {{ "--require-tls" if proxy.require_tls else "--no-require-tls" }} {{ "--debug-logging" if proxy.debug else "--no-debug-logging" }} --idle-client-timeout {{ proxy.idle }} `
            --endpoint-network-type {{ proxy.endpoint_network | ps }} --target-connection-network-type {{ proxy.target_network | ps }} `
            --tags $tags
    }
    Add-Note proxy {{ name | ps }}
}

# There is no waiter for proxies. Usually it takes 5 to 10 minutes.
$since = [Diagnostics.Stopwatch]::StartNew()
while ($true) {
    $status = Invoke-Aws rds describe-db-proxies --db-proxy-name {{ name | ps }} --query 'DBProxies[0].Status'
    if ($status -ceq 'available') { break }
    if ('creating', 'modifying', 'reactivating' -cnotcontains $status) { throw "the proxy is $status" }
    Wait-For 'the proxy' $status $since
}
{% if proxy.door == "PROXY_HOST" %}
$PROXY_HOST = Invoke-Aws rds describe-db-proxies --db-proxy-name {{ name | ps }} --query 'DBProxies[0].Endpoint'
{% endif %}
{% if token %}
# rds-db:connect names the proxy by the last part of its ARN, prx-….
$arn = Invoke-Aws rds describe-db-proxies --db-proxy-name {{ name | ps }} --query 'DBProxies[0].DBProxyArn'
$PROXY_ID = ($arn -split ':')[-1]
{% endif %}

$null = Invoke-Aws rds modify-db-proxy-target-group --db-proxy-name {{ name | ps }} --target-group-name default `
    --connection-pool-config {{ pool | ps }}
{% endif %}
{% if proxy.registers %}

Write-Host {{ ("target " ~ database.id) | ps }}
function Get-Targets {
    $answer = Invoke-Aws rds describe-db-proxy-targets --db-proxy-name {{ name | ps }} --target-group-name default
    $answer.Targets
}
$there = @(Get-Targets | Where-Object { $_.RdsResourceId -ceq $DATABASE -or $_.TrackedClusterId -ceq $DATABASE })
if ($there.Count -eq 0) {
    $null = Invoke-Aws rds register-db-proxy-targets --db-proxy-name {{ name | ps }} --target-group-name default `
        {{ "--db-cluster-identifiers" if database.cluster else "--db-instance-identifiers" }} $DATABASE
    Add-Note target {{ "cluster" if database.cluster else "instance" }} $DATABASE
}
$since = [Diagnostics.Stopwatch]::StartNew()
while ($true) {
    # One reachable instance will do; else why none is.
    $health = @(Get-Targets | ForEach-Object { $_.TargetHealth } | Where-Object { $_ })
    if (@($health | Where-Object { $_.State -ceq 'AVAILABLE' }).Count -gt 0) { break }
    $why = $health | ForEach-Object { @($_.State, $_.Reason, $_.Description | Where-Object { $_ }) -join ' ' }
    Wait-For 'the target' (@($why | Sort-Object -Unique) -join '; ') $since
}
{% endif %}
{% for further in proxy.endpoints %}
{% if further.owned %}

Write-Host {{ ("endpoint " ~ further.name) | ps }}
$there = Find-Aws rds describe-db-proxy-endpoints --db-proxy-endpoint-name {{ further.name | ps }} --query 'DBProxyEndpoints[0].DBProxyEndpointName'
if (-not $there) {
    $null = Invoke-Aws rds create-db-proxy-endpoint --db-proxy-name {{ name | ps }} --db-proxy-endpoint-name {{ further.name | ps }} `
        --vpc-subnet-ids {{ further.subnets | map("ps") | join(" ") }} --vpc-security-group-ids ${{ further.group }}{% for id in further.further_groups %} {{ id | ps }}{% endfor %} `
        --target-role {{ further.role }} --endpoint-network-type {{ further.network | ps }} --tags $tags
    Add-Note proxy-endpoint {{ further.name | ps }}
}
$since = [Diagnostics.Stopwatch]::StartNew()
while ($true) {
    $status = Invoke-Aws rds describe-db-proxy-endpoints --db-proxy-endpoint-name {{ further.name | ps }} --query 'DBProxyEndpoints[0].Status'
    if ($status -ceq 'available') { break }
    if ('creating', 'modifying' -cnotcontains $status) { throw "the endpoint is $status" }
    Wait-For {{ ("the endpoint " ~ further.name) | ps }} $status $since
}
${{ further.variable }} = Invoke-Aws rds describe-db-proxy-endpoints --db-proxy-endpoint-name {{ further.name | ps }} --query 'DBProxyEndpoints[0].Endpoint'
{% else %}
${{ further.variable }} = {{ further.host | ps }}
{% endif %}
{% endfor %}

{% for function in functions %}
{% if function.is_more %}

$FUNCTION = {{ function.name | ps }}
{% endif %}
Write-Host {{ ("function " ~ function.name) | ps }}
{% for rule in function.rules %}
Grant-Port {{ rule.group | ps }} {{ rule.direction }} {{ rule.port }} {{ rule.peer | ps }} {{ rule.description | ps }}
{% endfor %}
{% if function.policy_owned %}
$policy = {{ function.policy | ps_document }}
$there = Find-Aws iam get-role-policy --role-name {{ function.role | ps }} --policy-name {{ function.policy_name | ps }} --query PolicyName
if (-not $there) { Add-Note role-policy {{ function.role | ps }} {{ function.policy_name | ps }} }
$null = Invoke-Aws iam put-role-policy --role-name {{ function.role | ps }} --policy-name {{ function.policy_name | ps }} --policy-document $policy
{% endif %}
{% if function.vpc_policy %}
$there = Find-Aws iam list-attached-role-policies --role-name {{ function.role | ps }} `
    --query {{ ("AttachedPolicies[?PolicyArn=='" ~ function.vpc_policy ~ "'].PolicyName | [0]") | ps }}
if (-not $there) {
    $null = Invoke-Aws iam attach-role-policy --role-name {{ function.role | ps }} --policy-arn {{ function.vpc_policy | ps }}
    Add-Note attached-policy {{ function.role | ps }} {{ function.vpc_policy | ps }}
}
{% endif %}

$null = Invoke-Aws lambda wait function-updated-v2 --function-name $FUNCTION
{% if function.vpc %}
$there = Invoke-Aws lambda get-function-configuration --function-name $FUNCTION --query 'VpcConfig.SubnetIds[0]'
if (-not $there) {
    # The rights to join the VPC were granted seconds ago.
    $null = Invoke-Patiently {
        Invoke-Aws lambda update-function-configuration --function-name $FUNCTION --vpc-config {{ function.vpc | ps }}
    }
    Add-Note vpc $FUNCTION
    $null = Invoke-Aws lambda wait function-updated-v2 --function-name $FUNCTION
}
{% endif %}
$set = {{ function.variables | ps }} | ConvertFrom-Json -AsHashtable -DateKind String
$variables = Get-Variables
# Each with the value before, null where there was none.
$changes = @($set.GetEnumerator() | Where-Object { $variables[$_.Key] -cne $_.Value } | ForEach-Object {
    "{% if function.is_more %}variable-of {{ function.name }}{% else %}variable{% endif %} $($_.Key) $(ConvertTo-Json -Compress -InputObject $variables[$_.Key])"
})
if ($changes.Count -gt 0) {
    foreach ($entry in $set.GetEnumerator()) { $variables[$entry.Key] = $entry.Value }
    Send-Variables $variables
    foreach ($change in $changes) { Add-Note $change }
}
{% if function.alias %}

# Published versions keep their network and variables, so callers of the alias need a new one.
$before = Invoke-Aws lambda get-alias --function-name $FUNCTION --name {{ function.alias | ps }} --query FunctionVersion
$FUNCTION_VERSION = Invoke-Aws lambda publish-version --function-name $FUNCTION --query Version
if ($before -cne $FUNCTION_VERSION) {
    $null = Invoke-Aws lambda update-alias --function-name $FUNCTION --name {{ function.alias | ps }} --function-version $FUNCTION_VERSION
    Add-Note alias $FUNCTION {{ function.alias | ps }} $before
}
{% endif %}
{% endfor %}
{% if more %}
$FUNCTION = {{ function.name | ps }}
{% endif %}

Write-Host ("done: $FUNCTION reaches $DATABASE through ${{ proxy.door }} as " + {{ db_user | ps }})
