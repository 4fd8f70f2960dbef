// Words that say little of what somebody wants: articles, pronouns, forms of "to be" and "to have". Where, when and who are
// not among them, since many questions have no other word. Of Japanese the pairs of characters that endings are made of.
const lists = [
  // en
  'a an the i you u he she it we they me my your yours his her its our their this that these those is am are was were be been do does did dont have has had can could would will shall should may and or but if so to of in on at for from with by as about not no just very too any some there here then than im ive id ill youre what whats how which please really also ur',
  // es
  'el la los las un una unos unas yo tu te ti me mi mis se su sus lo le les nos que qué como cómo por para con sin de del al en y o u e ni no si sí es soy eres son era fue ser estar estoy esta está estas estás este esto ese eso esa muy mas más pero ya hay he has ha tiene tienes tengo puede puedo puedes hacer favor también tan',
  // pt
  'o a os as um uma uns umas eu você voce vc tu te me meu minha seu sua teu tua nos nós que como por para pra com sem de do da dos das no na nos nas em e ou não nao sim é eh sou são era foi ser estar estou está ta tá esse essa isso este esta isto muito mais mas já ja tem tenho tens pode posso também tão',
  // de
  'der die das den dem des ein eine einen einem einer ich du er sie es wir ihr mich dich mir dir uns euch mein meine dein deine sein seine und oder aber wenn ob dass zu zum zur in im an am auf für von vom mit bei aus nach nicht kein keine ja nein ist bin bist sind war wäre sein habe hast hat haben kann kannst können will willst wie was welche auch noch schon mal doch nur so sehr bitte denn da',
  // ru
  'и а но да нет не ни в во на по с со к ко у о об от до из за для при что как какой какая какие это этот эта эти то тот та те я ты он она оно мы вы они мне меня тебе тебя вам вас нам нас мой моя твой твоя ваш ваша его ее их был была было быть есть будет можно ли же бы уже еще очень так или если тоже только пожалуйста',
  // uk
  'і й та але так ні не в у на по з із зі до від за для при про що як який яка яке які це цей ця ці той то я ти він вона воно ми ви вони мені мене тобі тебе вам вас нам нас мій моя твій твоя ваш його її їх був була було бути є буде можна чи же б би вже ще дуже або якщо теж тільки будь ласка',
  // ar
  'في من على الى إلى عن مع ما ماذا هل كيف هذا هذه ذلك تلك هو هي انا أنا انت أنت انتي نحن هم لا لم لن نعم و او أو لكن ان أن إن كان كانت يكون قد لو كل يا لي لك بك بي فيه التي الذي جدا',
  // ja
  'です ます すか ませ せん した して ない いま まし でし った って いる ある こと もの から まで ので では には とか この その あの どの これ それ あれ',
];

/** Words that tell nearly nothing, as people write them. */
export const stopWords: readonly string[] = lists.flatMap((list) => list.split(' '));
