# The requests of a transcript ($lines), each with its answer; a new agent counts its requests anew.
def exchanges: reduce $lines[1:][] as $line ({agent: 0, asked: [], answers: {}};
    if ($line.event // "" | IN("restart", "kill", "loseKey", "newer", "damage")) then .agent += 1
    elif $line.from == "client" and $line.message.id != null then
        .agent as $agent | .asked += [range($line.times // 1) as $n | {key: "\($agent) \($line.message.id + $n)", method: $line.message.method, params: ($line.message.params // {})}]
    elif $line.from == "agent" and $line.message.method == null and $line.message.id != null then .answers["\(.agent) \($line.message.id)"] = $line.message
    else . end) | .answers as $answers | .asked | map(. + {answer: $answers[.key]});
exchanges as $exchanges |
if $what == "asked" then $exchanges[] | "\(.method) \(.params | tojson)"
elif $what == "answers" then $exchanges[].answer | (if has("error") then {error} else .result end) | tojson
else # the peer: an agent that wants to hear just that, and says what stands there
    foreach inputs as $heard (-1; . + 1; $exchanges[.] as $wanted |
        if $heard.method == $wanted.method and $heard.params == $wanted.params then $wanted.answer + {id: $heard.id} else {id: $heard.id, error: {message: "not what stands there"}} end) | tojson
end
