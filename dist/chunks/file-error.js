import { U as UserError } from './user-error.js';

const permission          = {
  code: 'file.permission',
  kind: 'environment',
  message: (name, verb) => `Expected permission to ${verb} ${name} but the system refused it`,
  hint: 'Give the user that runs Proofmark access to it, e.g. with chmod or chown',
};
const full          = {
  code: 'file.disk-full',
  kind: 'environment',
  message: (name, verb) => `Expected room to ${verb} ${name} but the disk is full`,
  hint: 'Free some space, or choose another folder with --out',
};
const folder          = {
  code: 'file.is-folder',
  kind: 'input',
  message: name => `Expected ${name} to be a file but it is a folder`,
  hint: 'Name a file in it',
};

/** What a system error says to the reader, by its code. */
const MEANINGS                                    = {
  EACCES: permission,
  EPERM: permission,
  ENOSPC: full,
  EDQUOT: full,
  EISDIR: folder,
  EROFS: {
    code: 'file.read-only',
    kind: 'environment',
    message: (name, verb) => `Expected to ${verb} ${name} but its disk is read-only`,
    hint: 'Choose another folder with --out',
  },
  ENOTDIR: {
    code: 'file.not-a-folder',
    kind: 'input',
    message: name => `Expected every part of ${name} but the last to be a folder but one is a file`,
    hint: 'Check the path',
  },
  EEXIST: {
    code: 'file.not-a-folder',
    kind: 'input',
    message: name => `Expected every part of ${name} but the last to be a folder but one is a file`,
    hint: 'Check the path',
  },
  ELOOP: {
    code: 'file.link-loop',
    kind: 'input',
    message: name => `Expected ${name} to lead to a file but its links go in a circle`,
    hint: 'Remove the link',
  },
  ERR_FS_FILE_TOO_LARGE: {
    code: 'file.too-large',
    kind: 'input',
    message: name => `Expected ${name} to fit in memory but it is larger than 2 GiB`,
    hint: 'Split the file',
  },
};

/** A failed system call, or the code of one, as a `UserError` that names the path as the user knows it; anything else as it is. */
function fileError(name        , verb                             , cause         )          {
  if (cause instanceof UserError) return cause
  const code = systemCode(cause);
  if (code === undefined) return cause
  const meaning = MEANINGS[code];
  if (!meaning) {
    return new UserError('file.system', `Expected to ${verb} ${name} but the system said ${code}`, {
      file: name,
      kind: 'environment',
      hint: 'Mend the disk or the path and run again',
      cause,
    })
  }
  const { message, ...details } = meaning;
  return new UserError(details.code, message(name, verb), { file: name, kind: details.kind, hint: details.hint, cause })
}

/** The code of a system error, e.g. `ENOENT`. */
function systemCode(cause         )                     {
  if (typeof cause === 'string') return cause
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined
}

export { fileError as f, systemCode as s };
