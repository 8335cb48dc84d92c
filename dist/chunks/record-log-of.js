import { l as logSigner, o as openLog, r as rememberSeen } from './read-log.js';
import { r as recordLog } from './record-log.js';

/** The log that the settings name, to be read and, by who holds its key, written to. What is seen of it is remembered. */
async function recordLogOf(
  settings             ,
  { trusted }                                               ,
  keyText                    ,
  ports       ,
)                     {
  const signer = await logSigner(settings, keyText, ports);
  const opened = await openLog(settings, { trusted, signer }, ports);
  const remember = (note        ) => rememberSeen(settings, note, ports);
  return recordLog({ ...opened, signer, remember }, ports)
}

export { recordLogOf as r };
