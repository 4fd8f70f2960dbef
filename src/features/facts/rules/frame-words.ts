/** Words that frame a fact and are no part of it: "has", "lives in", "is called", "the fan". As `plainText` writes them. */
const lists = [
  // English
  'a an and are as at be been by called calls fan for from had has have having he her him his i in into is it its likes like live lives living loves love me my named name names of on or our she some that the their them they this to wants want was we were who will with work works working would you your just also really very now not no',
  // Spanish
  'a al ama como con de del el ella en es esta estan fan gusta gustan ha han hay la las le les llama llamada llamado lo los me mi mis muy nombre no o para por que quiere quiero se ser soy su sus tengo tiene tu un una uno vive vivo y ya yo trabaja trabajo',
  // Portuguese
  'ao com da das do dos e ela ele em eu fa gosta gosto meu minha na nas nos no o os para por quer quero seu sua sou tem tenho uma um voce mora moro chama trabalha nao',
  // German
  'am arbeitet arbeite auf aus bei bin das dem den der die ein eine einem einen einer er es fur hat habe heisst heisse ich im ihr ihre in ist lebt lebe liebt liebe mag mein meine mit nach namens sein seine sich sie und von will wohnt wohne zu zum zur nicht',
  // Russian and Ukrainian
  'а в во где его ее есть живет живу зовут и из имеет как к любит люблю меня мне мои мой моя на нее нет не него о он она от по по-моему работает работаю с свой свою себя со у фанат хочет хочу что это я в вiн вона мене мiй моя є живе живу звати люблю любить маю має працюю працює хоче хочу із з й та у що це',
  // Arabic, Japanese
  'في من على الى هو هي له لها اسمه اسمها انا لدي لديه لديها احب يحب تحب اعيش يعيش تعيش اسكن يسكن اعمل يعمل هذا هذه',
  'は が を に で と も の へ や か ね よ です ます だ する して いる ある さん 私 僕 俺 て い る た ん し',
];

/** The words, each once. */
export const frameWords: ReadonlySet<string> = new Set(lists.flatMap((list) => list.split(' ')));
