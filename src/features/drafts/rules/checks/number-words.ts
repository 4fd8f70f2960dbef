/** Words for numbers in English, Spanish, Portuguese, German, Russian, Ukrainian and Arabic, in their order. */
const lists: readonly (readonly [first: number, step: number, words: string])[] = [
  [
    1,
    1,
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  ],
  [20, 10, 'twenty thirty forty fifty sixty seventy eighty ninety'],
  [100, 900, 'hundred thousand'],
  [
    2,
    1,
    'dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte',
  ],
  [30, 10, 'treinta cuarenta cincuenta sesenta setenta ochenta noventa cien'],
  [1000, 0, 'mil tausend тысяча тысячу тысяч тисяча тисячу тисяч الف'],
  [
    2,
    1,
    'dois tres quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis dezessete dezoito dezenove vinte',
  ],
  [30, 10, 'trinta quarenta cinquenta sessenta setenta oitenta noventa cem'],
  [
    2,
    1,
    'zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn zwanzig',
  ],
  [30, 10, 'dreissig vierzig funfzig sechzig siebzig achtzig neunzig hundert'],
  [
    2,
    1,
    'два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать',
  ],
  [30, 10, 'тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто сто'],
  [200, 100, 'двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот'],
  [
    2,
    1,
    "дві три чотири п'ять шість сім вісім дев'ять десять одинадцять дванадцять тринадцять чотирнадцять п'ятнадцять шістнадцять сімнадцять вісімнадцять дев'ятнадцять двадцять",
  ],
  [30, 10, "тридцять сорок п'ятдесят шістдесят сімдесят вісімдесят дев'яносто сто"],
  [3, 1, 'ثلاثه اربعه خمسه سته سبعه ثمانيه تسعه عشره'],
  [20, 10, 'عشرين ثلاثين اربعين خمسين ستين سبعين ثمانين تسعين مئه'],
];

/** The number that a word stands for, for words as `plainText` writes them. */
export const numberWords: Readonly<Record<string, number>> = Object.fromEntries(
  lists.flatMap(([first, step, words]) =>
    words.split(' ').map((word, index) => [plainNumberWord(word), first + step * index] as const),
  ),
);

function plainNumberWord(word: string): string {
  return word.replaceAll('ї', 'і');
}
