import { openSync, writeSync, mkdtempSync, rmSync, readSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder;                    

/** The folder of this program's overflow, made when it is first needed and gone when the program ends. */
function overflowFolder()         {
  if (folder === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'proofmark-'));
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
    folder = made;
  }
  return folder
}

/** A file of one thread's in the folder, made when there is something to put into it. */
function overflowFile(name              )           {
  let file;                                                                
  let at = 0;
  return {
    put(pieces) {
      const words = pieces.reduce((sum, piece) => sum + piece.length, 0);
      if (!file) {
        const path = name();
        file = { path, handle: openSync(path, 'wx', 0o600) };
      }
      const stored = { file: file.path, at, words };
      const bytes = pieces.map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength));
      for (const part of bytes) {
        for (let written = 0; written < part.length; )
          written += writeSync(file.handle, part, written, part.length - written, at + written);
        at += part.length;
      }
      return stored
    },
  }
}

const handles = new Map                ();

/** Reads what was put into a file; the file stays open as long as the program runs. */
const readStored             = ({ file, at, words }, into) => {
  const bytes = new Uint8Array(into.buffer, into.byteOffset, 4 * words);
  const handle = handles.get(file) ?? openSync(file, 'r');
  handles.set(file, handle);
  for (let read = 0; read < bytes.length; ) {
    const more = readSync(handle, bytes, read, bytes.length - read, at + read);
    if (more === 0) throw new Error(`${file} is shorter than what was put into it`)
    read += more;
  }
};

export { overflowFolder as a, overflowFile as o, readStored as r };
