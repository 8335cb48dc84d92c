/** A form sent by POST, as OAuth's token endpoints take it. */
const formCall = (url     , fields                                  )       => ({
  method: 'POST',
  url,
  headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(fields).toString(),
});

export { formCall as f };
