/** The words of a name, lower case and without accents: `p_bad`, `pBad` and `P-Bad` are all `p`, `bad`; `champion2` is `champion`, `2`. */
const nameWords = (name        )           =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '');

/** The words of a file's name, its extension left out. */
const fileWords = (path        )           =>
  nameWords((path.split('/').at(-1) ?? '').replace(/(?<=.)\.[^.]*$/, ''));

/** The words of the folder that a file lies in. */
const folderWords = (path        )           => nameWords(path.split('/').at(-2) ?? '');

/** Which of these words a file is named for, earlier ones first; where its own name has none, its folder's counts. Infinity: none. */
function rankByName(path        , words                   )         {
  const rank = (found                   ) => {
    const at = words.findIndex(word => found.includes(word));
    return at < 0 ? Number.POSITIVE_INFINITY : at
  };
  return Math.min(rank(fileWords(path)), rank(folderWords(path)) + words.length)
}

export { folderWords as a, fileWords as f, nameWords as n, rankByName as r };
