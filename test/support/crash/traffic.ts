import { seededRandom } from '#test/support/sandbox/random.ts';
import type { FileInput, MessageView } from '#test/support/sandbox/screen.ts';
import type { Cast, Stage } from './stage.ts';
import type { SandboxUser } from '#test/support/sandbox/sandbox.ts';

/** One message that a person wrote, with everything that must become of it. */
export interface Written {
  readonly cast: Cast;
  readonly fan: SandboxUser;
  readonly by: 'fan' | 'creator';
  /** Stands in the text, and nowhere else: `[f luna 2 17]`. */
  readonly token: string;
  /** Position among what this person wrote to this fan (or this fan wrote). */
  readonly seq: number;
  readonly kind: 'text' | 'long' | 'photo' | 'album' | 'sticker';
  /** Where it was written; an album has several. */
  readonly messageIds: readonly number[];
  /** Telegram's unique ids of its files. */
  readonly files: readonly string[];
  /** How the text ends now. */
  version: number;
  /** The creator asked for it to be deleted. */
  deleted: boolean;
}

/** People who write, edit, answer and delete, the same for the same seed and the same events. */
export interface Traffic {
  readonly written: readonly Written[];
  /** One person does one thing. */
  step(): void;
  /** A fan writes. */
  writes(cast: Cast, fan: SandboxUser, kind: Written['kind']): void;
  /** The creator answers one of the newest relays at the desk; false when there is none. */
  answers(cast: Cast, kind: Written['kind']): boolean;
  /** Somebody edits one of the newest messages. */
  edits(by: Written['by'], cast: Cast): void;
}

/** The end of a text in its n-th version. */
export const ending = (version: number): string => `words v${version}.`;

const photo = (): FileInput => ({ kind: 'photo', width: 8, height: 8 });

/** Makes traffic among the casts of a stage. */
export function makeTraffic(stage: Pick<Stage, 'casts'>, seed: number): Traffic {
  const random = seededRandom(seed);
  const written: Written[] = [];
  const pick = <T>(list: readonly T[]): T | undefined => list[random.integer(0, list.length - 1)];
  const counters = new Map<string, number>();

  const next = (key: string): number => {
    const seq = (counters.get(key) ?? 0) + 1;
    counters.set(key, seq);
    return seq;
  };

  /** A person writes; `where` is absent when a fan writes to the bot. */
  const write = (
    by: 'fan' | 'creator',
    cast: Cast,
    fan: SandboxUser,
    kind: Written['kind'],
    where: { replyTo?: number; topic?: number } = {},
  ): void => {
    const seq = next(`${by} ${fan.id}`);
    const token = `[${by[0]} ${cast.slug} ${fan.id} ${seq}]`;
    const person = by === 'fan' ? fan : cast.creator;
    const chat = by === 'fan' ? cast.bot : cast.desk;
    const text = kind === 'long' ? longText(token) : `${token} ${ending(1)}`;
    const before = lastId(person.sees(chat));
    if (kind === 'text' || kind === 'long') person.sends(chat, { ...where, text });
    else if (kind === 'photo') person.sends(chat, { ...where, text, file: photo() });
    else if (kind === 'sticker') person.sends(chat, { ...where, file: { kind: 'sticker' } });
    else {
      const files = Array.from({ length: random.integer(2, 4) }, photo);
      person.sendsAlbum(chat, files, { ...where, caption: text });
    }
    const mine = person
      .sees(chat)
      .filter((message) => message.messageId > before && message.from.id === person.id);
    written.push({
      cast,
      fan,
      by,
      token,
      seq,
      kind,
      messageIds: mine.map((message) => message.messageId),
      files: mine.flatMap((message) => message.media?.fileUniqueId ?? []),
      version: 1,
      deleted: false,
    });
  };

  const edit = (by: 'fan' | 'creator', cast: Cast): void => {
    const mine = written.filter(
      (one) => one.cast === cast && one.by === by && one.kind !== 'sticker' && !one.deleted,
    );
    const one = pick(mine.slice(-12));
    const [messageId] = one?.messageIds ?? [];
    if (!one || messageId === undefined) return;
    one.version += 1;
    const text =
      one.kind === 'long'
        ? longText(one.token, one.version)
        : `${one.token} ${ending(one.version)}`;
    const person = by === 'fan' ? one.fan : cast.creator;
    person.edits(by === 'fan' ? cast.bot : cast.desk, messageId, text);
  };

  /** The creator answers one of the newest relays at the desk. */
  const answer = (cast: Cast, kind: Written['kind']): boolean => {
    const relays = cast.creator
      .sees(cast.desk)
      .filter((message) => message.from.isBot && /^\[f |\n\[f /.test(message.text));
    const relay = pick(relays.slice(-10));
    const fanId = Number(/\[f \S+ (\d+) /.exec(relay?.text ?? '')?.[1]);
    const fan = cast.fans.find(({ id }) => id === fanId);
    if (!relay || !fan) return false;
    const where = cast.group ? { topic: relay.topicId ?? 0 } : { replyTo: relay.messageId };
    write('creator', cast, fan, kind, where);
    return true;
  };

  const takeBack = (cast: Cast): void => {
    const mine = written.filter(
      (one) => one.cast === cast && one.by === 'creator' && one.kind === 'text' && !one.deleted,
    );
    const one = pick(mine.slice(-6));
    const [replyTo] = one?.messageIds ?? [];
    if (!one || replyTo === undefined) return;
    one.deleted = true;
    cast.creator.sends(cast.desk, { text: '/delete', replyTo });
  };

  const react = (cast: Cast): void => {
    const one = pick(written.filter((each) => each.cast === cast && each.by === 'fan').slice(-10));
    const [messageId] = one?.messageIds ?? [];
    if (one && messageId !== undefined)
      one.fan.reacts(cast.bot, messageId, pick(['👍', '❤', '🔥']) ?? '👍');
  };

  return {
    written,
    writes: (cast, fan, kind) => write('fan', cast, fan, kind),
    answers: answer,
    edits: edit,
    step() {
      const cast = pick(stage.casts);
      const fan = pick(cast?.fans ?? []);
      if (!cast || !fan) return;
      const dice = random.next() * 100;
      if (dice < 36) write('fan', cast, fan, 'text');
      else if (dice < 42) write('fan', cast, fan, 'photo');
      else if (dice < 47) write('fan', cast, fan, 'album');
      else if (dice < 50) write('fan', cast, fan, 'sticker');
      else if (dice < 52) write('fan', cast, fan, 'long');
      else if (dice < 62) edit('fan', cast);
      else if (dice < 80) answer(cast, 'text');
      else if (dice < 84) answer(cast, 'photo');
      else if (dice < 87) answer(cast, 'album');
      else if (dice < 94) edit('creator', cast);
      else if (dice < 97) takeBack(cast);
      else react(cast);
    },
  };
}

/** The last word of a long text; a cut before it leaves it whole. */
export const tailOf = (token: string, version: number): string =>
  `${token.replaceAll(/[^a-z0-9]+/g, '_')}v${version}.`;

/** As long as a phone allows, so that with a name in front it takes two messages. */
function longText(token: string, version = 1): string {
  const end = tailOf(token, version);
  return `${token} ${'long '.repeat(Math.floor((4_090 - token.length - end.length) / 5))}${end}`;
}

function lastId(messages: readonly MessageView[]): number {
  return messages.at(-1)?.messageId ?? 0;
}
