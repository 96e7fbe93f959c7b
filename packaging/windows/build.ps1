# The installer for Windows: build.ps1 -Binary FILE -Out FOLDER, with WiX 5 (dotnet tool install --global wix --version 5.0.2)
#
# It is not signed. The command line is on the path after a new log-in; rds-proxy-wizard.ps1 beside the program
# completes its words in PowerShell.
param(
    [Parameter(Mandatory)] [string] $Binary,
    [Parameter(Mandatory)] [string] $Out
)
$ErrorActionPreference = 'Stop'
$here = $PSScriptRoot
$version = ((& $Binary --version) -split ' ')[-1]
$staged = Join-Path ([System.IO.Path]::GetTempPath()) ([System.Guid]::NewGuid())
New-Item -ItemType Directory -Force -Path $staged, $Out | Out-Null
try {
    Copy-Item $Binary (Join-Path $staged 'rds-proxy-wizard.exe')
    Copy-Item (Join-Path $here 'rds-proxy-wizard.ico') $staged
    & $Binary licences | Set-Content -Encoding utf8 (Join-Path $staged 'licences.txt')
    & $Binary completions powershell | Set-Content -Encoding utf8 (Join-Path $staged 'rds-proxy-wizard.ps1')
    $package = Join-Path $Out "rds-proxy-wizard-$version-windows-x64.msi"
    wix build -arch x64 -d "Version=$version" -d "Staged=$staged" -o $package (Join-Path $here 'rds-proxy-wizard.wxs')
    if ($LASTEXITCODE -ne 0) { throw "wix ended with $LASTEXITCODE" }
    Write-Output $package
}
finally {
    Remove-Item -Recurse -Force $staged
}
