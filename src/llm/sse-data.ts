/**
 * The data of each event of a stream, in order (HTML standard, 9.2.6: server-sent events). Comments, which providers send to
 * keep a connection, are left out. What a stream ends with counts although no empty line follows.
 */
export async function* sseData(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  let data: string[] = [];
  const take = (line: string): string | null => {
    if (line.startsWith('data:')) data.push(line.slice(line.startsWith('data: ') ? 6 : 5));
    if (line !== '' || data.length === 0) return null;
    const event = data.join('\n');
    data = [];
    return event;
  };
  for await (const bytes of body) {
    const piece = decoder.decode(bytes, { stream: true });
    rest += piece;
    if (!/[\r\n]/.test(piece)) continue;
    // A carriage return at the end may be the first half of a line's end.
    const lines = rest.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const event = take(line);
      if (event !== null) yield event;
    }
  }
  take(rest.trimEnd());
  const last = take('');
  if (last !== null) yield last;
}
