/**
 * A glob as the folder to look in and the names to take. `*` stands for any text inside one name, hidden names too;
 * `**` as a whole part stands for any number of folders. Every other character stands for itself.
 */
function globPattern(glob        )                                      {
  const parts = glob.split('/');
  const first = parts.findIndex(part => part.includes('*'));
  const source = parts.map((part, i) => {
    const last = i === parts.length - 1;
    if (part === '**') return last ? '.*' : '(?:[^/]+/)*'
    return `${part.split('*').map(literal).join('[^/]*')}${last ? '' : '/'}`
  });
  return { folder: parts.slice(0, first).join('/') || '.', pattern: new RegExp(`^${source.join('')}$`, 's') }
}

const literal = (text        )         => text.replace(/[\\^$.+?()[\]{}|]/g, '\\$&');

export { globPattern as g };
