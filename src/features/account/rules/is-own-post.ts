/**
 * Whether a form was posted from a page of ours, by what the browser says of it (Fetch Metadata, W3C; Origin, RFC 6454). A
 * browser that says nothing is not believed.
 */
export function isOwnPost(
  { site, origin }: { readonly site: string | undefined; readonly origin: string | undefined },
  ownOrigin: string,
): boolean {
  if (origin !== undefined && origin !== ownOrigin) return false;
  return site === undefined ? origin !== undefined : site === 'same-origin';
}
