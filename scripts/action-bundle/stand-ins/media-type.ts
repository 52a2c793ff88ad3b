/**
 * Stands in for `content-type` where `@octokit/request` wants to know whether an answer is JSON, or else text. Of the
 * parameters it asks for one.
 */
interface MediaType {
  readonly type: string;
  readonly parameters: { readonly charset?: string };
}

const CHARSET = /;\s*charset\s*=\s*"?([^\s;"]*)/i;

export function parse(header: string): MediaType {
  const [type = ""] = header.split(";", 1);
  const charset = CHARSET.exec(header)?.[1];
  return {
    type: type.trim().toLowerCase(),
    parameters: charset === undefined ? {} : { charset },
  };
}
