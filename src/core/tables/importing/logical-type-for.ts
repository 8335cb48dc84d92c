import type { PropertyDraft } from '../drafts/draft.ts'

/** Names of types, in pandas, Spark, SQL and Arrow, for the logical type they come to; the first that fits counts. */
const TYPES: readonly (readonly [RegExp, NonNullable<PropertyDraft['logicalType']>])[] = [
  [
    /^(u?int(eger)?\d*(type)?|int_|(big|small|tiny|medium|byte)int|long(type)?|short(type)?|byte(type)?|serial|year)$/i,
    'integer',
  ],
  [/^(float\d*(type)?|float_|double(type|_precision)?|real|decimal(type)?|numeric|number)$/i, 'number'],
  [/^(bool(ean)?(type)?|bool_)$/i, 'boolean'],
  [/^(datetime\d*|timestamp(type)?(_?(tz|ntz|ltz))?|timestampntztype)$/i, 'timestamp'],
  [/^(date(type)?|date\d+)$/i, 'date'],
  [/^time$/i, 'time'],
  [
    /^(str(ing)?(type)?|object|object_|(n?var)?char(type)?|nchar|character|n?text|category|large_string|utf8|unicode)$/i,
    'string',
  ],
  [/^(list|array(type)?)$/i, 'array'],
  [/^(dict|struct(type)?|map(type)?|json|record)$/i, 'object'],
]

/** The logical type that a type of another tool comes to; its length, unit and zone are left aside. */
export function logicalTypeFor(name: string): PropertyDraft['logicalType'] | undefined {
  const bare = name
    .replace(/^dtype\('O'\)$/, 'object')
    .replace(/[[(<].*$/, '')
    .replace(/^(numpy|np|pd|pandas|pyarrow|pa)\./, '')
    .trim()
    .replaceAll(' ', '_')
  return TYPES.find(([pattern]) => pattern.test(bare))?.[1]
}
