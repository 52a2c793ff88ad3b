/** The one status that means the installation may be used. */
export const ACTIVATED = "ACTIVATED";

/**
 * Every status Pleo's specification lists, with what it means for a deploy. Older pages of Pleo's lack `ERROR`,
 * and others may follow, so an unknown status is never taken for `ACTIVATED`.
 */
export const INSTALLATION_STATUSES: Readonly<Record<string, string>> = {
  ACTIVATED: "in use",
  INACTIVE: "not in use",
  AUTHORIZED: "authorised, but not ready to be used yet",
  PENDING_INTEGRATION: "still being set up or synchronised",
  ERROR: "not operational",
};

/** Every error code Pleo's specification lists for an installation. */
export const INSTALLATION_ERROR_CODES: Readonly<Record<string, string>> = {
  NOT_ENTITLED: "the company is not entitled to this integration",
  AUTH_ERROR: "Pleo could not authenticate the integration",
};
