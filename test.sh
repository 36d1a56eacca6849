#!/usr/bin/env bash
# Brings up what the tests need, runs every test and takes everything down again.
# Arguments are handed to 'dotnet test': ./test.sh --no-build, ./test.sh --filter-class '*SealedPanelTests'.
# The last line is always 'N passed, N failed, N skipped'.
set -u
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$root" || exit 1

passed=0 failed=1 skipped=0 # what an interrupted or impossible run counts as
scratch='' run='' echo=''

finish() {
  local code=$?
  trap '' INT TERM HUP
  stop_tests
  stop_postgres
  [ -n "$scratch" ] && rm -rf "$scratch"
  [ "$code" -gt 128 ] && echo # what was stopped may have stopped within a line
  printf '%s passed, %s failed, %s skipped\n' "$passed" "$failed" "$skipped"
  [ "$failed" -gt 0 ] && [ "$code" -eq 0 ] && code=1
  exit "$code"
}

give_up() {
  printf 'test.sh: %s\n' "$1" >&2
  exit 1
}

# Packages

install_missing() {
  local missing=()
  postgres_bin >/dev/null || missing+=(postgresql)
  command -v chromium >/dev/null || missing+=(chromium)
  [ ${#missing[@]} -eq 0 ] && return
  [ "$(id -u)" -eq 0 ] || give_up "missing: ${missing[*]}. Install with 'apt-get install ${missing[*]}', or run this as root."
  command -v apt-get >/dev/null || give_up "missing: ${missing[*]}, and this machine has no apt-get to install with."
  echo "Installing ${missing[*]} ..."
  without_main_cluster apt_install "${missing[@]}" >"$scratch/apt.log" 2>&1 && return
  tail -n 20 "$scratch/apt.log" >&2
  give_up "could not install ${missing[*]}."
}

apt_install() {
  export DEBIAN_FRONTEND=noninteractive
  apt-get -qq update && apt-get -qq -y --no-install-recommends install "$@" </dev/null
}

# Debian's package makes a cluster on port 5432 and starts it; the tests bring their own.
without_main_cluster() {
  local settings=/etc/postgresql-common/createcluster.d
  local ours=$settings/chathiring-tests.conf
  mkdir -p "$settings" && echo 'create_main_cluster = false' >"$ours"
  "$@"
  local code=$?
  rm -f "$ours"
  return "$code"
}

# PostgreSQL

postgres_bin() {
  local newest
  newest=$(printf '%s\n' /usr/lib/postgresql/*/bin/initdb | sort -V | tail -n 1)
  [ -x "$newest" ] || newest=$(command -v initdb) || return 1
  dirname "$newest"
}

# PostgreSQL refuses to run as root.
as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

start_postgres() {
  local bin password port
  bin=$(postgres_bin)
  password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  mkdir "$scratch/postgres" && echo "$password" >"$scratch/postgres/password"
  [ "$(id -u)" -eq 0 ] && chown -R postgres "$scratch/postgres"
  as_postgres "$bin/initdb" -D "$scratch/postgres/data" -U postgres -E UTF8 --locale=C.UTF-8 --no-sync \
    --auth=scram-sha-256 --pwfile="$scratch/postgres/password" >"$scratch/initdb.log" 2>&1 ||
    { tail -n 20 "$scratch/initdb.log" >&2; give_up 'could not make a PostgreSQL cluster.'; }
  for _ in $(seq 20); do
    port=$((20000 + RANDOM % 12000)) # below the range that outgoing connections take from
    as_postgres "$bin/pg_ctl" -D "$scratch/postgres/data" -l "$scratch/postgres/log" -w -t 60 -s start -o \
      "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200 -c fsync=off -c full_page_writes=off" \
      >/dev/null 2>&1 </dev/null && break
    port=''
  done
  [ -n "$port" ] || { tail -n 20 "$scratch/postgres/log" >&2; give_up 'could not start PostgreSQL.'; }
  export CHATHIRING_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Password=$password;Include Error Detail=false"
}

stop_postgres() {
  [ -n "$scratch" ] && [ -f "$scratch/postgres/data/postmaster.pid" ] || return 0
  as_postgres "$(postgres_bin)/pg_ctl" -D "$scratch/postgres/data" -m immediate -w -s stop >/dev/null 2>&1
}

# Tests

run_tests() {
  export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1
  # No build server outlives the run.
  export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
  # What the tests leave behind when they are killed goes with the scratch folder.
  mkdir "$scratch/tmp" && export TMPDIR="$scratch/tmp"
  # A filter may leave a project without any test; a run without any is still a failure (see count).
  case " $* " in *' --filter-'*) set -- "$@" --ignore-exit-code 8 ;; esac
  exec 3> >(exec tee -i "$scratch/output")
  echo=$!
  # A session of its own, so that everything it starts can be ended together.
  setsid dotnet test "$@" >&3 2>&1 </dev/null &
  run=$!
  exec 3>&-
  wait "$run"
  local code=$?
  stop_tests
  count
  return "$code"
}

stop_tests() {
  [ -n "$run" ] || return 0
  kill -TERM -- "-$run" 2>/dev/null
  gone "-$run" || kill -KILL -- "-$run" 2>/dev/null
  gone "$echo" || kill -TERM "$echo" # something that left the session still holds the output
  run=''
}

# Waits at most five seconds for a process, or a group of them, to end.
gone() {
  for _ in $(seq 50); do
    kill -0 -- "$1" 2>/dev/null || return 0
    sleep 0.1
  done
  return 1
}

# A crashed test process says 'failed: 0' and 'error: 1', a broken build says nothing: both are failures.
count() {
  local summary
  summary=$(sed -n '/^Test run summary:/,$p' "$scratch/output")
  passed=$(number_of succeeded) skipped=$(number_of skipped)
  failed=$(($(number_of failed) + $(number_of error)))
  if [ "$failed" -eq 0 ] && { [ "$code" -ne 0 ] || [ $((passed + skipped)) -eq 0 ]; }; then failed=1; fi
}

number_of() {
  local number
  number=$(printf '%s\n' "$summary" | sed -nE "s/^ *$1: ([0-9]+).*/\1/p" | tail -n 1)
  echo "${number:-0}"
}

trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
scratch=$(mktemp -d) && chmod 711 "$scratch" || give_up 'could not make a temporary folder.'
install_missing
start_postgres
CHATHIRING_TEST_CHROMIUM=$(command -v chromium)
export CHATHIRING_TEST_CHROMIUM
run_tests "$@"
