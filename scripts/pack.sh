#!/usr/bin/env bash
# Makes a package for linux-x64 in a folder; then: dotnet tool install --tool-path DIR --add-source FOLDER analyzer
set -euo pipefail
home=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
dotnet pack --nologo -v quiet -c Release "$home/Analyzer/Analyzer.csproj" -o "${1:?give the folder to put the package into}" \
  -p:PackAsTool=true -p:ToolCommandName=analyzer -p:RuntimeIdentifier=linux-x64 -p:PublishReadyToRun=false
