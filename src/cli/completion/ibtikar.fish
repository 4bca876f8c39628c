# Completion of ibtikar for fish: words and files come from the program itself.
function __ibtikar_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l program $words[1]
    set -e words[1]
    for line in ($program __complete $words 2>/dev/null)
        if test "$line" = :files
            __fish_complete_path (commandline -ct)
        else
            echo $line
        end
    end
end
complete -c ibtikar -f -a '(__ibtikar_complete)'
