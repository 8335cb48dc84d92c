import { z } from 'zod'

/** What an input's text means under the schema it is for: a number, true or false, a list by lines, a word or else a path, or the text itself. What it can't be read as stays text, for the schema to refuse. */
export function fromText(
  schema: z.ZodType | undefined,
  texts: readonly string[],
  rebase: (path: string) => string,
): unknown {
  if (schema instanceof z.ZodArray) {
    const items = texts
      .flatMap(text => text.split('\n'))
      .map(line => line.trim())
      .filter(line => line !== '')
    return items.map(item => fromText(schema.element instanceof z.ZodType ? schema.element : undefined, [item], rebase))
  }
  const text = texts.at(-1) ?? ''
  if (schema instanceof z.ZodNumber)
    return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text.trim()) ? Number(text) : text
  if (schema instanceof z.ZodBoolean) return { true: true, false: false }[text.trim().toLowerCase()] ?? text
  if (schema instanceof z.ZodUnion) {
    const [words, path] = schema.options
    return words instanceof z.ZodEnum && words.safeParse(text.trim()).success
      ? text.trim()
      : fromText(path instanceof z.ZodType ? path : undefined, [text], rebase)
  }
  if (schema?.meta()?.path === true) return rebase(text)
  return text
}
