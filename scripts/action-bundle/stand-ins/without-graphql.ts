/** Stands in for `@octokit/graphql`: the Action asks GitHub by paths only. */
export function withCustomRequest(): object {
  return { defaults: () => undefined };
}
