import { textfiles } from './textfile.js';
import { t as toldGroups } from './told-groups.js';

/** Writes the metrics of every decision where the textfile collector of the machine's node exporter reads them. */
function textfileRecipient({ folder }                    , root        , context            )            {
  const files = textfiles(root, folder);
  return {
    name: files.name,
    async tell(told) {
      const groups = toldGroups(told, context);
      for (const group of groups) await files.write(group);
      return groups.length === 0 ? undefined : `wrote ${groups.map(({ about }) => about).join(', ')}`
    },
  }
}

export { textfileRecipient };
