import { utf8 } from '../../core/record/log/bytes.ts'
import { checkpointText } from '../../core/record/log/checkpoint.ts'
import { CHECKPOINT_FILE, STATE_FILE } from '../../core/record/log/log-files.ts'
import { emptyRoot } from '../../core/record/log/merkle-hash.ts'
import { MAX_NOTE_LENGTH, writeNote } from '../../core/record/log/note.ts'
import type { NoteSigner } from '../../core/record/log/note-key.ts'
import { UserError } from '../../core/user-error.ts'
import type { LogBranch } from '../../ports/log-branch.ts'
import type { LogPorts } from './log-ports.ts'
import { readSmallText } from './read-tree.ts'

/** Makes a log: a branch with the signed head of an empty tree. Returns its first commit. Touches no branch that is there. */
export async function initLog(
  { branch, origin, signer }: { readonly branch: LogBranch; readonly origin: string; readonly signer: NoteSigner },
  { noteKeys }: Pick<LogPorts, 'noteKeys'>,
): Promise<{ readonly commit: string; readonly note: string }> {
  if ((await branch.head()) !== undefined) throw exists(branch)
  const text = checkpointText({ origin, size: 0, root: emptyRoot(noteKeys.hash) })
  const signature = noteKeys.sign(signer.seed, utf8(text))
  const note = writeNote({ text, signatures: [{ name: signer.name, keyId: signer.keyId, signature }] })
  const made = await branch.commit(undefined, {
    message: `Begin the log ${origin}`,
    additions: [
      { path: CHECKPOINT_FILE, content: utf8(note) },
      { path: STATE_FILE, content: utf8(text) },
    ],
    deletions: [],
  })
  if (typeof made !== 'string') return { ...made, note }
  const commit = await branch.head()
  const found = commit === undefined ? undefined : await readSmallText(branch, commit, CHECKPOINT_FILE, MAX_NOTE_LENGTH)
  if (commit !== undefined && found === note) return { commit, note }
  if (commit !== undefined) throw exists(branch)
  throw new UserError(
    'log.not-made',
    `Expected to make ${branch.name} but the answer was lost and there is no such branch`,
    {
      kind: 'environment',
      hint: 'Run `proofmark log init` again',
    },
  )
}

const exists = ({ name }: LogBranch) =>
  new UserError('log.exists', `Expected no branch at ${name} but found one`, {
    hint: 'A log is begun once. For another one, set record.log.branch to a name of its own',
  })
