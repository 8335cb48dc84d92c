/** What an error says, for a sentence of ours. */
const messageOf = (error         )         => (error instanceof Error ? error.message : String(error));

export { messageOf as m };
