import { createHash } from 'node:crypto';
import type { BotCommand, BotCommandScope } from 'grammy/types';
import type { ChatId, UserId } from '#src/core/ids.ts';
import type { Texts, Translate } from '#src/core/texts.ts';

/** A list of commands that Telegram shows to somebody. */
interface CommandMenu {
  /** `fans/<language>`, `creator/<user id>` or `desk/<chat id>`. */
  readonly name: string;
  /** Parameters of setMyCommands. */
  readonly payload: {
    readonly commands: readonly BotCommand[];
    readonly scope: BotCommandScope;
    readonly language_code?: string;
  };
}

/** A menu and what tells whether Telegram has it already. */
export interface PrintedMenu extends CommandMenu {
  readonly fingerprint: string;
}

/**
 * Every menu that should be set: the fans' in each language (English for all others), the creator's in the language
 * they chose, and the same in their group. With `optOut` there is something that fans may keep out of: AI drafts. Telegram takes the narrowest scope first, so the creator never sees the fans' menu.
 */
export function commandMenus(
  texts: Texts,
  creator:
    | { readonly userId: UserId; readonly language: string; readonly group: ChatId | null }
    | undefined,
  fanMay: { readonly optOut: boolean },
): PrintedMenu[] {
  const [fallback] = texts.languages;
  const fans = texts.languages.map((language) =>
    printed({
      name: `fans/${language}`,
      payload: {
        commands: fanCommands(texts.for(language), fanMay.optOut),
        scope: { type: 'all_private_chats' },
        ...(language === fallback ? {} : { language_code: language }),
      },
    }),
  );
  if (!creator) return fans;
  const own = printed({
    name: `creator/${creator.userId}`,
    payload: {
      commands: creatorMenu(texts.for(creator.language)),
      scope: scopeOfCreator(creator.userId),
    },
  });
  if (creator.group === null) return [...fans, own];
  const desk = printed({
    name: `desk/${creator.group}`,
    payload: {
      // Settings are changed in the private chat alone.
      commands: creatorMenu(texts.for(creator.language)).filter(
        ({ command }) => command !== 'settings',
      ),
      scope: { type: 'chat', chat_id: creator.group },
    },
  });
  return [...fans, own, desk];
}

/**
 * The scope of a menu that is set no more, from its name; undefined for the fans' menus, which always are, and for a
 * group's, in which the bot may no longer be.
 */
export function scopeOfMenu(name: string): BotCommandScope | undefined {
  const [kind, id] = name.split('/');
  return kind === 'creator' ? scopeOfCreator(Number(id)) : undefined;
}

function scopeOfCreator(chatId: number): BotCommandScope {
  return { type: 'chat', chat_id: chatId };
}

function fanCommands(t: Translate, optOut: boolean): BotCommand[] {
  return [
    { command: 'help', description: t('command-fan-help') },
    { command: 'privacy', description: t('command-privacy') },
    ...(optOut ? [{ command: 'noai', description: t('command-noai') }] : []),
  ];
}

/** What a creator needs most comes first: a phone shows some eight lines. */
function creatorMenu(t: Translate): BotCommand[] {
  return [
    { command: 'inbox', description: t('command-inbox') },
    { command: 'fan', description: t('command-fan') },
    { command: 'search', description: t('command-search') },
    { command: 'note', description: t('command-note') },
    { command: 'tag', description: t('command-tag') },
    { command: 'remind', description: t('command-remind') },
    { command: 'followups', description: t('command-followups') },
    { command: 'replies', description: t('command-replies') },
    { command: 'persona', description: t('command-persona') },
    { command: 'insights', description: t('command-insights') },
    { command: 'segments', description: t('command-segments') },
    { command: 'save', description: t('command-save') },
    { command: 'delete', description: t('command-delete') },
    { command: 'tags', description: t('command-tags') },
    { command: 'fields', description: t('command-fields') },
    { command: 'import', description: t('command-import') },
    { command: 'export', description: t('command-export') },
    { command: 'settings', description: t('command-settings') },
    { command: 'desk', description: t('command-desk') },
    { command: 'plan', description: t('command-plan') },
    { command: 'status', description: t('command-status') },
    { command: 'privacy', description: t('command-privacy') },
    { command: 'help', description: t('command-help') },
  ];
}

/** The commands of the creator's menu, without the slash, in its order. */
export const menuCommands: readonly string[] = creatorMenu((key) => key).map(
  ({ command }) => command,
);

// In no menu, and the creator’s all the same.
const outsideMenu = ['broadcast', 'cancel', 'deleteaccount'];

/** Commands of the creator's that a fan may try, and does not have too. They are answered, not passed on. */
export const creatorCommands: readonly string[] = [...menuCommands, ...outsideMenu].filter(
  (command) => !fanCommands((key) => key, true).some((own) => own.command === command),
);

function printed(menu: CommandMenu): PrintedMenu {
  const fingerprint = createHash('sha256').update(JSON.stringify(menu.payload)).digest('base64url');
  return { ...menu, fingerprint: fingerprint.slice(0, 16) };
}
