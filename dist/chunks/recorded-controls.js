import { a as assessControls } from './assess-controls.js';
import { c as frameworkOf } from './read-settings.js';
import { C as CERTIFICATE_FILE, R as REFUSAL_FILE } from './record-files.js';
import { U as UserError } from './user-error.js';
import { c as catalogueOf } from './write-reports.js';
import { e as entriesOfStatement, f as filesMadeOf } from './files-made-of.js';

/**
 * How far the evidence of a certification goes for each control, at the time it was signed. Earlier entries of the log count for nothing
 * here: `proofmark controls` asks for them. A catalogue that cannot be read is for that command to complain about.
 */
async function recordedControls(
  { controls }                            ,
  { kind, bundle, documents, chain, at, out }              ,
  { files }                      ,
)                                                {
  try {
    const catalogue = await catalogueOf(controls, files);
    const { frameworks } = controls;
    const wanted = frameworks ? catalogue.filter(control => frameworks.includes(frameworkOf(control))) : catalogue;
    const file = kind === 'certificate' ? CERTIFICATE_FILE : REFUSAL_FILE;
    const told = entriesOfStatement(file, bundle, chain.sha256, at);
    const entries = [
      ...('entries' in told ? told.entries : []),
      ...logEntry(chain, at),
      ...(await filesMadeOf(documents, out, files)),
    ];
    return assessControls(wanted, {
      documents,
      entries,
      at,
      freshDays: controls['fresh-days'],
      ...(controls.owners ? { owners: controls.owners } : {}),
    })
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

const logEntry = ({ entry, sha256 }       , at      )                =>
  entry
    ? [
        {
          kind: 'log',
          text: `entry ${entry.index} of ${entry.origin}`,
          at: at.toISOString(),
          counts: true,
          file: `log:sha256:${sha256}`,
          sha256,
        },
      ]
    : [];

export { recordedControls };
