/** Where a part begins that a server sent for `Range: bytes=from-`, by its Content-Range (RFC 9110 §14.4). */
function startOf(contentRange                    , from        )         {
  const start = /^bytes (\d{1,15})-/.exec(contentRange ?? '')?.[1];
  return start === undefined ? from : Number(start)
}

export { startOf as s };
