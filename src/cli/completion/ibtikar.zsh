#compdef ibtikar
# Completion of ibtikar for zsh: words and files come from the program itself.
_ibtikar() {
  local line files= tab=$'\t'
  local -a described
  while IFS= read -r line; do
    if [[ $line == :files ]]; then
      files=1
    else
      described+=("${${line%%$tab*}//:/\\:}:${line#*$tab}")
    fi
  done < <("${words[1]}" __complete "${(@)words[2,CURRENT]}" 2>/dev/null)
  (( $#described == 0 )) || _describe ibtikar described
  [[ -z $files ]] || _files
}
if [[ ${funcstack[1]:-} == _ibtikar ]]; then _ibtikar "$@"; else compdef _ibtikar ibtikar; fi
