# up_to_date ROOT: whether ROOT holds a program, and no source is newer than the build that made it.
up_to_date() {
  [ -x "$1/build/escalate" ] &&
    [ -z "$(find "$1/src" "$1/CMakeLists.txt" "$1/.setup" -newer "$1/build/.built" -print -quit 2>&1)" ]
}
