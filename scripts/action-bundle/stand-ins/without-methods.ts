/**
 * Stands in for `@octokit/plugin-rest-endpoint-methods`: a list of all that GitHub can be asked, of which the Action
 * asks a handful, by the paths that GitHub's documentation gives them.
 */
export function restEndpointMethods(): object {
  return {};
}
