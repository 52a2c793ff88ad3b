import { describe, expect, test } from "vitest";
import { createSecretFinder } from "../../../eslint-plugin/secretlint/find-secrets.ts";
import { readOptions } from "../../../eslint-plugin/secretlint/options.ts";

const findSecrets = createSecretFinder(readOptions({}));

function idsIn(text: string, path: string): readonly string[] {
  return findSecrets({ text, path }).map(({ messageId }) => messageId);
}

describe("a command", () => {
  const printed = ["PLEO_KEY_IN_LOG"];

  test.each([
    ['echo "$PLEO_API_KEY"', printed],
    ["echo '$PLEO_API_KEY'", []],
    ['echo "$PLEO_API_KEY" | cat', printed],
    ['echo "$PLEO_API_KEY" | wc -c', []],
    ['echo "$PLEO_API_KEY" | base64 | tr -d x', printed],
    ['echo "$PLEO_API_KEY" | base64 | docker login', []],
    ['echo "$PLEO_API_KEY" | head -c 10', printed],
    ['echo "$PLEO_API_KEY" | head -c 9', []],
    ['echo "$PLEO_API_KEY" | tail -c 5', []],
    ['echo "$PLEO_API_KEY" | head -c 1K', printed],
    ['echo "$PLEO_API_KEY" | head --bytes=9kB', printed],
    ['echo "$PLEO_API_KEY" | head --bytes=9', []],
    ['echo "$PLEO_API_KEY" | head -c9', []],
    ['echo "$PLEO_API_KEY" | head -c9b', printed],
    ['echo "$PLEO_API_KEY" | tail -c +1', printed],
    ['echo "$PLEO_API_KEY" | head -n 1', printed],
    ['echo "$PLEO_API_KEY" | headers', []],
    ['echo "$PLEO_API_KEY" >&2', printed],
    ['echo "$PLEO_API_KEY" > key', []],
    ['echo "$PLEO_API_KEY" 2> log', printed],
    ['echo "$PLEO_API_KEY" >> "$GITHUB_STEP_SUMMARY"', printed],
    ['echo "$PLEO_API_KEY" >> "$GITHUB_ENV"', []],
    ['X=$(echo "$PLEO_API_KEY")', []],
    ['true && echo "$PLEO_API_KEY"', printed],
    ['echo start; curl -u "$PLEO_API_KEY:" https://external.pleo.io', []],
    ["echo ${PLEO_API_KEY:-none}", printed],
    ["echo ${PLEO_API_KEY:+there}", []],
    ["echo ${PLEO_API_KEY:0:4}", []],
    ["echo \\$PLEO_API_KEY", []],
    ["# echo $PLEO_API_KEY", []],
    ["echo $PLEO_API_KEYS_COUNT", []],
    ["echo $ACME_PLEO_API_KEY", printed],
    ["echo $HAS_PLEO_API_KEY", []],
    ["echo $NO_PLEO_API_KEY", []],
    ["echo $MASKED_PLEO_API_KEY", []],
    ["printenv PLEO_API_KEY", printed],
    ['bash -x sync.sh "$PLEO_API_KEY"', printed],
    ['bash -e sync.sh "$PLEO_API_KEY"', []],
    ['set -x\nrun "$PLEO_API_KEY"\nrun "$PLEO_API_KEY"', printed],
    ['set -e\nrun "$PLEO_API_KEY"', []],
    ['set -x\nset +x\nrun "$PLEO_API_KEY"', []],
    ['run "$PLEO_API_KEY"\nset -x', []],
    ["#!/bin/sh -x\nrun $PLEO_API_KEY", printed],
  ])("%j gives %j", (text, ids) => {
    expect(idsIn(text, "a.sh")).toEqual(ids);
  });

  test.each([
    ["$(info the key is $(PLEO_API_KEY))", printed],
    ["$(warning $(PLEO_API_KEY))", printed],
    ["$(error $(PLEO_API_KEY))", printed],
    ["$(error PLEO_API_KEY is not set)", []],
    ["KEY := $(shell ./key --of $(PLEO_API_KEY))", []],
    ["INFO := $(information $(PLEO_API_KEY))", []],
    ["# $(info $(PLEO_API_KEY))", []],
  ])("of make: %s gives %j", (text, ids) => {
    expect(idsIn(`${text}\n`, "Makefile")).toEqual(ids);
  });

  test.each([
    ['ansible.builtin.debug:\n    msg: "{{ pleo_api_key }}"', printed],
    ["debug:\n    var: pleo_api_key", printed],
    ["debug: msg='the key is {{ pleo_api_key }}'", printed],
    ["debug: var=pleo_api_key", printed],
    ["debug:\n    msg: \"{{ pleo_api_key | default('none') }}\"", printed],
    ['debug:\n    verbosity: 2\n    msg: "{{ pleo_api_key }}"', printed],
    ["debug:\n    msg: \"{{ pleo_api_key | default('x') | b64encode }}\"", printed],
    ['debug:\n    msg: "{{ pleo_api_key|trim|string|to_json|b64encode }}"', printed],
    ["debug:\n    msg: \"{{ pleo_api_key | default('') | length }}\"", []],
    ['debug:\n    msg: "{{ pleo_api_key | string | length }}"', []],
    ["debug:\n    msg: \"set: {{ pleo_api_key | default('') != '' }}\"", []],
    ["debug:\n    msg: \"{{ pleo_api_key | b64encode | hash('sha256') }}\"", []],
    ['debug:\n    msg: "{{ pleo_api_key | trimmed }}"', []],
    ['debug:\n    msg: "{{ pleo_api_key | length }}"', []],
    ['debug:\n    msg: "{{ pleo_api_key is defined }}"', []],
    ['debug:\n    msg: "{{ pleo_company }}"', []],
    ['debug:\n    msg: "pleo_api_key is missing"', []],
    ['copy:\n    content: "{{ pleo_api_key }}"', []],
    ['debug:\n    msg: done\n- name: "{{ pleo_api_key }}"', []],
    ["# debug: var=pleo_api_key", []],
    ['debug:\n    run: x\n    env:\n      PLEO_API_KEY: "{{ pleo_api_key }}"', []],
    ['debug:\n    cmds: [run]\n    env: { PLEO_API_KEY: "{{.PLEO_API_KEY}}" }', []],
    ["debug:\n    env:\n      PLEO_API_KEY: ${{ secrets.PLEO_API_KEY }}", []],
  ])("of Ansible: %j gives %j", (text, ids) => {
    expect(idsIn(`- name: look\n  ${text}\n`, "tasks/main.yml")).toEqual(ids);
  });

  const shown = 'debug:\n    msg: "{{ pleo_api_key }}"';
  const within = (play: string) => `${play}\n    - name: look\n      debug: var=pleo_api_key\n`;
  test.each([
    ["after the task", `- ${shown}\n  no_log: true\n`, []],
    ["before the task", `- name: look\n  no_log: true\n  ${shown}\n`, []],
    ["first in the task", `- no_log: yes\n  ${shown}\n`, []],
    ["in quotes, with a comment", `- ${shown}\n  no_log: "True" # a secret\n`, []],
    [
      "after more that belongs to it",
      `- ${shown}\n  when: a\n  tags:\n    - b\n  no_log: on\n`,
      [],
    ],
    ["for the block", `- block:\n    - ${shown.replace("\n", "\n  ")}\n  no_log: true\n`, []],
    ["for the play", within("- hosts: all\n  no_log: true\n  tasks:"), []],
    [
      "for the play, its list no further in",
      `- no_log: true\n  tasks:\n  - ${shown.replace("\n", "\n  ")}\n`,
      [],
    ],
    ["not at all", `- ${shown}\n  when: a\n`, printed],
    ["switched off", `- ${shown}\n  no_log: false\n`, printed],
    ["as may be", `- ${shown}\n  no_log: "{{ quiet }}"\n`, printed],
    ["in a comment", `- ${shown}\n  # no_log: true\n`, printed],
    ["of the task before", `- name: a\n  no_log: true\n- ${shown}\n`, printed],
    ["of the task after", `- ${shown}\n- name: a\n  no_log: true\n`, printed],
    ["of another play", within("- hosts: a\n  no_log: true\n- hosts: b\n  tasks:"), printed],
    ["in what is shown", `- debug:\n    msg: "{{ pleo_api_key }}"\n    no_log: true\n`, printed],
    [
      "of the play, switched off for the task",
      within("- hosts: all\n  no_log: true\n  tasks:").replace("look", "look\n      no_log: false"),
      printed,
    ],
    [
      "of the vars of the play",
      within("- hosts: all\n  vars:\n    no_log: true\n  tasks:"),
      printed,
    ],
  ])("of Ansible, with no_log %s", (_where, text, ids) => {
    expect(idsIn(text, "tasks/main.yml")).toEqual(ids);
  });

  test("counts only where there are commands", () => {
    expect(idsIn("echo $PLEO_API_KEY", "README.md")).toEqual([]);
    expect(idsIn("echo $PLEO_API_KEY", "script")).toEqual([]);
    expect(idsIn("#!/bin/bash\necho $PLEO_API_KEY", "script")).toEqual(printed);
  });
});

describe("a call", () => {
  test.each([
    ["console.log(pleoApiKey)", true],
    ['console.log("pleoApiKey")', false],
    ["console.log(`${pleoApiKey}`)", true],
    ["console.log(`\\${pleoApiKey}`)", false],
    ["console.log(pleoApiKey.length)", false],
    ["console.log(pleoApiKey.trim())", true],
    ["console.log(mask(pleoApiKey))", false],
    ["console.log(acmePleoApiKey)", true],
    ["console.log(hasPleoApiKey)", false],
    ["console.log(this.isPleoToken)", false],
    ["console.log(String(pleoApiKey))", true],
    ["console.log(pleoApiKey ? 1 : 2)", false],
    ["console.log(pleoApiKey ?? 2)", true],
    ["console.log(!pleoApiKey)", false],
    ["console.log(pleoApiKey === other)", false],
    ["console.log({ pleoApiKey })", true],
    ["console.log({ pleoApiKey: 1 })", false],
    ["console.log(1); send(pleoApiKey)", false],
    ["// console.log(pleoApiKey)", false],
    ["dialog.info(pleoApiKey)", false],
    ["logger.info(pleoApiKey)", true],
    ['logger.info(process.env["PLEO_API_KEY"])', true],
    ['logger.info("x", os.getenv("PLEO_API_KEY"))', true],
    ['print(f"{pleo_api_key}")', true],
    ['print("{pleo_api_key}")', false],
    ["print(pleo_api_key[-4:])", false],
    ["console.log('${pleoApiKey}')", false],
    ['console.log("${pleoApiKey}")', false],
    ["console.log('a', pleoApiKey)", true],
    ["console.log(`it's ${pleoApiKey}`)", true],
    ["console.log(process.env['PLEO_API_KEY'])", true],
  ])("%s: %s", (text, isLeak) => {
    expect(idsIn(text, "a.js")).toEqual(isLeak ? ["PLEO_KEY_IN_LOG"] : []);
  });
});

describe("a call in the language of the file", () => {
  test.each([
    ['println!("using {pleo_api_key}")', "a.rs", true],
    ['println!("using {pleo_api_key:?}")', "a.rs", true],
    ['println!("using {{pleo_api_key}}")', "a.rs", false],
    ['println!("using {{{pleo_api_key}}}")', "a.rs", true],
    ['println!("using {{{{pleo_api_key}}}}")', "a.rs", false],
    ['print(f"{{{pleo_api_key}}}")', "a.py", true],
    ['print(f"{{{{{pleo_api_key}}}}}")', "a.py", true],
    ['print(f"{{pleo_api_key}}")', "a.py", false],
    ['print(f"{{{{pleo_api_key}}}}")', "a.py", false],
    ['print(f"{{{pleo_company}}}")', "a.py", false],
    ['Console.WriteLine($"{{{pleoApiKey}}}");', "a.cs", true],
    ['Console.WriteLine($"{{pleoApiKey}}");', "a.cs", false],
    ['Console.WriteLine("{{{pleoApiKey}}}");', "a.cs", false],
    ['echo "{$pleoApiKey}";', "a.php", true],
    ['echo "{{$pleoApiKey}}";', "a.php", true],
    ['println!("using {}", pleo_api_key)', "a.rs", true],
    ['println!("using {}", pleo_api_key.len())', "a.rs", false],
    ['println("using {pleo_api_key}")', "a.rs", false],
    ['print STDERR "key: $ENV{PLEO_API_KEY}";', "a.pl", true],
    ['print "key: $pleo_api_key";', "a.pl", true],
    ["print STDERR 'key: $ENV{PLEO_API_KEY}';", "a.pl", false],
    ['print STDERR "key: $ENV{PLEO_COMPANY}";', "a.pl", false],
    ["print STDERR length($ENV{PLEO_API_KEY});", "a.pl", false],
    ["debugPrint(pleoApiKey);", "a.dart", true],
    ['puts "#{pleo_api_key}"', "a.rb", true],
    ["puts '#{pleo_api_key}'", "a.rb", false],
    ['IO.puts("#{pleo_api_key}")', "a.ex", true],
    ["IO.puts('#{pleo_api_key}')", "a.exs", true],
    ['echo "$pleoApiKey";', "a.php", true],
    ["echo '$pleoApiKey';", "a.php", false],
    ["echo '{$pleoApiKey}';", "a.php", false],
    ['println("${pleoApiKey}")', "a.kt", true],
    ["println '${pleoApiKey}'; println(\"${pleoApiKey}\")", "a.groovy", true],
    ["println('${pleoApiKey}')", "a.groovy", false],
    ["console.log('${pleoApiKey}')", "a.tsx", false],
    ["console.log(`${pleoApiKey}`)", "a.mts", true],
    ["print(f'{pleo_api_key}')", "a.py", true],
    ["print('{pleo_api_key}')", "a.py", false],
    ["print(os.environ['PLEO_API_KEY'])", "a.py", true],
    ["debugPrint('$pleoApiKey');", "a.dart", true],
    ["debugPrint('${pleoApiKey}');", "a.dart", true],
    ["debugPrint('pleoApiKey');", "a.dart", false],
    ["debugPrinter(pleoApiKey);", "a.dart", false],
  ])("%s in %s: %s", (text, path, isLeak) => {
    expect(idsIn(text, path)).toEqual(isLeak ? ["PLEO_KEY_IN_LOG"] : []);
  });
});
