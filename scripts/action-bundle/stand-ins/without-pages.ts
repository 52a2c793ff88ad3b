/** Stands in for `@octokit/plugin-paginate-rest`: the Action turns pages by their numbers. */
export function paginateRest(): object {
  return {};
}
