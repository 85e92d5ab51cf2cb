/** What no door of the desk may choke on, as text or bytes of a body. None is a JSON object that any door takes. */
export const hostileBodies: Readonly<Record<string, string | Uint8Array>> = {
  nothing: "",
  "a brace": "{",
  "half an object": '{"a":',
  "a list": "[]",
  "a list of objects": "[{}]",
  "a number": "7",
  "a null": "null",
  "a text": '"x"',
  "not a number": "NaN",
  "a comment": "/* */{}",
  "a form": "account_name=x&__proto__=y",
  "a prototype": '{"__proto__":{"account_name":"x"}}',
  "a constructor": '{"constructor":{"prototype":{"isAdmin":true}}}',
  "another method": '{"toString":1,"hasOwnProperty":1}',
  "unknown fields": '{"colour":"red"}',
  "half a character": '{"\\ud800":"\\udfff"}',
  "a NUL": '{"\\u0000":"\\u0000"}',
  "bytes that aren't UTF-8": Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  "UTF-16": Buffer.from('{"a":1}', "utf16le"),
  "many lists in each other": "[".repeat(200_000),
  "many objects in each other": `${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`,
  "a long number": `{"a":${"9".repeat(100_000)}}`,
  "more than a megabyte": `{"a":"${"x".repeat(1_100_000)}"}`,
};

/** A body whose length its headers understate, and that goes on and on. */
export function endless(url: string, method: string, headers: Readonly<Record<string, string>>): { readonly request: Request; readonly pulled: () => number } {
  let pulled = 0;
  const body = new ReadableStream({
    pull: (controller) => {
      pulled += 1;
      controller.enqueue(Buffer.alloc(100_000, " "));
    },
  });
  const init = { method, headers: { ...headers, "content-length": "2" }, body, duplex: "half" };
  return { request: new Request(url, init as RequestInit), pulled: () => pulled };
}

/** A body that breaks off in its middle. */
export function broken(url: string, method: string, headers: Readonly<Record<string, string>>): Request {
  const body = new ReadableStream({
    start: (controller) => {
      controller.enqueue(Buffer.from('{"a":'));
      controller.error(new Error("The connection was reset."));
    },
  });
  return new Request(url, { method, headers, body, duplex: "half" } as RequestInit);
}
