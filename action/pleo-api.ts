export { createPleoApi, type Platform, type PleoApiOptions } from "./pleo-api/client.ts";
export { startDeadline, type Deadline } from "./pleo-api/deadline.ts";
export { parseApiOrigin, type ApiOrigin } from "./pleo-api/api-origin.ts";
export { withLoopbackDirect } from "./pleo-api/loopback-proxy.ts";
