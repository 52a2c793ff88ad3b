export { createPleoApi, type Platform, type PleoApiOptions } from "./pleo-api/client.ts";
export { startDeadline } from "./pleo-api/deadline.ts";
export { parseApiOrigin } from "./pleo-api/api-origin.ts";
export { withLoopbackDirect } from "./pleo-api/loopback-proxy.ts";
