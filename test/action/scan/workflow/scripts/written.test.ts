import { describe } from "vitest";
import { holds, script, type Cases } from "../audit-yaml.ts";

const WRITTEN: Cases = [
  ["an output", script('echo "key=$PLEO_API_KEY" >> "$GITHUB_OUTPUT" # expect: secret-published')],
  ["without quotes", script("echo key=$PLEO_API_KEY >> $GITHUB_OUTPUT # expect: secret-published")],
  [
    "the environment",
    script('echo "KEY=$PLEO_API_KEY" >> ${GITHUB_ENV} # expect: secret-published'),
  ],
  [
    "the summary",
    script('echo "$PLEO_API_KEY" >> $GITHUB_STEP_SUMMARY # expect: secret-published'),
  ],
  [
    "by a group",
    script('{\n  echo "K=$PLEO_API_KEY" # expect: secret-published\n} >> "$GITHUB_ENV"'),
  ],
  [
    "by a here document",
    script('cat >> "$GITHUB_ENV" <<EOF # expect: secret-published\nKEY=$PLEO_API_KEY\nEOF'),
  ],
  ["the old way", script('echo "::set-output name=key::$PLEO_API_KEY" # expect: secret-published')],
  [
    "encoded",
    script('echo "k=$(echo $PLEO_API_KEY | base64)" >> $GITHUB_OUTPUT # expect: secret-published'),
  ],
  [
    "by PowerShell",
    script(
      '"key=$env:PLEO_API_KEY" >> $env:GITHUB_OUTPUT # expect: secret-published',
      "  shell: pwsh",
    ),
  ],
  [
    "by a cmdlet",
    script(
      '"key=$env:PLEO_API_KEY" | Out-File -FilePath $env:GITHUB_ENV -Append # expect: secret-published',
      "  shell: pwsh",
    ),
  ],
  [
    "by another cmdlet",
    script(
      'Add-Content -Path $env:GITHUB_OUTPUT -Value "key=$env:PLEO_API_KEY" # expect: secret-published',
      "  shell: pwsh",
    ),
  ],
  [
    "by tee",
    script('echo "k=$PLEO_API_KEY" | tee -a $GITHUB_OUTPUT > /dev/null # expect: secret-published'),
  ],
];

const NOT_WRITTEN: Cases = [
  ["whether there is one", script('echo "has=${PLEO_API_KEY:+yes}" >> $GITHUB_OUTPUT')],
  ["its length", script('echo "length=${#PLEO_API_KEY}" >> $GITHUB_OUTPUT')],
  ["another value", script('echo "sha=$GITHUB_SHA" >> $GITHUB_OUTPUT')],
  ["the end of a program", script('./sync && echo "done=true" >> $GITHUB_OUTPUT')],
  ["what a program says", script("./sync >> $GITHUB_OUTPUT")],
  ["a fingerprint", script('echo "$PLEO_API_KEY" | sha256sum >> $GITHUB_OUTPUT')],
  ["nowhere", script('echo "$PLEO_API_KEY" > /dev/null')],
  ["its name", script("echo 'name=PLEO_API_KEY' >> $GITHUB_OUTPUT")],
];

describe("a script that writes the key where others read it", () => {
  holds(WRITTEN);
});

describe("a script that writes something else there", () => {
  holds(NOT_WRITTEN);
});
