/** Flags that say whom a verification believes, and of which model the certificate must be. */
const TRUSTING_FLAGS                     = [
  { name: 'key', kind: 'value', description: 'Public key (PEM) of the certifier. Default: whom the policy trusts' },
  { name: 'policy', kind: 'value', description: 'Policy whose trust counts: keys, workflows, log and witnesses' },
  { name: 'name', kind: 'value', description: 'Name of the model that it must be about, with or without its version' },
];

export { TRUSTING_FLAGS as T };
