/** Marks between which people put the words of others. */
const quoted = /“[^”\n]*”|„[^“”\n]*[“”]|«[^»\n]*»|"[^"\n]*"|「[^」\n]*」|『[^』\n]*』/gu;
/** A line that repeats what somebody wrote. */
const repeated = /^\s*>.*$/gmu;

/** A reply without what it quotes: those may be a fan's words. */
export function ownWords(reply: string): string {
  return reply.replace(repeated, ' ').replace(quoted, ' … ').trim();
}
