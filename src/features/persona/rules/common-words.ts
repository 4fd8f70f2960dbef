/** Words that say little by themselves, by language: by them a language is known, and they make no two texts alike. */
const lists: Readonly<Record<string, string>> = {
  en: 'the and you your is are to of in it that for this with have was what how do does did can will would just not my me we so but if be on at i am thanks thank',
  es: 'el la los las un una de del y que es en por para con no se te tu mi lo su yo muy pero como más qué cuándo está eres soy gracias al si ya hay cuál',
  pt: 'o os as um uma de do da e que é em no na por para com não se você seu meu minha muito mas como mais está obrigada obrigado ao já quando tem sou pra',
  de: 'der die das ein eine und du ich ist nicht es zu in mit für von den dem auf wie was wann auch aber so wir dir dich mir mich bin hast habe noch danke ja',
  fr: 'le la les un une des et tu je est pas que qui en pour avec dans ce mon ma ton ta vous nous sur mais plus très merci au du suis comment quand quoi oui',
  it: 'il lo gli un una di e che è in per con non si ti mi tu io ma come più molto sono sei del della al grazie quando cosa questo ciao anche',
  nl: 'de het een en je jij ik is niet dat van in met voor op te wat hoe maar ook zo mijn jouw ben heb dank bent wel nog wij',
  pl: 'i w na z to jest nie się że do co jak dla ale tak mi ci moja mój jestem bardzo dzięki czy już kiedy dziękuję',
  tr: 'bir ve bu çok için ne nasıl ben sen mi mı değil var yok da de ama ile gibi evet teşekkürler olarak kadar',
  id: 'yang dan di ini itu aku kamu tidak untuk dengan ada apa saya dari ke bisa juga sudah banget nya kalau terima kasih',
  ru: 'и в на я ты не что это как с по у мне тебе но так да за от для то все всё мы вы уже очень спасибо когда сколько можно где меня тебя',
  uk: 'і в на я ти не що це як з по у мені тобі але так та за від для то все ми ви вже дуже дякую коли скільки можна де мене тебе є',
};

/** The words of each language that has a list, in small letters. */
export const wordsByLanguage: readonly (readonly [language: string, words: ReadonlySet<string>])[] =
  Object.entries(lists).map(([language, words]) => [language, new Set(words.split(' '))]);
