import type { Finding } from "../../../src/report/finding.ts";

/** What is said to the owner of one key of the Action's inputs, and what to one who has a manifest. */
const IN_OTHER_WORDS: readonly (readonly [RegExp, string])[] = [
  [/ and pass it as `api-key`/g, ""],
  [
    /Run `gh secret set PLEO_API_KEY` and paste the key alone when it asks, with nothing around it/g,
    "Store the key alone, with nothing around it, where the manifest says that this tenant's key is kept",
  ],
  [/with `gh secret set PLEO_API_KEY`/g, "where the manifest says that this tenant's key is kept"],
  [/`gh secret set PLEO_API_KEY`/g, "the place that the manifest names for this tenant's key"],
  [
    /confirm it with `gh variable set PLEO_COMPANY_ID --body ([^`]*)`(?: and pass it as `company-id`)?/g,
    "confirm it with `company-id: $1` for this tenant in the manifest",
  ],
  [
    /set it with `gh variable set PLEO_COMPANY_ID` and pass it as `company-id`/g,
    "write it into the manifest as `company-id` of this tenant",
  ],
  [
    /, `gh variable set PLEO_KEY_EXPIRES_ON --body YYYY-MM-DD`, and pass it as `expires-on`/g,
    " as `expires-on` of this tenant in the manifest",
  ],
  [/, pass that date as `expires-on`/g, ", set that date as `expires-on` of this tenant"],
  [
    /pass the present key as `previous-api-key` from a secret of its own/g,
    "keep the present key in a place of its own and name that as `previous-key` of this tenant in the manifest",
  ],
  [
    /pass the old one as `previous-api-key`/g,
    "name the place of the old one as `previous-key` of this tenant in the manifest",
  ],
  [/leave `previous-api-key` out and delete its secret/g, "leave `previous-key` out and delete it"],
  [
    /the secret that holds the previous one \(not in the current one's\)/g,
    "the place that `previous-key` names",
  ],
  [/`previous-api-key`/g, "`previous-key`"],
];

/** The finding in the words of a manifest, where a tenant's key and what is expected of it stand. */
export function forTenant(finding: Finding): Finding {
  return {
    ...finding,
    message: inOtherWords(finding.message),
    remedy: inOtherWords(finding.remedy),
  };
}

function inOtherWords(text: string): string {
  return IN_OTHER_WORDS.reduce((said, [pattern, words]) => said.replaceAll(pattern, words), text);
}
