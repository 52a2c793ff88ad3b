/**
 * Secrets of others that get pasted into the wrong place. Whole values only, and as long as their vendors make
 * them, so that a key of Pleo's in a shape that we do not know is not taken for one.
 */
const FOREIGN_SECRETS: readonly { readonly vendor: string; readonly pattern: RegExp }[] = [
  { vendor: "GitHub", pattern: /^gh[opusr]_[A-Za-z0-9_]{36,255}$/ },
  { vendor: "GitHub", pattern: /^github_pat_[A-Za-z0-9_]{22,255}$/ },
  { vendor: "AWS", pattern: /^(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}$/ },
  { vendor: "PEM", pattern: /^-----BEGIN [A-Z0-9 ]{3,40}-----/ },
  { vendor: "webhook signing (Pleo's own included)", pattern: /^whsec_[A-Za-z0-9+/=_-]{16,}$/ },
  { vendor: "Stripe", pattern: /^[srp]k_(?:live|test)_[A-Za-z0-9]{10,255}$/ },
  { vendor: "Slack", pattern: /^xox[abeoprs]-[A-Za-z0-9-]{10,255}$/ },
  { vendor: "Slack", pattern: /^xapp-\d-[A-Za-z0-9-]{10,255}$/ },
  { vendor: "GitLab", pattern: /^gl(?:pat|dt|rt|ptt|ft|soat)-[A-Za-z0-9_.-]{20,300}$/ },
  { vendor: "npm", pattern: /^npm_[A-Za-z0-9]{36}$/ },
  { vendor: "Google", pattern: /^AIza[A-Za-z0-9_-]{35}$/ },
  { vendor: "Google", pattern: /^ya29\.[A-Za-z0-9_-]{20,}$/ },
  { vendor: "Google", pattern: /^GOCSPX-[A-Za-z0-9_-]{28}$/ },
  { vendor: "SendGrid", pattern: /^SG\.[A-Za-z0-9_-]{16,32}\.[A-Za-z0-9_-]{32,64}$/ },
  { vendor: "Anthropic", pattern: /^sk-ant-[A-Za-z0-9_-]{20,255}$/ },
  {
    vendor: "OpenAI",
    pattern: /^sk-(?:(?:proj|svcacct|admin)-[A-Za-z0-9_-]{20,255}|[A-Za-z0-9]{48})$/,
  },
  { vendor: "DigitalOcean", pattern: /^do[opr]_v1_[a-f0-9]{64}$/ },
  { vendor: "Shopify", pattern: /^shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}$/ },
  { vendor: "Hugging Face", pattern: /^hf_[A-Za-z0-9]{30,40}$/ },
  { vendor: "PyPI", pattern: /^pypi-[A-Za-z0-9_-]{50,}$/ },
  { vendor: "Docker", pattern: /^dckr_(?:pat|oat)_[A-Za-z0-9_-]{24,64}$/ },
  { vendor: "Linear", pattern: /^lin_api_[A-Za-z0-9]{40}$/ },
  { vendor: "Atlassian", pattern: /^ATATT3[A-Za-z0-9_=-]{50,}$/ },
  { vendor: "Postman", pattern: /^PMAK-[a-f0-9]{24}-[a-f0-9]{34}$/ },
  { vendor: "Vault", pattern: /^hv[sbr]\.[A-Za-z0-9_-]{24,}$/ },
  { vendor: "Figma", pattern: /^figd_[A-Za-z0-9_-]{30,80}$/ },
  { vendor: "Sentry", pattern: /^sntry[su]_[A-Za-z0-9+/=_-]{40,}$/ },
  { vendor: "New Relic", pattern: /^NRAK-[A-Z0-9]{27}$/ },
  { vendor: "Square", pattern: /^sq0[a-z]{3}-[A-Za-z0-9_-]{22,50}$/ },
  { vendor: "Databricks", pattern: /^dapi[a-f0-9]{32}(?:-\d)?$/ },
  { vendor: "Notion", pattern: /^ntn_[A-Za-z0-9]{40,60}$/ },
  { vendor: "Supabase", pattern: /^sb[ps]_[a-f0-9]{40}$/ },
  { vendor: "age", pattern: /^AGE-SECRET-KEY-1[A-Z0-9]{58}$/ },
  { vendor: "SSH", pattern: /^ssh-(?:rsa|ed25519) AAAA/ },
];

/** Whose secret this is, if it is plainly another's. */
export function foreignVendor(text: string): string | undefined {
  return FOREIGN_SECRETS.find(({ pattern }) => pattern.test(text))?.vendor;
}
