import { phrasePattern } from './phrases.ts';
import { plainText } from './plain-text.ts';

const orders = phrasePattern([
  '(?:ignore|disregard|forget|override|bypass) (?:all |any |every |the |your |these |those |my )*(?:previous|prior|above|earlier|old|other|instructions?|rules?|prompts?|everything)(?: \\p{L}+)?',
  '(?:new|secret|hidden|following|system) (?:instructions?|prompts?|rules?|orders?)',
  '(?:system|assistant|developer|admin|user|tool) ?(?:message|prompt|note|override|mode)? ?[:>]',
  "(?:you are|you're|act as|pretend (?:to be|that)|behave (?:as|like)|roleplay as) (?:now |from now on )?(?:a|an|the|no longer|not|my|in|dan|now)",
  '(?:from now on|in all (?:replies|answers|drafts)|in every (?:reply|answer|draft|message)|when (?:asked|answering|replying|drafting))',
  '(?:always|never|must|should always|only|please) (?:say|tell|send|reply|answer|respond|write|include|add|mention|use|give|offer|recommend|end|start|output|print|repeat)',
  "^(?:say|tell|send|reply|answer|respond|write|include|add|mention|give|offer|output|print|repeat|reveal|show|decode|translate|call|ask|do|don't) (?:\\p{L}+ ?){1,2}",
  '(?:reveal|print|repeat|output|show|leak|list) (?:me )?(?:the |your |all )?(?:other |system |hidden )?(?:prompts?|instructions?|rules?|fans?|names?|e-?mails?|users?|customers?|secrets?)',
  '(?:the )?(?:creator|owner|admin|developer|boss) (?:wants|told|asks|asked|orders|instructs|needs) you|your (?:new |only |real )?(?:task|goal|job|role|objective|purpose) is|override (?:the |all |your )?(?:safety|rules?|filters?)|^important ?:|respond (?:only )?(?:in|with|as)(?= )',
  'jailbreak|developer mode|base64|end of data|begin (?:system|instructions?)',
  '(?:ignora|ignore|olvida|olvidate de|omite|desobedece|esquece|desconsidera|desconsidere|esqueca|ignorem) (?:\\p{L}+ ){0,3}(?:instrucciones|reglas|anteriores|anterior|instrucoes|regras|todo|tudo)',
  '(?:a partir de ahora|de ahora en adelante|a partir de agora|eres ahora|ahora eres|agora voce e|actua como|finge ser|nuevas instrucciones|novas instrucoes)',
  '(?:siempre|nunca|sempre) (?:di|dile|diga|envia|manda|responde|responda|incluye|inclua|anade|menciona|mencione|escribe|escreva)',
  '^(?:di|dile|diga|envia|envie|manda|mande|responde|responda|incluye|inclua|escribe|escreva|muestra|mostre|revela|revele) \\p{L}+',
  '(?:ignoriere?|vergiss|missachte) (?:\\p{L}+ ){0,4}(?:anweisung…|regel…|vorherige…|bisherige…|alles)',
  '(?:ab jetzt|von nun an|du bist (?:jetzt|nun|ab)|neue anweisung…|tu so als)',
  '(?:immer|nie|niemals) (?:sagen|senden|antworten|schreiben|erwahnen)|^(?:sag|sage|sende|schick|schicke|antworte|schreib|schreibe|gib|zeig|zeige) \\p{L}+',
  '(?:игнорируй|игнорируйте|забудь|забудьте|проигнорируй|отмени|не обращай внимания на) (?:\\p{L}+ ){0,4}(?:инструкци…|правил…|указани…|предыдущ…|все|всё)',
  '(?:с этого момента|отныне|теперь ты|ты теперь|веди себя как|притворись|новые (?:инструкции|правила)|системн… (?:сообщение|инструкци…|подсказк…))',
  '(?:всегда|никогда не|обязательно) (?:говори|пиши|отвечай|отправляй|упоминай|добавляй|предлагай)',
  '^(?:скажи|напиши|отправь|ответь|пришли|покажи|раскрой|добавь|предложи|выведи|назови) \\p{L}+',
  '(?:ігноруй|забудь|знехтуй) (?:\\p{L}+ ){0,4}(?:інструкці…|правил…|вказівк…|попередн…|все)',
  '(?:відтепер|з цього моменту|тепер ти|ти тепер|завжди (?:кажи|пиши|відповідай|надсилай))|^(?:скажи|напиши|надішли|відповідай|покажи) \\p{L}+',
  '(?:تجاهل|انس|اهمل|الغ) (?:\\p{L}+ ){0,3}(?:التعليمات|تعليمات|القواعد|السابقة|كل)',
  '(?:من الآن فصاعدا|من الان|أنت الآن|انت الان|تصرف ك…|تعليمات جديدة|رسالة النظام|النظام:)',
  '(?:دائما|يجب أن|يجب ان|لا) (?:تقول|تقل|قل|ترسل|أرسل|تكتب|اكتب|تذكر|ترد|رد)|^(?:قل|أرسل|ارسل|اكتب|اعرض|اكشف|أضف|اضف) \\p{L}+',
  '(?:以前|これまで|上記|今まで|すべて|全て|前)の?(?:すべての|全ての)?(?:指示|命令|ルール|規則|プロンプト)',
  '(?:指示|命令|ルール)を?(?:無視|忘れ|破)|無視して|(?:今から|これから|今後)(?:は|、)?(?:あなた|必ず|常に|いつも)|(?:新しい|隠された)指示|システム(?:メッセージ|プロンプト|[::])',
  '(?:必ず|常に|いつも)[^。]{0,20}(?:送|言|書|返信|答え|教え)|(?:送って|言って|書いて|返信して|出力して|表示して|教えて)(?:ください|下さい|$)',
]);

const marks =
  /<\||\|>|\[\/?inst\]|<\/?(?:s|sys|system|user|assistant|data|instructions?)\b|<<sys>>|#{2,} ?\p{L}|```|\{\s*"(?:role|drafts|turns|facts|system)"|^(?:end|data) [a-z0-9-]{6,}|https?:|www\.|t\.me\//u;
// Letters that are not seen; flags of countries have seven at most.
const unseen =
  /[\u{e0000}-\u{e007f}]{8,}|\p{L}[\u{e0000}-\u{e007f}]|(?:\p{L}[\u200b\u2060\ufeff]){4,}/u;
const encoded = /[a-z0-9+/_-]{32,}={0,2}|(?:[0-9a-f]{2} ){12,}|(?:\\u[0-9a-f]{4}){4,}/iu;

/**
 * Whether something that is to be kept as a fact of a fan reads like an order to whoever reads it, like markup of a prompt
 * or like something encoded. Facts are sentences about a person, so a false alarm costs little.
 */
export function isInstructionLike(text: string): boolean {
  const plain = plainText(text);
  orders.lastIndex = 0;
  return orders.test(plain) || marks.test(plain) || encoded.test(text) || unseen.test(text);
}
