Set-StrictMode -Version 1.0
$ErrorActionPreference = 'Stop'
# Exit codes are looked at below, where it is known what they mean.
$PSNativeCommandUseErrorActionPreference = $false
# Quotes within an argument arrive as they are.
$PSNativeCommandArgumentPassing = 'Standard'
# Text goes to the AWS CLI and comes back as UTF-8, whatever the code page is.
$env:AWS_CLI_FILE_ENCODING = 'UTF-8'
$env:AWS_CLI_OUTPUT_ENCODING = 'UTF-8'
$OutputEncoding = [Text.UTF8Encoding]::new($false)
[Console]::OutputEncoding = $OutputEncoding
$poll = if ($env:POLL_SECONDS) { [int] $env:POLL_SECONDS } else { 15 }
$notes = Join-Path $PSScriptRoot {{ (name ~ ".made") | ps }}

# Invoke-Aws WORDS…: what the AWS CLI answers, as objects; what it says against it ends the script.
# Dates stay text and the case of names counts: variables of the function pass here.
function Invoke-Aws {
    $said = $input | aws @args --region {{ region | ps }} --output json 2>&1
    $failed = $LASTEXITCODE -ne 0
    $complaint = @($said | Where-Object { $_ -is [Management.Automation.ErrorRecord] })
    $answer = @($said | Where-Object { $_ -isnot [Management.Automation.ErrorRecord] })
    if ($failed) { throw "aws $($args[0]) $($args[1]): $($complaint -join ' ')" }
    if ($answer.Count -gt 0) { $answer -join "`n" | ConvertFrom-Json -AsHashtable -DateKind String }
}

# Find-Aws WORDS…: the same, and nothing when the thing is not there, or not any more.
function Find-Aws {
    try {
        Invoke-Aws @args
    } catch {
        if ($_.Exception.Message -cnotmatch 'NotFound|NoSuchEntity') { throw }
    }
}

# Send-Aws TEXT WORDS… OPTION: a call whose last option is given the text, which no command line and no
# file holds. Windows has no /dev/stdin, and the AWS CLI takes no - for it; but it opens what file:// names
# as any program opens a file, and so it opens a named pipe. Only this user can connect to it.
# https://learn.microsoft.com/windows/win32/ipc/pipe-names
# https://learn.microsoft.com/dotnet/api/system.io.pipes.pipeoptions
function Send-Aws([string] $Text) {
    if (-not $IsWindows) {
        $Text | Invoke-Aws @args 'file:///dev/stdin'
        return
    }
    $name = "rds-proxy-wizard-$([guid]::NewGuid())"
    $options = [IO.Pipes.PipeOptions] 'Asynchronous, CurrentUserOnly'
    $pipe = [IO.Pipes.NamedPipeServerStream]::new(
        $name, [IO.Pipes.PipeDirection]::Out, 1, [IO.Pipes.PipeTransmissionMode]::Byte, $options)
    $writing = Start-ThreadJob -ArgumentList $pipe, $Text -ScriptBlock {
        param($pipe, $text)
        $bytes = [Text.Encoding]::UTF8.GetBytes($text)
        $pipe.WaitForConnection()
        $pipe.Write($bytes, 0, $bytes.Length)
        $pipe.WaitForPipeDrain()
        $pipe.Dispose()
    }
    try {
        Invoke-Aws @args "file://\\.\pipe\$name"
    } finally {
        $pipe.Dispose()
        Remove-Job $writing -Force
    }
}

# The variables of the function, all of them: Lambda replaces the whole map.
function Get-Variables {
    $configuration = Invoke-Aws lambda get-function-configuration --function-name $FUNCTION
    $variables = $configuration.Environment.Variables
    if ($null -eq $variables) { $variables = [Collections.Hashtable]::new() }
    $variables
}

# They go through the pipe unseen.
function Send-Variables([Collections.IDictionary] $Variables) {
    $environment = ConvertTo-Json -Compress -InputObject @{ Variables = $Variables }
    $null = Send-Aws $environment lambda update-function-configuration --function-name $FUNCTION --environment
    $null = Invoke-Aws lambda wait function-updated-v2 --function-name $FUNCTION
}

if (-not (Get-Command aws -CommandType Application -ErrorAction Ignore)) { throw 'aws is not installed' }
$account = Invoke-Aws sts get-caller-identity --query Account
if ($account -cne {{ account | ps }}) {
    throw ("these credentials are for account $account, the setup is for " + {{ account | ps }})
}
