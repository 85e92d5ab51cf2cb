declare module "mcc" {
  export const all: readonly { readonly mcc: string; readonly edited_description: string }[];
}
