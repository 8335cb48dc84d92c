const MAX_LENGTH = 120;

/** A name from an untrusted file, fit for a message: printable ASCII only, shortened. */
function printable(name        )         {
  const shown = name.replaceAll(/[^\x20-\x7e]/g, character => `\\u{${character.codePointAt(0)?.toString(16)}}`);
  return shown.length > MAX_LENGTH ? `${shown.slice(0, MAX_LENGTH)}…` : shown
}

export { printable as p };
