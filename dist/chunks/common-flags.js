/** Flags of every command that ends in a verdict. */
const COMMON_FLAGS                     = [
  { name: 'config', kind: 'value', description: 'Settings file. Default: proofmark.yml, where there is one' },
  {
    name: 'out',
    kind: 'value',
    description: 'Folder for evidence and certificates. Default: .proofmark beside the settings',
  },
  { name: 'json', kind: 'switch', description: 'Print the evidence as JSON' },
  { name: 'quiet', kind: 'switch', description: 'Print the verdict only' },
];

export { COMMON_FLAGS as C };
