// @ts-check
import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

// The walls of the house. Each message names the way to do it instead.
const nodeModules = {
  regex: "^node:",
  message:
    "The core has no Node: take what you need as a parameter (src/ports.ts) and supply it from a door.",
};
const anyPackage = {
  regex: "^(?!\\.|node:)",
  message:
    "The core has no packages: write it plainly here, or do it in the door that needs the package.",
};
const actionDoor = {
  regex: "(^|/)action/",
  message: "The doors do not know each other: what both need belongs in src/.",
};
const lintDoor = {
  regex: "(^|/)eslint-plugin/|^(eslint|secretlint|@typescript-eslint/|@secretlint/)",
  message: "The doors do not know each other: what both need belongs in src/.",
};
const actionPackages = {
  regex: "^(@actions/|zod(/|$))",
  message: "Whoever installs the linter must not install the Action: use plain functions.",
};
const inputOutput = {
  regex: "^node:(?!path$|module$)",
  message: "A lint rule does no input or output: ESLint hands it the text.",
};
const everythingOutside = {
  regex: "(^|/)(test|bench|scripts)/",
  message: "What ships does not import what only tests or measures it.",
};

/**
 * @param {readonly { regex: string; message: string }[]} patterns
 * @returns {import("eslint").Linter.RulesRecord}
 */
function forbidImports(...patterns) {
  return { "no-restricted-imports": ["error", { patterns: [...patterns, everythingOutside] }] };
}

const CLOCK = "Time is an argument: take `now`, or a Clock from src/ports.ts.";

export default defineConfig(
  globalIgnores(["action/dist/", "dist/", "coverage/", "node_modules/", "examples/app/"]),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ["eslint.config.js", "scripts/*.mjs"] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-import-type-side-effects": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "max-params": ["error", 3],
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      eqeqeq: "error",
      "no-console": "error",
    },
  },
  {
    files: ["src/**"],
    rules: {
      ...forbidImports(nodeModules, anyPackage, actionDoor, lintDoor),
      "no-restricted-globals": [
        "error",
        ...[
          "process",
          "fetch",
          "console",
          "Buffer",
          "setTimeout",
          "setInterval",
          "performance",
        ].map((name) => ({
          name,
          message: "The core has no effects: take what you need as a parameter.",
        })),
      ],
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now", message: CLOCK },
        {
          object: "Math",
          property: "random",
          message: "The core is repeatable: take it as a parameter.",
        },
      ],
      "no-restricted-syntax": [
        "error",
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: CLOCK },
        {
          selector: "ExportAllDeclaration",
          message: "No barrels: import the file that has the name.",
        },
      ],
    },
  },
  { files: ["action/**"], rules: forbidImports(lintDoor) },
  {
    files: ["eslint-plugin/**"],
    rules: {
      ...forbidImports(actionDoor, actionPackages, inputOutput),
      // The compiler checks the names of nodes; to compare with their enum it would have to be loaded.
      "@typescript-eslint/no-unsafe-enum-comparison": "off",
    },
  },
  // The columns of a test's table become its parameters.
  { files: ["test/**/*.test.ts"], rules: { "max-params": "off" } },
  {
    // What is run by hand or by a script talks to a person.
    files: ["bench/**", "scripts/**", "test/pleo-simulator/main.ts", "test/support/no-printing.ts"],
    rules: { "no-console": "off" },
  },
  {
    files: ["**/*.{js,mjs}"],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { process: "readonly" } },
    rules: { "@typescript-eslint/explicit-module-boundary-types": "off" },
  },
);
