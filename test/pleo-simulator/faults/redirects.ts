import type { Play } from "./play.ts";

function redirect(status: number): Play {
  return ({ response, target }) => {
    response.writeHead(status, { location: target }).end();
  };
}

/** To the same path again, or to whatever address the fault was given. */
export const REDIRECT_FAULTS = {
  "redirect-301": redirect(301),
  "redirect-302": redirect(302),
  "redirect-303": redirect(303),
  "redirect-307": redirect(307),
  "redirect-308": redirect(308),
  "redirect-nowhere": ({ response }) => {
    response.writeHead(302).end();
  },
  "not-modified": ({ response }) => {
    response.writeHead(304).end();
  },
} satisfies Record<string, Play>;
