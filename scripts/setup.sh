# Sets up what run.sh and test.sh need; sourced by both. Quiet, and does nothing where nothing is missing.

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

# have_debian_packages PACKAGE...: true when all are installed
have_debian_packages() {
  dpkg-query -W -f='${Status}\n' "$@" 2>/dev/null | grep -c '^install ok installed$' | grep -qx "$#"
}

# need PACKAGE...: installs Debian packages, with root or sudo, or says which command to give
need() {
  command -v apt-get >/dev/null || fail "These programs or libraries are missing, install them: $*"
  local root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "Something is missing. Give this command as root: apt-get install $*"
    root=(sudo)
  fi
  printf 'Installing %s\n' "$*" >&2
  local log
  log=$(mktemp)
  if ! { "${root[@]}" apt-get update -qq &&
      "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    fail "Could not install it. Give this command as root: apt-get install $*"
  fi
  rm -f "$log"
}

need_dotnet() {
  local source=https://dotnet.microsoft.com/download
  command -v dotnet >/dev/null || fail "The .NET 10 SDK is missing; install it from $source"
  dotnet --list-sdks | grep -q '^10\.' ||
    fail "The .NET 10 SDK is missing (found: $(dotnet --list-sdks | tr '\n' ' ')); install it from $source"
}

# The package of GTK 3 was renamed when time_t grew to 64 bits.
gtk_package() {
  if apt-cache show libgtk-3-0t64 >/dev/null 2>&1; then echo libgtk-3-0t64; else echo libgtk-3-0; fi
}

# need_libraries FILE: what OpenCV's library needs of the system
need_libraries() {
  if ldd "$1" | grep -q 'not found'; then
    need "$(gtk_package)" libatomic1 libdrm2
    ! ldd "$1" | grep 'not found' >&2 || fail "These libraries are still missing; install them."
  fi
}

need_programs() {
  local missing=()
  command -v ffmpeg >/dev/null || missing+=(ffmpeg)
  [ ${#missing[@]} -eq 0 ] || need "${missing[@]}"
}

# build COMMAND ARGUMENTS...: dotnet build or dotnet publish, quiet unless it fails
build() {
  local log
  log=$(mktemp)
  local command=$1
  shift
  if ! dotnet "$command" --nologo -v quiet -c Release "$@" >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    fail "The build failed; what the compiler said stands above."
  fi
  rm -f "$log"
}
