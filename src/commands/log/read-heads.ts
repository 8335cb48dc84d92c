import { type Checkpoint, readCheckpointText } from '../../core/record/log/checkpoint.ts'
import { type LogFault, logFault } from '../../core/record/log/log-fault.ts'
import { CHECKPOINT_FILE, STATE_FILE } from '../../core/record/log/log-files.ts'
import type { LogTrust } from '../../core/record/log/log-trust.ts'
import { MAX_NOTE_LENGTH } from '../../core/record/log/note.ts'
import { openCheckpoint, type SignedCheckpoint } from '../../core/record/log/open-checkpoint.ts'
import type { LogBranch } from '../../ports/log-branch.ts'
import type { LogPorts } from './log-ports.ts'
import { readSmallText } from './read-tree.ts'

/** Both heads of a log as of a commit: what is signed, and what the tiles make, which may be ahead. */
export interface Heads {
  readonly commit: string
  readonly checkpoint: SignedCheckpoint
  readonly state: Checkpoint
}

/** Whose log it is: all that reading the heads needs of the trust in it. */
export type LogIdentity = Pick<LogTrust, 'origin' | 'key'>

const MAX_STATE_BYTES = 1024

/** Reads both heads and checks the signature; nothing of the tree yet. */
export async function readHeads(
  branch: LogBranch,
  commit: string,
  { origin, key }: LogIdentity,
  { noteKeys }: Pick<LogPorts, 'noteKeys'>,
): Promise<Heads | LogFault> {
  const note = await readSmallText(branch, commit, CHECKPOINT_FILE, MAX_NOTE_LENGTH)
  if (note === undefined) return logFault('corrupt', `expected a checkpoint in ${branch.name} but found none`)
  const checkpoint = openCheckpoint(note, origin, key, noteKeys)
  if (typeof checkpoint === 'string')
    return logFault('unsigned', `${checkpoint.charAt(0).toLowerCase()}${checkpoint.slice(1)} (${branch.name})`)
  const text = await readSmallText(branch, commit, STATE_FILE, MAX_STATE_BYTES)
  const state = readCheckpointText(text ?? '')
  if (state?.origin !== origin)
    return logFault('corrupt', `expected the state of ${origin} in ${branch.name} but found none`)
  if (state.size < checkpoint.size)
    return logFault(
      'corrupt',
      `expected at least the ${checkpoint.size} signed entries in the state of ${branch.name} but found ${state.size}`,
    )
  return { commit, checkpoint, state }
}
