import { phrasePattern } from '../phrases.ts';

const tomorrowIs = phrasePattern([
  "tomorrow(?:'s| is| will be|'ll be)? (?:always |just )?(?:another|a new|a brand new|a better|a different) (?:day|one|chance)",
  "(?:things|it|everything) (?:will|'ll|can|may|might) (?:look|be|feel|seem) (?:\\p{L}+ )?(?:better|brighter|easier|different|lighter) tomorrow|tomorrow (?:it |things |everything )?(?:will|'ll|can|may|might) (?:look|be|feel|seem) (?:\\p{L}+ )?(?:better|brighter|easier|different|lighter)",
  'manana (?:es|sera) (?:ya )?otro dia|manana (?:sera|ira|estara|se ve|lo ves|lo veras) (?:todo )?(?:\\p{L}+ )?(?:mejor|distinto|diferente)|como si no hubiera manana',
  'amanha (?:e|sera|vai ser) (?:um )?(?:outro|novo) dia|amanha (?:sera|vai ser|vai estar) (?:tudo )?(?:\\p{L}+ )?melhor|como se nao houvesse amanha',
  'morgen (?:ist|kommt|wird) (?:(?:auch|noch|ja|wieder|bestimmt|sicher) )*(?:ein (?:neuer|anderer|besserer) tag|besser)|morgen sieht (?:\\p{L}+ ){1,4}(?:besser|anders)(?: aus)?|als gabe es kein morgen',
  'завтра (?:будет |уже |ведь |наступит )*(?:новый|другой) день|завтра (?:все )?(?:будет|станет) (?:\\p{L}+ )?(?:легче|лучше|проще)',
  'завтра (?:буде |вже |настане )*(?:новий|інший) день|завтра (?:все )?(?:буде|стане) (?:\\p{L}+ )?(?:легше|краще)',
  'غدا يوم (?:اخر|جديد|افضل)',
  '明日は(?:きっと)?(?:いい|良い|新しい|別の)日|また明日(?=$|[。！!♪~〜])|明日は明日の風',
  "as if there (?:is|was|were)(?: no|n't any) tomorrow|like there's no tomorrow",
]);

const tomorrow = /tomorrow|manana|amanha|morgen|завтра|غدا|明日/u;

/** "And again tomorrow": the whole of a clause, with nobody and nothing that is to take place. */
const again =
  /(?<=^|[.,!?;:] )(?:(?:and|y|e|und|и|і) )?(?:(?:then )?(?:again tomorrow|tomorrow again)|manana (?:otra vez|de nuevo|mas)|otra vez manana|amanha (?:outra vez|de novo)|morgen (?:wieder|noch ?mal)|завтра (?:снова|опять|знову))(?= *(?:$|[.,!?;]))/gu;

/** A `plainText` without ways of speaking that name a day and set none: "tomorrow is another day". */
export function withoutTimeFigures(plain: string): string {
  if (!tomorrow.test(plain)) return plain;
  return plain.replace(tomorrowIs, ' ').replace(again, ' ');
}
