/**
 * Stands in for `@actions/http-client` where `@actions/github` wants of it what leads requests through a proxy. The
 * Action tells Node's own fetch about proxies, so there is nothing to be led.
 */
export class HttpClient {
  getAgent(): undefined {
    return undefined;
  }

  getAgentDispatcher(): undefined {
    return undefined;
  }
}
