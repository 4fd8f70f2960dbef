/** Methods whose repetition changes nothing more, by the start of their names (Bot API 10.3). */
const safePrefixes = [
  'answerCallbackQuery',
  'answerInlineQuery',
  'close',
  'delete',
  // Ours, see `callWithFiles`.
  'downloadFile',
  'edit',
  'get',
  'pin',
  'reopen',
  'sendChatAction',
  'sendMessageDraft',
  'sendRichMessageDraft',
  'set',
  'unpin',
] as const;

/** Whether a call whose answer was lost may simply be made again: a second time shows nobody anything new. */
export function isSafeToRepeat(method: string): boolean {
  return safePrefixes.some((prefix) => method.startsWith(prefix));
}
