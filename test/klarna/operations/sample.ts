import { z } from "zod";

/** A value with every field of a schema filled, each text naming its own path: so one can see where it went. */
export function sample(schema: z.ZodType, path: string): unknown {
  if (schema instanceof z.ZodObject) return sampleObject(schema, path);
  if (schema instanceof z.ZodArray) return [sample(schema.element as z.ZodType, path)];
  if (schema instanceof z.ZodUnion) return sample(schema.options[0] as z.ZodType, path);
  if (schema instanceof z.ZodEnum) return schema.options[0];
  if (schema instanceof z.ZodNumber) return 7;
  if (schema instanceof z.ZodBoolean) return true;
  if (schema instanceof z.ZodPipe) return sample((schema.in instanceof z.ZodTransform ? schema.out : schema.in) as z.ZodType, path);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodCatch) return sample(schema.unwrap() as z.ZodType, path);
  return schema instanceof z.ZodString || schema instanceof z.ZodStringFormat ? `<${path}>` : undefined;
}

function sampleObject(schema: z.ZodObject, path: string): Record<string, unknown> {
  const fields = Object.entries(schema.shape as Record<string, z.ZodType>);
  return Object.fromEntries(fields.map(([name, field]) => [name, sample(field, `${path}.${name}`)]));
}
