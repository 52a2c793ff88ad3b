import { describe } from "vitest";
import { holds, KEY, script, steps } from "./audit-yaml.ts";

describe("a key that is masked before it is shown", () => {
  holds([
    ["each character by the shell", script('echo "${PLEO_API_KEY//?/*}"')],
    ["all of it by the shell", script('echo "key: ${PLEO_API_KEY/*/hidden}"')],
    ["each letter and digit", script('echo "${PLEO_API_KEY//[A-Za-z0-9]/x}"')],
    ["only the first", script('echo "${PLEO_API_KEY/?/*}" # expect: secret-in-script')],
    ["only dashes", script('echo "${PLEO_API_KEY//-/*}" # expect: secret-in-script')],
    ["only digits", script('echo "${PLEO_API_KEY//[0-9]/*}" # expect: secret-in-script')],
    ["only at the end", script('echo "${PLEO_API_KEY/%?/*}" # expect: secret-in-script')],
    ["by what it matched", script('echo "${PLEO_API_KEY//?/&}" # expect: secret-in-script')],
    ["by itself", script('echo "${PLEO_API_KEY//?/$PLEO_API_KEY}" # expect: secret-in-script')],

    ["each character by sed", script(`echo "$PLEO_API_KEY" | sed 's/./*/g'`)],
    ["all of it by sed", script(`echo "$PLEO_API_KEY" | sed -E "s|.+|hidden|"`)],
    ["all but the last four", script(`echo "$PLEO_API_KEY" | sed 's/.*\\(....\\)$/…\\1/'`)],
    [
      "all but the last four, by extended expressions",
      script(`echo "$PLEO_API_KEY" | sed -E 's/.*(.{4})$/…\\1/'`),
    ],
    [
      "all but the last five",
      script(`echo "$PLEO_API_KEY" | sed 's/.*\\(.....\\)$/\\1/' # expect: secret-in-script`),
    ],
    [
      "by a plus that is a plus, without extended expressions",
      script(`echo "$PLEO_API_KEY" | sed 's/.+/hidden/' # expect: secret-in-script`),
    ],
    [
      "by brackets that are brackets, without extended expressions",
      script(`echo "$PLEO_API_KEY" | sed 's/.*(....)$/hidden/' # expect: secret-in-script`),
    ],
    [
      "by brackets that are brackets, in extended expressions",
      script(`echo "$PLEO_API_KEY" | sed -E 's/.*\\(....\\)$/hidden/' # expect: secret-in-script`),
    ],
    [
      "all but the last four, by extended expressions of a long name",
      script(`echo "$PLEO_API_KEY" | sed --regexp-extended 's/.*(.{4})$/…\\1/'`),
    ],
    [
      "one of them, by a long name",
      script(`echo "$PLEO_API_KEY" | sed --regexp-extended 's/.{4}$//' # expect: secret-in-script`),
    ],
    ["a here-string by sed", script(`sed 's/./*/g' <<< "$PLEO_API_KEY"`)],
    ["one character", script(`echo "$PLEO_API_KEY" | sed 's/./*/' # expect: secret-in-script`)],
    ["itself", script(`echo "$PLEO_API_KEY" | sed 's/./&/g' # expect: secret-in-script`)],
    [
      "what it kept",
      script(`echo "$PLEO_API_KEY" | sed 's/\\(.*\\)/\\1/' # expect: secret-in-script`),
    ],
    [
      "the beginning",
      script(`echo "$PLEO_API_KEY" | sed 's/^..../****/' # expect: secret-in-script`),
    ],
    [
      "and printed first",
      script(`echo "$PLEO_API_KEY" | sed 'p;s/./*/g' # expect: secret-in-script`),
    ],

    ["each character by tr", script(`printf %s "$PLEO_API_KEY" | tr '[:print:]' '*'`)],
    ["all but line ends by tr", script(`echo "$PLEO_API_KEY" | tr -c '\\n' '*'`)],
    ["letters and digits by tr", script(`echo "$PLEO_API_KEY" | tr 'A-Za-z0-9' x`)],
    [
      "only the first of the set by tr",
      script(`echo "$PLEO_API_KEY" | tr -t '[:print:]' '*' # expect: secret-in-script`),
    ],
    [
      "and shown on the way",
      script(`echo "$PLEO_API_KEY" | tee /dev/stderr | sed 's/./*/g' # expect: secret-in-script`),
    ],
    [
      "and shown on the way, though nothing else is",
      script(`echo "$PLEO_API_KEY" | tee -a /dev/tty | wc -c # expect: secret-in-script`),
    ],
    [
      "and shown by another command on the way",
      script(`echo "$PLEO_API_KEY" | tee >(cat >&2) | wc -c # expect: secret-in-script`),
    ],
    [
      "and shown by a command that it goes to",
      script(`echo "$PLEO_API_KEY" > >(base64 >&2) # expect: secret-in-script`),
    ],
    [
      "and its fingerprint shown on the way",
      script(`echo "$PLEO_API_KEY" | tee >(sha256sum >&2) | wc -c`),
    ],
    [
      "and masked on the way",
      script(`echo "$PLEO_API_KEY" | tee >(sed 's/./x/g' | cat >&2) | wc -c`),
    ],
    ["and thrown away on the way", script(`echo "$PLEO_API_KEY" | tee /dev/null | wc -c`)],
    ["and kept on the way", script(`echo "$PLEO_API_KEY" | tee key | sed 's/./*/g'`)],
    ["and shown behind it", script(`echo "$PLEO_API_KEY" | sed 's/./*/g' | tee /dev/stderr`)],
    ["the case", script(`echo "$PLEO_API_KEY" | tr a-z A-Z # expect: secret-in-script`)],
    [
      "the case by its class",
      script(`echo "$PLEO_API_KEY" | tr '[:lower:]' '[:upper:]' # expect: secret-in-script`),
    ],
    ["line ends", script(`echo "$PLEO_API_KEY" | tr -d '\\n' # expect: secret-in-script`)],
    ["only digits by tr", script(`echo "$PLEO_API_KEY" | tr 0-9 '*' # expect: secret-in-script`)],
    ["in a variable", script(`masked=$(echo "$PLEO_API_KEY" | sed 's/./*/g')\necho "$masked"`)],
    [
      "not, in a variable",
      script(
        `masked=$(echo "$PLEO_API_KEY" | sed 's/a/*/g')\necho "$masked" # expect: secret-in-script`,
      ),
    ],
    [
      "by sed, and not elsewhere in the line",
      script(
        `echo "$PLEO_API_KEY" | sed 's/./*/g'; echo "$PLEO_API_KEY" # expect: secret-in-script`,
      ),
    ],
  ]);
});

const powershell = (text: string) =>
  steps(`- shell: pwsh
  run: |
${text.replaceAll(/^/gm, "    ")}
  env:
    PLEO_API_KEY: ${KEY}`);

const SHOWN = " # expect: secret-in-script";

describe("a key in PowerShell", () => {
  holds([
    ["replaced in part", powershell(`Write-Host ($env:PLEO_API_KEY -replace '^.', '*')${SHOWN}`)],
    ["replaced by itself", powershell(`Write-Host ($env:PLEO_API_KEY -replace '.', '$0')${SHOWN}`)],
    [
      "the answer to it",
      powershell(
        "$a = Invoke-RestMethod -Uri https://x.test -Headers @{ Authorization = $env:PLEO_API_KEY }\nWrite-Host $a.status",
      ),
    ],
    [
      "the answer to a variable of it",
      powershell(
        "$h = @{ Authorization = $env:PLEO_API_KEY }\n$a = irm https://x.test -Headers $h\nWrite-Host $a.status",
      ),
    ],
    ["joined", powershell(`$h = "Basic " + $env:PLEO_API_KEY\nWrite-Host $h${SHOWN}`)],
    ["converted", powershell(`$h = ConvertTo-Json $env:PLEO_API_KEY\nWrite-Host $h${SHOWN}`)],
    ["by itself", powershell(`$env:PLEO_API_KEY${SHOWN}`)],
    ["cut off", powershell(`Write-Host $env:PLEO_API_KEY.Substring(0, 10)${SHOWN}`)],
    [
      "in base64",
      powershell(
        `[Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($env:PLEO_API_KEY))${SHOWN}`,
      ),
    ],
    [
      "in base64, through variables",
      powershell(
        `$b = [Text.Encoding]::ASCII.GetBytes("$($env:PLEO_API_KEY):")\nWrite-Host "Basic $([Convert]::ToBase64String($b))"${SHOWN}`,
      ),
    ],
    [
      "by a method that gives nothing back",
      powershell("[Environment]::SetEnvironmentVariable('KEY', $env:PLEO_API_KEY)"),
    ],
  ]);
});

describe("what a program is told by its input", () => {
  const pipe = `printf 'user = "%s:"' "$PLEO_API_KEY" | curl`;
  holds([
    ["and does not print", script(`${pipe} --config - https://x.test`)],
    ["and prints when it is asked to", script(`${pipe} -v --config - https://x.test${SHOWN}`)],
    ["and prints among other flags", script(`${pipe} -sSv --config - https://x.test${SHOWN}`)],
    ["and prints by a long name", script(`${pipe} --verbose --config - https://x.test${SHOWN}`)],
    ["and is another letter", script(`${pipe} -V --config - https://x.test`)],
    ["turned round", script(`rev <<< "$PLEO_API_KEY"${SHOWN}`)],
    ["in base64", script(`base64 <<< "$PLEO_API_KEY"${SHOWN}`)],
    ["as a sum", script('sha256sum <<< "$PLEO_API_KEY"')],
  ]);
});
