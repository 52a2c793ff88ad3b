"use client";
import { useState } from "react";
import { createClient } from "@example/pleo-client";

// expect: no-key-in-client-code, no-key-in-public-env, PLEO_PUBLIC_ENV
const demo = createClient(process.env.NEXT_PUBLIC_PLEO_API_KEY);
const environment = process.env.NEXT_PUBLIC_PLEO_ENVIRONMENT;

export default function ConnectPleo() {
  const [apiKey, setApiKey] = useState("");
  const [state, setState] = useState("not connected");

  async function tryFromBrowser() {
    const response = await fetch("https://external.pleo.io/v1/introspect", {
      // expect: no-key-in-client-code
      headers: { Authorization: `Basic ${btoa(`${apiKey}:`)}` },
    });
    setState(response.ok ? "accepted" : "rejected");
  }

  async function connect() {
    // A form may take a key, as long as it goes to the server of the same site and stays there.
    const response = await fetch("/api/connection", { method: "POST", body: apiKey });
    setState(response.ok ? "connected" : "rejected");

    // expect: no-key-in-browser-storage
    localStorage.setItem("pleo", JSON.stringify({ apiKey, connectedAt: Date.now() }));
    localStorage.setItem("pleoConnectedAt", String(Date.now()));
  }

  return (
    <form action={connect}>
      <input type="password" value={apiKey} onChange={(event) => setApiKey(event.target.value)} />
      <button type="button" onClick={tryFromBrowser}>
        Try in {environment}
      </button>
      <button type="submit">Connect</button>
      <output>
        {state} {demo.companyName}
      </output>
    </form>
  );
}
