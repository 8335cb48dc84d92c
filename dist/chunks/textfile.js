import { randomUUID, createHash } from 'node:crypto';
import { writeFile, chmod, rename, rm } from 'node:fs/promises';
import { resolve, join } from 'node:path';
import { e as exposition } from './exposition.js';
import { U as UserError } from './user-error.js';

/** Files of a node exporter's textfile collector. A reader sees the old file or the new one: it is written beside, and renamed. */
function textfiles(root        , named        )            {
  const folder = resolve(root, named);
  return {
    name: `Textfile collector ${named}`,
    async write({ key, about, whole, families }) {
      if (whole) return put(families, fileName(key, about))
      for (const family of families) await put([family], fileName(key, about, family.name));
    },
    async remove(key, about) {
      const names = [undefined, ...REMOVABLE].map(family => fileName(key, about, family));
      for (const name of names) await doing('remove', () => rm(join(folder, name), { force: true }));
    },
  }

  async function put(families                         , name        )                {
    const temporary = join(folder, `.${name}.${randomUUID()}.tmp`);
    try {
      await doing('write', async () => {
        await writeFile(temporary, exposition(families), { flag: 'wx' });
        // The exporter runs as a user of its own.
        await chmod(temporary, 0o644);
        await rename(temporary, join(folder, name));
      });
    } finally {
      await rm(temporary, { force: true });
    }
  }

  async function doing(what        , act                        )                {
    try {
      await act();
    } catch (cause) {
      const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
      throw new UserError('metrics.textfile', `Expected to ${what} a file in ${named} but found ${code}`, {
        kind: 'environment',
        hint: 'Make the folder, let the user of this run write into it, and name it in connections.textfile.folder',
        cause,
      })
    }
  }
}

/** Families of groups that are not whole, each in a file of its own. */
const REMOVABLE = [
  'proofmark_certification_passed',
  'proofmark_last_decision_timestamp_seconds',
  'proofmark_certification_info',
  'proofmark_last_certified_timestamp_seconds',
  'proofmark_certificate_expiry_timestamp_seconds',
  'proofmark_certificate_revoked',
  'proofmark_last_revocation_timestamp_seconds',
  'proofmark_production_info',
  'proofmark_production_certified',
  'proofmark_last_watch_timestamp_seconds',
  'proofmark_last_promotion_timestamp_seconds',
  'proofmark_last_demotion_timestamp_seconds',
];

/** A name for the eye, and a digest of the key that tells two of them apart. */
function fileName(key                    , about        , family         )         {
  const digest = createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 12);
  return `proofmark-${about}-${digest}${family === undefined ? '' : `.${family}`}.prom`
}

export { textfiles };
