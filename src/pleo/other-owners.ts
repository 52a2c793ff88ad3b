/** In front of `pleo` these say whose secret it is, or what other kind of key: `GITHUB_PLEO_TOKEN`. */
export const NAMES_ANOTHER_OWNER: ReadonlySet<string> = new Set(
  (
    "github gitlab bitbucket npm pypi slack teams discord sentry sonar codecov datadog snyk stripe twilio sendgrid " +
    "mailchimp openai anthropic jira linear notion figma vercel netlify heroku launchdarkly segment amplitude " +
    "cache query storage sort partition object idempotency foreign translation"
  ).split(" "),
);
