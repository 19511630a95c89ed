# Prints what stands on zsh's line after Tab: zsh complete.zsh FUNCTIONS LINE. The line is typed in a
# terminal of its own.
zmodload zsh/zpty
export LC_ALL=C.UTF-8
zpty shell "TERM=dumb zsh -f -i"
zpty -w shell "PROMPT=; PATH=${(q)PATH}; unsetopt zle_bracketed_paste 2> /dev/null; fpath=($PWD/$1 \$fpath)"
zpty -w shell 'autoload -Uz compinit && compinit -D -u; setopt no_always_last_prompt'
# Ctrl-X prints the line as it was completed.
zpty -w shell 'show() { print -r -- "line<$BUFFER>"; exit }; zle -N show; bindkey "^X" show; print re""ady'
zpty -r -m shell output '*ready*'
zpty -w -n shell "$2"$'\t\C-x'
for attempt in {1..50}; do
  zpty -r -t shell part && output=$part || { sleep 0.1; continue }
  whole+=$output
  [[ $whole == *'line<'*'>'* ]] && break
done
print -r -- ${${whole#*line<}%%>*}
zpty -d shell
