# Sourced by ./fourfold and the scripts beside it: what is built, and when it must be built anew.
# Everything it says goes to standard error, for a verb's own output may be piped.
# shellcheck shell=bash

root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
stamps=$root/artifacts/stamps
cli=$root/artifacts/bin/Fourfold.Cli/release/fourfold.dll
benchmarks=$root/artifacts/bin/Fourfold.Benchmarks/release/Fourfold.Benchmarks.dll
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
export cli benchmarks

say() { printf '%s\n' "$*" >&2; }

die() {
    say "fourfold: $*"
    exit 1
}

need_dotnet() {
    command -v dotnet >/dev/null || die ".NET SDK 10 is needed and dotnet is not on the PATH"
    (cd "$root" && dotnet --version >/dev/null 2>&1) ||
        die ".NET SDK 10 is needed; installed: $(cd / && dotnet --list-sdks | tr '\n' ' ')"
}

need_node() {
    command -v npm >/dev/null || die "Node 20 (with npm) is needed and npm is not on the PATH"
    node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 20 ? 0 : 1)' ||
        die "Node 20 or later is needed; installed: $(node --version)"
}

# Names, sizes and times of a tree's sources in one line. Reading 2,000 names takes some 20 ms; hashing contents, more.
fingerprint() {
    (
        cd "$root" || exit 1
        find "$@" \( -name node_modules -o -name dist -o -name artifacts -o -name Tests -o -name tests \) -prune -o \
            -type f -printf '%p %s %T@\n' 2>/dev/null | LC_ALL=C sort | sha256sum | cut -d' ' -f1
    )
}

# once NAME FINGERPRINT PRODUCT COMMAND…: runs the command unless it was run for this fingerprint and left its product.
# Two that start at the same time take turns, and the second finds the work done.
once() {
    local name=$1 print=$2 product=$3
    shift 3
    if [ -e "$product" ] && [ "$(cat "$stamps/$name" 2>/dev/null)" = "$print" ]; then return 0; fi
    mkdir -p "$stamps"
    (
        flock 9
        if [ -e "$product" ] && [ "$(cat "$stamps/$name" 2>/dev/null)" = "$print" ]; then exit 0; fi
        rm -f "$stamps/$name"
        "$@" 9>&- || exit 1
        printf '%s\n' "$print" >"$stamps/$name"
    ) 9>"$stamps/.lock"
}

# The log of a build is shown only when it fails.
run_logged() {
    local title=$1 log status=0
    shift
    log=$(mktemp)
    say "$title …"
    "$@" >"$log" 2>&1 || status=$?
    [ "$status" -eq 0 ] || cat "$log" >&2
    rm -f "$log"
    return "$status"
}

# The same for what may fail: one line of its log says why.
run_quietly() {
    local title=$1 log status=0
    shift
    log=$(mktemp)
    say "$title …"
    "$@" >"$log" 2>&1 || status=$?
    [ "$status" -eq 0 ] || grep -m 1 -E 'error|Error' "$log" >&2 || true
    rm -f "$log"
    return "$status"
}

dotnet_build() {
    run_logged "Building $1" dotnet build "$root/$2" --configuration Release --verbosity quiet -nodeReuse:false
}

server_sources=(kernel sense coordinate serve settle host)
build_files=(Directory.Build.props Directory.Packages.props global.json BannedSymbols.txt .editorconfig)

build_server() {
    need_dotnet
    once server "$(fingerprint "${server_sources[@]}" "${build_files[@]}")" "$cli" \
        dotnet_build "the server" host/Cli/Fourfold.Cli.csproj || die "the server does not build"
}

# What `decode` runs, as machine code: its start and the first million lines cost a quarter less. A build puts the plain
# assemblies back, so what lies beside the program is asked, not a fingerprint of the sources.
precompiled=(fourfold.dll Fourfold.Codecs.dll System.CommandLine.dll)

beside_program() {
    cksum <"$root/scripts/precompile.proj"
    (cd "$(dirname "$cli")" && stat -c '%n %s %y' "${precompiled[@]}")
}

build_decoder() {
    build_server
    precompile
}

precompile() {
    [ "$(beside_program)" != "$(cat "$stamps/precompiled" 2>/dev/null)" ] || return 0
    mkdir -p "$stamps"
    (
        flock 9
        [ "$(beside_program)" != "$(cat "$stamps/precompiled" 2>/dev/null)" ] || exit 0
        if ! run_quietly "Compiling the decoder ahead" timeout 300 dotnet build "$root/scripts/precompile.proj" \
            --configuration Release --verbosity quiet -nodeReuse:false 9>&-; then
            say "Not compiled ahead (is the compiler's package to be had?): all works, decode starts slower."
        else
            # Moved, never written over: a server may be running from them.
            (cd "$root/artifacts/precompiled" && mv -f "${precompiled[@]}" "$(dirname "$cli")")
        fi
        beside_program >"$stamps/precompiled"
    ) 9>"$stamps/.lock"
}

# For help: whatever is there already, and nothing is built.
build_server_quietly() { [ -e "$cli" ] && command -v dotnet >/dev/null; }

build_benchmarks() {
    need_dotnet
    once benchmarks "$(fingerprint "${server_sources[@]}" "${build_files[@]}")" "$benchmarks" \
        dotnet_build "the benchmarks" host/Benchmarks/Fourfold.Benchmarks.csproj || die "the benchmarks do not build"
}

install_web() {
    [ -e "$root/web/package-lock.json" ] || return 0
    need_node
    once web-packages "$(fingerprint web/package-lock.json)" "$root/web/node_modules" \
        run_logged "Fetching the web front's packages" npm --prefix "$root/web" ci --no-audit --no-fund ||
        die "npm ci failed"
}

build_web() {
    [ -e "$root/web/package.json" ] || return 0
    install_web
    once web "$(fingerprint web)" "$root/web/console/dist/index.html" \
        run_logged "Building the web front" npm --prefix "$root/web" run build ||
        die "the web front does not build"
}
