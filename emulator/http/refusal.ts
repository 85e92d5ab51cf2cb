import { randomUUID } from "node:crypto";

/** One entry of Klarna's `validation_errors`: `parameter` is written `channel.websites[0].urls[0]`. */
export interface InvalidParameter {
  readonly parameter: string;
  readonly reason: string;
}

/** A request that Klarna refuses, in the shape Klarna refuses it. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(status: number, type: string | undefined, code: string, message: string, invalid?: readonly InvalidParameter[]) {
    super(message);
    this.status = status;
    const doc_url = `https://docs.klarna.com/errors/${code.toLowerCase()}`;
    const validation_errors = invalid?.map(({ parameter, reason }) => ({ parameter: parameter.slice(0, 256), reason: reason.slice(0, 512), doc_url }));
    this.body = { error_id: randomUUID(), error_type: type, error_code: code, error_message: message.slice(0, 2048), doc_url, validation_errors };
  }
}

export const invalid = (parameters: readonly InvalidParameter[]) =>
  new Refusal(400, "INPUT_ERROR", "VALIDATION_ERROR", "The request contains invalid parameters.", parameters);
export const notJson = (message: string) => new Refusal(400, "INPUT_ERROR", "INVALID_CONTENT_TYPE", `The received input is not valid JSON.\n${message}`);
export const unauthorized = () => new Refusal(401, "ACCESS_ERROR", "UNAUTHORIZED", "The presented credentials failed authentication");
export const forbidden = (message: string) => new Refusal(403, "RESOURCE_ERROR", "OPERATION_FORBIDDEN", message);
export const noRoute = () => new Refusal(404, undefined, "NOT_FOUND", "The requested route does not exist.");
export const notFound = (what: string) => new Refusal(404, "RESOURCE_ERROR", "RESOURCE_NOT_FOUND", `The requested ${what} was not found.`);
export const conflict = (message: string) => new Refusal(409, "RESOURCE_ERROR", "RESOURCE_CONFLICT", message);
export const tooLarge = () => new Refusal(413, "INPUT_ERROR", "REQUEST_TOO_LARGE", "The request body is larger than 1 MB.");
export const rateLimited = () => new Refusal(429, "ACCESS_ERROR", "RATE_LIMITED", "Too many requests - please try again later");
export const internalError = () => new Refusal(500, "TECHNICAL_ERROR", "INTERNAL_ERROR", "There was an unexpected error in the API.");
export const unavailable = () => new Refusal(503, "TECHNICAL_ERROR", "TEMPORARY_UNAVAILABLE", "The system is temporarily unavailable to process the request.");
