/** A program that puts a key into an address and answers with a redirect to it, which is two mistakes. */
export interface Redirect {
  readonly name: string;
  readonly code: string;
  /** The line where the key gets into the address. */
  readonly inUrl: number;
  /** The line that answers with the address. */
  readonly sent: number;
}

export const REDIRECTS: readonly Redirect[] = [
  {
    name: "qs stringify",
    code: `
import qs from "qs";
export function back(res) {
  const query = qs.stringify({ key: process.env.PLEO_API_KEY });
  res.redirect(\`/settings?\${query}\`);
}`,
    inUrl: 4,
    sent: 5,
  },
  {
    name: "params append then remix redirect",
    code: `
import { redirect } from "@remix-run/node";
export async function action({ request }) {
  const form = await request.formData();
  const pleoApiKey = String(form.get("pleoApiKey"));
  const params = new URLSearchParams({ tab: "pleo" });
  params.append("key", pleoApiKey);
  return redirect(\`/settings?\${params}\`);
}`,
    inUrl: 7,
    sent: 8,
  },
  {
    name: "params set then toString",
    code: `
export async function action(req, res) {
  const params = new URLSearchParams();
  params.set("key", req.body.pleoApiKey);
  res.redirect("/settings?" + params.toString());
}`,
    inUrl: 4,
    sent: 5,
  },
  {
    name: "Response.redirect with URL",
    code: `
export async function POST(request) {
  const { pleoApiKey } = await request.json();
  const url = new URL("/setup", request.url);
  url.searchParams.append("key", pleoApiKey);
  return Response.redirect(url);
}`,
    inUrl: 5,
    sent: 6,
  },
  {
    name: "NextResponse with url.search",
    code: `
import { NextResponse } from "next/server";
export async function POST(request) {
  const { pleoApiKey } = await request.json();
  const url = request.nextUrl.clone();
  url.search = \`?key=\${pleoApiKey}\`;
  return NextResponse.redirect(url);
}`,
    inUrl: 6,
    sent: 7,
  },
  {
    name: "Location header",
    code: `
export async function POST(request) {
  const { pleoApiKey } = await request.json();
  return new Response(null, { status: 303, headers: { Location: \`/setup?key=\${pleoApiKey}\` } });
}`,
    inUrl: 4,
    sent: 4,
  },
];
