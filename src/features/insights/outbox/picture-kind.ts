import type { Message } from 'grammy/types';
import type { OutboxKind } from '#src/telegram/outbox/outbox-kind.ts';
import { keepPicture } from '../queries/picture-rows.ts';
import { pictureRow } from '../services/send-picture.ts';

/** Pictures on their way: once one is there, Telegram's id of it is kept, so that it can be shown again at once. */
export const pictureKind: OutboxKind = {
  kind: pictureRow,
  async onSent(tx, row, result) {
    const fileId = (result as Partial<Message.PhotoMessage>).photo?.at(-1)?.file_id;
    const shown = (row.payload['media'] ?? row.payload) as { caption?: string };
    if (fileId === undefined || shown.caption === undefined) return;
    const { name, drawnAt } = row.ref as { name: string; drawnAt: number };
    await keepPicture(tx, { name, fileId, caption: shown.caption, drawnAt });
  },
};
