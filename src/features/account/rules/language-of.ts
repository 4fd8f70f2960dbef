/** The first language of an Accept-Language header, where nobody is known whose language it could be; null: it names none. */
export function languageOf(header: string | undefined): string | null {
  const tag = header?.split(/[,;]/, 1)[0]?.trim() ?? '';
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(tag) ? tag : null;
}
