import { remoteWrite } from './remote-write.js';
import { t as toldGroups } from './told-groups.js';

/** Writes the metrics of every decision by remote write, all in one request. */
function remoteWriteRecipient(
  settings                       ,
  environment                                              ,
  context            ,
)            {
  const { name, write } = remoteWrite(settings, environment);
  return {
    name,
    async tell(told) {
      const families = toldGroups(told, context).flatMap(group => group.families);
      if (families.length === 0) return undefined
      await write(families, told.at);
      return `wrote ${families.reduce((sum, { samples }) => sum + samples.length, 0)} series`
    },
  }
}

export { remoteWriteRecipient };
