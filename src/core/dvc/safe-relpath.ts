/** Whether a name listed in a folder's object stays below that folder: such lists come from remotes. */
export const safeRelpath = (path: string): boolean =>
  path.length <= 4096 &&
  !path.includes('\0') &&
  !/^([A-Za-z]:)?[\\/]/.test(path) &&
  path.split('/').every(step => step !== '' && step !== '.' && step !== '..')
