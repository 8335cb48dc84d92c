import { s as strictObject, e as array, a as string, b as boolean, _ as _enum } from './schemas2.js';

const mark = (description        ) => string().length(1).meta({ description });

/** How a CSV file is written that is not written as RFC 4180 has it. */
const Dialect = strictObject({
    delimiter: mark('Between cells').default(','),
    quote: string().max(1).default('"').meta({ description: "Around cells; '' for none" }),
    escape: mark('Before a quote that belongs to the cell; the quote itself unless given').optional(),
    comment: string().min(1).optional().meta({ description: 'Lines that begin so are left out' }),
    decimal: mark('Before the decimals of a number').default('.'),
    thousands: mark('Between groups of three digits').optional(),
    encoding: _enum([
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
    header: boolean().default(true).meta({ description: 'Whether the first line names the columns' }),
    columns: array(string().min(1))
      .min(1)
      .optional()
      .meta({ description: 'Names of the columns, instead of the first line' }),
    nulls: array(string()).default([]).meta({ description: 'Cells that stand for null, beside the empty one' }),
  })
  .meta({ description: 'How a CSV file is written' });
                                             

/** The dialect declared for a file: that of the first pattern that is its path, `*` standing for any part of a name. */
function dialectFor(dialects                                               , path        )                      {
  const found = Object.entries(dialects ?? {}).find(([pattern]) => patternOf(pattern).test(path));
  return found?.[1]
}

const patternOf = (pattern        )         =>
  new RegExp(
    `^${pattern
      .replace(/[\\^$.+?()[\]{}|]/g, '\\$&')
      .replaceAll('**', '\0')
      .replaceAll('*', '[^/]*')
      .replaceAll('\0', '.*')}$`,
  );

export { Dialect as D, dialectFor as d };
