import { noCompanyIdFromRequest } from "./rules/no-company-id-from-request.ts";
import { noHardcodedKey } from "./rules/no-hardcoded-key.ts";
import { noInsecureTransport } from "./rules/no-insecure-transport.ts";
import { noKeyInBrowserStorage } from "./rules/no-key-in-browser-storage.ts";
import { noKeyInClientCode } from "./rules/no-key-in-client-code.ts";
import { noKeyInError } from "./rules/no-key-in-error.ts";
import { noKeyInLog } from "./rules/no-key-in-log.ts";
import { noKeyInPublicEnv } from "./rules/no-key-in-public-env.ts";
import { noKeyInResponse } from "./rules/no-key-in-response.ts";
import { noKeyInSession } from "./rules/no-key-in-session.ts";
import { noKeyInTelemetry } from "./rules/no-key-in-telemetry.ts";
import { noKeyInUrl } from "./rules/no-key-in-url.ts";
import { noSharedClient } from "./rules/no-shared-client.ts";
import { noWrongHost } from "./rules/no-wrong-host.ts";
import { requireBasicAuth } from "./rules/require-basic-auth.ts";
import { requireCompanyId } from "./rules/require-company-id.ts";

/** Every rule under its name; a rule that is not listed here does not exist for ESLint. */
export const rules = {
  "no-company-id-from-request": noCompanyIdFromRequest,
  "no-hardcoded-key": noHardcodedKey,
  "no-insecure-transport": noInsecureTransport,
  "no-key-in-browser-storage": noKeyInBrowserStorage,
  "no-key-in-client-code": noKeyInClientCode,
  "no-key-in-error": noKeyInError,
  "no-key-in-log": noKeyInLog,
  "no-key-in-public-env": noKeyInPublicEnv,
  "no-key-in-response": noKeyInResponse,
  "no-key-in-session": noKeyInSession,
  "no-key-in-telemetry": noKeyInTelemetry,
  "no-key-in-url": noKeyInUrl,
  "no-shared-client": noSharedClient,
  "no-wrong-host": noWrongHost,
  "require-basic-auth": requireBasicAuth,
  "require-company-id": requireCompanyId,
} as const;
