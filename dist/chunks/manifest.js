import { i as isSensitive } from './read-contract.js';
import { U as UserError } from './user-error.js';
import { t as tokenMethods } from './index12.js';
import { e as array, h as looseObject, u as union, a as string, f as unknown, s as strictObject, b as boolean, l as literal, i as int } from './schemas2.js';
import { S as Sha256 } from './evidence.js';
import { N as NAMESPACE } from './identifiers2.js';

/** What the contract says of a file's columns, by their name in it: the table the file is named after, else every table of the contract together. */
function contractColumns(contract                          , file        )                                {
  const tables = contract?.tables ?? [];
  const full = file.split('/').at(-1) ?? file;
  const stem = full.replace(/\.[^.]+$/, '');
  const own = tables.filter(({ object }) =>
    [object.name, object.physicalName].some(name => name === full || name === stem),
  );
  const columns = new Map                  ();
  for (const { object } of own.length === 1 ? own : tables)
    for (const property of object.properties ?? [])
      for (const name of [property.name, property.physicalName])
        if (name !== undefined && prefer(property, columns.get(name))) columns.set(name, property);
  return columns
}

/** Of two tables' columns of one name, the one that is classified. */
const prefer = (property          , known                      )          =>
  known === undefined || (isSensitive(property) && !isSensitive(known));

/** Name of the custom property of an ODCS column that says how it is pseudonymised. */
const PROPERTY = 'proofmarkTokenize';

const CustomProperties = array(looseObject({ property: string(), value: unknown() })).nullish();
const Declaration = union([string().transform(method => ({ method })), looseObject({ method: string() })]);

/** How the contract wants a column pseudonymised: a method's id, or a map of `method` and its options; undefined where it says nothing. `contract` names the file, for messages. */
function declaredMethod(property          , contract        )                          {
  const refuse = (expected        , found        ) =>
    new UserError(
      'tokenize.declaration',
      `Expected ${PROPERTY} of ${property.name} to ${expected} but found ${found} (${contract})`,
      {
        file: contract,
        hint: `Methods: ${Object.values(tokenMethods)
          .map(({ id }) => id)
          .join(', ')}`,
      },
    );
  const read = CustomProperties.safeParse(property.customProperties);
  if (!read.success) {
    // Another tool's properties are not ours to judge, unless ours is among them and would go unread.
    if (JSON.stringify(property.customProperties)?.includes(PROPERTY))
      throw refuse('be an item of a list, with property and value', 'another shape')
    return undefined
  }
  const ours = (read.data ?? []).filter(each => each.property === PROPERTY);
  const [declared] = ours;
  if (!declared) return undefined
  if (ours.length > 1) throw refuse('be given once', String(ours.length))
  const declaration = Declaration.safeParse(declared.value);
  if (!declaration.success) throw refuse('name a method', 'none')
  const { method: id, ...options } = declaration.data;
  const method = Object.values(tokenMethods).find(each => each.id === id);
  if (!method) throw refuse('name a method', `'${id}'`)
  const bound = method.bind(options);
  if ('faults' in bound) throw refuse(`have the options of ${id}`, bound.faults.join('; '))
  return bound
}

/** What tokenize says of the table it wrote, beside it: by which methods, under which key; never the key. */
const TokenManifest = strictObject({
  schema: literal(`${NAMESPACE}tokens/v1`),
  table: strictObject({ sha256: Sha256, bytes: int().nonnegative(), rows: int().nonnegative() }),
  keyId: string().regex(/^[\da-f]{8}$/),
  /** Pseudonymised data stays personal data (GDPR Art. 4(5), recital 26): whoever has the key, or enough other data, finds the person. */
  status: literal('pseudonymised'),
  columns: array(strictObject({ name: string(), method: string(), reversible: boolean() })).min(1),
});
                                                         

/** The manifest's path, beside its table. */
const manifestPath = (table        )         => `${table}.tokens.json`;

/** The manifest in a text; undefined where it is none. */
function parseManifest(text        )                            {
  try {
    return TokenManifest.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

export { PROPERTY as P, contractColumns as c, declaredMethod as d, manifestPath as m, parseManifest as p };
