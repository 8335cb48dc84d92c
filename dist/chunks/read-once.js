/**
 * A log that is read once for whoever asks the same of it within one command, however many steps do: all of them judge by the same
 * entries. What is appended is read anew, and so is what could not be read.
 */
function readOnce(log           )            {
  const known = new Map                             ();
  return {
    name: log.name,
    read(documentsOf) {
      const asked = [...documentsOf].toSorted().join();
      const reading = known.get(asked) ?? log.read(documentsOf);
      known.set(asked, reading);
      reading.catch(() => known.delete(asked));
      return reading
    },
    async append(leaf, document) {
      known.clear();
      await log.append(leaf, document);
      known.clear();
    },
  }
}

export { readOnce as r };
