# The one script of ScenarioPortal for Windows: sets up what is missing, builds what has changed, and hands over to the program.
$ErrorActionPreference = 'Stop'

$root = $PSScriptRoot
$artifacts = Join-Path $root 'artifacts'
$program = Join-Path $artifacts 'bin/ScenarioPortal.Web/release/ScenarioPortal.Web.dll'

$env:DOTNET_NOLOGO = '1'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:PORTAL_ROOT = $root
# Files named on the command line are the caller's, so the current directory stays; the portal's own are found by this.
if (-not $env:ASPNETCORE_CONTENTROOT) { $env:ASPNETCORE_CONTENTROOT = Join-Path $root 'src/ScenarioPortal.Web' }

function Say([string] $text) { [Console]::Error.WriteLine("portal: $text") }

function Stop-Portal([string] $text) {
    Say $text
    exit 1
}

function Invoke-AtRoot([scriptblock] $command) {
    Push-Location $root
    try { & $command | ForEach-Object { [Console]::Error.WriteLine($_) } } finally { Pop-Location }
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}

function Assert-Tools {
    Push-Location $root
    try { $sdk = if (Get-Command dotnet -ErrorAction Ignore) { dotnet --version 2>$null } } finally { Pop-Location }
    if ("$sdk" -notlike '10.*') { Stop-Portal 'The .NET 10 SDK is missing. Install it from https://dotnet.microsoft.com/download/dotnet/10.0' }
    $node = if (Get-Command node -ErrorAction Ignore) { [int](node -p 'process.versions.node.split(`.`)[0]') } else { 0 }
    if ($node -lt 20) { Stop-Portal 'Node.js 20 or newer is missing. Install it from https://nodejs.org/' }
}

function Install-Packages {
    $installed = Join-Path $root 'node_modules/.package-lock.json'
    $lock = Get-Item (Join-Path $root 'package-lock.json')
    if (-not (Test-Path $installed) -or $lock.LastWriteTimeUtc -gt (Get-Item -Force $installed).LastWriteTimeUtc) {
        Say 'Installing the packages from npm (once for each change of package-lock.json)'
        Invoke-AtRoot { npm ci --ignore-scripts --no-progress --loglevel=error }
        (Get-Item -Force $installed).LastWriteTimeUtc = [DateTime]::UtcNow
    }
}

function Build([string] $what) {
    Assert-Tools
    Install-Packages
    Say "Building $what"
    Invoke-AtRoot { dotnet build $what -c Release --nologo -v quiet -clp:NoSummary }
}

function Test-All {
    if (-not $env:PORTAL_TEST_CHROMIUM) {
        $env:PORTAL_TEST_CHROMIUM = @("$env:ProgramFiles\Google\Chrome\Application\chrome.exe", "${env:ProgramFiles(x86)}\Microsoft\Edge\Application\msedge.exe") |
            Where-Object { Test-Path $_ } | Select-Object -First 1
        if (-not $env:PORTAL_TEST_CHROMIUM) { Stop-Portal 'The tests need Chrome, Chromium or Edge; PORTAL_TEST_CHROMIUM may name it.' }
    }

    Build 'ScenarioPortal.sln'
    $reports = Join-Path $artifacts 'tests'
    New-Item -ItemType Directory -Force $reports | Out-Null
    Remove-Item (Join-Path $reports '*.json')
    $suites = 'UnitTests', 'IntegrationTests', 'EndToEndTests'
    foreach ($suite in $suites) {
        Say "Running $suite"
        dotnet (Join-Path $artifacts "bin/ScenarioPortal.$suite/release/ScenarioPortal.$suite.dll") -noLogo -noColor -result-ctrf (Join-Path $reports "$suite.json")
    }

    node (Join-Path $root 'tests/sum.mjs') $reports @suites
}

switch ("$($args[0])") {
    { $_ -in '', '-h', '--help' } {
        'Usage: ./portal.ps1 run | test | bench | import | match export | COMMAND  (./portal.ps1 help lists the commands)'
    }
    'test' { Test-All }
    'bench' {
        Build 'bench/ScenarioPortal.Benchmarks'
        dotnet (Join-Path $artifacts 'bin/ScenarioPortal.Benchmarks/release/ScenarioPortal.Benchmarks.dll') @($args | Select-Object -Skip 1)
    }
    default {
        Build 'src/ScenarioPortal.Web'
        if ($args[0] -eq 'run' -and '--empty' -notin $args -and -not $env:DOTNET_ENVIRONMENT -and -not $env:ASPNETCORE_ENVIRONMENT) {
            $env:DOTNET_ENVIRONMENT = 'Demonstration'
        }

        dotnet $program @args
    }
}

exit $LASTEXITCODE
