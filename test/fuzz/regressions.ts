/** An input on which a target once failed. `npm run fuzz` tries it first, and `npm test` as well. */
interface Regression {
  readonly target: string;
  /** What had been wrong. */
  readonly why: string;
  /** As the failure printed it. */
  readonly input: unknown;
}

const PLAN = { prefix: "pls", body: 32, tail: 6, salt: 1 };

/** Programs whose names lead to each other, which some rule once followed without end. */
const CIRCLES = [
  "const a = new b(); const b = new a(); console.log(new a(), 'pleo')",
  "const a = new b(), b = new c(), c = new a(); a.show(process.env.PLEO_API_KEY)",
  "class a extends b {} class b extends a {} console.log(new a().pleoApiKey)",
];

export const REGRESSIONS: readonly Regression[] = [
  ...CIRCLES.map((program, index) => ({
    target: "rules for ESLint",
    why: `names that lead in a circle, ${index + 1}`,
    input: { plan: PLAN, program, done: [], parser: "espree", filename: "src/file.tsx" },
  })),
];
