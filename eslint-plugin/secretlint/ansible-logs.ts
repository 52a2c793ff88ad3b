import { isHidden } from "./ansible-task.ts";
import type { Range } from "./finding.ts";
import type { SecretNames } from "./secret-names.ts";

/** A task that shows something, and what belongs to it: the rest of its line, or what is indented more. */
const DEBUG =
  /^(?<indent>[ \t]{0,60})(?:- )?(?:ansible\.builtin\.)?debug:(?:[ \t]+\S[^\r\n]{0,400}|(?:[ \t]*\r?\n\k<indent>[ \t][^\r\n]{0,400}){1,10})/gm;
/** In what is said, with nothing but filters that leave a key what it is; or named as what is to be shown. */
const SHOWN =
  /(?<=[\s"']msg(?:=|:\s)[^\r\n]{0,200})\{\{-?\s*(?<filled>[\w.]{1,80})\s*(?:\|\s*(?:default|d|string|trim|b64encode|to_json|to_nice_json)\b\s{0,4}(?:\([^(){}|]{0,80}\)\s{0,4})?){0,4}-?\}\}|(?<=[\s"']var(?:=|:\s)\s{0,4}["']?)(?<named>[\w.]{1,80})(?=["']?[ \t]*(?:\r?\n|$))/g;

/** References to a key in tasks of Ansible that print them. */
export function findAnsibleLogs(text: string, names: SecretNames): readonly Range[] {
  if (!text.includes("debug:")) return [];
  return Array.from(text.matchAll(DEBUG)).flatMap(({ 0: task, index }) =>
    Array.from(task.matchAll(SHOWN)).flatMap((shown) => {
      const { filled, named } = shown.groups ?? {};
      const name = filled ?? named ?? "";
      const start = index + shown.index + shown[0].indexOf(name);
      if (!names.holdsKey(name.split(".")) || isHidden(text, index)) return [];
      return [[start, start + name.length] as const];
    }),
  );
}
