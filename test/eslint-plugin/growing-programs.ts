/** A family of programs: each size gives one of about so many lines, or of so many levels. */
export interface Family {
  readonly size: number;
  readonly write: (size: number) => string;
}

const KEY = "const key = process.env.PLEO_API_KEY;\n";

function repeat(size: number, line: (index: number) => string, between = "\n"): string {
  return Array.from({ length: size }, (_, index) => line(index)).join(between);
}

/** Programs that hide no end of things to follow, and yet take no more than their length. */
export const LINEAR: Readonly<Record<string, Family>> = {
  "calls in calls": {
    size: 150,
    write: (n) => `${KEY}console.log(${"f(".repeat(n)}key${")".repeat(n)});`,
  },
  "objects in objects": {
    size: 100,
    write: (n) =>
      `${KEY}const o = ${"{ a: ".repeat(n)}key${" }".repeat(n)}; console.log(o${".a".repeat(n)});`,
  },
  "conditions in conditions": {
    size: 150,
    write: (n) => `${KEY}console.log(${"x ? key : (".repeat(n)}key${")".repeat(n)});`,
  },
  "functions in functions": {
    size: 100,
    write: (n) => `${KEY}${"function f() { ".repeat(n)}console.log(key)${" }".repeat(n)}`,
  },
  "blocks in blocks": {
    size: 100,
    write: (n) => `${KEY}${"if (key) { console.log(key); ".repeat(n)}${"}".repeat(n)}`,
  },
  "markup in markup": {
    size: 100,
    write: (n) => `${KEY}export const x = ${"<a b={key}>".repeat(n)}${"</a>".repeat(n)};`,
  },
  "a long chain of names": {
    size: 1000,
    write: (n) =>
      `${KEY}const a0 = key;\n${repeat(n, (i) => `const a${i + 1} = a${i};`)}\nconsole.log(a${n});`,
  },
  "a long chain of calls": {
    size: 150,
    write: (n) => `${KEY}fetch(u, { headers: { a: key } })${".then((r) => r.json(key))".repeat(n)}`,
  },
  "a long chain of members": {
    size: 400,
    write: (n) => `${KEY}console.log(pleo${".a".repeat(n)}.apiKey);`,
  },
  "functions that call the next": {
    size: 400,
    write: (n) =>
      `${KEY}${repeat(n, (i) => `function f${i}(k) { f${i + 1}(k); }`)}\nfunction f${n}(k) { console.log(k); }\nf0(key);`,
  },
  "functions of their own": {
    size: 250,
    write: (n) =>
      `${KEY}${repeat(n, (i) => `function f${i}(pleoApiKey, b) { console.log(pleoApiKey, b); return b; }`)}`,
  },
  "names that double each time": {
    size: 30,
    write: (n) =>
      `${KEY}const a0 = [key];\n${repeat(n, (i) => `const a${i + 1} = [a${i}, a${i}];`)}\nconsole.log(a${n});`,
  },
  "a huge array": {
    size: 2000,
    write: (n) =>
      `${KEY}const a = [${repeat(n, (i) => (i % 10 === 0 ? "key" : `"x${i}"`), ",")}]; console.log(a, a[5]);`,
  },
  "a huge object": {
    size: 1500,
    write: (n) =>
      `${KEY}const o = {${repeat(n, (i) => `p${i}: ${i % 10 === 0 ? "key" : '"x"'}`, ",")}}; console.log(o.p5, o);`,
  },
  "a huge address": {
    size: 1000,
    write: (n) =>
      `${KEY}fetch(\`https://external.pleo.io/v1/?${repeat(n, (i) => `a${i}=\${x}`, "&")}&k=\${key}\`);`,
  },
  "many logs": {
    size: 700,
    write: (n) => `${KEY}${"console.log(key);\n".repeat(n)}`,
  },
  "many requests": {
    size: 150,
    write: (n) =>
      `${KEY}${repeat(n, (i) => `fetch("https://external.pleo.io/v2/expenses?company_id=${i}", { headers: { Authorization: \`Basic \${btoa(key + ":")}\` } });`)}`,
  },
  "many classes' instances": {
    size: 400,
    write: (n) =>
      `${KEY}class A { constructor(k) { this.k = k; } log() { console.log(this.k); } }\n${repeat(n, (i) => `const a${i} = new A(key); a${i}.log();`)}`,
  },
  "a class of many fields": {
    size: 200,
    write: (n) =>
      `${KEY}class A {\n${repeat(n, (i) => `#f${i} = key; m${i}(x) { this.g = x; console.log(this.#f${i}); return this.m${(i + 1) % n}(this.#f${i}); }`)}\n}`,
  },
  "many taken apart": {
    size: 200,
    write: (n) =>
      `${KEY}${repeat(n, (i) => `const { a: a${i}, b: { c: c${i} = key } = {}, ...r${i} } = { a: key, b: {} }; console.log(a${i}, c${i}, r${i});`)}`,
  },
  "many answers": {
    size: 150,
    write: (n) =>
      `${KEY}${repeat(n, (i) => `app.get("/a${i}", (req, res) => { res.status(200).json({ key, n: ${i} }); });`)}`,
  },
  "many beginnings of keys": {
    size: 600,
    write: (n) =>
      `${KEY}${repeat(n, (i) => `const b${i} = "pls_" + "${"a1b2".repeat(7)}";`)}\nconst c = "${"pls_".repeat(n)}";`,
  },
  "a long sum of pieces": {
    size: 150,
    write: (n) => `${KEY}console.log(key${' + "a" + x'.repeat(n)});`,
  },
  "a huge template": {
    size: 2000,
    write: (n) => `${KEY}console.log(\`${"a ${x} ${key}".repeat(n)}\`);`,
  },
  "one list of parameters, filled and used again and again": {
    size: 100,
    write: (n) =>
      `${KEY}const p = new URLSearchParams();\n${repeat(n, (i) => `p.append("k${i}", key);`)}\n${repeat(n, () => "fetch(`https://external.pleo.io/v1/x?${p}`);")}`,
  },
  "one address, changed and used again and again": {
    size: 150,
    write: (n) =>
      `${KEY}const u = new URL("https://external.pleo.io/v1/x");\n${repeat(n, (i) => `u.searchParams.set("k${i}", key); fetch(u);`)}`,
  },
  "one list, pushed to and logged again and again": {
    size: 300,
    write: (n) =>
      `${KEY}const o = [];\n${repeat(n, (i) => `o.push(${i % 9 === 0 ? "key" : i}); console.log(o);`)}`,
  },
  "one object, written to and read again and again": {
    size: 400,
    write: (n) =>
      `${KEY}const o = {};\n${repeat(n, (i) => `o.p${i} = ${i % 9 === 0 ? "key" : i}; console.log(o.p${i});`)}`,
  },
  "one map, written to and read again and again": {
    size: 400,
    write: (n) =>
      `${KEY}const m = new Map();\n${repeat(n, (i) => `m.set("a${i}", key); console.log(m.get("a${i}"));`)}`,
  },
  "one variable, written again and again": {
    size: 800,
    write: (n) =>
      `${KEY}let x;\n${repeat(n, (i) => `x = ${i % 2 === 0 ? "key" : i};`)}\nconsole.log(x);`,
  },
  "one text, added to again and again": {
    size: 700,
    write: (n) => `${KEY}let s = "";\n${"s = s + key;\n".repeat(n)}console.log(s);`,
  },
  "one field, written and read again and again": {
    size: 500,
    write: (n) =>
      `${KEY}class A {\n${repeat(n, (i) => `m${i}() { this.f = ${i % 5 === 0 ? "key" : i}; console.log(this.f); }`)}\n}`,
  },
  "one object of options for many requests": {
    size: 400,
    write: (n) =>
      `${KEY}const options = { headers: {} };\noptions.headers.Authorization = "Bearer " + key;\n${repeat(n, (i) => `fetch("https://external.pleo.io/v1/employees?x=${i}", options);`)}`,
  },
  "one function that gives functions": {
    size: 400,
    write: (n) =>
      `${KEY}const make = (k) => () => k;\n${repeat(n, (i) => `const g${i} = make(key); console.log(g${i}());`)}`,
  },
};
