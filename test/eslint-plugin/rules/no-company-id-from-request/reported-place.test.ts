import { noCompanyIdFromRequest } from "../../../../eslint-plugin/rules/no-company-id-from-request.ts";
import { RuleTester } from "../../rule-tester.ts";

const CLIENT = `
import axios from "axios";
const pleo = axios.create({ baseURL: "https://external.pleo.io", auth: { username: process.env.PLEO_API_KEY, password: "" } });`;

new RuleTester().run("no-company-id-from-request: the place", noCompanyIdFromRequest, {
  valid: [
    {
      name: "a query that is made and not sent",
      code: `${CLIENT}
app.get("/", async (req, res) => {
  const params = { company_id: req.query.company };
  res.json(params);
});`,
    },
  ],
  invalid: [
    {
      name: "query made before",
      code: `${CLIENT}
app.get("/", async (req) => {
  const params = { company_id: req.query.company, limit: 10 };
  return pleo.post("/v1/vendors:search", {}, { params });
});`,
      errors: [{ messageId: "named", line: 6 }],
    },
    {
      name: "query in place",
      code: `${CLIENT}
app.get("/", async (req) => {
  return pleo.post("/v1/vendors:search", {}, {
    params: { company_id: req.query.company },
  });
});`,
      errors: [{ messageId: "named", line: 6 }],
    },
    {
      name: "query of options made before",
      code: `${CLIENT}
app.get("/", async (req) => {
  const options = { params: { company_id: req.query.company } };
  return pleo.post("/v1/vendors:search", {}, options);
});`,
      errors: [{ messageId: "named", line: 6 }],
    },
    {
      name: "address in options made before",
      code: `${CLIENT}
app.get("/", async (req) => {
  const options = { method: "GET", url: \`/v1/companies/\${req.query.company}\` };
  return pleo.request(options);
});`,
      errors: [{ messageId: "named", line: 5 }],
    },
    {
      name: "body made before",
      code: `${CLIENT}
app.get("/", async (req) => {
  const body = { companyId: req.query.company };
  return pleo.post("/v1/chart-of-accounts:search", body);
});`,
      errors: [{ messageId: "named", line: 6 }],
    },
    {
      name: "address made before",
      code: `${CLIENT}
app.get("/", async (req) => {
  const url = \`/v1/companies/\${req.query.company}\`;
  return pleo.get(url);
});`,
      errors: [{ messageId: "named", line: 5 }],
    },
  ],
});
