/** Words for people and animals, and ways to name them, after which a name stands; pieces of regular expressions, small letters. */
export const nameCues: readonly string[] = [
  'dog|puppy|cat|kitten|rabbit|bunny|hamster|horse|parrot|bird|ferret|pet|son|daughter|kid|baby|wife|husband|mom|mum|mother|dad|father|brother|sister|friend|girlfriend|boyfriend|aunt|uncle|boss|nephew|niece|cousin',
  'perr[oa]|perrit[oa]|gat[oa]|gatit[oa]|conejo|caballo|mascota|hij[oa]|espos[oa]|marido|mujer|madre|padre|herman[oa]|amig[oa]|novi[oa]|ti[oa]|jef[ea]|sobrin[oa]|prim[oa]',
  'cachorr[oa]|coelho|cavalo|filh[oa]|mae|pai|irma|irmao|namorad[oa]|chefe',
  'hund|hundin|katze|kater|kaninchen|hase|pferd|vogel|hamster|papagei|tier|sohn|tochter|kind|frau|mann|mutter|vater|mama|papa|bruder|schwester|freund|freundin|tante|onkel|oma|opa|chef|chefin|neffe|nichte|kollege|kollegin|herr|enkel|enkelin',
];

/** Ways to give a name: the next word is one, in any spelling. */
export const namings: readonly string[] = [
  "(?:is|was|are) (?:called|named)|named|(?:his|her|its|whose) name is|my (?:dog|cat|son|daughter|wife|husband)'s name is",
  'se llama|su nombre es',
  'se chama|o nome dele e|o nome dela e',
  'namens|(?<!(?:das|was|wie|es) )heisst|sein name ist|ihr name ist',
  '(?:его|ее|её) зовут|зовут (?:его|ее|её)|по имени|по кличке',
  "його звати|її звати|на ім'я|на прізвисько",
  'اسمه|اسمها',
];
