/** Signs in over HTTP as a person would, and answers the Cookie header of the session. */
export async function signIn(deskUrl, email, password) {
  const { cookies, body } = await ask(`${deskUrl}/api/auth/csrf`, {});
  const form = new URLSearchParams({ csrfToken: body.csrfToken, email, password, json: "true" });
  const answer = await ask(`${deskUrl}/api/auth/callback/credentials`, { method: "POST", headers: { cookie: cookies.join("; ") }, body: form });
  const session = answer.cookies.find((cookie) => cookie.startsWith("desk-session="));
  if (!session) throw new Error(`${email} could not sign in.`);
  return session;
}

async function ask(url, init) {
  const response = await fetch(url, { redirect: "manual", ...init });
  return { cookies: response.headers.getSetCookie().map((cookie) => cookie.split(";")[0]), body: await response.json() };
}
