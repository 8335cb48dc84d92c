import { z } from 'zod'

const mark = (description: string) => z.string().length(1).meta({ description })

/** How a CSV file is written that is not written as RFC 4180 has it. */
export const Dialect = z
  .strictObject({
    delimiter: mark('Between cells').default(','),
    quote: z.string().max(1).default('"').meta({ description: "Around cells; '' for none" }),
    escape: mark('Before a quote that belongs to the cell; the quote itself unless given').optional(),
    comment: z.string().min(1).optional().meta({ description: 'Lines that begin so are left out' }),
    decimal: mark('Before the decimals of a number').default('.'),
    thousands: mark('Between groups of three digits').optional(),
    encoding: z
      .enum([
        'utf-8',
        'utf-16le',
        'utf-16be',
        'windows-1250',
        'windows-1251',
        'windows-1252',
        'iso-8859-2',
        'iso-8859-15',
        'shift_jis',
        'gb18030',
      ])
      .default('utf-8')
      .meta({ description: 'Encoding of the text' }),
    header: z.boolean().default(true).meta({ description: 'Whether the first line names the columns' }),
    columns: z
      .array(z.string().min(1))
      .min(1)
      .optional()
      .meta({ description: 'Names of the columns, instead of the first line' }),
    nulls: z.array(z.string()).default([]).meta({ description: 'Cells that stand for null, beside the empty one' }),
  })
  .meta({ description: 'How a CSV file is written' })
export type Dialect = z.infer<typeof Dialect>

/** The dialect declared for a file: that of the first pattern that is its path, `*` standing for any part of a name. */
export function dialectFor(dialects: Readonly<Record<string, Dialect>> | undefined, path: string): Dialect | undefined {
  const found = Object.entries(dialects ?? {}).find(([pattern]) => patternOf(pattern).test(path))
  return found?.[1]
}

const patternOf = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/[\\^$.+?()[\]{}|]/g, '\\$&')
      .replaceAll('**', '\0')
      .replaceAll('*', '[^/]*')
      .replaceAll('\0', '.*')}$`,
  )
