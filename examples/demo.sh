#!/bin/sh
# The whole story with one example, on the embedded AWS of this machine: inputs, artifacts, mocks, simulated testers,
# verdict, improvement edition, plan. Texts are the rehearsal model's, reactions are simulated: nothing to decide by.
# Usage: sh examples/demo.sh [example folder [folder for the results]]
set -eu
example=${1:-examples/staff-canteen}
out=${2:-demo}
mlew=${MLEW:-.venv/bin/mlew}
workshop=demo-$(date +%m%d-%H%M%S)  # every step names it: another one may be started meanwhile

step() {
    printf '\n$ mlew %s\n' "$*"
    "$mlew" "$@"
}

step up
step run "$example" --gates auto --name "$workshop"
step testers run -w "$workshop" --reception a=liked --reception b=unwanted --out "$out/testers"
for pair in a b; do
    step evidence add -w "$workshop" "$out/testers/$pair-observation.csv" --pair "$pair"
    step evidence add -w "$workshop" "$out/testers/$pair-survey.csv" --pair "$pair" --kind survey
done
step evidence pull -w "$workshop"
step evidence judge -w "$workshop" C5 --passed --pair a --as demo \
    --reason "Simulated: every remark of those who would use it was read"
step improve start "$workshop" --pattern message --gates auto
step verdict show -w "$workshop"
step verdict report -w "$workshop" --out "$out/verdict.html" --force
step plan export -w "$workshop" --out "$out/plan" --force
step handover "$workshop" --out "$out/handover" --force
printf '\nThe results are in %s. Look at the plan: %s\n' "$out" "$out/plan"
