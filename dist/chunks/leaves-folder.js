/** Whether a path of a model leaves the model's folder, or would on some system: absolute, on a drive, `..`, or with a NUL. */
const leavesFolder = (path        )          =>
  path === '' ||
  path.includes('\0') ||
  /^[/\\]|^[A-Za-z]:|^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(path) ||
  path.split(/[/\\]/).includes('..');

export { leavesFolder as l };
