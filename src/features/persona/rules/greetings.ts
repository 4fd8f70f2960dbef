/** How people begin a message, in small letters; by language only to be read. */
const lists = [
  'hi hey hello heya hiya yo',
  'hola holi holaa buenas ey',
  'oi olá ola eai',
  'hallo hi servus moin huhu hallöchen na',
  'salut coucou bonjour bonsoir',
  'ciao salve buongiorno',
  'привет приветик приветики здравствуй здравствуйте хай',
  'вітаю привіт вітання',
  'cześć hej siema',
  'merhaba selam',
  'مرحبا أهلا اهلا هلا سلام',
  'やあ こんにちは こんばんは やっほー おはよう',
  '안녕 안녕하세요',
];
const greetings = new Set(lists.join(' ').split(' '));

/** The greeting with which a text begins, in small letters as it was written; undefined when it begins otherwise. */
export function greetingOf(text: string): string | undefined {
  const word = /^\P{L}*([\p{L}\p{M}ー]+)/u.exec(text)?.[1]?.toLocaleLowerCase('en');
  if (word === undefined) return undefined;
  // Letters that were drawn out (heyyy) are one word.
  return [word, word.replace(/(\p{L})\1+$/u, '$1')].find((one) => greetings.has(one));
}
