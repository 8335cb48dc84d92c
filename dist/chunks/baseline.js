import { N as NAMESPACE } from './identifiers2.js';
import { U as UserError } from './user-error.js';
import { p as parseJson } from './json-value.js';
import { s as strictObject, l as literal, a as string, e as array } from './schemas2.js';

const Entry = strictObject({
  path: string().min(1).max(4096),
  rule: string().min(1),
  fingerprint: string().regex(/^[0-9a-f]{16}$/),
});

/** Credentials that were in a repository when it began to be scanned: to be mended still, but no reason to fail. */
const Baseline = strictObject({ schema: literal(`${NAMESPACE}secrets-baseline/v1`), secrets: array(Entry) });
                                               

/** Reads a baseline; throws a `UserError` for anything else. */
function readBaseline(path        , text        )           {
  const found = Baseline.safeParse(parseJson(text));
  if (found.success) return found.data
  const [issue] = found.error.issues;
  throw new UserError(
    'secrets.baseline',
    `Expected ${path} to be a baseline of credentials but ${issue?.path.join('.') || 'the document'} is wrong: ${issue?.message}`,
    { file: path, hint: 'Write it again with `proofmark secrets-baseline`' },
  )
}

/** A baseline of all credentials that were found, as text: each once, sorted, so that a change of it is easily reviewed. */
function writeBaseline(secrets                        )         {
  const entries = new Map(
    secrets.map(({ path, rule, fingerprint }) => [`${path}\0${rule}\0${fingerprint}`, { path, rule, fingerprint }]),
  );
  const sorted = [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  return `${JSON.stringify({ schema: `${NAMESPACE}secrets-baseline/v1`, secrets: sorted }                   , null, 2)}\n`
}

/** Whether the baseline has this credential in this file: the same one in another file is a new leak. */
const isInBaseline = (
  baseline          ,
  { path, fingerprint }                                           ,
)          => baseline.secrets.some(each => each.path === path && each.fingerprint === fingerprint);

export { isInBaseline as i, readBaseline as r, writeBaseline as w };
